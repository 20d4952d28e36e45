"""Marks of a word processor and slips of the hand in them: one finding, the corrected line, and all is read."""

import pytest

from soa.model.schema import schema
from soa.source.wordy import KEYS
from tests.source.helpers import mended, read, rules, under

TWO = {"p": [{"id": "a", "n": "x"}, {"id": "b", "n": "y"}], "q": 1}
ENTRIES = [
    ("p:\n  - id: a\n    n: x\n  – id: b\n    n: y\nq: 1\n", (4, 3), "Write: - id: b"),
    ("p:\n  - id: a\n    n: x\n  * id: b\n    n: y\nq: 1\n", (4, 3), "Write: - id: b"),
    ("p:\n  - id: a\n    n: x\n  -id: b\n    n: y\nq: 1\n", (4, 3), "Write: - id: b"),
    ("p:\n  • id: a\n    n: x\n  • id: b\n    n: y\nq: 1\n", (2, 3), "Write: - id: a"),
    ("p:\n- id: a\n  n: x\n•\tid: b\n  n: y\nq: 1\n", (4, 1), "Write: - id: b"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "place", "help_"), ENTRIES)
def test_a_bullet_for_a_dash_is_one_finding_and_the_entry_is_read(
    text: str, place: tuple[int, int], help_: str, end: str
) -> None:
    """Also where every entry of the list begins so; the edit that mends it leaves nothing to say."""
    source = read(text.replace("\n", end))
    assert rules(source) == ["not-yaml"]
    assert source.faults[0].place.span.start[:2] == place
    assert source.faults[0].help == help_
    assert source.data == TWO
    again = read(mended(source))
    assert (again.faults, again.data) == ((), TWO)


def test_a_bullet_beside_an_entry_of_text_is_an_entry_too() -> None:
    """Lists of names, not only of keys."""
    source = read("p:\n  - council\n  – nhs-orran\nq: 1\n")
    assert [fault.help for fault in source.faults] == ["Write: - nhs-orran"]
    assert source.data == {"p": ["council", "nhs-orran"], "q": 1}


@pytest.mark.parametrize(
    ("below", "what"),
    [
        ("• live\n• are “x”\n", "list"),
        ("  • live: long\n  • are “x”\n", "list"),
        ("\n• live\n", "list"),
        ("| Year | Value |\n|---|---|\n| 2013 | 4 |\n", "table"),
        ("Year\tValue\n2013\t4\n", "table"),
    ],
)
@pytest.mark.parametrize("head", ["v: Our towns:", "v: Our towns"])
def test_what_is_pasted_below_a_text_is_one_finding_and_part_of_the_text(head: str, below: str, what: str) -> None:
    """The text on the line of the key and all lines of the list or table; what follows stays at its place."""
    source = read(f"a: b\n{head}\n{below}c: d: e\n")
    assert rules(source) == ["not-yaml", "text-needs-quotes"]
    first = source.faults[0]
    assert first.message.startswith(f"A {what} cannot stand here")
    assert "“v: |-”" in first.help
    assert "column 3" in first.help
    assert isinstance(source.data, dict)
    assert str(source.data["v"]).split() == (head[3:] + " " + below).split()
    assert under(source, source.value(("c",))) == "d: e"


def test_a_table_below_a_key_without_text_is_its_text() -> None:
    """Nothing is missing that is there."""
    source = read("v:\n| Year | Value |\n|---|---|\nc: d\n")
    assert rules(source) == ["not-yaml"]
    assert source.data == {"v": "| Year | Value | |---|---|", "c": "d"}


def test_what_is_pasted_below_a_text_in_quotes_is_one_finding_too() -> None:
    """The text stays as it is; only what was pasted is left out."""
    source = read('v: "x"\n• a\n• b\nc: d\n')
    assert rules(source) == ["not-yaml"]
    assert source.data == {"v": "x", "c": "d"}


def test_bullets_and_tables_inside_of_a_text_that_is_marked_are_left_alone() -> None:
    """Below `|-` and in quotes they are what they should be."""
    text = 'v: |-\n  Our towns:\n  • live\n  | a | b |\nw: "x\n  • y"\n'
    assert read(text).faults == ()


def test_special_spaces_before_many_lines_are_one_finding() -> None:
    """Whether or not the parser stumbles on them."""
    for text in (
        "a:\n  t: x\n\xa0\xa0b: y\n\xa0\xa0c: z\nd: 1\n",
        "a:\n\xa0\xa0t: x\n\xa0\xa0b: y\n  c: z\nd: 1\n",
        "a:\n  t: x\n\xa0\xa0b: y\n  c: z\nd: 1\n",
    ):
        source = read(text)
        assert rules(source) == ["tab-indent"], text
        assert source.data == {"a": {"t": "x", "b": "y", "c": "z"}, "d": 1}
        assert rules(read(mended(source))) == []


