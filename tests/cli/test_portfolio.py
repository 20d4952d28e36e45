"""`soa portfolio`: which folders it looks at, what it says of those it cannot read, and that nothing else changes its answer."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from soa.cli import cluster, processes
from soa.cli.areas import areas
from soa.cli.executors import Lost
from tests.cli.run import agreement, files_in, soa
from tests.rules.sound import FRAME

ROOT = Path(__file__).parents[2]
PATIENCE = 300
"""Seconds after which what is waited for will not come any more."""

DAY = ("--as-of", "2013-06-01")


def write_areas(here, number=3):
    for one in range(number):
        agreement(here / "areas" / f"area-{one}", FRAME)


def roots(folder="areas", aside="portfolio"):
    return [area.root for area in areas(folder, aside)]


# ---- which folders -------------------------------------------------------------------------------------------------


def test_every_folder_with_an_agreement_is_looked_at_however_deep_in_the_order_of_names(here):
    for name in ("b/round-2", "b/round-10", "a/x", "a", "b", "c/d/e/f", "a-1"):
        agreement(here / "areas" / name)
    (here / "areas" / "empty").mkdir()
    assert roots() == ["a", "a/x", "a-1", "b", "b/round-10", "b/round-2", "c/d/e/f"]
    assert roots("areas/a") == [".", "x"]


@pytest.mark.parametrize("name", [".git/x", ".hidden", "node_modules/x", "published", "a/published/x", "written/areas"])
def test_some_folders_are_passed_by(here, name):
    agreement(here / "areas" / "a")
    agreement(here / "areas" / name)
    assert roots(aside="areas/written") == ["a"]


def test_links_lead_nowhere(here):
    agreement(here / "areas" / "a")
    agreement(here / "outside")
    (here / "areas" / "loop").symlink_to(here / "areas")
    (here / "areas" / "leaves").symlink_to(here / "outside")
    (here / "areas" / "again").symlink_to(here / "areas" / "a")
    assert roots() == ["a"]


def test_an_agreement_that_is_a_link_out_of_its_folder_is_a_problem_and_not_read(here, capsys):
    write_areas(here)
    (here / "secret.yaml").write_text("- secret\n")
    (here / "areas" / "z").mkdir()
    (here / "areas" / "z" / "soa.yaml").symlink_to(here / "secret.yaml")
    (here / "areas" / "y").mkdir()
    (here / "areas" / "y" / "soa.yaml").symlink_to("nowhere")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert found.code == 0
    assert "soa: y: soa.yaml, line 1: " in found.err
    assert "soa: z: soa.yaml, line 1: “soa.yaml” cannot be read: it lies outside" in found.err


def test_a_folder_that_is_shut_is_a_problem(here, capsys, monkeypatch):
    write_areas(here)
    shut = here / "areas" / "shut"
    agreement(shut)
    scandir = os.scandir

    def refusing(path):
        if os.path.realpath(path) == str(shut):  # root may open what is shut to everybody else
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert (found.code, found.err) == (0, "soa: shut: the folder cannot be opened: permission denied\n")


def test_a_folder_whose_name_is_no_text_is_looked_at(here):
    agreement(here / "areas" / os.fsdecode(b"caf\xe9"))
    assert roots() == ["caf�"]


def test_a_thousand_folders_deep_is_no_matter(here):
    deep = here / "areas"
    for _ in range(20):
        deep = deep / ("d/" * 20)
    agreement(deep)
    assert len(roots()) == 1


# ---- what is said and how it ends ----------------------------------------------------------------------------------


def test_what_is_written_is_said_in_a_line(here, capsys):
    write_areas(here)
    found = soa(capsys, "portfolio", "areas", *DAY)
    written = files_in(here / "portfolio")
    assert (found.code, found.err) == (0, "")
    assert found.out == (
        f"The portfolio of 3 agreements is written: portfolio/index.html and {len(written) - 2} more files.\n"
    )
    assert all(f"area-{number}" in written["data/portfolio.json"].decode() for number in range(3))


def test_a_broken_agreement_is_told_and_does_not_stop_the_rest(here, capsys):
    write_areas(here)
    agreement(here / "areas" / "broken", "- nothing\n")
    agreement(here / "areas" / "area-0" / "empty", "")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert found.code == 0
    first, second = found.err.splitlines()
    assert first.startswith("soa: area-0/empty: soa.yaml, line 1: ")
    assert second.startswith("soa: broken: soa.yaml, line 1: An agreement is written as keys and values")
    assert found.out.endswith("2 could not be read; each is listed with its reasons.\n")


def test_the_name_of_a_folder_cannot_move_the_cursor(here, capsys):
    write_areas(here, 1)
    agreement(here / "areas" / "\x1b[2Jx", "- nothing\n")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert found.code == 0
    assert "\x1b" not in found.err
    assert "x: soa.yaml, line 1" in found.err


def test_the_name_of_a_folder_is_one_line_of_characters_wherever_it_is_shown(here, capsys):
    write_areas(here)
    for name, text in (("two\nlines", ""), ("red\x1b[31m\u202e", ""), ("also\nsound", FRAME)):
        agreement(here / "areas" / name, text)
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert sorted(line.partition(": soa.yaml")[0] for line in found.err.splitlines()) == [
        "soa: red\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}",
        "soa: two\N{REPLACEMENT CHARACTER}lines",
    ]
    pages = b"".join(files_in(here / "portfolio").values())
    assert b"[31m" in pages
    assert [one for one in (b"\x1b", "\u202e".encode(), b"\\u202e") if one in pages] == []


def test_a_folder_in_place_of_an_agreement_is_a_problem_and_looked_into(here, capsys):
    write_areas(here)
    agreement(here / "areas" / "odd" / "soa.yaml")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert (found.code, found.err) == (0, "soa: odd: soa.yaml is a folder here, and not a file\n")
    assert "odd/soa.yaml" in [one.root for one in areas("areas", "")]


def test_folders_whose_names_look_alike_keep_their_order(here, monkeypatch):
    """Names that are no text are shown with one mark for every byte that is none."""
    scandir = os.scandir
    for name in (b"area\xfd", b"area\xfe", b"area\xff"):
        agreement(here / os.fsdecode(name))
    found = [one.path for one in areas(".", "")]

    class Backwards:
        def __init__(self, path):
            with scandir(path) as entries:
                self.entries = list(entries)

        def __enter__(self):
            return sorted(self.entries, key=lambda entry: os.fsencode(entry.name), reverse=True)

        def __exit__(self, *_):
            return None

    monkeypatch.setattr(os, "scandir", Backwards)
    assert [one.path for one in areas(".", "")] == found
    assert len(found) == 3


def test_where_nothing_can_be_read_nothing_is_written(here, capsys):
    agreement(here / "areas" / "broken", "- nothing\n")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert (found.code, found.out) == (2, "")
    assert found.err.splitlines()[-1] == "soa: no agreement in areas could be read"
    assert not (here / "portfolio").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "there is no folder nowhere"),
        (["empty"], "there is no soa.yaml in empty, or in a folder below it"),
        (["areas", "--site", ""], "--site wants the folder to write into"),
        (["areas", "--site", "areas"], "choose another folder than areas with --site"),
        (["areas", "--site", "."], "choose another folder than . with --site"),
        (["areas", "--site", "/"], "choose another folder than / with --site"),
        (["areas", "--jobs", "0"], "--jobs wants a number from 1, and this is 0"),
        (["areas", "--jobs", "many"], "--jobs wants a number from 1, and this is many"),
        (["areas", "--executor", "spark://x:1"], "--executor wants a scheduler such as dask://127.0.0.1:8786"),
        (["areas", "--executor", "dask://x"], "--executor wants a scheduler such as dask://127.0.0.1:8786"),
        (["areas", "--executor", "dask://x:1", "--jobs", "2"], "--jobs is for processes of this machine"),
        (["areas", "--as-of", "soon"], "--as-of wants a day"),
        (["areas", "--config", "own.toml"], "own.toml names rules of its own"),
        (["areas", "--config", "nowhere.toml"], "nowhere.toml cannot be read"),
    ],
)
def test_what_cannot_be_done_is_2_and_writes_nothing(here, capsys, words, said):
    write_areas(here, 1)
    (here / "empty").mkdir()
    (here / "own.toml").write_text('[own]\nrules = ["own.py"]\n')
    (here / "own.py").write_text("")
    before = files_in(here)
    found = soa(capsys, "portfolio", *words)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert files_in(here) == before


def test_what_soa_did_not_write_is_never_replaced(here, capsys):
    write_areas(here)
    (here / "portfolio").mkdir()
    (here / "portfolio" / "index.html").write_text("mine")
    before = files_in(here)
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert found.code == 2
    assert "soa did not write it" in found.err
    assert files_in(here) == before


@pytest.mark.parametrize("words", [("--output", "published", "--format", "md"), ("--site", "published")])
def test_what_another_command_wrote_is_not_taken_for_an_old_portfolio(here, capsys, words):
    write_areas(here, 1)
    assert soa(capsys, "publish", "areas/area-0", *words, *DAY).code == 0
    before = files_in(here)
    found = soa(capsys, "portfolio", "areas", "--site", "published", *DAY)
    assert (found.code, "holds something else that soa wrote" in found.err) == (2, True)
    assert files_in(here) == before


def test_what_is_no_longer_written_is_taken_away_and_nothing_else(here, capsys):
    write_areas(here)
    soa(capsys, "portfolio", "areas", *DAY)
    (here / "portfolio" / "mine.html").write_text("mine")
    before = set(files_in(here / "portfolio"))
    assert soa(capsys, "portfolio", "areas", "--format", "json", *DAY).code == 0
    after = set(files_in(here / "portfolio"))
    assert after < before
    assert "mine.html" in after
    assert {name.rpartition(".")[2] for name in after - {"mine.html"}} == {"json"}


def test_the_folder_that_is_written_may_stand_among_those_that_are_read(here, capsys):
    write_areas(here)
    words = ("portfolio", "areas", "--site", "areas/portfolio", *DAY)
    first = soa(capsys, *words)
    agreement(here / "areas" / "portfolio" / "not-one-of-them")
    assert soa(capsys, *words) == first


@pytest.mark.parametrize(
    ("format_name", "has", "has_not"),
    [
        ("html", {"index.html", "soa.css"}, {"data/agreements.csv", "data/portfolio.json"}),
        ("csv", {"data/agreements.csv"}, {"index.html", "data/portfolio.json"}),
        ("json", {"data/portfolio.json"}, {"index.html", "data/agreements.csv"}),
    ],
)
def test_each_format_can_be_asked_for_alone(here, capsys, format_name, has, has_not):
    write_areas(here, 2)
    assert soa(capsys, "portfolio", "areas", "--format", format_name, *DAY).code == 0
    written = set(files_in(here / "portfolio"))
    assert has <= written
    assert not has_not & written


# ---- the same for all ----------------------------------------------------------------------------------------------


def test_processes_cache_and_order_of_the_disk_change_no_byte(here, capsys):
    write_areas(here, 7)
    agreement(here / "areas" / "broken", "- nothing\n")
    answers = []
    for number, words in enumerate((["--jobs", "1"], ["--jobs", "1"], ["--jobs", "5", "--no-cache"], [])):
        found = soa(capsys, "portfolio", "areas", *DAY, "--site", f"site-{number}", *words)
        answers.append(
            (found.code, found.out.replace(f"site-{number}", ""), found.err, files_in(here / f"site-{number}"))
        )
    assert answers[1:] == answers[:1] * 3


def test_one_configuration_holds_for_all_and_none_of_their_own(here, capsys):
    write_areas(here, 2)
    plain = soa(capsys, "portfolio", "areas", *DAY), files_in(here / "portfolio")
    for folder in (here / "areas", here / "areas" / "area-0"):
        (folder / "soa.toml").write_text("this is not even TOML")
    assert (soa(capsys, "portfolio", "areas", *DAY), files_in(here / "portfolio")) == plain


def test_the_configuration_that_is_given_reaches_every_job(here, capsys, monkeypatch):
    write_areas(here, 2)
    (here / "ours.toml").write_text('[rules]\nunowned-outcome = "off"\n')
    seen = []
    monkeypatch.setattr("soa.cli.portfolio.in_order", lambda jobs, executor, kept: seen.extend(jobs) or iter(()))
    with pytest.raises((StopIteration, RuntimeError)):
        soa(capsys, "portfolio", "areas", "--config", "ours.toml", *DAY)
    assert [dict(job.settings.rules) for job in seen] == [{"unowned-outcome": "off"}] * 2


# ---- begun, stopped, and gone on with ------------------------------------------------------------------------------

STOPS = """
import os, signal, sys
from soa.cli import processes
from soa.cli.main import entry
from soa.portfolio.run import judge

