"""Everything that is said of one draft, gathered once: the report and its data print the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from soa import __version__
from soa.formats.json_v1 import rule_set
from soa.model.agreement import FORMAT, Agreement
from soa.model.lookup import Lookup
from soa.model.part import sound
from soa.model.review import GOVERNMENT, PARTNERSHIP, PointAt, Round, in_order, points_of
from soa.model.scalars import as_id
from soa.review.coverage import Coverage, coverage_of
from soa.review.questions import Question, first_five, questions_of
from soa.review.standing import Grid, grid_of
from soa.review.strengths import Strength, strengths_of

if TYPE_CHECKING:
    from soa.compare import Comparison
    from soa.engine.check import Checked
    from soa.findings import Exempted
    from soa.source.places import Path

Reader = Literal["director", "officer", "peer", "audit"]
MOST_STRENGTHS = 3
MOST_PRINTED = 150
"""So many questions are printed besides those of page one: a longer list is no help at a meeting. The data has all of them."""
LOSES = frozenset(
    {
        "not-yaml", "second-document", "too-large", "not-a-mapping", "not-text", "newer-format", "empty-file",
        "file-not-found", "file-outside", "file-loop", "file-too-deep", "file-repeated", "unknown-alias", "alias-loop", "alias-too-big",
    }
)  # fmt: skip
"""Slips after which something that was written may not have been read as it was meant."""
_COUNTED = re.compile("-[0-9]+$")
"""What is put after the id of a point that is another's already."""
NATIONAL = frozenset({"national-body", "police", "fire", "enterprise", "special-health-board"})
"""Kinds of partner that answer to the whole country."""


class Made(NamedTuple):
    """What a report rests on: whoever has the same gets the same report."""

    version: str
    """Of soa."""
    rule_set: str
    format: int
    digest: str
    """Of the agreement's files, rounds of review left out."""
    files: tuple[tuple[str, str], ...]
    """Name and sha256 of each file that was read, by name."""
    remarks: tuple[str, ...]
    """What was configured, and what was passed over, a sentence each."""


class Review(NamedTuple):
    """One reading of one draft."""

    agreement: Agreement
    reader: Reader
    as_of: date
    by: str
    """The post that reads it; for a director who has not said, that of the newest round. Empty where nobody has said."""
    grid: Grid
    questions: tuple[Question, ...]
    """All of them, heaviest first."""
    first: tuple[Question, ...]
    """Those of page one, at most five."""
    groups: tuple[tuple[str, tuple[Question, ...]], ...]
    """The others that are printed, by theme: the themes in the order of their heaviest question."""
    numbers: Mapping[Question, int]
    """Of each question in the report; those that are not printed come last."""
    helps: Mapping[tuple[str, str, object], str]
    """What to write instead, by rule, case and path."""
    answered: Mapping[Question, PointAt]
    """Of a question that a round has put before in other words: the point that has an answer to it."""
    strengths: tuple[Strength, ...]
    coverage: Coverage
    exceptions: tuple[Exempted, ...]
    unread: tuple[str, ...]
    """What of the draft may not have been read as it was meant, a sentence each."""
    round: tuple[int, Round] | None
    """The newest round of review beside the draft, with its number."""
    points: tuple[PointAt, ...]
    """Every point of the rounds, as the last round that has it says it."""
    comparison: Comparison | None
    made: Made


def review_of(
    checked: Checked,
    *,
    as_of: date,
    digest: str,
    reader: Reader = "director",
    by: str = "",
    comparison: Comparison | None = None,
    remarks: Sequence[str] = (),
) -> Review:
    """Read a draft that was checked with `review_settings`. Raises ValueError where nothing could be read.

    The questions and their order are the same for every reader.
    """
    agreement = checked.agreement
    if agreement is None:
        raise ValueError("there is no agreement to review: nothing could be read")
    lookup = Lookup(agreement)
    questions = questions_of(checked)
    first = first_five(questions)
    groups = _by_theme([one for one in questions if one not in first][:MOST_PRINTED])
    printed = dict.fromkeys((*first, *(one for _, asked in groups for one in asked), *questions))
    source = checked.source
    rounds = [(number, one) for number, _, one in in_order(checked.rounds)]
    points = points_of(checked.rounds)
    return Review(
        agreement,
        reader,
        as_of,
        by or (_director(rounds) if reader == "director" else ""),
        grid_of(checked),
        questions,
        first,
        groups,
        {one: at for at, one in enumerate(printed, 1)},
        {(one.rule, one.case, one.path): one.help for one in checked.findings},
        dict(_answered(questions, points)),
        strengths_of(checked)[:MOST_STRENGTHS],
        coverage_of(lookup, lookup.addresses),
        checked.exceptions,
        tuple(_unread(checked)),
        rounds[-1] if rounds else None,
        points,
        comparison,
        Made(
            __version__,
            rule_set(),
            FORMAT,
            digest,
            tuple((name, source.texts[name].sha256) for name in sorted(source.texts)),
            tuple(remarks),
        ),
    )


def _by_theme(questions: Sequence[Question]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    groups: dict[str, list[Question]] = {}
    for one in questions:
        groups.setdefault(one.theme, []).append(one)
    return tuple((theme, tuple(asked)) for theme, asked in groups.items())


def _director(rounds: Sequence[tuple[int, Round]]) -> str:
    """The post that opened the newest round which names one."""
    return next((str(one.by) for _, one in reversed(rounds) if sound(one.by)), "")


def _answered(questions: Sequence[Question], points: Sequence[PointAt]) -> Iterator[tuple[Question, PointAt]]:
    """The questions to which a point has an answer: one about the same part and theme, as its id tells."""
    known = {_COUNTED.sub("", str(at.point.id)): at for at in points if sound(at.point.answer) and at.point.answer}
    for one in questions:
        part = one.outcome or one.spot.about.partition("/")[0]
        if at := known.get(as_id(" ".join(dict.fromkeys((part, one.theme))))):
            yield one, at


def _unread(checked: Checked) -> Iterator[str]:
    """The slips in the files that may have kept something from being read, in reading order."""
    source = checked.source
    told: set[Path] = set()
    for fault in source.faults:
        if fault.rule in LOSES or fault.path in source.unread:
            told.add(fault.path)
            yield f"{fault.place.file}, line {fault.place.span.start.line}: {fault.message}"
    for path in sorted(source.unread - told, key=str):
        place = source.head(path)
        yield f"{place.file}, line {place.span.start.line}: what stands here could not be read."


def is_national(ref: object, lookup: Lookup) -> bool:
    """Whether somebody is asked who answers to the whole country: the government, or a national body, partner or not."""
    partner = lookup.partners.get(str(ref))
    return ref == GOVERNMENT or (partner.kind in NATIONAL if partner is not None else sound(ref) and ref != PARTNERSHIP)
