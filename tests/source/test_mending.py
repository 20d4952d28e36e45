"""The slips that planners make: each is named once, shown corrected, and hides nothing of the rest."""

import pytest

from tests.source.helpers import at, mended, read, rules, under

QUOTES = [
    ("title: Shetland: our islands", "Shetland: our islands", 'title: "Shetland: our islands"'),
    ("- action: Do this: now", "Do this: now", '- action: "Do this: now"'),
    ("- Text: more: again", "Text: more: again", '- "Text: more: again"'),
    ('key: "quoted" trailing', '"quoted" trailing', "key: '\"quoted\" trailing'"),
    ('key: "He said "hello" to us"', 'He said "hello" to us', "key: 'He said \"hello\" to us'"),
    ('key: "Growing well" and "Ageing well"', '"Growing well" and "Ageing well"', None),
    ("key: 'Shetland's islands'", "Shetland's islands", 'key: "Shetland\'s islands"'),
    ("key: @handle", "@handle", 'key: "@handle"'),
    ("key: `code` here", "`code` here", 'key: "`code` here"'),
    ("key: %10 more", "%10 more", 'key: "%10 more"'),
    ("key: *starred text*", "*starred text*", 'key: "*starred text*"'),
    ("key: * not available", "* not available", 'key: "* not available"'),
    ("key: & co", "& co", 'key: "& co"'),
    ("key: &Co", "&Co", 'key: "&Co"'),
    ("key: !important", "!important", 'key: "!important"'),
    ("key: !! wow", "!! wow", 'key: "!! wow"'),
    ("key: [draft] text", "[draft] text", 'key: "[draft] text"'),
    ("key: {draft} text", "{draft} text", 'key: "{draft} text"'),
    ("key: |like text", "|like text", 'key: "|like text"'),
    ("key: > 5% of people", "> 5% of people", 'key: "> 5% of people"'),
    ("key: ] x", "] x", 'key: "] x"'),
    ("key: , x", ", x", 'key: ", x"'),
    ("key: ? to be agreed", "? to be agreed", 'key: "? to be agreed"'),
    ("key: - 5 per cent", "- 5 per cent", 'key: "- 5 per cent"'),
    ("key: “Shetland: x”", "“Shetland: x”", 'key: "“Shetland: x”"'),
    ("key: a: b  # a note: here", "a: b", 'key: "a: b" # a note: here'),
    ("key: Gàidhlig: 😀 eile", "Gàidhlig: 😀 eile", 'key: "Gàidhlig: 😀 eile"'),
    ("key: C:\\new: x", "C:\\new: x", "key: 'C:\\new: x'"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("line", "text", "shown"), QUOTES)
def test_text_that_needs_quotes_is_shown_in_quotes_and_read_as_meant(
    line: str, text: str, shown: str | None, end: str
) -> None:
    """The value is the text, its place is the text as written, and what follows is read at its own place."""
    item = line.startswith("-")
    before = f"first: x{end}list:{end}" if item else f"first: x{end}"
    source = read(before + line + end + f"last: y: z{end}")
    assert rules(source) == ["text-needs-quotes", "text-needs-quotes"]
    fault = source.faults[0]
    if shown is not None:
        assert fault.help == f"Put the text in quotes: {shown}"
    found = at(source, ("list", 0) if item else (line.split(":", maxsplit=1)[0],))
    assert (next(iter(found.values())) if isinstance(found, dict) else found) == text
    assert under(source, fault.place).strip("'\"") == text.strip("'\"")
    assert fault.place.span.start.line == (3 if item else 2)
    last = source.value(("last",))
    assert under(source, last) == "y: z"
    assert last.span.start.column == 7
    assert rules(read(mended(source).replace("y: z", '"y: z"'))) == []


BRACES = [
    (
        "a: {risk: Snow, ice, owner: council}",
        {"risk": "Snow, ice", "owner": "council"},
        'a: {risk: "Snow, ice", owner: council}',
    ),
    ("a: {risk: Snow, ice, wind}", {"risk": "Snow, ice, wind"}, 'a: {risk: "Snow, ice, wind"}'),
    (
        "a: {risk: Snow: heavy, owner: council}",
        {"risk": "Snow: heavy", "owner": "council"},
        'a: {risk: "Snow: heavy", owner: council}',
    ),
    ("a: {risk: 'x' y, owner: z}", {"risk": "'x' y", "owner": "z"}, "a: {risk: \"'x' y\", owner: z}"),
    ("a: {risk: @x, owner: z}", {"risk": "@x", "owner": "z"}, 'a: {risk: "@x", owner: z}'),
    ("a: {amount: 1,200, of: x}", {"amount": 1200, "of": "x"}, "a: {amount: 1200, of: x}"),
]


@pytest.mark.parametrize(("line", "value", "shown"), BRACES)
def test_text_cut_in_braces_is_one_fault_and_read_as_meant(line: str, value: object, shown: str) -> None:
    """A comma or colon inside of braces: the corrected line, the whole text as data, the edit that mends it."""
    source = read(f"{line}\nb: 1\n")
    assert rules(source) == ["text-needs-quotes"]
    assert source.faults[0].help.endswith(shown)
    assert source.data == {"a": value, "b": 1}
    assert mended(source) == f"{shown}\nb: 1\n"


def test_what_yaml_1_2_allows_in_braces_is_no_fault() -> None:
    """Addresses, times and questions, which the parser below does not know."""
    source = read('a: {q: What next?, u: http://x.y/z?q=1, t: 12:30}\nb: [a:b, c?d, ::x, https://x.y]\nc: {"d":1}\n')
    assert source.faults == ()
    assert source.data == {
        "a": {"q": "What next?", "u": "http://x.y/z?q=1", "t": "12:30"},
        "b": ["a:b", "c?d", "::x", "https://x.y"],
        "c": {"d": 1},
    }
    assert under(source, source.value(("a", "t"))) == "12:30"


OTHERS = [
    ("a:\n\tb: 1\n\tc: 2\nd: 3\n", "tab-indent", (2, 1), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a:\n  b: 1\n\tc: 2\nd: 3\n", "tab-indent", (3, 1), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a:\n- \tb: 1\nd: 3\n", "tab-indent", (2, 3), {"a": [{"b": 1}], "d": 3}),
    ("a: 1\nb:c\nd: 3\n", "colon-needs-space", (2, 1), {"a": 1, "b": "c", "d": 3}),
    ("a:b\nd: 3\n", "colon-needs-space", (1, 1), {"a": "b", "d": 3}),
    ("a:\n  - id:x\n    t: y\nd: 3\n", "colon-needs-space", (2, 5), {"a": [{"id": "x", "t": "y"}], "d": 3}),
    ("a:\u00a0b\nd: 3\n", "colon-needs-space", (1, 1), {"a": "b", "d": 3}),
    ('a: "C:\\path"\nd: 3\n', "backslash-in-quotes", (1, 7), {"a": "C:\\path", "d": 3}),
    ("a: 'open\nb: it's\nd: 3\n", "not-yaml", (1, 4), {"a": "open", "b": "it's", "d": 3}),
    ('a: "open\nb: 1\nd: 3\n', "not-yaml", (1, 4), {"a": "open", "b": 1, "d": 3}),
    ("a: [x, y\nd: 3\n", "not-yaml", (1, 4), {"a": ["x", "y"], "d": 3}),
    ("a: {x: 1\nd: 3\n", "not-yaml", (1, 4), {"a": {"x": 1}, "d": 3}),
    ("a: {x: 1}}\nd: 3\n", "not-yaml", (1, 10), {"a": {"x": 1}, "d": 3}),
    ('a: "x",\nd: 3\n', "not-yaml", (1, 7), {"a": "x", "d": 3}),
    ("a: {x: 1,, y: 2}\nd: 3\n", "not-yaml", (1, 10), {"a": {"x": 1, "y": 2}, "d": 3}),
    ("a: {x: 2012-13 y: 2}\nd: 3\n", "not-yaml", (1, 15), {"a": {"x": "2012-13", "y": 2}, "d": 3}),
    ("prevention\n  a: 1\nd: 3\n", "not-yaml", (1, 1), {"prevention": {"a": 1}, "d": 3}),
    ("a: text\nthat goes on\nd: 3\n", "not-yaml", (2, 1), {"a": "text that goes on", "d": 3}),
    ("a: - x\nd: 3\n", "not-yaml", (1, 4), {"a": ["x"], "d": 3}),
    ("a:\n   b: 1\n  c: 2\nd: 3\n", "not-yaml", (3, 3), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a:\n  b: 1\n   c: 2\nd: 3\n", "not-yaml", (3, 4), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a:\n  - b: 1\n  c: 2\nd: 3\n", "not-yaml", (3, 3), {"a": [{"b": 1, "c": 2}], "d": 3}),
    ("a:\n  - b: 1\n   - c: 2\nd: 3\n", "not-yaml", (3, 4), {"a": [{"b": 1}, {"c": 2}], "d": 3}),
    ("a:\n  b:1\nd: 3\n", "colon-needs-space", (2, 3), {"a": {"b": 1}, "d": 3}),
    ("a:\n\u00a0\u00a0b: 1\nd: 3\n", "tab-indent", (2, 1), {"a": {"b": 1}, "d": 3}),
    ("a: [x, , y]\nd: 3\n", "not-yaml", (1, 7), {"a": ["x", "y"], "d": 3}),
    ("a: 1\n: b\nd: 3\n", "complex-key", (2, 1), {"a": 1, "d": 3}),
    ("a:\n  - b\n  c: 2\nd: 3\n", "not-yaml", (3, 3), {"a": ["b"], "c": 2, "d": 3}),
    ("a: !e!x y\nd: 3\n", "yaml-tag", (1, 4), {"a": "y", "d": 3}),
    (" a: 1\nd: 3\n", "not-yaml", (1, 1), {"a": 1, "d": 3}),
]


@pytest.mark.parametrize(("text", "rule", "place", "value"), OTHERS)
def test_a_slip_is_one_fault_at_its_place_and_the_rest_is_read(
    text: str, rule: str, place: tuple[int, int], value: object
) -> None:
    """Tabs, spaces, quotes, brackets, indentation: one sentence each."""
    source = read(text)
    assert rules(source) == [rule]
    assert source.faults[0].place.span.start[:2] == place
    assert source.data == value
    assert source.value(("d",)).span.start[:2] == (text.count("\n"), 4)
    if source.faults[0].edits:
        assert read(mended(source)).data == value
        assert rules(read(mended(source))) == []


def test_what_cannot_be_mended_is_left_out_and_known_as_unread() -> None:
    """A text and a list under one key: nothing certain, so the value is a hole, and only that."""
    source = read("a: x\n  - c: d\nb:\n  e: f: g\n")
    assert rules(source) == ["not-yaml", "text-needs-quotes"]
    assert source.data == {"a": None, "b": {"e": "f: g"}}
    assert source.unread == {("a",)}


def test_many_slips_in_one_file_are_all_found() -> None:
    """A fault in one place never hides the faults in another."""
    lines = ["priorities:"]
    for number in range(200):
        lines += [f"  - id: p{number}", f"    title: Number {number}: text", "    note: {a: x, y, b: z}", "    ok: 1"]
    source = read("\n".join(lines) + "\n")
    assert len(source.faults) == 400
    assert [fault.place.span.start.line for fault in source.faults[:4]] == [3, 4, 7, 8]
    assert source.value(("priorities", 199, "ok")).span.start[:2] == (801, 9)


def test_text_on_several_lines_is_quoted_as_a_whole() -> None:
    """The colon stands on the second line of the text."""
    source = read("a: text\n   more of this: here is\n   and more\nb: 1\n")
    assert rules(source) == ["text-needs-quotes"]
    assert source.data == {"a": "text more of this: here is and more", "b": 1}


def test_a_hash_that_cuts_a_text_is_named_and_the_data_stay_as_yaml_says() -> None:
    """YAML says that a comment begins here; the author hardly meant it."""
    source = read("a: Flat #3, Main Street  # a note\nb: x#y\nc:\n  - Head of Service #2\n")
    assert rules(source) == ["comment-cuts-text", "comment-cuts-text"]
    assert source.data == {"a": "Flat", "b": "x#y", "c": ["Head of Service"]}
    assert [under(source, fault.place) for fault in source.faults] == ["#3, Main Street", "#2"]
    assert [fault.path for fault in source.faults] == [("a",), ("c", 0)]
    assert 'a: "Flat #3, Main Street" # a note' in source.faults[0].help
    assert '- "Head of Service #2"' in source.faults[1].help


def test_a_note_behind_a_text_cuts_nothing() -> None:
    """A space after the hash sign, a text in quotes or in a block, a number, a key: nothing is lost."""
    for text in (
        "a: x # 1\n",
        "a: 'x' #1\n",
        "a: |\n  x #1\n",
        "a: 5 #1\n",
        "a: #1\n  b: c\n",
        "#1\na: b\n",
        "a: x ##\n",
    ):
        assert read(text).faults == (), text


def test_a_character_that_ends_lines_elsewhere_is_text_here() -> None:
    """U+2028 comes along when text is pasted; lines are counted as editors do."""
    source = read("a: x\u2028y\nb: \x85\nc: z\n")
    assert source.faults == ()
    assert source.data == {"a": "x\u2028y", "b": "\x85", "c": "z"}
    assert source.value(("c",)).span.start[:2] == (3, 4)
