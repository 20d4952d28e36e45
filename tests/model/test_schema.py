"""The JSON Schemas are those of the model, say what every key means, and explain faults without alternatives."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from soa.model.agreement import Agreement
from soa.model.part import Part
from soa.model.reading import read
from soa.model.schema import MAIN, example, fields, files, part_file, part_schemas, parts, schema, write
from soa.model.words import meanings
from soa.source import load
from tests.model.agreements import as_json, value, whole

ROOT = Path(__file__).parents[2]
RENEW = "run: python -m soa.model.schema schemas"
FOUND = "soa-findings-1.schema.json"
CONFIGURED = "soa-config-1.schema.json"
"""Made by other modules than the model."""
"""The schema of the findings, in the same folder; soa.formats makes it."""

FILES = files()
WHOLE = schema()
VALIDATOR = Draft202012Validator(WHOLE)


def _objects(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every mapping inside the schema."""
    if isinstance(data, dict):
        yield path, data
    for step, one in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _objects(one, (*path, str(step)))


@pytest.mark.parametrize("name", FILES)
def test_committed_schema_is_what_the_model_generates(name: str) -> None:
    """schemas/ holds the schemas of this version."""
    assert (ROOT / "schemas" / name).read_text("utf-8") == FILES[name], RENEW


def test_no_schema_is_left_over() -> None:
    """A part that is no more has no schema."""
    assert {path.name for path in (ROOT / "schemas").iterdir()} - {FOUND, CONFIGURED} == files().keys(), RENEW


