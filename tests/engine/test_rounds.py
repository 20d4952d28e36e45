"""Rounds of review are read beside the agreement, judged with it, and never part of what it is."""

import pytest

from soa import api
from soa.engine.check import Checked
from soa.model.review import points_of, with_points_for_later
from tests.rules.sound import FRAME, ROUND, ROUND_FILE, TODAY, put, said

OPEN = """
points:
  - id: falls-lead
    to: partnership
    about: falls/by_whom
    question: Who will the board ask when falls do not come down?
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: open
"""
AGREED = FRAME.replace("status: consultation", "status: agreed\n  agreed: 2013-05-30")


def _round(points: str, number: int = 1) -> str:
    return put("points", points, ROUND).replace("round: 1", f"round: {number}")


def _checked(*rounds: str, agreement: str = FRAME) -> Checked:
    texts = {f"review/round-{number}.yaml": text for number, text in enumerate(rounds, 1)}
    return api.check({"soa.yaml": agreement, **texts}, as_of=TODAY)


def _rules(checked: Checked) -> list[tuple[str, str, str]]:
    return [
        (one.rule, one.case, one.part)
        for one in checked.findings
        if one.rule.startswith(("review", "broken", "unknown-key"))
    ]


def test_a_sound_round_changes_nothing_but_the_files_that_are_read():
    alone, beside = _checked(), _checked(ROUND)
    assert said(beside) == said(alone) == []
    assert sorted(beside.source.texts) == [ROUND_FILE, "soa.yaml"]
    assert api.report(beside).digest == api.report(alone).digest


def test_an_open_point_stands_at_the_part_it_is_about_and_leads_to_itself():
    [finding] = _checked(_round(OPEN)).findings
    assert (finding.rule, finding.severity) == ("review-point-unanswered", "warning")
    assert finding.part == "priorities/older-people/outcomes/falls/by_whom"
    assert finding.place.file == "soa.yaml"
    assert "Who will the board ask" in finding.message
    assert [one.place.file for one in finding.related] == [ROUND_FILE]


def test_an_open_point_about_the_whole_stands_in_its_own_file():
    [finding] = _checked(_round(OPEN.replace("    about: falls/by_whom\n", ""))).findings
    assert finding.place.file == ROUND_FILE


def test_an_agreement_is_not_agreed_while_a_point_to_the_partnership_is_open():
    found = _rules(_checked(_round(OPEN), agreement=AGREED))
    assert ("review-point-unanswered", "agreed", "agreement/status") in found
    for state in ("agreed-for-later\n    owner: council\n    due: 2013-12-31", "withdrawn\n    closed: 2013-05-01"):
        assert _rules(_checked(_round(OPEN.replace("open", state)), agreement=AGREED)) == []


@pytest.mark.parametrize("to", ["scottish-government", "Skills Development Scotland"])
def test_a_point_to_others_waits_and_stops_nobody(to):
    found = _rules(_checked(_round(OPEN.replace("to: partnership", f"to: {to}")), agreement=AGREED))
    assert [case for rule, case, _ in found if rule == "review-point-unanswered"] == ["waiting"]
    assert ("review-point-without-ask", "unlinked", f"{ROUND_FILE}/points/falls-lead/to") in found


def test_the_last_round_that_has_a_point_says_how_it_stands():
    closed = OPEN.replace("state: open", "state: closed\n    closed: 2013-05-20")
    assert _rules(_checked(_round(OPEN), _round(closed, 2))) == []
    assert [case for _, case, _ in _rules(_checked(_round(closed), _round(OPEN, 2)))] == ["open"]


def test_a_point_that_the_next_round_drops_is_said_there():
    other = OPEN.replace("id: falls-lead", "id: other").replace("state: open", "state: closed\n    closed: 2013-05-20")
    found = _rules(_checked(_round(OPEN), _round(other, 2)))
    assert ("review-round-inconsistent", "left-out", "review/round-2.yaml/points") in found


def test_a_gap_in_the_numbers_ends_the_reading():
    texts = {"soa.yaml": FRAME, "review/round-2.yaml": _round(OPEN, 2)}
    assert api.check(texts, as_of=TODAY).findings == ()


