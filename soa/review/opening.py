"""Opening a round of review: the file in which questions are put to the partnership, and into which the answers come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from soa.model.part import HOLE, Part, each, sound
from soa.model.partners import Partner
from soa.model.review import PARTNERSHIP, Point, PointAt, in_order, points_of, round_file
from soa.model.scalars import MAX_ID, as_id
from soa.source.faults import MAX_FILES
from soa.source.writing import as_text

if TYPE_CHECKING:
    from datetime import date

    from soa.engine.check import Checked
    from soa.model.agreement import Agreement
    from soa.review.questions import Question
    from soa.source.places import Path

_UNSETTLED = ("open", "answered")
"""States of a point that a new round takes over."""

_KEPT = ("id", "to", "about", "question", "source", "by", "raised", "state", "answer", "answered", "ask")
"""Keys of such a point that it keeps."""
_ANSWER = {"answer", "answered"}

_HEAD = """\
# Round {number} of the review of {title}.
#
# To answer a point: write answer: and answered: (the day) under it, and state: answered.
# To settle it: state: closed or withdrawn, with closed: (the day);
# or state: agreed-for-later with owner: (a partner) and due: (a day), which is printed as the development plan.
# A longer answer begins on the next line, indented, after  answer: >-
# soa lint shows what is open, at the part of the agreement that it is about.

"""

_CONCLUSION = """\

# What you conclude, in your own words; take out the number sign before each of the four lines. The verdicts are:
# ready-to-agree, agree-with-development-points, not-yet
#conclusion:
#  verdict: not-yet
#  because: >-
#    Why.

