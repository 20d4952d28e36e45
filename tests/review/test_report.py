"""The report: laid out for a two-hour meeting, the same for every reader, nothing in it computed that a person has to conclude."""

from __future__ import annotations

import json
import re
from io import BytesIO
from itertools import combinations
from typing import get_args
from zipfile import ZipFile

import pikepdf
import pytest

from soa import __version__
from soa.document.blocks import Document, List, Room, Table
from soa.language.letters import lacking
from soa.model.schema import round_schema
from soa.review import questions, weights
from soa.review.asking import clipped
from soa.review.data import data_of, json_of
from soa.review.gathered import MOST_PRINTED, Reader, Review
from soa.review.page_one import MOST_FULL, MOST_SHORT
from soa.review.report import report_of
from soa.review.wording import AUTHORITY, FOR_READER, MARKS, SPEAK_FOR, STATES, THEMES, VERDICTS, counted
from soa.rules._rule import DOCUMENTS, Authority
from soa.writers import WRITERS
from soa.writers.press import Press
from tests.document.made import of_kind, sections
from tests.review.read import page_one, reading, report, said
from tests.rules.sound import FRAME, ROUND, put
from tests.writers.read_back import READERS, of_document

NOBODY = FRAME.replace("          lead: hscp\n          post: Chief Officer\n", "          lead: everybody\n")
"""A draft in which nobody leads the first outcome."""
WEAK = re.sub(
    r"^(assessments|governance|engagement|evidence|not_chosen):\n(?:[ #].*\n)+",
    "",
    NOBODY.replace("    preventive: true\n", "")
    .replace("            due: 2017-02-28\n", "            due: ongoing\n")
    .replace("    evidence: [ev-falls]\n    engagement: [eng-falls]\n", "")
    .replace(
        "            - {partner: nhs-beg, contribution: Two discharge",
        "            - {partner: council, contribution: Some",
    )
    .replace(
        "baseline: {period: 2012-13, value: 81.0, base: 640}", "baseline: {period: 2012-13, value: 88.0, base: 640}"
    )
    .replace("[{plan: council-plan, clause: The budget for 2013/14 carries the amounts below, date: 2013-04-11}]", "[]")
    .replace("[{plan: nhs-plan, clause: Section 4 takes over the falls targets, date: 2013-04-24}]", "[]"),
    flags=re.MULTILINE,
)
"""A draft of which much can be asked."""
OPEN = (
    ROUND.replace("    state: closed\n", "    state: open\n")
    .replace("    answered: 2013-05-02\n", "")
    .replace("    closed: 2013-05-20\n", "")
)


# ---- page one --------------------------------------------------------------------------------------------------------


def test_page_one_has_what_a_meeting_needs_in_its_order() -> None:
    """As the planner's reading of the guidance lays it out."""
    made = report(WEAK)
    assert [one.anchor for one in made.front.sections] == [
        "conclusion",
        "grid",
        "five-questions",
        "strengths",
        "changed",
        "owed",
    ]
    assert (made.front.place, made.title) == (
        "Strathbeg",
        "Challenge report: Strathbeg Single Outcome Agreement 2013 to 2023",
    )
    assert "Version 2." in said(made.front.status)
    assert said(made.front.status).endswith("Read as of 1 June 2013.")


def test_who_read_it_is_named() -> None:
    """As asked, else as the newest round says."""
    assert said(report(by="Audit Manager").front.status).endswith("Read as of 1 June 2013 by Audit Manager.")
    assert said(report(round_1=ROUND).front.status).endswith("by Location Director for Strathbeg.")


def test_the_conclusion_is_room_to_write_until_somebody_has_typed_it() -> None:
    """It never says anything of the draft by itself, however sound or weak that is."""
    for text in (FRAME, WEAK):
        made = page_one(report(text))["conclusion"]
        assert [block.label for block in of_kind(made, Room)] == ["Conclusion, and why"]
        assert "never worked out" in said(made)
        assert not any(f"{verdict}." in said(made) for verdict in VERDICTS.values())


