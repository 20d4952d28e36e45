"""Where a draft stands: each outcome by the four questions, and the prevention plan by its four proofs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from soa.model.part import HOLE, each, sound

if TYPE_CHECKING:
    from soa.engine.check import Checked
    from soa.findings import Finding
    from soa.model.measure import Indicator
    from soa.model.outcome import Outcome
    from soa.model.part import NotYet
    from soa.review.naming import Naming
    from soa.source.places import Path

Mark = Literal["answered", "thin", "missing"]
Column = Literal["what", "how", "by_whom", "when"]
COLUMNS: tuple[Column, ...] = ("what", "how", "by_whom", "when")

PROOFS: Mapping[str, str] = {
    "decisive_shift": "A decisive shift",
    "improving_outcomes": "Improving outcomes",
    "reducing_future_need": "Reducing future need",
    "controlling_costs": "Controlling costs",
}
"""The four proofs of a prevention plan by their keys, in the words of the format."""


class Answer(NamedTuple):
    """How one question is answered, and where to look."""

    mark: Mark
    why: str
    """A few words, such as "no target has a figure"; "" where it is answered."""
    path: Path


class OutcomeRow(NamedTuple):
    """One outcome by the four questions."""

    path: Path
    id: str
    statement: str
    what: Answer
    how: Answer
    by_whom: Answer
    when: Answer


class Grid(NamedTuple):
    """The outcomes by the four questions, and the prevention plan by its four proofs."""

    outcomes: tuple[OutcomeRow, ...]
    """In the agreement's order. A priority without any outcome has a row of its own, with the priority's id and title."""
    proofs: tuple[tuple[str, Answer], ...]
    """By name, in the order of the format."""


class Effect(NamedTuple):
    """What a finding does to the answer that it concerns."""

    column: Column
    mark: Mark
    why: str
    """In a few words; `{of}` becomes how many of how many actions or measures."""


EFFECTS: Mapping[str, Effect] = {
    "vague-outcome": Effect("what", "thin", "no condition is named that could be seen to change"),
    "activity-as-outcome": Effect("what", "thin", "the statement is work, not a change for people"),
    "outcome-not-measured": Effect("what", "thin", "nothing measures it"),
    "process-only-targets": Effect("what", "thin", "every measure is about work, none about people"),
    "indicator-kind-doubtful": Effect("what", "thin", "work is counted as an outcome"),
    "no-baseline/none": Effect("what", "thin", "{of} without a figure to start from"),
    "same-measure-two-figures/value": Effect("what", "thin", "one measure has two figures"),
    "words-contradict-figures": Effect("what", "thin", "words and figures disagree"),
    "unowned-action/none": Effect("how", "thin", "{of} without an owner"),
    "unowned-action/collective": Effect("how", "thin", "{of} without one owner"),
    "unowned-action/several": Effect("how", "thin", "{of} without one owner"),
    "undated-action": Effect("how", "thin", "{of} without a date"),
    "vague-action": Effect("how", "thin", "{of} without anything to see at the end"),
    "impossible-dates/action": Effect("how", "thin", "dates cannot be true"),
    "impossible-dates/before-agreement": Effect("how", "thin", "dates cannot be true"),
    "impossible-dates/circle": Effect("how", "thin", "actions wait for each other"),
    "impossible-dates/order": Effect("how", "thin", "dates cannot be true"),
    "unowned-outcome/none": Effect("by_whom", "missing", "no partner leads"),
    "unowned-outcome/collective": Effect("by_whom", "missing", "the lead is nobody in particular"),
    "unowned-outcome/several": Effect("by_whom", "missing", "several lead, so nobody does"),
    "unowned-outcome/no-legal-person": Effect("by_whom", "thin", "the lead is no legal person"),
    "unowned-outcome/no-post": Effect("by_whom", "thin", "no post answers for it"),
    "lead-without-part": Effect("by_whom", "thin", "the lead does and gives nothing"),
    "one-partner-outcome": Effect("by_whom", "thin", "only one partner has a part"),
    "one-post-too-many": Effect("by_whom", "thin", "the post answers for too much"),
    "partner-contribution-unstated/vague": Effect("by_whom", "thin", "a partner's part is not said"),
    "accountability-unstated/to-itself": Effect("by_whom", "thin", "the lead answers to itself"),
    "target-not-specific": Effect("when", "thin", "{of} without a target in figures"),
    "target-wrong-way/first": Effect("when", "thin", "a target is worse than today"),
    "target-not-stretching": Effect("when", "thin", "a target asks for little more than today"),
    "gap-would-widen/wider": Effect("when", "thin", "the gap would widen"),
    "same-measure-two-figures/target": Effect("when", "thin", "one measure has two targets"),
    "long-term-without-milestone": Effect("when", "thin", "nothing is measured in the first two years"),
    "impossible-dates/before-baseline": Effect("when", "thin", "dates cannot be true"),
    "impossible-dates/too-late": Effect("when", "thin", "the work comes after the target"),
}
"""By the name of a rule, or `rule/case`, which goes before it. A rule that is not here makes no answer thin or missing."""

_LINE = 70
"""Two reasons are given where they fit on so many characters."""
_MANY = frozenset(("vague-action",))
"""What concerns actions, and weakens an answer only where it is true of half of them or more."""
_AMONG: Mapping[Column, str] = {"how": "action", "what": "measure", "when": "measure"}


def grid_of(checked: Checked) -> Grid:
    """Where the draft stands, in the agreement's own order."""
    if checked.agreement is None:
        return Grid((), tuple((name, Answer("missing", "nothing could be read", ())) for name in PROOFS.values()))
    from soa.review.naming import Naming

    return _Judge(checked, Naming(checked.agreement)).grid()


