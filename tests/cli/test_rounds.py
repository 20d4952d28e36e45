"""Rounds of review where an officer works: `soa lint` and what belongs to it, `soa publish`, zip files and git."""

from __future__ import annotations

import errno
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from soa.cli import opened
from soa.cli.folder import agreements
from soa.cli.versions import judged, terms_of, version_of
from soa.cli.watch import watch
from tests.cli.run import Answer, agreement, files_in, soa
from tests.rules.sound import FRAME, ROUND, ROUND_FILE, TODAY, put

AS_OF = ("--as-of", "2013-06-01")
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
LATER = OPEN.replace("state: open", "state: agreed-for-later\n    owner: council\n    due: 2013-12-31")
SLIP = OPEN.replace("state: open", "state: opne")
ROUND_TWO = "review/round-2.yaml"


def plan(folder: Path, *rounds: str | bytes, text: str = FRAME) -> Path:
    """An agreement with rounds beside it."""
    agreement(folder, text)
    (folder / "review").mkdir(exist_ok=True)
    for number, one in enumerate(rounds, 1):
        path = folder / "review" / f"round-{number}.yaml"
        path.write_bytes(one if isinstance(one, bytes) else one.encode())
    return folder


def line(text: str, words: str) -> int:
    """The line on which some words first stand."""
    return text[: text.index(words)].count("\n") + 1


PART = line(FRAME, "        by_whom:")
"""Where the part begins that the point is about."""


def lint(capsys, *words: object) -> Answer:
    """What `soa lint` answers."""
    return soa(capsys, "lint", *AS_OF, *words)


# ---- where a point is shown ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "named", ["plan", "plan/soa.yaml", f"plan/{ROUND_FILE}", f"./plan/review/../{ROUND_FILE}"], ids=str
)
def test_a_round_is_linted_with_the_agreement_beside_which_it_stands(here, capsys, named):
    plan(here / "plan", OPEN)
    found = lint(capsys, named)
    assert found.out.startswith(f"warning review-point-unanswered  plan/soa.yaml:{PART}:9\n")
    assert f"see plan/{ROUND_FILE}:{line(OPEN, 'question:')}:15 (the point falls-lead)" in found.out
    assert found.out.endswith("\n1 warning in 1 agreement (2 files).\n")
    assert (found.code, found.err) == (0, "")


def test_the_agreement_is_found_from_among_the_rounds(here, capsys, monkeypatch):
    plan(here, SLIP, OPEN.replace("round: 1", "round: 2"))
    monkeypatch.chdir(here / "review")
    found = lint(capsys, "round-1.yaml", "round-2.yaml", "../soa.yaml")
    assert "error unknown-word  ../review/round-1.yaml:" in found.out
    assert "warning review-point-unanswered  ../soa.yaml:" in found.out
    assert found.out.endswith(" in 1 agreement (3 files).\n")
    assert found.code == 1


def test_a_round_alone_and_one_that_is_not_there_are_said_to_be_so(here, capsys):
    plan(here / "plan")
    (here / "alone" / "review").mkdir(parents=True)
    (here / "alone" / ROUND_FILE).write_text(OPEN)
    assert lint(capsys, f"plan/{ROUND_FILE}").err == f"soa: there is no file or folder plan/{ROUND_FILE}\n"
    assert lint(capsys, f"alone/{ROUND_FILE}") == (
        2,
        "",
        f"soa: there is no soa.yaml beside which alone/{ROUND_FILE} could stand\n",
    )


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_round_on_standard_input_stands_for_its_file(here, capsys, monkeypatch, on_disk):
    plan(here, *([OPEN] if on_disk else []))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SLIP.encode())))
    found = lint(capsys, "-", "--stdin-filename", ROUND_FILE)
    assert found.out.startswith(f"error unknown-word  {ROUND_FILE}:{line(SLIP, 'opne')}:12\n")
    assert found.out.endswith("\n1 error in 1 agreement (2 files).\n")


def _lines(text: str) -> list[tuple[str, int]]:
    found = json.loads(text)
    return [(one["location"]["path"], one["location"]["lines"]["begin"]) for one in found]


