"""Doing the jobs of a portfolio in processes of this machine."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe, wait
from types import TracebackType
from typing import Any, Self

from soa.cli.executors import Ticket
from soa.portfolio.run import Job, Judged, failed, judge, warm

METHOD = "fork" if sys.platform == "linux" else "spawn"
"""How a process is begun; forked, it shares what has been imported."""

_ATTEMPTS = 2
"""A process may be ended from outside through no fault of what it reads; twice is no accident."""

_AHEAD = 2
"""Jobs that wait for the next process that is free."""

_JOBS_A_LIFE = 200
"""After so many jobs a process is replaced, so that whatever it has gathered is given back."""

_ENDED = "checking it ended the process, twice; it may need more memory than there is"


class Processes:
    """Processes of this machine: each is known to do one job at a time, so that where one dies it is known of which."""

    def __init__(self, number: int) -> None:
        from multiprocessing import get_context

        self.width = number + _AHEAD
        self._number = number
        self._context: Any = get_context(METHOD)
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, Ticket, int]] = {}
        self._waiting: deque[tuple[Ticket, int]] = deque()
        self._ready: deque[tuple[Ticket, Judged]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in (*self._idle, *(worker for worker, _, _ in self._busy.values())):
            worker.end()

    def begin(self, ticket: Ticket) -> None:
        """Take a job over."""
        self._waiting.append((ticket, 1))
        self._collect(0)
        self._hand_out()

    def ended(self) -> tuple[Ticket, Judged]:
        """Wait for one of them, whichever is first."""
        while not self._ready:
            self._hand_out()
            self._collect(None)
        self._hand_out()
        return self._ready.popleft()

    def _hand_out(self) -> None:
        """Give every process a job, as far as there are any."""
        while self._waiting and (self._idle or len(self._busy) < self._number):
            worker = self._idle.pop() if self._idle else self._new()
            if not worker.give(self._waiting[0][0].job):
                worker.end()
                continue
            ticket, attempt = self._waiting.popleft()
            self._busy[worker.pipe] = (worker, ticket, attempt)

    def _new(self) -> _Worker:
        if METHOD == "fork":
            warm()
        return _Worker(self._context)

    def _collect(self, seconds: float | None) -> None:
        """Take what has come, or where `seconds` is None, wait for something to come."""
        for pipe in wait(list(self._busy), seconds):
            assert isinstance(pipe, Connection)
            worker, ticket, attempt = self._busy.pop(pipe)
            judged = worker.take()
            if judged is not None:
                self._ready.append((ticket, judged))
                self._rest(worker)
                continue
            worker.end()
            if attempt < _ATTEMPTS:
                self._waiting.appendleft((ticket, attempt + 1))
            else:
                self._ready.append((ticket, failed(ticket.job.root, _ENDED)))

    def _rest(self, worker: _Worker) -> None:
        if worker.done < _JOBS_A_LIFE:
            self._idle.append(worker)
        else:
            worker.end()


class _Worker:
    """A process, and the pipe that leads to it."""

    def __init__(self, context: Any) -> None:
        self.done = 0
        self.pipe, theirs = Pipe()
        inherited = self.pipe if METHOD == "fork" else None
        self._process = context.Process(target=_work, args=(theirs, inherited), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, job: Job) -> bool:
        """Hand it a job; False where it has died meanwhile."""
        try:
            self.pipe.send(job)
        except OSError:
            return False
        return True

    def take(self) -> Judged | None:
        """What it made of the job; None where it died over it."""
        try:
            judged: Judged = self.pipe.recv()
        except (EOFError, OSError):
            return None
        self.done += 1
        return judged

    def end(self) -> None:
        """End it at once: it has nothing of its own to put in order."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def _work(pipe: Connection, inherited: Connection | None) -> None:
    """What a process does: one job after another, until there are no more; `inherited` is the other end of its pipe."""
    import gc
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)  # Ctrl-C is answered once, by the process that was started
    if inherited is not None:
        inherited.close()  # else it would itself keep open what tells it that nobody is left to work for
    _go_first()
    gc.freeze()
    gc.enable()  # unlike a command, this may run for long
    with suppress(EOFError, OSError):
        while True:
            pipe.send(judge(pipe.recv()))


def _go_first() -> None:
    """Where memory runs out, let Linux end this process and not the run."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
        file.write("500")


def cores() -> int:
    """How many processes this machine does at a time."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system says which of them are ours
        return os.cpu_count() or 1