COLONS = [
    ("area Glenmore", "area", "Glenmore"),
    ("area; Glenmore", "area", "Glenmore"),
    ("area = Glenmore", "area", "Glenmore"),
    ("title Glenmore and its Towns", "title", "Glenmore and its Towns"),
]


@pytest.mark.parametrize(("line", "key", "value"), COLONS)
@pytest.mark.parametrize(
    ("before", "after"), [("  n: x\n", "  c: y\n"), ("  n: x\n", ""), ("", "  c: y\n"), ("  n: >-\n    x\n", "")]
)
def test_a_key_without_its_colon_is_one_finding(line: str, key: str, value: str, before: str, after: str) -> None:
    """First, in the middle or last: the line with a colon is shown, and read."""
    source = read(f"a:\n{before}  {line}\n{after}d: 1\n")
    assert rules(source) == ["not-yaml"]
    assert source.faults[0].help == f"Write a colon: {key}: {value}"
    assert isinstance(source.data, dict)
    assert isinstance(source.data["a"], dict)
    assert source.data["a"][key] == value
    assert source.data["d"] == 1
    assert rules(read(mended(source))) == []


@pytest.mark.parametrize("line", ["area plans and more of them", "healthier; and longer", "people Live here"])
def test_a_text_that_goes_on_too_far_left_is_not_taken_for_a_key(line: str) -> None:
    """It stays part of the text."""
    source = read(f"a: We live long\n{line}\nd: 1\n")
    assert source.data == {"a": f"We live long {line}", "d": 1}


def test_the_keys_that_are_known_by_their_word_are_keys_of_the_format() -> None:
    """The list goes with the model."""
    found: set[str] = set()
    waiting: list[object] = [schema()]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            properties = one.get("properties")
            found.update(properties if isinstance(properties, dict) else ())
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    assert found >= KEYS


ACTION = "o:\n  - how:\n      - b: x\n        p: y\n"
COLUMNS = [
    (f"{ACTION}      z:\n      l: x\n", (5, 7), 5, {"o": [{"how": [{"b": "x", "p": "y"}], "z": {"l": "x"}}]}),
    (
        f"{ACTION}      by_whom:\n        l: x\n",
        (5, 7),
        5,
        {"o": [{"how": [{"b": "x", "p": "y"}], "by_whom": {"l": "x"}}]},
    ),
    (
        f"{ACTION}      by_whom:\n      l: x\n",
        (5, 7),
        5,
        {"o": [{"how": [{"b": "x", "p": "y"}], "by_whom": {"l": "x"}}]},
    ),
    ("p:\n  - i: a\n    n: b\n   - i: c\n    n: d\n", (4, 4), 3, {"p": [{"i": "a", "n": "b"}, {"i": "c", "n": "d"}]}),
    ("p:\n  - i: a\n    n: b\n   - i: c\n     n: d\n", (4, 4), 3, {"p": [{"i": "a", "n": "b"}, {"i": "c", "n": "d"}]}),
    ("p:\n  - i: a\n    n: b\n   v: c\n    w: e\n", (4, 4), 5, {"p": [{"i": "a", "n": "b", "v": "c", "w": "e"}]}),
    ("p:\n  - i: a\n    n: b\n   v: c\n   w: e\n", (4, 4), 5, {"p": [{"i": "a", "n": "b", "v": "c", "w": "e"}]}),
]


@pytest.mark.parametrize(("text", "place", "column", "value"), COLUMNS)
def test_a_line_that_stands_off_its_column_is_one_finding(
    text: str, place: tuple[int, int], column: int, value: dict[str, object]
) -> None:
    """Alone or with the lines that go with it."""
    source = read(f"{text}d: 1\n")
    assert rules(source) == ["not-yaml"]
    assert source.faults[0].place.span.start[:2] == place
    assert f"column {column}," in source.faults[0].help
    assert source.data == {**value, "d": 1}


def test_a_dash_before_a_sentence_is_text_and_before_a_word_a_list() -> None:
    """One line of words is no list."""
    source = read("v: - People live longer\nd: 1\n")
    assert [fault.help for fault in source.faults] == ['Put the text in quotes: v: "- People live longer"']
    assert source.data == {"v": "- People live longer", "d": 1}
    assert read("v: - People live longer\n   - And better\nd: 1\n").data == {
        "v": ["People live longer", "And better"],
        "d": 1,
    }


@pytest.mark.parametrize("text", ["'Tis a place", "'Twas so", "'90s houses"])
def test_an_apostrophe_that_begins_a_text_is_kept(text: str) -> None:
    """It opens no quotation."""
    source = read(f"v: {text}\nd: 1\n")
    assert rules(source) == ["text-needs-quotes"]
    assert source.faults[0].help == f'Put the text in quotes: v: "{text}"'
    assert source.data == {"v": text, "d": 1}