@pytest.mark.parametrize(
    ("slip", "rule"),
    [
        ("- a\n", "not-a-mapping"),
        ("points: [\n", "not-yaml"),
        (ROUND.replace("points:", "pionts:"), "unknown-key"),
        (ROUND.replace("state: closed", "state: shut"), "unknown-word"),
        (ROUND.replace("    closed: 2013-05-20\n", ""), "missing-key"),
        (ROUND.replace("closed: 2013-05-20", "closed: 2013-04-01"), "review-round-inconsistent"),
        (ROUND.replace("round: 1", "round: 7"), "review-round-inconsistent"),
        (_round(OPEN.replace("open", "agreed-for-later\n    owner: cuoncil\n    due: 2014")), "broken-reference"),
        (_round(OPEN.replace("open", "agreed-for-later")), "missing-key"),
        (_round(OPEN.replace("falls/by_whom", "fals/by_whom")), "review-point-adrift"),
        (_round(OPEN.replace("to: partnership", "to: partnershp")), "review-point-adrift"),
        (_round(OPEN + OPEN.replace("\npoints:", "").replace("open", "withdrawn\n    closed: 2014")), "review-round-inconsistent"),
        ("", "empty-file"),
    ],
)  # fmt: skip
def test_a_slip_in_a_round_is_said_at_its_place_and_hides_nothing_of_the_agreement(slip, rule):
    found = _checked(slip, agreement=FRAME.replace("          lead: hscp", "          lead: All partners")).findings
    there = [one for one in found if one.place.file == ROUND_FILE]
    assert rule in {one.rule for one in there}
    assert all(one.place.span.start.line > 0 for one in there)
    assert "unowned-outcome" in {one.rule for one in found if one.place.file == "soa.yaml"}


def test_what_is_agreed_for_later_joins_the_development_plan_once():
    later = _round(OPEN.replace("open", "agreed-for-later\n    owner: council\n    due: 2013-12-31"))
    checked = _checked(later)
    assert checked.agreement is not None
    made = with_points_for_later(checked.agreement, checked.rounds)
    assert [str(one.point) for one in made.development_plan][-1:] == [
        "Who will the board ask when falls do not come down?"
    ]
    assert with_points_for_later(made, checked.rounds) is made
    assert b"Who will the board ask" in api.publish(checked, "md", as_of=TODAY)


def test_points_keep_the_order_in_which_they_were_put():
    second = OPEN + OPEN.replace("\npoints:", "").replace("falls-lead", "another")
    checked = _checked(_round(OPEN), _round(second, 2))
    assert [(one.point.id, one.number) for one in points_of(checked.rounds)] == [("falls-lead", 2), ("another", 2)]


@pytest.mark.parametrize("beside", [(), (_round(OPEN),)], ids=["no such file", "a file of that name"])
def test_a_round_written_into_the_agreement_is_no_round(beside):
    """It is a key that nobody knows, and what stands in the file of that name is read all the same."""
    number = len(beside) + 1
    for name in {"review/round-1.yaml", f"review/round-{number}.yaml", "review/round-77.yaml"}:
        found = _checked(*beside, agreement=f"{FRAME}{name}: {{soa: 1, points: []}}\n")
        assert [(one.rule, one.place.file) for one in found.findings if one.severity == "error"] == [
            ("unknown-key", "soa.yaml")
        ]
        assert len(points_of(found.rounds)) == len(beside)


def test_a_round_beyond_those_that_are_read_is_said_to_be_so():
    closed = OPEN.replace("state: open", "state: closed\n    closed: 2013-05-20")
    rounds = [_round(closed, number) for number in range(1, 23)]
    assert [one.rule for one in _checked(*rounds[:20]).findings] == []
    [beyond] = _checked(*rounds).findings
    assert (beyond.rule, beyond.place.file) == ("too-large", "review/round-21.yaml")


def test_a_partner_s_name_in_place_of_its_id_does_not_let_an_agreement_be_signed():
    named = _round(OPEN.replace("to: partnership", "to: nhs  BEG"))
    found = _rules(_checked(named, agreement=AGREED))
    assert ("review-point-adrift", "nobody", f"{ROUND_FILE}/points/falls-lead/to") in found
    assert ("review-point-unanswered", "agreed", "agreement/status") in found
    assert "review-point-without-ask" not in {rule for rule, _, _ in found}


def test_a_point_that_is_open_again_is_asked_again_with_its_old_answer_beside_it():
    again = OPEN.replace("state: open", "state: open\n    answer: It is said elsewhere.\n    answered: 2013-05-02")
    assert [case for _, case, _ in _rules(_checked(_round(again), agreement=AGREED))] == ["agreed", "state"]
    carried = again + "    carried_from: 1\n"
    found = _rules(_checked(_round(again), _round(carried, 2), agreement=AGREED))
    assert [case for rule, case, _ in found if rule == "review-point-unanswered"] == ["agreed", "open"]


def test_a_point_that_is_settled_in_a_round_that_is_over_is_said():
    carried = OPEN + "    carried_from: 1\n"
    late = OPEN.replace("state: open", "state: closed\n    closed: 2013-05-20")
    found = _rules(_checked(_round(late), _round(carried, 2)))
    assert ("review-round-inconsistent", "late", f"{ROUND_FILE}/points/falls-lead/state") in found
