"""`soa portfolio --executor dask://…`: a real scheduler, real workers, and what becomes of them."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from csv import DictReader
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import pytest

from soa.cli import cluster
from soa.cli.kept import program
from tests.cli.run import agreement, files_in, soa
from tests.rules.sound import FRAME

ROOT = Path(__file__).parents[2]
PATIENCE = 300
"""Seconds after which what is waited for will not come any more."""

AREAS = 14

SIGNALS = """
import os, signal
from soa.cli import cluster
from soa.portfolio.run import judge

role, finished = os.environ["ROLE"], 0

def opened(name, mode):
    return open(os.path.join(os.environ["SIGNALS"], name), mode)

def signalling(job):
    global finished
    if any(b"poison" in held for _, held in job.files if isinstance(held, bytes)):
        os.kill(os.getpid(), signal.SIGKILL)
    if role == "victim" and finished == 3:
        with opened("begun", "w") as pipe:
            pipe.write(f"{os.getpid()}\\n")
        signal.pause()
    if role == "other" and finished == 1:
        opened("go", "r").close()
    judged = judge(job)
    finished += 1
    return judged

cluster.judge = signalling
"""
"""What each worker runs before it begins: one stops in its fourth job and says so, the other in its second until it may go on."""


class Program:
    """A program of Dask, and what it says."""

    def __init__(self, *words: object, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dask", *map(str, words), "--host", "127.0.0.1", "--no-dashboard"],
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.lines: SimpleQueue[str] = SimpleQueue()
        self.reader = Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        for line in self.process.stderr:
            self.lines.put(line)
        self.lines.put("")

    def says(self, pattern: str) -> re.Match[str]:
        """Wait until it says this."""
        found = None
        while found is None:
            line = self.lines.get(timeout=PATIENCE)
            assert line, f"it ended before it said {pattern}"
            found = re.search(pattern, line)
        return found

    def end(self) -> None:
        """End it, and what it has begun."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.reader.join()
        self.process.stderr.close()


class Cluster(ExitStack):
    """A scheduler, and the workers that are added to it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        (folder / "signals.py").write_text(SIGNALS)
        for name in ("begun", "go"):
            os.mkfifo(folder / name)

    def scheduler(self) -> None:
        """Begin with it."""
        started = self._begun("scheduler", "--port", "0", DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0")
        self.address = started.says(r"Scheduler at: +tcp://(\S+)")[1]

    def worker(self, role: str = "", *words: str) -> Program:
        """One more worker of one thread."""
        own = ("--nthreads", "1", "--preload", self.folder / "signals.py")
        started = self._begun("worker", self.address, *own, *words, ROLE=role, SIGNALS=str(self.folder))
        started.says("Registered to")
        return started

    def _begun(self, *words: object, **environment: str) -> Program:
        program = Program(*words, DASK_TEMPORARY_DIRECTORY=str(self.folder), **environment)
        self.callback(program.end)
        return program


@pytest.fixture
def running(tmp_path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    folder.mkdir()
    with Cluster(folder) as started:
        started.scheduler()
        yield started


@contextmanager
def portfolio(*words: object) -> Iterator[subprocess.Popen]:
    """The command, in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "soa", "portfolio", "areas", "--as-of", "2013-06-01", *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def ended(process: subprocess.Popen) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def write_areas(here: Path, **texts: str) -> None:
    for number in range(AREAS):
        agreement(here / "areas" / f"area-{number:02}", FRAME)
    for name, text in texts.items():
        agreement(here / "areas" / name, text)


def test_a_worker_that_is_killed_half_way_changes_nothing(here, running):
    write_areas(here, broken="- nothing\n")
    running.worker("victim", "--no-nanny")
    running.worker("other", "--no-nanny")
    begun = os.open(running.folder / "begun", os.O_RDONLY | os.O_NONBLOCK)
    with portfolio("--executor", f"dask://{running.address}", "--site", "far", "--no-cache") as command:
        assert select.select([begun], [], [], PATIENCE)[0], "the worker never began its fourth job"
        os.kill(int(os.read(begun, 100)), signal.SIGKILL)
        os.close(begun)
        with open(running.folder / "go", "w"):
            code, out, err = ended(command)
    with portfolio("--site", "near", "--no-cache", "--jobs", "2") as command:
        local = ended(command)
    assert (code, out.replace("far", "near"), err) == local
    assert code == 0, err
    assert err.startswith("soa: broken: ")
    assert files_in(here / "far") == files_in(here / "near")
    folders = [
        row["folder"]
        for row in DictReader(files_in(here / "far")["data/agreements.csv"].decode("utf-8-sig").splitlines())
    ]
    assert sorted(folders) == [f"area-{number:02}" for number in range(AREAS)]


def test_an_agreement_that_ends_its_worker_is_reported_and_the_rest_is_done(here, running):
    write_areas(here, worst="soa: 1\n# poison\n")
    running.worker()
    running.worker()
    with portfolio("--executor", f"dask://{running.address}", "--format", "csv") as command:
        code, out, err = ended(command)
    assert code == 0, err
    assert f"{AREAS} agreements" in out
    assert (
        err
        == "soa: worst: checking it ended several workers, one after another; it may need more memory than they have\n"
    )


def test_a_worker_with_another_program_is_named(here, running, capsys, monkeypatch):
    write_areas(here)
    running.worker()
    other = program()._replace(version="0.0.9", digest="another")
    monkeypatch.setattr(cluster, "program", lambda: other)
    found = soa(capsys, "portfolio", "areas", "--executor", f"dask://{running.address}")
    assert found.code == 2
    assert "has soa 0.1.0 on Python" in found.err
    assert "and here is soa 0.0.9 on Python" in found.err
    assert not (here / "portfolio").exists()


def test_a_scheduler_without_workers_is_said(here, running, capsys):
    write_areas(here)
    found = soa(capsys, "portfolio", "areas", "--executor", f"dask://{running.address}")
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        f"soa: the scheduler {running.address} has no workers; start some with: dask worker {running.address}\n"
    )