def test_a_typed_conclusion_is_printed_with_whose_it_is() -> None:
    """From the newest round; which draft that was about only its files tell, and no number of a version."""
    made = page_one(report(WEAK, round_1=ROUND))["conclusion"]
    assert not of_kind(made, Room)
    assert said(made).startswith(
        "The location director’s conclusion Agree with development points. Falls have an owner, a date and money"
    )
    assert said(made).endswith("Written by Location Director for Strathbeg in round 1, opened on 15 April 2013.")
    assert data_of(reading(WEAK, round_1=ROUND))["conclusion"]["verdict"] == "agree-with-development-points"


@pytest.mark.parametrize("reader", ["officer", "peer", "audit"])
def test_the_directors_conclusion_is_nobody_elses(reader: Reader) -> None:
    """Whoever else reads has room for one of their own, and is told what the director concluded, and is not taken for the director."""
    document = report(WEAK, reader, ROUND)
    made = page_one(document)["conclusion"]
    assert said(made).startswith(FOR_READER[reader].concludes if reader != "officer" else "Our own conclusion")
    assert [block.label for block in of_kind(made, Room)] == ["Conclusion, and why"]
    assert "The location director concluded in round 1: Agree with development points. Falls have an owner" in said(
        made
    )
    assert said(made).endswith("Written by Location Director for Strathbeg in round 1, opened on 15 April 2013.")
    assert said(document.front.status).endswith("Read as of 1 June 2013.")
    data = data_of(reading(WEAK, reader, ROUND))
    assert (data["conclusion"], data["by"]) == (None, "")
    assert data["concluded"] == {
        "round": 1,
        "by": "Location Director for Strathbeg",
        **data_of(reading(WEAK, round_1=ROUND))["conclusion"],
    }


def test_what_is_not_to_be_sent_to_government_is_not_said_to_be() -> None:
    """An officer sends a draft agreement; not what is there already, nor what is agreed, nor a plan under the Act of 2015."""
    unsent = FRAME.replace("  submitted: 2013-03-28\n", "")
    plan = unsent.replace("kind: single-outcome-agreement", "kind: local-outcomes-improvement-plan")
    agreed = unsent.replace("status: consultation", "status: agreed")
    for text in (unsent, unsent.replace("  kind: single-outcome-agreement\n", "")):
        made = report(text, "officer")
        assert "before the draft goes to the Scottish Government" in said(made.front.for_whom)
        assert said(page_one(made)["conclusion"]).startswith("Our own conclusion before we send it")
    for text in (FRAME, plan, agreed):
        made = report(text, "officer")
        assert "sen" not in said(made.front.for_whom) + said(page_one(made)["conclusion"].title)
        assert "Scottish Government" not in said(made.front.for_whom) + made.description
        assert "who send" not in said(page_one(made)["conclusion"])


def test_a_round_without_a_verdict_leaves_room() -> None:
    """A conclusion that cannot be read is none."""
    text = ROUND.replace("verdict: agree-with-development-points", "verdict: perhaps")
    assert of_kind(page_one(report(round_1=text))["conclusion"], Room)
    assert data_of(reading(round_1=text))["conclusion"] is None


def test_the_grid_says_each_answer_in_a_word_and_a_shape() -> None:
    """Outcomes down, the four questions across, the four proofs below."""
    grid = page_one(report(NOBODY))["grid"]
    outcomes, proofs = of_kind(grid, Table)
    assert [said(head) for head in outcomes.head] == [
        "Outcome",
        "What will improve?",
        "How?",
        "By whom?",
        "By when?",
    ]
    assert [said(row[0].lines[1]) for row in outcomes.rows] == ["falls", "home"]
    assert said(outcomes.rows[0][3].lines[0]) == "○ missing"
    assert said(outcomes.rows[1][3].lines[0]) == "● answered"
    assert len(proofs.head) == len(proofs.rows[0]) == 4
    assert all(mark in said(grid) for mark in MARKS.values())


def test_the_shapes_are_in_the_fonts_that_are_shipped() -> None:
    """Else a file would name them in brackets."""
    assert not lacking("".join(MARKS.values()))
    assert len(set(MARKS.values())) == 3


