"""The preview in a real browser: the page as it will be published, its points beside it, renewed at every save."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from soa.preview.page import nothing, page
from soa.writers.press import Press
from tests.conftest import ROOT
from tests.document.made import document
from tests.rules.sound import FRAME, ROUND, ROUND_FILE, put

DRAFT = ROOT / "examples" / "glenmore-first-draft" / "soa.yaml"
RUN = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from soa.cli.main import entry; entry()"
"""A program that was started in the background may have been told to ignore Ctrl-C."""
HOSTILE = "<img src=x onerror=document.title='run'>"


class Running(NamedTuple):
    """A preview that runs, and the file that it shows."""

    process: subprocess.Popen[str]
    address: str
    file: Path


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """A preview of the first draft."""
    file = tmp_path / "plan" / "soa.yaml"
    file.parent.mkdir()
    file.write_bytes(DRAFT.read_bytes())
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "preview", str(file.parent), "--as-of", "2013-06-01"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "SOA_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    said = re.fullmatch(
        r"The preview is at (http://127\.0\.0\.1:\d+/) \(Ctrl-C ends it\)\.\n", process.stdout.readline()
    )
    assert said
    yield Running(process, said[1], file)
    process.kill()
    process.communicate()


@pytest.fixture
def shown(running: Running, browser: Browser) -> Iterator[Page]:
    """The preview in a browser, its points in their places."""
    page = browser.new_page()
    page.goto(running.address)
    expect(page.locator("html[data-soa-points]")).to_be_attached()
    yield page
    page.close()


def _asked(address: str, host: str) -> int:
    """The answer to somebody who asks for the page by a name."""
    found = urlsplit(address)
    connection = http.client.HTTPConnection(found.hostname or "", found.port)
    connection.request("GET", "/", headers={"Host": host})
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.chromium
def test_points_stand_beside_their_parts_and_a_click_shows_where_and_how_to_fix_them(shown: Page) -> None:
    """The style is let through too, and what belongs to no part stands at the head."""
    expect(shown.locator(".soa-bar > p")).to_have_text(
        re.compile(r"Preview: \d+ errors, \d+ warnings, \d+ pieces of advice")
    )
    expect(shown.locator(".soa-bar")).to_have_css("position", "sticky")
    outcome = shown.locator("section.outcome :is(h3, h4) + .soa-points").first
    expect(outcome).to_be_visible()
    point = outcome.locator("details").first
    expect(point.locator(".soa-where")).to_be_hidden()
    point.locator("summary").click()
    expect(point.locator(".soa-where code")).to_have_text(re.compile(r"soa\.yaml:\d+:\d+$"))
    expect(point.locator("p").first).to_be_visible()


@pytest.mark.chromium
def test_a_saved_file_renews_the_page_and_one_broken_half_way_says_why_until_it_is_mended(
    shown: Page, running: Running
) -> None:
    """Nobody has to press a key in the browser."""
    sound = DRAFT.read_text("utf-8")
    vision = re.search(r"^vision: (.*)$", sound, re.MULTILINE)
    assert vision
    running.file.write_text(sound.replace(vision[1], "People here live longer"), "utf-8")
    expect(shown.locator(".vision")).to_have_text("People here live longer")
    running.file.write_text("- a list, and no agreement\n", "utf-8")
    expect(shown.locator("h1")).to_have_text("Nothing to show yet")
    expect(shown.locator(".soa-points summary").first).to_be_visible()
    running.file.write_text(FRAME.replace("how long you live", "how well you live"), "utf-8")
    expect(shown.locator(".vision")).to_contain_text("how well you live")
    expect(shown.locator("html[data-soa-points]")).to_be_attached()
    assert shown.locator(".soa-points .soa-error").count() == 0


@pytest.mark.chromium
def test_what_a_review_asks_stands_beside_its_part_until_it_is_answered(shown: Page, running: Running) -> None:
    """With the place in the round where the answer is to be written; a new round renews the page as a saved file does."""
    points = """
points:
  - id: falls-lead
    to: partnership
    about: falls/by_whom
    question: Who will the board ask when falls do not come down?
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: open
"""
    opened = put("points", points, ROUND)
    running.file.write_text(FRAME, "utf-8")
    expect(shown.locator(".vision")).to_contain_text("how long you live")
    file = running.file.parent / ROUND_FILE
    file.parent.mkdir()
    file.write_text(opened, "utf-8")
    outcome = shown.locator("section.outcome").filter(has_text="People aged 65 and over fall less often").first
    asked = outcome.locator(".soa-point summary").filter(has_text="Who will the board ask when falls")
    expect(asked).to_have_text(re.compile(r"^warning: .*asked in round 1 of the review", re.IGNORECASE))
    asked.click()
    line = opened[: opened.index("question:")].count("\n") + 1
    expect(outcome.locator(".soa-related")).to_have_text(
        re.compile(rf"^see .*{ROUND_FILE}:{line}:15 \(the point falls-lead\)$")
    )
    file.write_text(opened.replace("state: open", "state: withdrawn\n    closed: 2013-05-20"), "utf-8")
    expect(asked).to_have_count(0)


@pytest.mark.chromium
def test_words_that_would_run_are_shown_as_words(shown: Page, running: Running) -> None:
    """In the page as in the points."""
    text = FRAME.replace("Head of Housing", f'"{HOSTILE}"').replace("lead: council", f'lead: "{HOSTILE}"')
    running.file.write_text(text, "utf-8")
    expect(shown.locator(".soa-points summary").filter(has_text=HOSTILE).first).to_be_attached()
    assert shown.locator("main img, .soa-points img").count() == 0
    assert shown.title() != "run"


def test_only_this_machine_by_its_own_name_is_answered(running: Running) -> None:
    """Another site whose name was made to point here gets nothing."""
    port = urlsplit(running.address).port
    assert _asked(running.address, f"127.0.0.1:{port}") == 200
    assert _asked(running.address, f"localhost:{port}") == 200
    for host in (
        f"evil.example:{port}",
        "evil.example",
        f"127.0.0.1:{(port or 0) + 1}",
        f"127.0.0.1.evil.example:{port}",
    ):
        assert _asked(running.address, host) == 403


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_ends_it(running: Running) -> None:
    """As the command line's interruptions end."""
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(timeout=60) == 130


def test_the_page_is_the_published_one_with_style_and_script_from_beside_it() -> None:
    """Its policy lets these through, and what the script asks for."""
    text = page(document(), Press()).decode()
    assert '<link rel="stylesheet" href="preview.css">' in text
    assert '<script src="preview.js" defer></script>' in text
    assert re.search(
        r"style-src &#39;sha256-[^&]+&#39; &#39;self&#39;; script-src &#39;self&#39;; connect-src &#39;self&#39;;", text
    )


def test_a_page_with_nothing_says_why_as_text() -> None:
    """And waits for a better one."""
    text = nothing("<b>soa.yaml</b> & more").decode()
    assert "&lt;b&gt;soa.yaml&lt;/b&gt; &amp; more" in text
    assert 'src="preview.js"' in text
