"""Money side by side: what each partner gives to what, year by year, how firm it is, and how much of it prevents."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from soa.compare.changes import Weighs
from soa.compare.nouns import noun, when
from soa.compare.side import Side, Written, moment_of, plain, quoted, shown
from soa.document.figures import money_by_year
from soa.language.sentence import listed
from soa.model.part import each, sound

if TYPE_CHECKING:
    from soa.compare.differences import Differences

_FIRMNESS = ("estimate", "indicative", "firm")


class Moved(NamedTuple):
    """A change of money as it was noted, so that it can be joined with its counterpart elsewhere."""

    at: int
    """Its place among the changes."""
    whose: str
    """The line, in words."""
    remark: str
    """That the line is new or gone; else empty."""
    by: Mapping[str, Decimal]
    """By year how much more (or less) there is."""


def resource(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """What one partner gives: the amounts of all years are one change, how firm they are another."""
    old, new = _years(differences.old, ours), _years(differences.new, theirs)
    done = _preventive(differences, ours, theirs)
    if not isinstance(ours.data.get("years", []), list) or not isinstance(theirs.data.get("years", []), list):
        return done
    if len(old) < len(ours.data.get("years", [])) or len(new) < len(theirs.data.get("years", [])):
        return done  # a year twice, or one that cannot be read: each is then said for itself
    years = sorted({*old, *new})
    amounts = {year: (_amount(old.get(year)), _amount(new.get(year))) for year in years}
    changed = {year: pair for year, pair in amounts.items() if pair[0] != pair[1]}
    if changed:
        _amounts(differences, ours, theirs, changed, amounts)
    _firmness(differences, ours, theirs, old, new)
    from soa.compare import lists  # which asks for details of money

    for name in years:
        if name in old and name in new:
            differences.part(old[name].path, new[name].path)
        elif name in new and _amount(new[name]) is None:
            lists.added(differences, new[name].path)
        elif name in old and _amount(old[name]) is None:
            lists.removed(differences, old[name].path)
    return done | {"years"}


def year(_differences: Differences, _ours: Written, _theirs: Written) -> frozenset[str]:
    """What the changes of the whole line have said of one year."""
    return frozenset({"amount", "certainty"}) if _is_told(_differences, _ours, _theirs) else frozenset()


def _is_told(differences: Differences, ours: Written, theirs: Written) -> bool:
    above = differences.old.parts[ours.path[:-2]], differences.new.parts[theirs.path[:-2]]
    return all(
        len(_years(side, one)) == len(one.data.get("years", ()))
        for side, one in zip((differences.old, differences.new), above, strict=True)
    )


def _years(side: Side, one: Written) -> dict[str, Written]:
    """The years of a line by name, those that can be read and stand alone."""
    values = one.data.get("years")
    found: dict[str, Written] = {}
    for index in range(len(values) if isinstance(values, list) else 0):
        entry = side.parts.get((*one.path, "years", index))
        name = moment_of(plain(entry.data.get("year"))) if entry is not None else None
        if entry is not None and name is not None:
            found[str(name)] = entry
    return found


def _amount(one: Written | None) -> Any:
    return plain(one.data.get("amount")) if one is not None else None


def _said(side: Side, amount: Any) -> str:
    if isinstance(amount, Decimal) and amount == amount.to_integral_value():
        return side.say.pounds(int(amount))
    return "nothing" if amount is None else quoted(amount)


def _amounts(
    differences: Differences,
    ours: Written,
    theirs: Written,
    changed: Mapping[str, tuple[Any, Any]],
    every: Mapping[str, tuple[Any, Any]],
) -> None:
    side = differences.new
    by = {
        name: (now or Decimal(0)) - (was or Decimal(0))
        for name, (was, now) in changed.items()
        if isinstance(was or Decimal(0), Decimal) and isinstance(now or Decimal(0), Decimal)
    }
    total = sum(by.values(), Decimal(0)) if len(by) == len(changed) else None
    pieces = [
        f"{_said(side, now)} instead of {_said(side, was)} in {when(side, name)}"
        for name, (was, now) in changed.items()
    ]
    says = f"{noun(side, theirs.path)} is {listed(pieces)}"
    more = sum((now for _, now in every.values() if isinstance(now, Decimal)), Decimal(0))
    size = ""
    weighs: Weighs = ""
    if total == 0 and len(by) == 2:
        (first, second) = sorted(by, key=lambda name: by[name])
        size = _said(side, by[second])
        says += f": {size} moves from {when(side, first)} to {when(side, second)}, and it is {_said(side, more)} in all, as before"
    elif total is not None:
        size = _said(side, abs(total)) if total else ""
        weighs = "stronger" if total > 0 else "weaker" if total < 0 else ""
        says += f": {size} {'more' if total > 0 else 'less'}" if total else f": {_said(side, more)} in all, as before"
        says += " in all" if total and len(changed) > 1 else ""
    year_of = next(iter(changed)) if len(changed) == 1 else ""
    old, new = _years(differences.old, ours).get(year_of), _years(differences.new, theirs).get(year_of)
    differences.note(
        "money-moved",
        (*old.path, "amount") if old is not None else (*ours.path, "years"),
        (*new.path, "amount") if new is not None else (*theirs.path, "years"),
        f"{says}.",
        was=listed([f"{_said(side, was)} in {when(side, name)}" for name, (was, _) in changed.items()]),
        now=listed([f"{_said(side, now)} in {when(side, name)}" for name, (_, now) in changed.items()]),
        by=size,
        weighs=weighs,
    )
    if total is not None:
        differences.money.append(Moved(len(differences.found) - 1, noun(side, theirs.path), "", by))


def whole(differences: Differences, side: Side, one: Written) -> None:
    """Keep in mind that a whole line has just been noted as new or gone: the money may have moved."""
    sign = 1 if side is differences.new else -1
    amounts = {name: _amount(entry) for name, entry in _years(side, one).items()}
    by = {name: sign * amount for name, amount in amounts.items() if isinstance(amount, Decimal) and amount}
    if by and len(by) == len(amounts):
        remark = ", which is new" if sign > 0 else ", which is gone,"
        differences.money.append(Moved(len(differences.found) - 1, noun(side, one.path), remark, by))


def _firmness(
    differences: Differences, ours: Written, theirs: Written, old: Mapping[str, Written], new: Mapping[str, Written]
) -> None:
    pairs = {
        name: (old[name].data.get("certainty"), new[name].data.get("certainty"))
        for name in sorted({*old} & {*new})
        if plain(old[name].data.get("certainty")) != plain(new[name].data.get("certainty"))
    }
    if not pairs:
        return
    side = differences.new
    pieces = [f"{_firm(now)} instead of {_firm(was)} in {when(side, name)}" for name, (was, now) in pairs.items()]
    steps = {_step(now) - _step(was) for was, now in pairs.values()}
    weighs: Weighs = "stronger" if min(steps) > 0 else "weaker" if max(steps) < 0 else ""
    name = next(iter(pairs))
    alone = len(pairs) == 1
    differences.note(
        "firmness-changed",
        (*old[name].path, "certainty") if alone else (*ours.path, "years"),
        (*new[name].path, "certainty") if alone else (*theirs.path, "years"),
        f"{noun(side, theirs.path)} is {listed(pieces)}.",
        was=listed([f"{_firm(was)} in {when(side, name)}" for name, (was, _) in pairs.items()]),
        now=listed([f"{_firm(now)} in {when(side, name)}" for name, (_, now) in pairs.items()]),
        weighs=weighs,
    )


def _firm(word: object) -> str:
    return "of unknown firmness" if word is None else "an estimate" if word == "estimate" else shown(word)


def _step(word: object) -> int:
    return _FIRMNESS.index(word) if isinstance(word, str) and word in _FIRMNESS else -1


def _preventive(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """Whether a line counts as prevention; not to say so is to say no."""
    was, now = (one.data.get("preventive") is True for one in (ours, theirs))
    if any(not isinstance(one.data.get("preventive", False), bool) for one in (ours, theirs)):
        return frozenset()
    if was != now:
        name = noun(differences.new, theirs.path)
        paths = (*ours.path, "preventive"), (*theirs.path, "preventive")
        if now:
            says = f"{name} now counts as prevention, and did not before."
            differences.note(
                "prevention-marked", *paths, says, was="not prevention", now="prevention", weighs="stronger"
            )
        else:
            says = f"{name} no longer counts as prevention."
            differences.note(
                "prevention-unmarked", *paths, says, was="prevention", now="not prevention", weighs="weaker"
            )
    return frozenset({"preventive"})


def settle(differences: Differences) -> None:
    """Where one line has lost exactly what another has gained, year by year: say it once, as money that moved."""
    gains: dict[tuple[tuple[str, Decimal], ...], list[Moved]] = {}
    for one in differences.money:
        gains.setdefault(tuple(sorted(one.by.items())), []).append(one)
    for by, ones in gains.items():
        if sum(amount for _, amount in by) <= 0 or len(ones) != 1:
            continue
        others = gains.get(tuple((name, -amount) for name, amount in by), [])
        if len(others) != 1:
            continue
        gain, loss = ones[0], others[0]
        came, went = differences.found[gain.at], differences.found[loss.at]
        side = differences.new
        pieces = listed([f"{_said(side, amount)} in {when(side, name)}" for name, amount in by])
        says = f"{pieces} moves from {loss.whose}{loss.remark} to {gain.whose}{gain.remark}."
        size = _said(side, sum((amount for _, amount in by), Decimal(0)))
        differences.found[gain.at] = came._replace(
            kind="money-moved",
            says=says[:1].upper() + says[1:],
            was_about=went.about,
            old="; ".join(one for one in (came.old, f"{went.old} there" if went.old else "") if one),
            new="; ".join(one for one in (came.new, f"{went.new} there" if went.new else "") if one),
            by=size,
            weighs="",
        )
        differences.found[loss.at] = went._replace(kind="")


def shares(differences: Differences) -> None:
    """Prevention's share of the money that is named, by year, where it is another."""
    old, new = (
        {money.year: money for money in money_by_year(one for one in each(side.agreement.resources) if sound(one))}
        for side in (differences.old, differences.new)
    )
    told: list[tuple[str, str, str, Decimal]] = []
    say = differences.new.say
    for name in sorted({*old, *new}):
        was, now = old.get(name), new.get(name)
        before = say.share(was.preventive, was.total) if was is not None else ""
        after = say.share(now.preventive, now.total) if now is not None else ""
        if before != after:
            size = Decimal(0)
            if was is not None and now is not None and was.total > 0 and now.total > 0:
                size = Decimal(now.preventive) / now.total - Decimal(was.preventive) / was.total
            told.append((when(differences.new, name), before or "no money", after or "no money", size))
    if not told:
        return
    pieces = [f"from {was} to {now} in {name}" for name, was, now, _ in told]
    sizes = [size for _, _, _, size in told]
    weighs: Weighs = "stronger" if min(sizes) > 0 else "weaker" if max(sizes) < 0 else ""
    points = (
        say.labels("points", count=say.number(round(abs(sizes[0]) * 100, 1))) if len(told) == 1 and sizes[0] else ""
    )
    differences.note(
        "prevention-share",
        ("prevention",),
        ("prevention",),
        f"Prevention’s share of the money that is named here goes {listed(pieces)}.",
        was=listed([f"{was} in {name}" for name, was, _, _ in told]),
        now=listed([f"{now} in {name}" for name, _, now, _ in told]),
        by=points,
        weighs=weighs,
        follows=True,
    )


def of_resource(side: Side, one: Written) -> str:
    """What a line gives, year by year."""
    entries = _years(side, one)
    return ", ".join(said for entry in entries.values() if (said := of_year(side, entry)))


def of_year(side: Side, one: Written) -> str:
    """What is given in one year."""
    name = when(side, plain(one.data.get("year", "")))
    if "amount" in one.data:
        return f"{_said(side, _amount(one))} in {name}"
    for key, unit in (("whole_time", "whole-time posts"), ("hours", "hours")):
        if key in one.data:
            return f"{shown(plain(one.data[key]))} {unit} in {name}"
    return ""