"""

_NO_POINTS = """\
points: []
# To put a point of your own, write points: without the brackets, and below it the point, such as:
#  - id: first
#    to: partnership
#    question: What will you do first?
#    by: your post
#    raised: 2013-04-15
#    state: open
"""

_END = "\n  # Further points go below this line.\n"
"""Keeps an answer to the last point apart from a point that somebody else adds, so that the two can be merged."""


class NotNext(ValueError):
    """A round that cannot be opened, since it is there or another comes first; the text says which."""


class Made(NamedTuple):
    """Which draft was read, with what."""

    digest: str
    soa: str
    rules: str


def open_round(
    checked: Checked, number: int, questions: Sequence[Question], *, by: str, day: date, made: Made, schema: str = ""
) -> str:
    """The text of a new round: what earlier rounds leave unsettled, then the questions, then what others owe an answer to.

    `by` is the post that puts them; `schema` names the round's JSON Schema for an editor, relative to the round's file.
    Raises NotNext where that round is there, or is not the next.
    """
    agreement = checked.agreement
    if agreement is None:
        raise ValueError("there is no agreement to review: nothing could be read")
    _is_next(checked, number)
    earlier = points_of(checked.rounds)
    carried = [one for one in earlier if one.point.state in _UNSETTLED]
    taken = {one.point.id for one in earlier}
    asked = {
        one.point.id for one in earlier if one.point.state != "closed"
    }  # what is closed and comes back is asked anew
    put = {"by": by, "raised": str(day), "state": "open"}
    points = [
        *map(_carried, carried),
        *(
            {**new, "id": _free(new["id"], taken), **put}
            for new in (*_of_questions(questions, agreement), *_of_asks(agreement, earlier))
            if new["id"] not in asked
        ),
    ]
    header = agreement.agreement
    title = header.title if sound(header.title) else "the agreement"
    version = {"version": str(header.version)} if sound(header.version) else {}
    reviewed = {**version, "digest": made.digest, "soa": made.soa, "rules": made.rules}
    return "".join(
        (
            f"# yaml-language-server: $schema={schema}\n" if schema else "",
            _HEAD.format(number=number, title=_one_line(str(title))),
            f"soa: 1\nround: {number}\nopened: {day}\nby: {_scalar(by)}\nreviewed:\n",
            *(f"  {key}: {value if key == 'version' else _quoted(value)}\n" for key, value in reviewed.items()),
            _CONCLUSION,
            "points:\n" if points else _NO_POINTS,
            "\n".join(_entry(point) for point in points),
            _END if points else "",
        )
    )


def _is_next(checked: Checked, number: int) -> None:
    last = max((one for one, _, _ in in_order(checked.rounds)), default=0)
    faulty = any(fault.place.file in checked.source.beside for fault in checked.source.faults)
    rounds = checked.rounds.values()
    if faulty or not all(sound(one.points) and all(map(_is_whole, one.points)) for one in rounds):
        raise NotNext(
            "a round of review that is there cannot be read whole, and its points would be lost; soa lint says why"
        )
    if number <= last:
        raise NotNext(f"round {number} is there already ({round_file(number)}); the next is round {last + 1}")
    if number != last + 1:
        raise NotNext(f"the next round is {last + 1}, and not {number}")
    if number > MAX_FILES:
        raise NotNext(f"{MAX_FILES} rounds are read, and no more: begin anew with a round 1 beside a new agreement")


def _is_whole(point: Point) -> bool:
    """Whether a point is known, how it stands, and all that the next round takes over of it."""
    if not sound(point) or not sound(point.state) or not sound(point.id):
        return False
    wanted = _KEPT if point.state in _UNSETTLED else ()
    unasked = () if point.state == "answered" else _ANSWER - point.model_fields_set
    return all(getattr(point, key) is not HOLE for key in wanted if key not in unasked)


# ---- what is put ---------------------------------------------------------------------------------------------------


def _carried(one: PointAt) -> dict[str, str]:
    """A point of an earlier round as it stands, with the round in which it was first put."""
    point = one.point
    said = {key: str(getattr(point, key)) for key in _KEPT if sound(getattr(point, key))}
    first = point.carried_from if sound(point.carried_from) else one.number
    return {**said, "carried_from": str(first)}


def _of_questions(questions: Iterable[Question], agreement: Agreement) -> Iterator[dict[str, str]]:
    for one in questions:
        head = one.outcome or one.spot.about.partition("/")[0]
        yield {
            "id": as_id(" ".join(dict.fromkeys((head, one.theme)))) or as_id(one.rule),
            "to": _addressee(one.spot.path, agreement),
            "about": one.spot.about,
            "question": one.question,
            "source": "; ".join(f"{source.document} {source.paragraph}" for source in one.sources[:2]),
        }


def _of_asks(agreement: Agreement, earlier: Sequence[PointAt]) -> Iterator[dict[str, str]]:
    """What the partnership asks of the Scottish Government or a national body, and has no answer to."""
    linked = {one.point.ask for one in earlier if sound(one.point.ask)}
    national = {one.id: one.kind == "national-body" for one in each(agreement.partners) if sound(one)}
    for ask in each(agreement.asks):
        if not sound(ask) or not all(map(sound, (ask.id, ask.of, ask.ask))) or sound(ask.response) or ask.id in linked:
            continue
        if national.get(ask.of, True):
            yield {
                "id": as_id(f"answer {ask.id}"),
                "to": ask.of,
                "about": ask.id,
                "question": f"The partnership asks: “{ask.ask}”. What is the answer?",
                "source": "Audit Scotland 2013 §11, §62",
                "ask": ask.id,
            }


def _addressee(path: Path, agreement: Agreement) -> str:
    """Whom a question is put to: the partner whose own entry it is about, else the partnership."""
    part: object = agreement
    named = ""
    for step in path:
        part = part[step] if isinstance(part, tuple) and isinstance(step, int) else getattr(part, str(step), None)
        if isinstance(part, Partner) and sound(part.id):
            named = part.id
        elif isinstance(part, Part) and sound(partner := getattr(part, "partner", None)) and partner:
            named = str(partner)
    known = {one.id for one in each(agreement.partners) if sound(one) and sound(one.id)}
    return named if named in known else PARTNERSHIP


def _free(wanted: str, taken: set[str]) -> str:
    """An id that no point of any round has, and which is taken from now on."""
    name, number = wanted, 2
    while name in taken:
        ending = f"-{number}"
        name, number = wanted[: MAX_ID - len(ending)].rstrip("-") + ending, number + 1
    taken.add(name)
    return name


# ---- as YAML -------------------------------------------------------------------------------------------------------

_AS_IT_IS = frozenset({"id", "to", "raised", "state", "answered", "ask", "carried_from"})
"""Keys whose values are ids, words of a list, dates and numbers."""

_ORDER = tuple(Point.model_fields)


def _entry(point: dict[str, str]) -> str:
    """A point, one key on a line: changes to two points never touch."""
    lines = [
        f"{key}: {_block(value) if key == 'answer' else value if key in _AS_IT_IS and key != 'to' else _scalar(value)}"
        for key, value in sorted(point.items(), key=lambda item: _ORDER.index(item[0]))
        if value
    ]
    return "".join(f"  {'- ' if at == 0 else '  '}{line}\n" for at, line in enumerate(lines))


def _block(text: str) -> str:
    """An answer as it was written, line by line."""
    if text.startswith((" ", "\t")) or not text.replace("\n", "").isprintable():
        return _escaped(text)
    return "|-\n" + "\n".join(f"      {line}" if line else "" for line in text.rstrip("\n").split("\n"))


def _scalar(text: str) -> str:
    line = _one_line(text)
    return as_text(line, in_brackets=False) if line.isprintable() else _escaped(line)


def _escaped(text: str) -> str:
    """A text in double quotes, with what no file should hold as it is written by its number."""
    marks = {'"': '\\"', "\\": "\\\\"}
    return '"' + "".join(marks.get(one) or (one if one.isprintable() else f"\\U{ord(one):08X}") for one in text) + '"'


def _quoted(text: str) -> str:
    """What could be read as a number, in quotes."""
    return "'" + text.replace("'", "''") + "'"


def _one_line(text: str) -> str:
    return " ".join(text.split())
