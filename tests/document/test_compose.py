"""An agreement becomes a document: everything in its place, nothing that is not public, every gap marked."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.document import catalogue
from soa.document.blocks import (
    Card,
    Cards,
    Chart,
    CrossReference,
    Document,
    Facts,
    Gap,
    Ladder,
    Note,
    Picture,
    Pictures,
    Table,
)
from soa.document.compose import compose
from soa.document.edition import Edition
from soa.model.agreement import KINDS_OF_PLAN, STATUSES
from soa.model.part import HOLE
from tests.document.made import AS_OF, agreement, document, first_outcome, html, of_kind, sections, whole, words

ORDER = [
    "foreword", "sign-off", "matrix", "place", "priority-older-people", "priority-young-people", "prevention", "less-of", "resources",
    "asks", "accountability", "engagement", "assessments", "partners", "governance", "services", "not-chosen", "data-gaps",
    "development", "glossary", "definitions", "figures", "plans", "appendix-1",
]  # fmt: skip


def composed(data: Any = None, edition: Edition = Edition(), pictures: Mapping[str, Picture] | None = None) -> Document:  # noqa: B008 - a constant
    """The document of an edition."""
    made = agreement(whole() if data is None else data)
    return compose(made, edition, as_of=AS_OF, digest="", version="", pictures=pictures or {})


def test_sections_stand_in_the_order_that_a_planner_expects() -> None:
    """The order of the officer's review: foreword, matrix, place, priorities, prevention, resources, people, governance, gaps, annexes."""
    assert [section.anchor for section in document().sections] == ORDER


def test_an_empty_part_has_no_section() -> None:
    """What an agreement leaves out is not announced."""
    data = whole()
    for key in ("foreword", "asks", "engagement", "appendices", "services", "development_plan"):
        del data[key]
    missing = set(ORDER) - {section.anchor for section in document(data).sections}
    assert missing == {"foreword", "asks", "engagement", "appendix-1", "services", "development"}


def test_the_glossary_explains_what_the_agreement_uses_and_does_not_explain() -> None:
    """Scotland's abbreviations, where the public meets them; the agreement's own words go first."""
    data = whole()
    data["vision"] = "Nobody in the SIMD's most deprived fifth dies young, says the CSPG"
    data["glossary"] = [{"term": "ISD", "means": "Our own words for it"}]
    (facts,) = of_kind(sections(document(data))["glossary"], Facts)
    said = {words(name): words(block.inlines) for name, (block,) in facts.items}
    assert said["ISD"] == "Our own words for it"
    assert said["SIMD"].startswith("Scottish Index of Multiple Deprivation. ")
    assert "CSPG" not in said
    assert "ADP" not in said


def test_page_one_says_each_priority_in_one_line() -> None:
    """From, to, by, led by."""
    (cards,) = of_kind(sections(document())["page-one-priorities"], Cards)
    assert [[words(line) for line in card.lines] for card in cards.items] == [
        [
            (
                "Emergency admissions after a fall, people aged 65 and over: 21.3 per 1,000 people aged 65 and over (2012/13), "
                "at most 15.0 by 2022/23. Glenmore Health and Social Care Partnership leads."
            )
        ],
        [
            (
                "School leavers with a job, training or a place to study: 87.2% (school year 2011/12), at least 96.0% by "
                "school year 2021/22. Glenmore Council leads."
            )
        ],
    ]


def test_a_priority_without_figures_says_so_on_page_one() -> None:
    """A missing figure is said and not passed over."""
    data = whole()
    del first_outcome(data)["when"]["targets"]
    for other in data["priorities"][0]["outcomes"][1:]:
        del other["when"]["targets"]
    assert catalogue.ENGLISH["no-headline"] in words(sections(document(data))["page-one-priorities"])


def test_the_first_year_names_what_is_due_within_it_and_nothing_else() -> None:
    """Dated promises from the first day to the last day of the first year."""
    section = sections(document())["first-year"]
    assert "31 March 2014" in words(section.title)
    (ladder,) = of_kind(section, Ladder)
    assert [by for by, _ in ladder.rungs] == ["31 August 2013", "28 February 2014", "31 March 2014", "31 March 2014"]


def test_money_is_added_up_for_this_year_and_the_last() -> None:
    """410,000 and 1,200,000 in 2013/14, of which the first prevents; 640,000 in 2015/16."""
    (chart,) = of_kind(sections(document())["page-one-money"], Chart)
    assert "£1.61 million; £410,000 of it (25.5%)" in chart.says
    assert "In 2015/16 the partners put in £640,000" in chart.says


