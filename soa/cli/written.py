"""What soa wrote in a folder: it is listed there by name and hash, and only what is listed is ever replaced."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from hashlib import sha256

from soa.cli.ends import Refused
from soa.cli.files import reason, replace, replace_all

RECORD = ".soa.json"


def write(folder: str, documents: Mapping[str, bytes], outdated: Iterable[str] = ()) -> None:
    """Write documents into a folder, all or none, replacing only what soa wrote there before, and take away outdated ones.

    Names are POSIX, relative to the folder. Raises Refused.
    """
    record = os.path.join(folder, RECORD)
    ours = _ours(record)
    if ours is None:
        raise Refused(f"{record} is there already, and soa did not write it; choose another folder")
    new = {name: sha256(content).hexdigest() for name, content in documents.items()}
    try:
        _may_replace(folder, documents, ours)
        # Both hashes are listed before anything is replaced: a failure half-way leaves a file that is known as ours.
        _list(record, {**ours, **{name: (*ours.get(name, ()), known) for name, known in new.items()}})
        replace_all({_path(folder, name): content for name, content in documents.items()})
        for name in outdated:
            if name not in documents:
                _take_away(_path(folder, name), ours.get(name, ()))
        kept = {name: known for name, known in ours.items() if os.path.lexists(_path(folder, name))}
        _list(record, {**kept, **{name: (known,) for name, known in new.items()}})
    except OSError as error:
        raise Refused(f"{folder} cannot be written: {reason(error)}") from None


def listed(folder: str) -> tuple[str, ...]:
    """The names of what soa wrote in a folder; none where nothing is listed."""
    return tuple(_ours(os.path.join(folder, RECORD)) or ())


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, *name.split("/"))


def _list(record: str, ours: Mapping[str, tuple[str, ...]]) -> None:
    """Write the list of what soa wrote: name and sha256, and under `before` those that a file may still have."""
    files = {name: known[-1] for name, known in ours.items()}
    before = {name: known[:-1] for name, known in ours.items() if known[:-1]}
    content = {"written_by": "soa", "files": files, **({"before": before} if before else {})}
    replace(record, (json.dumps(content, indent=2, sort_keys=True) + "\n").encode())


def _take_away(path: str, known: tuple[str, ...]) -> None:
    """Take a file away, if it is as soa wrote it. Raises OSError."""
    if os.path.isfile(path) and not os.path.islink(path) and _hash(path) in known:
        os.unlink(path)


def _may_replace(folder: str, names: Iterable[str], ours: Mapping[str, tuple[str, ...]]) -> None:
    """Look at what is there already. Raises Refused where it is not as soa wrote it, and OSError."""
    for name in names:
        path = _path(folder, name)
        if os.path.lexists(path) and name not in ours:
            raise Refused(f"{path} is there already, and soa did not write it; move it away, or choose another folder")
        if os.path.lexists(path) and (os.path.islink(path) or not os.path.isfile(path)):
            raise Refused(f"{path} is no plain file; move it away, or choose another folder")
        if os.path.isfile(path) and _hash(path) not in ours[name]:
            raise Refused(f"{path} has been changed since soa wrote it; move it away, or choose another folder")


def _ours(record: str) -> dict[str, tuple[str, ...]] | None:
    """Names of what soa wrote with the hashes each may have; None where the list is there and cannot be made out."""
    try:
        with open(record, encoding="utf-8") as file:
            said = json.load(file)
        before = said.get("before", {})
        return {str(name): (*map(str, before.get(name, ())), str(known)) for name, known in said["files"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _hash(path: str) -> str:
    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()
