"""Comments are found where they are, and nowhere else."""

from tests.source.helpers import read, under

TEXT = """# first: line
a: b # trailing
c: 'd # not' # yes
e: "f # not"
g: h#not
i: | # header
  # not a comment
  text
# between
j: >-
  # nor this

k: [x, # in brackets
  y] # after
l: &a # on an anchor
  m: n
o: flat #3
   # indented
p: *a # alias
"""


def test_every_comment_has_its_text_and_place() -> None:
    """A block text's header is searched, its body never; quotes and words hide a hash."""
    source = read(TEXT)
    found = source.comments()
    assert [comment.text for comment in found] == [
        "# first: line", "# trailing", "# yes", "# header", "# between", "# in brackets", "# after", "# on an anchor",
        "#3", "# indented", "# alias",
    ]  # fmt: skip
    assert all(under(source, comment.place) == comment.text for comment in found)
    assert [comment.trailing for comment in found[:3]] == [False, True, True]
    assert found[1].place.span.start == (2, 6, 19)


def test_comments_keep_their_places_in_a_mended_text() -> None:
    """Quotes that were put in do not move them."""
    source = read("a: b: c # one\r\nd: e # two\r\n")
    assert [(comment.text, comment.place.span.start[:2]) for comment in source.comments()] == [
        ("# one", (1, 9)),
        ("# two", (2, 6)),
    ]


def test_comments_are_found_in_every_file() -> None:
    """Part files have theirs."""
    source = read("a: {file: part.yaml} # one\n", part="# two\nx: 1\n")
    assert [(comment.text, comment.place.file) for comment in source.comments()] == [
        ("# one", "soa.yaml"),
        ("# two", "part.yaml"),
    ]


def test_a_text_that_cannot_be_read_has_no_comments() -> None:
    """Nothing is raised."""
    assert read(b"\x00" * 50 + b"# x").comments() == ()
    assert read("a: [[[ # x\n" * 50).comments() is not None
