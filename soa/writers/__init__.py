"""The formats that a document can be written in, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from soa.document.blocks import Document
from soa.writers.html import write as write_html
from soa.writers.markdown import write as write_markdown
from soa.writers.pdf import write as write_pdf
from soa.writers.press import Press
from soa.writers.word import write as write_word

WRITERS: Mapping[str, Callable[[Document, Press], bytes]] = {
    "html": write_html,
    "pdf": write_pdf,
    "docx": write_word,
    "md": write_markdown,
}
"""A document and what to print it with in, the bytes of a file out; the same gives the same bytes."""