def test_the_command_writes_every_schema(tmp_path: Path) -> None:
    """Into a folder that it makes."""
    write(str(tmp_path / "new"))
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "new").iterdir()} == files()


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_a_sound_schema(name: str) -> None:
    """Of draft 2020-12, said so in the file."""
    data = json.loads(FILES[name])
    assert data["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(data)


def test_there_is_a_schema_for_every_part_that_may_be_a_file() -> None:
    """A priority, an outcome, and every top-level key but soa."""
    assert part_schemas().keys() == {"priority", "outcome", *Agreement.model_fields} - {"soa"}


def test_a_part_schema_judges_as_the_whole_does() -> None:
    """What is sound inside an agreement is sound in a file of its own, and a fault is a fault."""
    made = value(Agreement)
    for name in made:
        if name == "soa":
            continue
        reference = part_schemas()[name]["$ref"].removeprefix(MAIN)
        part = VALIDATOR.evolve(schema={"$ref": reference, "$defs": WHOLE["$defs"]})
        assert part.is_valid(made[name]), part_file(name)
        assert not part.is_valid(None), part_file(name)


def test_every_property_has_title_and_description() -> None:
    """An editor has something to show on every key, and every part says what it is."""
    for path, data in _objects(WHOLE):
        named = path[-2:-1] in {("properties",), ("patternProperties",)} and not {"if", "then"} & {*path}
        if named or path[-2:-1] == ("$defs",):
            assert data["title"], path
            assert data["description"].endswith((".", "?")), path


def test_every_word_of_a_closed_list_has_a_meaning() -> None:
    """Word by word, and no meaning is there for nothing."""
    for path, data in _objects(WHOLE):
        if "enum" in data and "title" in data:
            assert len(data["enumDescriptions"]) == len(data["enum"]), path


def test_words_without_meanings_are_refused() -> None:
    """A new closed list cannot be left unexplained."""
    with pytest.raises(KeyError, match="write what these words mean"):
        meanings(("red", "green"))


def test_no_alternatives_stand_between_a_fault_and_its_message() -> None:
    """Neither anyOf nor oneOf: what is asked depends by if and then."""
    for path, data in _objects(WHOLE):
        assert not data.keys() & {"anyOf", "oneOf"} or path[-1:] == ("properties",), path


def test_every_mapping_takes_keys_of_ones_own_and_no_others() -> None:
    """x- keys with any value; anything else unknown is refused."""
    for cls in parts():
        data, path = whole(cls, {**value(cls), "x-note": [None, {"a": 1}]})
        assert VALIDATOR.is_valid(as_json(data)), cls
        assert not VALIDATOR.is_valid(as_json(whole(cls, {**value(cls), "note": 1})[0])), (cls, path)


@pytest.mark.parametrize("cls", list(parts()), ids=lambda cls: cls.__name__)
def test_every_example_is_right(cls: type[Part]) -> None:
    """The example of a key is what the key's own schema and the model accept."""
    schemas = (WHOLE if cls is Agreement else WHOLE["$defs"][cls.__name__])["properties"]
    for name, field in cls.model_fields.items():
        more = field.json_schema_extra
        if not isinstance(more, dict) or "x-example" not in more:
            continue
        assert load("example", _texts({"example": f"key: {more['x-example']}\n"})).faults == (), name
        shown = example(str(more["x-example"]))
        assert schemas[name]["examples"] == [shown]
        assert VALIDATOR.evolve(schema={**schemas[name], "$defs": WHOLE["$defs"]}).is_valid(shown), name
        errors = read(whole(cls, {**value(cls), name: shown})[0]).errors
        assert not [error for error in errors if error["loc"][-1] == name and error["type"] != "unknown-key"]


FILE = {"file": "part.yaml"}


def test_a_file_may_stand_where_a_part_may_be_one() -> None:
    """Every top-level key but soa, every priority and every outcome."""
    made = value(Agreement)
    for name in Agreement.model_fields:
        assert VALIDATOR.is_valid({**made, name: FILE}) == (name != "soa"), name
    assert VALIDATOR.is_valid({**made, "priorities": [FILE]})
    made["priorities"][0]["outcomes"] = [FILE, *made["priorities"][0]["outcomes"]]
    assert VALIDATOR.is_valid(made)


@pytest.mark.parametrize("wrong", [{"file": "a.yaml", "x-note": 1}, {"file": None}, {"file": ""}, {"file": ["a"]}])
def test_a_file_is_named_alone(wrong: Any) -> None:
    """`file` is the only key of its mapping, and has a name; and nowhere else is it a key."""
    made = value(Agreement)
    assert not VALIDATOR.is_valid({**made, "prevention": wrong})
    assert not VALIDATOR.is_valid({**made, "partners": [FILE]})


def test_what_is_said_of_a_file_is_about_the_file() -> None:
    """Not about the keys of the part it stands for, and the other way about."""
    made = value(Agreement)
    said = [error.message for error in VALIDATOR.iter_errors({**made, "prevention": {"file": 3}})]
    assert said == ["3 is not of type 'string'"]
    said = [error.message for error in VALIDATOR.iter_errors({**made, "partners": None})]
    assert said == ["None is not of type 'array'"]


def test_keys_that_every_part_has_come_last() -> None:
    """An editor lists a part's own keys first."""
    assert next(iter(fields(Agreement))) == "soa"
    for cls in parts():
        names = list(fields(cls))
        assert {"not_yet", "public"}.isdisjoint(names[:-2])


PART_FILES = {
    "vision.yaml": "Better.",
    "resources.yaml": "[]",
    "priorities/older-people.yaml": json.dumps(value(Agreement)["priorities"][0]),
}
"""For the fixture whose parts are in files."""


def _texts(texts: dict[str, str]) -> Callable[[str], str]:
    """What reads these files, and finds no others."""

    def read_text(name: str) -> str:
        if name not in texts:
            raise FileNotFoundError(name)
        return texts[name]

    return read_text


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_soa_judges_the_fixtures_as_other_programs_do(kind: str) -> None:
    """Read by this program, each good file is sound and each bad one is not."""
    for path in sorted((Path(__file__).parent / "examples" / kind).glob("*.yaml")):
        source = load("soa.yaml", _texts({"soa.yaml": path.read_text("utf-8"), **PART_FILES}))
        assert isinstance(source.data, dict)
        faults = [*source.faults, *read(source.data, source.unread).errors]
        assert bool(faults) == (kind == "bad"), (path.name, faults)