def test_page_one_counts_no_findings_and_weighs_nothing() -> None:
    """No number for the whole, no severity, no weight."""
    for text in (FRAME, WEAK):
        words = said(report(text).front)
        assert not re.search(r"\b(finding|error|warning|advice|score|per cent of|rank)s?\b", words, re.IGNORECASE)
    data = json.loads(json_of(reading(WEAK)))
    assert "weight" not in str(data)
    assert "severity" not in str(data)


def test_a_question_has_its_place_its_authority_a_good_answer_and_room() -> None:
    """The first one: nobody leads an outcome."""
    made = page_one(report(NOBODY))["five-questions"]
    [asked] = of_kind(made, List)
    first = asked.items[0]
    words = said(first)
    line = NOBODY.splitlines().index("          lead: everybody") + 1
    assert f"soa.yaml, line {line} (falls/by_whom/lead)." in words
    assert re.search(r"The audit recommends this \(Audit Scotland 2013, §[^;]*\)\.", words)
    assert "A good answer: " in words
    assert isinstance(first[-1], Room)
    assert first[-1].label == "Answer"


def test_a_sound_draft_is_asked_nothing_for_the_sake_of_five() -> None:
    """And is told so without praise."""
    made = page_one(report(FRAME))
    assert said(made["five-questions"]).startswith("No question stands out")
    assert not of_kind(made["five-questions"], Room)


ANSWERED = (
    ROUND.replace("id: falls-lead", "id: falls-owner")
    .replace("state: closed", "state: answered", 1)
    .replace("    closed: 2013-05-20\n", "")
)
"""A round with an answer to who leads the first outcome, asked in other words."""


@pytest.mark.parametrize("id_", ["falls-owner", "falls-owner-2"])
def test_what_was_answered_before_stands_under_the_question_that_asks_it_again(id_: str) -> None:
    """Of the same part and theme, whoever answered; and under no other."""
    text = ANSWERED.replace("falls-owner", id_)
    first, *others = of_kind(page_one(report(WEAK, round_1=text))["five-questions"], List)[0].items
    words = "You answered on 2 May 2013: “The Chief Officer, from 1 May; by_whom now names the post”"
    assert said(first[1]) == words
    assert said(first[2]).startswith("What we found: ")
    assert not any("answered on" in said(one) for one in others)
    by_council = report(WEAK, round_1=text.replace("to: partnership", "to: council"))
    assert "Strathbeg Council answered on 2 May 2013: “" in said(page_one(by_council)["five-questions"])
    data = data_of(reading(WEAK, round_1=text))["questions"]
    assert [one["answered"]["point"] if one["answered"] else "" for one in data[:3]] == [id_, "", ""]
    assert (data[0]["answered"]["round"], data[0]["answered"]["answered"]) == (1, "2013-05-02")


def test_an_answer_about_something_else_is_told_under_no_question() -> None:
    """Neither of another theme or part, nor where nothing was answered."""
    unanswered = OPEN.replace("    answer: The Chief Officer, from 1 May; by_whom now names the post.\n", "")
    assert unanswered != OPEN
    for text in (
        ROUND,
        ANSWERED.replace("falls-owner", "falls-when"),
        ANSWERED.replace("falls-owner", "home-owner"),
        unanswered.replace("falls-lead", "falls-owner"),
    ):
        assert not re.search(r"answered (on|in) ", said(page_one(report(WEAK, round_1=text))["five-questions"]))


def test_an_answer_that_is_quoted_is_not_listed_again() -> None:
    """The list of what was answered has the other points."""
    words = said(page_one(report(WEAK, round_1=ANSWERED))["changed"])
    assert "One point of review has been answered. One of the answers stands under a question above." in words
    assert "Who will the board ask" not in words
    point = ANSWERED[ANSWERED.index("  - id: ") : ANSWERED.index("# }", ANSWERED.index("  - id: "))]
    two = ANSWERED.replace(point, point + point.replace("falls-owner", "another").replace("Who will", "When will"))
    words = said(page_one(report(WEAK, round_1=two))["changed"])
    assert "Two points of review have been answered. One of the answers stands under a question above; the" in words
    assert "the others were to: When will the board ask when falls do not come down? another" in words
    neither = said(page_one(report(WEAK, round_1=ANSWERED.replace("falls-owner", "another")))["changed"])
    assert "One point of review has been answered: Who will the board ask" in neither


