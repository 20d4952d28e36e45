"""An agreement in a zip file, as it comes by e-mail: read where it lies, and never unpacked onto the disk."""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from soa.cli.ends import Refused
from soa.cli.files import reason
from soa.cli.folder import NAME
from soa.cli.versions import MOST_READ, Version, label_of
from soa.formats.words import on_one_line
from soa.source.files import normal

_LARGEST, _LARGEST_LIST = 64 << 20, 2 << 20
"""Bytes of the whole file, and of its list of names: what is longer was not made from an agreement's folder."""
_PIECE = 1 << 20
"""Bytes that are taken out at once; fewer than a list may have."""

_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED, _UTF8 = 0x1, 0x800
_DRIVE = re.compile("[A-Za-z]:")
_DAMAGED = (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError, struct.error, zlib.error)
"""What reading a zip file may raise where its bytes are not what they should be."""


class _Bytes(io.BytesIO):
    """The bytes of a zip file, which hands out no more at once than a list of names may have."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _LARGEST_LIST:
            raise BadZipFile("the list of names is too long to be meant")
        return super().read(size)


def is_zip(path: str) -> bool:
    """Whether a path is a zip file, whatever its name."""
    if not os.path.isfile(path):  # a pipe might never end
        return False
    try:
        with open(path, "rb") as file:
            return file.read(4) in _STARTS
    except OSError:
        return False


def zipped(path: str) -> Version:
    """The agreement in a zip file: at its top, or in the folder that is least deep. Raises Refused."""
    shown = on_one_line(path)
    try:
        with open(path, "rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise Refused(f"{shown} cannot be read: {reason(error)}") from None
    if len(content) > _LARGEST:
        raise Refused(f"{shown} is larger than {_LARGEST >> 20} MiB; unpack it, and name the folder")
    try:
        archive = ZipFile(_Bytes(content))
    except _DAMAGED:
        raise Refused(f"{shown} is damaged, or is no zip file; ask for it again") from None
    files = _files(archive, shown)
    folder = _folder(files, shown)
    root = f"{shown}/{on_one_line(folder)}"

    def read(name: str) -> bytes:
        info = files.get(folder + normal(name))
        if info is None:
            raise FileNotFoundError(name)
        return _content(archive, info, f"{root}{on_one_line(name)}", shown)

    return Version(label_of(path), root, NAME, read, None)


def _files(archive: ZipFile, shown: str) -> dict[str, ZipInfo]:
    """The files in a zip file by name, with forward slashes. Raises Refused for names that no honest folder gives."""
    files: dict[str, ZipInfo] = {}
    for info in archive.infolist():
        known = _name(info)
        name = (info.orig_filename if known is None else known).replace("\\", "/")
        if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
            raise Refused(f"{shown} is not read: it holds a file that would lie outside of it, {on_one_line(name)}")
        if name.endswith("/"):
            continue
        if known is None and name.lower().endswith((".yaml", ".yml")):
            raise Refused(
                f"{shown} is not read: nobody can tell which letters are meant by {on_one_line(name)}; "
                "unpack it, give that file a name of plain letters, and name the folder"
            )
        if normal(name) in files:
            raise Refused(f"{shown} is not read: it holds two files named {on_one_line(name)}")
        files[normal(name)] = info
    return files


def _name(info: ZipInfo) -> str | None:
    """A file's name, also where it is UTF-8 without saying so, as on a Mac; None where its letters cannot be known."""
    if info.flag_bits & _UTF8:
        return info.orig_filename
    try:
        return info.orig_filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return None


def _folder(files: Mapping[str, ZipInfo], shown: str) -> str:
    """The folder of the agreement in a zip file, with a slash at its end; empty for the top. Raises Refused."""
    found = sorted(name.removesuffix(NAME) for name in files if name.rpartition("/")[2] == NAME)
    least = min((folder.count("/") for folder in found), default=0)
    nearest = [folder for folder in found if folder.count("/") == least]
    if not nearest:
        raise Refused(f"there is no {NAME} in {shown}")
    if len(nearest) > 1:
        names = ", ".join(on_one_line(folder.rstrip("/")) for folder in nearest[:5])
        raise Refused(f"{shown} holds {len(nearest)} agreements ({names}); unpack it, and name the folder of one")
    return nearest[0]


def _content(archive: ZipFile, info: ZipInfo, name: str, shown: str) -> bytes:
    """The content of a file, but no more of it than is ever read. Raises Refused where it cannot be taken out."""
    if info.flag_bits & _ENCRYPTED:
        raise Refused(f"{shown} asks for a password; unpack it, and name the folder")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Refused(f"{name} is a link to another file, and not the file; ask for {shown} with the file itself")
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise Refused(f"{shown} is packed in an unusual way; unpack it, and name the folder")
    content = bytearray()
    try:
        with archive.open(info) as file:
            while len(content) < MOST_READ and (piece := file.read(_PIECE)):
                content += piece
    except _DAMAGED:
        raise Refused(f"{name} is damaged; ask for {shown} again") from None
    return bytes(content)
