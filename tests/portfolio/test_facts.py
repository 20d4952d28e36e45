"""The facts of one agreement: what the public may read of it, sent through JSON and back without loss."""

import re
from decimal import Decimal
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa import api
from soa.config.settings import Settings
from soa.document.public import seen_by
from soa.portfolio.facts import Facts, Trouble, facts_of, from_json, to_json
from soa.portfolio.packing import packed
from soa.portfolio.secrets import Secrets
from soa.review.questions import review_settings
from tests.conftest import ROOT
from tests.portfolio.sample import TODAY, facts, judged, text, trouble
from tests.rules.sound import ROUND, ROUND_FILE

ADMISSIONS = "Emergency admissions after a fall, people aged 65 and over"


def _any(kind: object) -> st.SearchStrategy[object]:
    """Any value of a field's type."""
    if kind is Decimal:
        return st.decimals(allow_nan=False, allow_infinity=False)
    if kind is str:
        return st.text(st.characters(exclude_categories=()), max_size=8)  # halves of characters too
    if get_origin(kind) is tuple:
        return st.lists(_any(get_args(kind)[0]), max_size=2).map(tuple)
    if hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        return st.tuples(*(_any(hints[name]) for name in kind._fields)).map(lambda values: kind(*values))
    if get_args(kind):
        return st.one_of(st.none(), _any(get_args(kind)[0]))
    return st.booleans() if kind is bool else st.integers()


@given(st.one_of(_any(Facts), _any(Trouble)))
def test_an_entry_comes_back_from_json_as_it_was(entry):
    """Also its decimals to the last nought, and what no file could hold."""
    back = from_json(to_json(entry))
    assert repr(back) == repr(entry)
    assert to_json(back) == to_json(entry)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"null", b"[2,null,null]", b'[1,null,["a",[]]]', b'[2,["a"],null]', b'[2,null,["a",[1]]]']
)
def test_other_bytes_are_no_entry(data):
    with pytest.raises(ValueError):
        from_json(data)


def test_a_usual_plan_has_small_facts_and_gives_the_same_bytes_again():
    folder = ROOT / "examples" / "glenmore"

    def made() -> bytes:
        checked = api.check(
            lambda name: (folder / name).read_bytes(), as_of=TODAY, settings=review_settings(Settings())
        )
        return to_json(facts_of(checked, "glenmore"))

    assert len(made()) < 40_000
    assert made() == made()


# ---- what they say -------------------------------------------------------------------------------------------------


def test_what_agreement_it_is():
    found = facts("Argyll & Bute", root="scotland/argyll")
    assert (found.root, found.area, found.code) == ("scotland/argyll", "Argyll and Bute", "S12000035")
    assert (found.title, found.kind) == (
        "Argyll & Bute Single Outcome Agreement 2013 to 2023",
        "single-outcome-agreement",
    )
    assert (found.starts, found.ends, found.status, found.version, found.fictional) == (
        "2013-04-01", "2023-03-31", "consultation", 2, False,
    )  # fmt: skip
    assert found.digest == api.report(judged(text("Argyll & Bute"))).digest


def test_a_round_of_review_beside_it_is_not_part_of_its_digest():
    with_round = facts_of(judged(text("Moray"), **{ROUND_FILE: ROUND}), "moray")
    assert with_round.digest == facts("Moray").digest


def test_a_place_that_is_no_council_area_keeps_its_own_name():
    found = facts("Strathbeg", fictional=True)
    assert (found.area, found.code, found.fictional) == ("Strathbeg", "", True)


def test_each_outcome_has_its_four_marks_and_its_lead():
    led, other = facts("Moray").outcomes
    assert (led.id, led.priority) == ("falls", "Older people in Moray fall less often and get home sooner")
    assert led.statement == "People aged 65 and over fall less often, and those who do get home and stay there"
    assert (led.what.mark, led.how.mark, led.by_whom.mark, led.when.mark) == ("answered",) * 4
    assert (led.led_by, led.led_by_kind) == ("Moray Health and Social Care Partnership", "shadow-partnership")
    assert (other.led_by, other.led_by_kind) == ("Moray Council", "council")


def test_where_nobody_leads_the_mark_says_so():
    outcome = facts("Moray", "nobody-leads").outcomes[0]
    assert outcome.by_whom.mark == "missing"
    assert outcome.by_whom.why
    assert (outcome.led_by, outcome.led_by_kind) == ("", "")


