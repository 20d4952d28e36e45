"""Rounds of review in an editor: what is asked stands at the part it is about, and its file is helped with as the agreement is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from soa.cli.lsp import Disk
from soa.editor.actions import actions
from soa.editor.completion import Offers, completions
from soa.editor.desk import Desk, Home, by_file
from soa.editor.hover import hover
from soa.editor.outline import outline
from soa.engine.check import Checked
from soa.fixes.edits import changed
from soa.model.schema import ROUND as ROUND_SCHEMA
from soa.model.schema import files
from soa.review.opening import Made, open_round
from soa.rules import all_rules
from tests.cli.run import agreement
from tests.editor.client import Editor
from tests.model.language_server import LanguageServer
from tests.rules.sound import FRAME, ROUND, ROUND_FILE, checked, put

OPEN = put(
    "points",
    """
points:
  - id: falls-lead
    to: partnership
    about: falls/by_whom
    question: Who will the board ask when falls do not come down?
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: open
""",
    ROUND,
)
ANSWERED = OPEN.replace("state: open", "state: answered\n    answer: The Chief Officer.\n    answered: 2013-05-02")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound agreement with one point of review open."""
    plan = agreement(tmp_path / "plan", FRAME)
    (plan / "review").mkdir()
    (plan / ROUND_FILE).write_text(OPEN, "utf-8")
    return plan


def _checked(text: str = OPEN) -> Checked:
    return checked(FRAME, **{ROUND_FILE: text})


# ---- the desk ------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(folder: Path) -> Desk:
    """A desk before that agreement, as of a day in its first year."""
    return Desk(Disk(as_of="2013-06-01"))


def _put(desk: Desk, folder: Path, name: str, text: str) -> dict[str, list[str]]:
    """Type a text; what is then found in each file of the one agreement that it belongs to."""
    path = folder / name
    (home,) = desk.put(path.as_uri(), str(path), text, 1)
    assert home == Home(str(folder), "soa.yaml")
    return {file: [one.rule for one in found] for file, found in by_file(desk.examined(home)).items()}


def test_what_is_typed_in_a_round_counts_at_once(desk: Desk, folder: Path) -> None:
    """Its file belongs to the agreement beside which it stands, though it begins as an agreement does."""
    assert _put(desk, folder, ROUND_FILE, OPEN) == {"soa.yaml": ["review-point-unanswered"], ROUND_FILE: []}
    assert _put(desk, folder, ROUND_FILE, ANSWERED) == {"soa.yaml": [], ROUND_FILE: []}
    assert _put(desk, folder, ROUND_FILE, OPEN.replace("state: open", "state: opne")) == {
        "soa.yaml": [],
        ROUND_FILE: ["unknown-word"],
    }
    assert _put(desk, folder, "soa.yaml", FRAME)[ROUND_FILE] == ["unknown-word"]


def test_a_round_that_is_not_saved_yet_is_read(desk: Desk, folder: Path) -> None:
    """The next round, which is nowhere but in the editor."""
    found = _put(desk, folder, "review/round-2.yaml", ANSWERED.replace("round: 1", "round: 2"))
    assert found == {"soa.yaml": [], ROUND_FILE: [], "review/round-2.yaml": []}


def test_a_round_beside_no_agreement_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    """There is nothing to say of it, rather than all that an agreement would lack."""
    path = tmp_path / "elsewhere" / ROUND_FILE
    assert desk.put(path.as_uri(), str(path), OPEN, 1) == set()


# ---- the server ----------------------------------------------------------------------------------------------------


def test_an_open_point_is_shown_at_its_part_and_leads_to_its_question(folder: Path) -> None:
    """In the agreement, with the round as the related place; answering it in the round clears it."""
    with Editor(folder) as editor:
        editor.open("soa.yaml")
        editor.wait(lambda: editor.rules("soa.yaml") == ["review-point-unanswered"])
        (shown,) = editor.diagnostics["soa.yaml"]
        (related,) = shown["relatedInformation"]
        assert shown["range"]["start"]["line"] == FRAME[: FRAME.index("        by_whom:")].count("\n")
        assert shown["message"].startswith(
            "Asked in round 1 of the review (Location Director for Strathbeg, 2013-04-15)"
        )
        assert related["location"]["uri"] == editor.uri(ROUND_FILE)
        assert related["location"]["range"]["start"]["line"] == OPEN[: OPEN.index("question:")].count("\n")
        editor.open(ROUND_FILE)
        symbols = editor.ask("textDocument/documentSymbol", textDocument={"uri": editor.uri(ROUND_FILE)})
        assert [one["name"] for one in symbols] == [
            "falls-lead (open): Who will the board ask when falls do not come down?"
        ]
        editor.write(ROUND_FILE, ANSWERED)
        editor.wait(lambda: editor.rules("soa.yaml") == [])


@pytest.mark.node
def test_an_editor_that_knows_only_the_schema_accepts_a_round_and_helps_with_it(
    node: str, node_modules: Path, folder: Path
) -> None:
    """By the line that names its schema: no diagnostic on a round as it is opened and answered, the words of a state, and slips."""
    (folder / ".soa").mkdir()
    for name, text in files().items():
        (folder / ".soa" / name).write_text(text, "utf-8")
    schema = f"../.soa/{ROUND_SCHEMA}"
    opened = open_round(
        _checked(ANSWERED), 2, (), by="Director", day=date(2013, 5, 3), made=Made("0f5", "0.5.0", "7"), schema=schema
    )
    round_two = folder / "review" / "round-2.yaml"
    with LanguageServer(node, node_modules) as server:
        round_two.write_text(opened, "utf-8")
        assert server.open(round_two) == []
        round_one = folder / ROUND_FILE
        round_one.write_text(f"# yaml-language-server: $schema={schema}\n{ANSWERED}    owner: \n", "utf-8")
        said = [one["message"] for one in server.open(round_one)]
        assert said == ['Incorrect type. Expected "string".']
        words = server.completions(round_two, _line(opened, "    state: "), len("    state: "))
        assert words["withdrawn"] == "No longer asked."
        assert "Whom it is put to" in server.hover(round_two, _line(opened, "    to: "), 5)


