"""The formats that a document can be written in, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable

from soa.document.blocks import Document
from soa.writers.html import write as write_html

WRITERS: dict[str, Callable[[Document], bytes]] = {"html": write_html}
"""A document in, the bytes of a file out; the same document gives the same bytes."""
