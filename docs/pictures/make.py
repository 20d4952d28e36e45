"""Makes the pictures of the README and of the documentation from what soa really says and publishes.

`lint.svg` needs nothing else; the others need Chromium, LibreOffice and poppler-utils.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from soa import api
from soa.engine.check import Checked
from soa.formats import Setting, write

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAMPLES = ROOT / "examples"
FONTS = ROOT / "soa" / "writers" / "fonts"
AS_OF = date(2013, 6, 30)
COLUMNS, LINES_SHOWN = 96, 34
CHARACTER, LINE, MARGIN = 8.45, 20, 24
COLOURS = {"1": "#fff", "2": "#8b98a5", "31": "#ff7b72", "33": "#e3b341", "36": "#76c7ff"}
ESCAPE = re.compile(r"\x1b\[([0-9;]+)m")
WIDTH, SHARP = 1000, 0.75
"""Of a picture of the web page: a screen so wide, each of its dots so many of the picture's."""
PROGRAMS = {
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "soffice": (("soffice", "libreoffice"), "libreoffice-writer"),
    "pdftoppm": (("pdftoppm",), "poppler-utils"),
}


def main() -> None:
    """Make them all."""
    (HERE / "lint.svg").write_text(_terminal(_lint("glenmore-first-draft")), "utf-8")
    found = {name: next(filter(None, map(shutil.which, names)), "") for name, (names, _) in PROGRAMS.items()}
    if missing := [PROGRAMS[name][1] for name, path in found.items() if not path]:
        sys.exit(f"lint.svg is made; the other pictures need: sudo apt install {' '.join(missing)}")
    with TemporaryDirectory() as name:
        folder = Path(name)
        parts = [f"--part={part}" for part in ("agreement", "summary", "partner:council")]
        command = [sys.executable, "-m", "soa.cli.main", "publish", EXAMPLES / "glenmore", "--output", folder, *parts]
        subprocess.run([*command, f"--as-of={AS_OF}"], check=True)
        _photograph((folder / "agreement.html").as_uri(), found["chromium"], "page", round(WIDTH * 297 / 210))
        _preview("glenmore-first-draft", found["chromium"])
        _page(folder / "agreement.pdf", 1, "pdf", found["pdftoppm"])
        _page(folder / "agreement.pdf", _turned(folder / "agreement.pdf"), "glance", found["pdftoppm"])
        _page(folder / "summary.pdf", 2, "summary", found["pdftoppm"])
        _page(folder / "partner-council.pdf", 1, "partner", found["pdftoppm"])
        printed = _as_word_prints(folder / "agreement.docx", found["soffice"])
        _page(printed, _with_words(printed, "measures of outcome 1.1"), "word", found["pdftoppm"])


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


def _photograph(address: str, chromium: str, name: str, height: int, point: str = "") -> None:
    """A page as its reader sees it: its top, or from a point of the preview on, with that point opened."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        size = {"width": WIDTH, "height": height}
        shown = browser.new_page(viewport=size, color_scheme="light", device_scale_factor=SHARP)
        shown.goto(address)
        if point:
            opened = shown.locator("summary", has_text=point).first
            opened.click()
            opened.evaluate("point => point.closest('section').scrollIntoView()")
            shown.evaluate("scrollBy(0, -document.querySelector('.soa-bar').offsetHeight)")
        shown.evaluate("document.fonts.ready")
        shown.screenshot(path=HERE / f"{name}.png")
        browser.close()


def _preview(example: str, chromium: str) -> None:
    """A part of the preview with its points, one of them opened."""
    command = [sys.executable, "-m", "soa.cli.main", "preview", example, f"--as-of={AS_OF}"]
    with subprocess.Popen(command, cwd=EXAMPLES, stdout=subprocess.PIPE, text=True) as serving:
        try:
            address = re.search(r"http://\S+", serving.stdout.readline())[0]
            _photograph(address, chromium, "preview", round(WIDTH * 0.7), "is nobody in particular")
        finally:
            serving.terminate()


def _page(pdf: Path, number: int, name: str, pdftoppm: str) -> None:
    """One page of a PDF."""
    size = ["-scale-to-x", str(round(WIDTH * SHARP)), "-scale-to-y", "-1"]
    command = [pdftoppm, "-png", "-singlefile", "-f", str(number), "-l", str(number), *size, pdf, HERE / name]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _turned(pdf: Path) -> int:
    """The number of the first page that lies on its side."""
    import pikepdf

    with pikepdf.open(pdf) as opened:
        return next(at for at, page in enumerate(opened.pages, 1) if page.mediabox[2] > page.mediabox[3])


def _with_words(pdf: Path, words: str) -> int:
    """The number of the first page that has these words."""
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return next(at for at, page in enumerate(text.split("\f"), 1) if words in " ".join(page.split()))


def _as_word_prints(document: Path, soffice: str) -> Path:
    """A Word document as a PDF, printed where the fonts of soa are installed."""
    fonts = document.with_name("fonts.conf")
    fonts.write_text(
        f"<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{FONTS}</dir>"
        f"<cachedir>{document.with_name('cache')}</cachedir></fontconfig>",
        "utf-8",
    )
    printed = document.with_name("printed")
    own = f"-env:UserInstallation={document.with_name('office').as_uri()}"
    command = [soffice, "--headless", own, "--convert-to", "pdf", "--outdir", printed, document]
    subprocess.run(command, check=True, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}, stdout=subprocess.DEVNULL)
    return printed / f"{document.stem}.pdf"


if __name__ == "__main__":
    main()