@pytest.mark.parametrize(
    ("gone", "anchor", "said"),
    [
        ("resources", "page-one-money", "no-money"),
        ("indicators", "page-one-gap", "no-gap"),
        ("contact", "contact", "no-contact"),
    ],
)
def test_what_is_missing_from_page_one_says_so(gone: str, anchor: str, said: str) -> None:
    """Money, the gap, and whom to ask."""
    data = whole()
    if gone == "indicators":
        del first_outcome(data)["what"]["indicators"][0]["gap"]
    else:
        del (data["agreement"] if gone == "contact" else data)[gone]
    assert words(sections(document(data))[anchor].blocks) == f"{catalogue.ENGLISH[said]} text"


def test_a_first_year_without_a_promise_says_so() -> None:
    """With the day by which something should be different."""
    data = whole()
    data["agreement"] |= {"starts": "2019-04-01", "ends": "2023-03-31"}
    assert "nothing that is to be done by 31 March 2020" in words(sections(document(data))["first-year"])


def test_page_one_holds_at_most_six_priorities_and_names_the_others() -> None:
    """It has to fit one side of paper."""
    data = whole()
    for at in range(2, 9):
        data["priorities"].append(
            {**deepcopy(data["priorities"][1]), "id": f"more-{at}", "rank": at + 1, "outcomes": []}
        )
    made = sections(document(data))["page-one-priorities"]
    (cards,) = of_kind(made, Cards)
    assert len(cards.items) == 6
    assert "This plan has 9 priorities. Not shown on this page: Priority 7, Priority 8 and Priority 9." in words(made)


def test_the_status_says_who_signed_and_when() -> None:
    """The board and the Scottish Government, each with its day, before anything else."""
    assert words(document().front.status).startswith(
        "Agreed by the Glenmore Partnership Board on 12 June 2013. Signed by the Scottish Government on 28 June 2013."
    )


def test_logos_stand_with_the_signatures_and_say_the_partners_names() -> None:
    """The name of a partner that is not public is not there either; without logos there is nothing."""
    picture = Picture(b"<svg/>", "svg", 10, 10, "")
    data = whole()
    for one in data["partners"]:
        one["logo"] = f"logos/{one['id']}.svg"
    pictures = dict.fromkeys(("logos/council.svg", "logos/police.svg", "logos/secret-body.svg"), picture)
    made = composed(data, pictures=pictures)
    (logos,) = of_kind(sections(made)["sign-off"], Pictures)
    assert [one.alt for one in logos.items] == ["Glenmore Council", "Police Service of Scotland"]
    assert not of_kind(sections(document())["sign-off"], Pictures)
    del data["sign_off"]
    assert words(sections(composed(data, pictures=pictures))["sign-off"].title) == "Party to this plan"


def test_the_gap_is_computed_from_its_two_ends() -> None:
    """27.9 less 12.3, and 16.5 less 11.0."""
    said = words(sections(document())["page-one-gap"])
    assert "15.6" in said
    assert "5.5" in said


def test_a_gap_narrows_to_a_level_that_is_written_as_a_change() -> None:
    """A third less than 27.9 is 18.6; less 11.0, that is 7.6."""
    data = whole()
    muirton = first_outcome(data)["what"]["indicators"][0]["breakdown"][0]
    muirton["targets"] = [{"period": "2022-23", "change": -33.3, "change_in": "per-cent"}]
    assert "7.6" in words(sections(document(data))["page-one-gap"])


def test_a_gap_that_would_widen_is_not_said_to_narrow() -> None:
    """It is only a warning, so it can be printed: 27.9 less 5.0 is 22.9, on page one and in the chart."""
    data = whole()
    muirton, kirkton = first_outcome(data)["what"]["indicators"][0]["breakdown"]
    muirton["targets"] = [{"period": "2022-23", "value": 27.9}]
    kirkton["targets"] = [{"period": "2022-23", "value": 5.0}]
    made = sections(document(data))
    assert "15.6 would be 22.9" in words(made["page-one-gap"])
    assert "is to narrow" not in words((made["page-one-gap"], made["outcome-falls"]))


