"""Makes the README's pictures from what soa really says and publishes: lint.svg, and page.png (which needs Chromium)."""

import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from soa import api
from soa.engine.check import Checked
from soa.formats import Setting, write

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
AS_OF = date(2013, 6, 30)
COLUMNS, LINES_SHOWN = 96, 34
CHARACTER, LINE, MARGIN = 8.45, 20, 24
COLOURS = {"1": "#fff", "2": "#8b98a5", "31": "#ff7b72", "33": "#e3b341", "36": "#76c7ff"}
ESCAPE = re.compile(r"\x1b\[([0-9;]+)m")


def main() -> None:
    """Make both pictures."""
    (HERE / "lint.svg").write_text(_terminal(_lint("glenmore-first-draft")), "utf-8")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("page.png needs Chromium: sudo apt install chromium")
    _photograph(_checked("glenmore"), chromium)


def _checked(example: str) -> Checked:
    folder = EXAMPLES / example
    return api.check(lambda name: (folder / name).read_bytes(), as_of=AS_OF)


def _lint(example: str) -> list[str]:
    """The start and the last line of what `soa lint` prints for an example, in colour."""
    report = api.report(_checked(example), f"{example}/")
    lines = write("text", [report], Setting(AS_OF, colour=True, width=COLUMNS)).rstrip("\n").split("\n")
    breaks = [number for number, line in enumerate(lines) if not line and number <= LINES_SHOWN]
    return [f"\x1b[2m$\x1b[0m soa lint {example}", "", *lines[: breaks[-1]], "", "\x1b[2m[…]\x1b[0m", "", lines[-1]]


def _terminal(lines: list[str]) -> str:
    """Lines with colours as a picture of a terminal."""
    width, height = round(COLUMNS * CHARACTER + 2 * MARGIN), len(lines) * LINE + 2 * MARGIN
    rows = "\n".join(
        f'<text x="{MARGIN}" y="{MARGIN + (number + 1) * LINE - 6}">{"".join(_spans(line))}</text>'
        for number, line in enumerate(lines)
        if line
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">\n'
        "<title>The result of soa lint on a weak first draft</title>\n"
        "<style>text { font: 14px ui-monospace, 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace;"
        " fill: #d6dde4; white-space: pre }</style>\n"
        f'<rect width="{width}" height="{height}" rx="8" fill="#16202b"/>\n{rows}\n</svg>\n'
    )


def _spans(line: str) -> Iterator[str]:
    """The pieces of a line, each in its colour."""
    pieces = ESCAPE.split(line)
    codes: set[str] = set()
    for text, code in zip(pieces[::2], ["", *pieces[1::2]], strict=True):
        codes = set(code.split(";")) if code else codes
        colour = next((COLOURS[one] for one in sorted(codes, reverse=True) if one in COLOURS), "")
        weight = ' font-weight="700"' if "1" in codes else ""
        if text:
            yield f'<tspan fill="{colour}"{weight}>{escape(text)}</tspan>' if colour else escape(text)


def _photograph(checked: Checked, chromium: str) -> None:
    """The top of the published page as a reader sees it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1100, "height": 1300}, color_scheme="light")
        page.set_content(api.publish(checked, as_of=AS_OF).decode("utf-8"))
        page.screenshot(path=HERE / "page.png")
        browser.close()


if __name__ == "__main__":
    main()
