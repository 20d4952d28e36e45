"""Page one: what a reader who turns no page has to know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from soa.document import figures, say, text
from soa.document.blocks import (
    Bars,
    Block,
    Card,
    Cards,
    CrossReference,
    Facts,
    Front,
    Hole,
    Inlines,
    Ladder,
    Link,
    Paragraph,
    Part,
    Section,
    Strong,
    Text,
)
from soa.document.desk import Desk, OutcomeAt, PriorityAt, kept
from soa.document.measures import measures_in, target_for
from soa.document.say import day
from soa.model.agreement import Contact, Header
from soa.model.lookup import MeasureOf
from soa.model.measure import Target, TargetValue
from soa.model.part import each, sound

MOST_PROMISES = 5


def front(desk: Desk) -> Front:
    """Page one of an agreement."""
    header = desk.agreement.agreement
    sections = (_priorities(desk), _first_year(desk), _money(desk), _gap(desk))
    return Front(
        place=str(header.area) if sound(header.area) else "",
        kind=desk.word("kind-of-plan"),
        period=_period(desk, header),
        status=_status(desk, header),
        vision=desk.sentence(desk.agreement, "vision"),
        for_whom=_most_of_all(desk),
        sections=tuple(section for section in sections if section is not None),
        aside=_contact(desk, header),
    )


def _period(desk: Desk, header: Header) -> str:
    if sound(header.starts) and sound(header.ends):
        return desk.word("period", starts=say.moment(header.starts), ends=say.moment(header.ends))
    return ""


def _status(desk: Desk, header: Header) -> Inlines:
    """The status in words, with the dates that go with it."""
    if not sound(header.status):
        return desk.hole(header, "status") if sound(header) else ()
    dates = {"consultation": "consultation_until", "submitted": "submitted", "agreed": "agreed"}
    field = dates.get(header.status, "")
    said_as = desk.date if field == "consultation_until" else desk.on
    when = said_as(header, field) if field else ()
    by = desk.name(header, "agreed_by")
    key = f"status-{header.status}" + ("-by" if by and field == "agreed" else "") + ("-on" if when else "")
    said = desk.words(key, date=when, by=by)
    if sound(header.version):
        said = (*desk.words("version", number=str(header.version)), Text(". "), *said)
    if sound(header.supersedes):
        said = (*said, Text(" "), *desk.words("supersedes", title=text.plain(header.supersedes)))
    return said


def _most_of_all(desk: Desk) -> Inlines:
    """The places whose people fare worse: whom the vision is for most of all."""
    poorer = [place for place in kept(desk.agreement.localities) if place.poorer_outcomes is True]
    places = desk.together(desk.name(place, "name") for place in poorer)
    return desk.words("most-of-all", places=places) if places else ()


# ---- the priorities, one line each ---------------------------------------------------------------------------------


def _priorities(desk: Desk) -> Section:
    cards = tuple(_card(desk, at) for at in desk.priorities)
    blocks: tuple[Block, ...] = (Cards(cards),) if cards else desk.gap(desk.agreement, "priorities")
    return Section("page-one-priorities", desk.words("our-priorities", count=str(len(cards))), blocks, listed=False)


def _card(desk: Desk, at: PriorityAt) -> Card:
    partner = desk.partner_of(at.priority, "lead")
    missing = any(isinstance(part, Hole) for part in partner)
    lead = partner if missing else desk.words("leads", partner=partner)
    return Card(at.number, desk.sentence(at.priority, "title"), at.anchor, (_headline(desk, at), lead))


def _headline(desk: Desk, at: PriorityAt) -> Inlines:
    """From, to, by: the first measure of how people fare that has both; else the first with a target, and what is missing, said."""
    measures = [(one, measure) for one in at.outcomes for measure in measures_in(desk, one.outcome)]
    measures.sort(key=lambda pair: pair[1].indicator.kind != "outcome")
    lines = [_from_to(desk, measure, target_for(desk, one.outcome, measure)) for one, measure in measures]
    whole = [line for line, has_start in lines if has_start]
    some = [line for line, _ in lines if line]
    return (whole or some or [(Text(desk.word("no-headline")),)])[0]


def _from_to(desk: Desk, measure: MeasureOf, target: Target | None) -> tuple[Inlines, bool]:
    """A measure's line and whether it says where it starts; empty where it has no target."""
    indicator = measure.indicator
    baseline = indicator.baseline
    values: tuple[TargetValue, ...] = target.values if target is not None else each(indicator.targets)
    aims = [one for one in values if sound(one) and sound(one.period) and say.level(one, indicator)]
    if not aims or not sound(indicator.name):
        return (), False
    last = aims[-1]
    now = say.reading(baseline, indicator, desk.word("too-few")) if sound(baseline) and sound(baseline.period) else ""
    said = desk.words(
        "from-to" if now else "to-only",
        name=text.plain(indicator.name),
        now=(Strong((Text(now),)),),
        period=say.period(baseline.period, indicator) if now and sound(baseline) else "",
        target=(Strong((Text(say.level(last, indicator, bare=bool(now))),)),),
        by=say.period(last.period, indicator),
    )
    return said, bool(now)


# ---- the first year ------------------------------------------------------------------------------------------------


def _first_year(desk: Desk) -> Section | None:
    header = desk.agreement.agreement
    if not sound(header.starts):
        return None
    first = header.starts.first_day
    last = figures.year_after(first)
    chosen = _spread(desk, first, last)
    if not chosen:
        return None
    rungs = tuple(
        (say.moment(promise.by), (*desk.sentence(promise.part, promise.field), Text(" "), *_number(at)))
        for at, promise in chosen
    )
    return Section("first-year", desk.words("different-by", date=day(last)), (Ladder("", rungs),), listed=False)


