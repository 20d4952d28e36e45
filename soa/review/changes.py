"""What changed since the draft that was read before, and which points that answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from soa.compare.outline import unread_of
from soa.document import text
from soa.document.blocks import (
    Block,
    Code,
    CrossReference,
    Inlines,
    List,
    Note,
    Paragraph,
    Section,
    Strong,
    Text,
)
from soa.language.sentence import capital
from soa.model.part import sound
from soa.review.gathered import Review
from soa.review.wording import counted

if TYPE_CHECKING:
    from soa.compare import Comparison
    from soa.compare.changes import Change

MOST_ON_PAGE_ONE = 4
"""So many changes each way stand on page one."""
ALL_CHANGES, POINTS = "all-changes", "points"
_TITLE = "All that changed"


def changed_section(review: Review) -> Section:
    """What is different from the last draft, what was weakened first; or that no other draft was given."""
    comparison = review.comparison
    blocks = (*_answered(review), *(_short(comparison) if comparison is not None else _nothing_to_compare()))
    return Section("changed", (Text("What has changed"),), blocks, listed=False)


def _answered(review: Review) -> Iterator[Block]:
    """The points that the partnership has answered, but those whose answers stand above, and where those stand that wait for an answer."""
    answered = [at for at in review.points if at.point.state == "answered" and sound(at.point.question)]
    above = {review.answered[one].path for one in review.first if one in review.answered}
    rest = [at.point for at in answered if at.path not in above]
    if answered:
        said = counted(len(answered), "point of review has been answered", "points of review have been answered")
        quoted = len(answered) - len(rest)
        stand = capital(counted(quoted, "of the answers stands", "of the answers stand"))
        others = f". {stand} under a question above{'; the others were to:' if rest else '.'}"
        yield Paragraph((Text(f"{capital(said)}{others if quoted else ':'}"),))
    if rest:
        yield List(tuple((Paragraph((*text.plain(one.question), *_id(one.id))),) for one in rest))
    waiting = sum(one.point.state == "open" for one in review.points)
    if waiting:
        said = capital(counted(waiting, "point of review waits", "points of review wait"))
        way = CrossReference((Text("Points of review that are not closed"),), POINTS)
        yield Paragraph((Text(f"{said} for an answer: see "), way, Text(".")))


def _id(name: object) -> Inlines:
    return (Text(" "), Code(text.visible(str(name)))) if sound(name) and name else ()


def _nothing_to_compare() -> Iterator[Block]:
    yield Paragraph((Text("This report was made without an earlier draft to compare with."),), "small")


def _short(comparison: Comparison) -> Iterator[Block]:
    """What a meeting has to know of it."""
    for lost in unread_of(comparison):
        yield Paragraph(text.plain(" ".join(filter(None, (lost.says, lost.then)))))
    if comparison.is_same:
        yield Paragraph(text.plain(f"Nothing that the draft says has changed since {comparison.old.name}."))
        return
    told = sorted((one for one in comparison.changes if not one.follows), key=lambda one: not one.outcome)
    weaker, stronger = ([one for one in told if one.weighs == way] for way in ("weaker", "stronger"))
    yield from _some("Weaker than before", weaker)
    yield from _some("Stronger than before", stronger)
    met = [one for one in comparison.points if one.changes]
    if met:
        yield Paragraph((Strong((Text("Points that a change may answer"),)),))
        yield List(tuple((Paragraph((*text.plain(one.question), *_id(one.id))),) for one in met))
    way = CrossReference((Text(_TITLE),), ALL_CHANGES)
    since = f"{capital(counted(len(told), 'change', 'changes'))} since {comparison.old.name}. "
    yield Paragraph((*text.plain(since), way, Text(" has each in its place.")), "small")


def _some(title: str, changes: Sequence[Change]) -> Iterator[Block]:
    if changes:
        more = f", {MOST_ON_PAGE_ONE} of {len(changes):,}" if len(changes) > MOST_ON_PAGE_ONE else ""
        yield Paragraph((Strong((Text(f"{title}{more}"),)),))
        yield List(tuple((Paragraph(text.plain(one.says)),) for one in changes[:MOST_ON_PAGE_ONE]))


def changes_section(review: Review) -> Section | None:
    """Every change, outcome by outcome, then those of the rest of the plan."""
    comparison = review.comparison
    if comparison is None or comparison.is_same:
        return None
    by_outcome: dict[tuple[str, bool], list[Change]] = {}
    for change in comparison.changes:
        by_outcome.setdefault((change.outcome, change.outcome_gone), []).append(change)
    sections = []
    for at, one in enumerate(comparison.outcomes):
        if mine := by_outcome.pop((one.id, one.gone), None):
            sections.append(_group(f"changes-{at + 1}", one.statement or one.id, mine))
    rest = [change for mine in by_outcome.values() for change in mine]
    if rest:
        sections.append(_group("changes-rest", "The rest of the plan", rest))
    intro = f"From {comparison.old.name} to {comparison.new.name}. Order, layout and the files it is split into are no changes."
    return Section(ALL_CHANGES, (Text(_TITLE),), (Paragraph(text.plain(intro)),), tuple(sections))


def _group(anchor: str, title: str, changes: Sequence[Change]) -> Section:
    items = tuple((Paragraph(text.plain(one.says)), *_warning(one)) for one in changes)
    return Section(anchor, text.plain(title), (List(items),), listed=False)


def _warning(change: Change) -> Iterator[Block]:
    if change.warns:
        yield Note("remark", "To look at", (Paragraph(text.plain(change.warns)),))
