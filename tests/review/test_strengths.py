"""Strengths: only what the draft bears out, quoted, best first; what has been questioned is never praised, and fluff never."""

import pickle

import pytest

from soa.engine.check import Checked
from soa.review.strengths import KINDS, Strength, strengths_of
from soa.rules._rule import DOCUMENTS
from tests.review.drafts import draft, with_part
from tests.rules.sound import FRAME, checked

GAP = """\
              breakdown:
                - {of: most-deprived-fifth, baseline: {period: 2012-13, value: 27.4}, targets: [{period: 2022-23, value: THEN}]}
                - {of: least-deprived-fifth, baseline: {period: 2012-13, value: 17.4}, targets: [{period: 2022-23, value: 13.4}]}
              gap: {between: [most-deprived-fifth, least-deprived-fifth], by: simd-2012}
"""
OWN_BREAKDOWN = FRAME[
    FRAME.index("              breakdown:\n") : FRAME.index("            # }\n        # }\n        # how {")
]
CLASSES = "            owner: tsi\n            due: 2017-02-28\n"
STOPS = "            stops: Two day-hospital sessions a week from January 2014\n"
FUND = """\
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    what: Change Fund for older people
    source: change-fund
    ends: 2015-03-31
    after: AFTER
    years:
      - {year: 2013-14, amount: 90000, basis: Grant letter of 1 March 2013}
# }
# asks {"""


def _of(result: Checked, kind: str) -> list[Strength]:
    return [one for one in strengths_of(result) if one.kind == kind]


def _gap(then: str) -> list[Strength]:
    return _of(draft((OWN_BREAKDOWN, GAP.replace("THEN", then))), "gap")


def _after(words: str) -> list[Strength]:
    return _of(draft(("# }\n# asks {", FUND.replace("AFTER", words))), "fund-ends")


def test_each_kind_cites_a_document_that_there_is():
    assert {kind.source.document for kind in KINDS.values()} <= DOCUMENTS.keys()


def test_a_gap_with_figures_for_both_ends_that_narrows():
    (gap,) = _gap("16.4")
    assert gap.says == (
        "The gap itself is measured and is to narrow: between the most deprived fifth and the least deprived fifth, "
        "from 10.0 in 2012/13 to 3.0 in 2022/23."
    )
    assert gap.words == "Emergency admissions after a fall, people aged 65 and over"
    assert gap.spot.about == "falls/what/indicators/admissions/gap"


@pytest.mark.parametrize("then", ["23.4", "27.3"])
def test_a_gap_that_stays_or_widens_is_no_strength(then):
    assert _gap(then) == []


def test_a_stretching_target_names_its_start_its_end_and_the_post():
    first = _of(draft(), "target")[0]
    assert first.says == (
        "A target that stretches, with steps on the way and a post that answers for it: 21.3 in 2012/13, "
        "at most 15.0 in 2022/23; “Chief Officer” at Strathbeg Health and Social Care Partnership."
    )
    assert first.words == "Emergency admissions after a fall, people aged 65 and over"


@pytest.mark.parametrize(
    "change",
    [
        ("          post: Chief Officer\n", ""),
        ("          lead: hscp\n", "          lead: All partners\n"),
        ("                - {period: 2022-23, value: 15.0}\n", "                - {period: 2022-23, value: 19.9}\n"),
        ("                - {period: 2014-15, value: 20.4}\n", "                - {period: 2014-15, value: 25.0}\n"),
        ("value: 21.3, base: 17600}", "value: lots}"),
        ("              source: ISD Scotland, SMR01\n", ""),
        ("              kind: outcome\n", "              kind: process\n"),
    ],
)
def test_a_target_is_no_strength_without_post_start_stretch_source_or_people(change):
    assert "falls/when/targets" not in [one.spot.about for one in _of(draft(change), "target")]


def test_a_target_of_more_than_all_is_no_strength():
    narrow = ("targets: [{period: 2016-17, value: 80.0}]", "targets: [{period: 2016-17, value: 99.0}]")

    def told(value: str) -> list[str]:
        level = (
            "                - {period: 2016-17, value: 85.0}\n",
            f"                - {{period: 2016-17, value: {value}}}\n",
        )
        return [one.spot.about for one in _of(draft(narrow, level), "target")]

    assert "home/when/targets" in told("100")
    assert "home/when/targets" not in told("104")


