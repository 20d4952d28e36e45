"""One agreement of many: a job that holds all it rests on, so that any process of any machine does it alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Literal, NamedTuple, TypeAlias

from soa.config.settings import Settings
from soa.portfolio.facts import Trouble, to_json

Read: TypeAlias = Callable[[str], bytes]
"""What reads an agreement's files by name; it raises OSErrors as `soa.source.load` knows them."""

Absence = Literal["missing", "outside", "folder", "unreadable"]
"""Why there is no content under a name."""

_ABSENCES: dict[type[OSError], Absence] = {
    FileNotFoundError: "missing",
    PermissionError: "outside",
    IsADirectoryError: "folder",
}
_ERRORS = {absence: error for error, absence in _ABSENCES.items()}

_ALL = 1_000_000
"""More findings than are ever found: where some are not listed, nobody knows which counts are too small to be shown."""
_MAY_NAME_FILES = re.compile(rb"\bfile\b|\\|\0")
"""What a text must hold to name a part file: the key as it stands, or written with escapes, or in UTF-16."""


class Job(NamedTuple):
    """One agreement to be judged, with all that the answer depends on."""

    root: str
    """Its folder as the portfolio names it, relative to the one that is walked."""
    name: str
    """Its agreement file."""
    files: tuple[tuple[str, bytes | Absence], ...]
    """Every file that may be asked for, by name; what is not among them is missing."""
    settings: Settings
    as_of: date

    @property
    def key(self) -> str:
        """What tells it from every other job: the same key, the same answer, as long as the program is the same."""
        known = sha256(repr((self.root, self.name, self.settings, self.as_of.isoformat())).encode("utf-8", "replace"))
        for name, held in self.files:
            content = held if isinstance(held, bytes) else b""
            kind = "content" if isinstance(held, bytes) else held
            known.update(f"\n{kind} {sha256(content).hexdigest()} {name}".encode("utf-8", "surrogatepass"))
        return known.hexdigest()


class Judged(NamedTuple):
    """What came of a job."""

    entry: bytes
    """As `soa.portfolio.facts.from_json` reads it."""
    lasting: bool = True
    """False where the machine may be the cause, and not the text: another time it may end better."""


def job_of(root: str, name: str, read: Read, settings: Settings, as_of: date) -> Job:
    """The job of judging one agreement, its files read.

    Beyond what an agreement may hold in all it is refused, whatever it says: no more than shows that is taken along.
    """
    from soa.source.faults import MAX_BYTES

    held: dict[str, bytes | Absence] = {}
    room = MAX_BYTES + 1

    def recorded(wanted: str) -> bytes:
        nonlocal room
        try:
            content = read(wanted)
        except OSError as error:
            held[wanted] = _ABSENCES.get(type(error), "unreadable")
            raise
        held[wanted] = content[:room]
        room -= len(content[:room])
        return content

    _read_all(name, recorded)
    return Job(root, name, tuple(held.items()), settings, as_of)


def judge(job: Job) -> Judged:
    """Judge one agreement. It depends on nothing but the job, and never raises."""
    try:
        return Judged(_entry(job))
    except Exception as fault:  # noqa: BLE001 - one agreement must not stop two thousand
        return failed(job.root, f"a fault in soa itself stopped it ({type(fault).__name__}: {fault}); please report it")


def failed(root: str, reason: str) -> Judged:
    """What to say of an agreement that could not be judged though it may be sound."""
    return Judged(to_json(Trouble(root, (reason,))), lasting=False)


def warm() -> None:
    """Import what judging needs, so that processes that are begun later share it."""
    judge(Job("", "soa.yaml", (("soa.yaml", b"soa: 1\n"),), Settings(), date.min))


def _entry(job: Job) -> bytes:
    from soa.engine.check import check
    from soa.model.review import round_file
    from soa.portfolio.facts import facts_of
    from soa.review.questions import review_settings
    from soa.source import load

    source = load(job.name, _reader(job), round_file)
    checked = check(source, as_of=job.as_of, settings=review_settings(job.settings), most=_ALL)
    return to_json(facts_of(checked, job.root))


def _reader(job: Job) -> Read:
    held = dict(job.files)

    def read(name: str) -> bytes:
        found = held.get(name, "missing")
        if isinstance(found, bytes):
            return found
        raise _ERRORS.get(found, OSError)(name)

    return read


def _read_all(name: str, read: Read) -> None:
    """Ask for every file that reading an agreement asks for, and at most for a few more."""
    from soa.model.review import round_file
    from soa.source.faults import MAX_FILES

    try:
        text = read(name)
    except OSError:
        return
    if _MAY_NAME_FILES.search(text):
        from soa.source import load

        load(name, lambda wanted: text if wanted == name else read(wanted), round_file)
        return
    for number in range(1, MAX_FILES + 2):  # most agreements are one file, which need not be understood here
        try:
            read(round_file(number))
        except FileNotFoundError:
            return
        except OSError:
            continue
