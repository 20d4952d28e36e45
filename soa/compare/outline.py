"""A comparison in the order in which it is told: what matters first, then outcome by outcome, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from soa.compare.changes import QUESTIONS, Change
from soa.compare.comparison import Comparison, OutcomeName
from soa.compare.findings import FindingBetween, State, count_of
from soa.compare.side import LONGEST
from soa.document.labels import labels_for
from soa.model.agreement import Agreement

MOST_FIRST = 6
"""So many changes either way stand at the head of the report; the others stand in their places."""
MOST_FINDINGS = 100
"""So many findings of one kind are listed; the others are counted."""
ORDER_IS_NO_CHANGE = "Order, layout and the files that an agreement is split into are no changes, nor is an id that is another one wherever it is used, nor a partnership’s own keys (x-…)."

_HEADINGS = {
    "what": "What will improve",
    "how": "How",
    "by_whom": "By whom",
    "when": "By when",
    "risks": "Risks",
    "outcome": "The outcome itself",
}
_MONEY = ("prevention", "resources")
_REST = "Everything else"
_WHOLE = "Whole outcomes"
_FEWEST_TOGETHER = 3
"""So many answers given for the first time to one part are told in one line."""


class Told(NamedTuple):
    """One line of the report: a sentence, and for words what went and what came."""

    says: str
    change: Change
    words: bool = False
    """Whether the words before and after are to be shown."""


class Group(NamedTuple):
    """The changes that stand under one heading."""

    title: str
    told: tuple[Told, ...]


class OutcomeGroup(NamedTuple):
    """The changes of one outcome, question by question."""

    title: str
    priority: str
    remark: str
    """That it came or went with its whole priority, where it did; else empty."""
    groups: tuple[Group, ...]


class Tally(NamedTuple):
    """How many changes there are under a heading, and how many of them weigh."""

    title: str
    changes: int
    weaker: int
    stronger: int


class Outline(NamedTuple):
    """A comparison, ready to be told."""

    intro: str
    tallies: tuple[Tally, ...]
    weaker: tuple[Change, ...]
    stronger: tuple[Change, ...]
    warned: tuple[Change, ...]
    outcomes: tuple[OutcomeGroup, ...]
    money: tuple[Group, ...]
    rest: tuple[Group, ...]


def outline_of(comparison: Comparison) -> Outline:
    """Set a comparison out for a reader."""
    counted = [one for one in comparison.changes if not one.follows]
    first = sorted(counted, key=_comes_first)
    by_outcome: dict[tuple[str, bool], list[Change]] = {}
    for one in comparison.changes:
        by_outcome.setdefault((one.outcome, one.outcome_gone), []).append(one)
    outcomes = []
    for named in comparison.outcomes:
        mine = by_outcome.pop((named.id, named.gone), [])
        remark = _remark(named, mine)
        if mine or remark:
            title = named.statement or named.id
            outcomes.append(OutcomeGroup(title, named.priority, remark, tuple(_by_question(mine))))
    left = [one for mine in by_outcome.values() for one in mine]
    return Outline(
        _intro(counted, whole=not comparison.not_read),
        tuple(_tallies(counted)),
        tuple(one for one in first if one.weighs == "weaker"),
        tuple(one for one in first if one.weighs == "stronger"),
        tuple(one for one in first if one.warns),
        tuple(outcomes),
        tuple(_by_part(one for one in left if one.question in _MONEY)),
        tuple(_by_part(one for one in left if one.question not in _MONEY)),
    )


def _remark(outcome: OutcomeName, changes: Sequence[Change]) -> str:
    if any(one.about == outcome.id and one.kind in {"added", "removed"} for one in changes):
        return ""
    return "New, with its priority." if outcome.new else "Gone, with its priority." if outcome.gone else ""


def _intro(counted: Sequence[Change], *, whole: bool) -> str:
    if not counted:
        return f"Nothing that {'the agreement says' if whole else 'could be read of both'} has changed."
    weaker, stronger = (sum(one.weighs == way for one in counted) for way in ("weaker", "stronger"))
    judged = len(counted) - weaker - stronger
    return (
        f"{number(len(counted), 'change')}. With {_of(weaker)} the plan promises less than before, with {_of(stronger)} more; "
        f"{_of(judged)} {'is' if judged == 1 else 'are'} for the reader to judge."
    )


_FIRST = (
    ("target-lowered", "target-raised"),
    ("owner-changed",),
    ("prevention-unmarked", "prevention-marked", "money-moved", "firmness-changed"),
    ("target-postponed", "target-brought-forward", "target-replaced", "baseline-changed", "definition-changed"),
    ("removed", "added", "contributor-removed", "contributor-added"),
)
"""Kinds of change in the order in which a reader wants to know of them; all others come after."""


def _comes_first(change: Change) -> tuple[bool, int, bool]:
    """Whole outcomes and priorities before what is in them; of that what belongs to an outcome before what does not."""
    rank = next((at for at, kinds in enumerate(_FIRST) if change.kind in kinds), len(_FIRST))
    return not _is_whole(change), rank, not change.outcome


def _is_whole(change: Change) -> bool:
    """Whether it is about an outcome or priority as a whole."""
    return change.question == "outcome" or (
        change.question == "priorities" and change.kind in {"added", "removed"} and not change.label
    )


def _of(count: int) -> str:
    return f"{count or 'none':,}" if count else "none"


def number(count: int, word: str, words: str = "") -> str:
    """`1 change`, `24 changes`, `No changes`."""
    return f"{f'{count:,}' if count else 'No'} {word if count == 1 else words or f'{word}s'}"


def _tallies(counted: Sequence[Change]) -> Iterator[Tally]:
    """How much changed under each of the four questions, in money and prevention, and elsewhere."""
    heads = {**{name: _HEADINGS[name] for name in QUESTIONS}, **dict.fromkeys(_MONEY, "Prevention and money")}
    found: dict[str, list[Change]] = {title: [] for title in (_WHOLE, *heads.values(), _REST)}
    for one in counted:
        found[_WHOLE if _is_whole(one) else heads.get(one.question, _REST)].append(one)
    for title, ones in found.items():
        yield Tally(title, len(ones), *(sum(one.weighs == way for one in ones) for way in ("weaker", "stronger")))


def _by_question(changes: Sequence[Change]) -> Iterator[Group]:
    """An outcome's changes under its questions: first what is said of the outcome itself."""
    order = ("outcome", *QUESTIONS, "risks")
    for name in order:
        if mine := [one for one in changes if one.question == name]:
            yield Group(_HEADINGS[name], tuple(told(mine)))


