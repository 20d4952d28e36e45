"""The shorter documents: a partner's page, a locality's, the report to committee and the summary."""

from __future__ import annotations

import ast
import re
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa import api
from soa.document import catalogue, parts
from soa.document.blocks import CrossReference, Document, Facts, Ladder, List, Table, Text
from soa.document.compose import compose, ids_of
from soa.document.edition import Edition
from soa.document.part_words import PART_WORDS
from soa.document.plain import running_text
from tests.bench.make_agreement import agreement as long_agreement
from tests.document.made import AS_OF, agreement, first_outcome, of_kind, sections, whole, words

ROOT = Path(__file__).parents[2]
EDITIONS = (
    Edition("summary"),
    Edition("committee"),
    Edition("partner", "council"),
    Edition("partner", "nhs-orran"),
    Edition("partner", "hscp"),
    Edition("locality", "muirton"),
    Edition("locality", "kirkton"),
)
PAGE = 3_100
"""Letters that fit one printed page of lists and tables, with room to spare: four pages of Glenmore's summary hold 9,600."""


def made(data: Any = None, edition: Edition = EDITIONS[0], *, as_of: date = AS_OF) -> Document:
    """One document of the data."""
    read = agreement(whole() if data is None else data)
    return compose(read, edition, as_of=as_of, digest="d" * 64, version="1.2.3", pictures={})


def partner(of: str, data: Any = None, *, as_of: date = AS_OF) -> Document:
    """A partner's page."""
    return made(data, Edition("partner", of), as_of=as_of)


def locality(of: str, data: Any = None) -> Document:
    """A locality's page."""
    return made(data, Edition("locality", of))


def committee(data: Any = None) -> Document:
    """The report to committee."""
    return made(data, Edition("committee"))


def said(document: Document, anchor: str) -> str:
    """The words of one section; empty where there is none."""
    found = sections(document).get(anchor)
    return words((found.blocks, found.sections)) if found else ""


def rows(document: Document, anchor: str, at: int = 0) -> list[list[str]]:
    """The words of one table of a section."""
    tables = of_kind(sections(document)[anchor], Table)
    return [[words(cell.lines) for cell in row] for row in tables[at].rows]


def items(document: Document, anchor: str) -> list[str]:
    """The words of the first list of a section."""
    (found, *_) = of_kind(sections(document)[anchor], List)
    return [" ".join(words(block.inlines) for block in item) for item in found.items]


@cache
def example(folder: str) -> Any:
    """An example of the project, checked."""
    return api.check(lambda name: (ROOT / "examples" / folder / name).read_bytes(), as_of=AS_OF)


# ---- all of them ---------------------------------------------------------------------------------------------------


def test_the_ids_that_a_part_can_be_about_are_those_that_the_public_sees() -> None:
    """In the order of the file; a partner that is withheld has no page, but for partners."""
    read = agreement(whole())
    assert ids_of(read, "partner") == ("council", "nhs-orran", "hscp", "tsi", "police", "leisure")
    assert ids_of(read, "partner", "partners")[-1] == "secret-body"
    assert ids_of(read, "locality") == ("muirton", "easter-burn", "kirkton")
    assert ids_of(read, "summary") == ()


@pytest.mark.parametrize(
    "edition", [Edition("partner", "nobody"), Edition("locality", ""), Edition("partner", "secret-body")]
)
def test_an_id_of_nobody_is_a_key_error(edition: Edition) -> None:
    """The command line makes a sentence of it."""
    with pytest.raises(KeyError):
        made(edition=edition)


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_is_titled_stamped_and_has_a_colophon(edition: Edition) -> None:
    """What it is and whose, that it is fictional, and how it was made."""
    document = made(edition=edition)
    assert document.title != made(edition=Edition()).title
    assert document.description
    assert [stamp.kind for stamp in document.stamps] == ["fictional"]
    assert "1.2.3" in words(document.colophon)
    assert document.front.status


