"""Other programs understand the schemas: check-jsonschema judges files by them, the YAML language server helps to write."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from soa.model.schema import MAIN, files, part_file
from tests.model.language_server import LanguageServer

ROOT = Path(__file__).parents[2]
EXAMPLES = Path(__file__).parent / "examples"
GOOD = [ROOT / "soa" / "model" / "shortest.yaml", *sorted((EXAMPLES / "good").glob("*.yaml"))]
BAD = sorted((EXAMPLES / "bad").glob("*.yaml"))
AGREEMENTS = sorted(path for path in (ROOT / "examples").glob("*") if path.is_dir())
NAMED = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)
NO_ANSWER = re.compile(r"is a required property$|should be non-empty$|^None is not of type")
"""What check-jsonschema says where an answer is missing."""


def _judged(schema: Path, names: list[Path]) -> dict[str, list[str]]:
    """What check-jsonschema says of files, by the file's name."""
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(schema)]
    ran = subprocess.run([*command, *map(str, names)], capture_output=True, text=True, check=False)
    told = json.loads(ran.stdout)
    assert not told.get("parse_errors"), told["parse_errors"]
    said: dict[str, list[str]] = {str(name): [] for name in names}
    for error in told.get("errors", []):
        said[error["filename"]].append(error["message"])
    assert (ran.returncode != 0) == any(said.values()), ran.stderr
    return said


@pytest.fixture(scope="module")
def judged() -> dict[str, list[str]]:
    """What check-jsonschema says of every fixture."""
    return _judged(ROOT / "schemas" / MAIN, [*GOOD, *BAD])


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_check_jsonschema_accepts_what_is_good(path: Path, judged: dict[str, list[str]]) -> None:
    """An agreement of the right shape passes."""
    assert judged[str(path)] == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_check_jsonschema_refuses_what_is_bad_in_shape(path: Path, judged: dict[str, list[str]]) -> None:
    """Each file has the one fault it is named for."""
    assert judged[str(path)] != []


@pytest.mark.parametrize("folder", AGREEMENTS, ids=lambda folder: folder.name)
def test_the_examples_are_judged_as_they_deserve(folder: Path) -> None:
    """The exemplary agreement passes, its weak first draft does not; the real plans lack answers, and nothing else is wrong."""
    by_schema: dict[Path, list[Path]] = {}
    for path in sorted(folder.rglob("*.yaml")):
        named = NAMED.search(path.read_text("utf-8"))
        assert named, f"{path.name} does not name its schema"
        by_schema.setdefault((path.parent / named[1]).resolve(strict=True), []).append(path)
    if folder.name == "glenmore-first-draft":
        with pytest.raises(AssertionError, match="Failed to parse"):  # the colon that a planner forgets to quote
            _judged(*by_schema.popitem())
        return
    for schema, names in by_schema.items():
        for name, said in _judged(schema, names).items():
            wrong = said if folder.name == "glenmore" else [one for one in said if not NO_ANSWER.search(one)]
            assert wrong == [], name


OUTCOME = f"""\
# yaml-language-server: $schema=.soa/{part_file("outcome")}
id: falls
what:
  statement: People fall less often
  indicators:
    - id: admissions
      [indicator]
how:
  - action: Classes in eight village halls
    [action]
by_whom:
  lead: hscp
whom: hscp
when:
  milestones:
    - milestone: One falls route is open
      by: soon
[outcome]
"""
AGREEMENT = f"""\
# yaml-language-server: $schema=.soa/{MAIN}
soa: 1
agreement:
  status: [status]
priorities:
  - id: older-people
    outcomes:
      - id: falls
        [outcome]
resources:
  - partner: council
    years:
      - year: 2013-14
        amount: £410,000
[top]
"""