def test_what_people_said_and_what_it_changed():
    (voice,) = _of(draft(), "voice")
    assert voice.words == "Help comes days after the fall, and from four people who do not talk to each other"
    assert voice.says == (
        "People were heard, it led to “A next-day visit to everyone who falls”, and they were told so on 15 January 2013."
    )


@pytest.mark.parametrize(
    "change",
    [
        ("    led_to: [home.visits]\n", ""),
        ("    fed_back: 2013-01-15\n", ""),
        ("    heard: Help comes days after the fall, and from four people who do not talk to each other\n", "    heard: People welcomed our vision and broadly agreed with the priorities\n"),
        ("    heard: Help comes days after the fall, and from four people who do not talk to each other\n", "    heard: Positive feedback on the approach\n"),
    ],
)  # fmt: skip
def test_consultation_that_changed_nothing_is_no_strength(change):
    assert _of(draft(change), "voice") == []


def test_something_that_stops_is_quoted():
    (stops,) = _of(draft(), "stops")
    assert stops.words == "Two day-hospital sessions a week from January 2014"
    assert stops.spot.about == "falls/how/visits/stops"


@pytest.mark.parametrize(
    "words",
    ["Duplication of effort will end", "Duplication and waste", "Ineffective ways of working by 2015", "Silo working"],
)
def test_nothing_in_particular_that_stops_is_no_strength(words):
    assert _of(draft((STOPS, f"            stops: {words}\n")), "stops") == []


def test_money_that_moves_within_one_partners_budget():
    wards = """\
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    what: Wards for older people
    source: mainstream
    years:
      - {year: 2013-14, amount: 6200000, of_total: 23600000, certainty: firm, basis: Cost book}
      - {year: 2014-15, amount: 5900000, of_total: 23500000, certainty: indicative, basis: Cost book}
# }
# asks {"""
    assert _of(draft(), "money") == []
    (money,) = _of(draft(("# }\n# asks {", wards)), "money")
    assert money.says == (
        "NHS Beg moves money that it has: its line for prevention goes from £410,000 in 2013/14 to £520,000 in 2014/15, and "
        "“Wards for older people” from £6,200,000 to £5,900,000."
    )
    assert _of(draft(("# }\n# asks {", wards.replace("5900000", "6300000"))), "money") == []


def test_money_that_moves_in_the_drafts_own_words():
    said = ("certainty: indicative, basis: Financial plan", "basis: '£110,000 moved from two acute beds'")
    (money,) = _of(draft(said), "money")
    assert money.words == "£110,000 moved from two acute beds"
    assert _of(draft((said[0], "basis: Money moved from elsewhere")), "money") == [], (
        "how much, or from what, is not said"
    )


def test_prevention_that_becomes_a_larger_share_of_a_budget():
    (share,) = _of(draft(), "share")
    assert share.says == (
        "More of NHS Beg's budget goes to prevention: its line for prevention goes from £410,000 in 2013/14 to £520,000 in "
        "2014/15, from 1.7% of the budget to 2.2%."
    )
    grown = ("amount: 520000, of_total: 23500000", "amount: 520000, of_total: 29000000")
    assert _of(draft(grown), "share") == [], "the budget grows as fast"


def test_what_follows_when_a_fund_ends_is_said_with_who_pays():
    (after,) = _after("The council and NHS Beg take on half each from April 2015")
    assert after.words == "The council and NHS Beg take on half each from April 2015"
    assert after.says.startswith(
        "It is said what follows when the money for “Change Fund for older people” ends on 31 March"
    )
    assert _after("Future funding options will be considered by partners in due course") == []
    assert _after("Sustainability will be reviewed") == []
    assert _after("The council will look at options in light of its budget settlement for 2015/16") == []


def test_a_partner_other_than_the_council_leads_does_and_gives():
    by_whom = "by_whom: {lead: tsi, post: Chief Officer, accountable_to: Strathbeg Partnership Board, contributors: [{partner: council, contribution: Four home care staff for the falls team}]}\n"
    assert _of(draft(), "lead") == []
    (lead,) = _of(with_part("by_whom", by_whom), "lead")
    assert lead.words == "Strength and balance classes in eight village halls"
    assert lead.says.startswith("Strathbeg Voluntary Action leads on “People aged 65 and over fall less often")
    nothing = with_part("by_whom", by_whom, ("  - partner: tsi\n    serves", "  - partner: council\n    serves"))
    assert _of(nothing, "lead") == []