def test_an_outcome_has_the_four_answers_under_their_headings() -> None:
    """What will get better, what we will do, who is responsible, by when; then the risks."""
    outcome = sections(document())["outcome-falls"]
    assert [words(inner.title) for inner in outcome.sections] == [
        "What will get better",
        "What we will do",
        "Who is responsible",
        "By when",
        "What could stop us",
    ]


def test_a_measure_is_one_row_with_its_targets_side_by_side() -> None:
    """Source, baseline with its period, each target; direction in words; a small count not shown."""
    (table,) = of_kind(sections(document())["outcome-falls-what"], Table)[:1]
    assert [words(head) for head in table.head] == [
        "Measure",
        "Where we start",
        "Target for 2013/14",
        "Target for 2016/17",
        "Target for 2022/23",
    ]
    admissions, hip = table.rows
    assert words(admissions[1].lines) == "21.3 2012/13, provisional"
    assert [words(cell.lines[0]) for cell in admissions[2:]] == ["at most 21.3", "at most 18.5", "at most 15.0"]
    assert words(hip[1].lines) == "too few to show 2012/13"
    assert words(hip[2].lines) == "To be settled"


def test_a_table_never_has_more_cells_than_headings() -> None:
    """Also where no measure has a target."""
    data = whole()
    for priority in data["priorities"]:
        for outcome in priority["outcomes"]:
            outcome["when"].pop("targets", None)
    for section in sections(document(data)).values():
        for table in of_kind(section, Table):
            assert {len(row) for row in (*table.rows, *table.foot)} <= {len(table.head)}


def test_entries_that_are_not_public_are_nowhere_and_are_counted() -> None:
    """A withheld partner and a withheld risk."""
    page = html()
    assert "Hush" not in page
    assert "secret-body" not in page
    assert "2 entries are not public" in page


@pytest.mark.parametrize("part", ["place", "outcome", "action", "indicator", "resource", "prevention"])
def test_nothing_below_a_withheld_part_is_printed(part: str) -> None:
    """Its words, its ids, its money."""
    data = whole()
    outcome = first_outcome(data)
    marked = {
        "place": data["place"],
        "outcome": outcome,
        "action": outcome["how"][0],
        "indicator": outcome["what"]["indicators"][0],
        "resource": data["resources"][0],
        "prevention": data["prevention"],
    }[part]
    marked["public"] = False
    gone = {
        "place": "88,400",
        "outcome": "fall less often",
        "action": "Strength and balance",
        "indicator": "Emergency admissions",
        "resource": "£410,000",
        "prevention": "one pound in eleven",
    }[part]
    assert gone in html()
    assert gone not in html(data)


def test_names_of_people_are_printed_for_signatories_and_elected_members_only() -> None:
    """Not for the holder of a post, nor for a board member who was not elected."""
    page = html()
    assert page.count("Councillor Ailsa Munro") == 3
    assert "Private Person" not in page
    assert "Hidden Name" not in page


def test_private_keys_are_never_printed() -> None:
    """Keys that begin with x- are the partnership's own."""
    data = whole()
    data["x-note"] = first_outcome(data)["x-note"] = data["agreement"]["x-note"] = "for our eyes"
    assert "for our eyes" not in html(data, draft=True)


def test_what_is_not_said_yet_is_listed_with_owner_and_date() -> None:
    """Where it belongs and in a list: gaps in the figures in one of their own, each once."""
    data = whole()
    first_outcome(data)["by_whom"]["not_yet"] = {"missing": "Who deputises", "owner": "council", "due": "2013-12-31"}
    made = sections(document(data))
    (open_points,) = of_kind(made["not-yet"], Table)
    assert [[words(cell.lines) for cell in row] for row in open_points.rows] == [
        ["Who deputises", "Outcome 1.1", "Glenmore Council", "31 December 2013"]
    ]
    (gaps,) = of_kind(made["data-gaps"], Table)
    assert [words(cell.lines) for cell in gaps.rows[0]] == [
        "A target after the first reading Broken hips, people aged 65 and over",
        "Outcome 1.1",
        "NHS Orran",
        "30 September 2014",
    ]
    assert "Too few people to show where it starts" in words(gaps.rows[1])
    assert "A target after the first reading" in words(of_kind(made["outcome-falls-what"], Note))


def test_levels_stand_once() -> None:
    """In the table of measures; the answer to “by when” points there, from the first period to the last."""
    made = sections(document())
    assert "18.5" in words(of_kind(made["outcome-falls-what"], Table))
    answer = words(made["outcome-falls-when"])
    assert "18.5" not in answer
    assert "the first by 2013/14, the last by 2022/23" in answer