def _by_part(changes: Iterable[Change]) -> Iterator[Group]:
    """Other changes under the top-level keys of the agreement, in the order of the format."""
    order = [*Agreement.model_fields]
    ranked = sorted(changes, key=lambda one: order.index(one.question) if one.question in order else len(order))
    for name, mine in groupby(ranked, key=lambda one: one.question):
        yield Group(_title(name), tuple(told(list(mine))))


def _title(key: str) -> str:
    labels = labels_for("")
    known = labels.catalogue.get(f"part-{key.replace('_', '-')}")
    return known or (Agreement.model_fields[key].title if key in Agreement.model_fields else "") or key


def told(changes: Sequence[Change]) -> Iterator[Told]:
    """The lines for changes: what one part now says for the first time stands in one line, where it is much."""
    for is_plain, ones in groupby(changes, key=lambda one: one.subject if _is_first_answer(one) else ""):
        mine = list(ones)
        if is_plain and len(mine) >= _FEWEST_TOGETHER:
            given = "; ".join(f"{one.label.lower()}: {_short(one.new)}" for one in mine)
            yield Told(f"Now also given for {is_plain}: {given}.", mine[0])
        else:
            yield from (Told(_head(one), one, words=_wants_words(one)) for one in mine)


def _is_first_answer(change: Change) -> bool:
    return change.kind == "added" and bool(change.label) and not change.weighs and not change.warns


def _wants_words(change: Change) -> bool:
    """Whether the words before and after are to be shown: the sentence says the short ones of itself."""
    return bool(change.segments) and (_is_own(change) or max(len(change.old), len(change.new)) > LONGEST)


def _is_own(change: Change) -> bool:
    """Whether the words are those that the entry itself is called by."""
    return change.kind in {"reworded", "re-identified"} and not change.label


def _head(change: Change) -> str:
    """What is said of a change whose words are shown below it."""
    if not _wants_words(change) or change.kind not in {
        "reworded",
        "re-identified",
        "ask-answered",
        "definition-changed",
    }:
        return change.says
    name = change.head or change.subject
    return f"{name[:1].upper()}{name[1:]} is worded anew."


def _short(text: str, longest: int = 120) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rsplit(' ', 1)[0]}…"


class Unread(NamedTuple):
    """What could not be read of a version, in words."""

    says: str
    places: tuple[str, ...]
    then: str
    """What is therefore not known; empty where it is not known what is missing."""


def unread_of(comparison: Comparison) -> tuple[Unread, ...]:
    """What could not be read of either version."""
    found = []
    for one in comparison.not_read:
        mine = comparison.old if one.version == "old" else comparison.new
        places = [f"{place.file}, line {place.line}: {place.says}" for place in one.places[:MOST_FIRST]]
        if len(one.places) > MOST_FIRST:
            places.append(f"and {len(one.places) - MOST_FIRST:,} more")
        parts = [*one.parts[:MOST_FIRST]]
        if len(one.parts) > MOST_FIRST:
            parts.append(f"{len(one.parts) - MOST_FIRST:,} more")
        says = f"Not all of {mine.name} could be read. What is missing there does not count as changed."
        unknown = "whether these are new" if one.version == "old" else "what became of these"
        then = f"So it is not known {unknown}: {'; '.join(parts)}." if parts else ""
        found.append(Unread(says, tuple(places), then))
    return tuple(found)


class Findings(NamedTuple):
    """What the linter says of both, in words and one by one."""

    says: str
    groups: tuple[tuple[str, tuple[FindingBetween, ...], int], ...]
    """A heading, the findings listed below it, and how many there are beyond those."""


_FOUND: tuple[tuple[State, str], ...] = (
    ("new", "New"),
    ("gone", "Gone"),
    ("silenced", "Still there, and an exception now answers for it"),
    ("still", "Still there"),
)


def findings_of(comparison: Comparison) -> Findings:
    """What became of the findings."""
    every = comparison.findings
    if not every:
        return Findings("The linter finds nothing in either.", ())
    counts = ", ".join(
        f"{count_of(every, state):,} {name.lower() if state != 'silenced' else 'answered by an exception'}"
        for state, name in _FOUND
        if state != "silenced" or count_of(every, state)
    )
    says = f"Of the linter’s findings: {counts}."
    unlisted = comparison.old.not_listed + comparison.new.not_listed
    if unlisted:
        says += f" {unlisted:,} more that are not listed are not compared."
    groups = []
    for state, name in _FOUND:
        mine = tuple(one for one in every if one.state == state)
        if mine:
            groups.append((name, mine[:MOST_FINDINGS], len(mine) - len(mine[:MOST_FINDINGS])))
    return Findings(says, tuple(groups))