def _spread(desk: Desk, first: date, last: date) -> list[tuple[OutcomeAt, figures.Promise]]:
    """At most five promises of the first year: one of each priority before a second of any, then by date."""
    queues = [
        [(at, promise) for at in priority.outcomes for promise in figures.promises(at.outcome, first, last)]
        for priority in desk.priorities
    ]
    rounds = [queue[turn] for turn in range(max(map(len, queues), default=0)) for queue in queues if turn < len(queue)]
    said: dict[str, tuple[OutcomeAt, figures.Promise]] = {}
    for at, promise in rounds:
        words = text.words_of(desk.sentence(promise.part, promise.field))
        said.setdefault(words, (at, promise))
    return sorted(list(said.values())[:MOST_PROMISES], key=lambda pair: pair[1].by.last_day)


# ---- money and the gap ---------------------------------------------------------------------------------------------


def _money(desk: Desk) -> Section | None:
    bars = money_bars(desk)
    return Section("page-one-money", desk.words("money-title"), (bars,), listed=False) if bars else None


def money_bars(desk: Desk) -> Bars | None:
    """The partners' money this year and in the last year, and what part of it prevents."""
    money = figures.money_by_year(kept(desk.agreement.resources))
    now = figures.at_year(money, desk.as_of)
    if now is None:
        return None
    years = [now] if money[-1].year == now.year else [now, money[-1]]
    bars = tuple(
        (
            say.moment(one.year),
            (
                Part(desk.word("prevents"), Decimal(one.preventive), say.pounds(one.preventive)),
                Part(
                    desk.word("other-money"),
                    Decimal(one.total - one.preventive),
                    say.pounds(one.total - one.preventive),
                ),
            ),
        )
        for one in years
    )
    sentences = " ".join(
        desk.word(
            "money-says" if one.preventive else "money-says-none",
            total=say.rounded_pounds(one.total),
            year=say.moment(one.year),
            preventive=say.rounded_pounds(one.preventive),
            share=say.share(one.preventive, one.total) or "0%",
        )
        for one in years
    )
    return Bars(desk.word("money-caption"), sentences, bars)


def _gap(desk: Desk) -> Section | None:
    """The first gap that is to narrow, in one sentence with two numbers."""
    for at in desk.outcomes:
        for measure in measures_in(desk, at.outcome):
            gap = figures.gap_of(measure, target_for(desk, at.outcome, measure))
            if gap is not None:
                says = (Paragraph((*gap_sentence(desk, measure, gap), Text(" "), *desk.way_to(at)), "lead"),)
                return Section("page-one-gap", desk.words("gap-title"), says, listed=False)
    return None


def gap_sentence(desk: Desk, measure: MeasureOf, gap: figures.GapOf) -> Inlines:
    """The size of a gap now, and what it is to be."""
    indicator = measure.indicator
    unit = indicator.unit if sound(indicator.unit) else ""
    return desk.words(
        "gap-says" if gap.then else "gap-says-now",
        name=text.plain(indicator.name if sound(indicator.name) else ""),
        worse=group_name(desk, gap.between[0]),
        better=group_name(desk, gap.between[1]),
        now=(Strong((Text(say.difference(gap.now.size, unit)),)),),
        a=say.figure(gap.now.worse, unit),
        b=say.figure(gap.now.better, unit),
        period=say.period(gap.now.period, indicator),
        then=(Strong((Text(say.difference(gap.then.size, unit) if gap.then else ""),)),),
        by=say.period(gap.then.period, indicator) if gap.then else "",
    )


def group_name(desk: Desk, ref: str) -> str:
    """A locality's name, or a group's in words."""
    place = desk.lookup.localities.get(ref)
    if place is not None and sound(place.name):
        return str(place.name)
    return desk.labels.group(ref)


def _number(at: OutcomeAt) -> Inlines:
    """`(1.2)`, with a way to the outcome."""
    return (Text("("), CrossReference((Text(at.number),), at.anchor), Text(")"))


# ---- whom to ask ---------------------------------------------------------------------------------------------------


def _contact(desk: Desk, header: Header) -> Section | None:
    contact = header.contact
    if not sound(contact):
        return None
    items = tuple((desk.words(key), (Paragraph(said),)) for key, said in _ways(desk, contact) if said)
    return Section("contact", desk.words("contact-title"), (Facts(items),) if items else (), listed=False)


def _ways(desk: Desk, contact: Contact) -> Iterator[tuple[str, Inlines]]:
    yield "contact-post", desk.name(contact, "post")
    if sound(contact.email):
        target = text.safe_target(f"mailto:{contact.email}")
        words = text.plain(contact.email)
        yield "contact-email", (Link(words, target),) if target and " " not in target else words
    yield "contact-telephone", desk.name(contact, "telephone")
    yield "contact-formats", text.plain(say.listed(tuple(str(one) for one in kept(contact.formats))))
    if sound(contact.progress):
        yield "contact-progress", web_link(contact.progress)


def web_link(target: str) -> Inlines:
    """An address as a link where it is one, else as words."""
    safe = text.safe_target(target)
    is_address = safe.startswith(("http://", "https://", "mailto:")) and " " not in safe
    return (Link(text.plain(target), safe),) if is_address else text.plain(target)