def stopping(job):
    if job.root == os.environ.get("STOPS_AT"):
        with open("begun", "w") as pipe:
            pipe.write("begun")
        open("go", "r").close()
    judged = judge(job)
    with open("judged", "a") as file:
        file.write(job.root + "\\n")
    return judged

processes.judge = stopping
sys.argv[0] = "soa"
entry()
"""
"""The command, which in one of its jobs says that it has begun it, and waits until it may go on."""

FORKS = pytest.mark.skipif(processes.METHOD != "fork", reason="a stand-in reaches only processes that are forked")


@pytest.fixture
def begun(here):
    for name in ("begun", "go"):
        os.mkfifo(here / name)
    pipe = os.open(here / "begun", os.O_RDONLY | os.O_NONBLOCK)
    yield pipe
    os.close(pipe)


def command(*words, **environment):
    return subprocess.Popen(
        [sys.executable, "-c", STOPS, "portfolio", "areas", *words, *DAY],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@FORKS
def test_ctrl_c_is_130_and_the_next_run_goes_on_from_there(here, begun):
    write_areas(here, 6)
    with command("--jobs", "1", STOPS_AT="area-4") as first:
        assert select.select([begun], [], [], PATIENCE)[0]
        os.killpg(first.pid, signal.SIGINT)
        assert first.communicate(timeout=PATIENCE) == (b"", b"")
    assert first.returncode == 130
    assert (here / "judged").read_text().split() == [f"area-{number}" for number in range(4)]
    assert not (here / "portfolio").exists()
    with command("--jobs", "1") as second:
        assert second.communicate(timeout=PATIENCE)[1] == b""
    assert second.returncode == 0
    again = (here / "judged").read_text().split()[4:]
    assert again[-2:] == ["area-4", "area-5"]
    assert set(again[:-2]) <= {"area-3"}  # whose answer may have been on its way
    with command("--jobs", "1") as third:
        third.communicate(timeout=PATIENCE)
    assert (here / "judged").read_text().split()[4:] == again


@FORKS
def test_when_the_command_is_killed_its_processes_end_with_it(here, begun):
    write_areas(here, 6)
    with command("--jobs", "3", STOPS_AT="area-4") as killed:
        assert select.select([begun], [], [], PATIENCE)[0]
        killed.kill()
        with open(here / "go", "w"):
            assert killed.communicate(timeout=PATIENCE) == (b"", b"")  # which the last of them closes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "it has gone; what was done is kept, and the same command goes on from there"),
        (["--no-cache"], "it has gone"),
    ],
)
def test_what_is_said_where_the_cluster_has_gone(here, capsys, monkeypatch, words, said):
    write_areas(here, 1)

    def gone(self):
        raise Lost("it has gone")

    monkeypatch.setattr(processes.Processes, "ended", gone)
    assert soa(capsys, "portfolio", "areas", *words, *DAY) == (2, "", f"soa: {said}\n")
    assert not (here / "portfolio").exists()


# ---- without a cluster ---------------------------------------------------------------------------------------------


def test_without_the_extra_the_command_that_installs_it_is_named(here, capsys, monkeypatch):
    write_areas(here, 1)
    monkeypatch.setitem(sys.modules, "distributed", None)
    found = soa(capsys, "portfolio", "areas", "--executor", "dask://127.0.0.1:8786")
    assert (found.code, found.out) == (2, "")
    assert 'pipx install "soa-toolkit[publish,cluster]"' in found.err


def test_without_a_scheduler_it_ends_soon_and_says_so(here, capsys, monkeypatch):
    write_areas(here, 1)
    monkeypatch.setattr(cluster, "_REACHED_WITHIN", 0.2)
    found = soa(capsys, "portfolio", "areas", "--executor", "dask://127.0.0.1:1")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("soa: no Dask scheduler answers at 127.0.0.1:1; start one with: dask scheduler")


def test_dask_is_imported_only_when_it_is_asked_for(here):
    write_areas(here, 1)
    script = "import sys; from soa.cli.main import main; assert main(sys.argv[1:]) == 0; assert 'distributed' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", script, "portfolio", "areas", *DAY],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
