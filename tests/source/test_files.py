"""An agreement in several files: what may stand in a file of its own, and what is wrong with its name."""

import pytest

from tests.source.helpers import at, read, rules, under


def test_parts_stand_where_they_are_named_with_places_in_their_own_file() -> None:
    """An item of a list of priorities or outcomes, or the whole of another top-level key."""
    source = read(
        "soa: 1\nvision: {file: vision.yaml}\npriorities:\n  - file: p/one.yaml\n  - id: two\n    outcomes:\n      - {file: out.yaml}\n",
        vision="Better lives\n",
        p_one="id: one\ntitle: One\noutcomes:\n  - file: deep.yaml\n",
        deep="id: deep\n",
        out="id: out\nwhat: x: y\n",
    )
    assert rules(source) == ["text-needs-quotes"]
    assert source.data == {
        "soa": 1,
        "vision": "Better lives",
        "priorities": [
            {"id": "one", "title": "One", "outcomes": [{"id": "deep"}]},
            {"id": "two", "outcomes": [{"id": "out", "what": "x: y"}]},
        ],
    }
    assert set(source.texts) == {"soa.yaml", "vision.yaml", "p/one.yaml", "deep.yaml", "out.yaml"}
    assert source.value(("priorities", 0, "title")).file == "p/one.yaml"
    assert source.value(("priorities", 0, "outcomes", 0, "id")).file == "deep.yaml"
    assert under(source, source.head(("priorities", 0))) == "id: one"
    assert under(source, source.key(("vision",))) == "vision"
    assert source.faults[0].path == ("priorities", 1, "outcomes", 0, "what")
    assert source.faults[0].place.file == "out.yaml"


def test_file_elsewhere_is_data() -> None:
    """A list of plans may have a key called file, and `soa` is never a file."""
    text = "soa: {file: x.yaml}\nplans:\n  - file: x.yaml\nvision: {file: x.yaml, more: 1}\na: {b: {file: x.yaml}}\n"
    source = read(text)
    assert source.faults == ()
    assert at(source, ("plans", 0)) == {"file": "x.yaml"}
    assert at(source, ("a", "b")) == {"file": "x.yaml"}


WRONG = [
    ("nowhere.yaml", "file-not-found"),
    ("Part.yaml", "file-not-found"),
    ("/etc/passwd", "file-outside"),
    ("../other.yaml", "file-outside"),
    ("a/../part.yaml", "file-outside"),
    ("C:/part.yaml", "file-outside"),
    ("~/part.yaml", "file-outside"),
    ("p\\\\one.yaml", "file-outside"),
    ("link.yaml", "file-outside"),
    ("folder.yaml", "file-not-found"),
    ("broken.yaml", "file-not-found"),
    ("soa.yaml", "file-loop"),
    ("./soa.yaml", "file-loop"),
    ("", "file-not-found"),
    ("a\\u0000b", "file-not-found"),
    ("empty.yaml", "empty-file"),
]


@pytest.mark.parametrize(("name", "rule"), WRONG)
def test_a_part_that_cannot_be_read_is_one_fault_and_a_hole(name: str, rule: str) -> None:
    """The path is known as unread, and everything else goes on."""
    source = read(
        f'soa: 1\nvision:\n  file: "{name}"\nb: c: d\n',
        part="x\n",
        link=PermissionError("outside"),
        folder=IsADirectoryError("folder"),
        broken=OSError("broken"),
        empty="# nothing\n",
    )
    assert rules(source)[-1 if rule == "empty-file" else 0] == rule
    assert len(source.faults) == 2
    assert source.data == {"soa": 1, "vision": None, "b": "c: d"}
    assert source.unread == {("vision",)}
    if rule != "empty-file":
        assert source.faults[0].place.span.start[:2] == (3, 9)


@pytest.mark.parametrize("value", ["5", "", "[a]", "{b: c}", "true"])
def test_a_name_that_is_no_text_is_a_fault(value: str) -> None:
    """`file:` needs a name."""
    source = read(f"vision:\n  file: {value}\n")
    assert rules(source) == ["file-not-found"]
    assert source.unread == {("vision",)}


def test_a_file_named_twice_is_read_once() -> None:
    """Each file once, however its name is written."""
    source = read("a: {file: part.yaml}\nb: {file: ./part.yaml}\n", part="x: 1\n")
    assert rules(source) == ["file-repeated"]
    assert source.data == {"a": {"x": 1}, "b": None}


def test_files_that_name_each_other_are_a_loop() -> None:
    """Two files around each other."""
    source = read("priorities: {file: one.yaml}\n", one="- {file: two.yaml}\n", two="outcomes:\n  - file: one.yaml\n")
    assert rules(source) == ["file-loop"]
    assert source.faults[0].place.file == "two.yaml"


def test_files_stand_at_most_three_deep() -> None:
    """The fourth is a fault."""
    inner = "outcomes:\n  - file: {}.yaml\n"
    source = read(
        "priorities:\n  - file: one.yaml\n",
        one=inner.format("two"),
        two=inner.format("three"),
        three=inner.format("four"),
        four="id: x\n",
    )
    assert rules(source) == ["file-too-deep"]
    assert source.faults[0].place.file == "three.yaml"


def test_at_most_twenty_files_are_read() -> None:
    """The agreement and nineteen parts."""
    names = {f"p{number}": "id: x\n" for number in range(25)}
    source = read("priorities:\n" + "".join(f"  - file: {name}.yaml\n" for name in names), **names)
    assert rules(source) == ["too-large"] * 6
    assert len(source.texts) == 20


def test_files_count_together_against_the_limit_of_size() -> None:
    """Five mebibytes in all."""
    big = "# " + "x" * (2 << 20)
    source = read(
        "a: {file: one.yaml}\nb: {file: two.yaml}\nc: {file: three.yaml}\n",
        one=big + "\nx: 1\n",
        two=big + "\nx: 1\n",
        three=big,
    )
    assert rules(source) == ["too-large"]
    assert source.unread == {("c",)}