def test_a_printed_page_says_no_command_for_what_was_not_asked() -> None:
    """Who reads on paper is only told that there was nothing to compare with."""
    assert said(page_one(report(WEAK))["changed"]).endswith(
        "This report was made without an earlier draft to compare with."
    )


def test_strengths_quote_the_words_of_the_draft() -> None:
    """At most three, each with its place."""
    [found] = of_kind(page_one(report(FRAME))["strengths"], List)
    assert 1 <= len(found.items) <= 3
    assert all("“" in said(item) and "soa.yaml, line " in said(item) for item in found.items)


def test_what_government_owes_is_what_was_asked_and_not_answered() -> None:
    """Neither what is answered, nor what a local partner is asked for; points put to it in review too, each once."""
    assert said(page_one(report(FRAME))["owed"]).endswith("All that is asked of them has been answered.")
    asked = """
asks:
  - {id: ask-data, of: scottish-government, ask: Let health and care records be linked, why: Two files hold one person, by: 2014-03-31}
  - {id: ask-hall, of: council, ask: Open the hall on Sundays}
"""
    words = said(page_one(report(put("asks", asked)))["owed"])
    assert "The Scottish Government: Let health and care records be linked. Two files hold one person." in words
    assert "An answer is asked for by 31 March 2014." in words
    assert "Sundays" not in words
    assert said(page_one(report(put("asks", "asks: []")))["owed"]).endswith("The draft asks nothing of them.")
    point = OPEN.replace("to: partnership", "to: scottish-government")
    assert "in review: Who will the board ask" in said(page_one(report(round_1=point))["owed"])
    same = point.replace("    by: Location", "    ask: ask-data\n    by: Location")
    assert "in review" not in said(page_one(report(put("asks", asked), round_1=same))["owed"])


def _of_outcomes(number: int, frame: str = FRAME) -> str:
    """A plan of so many outcomes."""
    outcome = frame[frame.index("      - id: home\n") : frame.index("  # }\n  # another {")]
    more = "".join(outcome.replace("- id: home\n", f"- id: home-{at}\n", 1) for at in range(number - 2))
    return frame.replace("  # }\n  # another {", f"{more}  # }}\n  # another {{")


def test_a_plan_of_many_outcomes_keeps_page_one_short() -> None:
    """With more outcomes the reasons stand after page one, then the grid itself."""
    for number, tables, rows in ((MOST_FULL, 2, MOST_FULL), (MOST_FULL + 1, 2, MOST_FULL + 1), (MOST_SHORT + 1, 1, 1)):
        made = report(_of_outcomes(number))
        found = of_kind(page_one(made)["grid"], Table)
        assert (len(found), len(found[0].rows)) == (tables, rows)
        assert ("whole-grid" in sections(made)) == (number > MOST_FULL)
        assert (f"The plan has {number} outcomes." in said(page_one(made)["grid"])) == (number > MOST_FULL)
        if tables == 2:
            assert len(found[0].rows[0][0].lines) == (2 if number <= MOST_FULL else 1)


def test_a_slip_that_hides_part_of_a_draft_is_told_on_page_one() -> None:
    """Because a question may come of the slip alone."""
    words = said(
        page_one(report(FRAME.replace("localities:\n", "localities: {file: gone.yaml}\nx-was:\n")))["conclusion"]
    )
    assert "Not all of this draft could be read" in words
    assert "soa.yaml, line " in words
    assert "gone.yaml" in words
    assert "could be read" not in said(page_one(report(FRAME))["conclusion"])


# ---- the questions ---------------------------------------------------------------------------------------------------


def _asked(made: Document) -> list[str]:
    """Every question in the order of the print, with its number."""
    lists = [*of_kind(page_one(made)["five-questions"], List)]
    lists += [
        block
        for section in made.sections
        if section.anchor == "questions"
        for one in section.sections
        for block in of_kind(one, List)
    ]
    return [f"{(one.start or 0) + at}. {said(item[0])}" for one in lists for at, item in enumerate(one.items)]


