"""Page one of a report: the reader's own conclusion, where the draft stands, what is good, what changed, what others owe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soa.document import text
from soa.document.blocks import (
    Block,
    Cell,
    Code,
    CrossReference,
    Inlines,
    List,
    Note,
    Paragraph,
    Quote,
    Room,
    Section,
    Strong,
    Table,
    Text,
)
from soa.document.desk import Desk, ended, kept
from soa.language.sentence import capital
from soa.model.part import MISSING, sound
from soa.model.resources import Ask
from soa.model.review import GOVERNMENT, PARTNERSHIP, Conclusion, Point, PointAt
from soa.review.asking import LONGEST_WORDS, cited, clipped, first_section, where
from soa.review.changes import POINTS, changed_section
from soa.review.gathered import Review, is_national
from soa.review.naming import quoted as in_quotation_marks
from soa.review.standing import Answer, OutcomeRow
from soa.review.strengths import Strength
from soa.review.wording import FOR_READER, KEY, MARKS, QUESTIONS, STATES, VERDICTS, ForReader, counted

LONGEST_STATEMENT, SHORT_STATEMENT = 130, 80
"""Of an outcome in the grid, so many letters are printed; the second number where there are many."""
MOST_FULL, MOST_SHORT = 12, 24
"""So many outcomes have room on page one with the reason beside each mark, and so many without; the rest stand after it."""
CONCLUSION_LINES = 3
MOST_UNREAD = 5
GRID_AFTER, GRID_TITLE = "whole-grid", "Every outcome by the four questions"
_BEFORE_IT_IS_SENT = ("draft", "consultation")
_NOT_TO_BE_SENT = ForReader(
    "For whoever drafts: the questions that a reader from outside would put, each with what to write.",
    "Our own conclusion",
    "To be written by those who draft: does it hold as it stands, and what should be settled first? "
    "It is never worked out from what follows.",
)
"""For the officer of a plan that does not go to the Scottish Government, or has gone there."""


def page_one(review: Review, desk: Desk) -> tuple[Section, ...]:
    """The sections of page one, in the order in which a meeting takes them."""
    return (
        conclusion(review, desk),
        grid_on_page_one(review),
        questions(review, desk),
        strengths(review.strengths),
        changed_section(review),
        owed(review, desk),
    )


def words_for(review: Review) -> ForReader:
    """What the report says to its reader of itself."""
    header = review.agreement.agreement
    submits = header.kind != "local-outcomes-improvement-plan"
    to_be_sent = submits and header.status in _BEFORE_IT_IS_SENT and not sound(header.submitted)
    return FOR_READER[review.reader] if to_be_sent or review.reader != "officer" else _NOT_TO_BE_SENT


# ---- the conclusion, which is never computed -----------------------------------------------------------------------


def conclusion(review: Review, desk: Desk) -> Section:
    """What the director has typed into the newest round of review; else room to write it, and for others what the director typed."""
    words = words_for(review)
    typed = tuple(_typed(review, desk))
    room = (Paragraph((Text(words.to_be_written),), "small"), Room("Conclusion, and why", CONCLUSION_LINES))
    blocks = typed if typed and review.reader == "director" else (*room, *typed)
    return Section("conclusion", (Text(words.concludes),), (*blocks, *_unread(review.unread)), listed=False)


def _typed(review: Review, desk: Desk) -> Iterator[Block]:
    """What stands in the newest round: the conclusion of its director, which is nobody else's."""
    typed = typed_conclusion(review)
    if typed is None or review.round is None:
        return
    number, newest = review.round
    whose = () if review.reader == "director" else (Text(f"The location director concluded in round {number}: "),)
    yield Paragraph((*whose, Strong((Text(f"{VERDICTS[typed.verdict]}."),))))
    if sound(typed.because):
        yield from text.prose(typed.because, "conclusion")
    by = f"Written by {newest.by}" if sound(newest.by) else "Written"
    opened = f", opened on {desk.say.moment(newest.opened)}" if sound(newest.opened) else ""
    yield Paragraph(text.plain(f"{by} in round {number}{opened}."), "small")


def _unread(lost: Sequence[str]) -> Iterator[Block]:
    """A warning that a question may come of a slip in a file, and not of the plan."""
    if lost:
        lines = tuple((Paragraph(text.plain(one)),) for one in lost[:MOST_UNREAD])
        more = f" The first {MOST_UNREAD} of {len(lost):,}:" if len(lost) > MOST_UNREAD else ""
        said = f"What is asked about these parts may come of the slip alone; soa lint says how to mend it.{more}"
        yield Note("remark", "Not all of this draft could be read", (Paragraph((Text(said),)), List(lines)))