def _line(text: str, begins: str) -> int:
    """The first line (from 0) that begins so."""
    return next(at for at, one in enumerate(text.splitlines()) if one.startswith(begins))


# ---- help ----------------------------------------------------------------------------------------------------------


def _shown(text: str, words: str) -> str:
    found = _checked(text)
    offset = text.index(words)
    return hover(found, all_rules(), ROUND_FILE, offset, text.count("\n", 0, offset) + 1)


def test_a_key_of_a_round_and_its_words_are_explained() -> None:
    """As those of the agreement are; a slip shows its rule."""
    assert "(`state`)" in _shown(OPEN, "state: open")
    assert "- `agreed-for-later`: To be done after the agreement is signed" in _shown(OPEN, "state: open")
    assert "(`digest`)" in _shown(OPEN, "digest:")
    assert _shown(OPEN.replace("state: open", "state: opne"), "opne").startswith("# unknown-word\n")


def _offered(written: str, typed: str, frame: str = FRAME) -> Offers:
    """What is offered in a round at the cursor, which stands at `|`."""
    assert OPEN.count(written) == 1
    text = OPEN.replace(written, typed)
    files = {"soa.yaml": frame, ROUND_FILE: text}

    def read(name: str) -> str:
        if name not in files:
            raise FileNotFoundError(name)
        return files[name]

    return completions("soa.yaml", ROUND_FILE, text.replace("|", ""), text.index("|"), read, all_rules())


@pytest.mark.parametrize(
    ("written", "typed", "expected"),
    [
        ("state: open", "state: |", {"open", "answered", "closed", "withdrawn", "agreed-for-later"}),
        ("to: partnership", "to: |", {"partnership", "scottish-government", "council", "nhs-beg", "tsi", "hscp"}),
        ("state: open", "state: open\n    owner: |", {"scottish-government", "council", "nhs-beg", "tsi", "hscp"}),
        ("state: open", "state: open\n    ask: |", {"ask-data"}),
    ],
)
def test_what_a_key_of_a_round_may_say_is_offered(written: str, typed: str, expected: set[str]) -> None:
    """Words of a closed list, and ids of the agreement beside which it stands."""
    assert {one.text for one in _offered(written, typed).all} == expected


def test_the_address_of_a_part_is_offered_step_by_step() -> None:
    """First what has an id, then the keys below it; each address is one that leads to a part."""
    first = {one.text: one.said for one in _offered("about: falls/by_whom", "about: |").all}
    assert {"falls", "council", "prevention", "ev-falls"} <= first.keys()
    assert first["falls"].startswith("People aged 65 and over fall less often")
    assert not any("/" in text for text in first)
    found = _offered("about: falls/by_whom", "about: falls/by|_whom")
    below = {one.text for one in found.all}
    assert {"falls/what", "falls/how", "falls/by_whom", "falls/when"} <= below
    assert not any(text.count("/") != 1 for text in below)
    assert OPEN[found.start : found.end] == "falls/by_whom"


def test_an_address_that_yaml_would_misread_is_offered_in_quotes() -> None:
    """A risk is called by its words, which may hold a colon; a round with what is offered leads to a part."""
    frame = FRAME.replace("{risk: Too few volunteers to lead the classes", '{risk: "Volunteers: too few to lead"')
    assert frame != FRAME
    offers = _offered("about: falls/by_whom", "about: falls/risks/|", frame).all
    assert [one.text for one in offers] == ["'falls/risks/Volunteers: too few to lead'"]
    found = checked(frame, **{ROUND_FILE: OPEN.replace("falls/by_whom", offers[0].text)}).findings
    assert [one.part for one in found] == ["priorities/older-people/outcomes/falls/risks/Volunteers: too few to lead"]


def test_the_outline_of_a_round_is_its_points() -> None:
    """Each by its id, how it stands and what it asks; the agreement's own outline has none of them."""
    second = OPEN + "  - id: half-written\n    state: closed\n  - to: partnership\n"
    source = _checked(second).source
    headings = outline(source, ROUND_FILE)
    assert [one.name for one in headings] == [
        "falls-lead (open): Who will the board ask when falls do not come down?",
        "half-written (closed)",
        "points 3",
    ]
    assert {one.kind for one in headings} == {"point"}
    assert "point" not in {one.kind for one in outline(source, "soa.yaml")}


WEAK = FRAME.replace("{partner: council, contribution: Four", "{partner: counsil, contribution: Four")


def test_an_exception_is_offered_beside_a_round_as_without_one() -> None:
    """The comment is tried out on the files as they are, the rounds among them."""
    found = checked(WEAK, **{ROUND_FILE: ANSWERED})
    slip = next(one for one in found.findings if one.rule == "broken-reference")
    start, end = slip.place.span.start.offset, slip.place.span.end.offset
    assert [one.preferred for one in actions(found, all_rules(), "soa.yaml", start, end)] == [True, False]


def test_a_slip_in_a_round_is_mended_from_the_editor() -> None:
    """Where there is one right answer."""
    text = OPEN.replace("state: open", "state: opne")
    found = _checked(text)
    at = text.index("opne")
    (mend,) = actions(found, all_rules(), ROUND_FILE, at, at)
    assert mend.title == "Write open"
    assert changed({ROUND_FILE: text.encode()}, mend.edits)[ROUND_FILE].decode() == OPEN
