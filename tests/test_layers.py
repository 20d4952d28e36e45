"""Imports inside soa point one way, so that each layer can be read, tested and replaced without those above it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = (
    {"source", "language", "reference"},
    {"model"},
    {"findings", "config", "closing"},
    {"rules"},
    {"engine", "document"},
    {"fixes"},
    {"formats", "writers"},
    {"compare"},
    {"review"},
    {"portfolio"},
    {"starter", "api"},
    {"front"},
    {"editor", "preview"},
    {"cli"},
    {"__main__"},
)
"""From the bottom to the top: a part may import those below it, never one beside it."""

RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
MODULES = sorted(set((ROOT / "soa").rglob("*.py")) - {ROOT / "soa" / "__init__.py"})
FRONT = "soa"
"""The package itself: everybody may ask it for the version, and it imports what it offers when it is asked for that."""


def _name(module: Path) -> str:
    parts = module.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _layer(name: str) -> str:
    return name.split(".")[1] if "." in name else FRONT


def _imports(tree: ast.AST, name: str, *, is_package: bool) -> Iterator[tuple[int, str]]:
    """Every module of soa that is named in an import, wherever it stands, with the line."""
    here = name.split(".") if is_package else name.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else []
            module = ".".join((*base, *([node.module] if node.module else [])))
            if module == FRONT:
                yield from ((node.lineno, f"{FRONT}.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, module


def _wrong(source: str, name: str, *, is_package: bool = False) -> list[str]:
    """The imports that point sideways or up."""
    own = _layer(name)
    wrong = []
    for line, other in _imports(ast.parse(source), name, is_package=is_package):
        if other.split(".")[0] != FRONT or other in {FRONT, f"{FRONT}.__version__"}:
            continue
        layer = _layer(other)
        if layer != own and RANK[layer] >= RANK.get(own, -1):
            wrong.append(f"{name}, line {line}: {own} imports {other}")
    return wrong


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_imports_point_downwards(module: Path) -> None:
    """No module imports from a layer beside or above its own, not even late."""
    assert _wrong(module.read_text("utf-8"), _name(module), is_package=module.name == "__init__.py") == []


def test_every_part_has_its_layer() -> None:
    """A new folder or module directly in soa must be given a place among the layers."""
    parts = {_layer(_name(module)) for module in MODULES} - {FRONT}
    assert parts <= set(RANK)


@pytest.mark.parametrize(
    "line",
    [
        "from soa.rules import all_rules",
        "import soa.rules._rule",
        "from soa import rules",
        "from .. import rules",
        "from ..rules._rule import Rule",
        "def late():\n    from soa.rules import all_rules",
    ],
)
def test_an_import_that_points_up_is_noticed(line: str) -> None:
    """The test above sees every way of writing an import."""
    assert len(_wrong(line, "soa.model.part")) == 1
