"""A partnership's house style: its name and logo, its colours, its fonts, its Word template."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile

from soa.document.blocks import Picture

LARGEST_TEMPLATE: Final = 10 << 20
"""Bytes of a Word template; unpacked it may have ten times as many."""
_WORD: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DAMAGED: Final = "this is not a Word file, or it is damaged; save it again as a Word document (.docx)"


class Fonts(NamedTuple):
    """Two families of those that are shipped in `soa/writers/fonts`."""

    body: str
    headings: str


FONTS: Final = {  # by the words of `soa.config.read.FONTS`
    "classic": Fonts("Source Sans 3", "Source Serif 4"),
    "plain": Fonts("Source Sans 3", "Source Sans 3"),
    "hyperlegible": Fonts("Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next"),
}


class House(NamedTuple):
    """How a partnership's documents look; without a configuration, soa's own."""

    name: str = ""
    logo: Picture | None = None
    colour: str = "#0c4f58"
    """Of headings, links and what was measured: `#rrggbb`, at least 4.5:1 on white."""
    second_colour: str = "#8a4b08"
    """Of what is aimed at, and of what is set apart."""
    fonts: Fonts = FONTS["classic"]
    template: bytes | None = None
    """A Word file whose styles the Word document takes."""


class TemplateFault(ValueError):
    """A file cannot serve as a Word template; the text says why, as a sentence about “this” or “it”."""


def template(data: bytes) -> bytes:
    """A Word file that may serve as a template, as it is. Raises TemplateFault."""
    if len(data) > LARGEST_TEMPLATE:
        raise TemplateFault(
            f"this is larger than {LARGEST_TEMPLATE >> 20} MB; take out its pictures and pages, its styles are enough"
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TemplateFault(
            "this is an old Word file (.doc), or one with a password; save it as a Word document (.docx) without one"
        )
    try:
        with ZipFile(BytesIO(data)) as file:
            parts = {part.filename: part.file_size for part in file.infolist()}
            if sum(parts.values()) > 10 * LARGEST_TEMPLATE:
                raise TemplateFault("it unpacks to more than a Word file of styles should; save it with less in it")
            types = file.read("[Content_Types].xml")
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error):
        raise TemplateFault(_DAMAGED) from None
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in parts):
        raise TemplateFault("it holds macros; save it as a Word document without macros (.docx)")
    if b"wordprocessingml.template.main+xml" in types:
        raise TemplateFault("this is a Word template (.dotx); open it and save it as a Word document (.docx)")
    if _WORD not in types or "word/styles.xml" not in parts:
        raise TemplateFault(_DAMAGED)
    return data
