"""Doing the jobs of a portfolio in the workers of a Dask cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from concurrent.futures import CancelledError
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from soa import __version__
from soa.cli.ends import Refused
from soa.cli.executors import Lost, Ticket
from soa.cli.kept import Program, program
from soa.portfolio.run import Job, Judged, failed, judge

SCHEME = "dask://"

_REACHED_WITHIN = 5.0
"""Seconds in which a scheduler answers, or there is none."""

_LOOKED_AFTER = 5.0
"""Seconds without an answer after which it is seen whether anybody is still at work."""

_PATIENCE = 12
"""So many times nobody may be found at work: workers that restart are back before that."""

_LEAST_WIDTH = 16
"""Jobs that are handed over at least: workers may still join."""

_ENDED = "checking it ended several workers, one after another; it may need more memory than they have"


class OtherProgram(Exception):
    """A worker runs another program than the one that asks."""


def judge_alike(job: Job, asked_by: Program) -> Judged:
    """Judge an agreement in a worker. Raises OtherProgram where it would not judge as the one that asks."""
    if program() != asked_by:
        raise OtherProgram(str(program()))
    return judge(job)


class Dask:
    """The workers of a Dask cluster. They need not see this machine's disk: a job carries its texts."""

    def __init__(self, address: str) -> None:
        try:
            import distributed
        except ImportError as error:
            raise Refused(
                f'--executor {SCHEME} needs more parts ({error.name}): pipx install "soa-toolkit[publish,cluster]", or pip install "soa-toolkit[publish,cluster]"'
            ) from None
        self.width = 0
        self._distributed: Any = distributed
        self._client: Any = None
        self._address = address
        self._running: dict[Any, Ticket] = {}
        self._suspected: deque[Ticket] = deque()
        """Jobs whose workers died while others stood beside them: each is done once more, alone."""
        self._ready: deque[tuple[Ticket, Judged]] = deque()

    def __enter__(self) -> Self:
        _hush()
        try:
            self._client = self._distributed.Client(
                f"tcp://{self._address}", timeout=_REACHED_WITHIN, name="soa-portfolio"
            )
        except (OSError, ValueError):
            raise Refused(
                f"no Dask scheduler answers at {self._address}; start one with: dask scheduler, or look at the address that it prints"
            ) from None
        try:
            self._look_at_workers()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()

    def begin(self, ticket: Ticket) -> None:
        """Take a job over."""
        self._submit(ticket, "soa")

    def ended(self) -> tuple[Ticket, Judged]:
        """Wait for one of them, whichever is first. Raises Refused, and Lost where none can end."""
        while not self._ready:
            if self._running:
                self._take(self._done(), alone=False)
            else:
                self._submit(self._suspected.popleft(), "soa-alone")
                self._take(self._done(), alone=True)
        return self._ready.popleft()

    def _submit(self, ticket: Ticket, prefix: str) -> None:
        future = self._client.submit(judge_alike, ticket.job, program(), key=f"{prefix}-{ticket.job.key}", pure=True)
        self._running[future] = ticket

    def _done(self) -> Iterable[Any]:
        """Wait until something is done. Raises Lost where nobody is left to do it."""
        nobody = 0
        while nobody < _PATIENCE:
            try:
                done: Iterable[Any] = self._distributed.wait(list(self._running), _LOOKED_AFTER, "FIRST_COMPLETED").done
            except TimeoutError:
                nobody = 0 if self._threads() else nobody + 1
            except CancelledError:
                raise self._gone() from None
            else:
                return done
        raise Lost(f"no worker is left at the scheduler {self._address}")

    def _take(self, done: Iterable[Any], *, alone: bool) -> None:
        """Take what the workers made of some jobs. Raises Refused."""
        for future in done:
            ticket = self._running.pop(future)
            judged = self._result(future)
            if judged is not None:
                self._ready.append((ticket, judged))
            elif alone:
                self._ready.append((ticket, failed(ticket.job.root, _ENDED)))
            else:
                self._suspected.append(ticket)

    def _result(self, future: Any) -> Judged | None:
        """What a worker made of a job; None where workers died over it, one after another. Raises Refused."""
        try:
            judged: Judged = future.result()
        except self._distributed.KilledWorker:
            return None
        except OtherProgram as other:
            raise self._differs(str(other)) from None
        except (CancelledError, OSError):
            raise self._gone() from None
        except Exception as error:  # noqa: BLE001 - whatever a worker of another make may raise
            raise Refused(f"a worker of {self._address} cannot do as asked ({type(error).__name__}: {error})") from None
        return judged

    def _look_at_workers(self) -> None:
        """See that there are workers, and that each would judge as this program does. Raises Refused."""
        try:
            found = self._client.run(program, on_error="return")
        except (OSError, TimeoutError):
            raise self._gone() from None
        if not found:
            raise Refused(f"the scheduler {self._address} has no workers; start some with: dask worker {self._address}")
        for worker in sorted(found):
            if isinstance(found[worker], ModuleNotFoundError):
                raise Refused(f"the worker {worker} does not have soa; install soa {__version__} there")
            if isinstance(found[worker], Exception):
                raise Refused(f"the worker {worker} does not answer as it should ({found[worker]})")
            if found[worker] != program():
                raise self._differs(str(found[worker]), worker)
        self.width = max(2 * self._threads(), _LEAST_WIDTH)

    def _threads(self) -> int:
        """How many jobs are done at a time. Raises Lost."""
        try:
            return sum(self._client.nthreads().values())
        except (OSError, TimeoutError):
            raise self._gone() from None

    def _differs(self, theirs: str, worker: str = "") -> Refused:
        ours = str(program())
        said = "another build of it" if theirs == ours else theirs
        return Refused(
            f"the worker {worker or f'at {self._address}'} has {said}, and here is {ours}; install the same everywhere, so that all agreements are judged alike"
        )

    def _gone(self) -> Lost:
        return Lost(f"the scheduler {self._address} does not answer any more")

    def _leave(self) -> None:
        """Let go of what is still running; a scheduler that has gone is no fault now."""
        with suppress(Exception):
            self._client.cancel(list(self._running))
        with suppress(Exception):
            self._client.close(timeout=_REACHED_WITHIN)


def _hush() -> None:
    """Let Dask say nothing of its own: what goes wrong is said here, in plain words."""
    import logging

    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in {"distributed", "tornado", "asyncio"}:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
