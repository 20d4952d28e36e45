"""Each thing that cannot be read is one plain finding at its place, and hides nothing else."""

import pytest

from tests.source.helpers import at, read, rules, under


def test_an_empty_file_is_one_fault_at_its_beginning() -> None:
    """Nothing, blanks, comments, or a lone `---`: all are empty."""
    for text in ("", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "\ufeff"):
        source = read(text)
        assert rules(source) == ["empty-file"], text
        assert source.unread == {()}
        assert source.data is None
        assert source.faults[0].place.span.start == (1, 1, 0)


@pytest.mark.parametrize(
    "text", ["- a\n- b\n", "[a, b]\n", "just words\n", "5\n", "null\n", "'quoted'\n", "|\n  block\n"]
)
def test_a_list_or_a_single_value_is_no_agreement(text: str) -> None:
    """An agreement is keys and values."""
    source = read(text)
    assert rules(source) == ["not-a-mapping"]
    assert source.unread == {()}


def test_nul_bytes_between_words_are_named_and_the_rest_is_read() -> None:
    """One invisible character is one fault, with an edit that takes it away."""
    source = read(b"a: b\x00c\nd: e: f\n")
    assert rules(source) == ["not-text", "text-needs-quotes"]
    assert source.faults[0].place.span.start == (1, 5, 4)
    assert source.faults[0].edits[0].text == ""
    assert at(source, ("d",)) == "e: f"


