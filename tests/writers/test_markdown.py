"""The Markdown file: plain words whatever an author writes, and links that lead somewhere within it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.document.blocks import (
    Block,
    Blocks,
    Break,
    Card,
    Cards,
    Cell,
    Code,
    CrossReference,
    Divider,
    Emphasis,
    Facts,
    Inline,
    Inlines,
    Ladder,
    Link,
    List,
    Note,
    NoteMark,
    Paragraph,
    Preformatted,
    Quote,
    Section,
    Strong,
    Table,
    Tag,
    Text,
)
from soa.document.text import prose, sentence, visible
from soa.writers.markdown import slug, write
from soa.writers.press import Press
from tests.document.made import document
from tests.writers.read_back import markdown, of_document, of_markdown
from tests.writers.small import BLOCKS, small


def _written(blocks: Blocks, *sections: Section) -> str:
    """What stands between the section's heading and the next."""
    text = write(small(blocks, *sections), Press()).decode()
    return text.split("\n## Here\n\n")[1].split("\n\n## ")[0]


def _tokens(text: str) -> list[Any]:
    """Every token, those inside lines too."""
    return [inner for token in markdown(text) for inner in (token, *(token.children or ()))]


@pytest.fixture(scope="module")
def whole() -> str:
    """The agreement that says everything, as Markdown."""
    return write(document(), Press()).decode()


# ---- any text, anywhere ----------------------------------------------------------------------------------------

_SIGNS = "ab1 *_`[]()<>!&#|-+=.:;^\\~$\n\t{}@/%’“é\xa0"
texts = st.one_of(st.text(alphabet=_SIGNS, max_size=12), st.text(max_size=8)).map(visible)
targets = st.sampled_from(
    ["https://example.org/a_b(c)?d=e&copy=f|g`h", "mailto:a@b.example", "notes/a b.pdf", "a<b>\\c*"]
)
leaves: st.SearchStrategy[Inline] = st.one_of(
    texts.map(Text), texts.map(Code), texts.map(Tag), st.just(Break()), st.just(NoteMark(1, "n", "m"))
)


def _around(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    many = st.lists(inner, max_size=3).map(tuple)
    linked = st.lists(leaves, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        many.map(Strong),
        many.map(Emphasis),
        st.builds(Link, linked, targets),
        st.builds(CrossReference, linked, st.sampled_from(["here", "nowhere"])),
    )


inlines: st.SearchStrategy[Inlines] = st.lists(st.recursive(leaves, _around, max_leaves=6), max_size=5).map(tuple)
cells = st.builds(Cell, st.lists(inlines, min_size=1, max_size=2).map(tuple))
rows = st.lists(st.lists(cells, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)
single: st.SearchStrategy[Block] = st.one_of(
    inlines.map(Paragraph),
    st.builds(Paragraph, inlines, st.just("statement")),
    texts.map(Preformatted),
    st.just(Divider()),
    st.builds(Table, texts, st.lists(inlines, max_size=3).map(tuple), rows, foot=rows, titled=st.booleans()),
    st.builds(Ladder, texts, st.lists(st.tuples(texts, inlines), max_size=2).map(tuple)),
    st.builds(Card, st.just("1"), inlines, st.just("here"), st.lists(inlines, max_size=2).map(tuple)).map(
        lambda card: Cards((card,))
    ),
)


def _holding(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    many = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(many, max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, items, st.sampled_from([None, 1, 7, 999_999_999])),
        st.builds(Quote, many, inlines),
        st.builds(Note, st.just("remark"), texts, many),
        st.builds(Facts, st.lists(st.tuples(inlines, many), max_size=2).map(tuple)),
    )


blocks = st.lists(st.recursive(single, _holding, max_leaves=5), max_size=4).map(tuple)


@given(blocks, inlines)
def test_any_words_in_any_place_are_read_back_as_they_are(made: Blocks, title: Inlines) -> None:
    """Nothing is lost, nothing becomes markup that says something else, nothing runs into its neighbour."""
    plan = small(made, Section("more", title, (BLOCKS[Paragraph],)))
    assert of_markdown(write(plan, Press()), plan) == of_document(plan)


@given(st.text(alphabet=_SIGNS, max_size=40))
def test_what_an_author_wrote_in_markdown_is_read_back_too(text: str) -> None:
    """Parsed once, written again."""
    plan = small((*prose(text, "x"), Paragraph(sentence(text))))
    assert of_markdown(write(plan, Press()), plan) == of_document(plan)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "# Loud",
        "- one",
        "1. one",
        "2013.",
        "> said",
        "***",
        "===",
        "```",
        "    code",
        "| a |",
        "[a](https://example.org)",
        "![a](b.png)",
        "[a]: https://example.org",
        "&lt;b&gt; &#42;",
        "*a* _b_ **c** `d` ~~e~~",
        "a\\",
        "<https://example.org>",
    ],
)
@pytest.mark.parametrize("above", ["", "Above"])
def test_plain_words_stay_plain(text: str, above: str) -> None:
    """At the beginning of a line, the first or a later one."""
    before = (Text(above), Break()) if above else ()
    tokens = _tokens(_written((Paragraph((*before, Text(text))),)))
    assert {token.type for token in tokens} <= {
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "hardbreak",
        "text_special",
    }
    assert "".join(token.content for token in tokens if token.type.startswith("text")) == above + " ".join(text.split())