def test_partners_may_see_what_the_public_may_not_and_every_page_says_so() -> None:
    """The withheld risk stands on the page for partners, and on no other."""
    edition = Edition("partner", "hscp")
    assert "Hush" not in words(made(edition=edition))
    for_partners = made(edition=edition._replace(audience="partners"))
    assert "Hush" in words(for_partners)
    assert "partners" in [stamp.kind for stamp in for_partners.stamps]


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_private_is_printed(edition: Edition) -> None:
    """No withheld entry, no person, no key of the partnership's own."""
    data = whole()
    data["x-secret"] = "SECRET"
    for part in (
        first_outcome(data)["how"][0],
        data["engagement"][0],
        data["resources"][0],
        data["not_chosen"][0],
        data["asks"][0],
        data["governance"]["considered_by"][0],
    ):
        part["public"] = False
    for key, value in (("action", "WITHHELD Muirton"),):
        first_outcome(data)["how"][0][key] = value
    data["engagement"][0]["heard"] = data["not_chosen"][0]["title"] = data["asks"][0]["ask"] = "WITHHELD"
    data["resources"][0]["what"] = data["governance"]["considered_by"][0]["body"] = "WITHHELD"
    document = made(data, edition)
    for secret in ("WITHHELD", "SECRET", "Hush", "Private Person", "Hidden Name"):
        assert secret not in words(document)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_way_leads_to_a_place_that_is_not_there(edition: Edition) -> None:
    """The words of a lost way stay."""
    document = made(edition=edition)
    assert _targets(document) <= set(sections(document))
    assert "Outcome 1.1" in words(partner("hscp"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_table_never_has_more_cells_than_headings(edition: Edition) -> None:
    """Rows, totals and headings are as wide as each other; facts and lists hold something."""
    for section in sections(made(edition=edition)).values():
        for table in of_kind(section, Table):
            assert table.rows
            assert {len(row) for row in (*table.rows, *table.foot)} == {len(table.head)}
        assert all(
            found.items for kind in (Facts, List, Ladder) for found in of_kind(section, kind) if kind is not Ladder
        )


def _targets(part: object) -> set[str]:
    own = {part.anchor} if isinstance(part, CrossReference) else set()
    return own.union(*(_targets(one) for one in part)) if isinstance(part, tuple) else own


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [one for key, inner in below for one in _paths(inner, (*path, key))]
    return [path, *found] if path else found


PATHS = _paths(whole())
DELETE = object()


@given(
    st.sampled_from(EDITIONS),
    st.lists(st.sampled_from(PATHS), min_size=1, max_size=12),
    st.sampled_from([DELETE, None, [], "", "?", -1, {}]),
)
def test_a_missing_or_faulty_answer_never_breaks_one(
    edition: Edition, paths: list[tuple[Any, ...]], instead: object
) -> None:
    """Any answers gone or faulty, the document is made, for every partner and locality that is left."""
    data = whole()
    for path in paths:
        _spoil(data, path, instead)
    if not edition.of or edition.of in ids_of(agreement(data), edition.part):
        document = made(data, edition._replace(draft=True))
        assert _targets(document) <= set(sections(document))


@pytest.mark.parametrize("path", PATHS[::7], ids=lambda path: ".".join(map(str, path)))
def test_one_answer_left_out_breaks_none(path: tuple[Any, ...]) -> None:
    """One in seven of all answers, left out alone."""
    data = whole()
    _spoil(data, path, DELETE)
    read = agreement(data)
    for edition in EDITIONS:
        if not edition.of or edition.of in ids_of(read, edition.part):
            assert made(data, edition).sections


def _spoil(data: Any, path: tuple[Any, ...], instead: object) -> None:
    try:
        for key in path[:-1]:
            data = data[key]
        if instead is DELETE:
            del data[path[-1]]
        elif isinstance(data, dict) == isinstance(path[-1], str):  # the keys of a mapping are words
            data[path[-1]] = deepcopy(instead)
    except (KeyError, IndexError, TypeError):
        pass  # an earlier change took it away


@pytest.mark.parametrize("part", ["summary", "committee"])
def test_the_emptiest_file_is_still_a_document(part: str) -> None:
    """Nothing but holes."""
    assert made({}, Edition(part, draft=True)).sections


def test_every_label_of_theirs_is_used_and_every_one_that_they_ask_for_is_there() -> None:
    """Keys stand in the modules as they are, or with a section's `-title` taken off."""
    folder = Path(parts.__file__).parent
    names = ("parts", "duties", "partner", "locality", "committee", "summary", "compose")
    source = "\n".join((folder / f"{name}.py").read_text("utf-8") for name in names)
    strings = {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    unused = {
        key for key in PART_WORDS if not {key, key.removesuffix("-title")} & strings and not key.startswith("count-")
    }
    assert unused == set()
    keys = {one for one in strings if re.fullmatch(r"[a-z]+(-[a-z]+)+", one)} - {"under-review", "we-will"}
    assert {one for one in keys if not {one, f"{one}-title"} & set(catalogue.ENGLISH)} == set()


# ---- a partner's page ----------------------------------------------------------------------------------------------


def test_what_falls_due_stands_by_date() -> None:
    """Steps, actions, milestones and levels of the next twelve months; nothing after them."""
    due = rows(partner("hscp"), "signed-up")
    assert [row[0] for row in due] == ["31 March 2014", "2013/14"]
    assert "One falls route open" in due[0][1]
    assert "at most 21.3 per 1,000" in due[1][1]
    assert "Outcome 1.1" in due[0][2]


def test_what_is_past_due_comes_first_and_says_so() -> None:
    """A year later the action that is not done stands above what is to come, and a done one does not."""
    document = partner("council", as_of=date(2014, 4, 1))
    due = rows(document, "signed-up")
    passed = [row[0] for row in due if catalogue.ENGLISH["date-passed"] in row[0]]
    assert passed == [row[0] for row in due[: len(passed)]]
    assert passed[0].startswith("30 September 2013")
    data = whole()
    data["priorities"][1]["outcomes"][0]["how"][0]["state"] = "done"
    again = partner("council", data, as_of=date(2014, 4, 1))
    assert "A named adult" not in said(again, "signed-up")
    assert "Done" in next(row[2] for row in rows(again, "we-own") if "A named adult" in row[0])


def test_before_it_begins_the_first_year_counts_and_afterwards_all_of_it() -> None:
    """From the plan's first day; in a plan that has ended nothing is called late."""
    assert "between 1 April 2013 and 31 March 2014" in said(partner("hscp", as_of=date(2012, 1, 1)), "signed-up")
    ended = partner("hscp", as_of=date(2024, 1, 1))
    assert "has ended" in said(ended, "signed-up")
    assert catalogue.ENGLISH["date-passed"] not in words(ended)
    assert "at most 15.0" in said(ended, "signed-up")


def test_a_gap_and_a_point_that_a_partner_owns_are_among_its_duties() -> None:
    """What it is to settle, and what it is to work out."""
    assert "A target after the first reading" in words(rows(partner("nhs-orran", as_of=date(2014, 1, 1)), "signed-up"))
    assert "To make the plan better: A measure of loneliness" in said(partner("tsi"), "signed-up")


def test_money_stands_by_year_with_how_firm_it_is() -> None:
    """And is added up where there is more than one line."""
    document = partner("nhs-orran")
    (table,) = of_kind(sections(document)["our-resources"], Table)
    assert [words(head) for head in table.head][2:] == ["2013/14", "2014/15", "2015/16"]
    assert [words(cell.lines) for cell in table.rows[0]][2:] == [
        "£410,000 firm",
        "£520,000 indicative",
        "£640,000 indicative",
    ]
    assert "£900,000" in said(document, "our-resources")
    assert "£1,500,000" not in said(document, "our-resources")  # the council's share is not ours
    data = whole()
    data["resources"].append({**data["resources"][0], "serves": ["young-people"]})
    (table,) = of_kind(sections(partner("nhs-orran", data))["our-resources"], Table)
    assert words(table.foot[0][2].lines) == "£820,000"


def test_years_that_do_not_fit_are_summed() -> None:
    """Three years are shown; the sum is of all."""
    data = whole()
    data["resources"][0]["years"] += [{"year": "2016-17", "amount": 1, "certainty": "estimate", "basis": "Plan"}]
    (table,) = of_kind(sections(partner("nhs-orran", data))["our-resources"], Table)
    assert words(table.head[-1]) == catalogue.ENGLISH["all-years"]
    assert words(table.rows[0][-1].lines) == "£1,570,001"
    (table,) = of_kind(sections(partner("nhs-orran", data, as_of=date(2014, 9, 1)))["our-resources"], Table)
    assert [words(head) for head in table.head[2:]] == ["2014/15", "2015/16", "2016/17", catalogue.ENGLISH["all-years"]]


def test_a_partner_that_gives_nothing_is_told_so() -> None:
    """And one that spends another's money sees it."""
    assert catalogue.ENGLISH["gives-nothing"] in said(partner("hscp"), "our-resources")
    assert "£1,200,000" in said(partner("leisure"), "our-resources")


def test_what_it_leads_names_the_post_and_the_first_and_last_level() -> None:
    """One row an outcome."""
    (row,) = rows(partner("hscp"), "we-lead")
    assert row[1] == "Chief Officer"
    assert "at most 21.3 by 2013/14 and at most 15.0 by 2022/23" in row[2]
    assert "Outcome 1.1" in said(partner("council"), "we-lead").split("stand in")[1]


def test_each_action_that_it_owns_stands_once() -> None:
    """Due soon, or with what else it has taken on."""
    document = partner("council")
    text = words(document.sections)
    for action in ("A carer's plan offered", "A community alarm in every", "A named adult", "One budget report"):
        assert text.count(action) == 1, action


def test_it_sees_its_part_in_what_others_answer_for() -> None:
    """As contributor, as partner of an action, as provider."""
    helped = said(partner("police"), "we-help")
    assert "refer anyone they find fallen" in helped
    assert "A named adult" in helped
    assert "Joint falls team" in said(partner("hscp"), "we-help")


def test_where_it_is_exposed() -> None:
    """Funds that end, years without money, measures without start or target, risks, gaps."""
    data = whole()
    del data["resources"][1]["after"]
    council = said(partner("council", data), "exposed")
    assert "31 March 2015" in council
    assert catalogue.ENGLISH["no-after"] in council
    assert "Our money is named up to 2014/15; the plan runs to 31 March 2023" in council
    hscp = said(partner("hscp"), "exposed")
    assert "The Change Fund ends before" in hscp
    assert "No target yet: Broken hips" in hscp
    data = whole()
    del first_outcome(data)["what"]["indicators"][0]["baseline"]
    assert "No starting figure: Emergency admissions" in said(partner("hscp", data), "exposed")
    assert "A target after the first reading" in said(partner("nhs-orran"), "exposed")


def test_what_is_asked_of_it_and_for_it() -> None:
    """With the answer, or words that there is none."""
    data = whole()
    data["asks"].append({"id": "ask-hscp", "of": "hscp", "ask": "Lend us a van", "by": "2014-01-31"})
    document = partner("hscp", data)
    assert rows(document, "asked") == [["Lend us a van", "31 January 2014", catalogue.ENGLISH["no-answer"]]]
    assert "Quarterly figures from April" in words(rows(document, "asked", 1))
    assert "Answer what is asked of us: Lend us a van" in said(document, "signed-up")
    data["asks"][-1]["response"] = "You can have it on Mondays"
    answered = partner("hscp", data)
    assert "Lend us a van" not in said(answered, "signed-up")
    assert "You can have it on Mondays" in said(answered, "asked")


def test_what_its_board_decides() -> None:
    """What it considered, pilots, savings, and how far its member may go."""
    data = whole()
    first_outcome(data)["how"][1]["pilot"] = {"decision_by": "2014-06-30"}
    board = said(partner("nhs-orran", data), "our-board")
    assert "Whether to stop, continue or scale up: A next-day visit" in board
    assert "£310,000" in board
    assert "Delegated: Within the agreed budget. Limit: £50,000." in board
    assert "Full council considers this plan" in said(partner("council"), "our-board")


def test_a_long_page_is_cut_and_nothing_is_lost() -> None:
    """The first rows on the page, the rest at the end."""
    data = whole()
    for at in range(30):
        first_outcome(data)["how"].append(
            {"action": f"Deed {at:02}", "owner": "council", "due": f"2014-03-{at % 28 + 1:02}"}
        )
    document = partner("council", data)
    due = rows(document, "signed-up")
    rest = [row for table in of_kind(sections(document)["at-end"], Table) for row in table.rows]
    assert len(due) < 10
    assert all(words(document.sections).count(f"Deed {at:02}") == 1 for at in range(30))
    assert f"{len(rest)} more stand at the end" in said(document, "signed-up")


# ---- a locality's page ---------------------------------------------------------------------------------------------


def test_a_locality_sees_its_facts_and_its_plan() -> None:
    """Its people, what it is made of, and what the plan knows of it."""
    facts = said(locality("muirton"), "here-facts")
    for fact in ("6,100", "Muirton East and Muirton West", "fare worse", "Muirton Locality Plan", "lives 9 years less"):
        assert fact in facts
    assert "fare worse" not in said(locality("kirkton"), "here-facts")


def test_a_locality_sees_its_figures_beside_everyone_s() -> None:
    """Here now and to be reached, everyone now and the last target, and the gap."""
    document = locality("muirton")
    (row,) = rows(document, "here-better")
    assert row[1:] == [
        "27.9 2012/13",
        "at most 21.0 by 2016/17 at most 16.5 by 2022/23",
        "21.3 2012/13",
        "at most 15.0 by 2022/23",
    ]
    assert "15.6" in said(document, "here-better")
    assert "has a figure for Easter Burn" in said(locality("easter-burn"), "here-better")


def test_a_locality_sees_the_actions_that_name_it_or_a_part_of_it() -> None:
    """And is told where there is none."""
    assert [row[0].split(",")[0] for row in rows(locality("muirton"), "here-actions")] == [
        "Strength and balance classes"
    ]
    data = whole()
    first_outcome(data)["how"][1]["action"] = "A hall in Muirton West"
    assert "A hall in Muirton West" in said(locality("muirton", data), "here-actions")
    assert "names Kirkton" in said(locality("kirkton", data), "here-actions")


def test_what_is_everywhere_is_here_too() -> None:
    """“All six localities” names this one."""
    assert "Joint falls team" in said(locality("kirkton"), "here-services")
    data = whole()
    data["services"][0]["place"] = "Muirton"
    assert said(locality("kirkton", data), "here-services") == ""


def test_a_locality_sees_what_its_people_said_and_what_was_left_out() -> None:
    """Only what was said there."""
    assert "The town hall is too far" in said(locality("kirkton"), "here-told")
    assert said(locality("easter-burn"), "here-told")
    data = whole()
    data["engagement"][0]["place"] = "Muirton"
    assert said(locality("kirkton", data), "here-told") == ""
    assert "One body can do this" in said(locality("kirkton"), "here-missing")
    assert "planning@glenmore.example" in said(locality("kirkton"), "contact")


def test_a_locality_sees_who_answers() -> None:
    """The partner and the post of each outcome that is named there."""
    assert "Chief Officer" in said(locality("muirton"), "here-answers")


# ---- the report to committee ---------------------------------------------------------------------------------------


def test_the_report_has_its_parts_in_order_and_numbered() -> None:
    """As a council's committee expects them."""
    titles = [words(section.title) for section in committee().sections]
    assert [title.split(". ")[0] for title in titles] == [str(at) for at in range(1, 14)]
    assert titles[0] == "1. Purpose"
    assert titles[4] == "5. Resource implications"


def test_recommendations_rest_on_facts() -> None:
    """Of an agreed plan a committee takes note; of one that is not, it agrees and approves."""
    noted = items(committee(), "recommendations")
    assert noted[0].startswith("Note “Glenmore Single Outcome Agreement 2013 to 2023”")
    assert "Note that the council leads 2 of 3 outcomes (section 4)." in noted
    assert "Note the council’s part of the money, £2,400,000 from 2013/14 to 2014/15 (section 5)." in noted
    assert any("a fund ends 31 March 2015" in one for one in noted)
    data = whole()
    data["agreement"]["status"] = "draft"
    agreed = items(committee(data), "recommendations")
    assert agreed[0].startswith("Agree ")
    assert any(one.startswith("Approve the council’s part") for one in agreed)


def test_a_body_that_is_to_consider_the_plan_has_not_considered_it() -> None:
    """By the day of the report."""
    assert "Full council considered it on 21 March 2013" in said(committee(), "background")
    data = whole()
    data["governance"]["considered_by"][0]["date"] = "2013-12-19"
    assert "Full council is to consider it on 19 December 2013" in said(committee(data), "background")


def test_the_number_of_things_to_report_is_counted() -> None:
    """As many as stand on the council's own page for the next twelve months."""
    due = rows(partner("council"), "signed-up")
    coming = [row for row in due if catalogue.ENGLISH["date-passed"] not in row[0]]
    assert any(f"the {len(coming)} things" in one for one in items(committee(), "recommendations"))


def test_no_resources_is_said_only_where_there_is_not_one_line() -> None:
    """The words cannot stand beside a line of the council's, whatever it is."""
    none, none_of = catalogue.ENGLISH["no-resources"], "no resources of Glenmore Council"
    assert none not in words(committee())
    assert none_of not in words(committee())
    data = whole()
    council = data["resources"].pop(1)
    assert none_of in said(committee(data), "resource-implications")
    data["resources"].append({"partner": "council", "serves": ["falls"], "kind": "building", "what": "A hall"})
    assert none_of not in words(committee(data))
    assert "A hall" in said(committee(data), "resource-implications")
    data["resources"][-1] = {**council, "partner": "nhs-orran"}
    assert none_of not in words(committee(data))  # its share in a pooled fund is a resource too
    assert "£1,500,000" in said(committee(data), "resource-implications")
    del data["resources"]
    assert none in said(committee(data), "resource-implications")


def test_a_share_of_pooled_money_says_whose_sums_hold_it() -> None:
    """What is pooled counts once, under the partner that gives it, and nobody need guess whether to add it."""
    here, elsewhere = catalogue.ENGLISH["pooled-here"], "counted under Glenmore Council, not in the sums above"
    for page, section in ((partner("council"), "our-resources"), (committee(), "resource-implications")):
        assert here in said(page, section)
        assert "not in the sums above" not in said(page, section)
    assert elsewhere in said(partner("nhs-orran"), "our-resources")
    data = whole()
    data["resources"][1]["partner"] = "nhs-orran"
    assert "counted under NHS Orran, not in the sums above" in said(committee(data), "resource-implications")


def test_national_priorities_are_told_apart() -> None:
    """Some of their titles hold commas and “and” themselves."""
    assert "Outcomes for older people; Employment." in said(committee(), "policy")


def test_a_line_whose_amount_cannot_be_read_is_no_nothing() -> None:
    """The hole stands in the table."""
    data = whole()
    data["resources"][1]["years"] = [{"year": "2013-14", "amount": "some"}]
    document = made(data, Edition("committee", draft=True))
    assert "How much?" in said(document, "resource-implications")
    assert any("what the council puts in (section 5)" in one for one in items(document, "recommendations"))


def test_where_the_agreement_is_silent_the_report_says_so() -> None:
    """It never fills a part by itself."""
    data = whole()
    for key in ("not_chosen", "assessments", "engagement", "plans", "resources"):
        data.pop(key)
    for key in ("left-out", "committee-assessments", "consultation", "background-papers", "others-give"):
        assert said(committee(data), key).startswith(catalogue.ENGLISH["silent"]), key


def test_others_money_and_help_stand_beside_the_council_s() -> None:
    """Who else is pulling weight."""
    others = said(committee(), "others-give")
    assert "NHS Orran £410,000" in others
    assert "Glenmore Voluntary Action" in others


def test_findings_of_assessments_and_risks_are_reported() -> None:
    """As they were found."""
    assert "Men use the classes less" in said(committee(), "committee-assessments")
    assert "The other partners watch one more" in said(committee(), "committee-risks")


# ---- the summary ---------------------------------------------------------------------------------------------------


def test_a_priority_takes_a_few_lines() -> None:
    """Where it stands, at most three promises, how many more there are, who is in charge."""
    data = whole()
    first_outcome(data)["how"] += [{"action": f"Deed {at}", "owner": "council", "due": "2014-01-31"} for at in range(5)]
    document = made(data)
    (listed,) = of_kind(sections(document)["priority-older-people"], List)
    assert len(listed.items) == 4
    assert words(listed.items[-1][0].inlines) == "and 6 more in the full plan"
    assert "In charge: Glenmore Health and Social Care Partnership" in said(document, "priority-older-people")
    assert "21.3 per 1,000" in said(document, "priority-older-people")


def test_you_said_we_did_we_could_not() -> None:
    """What people said, what follows, and why not; those who were told no are on the page."""
    data = whole()
    data["engagement"] += [
        {"id": f"eng-{at}", "group": "Some", "date": "2012-11-30", "heard": f"Wish {at}", "led_to": ["falls.visits"]}
        for at in range(9)
    ]
    data["engagement"].append(
        {
            "id": "eng-bus",
            "group": "Some",
            "date": "2012-11-30",
            "heard": "A bus",
            "no_change_because": "It costs too much",
        }
    )
    found = rows(made(data), "you-said")
    assert found[0][:2] == [
        "The town hall is too far 184 people over 70 and their families",
        "Strength and balance classes, first in Muirton and Easter Burn",
    ]
    assert found[-1] == ["A bus Some", "–", "It costs too much"]
    assert len(found) == 5
    assert "Rural roads: One body can do this on its own" in said(made(), "you-said")


def test_abbreviations_are_spelled_out_but_not_in_names() -> None:
    """By the agreement's own glossary first, then by Scotland's."""
    data = whole()
    data["partners"][3]["name"] = "TSI Glenmore"
    data["glossary"].append({"term": "BAG", "means": "Better Ageing Group, which meets each month"})
    data["vision"] = "The SIMD, the TSI and the BAG agree with NHS Orran and TSI Glenmore"
    document = made(data)
    assert words(document.front.vision) == (
        "The Scottish Index of Multiple Deprivation, the third sector interface and the Better Ageing Group agree with NHS Orran and TSI Glenmore"
    )
    assert "SMR01" not in words(document.sections)


def test_hard_words_that_it_uses_are_explained() -> None:
    """And those that it does not use are not."""
    data = whole()
    data["not_chosen"][0]["reason"] = "The Change Fund pays for it"
    assert "Change Fund" in said(made(data), "some-words")
    assert "SMR01" not in said(made(data), "some-words")
    assert said(made(), "some-words") == ""


def test_residents_never_read_what_officers_do() -> None:
    """No numbers of outcomes, no ids, no fingerprint before the last page."""
    document = made()
    text = words((document.front, document.sections))
    assert "Outcome 1" not in text
    assert "ddd" not in text
    for name in ("older-people", "falls.classes", "eng-falls"):
        assert name not in {one for one in _texts(document.sections) if " " not in one}


def _texts(part: object) -> list[str]:
    if isinstance(part, Text):
        return [part.text]
    return [one for inner in part for one in _texts(inner)] if isinstance(part, tuple) else []


def test_what_people_will_see_runs_from_the_first_year_to_the_last() -> None:
    """By date; where the plan does not say, what is to be done."""
    (ladder,) = of_kind(sections(made())["you-will-see"], Ladder)
    assert [by for by, _ in ladder.rungs] == ["2014", "2016", "2023"]
    data = whole()
    del first_outcome(data)["what"]["success"]
    (ladder,) = of_kind(sections(made(data))["you-will-see"], Ladder)
    assert "One falls route open" in words(ladder)


@pytest.mark.parametrize("name", ["glenmore", "aberdeen-2019", "moray-2009", "a long one"])
def test_four_pages_hold_it_for_a_plan_of_any_length(name: str) -> None:
    """Also for one of 12,000 lines: what is said of each thing is cut, and the rest counted."""
    checked = api.check({"soa.yaml": long_agreement(12_000)}) if name == "a long one" else example(name)
    document = api.document(checked, Edition("summary"), as_of=AS_OF)
    text = running_text(document)
    assert len(text) < 4 * PAGE
    assert text.count("\n") < 4 * 45


def test_running_text_is_a_line_a_paragraph_item_or_cell() -> None:
    """Without headings and the colophon."""
    lines = running_text(made()).splitlines()
    assert lines[0] == "Where you live in Glenmore no longer decides how long, or how well, you live"
    assert "The town hall is too far" in lines
    assert "A class within a mile of every home" in lines
    assert "Rural roads: One body can do this on its own" in lines
    assert not any("1.2.3" in line or line == catalogue.ENGLISH["you-said-title"] for line in lines)