def test_a_trial_with_a_question_a_method_and_a_day_of_decision():
    trial = CLASSES + (
        "            pilot: {decision_by: 2014-12-31, funding: From the ordinary budget of the trust}\n"
        "            evaluation: {question: Do people fall less in the year after?, method: Their admissions compared with the waiting list, date: 2014-10-31}\n"
    )
    (found,) = _of(draft((CLASSES, trial)), "evaluation")
    assert found.words == "Do people fall less in the year after? Their admissions compared with the waiting list"
    assert "what follows is decided on 31 December 2014" in found.says
    for fluff in ("Monitoring and review", "Quarterly progress reports to the board and annual performance data"):
        method = trial.replace("Their admissions compared with the waiting list", fluff)
        assert _of(draft((CLASSES, method)), "evaluation") == []


def test_four_proofs_are_praised_only_as_four_measures_with_figures():
    proofs = ("    reducing_future_need: [home.still-home]\n", "    reducing_future_need: [falls.admissions]\n")
    assert _of(draft(), "proofs") == [], "two of the four rest on one measure"
    assert len(_of(draft(proofs), "proofs")) == 1
    assert _of(draft(proofs, ("    baseline: {period: 2012-13, value: 4.0}\n", "")), "proofs") == []


def test_work_in_the_first_year_on_days_of_its_own():
    early = (CLASSES, CLASSES.replace("2017-02-28", "2013-10-18"))
    (found,) = _of(draft(early), "first-year")
    assert found.words == "Strength and balance classes in eight village halls; A next-day visit to everyone who falls"
    assert _of(draft((CLASSES, CLASSES.replace("2017-02-28", "2013-12-01"))), "first-year") == [], "all on one day"
    assert _of(draft((CLASSES, CLASSES.replace("owner: tsi", "owner: All").replace("2017-02-28", "2013-10-18"))), "first-year") == []  # fmt: skip


def test_a_place_that_fares_worse_has_a_target_of_its_own():
    found = _of(draft(), "locality")
    assert found[0].says == "Muirton, where people fare worse, has a start and a target of its own: 72.0%, and at least 80.0% in 2016/17."  # fmt: skip
    assert _of(draft((", poorer_outcomes: true", "")), "locality") == []


@pytest.mark.parametrize(
    ("words", "praised"),
    [
        ("One referral route replaces four, so that a person who falls tells the story once", True),
        ("Working together as one team we will share resources and deliver better outcomes", False),
        ("Each partner will support the others to ensure effective delivery of one shared plan", False),
    ],
)
def test_added_value_is_praised_where_something_is_joined(words, praised):
    start = FRAME.index("    added_value: ")
    line = FRAME[start : FRAME.index("\n", start)]
    assert bool(_of(draft((line, f"    added_value: {words}")), "added-value")) is praised


@pytest.mark.parametrize(
    ("reason", "praised"),
    [
        ("A national programme reaches the glens in 2015, and we could add little to it", True),
        ("Not a strategic priority for the partnership at this time given limited resources", False),
        ("Other matters were considered to be more important", False),
    ],
)
def test_what_was_left_out_is_praised_for_a_reason(reason, praised):
    result = with_part("not_chosen", f"not_chosen:\n  - {{title: Broadband, reason: '{reason}'}}\n")
    assert bool(_of(result, "left-out")) is praised


def test_an_honest_gap_in_one_measure_is_a_strength_and_one_that_is_overdue_is_not():
    steady = """\
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  not_yet: {missing: Figures by locality and the first reading, owner: nhs-beg, due: DUE}
"""
    (found,) = _of(with_part("indicator", steady.replace("DUE", "2013-09-30")), "not-yet")
    assert found.words == "Figures by locality and the first reading"
    assert found.says == "What is not known yet is said, and is to be settled by NHS Beg, by 30 September 2013."
    assert _of(with_part("indicator", steady.replace("DUE", "2013-04-02")), "not-yet") == []


def test_bodies_whose_own_plans_take_this_in():
    tsi = ("kind: third-sector-interface}", "kind: third-sector-interface, plan_alignment: [{plan: muirton-plan, clause: Page 4 names the classes in eight halls, date: 2013-02-01}]}")  # fmt: skip
    assert _of(draft(), "alignment") == [], "one body beside the council is too few"
    assert {one.spot.about.split("/")[0] for one in _of(draft(tsi), "alignment")} == {"nhs-beg", "tsi"}
    vague = (tsi[0], tsi[1].replace("Page 4 names the classes in eight halls", "Throughout"))
    assert "Throughout" not in [one.words for one in _of(draft(vague), "alignment")]