def test_questions_are_numbered_through_the_whole_report() -> None:
    """So that an answer can name its question; each stands once."""
    asked = _asked(report(WEAK))
    assert len(asked) > 6
    assert [one.split(".")[0] for one in asked] == [str(at) for at in range(1, len(asked) + 1)]
    assert {one.split(". ", 1)[1] for one in asked} == {
        " ".join(one.question.split()) for one in reading(WEAK).questions
    }


def test_what_is_asked_at_the_front_is_not_said_to_be_on_a_page() -> None:
    """Which page it is on, only the printer knows."""
    words = said(sections(report(WEAK))["questions"])
    assert re.search(r"See also questions? \d[ and\d]* at the front\.", words)
    assert "page one" not in words


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("It is short: “all of it”.", "It is short: “all of it”."),
        ("The draft says: “words and many more of them", "The draft says: “words …”"),
        ("“One” and “two” and many more words than that", "“One” and “two” and many …"),
        ("One word, and then: “a quotation that is cut", "One word, and then: “a …”"),
        ("One word, and then said: “a quotation", "One word, and then said: …"),
    ],
)
def test_words_that_are_cut_close_their_quotation(words: str, cut: str) -> None:
    """Else a reader cannot tell where the draft's own words end."""
    assert clipped(words, 26) == cut


def test_the_questions_and_their_order_are_the_same_for_every_reader() -> None:
    """What differs is who concludes and the tone; whoever writes also has what to write."""
    made: dict[Reader, Document] = {reader: report(WEAK, reader) for reader in get_args(Reader)}
    assert len({tuple(_asked(one)) for one in made.values()}) == 1
    assert len({said(page_one(one)["conclusion"].title) for one in made.values()}) == len(made)
    assert len({said(one.front.for_whom) for one in made.values()}) == len(made)
    assert {reader for reader, one in made.items() if "What to write:" in said(one)} == {"officer"}
    assert len({said(one.sections[-1]) for one in made.values()}) == 1


def test_groups_stand_in_the_order_of_their_heaviest_question() -> None:
    """Authority and centrality, never the number of findings."""
    read = reading(WEAK)
    heaviest = [asked[0].weight for _, asked in read.groups]
    assert heaviest == sorted(heaviest, reverse=True)
    assert all(list(asked) == sorted(asked, key=lambda one: -one.weight) for _, asked in read.groups)


def test_a_list_too_long_for_a_meeting_is_cut_and_the_data_has_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the report says so."""
    whole = reading(WEAK)
    monkeypatch.setattr("soa.review.gathered.MOST_PRINTED", 2)
    read = reading(WEAK)
    left = len(whole.questions) - len(whole.first) - 2
    assert MOST_PRINTED > 2
    assert left > 1
    made = report_of(read)
    assert f"{counted(left, 'lighter question', 'lighter questions')} are not printed here" in said(made).lower()
    assert len(_asked(made)) == len(read.first) + 2
    assert [one["question"] for one in data_of(read)["questions"]] == [one.question for one in whole.questions]


def test_every_word_has_its_wording() -> None:
    """Themes, authorities and states that others may add are not printed as keys."""
    assert set(THEMES) == set(weights.THEMES)
    assert set(AUTHORITY) == set(get_args(Authority))
    assert set(FOR_READER) == set(get_args(Reader))
    assert {one for documents in SPEAK_FOR.values() for one in documents} <= set(DOCUMENTS)
    assert set(STATES) == set(round_schema()["$defs"]["Point"]["properties"]["state"]["enum"])


def test_only_law_guidance_and_audit_speak_for_others() -> None:
    """What rests on submissions or practice is asked in the reader's own name."""
    assert {key for key, words in AUTHORITY.items() if words.startswith("We would ask")} == {"submission", "practice"}
    assert [counted(one, "question", "questions") for one in (1, 5, 12)] == [
        "one question",
        "five questions",
        "12 questions",
    ]


# ---- what follows ----------------------------------------------------------------------------------------------------


