"""`soa review --open N`: a new round of review, written into the agreement's folder and over nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from soa.cli.ends import Refused
from soa.cli.files import reason
from soa.cli.folder import shown

if TYPE_CHECKING:
    from soa.cli.folder import Where
    from soa.engine.check import Checked
    from soa.review.gathered import Review

_SCHEMAS = ".soa"
"""The folder in which `soa new` puts the schemas for the editor."""


def open_here(where: Where | None, checked: Checked, review: Review, number: int, *, every: bool) -> int:
    """Write round `number` with the first questions of a review, or with `every` one of them. Raises Refused where that cannot be."""
    from soa.model.review import round_file
    from soa.model.schema import ROUND
    from soa.review.opening import Made, NotNext, open_round

    if where is None:
        raise Refused(
            "a round is written into the agreement's folder: unpack the zip file, or check the revision out, and name the folder"
        )
    name = round_file(number)
    path = os.path.join(where.folder, *name.split("/"))
    schema = f"../{_SCHEMAS}/{ROUND}" if os.path.isfile(os.path.join(where.folder, _SCHEMAS, ROUND)) else ""
    made = Made(review.made.digest, review.made.version, review.made.rule_set)
    questions = review.questions if every else review.first
    by = review.by or _director_of(review)
    try:
        text = open_round(checked, number, questions, by=by, day=review.as_of, made=made, schema=schema)
        _write(path, text)
    except NotNext as error:
        raise Refused(str(error)) from None
    except FileExistsError:
        raise Refused(f"{path} is there already, and is not written over") from None
    except OSError as error:
        raise Refused(f"{path} cannot be written: {reason(error)}") from None
    points = text.count("\n    to: ")
    print(path)
    print(
        f"Round {number} is open with {points} point{'s' * (points != 1)}. Look through them, take out or reword what you would not ask, "
        f"write your conclusion, and send the file to the partnership: it goes into {shown(os.path.dirname(name))} of their folder."
    )
    return 0


def _write(path: str, text: str) -> None:
    """Write a file that is not there yet into a folder that may not be; nothing is left of one that cannot be written whole.

    Raises Refused where its folder cannot be, FileExistsError where the file is there, and other OSErrors.
    """
    folder = os.path.dirname(path)
    if os.path.isfile(folder):
        raise Refused(f"{folder} is a file, and the folder of the rounds has that name; give the file another")
    os.makedirs(folder, exist_ok=True)
    file = open(path, "x", encoding="utf-8", newline="\n")  # noqa: SIM115 - what is there already is not taken away
    try:
        with file:
            file.write(text)
    except BaseException:
        os.unlink(path)
        raise


def _director_of(review: Review) -> str:
    """The post of a location director, for whom nobody has said another."""
    from soa.model.part import sound

    area = review.agreement.agreement.area
    return (
        f"Location Director for {area}, Scottish Government"
        if sound(area)
        else "Location Director, Scottish Government"
    )