def test_kinds_come_in_their_order_each_once_before_any_twice():
    found = [one.kind for one in strengths_of(draft())]
    once = list(dict.fromkeys(found))
    assert found[: len(once)] == once
    assert once == [kind for kind in KINDS if kind in once]
    assert max(found.count(kind) for kind in once) <= 2


def test_of_one_kind_no_more_than_two_are_told():
    many = "\n".join(
        f"  - {{title: Matter {number}, reason: 'A national programme reaches the glens in {number}, and we could add little to it'}}"
        for number in range(2013, 2018)
    )
    assert len(_of(with_part("not_chosen", f"not_chosen:\n{many}\n"), "left-out")) == 2


def test_words_are_the_drafts_own():
    for one in strengths_of(draft()):
        assert len(one.words) > len("A word"), one
        assert one.words.split("; ")[0].rstrip("… ") in FRAME, one


def test_a_draft_of_good_intentions_has_no_strengths():
    from pathlib import Path

    text = (Path(__file__).parents[2] / "examples" / "glenmore-first-draft" / "soa.yaml").read_text("utf-8")
    assert strengths_of(draft(text=text)) == ()


def test_nothing_is_praised_in_what_could_not_be_read_and_strengths_pickle():
    assert strengths_of(checked("- a list\n")) == ()
    found = strengths_of(draft())
    assert pickle.loads(pickle.dumps(found)) == found == strengths_of(draft())


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("People over 70 run four lunch clubs themselves", True),
        ("Residents of Muirton decide how £50,000 a year is spent", True),
        ("Cook-and-eat groups run by parents in eight halls", True),
        ("Young people are helped to run a stall", False),
        ("Support for families to decide for themselves", False),
        ("Balance classes in eight village halls", False),
    ],
)
def test_work_that_people_run_themselves(words, there):
    found = _of(draft(("action: Strength and balance classes in eight village halls", f"action: {words}")), "community")
    assert [one.words for one in found] == ([words] if there else [])


@pytest.mark.parametrize(
    ("words", "there"),
    [
        (
            "Nurses reach people in surgeries, and those who fall do not come to surgeries; housing officers see them at home",
            True,
        ),
        (
            "No single agency can tackle complex and deep-rooted problems by itself, and nobody has all the skills",
            False,
        ),
    ],
)
def test_what_one_body_has_and_another_lacks_is_joined_work(words, there):
    change = ("added_value: One referral route replaces four, so that a person who falls tells the story once; no partner could close the other three.", f"added_value: {words}.")  # fmt: skip
    assert bool(_of(draft(change), "added-value")) is there


def test_meetings_in_the_first_year_are_no_strength():
    early = (CLASSES, "            owner: tsi\n            due: 2013-10-30\n")
    assert [one.spot.about for one in _of(draft(early), "first-year")][:1] == ["falls/how"]
    meets = ("action: Strength and balance classes in eight village halls", "action: The falls group meets every month")
    assert "falls/how" not in [one.spot.about for one in _of(draft(early, meets), "first-year")]


ONE_POST = """\
- id: other
  title: Fewer young people in Kirkhill leave school without a job
  lead: hscp
  rank: 2
  not_yet: {missing: The actions and targets of this priority, owner: council, due: 2013-06-30}
  outcomes:
    - id: leavers
      by_whom: {lead: hscp, post: Chief Officer}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: buses
      by_whom: {lead: hscp, post: POST}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
"""


def test_a_target_is_no_strength_where_its_post_answers_for_most():
    def praised(post: str) -> bool:
        found = _of(with_part("another", ONE_POST.replace("POST", post)), "target")
        return "falls/when/targets" in [one.spot.about for one in found]

    assert praised("Head of Transport")
    assert not praised("Chief Officer")


def test_proofs_are_no_strength_where_the_money_was_there_before():
    proofs = ("    reducing_future_need: [home.still-home]\n", "    reducing_future_need: [falls.admissions]\n")
    renamed = ("kind: money\n", "kind: money\n    what: Ward 3, renamed the Early Team\n")
    named = ("kind: money\n", "kind: money\n    what: Early Team\n")
    assert len(_of(draft(proofs, named), "proofs")) == 1
    assert _of(draft(proofs, renamed), "proofs") == []
