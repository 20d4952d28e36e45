"""Dates can all be true together."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.measure import Indicator
from soa.model.outcome import Action, Outcome
from soa.model.part import each, sound
from soa.model.scalars import Moment
from soa.rules._circles import on_circles
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_FORM_OF = {
    "financial-year": "financial-year",
    "school-year": "financial-year",
    "calendar-year": "year",
    "quarter": "quarter",
    "single-day": "day",
    "survey-wave": "",
}
_WRITTEN = {"financial-year": "2012-13", "year": "2012", "quarter": "2012-13 Q4", "day": "2013-01-15"}


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the dates of the header, of actions with each other, and of targets with what leads to them."""
    yield from _header(subject)
    yield from _actions(subject)
    yield from _order(subject)
    for path, outcome in subject.lookup.all(Outcome):
        yield from _targets(subject, path, outcome)
    for path, indicator in subject.lookup.all(Indicator):
        yield from _periods(path, indicator)


def _header(subject: Subject[Agreement]) -> Iterator[Problem]:
    header = subject.part.agreement
    if sound(header.starts) and sound(header.ends) and header.ends.last_day < header.starts.first_day:
        yield Problem(
            "period",
            f"the agreement ends ({header.ends}) before it starts ({header.starts})",
            at=("agreement", "ends"),
            related=((("agreement", "starts"), "it starts here"),),
        )
    if sound(header.submitted) and sound(header.agreed) and header.agreed.last_day < header.submitted.first_day:
        yield Problem(
            "status",
            f"it was agreed ({header.agreed}) before it was submitted ({header.submitted})",
            at=("agreement", "agreed"),
            related=((("agreement", "submitted"), "it was submitted here"),),
        )


def _actions(subject: Subject[Agreement]) -> Iterator[Problem]:
    starts = subject.part.agreement.starts
    for path, action, _ in subject.lookup.all_actions:
        if sound(action.starts) and sound(action.due) and action.due.last_day < action.starts.first_day:
            yield Problem(
                "action",
                f"this action is due ({action.due}) before it starts ({action.starts})",
                at=(*path, "due"),
                related=(((*path, "starts"), "it starts here"),),
            )
        elif (
            sound(action.due)
            and sound(starts)
            and action.due.last_day < starts.first_day
            and action.state not in {"done", "stopped", "under-way"}
        ):
            yield Problem(
                "before-agreement",
                f"this action is due ({action.due}) before the agreement begins ({starts})",
                at=(*path, "due"),
                related=((("agreement", "starts"), "the agreement begins here"),),
            )


def _order(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Actions that depend on each other: in a circle, or in the wrong order."""
    needs: dict[Path, list[tuple[Path, Action]]] = {}
    for path, action, outcome in subject.lookup.all_actions:
        found = [_action(subject, name, outcome) for name in each(action.depends_on)]
        needs[path] = [one for one in found if one is not None]
    circles = on_circles({path: [other for other, _ in others] for path, others in needs.items()})
    for path, action, _ in subject.lookup.all_actions:
        if path in circles:
            yield Problem(
                "circle", "this action depends on itself, by way of those it depends on", at=(*path, "depends_on")
            )
            continue
        for other_path, other in needs[path]:
            if sound(action.due) and sound(other.due) and other.due.last_day > action.due.last_day:
                yield Problem(
                    "order",
                    f"this action is due ({action.due}) before one that it depends on ({other.due})",
                    at=(*path, "due"),
                    related=(((*other_path, "due"), "it depends on this"),),
                )


def _action(subject: Subject[Agreement], name: str, outcome: Outcome | None) -> tuple[Path, Action] | None:
    actions = subject.lookup.actions
    found = (actions.get(f"{outcome.id}.{name}") if outcome is not None else None) or actions.get(name)
    return found[:2] if found else None


def _targets(subject: Subject[Agreement], path: Path, outcome: Outcome) -> Iterator[Problem]:
    """Targets before their baseline, and actions that all come too late for the last target they serve."""
    for number, target in enumerate(each(outcome.when.targets)):
        measure = subject.lookup.measure(target.indicator, outcome)
        values = [value for value in each(target.values) if sound(value.period)]
        if measure is None or not values:
            continue
        at: Path = (*path, "when", "targets", number, "values")
        baseline = measure.indicator.baseline
        for index, value in enumerate(target.values):
            yield from _form((*at, index, "period"), measure.indicator, value.period, "target")
            if (
                sound(value.period)
                and sound(baseline)
                and sound(baseline.period)
                and value.period.last_day <= baseline.period.last_day
            ):
                yield Problem(
                    "before-baseline",
                    f"this target ({value.period}) is not after the baseline ({baseline.period})",
                    at=(*at, index, "period"),
                    related=(((*measure.path, "baseline", "period"), "the baseline"),),
                )
        last = max(value.period.last_day for value in values)
        if sound(baseline) and sound(baseline.period) and last <= baseline.period.last_day:
            continue  # the target itself is early, which has been said
        serving = [
            action.due for action in outcome.how if sound(action) and target.indicator in each(action.contributes_to)
        ]
        if serving and all(sound(due) and due.first_day > last for due in serving):
            yield Problem(
                "too-late",
                f"every action for {target.indicator} is due after its last target ({max(value.period for value in values)})",
                at=at,
            )


def _periods(path: Path, indicator: Indicator) -> Iterator[Problem]:
    """The baseline and the shared targets of an indicator whose period is not written as the measure is taken."""
    if sound(indicator.baseline):
        yield from _form((*path, "baseline", "period"), indicator, indicator.baseline.period, "baseline")
    for index, value in enumerate(each(indicator.targets)):
        yield from _form((*path, "targets", index, "period"), indicator, value.period, "target")


def _form(at: Path, indicator: Indicator, period: Moment, what: str) -> Iterator[Problem]:
    """A period that is not written as the measure is taken; where measured_over is left out, any form will do."""
    if not sound(period) or not sound(indicator.measured_over):
        return
    wanted = _FORM_OF.get(indicator.measured_over, "")
    if wanted and period.form != wanted:
        yield Problem(
            "period-form",
            f"this measure is taken over a {indicator.measured_over}, and its {what} says {period}",
            at=at,
            help=f"Write the period as {_WRITTEN[wanted]}, or change measured_over.",
        )


RULE = Rule(
    family="actions",
    summary="Dates can all be true together: ends after starts, work before what depends on it, targets after baselines.",
    authority="arithmetic",
    sources=(Citation("Audit Scotland 2013", "§19, §36, §46"),),
    rationale="A date that cannot be true is a slip, and readers who find one trust the others less. Work already done, and targets after the end of the period, are fine.",
    question="Which of these two dates is right?",
    cases={
        "period": Case("error", "Check both dates."),
        "status": Case("error", "Check both dates."),
        "action": Case("error", "Check both dates."),
        "before-agreement": Case("error", "Check the date; work already finished is marked state: done."),
        "circle": Case("error", "Take one of the references out."),
        "order": Case("error", "Check both dates, or take the reference out."),
        "before-baseline": Case("error", "Check both periods."),
        "too-late": Case("error", "Check the dates, or the indicators that the actions contribute to."),
        "period-form": Case("warning", "Write the period in the form that measured_over asks for."),
    },
    on=(Agreement,),
    example_of="action",
    bad="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  starts: 2014-09-01
  due: 2014-03-31  # here
  preventive: before
""",
    good="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  starts: 2013-09-01
  due: 2014-03-31
  preventive: before
""",
    check=check,
    requirements=("R09", "R137"),
    decided="Work under way or done may be dated before the agreement, because it slipped or came first. Targets may lie beyond the agreement's end.",
)
