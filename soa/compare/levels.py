"""Targets and measured values side by side: from what to what, by how much, and whether that asks for more."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from soa.compare.changes import Weighs
from soa.compare.fields import Field, fields_of
from soa.compare.nouns import group_of, measure_of, noun, then, when
from soa.compare.side import Side, Written, moment_of, plain, shown
from soa.compare.spans import apart
from soa.document.figures import reach
from soa.document.say import unit_of
from soa.model.measure import Breakdown, Indicator, Reading, Target, TargetValue
from soa.model.part import sound

if TYPE_CHECKING:
    from soa.compare.differences import Differences

_LEVEL = ("period", "value", "to", "change", "change_in")
_FIGURE = ("value", "period", "suppressed")


def level(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """A target with its period: one change, whatever of it changed."""
    done = frozenset(_LEVEL)
    if _bundle(differences.old, ours, _LEVEL) == _bundle(differences.new, theirs, _LEVEL):
        return done
    about = f"the target for {measure_of(differences.new, theirs.path)}{group_of(differences.new, theirs.path)}"
    was, now = said(differences.old, ours), said(differences.new, theirs)
    first, last = moment_of(plain(ours.data.get("period"))), moment_of(plain(theirs.data.get("period")))
    period, new_period = (
        when(differences.old, ours.data.get("period", "")),
        when(differences.new, theirs.data.get("period", "")),
    )
    then_old, then_new = (
        then(side, one.data.get("period", "")) for side, one in ((differences.old, ours), (differences.new, theirs))
    )
    same_level = _bundle(differences.old, ours, _LEVEL[1:]) == _bundle(differences.new, theirs, _LEVEL[1:])
    later = 0 if first is None or last is None else (last.last_day > first.last_day) - (last.last_day < first.last_day)
    span = apart(first, last) if first is not None and last is not None else ""
    more, size = (0, "") if same_level else _demand(differences, ours, theirs)
    put_off = f"{span} {'later' if later > 0 else 'earlier'}" if later else ""
    asks = {1: "it asks for more", -1: "it asks for less"}.get(more, "")
    asks = f"{asks}, by {size}" if asks and size else asks
    if same_level:
        says = f"{about}, {now}, is to be reached {then_new} instead of {period}"
    elif period == new_period:
        says = f"{about} {then_old} goes from {was} to {now}"
    else:
        says = f"{about} goes from {was} {then_old} to {now} {then_new}"
    remarks = ", and ".join(one for one in (put_off, asks) if one)
    moves = {1: "target-raised", -1: "target-lowered"}.get(more)
    kind = moves or (
        ("target-postponed" if later > 0 else "target-brought-forward") if same_level and later else "target-replaced"
    )
    differences.note(
        kind,
        ours.path,
        theirs.path,
        f"{says}{f': {remarks}' if remarks else ''}.",
        was=f"{was} {then_old}",
        now=f"{now} {then_new}",
        by="; ".join(one for one in (size, span) if one),
        weighs=_weighs(more, later),
    )
    return done


def _weighs(more: int, later: int) -> Weighs:
    if more * later > 0:  # more, but later; or less, but earlier
        return ""
    if more > 0 or (not more and later < 0):
        return "stronger"
    return "weaker" if more < 0 or later > 0 else ""


def said(side: Side, one: Written) -> str:
    """A target's level in words: `at most 18.5`; as it was written where it cannot be read."""
    target, indicator, _ = _models(side, one)
    if target is not None and indicator is not None and (level_said := side.say.level(target, indicator, bare=True)):
        return level_said
    written = [side.leaf((*one.path, key), one.data[key]) for key in _LEVEL[1:] if key in one.data]
    return " ".join(shown(part) for part in written) or "no figure"


def _models(side: Side, one: Written) -> tuple[TargetValue | None, Indicator | None, Breakdown | None]:
    """A target, its measure, and the group that it is for, as the model read them."""
    target = side.model.get(one.path)
    indicator: Any = None
    group: Any = None
    for length in range(len(one.path) - 1, 0, -1):
        above = side.parts.get(one.path[:length])
        if above is None:
            continue
        if above.cls is Target:
            meant = side.refers_to(Target, "indicator", above.data.get("indicator"), above.path)
            indicator = side.model.get(meant) if meant is not None else None
            break
        if above.cls is Breakdown:
            group = side.model.get(above.path)
        if above.cls is Indicator:
            indicator = side.model.get(above.path)
            break
    return (
        target if isinstance(target, TargetValue) else None,
        indicator if isinstance(indicator, Indicator) else None,
        group if isinstance(group, Breakdown) else None,
    )


def _demand(differences: Differences, ours: Written, theirs: Written) -> tuple[int, str]:
    """Whether a target asks for more (1), for less (-1) or for what cannot be compared (0), and by how much."""
    before, old_indicator, old_group = _models(differences.old, ours)
    after, indicator, group = _models(differences.new, theirs)
    if before is None or after is None or old_indicator is None or indicator is None:
        return 0, ""
    if sound(before.to) != sound(after.to) or unit_of(old_indicator) != unit_of(indicator):
        return 0, ""
    if old_indicator.direction != indicator.direction:
        return 0, ""
    first, last = _asked(before, old_group or old_indicator), _asked(after, group or indicator)
    if first is None or last is None:
        return 0, ""
    sign = {"up": 1, "down": -1}.get(str(indicator.direction), 0)
    size = differences.new.say.difference(abs(last - first), unit_of(indicator))
    return sign * ((last > first) - (last < first)), size if last != first else ""


