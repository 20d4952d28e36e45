"""A round of review: what was asked of a draft, of whom, and what came of it (`review/round-1.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, NamedTuple

from soa.model.agreement import Agreement, DevelopmentPoint, Format
from soa.model.part import HOLE, MISSING, Condition, Conditional, Part, each, may, must, sound, when_needed
from soa.model.scalars import Count, Id, Moment, Name, Prose, Ref, Sentence, one_of
from soa.source.places import Path

ROUND_FILE = re.compile(r"review/round-([1-9][0-9]?)\.yaml")
"""The name of a round's file in the agreement's folder."""

PARTNERSHIP, GOVERNMENT = "partnership", "scottish-government"
"""Whom a point can be put to besides a partner or a national body."""

PointState = Annotated[str, *one_of("open", "answered", "closed", "withdrawn", "agreed-for-later")]
Verdict = Annotated[str, *one_of("ready-to-agree", "agree-with-development-points", "not-yet")]


def round_file(number: int) -> str:
    """The name of a round's file in the agreement's folder."""
    return f"review/round-{number}.yaml"


def is_round(path: Path) -> bool:
    """Whether a path leads into a round's file, under whose name its data stand."""
    return bool(path) and isinstance(path[0], str) and ROUND_FILE.fullmatch(path[0]) is not None


class Reviewed(Part):
    """Which draft was read, and with what."""

    version: Count | MISSING = may("Version", "The version number of the draft.", example="3")
    digest: Name = must(
        "Digest",
        "What tells this draft from any other: sha256 over the names and contents of its files.",
        example="'1f0e6c2ab97d'",
        source="Audit Scotland 2013 §63-§64",
    )
    soa: Name = must("Program", "The version of soa that read it.", example="'0.5.0'")
    rules: Name = must("Rules", "The version of the rule set.", example="'2'")


class Conclusion(Part):
    """What the reader concludes: typed, never computed."""

    verdict: Verdict = must("Verdict", "What the reader advises.", example="agree-with-development-points")
    because: Prose = must(
        "Because",
        "Why, in the reader's own words.",
        example="Four of five outcomes say who answers for them; the gap in falls has no target yet.",
        source="officer-review 3.2",
    )


class Point(Conditional):
    """One question that was put, and what came of it."""

    CONDITIONS: ClassVar[tuple[Condition, ...]] = (
        Condition("state", ("answered",), then=("answer", "answered")),
        Condition("state", ("closed", "withdrawn"), then=("closed",)),
        Condition("state", ("agreed-for-later",), then=("owner", "due")),
    )

    id: Id = must("Id", "Unique in the round; the same in the next round, if it is carried over.", example="falls-lead")
    to: Ref = must(
        "To",
        "Whom it is put to: partnership, scottish-government, a partner's id, or a national body.",
        example="partnership",
        source="Audit Scotland 2013 §11, §62",
    )
    about: Name | MISSING = may(
        "About",
        "The part that it is about, by its id and the keys below it; the whole agreement when left out.",
        example="falls/by_whom",
    )
    question: Sentence = must(
        "Question",
        "What is asked, as it would be said aloud.",
        example="Who will the board ask when falls do not come down?",
        source="Audit Scotland 2013 §62",
    )
    source: Name | MISSING = may(
        "Source", "What the question rests on.", example="Audit Scotland 2013 §19, an audit recommendation"
    )
    by: Name = must("By", "The post that raised it.", example="Location Director for Glenmore")
    raised: Moment = must("Raised", "When.", example="2013-04-15")
    state: PointState = must("State", "How far it has come.", example="open")
    answer: Prose = when_needed(
        "Answer", "What was answered.", example="The Chief Officer leads from 1 May; see by_whom."
    )
    answered: Moment = when_needed("Answered", "When it was answered.", example="2013-05-02")
    closed: Moment = when_needed("Closed", "When it was closed or withdrawn.", example="2013-05-20")
    owner: Ref = when_needed(
        "Owner", "For agreed-for-later: the partner who answers for it.", example="council", source="officer-review F8"
    )
    due: Moment = when_needed("Due", "For agreed-for-later: by when.", example="2013-12-31")
    ask: Ref | MISSING = may(
        "Ask",
        "The agreement's own ask that this goes with, where it is put to others.",
        example="ask-records",
        source="officer-review F7",
    )
    carried_from: Count | MISSING = may(
        "Carried from", "The number of the round in which it was first put.", example="1"
    )


class Round(Part):
    """A round of review: one reading of a draft, the questions that came of it, and their answers."""

    soa: Format = must("Format", "The version of this format: 1.", example="1")
    round: Count = must("Round", "Its number, as in the name of its file.", example="1")
    opened: Moment = must("Opened", "When it was opened.", example="2013-04-15")
    by: Name = must("By", "The post that opened it.", example="Location Director for Glenmore, Scottish Government")
    reviewed: Reviewed = must("Reviewed", "Which draft was read.", source="Audit Scotland 2013 §63-§64")
    conclusion: Conclusion | MISSING = may("Conclusion", "What the reader concludes.", source="officer-review 3.2")
    points: tuple[Point, ...] = must("Points", "What is asked, one entry a question.", source="Audit Scotland 2013 §62")


class PointAt(NamedTuple):
    """A point as the last round that has it says it."""

    path: Path
    number: int
    """The round's."""
    point: Point


def in_order(rounds: Mapping[str, Round]) -> list[tuple[int, str, Round]]:
    """The rounds by the number in the name of their file, each with that and the name."""
    numbered = ((ROUND_FILE.fullmatch(name), name, one) for name, one in rounds.items())
    return sorted((int(found[1]), name, one) for found, name, one in numbered if found)


def points_of(rounds: Mapping[str, Round]) -> tuple[PointAt, ...]:
    """Every point of the rounds once, as the last round that has it says it, in the order in which they were first put."""
    found: dict[str, PointAt] = {}
    for number, name, one in in_order(rounds):
        for at, point in enumerate(each(one.points)):
            if sound(point) and sound(point.id):
                found[point.id] = PointAt((name, "points", at), number, point)
    return tuple(found.values())


def with_points_for_later(agreement: Agreement, rounds: Mapping[str, Round]) -> Agreement:
    """The agreement with what the rounds of review agreed for later in its development plan, after what stands there."""
    plan = agreement.development_plan
    if plan is HOLE:
        return agreement
    known = {one.point for one in each(plan) if sound(one)}
    later = tuple(
        DevelopmentPoint(point=point.question, owner=point.owner, due=point.due)
        for _, _, point in points_of(rounds)
        if point.state == "agreed-for-later"
        and sound(point.question)
        and sound(point.owner)
        and sound(point.due)
        and point.question not in known
    )
    return agreement.model_copy(update={"development_plan": (*each(plan), *later)}) if later else agreement