def typed_conclusion(review: Review) -> Conclusion | None:
    """What the director has typed; None where there is nothing yet, or no verdict that can be read."""
    typed = review.round[1].conclusion if review.round is not None else MISSING
    return typed if sound(typed) and sound(typed.verdict) else None


# ---- the grid ------------------------------------------------------------------------------------------------------


def grid_on_page_one(review: Review) -> Section:
    """Outcomes down, the four questions across, the four proofs of prevention below; in words and shapes."""
    outcomes = review.grid.outcomes
    blocks: list[Block] = [Paragraph((Text(KEY),), "small")]
    if len(outcomes) <= MOST_SHORT:
        blocks += _outcomes(outcomes, short=len(outcomes) > MOST_FULL)
    if len(outcomes) > MOST_FULL:
        way = CrossReference((Text(GRID_TITLE),), GRID_AFTER)
        blocks.append(
            Paragraph(
                (Text(f"The plan has {len(outcomes):,} outcomes. What is thin or missing in each: "), way, Text("."))
            )
        )
    blocks += _proofs(review)
    return Section("grid", (Text("Where the draft stands"),), tuple(blocks), listed=False)


def grid_after(review: Review) -> Section | None:
    """The grid of a plan with more outcomes than page one has room for."""
    outcomes = review.grid.outcomes
    if len(outcomes) <= MOST_FULL:
        return None
    return Section(GRID_AFTER, (Text(GRID_TITLE),), (Paragraph((Text(KEY),), "small"), *_outcomes(outcomes)))


def _outcomes(outcomes: Sequence[OutcomeRow], *, short: bool = False) -> Iterator[Block]:
    """The grid; a short one without the reasons."""
    if not outcomes:
        yield Paragraph((Text("No outcome could be read."),))
        return
    head = ((Text("Outcome"),), *((Text(question),) for question in QUESTIONS.values()))
    rows = tuple(
        (_outcome(one, short=short), *(_mark(getattr(one, key), short=short) for key in QUESTIONS)) for one in outcomes
    )
    yield Table("Each outcome by the four questions", head, rows)


def _outcome(one: OutcomeRow, *, short: bool) -> Cell:
    said = text.plain(clipped(one.statement, SHORT_STATEMENT if short else LONGEST_STATEMENT))
    said = said or (Text("No statement yet"),)
    return Cell((said, text.plain(one.id)) if one.id and not short else (said,))


def _mark(answer: Answer, *, short: bool = False) -> Cell:
    mark: Inlines = (Text(f"{MARKS[answer.mark]} {answer.mark}"),)
    return Cell((mark, text.plain(answer.why)) if answer.why and not short else (mark,))


def _proofs(review: Review) -> Iterator[Block]:
    proofs = review.grid.proofs
    if proofs:
        head = tuple((Text(capital(name)),) for name, _ in proofs)
        row = tuple(_mark(answer) for _, answer in proofs)
        yield Table("The prevention plan, by its four proofs", head, (row,), plain=True, titled=True)


# ---- the questions -------------------------------------------------------------------------------------------------


def questions(review: Review, desk: Desk) -> Section:
    """The questions to be asked aloud, each with the answer that a round of review has to the like of it."""
    section = first_section(review)
    match section.blocks:
        case (List(items) as asked,) if items:
            told = tuple(
                (said, *_answered(review.answered[one], desk), *rest) if one in review.answered else (said, *rest)
                for one, (said, *rest) in zip(review.first, items, strict=True)
            )
            return section._replace(blocks=(asked._replace(items=told),))
    return section


def _answered(at: PointAt, desk: Desk) -> Iterator[Block]:
    """What was answered before, so that nobody is asked as if he had said nothing."""
    one = at.point
    whom = (Text("You"),) if one.to == PARTNERSHIP or not sound(one.to) else who(one.to, desk)
    on = f" on {desk.say.moment(one.answered)}" if sound(one.answered) else f" in round {at.number}"
    words = in_quotation_marks(one.answer, LONGEST_WORDS)
    yield Paragraph((*whom, *text.plain(f" answered{on}: {words}")))


# ---- what is good --------------------------------------------------------------------------------------------------


def strengths(found: Sequence[Strength]) -> Section:
    """What should be kept, with the draft's own words."""
    number = len(found)
    title = capital(counted(number, "strength", "strengths")) if number else "Strengths"
    blocks: tuple[Block, ...] = (List(tuple(_strength(one) for one in found)),)
    if not number:
        none = (
            "Nothing in the draft stands out yet by evidence that it gives itself: a post, a figure, a date, a voice."
        )
        blocks = (Paragraph((Text(none),)),)
    return Section("strengths", (Text(title),), blocks, listed=False)


