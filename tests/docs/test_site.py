"""The documentation is whole and true: what its pages show is what the program does, and every page can be reached."""

import contextlib
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from jsonschema import Draft202012Validator

import soa
from soa.cli.main import COMMANDS, main
from soa.cli.options import parse
from soa.cli.publish import PARTS, SUFFIXES
from soa.config.read import TABLES, read
from soa.document.open_data import open_data
from soa.document.public import public_part
from soa.engine.configured import faults_of_names, schema
from soa.rules import all_rules
from soa.writers import WRITERS
from soa.writers.data import METADATA
from tests.rules.sound import FRAME, checked, put, said

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HOW_TO = DOCS / "how-to"
RULES = DOCS / "rules"
HOW_TOS = sorted(path.name for path in HOW_TO.glob("*.md"))
SERVED_BESIDE = set(
    "R01 R09 R14 R15 R17 R24 R32 R33 R47 R65 R67 R86 R87 R94 R98 R103 R104 R111 R116 R121 R127 R133 R135 R137".split()
)
"""Rows of the register of requirements that ask for a field, a document or a report and not for a rule, and that a rule helps along all the same."""


def _module(path: Path) -> ModuleType:
    """A script of the documentation, which is in no package."""
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = _module(RULES / "make.py")


def _blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page that are marked as a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


# -- the rules' pages -------------------------------------------------------------------------------------------------


def test_the_pages_of_the_rules_are_those_that_the_rules_make():
    made = MAKE.pages()
    assert sorted(path.name for path in RULES.glob("*.md")) == sorted(made)
    stale = [name for name, text in made.items() if (RULES / name).read_text("utf-8") != text]
    assert stale == [], "renew them with: make generate"


def test_the_index_leads_to_the_page_of_every_rule_once():
    led_to = re.findall(r"^\| \[([a-z0-9-]+)\]\(\1\.md\)", MAKE.pages()["index.md"], re.MULTILINE)
    assert sorted(led_to) == sorted(all_rules())


def test_every_requirement_has_a_rule_or_a_reason_why_none_and_never_both():
    served = {row for rule in all_rules().values() for row in rule.requirements}
    rows = MAKE.requirements()
    assert [row.id for row in rows if (row.id in served) == bool(row.no_rule_because)] == []
    assert [row.id for row in rows if not row.asks or not row.source] == []


def test_the_register_is_in_order_and_has_every_requirement_that_a_rule_names():
    ids = [row.id for row in MAKE.requirements()]
    assert ids == sorted(set(ids), key=lambda one: int(one[1:]))
    assert len(ids) == 93
    named = {row for rule in all_rules().values() for row in rule.requirements}
    assert named - set(ids) <= SERVED_BESIDE


def test_the_page_on_the_rules_lists_those_that_are_off():
    listed = re.findall(r"^- \[([a-z-]+)\]\(rules/", (DOCS / "rules-where-from.md").read_text("utf-8"), re.MULTILINE)
    assert listed == [name for name, rule in all_rules().items() if rule.review_only]
    cases = {f"{name}/{case}" for name, rule in all_rules().items() for case, one in rule.cases.items() if not one.on}
    assert cases == set(re.findall(r"`([a-z-]+/[a-z-]+)`", (DOCS / "rules-where-from.md").read_text("utf-8")))


# -- the site ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make check` does."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder


