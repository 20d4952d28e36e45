"""What every section is written from: the public agreement, its lookups and labels, and names for what has no answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from soa.document import say, text
from soa.document.blocks import Block, Blocks, CrossReference, Gap, Hole, Inlines, Note, Paragraph, Table, Text
from soa.document.labels import Labels
from soa.document.public import Public
from soa.model.agreement import Agreement
from soa.model.lookup import Lookup, MeasureOf
from soa.model.outcome import Action, Outcome, Priority
from soa.model.part import HOLE, MISSING, Entry, NotYet, Part, each, sound
from soa.model.scalars import Moment

P = TypeVar("P", bound=Part)


class OutcomeAt(NamedTuple):
    """An outcome and where the document prints it."""

    number: str
    anchor: str
    priority: Priority
    outcome: Outcome


class PriorityAt(NamedTuple):
    """A priority and where the document prints it."""

    number: str
    anchor: str
    priority: Priority
    outcomes: tuple[OutcomeAt, ...]


class Desk:
    """Everything that the sections of one document share; nothing in it changes."""

    def __init__(self, public: Public, labels: Labels, *, draft: bool, as_of: date) -> None:
        self.agreement: Agreement = public.agreement
        self.withheld = public.withheld
        self.labels = labels
        self.draft = draft
        self.as_of = as_of
        self.lookup = Lookup(public.agreement)
        self._gone = public.names

    # ---- where things stand ------------------------------------------------------------------------------------

    @cached_property
    def priorities(self) -> tuple[PriorityAt, ...]:
        """The priorities in order of rank, where every one has a rank; else as they were written."""
        every = [item for item in self.agreement.priorities if sound(item)]
        ranks = [item.rank for item in every if sound(item.rank)]
        if len(ranks) == len(every):
            every.sort(key=lambda item: item.rank if sound(item.rank) else 0)
        anchors = unique("priority", (item.id for item in every))
        outcome_anchors = iter(unique("outcome", (one.id for item in every for one in item.outcomes if sound(one))))
        return tuple(
            PriorityAt(
                str(at),
                anchor,
                item,
                tuple(
                    OutcomeAt(f"{at}.{nth}", next(outcome_anchors), item, one)
                    for nth, one in enumerate((one for one in item.outcomes if sound(one)), 1)
                ),
            )
            for at, (anchor, item) in enumerate(zip(anchors, every, strict=True), 1)
        )

    @cached_property
    def outcomes(self) -> tuple[OutcomeAt, ...]:
        """Every outcome, in the order of the document."""
        return tuple(one for at in self.priorities for one in at.outcomes)

    @cached_property
    def _anchors(self) -> dict[int, tuple[str, str]]:
        """The number and anchor of each priority and outcome, by identity: ids may be missing or repeated."""
        found = {id(at.priority): (at.number, at.anchor) for at in self.priorities}
        return found | {id(at.outcome): (at.number, at.anchor) for at in self.outcomes}

    def way_to(self, at: OutcomeAt) -> Inlines:
        """“Outcome 1.2”, with a way to it."""
        return (CrossReference((Text(self.word("outcome-number", number=at.number)),), at.anchor),)

    # ---- words -------------------------------------------------------------------------------------------------

    def word(self, key: str, **values: object) -> str:
        """A fixed label."""
        return self.labels(key, **values)

    def words(self, key: str, **values: Inlines | str) -> Inlines:
        """A fixed label around what the author wrote."""
        return self.labels.inlines(key, **values)

    def name(self, part: Part, field: str) -> Inlines:
        """A name as it stands; a marked hole where it should be and is not."""
        value = getattr(part, field)
        return text.plain(value) if sound(value) else self.hole(part, field)

    def sentence(self, part: Part, field: str) -> Inlines:
        """A sentence; a marked hole where it should be and is not."""
        value = getattr(part, field)
        return text.sentence(value) if sound(value) else self.hole(part, field)

    def prose(self, part: Part, field: str, anchor: str) -> Blocks:
        """Paragraphs; a marked gap where they should be and are not; nothing where they may be left out."""
        value = getattr(part, field)
        if sound(value):
            return text.prose(value, anchor)
        hole = self.hole(part, field)
        return (Paragraph(hole),) if hole else ()

    def date(self, part: Part, field: str) -> Inlines:
        """A date in words; a marked hole where it should be and is not."""
        value = getattr(part, field)
        return (Text(say.moment(value)),) if sound(value) else self.hole(part, field)

    def on(self, part: Part, field: str) -> Inlines:
        """`on 12 June 2013`, `in 2013/14`; a marked hole where the date should be and is not."""
        value = getattr(part, field)
        if not isinstance(value, Moment):
            return self.hole(part, field)
        return self.words("on-day" if value.form == "day" else "in-period", date=say.moment(value))

    def hole(self, part: Part, field: str) -> Inlines:
        """What stands for an answer that is not there: nothing, words that it is to come, or the question it leaves open."""
        if getattr(part, field) is MISSING:
            return ()
        if sound(getattr(part, "not_yet", MISSING)):
            return (Text(self.word("to-be-settled")),)
        return (Hole(self.labels.question(type(part), field)),)

    def gap(self, part: Part, field: str) -> Blocks:
        """The same as a block, for an answer that would fill a section."""
        value = getattr(part, field)
        if value is MISSING or sound(getattr(part, "not_yet", MISSING)):
            return ()
        return (Gap(self.labels.question(type(part), field), self.word("gap-help")),) if value is HOLE else ()

    def choice(self, prefix: str, value: Any) -> str:
        """A word of a closed list as the document prints it."""
        return self.word(f"{prefix}-{value}") if sound(value) else ""

    # ---- what refers to something ------------------------------------------------------------------------------

    def partner(self, ref: Any) -> Inlines:
        """A partner's name; the words as written where they name none; nothing where it is withheld."""
        if not sound(ref) or (ref in self._gone and ref not in self.lookup.partners):
            return ()
        if ref in self.lookup.partners:
            return self.name(self.lookup.partners[ref], "name")
        special = self.labels.body(str(ref))
        return text.plain(special or ref)

    def partner_of(self, part: Part, field: str) -> Inlines:
        """The partner that a key names, or a marked hole."""
        value = getattr(part, field)
        if not sound(value):
            return self.hole(part, field)
        return self.partner(value) or (Text(self.word("not-public")),)

    def partners(self, refs: Any) -> Inlines:
        """Several partners: `A, B and C`."""
        return self.together(self.partner(ref) for ref in each(refs))

    def served(self, refs: Any) -> Inlines:
        """Priorities, outcomes, actions or the prevention plan, each with a way to it."""
        return self.together(self.served_one(ref) for ref in each(refs) if sound(ref))

    def served_one(self, ref: str) -> Inlines:
        """One of them, or nothing where it is not there or not public."""
        if ref in {"prevention", "prevention-plan"}:
            return (CrossReference((Text(self.word("the-prevention-plan")),), "prevention"),)
        if ref in self.lookup.actions:
            return self._action(ref)
        part: Priority | Outcome | None = self.lookup.priorities.get(ref) or self.lookup.outcomes.get(ref)
        if part is None:
            measure = self.lookup.measure(ref)
            return self.measure(measure) if measure else ()
        number, anchor = self._anchors.get(id(part), ("", ""))
        key = "priority-number" if isinstance(part, Priority) else "outcome-number"
        return (CrossReference((Text(self.word(key, number=number)),), anchor),) if anchor else ()

    def _action(self, ref: str) -> Inlines:
        _, action, outcome = self.lookup.actions[ref]
        _, anchor = self._anchors.get(id(outcome), ("", "prevention"))
        words = text.words_of(self.sentence(action, "action"))
        return (CrossReference((Text(f"“{words}”"),), anchor),) if words else ()

    def measure(self, measure: MeasureOf) -> Inlines:
        """A measure's name, with a way to the outcome that it stands in."""
        name = self.name(measure.indicator, "name")
        _, anchor = self._anchors.get(id(measure.outcome), ("", "shared-measures"))
        return (CrossReference(name, anchor),) if not any(isinstance(word, Hole) for word in name) else name

    def together(self, many: Iterable[Inlines]) -> Inlines:
        """`a, b and c`, what is empty left out."""
        kept = [one for one in many if one]
        joined: Inlines = ()
        for at, one in enumerate(kept):
            between = "" if at == 0 else self.word("and") if at == len(kept) - 1 else ", "
            joined += (*((Text(between),) if between else ()), *one)
        return joined

    def trimmed(self, table: Table) -> Table:
        """The table without the columns in which no row says anything."""
        nothing = ((Text(self.word("none")),),)
        keep = [at for at in range(len(table.head)) if at == 0 or any(row[at].lines != nothing for row in table.rows)]
        head = tuple(table.head[at] for at in keep)
        return table._replace(head=head, rows=tuple(tuple(row[at] for at in keep) for row in table.rows))

    # ---- honest gaps -------------------------------------------------------------------------------------------

    def not_yet(self, part: Any) -> Iterator[Block]:
        """What a part says it does not say yet, who will settle it, and when."""
        gap = getattr(part, "not_yet", MISSING) if isinstance(part, Entry) else MISSING
        if isinstance(gap, NotYet):
            body = (*self.sentence(gap, "missing"), Text(". "), *self.settled(gap))
            yield Note("not-yet", self.word("not-yet"), (Paragraph(body),))

    def settled(self, gap: NotYet) -> Inlines:
        """Who settles a gap and by when: “NHS Orran will settle it by 30 September 2014”."""
        return self.words("will-settle", owner=self.partner_of(gap, "owner"), due=self.date(gap, "due"))

    def actions_due(self, action: Action) -> Inlines:
        """By when an action is done, or when a standing one is looked at again."""
        if action.standing is True:
            review = self.date(action, "review")
            return self.words("standing-review", review=review) if review else (Text(self.word("standing")),)
        return self.date(action, "due")


def unique(prefix: str, names: Iterable[Any]) -> list[str]:
    """An anchor for each name, in order: repeated and missing names get a number."""
    anchors: list[str] = []
    taken: set[str] = set()
    for at, name in enumerate(names, 1):
        wanted = f"{prefix}-{name}" if sound(name) else f"{prefix}-{at}"
        anchor, nth = wanted, 2
        while anchor in taken:
            anchor, nth = f"{wanted}-{nth}", nth + 1
        taken.add(anchor)
        anchors.append(anchor)
    return anchors


def kept(parts: Any) -> list[Any]:
    """The entries of a list that can be read."""
    return [part for part in each(parts) if sound(part)]


def last_day(value: Moment | Any) -> date:
    """The day by which a date is judged; the end of time where there is none."""
    return value.last_day if isinstance(value, Moment) else date.max
