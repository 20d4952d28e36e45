"""What is shown where the pointer rests, and the outline."""

import pytest

from soa.editor.hover import hover, key_page
from soa.editor.outline import outline
from soa.rules import all_rules
from soa.source.places import Path
from tests.cli.run import in_parts
from tests.rules.sound import FRAME, checked

WEAK = FRAME.replace("{partner: council, contribution: Four", "{partner: counsil, contribution: Four")


def shown(text: str, words: str, name: str = "soa.yaml", *, markdown: bool = True, **others: str) -> str:
    """What is shown on the first of some words of a file."""
    found = checked(text, **others)
    written = found.source.texts[name].text
    offset = written.index(words)
    line = written.count("\n", 0, offset) + 1
    return hover(found, all_rules(), name, offset, line, markdown=markdown)


def test_a_finding_shows_the_page_of_its_rule() -> None:
    """In Markdown for editors that read it, else as text; beside it nothing."""
    assert shown(WEAK, "counsil").startswith("# broken-reference\n")
    assert shown(WEAK, "counsil", markdown=False).startswith("broken-reference (references)\n")
    assert shown(WEAK, "Four home care") == ""


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("starts:", "**Starts** (`starts`)"),
        ("post: Head", "**Post** (`post`)"),
        ("looks_like: One", "(`looks_like`)"),
        ("- id: council\n", ""),
        ("id: council\n", "**Id** (`id`)"),
        ("priorities:", "**Priorities** (`priorities`)"),
        ("value: 85.0", "(`value`)"),
    ],
)
def test_a_key_shows_what_it_means(words: str, title: str) -> None:
    """Also inside braces, and as the first of an entry; its dash is no key."""
    said = shown(FRAME, words)
    assert (title in said) if title else said == ""


def test_a_key_of_a_part_file_shows_what_it_means() -> None:
    """The way to it leads through the agreement."""
    parts = in_parts(FRAME)
    assert "(`of_total`)" in shown(parts["soa"], "of_total", "money.yaml", money=parts["money"])


@pytest.mark.parametrize("path", [("agreement", "x-own"), ("nothing",), ("priorities", 0, "outcomes", 0, "wha")])
def test_a_key_that_is_not_ours_shows_nothing(path: Path) -> None:
    """There is nothing to say of it."""
    assert key_page(path) == ""


def test_a_word_of_a_closed_list_is_explained_with_its_key() -> None:
    """Each word with what it means, as docs/format.md has it."""
    said = key_page(("indicators", 0, "direction"))
    assert "- `down`: Less is better: a target means at most this." in said


def test_the_outline_is_in_the_order_of_the_file() -> None:
    """Each heading holds those below it, and its name; a part of another file is not in it."""
    parts = in_parts(FRAME)
    source = checked(parts["soa"], money=parts["money"]).source
    priority, prevention = outline(source, "soa.yaml")
    assert [one.kind for one in (priority, prevention)] == ["priority", "prevention"]
    assert [len(one.below) for one in priority.below] == [4, 4]
    assert outline(source, "money.yaml") == ()
    for one in (priority, *priority.below, *priority.below[0].below, prevention):
        assert one.whole.start <= one.head.start <= one.head.end <= one.whole.end


def test_a_draft_with_holes_has_an_outline() -> None:
    """What has no title is called by its id, else by its number; what is not there is left out."""
    text = "soa: 1\npriorities:\n  - id: safer\n    outcomes:\n      - what: {statement: }\n      - how:\n  - title: Jobs\n"
    first, second = outline(checked(text).source, "soa.yaml")
    assert (first.name, [one.name for one in first.below], second.name) == (
        "safer",
        ["outcomes 1", "outcomes 2"],
        "Jobs",
    )


def test_an_outcome_of_its_own_file_stands_alone_there() -> None:
    """The priority above it is in the agreement's outline."""
    start = FRAME.index("      - id: home\n")
    end = FRAME.index("  # }\n  # another {")
    own = FRAME[start + 8 : end]
    source = checked(
        f"{FRAME[:start]}      - file: home.yaml\n{FRAME[end:]}", home=own.replace("\n        ", "\n")
    ).source
    (alone,) = outline(source, "home.yaml")
    assert (alone.kind, len(alone.below)) == ("outcome", 4)
    assert [len(one.below) for one in outline(source, "soa.yaml")] == [1, 0]