def test_a_statement_that_is_its_measure_is_said_once_in_the_matrix() -> None:
    """Where an outcome is one measure."""
    data = whole()
    first_outcome(data)["what"]["statement"] = "Emergency admissions after a fall, people aged 65 and over"
    (table,) = of_kind(sections(document(data))["matrix"], Table)
    assert words(table.rows[0]).count("Emergency admissions") == 1


def test_the_matrix_names_few_actions_and_the_first_and_the_last_level() -> None:
    """Two actions where they are short, and how many more there are."""
    (table,) = of_kind(sections(document())["matrix"], Table)
    _, how, who, when = (words(cell.lines) for cell in table.rows[0])
    assert how.startswith("Strength and balance classes, first in Muirton and Easter Burn A next-day visit")
    assert how.endswith("with one number to ring, and 1 more")
    assert who == "Glenmore Health and Social Care Partnership Chief Officer"
    assert when.endswith("at most 21.3 by 2013/14, at most 15.0 by 2022/23")


def test_money_is_mapped_to_partners_and_priorities() -> None:
    """What serves several priorities counts once, in a column of its own."""
    tables = of_kind(sections(document())["resources"], Table)
    table = next(one for one in tables if words(one.head).startswith("Partner Priority 1"))
    assert [[words(cell.lines) for cell in row] for row in (*table.rows, *table.foot)] == [
        ["NHS Orran", "£1,570,000", "–", "£1,570,000"],
        ["Glenmore Council", "–", "£2,400,000", "£2,400,000"],
        ["Total", "£1,570,000", "£2,400,000", "£3,970,000"],
    ]


def test_each_contribution_has_a_column_for_each_year_while_they_are_few() -> None:
    """With more years than four, what is given in each stands below each other."""

    def contributions(data: Any) -> Table:
        tables = of_kind(sections(document(data))["resources"], Table)
        return next(one for one in tables if words(one.head).startswith("What is given"))

    data = whole()
    table = contributions(data)
    assert [words(head) for head in table.head] == ["What is given", "What it serves", "2013/14", "2014/15", "2015/16"]
    assert [words(line) for line in table.rows[0][3].lines] == ["£520,000", "indicative"]
    assert "Worked out from: " in words(table.rows[0][0].lines)
    data["resources"][0]["years"] = [{"year": f"20{at}-{at + 1}", "amount": at * 1000} for at in range(13, 18)]
    table = contributions(data)
    assert [words(head) for head in table.head] == ["What is given", "What it serves", "Year by year"]
    assert [words(line) for line in table.rows[0][2].lines][:2] == ["2013/14: £13,000", "2014/15: £14,000"]


def test_who_answers_to_whom_for_what_and_by_when() -> None:
    """One row an outcome; a board that all answer to is said once."""
    made = sections(document())["accountability"]
    (table,) = of_kind(made, Table)
    lead = "Glenmore Health and Social Care Partnership Chief Officer"
    assert [words(cell.lines) for cell in table.rows[0]][1:] == [lead, "2022/23"]
    assert "All of them answer to Glenmore Partnership Board." in words(made)
    data = whole()
    first_outcome(data)["by_whom"]["accountable_to"] = "Its own board"
    (table,) = of_kind(sections(document(data))["accountability"], Table)
    assert [words(row[2].lines) for row in table.rows[:2]] == ["Its own board", "Glenmore Partnership Board"]


def test_an_outcome_says_what_people_told_us_and_what_money_is_its_alone() -> None:
    """What was heard stands where it led to something; money that serves other outcomes too is left to its table."""
    data = whole()
    data["resources"][0]["serves"] = ["falls"]
    made = sections(document(data))
    assert "The town hall is too far (184 people over 70 and their families)" in words(made["outcome-falls"].blocks)
    assert "The town hall" not in words(made["outcome-carers"].blocks)
    assert "Money for this outcome alone: £410,000 in 2013/14, £520,000 in 2014/15" in words(made["outcome-falls-how"])
    data["resources"][0]["serves"] = ["falls", "carers"]
    assert "Money for this" not in words(sections(document(data))["outcome-falls-how"])


def test_actions_stand_in_the_order_of_their_dates() -> None:
    """Whatever their order in the file; what goes on all the time comes last."""
    (table,) = of_kind(sections(document())["outcome-falls-how"], Table)
    assert [words(row[2].lines[0])[:16] for row in table.rows] == ["31 March 2014", "31 March 2017", "All the time; lo"]