def test_a_gap_counts_only_with_figures_for_both_ends():
    assert facts("Moray").outcomes[0].gaps == ()
    assert [gap.name for gap in facts("Moray", "gap").outcomes[0].gaps] == [ADMISSIONS]
    without = text("Moray", "gap").replace(
        "of: muirton, baseline: {period: 2012-13, value: 27.9}",
        "of: muirton, baseline: {period: 2012-13, suppressed: true}",
    )
    assert facts_of(judged(without), "moray").outcomes[0].gaps == ()


@pytest.mark.parametrize(
    ("targets", "course"),
    [
        ("targets: [{period: 2016-17, value: 22.0}]", "narrows"),
        ("targets: [{period: 2016-17, value: 25.1}]", "stays"),
        ("targets: [{period: 2016-17, value: 26.0}]", "widens"),
        ("targets: [{period: 2014-15, value: 22.0}, {period: 2016-17, value: 26.0}]", "widens"),
        ("targets: [{period: 2015-16, value: 22.0}]", ""),
    ],
)
def test_a_gap_goes_where_its_own_targets_for_both_ends_take_it(targets, course):
    """Admissions start at 21.3 for all and 27.9 in one place, and are to be 18.5 for all in 2016/17."""
    said = text("Moray", "gap").replace("targets: [{period: 2016-17, value: 22.0}]", targets)
    assert [gap.course for gap in facts_of(judged(said), "moray").outcomes[0].gaps] == [course]


def test_of_what_a_partner_leads_the_post_is_known_that_answers():
    """Others are asked for a post: the work that the partner does shows that it leads, and is no answer to that."""
    folder = ROOT / "examples" / "glenmore"
    checked = api.check(lambda name: (folder / name).read_bytes(), as_of=TODAY, settings=review_settings(Settings()))
    one = next(one for one in facts_of(checked, "glenmore").strengths if one.kind == "lead")
    assert one.about == "carers/by_whom"
    assert one.answer == "Manager, Glenmore Carers Centre"
    assert one.words.startswith("Emergency plans")
    assert not any(one.answer for one in facts_of(checked, "glenmore").strengths if one.kind != "lead")


def test_money_is_summed_by_year_and_certainty_and_the_part_that_prevents():
    first, second = facts("Moray").money
    assert (first.year, first.firm, first.indicative, first.total, first.preventive) == (
        "2013-14",
        410_000,
        0,
        410_000,
        410_000,
    )
    assert (second.year, second.firm, second.indicative) == ("2014-15", 0, 520_000)
    assert facts("Moray", "no-money").money[0].preventive == 0


def test_questions_are_those_of_the_review_the_first_five_first():
    found = facts("Moray", "nobody-leads").questions
    firsts = [one.first for one in found]
    assert firsts == sorted(firsts, reverse=True)
    assert 1 <= sum(firsts) <= 5
    owner = next(one for one in found if one.rule == "unowned-outcome")
    assert (owner.theme, owner.outcome, owner.first) == ("owner", "falls", True)
    assert "all partners" in owner.found


def test_measures_carry_all_that_a_fair_comparison_needs():
    falls = facts("Moray").indicators[0]
    assert (falls.name, falls.outcome, falls.about) == (ADMISSIONS, "falls", "falls/what/indicators/admissions")
    assert (falls.unit, falls.direction, falls.measured_over, falls.averaged_over) == (
        "per 1,000 people aged 65 and over", "down", "financial-year", 1,
    )  # fmt: skip
    assert falls.rate
    (value,) = falls.values
    assert (value.period, value.starts, value.ends, value.value, value.base) == (
        "2012-13", "2012-04-01", "2013-03-31", Decimal("21.3"), 17_600,
    )  # fmt: skip
    assert [(aim.period, aim.low) for aim in falls.aims] == [
        ("2014-15", Decimal("20.4")), ("2016-17", Decimal("18.5")), ("2022-23", Decimal("15.0")),
    ]  # fmt: skip


def test_an_average_begins_with_its_first_year():
    warmth = next(one for one in facts("Moray").indicators if one.core == "fuel-poverty")
    assert (warmth.values[0].starts, warmth.values[0].ends, warmth.values[0].margin) == (
        "2009-01-01",
        "2011-12-31",
        Decimal("4.0"),
    )


