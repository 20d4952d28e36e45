"""One of the two agreements: its parts by path as they were written, what its references mean, and what its parts are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from soa.compare.fields import Field, fields_of
from soa.document.labels import labels_for
from soa.document.say import Say
from soa.engine.check import Checked
from soa.language.letters import published
from soa.model.address import Addresses
from soa.model.agreement import Agreement, SignOff
from soa.model.governance import Group
from soa.model.lookup import walk
from soa.model.measure import Breakdown, Gap, Indicator, Target
from soa.model.outcome import Action, Outcome, Priority
from soa.model.part import Part
from soa.model.partners import Engagement, Evidence, Locality, Partner, Plan, Service
from soa.model.resources import Ask, Resource
from soa.model.review import is_round
from soa.model.scalars import MOMENT_PATTERN, Moment
from soa.rules._references import REFERENCES
from soa.source.places import Path

LONGEST = 90
"""Characters of an author's words that a sentence quotes."""
_SPACES: Mapping[str, tuple[type[Part], ...]] = {
    "partner": (Partner,),
    "entry of evidence": (Evidence,),
    "entry of engagement": (Engagement,),
    "priority": (Priority,),
    "outcome": (Outcome,),
    "priority or outcome": (Priority, Outcome),
    "shared indicator": (Indicator,),
    "indicator": (Indicator,),
    "action": (Action,),
    "indicator or action": (Indicator, Action),
    "service": (Service,),
    "plan": (Plan,),
    "ask": (Ask,),
    "group of governance": (Group,),
    "priority, outcome or action": (Priority, Outcome, Action, Indicator, Service),
}
_REFERENCES: Mapping[tuple[type[Part], str], tuple[type[Part], ...]] = {
    **{(cls, key): _SPACES[called] for cls, key, called, _ in REFERENCES if called in _SPACES},
    (Ask, "of"): (Partner,),
    (SignOff, "partner"): (Partner,),
    (Breakdown, "of"): (Locality,),
    (Gap, "between"): (Locality,),
}
"""Which kinds of part a key can refer to."""
_WITH_IDS: tuple[type[Part], ...] = tuple(
    sorted({cls for kinds in _REFERENCES.values() for cls in kinds} | {Ask, Resource}, key=lambda cls: cls.__name__)
)
_MOMENT = re.compile(MOMENT_PATTERN)
_MARKUP = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)|[*`]+|(?<!\w)_+|_+(?!\w)")


class Written(NamedTuple):
    """A mapping of the agreement as it was written, and the part of the model that it is."""

    path: Path
    cls: type[Part]
    data: Mapping[str, Any]


class Unread(str):
    """The text of a value that could not be read."""

    __slots__ = ()


class Side:
    """An agreement that was read, with everything that a comparison asks of it."""

    def __init__(self, checked: Checked) -> None:
        if checked.agreement is None or not isinstance(checked.source.data, Mapping):
            raise ValueError("there is no agreement to compare: nothing could be read")
        self.checked = checked
        self.agreement: Agreement = checked.agreement
        self.data = {key: value for key, value in checked.source.data.items() if not is_round((key,))}
        self.say = Say(labels_for(_kind(self.data)))

    # ---- what is where -----------------------------------------------------------------------------------------

    @cached_property
    def parts(self) -> dict[Path, Written]:
        """Every mapping that stands where the model has a part, in the order of the model."""
        return {one.path: one for one in _written((), Agreement, self.data)}

    @cached_property
    def model(self) -> dict[Path, Part]:
        """The same parts as the model read them; those that are holes are left out."""
        return {found.path: found.part for found in walk(self.agreement)}

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of this agreement."""
        return Addresses(self.agreement)

    def of_class(self, cls: type[Part]) -> list[Written]:
        """Every part of one class."""
        return self._by_class.get(cls, [])

    @cached_property
    def inside(self) -> dict[Path, list[Written]]:
        """By priority and outcome what stands in it that may have stood elsewhere: outcomes, measures, actions, targets."""
        found: dict[Path, list[Written]] = {}
        for cls in (Outcome, Indicator, Action, Target):
            for one in self.of_class(cls):
                for depth in (2, 4):
                    if one.path[0] == "priorities" and len(one.path) > depth:
                        found.setdefault(one.path[:depth], []).append(one)
        return found

    @cached_property
    def _by_class(self) -> dict[type[Part], list[Written]]:
        found: dict[type[Part], list[Written]] = {}
        for one in self.parts.values():
            found.setdefault(one.cls, []).append(one)
        return found

    def leaf(self, path: Path, value: Any) -> Any:
        """A scalar so that the same is equal however it was written; what could not be read by its own text."""
        if value is None and path in self.checked.source.unread:
            source = self.checked.source
            return Unread(" ".join(source.written(source.value(path)).split()))
        return plain(value)

    # ---- references --------------------------------------------------------------------------------------------

    def refers_to(self, cls: type[Part], key: str, ref: object, path: Path) -> Path | None:
        """The part that a reference means, read where it stands; None where it means nothing that is here."""
        outcome = self.outcome_of(path)
        for kind in _REFERENCES.get((cls, key), ()):
            ids = self._ids.get(kind, {})
            found = ids.get(f"{outcome}.{ref}") if outcome and kind in {Indicator, Action} else None
            found = found or ids.get(str(ref))
            if found is not None:
                return found
        return None

    @cached_property
    def _ids(self) -> dict[type[Part], dict[str, Path]]:
        """By class the parts that have an id, as they are referred to from elsewhere."""
        found: dict[type[Part], dict[str, Path]] = {}
        for cls in _WITH_IDS:
            for one in self.of_class(cls):
                name = one.data.get("id")
                if isinstance(name, str):
                    outcome = self.outcome_of(one.path) if cls in {Indicator, Action} else ""
                    found.setdefault(cls, {}).setdefault(f"{outcome}.{name}" if outcome else name, one.path)
        return found

    @cached_property
    def targets(self) -> dict[Path, list[Written]]:
        """By measure the targets that outcomes set for it."""
        found: dict[Path, list[Written]] = {}
        for target in self.of_class(Target):
            meant = self.refers_to(Target, "indicator", target.data.get("indicator"), target.path)
            if meant is not None:
                found.setdefault(meant, []).append(target)
        return found

    @cached_property
    def cited(self) -> dict[str, list[Path]]:
        """By the id of a piece of evidence the priorities that rest on it."""
        found: dict[str, list[Path]] = {}
        for one in self.of_class(Priority):
            refs = one.data.get("evidence")
            for ref in refs if isinstance(refs, list) else ():
                found.setdefault(str(ref), []).append(one.path)
        return found

    def outcome_path(self, path: Path) -> Path | None:
        """The outcome that a path leads into."""
        inside = len(path) > 3 and path[0] == "priorities" and path[2] == "outcomes" and isinstance(path[3], int)
        return path[:4] if inside else None

    def outcome_of(self, path: Path) -> str:
        """The id of the outcome that a path leads into; empty for none."""
        at = self.outcome_path(path)
        found = self.parts.get(at) if at is not None else None
        return str(found.data.get("id", "")) if found is not None else ""

    # ---- names -------------------------------------------------------------------------------------------------

    def partner(self, ref: object) -> str:
        """A partner by its name; what is no partner's id as it was written."""
        path = self._ids.get(Partner, {}).get(str(ref))
        name = self.parts[path].data.get("name") if path is not None else None
        return shown(name) if name else self.say.labels.body(str(ref)) or shown(ref)

    def named(self, cls: type[Part], key: str, ref: object, path: Path) -> str:
        """What a reference means, as a sentence says it."""
        found = self.refers_to(cls, key, ref, path)
        if found is None:
            kinds = _REFERENCES.get((cls, key), ())
            if Locality in kinds:
                return self.say.labels.group(str(ref))
            return self.partner(ref) if Partner in kinds else shown(ref)
        from soa.compare.nouns import short_noun  # which asks this side for names

        return short_noun(self, found)


def plain(value: Any) -> Any:
    """A scalar so that the same is equal however it was written: text without regard to its lines, numbers by value."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float, Decimal)):
        number = Decimal(str(value))
        return number.normalize() if number.is_finite() else str(number)
    return " ".join(value.split()) if isinstance(value, str) else value


def shown(value: object, longest: int = LONGEST) -> str:
    """A scalar as a sentence shows it: on one line, without markup, cut at a word where it is long."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:,f}".replace("-", "−")
    text = published(_MARKUP.sub(lambda found: found[1] or "", " ".join(str(value).split())))
    if len(text) <= longest:
        return text
    cut = text[: longest - 1].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:.')}…"


def quoted(value: object, longest: int = LONGEST) -> str:
    """An author's words in quotation marks, those inside them told apart."""
    return f"“{shown(value, longest).replace('“', '‘').replace('”', '’')}”"


def moment_of(value: object) -> Moment | None:
    """A date that can be read; else None."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = f"{value:f}"
    if not isinstance(value, (str, int)) or isinstance(value, bool) or not _MOMENT.search(str(value)):
        return None
    try:
        return Moment(str(value))
    except ValueError:
        return None


def _kind(data: Mapping[str, Any]) -> str:
    header = data.get("agreement")
    return str(header.get("kind", "")) if isinstance(header, Mapping) else ""


def _written(path: Path, cls: type[Part], data: Mapping[str, Any]) -> Iterator[Written]:
    """A part and all below it: a loop, since every part would pass through as many generators as it lies deep."""
    waiting: list[Written] = [Written(path, cls, data)]
    while waiting:
        one = waiting.pop()
        yield one
        below: list[Written] = []
        for key, field in fields_of(one.cls).items():
            if field.part is not None and key in one.data:
                below.extend(_below((*one.path, key), field, one.data[key]))
        waiting.extend(reversed(below))


def _below(path: Path, field: Field, value: Any) -> Iterator[Written]:
    assert field.part is not None
    if isinstance(value, Mapping) and not field.many:
        yield Written(path, field.part, value)
    elif isinstance(value, list) and field.many:
        for index, item in enumerate(value):
            if isinstance(item, Mapping):
                yield Written((*path, index), field.part, item)