def _sarif(text: str) -> list[tuple[str, int]]:
    results = json.loads(text)["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"] for one in results]
    return [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in places]


def test_machines_are_told_the_right_files_from_the_top_of_the_repository(here, capsys, monkeypatch):
    """Run in the agreement's own folder, whose repository begins above it; one point in each of the two files."""
    two = OPEN + SLIP[SLIP.index("  - id:") :].replace("falls-lead", "other")
    at = line(two, "opne")
    plan(here / "plan", two)
    (here / ".git").mkdir()
    monkeypatch.chdir(here / "plan")
    expected = [("plan/soa.yaml", PART), (f"plan/{ROUND_FILE}", at)]
    assert _lines(lint(capsys, "--format", "gitlab").out) == expected
    assert _sarif(lint(capsys, "--format", "sarif").out) == expected
    github = lint(capsys, "--format", "github").out
    assert [f"file={name},line={number}," in github for name, number in expected] == [True, True]
    junit = lint(capsys, "--format", "junit").out
    assert f"{ROUND_FILE}:{at}:12" in junit
    [one] = json.loads(lint(capsys, "--format", "json").out)["agreements"]
    assert [(found["file"], found["start"]["line"]) for found in one["findings"]] == [
        ("soa.yaml", PART),
        (ROUND_FILE, at),
    ]
    assert [found["related"][0]["file"] for found in one["findings"] if found["related"]] == [ROUND_FILE]


# ---- what is remembered, and what is watched -----------------------------------------------------------------------


def test_a_round_that_comes_changes_or_goes_is_noticed(here, capsys):
    """Each answer twice, the second of them remembered; at every step it is the one without a cache."""
    plan(here)
    steps: list[tuple[str, str | None]] = [
        (ROUND_FILE, OPEN),
        (ROUND_FILE, ANSWERED),
        (ROUND_TWO, OPEN.replace("round: 1", "round: 2")),
        (ROUND_FILE, None),
        (ROUND_FILE, SLIP),
        (ROUND_TWO, None),
        (ROUND_FILE, None),
    ]
    said = [lint(capsys).out]
    for name, text in steps:
        if text is None:
            (here / name).unlink()
        else:
            (here / name).write_text(text)
        first, second = lint(capsys), lint(capsys)
        assert first == second == lint(capsys, "--no-cache"), name
        said.append(first.out.strip().rpartition("\n")[2])
    assert said == [
        "No findings in 1 agreement (1 file).\n",
        "1 warning in 1 agreement (2 files).",
        "No findings in 1 agreement (2 files).",
        "1 warning in 1 agreement (3 files).",
        "No findings in 1 agreement (1 file).",
        "1 error and 1 warning in 1 agreement (3 files).",
        "1 error in 1 agreement (2 files).",
        "No findings in 1 agreement (1 file).",
    ]


def test_the_folder_of_the_rounds_made_after_an_answer_is_noticed(here, capsys):
    agreement(here)
    assert lint(capsys).out == "No findings in 1 agreement (1 file).\n"
    plan(here, OPEN)
    assert lint(capsys).out.endswith("\n1 warning in 1 agreement (2 files).\n")


def test_an_answer_with_rounds_is_remembered(here, capsys, monkeypatch):
    plan(here, OPEN)
    first = lint(capsys)
    monkeypatch.setattr("soa.api.check", None)
    assert lint(capsys) == first


def test_watch_notices_a_round_though_reports_stand_beside_it(here, capsys):
    """`soa review` lists what it wrote into the same folder, which keeps other folders from being watched."""
    plan(here, OPEN)
    (here / "review" / ".soa.json").write_text("{}")
    answers: list[str] = []
    waits = iter([lambda: (here / ROUND_FILE).write_text(ANSWERED), lambda: (here / ROUND_TWO).write_text("")])

    def pause(_: float) -> None:
        change = next(waits, None)
        if change is None:
            raise KeyboardInterrupt
        change()

    with pytest.raises(KeyboardInterrupt):
        watch(agreements([])[0], None, lambda: answers.append(lint(capsys).out.splitlines()[-1]), pause)
    assert answers == [
        "1 warning in 1 agreement (2 files).",
        "No findings in 1 agreement (2 files).",
        "1 error in 1 agreement (3 files).",
    ]