def _asked(target: TargetValue, start: Indicator | Breakdown) -> Decimal | None:
    """The level that is asked for; where only a change is known and not from what, the change itself."""
    found = reach(target, start)
    return found if found is not None else target.change if sound(target.change) else None


# ---- measured values -----------------------------------------------------------------------------------------------


def reading(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """A measured value with its period and what it rests on: one change, whatever of it changed."""
    keys = tuple(fields_of(Reading))
    done = frozenset(keys) - {"not_yet", "public"}
    names = tuple(key for key in keys if key in done)
    if _bundle(differences.old, ours, names) == _bundle(differences.new, theirs, names):
        return done
    was, now = reading_said(differences.old, ours), reading_said(differences.new, theirs)
    about = noun(differences.new, theirs.path)
    moved = _bundle(differences.old, ours, _FIGURE) != _bundle(differences.new, theirs, _FIGURE)
    beside = [key for key in names if key not in _FIGURE and plain(ours.data.get(key)) != plain(theirs.data.get(key))]
    titles = {key: fields_of(Reading)[key].title.lower() for key in beside}
    rest = "; ".join(f"{titles[key]}: {_part(theirs, key)}, before {_part(ours, key)}" for key in beside)
    says = f"{about} was {was} and is now {now}" if moved else f"{about}, {now}, is said with other facts beside it"
    differences.note(
        "baseline-changed",
        ours.path,
        theirs.path,
        f"{says} ({rest})." if rest else f"{says}.",
        was="; ".join([was, *(f"{titles[key]} {_part(ours, key)}" for key in beside)]),
        now="; ".join([now, *(f"{titles[key]} {_part(theirs, key)}" for key in beside)]),
        by=_apart(differences, ours, theirs),
        warns=_same_targets(differences, theirs) if moved and ours.path[-1] == "baseline" else "",
    )
    return done


def _part(one: Written, key: str) -> str:
    return shown(plain(one.data[key])) if key in one.data else "not given"


def reading_said(side: Side, one: Written) -> str:
    """`21.3 in 2012/13`."""
    model = side.model.get(one.path)
    _, indicator, _ = _models(side, one)
    value = ""
    if isinstance(model, Reading) and indicator is not None:
        value = side.say.reading(model, indicator, bare=True)
    if not value and "value" in one.data:
        value = shown(side.leaf((*one.path, "value"), one.data["value"]))
    return f"{value or 'no figure'} {then(side, plain(one.data.get('period', 'no year')))}"


def _apart(differences: Differences, ours: Written, theirs: Written) -> str:
    was, now = plain(ours.data.get("value")), plain(theirs.data.get("value"))
    _, indicator, _ = _models(differences.new, theirs)
    if isinstance(was, Decimal) and isinstance(now, Decimal) and was != now and indicator is not None:
        return differences.new.say.difference(abs(now - was), unit_of(indicator))
    return ""


def _same_targets(differences: Differences, theirs: Written) -> str:
    """What to look at where the start moved and the targets did not."""
    measure = differences.new.parts.get(theirs.path[:-1])
    before = differences.matches.to_old.get(theirs.path[:-1])
    if measure is None or before is None:
        return ""
    was = targets_of(differences.old, differences.old.parts[before])
    if not was or was != targets_of(differences.new, measure):
        return ""
    return "The targets are the same figures as before, although they start from another one: is what they promise still the same?"


def of_measure(side: Side, one: Written) -> str:
    """Where a measure starts and what it is to reach."""
    parts = []
    if isinstance(one.data.get("baseline"), Mapping):
        parts.append(f"from {reading_said(side, side.parts[*one.path, 'baseline'])}")
    parts += [f"to {of_target(side, target)}" for target in side.targets.get(one.path, ())]
    own = values(side, (*one.path, "targets"))
    if own:
        parts.append(f"to {_levels(side, own)}")
    return " ".join(parts)


def of_group(side: Side, one: Written) -> str:
    """Where a place or group starts, and what it is to reach."""
    start = (
        f"from {reading_said(side, side.parts[*one.path, 'baseline'])}" if (*one.path, "baseline") in side.parts else ""
    )
    own = values(side, (*one.path, "targets"))
    return " ".join(part for part in (start, f"to {_levels(side, own)}" if own else "") if part)


def of_target(side: Side, one: Written) -> str:
    """The levels of a target, each with its period."""
    return _levels(side, values(side, (*one.path, "values")))


def values(side: Side, path: tuple[str | int, ...]) -> list[Written]:
    """The targets in a list."""
    listed = side.parts[path[:-1]].data.get(str(path[-1]))
    count = len(listed) if isinstance(listed, list) else 0
    return [side.parts[*path, at] for at in range(count) if (*path, at) in side.parts]


def _levels(side: Side, listed: list[Written]) -> str:
    return ", ".join(f"{said(side, one)} {then(side, plain(one.data.get('period', 'no year')))}" for one in listed)


def first_targets(differences: Differences, ours: Written, theirs: Written) -> str:
    """The targets that a measure has for the first time, told with what else is settled; empty where it had some."""
    if differences.old.targets.get(ours.path):
        return ""
    found = differences.new.targets.get(theirs.path, [])
    differences.told |= {(True, one.path) for one in found}
    return ", ".join(of_target(differences.new, one) for one in found)


# ---- what is counted otherwise ---------------------------------------------------------------------------------


def kept_figures(differences: Differences, ours: Written, theirs: Written, field: Field) -> str:
    """What to look at where a definition changed: the figures that stayed as they were."""
    if ours.cls is not Indicator:
        return ""
    kept = []
    before, after = ours.data.get("baseline"), theirs.data.get("baseline")
    if isinstance(before, Mapping) and isinstance(after, Mapping) and "value" in before:
        same = all(plain(before.get(key)) == plain(after.get(key)) for key in ("value", "period"))
        said_so = f"{shown(plain(before['value']))} in {when(differences.new, before.get('period', ''))}"
        kept += [f"the baseline ({said_so})"] if same else []
    if targets_of(differences.old, ours) and targets_of(differences.old, ours) == targets_of(differences.new, theirs):
        kept.append("the targets")
    if not kept:
        return ""
    are = "are" if len(kept) > 1 or kept == ["the targets"] else "is"
    figures = "the same figures" if are == "are" else "the same figure"
    said_so = f"{' and '.join(kept)} {are} {figures} as before, although the {field.title.lower()} has changed: can they be compared?"
    return said_so[:1].upper() + said_so[1:]


def targets_of(side: Side, one: Written) -> list[tuple[Any, Any]]:
    """The levels that a measure is to reach, wherever they stand."""
    lists = [one.data.get("targets"), *(target.data.get("values") for target in side.targets.get(one.path, ()))]
    found = (
        (plain(value.get("period")), plain(value.get("value", value.get("change"))))
        for values in lists
        for value in (values if isinstance(values, list) else ())
        if isinstance(value, Mapping)
    )
    return sorted(found, key=repr)


# ---- an action's own small measure ---------------------------------------------------------------------------------


def small_measure(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """How many an action is to reach, and by when: one change, whatever of it changed."""
    keys = tuple(key for key in fields_of(theirs.cls) if key not in {"not_yet", "public"})
    if _bundle(differences.old, ours, keys) == _bundle(differences.new, theirs, keys):
        return frozenset(keys)
    was, now = _small(differences.old, ours), _small(differences.new, theirs)
    only_target = all(plain(ours.data.get(key)) == plain(theirs.data.get(key)) for key in keys if key != "target")
    first, last = plain(ours.data.get("target")), plain(theirs.data.get("target"))
    others_same = all(plain(ours.data.get(key)) == plain(theirs.data.get(key)) for key in ("name", "unit", "counted"))
    by = ""
    kind, weight = "changed", 0
    if isinstance(first, Decimal) and isinstance(last, Decimal) and others_same and first != last:
        weight = 1 if last > first else -1  # a count of what is done: more is more
        kind, by = ("target-raised" if weight > 0 else "target-lowered"), differences.new.say.number(abs(last - first))
    early, late = moment_of(plain(ours.data.get("by"))), moment_of(plain(theirs.data.get("by")))
    later = 0 if early is None or late is None else (late.last_day > early.last_day) - (late.last_day < early.last_day)
    if kind == "changed" and later and others_same and early is not None and late is not None:
        kind, by = ("target-postponed" if later > 0 else "target-brought-forward"), apart(early, late)
    before = shown(plain(ours.data.get("target", ""))) if only_target else was
    says = f"{noun(differences.new, theirs.path)} is to reach {now} instead of {before}."
    differences.note(kind, ours.path, theirs.path, says, was=was, now=now, by=by, weighs=_weighs(weight, later))
    return frozenset(keys)


def _small(side: Side, one: Written) -> str:
    amount, unit = shown(plain(one.data.get("target", ""))), shown(one.data.get("unit", ""))
    by = f" by {when(side, plain(one.data['by']))}" if "by" in one.data else ""
    counted = {"in-the-year": " in the year", "in-total": " in total"}.get(str(one.data.get("counted")), "")
    return f"{amount}{f' {unit}' if unit else ''} ({shown(one.data.get('name', ''))}{counted}){by}"


def _bundle(side: Side, one: Written, keys: tuple[str, ...]) -> tuple[Any, ...]:
    """Several answers at once, so that the same are equal however they were written."""
    return tuple(
        _comparable(side.leaf((*one.path, key), one.data[key]), key) if key in one.data else None for key in keys
    )


def _comparable(value: Any, key: str) -> Any:
    if key in {"period", "by"} and (moment := moment_of(value)) is not None:
        return str(moment)
    return str(value) if isinstance(value, (list, Mapping)) else (type(value) is bool, value)
