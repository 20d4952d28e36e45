"""Jobs of a portfolio in, entries out in their order, whatever does the jobs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, NamedTuple, Protocol

from soa.cli.ends import Refused
from soa.portfolio.run import Job, Judged

if TYPE_CHECKING:
    from soa.cli.kept import Kept

_MOST_BEHIND = 128
"""So many entries at most wait for one before them that takes longer."""


class Lost(Refused):
    """What does the jobs has gone half-way."""


class Ticket(NamedTuple):
    """A job and its number."""

    number: int
    job: Job


class Executor(AbstractContextManager["Executor"], Protocol):
    """What does jobs, several at a time; leaving it ends whatever is still running."""

    width: int
    """How many jobs to hand over before waiting for one: enough that nobody is idle, and few enough to be held in memory."""

    def begin(self, ticket: Ticket) -> None:
        """Take a job over."""

    def ended(self) -> tuple[Ticket, Judged]:
        """Wait for one of them, whichever is first. Raises Lost where none can end, Refused where none may."""


def in_order(jobs: Iterable[Job], executor: Executor, kept: Kept | None) -> Iterator[bytes]:
    """The entry of each job, in their order; what is kept is not done again, and what is done is kept at once."""
    ready: dict[int, bytes] = {}
    keys: dict[int, str] = {}
    turn = 0

    def take_one() -> None:
        ticket, judged = executor.ended()
        key = keys.pop(ticket.number)
        if kept is not None and judged.lasting:
            kept.put(key, judged.entry)
        ready[ticket.number] = judged.entry

    for number, job in enumerate(jobs):
        key = job.key
        known = kept.get(key) if kept is not None else None
        if known is not None:
            ready[number] = known
        else:
            while len(keys) >= executor.width:
                take_one()
            keys[number] = key
            executor.begin(Ticket(number, job))
        while keys and turn not in ready and number - turn >= _MOST_BEHIND:
            take_one()
        while turn in ready:
            yield ready.pop(turn)
            turn += 1
    while turn in ready or keys:
        while turn not in ready:
            take_one()
        yield ready.pop(turn)
        turn += 1
