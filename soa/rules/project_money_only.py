"""A priority does not rest on project money alone."""

from collections.abc import Iterator

from soa.language.sentence import listed
from soa.model.agreement import Agreement
from soa.model.outcome import Priority
from soa.model.part import each, sound
from soa.rules._giving import Line, amount_of, called, fund, lines_of, may_be_hidden
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """For each priority compare what ordinary budgets give with the rest; priorities on the same money are one finding."""
    if may_be_hidden(subject.part):
        return
    serving = lines_of(subject.lookup)
    found: dict[tuple[str, str, tuple[Path, ...]], list[str]] = {}
    for path, priority in subject.lookup.all(Priority):
        if sound(priority.not_yet) or _is_tried_out(priority):
            continue
        judged = _judged(serving[path], subject.options["mainstream"])
        if judged is not None:
            found.setdefault(judged, []).append(called(priority))
    for (case, words, lines), names in found.items():
        titles = listed(names)
        message = f"all the money for {titles} comes from {words}" if case == "none" else f"for {titles}, {words}"
        yield Problem(case, message, at=lines[0], related=tuple((line, "this one too") for line in lines[1:]))


def _judged(lines: list[Line], least: int) -> tuple[str, str, tuple[Path, ...]] | None:
    """The case, the words and the entries of project money; None where ordinary budgets carry enough, or it cannot be told."""
    money = [(path, line) for path, line in lines if line.kind == "money" and line.source != "capital"]
    in_kind = [line for _, line in lines if line.kind in {"people", "building", "equipment"}]
    if not money or any(not sound(line.source) or sound(line.not_yet) for _, line in money):
        return None
    if any(not sound(line.source) or line.source in {"mainstream", "in-kind"} for line in in_kind):
        return None  # staff and buildings of the partners' own are ordinary budgets too
    project = [(path, line) for path, line in money if line.source != "mainstream"]
    funds = listed(list(dict.fromkeys(fund(line) for _, line in project)))
    paths = tuple(path for path, _ in project)
    if len(project) == len(money):
        return "none", funds, paths
    amounts = {path: amount_of(line) for path, line in money}
    if not project or None in amounts.values() or any(len(line.serves) > 1 for _, line in money):
        return None  # what is shared with another priority cannot be divided
    whole = sum(amount or 0 for amount in amounts.values())
    share = 100 * (whole - sum(amounts[path] or 0 for path in paths))
    if whole <= 0 or share >= least * whole:
        return None
    return "minor", f"{share // whole} per cent of the money is from ordinary budgets, and the rest from {funds}", paths


def _is_tried_out(priority: Priority) -> bool:
    """Whether it is a test with a day on which it is decided what follows."""
    return any(
        sound(action.pilot) and sound(action.pilot.decision_by)
        for outcome in each(priority.outcomes)
        for action in outcome.how
    )


RULE = Rule(
    family="resources",
    summary="Every priority rests on partners' ordinary budgets, and not on project money alone.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§22, §47, §49"), Citation("North Lanarkshire 2012", "1.2")),
    rationale="Partnerships tended to talk about small funds at the margin, and not about the budgets that they already have. What matters most should be paid from what lasts.",
    question="Which money that you already have moves to this?",
    cases={
        "none": Case(
            "warning",
            "Add what partners' ordinary budgets and staff give (source: mainstream); for a trial, give the action a pilot with decision_by.",
        ),
        "minor": Case(
            "warning",
            "Add what partners' ordinary budgets and staff give (source: mainstream), or say under after what takes over.",
        ),
    },
    on=(Agreement,),
    example_of="resources",
    bad="""
resources:
  - partner: nhs-beg  # here
    serves: [older-people]
    kind: money
    source: change-fund
    preventive: true
    ends: 2015-03-31
    after: The health board's own budget pays from April 2015
    years:
      - {year: 2013-14, amount: 410000, certainty: firm, basis: Grant letter}
      - {year: 2014-15, amount: 520000, certainty: indicative, basis: Grant letter}
  - partner: council
    serves: [older-people]
    kind: money
    source: change-fund
    preventive: true
    ends: 2015-03-31
    after: The adaptations budget pays from April 2015
    years:
      - {year: 2013-14, amount: 120000, certainty: firm, basis: Grant letter}
      - {year: 2014-15, amount: 140000, certainty: indicative, basis: Grant letter}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, basis: Sixty volunteers for an hour a week}
""",
    good="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    source: change-fund
    preventive: true
    ends: 2015-03-31
    after: The health board's own budget pays from April 2015
    years:
      - {year: 2013-14, amount: 410000, certainty: firm, basis: Grant letter}
      - {year: 2014-15, amount: 520000, certainty: indicative, basis: Grant letter}
  - partner: council
    serves: [older-people]
    kind: people
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, whole_time: 3.5, basis: Adaptations team}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, basis: Sixty volunteers for an hour a week}
""",
    check=check,
    requirements=("R69",),
    decided="Capital is left aside, because buildings are built once. Where an entry does not say its source, or serves more than one priority, shares are not worked out.",
    options={
        "mainstream": Option(50, "per cent of a priority's money, the least that ordinary budgets give", most=100)
    },
)
