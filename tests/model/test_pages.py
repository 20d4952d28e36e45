"""docs/format.md is what the model generates, and enough to type in a plan from."""

import re
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from soa.api import check
from soa.model.agreement import Agreement
from soa.model.pages import page, placed, shortest
from soa.model.part import NotYet, Part
from soa.model.reading import read
from soa.model.schema import part_schemas, parts
from soa.source import load
from tests.model.agreements import settled, whole

ROOT = Path(__file__).parents[2]
PAGE = page()
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def _data(text: str) -> Any:
    """A piece of YAML as data; it must be without fault."""
    source = load("piece", lambda name: f"piece:\n{textwrap.indent(text, '  ')}" if name == "piece" else "[]\n")
    assert source.faults == (), text
    assert isinstance(source.data, dict)
    return source.data["piece"]


def test_committed_page_is_what_the_model_generates() -> None:
    """docs/format.md is that of this version."""
    committed = (ROOT / "docs" / "format.md").read_text("utf-8")
    assert committed == PAGE, "run: python -m soa.model.pages docs/format.md"


def test_the_shortest_agreement_is_without_error() -> None:
    """What the page shows first can be saved and published; what a longer one would say of itself, rules ask for."""
    assert shortest().rstrip("\n") in PAGE
    found = check({"soa.yaml": shortest()}, as_of=date(2013, 6, 1)).findings
    assert [one.rule for one in found if one.severity == "error"] == []


@pytest.mark.parametrize("cls", [cls for cls in parts() if cls is not Agreement], ids=lambda cls: cls.__name__)
def test_every_key_of_every_part_is_on_the_page(cls: type[Part]) -> None:
    """With its title, its description, and its example where it is not a part of its own."""
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    for name, field in cls.model_fields.items():
        if name in {"not_yet", "public"}:
            continue
        own = [row for row in rows if row.startswith(f"| `{name}`<br>{field.title} | {field.description}")]
        assert own, (cls, name)
        assert any(f"`{name}: " in row or "](#" in row for row in own), (cls, name)


def test_every_key_at_the_top_has_a_section_in_the_order_of_the_file() -> None:
    """A reader finds the sections where the file has them."""
    headings = re.findall(r"^## .* \(`([a-z_]+)`\)$", PAGE, re.MULTILINE)
    assert headings == list(Agreement.model_fields)


@pytest.mark.parametrize(
    "cls", [cls for cls in parts() if cls not in {Agreement, NotYet}], ids=lambda cls: cls.__name__
)
def test_the_yaml_shown_of_a_part_is_sound(cls: type[Part]) -> None:
    """Typed in as it stands, it is what the format asks for."""
    name, lines = placed(cls)
    assert "\n".join(lines) in PAGE
    shown = _data("\n".join(lines) + "\n")[name]
    entry = shown[0] if isinstance(shown, list) else shown
    assert settled(cls, entry) == entry
    assert read(whole(cls, entry)[0]).errors == ()


def test_every_piece_of_yaml_on_the_page_can_be_read() -> None:
    """No example has a slip of its own."""
    assert len(BLOCKS) > len(list(parts()))
    for block in BLOCKS:
        _data(block)


def test_every_link_leads_to_a_heading_and_no_two_headings_are_alike() -> None:
    """As the documentation's builder makes the names of headings."""
    headings = [
        line.lstrip("# ") for line in re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL).splitlines() if line[:2] == "##"
    ]
    names = [re.sub(r"[^a-z0-9_ -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(set(names)) == len(names)
    assert {*re.findall(r"\]\(#([^)]+)\)", PAGE)} <= {*names}


def test_the_page_says_when_a_key_is_needed() -> None:
    """Always, unless not_yet stands for it, or where another key asks for it."""
    rows = {line.split("<br>")[0] + line[-200:]: line for line in PAGE.splitlines() if line.startswith("| `")}.values()
    assert any("| `due`<br>Due | When it is done." in row and "| unless `standing` is `true` |" in row for row in rows)
    assert any("| `baseline`" in row and "| where `direction` is `up`, `down` or `hold` |" in row for row in rows)
    assert "Where `use` is written, no other key stands beside it but `public`." in PAGE
    assert "Where `change` is written, there is no `value` or `to`." in PAGE


def test_the_page_names_every_part_schema() -> None:
    """For the first line of a part file."""
    assert all(f"`soa-1-{name}.schema.json`" in PAGE for name in part_schemas())
