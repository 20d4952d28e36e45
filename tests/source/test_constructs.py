"""Every construct of YAML 1.2 gets an answer: it is read, or there is one fault with a place."""

from decimal import Decimal

import pytest

from tests.source.helpers import read, rules

READ: list[tuple[str, str, object]] = [
    # 2 and 6: structure, spaces, comments, separation
    ("comment lines and trailing comments", "# c\na: 1 # d\n\n# e\n", {"a": 1}),
    ("a comment between a key and its value", "a: # c\n  b: 1\n", {"a": {"b": 1}}),
    ("spaces before a colon", "a : 1\nb   : 2\n", {"a": 1, "b": 2}),
    ("a tab as separation", "a:\t1\nb: [1,\t2]\n", {"a": 1, "b": [1, 2]}),
    ("a tab on a blank line", "a: 1\n\t\nb: 2\n \t\n", {"a": 1, "b": 2}),
    ("tabs inside of text", 'a: x\ty\nb: "x\ty"\n', {"a": "x\ty", "b": "x\ty"}),
    ("no line end at the end", "a: 1", {"a": 1}),
    ("carriage returns alone", "a: 1\rb: 2\r", {"a": 1, "b": 2}),
    ("a byte order mark", "\ufeffa: 1\n", {"a": 1}),
    # 7.3: flow scalars
    ("single quotes with one doubled", "a: 'it''s'\n", {"a": "it's"}),
    ("single quotes over lines", "a: 'x\n\n  y\n  z'\n", {"a": "x\ny z"}),
    ("double quotes with every escape", r'a: "\0\a\b\t\n\v\f\r\e\x41\u0041\U00000041\N\_\L\P\ \"\/\\"' + "\n",
     {"a": '\0\a\b\t\n\v\f\r\x1bAAA\x85\xa0\u2028\u2029 "/\\'}),
    ("double quotes over lines, the break escaped", 'a: "x \\\n   \\  y"\n', {"a": "x   y"}),
    ("double quotes folded", 'a: "x\n\n  y"\n', {"a": "x\ny"}),
    ("a quoted key", "\"a b\": 1\n'c: d': 2\n", {"a b": 1, "c: d": 2}),
    ("plain text over lines", "a: one\n  two\n\n  three\n", {"a": "one two\nthree"}),
    ("plain text with marks that need no quotes", "a: x#y, [z] 'q' \"r\" | > % @ ` & * ! ?\n", {"a": "x#y, [z] 'q' \"r\" | > % @ ` & * ! ?"}),
    ("plain text that begins with a dash, colon or question mark", "a: -x\nb: :x\nc: ?x\n", {"a": "-x", "b": ":x", "c": "?x"}),
    ("an empty value", "a:\nb: \nc: # c\nd:\n", {"a": None, "b": None, "c": None, "d": None}),
    # 7.4: flow collections
    ("flow lists, nested, with a comma at the end", "a: [1, [2, 3], ]\nb: []\n", {"a": [1, [2, 3]], "b": []}),
    ("flow mappings, nested, with a comma at the end", "a: {b: {c: 1}, d: 2, }\ne: {}\n", {"a": {"b": {"c": 1}, "d": 2}, "e": {}}),
    ("flow over lines with comments", "a: [ # c\n  1, # d\n  2\n  ]\n", {"a": [1, 2]}),
    ("flow at the very left", "a: [\n1,\n2\n]\nb: {\nc: 1\n}\n", {"a": [1, 2], "b": {"c": 1}}),
    ("a single pair in a list", "a: [b: 1, ? c : 2]\n", {"a": [{"b": 1}, {"c": 2}]}),
    ("JSON", '{"a": [1, 2.5, true, null, "x"], "b":{"c":[]}}\n', {"a": [1, Decimal("2.5"), True, None, "x"], "b": {"c": []}}),
    ("JSON over lines", '{\n  "a": [\n    1\n  ],\n  "b": "x"\n}\n', {"a": [1], "b": "x"}),
    ("keys without a value in braces", "a: {b, c: 1, d: }\n", {"a": {"b": None, "c": 1, "d": None}}),
    ("explicit keys in braces", "a: {? b : 1, ? c}\n", {"a": {"b": 1, "c": None}}),
    ("questions and addresses in brackets", "a: [Why?, What now? Yes, http://x.y, a::b]\n", {"a": ["Why?", "What now? Yes", "http://x.y", "a::b"]}),
    # 8.1: block scalars
    ("literal", "a: |\n  x\n   y\n\n  z\nb: 1\n", {"a": "x\n y\n\nz\n", "b": 1}),
    ("literal, stripped and kept", "a: |-\n  x\n\nb: |+\n  y\n\nc: 1\n", {"a": "x", "b": "y\n\n", "c": 1}),
    ("literal with a stated indentation", "a: |2\n    x\n  y\nb: |1-\n  z\n", {"a": "  x\ny\n", "b": " z"}),
    ("folded", "a: >\n  x\n  y\n\n  z\n   more\n  end\nb: >-\n  p\n  q\n", {"a": "x y\nz\n more\nend\n", "b": "p q"}),
    ("literal with what looks like YAML", "a: |\n  b: c: d\n  - [x\n  # no comment\n  'open\n", {"a": "b: c: d\n- [x\n# no comment\n'open\n"}),
    ("an empty block scalar", "a: |\nb: >-\nc: 1\n", {"a": "", "b": "", "c": 1}),
    # 8.2: block collections
    ("a list under its key, at its column", "a:\n- 1\n- 2\nb: 3\n", {"a": [1, 2], "b": 3}),
    ("lists in lists", "a:\n  - - 1\n    - 2\n  -\n    - 3\n", {"a": [[1, 2], [3]]}),
    ("a mapping on the line of its dash", "a:\n  - b: 1\n    c: 2\n  -   d: 3\n      e: 4\n", {"a": [{"b": 1, "c": 2}, {"d": 3, "e": 4}]}),
    ("explicit keys", "? a\n: 1\n? b\n? |\n  c\n: 2\n", {"a": 1, "b": None, "c\n": 2}),
    ("an empty item", "a:\n  -\n  - 1\n", {"a": [None, 1]}),
    ("different depths side by side", "a:\n b: 1\nc:\n      d: 2\n", {"a": {"b": 1}, "c": {"d": 2}}),
    # 6.9 and 7.1: anchors and aliases
    ("anchors and aliases of every kind", "a: &x 1\nb: *x\nc: &y\n  - p\nd: *y\ne: [*x, *y]\n", {"a": 1, "b": 1, "c": ["p"], "d": ["p"], "e": [1, ["p"]]}),
    ("an anchor told again", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", {"a": 1, "b": 1, "c": 2, "d": 2}),
    ("an anchor on a key, on nothing, and on the whole", "&r a: &x\nb: *x\n", {"a": None, "b": None}),
    # 9: documents
    ("marks around one document", "---\na: 1\n...\n", {"a": 1}),
    ("a version of 1", "%YAML 1.2 # c\n---\na: 1\n", {"a": 1}),
    ("comments around the marks", "# c\n--- # d\na: 1\n... # e\n# f\n", {"a": 1}),
    # what YAML 1.1 held and 1.2 does not
    ("words of YAML 1.1", "a: yes\nb: off\nc: 1:30\nd: 0b1\ne: 0o7\n", {"a": "yes", "b": "off", "c": "1:30", "d": "0b1", "e": "0o7"}),
    ("an equals sign as a key", "=: 1\n", {"=": 1}),
]  # fmt: skip

FAULTS = [
    ("a tag, of the core and of one's own", "a: !!int 5\nb: !x y\n", ["yaml-tag", "yaml-tag"]),
    ("a tag in full", "a: !<tag:x.y,2000:z> b\n", ["yaml-tag"]),
    ("the tag that says text", "a: ! 12\n", ["yaml-tag"]),
    ("a tag on a list and on a mapping", "a: !!seq [1]\nb: !!omap\n  c: 1\n", ["yaml-tag", "yaml-tag"]),
    ("a tag handle that is nowhere set", "a: !e!x b\n", ["yaml-tag"]),
    ("a handle set for tags", "%TAG !e! tag:x,2000:\n---\na: !e!x b\n", ["yaml-directive", "yaml-tag"]),
    ("a directive of one's own", "%FOO bar\n---\na: 1\n", ["yaml-directive"]),
    ("two documents", "a: 1\n---\nb: 2\n", ["second-document"]),
    ("something after the end", "a: 1\n...\nb: 2\n", ["second-document"]),
    ("a merge", "a: &x {b: 1}\nc:\n  <<: *x\nd:\n  <<: [*x]\n", ["merge-key", "merge-key"]),
    ("a list as a key", "[a, b]: 1\n", ["complex-key"]),
    ("a mapping as a key", "? {a: 1}\n: 2\n", ["complex-key"]),
    ("an empty key", '"": 1\n', ["complex-key"]),
    ("an alias to a list as a key", "a: &x [1]\n? *x\n: 2\n", ["complex-key"]),
    ("the same key twice, written differently", "a: 1\n'a': 2\n", ["repeated-key"]),
    ("an alias before its anchor", "a: *x\nb: &x 1\n", ["unknown-alias"]),
    ("an anchor of letters that are not plain", "a: &é 1\n", ["text-needs-quotes"]),
]


@pytest.mark.parametrize(("text", "data"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_a_construct_is_read_in_silence(text: str, data: object) -> None:
    """Its data is what YAML 1.2 says."""
    source = read(text)
    assert source.faults == ()
    assert source.data == data


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_construct_that_the_format_leaves_out_is_a_fault(text: str, expected: list[str]) -> None:
    """One each, with its place inside of the text."""
    source = read(text)
    assert rules(source) == expected
    assert all(fault.place.span.end.offset <= len(text) for fault in source.faults)
