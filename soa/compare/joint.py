"""Answers that change together and are one change to a reader: who leads with their post, a status with its day, a gap with its group."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from soa.compare import levels
from soa.compare.changes import Weighs
from soa.compare.details import detail
from soa.compare.fields import fields_of
from soa.compare.nouns import noun, when
from soa.compare.side import Side, Written, plain, quoted, shown
from soa.model.measure import Breakdown, Gap
from soa.source.places import Path

if TYPE_CHECKING:
    from soa.compare.differences import Differences

_DAYS = {"submitted": ("submitted",), "agreed": ("agreed", "agreed_by")}
"""The answers that come with a status."""
_WAYS = {"up": "to rise", "down": "to fall", "hold": "to stay as it is"}


def header(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """A status that changed, with the day on which it did."""
    was, now = (plain(one.data.get("status")) for one in (ours, theirs))
    came = [key for key in _DAYS.get(str(now), ()) if key in theirs.data and key not in ours.data]
    if was == now or not isinstance(was, str) or not came:
        return frozenset()
    side = differences.new
    date, body = (theirs.data.get(key) if key in came else None for key in (str(now), "agreed_by"))
    given = f", on {when(side, plain(date))}" if date is not None else ""
    given += f", by {shown(body)}" if body is not None else ""
    says = f"the status of the agreement was {quoted(was)} and is now {quoted(now)}{given}."
    paths = (*ours.path, "status"), (*theirs.path, "status")
    differences.note("status-changed", *paths, says, was=was, now=f"{now}{given}")
    return frozenset({"status", *came})


def by_whom(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """A lead with the post, and a deputy with theirs; where the two changed places, that is one change."""
    name = noun(differences.new, theirs.path)
    done: set[str] = set()
    deputies = _deputies(differences, ours, theirs)
    if _other(differences, ours, theirs, "lead"):
        posts = {"post", "employer"} & {*ours.data, *theirs.data}
        keys = [key for key in ("post",) if _other(differences, ours, theirs, key)]
        was, now = _holder(differences.old, ours, "lead", keys), _holder(differences.new, theirs, "lead", keys)
        says = f"{now} leads {name} instead of {was}"
        done |= {"lead", "person", *posts}
        if deputies and _changed_places(differences, ours, theirs):
            says += f", and {_deputy(differences.new, theirs)} now stands in for the lead"
            done |= {"deputy"}
        paths = (*ours.path, "lead"), (*theirs.path, "lead")
        differences.note("owner-changed", *paths, f"{says}.", was=was, now=now)
    if deputies and "deputy" not in done:
        was, now = _deputy(differences.old, ours), _deputy(differences.new, theirs)
        says = f"{now} stands in for the lead of {name} instead of {was}."
        paths = (*ours.path, "deputy", "partner"), (*theirs.path, "deputy", "partner")
        differences.note("owner-changed", *paths, says, was=was, now=now)
        done |= {"deputy"}
    return frozenset(done)


def action(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """An owner with the post, and the old one as partner; an action without an end that was given one, or the other way."""
    done = _owner(differences, ours, theirs)
    was, now = (one.data.get("standing") is True for one in (ours, theirs))
    if was != now:
        before, after = _term(differences.old, ours), _term(differences.new, theirs)
        says = f"{noun(differences.new, theirs.path)} is now {after}, and was {before}."
        key = "due" if "due" in theirs.data else "standing"
        differences.note("changed", (*ours.path, key), (*theirs.path, key), says, was=before, now=after)
        done |= {"standing", "due", "review"}
    return done


def _owner(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    if not _other(differences, ours, theirs, "owner"):
        return frozenset()
    keys = [key for key in ("post",) if _other(differences, ours, theirs, key)]
    was, now = _holder(differences.old, ours, "owner", keys), _holder(differences.new, theirs, "owner", keys)
    says = f"{now} answers for {noun(differences.new, theirs.path)} instead of {was}"
    done = {"owner", *keys}
    before, after = (
        {_meant(differences, side, one, "partners", ref): ref for ref in _listed(one, "partners")}
        for side, one in ((differences.old, ours), (differences.new, theirs))
    )
    came, went = after.keys() - before.keys(), before.keys() - after.keys()
    first = _meant(differences, differences.old, ours, "owner", ours.data["owner"])
    last = _meant(differences, differences.new, theirs, "owner", theirs.data["owner"])
    if came <= {first} and went <= {last}:
        says += ", which stays as a partner in it" if came else ""
        done |= {"partners"}
    paths = (*ours.path, "owner"), (*theirs.path, "owner")
    differences.note("owner-changed", *paths, f"{says}.", was=was, now=now)
    return frozenset(done)


def _term(side: Side, one: Written) -> str:
    """Until when an action goes on."""
    if one.data.get("standing") is True:
        review = f", reviewed by {when(side, plain(one.data['review']))}" if "review" in one.data else ""
        return f"to go on without an end{review}"
    due = one.data.get("due")
    return f"to be done by {when(side, plain(due))}" if due is not None else "without a day by which it is done"


def measure(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """A direction with what goes with it and the targets that follow; a gap with the group that it is about."""
    return _direction(differences, ours, theirs) | _gap(differences, ours, theirs)


def _direction(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    was, now = (one.data.get("direction") for one in (ours, theirs))
    if was == now or was not in _WAYS or now not in _WAYS:
        return frozenset()
    before, after = _way(ours), _way(theirs)
    says = f"{noun(differences.new, theirs.path)} is now {after}, and was {before}"
    old, new = (side.targets.get(one.path, []) for side, one in ((differences.old, ours), (differences.new, theirs)))
    reach, reached = (
        ", ".join(levels.of_target(side, one) for one in targets)
        for side, targets in ((differences.old, old), (differences.new, new))
    )
    if reach and reached and levels.targets_of(differences.old, ours) != levels.targets_of(differences.new, theirs):
        says += f"; its targets are now {reached}, and were {reach}"
    if reach and reached:
        for side, targets in ((differences.old, old), (differences.new, new)):
            levels_of = (one for target in targets for one in levels.values(side, (*target.path, "values")))
            differences.told |= {(side is differences.new, one.path) for one in levels_of}
    field = fields_of(ours.cls)["direction"]
    differences.note(
        "definition-changed",
        (*ours.path, "direction"),
        (*theirs.path, "direction"),
        f"{says}.",
        was=str(was),
        now=str(now),
        warns=levels.kept_figures(differences, ours, theirs, field),
        label=field.title,
    )
    return frozenset({"direction", "within", "because"})


def _way(one: Written) -> str:
    """Which way is better, with how far it may stray and why."""
    said = _WAYS[str(one.data["direction"])]
    within, because = one.data.get("within"), one.data.get("because")
    said += f" within {shown(plain(within))}" if within is not None else ""
    return said + (f", because {quoted(because)}" if because is not None else "")


def _gap(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """A gap that is shown for the first time, or no longer, with the figures of the group."""
    if ("gap" in ours.data) == ("gap" in theirs.data) or ("not_yet" in ours.data) != ("not_yet" in theirs.data):
        return frozenset()  # where it was still to come, that is said with all that has come
    is_new = "gap" in theirs.data
    side, one = (differences.new, theirs) if is_new else (differences.old, ours)
    known = differences.matches.to_old if is_new else differences.matches.to_new
    path = (*one.path, "gap")
    gap = side.parts.get(path)
    ends = [str(ref) for ref in _listed(gap, "between")] if gap is not None else []
    groups = [
        group
        for group in side.of_class(Breakdown)
        if group.path[: len(one.path)] == one.path and group.path not in known and str(group.data.get("of")) in ends
    ]
    if gap is None or not groups:
        return frozenset()
    figures = {str(group.data["of"]): levels.of_group(side, group) for group in groups}
    between = " and ".join(_end(side, end, gap.path, figures.get(end, "")) for end in ends)
    name = noun(side, one.path)
    if is_new:
        says = f"{name} is now to narrow a gap, between {between}."
    else:
        says = f"{name} is no longer to narrow a gap; it was between {between}."
    differences.told |= {(is_new, group.path) for group in groups}
    weighs: Weighs = "stronger" if is_new else "weaker"
    said = detail(side, gap)
    if is_new:
        differences.note("added", None, path, says, now=said, weighs=weighs, label="Gap")
    else:
        differences.note("removed", path, None, says, was=said, weighs=weighs, label="Gap")
    return frozenset({"gap"})


def _end(side: Side, end: str, path: Path, figures: str) -> str:
    return f"{side.named(Gap, 'between', end, path)}{f' ({figures})' if figures else ''}"


# ---- what all of them ask ----------------------------------------------------------------------------------------


def _meant(differences: Differences, side: Side, one: Written, key: str, ref: Any) -> Hashable:
    return differences.matches.meaning(side, one.cls, key, ref, one.path)


def _listed(one: Written, key: str) -> list[Any]:
    found = one.data.get(key)
    return [ref for ref in found if isinstance(ref, str)] if isinstance(found, list) else []


def _other(differences: Differences, ours: Written, theirs: Written, key: str) -> bool:
    """Whether an answer that both give is another one."""
    was, now = ours.data.get(key), theirs.data.get(key)
    if not isinstance(was, str) or not isinstance(now, str):
        return False
    if key == "post":
        return bool(plain(was) != plain(now))
    return _meant(differences, differences.old, ours, key, was) != _meant(
        differences, differences.new, theirs, key, now
    )


def _holder(side: Side, one: Written, key: str, posts: list[str]) -> str:
    """A partner with the post, where that is another one as well."""
    return f"{side.partner(one.data[key])}{''.join(f' ({shown(one.data[post])})' for post in posts)}"


def _deputies(differences: Differences, ours: Written, theirs: Written) -> bool:
    """Whether another partner stands in for the lead."""
    old, new = (
        side.parts.get((*one.path, "deputy")) for side, one in ((differences.old, ours), (differences.new, theirs))
    )
    return old is not None and new is not None and _other(differences, old, new, "partner")


def _deputy(side: Side, one: Written) -> str:
    deputy = side.parts[*one.path, "deputy"]
    return _holder(side, deputy, "partner", ["post"] if isinstance(deputy.data.get("post"), str) else [])


def _changed_places(differences: Differences, ours: Written, theirs: Written) -> bool:
    """Whether the lead is now the deputy and the deputy the lead."""
    old, new = differences.old.parts[*ours.path, "deputy"], differences.new.parts[*theirs.path, "deputy"]
    first = _meant(differences, differences.old, old, "partner", old.data["partner"])
    last = _meant(differences, differences.new, new, "partner", new.data["partner"])
    lead = _meant(differences, differences.new, theirs, "lead", theirs.data["lead"])
    before = _meant(differences, differences.old, ours, "lead", ours.data["lead"])
    return first == lead and last == before