# ---- what it looks like ----------------------------------------------------------------------------------------


def test_common_blocks_read_well_as_they_stand() -> None:
    """A person may read the file itself."""
    line = (Text("Led by "), Strong((Text("NHS Orran"),)), Text(", 5 * 3 & more."))
    table = Table(
        "Falls",
        ((Text("Year"),), (Text("Falls"),)),
        ((Cell(((Text("2013"),), (Text("provisional"),))), Cell(((Text("-5"),),), numeric=True)),),
        titled=True,
    )
    told = List(((Paragraph((Text("one"),)),), (Paragraph((Text("two"),)),)))
    assert _written((Paragraph(line), table, told, told, BLOCKS[Facts], BLOCKS[Quote])) == (
        "Led by **NHS Orran**, 5 \\* 3 & more.\n"
        "\n"
        "**Falls**\n"
        "\n"
        "| Year | Falls |\n"
        "| --- | ---: |\n"
        "| 2013 · provisional | -5 |\n"
        "\n"
        "- one\n"
        "- two\n"
        "\n"
        "+ one\n"
        "+ two\n"
        "\n"
        "- **Ptarmigan**: white in winter\n"
        "\n"
        "> An eagle came\n"
        ">\n"
        "> — A keeper"
    )


def test_lists_that_follow_one_another_stay_apart() -> None:
    """By their marks, whatever empty thing stands between; a list of another kind needs none."""
    one = ((Paragraph((Text("one"),)),),)
    assert (
        _written((List(one), List(()), List(one), List(one, 3), List(one, 1))) == "- one\n\n+ one\n\n3. one\n\n1) one"
    )


@pytest.mark.parametrize(
    ("inline", "line"),
    [
        ((Strong((Text(" a "),)),), "**a**"),
        ((Text("a"), Strong((Text("b"),))), "ab"),
        ((Strong((Text("a!"),)), Emphasis((Text("!b"),))), "**a!**!b"),
        ((Strong((Text("a "), Strong((Text("b"),)))),), "**a b**"),
        ((Strong((Emphasis((Text("a"),)), Text(" b"))),), "**_a_ b**"),
        ((Code("a`b"),), "``a`b``"),
        ((Text("now!"), Link((Text("a"),), "b")), "now\\![a](b)"),
        ((Text("a"), Break(), Text("b"), Break()), "a\\\nb"),
    ],
)
def test_marks_stand_only_where_they_are_read_as_marks(inline: Inlines, line: str) -> None:
    """At the edges of words, never one in another of its kind."""
    assert _written((Paragraph(inline),)) == line


def test_a_pipe_in_a_cell_does_not_end_it() -> None:
    """Not even in code."""
    row = (Cell(((Text("a|b"),),)), Cell(((Code("c|d"),),)))
    tokens = _tokens(_written((Table("", ((Text("x"),), (Text("y"),)), (row,)),)))
    assert [token.content for token in tokens if token.type in {"text", "code_inline"}] == ["x", "y", "a|b", "c|d"]
    assert sum(token.type == "td_open" for token in tokens) == 2