class _Judge:
    """Looks at each answer: first whether it is there, then at what was found in it."""

    def __init__(self, checked: Checked, naming: Naming) -> None:
        self.naming = naming
        self.overdue = {
            one.path[: one.path.index("not_yet")]
            for one in (*checked.findings, *checked.silenced)
            if one.rule in {"not-yet-overdue", "not-yet-carried-over"} and "not_yet" in one.path
        }
        self.by_outcome: dict[Path, list[Finding]] = {}
        self.of_prevention: list[Finding] = []
        excused = [one for one in checked.silenced if _is_missing(one)]  # a reason explains a gap, and does not fill it
        for finding in (*checked.findings, *excused):
            if finding.path[:1] == ("priorities",) and finding.path[2:3] == ("outcomes",):
                self.by_outcome.setdefault(finding.path[:4], []).append(finding)
            elif finding.path[:1] in {("prevention",), ("indicators",)}:
                self.of_prevention.append(finding)

    def grid(self) -> Grid:
        """The whole grid."""
        return Grid(tuple(self._rows()), tuple(self._proofs()))

    def _rows(self) -> Iterator[OutcomeRow]:
        for number, priority in enumerate(self.naming.agreement.priorities):
            at: Path = ("priorities", number)
            outcomes = tuple(priority.outcomes) if sound(priority) else ()
            for index, outcome in enumerate(outcomes):
                path = (*at, "outcomes", index)
                yield self._row(path, outcome) if sound(outcome) else self._unread(path, "", "")
            if not outcomes:
                why = "no outcome is written"
                title = str(priority.title) if sound(priority.title) else ""
                yield self._empty(at, str(priority.id) if sound(priority.id) else "", title, why, priority.not_yet)

    def _unread(self, path: Path, name: str, statement: str) -> OutcomeRow:
        return self._empty(path, name, statement, _UNREAD, None)

    def _empty(self, path: Path, name: str, statement: str, why: str, not_yet: object) -> OutcomeRow:
        answer = self._without(path, why, (path, not_yet))
        return OutcomeRow(path, name, statement, answer, answer, answer, answer)

    def _row(self, path: Path, outcome: Outcome) -> OutcomeRow:
        found = self.by_outcome.get(path, [])
        answers = {column: self._answer(column, path, outcome, found) for column in COLUMNS}
        statement = outcome.what.statement if sound(outcome.what) and sound(outcome.what.statement) else ""
        return OutcomeRow(path, str(outcome.id) if sound(outcome.id) else "", str(statement), **answers)

    def _answer(self, column: Column, path: Path, outcome: Outcome, found: Sequence[Finding]) -> Answer:
        at = (*path, column)
        there = self._there(column, at, outcome, found)
        if there is not None and there.mark == "missing":
            return there
        effects = _effects(column, found)
        worst = [one for one in effects if one[0].mark == "missing"] or effects
        if column == "what" and _says_nothing(effects):
            first = effects[0][1][0]
            return Answer("missing", "neither words nor a measure say what will improve", first.path)
        if there is not None and not any(effect.mark == "missing" for effect, _ in worst):
            return there
        said = [
            (_why(effect, column, found_here, outcome), found_here[0].path)
            for effect, found_here in worst
            if _matters(found_here, column, outcome)
        ]
        if not said:
            return Answer("answered", "", at)
        whys = list(dict.fromkeys(why for why, _ in said))
        both = "; ".join(whys[:2])
        return Answer(worst[0][0].mark, both if len(both) <= _LINE else whys[0], said[0][1])

    # ---- whether it is there -----------------------------------------------------------------------------------------

    def _there(self, column: Column, at: Path, outcome: Outcome, found: Sequence[Finding]) -> Answer | None:
        """Missing or still to come; None where there is an answer to look at."""
        part = getattr(outcome, column)
        not_yets = [(at[:-1], outcome.not_yet), (at, getattr(part, "not_yet", None))]
        if column == "when" and sound(outcome.what):  # no target without a measure
            not_yets.append(((*at[:-1], "what"), outcome.what.not_yet))
        if not sound(part) or (column == "how" and not any(sound(action) for action in part)):
            there = any(one.path == at and one.rule != "missing-what-how-who-when" for one in found)
            return self._without(at, _UNREAD if there else _ABSENT[column], *not_yets)
        if column == "how":
            actions = [(index, action) for index, action in enumerate(part) if sound(action)]
            if not any(sound(action.action) for _, action in actions):
                return self._without(at, _ABSENT[column], *(((*at, index), one.not_yet) for index, one in actions))
            return None
        if column == "what":
            return self._what(at, outcome, *not_yets)
        if column == "by_whom":
            return None if sound(part.lead) else self._without((*at, "lead"), "no partner leads", *not_yets)
        return self._when(at, outcome, *not_yets)

    def _what(self, at: Path, outcome: Outcome, *not_yets: tuple[Path, object]) -> Answer | None:
        what = outcome.what
        if not sound(what.statement) or not what.statement:
            return self._without((*at, "statement"), "no statement of what will improve", *not_yets)
        measures = [((*at, "indicators", index), one) for index, one in enumerate(what.indicators or ()) if sound(one)]
        if not measures:
            to_come = self._without((*at, "indicators"), "", *not_yets)
            return to_come if to_come.mark == "thin" else None
        if all(sound(one.not_yet) for _, one in measures):
            return self._without(measures[0][0], "", *((path, one.not_yet) for path, one in measures))._replace(
                mark="thin"
            )
        return None

    def _when(self, at: Path, outcome: Outcome, *not_yets: tuple[Path, object]) -> Answer | None:
        when = outcome.when
        targets = [
            ((*at, "targets", index), one)
            for index, one in enumerate(each(when.targets))
            if sound(one) and sound(one.indicator)
        ]
        values = [value for _, one in targets for value in each(one.values) if sound(value)]
        dated = [value for value in values if sound(value.period) and (sound(value.value) or sound(value.change))]
        milestones = [one for one in each(when.milestones) if sound(one) and sound(one.by)]
        if dated:
            return None
        to_come = [(path, one.not_yet) for path, one in targets]
        to_come += [(path, value.not_yet) for path, one in targets for value in each(one.values) if sound(value)]
        if milestones:
            return Answer("thin", "milestones only, and no level to be reached", at)
        return self._without(at, "no target has a figure and a date", *not_yets, *to_come)

    def _without(self, at: Path, why: str, *not_yets: tuple[Path, object]) -> Answer:
        """An answer that is not there: missing, or thin where it is said who will settle it by when, and that day has not passed."""
        for path, found in not_yets:
            if found is not None and sound(found):
                to_come: NotYet | Any = found
                said = self.naming.to_come(to_come)
                if path in self.overdue:
                    return Answer("missing", f"it was {said}", (*path, "not_yet"))
                return Answer("thin", said, (*path, "not_yet"))
        return Answer("missing", why, at)

    # ---- the prevention plan -----------------------------------------------------------------------------------------

    def _proofs(self) -> Iterator[tuple[str, Answer]]:
        prevention = self.naming.agreement.prevention
        known = prevention.how_we_will_know if sound(prevention) else HOLE
        at: Path = ("prevention", "how_we_will_know")
        for key, name in PROOFS.items():
            names = getattr(known, key)
            if not sound(prevention):
                yield name, Answer("missing", "there is no plan for prevention", ("prevention",))
            elif not sound(names) or not names:
                not_yets = ((at[:1], prevention.not_yet), (at, getattr(known, "not_yet", None)))
                yield name, self._without((*at, key), "no measure is named", *not_yets)
            else:
                yield name, self._proof((*at, key), names)

    def _proof(self, at: Path, names: Sequence[Any]) -> Answer:
        """Whether the measures that are named have figures behind them."""
        found = [self.naming.lookup.measure(str(name)) for name in names if sound(name)]
        measures = [one for one in found if one is not None]
        if not measures:
            return Answer("missing", "the measure that is named is nowhere defined", at)
        to_come = [(one.path, one.indicator.not_yet) for one in measures if sound(one.indicator.not_yet)]
        if len(to_come) == len(measures):
            return self._without(at, "", *to_come)._replace(mark="thin")
        if any(one.rule == "prevention-evidence-missing" and one.case == "one-for-all" for one in self.of_prevention):
            return Answer("thin", "one measure stands for three or more of the four", at)
        if not any(_has_start(one.indicator) for one in measures):
            return Answer("thin", "no figure to start from", at)
        without = [one for one in self.of_prevention if one.rule == "target-not-specific" and one.path[: len(at)] == at]
        if len(without) >= len(measures):
            return Answer("thin", "no target", without[0].path)
        return Answer("answered", "", at)


