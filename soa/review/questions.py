"""What a good reader would ask of a draft, heaviest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from soa.language.sentence import capital, listed
from soa.model.part import sound
from soa.model.review import is_round
from soa.review.aloud import SAID, Said, said_of
from soa.review.naming import PASSAGE, WHOLE, Naming, distinct, full, plain, quoted, some
from soa.review.weights import ASKED_FIRST, THEMES, Bearing, bearing_of, weight_of

if TYPE_CHECKING:
    from soa.config.settings import Settings
    from soa.engine.check import Checked
    from soa.findings import Finding
    from soa.rules import AnyRule
    from soa.rules._rule import Authority, Citation
    from soa.source.places import Path, Place

FIVE = 5
"""So many questions are put first."""
_NAMED = 2
"""So many other outcomes are named in a question; beyond that they are counted."""
_ASIDE = 2
"""So many further points of the same theme are told beside a question."""


_ALIKE = {("missing-what-how-who-when", "by-whom"): ("unowned-outcome", "none")}
"""Findings that one question asks: no answer to by whom, and an answer without a lead."""
_ANSWERS = "missing-what-how-who-when"
_NOT_ANSWERED: Mapping[tuple[str, ...], tuple[str, str, str]] = {
    ("what", "statement"): (_ANSWERS, "what", "this outcome does not say what will improve"),
    ("when", "targets"): (_ANSWERS, "when", "this outcome does not say when it will be reached"),
    ("outcomes",): (_ANSWERS, "what", "this priority has no outcome"),
}
"""Keys without an answer that leave one of the four questions open, by the end of their path: the rule and case that ask it, and what is said."""
_MISSPELT: Mapping[tuple[str, ...], tuple[str, str, str]] = {
    **_NOT_ANSWERED,
    ("what",): _NOT_ANSWERED["what", "statement"],
    ("how",): (_ANSWERS, "how", "this outcome does not say how it will be brought about"),
    ("by_whom",): (_ANSWERS, "by-whom", "this outcome does not say by whom"),
    ("by_whom", "lead"): ("unowned-outcome", "none", "this outcome has no lead partner"),
    ("when",): _NOT_ANSWERED["when", "targets"],
    ("prevention",): ("no-prevention-plan", "absent", "there is no plan for prevention"),
    ("prevention", "how_we_will_know"): (
        "prevention-evidence-missing",
        "none",
        "the prevention plan does not say how it will be known that it works",
    ),
}
"""The same for keys that are misspelt, so that no answer can be read."""
_TO_BE_WRITTEN = frozenset(
    ("missing-what-how-who-when/when", "vague-outcome", "activity-as-outcome", "outcome-not-measured")
)
"""What is not asked of an outcome that says who writes it, and by when."""
_MUCH_HEAVIER = Decimal("1.5")
"""A second question of one theme is put before the first of another where it weighs so many times as much."""
_OF_BODIES = frozenset(("plans-not-aligned", "board-cannot-commit", "partner-contribution-unstated"))
"""Rules that tell of partners, which weigh half where none of the main public bodies is among those they name."""
_TO_OUTCOME = 4
"""The length of the path to an outcome."""
_OF_ROUNDS = "review-"
"""How the names of rules begin that tell of rounds of review: what was asked there stands in the report by itself."""
_LISTS = frozenset(("priority-without-resources", "first-year-empty"))
"""Rules that tell of several parts in one finding: the first is its place, the others stand beside it."""


class Spot(NamedTuple):
    """A place in the draft: for the tool, for people and kept files, and for an editor."""

    path: Path
    about: str
    """Its address, such as `falls/by_whom`."""
    place: Place


class Question(NamedTuple):
    """One question to a partnership, ready to be said aloud."""

    rule: str
    case: str
    theme: str
    """One of THEMES."""
    weight: int
    """Authority by centrality; it orders, and is never shown."""
    outcome: str
    """The id of the outcome it is about; "" for the whole."""
    spot: Spot
    question: str
    found: str
    """What the draft says, in its words, or lacks."""
    good_answer: str
    authority: Authority
    sources: tuple[Citation, ...]
    also: tuple[Spot, ...] = ()
    """Where the same is asked, folded into this."""


class _Raised(NamedTuple):
    """A finding, what it bears on, and what it weighs."""

    finding: Finding
    bearing: Bearing
    weight: int
    scope: tuple[str, ...]
    """What it is about: an outcome, a priority, or the whole."""
    order: int


class _Group(NamedTuple):
    """The findings of one theme about one outcome: the heaviest leads."""

    lead: _Raised
    same: tuple[_Raised, ...]
    """Others of the same rule and case."""
    aside: tuple[_Raised, ...]
    """Others of the same theme."""


def review_settings(settings: Settings) -> Settings:
    """These settings with one checklist for every area: no rule off, turned down or set otherwise, and those on that only advise a reader."""
    from soa.rules import all_rules

    return settings._replace(rules={name: "on" for name, rule in all_rules().items() if rule.review_only}, options={})


def questions_of(checked: Checked) -> tuple[Question, ...]:
    """The long list: at most one for each theme and outcome, heaviest first; last what slips of form there are."""
    if checked.agreement is None:
        return ()
    desk = _Desk(checked)
    raised = [one for one in desk.raised() if one.bearing.theme != "form"]
    folded: dict[tuple[str, str, str], list[_Group]] = {}
    for group in _grouped(raised):
        finding = group.lead.finding
        kind = _ALIKE.get((finding.rule, finding.case)) or (finding.rule, _asked_as(group))
        folded.setdefault((*kind, group.lead.bearing.theme), []).append(group)
    questions = [desk.question(_outcomes_first(groups)) for groups in folded.values()]
    questions = [one for one in questions if not desk.is_settled(one)]
    questions.sort(key=lambda one: (-one.weight, THEMES.index(one.theme)))
    return (*questions, *desk.slips())


def first_five(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions to ask aloud first: of different themes, spread over the plan; fewer where there is less to ask.

    A second of one theme is put before what weighs much less; a third only where nothing else is left.
    """
    left = [one for one in questions if one.weight >= ASKED_FIRST and one.theme not in {"wording", "form"}]
    chosen: list[Question] = []
    while left and len(chosen) < FIVE:
        themes = [one.theme for one in chosen]
        asked = [one.outcome for one in chosen if one.outcome]
        fresh, second = (
            _heaviest([one for one in left if themes.count(one.theme) == times], asked) for times in (0, 1)
        )
        best = fresh or second or left[0]
        if fresh and second and _spread(second, asked) >= _MUCH_HEAVIER * _spread(fresh, asked):
            best = second
        chosen.append(best)
        left.remove(best)
    return tuple(chosen)


