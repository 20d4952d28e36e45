"""Adding an entry to a list of an agreement's text, in the form that the list has."""

import re
from collections.abc import Mapping

from soa.source.places import Edit
from soa.source.tree import Source
from soa.source.words import line_bounds
from soa.source.writing import as_text

_DASH = re.compile(r"[ \t]*- +")
_REST_OF_LINE = re.compile(r"[ \t]*(?:[ \t]#[^\r\n]*)?(?=[\r\n]|\Z)")
_OVER = re.compile(r"(?:^|[\r\n])(?:\.\.\.|---)")


def entry_added(source: Source, key: str, entry: Mapping[str, str]) -> Edit | None:
    """Return the edit that adds ``entry`` to the list under a top-level ``key``, or begins that list at the end of the agreement's file.

    None where the text leaves no plain place for it: a list in brackets, an agreement that is no block of lines.
    """
    data = source.data
    if not isinstance(data, dict):
        return None
    entries = data.get(key)
    if isinstance(entries, list) and entries:
        return _after_the_last(source, key, len(entries) - 1, entry)
    return _at_the_end(source, key, entry) if key not in data else None


def _after_the_last(source: Source, key: str, last: int, entry: Mapping[str, str]) -> Edit | None:
    place = source.value((key, last))
    text = source.texts[place.file].text
    start = line_bounds(text, source.head((key, last)).span.start.offset)[0]
    dash = _DASH.match(text, start)
    stop = place.span.end.offset
    if text[stop - 1 : stop] in ("\n", "\r"):  # a longer text ends with its last line
        stop = line_bounds(text, stop - 1)[1]
    rest = _REST_OF_LINE.match(text, stop)
    if dash is None or rest is None or text.startswith("*", place.span.start.offset):
        return None
    indent = text[start : dash.end()].split("-")[0]
    return Edit(source.point(place.file, rest.end()), "\n" + _lines(entry, indent, dash.end() - start))


def _at_the_end(source: Source, key: str, entry: Mapping[str, str]) -> Edit | None:
    text = source.texts[source.root].text
    whole = source.value(())
    if (
        whole.span.start.column != 1
        or source.written(whole)[:1] in ("{", "")
        or _OVER.search(text, whole.span.end.offset)
    ):
        return None
    start = "" if text.endswith(("\n", "\r")) else "\n"
    return Edit(source.point(source.root, len(text)), f"{start}{key}:\n{_lines(entry, '  ', 4)}\n")


def _lines(entry: Mapping[str, str], indent: str, column: int) -> str:
    """An entry of a list as lines: the first after a dash, the others below its first word."""
    said = [f"{key}: {as_text(value, in_brackets=False)}" for key, value in entry.items()]
    first = f"{indent}-".ljust(column) + said[0]
    return "\n".join([first, *(" " * column + line for line in said[1:])])