def test_what_bodies_of_several_areas_undertake_has_one_id_for_each_body():
    def officers(name: str) -> object:
        return next(one for one in facts(name).undertakings if "officers" in one.words)

    assert officers("Moray").body == officers("Fife").body == "police-scotland"
    assert (officers("Moray").due, officers("Moray").about) == ("2014-06-30", "home/how/officers")
    assert "visit every secondary school in Moray" in officers("Moray").words
    bodies = {one.body for one in facts("Moray").undertakings}
    assert "moray-council" not in bodies
    assert not any("moray" in body for body in bodies)


@pytest.mark.parametrize("name", ["Police Scotland", "Police Scotland, Highland Division", "Divisional Command"])
def test_a_division_is_known_as_its_body(name):
    said = text("Moray").replace("name: Police Scotland,", f"name: '{name}',")
    officers = [one for one in facts_of(judged(said), "moray").undertakings if "officers" in one.words]
    assert [(one.body, one.called) for one in officers] == [("police-scotland", name)]


def test_a_police_force_of_before_2013_is_that_of_its_region():
    old = (
        text("Moray")
        .replace("starts: 2013-04-01", "starts: 2012-04-01")
        .replace("name: Police Scotland", "name: Grampian Police")
    )
    found = facts_of(judged(old), "moray")
    assert "grampian-police" in {one.body for one in found.undertakings}


# ---- what they keep to themselves ----------------------------------------------------------------------------------


def _told(said: object) -> str:
    return packed(said).decode()


def test_what_is_not_public_is_nowhere():
    """Neither the entry nor a question that quotes it; the same entry made public is there."""
    action = "{id: wing, action: Improve joint working on the Secret Wing, owner: police"
    public = text("Moray").replace("{id: officers, action: Two", f"{action}}}\n          - {{id: officers, action: Two")
    private = public.replace(action, f"{action}, public: false")
    assert private != public
    questions = facts_of(judged(public), "moray").questions
    assert any("Secret Wing" in one.question + one.found for one in questions)
    assert "Secret Wing" in _told(facts_of(judged(public), "moray").undertakings)
    assert "Secret Wing" not in _told(facts_of(judged(private), "moray"))


def test_a_private_partner_is_named_nowhere_though_it_leads():
    private = text("Moray").replace(
        "{id: hscp, name: Moray Health and Social Care Partnership, ",
        "{id: hscp, public: false, name: Whitewash Joint Body, ",
    )
    found = facts_of(judged(private), "moray")
    assert "Whitewash" not in _told(found)
    assert "hscp" not in _told(found)
    assert (found.outcomes[0].led_by, found.outcomes[0].led_by_kind) == ("", "not-public")


def test_words_that_the_public_reads_elsewhere_are_no_secret():
    """A private entry with everyday words takes no question away."""
    officers = "owner: police, due: 2014-06-30"
    private = text("Moray", "nobody-leads").replace(officers, f"{officers}, public: false, stops: all partners")
    questions = facts_of(judged(private), "moray").questions
    assert any("all partners" in one.found for one in questions)


def test_private_money_is_in_no_sum():
    private = text("Moray").replace(
        "  - partner: nhs-beg\n    serves: [older-people]\n    kind: money\n",
        "  - partner: nhs-beg\n    public: false\n    serves: [older-people]\n    kind: money\n",
    )
    found = facts_of(judged(private), "moray")
    assert found.money == ()
    assert "410,000" not in _told(found)


def test_no_person_is_named():
    named = text("Moray").replace(
        "          post: Head of Housing\n", "          post: Head of Housing\n          person: Morag Ironside\n"
    )
    assert "Morag" in named
    assert "Ironside" not in _told(facts_of(judged(named), "moray"))


def test_a_sentence_that_names_a_person_or_tells_a_secret_is_known():
    named = text("Moray").replace(
        "          post: Head of Housing\n", "          post: Head of Housing\n          person: Morag Ironside\n"
    )
    private = named.replace("amount: 410000, of_total: 23600000", "public: false, amount: 410000, of_total: 23600001")
    agreement = judged(private).agreement
    assert agreement is not None
    secrets = Secrets(agreement, seen_by("public", agreement))
    assert secrets.told("Who stands in when Morag Ironside is away?")
    assert secrets.told("The board’s budget is £23,600,001.")
    assert not secrets.told("The board’s budget is £23,500,000: who answers for it, the Head of Housing?")


def test_a_suppressed_count_is_shown_as_that_and_nothing_is_said_of_it():
    falls = facts("Moray", "hidden").indicators[0]
    assert [(one.value, one.base) for one in falls.values] == [(None, None)]


