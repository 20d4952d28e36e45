"""The model and the JSON Schema accept and refuse the same agreements, and a fault in one place leaves the others sound."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from soa.model.limits import LIMITS
from soa.model.part import HOLE, Part
from soa.model.reading import read
from soa.model.schema import parts, schema
from soa.source.places import Path
from tests.model.agreements import Variant, agreements, as_json, at_path, value, variants, whole

VARIANTS = 20
"""Broken variants of each agreement; the ordinary run makes 100 agreements, `make test-long` 5,000."""

VALIDATOR = Draft202012Validator(schema())
BEYOND = [limit.is_such for limit in LIMITS if limit.is_such]


def _beyond_schema(error: Any) -> bool:
    return any(is_such(error["input"]) for is_such in BEYOND)


def _compare(data: dict[str, Any]) -> bool:
    """Ask both, and hold them to the same answer; whether it is yes."""
    errors = read(data).errors
    refused = [error.message for error in VALIDATOR.iter_errors(as_json(data))]
    if refused:
        assert errors, (data, refused)
    else:
        assert all(map(_beyond_schema, errors)), (data, errors)
    return not errors


def test_the_smallest_agreement_around_every_part_is_sound() -> None:
    """What the generated cases start from is accepted by both."""
    for cls in parts():
        data, path = whole(cls, value(cls))
        assert _compare(data), cls
        assert isinstance(at_path(data, path), dict)


@given(st.data())
def test_model_and_schema_give_the_same_answer(data: st.DataObject) -> None:
    """At least 2,000 agreements and broken variants are read by the model and by a JSON Schema validator."""
    made = data.draw(agreements())
    assert _compare(made[0])
    for _ in range(VARIANTS):
        _compare(data.draw(variants(*made)).data)


def test_the_ordinary_run_makes_enough_cases() -> None:
    """2,000 in the ordinary run, 100,000 in the long one."""
    assert (VARIANTS + 1) * settings.get_profile("ordinary").max_examples >= 2_000
    assert (VARIANTS + 1) * settings.get_profile("long").max_examples >= 100_000


def test_each_limit_of_the_schema_is_real() -> None:
    """What the list of limits names is refused by the model and accepted by the schema."""
    for limit, faulty in zip(LIMITS, ("2013-02-30", "2013-15", 10**15), strict=False):
        assert limit.is_such is not None
        assert limit.is_such(faulty)
        made, _ = whole(*_holding(faulty))
        assert read(made).errors
        assert VALIDATOR.is_valid(as_json(made))


def _holding(faulty: object) -> tuple[type[Part], dict[str, Any]]:
    from soa.model.measure import TargetValue

    key = "period" if isinstance(faulty, str) else "value"
    return TargetValue, {**value(TargetValue), key: faulty}


@given(st.data())
def test_a_fault_leaves_every_other_part_sound(data: st.DataObject) -> None:
    """Whatever is broken, reading does not raise, and all that stands beside the fault is as if there were none."""
    made = data.draw(agreements())
    sound = read(made[0]).agreement
    for _ in range(5):
        variant = data.draw(variants(*made))
        reading = read(variant.data)
        meant = {(*path[:-1], key) for path, key in reading.misspelt.items()}
        _beside(sound, reading.agreement, variant, meant)


def _hangs_on(cls: type[Part], name: str, key: Any) -> bool:
    """Whether a key is asked for, or not, as another one says."""
    return any(one.key == key and name in {*one.then, *one.otherwise} for one in cls.CONDITIONS)


def _beside(sound: Any, broken: Any, variant: Variant, meant: set[Path]) -> None:
    """Hold every value beside the path of the change to what it was; a key that a misspelt one means is a hole."""
    for depth, step in enumerate(variant.path):
        if isinstance(sound, Part):
            at = variant.path[:depth]
            keys = [name for name in type(sound).model_fields if name != step and (*at, name) not in meant]
            if not _is_mapping(variant.data, at):
                return
            assert isinstance(broken, Part), (variant, depth)
            for name in keys:
                if getattr(broken, name) is HOLE and _hangs_on(type(sound), name, step):
                    continue  # asked for only where the broken key does not stand in its place
                assert getattr(broken, name) == getattr(sound, name), (variant, name)
            if step not in type(sound).model_fields:
                return
            sound, broken = getattr(sound, step), getattr(broken, step)
        elif isinstance(sound, tuple) and isinstance(step, int):
            before = at_path(variant.data, variant.path[:depth])
            if not isinstance(broken, tuple) or len(before) != len(sound):
                return
            assert [*broken[:step], *broken[step + 1 :]] == [*sound[:step], *sound[step + 1 :]], variant
            sound, broken = sound[step], broken[step]
        else:
            return


def _is_mapping(data: Any, path: Path) -> bool:
    """Whether a mapping stands there still, so that there is anything beside the fault."""
    try:
        return isinstance(at_path(data, path), dict)
    except (KeyError, IndexError, TypeError):
        return False
