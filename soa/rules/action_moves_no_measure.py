"""An action says which measures of its outcome it is meant to move."""

from collections.abc import Iterator

from soa.model.lookup import given
from soa.model.outcome import Action, Outcome
from soa.model.part import HOLE, each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Outcome]) -> Iterator[Problem]:
    """Look for actions that name no measure, and for measures with targets that no action names."""
    outcome = subject.part
    indicators = outcome.what.indicators
    if outcome.state == "stopped" or HOLE in outcome.how or HOLE in indicators or len(indicators) < 2:
        return
    needed = _needed(subject)
    silent = [
        (index, action)
        for index, action in enumerate(outcome.how)
        if not given(action.contributes_to) and not _enables(action, needed) and action.state != "stopped"
    ]
    if silent:
        all_of_them = len(silent) == len(outcome.how)
        named = "" if all_of_them else ": " + ", ".join(_said(action) for _, action in silent)
        what = "none of the actions says" if all_of_them else "some actions do not say"
        yield Problem(
            "actions",
            f"{what} which of this outcome's {len(indicators)} measures they are meant to move{named}",
            at=("how", silent[0][0]),
        )
    yield from _unmoved(subject)


def _unmoved(subject: Subject[Outcome]) -> Iterator[Problem]:
    """Measures with targets that no action names, where every action names some."""
    outcome = subject.part
    if any(not sound(action.contributes_to) for action in outcome.how if action.state != "stopped"):
        return
    moved = {name.rpartition(".")[2] for action in outcome.how for name in each(action.contributes_to) if sound(name)}
    left = [
        (index, subject.lookup.measure(target.indicator, outcome))
        for index, target in enumerate(each(outcome.when.targets))
        if sound(target.indicator) and target.indicator.rpartition(".")[2] not in moved
    ]
    heads = sum(found.indicator.kind == "outcome" for found in subject.lookup.measures_of(outcome))
    names = [
        (index, found.indicator.name)
        for index, found in left
        if found is not None
        and sound(found.indicator.name)
        and found.indicator.direction != "context"
        and found.indicator.kind != "input"
        and not (found.indicator.kind == "outcome" and heads == 1)
    ]
    if names:
        said = ", ".join(f"“{name}”" for _, name in names)
        yield Problem("measures", f"no action is meant to move {said}", at=("when", "targets", names[0][0]))


def _needed(subject: Subject[Outcome]) -> set[str]:
    """The actions, by id, on which others depend."""
    return {name.rpartition(".")[2] for action in subject.part.how for name in each(action.depends_on) if sound(name)}


def _enables(action: Action, needed: set[str]) -> bool:
    return sound(action.id) and action.id in needed


def _said(action: Action) -> str:
    """An action as a list of several names it."""
    if not sound(action.action):
        return "one that cannot be read"
    return f"“{action.action[:57]}…”" if len(action.action) > 60 else f"“{action.action}”"


RULE = Rule(
    family="actions",
    summary="Where an outcome has several measures, its actions say which they are meant to move, and each target has an action.",
    authority="submission",
    sources=(
        Citation("North Lanarkshire 2012", "1.7"),
        Citation("HMIC 2012", "3.6"),
        Citation("Grampian 2012", "S1 Q6"),
    ),
    rationale="Actions are worked back from the outcome: each is there because it should move a figure. Where that is written down, it can be seen which target nothing is being done for.",
    question="Which of your figures should move because of this?",
    cases={
        "actions": Case(
            "advice",
            "Add contributes_to: with the ids of the indicators it should move; an action that only makes another possible is named in the other's depends_on.",
        ),
        "measures": Case(
            "advice",
            "Add the indicator to contributes_to of the action that should move it, or an action for it; where it only sets the scene, write direction: context.",
        ),
    },
    on=(Outcome,),
    example_of="outcome",
    bad="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    factors: [severe winters]
    indicators:
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        definition: Stays that began as an emergency with a falls code
        unit: per 1,000 people aged 65 and over
        direction: down
        source: ISD Scotland, SMR01
        frequency: every year
        baseline: {period: 2012-13, value: 21.3}
      - id: steady
        name: People aged 75 and over who feel steady on their feet
        kind: outcome
        definition: Those who say always or mostly
        unit: per cent of people asked
        direction: up
        source: Citizens' Panel
        frequency: every year
        baseline: {period: 2012-13, value: 44.0, base: 420}
  how:
    - {action: A next-day visit to everyone who falls, owner: nhs-beg, due: 2014-12-01, stops: Two clinics a week from May 2014}  # here
    - {action: Balance classes in eight halls, owner: tsi, due: 2014-12-01, contributes_to: [steady]}
  by_whom:
    lead: hscp
    post: Chief Officer
  when:
    targets:
      - {indicator: admissions, values: [{period: 2014-15, value: 20.4}, {period: 2016-17, value: 18.5}]}
      - {indicator: steady, values: [{period: 2014-15, value: 50.0}, {period: 2016-17, value: 58.0}]}
""",
    good="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    factors: [severe winters]
    indicators:
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        definition: Stays that began as an emergency with a falls code
        unit: per 1,000 people aged 65 and over
        direction: down
        source: ISD Scotland, SMR01
        frequency: every year
        baseline: {period: 2012-13, value: 21.3}
      - id: steady
        name: People aged 75 and over who feel steady on their feet
        kind: outcome
        definition: Those who say always or mostly
        unit: per cent of people asked
        direction: up
        source: Citizens' Panel
        frequency: every year
        baseline: {period: 2012-13, value: 44.0, base: 420}
  how:
    - {action: A next-day visit to everyone who falls, owner: nhs-beg, due: 2014-12-01, contributes_to: [admissions]}
    - {action: Balance classes in eight halls, owner: tsi, due: 2014-12-01, contributes_to: [steady, admissions]}
  by_whom:
    lead: hscp
    post: Chief Officer
  when:
    targets:
      - {indicator: admissions, values: [{period: 2014-15, value: 20.4}, {period: 2016-17, value: 18.5}]}
      - {indicator: steady, values: [{period: 2014-15, value: 50.0}, {period: 2016-17, value: 58.0}]}
""",
    check=check,
    needs=("how", "what.indicators"),
    requirements=("R04", "R46"),
    decided="The review makes it advice, once an outcome. An outcome with one measure needs no links, and its one measure of kind outcome none either, because all its actions are for that; measures of money are moved by budgets, not by actions; a name outside the outcome is a broken reference and said there.",
)
