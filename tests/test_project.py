"""The project's own papers tell the truth: commands exist, versions agree, nothing points outside."""

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import soa
from soa.cli.main import COMMANDS, main
from tests.rules.sound import checked, put, said

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "soa").rglob("*.py"))
MADE = {".git", ".venv", "build", "dist", "site", "node_modules", "published", "__pycache__"}
"""Folders that hold no file of the project's own."""
TEXTS = {"", ".cfg", ".css", ".csv", ".html", ".j2", ".json", ".md", ".py", ".svg", ".toml", ".txt", ".yaml", ".yml"}
OUTSIDE = re.compile(r"(?<![\w.:/-])/(?:work|root|home|Users)/")
SHARED = re.compile(r"\.\./shared")
MAY_NAME_SHARED = {"Makefile", "docs/development.md"}
"""Besides tests/quality: what `make quality` reads when it is there."""


def _read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _texts() -> Iterator[tuple[str, str]]:
    """Every text file of the project, by its path from the top."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name for name in folders if name not in MADE and not name.endswith("_cache") and name != ".hypothesis"
        ]
        for name in names:
            path = Path(folder, name)
            if path.suffix in TEXTS:
                yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8", "replace")


def _hook_files() -> str:
    found = re.search(r"^  files: (.+)$", _read(".pre-commit-hooks.yaml"), re.MULTILINE)
    assert found is not None
    return found[1]


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", _read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("page", ["README.md", "docs/development.md", ".ci/run"])
def test_every_make_command_that_is_named_exists(page: str) -> None:
    """`make demo` in a text means that the Makefile has it."""
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", _read(page), re.MULTILINE))
    assert named
    assert named <= _targets()


def test_make_help_lists_every_command() -> None:
    """`make` alone shows what there is."""
    shown = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^make ([a-z-]+)", shown, re.MULTILINE)) == _targets() - {"help", "generated", "clients"}


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md"])
def test_every_soa_command_that_is_named_exists(page: str) -> None:
    """`soa lint` in a text means that `soa --help` lists it."""
    named = set(re.findall(r"(?:^|`)soa ([a-z]+)", _read(page), re.MULTILINE))
    assert named
    for command in named:
        assert main([command, "--help"]) == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_page_lists_every_option(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What `soa COMMAND --help` lists is what docs/commands.md describes, no more and no less."""
    assert main([command, "--help"]) == 0
    helped = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", capsys.readouterr().out, re.MULTILINE)) - {"--help"}
    section = re.search(rf"^## soa {command}$(.*?)^## ", _read("docs/commands.md"), re.MULTILINE | re.DOTALL)
    assert section is not None
    assert set(re.findall(r"^\| `(--[a-z-]+)", section[1], re.MULTILINE)) == helped


def test_the_changelog_opens_with_this_version() -> None:
    """The version is stated once in the code, and the changelog has come as far."""
    newest = re.search(r"^## \[([^\]]+)\]", _read("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == soa.__version__


@pytest.mark.parametrize("name", ["soa.yaml", "east/soa.yaml", "priorities/older-people.yaml", "east/resources.yaml"])
def test_the_hook_is_run_for_an_agreement_and_its_parts(name: str) -> None:
    """Both stand where `soa new` and the examples put them."""
    assert re.search(_hook_files(), name)


@pytest.mark.parametrize("name", ["docker-compose.yaml", "prices.yaml", ".github/workflows/ci.yaml", "soa.yaml.bak"])
def test_the_hook_leaves_other_files_alone(name: str) -> None:
    """A repository may hold YAML that is no agreement."""
    assert not re.search(_hook_files(), name)


def test_the_hook_is_run_for_every_file_of_the_complete_example() -> None:
    """Glenmore shows where part files stand."""
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "examples" / "glenmore").rglob("*.yaml")]
    assert files
    assert [name for name in files if not re.search(_hook_files(), name)] == []


def test_pre_commit_accepts_the_hook(pre_commit: str) -> None:
    """The manifest says what pre-commit wants to know."""
    subprocess.run([pre_commit, "validate-manifest", ".pre-commit-hooks.yaml"], cwd=ROOT, check=True)


def test_the_outcome_shown_in_the_readme_has_no_finding() -> None:
    """Whoever copies it begins with something sound."""
    shown = re.search(r"```yaml\n(.*?)```", _read("README.md"), re.DOTALL)
    assert shown is not None
    assert said(checked(put("outcome", shown[1]))) == []


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link and picture of the Markdown pages names a file that exists."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
            assert ":" in target or (page.parent / target).exists(), f"{page.name} links to {target}"


def test_no_file_names_a_place_outside_the_project() -> None:
    """Nothing depends on one person's machine; only `make quality` looks beside the checkout."""
    for name, text in _texts():
        found = OUTSIDE.search(text)
        assert found is None, f"{name} names {found and found.group()}"
        allowed = name in MAY_NAME_SHARED or name.startswith("tests/quality/") or name == "tests/test_project.py"
        assert allowed or SHARED.search(text) is None, f"{name} names ../shared"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_every_module_says_what_it_is_for(module: Path) -> None:
    """A docstring comes first."""
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))