def _strength(one: Strength) -> tuple[Block, ...]:
    return (
        Paragraph((Strong(text.plain(f"{one.says.rstrip('.')}: ")), *text.plain(quoted(clipped(one.words))))),
        Paragraph((*where(one.spot), Text(f" {cited(one.source)}.")), "small"),
    )


def quoted(words: str) -> str:
    """Words of the draft between quotation marks, which they may have already."""
    return words if words.startswith("“") else f"“{words}”"


# ---- what others owe -----------------------------------------------------------------------------------------------


def owed(review: Review, desk: Desk) -> Section:
    """What the Scottish Government and national bodies were asked for, and have not answered."""
    asks = [one for one in kept(desk.agreement.asks) if sound(one.of) and is_national(one.of, desk.lookup)]
    items = [_ask(one, desk) for one in asks if not sound(one.response)]
    asked = {one.id for one in asks if sound(one.id)}
    items += [
        _point(one, desk)
        for _, _, one in review.points
        if one.state == "open" and sound(one.to) and is_national(one.to, desk.lookup) and one.ask not in asked
    ]
    none = "All that is asked of them has been answered." if asks else "The draft asks nothing of them."
    blocks: tuple[Block, ...] = (List(tuple(items)),) if items else (Paragraph((Text(none),)),)
    return Section("owed", (Text("What government and national bodies owe this partnership"),), blocks, listed=False)


def _ask(one: Ask, desk: Desk) -> tuple[Block, ...]:
    by = (Text(" An answer is asked for by "), *desk.date(one, "by"), Text(".")) if sound(one.by) else ()
    why = (Text(" "), *ended(desk.sentence(one, "why"))) if sound(one.why) else ()
    asked = (*_who(one.of, desk), Text(": "), *ended(desk.sentence(one, "ask")), *why, *by)
    return (Paragraph((*asked, *((Text(" "), Code(text.visible(one.id))) if sound(one.id) else ()))),)


def _point(one: Point, desk: Desk) -> tuple[Block, ...]:
    question = text.plain(one.question) if sound(one.question) else ()
    return (Paragraph((*_who(one.to, desk), Text(", in review: "), *question, *_id(one))),)


def _id(one: Point) -> Inlines:
    return (Text(" "), Code(text.visible(one.id))) if sound(one.id) else ()


def _who(ref: object, desk: Desk) -> Inlines:
    return (Strong(who(ref, desk)),)


def who(ref: object, desk: Desk) -> Inlines:
    """Whom a point is put to, by name."""
    if ref == GOVERNMENT:
        return (Text("The Scottish Government"),)
    return (Text("The partnership"),) if ref == PARTNERSHIP else desk.partner(ref)


# ---- points of review that have no place on page one ---------------------------------------------------------------


def points_section(review: Review, desk: Desk) -> Section | None:
    """The points of review that are not closed: what is open with room for its answer, what was agreed for later with its owner."""
    waiting = [one for one in review.points if one.point.state not in {"closed", "withdrawn"}]
    if not waiting:
        return None
    blocks = tuple(block for one in waiting for block in _waiting(one, desk))
    return Section(POINTS, (Text("Points of review that are not closed"),), blocks)


def _waiting(at: PointAt, desk: Desk) -> Iterator[Block]:
    one = at.point
    question = text.plain(one.question) if sound(one.question) else (Text("No question is written."),)
    about = (Text(" About "), Code(text.visible(one.about)), Text(".")) if sound(one.about) else ()
    raised = f" Raised by {one.by}" if sound(one.by) else " Raised"
    on = f" on {desk.say.moment(one.raised)}" if sound(one.raised) else ""
    first = one.carried_from if sound(one.carried_from) else at.number
    state = STATES.get(str(one.state), "open")
    yield Paragraph((Strong(question), *_id(one)))
    yield Paragraph(
        (
            Text("To "),
            *_lowered(who(one.to, desk)),
            Text(f": {state}."),
            *about,
            *text.plain(f"{raised}{on}, first in round {first}."),
        ),
        "small",
    )
    if one.state == "agreed-for-later":
        due = f" by {desk.say.moment(one.due)}" if sound(one.due) else ""
        yield Paragraph((*desk.partner(one.owner), Text(f" settles it{due}.")))
    if sound(one.answer):
        yield Quote(text.prose(one.answer, f"point-{one.id}"))
    if one.state == "open":
        yield Room("Answer", 2)


def _lowered(said: Inlines) -> Inlines:
    match said:
        case (Text(words), *rest) if words.startswith("The "):
            return (Text(f"the {words[4:]}"), *rest)
        case _:
            return said
