"""Questions as they are printed: what is asked, what was found, where, on whose authority, and room for the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soa.document import text
from soa.document.blocks import (
    Block,
    Blocks,
    Code,
    CrossReference,
    Inlines,
    List,
    Paragraph,
    Room,
    Section,
    Strong,
    Text,
)
from soa.document.desk import ended
from soa.language.sentence import capital
from soa.review.gathered import Review
from soa.review.questions import Question, Spot
from soa.review.wording import AUTHORITY, SPEAK_FOR, THEMES, counted
from soa.rules._rule import Citation

ANSWER = "Answer"
LINES = 2
"""Of the room for an answer."""
MOST_CITED = 3
"""So many sources of a question are printed. The data has all of them."""
MOST_ALSO = 8
"""So many other places are named; the rest are counted."""
LONGEST_WORDS = 320
"""Of what was found, so many letters are printed."""
PAGE_ONE = "five-questions"
SLIPS = "form"
"""The theme of what an officer mends without an answer."""


def first_section(review: Review) -> Section:
    """The questions to be asked aloud."""
    number = len(review.first)
    title = counted(number, "question", "questions") if number else "No question stands out"
    blocks: tuple[Block, ...] = (List(tuple(_asked(one, review) for one in review.first), 1),)
    if not number:
        follows = " What is left to ask follows." if review.groups else ""
        blocks = (Paragraph((Text(f"Nothing that is central to the plan was found wanting.{follows}"),)),)
    return Section(PAGE_ONE, (Text(capital(title)),), blocks, listed=False)


def long_list(review: Review) -> Section | None:
    """Every other question, grouped by what it is about."""
    if not review.groups:
        return None
    intro = (
        "In order of weight: the authority that a question rests on, and how near it is to the heart of the plan. "
        "What is asked alike of several places is asked once."
    )
    blocks: list[Block] = [Paragraph((Text(intro),))]
    left = len(review.questions) - len(review.first) - sum(len(asked) for _, asked in review.groups)
    if left:
        more = counted(left, "lighter question is", "lighter questions are")
        said = f"{capital(more)} not printed here, and stand in the report’s data (soa review --format json)."
        blocks.append(Paragraph((Text(said),), "small"))
    sections = tuple(_theme(theme, asked, review) for theme, asked in review.groups)
    return Section("questions", (Text("Further questions"),), tuple(blocks), sections)


def _theme(theme: str, asked: Sequence[Question], review: Review) -> Section:
    """What is asked about one thing; numbered through the whole report, so that an answer can name its question."""
    blocks: list[Block] = []
    before = [str(review.numbers[one]) for one in review.first if one.theme == theme]
    if before:
        way = CrossReference((Text(f"question{'s' * (len(before) > 1)} {' and '.join(before)}"),), PAGE_ONE)
        blocks.append(Paragraph((Text("See also "), way, Text(" at the front.")), "small"))
    blocks.append(List(tuple(_asked(one, review) for one in asked), review.numbers[asked[0]]))
    return Section(f"theme-{theme}", (Text(THEMES.get(theme, capital(theme))),), tuple(blocks))


def _asked(one: Question, review: Review) -> Blocks:
    """One question with all that belongs to it."""
    return (
        Paragraph((Strong(text.plain(one.question)),)),
        *_found(one),
        Paragraph((*where(one.spot), Text(f" {AUTHORITY[one.authority]}{_cited(one)}.")), "small"),
        Paragraph(_lead("A good answer", text.plain(one.good_answer))),
        *_help(one, review),
        *_also(one.also),
        *((Room(ANSWER, LINES),) if one.theme != SLIPS else ()),
    )


def _found(one: Question) -> Iterator[Block]:
    if one.found:
        yield Paragraph(_lead("What we found", text.plain(clipped(one.found))))


def _help(one: Question, review: Review) -> Iterator[Block]:
    """What to write, for whoever writes."""
    said = review.helps.get((one.rule, one.case, one.spot.path), "")
    if review.reader == "officer" and said and one.theme != SLIPS:
        more = (Text(" "), Code(f"soa explain {one.rule}"), Text(" says more."))
        yield Paragraph((*_lead("What to write", ended(text.plain(said))), *more))


def _also(also: Sequence[Spot]) -> Iterator[Block]:
    if also:
        named = [one.about for one in also[:MOST_ALSO]]
        more = f" and {len(also) - MOST_ALSO:,} more" if len(also) > MOST_ALSO else ""
        yield Paragraph(text.plain(f"The same is asked of {', '.join(named)}{more}."), "small")


def _lead(term: str, said: Inlines) -> Inlines:
    return (Strong((Text(f"{term}: "),)), *said)


def _cited(one: Question) -> str:
    """Its sources: those that lend it its authority, not those that only say the same."""
    speak = SPEAK_FOR.get(one.authority, ())
    sources = tuple(source for source in one.sources if source.document in speak) or one.sources
    return f" ({'; '.join(cited(source) for source in sources[:MOST_CITED])})" if sources else ""


def cited(one: Citation) -> str:
    """A source as it is cited: `Audit Scotland 2013, §19`."""
    return f"{one.document}, {one.paragraph}" if one.paragraph else one.document


def where(spot: Spot) -> Inlines:
    """A place for people, who look for a line, and its address, which stays when lines move."""
    about = f" ({spot.about})" if spot.about else ""
    return text.plain(f"{spot.place.file}, line {spot.place.span.start.line}{about}.")


def clipped(words: str, most: int = LONGEST_WORDS) -> str:
    """The words, cut between two of them where they are too many; a quotation that is cut off is closed."""
    if len(words) <= most:
        return words
    kept = words[:most].rsplit(" ", 1)[0].rstrip(" …“")
    return f"{kept} …{'”' * (kept.count('“') - kept.count('”'))}"
