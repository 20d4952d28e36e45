"""The pages on what only many agreements together show: what is asked most, the same measures, and promises of the same bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from soa.document.blocks import Block, Blocks, Cell, Code, Facts, Inlines, List, Paragraph, Section, Table, Text
from soa.document.site import Page
from soa.portfolio.commitments import Alike, Promise
from soa.portfolio.facts import AimFacts
from soa.portfolio.indicators import Comparison, InArea, LeftOut, period_said
from soa.portfolio.leaves import ON_A_PAGE, cell, link, named, page, paragraph, strong, table, term
from soa.portfolio.portfolio import Portfolio
from soa.portfolio.practice import Practice, Weakness
from soa.portfolio.words import SAY, counted, cut, moment, plain

# ---- what is asked most --------------------------------------------------------------------------------------------

PRACTICE: Final = "practice"
MOST_ASKED: Final = 5
"""Of one theme, so many questions are printed."""


def practice_page(portfolio: Portfolio) -> Page:
    """What is asked of most areas, and who has answered it, in their own words."""
    says = (
        "What there is to ask, beginning with what most areas would be asked; and how other areas have answered it, in their own "
        "words. A question is raised by the words of the newest agreement. No area is set against another."
    )
    total = len(portfolio.areas)
    sections = tuple(_weakness(one, total) for one in portfolio.weaknesses)
    opening = (paragraph(says, "lead"),)
    return page(PRACTICE, "Questions and practice", opening, sections, says)


def place_of(one: Weakness) -> str:
    """Where on the page a theme stands."""
    return f"theme-{one.theme}"


def _weakness(one: Weakness, total: int) -> Section:
    asked = (
        f"Asked about this: {counted(one.areas, 'area')} of {total:,}." if one.areas else "Nobody is asked about this."
    )
    blocks: list[Block] = [paragraph(asked)]
    if one.asked:
        rows = (
            (
                cell(question.question, *([question.explained] if question.explained else [])),
                cell(f"{len(question.areas):,}", numeric=True),
                Cell((named(question.areas),)),
            )
            for question in one.asked[:MOST_ASKED]
        )
        blocks.append(table(f"{one.title}: what is asked, and of whom", ("The question", "Areas", "Which"), rows))
        if (left := len(one.asked) - MOST_ASKED) > 0:
            blocks.append(
                paragraph(f"{counted(left, 'more question')} of fewer areas: the data has them all.", "small")
            )
    if one.practice:
        blocks.append(table(f"{one.title}: answered well", ("Area", "In its own words"), map(_practice, one.practice)))
        blocks += [paragraph(_others(one.more), "small")] if one.more else []
    return Section(place_of(one), plain(one.title), tuple(blocks))


def _others(number: int) -> str:
    """That more areas could be quoted."""
    said = counted(number, "other area has", "other areas have")
    return f"{said} words on this that could be quoted; each area’s own page shows what is good in it."


def _practice(one: Practice) -> tuple[Cell, ...]:
    made_up = (plain("made up, for training"),) if one.fictional else ()
    return (
        Cell((link(one.area, f"{one.file}.html"), *made_up)),
        Cell((plain(f"“{one.words}”"), plain(one.says), (Code(one.about),))),
    )


# ---- the same measures ---------------------------------------------------------------------------------------------

_MARGIN: Final = "± says how far a value may lie from the truth; a difference smaller than that says nothing."
FAIR: Final = (
    "Two areas stand side by side only where they measure the same thing: the same definition, unit, population, kind of year "
    "and period, and a rate, share or average, never a count. Where that is not so, the page says why instead of showing figures. "
    "Areas are in the order of the alphabet, among councils of their own family; they are not ranked."
)
_BETTER: Final = {
    "up": "Higher is better",
    "down": "Lower is better",
    "hold": "To be held",
    "context": "For context; no direction is better",
}
_FAMILIES: Final = {
    "people": "The Improvement Service’s families for services to people (children, social work, housing): councils whose people face like hardship.",
    "other": "The Improvement Service’s families for other services: councils that are as densely or thinly settled.",
}


def measures_page(portfolio: Portfolio) -> Page:
    """All measures that several areas share: compared, or why not."""
    sections = []
    if portfolio.comparisons:
        rows = (
            (
                Cell(
                    (
                        link(one.name, f"{one.file}.html"),
                        plain(cut(one.definition, 140)),
                        *((plain("National core indicator"),) if one.core else ()),
                    )
                ),
                cell(one.unit),
                cell(period_said(one.period, one.measured_over)),
                cell(f"{len(one.areas):,}", numeric=True),
                cell(f"{len(one.left_out):,}", numeric=True),
            )
            for one in portfolio.comparisons
        )
        head = ("Measure", "Unit", "Period", "Areas compared", "Left out")
        made = table("Measures that can be compared", head, rows)
        sections.append(Section("compared", plain("Compared"), (made,)))
    else:
        sections.append(Section("compared", plain("Compared"), (paragraph(_nothing_compared(portfolio)),)))
    if portfolio.refusals:
        refused = (
            (cell(one.name), cell(one.why), Cell((named([(left.area, left.file) for left in one.areas]),)))
            for one in portfolio.refusals
        )
        made = table(
            "Measures that several areas have and that cannot be compared", ("Measure", "Why not", "Areas"), refused
        )
        sections.append(Section("not-compared", plain("Not compared, and why"), (made,)))
    return page("measures", "Measures", (paragraph(FAIR, "lead"),), tuple(sections), FAIR)


def _nothing_compared(portfolio: Portfolio) -> str:
    """What was looked at, and why nothing of it can be compared."""
    looked = portfolio.measured
    if not looked.measures:
        return "No agreement has a measure with a figure, so there is nothing to compare."
    said = f"{_counted(looked.measures, 'measure')} with figures, in {counted(looked.areas, 'area')}, {'was' if looked.measures == 1 else 'were'} looked at"
    if looked.areas == 1:
        return f"{said}; with one area there is nothing to compare."
    if not looked.shared:
        return (
            f"{said}. No two areas have the same one: each calls its measures by names of its own, and no national core indicator "
            "stands in two agreements. Areas that name the core indicator behind a measure (core) could be compared."
        )
    kept = "stands" if looked.shared == 1 else "stand"
    return f"{said}. {_counted(looked.shared, 'of them', 'of them')} {kept} in two areas or more, and cannot be compared fairly; what differs follows."


def _counted(number: int, one: str, several: str = "") -> str:
    """As `counted`, where a sentence begins with it."""
    said = counted(number, one, several)
    return said[:1].upper() + said[1:]


class _Part(NamedTuple):
    """Some areas of a comparison, of one family."""

    file: str
    title: str
    areas: Sequence[InArea]
    alone: bool
    """Whether its one area has nobody of its family beside it."""


def measure_pages(portfolio: Portfolio) -> Iterator[Page]:
    """A page for each comparison; of very many areas each part has a page of its own."""
    for one in portfolio.comparisons:
        name, parts = plain(one.name), tuple(_parts(one))
        if len(one.areas) <= 2 * ON_A_PAGE:
            tables = tuple(Section(part.file, plain(part.title), _part(one, part)) for part in parts)
            section = Section(one.file, name, _defined(one), (*tables, *_left_out(one)))
            yield Page(f"{one.file}.html", name, section, family="measures")
            continue
        ways = List(tuple((Paragraph(link(part.title, f"{part.file}.html")),) for part in parts))
        areas = Section(f"{one.file}-areas", plain("The areas"), (ways,))
        section = Section(one.file, name, _defined(one), (areas, *_left_out(one)))
        yield Page(f"{one.file}.html", name, section, family="measures")
        for part in parts:
            title = plain(f"{one.name}. {part.title}")
            back = Paragraph((*link(one.name, f"{one.file}.html"), Text(": what is counted, and who is left out")))
            yield Page(
                f"{part.file}.html", title, Section(part.file, title, (back, *_part(one, part))), family="measures"
            )


def _defined(one: Comparison) -> Blocks:
    items = [
        term("What is counted", plain(one.definition)),
        term("Unit", plain(one.unit)),
        term("Period", plain(period_said(one.period, one.measured_over))),
        term("Direction", plain(_BETTER.get(one.direction, "Not said"))),
    ]
    if one.caution:
        items.append(term("Before quoting it", plain(one.caution)))
    if one.families:
        items.append(term("Families of councils", plain(_FAMILIES[one.families])))
    back = Paragraph((*link("All measures", "measures.html"),))
    margin = (paragraph(_MARGIN, "small"),) if any(area.value.margin is not None for area in one.areas) else ()
    return (back, Facts(tuple(items)), *margin)


def _parts(one: Comparison) -> Iterator[_Part]:
    """Its areas by families of councils, each in the order of the alphabet, and none too long."""
    number = 0
    for family in sorted({area.family for area in one.areas}, key=lambda family: (family == 0, family)):
        members = [area for area in one.areas if area.family == family]
        title = (f"Family {family}" if family else "In no family of councils") if one.families else "The areas"
        for start in range(0, len(members), ON_A_PAGE):
            number += 1
            some = members[start : start + ON_A_PAGE]
            said = title if len(members) <= ON_A_PAGE else f"{title}: {some[0].area} to {some[-1].area}"
            yield _Part(f"{one.file}-areas-{number}", said, some, len(members) == 1 and bool(one.families))


def _part(one: Comparison, part: _Part) -> Blocks:
    alone = (paragraph("One area alone is compared with nobody of its family.", "small"),) if part.alone else ()
    return (_values(one, part.areas), *alone)


def _values(one: Comparison, areas: Sequence[InArea]) -> Table:
    with_margin = any(area.value.margin is not None for area in one.areas)
    with_base = any(area.value.base is not None for area in one.areas)
    head = [
        "Area",
        period_said(one.period, one.measured_over),
        *(["Margin"] if with_margin else []),
        *(["Out of"] if with_base else []),
        "Aims at",
    ]
    return table(
        f"{one.name}, {one.unit}",
        head,
        (_value_row(one, area, with_margin=with_margin, with_base=with_base) for area in areas),
    )


def _value_row(one: Comparison, area: InArea, *, with_margin: bool, with_base: bool) -> tuple[Cell, ...]:
    value = area.value
    said = "too few to show" if value.value is None else SAY.figure(value.value, one.unit)
    cells = [
        Cell((link(area.area, f"{area.file}.html"),)),
        cell(said, *(["may still change"] if value.provisional else []), numeric=True),
    ]
    if with_margin:
        cells.append(cell(f"± {value.margin:f}" if value.margin is not None else "–", numeric=True))
    if with_base:
        cells.append(cell(f"{value.base:,}" if value.base is not None else "–", numeric=True))
    cells.append(cell(_aim(one, area.aim), numeric=True))
    return tuple(cells)


def _aim(one: Comparison, aim: AimFacts | None) -> str:
    """The level that is aimed at, and by when."""
    if aim is None:
        return "no level"
    levels = dict.fromkeys(SAY.figure(level, one.unit) for level in (aim.low, aim.high))
    return f"{' to '.join(levels)} by {moment(aim.period)}"


def _left_out(one: Comparison) -> Iterator[Section]:
    if one.left_out:
        yield Section(f"{one.file}-left-out", plain("Left out, and why"), (_left_table(one.left_out),))


def _left_table(left: Sequence[LeftOut]) -> Table:
    rows = [(Cell((link(area.area, f"{area.file}.html"),)), cell(area.why)) for area in left[:ON_A_PAGE]]
    if len(left) > ON_A_PAGE:
        rows.append((cell(f"and {len(left) - ON_A_PAGE:,} more"), cell("The data of the measures has them all.")))
    return table("Areas that have this measure and cannot stand beside the others", ("Area", "Why"), rows)


# ---- bodies that serve several areas -------------------------------------------------------------------------------

_STRIKES: Final = {
    "stopped": (
        "Promised in one area, stopped in another",
        "Is this the same work? If so, which of the two holds, and do both areas know of it?",
    ),
    "dates": (
        "Nearly the same promise, with other dates",
        "Is this one piece of work? If so, which date holds; if not, what differs?",
    ),
    "figures": (
        "Nearly the same promise, with other figures",
        "Is this one piece of work? If so, which figure holds; if not, what differs?",
    ),
    "same": (
        "The same promise in several areas",
        "Is this done once for all of them, or once in each, with people and money for each?",
    ),
}
_BODIES: Final = (
    "Police, fire, health boards, enterprise agencies and other bodies that serve several areas, where their promises in two "
    "agreements ought to be looked at together. Likeness is found by words alone: most of it will be as it should be, and only "
    "the body itself can say."
)


def bodies_page(portfolio: Portfolio) -> Page:
    """The bodies with promises to be looked at together."""
    by_body = _by_body(portfolio)
    if not by_body:
        nothing = paragraph(_nothing_alike(portfolio))
        return page("bodies", "National bodies", (paragraph(_BODIES, "lead"), nothing), says=_BODIES)
    rows = (
        (
            Cell((link(found[0].called, f"body-{body}.html"),)),
            *(cell(f"{sum(one.kind == kind for one in found)}", numeric=True) for kind in _STRIKES),
        )
        for body, found in sorted(by_body.items(), key=lambda one: (one[1][0].called.casefold(), one[0]))
    )
    head = ("Body", "Stopped elsewhere", "Other dates", "Other figures", "The same words")
    made = table("Promises to look at together", head, rows)
    return page("bodies", "National bodies", (paragraph(_BODIES, "lead"), made), says=_BODIES)


def _nothing_alike(portfolio: Portfolio) -> str:
    """What was looked at, and why nothing of it is listed."""
    looked = portfolio.promised
    if not looked.promises:
        return "No agreement states what such a body does or gives, so there is nothing to look at."
    said = (
        f"{_counted(looked.promises, 'promise')} of {counted(looked.bodies, 'such body', 'such bodies')} "
        f"{'was' if looked.promises == 1 else 'were'} looked at"
    )
    if not looked.shared:
        return f"{said}. None of these bodies promises anything in two areas, as far as their names show."
    shared = f"{counted(looked.shared, 'body promises', 'bodies promise')} something in two areas or more"
    return f"{said}; {shared}, and no two of these promises are so alike in their words that they ought to be looked at together."


def body_pages(portfolio: Portfolio) -> Iterator[Page]:
    """A page for each body."""
    for body, found in _by_body(portfolio).items():
        name = plain(found[0].called)
        sections = tuple(_strike(kind, body, [one for one in found if one.kind == kind]) for kind in _STRIKES)
        back = Paragraph(link("All national bodies", "bodies.html"))
        section = Section(f"body-{body}", name, (back,), tuple(one for one in sections if one.blocks[1:]))
        yield Page(f"body-{body}.html", name, section, family="bodies")


def _by_body(portfolio: Portfolio) -> dict[str, list[Alike]]:
    found: dict[str, list[Alike]] = {}
    for one in portfolio.alike:
        found.setdefault(one.body, []).append(one)
    return found


def _strike(kind: str, body: str, found: Sequence[Alike]) -> Section:
    title, question = _STRIKES[kind]
    tables = tuple(_places(one) for one in found)
    return Section(f"{body}-{kind}", plain(title), (Paragraph(strong(question)), *tables))


def _places(one: Alike) -> Table:
    with_amount = any(promise.said.amount for promise in one.places)
    rows = [_promise(promise, with_amount=with_amount) for promise in one.places]
    if one.more:
        rows.append((cell(f"and {one.more:,} more"), cell(""), cell(""), *((cell(""),) if with_amount else ())))
    head = ("Area", "In its words", "By when", *(("How much",) if with_amount else ()))
    return table(f"{one.called}: {one.places[0].said.words}", head, rows)


def _promise(promise: Promise, *, with_amount: bool) -> tuple[Cell, ...]:
    one = promise.said
    said: Inlines = (Text("Stops: "), *plain(one.words)) if one.what == "stops" else plain(one.words)
    return (
        Cell((link(promise.area, f"{promise.file}.html"),)),
        Cell((said, (Code(one.about),))),
        cell(moment(one.due) or "not said"),
        *((cell(one.amount or "–"),) if with_amount else ()),
    )
