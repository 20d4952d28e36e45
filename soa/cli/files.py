"""Writing files so that a failure half-way leaves the old ones whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping


def reason(error: OSError) -> str:
    """Why the disk refused, as the end of a sentence."""
    return (error.strerror or str(error)).lower()


def replace(path: str, content: bytes) -> None:
    """Write a file beside its target, then move it into place. Raises OSError; the old file then stays as it was.

    A device or a pipe is written to, and stays what it is.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as there:
            there.write(content)
    else:
        replace_all({path: content})


def replace_all(files: Mapping[str, bytes]) -> None:
    """Write every file beside its target, and move them into place when all are whole. Raises OSError."""
    written: list[tuple[str, str]] = []
    try:
        for path, content in files.items():
            written.append((_beside(path, content), path))
        while written:
            os.replace(*written[0])
            del written[0]
    finally:
        for beside, _ in written:
            os.unlink(beside)


def _beside(path: str, content: bytes) -> str:
    """Write a content beside its target; the name of the file."""
    folder = os.path.dirname(path) or "."
    os.makedirs(folder, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=folder, prefix=".soa-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o666 & ~_umask())
    except BaseException:
        os.unlink(beside)
        raise
    return beside


def _umask() -> int:
    """The permissions that new files of this user do without."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