def test_a_count_of_very_few_people_is_hidden_though_the_draft_shows_it():
    """It may not be published, so a portfolio does not publish it either, nor a question that would say it."""
    few = text("Moray", "counts").replace("value: 375", "value: 3")
    assert any(one.rule == "small-number-shown" for one in judged(few).findings)
    found = facts_of(judged(few), "moray")
    assert [one.value for one in found.indicators[0].values] == [None]
    assert not any(one.rule == "small-number-shown" for one in found.questions)
    shown = facts_of(judged(text("Moray", "counts")), "moray")
    assert [one.value for one in shown.indicators[0].values] == [Decimal(375)]


def test_where_findings_are_not_listed_no_value_is_shown():
    """The one that says which count is too small may be among them."""
    checked = judged(text("Moray"))
    more = checked._replace(counts={**checked.counts, "warning": checked.counts["warning"] + 1})
    assert all(value.value is None for one in facts_of(more, "moray").indicators for value in one.values)
    assert any(value.value for one in facts_of(checked, "moray").indicators for value in one.values)


# ---- what cannot be read -------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_read_says_why_and_where():
    found = trouble("north/broken")
    assert found.root == "north/broken"
    assert found.reasons
    assert all("soa.yaml, line" in reason or reason.startswith("and ") for reason in found.reasons)
    assert len(found.reasons) <= 4
    assert "never closed" in found.reasons[0]
    assert not any("is missing" in reason for reason in found.reasons)


def test_an_agreement_of_which_nothing_can_be_said_is_one_that_could_not_be_read():
    assert isinstance(facts_of(judged("soa: 1\n"), "empty"), Trouble)
    assert isinstance(facts_of(judged("soa: 1\nagreement: {area: Moray}\n"), "moray"), Facts)


def test_half_an_agreement_is_one_with_what_it_has():
    cut = text("Moray")
    cut = cut[: cut.index("prevention:\n")]
    found = facts_of(judged(cut), "moray")
    assert isinstance(found, Facts)
    assert len(found.outcomes) == 2
    assert {proof.said.mark for proof in found.proofs} == {"missing"}


# ---- what is read in part ------------------------------------------------------------------------------------------

_ACTION = "  - {id: officers, action: Two officers visit every secondary school in Moray twice a year, owner: police, due: 2014-06-30}"


def test_an_agreement_of_which_a_part_cannot_be_read_says_which_and_why():
    whole = text("Moray")
    assert facts_of(judged(whole), "moray").unread == ()
    broken = whole.replace(_ACTION, _ACTION.removesuffix("}"))
    found = facts_of(judged(broken), "moray")
    assert isinstance(found, Facts)
    line = broken.split(_ACTION.removesuffix("}"))[0].count("\n") + 1
    assert len(found.unread) == 1
    assert found.unread[0].startswith(f"soa.yaml, line {line}: ")
    assert "never closed" in found.unread[0]


def test_a_file_that_is_no_text_is_told_and_the_rest_is_read():
    said = judged(text("Moray").replace("priorities:\n", "asks: {file: asks.yaml}\npriorities:\n"), asks="x")
    assert isinstance(facts_of(said, "moray"), Facts)
    bad = text("Moray").encode().replace(b"Two officers visit", b"\xa3200: two officers visit")
    found = facts_of(judged(bad), "moray")
    assert isinstance(found, Facts)
    assert any("not UTF-8" in reason for reason in found.unread)


def test_a_slip_that_loses_nothing_is_no_part_that_could_not_be_read():
    slip = text("Moray").replace("          lead: council\n", "          lead: council\n          lead: council\n", 1)
    assert judged(slip).source.faults
    assert facts_of(judged(slip), "moray").unread == ()


def test_few_reasons_are_told_and_the_others_are_counted():
    broken = re.sub(r"due: [\d-]+", "due: *never", text("Moray"))
    number = len([one for one in judged(broken).source.faults if one.rule == "unknown-alias"])
    assert number > 3
    reasons = facts_of(judged(broken), "moray").unread
    assert len(reasons) == 4
    assert reasons[-1] == f"and {number - 3} more"


def test_why_a_part_that_is_not_public_was_not_read_is_not_told():
    """The words of a fault may quote what stands there."""
    private = text("Moray").replace(
        "owner: police, due: 2014-06-30}", "owner: police, public: false, due: *hidden_plan}"
    )
    assert any("hidden_plan" in fault.message for fault in judged(private).source.faults)
    found = facts_of(judged(private), "moray")
    assert isinstance(found, Facts)
    assert found.unread
    assert "hidden_plan" not in _told(found)