def _heaviest(questions: Sequence[Question], asked: Sequence[str]) -> Question | None:
    """The first of those that weigh most."""
    return max(questions, key=lambda one: _spread(one, asked), default=None)


def _spread(question: Question, asked: Sequence[str]) -> int:
    """What a question weighs once other questions have been put to its outcome: a tenth less for each."""
    times = asked.count(question.outcome)
    return int(question.weight * 1000 * 9**times // 10**times)


def _grouped(raised: Sequence[_Raised]) -> Iterator[_Group]:
    """At most one question for each theme and outcome. What is about the whole is apart by its rule."""
    groups: dict[tuple[str, ...], list[_Raised]] = {}
    for one in raised:
        rule = "" if one.scope[:1] == ("outcome",) else one.finding.rule
        groups.setdefault((one.bearing.theme, *one.scope, rule), []).append(one)
    for found in groups.values():
        lead, *others = sorted(found, key=lambda one: (-one.weight, one.order))
        kind = (lead.finding.rule, lead.finding.case)
        same = tuple(one for one in others if (one.finding.rule, one.finding.case) == kind)
        aside = tuple(one for one in others if (one.finding.rule, one.finding.case) != kind)
        yield _Group(lead, same, aside)


def _outcomes_first(groups: list[_Group]) -> list[_Group]:
    """What is asked of outcomes before what is asked of priorities and of the whole."""
    return sorted(groups, key=lambda group: group.lead.scope[:1] != ("outcome",))


def _asked_as(group: _Group) -> str:
    """The case in whose words a group is asked; empty where all cases of its rule are asked in the same words."""
    finding = group.lead.finding
    several = {one.finding.case for one in (group.lead, *group.aside)}
    if finding.rule == "prevention-evidence-missing" and len(several) > 1:
        return "none"  # several of the four proofs missing are one question about all four
    return finding.case if f"{finding.rule}/{finding.case}" in SAID or finding.rule not in SAID else ""


def _as_answer(finding: Finding, data: object) -> Finding:
    """A slip of form that leaves a question open, as the missing answer that it is."""
    if (finding.rule, finding.case) == ("unknown-key", "misspelt"):
        return _misspelt(finding, data)
    if finding.rule != "missing-key" or finding.path[:1] != ("priorities",):
        return finding
    for end, (rule, case, message) in _NOT_ANSWERED.items():
        if finding.path[-len(end) :] == end:
            return finding._replace(rule=rule, case=case, message=message)
    return finding


def _misspelt(finding: Finding, data: object) -> Finding:
    """A key that is misspelt, as the missing answer to the question that it was meant for."""
    from soa.model.slips import key_meant

    *above, key = finding.path
    beside = _at(data, tuple(above))
    meant = key_meant(finding.path, beside if isinstance(beside, Mapping) else ())
    path: Path = (*above, meant)
    named = tuple(step for step in path if isinstance(step, str))
    of_outcome = path[:1] == ("priorities",) and path[2:3] == ("outcomes",)
    for length in (2, 1):
        found = _MISSPELT.get(named[-length:])
        whole = named[:1] == ("prevention",) and len(named) == length
        if found is not None and (whole or (of_outcome and len(path) == _TO_OUTCOME + length)):
            rule, case, message = found
            return finding._replace(
                rule=rule, case=case, path=path, message=f"{message}; what stands under “{key}” could not be read"
            )
    return finding


class _Desk:
    """Puts the findings of one draft into words."""

    def __init__(self, checked: Checked) -> None:
        from soa.rules import all_rules

        self.checked = checked
        self.rules: Mapping[str, AnyRule] = all_rules()
        assert checked.agreement is not None
        self.naming = Naming(checked.agreement)
        self._settled = _settled(checked)
        self._doubted = {one.path[:-1] for one in checked.findings if one.rule == "indicator-kind-doubtful"}

    # ---- what is asked about -----------------------------------------------------------------------------------------

    def raised(self) -> Iterator[_Raised]:
        """The findings that a reader would ask about, with what they weigh."""
        for order, found in enumerate(self.checked.findings):
            finding = _as_answer(found, self.checked.source.data)
            rule = self.rules.get(finding.rule)
            family = rule.family if rule is not None else ""
            if is_round(finding.path) or finding.rule.startswith(_OF_ROUNDS) or finding.path[-1:] == ("person",):
                continue
            if self._is_ours(finding):
                continue
            if self._is_to_be_written(finding):
                continue
            bearing = bearing_of(finding.rule, finding.case, family)
            if finding.rule in _OF_BODIES and not self.naming.names_a_main_body(finding.message):
                bearing = bearing._replace(central=bearing.central // 2)
            if finding.rule == "indicator-kind-doubtful" and self._has_another_measure(finding):
                bearing = bearing._replace(central=bearing.central // 2)
            authority: Authority = rule.authority if rule is not None else "practice"
            yield _Raised(finding, bearing, weight_of(authority, bearing), self._scope(finding.path), order)

    def _is_ours(self, finding: Finding) -> bool:
        """Whether it is put to the government or a national body, and not to the partnership."""
        if finding.rule != "ask-unanswered":
            return False
        of = getattr(self.naming.part(finding.path[:2]), "of", "")
        return str(of) not in self.naming.lookup.partners

    def _is_to_be_written(self, finding: Finding) -> bool:
        """Whether it lacks what its outcome says is still to be written, by whom and by when."""
        if not {finding.rule, f"{finding.rule}/{finding.case}"} & _TO_BE_WRITTEN:
            return False
        outcome = self.naming.outcome(finding.path)
        return outcome is not None and (sound(outcome.not_yet) or (sound(outcome.what) and sound(outcome.what.not_yet)))

    def _has_another_measure(self, finding: Finding) -> bool:
        """Whether the outcome of a measure that may be of work has one of people or the place, beside it."""
        outcome = self.naming.outcome(finding.path)
        if outcome is None:
            return False
        beside = (one for one in self.naming.lookup.measures_of(outcome) if one.path not in self._doubted)
        return any(one.indicator.kind == "outcome" and one.indicator.direction != "context" for one in beside)

    def _scope(self, path: Path) -> tuple[str, ...]:
        outcome = self.naming.outcome(path)
        if outcome is not None:
            return "outcome", str(outcome.id)
        priority = self.naming.priority(path)
        return ("priority", str(priority.id)) if priority is not None else ()

    def slips(self) -> tuple[Question, ...]:
        """One remark on what an officer mends without a meeting."""
        found = [one for one in self.raised() if one.bearing.theme == "form"]
        if not found:
            return ()
        first, *others = found
        rule = self.rules.get(first.finding.rule)
        count = "one slip" if len(found) == 1 else f"{len(found)} slips"
        return (
            Question(
                first.finding.rule,
                first.finding.case,
                "form",
                first.weight,
                "",
                self._spot(first.finding),
                f"Will you mend the {count} of form before we read this again?",
                full(f"{count} of form or spelling, which the officer’s own list (soa lint) names one by one"),
                "A draft in which soa lint finds none.",
                rule.authority if rule is not None else "format",
                rule.sources if rule is not None else (),
                tuple(self._spot(one.finding) for one in others),
            ),
        )

    def is_settled(self, question: Question) -> bool:
        """Whether a round has put this question already, and it is open, answered, agreed for later or withdrawn."""
        return (question.spot.about, _folded(question.question)) in self._settled

    # ---- in words ----------------------------------------------------------------------------------------------------

    def question(self, groups: Sequence[_Group]) -> Question:
        """One question out of what is asked alike of several parts of the plan."""
        first, *others = groups
        lead = first.lead
        finding, outcome = lead.finding, self.naming.outcome(lead.finding.path)
        rule = self.rules.get(finding.rule)
        said = self._said(first)
        same = [*first.same, *(one for group in others for one in (group.lead, *group.same))]
        return Question(
            finding.rule,
            finding.case,
            lead.bearing.theme,
            lead.weight,
            str(outcome.id) if outcome is not None and not self._is_everywhere(groups) else "",
            self._spot(finding),
            " ".join(filter(None, (self._ask(said, finding), self._same_of(first, others)))),
            self._found(first, others),
            _filled(said.good, self._words(finding)),
            rule.authority if rule is not None else "practice",
            rule.sources if rule is not None else (),
            tuple(self._spot(one.finding) for one in same),
        )

    def _spot(self, finding: Finding) -> Spot:
        return Spot(finding.path, self.naming.addresses.of(finding.path), finding.place)

    def _words(self, finding: Finding) -> Mapping[str, str]:
        """What the draft calls things, for a question about a finding."""
        words = dict(self.naming.words(finding.path, self._written(finding)))
        if bodies := self.naming.bodies_in(finding.message):
            words["named"] = bodies
        if others := self.naming.bodies_in(finding.message.rpartition(": ")[2]):
            words["others"] = others
        return words

    def _written(self, finding: Finding) -> str:
        """The text that stands at a finding's place, as its author wrote it."""
        data = _at(self.checked.source.data, finding.path)
        return plain(data) if isinstance(data, str) else ""

    def _said(self, group: _Group) -> Said:
        """The words for a question: ours; else the rule's own."""
        finding = group.lead.finding
        known = said_of(finding.rule, _asked_as(group))
        if known is not None:
            return known
        asked = finding.question or f"What do you say to this: {finding.message}?"
        it = self.naming.about(finding.path)
        return Said(asked if it == WHOLE else f"On {it}: {_lower(asked)}", finding.help)

    def _ask(self, said: Said, finding: Finding) -> str:
        words = self._words(finding)
        wanted = set(_SLOT.findall(said.ask))
        named = wanted <= words.keys() and ("it" not in wanted or words["it"] != WHOLE)
        return capital(_filled(said.ask if named or not said.without else said.without, words))

    def _same_of(self, first: _Group, others: Sequence[_Group]) -> str:
        """That the same is asked of more: named where they are few, else counted."""
        noun = self.naming.noun(first.lead.finding.path)
        if noun in {"action", "measure"}:
            more = len(first.same) + sum(1 + len(group.same) for group in others)
            return f"We ask the same of {_counted(more, noun)}." if more else ""
        whole = self.naming.about(first.lead.finding.path)
        if first.lead.finding.rule in _LISTS and (more := len(first.lead.finding.related)) and whole != WHOLE:
            return f"We ask the same of {_counted(more, 'priority')}."
        names = distinct(self.naming.about(group.lead.finding.path) for group in others)
        names = [name for name in names if name not in {whole, WHOLE}]
        if len(names) <= _NAMED:
            return f"We ask the same of {listed(names)}." if names else ""
        outcomes = sum(group.lead.scope[:1] == ("outcome",) for group in others)
        rest = len(others) - outcomes
        counts = [_counted(number, kind) for number, kind in ((outcomes, "outcome"), (rest, "priority")) if number]
        return f"We ask the same of {listed(counts)}."

    def _is_everywhere(self, groups: Sequence[_Group]) -> bool:
        """Whether more than half of the outcomes are asked the same."""
        return len(groups) > 1 and 2 * len(groups) > len(self.naming.lookup.outcomes)

    def _found(self, first: _Group, others: Sequence[_Group]) -> str:
        """What the draft says or lacks: of the first place, of others like it, and of what lies beside it."""
        finding = first.lead.finding
        said = [self._told(finding)]
        entry = self.naming.entry(finding.path)
        entries = [one for one in distinct(self.naming.entry(one.finding.path) for one in first.same) if one != entry]
        if entries:
            said.append(f"So also {some(entries)}")
        names = distinct(self.naming.about(group.lead.finding.path) for group in others)
        if names:
            said.append(f"So also {some(names)}")
        beside = distinct(self._told(one.finding) for one in first.aside)
        said += [f"Also: {one}" for one in beside[:_ASIDE] if one not in said]
        return " ".join(map(full, said))

    def _told(self, finding: Finding) -> str:
        """A finding's message, with the words that it is about."""
        message = self.naming.aloud(finding.message)
        entry = self.naming.entry(finding.path)
        if entry and entry.strip("“”")[:20] not in message:
            message = f"{entry}: {message}"
        written = self._quote(finding)
        return (
            f"{message}. The draft says: {written}"
            if written and written.strip("“”…. ")[:20] not in message
            else message
        )

    def _quote(self, finding: Finding) -> str:
        """The words of the draft that show it, where there are some."""
        outcome = self.naming.outcome(finding.path)
        if finding.rule in {"process-only-targets", "no-gap-measure"} and outcome is not None:
            return some(distinct(self.naming.of_measure(one, outcome) for one in outcome.what.indicators if one))
        written = self._written(finding)
        return quoted(written, PASSAGE) if " " in written else ""


_SLOT = re.compile(r"\{([a-z]+)\}")
_PIECE = re.compile(r"\[([^\[\]]*)\]")


def _filled(text: str, words: Mapping[str, str]) -> str:
    """A text with the draft's words in it; a piece in square brackets is left out where there are none for it."""

    def piece(match: re.Match[str]) -> str:
        return match[1] if set(_SLOT.findall(match[1])) <= words.keys() else ""

    return _SLOT.sub(lambda slot: words.get(slot[1], "this"), _PIECE.sub(piece, text))


def _lower(text: str) -> str:
    """With a small letter at its beginning, unless its first word is a name."""
    return text if text[:2] in {"I ", "I'"} else text[:1].lower() + text[1:]


def _counted(number: int, noun: str) -> str:
    """`one other outcome`, `12 other priorities`."""
    plural = {"priority": "priorities", "line of money": "lines of money"}.get(noun, f"{noun}s")
    return f"one other {noun}" if number == 1 else f"{number} other {plural}"


def _at(data: object, path: Path) -> object:
    """What was written at a path; None where nothing was."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


_LEAVES_OPEN = frozenset(("open", "answered", "agreed-for-later", "withdrawn"))


def _settled(checked: Checked) -> set[tuple[str, str]]:
    """What rounds have asked and need not be asked again, by place and words: what is closed, and is there again, is asked again."""
    states: dict[tuple[str, str], str] = {}
    rounds = sorted(checked.rounds.items(), key=lambda item: (len(item[0]), item[0]))
    for _, one in rounds:
        for point in one.points:
            if sound(point) and sound(point.question) and sound(point.state):
                about = point.about if sound(point.about) else ""
                states[str(about), _folded(point.question)] = str(point.state)
    return {key for key, state in states.items() if state in _LEAVES_OPEN}
