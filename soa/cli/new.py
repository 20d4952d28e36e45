"""`soa new AREA`: a folder with a starter agreement, and the schemas that make an editor help."""

from __future__ import annotations

import argparse
import os
from datetime import date

from soa.cli.ends import Refused
from soa.cli.files import reason, replace
from soa.cli.folder import NAME


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa new`."""
    from soa.model.agreement import KINDS_OF_PLAN

    parser.add_argument("area", metavar="AREA", help="a council area's name or code, such as Fife or S12000047")
    parser.add_argument(
        "--kind", choices=list(KINDS_OF_PLAN), help="the kind of plan (default: the one made at its start)"
    )
    parser.add_argument("--starts", metavar="DAY", help="the first day (default: the next 1 April)")
    parser.add_argument("--output", metavar="FOLDER", help="the folder to make (default: named for the area)")


def run(options: argparse.Namespace) -> int:
    """Write the folder; nothing that is there already is touched."""
    from soa import reference
    from soa.api import today
    from soa.model.scalars import as_id
    from soa.starter import SCHEMAS, kind_on, next_start, starter

    area = reference.area(options.area)
    if area is None:
        raise Refused(_unknown(options.area, reference.nearest_areas(options.area)))
    starts = _day(options.starts) if options.starts else next_start(today())
    folder = options.output or as_id(area.name)
    target = os.path.join(folder, NAME)
    if os.path.lexists(target):
        raise Refused(
            f"{target} is there already, and soa new never writes over a file; choose another folder with --output"
        )
    text = starter(area, kind=options.kind or kind_on(starts), starts=starts)
    try:
        write_schemas(os.path.join(folder, SCHEMAS))
        replace(target, text.encode("utf-8"))
    except OSError as error:
        raise Refused(f"{target} cannot be written: {reason(error)}") from None
    print(f"{target} is your starter agreement for {area.name}, with its statutory partners.")
    print(f"Open it in an editor and answer its questions. To see what is left:  soa lint {folder}")
    return 0


def write_schemas(folder: str) -> None:
    """Write every schema into a folder, in place of older ones. Raises OSError."""
    from soa.model.schema import files

    for name, text in files().items():
        replace(os.path.join(folder, name), text.encode("utf-8"))


def _unknown(text: str, near: tuple[str, ...]) -> str:
    if near:
        return f"there is no council area {text}; did you mean {' or '.join(near)}?"
    from soa.reference import areas

    return f"there is no council area {text}; the 32 are: {', '.join(area.name for area in areas())}"


def _day(text: str) -> date:
    from soa.starter import EARLIEST, LATEST

    try:
        starts = date.fromisoformat(text)
    except ValueError:
        raise Refused(f"--starts wants a day such as 2013-04-01, and this is {text}") from None
    if not EARLIEST <= starts <= LATEST:
        raise Refused(f"--starts wants a day from {EARLIEST} to {LATEST}, and this is {text}")
    return starts
