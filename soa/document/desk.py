"""What every section is written from: the public agreement, its lookups and labels, and names for what has no answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from soa.document import text
from soa.document.blocks import (
    Block,
    Blocks,
    Code,
    CrossReference,
    Gap,
    Hole,
    InLanguage,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Picture,
    Table,
    Text,
)
from soa.document.edition import Edition
from soa.document.labels import ENGLISH_TAG, Labels
from soa.document.public import Public
from soa.document.rewriting import rewritten
from soa.document.say import Say, unit_words
from soa.model.agreement import Agreement
from soa.model.lookup import Lookup, MeasureOf
from soa.model.measure import Indicator
from soa.model.outcome import Action, Measure, Outcome, Priority
from soa.model.part import HOLE, MISSING, Entry, NotYet, Part, each, sound
from soa.model.scalars import Moment
from soa.source.places import Path

P = TypeVar("P", bound=Part)
W = TypeVar("W", Inlines, Blocks)


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

    def __init__(
        self, public: Public, labels: Labels, edition: Edition, *, as_of: date, pictures: Mapping[str, Picture]
    ) -> None:
        self.agreement: Agreement = public.agreement
        self.withheld = public.withheld
        self.labels = labels
        self.say = Say(labels)
        self.edition = edition
        self.as_of = as_of
        self.pictures = pictures
        self.lookup = Lookup(public.agreement)
        self._gone = public.names
        self._paths = public.paths

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

    def path(self, part: Part) -> Path:
        """Where a part stands in the agreement as it was written."""
        return self._paths.get(id(part), ())

    def way_to(self, at: OutcomeAt) -> Inlines:
        """“Outcome 1.2”, with a way to it."""
        return (CrossReference((Text(self.word("outcome-number", number=at.number)),), at.anchor),)

    def number_of(self, at: OutcomeAt) -> Inlines:
        """“1.2”, with a way to the outcome."""
        return (CrossReference((Text(at.number),), at.anchor),)

    def way_to_priority(self, at: PriorityAt) -> Inlines:
        """“Priority 1”, with a way to it."""
        return (CrossReference((Text(self.word("priority-number", number=at.number)),), at.anchor),)

    # ---- words -------------------------------------------------------------------------------------------------

    def word(self, key: str, **values: object) -> str:
        """A fixed label."""
        return self.labels(key, **values)

    def words(self, key: str, **values: Inlines | str) -> Inlines:
        """A fixed label around what the author wrote."""
        return self.labels.inlines(key, **values)

    @property
    def none(self) -> Inlines:
        """What stands where there is nothing to say."""
        return (Text(self.word("none")),)

    def theirs(self, said: W) -> W:
        """What the partnership wrote, or Scotland's own lists say: marked where the labels are in another language."""
        return said if self.labels.language == ENGLISH_TAG else rewritten(said, _in_english)

    def name(self, part: Part, field: str) -> Inlines:
        """A name as it stands; a marked hole where it should be and is not."""
        value = getattr(part, field)
        return self.theirs(text.plain(value)) if sound(value) else self.hole(part, field)

    def sentence(self, part: Part, field: str) -> Inlines:
        """A sentence; a marked hole where it should be and is not."""
        value = getattr(part, field)
        return self.theirs(text.sentence(value)) if sound(value) else self.hole(part, field)

    def prose(self, part: Part, field: str, anchor: str) -> Blocks:
        """Paragraphs; a marked gap where they should be and are not; nothing where they may be left out."""
        value = getattr(part, field)
        if sound(value):
            return self.theirs(text.prose(value, anchor))
        hole = self.hole(part, field)
        return (Paragraph(hole),) if hole else ()

    def date(self, part: Part, field: str) -> Inlines:
        """A date in words; a marked hole where it should be and is not."""
        value = getattr(part, field)
        return (Text(self.say.moment(value)),) if sound(value) else self.hole(part, field)

    def on(self, part: Part, field: str) -> Inlines:
        """`on 12 June 2013`, `in 2013/14`; a marked hole where the date should be and is not."""
        value = getattr(part, field)
        if not isinstance(value, Moment):
            return self.hole(part, field)
        return self.words("on-day" if value.form == "day" else "in-period", date=self.say.moment(value))

    def amount(self, said: str, part: Indicator | Measure) -> Inlines:
        """A level of a measure in words, of which the unit is theirs."""
        unit = unit_words(part.unit) if sound(part.unit) else ""
        if not unit or self.labels.language == ENGLISH_TAG:
            return (Text(said),)
        before, own, after = said.rpartition(unit)
        return tuple(one for one in (Text(before), *self.theirs((Text(own),)), Text(after)) if one != Text(""))

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
        return text.plain(special) if special else self.theirs(text.plain(ref))

    def partner_of(self, part: Part, field: str) -> Inlines:
        """The partner that a key names, or a marked hole."""
        value = getattr(part, field)
        if not sound(value):
            return self.hole(part, field)
        return self.partner(value) or (Text(self.word("not-public")),)

    def partners(self, refs: Any) -> Inlines:
        """Several partners: `A, B and C`."""
        return self.together(self.partner(ref) for ref in each(refs))

    def served(self, refs: Any, outcome: Outcome | None = None) -> Inlines:
        """Priorities, outcomes, actions, measures or the prevention plan, each with a way to it; an outcome's own by their short ids."""
        return self.together(self.served_one(ref, outcome) for ref in each(refs) if sound(ref))

    def served_one(self, ref: str, outcome: Outcome | None = None) -> Inlines:
        """One of them, or nothing where it is not there or not public."""
        if ref in {"prevention", "prevention-plan"}:
            return (CrossReference((Text(self.word("the-prevention-plan")),), "prevention"),)
        own = f"{outcome.id}.{ref}" if outcome is not None else ref
        if own in self.lookup.actions or ref in self.lookup.actions:
            return self._action(own if own in self.lookup.actions else ref)
        part: Priority | Outcome | None = self.lookup.priorities.get(ref) or self.lookup.outcomes.get(ref)
        if part is None:
            measure = self.lookup.measure(ref, outcome)
            if measure is None or (outcome is not None and measure.outcome is outcome):
                return self.name(measure.indicator, "name") if measure else ()  # it stands just above
            return self.measure(measure)
        number, anchor = self._anchors.get(id(part), ("", ""))
        key = "priority-number" if isinstance(part, Priority) else "outcome-number"
        return (CrossReference((Text(self.word(key, number=number)),), anchor),) if anchor else ()

    def _action(self, ref: str) -> Inlines:
        _, action, outcome = self.lookup.actions[ref]
        _, anchor = self._anchors.get(id(outcome), ("", "prevention"))
        words = text.words_of(self.sentence(action, "action"))
        return (CrossReference(self.theirs((Text(f"“{words}”"),)), anchor),) if words else ()

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

    def listed(self, names: Any) -> Inlines:
        """The names of a list as they stand: `A, B and C`."""
        return self.together(self.theirs(text.plain(one)) for one in kept(names))

    def trimmed(self, table: Table) -> Table:
        """The table without the columns in which no row says anything."""
        keep = [
            at for at in range(len(table.head)) if at == 0 or any(row[at].lines != (self.none,) for row in table.rows)
        ]
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


def _in_english(inline: Inline) -> Inlines:
    return (InLanguage((inline,), ENGLISH_TAG),) if isinstance(inline, (Text, Code)) else (inline,)


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


def spaced(many: Iterable[Inlines], between: str = " ") -> Inlines:
    """One after another, what is empty left out; `between` stands between them."""
    joined: Inlines = ()
    for one in many:
        joined += (*((Text(between),) if joined and one else ()), *one)
    return joined


def ended(said: Inlines) -> Inlines:
    """A sentence with its full stop."""
    words = text.words_of(said).rstrip()
    return said if not words or words.endswith((".", "!", "?")) else (*said, Text("."))


def commas(*parts: Inlines) -> Inlines:
    """`A, B, C`, what is empty left out."""
    return spaced(parts, ", ")


def kept(parts: Any) -> list[Any]:
    """The entries of a list that can be read."""
    return [part for part in each(parts) if sound(part)]


def last_day(value: Moment | Any) -> date:
    """The day by which a date is judged; the end of time where there is none."""
    return value.last_day if isinstance(value, Moment) else date.max