@pytest.mark.parametrize(
    "raw", [b"\x00" * 100, bytes(range(32)) * 4, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"]
)
def test_a_file_that_is_no_text_is_said_once(raw: bytes) -> None:
    """An image or a spreadsheet given as agreement gets one sentence."""
    source = read(raw)
    assert "not-text" in rules(source)
    assert source.unread == {()}
    assert len(source.faults) <= 2


def test_a_latin_1_byte_is_named_with_its_line_and_the_rest_is_read() -> None:
    """The usual file saved by an old editor: which byte, where, and what to do."""
    source = read("title: Eilean Siar\nname: Sgìre\nb: c: d\n".encode("cp1252"))
    fault = source.faults[0]
    assert fault.rule == "not-text"
    assert "0xEC" in fault.message
    assert "“ì”" in fault.message
    assert "UTF-8" in fault.help
    assert fault.place.span.start == (2, 9, 27)
    assert source.data == {"title": "Eilean Siar", "name": "Sgìre", "b": "c: d"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_in_unicode_with_its_mark_is_read_without_a_word(encoding: str) -> None:
    """The mark is no part of the text, and places count without it."""
    source = read("a: é\nb: 😀 x\n".encode(encoding))
    assert source.faults == ()
    assert source.data == {"a": "é", "b": "😀 x"}
    assert source.value(("b",)).span.start == (2, 4, 8)


def test_utf_16_that_breaks_off_is_a_fault() -> None:
    """An odd number of bytes cannot be UTF-16."""
    assert rules(read(b"\xff\xfea\x00:\x00 \x00b"))[0] == "not-text"


def test_a_repeated_key_points_at_both_and_keeps_the_first() -> None:
    """The second is underlined, the first is related; both are looked into."""
    source = read("a: 1\nb: {c: x, c: y}\na: {d: *nix}\n")
    assert source.data == {"a": 1, "b": {"c": "x"}}
    assert rules(source) == ["repeated-key", "repeated-key", "unknown-alias"]
    second = source.faults[1]
    assert second.place.span.start[:2] == (3, 1)
    assert second.related[0][0].span.start[:2] == (1, 1)
    assert under(source, source.faults[0].place) == "c"


def test_a_merge_key_is_refused_but_what_it_brings_is_not_missed() -> None:
    """One fault for one cause: the copied keys are there, so that none is reported as missing."""
    source = read("a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n")
    assert rules(source) == ["merge-key"]
    assert under(source, source.faults[0].place) == "<<"
    assert at(source, ("b",)) == {"q": 3, "p": 1}


def test_a_tag_is_named_and_left_out() -> None:
    """The value behind it is read as if it were not there, and the place is that of the value."""
    source = read("a: !!str 5\nb: !foo bar\nc: !x\n  d: 1\n")
    assert rules(source) == ["yaml-tag"] * 3
    assert [under(source, fault.place) for fault in source.faults] == ["!!str", "!foo", "!x"]
    assert source.data == {"a": "5", "b": "bar", "c": {"d": 1}}
    assert under(source, source.value(("b",))) == "bar"


@pytest.mark.parametrize("head", ["%YAML 9", "%YAML 2.0", "%TAG ! tag:x,2000:", "%FOO bar", "%"])
def test_a_directive_is_named_and_left_out(head: str) -> None:
    """Only `%YAML 1.2` and its like pass in silence."""
    source = read(f"{head}\n---\na: 1\n")
    assert rules(source) == ["yaml-directive"]
    assert under(source, source.faults[0].place) == head
    assert source.data == {"a": 1}


def test_a_yaml_1_directive_and_the_marks_around_one_document_pass() -> None:
    """A lone `---` and `...` say nothing wrong."""
    for text in ("%YAML 1.2\n---\na: 1\n", "---\na: 1\n", "a: 1\n...\n", "--- # c\na: 1\n... # d\n"):
        assert read(text).faults == (), text


def test_a_second_document_is_named_where_it_begins_and_not_read() -> None:
    """What stands before it is read."""
    source = read("a: b: c\n---\nd: e: f\n")
    assert rules(source) == ["text-needs-quotes", "second-document"]
    assert source.faults[1].place.span.start[:2] == (2, 1)
    assert source.data == {"a": "b: c"}


@pytest.mark.parametrize("text", ["a: " + "[" * 10_000, "[" * 10_000, "{" * 10_000, "- " * 10_000, "? " * 10_000])
def test_nesting_without_end_is_one_fault_where_the_limit_is_passed(text: str) -> None:
    """A hundred levels are read, the next is named."""
    source = read(text)
    assert rules(source) == ["too-large"]
    assert source.unread == {()}
    assert source.faults[0].place.span.start.offset in {text.find("["), *range(100, 206)}


def test_a_hundred_levels_are_read() -> None:
    """The limit itself is inside."""
    assert read("a: " + "[" * 99 + "]" * 99).faults == ()
    assert rules(read("a: " + "[" * 100 + "]" * 100)) == ["too-large"]


def test_aliases_that_multiply_are_one_fault() -> None:
    """A billion laughs: told once, and never built."""
    text = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    text += "".join(
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    source = read(text)
    assert rules(source) == ["alias-too-big"]
    assert all(at(source, path) is None for path in source.unread)
    assert ("f", 8) in source.unread


def test_one_long_text_repeated_by_aliases_is_bounded_too() -> None:
    """Nor can a long text be multiplied."""
    text = f"a: &a {'x' * 100_000}\n" + "".join(f"b{i}: *a\n" for i in range(100))
    assert rules(read(text)) == ["alias-too-big"]


def test_an_alias_inside_of_its_own_anchor_is_a_fault() -> None:
    """It is read as nothing, and known as unread."""
    source = read("a: &a\n  b: *a\n  c: 1\n")
    assert rules(source) == ["alias-loop"]
    assert source.data == {"a": {"b": None, "c": 1}}
    assert source.unread == {("a", "b")}


def test_an_alias_of_what_is_still_open_as_a_key_is_one_fault() -> None:
    """There is no path to what has no key."""
    source = read("a: &x\n  b: {*x : 1, c: 2}\n")
    assert rules(source) == ["alias-loop"]
    assert source.data == {"a": {"b": {"c": 2}}}
    assert source.unread == frozenset()


def test_aliases_that_do_not_grow_pass_in_silence() -> None:
    """Anchors on texts, lists and mappings; the place of an alias is where it stands."""
    source = read("a: &x one\nb: *x\nc: &y [1, 2]\nd: *y\n? *x\n: key\n")
    assert source.faults == ()
    assert source.data == {"a": "one", "b": "one", "c": [1, 2], "d": [1, 2], "one": "key"}
    assert under(source, source.value(("d",))) == "*y"
    assert under(source, source.value(("d", 1))) == "2"


def test_an_unknown_alias_is_read_as_the_text_it_may_be() -> None:
    """A note's star: the help shows it in quotes."""
    source = read("a: *note\nb: 1\n")
    assert rules(source) == ["unknown-alias"]
    assert source.data == {"a": "*note", "b": 1}
    assert source.faults[0].help.endswith('a: "*note"')


@pytest.mark.parametrize(
    "text",
    [
        "? [a]\n: b\nc: d\n",
        "[a]: b\nc: d\n",
        "{a: b}: b\nc: d\n",
        "? {a: *a, b: [x]}\n: b\nc: d\n",
        "? |\n  x\n: y\n? - a\n: b\nc: d\n",
    ],
)
def test_a_key_that_is_no_text_is_a_fault_and_the_rest_is_read(text: str) -> None:
    """Only the entry under such a key is left out."""
    source = read(text)
    assert "complex-key" in rules(source)
    assert at(source, ("c",)) == "d"


def test_a_value_without_a_key_is_a_fault() -> None:
    """A colon alone on a line."""
    source = read("a: 1\n: b\nc: d\n")
    assert rules(source) == ["complex-key"]
    assert source.data == {"a": 1, "c": "d"}


def test_60_000_keys_are_read() -> None:
    """Many is not too many."""
    source = read("".join(f"k{i}: {i}\n" for i in range(60_000)))
    assert source.faults == ()
    assert at(source, ("k59999",)) == 59_999


def test_more_entries_than_the_limit_are_one_fault() -> None:
    """At the place where the limit is passed."""
    source = read("a: [" + "x," * 250_001 + "]\n")
    assert rules(source) == ["too-large"]
    assert source.faults[0].place.span.start.offset > 400_000


def test_a_text_above_a_mebibyte_is_left_out_and_the_rest_is_read() -> None:
    """One value, not the file."""
    source = read("a: " + "x" * ((1 << 20) + 1) + "\nb: 1\n")
    assert rules(source) == ["too-large"]
    assert source.data == {"a": None, "b": 1}
    assert source.unread == {("a",)}


def test_a_file_above_five_mebibytes_is_not_read() -> None:
    """Nor decoded."""
    source = read(b"a: b\n" * (1 << 20) + b"c")
    assert rules(source) == ["too-large"]
    assert source.unread == {()}


def test_faults_beyond_a_thousand_are_counted() -> None:
    """No list without end."""
    source = read("k: 1\n" * 2_500)
    assert len(source.faults) == 1_000
    assert source.more == 1_499


def test_a_file_that_cannot_be_opened_is_a_fault_of_the_whole() -> None:
    """Even the agreement itself."""
    from soa.source import load

    def missing(name: str) -> bytes:
        raise FileNotFoundError(name)

    source = load("soa.yaml", missing)
    assert rules(source) == ["file-not-found"]
    assert source.unread == {()}
    assert source.value(("a",)).span.start == (1, 1, 0)