def test_what_an_action_is_to_move_and_who_gains_is_said() -> None:
    """References that a reader needs: an action's measures, and the partners who gain where another pays."""
    data = whole()
    data["resources"][0]["benefits_to"] = ["council", "secret-body"]
    made = sections(document(data))
    moves = "Meant to move: Emergency admissions after a fall, people aged 65 and over"
    assert moves in words(made["outcome-falls-how"])
    assert "Who else gains: Glenmore Council Worked out from" in words(made["resources"])


def test_evidence_that_no_priority_names_stands_with_the_place() -> None:
    """Nothing that was found is lost."""
    data = whole()
    del data["priorities"][1]["evidence"]
    made = sections(document(data))
    assert "One school leaver in eight" in words(made["place"])
    assert "375 people" not in words(made["place"])


def test_partners_see_what_is_not_public() -> None:
    """With its number in the colophon."""
    made = composed(edition=Edition(audience="partners"))
    assert "Hush Consultants" in words(made.sections)
    assert "Hush response" in words(made.sections)
    assert "2 entries are not public; they are printed here" in words(made.colophon)


def test_a_section_names_the_part_that_it_prints() -> None:
    """By its path in the agreement as written, although entries before it are left out."""
    data = whole()
    secret = {**deepcopy(data["priorities"][0]), "id": "secret", "public": False}
    data["priorities"].insert(0, secret)
    data["priorities"][1]["outcomes"].insert(0, {**deepcopy(first_outcome(data)), "id": "hidden", "public": False})
    made = sections(document(data))
    assert made["priority-older-people"].about == ("priorities", 1)
    assert made["outcome-falls"].about == ("priorities", 1, "outcomes", 1)
    assert made["outcome-falls-by-whom"].about == ("priorities", 1, "outcomes", 1, "by_whom")
    assert made["prevention"].about == ("prevention",)
    assert made["binding"].about == ("governance", "how_decisions_bind")


@pytest.mark.parametrize(
    ("key", "question"),
    [
        ("what", "What will improve?"),
        ("how", "How will it be done?"),
        ("by_whom", "By whom?"),
        ("when", "By when?"),
    ],
)
def test_a_missing_answer_is_a_marked_hole_that_names_the_question(key: str, question: str) -> None:
    """In the outcome and in the matrix."""
    data = whole()
    del first_outcome(data)[key]
    made = sections(document(data, draft=True))
    answer = made[f"outcome-falls-{key.replace('_', '-')}"]
    assert question in [gap.question for gap in of_kind(answer, Gap)]
    assert question in words(made["matrix"])


def test_a_missing_prevention_plan_is_a_marked_hole() -> None:
    """The section stays, and says what is missing."""
    data = whole()
    del data["prevention"]
    (gap,) = of_kind(sections(document(data, draft=True))["prevention"], Gap)
    assert gap.question == "What is the plan for prevention?"


def test_a_missing_key_of_an_action_names_its_question() -> None:
    """Who answers for it, beside the action."""
    data = whole()
    del first_outcome(data)["how"][0]["owner"]
    (table,) = of_kind(sections(document(data, draft=True))["outcome-falls-how"], Table)
    row = next(row for row in table.rows if "Strength and balance" in words(row[0]))
    assert words(row[1].lines[0]) == "Who answers for it?"


def test_an_honest_gap_excuses_its_answers() -> None:
    """Where `not_yet` stands for an answer, the answer is to be settled and not missing."""
    data = whole()
    del first_outcome(data)["by_whom"]
    first_outcome(data)["not_yet"] = {"missing": "Who leads", "owner": "council", "due": "2013-12-31"}
    made = sections(document(data))
    assert not of_kind(made["outcome-falls-by-whom"], Gap)
    assert "Who leads" in words(of_kind(made["outcome-falls"], Note))


def test_a_draft_and_a_fictional_place_are_stamped() -> None:
    """Each with its own word."""
    assert [stamp.kind for stamp in document(draft=True).stamps] == ["draft", "fictional"]
    assert [stamp.kind for stamp in document().stamps] == ["fictional"]


