"""What every part of an agreement has in common: fixed keys, honest gaps, and holes where an answer could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, TypeVar, get_args, get_origin

from pydantic import (
    MISSING,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from soa.model.scalars import Flag, Moment, Ref, Sentence
from soa.source.places import Path

if TYPE_CHECKING:
    from typing_extensions import TypeIs

T = TypeVar("T")
P = TypeVar("P", bound="Part")

__all__ = [
    "HOLE",
    "MISSING",
    "Condition",
    "Conditional",
    "Entry",
    "Hole",
    "NotYet",
    "Part",
    "bare",
    "each",
    "faults_at",
    "may",
    "must",
    "sound",
    "when_needed",
    "with_holes",
]


class Hole:
    """Stands where an answer was required and could not be read: it answers every question with nothing."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> Hole:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: object) -> Hole:
        return self

    def __lt__(self, other: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __lt__

    def __str__(self) -> str:
        return ""

    def __reduce__(self) -> str:
        """There is one hole: a copy, such as pydantic makes of defaults, is the same hole."""
        return "HOLE"

    def __repr__(self) -> str:
        return "HOLE"


HOLE: Any = Hole()


def sound(value: T | MISSING) -> TypeIs[T]:
    """Whether there is an answer that can be relied on: given, and read without fault."""
    return value is not MISSING and value is not HOLE


def each(values: tuple[T, ...] | MISSING) -> tuple[T, ...]:
    """The entries of a list, holes in their places; none where the list was not given or could not be read."""
    return values if sound(values) else ()


def must(title: str, description: str, **more: Any) -> Any:
    """A key that has to be there, with what an editor shows of it; `more` is example, unit and source, and JSON Schema's own words."""
    return _field({}, title, description, more)


def may(title: str, description: str, **more: Any) -> Any:
    """A key that may be left out."""
    return _field({"default": MISSING}, title, description, more)


def when_needed(title: str, description: str, **more: Any) -> Any:
    """A key that a condition of the part asks for; where it is not asked for, a hole stands in its place."""
    return _field({"default": HOLE}, title, description, more)


_OURS = {"example": "x-example", "unit": "x-unit", "source": "x-source"}


def _field(default: dict[str, Any], title: str, description: str, more: dict[str, Any]) -> Any:
    length = {ours: more.pop(key) for key, ours in (("least", "min_length"), ("most", "max_length")) if key in more}
    extra = {_OURS.get(key, key): value for key, value in more.items()}
    return Field(title=title, description=description, json_schema_extra=extra or None, **default, **length)


class Condition(NamedTuple):
    """A requirement that depends on another key: `if/then` in the JSON Schema, the same words here."""

    key: str
    """The key that decides."""
    equals: tuple[object, ...] = ()
    """The values that make it so; empty: the key's presence does."""
    then: tuple[str, ...] = ()
    """Keys that are then required."""
    otherwise: tuple[str, ...] = ()
    """Keys that are required if not."""
    bars: tuple[str, ...] = ()
    """Keys that may then not stand beside it."""

    def holds(self, data: Mapping[str, Any]) -> bool:
        """Whether the deciding key makes the condition true of this mapping."""
        if self.key not in data:
            return False
        return not self.equals or any(
            data[self.key] == value and type(data[self.key]) is type(value) for value in self.equals
        )


class Part(BaseModel):
    """A mapping of the agreement: frozen, its keys fixed, its field names the keys themselves."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)

    IDENTITY: ClassVar[tuple[str, ...]] = ("id",)
    """Keys that `not_yet` never stands for: without them nobody knows what is missing."""
    CONDITIONS: ClassVar[tuple[Condition, ...]] = ()
    """Asked of parts that are Conditional."""


class Conditional(Part):
    """A part in which one key can ask for another, or bar it."""

    @model_validator(mode="wrap")
    @classmethod
    def _required(cls, data: Any, handler: ModelWrapValidatorHandler[Conditional]) -> Conditional:
        """Ask for what a condition requires, and excuse what `not_yet` stands for."""
        if not isinstance(data, Mapping) or ("not_yet" not in data and not cls.CONDITIONS):
            return handler(data)
        required, waived, barred = requirements(cls, data)
        errors: list[InitErrorDetails] = []
        part: Conditional | None = None
        try:
            part = handler(data)
        except ValidationError as error:
            errors = [
                _again(line)
                for line in error.errors(include_url=False)
                if not (line["type"] == "missing" and line["loc"][0] in waived and len(line["loc"]) == 1)
            ]
        errors += [InitErrorDetails(type="missing", loc=(key,), input=data) for key in required if key not in data]
        errors += [_barred(key, by, data) for key, by in barred]
        if errors:
            raise ValidationError.from_exception_data(cls.__name__, errors)
        if part is not None:
            return part
        return with_holes(cls, data, dict.fromkeys(key for key in waived if key not in data))


class NotYet(Part):
    """An honest gap: what is missing, who will settle it, and by when."""

    missing: Sentence = must(
        "What is missing",
        "What this plan does not say yet, as the published document will print it.",
        example="Target after the first reading",
    )
    owner: Ref = must("Who will settle it", "The partner who will settle it: an id from partners.", example="nhs-orran")
    due: Moment = must("By when", "The day by which it will be settled.", example="2014-09-30")


class Entry(Conditional):
    """A part that may be kept from the public, or say honestly that an answer is still to come."""

    not_yet: NotYet | MISSING = may(
        "Not yet",
        "Stands for the answers this part still lacks: what is missing, who settles it, by when. It is printed in the document.",
        source="officer-review F1",
    )
    public: Flag | MISSING = may(
        "Public",
        "false keeps this entry out of every public document; it is still checked.",
        example="false",
        source="officer-review F5",
    )


def requirements(
    cls: type[Part], data: Mapping[str, Any]
) -> tuple[tuple[str, ...], frozenset[str], tuple[tuple[str, str], ...]]:
    """What the conditions of a part require of this mapping beyond its fields, what is excused, and what is barred (key, by which key)."""
    excused = (
        frozenset(name for name, field in cls.model_fields.items() if field.is_required() and name not in cls.IDENTITY)
        if "not_yet" in data
        else frozenset()
    )
    required: list[str] = []
    barred: list[tuple[str, str]] = []
    for condition in cls.CONDITIONS:
        holds = condition.holds(data)
        if "not_yet" not in data:
            required += condition.then if holds else condition.otherwise
        barred += [(key, condition.key) for key in condition.bars if holds and key in data]
    return tuple(required), excused, tuple(barred)


def _again(line: Any) -> InitErrorDetails:
    """An error line, to be raised again one level up."""
    kind = line["type"]
    context = line.get("ctx", {})
    if "message" in context:
        kind = PydanticCustomError(kind, "{message}", context)
    return InitErrorDetails(type=kind, loc=line["loc"], input=line["input"], ctx=context)


def _barred(key: str, by: str, data: Mapping[str, Any]) -> InitErrorDetails:
    context = {
        "message": f"{key} cannot stand beside {by}",
        "help": f"Keep one of the two: {by} already says it.",
        "write": "",
    }
    return InitErrorDetails(type=PydanticCustomError("unknown-key", "{message}", context), loc=(key,), input=data[key])


Faults = dict[str | int, "Faults | None"]
"""Where the faults of a mapping or list are: for each key or index with one, None, or what is faulty below it."""


def faults_at(paths: Iterable[Path]) -> Faults:
    """The faults of an agreement from their paths."""
    top: Faults = {}
    for path in paths:
        below: Faults | None = top
        for step in path[:-1]:
            below = below.setdefault(step, {}) if below is not None else None
        if below is not None and path:
            below[path[-1]] = None
    return top


def with_holes(cls: type[P], data: Any, faults: Faults) -> P:
    """Build a part out of data whose faults are known, with a hole for each faulty answer; list items keep their index."""
    values: dict[str, Any] = {}
    for name, field in cls.model_fields.items():
        if name in faults:
            below = faults[name]
            values[name] = HOLE if below is None else _nested(bare(field.annotation), data.get(name), below)
        elif name not in data:
            values[name] = field.get_default() if not field.is_required() else HOLE
        else:
            values[name] = _adapter(cls, name).validate_python(data[name])
    return cls.model_construct({name for name in data if name in cls.model_fields}, **values)


def _nested(kind: Any, value: Any, faults: Faults) -> Any:
    """A value with a fault somewhere inside it: a part, or a list."""
    if isinstance(kind, type) and issubclass(kind, Part):
        return with_holes(kind, value, faults) if isinstance(value, Mapping) else HOLE
    if get_origin(kind) is not tuple or not isinstance(value, Sequence):
        return HOLE
    item = get_args(kind)[0]
    adapter = _item_adapter(item)
    items: list[Any] = []
    for index, one in enumerate(value):
        below = faults.get(index, {})
        if below is None:
            items.append(HOLE)
        else:
            items.append(_nested(item, one, below) if below else adapter.validate_python(one))
    return tuple(items)


def bare(annotation: Any) -> Any:
    """A field's type without the note that it may be left out."""
    kinds = get_args(annotation)
    return next(kind for kind in kinds if kind is not MISSING) if MISSING in kinds else annotation


@cache
def _adapter(cls: type[Part], name: str) -> TypeAdapter[Any]:
    field = cls.model_fields[name]
    kind: Any = field.annotation
    return TypeAdapter(Annotated[kind, *field.metadata] if field.metadata else kind)


@cache
def _item_adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
