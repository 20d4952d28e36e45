"""A round that is opened reads back as what was asked, keeps what is unsettled, and lets two people write in it."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soa import api
from soa.engine.check import Checked
from soa.model.part import sound
from soa.model.review import Round
from soa.review.opening import Made, NotNext, open_round
from soa.review.questions import Question, Spot
from soa.rules._rule import Citation
from soa.source.places import Place, Position, Span
from tests.rules.sound import FRAME, TODAY

DAY = date(2013, 4, 15)
MADE = Made("0f5b6a5f0c5e", "0.5.0", "7")
BY = "Location Director for Strathbeg"
NOWHERE = Place("soa.yaml", Span(Position(1, 1, 0), Position(1, 1, 0)))
ASKING = FRAME.replace(", response: The records will be linked from April 2014, response_date: 2013-05-20", "")


def _question(text: str = "Who leads on falls?", theme: str = "owner", outcome: str = "falls") -> Question:
    spot = Spot(("priorities", 0, "outcomes", 0, "by_whom"), f"{outcome}/by_whom" if outcome else "", NOWHERE)
    sources = (Citation("Audit Scotland 2013", "§19"),)
    return Question(
        "unowned-outcome",
        "collective",
        theme,
        9,
        outcome,
        spot,
        text,
        "“x”",
        "A post.",
        "audit-recommendation",
        sources,
    )


def _checked(*rounds: str, agreement: str = FRAME) -> Checked:
    texts = {f"review/round-{number}.yaml": text for number, text in enumerate(rounds, 1)}
    return api.check({"soa.yaml": agreement, **texts}, as_of=TODAY)


def _opened(checked: Checked, number: int = 1, *questions: Question) -> str:
    return open_round(checked, number, questions, by=BY, day=DAY, made=MADE, schema="../.soa/soa-1-round.schema.json")


def _read(*rounds: str, agreement: str = FRAME) -> Round:
    checked = _checked(*rounds, agreement=agreement)
    assert [one for one in checked.findings if one.severity == "error"] == []
    return checked.rounds[f"review/round-{len(rounds)}.yaml"]


def test_a_round_reads_back_as_what_was_put():
    made = _read(_opened(_checked(), 1, _question(), _question("Where is the money?", "money")))
    assert (made.round, str(made.opened), made.by) == (1, "2013-04-15", BY)
    assert (made.reviewed.digest, made.reviewed.soa, made.reviewed.rules, made.reviewed.version) == (*MADE, 2)
    assert [(one.id, one.to, one.about, one.state, str(one.raised)) for one in made.points] == [
        ("falls-owner", "partnership", "falls/by_whom", "open", "2013-04-15"),
        ("falls-money", "partnership", "falls/by_whom", "open", "2013-04-15"),
    ]
    assert made.points[0].question == "Who leads on falls?"
    assert made.points[0].source == "Audit Scotland 2013 §19"
    assert not sound(made.conclusion)


def test_what_others_owe_an_answer_to_is_put_to_them_once():
    first = _opened(_checked(agreement=ASKING))
    [point] = _read(first, agreement=ASKING).points
    assert (point.to, point.ask, point.about) == ("scottish-government", "ask-data", "ask-data")
    [again] = _read(first, _opened(_checked(first, agreement=ASKING), 2), agreement=ASKING).points
    assert (again.id, again.carried_from) == (point.id, 1)
    assert _read(_opened(_checked())).points == ()


def test_unsettled_points_are_carried_over_with_their_answers_and_settled_ones_are_not():
    first = _opened(_checked(), 1, _question(), _question("Where?", "money"), _question("What?", "gap"))
    answered = first.replace(
        "    state: open\n",
        "    state: answered\n    answer: |-\n      We do.\n\n      - so: there\n    answered: 2013-05-02\n",
        1,
    )
    settled = answered.replace("    state: open\n", "    state: closed\n    closed: 2013-05-02\n", 1)
    second = _opened(_checked(settled), 2, _question("Who leads?"), _question("Where is it?", "money"))
    made = _read(settled, second)
    assert [(one.id, one.state) for one in made.points] == [
        ("falls-owner", "answered"),
        ("falls-gap", "open"),
        ("falls-money-2", "open"),
    ]
    assert str(made.points[0].answer).rstrip() == "We do.\n\n- so: there"
    assert made.points[0].carried_from == 1
    withdrawn = settled.replace("state: closed", "state: withdrawn")
    again = _opened(_checked(withdrawn), 2, _question("Where is it?", "money"))
    assert "falls-money" not in [one.id for one in _read(withdrawn, again).points]
    third = _read(settled, second, _opened(_checked(settled, second), 3))
    assert third.points[0].carried_from == 1


@pytest.mark.parametrize(("number", "why"), [(1, "there already"), (3, "the next round is 2")])
def test_rounds_are_opened_one_after_another(number, why):
    checked = _checked(_opened(_checked(), 1, _question()))
    with pytest.raises(NotNext, match=why):
        _opened(checked, number)


def test_a_round_that_cannot_be_read_is_not_lost_by_opening_another():
    with pytest.raises(NotNext, match="cannot be read"):
        _opened(_checked("points: [\n"), 2)


@pytest.mark.parametrize(
    ("was", "slip"),
    [
        ("to: partnership", "to: [partnership, council]"),
        ("about: falls/by_whom", "abuot: falls/by_whom"),
        ("Who leads on falls?", "{not_yet: Soon}"),
        ("raised: 2013-04-15", "raised: in April"),
        ("state: open", "state: answered\n    answr: The Chief Officer.\n    answered: 2013-05-02"),
    ],
)
def test_a_point_that_cannot_be_read_whole_is_not_carried_over_in_part(was, slip):
    """Only what is settled may be faulty: nothing of it is taken over."""
    text = _opened(_checked(), 1, _question())
    assert was in text
    faulty = text.replace(was, slip)
    with pytest.raises(NotNext, match="cannot be read whole"):
        _opened(_checked(faulty), 2)
    if "state" not in was:
        settled = faulty.replace("state: open", "state: withdrawn\n    closed: 2013-05-02")
        assert "points: []" in _opened(_checked(settled), 2)


def test_no_round_is_opened_that_would_not_be_read():
    rounds = [_opened(_checked()).replace("round: 1", f"round: {number}") for number in range(1, 21)]
    with pytest.raises(NotNext, match="20 rounds are read"):
        _opened(_checked(*rounds), 21)


def test_a_question_about_a_partner_s_own_entry_is_put_to_that_partner():
    path = ("partners", 1, "plan_alignment")
    asked = _question()._replace(spot=Spot(path, "nhs-beg/plan_alignment", NOWHERE), outcome="")
    [point] = _read(_opened(_checked(), 1, asked)).points
    assert (point.to, point.id) == ("nhs-beg", "nhs-beg-owner")


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40).filter(str.strip)


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_any_words_come_back_as_they_were(question, by):
    text = open_round(_checked(), 1, [_question(question)], by=by, day=DAY, made=MADE)
    checked = api.check({"soa.yaml": FRAME, "review/round-1.yaml": text}, rules={})
    made = checked.rounds["review/round-1.yaml"]
    [point] = made.points
    if sound(point.question):  # what no YAML can hold is a finding
        assert " ".join(point.question.split()) == " ".join(question.split())
    assert not [one for one in checked.findings if one.rule in {"not-yaml", "unknown-key", "repeated-key"}]


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_two_people_s_edits_merge(tmp_path: Path):
    """An answer to each of two points beside each other, and a point added below the last."""
    text = _opened(_checked(), 1, _question(), _question("Where is the money?", "money"))
    states = text.split("    state: open\n")
    answer = "    state: answered\n    answer: We do.\n    answered: 2013-05-02\n"
    files = {
        "base": text,
        "officer": states[0] + answer + "    state: open\n".join(states[1:]),
        "colleague": "    state: open\n".join(states[:2]) + answer + states[2],
        "director": text + text[text.index("  - id:") :].split("\n\n")[0].replace("falls-owner", "another") + "\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    for name in ("colleague", "director"):
        command = ["git", "merge-file", str(tmp_path / "officer"), str(tmp_path / "base"), str(tmp_path / name)]
        assert subprocess.run(command, check=False).returncode == 0
    merged = _read((tmp_path / "officer").read_text("utf-8"))
    assert [(one.id, one.state) for one in merged.points] == [
        ("falls-owner", "answered"),
        ("falls-money", "answered"),
        ("another", "open"),
    ]
