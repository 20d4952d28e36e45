"""Lists side by side: what belongs together, what came and what went; their order says nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from soa.compare import money, tables
from soa.compare.changes import Weighs
from soa.compare.details import detail
from soa.compare.fields import Field
from soa.compare.likeness import ALIKE, pairs, said, weights_of
from soa.compare.nouns import are, noun, surroundings, words_of
from soa.compare.showing import flat, value_shown
from soa.compare.side import Side, Written, plain, quoted
from soa.compare.titles import about
from soa.model.measure import Indicator, Target
from soa.model.outcome import Action, Contributor, Outcome
from soa.model.partners import Engagement, Evidence, Partner, Plan
from soa.model.resources import Ask, Resource
from soa.source.places import Path

_CITED = frozenset({Evidence, Engagement, Plan, Ask})
"""What is new with what it is cited for."""

if TYPE_CHECKING:
    from soa.compare.differences import Differences


def entries(differences: Differences, ours: Written, theirs: Written, field: Field) -> None:
    """Two lists of parts: what belongs together, what is new, what is gone."""
    old, new = (*ours.path, field.key), (*theirs.path, field.key)
    was, now = (
        found if isinstance(found, list) else [] for found in (ours.data.get(field.key), theirs.data.get(field.key))
    )
    before = [(*old, at) for at in range(len(was))]
    odd_before = Counter(
        flat(item)
        for path, item in zip(before, was, strict=True)
        if path not in differences.old.parts and path not in differences.old.checked.source.unread
    )
    for at, item in enumerate(now):
        path = (*new, at)
        if path in differences.new.checked.source.unread:
            continue  # said once, with all that could not be read
        if path not in differences.new.parts:
            text = flat(item)
            if odd_before[text] > 0:
                odd_before[text] -= 1
            else:
                differences.note(
                    "added",
                    None,
                    path,
                    f"an entry of {field.title.lower()} is new that could not be read: {quoted(text)}.",
                    now=text,
                )
        elif (match := differences.matches.to_old.get(path)) is not None:
            differences.part(match, path)
        elif not differences.is_unsure(path, old, is_new=True):
            added(differences, path)
    for text in odd_before.elements():
        says = f"an entry of {field.title.lower()} that could not be read is gone: {quoted(text)}."
        differences.note("removed", old, None, says, was=text)
    for path in before:
        if (
            path in differences.old.parts
            and path not in differences.matches.to_new
            and not differences.is_unsure(path, new, is_new=False)
        ):
            removed(differences, path)


def added(differences: Differences, path: Path) -> None:
    """An entry that is new, with all that is inside it; but what moved into it is told for itself."""
    one = differences.new.parts[path]
    if (True, path) in differences.told:
        return
    if one.cls is Target and _belongs_to(differences.new, one, differences.matches.to_old):
        return  # said with its measure
    if one.cls is Indicator and "use" in one.data and _is_the_moved(differences, one):
        return
    says = _is_new(differences, one)
    more = detail(differences.new, one)
    text = words_of(one) or more or flat(one.data)
    kind = "contributor-added" if one.cls is Contributor else "added"
    weighs: Weighs = "stronger" if tables.weighs(one.cls) else ""
    differences.note(
        kind, None, path, f"{says}{f': {more}' if more else ''}.", now=" ".join(text.split()), weighs=weighs
    )
    if one.cls is Resource:
        money.whole(differences, differences.new, one)
    _moved_into(differences, path)


def removed(differences: Differences, path: Path) -> None:
    """An entry that is gone, with all that was inside it."""
    one = differences.old.parts[path]
    if (False, path) in differences.told:
        return
    if one.cls is Target and _belongs_to(differences.old, one, differences.matches.to_new):
        return  # said with its measure
    says = _is_gone_now(differences, one)
    more = detail(differences.old, one)
    text = words_of(one) or more or flat(one.data)
    kind = "contributor-removed" if one.cls is Contributor else "removed"
    weighs: Weighs = "weaker" if tables.weighs(one.cls) else ""
    differences.note(
        kind,
        path,
        None,
        f"{says}{f'; it was: {more}' if more else ''}.",
        was=" ".join(text.split()),
        weighs=weighs,
    )
    if one.cls is Resource:
        money.whole(differences, differences.old, one)


def _is_new(differences: Differences, one: Written) -> str:
    name = noun(differences.new, one.path)
    if one.cls is Partner:
        return f"the partner {name} is new"
    if one.cls is not Outcome:
        where = f" in {surroundings(differences.new, one)}" if one.cls in tables.MOVES else ""
        return f"{name} {are(name)} new{where}"
    from_where = _maybe(differences.old, differences.matches.may_come_from(one.path))
    return f"{name} is new in {surroundings(differences.new, one)}{f' (it may come from {from_where})' if from_where else ''}"


def _is_gone_now(differences: Differences, one: Written) -> str:
    name = noun(differences.old, one.path)
    if one.cls is Partner:
        return f"the partner {name} is gone"
    if one.cls is not Outcome:
        where = f" from {surroundings(differences.old, one)}" if one.cls in tables.MOVES else ""
        return f"{name} {are(name)} gone{where}"
    into = _maybe(differences.new, differences.matches.may_have_gone_into(one.path))
    return (
        f"{name} is gone from {surroundings(differences.old, one)}{f' (it may have gone into {into})' if into else ''}"
    )


def _belongs_to(side: Side, target: Written, known: Mapping[Path, Path]) -> bool:
    """Whether a target is for a measure that came or went with it."""
    meant = side.refers_to(Target, "indicator", target.data.get("indicator"), target.path)
    return meant is not None and meant not in known


def _is_the_moved(differences: Differences, one: Written) -> bool:
    """Whether an outcome now uses as shared the measure that was its own."""
    meant = differences.new.refers_to(Indicator, "use", one.data["use"], one.path)
    before = differences.matches.to_old.get(meant) if meant is not None else None
    outcome = differences.new.outcome_path(one.path)
    return (
        before is not None
        and outcome is not None
        and differences.old.outcome_path(before) == differences.matches.to_old.get(outcome)
    )


def _moved_into(differences: Differences, path: Path) -> None:
    """What stands inside a new entry, and stood elsewhere before."""
    known = differences.matches.to_old
    for one in differences.new.inside.get(path, ()):
        outer = differences.new.outcome_path(one.path)
        if one.path in known and (one.cls is Outcome or outer is None or outer not in known):
            differences.part(known[one.path], one.path)


def refs(differences: Differences, ours: Written, theirs: Written, field: Field) -> None:
    """Two lists of references, figures or words of a closed list: what came, what went; their order says nothing."""
    key = field.key
    was, now = ours.data.get(key, ()), theirs.data.get(key, ())
    before = [(_meant(differences, differences.old, ours, field, item), item) for item in was]
    after = [(_meant(differences, differences.new, theirs, field, item), item) for item in now]
    ordered = key in tables.ORDERED
    if ordered and [one for one, _ in before] == [one for one, _ in after]:
        return
    left = Counter(one for one, _ in before)
    right = Counter(one for one, _ in after)
    came = [item for one, item in after if _take(left, one)] if not ordered else list(now)
    came = [item for item in came if ordered or not _is_added(differences, theirs, field, item)]
    went = [item for one, item in before if _take(right, one)] if not ordered else list(was)
    went = [item for item in went if ordered or not _is_removed(differences, ours, field, item)]
    if not came and not went:
        return
    called = about(ours.cls, field, noun(differences.new, theirs.path))
    said_came = ", ".join(value_shown(differences.new, theirs, field, plain(item)) for item in came)
    said_went = ", ".join(value_shown(differences.old, ours, field, plain(item)) for item in went)
    kind, weighs = tables.kind_of(ours.cls, key)
    if came and went:
        says = (
            f"{called}: now {said_came}, and no longer {said_went}."
            if not ordered
            else f"{called}: now {said_came}, and before {said_went}."
        )
    else:
        says = f"{called}: now also {said_came}." if came else f"{called}: no longer {said_went}."
        says = says.replace(": now also ", ": now ") if not was else says
    effect: Weighs = ("stronger" if came and not went else "weaker" if went and not came else "") if weighs else ""
    differences.note(
        kind or "changed",
        (*ours.path, key),
        (*theirs.path, key),
        says,
        was=said_went,
        now=said_came,
        weighs=effect,
        label=field.title,
    )


def _meant(differences: Differences, side: Side, one: Written, field: Field, item: Any) -> Any:
    if isinstance(item, (list, Mapping)):
        return ("?", flat(item))
    if field.form == "reference":
        return differences.matches.meaning(side, one.cls, field.key, item, one.path)
    return plain(item)


def _is_removed(differences: Differences, ours: Written, field: Field, item: Any) -> bool:
    """Whether something is no longer referred to because it is gone, which is said where it stood."""
    found = differences.old.refers_to(ours.cls, field.key, item, ours.path) if field.form == "reference" else None
    return found is not None and found not in differences.matches.to_new


def _is_added(differences: Differences, theirs: Written, field: Field, item: Any) -> bool:
    """Whether something is referred to because it is new, which is said where it stands; a partner's or a place's part is more than that."""
    found = differences.new.refers_to(theirs.cls, field.key, item, theirs.path) if field.form == "reference" else None
    if found is None or found in differences.matches.to_old:
        return False
    cls = differences.new.parts[found].cls
    inside = differences.new.outcome_path(found)
    beside = inside is not None and inside == differences.new.outcome_path(theirs.path)
    return cls in _CITED or (cls in {Indicator, Action} and beside)


def texts(differences: Differences, ours: Written, theirs: Written, field: Field) -> None:
    """Two lists of sentences: what came, what went, and what is worded anew; their order says nothing."""
    was = [(" ".join(flat(item).split()), at) for at, item in enumerate(ours.data.get(field.key, ()))]
    now = [(" ".join(flat(item).split()), at) for at, item in enumerate(theirs.data.get(field.key, ()))]
    left, right = Counter(text for text, _ in was), Counter(text for text, _ in now)
    came = [one for one in now if _take(left, one[0])]
    went = [one for one in was if _take(right, one[0])]
    ours_said, theirs_said = [said(text, ()) for text, _ in went], [said(text, ()) for text, _ in came]
    alike = pairs(ours_said, theirs_said, weights_of(ours_said, theirs_said), ALIKE)
    if not alike and len(went) == len(came) == 1:
        alike = [(0, 0, 0.0)]
    called = about(ours.cls, field, noun(differences.new, theirs.path))
    paired_old, paired_new = {at for at, _, _ in alike}, {at for _, at, _ in alike}
    for at, other, score in sorted(alike, key=lambda one: one[1]):
        (before, old), (after, new) = went[at], came[other]
        verb = "is worded anew: it was" if score else "says something else: it was"
        says = f"an entry of {called} {verb} {quoted(before)} and is now {quoted(after)}."
        differences.note(
            "reworded",
            (*ours.path, field.key, old),
            (*theirs.path, field.key, new),
            says,
            was=before,
            now=after,
            words=True,
            head=f"an entry of {called}",
        )
    for other, (after, new) in enumerate(came):
        if other not in paired_new:
            differences.note(
                "added", None, (*theirs.path, field.key, new), f"{called}: now also {quoted(after)}.", now=after
            )
    for at, (before, old) in enumerate(went):
        if at not in paired_old:
            differences.note(
                "removed", (*ours.path, field.key, old), None, f"{called}: no longer {quoted(before)}.", was=before
            )


def _take(counter: Counter[Any], one: Any) -> bool:
    """Whether there is none of it left; else one is taken."""
    if counter[one] > 0:
        counter[one] -= 1
        return False
    return True


def _maybe(side: Side, outcomes: list[tuple[Path, float]]) -> str:
    """The one or two outcomes that are most alike."""
    return " or ".join(noun(side, path) for path, _ in outcomes[:2])