def test_a_row_that_is_longer_than_the_head_keeps_its_cells() -> None:
    """A table's width is that of its widest row."""
    row = tuple(Cell(((Text(word),),)) for word in ("one", "two", "three"))
    tokens = _tokens(_written((Table("", ((Text("head"),),), (row,)),)))
    assert [token.content for token in tokens if token.type == "text"] == ["head", "one", "two", "three"]


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/a_b?c=d&copy=e#f",
        "mailto:a@b.example",
        "a(b.pdf",
        "a b",
        "a<b>",
        "a\\b",
        "a|b",
        "a`b`",
        "é",
    ],
)
def test_a_link_leads_where_it_was_to_lead(target: str) -> None:
    """Nothing in an address ends the link."""
    row = (Cell(((Link((Text("word"),), target),),)), Cell(((Text("`"),),)))
    tokens = _tokens(_written((Table("", ((Text("x"),), (Text("y"),)), (row,)),)))
    assert [unquote(token.attrs["href"]) for token in tokens if token.type == "link_open"] == [target]


# ---- the whole -------------------------------------------------------------------------------------------------


def _headings(text: str) -> list[tuple[int, str]]:
    tokens = markdown(text)
    return [
        (int(token.tag[1]), "".join(one.content for one in after.children))
        for token, after in pairwise(tokens)
        if token.type == "heading_open"
    ]


def _github(headings: list[str]) -> list[str]:
    """The names that GitHub gives to headings, by its rule written in another way."""
    names: list[str] = []
    for heading in headings:
        name = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        names.append(next(one for one in (name, *(f"{name}-{at}" for at in range(1, 99))) if one not in names))
    return names


def test_every_way_within_the_file_leads_to_a_heading(whole: str) -> None:
    """By the names that GitHub gives to headings; those that come again are counted."""
    names = _github([words for _, words in _headings(whole)])
    ways = [token.attrs["href"] for token in _tokens(whole) if token.type == "link_open"]
    ours = {unquote(way[1:]) for way in ways if way.startswith("#")}
    assert len(ours) > 10
    assert ours <= set(names)


def test_headings_of_the_same_words_are_told_apart() -> None:
    """Each way leads to its own."""
    twins = [Section(f"twin-{at}", (Text("What’s next: 1.2?"),)) for at in range(3)]
    ways = tuple(Paragraph((CrossReference((Text("there"),), twin.anchor),)) for twin in twins)
    text = write(small(ways, *twins), Press()).decode()
    assert re.findall(r"\[there\]\((.*?)\)", text) == ["#whats-next-12", "#whats-next-12-1", "#whats-next-12-2"]
    assert slug("Àird & Ó_x – 5²") == "àird--ó_x--5"


def test_a_way_to_what_has_no_heading_is_plain_words() -> None:
    """A link that leads nowhere is none."""
    assert _written((Paragraph((CrossReference((Text("there"),), "nowhere"),)),)) == "there"


def test_headings_skip_no_level(whole: str) -> None:
    """One title, and each other at most one level below the one before."""
    levels = [level for level, _ in _headings(whole)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_stamps_stand_at_the_top(whole: str) -> None:
    """Before anything else."""
    assert whole.startswith("> **Fictional: for training** ")
    assert write(document(draft=True), Press()).decode().startswith("> **Draft")


def test_the_contents_name_two_levels_and_lead_to_them(whole: str) -> None:
    """With the numbers of priorities and outcomes."""
    contents = whole.split("\n## Contents\n")[1].split("\n## ", maxsplit=1)[0]
    assert "\n- Priority 1 [Older people" in contents
    assert "\n  - Outcome 1.1 [People aged 65" in contents


def test_the_same_document_gives_the_same_bytes(whole: str) -> None:
    """And ends in one line end."""
    assert write(document(), Press()).decode() == whole
    assert whole.endswith("\n")
    assert "\n\n\n" not in re.sub(r"```.*?```", "", whole, flags=re.DOTALL)


def test_a_document_of_few_sections_has_no_contents() -> None:
    """A heading with nothing below it would be a promise."""
    whole = document()
    few = whole._replace(sections=tuple(section._replace(listed=False) for section in whole.sections))
    assert "## Contents" in write(whole, Press()).decode()
    assert "## Contents" not in write(few, Press()).decode()
