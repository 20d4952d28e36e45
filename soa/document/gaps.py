"""How people in one place or group fare beside another, in words."""

from __future__ import annotations

from soa.document import figures, text
from soa.document.blocks import Inlines, Strong, Text
from soa.document.desk import Desk
from soa.document.say import unit_of
from soa.language.sentence import capital
from soa.model.lookup import MeasureOf
from soa.model.part import sound


def gap_sentence(desk: Desk, measure: MeasureOf, gap: figures.GapOf) -> Inlines:
    """The size of a gap now, and what it is to be."""
    indicator = measure.indicator
    unit = unit_of(indicator)
    return desk.words(
        "gap-says" if gap.narrows else "gap-says-other" if gap.then else "gap-says-now",
        name=desk.name(indicator, "name") if sound(indicator.name) else "",
        worse=group_words(desk, gap.between[0]),
        better=group_words(desk, gap.between[1]),
        now=(Strong((Text(desk.say.difference(gap.now.size, unit)),)),),
        a=desk.say.figure(gap.now.worse, unit),
        b=desk.say.figure(gap.now.better, unit),
        period=desk.say.period(gap.now.period, indicator),
        then=(Strong((Text(desk.say.difference(gap.then.size, unit) if gap.then else ""),)),),
        by=desk.say.period(gap.then.period, indicator) if gap.then else "",
    )


def group_name(desk: Desk, ref: str) -> str:
    """A locality's name, or a group's in words."""
    place = desk.lookup.localities.get(ref)
    if place is not None and sound(place.name):
        return str(place.name)
    return desk.labels.group(ref)


def group_words(desk: Desk, ref: str, *, as_head: bool = False) -> Inlines:
    """The same in a line, of which a locality's name and an id as words are the partnership's own."""
    name = text.plain(capital(group_name(desk, ref)) if as_head else group_name(desk, ref))
    return name if ref not in desk.lookup.localities and desk.labels.knows_group(ref) else desk.theirs(name)