# ---- what does not count -------------------------------------------------------------------------------------------


def test_a_baseline_knows_an_open_point(here, capsys):
    plan(here, OPEN)
    assert lint(capsys, "--baseline", "base.json", "--update-baseline").code == 0
    assert lint(capsys, "--baseline", "base.json").out == (
        "No findings in 1 agreement (2 files). Besides these, 1 is in the baseline.\n"
    )
    (here / ROUND_FILE).write_text(OPEN + OPEN[OPEN.index("  - id:") :].replace("falls-lead", "other"))
    assert "1 warning in 1 agreement (2 files). Besides these, 1 is in the baseline." in (
        lint(capsys, "--baseline", "base.json").out
    )
    (here / ROUND_FILE).write_text(OPEN.replace("falls-lead", "other"))  # about the same part, and not the same point
    assert lint(capsys, "--baseline", "base.json").out.endswith("\n1 warning in 1 agreement (2 files).\n")


def test_an_exception_stands_at_the_part_that_a_point_is_about(here, capsys):
    """In the round itself it is refused: what the point finds is not there."""
    comment = "# soa: ignore[review-point-unanswered] The board answers in June\n"
    plan(here, OPEN, text=FRAME.replace("        by_whom:", f"        {comment}        by_whom:", 1))
    assert lint(capsys).out == "No findings in 1 agreement (2 files). Besides these, 1 is silenced by an exception.\n"
    plan(here, OPEN.replace("  - id: falls-lead", f"  {comment}  - id: falls-lead"))
    found = lint(capsys).out
    assert "warning review-point-unanswered  soa.yaml:" in found
    assert f"warning exception-unused  {ROUND_FILE}:" in found
    assert "write it on that part's line" in " ".join(found.split())


def test_an_exception_in_a_round_holds_for_what_is_found_there(here, capsys):
    adrift = ANSWERED.replace(
        "about: falls/by_whom", "about: gone  # soa: ignore[review-point-adrift] It was taken out"
    )
    plan(here, adrift)
    assert lint(capsys).out == "No findings in 1 agreement (2 files). Besides these, 1 is silenced by an exception.\n"


# ---- what is mended ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_fix_mends_a_slip_in_a_round_and_nothing_else(here, capsys, end):
    """Comments, spaces, a byte order mark and the missing end of the last line stay as they are."""
    odd = "\ufeff# Ours \n" + SLIP.replace("by: Location", "by:   Location", 1).replace("opne", "opne  # since May ")
    odd = odd.rstrip("\n").replace("\n", end)
    plan(here, odd)
    before = files_in(here)
    shown = lint(capsys, "--diff").out
    assert [line for line in shown.splitlines() if line[:1] in "+-"][2:] == [
        "-    state: opne  # since May ",
        "+    state: open  # since May ",
    ]
    assert files_in(here) == before
    found = lint(capsys, "--fix", ROUND_FILE)
    assert found.err == f"1 change made in {ROUND_FILE}.\n"
    after = files_in(here)
    assert after.pop(ROUND_FILE) == odd.replace("opne", "open").encode()
    assert after == {name: content for name, content in before.items() if name != ROUND_FILE}


# ---- rounds that cannot be read ------------------------------------------------------------------------------------


def _link(path: Path) -> None:
    outside = path.parents[2] / "outside.yaml"
    outside.write_text(OPEN)
    path.symlink_to(outside)