def _without_marks(text: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """A text without its marks such as [outcome], and where they stood."""
    places: dict[str, tuple[int, int]] = {}
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if found := re.search(r"(?:^|(?<= ))\[([a-z]+)\]$", line):
            places[found[1]] = (number, found.start())
            lines[number] = line[: found.start()]
    return "\n".join(lines) + "\n", places


Editor = tuple[LanguageServer, Path]


@pytest.fixture(scope="module")
def editor(node: str, node_modules: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """The YAML language server, and a folder such as `soa new` makes."""
    folder = tmp_path_factory.mktemp("agreement")
    (folder / ".soa").mkdir()
    for name, text in files().items():
        (folder / ".soa" / name).write_text(text, "utf-8")
    with LanguageServer(node, node_modules) as server:
        yield server, folder


def _opened(editor: Editor, name: str, marked: str) -> tuple[Path, dict[str, tuple[int, int]], dict[int, list[str]]]:
    """A file opened in the editor: its path, the marked places, and what is said of each line (from 0)."""
    server, folder = editor
    text, places = _without_marks(marked)
    path = folder / name
    path.write_text(text, "utf-8")
    said: dict[int, list[str]] = {}
    for diagnostic in server.open(path):
        said.setdefault(diagnostic["range"]["start"]["line"], []).append(diagnostic["message"])
    return path, places, said


@pytest.mark.parametrize(
    ("place", "some"),
    [
        ("outcome", {"state", "risks", "also_serves"}),
        ("indicator", {"name", "kind", "unit", "direction", "baseline", "measured_over"}),
        ("action", {"owner", "due", "contributes_to", "preventive", "not_yet"}),
    ],
)
def test_an_editor_offers_the_keys_in_a_part_file(editor: Editor, place: str, some: set[str]) -> None:
    """Inside an outcome, an indicator and an action of a file of its own, each key with its description."""
    path, places, _ = _opened(editor, f"offered-{place}.yaml", OUTCOME)
    offered = editor[0].completions(path, *places[place])
    assert some <= offered.keys()
    assert all(offered[key] for key in some)


def test_an_editor_offers_keys_and_words_in_the_agreement(editor: Editor) -> None:
    """The four answers inside an outcome, the sections at the top, the words of a closed list with their meaning."""
    path, places, _ = _opened(editor, "soa-keys.yaml", AGREEMENT)
    assert {"what", "how", "by_whom", "when"} <= editor[0].completions(path, *places["outcome"]).keys()
    assert {"vision", "partners", "prevention", "glossary"} <= editor[0].completions(path, *places["top"]).keys()
    words = editor[0].completions(path, *places["status"])
    assert words["consultation"] == "Out for people to answer; say until when in consultation_until."


@pytest.mark.parametrize(
    ("line", "character", "shown"),
    [
        (2, 1, "The first answer: what will improve, for whom, and how it will be known."),
        (3, 4, "The change for people or the place, not the work that leads to it."),
        (8, 6, "What will be done, where and for whom."),
        (11, 4, "Exactly one partner: an id from partners."),
    ],
    ids=["what", "statement", "action", "lead"],
)
def test_an_editor_shows_what_a_key_means(editor: Editor, line: int, character: int, shown: str) -> None:
    """Resting on a key of a part file shows its title and description."""
    path, _, _ = _opened(editor, f"hover-{line}.yaml", OUTCOME)
    assert shown in editor[0].hover(path, line, character)


def test_an_editor_says_plainly_what_is_wrong(editor: Editor) -> None:
    """A wrong key and a missing one are said at their places, without a word about alternatives."""
    _, _, said = _opened(editor, "wrong.yaml", OUTCOME)
    assert said[12] == ["Property whom is not allowed."]
    assert 'Missing property "owner".' in said[8]
    assert said[16][0].startswith("Write a day (2014-03-31), a year (2026)")
    _, _, said = _opened(editor, "wrong-amount.yaml", AGREEMENT)
    assert said[13] == ['Incorrect type. Expected "integer".']
    assert not any("one of" in message or "any of" in message for line in said.values() for message in line)


def test_an_editor_accepts_what_is_good(editor: Editor) -> None:
    """No diagnostic on a good agreement, dates and years included."""
    head = f"# yaml-language-server: $schema=.soa/{MAIN}\n"
    for path in GOOD:
        assert _opened(editor, path.name, head + path.read_text("utf-8"))[2] == {}


def test_schemas_find_each_other_in_any_folder(tmp_path: Path) -> None:
    """A part's schema refers to the main one beside it, wherever the folder was copied."""
    copied = tmp_path / "somewhere" / ".soa"
    shutil.copytree(ROOT / "schemas", copied)
    part = tmp_path / "partners.yaml"
    part.write_text("- {id: council, name: Glenmore Council, kind: council}\n- {id: police}\n", "utf-8")
    said = _judged(copied / part_file("partners"), [part])[str(part)]
    assert said == ["'name' is a required property", "'kind' is a required property"]
