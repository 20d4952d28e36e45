"""An agreement's outline: the priorities, their outcomes with the four answers, and the prevention plan; a review's points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from soa.editor.where import value_at
from soa.model.agreement import Agreement
from soa.model.outcome import Outcome
from soa.source import Source
from soa.source.places import Path, Span

_ANSWERS = ("what", "how", "by_whom", "when")


class Heading(NamedTuple):
    """A part that the outline names."""

    name: str
    kind: str
    """`priority`, `outcome`, `answer`, `prevention`, or `point` of a review."""
    whole: Span
    """The part with its key."""
    head: Span
    """Where to go."""
    below: tuple[Heading, ...] = ()


def outline(source: Source, file: str) -> tuple[Heading, ...]:
    """The headings of one file of an agreement; what stands in other files is not among them."""
    priorities = (_priority(source, file, path) for path in _entries(source, ("priorities",)))
    found = [heading for headings in priorities for heading in headings]
    found += _heading(source, file, ("prevention",), str(Agreement.model_fields["prevention"].title), "prevention")
    if file in source.beside:
        points = _entries(source, (file, "points"))
        found += [one for path in points for one in _heading(source, file, path, _asked(source, path), "point")]
    return tuple(sorted(found, key=lambda heading: heading.whole))


def _priority(source: Source, file: str, path: Path) -> list[Heading]:
    outcomes = [one for below in _entries(source, (*path, "outcomes")) for one in _outcome(source, file, below)]
    return _heading(source, file, path, _named(source, path, ("title",)), "priority", outcomes)


def _outcome(source: Source, file: str, path: Path) -> list[Heading]:
    answers = [
        one
        for key in _ANSWERS
        for one in _heading(source, file, (*path, key), str(Outcome.model_fields[key].title), "answer")
    ]
    answers.sort(key=lambda heading: heading.whole)
    return _heading(source, file, path, _named(source, path, ("what", "statement")), "outcome", answers)


def _heading(
    source: Source, file: str, path: Path, name: str, kind: str, below: list[Heading] | None = None
) -> list[Heading]:
    """A part as a heading, with those below it; these alone where the part itself stands in another file."""
    below = below or []
    if value_at(source.data, path) is None:
        return below
    head, value = source.head(path), source.value(path)
    if head.file != file:
        return below
    end = max(value.span.end, head.span.end) if value.file == file else head.span.end
    whole = Span(min(head.span.start, value.span.start) if value.file == file else head.span.start, end)
    return [Heading(name, kind, whole, head.span, tuple(below))]


def _entries(source: Source, path: Path) -> Iterator[Path]:
    listed = value_at(source.data, path)
    return ((*path, index) for index in range(len(listed))) if isinstance(listed, list) else iter(())


def _asked(source: Source, path: Path) -> str:
    """A point of a review by its id, how it stands, and what it asks."""
    state = value_at(source.data, (*path, "state"))
    named, asked = _named(source, path, ("id",)), _named(source, path, ("question",))
    stands = f"{named} ({state})" if isinstance(state, str) else named
    return f"{stands}: {asked}" if asked != named else stands


def _named(source: Source, path: Path, words: Path) -> str:
    """What people call a part: its own words, else its id, else its number."""
    own: Any = value_at(source.data, (*path, *words))
    own = own if isinstance(own, str) and own.strip() else value_at(source.data, (*path, "id"))
    return " ".join(own.split()) if isinstance(own, str) and own.strip() else f"{path[-2]} {int(path[-1]) + 1}"
