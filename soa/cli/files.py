"""Writing files so that a failure half-way leaves the old ones whole."""

from __future__ import annotations

import os
import tempfile


def reason(error: OSError) -> str:
    """Why the disk refused, as the end of a sentence."""
    return (error.strerror or str(error)).lower()


def replace(path: str, content: bytes) -> None:
    """Write a file beside its target, then move it into place. Raises OSError; the old file then stays as it was."""
    folder = os.path.dirname(path) or "."
    os.makedirs(folder, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=folder, prefix=".soa-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _umask() -> int:
    """The permissions that new files of this user do without."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