def test_points_that_are_not_closed_stand_after_page_one() -> None:
    """An open one with room for its answer; what was agreed for later with its owner; a closed one not at all."""
    made = sections(report(round_1=OPEN))["points"]
    assert "To the partnership: open. About falls/by_whom. Raised by Location Director for Strathbeg" in said(made)
    assert of_kind(made, Room)
    assert "One point of review waits for an answer" in said(page_one(report(round_1=OPEN))["changed"])
    assert "waits" not in said(page_one(report(round_1=ROUND))["changed"])
    later = OPEN.replace("state: open", "state: agreed-for-later\n    owner: council\n    due: 2013-12-31")
    made = sections(report(round_1=later))["points"]
    assert "Strathbeg Council settles it by 31 December 2013." in said(made)
    assert not of_kind(made, Room)
    assert "points" not in sections(report(round_1=ROUND))


def test_exceptions_and_honest_gaps_are_listed_with_their_reasons() -> None:
    """An exception hides nothing from whoever reads."""
    text = FRAME.replace(
        "          post: Head of Housing\n",
        "          # soa: ignore[unowned-outcome] The post is advertised (until 2013-09-30)\n",
    ).replace(
        "  - {title: Rural roads,",
        "  - {title: Roads, not_yet: {missing: Why, owner: council, due: 2013-10-31}}\n  - {title: Rural roads,",
    )
    words = said(sections(report(text))["claimed"])
    assert "unowned-outcome" in words
    assert "The post is advertised" in words
    assert "2013-09-30" in words
    assert "Why Strathbeg Council 31 October 2013" in words
    none = said(sections(report(FRAME))["claimed"])
    assert "claims no exception" in none
    assert "nothing as still to be settled" in none


def test_every_table_of_coverage_is_there() -> None:
    """And the two ways to read the whole, which say where to look and what is asked."""
    made = sections(report(WEAK))
    assert {"by-lead", "by-partner", "by-priority", "national", "policy", "heard", "audit", "cycle"} <= made.keys()
    audit = of_kind(made["audit"], Table)[0]
    assert len(audit.rows) == 4
    assert "By whom: in 2 of 2 outcomes (falls/by_whom)" in said(audit.rows[2])
    numbers = [set(re.findall(r"\d+", said(row[2]))) for row in audit.rows]
    assert "1" in numbers[2]  # who leads is the first question
    assert not any(one & other for one, other in combinations(numbers, 2))
    cycle = of_kind(made["cycle"], Table)[0]
    assert len(cycle.rows) == 6  # the centre and its five parts


def test_how_it_was_made_lets_another_reader_repeat_it() -> None:
    """Versions, the day, the draft's digest, each file's, and nothing of the machine."""
    read = reading(WEAK, round_1=ROUND, remarks=("A remark.",))
    words = said(report_of(read).colophon)
    for one in (f"soa {__version__}", read.made.rule_set, "soa: 1", "1 June 2013", read.made.digest, "A remark."):
        assert one in words
    assert [name for name, _ in read.made.files] == ["review/round-1.yaml", "soa.yaml"]
    assert all(known in words and re.fullmatch("[0-9a-f]{64}", known) for _, known in read.made.files)
    assert "Audit Scotland, Improving community planning in Scotland, March 2013" in words


def test_no_person_is_named_and_what_is_kept_from_the_public_marks_each_page() -> None:
    """A review is for the partnership: it sees everything, and names posts alone."""
    text = FRAME.replace(
        "          post: Head of Housing\n", "          post: Head of Housing\n          person: Morag Secret\n"
    )
    assert "Morag" not in said(report(text)) + json_of(reading(text))
    kept = FRAME.replace("- {risk: Too few", "- {public: false, risk: Too few")
    assert [stamp.kind for stamp in report(kept).stamps] == ["partners", "fictional"]
    assert [stamp.kind for stamp in report(FRAME).stamps] == ["fictional"]
    private = FRAME.replace(
        "- {id: ask-data, of: scottish-government, ask: Let health and care records be linked,",
        "- {public: false, id: ask-data, of: scottish-government, ask: Let us know quietly,",
    ).replace(", response: The records will be linked from April 2014, response_date: 2013-05-20", "")
    assert "Let us know quietly" in said(page_one(report(private))["owed"])


