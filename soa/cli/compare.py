"""`soa compare`: what has changed between two versions of an agreement, in words."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from soa.cli.ends import Refused
from soa.cli.files import reason, replace
from soa.cli.house import house_of
from soa.cli.lint import colour, put, width
from soa.cli.publish import SUFFIXES, day_of, needs_more
from soa.cli.versions import half_read, judged, terms_of, version_of

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from soa.cli.configured import Terms
    from soa.compare import Comparison

FORMATS = ("text", "json", *SUFFIXES)
"""The formats of a comparison: those of documents, one for the screen, and one for programs."""
_NEVER_SHOWN = frozenset({"pdf", "docx"})


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa compare`."""
    add = parser.add_argument
    version = "a folder, an agreement file, a zip file, or a revision in git such as HEAD~3:plan"
    add("old", metavar="OLD", help=f"the earlier version: {version}")
    add("new", metavar="NEW", help="the later version, named in the same ways")
    add(
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: as the ending of --output-file says, else text)",
    )
    add("--output-file", metavar="FILE", help="write into this file instead of onto the screen")
    add("--as-of", metavar="DAY", help="the day that counts as today (default: today in Scotland)")
    add(
        "--config",
        metavar="FILE",
        help="the configuration that both versions are checked with (default: the nearest one to NEW)",
    )


def run(options: argparse.Namespace) -> int:
    """Compare, and print or write what has changed. Raises Refused where there is nothing to compare."""
    from soa.compare import compare

    file = options.output_file
    suffix = os.path.splitext(file or "")[1][1:].lower()
    format_name = options.format or (suffix if suffix in FORMATS else "text")
    if format_name in _NEVER_SHOWN and not file:
        raise Refused(f"a {format_name} file is not for the screen: name it with --output-file")
    as_of = day_of(options.as_of)
    old, new = version_of(options.old), version_of(options.new)
    settled = terms_of(new, old, options.config)
    for warning in settled.warnings:
        print(f"soa: {warning}", file=sys.stderr)
    names = (old.label, new.label) if old.label != new.label else (f"{old.label} (old)", f"{new.label} (new)")
    before, after = judged(old, settled, as_of), judged(new, settled, as_of)
    for version, checked in ((old, before), (new, after)):
        if lost := half_read(version, checked):
            print(f"soa: {lost}\nsoa: what is not read there does not count as changed", file=sys.stderr)
    found = compare(before, after, names=names)
    if format_name == "text":
        from soa.compare.text import text_of

        put(text_of(found, width(), colour(file)), file)
    elif format_name == "json":
        from soa.compare.data import json_of

        put(json_of(found), file)
    else:
        _put(_document(found, format_name, settled, as_of), file)
    return 0


def _document(found: Comparison, suffix: str, settled: Terms, as_of: date) -> bytes:
    """A comparison as one of the formats of documents. Raises Refused where a part is not installed, or the house style is wrong."""
    from soa.compare.document import document_of

    try:
        from soa.writers import WRITERS
        from soa.writers.press import Press
    except ImportError as error:
        raise needs_more(error) from None
    press = Press(house_of(settled.settings.style, settled.folder), date=as_of)
    return WRITERS[suffix](document_of(found, as_of=as_of), press)


def _put(content: bytes, file: str | None) -> None:
    """Print a document, or write it to a file. Raises Refused where that cannot be written."""
    if file is None:
        put(content.decode("utf-8"), None)
        return
    try:
        replace(file, content)
    except OSError as error:
        raise Refused(f"{file} cannot be written: {reason(error)}") from None