class _Loads(HTMLParser):
    """Gathers what a page makes a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        links = tag == "link" and given.get("rel") != "canonical"
        self.found += [given.get(key) or "" for key in ("src", "srcset", "poster", "data") if key in given]
        self.found += [given.get("href") or ""] * links


def test_no_page_loads_anything_from_another_site(site):
    for page in site.rglob("*.html"):
        loads = _Loads()
        loads.feed(page.read_text("utf-8"))
        assert [one for one in loads.found if re.match(r"(?:https?:)?//", one)] == [], page.name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", sheet.read_text("utf-8")), sheet.name


def test_every_page_can_be_reached_from_the_first(site):
    reached, waiting = set(), [site / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        targets = re.findall(r'href="([^"#:]+\.html)', page.read_text("utf-8"))
        waiting += [(page.parent / target).resolve() for target in targets]
    assert {page for page in site.rglob("*.html") if page.name != "404.html"} <= reached


# -- the how-tos ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["commands.md", *(f"how-to/{name}" for name in HOW_TOS)])
def test_every_command_that_a_page_shows_can_be_typed(page):
    text = (DOCS / page).read_text("utf-8")
    fenced = "\n".join(re.findall(r"^```.*?^```$", text, re.MULTILINE | re.DOTALL))
    shown = re.findall(r"^ *(?:- |- run: )?soa ([a-z]+ .*)$", fenced, re.MULTILINE)
    shown += [words for words in re.findall(r"`soa ([a-z]+ [^`]*)`", text) if not re.search(r"[A-Z]{3}|--help", words)]
    for line in shown:
        assert parse(shlex.split(line), COMMANDS) is not None, line


@pytest.mark.parametrize("page", HOW_TOS)
def test_every_option_that_a_page_names_exists(page, capsys):
    named = set(re.findall(r"`(--[a-z-]+)", (HOW_TO / page).read_text("utf-8"))) - {"--force"}  # that one is pipx's
    for command in COMMANDS:
        main([command, "--help"])
    helped = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", capsys.readouterr().out, re.MULTILINE))
    assert named <= helped


@pytest.mark.parametrize("page", ["baseline.md", "configuration.md"])
def test_every_configuration_that_a_page_shows_is_right(page):
    for text in _blocks(HOW_TO / page, "toml"):
        configuration, faults = read(text)
        assert [*faults, *faults_of_names(configuration, all_rules(), text)] == []
        data = json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))
        assert [error.message for error in Draft202012Validator(schema(all_rules())).iter_errors(data)] == []


def test_the_page_on_configuration_shows_and_explains_every_table():
    page = HOW_TO / "configuration.md"
    shown = tomllib.loads(_blocks(page, "toml")[0])
    assert set(shown) == set(TABLES)
    for name, keys in TABLES.items():
        assert re.search(rf"^### `\[{name}", page.read_text("utf-8"), re.MULTILINE), name
        if isinstance(keys, dict):
            assert set(shown[name]) == set(keys)


def test_the_published_schema_of_a_configuration_is_the_one_that_the_rules_make():
    published = json.loads((ROOT / "schemas" / "soa-config-1.schema.json").read_text("utf-8"))
    assert published == schema(all_rules())


def test_the_schema_of_own_keys_that_is_shown_is_one():
    [shown] = _blocks(HOW_TO / "configuration.md", "json")
    Draft202012Validator.check_schema(json.loads(shown))


def test_the_exceptions_that_are_shown_hold():
    action, partner = _blocks(HOW_TO / "exceptions.md", "yaml")
    found = checked(put("action", action))
    assert said(found) == []
    assert [one.rule for one in found.silenced] == ["vague-action"]
    listed = re.compile(r"  - id: nhs-beg\n(?:    .*\n)+")
    found = checked(listed.sub(lambda _: "".join(f"  {line}\n" for line in partner.splitlines()), FRAME))
    assert [one.rule for one in found.silenced] == ["plans-not-aligned"]
    assert [one.until for one in found.exceptions] == ["2014-03-31"]


def test_the_changes_that_mending_is_shown_to_make_are_those_it_makes(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(["lint", "examples/glenmore-first-draft", "--diff"]) == 0
    assert capsys.readouterr().out == _blocks(HOW_TO / "mending.md", "diff")[0]


def test_the_rule_of_ones_own_runs_and_says_what_the_page_says(monkeypatch, capsys, tmp_path):
    page = HOW_TO / "own-rule.md"
    (tmp_path / "short_statements.py").write_text(_blocks(page, "python")[0], "utf-8")
    (tmp_path / "soa.toml").write_text(_blocks(page, "toml")[0], "utf-8")
    (tmp_path / "soa.yaml").write_text(FRAME, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert main(["lint", "--as-of", "2013-06-01", "--no-cache"]) == 0
    told, _, counted = capsys.readouterr().out.rpartition("\n\n")
    assert told + "\n" == _blocks(page, "text")[0]
    assert counted == "1 piece of advice in 1 agreement (1 file).\n"


def test_the_library_does_what_the_page_says(monkeypatch, tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path / "examples")
    shown = re.findall(
        r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?",
        (HOW_TO / "library.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    names: dict[str, object] = {}
    for code, output in shown:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(code, names)
        assert printed.getvalue() == output
    for suffix, size in (("html", 10_000), ("pdf", 100_000)):
        assert (tmp_path / "examples" / f"agreement.{suffix}").stat().st_size > size


def test_the_page_on_publishing_tells_of_every_document_and_every_format():
    text = (HOW_TO / "publish.md").read_text("utf-8")
    named = re.findall(r"^\| `([a-zID:]+)` \|", text, re.MULTILINE)
    assert named == [part for part in PARTS if part != "all"] + list(SUFFIXES)
    assert tuple(WRITERS) == SUFFIXES


def test_the_page_on_publishing_tells_of_every_table_of_open_data():
    folder = ROOT / "examples" / "glenmore"
    tables = open_data(public_part(soa.load(lambda name: (folder / name).read_bytes())).agreement)
    told = re.findall(r"`([a-z-]+\.(?:csv|json))`", (HOW_TO / "publish.md").read_text("utf-8"))
    files = [f"{one.name}.{suffix}" for one in tables for suffix in ("csv", "json")]
    assert sorted(told) == sorted(["agreement.json", *files, METADATA])


@pytest.mark.parametrize(
    ("page", "known_as"), [("github-actions.md", "vendor.github-workflows"), ("gitlab-ci.md", "vendor.gitlab-ci")]
)
def test_the_pipelines_that_are_shown_are_what_the_code_hosts_read(page, known_as, tmp_path):
    shown = _blocks(HOW_TO / page, "yaml")
    assert len(shown) == 2
    files = [tmp_path / f"{number}.yaml" for number in range(len(shown))]
    for file, text in zip(files, shown, strict=True):
        file.write_text(text, "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", known_as, *map(str, files)]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout


def test_pre_commit_accepts_what_is_shown(pre_commit, tmp_path):
    for number, text in enumerate(_blocks(HOW_TO / "pre-commit.md", "yaml")):
        file = tmp_path / f"{number}.yaml"
        file.write_text(text, "utf-8")
        subprocess.run([pre_commit, "validate-config", str(file)], check=True, capture_output=True)