def test_what_an_author_wrote_is_words() -> None:
    """Neither markup nor script, in any place of the report."""
    nasty = "<script>alert(1)</script> {{7*7}} #pagebreak() [x](javascript:1)"
    text = NOBODY.replace("Handrails fitted within ten working days", nasty).replace("everybody", f"'{nasty}'")
    html = WRITERS["html"](report(text, by=nasty), Press()).decode()
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert WRITERS["pdf"](report(text, by=nasty), Press()).startswith(b"%PDF")


# ---- files -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def weak() -> Review:
    """One reading for all formats."""
    return reading(WEAK, round_1=OPEN)


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_says_the_same_twice(suffix: str, weak: Review) -> None:
    """Word for word what the document says, and byte for byte what another reader gets."""
    document = report_of(weak)
    file = WRITERS[suffix](document, Press())
    assert READERS[suffix](file, document) == of_document(document)
    assert WRITERS[suffix](report(WEAK, round_1=OPEN), Press()) == file


def test_page_one_of_ten_outcomes_fills_two_pages_at_most() -> None:
    """With five questions and room for their answers."""
    made = WRITERS["pdf"](report(_of_outcomes(10, WEAK)), Press())
    with pikepdf.open(BytesIO(made)) as pdf, pdf.open_outline() as outline:
        pages = [page.objgen for page in pdf.pages]
        first = outline.root[0].destination
        assert first is not None
        assert pages.index(first[0].objgen) <= 2


def test_a_question_stays_on_the_page_of_the_room_for_its_answer() -> None:
    """In Word by its paragraphs: each but the box's last is kept with the next."""
    made = report(WEAK)
    with ZipFile(BytesIO(WRITERS["docx"](made, Press()))) as file:
        paragraphs = re.findall(r"<w:p>.*?</w:p>", file.read("word/document.xml").decode())
    box = next(at for at, one in enumerate(paragraphs) if ">Answer<" in one)
    start = next(at for at, one in enumerate(paragraphs) if "<w:numPr>" in one)
    assert start < box
    assert all("<w:keepNext/>" in one for one in paragraphs[start : box + 2])
    assert "<w:keepNext/>" not in paragraphs[box + 2]


def test_the_data_says_all_that_the_report_prints(weak: Review) -> None:
    """And its keys are a promise."""
    data = json.loads(json_of(weak))
    assert list(data) == [
        "version", "tool", "rule_set", "format", "as_of", "reader", "by", "agreement", "remarks", "conclusion", "concluded",
        "grid", "questions", "strengths", "points", "exceptions", "not_yet", "unread", "coverage", "changes",
    ]  # fmt: skip
    assert (data["version"], data["as_of"], data["agreement"]["version"]) == (1, "2013-06-01", 2)
    first = data["questions"][0]
    assert list(first) == [
        "number", "first", "theme", "rule", "case", "outcome", "question", "found", "good_answer", "help", "authority", "sources",
        "about", "file", "line", "also", "answered",
    ]  # fmt: skip
    assert {one["number"] for one in data["questions"]} == set(range(1, len(data["questions"]) + 1))
    assert sum(one["first"] for one in data["questions"]) == len(weak.first)
    assert first["help"].startswith("Name the one partner who leads by its id")
    falls = data["grid"]["outcomes"][0]
    assert (falls["id"], falls["by_whom"]["mark"], falls["by_whom"]["about"].split("/")[0]) == (
        "falls",
        "missing",
        "falls",
    )
    assert len(data["grid"]["prevention"]) == 4
    assert data["points"][0]["state"] == "open"
    assert data["changes"] is None


def test_nothing_that_could_be_read_is_nothing_to_review() -> None:
    """The caller is told, and prints the reasons."""
    with pytest.raises(ValueError, match="nothing could be read"):
        reading("- a list\n")


def test_the_reading_asks_what_the_judgement_asks() -> None:
    """Every question of the judgement, and no other."""
    read = reading(WEAK)
    assert read.first == questions.first_five(read.questions)
    grouped = [one for _, asked in read.groups for one in asked]
    assert sorted(map(read.numbers.__getitem__, (*read.first, *grouped))) == list(range(1, len(read.questions) + 1))
