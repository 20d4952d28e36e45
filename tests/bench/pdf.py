"""Times the PDF of an agreement against WeasyPrint on our own web page of it: `python pdf.py soa.yaml` prints both in seconds.

One process does both once, so that neither finds what an earlier run has kept. What both need, the page and its
charts, is made before; loading the programs is not counted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst  # noqa: F401 - so that loading it is not counted
from weasyprint import HTML  # type: ignore[import-untyped]

from soa import api
from soa.writers import WRITERS
from soa.writers.press import Press

BREAKS = (
    "<style>* { break-inside: auto !important; break-before: auto !important; break-after: auto !important; }</style>"
)
"""WeasyPrint 70 stops with an AssertionError where a page of ours asks that tables be kept together."""


def main(arguments: list[str]) -> int:
    """Print the seconds of `soa` and of WeasyPrint."""
    file = Path(arguments[0])
    document = api.document(api.check({file.name: file.read_bytes()}, name=file.name))
    press = Press()
    page = WRITERS["html"](document, press).decode().replace("</head>", f"{BREAKS}</head>", 1)
    ours = _seconds(lambda: WRITERS["pdf"](document, press))
    theirs = _seconds(lambda: HTML(string=page, url_fetcher=_nothing).write_pdf())
    print(ours, theirs)
    return 0


def _seconds(make: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    make()
    return time.perf_counter() - start


def _nothing(url: str, *_: Any, **__: Any) -> Any:
    raise ValueError(f"nothing is fetched: {url}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
