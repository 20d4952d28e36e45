"""Places are right to the character, in every style, with every kind of line end and letter."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.source import Source
from soa.source.places import Position
from tests.source.documents import Written, documents
from tests.source.helpers import read, rules, under


def position(text: str, offset: int) -> Position:
    """Line and column of an offset, counted the plain way."""
    before = text[:offset].replace("\r\n", "\r\u0000").replace("\r", "\n").replace("\n\u0000", "\u0000\n")
    if text[offset - 1 : offset + 1] == "\r\n":
        before = before[:-1] + "\u0000"
    return Position(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1, offset)


def check(source: Source, written: Written) -> None:
    """Compare every place of a source with what was written."""
    for path, (start, end) in written.values.items():
        place = source.value(path)
        assert (place.span.start.offset, place.span.end.offset) == (start, end), (path, under(source, place))
        assert place.span.start == position(written.text, start)
        assert place.span.end == position(written.text, end)
    for path, (start, end) in written.keys.items():
        place = source.key(path)
        assert (place.span.start.offset, place.span.end.offset) == (start, end), path
        assert source.head(path) == place


@given(documents(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_value_and_key_is_found_where_it_was_written(written: Written, encoding: str) -> None:
    """Block, flow, plain, quoted, folded, literal, commented, anchored; LF, CRLF, CR; BOM; Gaelic and emoji."""
    source = read(written.text.encode(encoding))
    assert source.faults == ()
    assert source.data == written.data
    check(source, written)


@given(documents(), st.sampled_from(["x: Shetland: our islands", "x: @y", 'x: "a" b', "x: {a: b, c, d: e}", "x: [a"]))
def test_a_mended_slip_before_a_document_moves_nothing(written: Written, slip: str) -> None:
    """Repairs stand in memory only: all places are those of the written text."""
    if written.text.startswith(("%", "---")):
        return
    source = read(slip + "\r\n" + written.text)
    moved = len(slip) + 2
    assert len(source.faults) == 1
    assert isinstance(source.data, dict)
    assert {key: value for key, value in source.data.items() if key != "x"} == written.data
    values = {path: (start + moved, end + moved) for path, (start, end) in written.values.items() if path}
    keys = {path: (start + moved, end + moved) for path, (start, end) in written.keys.items()}
    check(source, Written(slip + "\r\n" + written.text, written.data, values, keys))


def test_an_absent_path_falls_back_to_its_nearest_parent() -> None:
    """What is missing is reported where it should be."""
    source = read("a:\n  b:\n    - c: 1\n      d: 2\n    - e\n")
    assert under(source, source.value(("a", "b", 0, "x", "y"))) == "c: 1\n      d: 2"
    assert under(source, source.key(("a", "b", 0, "x"))) == "c: 1"
    assert under(source, source.key(("a", "x"))) == "a"
    assert under(source, source.head(("a", "b", 7))) == "b"
    assert under(source, source.value(("a", 0))) == under(source, source.value(("a",)))


def test_the_head_of_a_list_item_is_its_first_key_and_value() -> None:
    """One line to point at, however long the item is."""
    source = read(
        "a:\n  - id: x\n    b: 1\n  - what:\n      c: 1\n  - long: one\n      two\n  - [p, q]\n  - word\n  - {s: 1, t: 2}\n  -\n"
    )
    heads = [under(source, source.head(("a", number))) for number in range(7)]
    assert heads == ["id: x", "what", "long: one", "p", "word", "s: 1", ""]
    assert under(source, source.head(())) == "a"
    assert under(source, source.key(("a", 1, "what"))) == "what"


@pytest.mark.parametrize("style", ["|", "|-", "|+", ">", ">-", "|2", ">1-"])
def test_a_block_text_ends_with_its_last_line(style: str) -> None:
    """Neither the blank lines nor the comment after it belong to its place."""
    source = read(f"a: {style}\n    one\n    two\n\n\n# comment\nb: 1\n")
    assert under(source, source.value(("a",))) == f"{style}\n    one\n    two"


def test_an_anchor_is_no_part_of_a_value() -> None:
    """An edit of the value leaves the anchor."""
    source = read("a: &x one\nb: &y\n  c: 1\nd: &z [1]\ne: [&w p, *w]\nf: &v # note\n  long\n")
    places = [under(source, source.value((key,))) for key in "abdf"]
    assert places == ["one", "c: 1", "[1]", "long"]
    assert under(source, source.value(("e", 0))) == "p"


def test_the_digest_is_of_the_bytes_and_the_text_without_mark() -> None:
    """What a cache compares."""
    from hashlib import sha256

    raw = codecs.BOM_UTF8 + b"a: 1\r\n"
    text = read(raw).texts["soa.yaml"]
    assert text == ("a: 1\r\n", sha256(raw).hexdigest())


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise(raw: bytes) -> None:
    """Whatever is fed in, there is data or a fault, and every place lies in the text."""
    source = read(raw)
    assert source.faults or source.data is not None
    for fault in source.faults:
        assert fault.message
        assert fault.help
        assert 0 <= fault.place.span.start.offset <= fault.place.span.end.offset <= len(source.texts["soa.yaml"].text)
        source.value(fault.path)


FRAGMENTS = ["a", "b: ", ": ", "- ", "\n", "\n  ", "\n    ", "\t", "'", '"', "[", "]", "{", "}", ", ", " #", "&a ", "*a", "!t ", "|\n", ">-\n", "? ", "---\n", "...\n", "%", "@", "\\", "\u00a0", "é", "😀", "\r\n", "<<: *a", "file: x", "\u2028", "\x07", "~", "key: v\n", "a: b: c\n", "\uf8ff", "\ufeff"]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_no_pieces_of_yaml_raise(text: str) -> None:
    """Every path that was left unread holds nothing, and no fault is told twice."""
    source = read(text)
    for path in source.unread:
        value: object = source.data
        for step in path:
            value = value[step]  # type: ignore[index]  # unread paths lead through what was read
        assert value is None
    assert len({(fault.rule, fault.place) for fault in source.faults}) == len(rules(source))
    source.comments()
