"""Page one: what a reader who turns no page has to know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from soa.document import drawn, figures, text
from soa.document.blocks import (
    Block,
    Card,
    Cards,
    Facts,
    Front,
    Hole,
    Inlines,
    Ladder,
    Link,
    Paragraph,
    Section,
    Strong,
    Text,
)
from soa.document.desk import Desk, OutcomeAt, PriorityAt, kept, spaced
from soa.document.gaps import gap_sentence
from soa.document.measures import measures_in, target_for
from soa.model.agreement import Contact, Header
from soa.model.lookup import MeasureOf
from soa.model.measure import Target, TargetValue
from soa.model.part import MISSING, each, sound

MOST_PRIORITIES = 6
"""So many fit one page with what else must stand there; the others are named."""
MOST_PROMISES = 5
GOVERNMENT = "scottish-government"


def front(desk: Desk) -> Front:
    """Page one of an agreement: what is missing says so."""
    header = desk.agreement.agreement
    return Front(
        place=text.visible(header.area) if sound(header.area) else "",
        kind=desk.word("kind-of-plan"),
        period=period(desk, header),
        status=status(desk, header),
        vision=desk.sentence(desk.agreement, "vision"),
        for_whom=_most_of_all(desk),
        sections=(_priorities(desk), _first_year(desk), _money(desk), _gap(desk)),
        aside=contact(desk, header),
    )


def period(desk: Desk, header: Header) -> str:
    """The first and the last day."""
    if sound(header.starts) and sound(header.ends):
        return desk.word("period", starts=desk.say.moment(header.starts), ends=desk.say.moment(header.ends))
    return ""


def status(desk: Desk, header: Header) -> Inlines:
    """The status in words, with the dates that go with it."""
    if not sound(header.status):
        return desk.hole(header, "status") if sound(header) else ()
    dates = {"consultation": "consultation_until", "submitted": "submitted", "agreed": "agreed"}
    field = dates.get(header.status, "")
    said_as = desk.date if field == "consultation_until" else desk.on
    when = said_as(header, field) if field else ()
    by = desk.name(header, "agreed_by")
    key = f"status-{header.status}" + ("-by" if by and field == "agreed" else "") + ("-on" if when else "")
    said = [desk.words(key, date=when, by=by)]
    if header.status == "agreed":
        said += [
            desk.words("signed-by-government", date=desk.on(one, "date"))
            for one in kept(desk.agreement.sign_off)
            if one.partner == GOVERNMENT and sound(one.date)
        ]
    if sound(header.version):
        said.append(desk.words("version", number=str(header.version)))
    if sound(header.supersedes):
        said.append(desk.words("supersedes", title=desk.name(header, "supersedes")))
    return spaced(said)


def _most_of_all(desk: Desk) -> Inlines:
    """The places whose people fare worse: whom the vision is for most of all."""
    poorer = [place for place in kept(desk.agreement.localities) if place.poorer_outcomes is True]
    places = desk.together(desk.name(place, "name") for place in poorer)
    return desk.words("most-of-all", places=places) if places else ()


# ---- the priorities, one line each ---------------------------------------------------------------------------------


def _priorities(desk: Desk) -> Section:
    shown, others = desk.priorities[:MOST_PRIORITIES], desk.priorities[MOST_PRIORITIES:]
    blocks: list[Block] = [Cards(tuple(_card(desk, at) for at in shown))] if shown else []
    if others:
        named = desk.together(desk.way_to_priority(at) for at in others)
        blocks.append(Paragraph(desk.words("more-priorities", count=str(len(desk.priorities)), others=named)))
    return Section(
        "page-one-priorities",
        desk.words("our-priorities"),
        tuple(blocks) or desk.gap(desk.agreement, "priorities"),
        listed=False,
        about=("priorities",),
    )


def _card(desk: Desk, at: PriorityAt) -> Card:
    partner = desk.partner_of(at.priority, "lead")
    missing = any(isinstance(part, Hole) for part in partner)
    lead = partner if missing else desk.words("leads", partner=partner)
    line = (*headline(desk, at), Text(" "), *lead)
    return Card(at.number, desk.sentence(at.priority, "title"), at.anchor, (line,))


def headline(desk: Desk, at: PriorityAt) -> Inlines:
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
    aims = [one for one in values if sound(one) and sound(one.period) and desk.say.level(one, indicator)]
    if not aims or not sound(indicator.name):
        return (), False
    last = aims[-1]
    now = desk.say.reading(baseline, indicator) if sound(baseline) and sound(baseline.period) else ""
    said = desk.words(
        "from-to" if now else "to-only",
        name=desk.name(indicator, "name"),
        now=(Strong(desk.amount(now, indicator)),),
        period=desk.say.period(baseline.period, indicator) if now and sound(baseline) else "",
        target=(Strong(desk.amount(desk.say.level(last, indicator, bare=bool(now)), indicator)),),
        by=desk.say.period(last.period, indicator),
    )
    return said, bool(now)


# ---- the first year ------------------------------------------------------------------------------------------------


def _first_year(desk: Desk) -> Section:
    header = desk.agreement.agreement
    if not sound(header.starts):
        return Section("first-year", desk.words("first-year"), (Paragraph(desk.hole(header, "starts")),), listed=False)
    first = header.starts.first_day
    last = figures.year_after(first)
    day = desk.say.day(last)
    rungs = tuple(
        (desk.say.moment(promise.by), (*desk.sentence(promise.part, promise.field), Text(" "), *_number(desk, at)))
        for at, promise in _spread(desk, first, last)
    )
    block: Block = Ladder("", rungs) if rungs else Paragraph(desk.words("no-first-year", date=day))
    return Section("first-year", desk.words("different-by", date=day), (block,), listed=False)


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


def _money(desk: Desk) -> Section:
    chart = drawn.money(desk)
    said = (chart, Paragraph((Text(chart.says),))) if chart else (Paragraph(desk.words("no-money")),)
    return Section("page-one-money", desk.words("money-title"), said, listed=False, about=("resources",))


def _gap(desk: Desk) -> Section:
    """The first gap that is to narrow, in one sentence with two numbers."""
    for at in desk.outcomes:
        for measure in measures_in(desk, at.outcome):
            gap = figures.gap_of(measure, target_for(desk, at.outcome, measure))
            if gap is not None:
                says = (Paragraph((*gap_sentence(desk, measure, gap), Text(" "), *desk.way_to(at)), "lead"),)
                about = (*desk.path(at.outcome), "what")
                return Section("page-one-gap", desk.words("gap-title"), says, listed=False, about=about)
    return Section("page-one-gap", desk.words("gap-title"), (Paragraph(desk.words("no-gap")),), listed=False)


def _number(desk: Desk, at: OutcomeAt) -> Inlines:
    """`(1.2)`, with a way to the outcome."""
    return (Text("("), *desk.number_of(at), Text(")"))


# ---- whom to ask ---------------------------------------------------------------------------------------------------


def contact(desk: Desk, header: Header) -> Section:
    """Whom to ask, in which formats and languages, and where progress can be seen."""
    ways = _ways(desk, header.contact)
    items = tuple((desk.words(key), (Paragraph(said),)) for key, said in ways if said)
    blocks: tuple[Block, ...] = (Facts(items),) if items else (Paragraph(desk.words("no-contact")),)
    return Section("contact", desk.words("contact-title"), blocks, listed=False, about=("agreement", "contact"))


def _ways(desk: Desk, contact: Contact | MISSING) -> Iterator[tuple[str, Inlines]]:
    if not sound(contact):
        return
    yield "contact-post", desk.name(contact, "post")
    if sound(contact.email):
        target = text.safe_target(f"mailto:{contact.email}")
        words = text.plain(contact.email)
        yield "contact-email", (Link(words, target),) if target and " " not in target else words
    yield "contact-telephone", desk.name(contact, "telephone")
    yield "contact-formats", desk.listed(contact.formats)
    if sound(contact.progress):
        yield "contact-progress", web_link(contact.progress)


def web_link(target: str) -> Inlines:
    """An address as a link where it is one, else as words."""
    safe = text.safe_target(target)
    is_address = safe.startswith(("http://", "https://", "mailto:")) and " " not in safe
    return (Link(text.plain(target), safe),) if is_address else text.plain(target)