_UNREAD = "it could not be read"
_ABSENT: Mapping[Column, str] = {
    "what": "it is not said what will improve",
    "how": "no action is named",
    "by_whom": "no partner leads",
    "when": "no target and no milestone",
}


def _has_start(indicator: Indicator) -> bool:
    return sound(indicator.baseline) and (sound(indicator.baseline.value) or indicator.baseline.suppressed is True)


def _effect(finding: Finding) -> Effect | None:
    return EFFECTS.get(f"{finding.rule}/{finding.case}") or EFFECTS.get(finding.rule)


def _is_missing(finding: Finding) -> bool:
    effect = _effect(finding)
    return effect is not None and effect.mark == "missing"


def _effects(column: Column, found: Sequence[Finding]) -> list[tuple[Effect, list[Finding]]]:
    """What the findings of an outcome do to one of its answers, each effect once with all its findings."""
    effects: dict[Effect, list[Finding]] = {}
    for finding in found:
        effect = _effect(finding)
        if effect is not None and effect.column == column and finding.severity != "advice":
            effects.setdefault(effect, []).append(finding)
    return list(effects.items())


def _says_nothing(effects: Sequence[tuple[Effect, list[Finding]]]) -> bool:
    """Whether neither the words nor any measure say what will improve."""
    rules = {finding.rule for _, found in effects for finding in found}
    return "outcome-not-measured" in rules and not rules.isdisjoint({"vague-outcome", "activity-as-outcome"})


def _matters(found: Sequence[Finding], column: Column, outcome: Outcome) -> bool:
    """Whether enough of an outcome's actions or measures are concerned."""
    if found[0].rule == "indicator-kind-doubtful":
        doubted = {one.path[-2] for one in found}
        kinds = [
            index in doubted
            for index, one in enumerate(outcome.what.indicators)
            if sound(one) and (sound(one.use) or (one.kind == "outcome" and one.direction != "context"))
        ]
        return all(kinds) and bool(kinds)
    return found[0].rule not in _MANY or 2 * len(found) >= _number(column, outcome)


def _number(column: Column, outcome: Outcome) -> int:
    return len(outcome.how) if column == "how" else len(outcome.what.indicators)


def _why(effect: Effect, column: Column, found: Sequence[Finding], outcome: Outcome) -> str:
    """The words for an effect, with how many of how many."""
    if "{of}" not in effect.why:
        return effect.why
    noun, number = _AMONG[column], max(_number(column, outcome), len(found))
    many = "the one" if number == 1 else ("all" if len(found) == number else f"{len(found)} of")
    of = f"{many} {noun}" if number == 1 else f"{many} {number} {noun}s"
    return effect.why.replace("{of}", of)