@pytest.mark.parametrize("kind", KINDS_OF_PLAN)
@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_said_in_words(kind: str, status: str) -> None:
    """With and without its date."""
    data = whole()
    data["agreement"] |= {"kind": kind, "status": status, "submitted": "2013-03-28", "consultation_until": "2013-02-28"}
    dated = document(data).front.status
    for key in ("agreed", "agreed_by", "submitted", "consultation_until"):
        data["agreement"].pop(key, None)
    assert words(dated)
    assert words(document(data).front.status)


def test_the_matrix_has_a_row_for_every_outcome() -> None:
    """In the order of the document."""
    (table,) = of_kind(sections(document())["matrix"], Table)
    assert [words(row[0].lines[0])[:3] for row in table.rows] == ["1.1", "1.2", "2.1"]


def test_priorities_follow_their_rank() -> None:
    """Rank 1 comes first, wherever it stands in the file."""
    data = whole()
    data["priorities"].reverse()
    assert [section.anchor for section in document(data).sections if section.role == "priority"] == [
        "priority-older-people",
        "priority-young-people",
    ]


def test_repeated_ids_get_anchors_of_their_own() -> None:
    """A draft may hold a clash."""
    data = whole()
    data["priorities"][1]["outcomes"][0]["id"] = "falls"
    assert {"outcome-falls", "outcome-falls-2"} <= set(sections(document(data, draft=True)))


def test_the_colophon_names_version_and_digest() -> None:
    """On the last page, not on the first."""
    made = document()
    assert "1.2.3" in words(made.colophon)
    assert "d" * 64 in words(made.colophon)
    assert "1.2.3" not in words(made.front)


def test_the_same_input_gives_the_same_bytes() -> None:
    """Nothing depends on the clock or on the order of a set."""
    assert html() == html()


def test_facts_hold_something() -> None:
    """No list of terms is empty."""
    for section in sections(document()).values():
        assert all(facts.items for facts in of_kind(section, Facts))


def test_an_agreement_of_holes_is_still_a_document() -> None:
    """The emptiest file there can be."""
    made = agreement({})
    assert made.vision is HOLE
    assert compose(made, Edition(draft=True), as_of=AS_OF, digest="", version="", pictures={}).sections


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, one in below for found in _paths(one, (*path, key)))] if path else [
        found for key, one in below for found in _paths(one, (key,))
    ]  # fmt: skip


PATHS = _paths(whole())
DELETE = object()


@given(st.lists(st.sampled_from(PATHS), min_size=1, max_size=12), st.sampled_from([DELETE, None, [], "", "?", -1, {}]))
def test_a_missing_or_faulty_answer_never_breaks_the_document(paths: list[tuple[Any, ...]], instead: object) -> None:
    """Any answers gone or faulty, the document is made, every link leads somewhere, and no anchor stands twice."""
    data = whole()
    for path in paths:
        _spoil(data, path, instead)
    made = composed(data, Edition(draft=True))
    anchors = set(sections(made))
    targets = {target for target in _targets(made) if "-note-" not in target and "-mark-" not in target}
    assert targets <= anchors


def _spoil(data: Any, path: tuple[Any, ...], instead: object) -> None:
    try:
        for key in path[:-1]:
            data = data[key]
        if instead is DELETE:
            del data[path[-1]]
        else:
            data[path[-1]] = deepcopy(instead)
    except (KeyError, IndexError, TypeError):
        pass  # an earlier change took it away


def _targets(part: object) -> set[str]:
    own = {part.anchor} if isinstance(part, (CrossReference, Card)) else set()
    return own.union(*(_targets(one) for one in part)) if isinstance(part, tuple) else own


def test_a_partner_that_acts_or_gives_has_its_part_said() -> None:
    """A dash stands only beside a partner that the plan says nothing of."""
    data = whole()
    data["partners"].append({"id": "new-body", "name": "New Body", "kind": "other"})
    first_outcome(data)["how"][0]["partners"] = ["new-body"]
    rows = of_kind(sections(document(data))["partners"], Table)[0].rows
    said = {words(row[0]).split("\n")[0]: words(row[1]) for row in rows}
    assert "Acts in" in next(part for name, part in said.items() if name.startswith("New Body"))


def test_a_missing_lead_is_no_sentence_on_page_one() -> None:
    """The hole stands alone: nobody reads "Who leads? leads."."""
    data = whole()
    del data["priorities"][0]["lead"]
    card = of_kind(sections(document(data, draft=True))["page-one-priorities"], Cards)[0].items[0]
    assert "leads" not in words(card.lines[-1]).replace("Who leads?", "")
