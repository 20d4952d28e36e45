"""A comparison for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soa.compare.changes import Change
from soa.compare.comparison import Comparison, Version
from soa.compare.outline import MOST_FIRST, ORDER_IS_NO_CHANGE, Group, Outline, findings_of, outline_of, unread_of
from soa.formats.words import sentence
from soa.language.letters import published

_BOLD, _RED, _GREEN, _DIM, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"
_NARROWEST = 40


def text_of(comparison: Comparison, width: int = 100, colour: bool = False) -> str:
    """What changed, in lines of at most so many columns; the same comparison gives the same text."""
    page = _Page(max(width, _NARROWEST), colour=colour)
    outline = outline_of(comparison)
    lines = [
        *page.wrapped(f"From {_called(comparison.old)} to {_called(comparison.new)}."),
        *_unread(page, comparison),
        *page.wrapped(outline.intro),
        *_short(page, comparison, outline),
    ]
    for one in outline.outcomes:
        lines += ["", *page.title(one.title), *([f"  {one.remark}"] if one.remark else [])]
        for group in one.groups:
            lines += [f"  {page.paint(group.title, _BOLD)}", *_told(page, group, "    ")]
    for title, groups in (("Prevention and money", outline.money), ("Everything else", outline.rest)):
        if groups:
            lines += ["", *page.title(title)]
            for group in groups:
                lines += [f"  {page.paint(group.title, _BOLD)}", *_told(page, group, "    ")]
    lines += _findings(page, comparison)
    lines += _points(page, comparison)
    if comparison.changes:
        lines += ["", *page.wrapped(ORDER_IS_NO_CHANGE)]
    return "\n".join(lines) + "\n"


class _Page:
    """The width and the colours of a text."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width, self.colour = width, colour

    def paint(self, words: str, colour: str) -> str:
        return f"{colour}{words}{_PLAIN}" if self.colour else words

    def title(self, words: str) -> Iterator[str]:
        for line in self.wrapped(words):
            yield self.paint(line, _BOLD)

    def wrapped(self, words: str, first: str = "", rest: str | None = None) -> Iterator[str]:
        """Words broken at spaces, the first line and the others each with their own indent."""
        indent, line = first, ""
        for word in published(words).split():
            if line and len(indent) + len(line) + 1 + len(word) > self.width:
                yield indent + line
                indent, line = (first if rest is None else rest), word
            else:
                line = f"{line} {word}" if line else word
        yield indent + line


def _called(version: Version) -> str:
    return f"{version.name}{f' (version {version.version})' if version.version else ''}"


def _short(page: _Page, comparison: Comparison, outline: Outline) -> Iterator[str]:
    if not comparison.changes:
        return
    yield ""
    longest = max(len(one.title) for one in outline.tallies)
    for one in outline.tallies:
        yield f"  {one.title:<{longest}}  {one.changes or 'none':>5}{_weigh(one.weaker, one.stronger)}"
    for title, changes in (
        ("Where the plan promises less", outline.weaker),
        ("Figures to look at again", outline.warned),
        ("Where the plan promises more", outline.stronger),
    ):
        yield from _first(page, title, changes)


def _weigh(weaker: int, stronger: int) -> str:
    said = [f"{count:,} {word}" for count, word in ((weaker, "less"), (stronger, "more")) if count]
    return f"  ({', '.join(said)})" if said else ""


def _first(page: _Page, title: str, changes: Sequence[Change]) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield from page.title(title)
    for one in changes[:MOST_FIRST]:
        yield from page.wrapped(f"{one.says} {one.warns}", "  - ", "    ")
    if len(changes) > MOST_FIRST:
        yield f"  and {len(changes) - MOST_FIRST:,} more, each in its place below"


def _told(page: _Page, group: Group, indent: str) -> Iterator[str]:
    below = f"{indent}  "
    for one in group.told:
        yield from page.wrapped(one.says, f"{indent}- ", below)
        if one.words:
            for name, words, colour in (("was", one.change.old, _RED), ("now", one.change.new, _GREEN)):
                first, *others = page.wrapped(words, f"{below}{name} ", f"{below}    ")
                yield first.replace(name, page.paint(name, colour), 1)
                yield from others
        if one.change.warns:
            yield from page.wrapped(f"To look at: {one.change.warns}", below)


def _findings(page: _Page, comparison: Comparison) -> Iterator[str]:
    found = findings_of(comparison)
    yield ""
    yield from page.title("Findings")
    yield from page.wrapped(found.says, "  ")
    for name, listed, more in found.groups:
        yield f"  {page.paint(name, _BOLD)}"
        for one in listed:
            where = f" {one.about}" if one.about else ""
            yield from page.wrapped(
                f"{sentence(one.finding.message)} ({one.finding.rule}, {one.finding.severity}){where}",
                "    - ",
                "      ",
            )
        if more:
            yield f"    and {more:,} more"


def _unread(page: _Page, comparison: Comparison) -> Iterator[str]:
    """What could not be read, and is not compared."""
    for one in unread_of(comparison):
        yield ""
        yield from page.title(one.says)
        for place in one.places:
            yield from page.wrapped(place, "  - ", "    ")
        if one.then:
            yield from page.wrapped(one.then, "  ")
        yield ""


def _points(page: _Page, comparison: Comparison) -> Iterator[str]:
    if not comparison.points:
        return
    yield ""
    yield from page.title("Points of review that wait for an answer")
    for one in comparison.points:
        yield from page.wrapped(f"{one.question} [{one.id}, {one.state}]", "  - ", "    ")
        if not one.changes:
            yield from page.wrapped("Nothing has changed at the part that it is about.", "    ")
        for at in one.changes:
            yield from page.wrapped(f"may be answered by: {comparison.changes[at].says}", "    ", "      ")