UNREADABLE = {
    "a link out of the folder": (_link, "file-outside"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere.yaml"), "file-not-found"),
    "a folder": (lambda path: path.mkdir(), "file-not-found"),
    "bytes": (lambda path: path.write_bytes(bytes(range(256)) * 40), "not-text"),
    "too much": (lambda path: path.write_bytes(OPEN.encode() + b"#" * (6 << 20)), "too-large"),
    "nothing": (lambda path: path.write_bytes(b""), "empty-file"),
    "no YAML": (lambda path: path.write_bytes(b"points: [\n"), "not-yaml"),
}


@pytest.mark.parametrize(("make", "rule"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_round_that_cannot_be_read_is_a_finding_and_stops_nothing(here, capsys, make, rule):
    """What the other round asks is still shown, and the agreement is published as it would be without."""
    plan(here, OPEN)
    make(here / ROUND_TWO)
    found = lint(capsys)
    assert f"error {rule}  {ROUND_TWO}:" in found.out
    assert "warning review-point-unanswered  soa.yaml:" in found.out
    assert (found.code, found.err) == (1, "")
    published = soa(capsys, "publish", "--format", "md", *AS_OF)
    assert (published.code, published.out) == (0, "published/agreement.md\n1 file is written.\n")


@pytest.mark.parametrize(("make", "rule"), UNREADABLE.values(), ids=UNREADABLE)
def test_fix_mends_the_rest_beside_a_round_that_cannot_be_read(here, capsys, make, rule):
    plan(here, SLIP)
    make(here / ROUND_TWO)
    found = lint(capsys, "--fix")
    assert found.err == f"1 change made in {ROUND_FILE}.\n"
    assert f"error {rule}  {ROUND_TWO}:" in found.out
    assert (here / ROUND_FILE).read_text() == OPEN


def test_a_folder_of_rounds_that_lies_elsewhere_is_said_once(here, capsys):
    plan(here / "elsewhere", OPEN)
    agreement(here / "plan")
    (here / "plan" / "review").symlink_to(here / "elsewhere" / "review")
    found = lint(capsys, "plan").out
    assert found.startswith("error file-outside  plan/review/round-1.yaml:1:1\n")
    assert found.endswith("\n1 error in 1 agreement (2 files).\n")


# ---- other places where rounds are read ----------------------------------------------------------------------------


def _in_zip(folder: Path) -> str:
    with zipfile.ZipFile("plan.zip", "w") as file:
        for name, content in files_in(folder).items():
            file.writestr(f"plan/{name}", content)
    return "plan.zip"


def _in_git(folder: Path) -> str:
    if not shutil.which("git"):
        pytest.skip("needs git: sudo apt install git")
    identity = (
        "-c",
        "user.name=An Officer",
        "-c",
        "user.email=officer@strathbeg.example",
        "-c",
        "commit.gpgsign=false",
    )
    for words in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "The plan"]):
        subprocess.run(["git", *words], check=True)
    shutil.rmtree(folder)
    return f"HEAD:{folder.name}"


@pytest.mark.parametrize("made", [_in_zip, _in_git])
def test_a_version_in_a_zip_file_or_in_git_has_its_rounds(here, made):
    version = version_of(made(plan(here / "plan", OPEN, LATER.replace("round: 1", "round: 2"))))
    checked = judged(version, terms_of(version, version, None), TODAY)
    assert sorted(checked.rounds) == [ROUND_FILE, ROUND_TWO]
    assert [one.state for one in checked.rounds[ROUND_TWO].points] == ["agreed-for-later"]


# ---- opening one where it cannot be --------------------------------------------------------------------------------


def opening(capsys, *words: object) -> Answer:
    """What `soa review --open` answers."""
    return soa(capsys, "review", *AS_OF, *words, "--open", 1)


def test_a_round_is_opened_in_no_other_version_than_the_one_on_disk(here, capsys):
    """What git and zip files hold may be older, and have other rounds."""
    agreement(here / "plan")
    before = files_in(agreement(here / "zipped"))
    for made in (_in_zip(here / "zipped"), _in_git(here / "plan")):
        found = opening(capsys, made)
        assert (found.code, "unpack the zip file, or check the revision out" in found.err) == (2, True)
    assert not list(here.rglob("round-1.yaml"))
    assert files_in(here / "zipped") == before


@pytest.mark.parametrize("number", ["0", "-1", "1" * 5_000, "01", "100", "one", "٣", ""])
def test_only_the_number_of_a_round_opens_one(here, capsys, number):
    agreement(here)
    found = soa(capsys, "review", *AS_OF, f"--open={number}")
    assert (found.code, "--open wants the number of a round" in found.err) == (2, True)


def test_a_file_named_like_the_folder_of_the_rounds_stays(here, capsys):
    agreement(here)
    (here / "review").write_text("My notes")
    found = opening(capsys)
    assert (found.code, "review is a file" in found.err) == (2, True)
    assert (here / "review").read_text() == "My notes"


def test_a_round_that_cannot_be_written_whole_leaves_nothing_behind(here, capsys, monkeypatch):
    """A disk that is full, for one; the next time the round can be opened."""
    agreement(here)

    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    def created(path: str, mode: str, **_: str) -> Full:
        assert mode == "x"
        Path(path).touch(exist_ok=False)
        return Full()

    with monkeypatch.context() as patched:
        patched.setattr(opened, "open", created, raising=False)
        found = opening(capsys)
    assert (found.code, found.err) == (2, f"soa: {ROUND_FILE} cannot be written: no space left on device\n")
    assert files_in(here / "review") == {}
    assert opening(capsys).code == 0
    first = (here / ROUND_FILE).read_bytes()
    assert opening(capsys).code == 2
    assert (here / ROUND_FILE).read_bytes() == first


# ---- the whole exchange --------------------------------------------------------------------------------------------

DIRECTOR = "Location Director for Strathbeg"
WEAK = FRAME.replace("          lead: hscp\n          post: Chief Officer\n", "          lead: everybody\n").replace(
    ", response: The records will be linked from April 2014, response_date: 2013-05-20", ""
)
"""Nobody leads on falls, and what is asked of government has no answer yet."""
SIGNED = """
sign_off:
  - {partner: council, body: Full council, date: 2013-06-05}
  - {partner: nhs-beg, body: Board of NHS Beg, date: 2013-06-05}
  - {partner: scottish-government, body: Scottish Ministers, date: 2013-06-05}
"""
OWN = """
  - id: muirton
    to: partnership
    about: falls
    question: What will the village hall in Muirton cost?
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: open
"""
OF_THE_DIRECTOR, OF_THE_OFFICER = Path("director", "plan"), Path("officer", "plan")


def _write(path: Path, old: str, new: str) -> None:
    """Write some words in place of others that stand in a file once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def _settle(folder: Path, name: str, *lines: str) -> None:
    """Write something in place of the state of a point of the first round."""
    before, point, after = (folder / ROUND_FILE).read_text("utf-8").partition(f"  - id: {name}\n")
    assert point
    written = "".join(f"    {line}\n" for line in lines)
    settled = re.sub(r"^    state: .*\n", written, after, count=1, flags=re.MULTILINE)
    (folder / ROUND_FILE).write_text(f"{before}{point}{settled}", "utf-8")


def _of_review(capsys, folder: Path, day: str) -> set[tuple[str, str, str]]:
    """The case, severity and part of each finding that is about the review."""
    [one] = json.loads(soa(capsys, "lint", folder, "--as-of", day, "--format", "json").out)["agreements"]
    return {
        (found["case"], found["severity"], found["part"])
        for found in one["findings"]
        if found["rule"].startswith("review-") or found["file"] == ROUND_FILE
    }


def _send(sender: Path, receiver: Path) -> None:
    """Send the round, and nothing else."""
    (receiver / "review").mkdir(exist_ok=True)
    shutil.copy(sender / ROUND_FILE, receiver / ROUND_FILE)


def _report(capsys, folder: Path, day: str, *words: str) -> dict[str, object]:
    """What the director's report says, as data."""
    assert soa(capsys, "review", folder, "--as-of", day, "--by", DIRECTOR, "--format", "json", *words).code == 0
    report: dict[str, object] = json.loads((folder / "review" / "challenge-report.json").read_text("utf-8"))
    return report


def test_an_exchange_from_the_first_question_to_the_development_plan(here, capsys):
    """A reader asks, the officer answers, the reader settles, the board signs; each has a copy, and only the round goes to and fro."""
    director, officer = here / OF_THE_DIRECTOR, here / OF_THE_OFFICER
    agreement(director, WEAK)
    agreement(officer, WEAK)
    falls, outcome = "priorities/older-people/outcomes/falls/by_whom/lead", "priorities/older-people/outcomes/falls"

    opened = soa(capsys, "review", OF_THE_DIRECTOR, "--open", "1", "--by", DIRECTOR, "--as-of", "2013-04-15")
    assert (opened.code, opened.err) == (0, "")
    with (director / ROUND_FILE).open("a", encoding="utf-8") as file:
        file.write(OWN)
    _send(director, officer)

    asked = {("open", "warning", falls), ("open", "warning", outcome), ("waiting", "advice", "asks/ask-data")}
    assert _of_review(capsys, OF_THE_OFFICER, "2013-05-02") == asked
    _write(officer / "soa.yaml", "lead: everybody", "lead: hscp\n          post: Chief Officer")
    _settle(officer, "falls-owner", "state: answered", "answer: The Chief Officer.", "answered: 2013-05-02")
    assert _of_review(capsys, OF_THE_OFFICER, "2013-05-02") == asked - {("open", "warning", falls)}
    before = {**files_in(officer)}

    shutil.copytree(officer, here / "director" / "second")
    second = Path("director", "second")
    report = _report(capsys, second, "2013-05-06", "--since", str(OF_THE_DIRECTOR))
    assert "The Chief Officer." in json.dumps(report)
    assert "this was asked before" not in json.dumps(report)
    assert soa(capsys, "compare", OF_THE_DIRECTOR, second, "--as-of", "2013-05-06").code == 0
    _settle(second, "falls-owner", "state: closed", "closed: 2013-05-06")
    _settle(second, "muirton", "state: agreed-for-later", "owner: council", "due: 2013-12-31")
    _write(second / ROUND_FILE, "points:\n", "conclusion: {verdict: ready-to-agree, because: It is clear.}\npoints:\n")
    assert "It is clear." in json.dumps(_report(capsys, second, "2013-05-06"))

    _write(officer / "soa.yaml", "status: consultation", "status: agreed\n  agreed: 2013-06-05")
    (officer / "soa.yaml").write_text((officer / "soa.yaml").read_text() + SIGNED)
    early = _of_review(capsys, OF_THE_OFFICER, "2013-06-10")
    assert ("agreed", "error", "agreement/status") in early
    assert before[ROUND_FILE] == (officer / ROUND_FILE).read_bytes()
    _send(second, officer)
    assert _of_review(capsys, OF_THE_OFFICER, "2013-06-10") == {("waiting", "advice", "asks/ask-data")}
    published = soa(capsys, "publish", OF_THE_OFFICER, "--format", "md", "--as-of", "2013-06-10")
    assert published.code == 0, published.err
    text = (officer / "published" / "agreement.md").read_text("utf-8")
    assert "| What will the village hall in Muirton cost? | Strathbeg Council | 31 December 2013 |" in text
    assert "which one of you do we ring" not in text


@pytest.mark.parametrize(
    "name",
    [
        "review/round1.yml", "review/Round-1.yaml", "review/round-2.yaml", "review/round-1.yaml.txt", "round-1.yaml",
        "reviews/round-1.yaml", "review/review/round-1.yaml",
    ],
)  # fmt: skip
def test_a_round_that_is_not_read_is_said_though_nothing_else_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
):
    """The file came by e-mail and was saved under another name, after a lint that is remembered."""
    monkeypatch.setenv("SOA_CACHE", str(tmp_path / "cache"))
    folder = plan(tmp_path / "plan")
    monkeypatch.chdir(folder)
    assert soa(capsys, "lint").code == 0
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(OPEN, "utf-8")
    found = soa(capsys, "lint")
    assert f"{name} is not read: put rounds of review into the folder review, named round-1.yaml" in found.err
    assert found.code == 0
    assert soa(capsys, "lint", name).code == 0
    (folder / name).rename(folder / "review" / "round-1.yaml")
    assert "is not read" not in soa(capsys, "lint").err
