"""Addresses: short names of an agreement's parts for people and for files, made of ids and natural keys, never of line numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from soa.model.agreement import Agreement
from soa.model.outcome import Outcome, Priority
from soa.model.part import Part, sound
from soa.model.partners import Engagement, Evidence, Locality, Partner, Plan, Service
from soa.model.resources import Ask
from soa.source.places import Path

NATURAL = (
    "id",
    "use",
    "indicator",
    "partner",
    "of",
    "by",
    "core",
    "with_area",
    "period",
    "year",
    "term",
    "plan",
    "kind",
    "title",
    "action",
    "milestone",
    "driver",
    "step",
    "risk",
    "point",
    "trigger",
    "finding",
    "name",
)
"""Keys that tell an entry of a list from its neighbours, best first."""

LONGEST = 40
"""Characters of a natural key that a name takes over."""

_ANCHORS = (Priority, Outcome, Partner, Evidence, Engagement, Locality, Plan, Service, Ask)
"""Parts whose ids are unique in the agreement: an address may begin with one."""


class Addresses:
    """The addresses of one agreement: `falls`, `falls/by_whom`, `falls/what/indicators/admissions`, `prevention/why`.

    An address begins with the last id on the way that is unique in the agreement, so that a part keeps it when an outcome
    moves to another priority or file; then follow keys, and for the entries of a list their natural names.
    """

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement

    def of(self, path: Path) -> str:
        """The address of what stands at a path; for what is absent, or no part of the model, that of its surroundings and the steps to it."""
        for length in range(len(path), -1, -1):
            known = self._by_path.get(path[:length])
            if known is not None:
                return "/".join((*([known] if known else []), *(_step(step) for step in path[length:])))
        return "/".join(map(_step, path))

    def path(self, address: str) -> Path | None:
        """Where an address leads; None where nothing of the agreement has it. An absent key of a part that is there is found."""
        wanted = address.strip().strip("/")
        if wanted in self._by_address:
            return self._by_address[wanted]
        around, _, key = wanted.rpartition("/")
        owner = self._parts.get(self._by_address.get(around, ("",)))
        return (*self._by_address[around], key) if owner is not None and key in type(owner).model_fields else None

    def __iter__(self) -> Iterator[str]:
        """Every address, in the order of the agreement."""
        return iter(self._by_address)

    @cached_property
    def _by_address(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for path, address in self._by_path.items():
            found.setdefault(address, path)
        return found

    @cached_property
    def _by_path(self) -> dict[Path, str]:
        found: dict[Path, str] = {(): ""}
        self._note(self._agreement, (), "", found)
        return found

    @cached_property
    def _parts(self) -> dict[Path, Part]:
        from soa.model.lookup import walk

        return dict(walk(self._agreement))

    @cached_property
    def _unique(self) -> frozenset[str]:
        """Ids that one part alone has, and that are no top-level key."""
        from soa.model.lookup import walk

        ids = Counter(
            str(one.part.id) for one in walk(self._agreement) if isinstance(one.part, _ANCHORS) and sound(one.part.id)
        )
        return frozenset(name for name, number in ids.items() if number == 1) - Agreement.model_fields.keys()

    def _note(self, part: Part, path: Path, address: str, found: dict[Path, str]) -> None:
        """Note the addresses of everything below a part."""
        for key in type(part).model_fields:
            if key not in part.model_fields_set:
                continue
            value = getattr(part, key)
            here, name = (*path, key), f"{address}/{key}" if address else key
            found[here] = name
            if isinstance(value, Part):
                self._note(value, here, name, found)
            elif type(value) is tuple:
                for at, (entry, own) in enumerate(zip(value, names_of(map(_natural, value)), strict=True)):
                    anchored = isinstance(entry, _ANCHORS) and entry.id in self._unique
                    found[*here, at] = below = str(entry.id) if anchored else f"{name}/{own}"
                    if isinstance(entry, Part):
                        self._note(entry, (*here, at), below, found)


def names_of(natural: Iterable[str]) -> list[str]:
    """The names of a list's entries from their natural ones: with a number where one is not the first such, or has none."""
    given = list(natural)
    taken = set(given)
    seen: Counter[str] = Counter()
    names: list[str] = []
    for plain in given:
        seen[plain] += 1
        name = plain
        if seen[plain] > 1 or not plain:
            while (name := f"{plain}#{seen[plain]}") in taken:
                seen[plain] += 1
            taken.add(name)
        names.append(name)
    return names


def _natural(entry: object) -> str:
    if isinstance(entry, Part):
        given = (getattr(entry, key, None) for key in NATURAL if key in entry.model_fields_set)
        return next((_clipped(str(one)) for one in given if sound(one) and not isinstance(one, (Part, tuple))), "")
    return _clipped(str(entry)) if isinstance(entry, (str, int)) else ""


def _clipped(words: str) -> str:
    """The start of a natural key on one line; a stroke in it would look like a step."""
    return " ".join(words.replace("/", "-").split())[:LONGEST].strip()


def _step(step: str | int) -> str:
    return step if isinstance(step, str) else f"#{step + 1}"
