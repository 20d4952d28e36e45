"""The site: every way in it leads somewhere, it needs nothing from outside, and nothing in it runs but its own script."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from soa import api
from soa.document.edition import Edition
from soa.document.site import Site, site
from soa.writers import site as site_writer
from soa.writers.press import Press
from tests.conftest import ROOT
from tests.document.made import AS_OF, agreement, first_outcome, html, whole
from tests.writers.test_checkers import CONFIGURATION
from tests.writers.test_in_browser import RULES

POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
ALLOWED = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
"""Lets the Nu checker ask this machine."""
HOSTILE = "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">\u2028 Muirhàugh"


class Seen(HTMLParser):
    """What a page has: its ids, its ways, and what could run or look different in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.scripts: list[str | None] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.policy = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.append(tag)
        self.attributes |= set(said)
        self.ids += [said["id"] or ""] if "id" in said else []
        self.hrefs += [said["href"] or ""] if "href" in said else []
        self.scripts += [said.get("src")] if tag == "script" else []
        if said.get("http-equiv") == "Content-Security-Policy":
            self.policy = said["content"] or ""


def _site(data: Any = None, **edition: Any) -> Site:
    made = agreement(whole() if data is None else data)
    return site(made, Edition(**edition), as_of=AS_OF, digest="d" * 64, version="1.2.3", pictures={})


def _hostile() -> Any:
    data = whole()
    data["agreement"]["title"] = f"The plan {HOSTILE}"
    data["priorities"][0]["title"] = f"Older people {HOSTILE} [elsewhere](https://glenmore.example/)"
    first_outcome(data)["what"]["statement"] = f"Fewer falls {HOSTILE}"
    data["partners"][0]["name"] = f"Council {HOSTILE}"
    return data


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


@pytest.fixture(scope="module")
def files(press: Press) -> dict[str, bytes]:
    """The site of the whole agreement."""
    return site_writer.write(_site(), press)


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, Seen]:
    return {name: Seen(content.decode()) for name, content in files.items() if name.endswith(".html")}


def _on_disk(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def hostile(press: Press, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of hostile words, as files in a folder whose name needs care."""
    return _on_disk(site_writer.write(_site(_hostile(), draft=True), press), tmp_path_factory.mktemp("a site, 50%"))


@pytest.fixture(scope="module")
def glenmore(press: Press, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the large example, as files."""
    folder = ROOT / "examples" / "glenmore"
    checked = api.check(lambda name: (folder / name).read_bytes(), as_of=date(2013, 9, 1))
    assert checked.agreement is not None
    made = site(checked.agreement, Edition(), as_of=AS_OF, digest="d" * 64, version="1.2.3", pictures={})
    return _on_disk(site_writer.write(made, press), tmp_path_factory.mktemp("glenmore"))


# ---- the files -----------------------------------------------------------------------------------------------------


def test_every_way_inside_the_site_leads_to_a_file_and_a_place_in_it(files, pages):
    for name, page in pages.items():
        for href in page.hrefs:
            if re.match("[a-z]+:", href):
                assert href.startswith(("https://", "http://", "mailto:", "tel:"))
                continue
            file, _, anchor = href.partition("#")
            assert (file or name) in files, (name, href)
            assert not anchor or anchor in pages[file or name].ids, (name, href)


def test_every_page_is_reached_from_the_first(pages):
    reached, open_ = {"index.html"}, ["index.html"]
    while open_:
        found = {href.partition("#")[0] for href in pages[open_.pop()].hrefs} & set(pages)
        open_ += found - reached
        reached |= found
    assert reached == set(pages)


def test_no_page_has_a_script_or_style_of_its_own(pages):
    for name, page in pages.items():
        assert page.policy == POLICY
        assert page.scripts == (["search-index.js", "site.js"] if name == "search.html" else ["site.js"])
        assert "style" not in page.tags
        assert not {one for one in page.attributes if one == "style" or one.startswith("on")}


def test_no_id_comes_twice_and_every_page_has_one_first_heading(pages):
    for name, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), name
        assert page.tags.count("h1") == 1


def test_the_current_page_is_marked_in_the_menu(files):
    assert 'href="index.html" aria-current="page"' in files["index.html"].decode()
    assert 'href="prevention.html" aria-current="page"' in files["prevention.html"].decode()
    assert 'href="partners.html" aria-current="true"' in files["partner-council.html"].decode()


def test_a_way_to_another_part_goes_to_its_page_and_one_on_the_same_page_stays_there(files):
    outcome = f"outcome-{first_outcome(whole())['id']}"
    page = f"priority-{whole()['priorities'][0]['id']}.html"
    assert f'href="{page}#{outcome}"' in files["index.html"].decode()
    assert f'href="#{outcome}"' in files[page].decode()
    assert f'href="{page}#{outcome}"' in files["partner-council.html"].decode()


def test_downloads_are_the_documents_and_are_named_with_kind_and_size(files):
    assert files["downloads/agreement.pdf"].startswith(b"%PDF-")
    assert files["downloads/agreement.docx"].startswith(b"PK")
    assert b"# Foreword" in files["downloads/agreement.md"]
    said = re.search(
        r'href="downloads/agreement\.pdf">The whole plan</a>[^(]*\(PDF, ([\d.]+) (KB|MB)\)',
        files["index.html"].decode(),
    )
    assert said
    size = len(files["downloads/agreement.pdf"])
    assert float(said[1]) == pytest.approx(size / {"KB": 1_000, "MB": 1_000_000}[said[2]], abs=1)


def test_the_data_are_there_as_csv_and_json(files):
    assert json.loads(files["data/agreement.json"])["agreement"]["title"] == whole()["agreement"]["title"]
    for name in ("indicators", "values", "targets"):
        rows = json.loads(files[f"data/{name}.json"])
        assert len(files[f"data/{name}.csv"].decode("utf-8-sig").splitlines()) >= len(rows) + 1
    assert "data/csv-metadata.json" in files


def test_every_page_of_a_draft_is_marked_and_its_documents_are_called_so(press):
    made = site_writer.write(_site(draft=True), press)
    for name, content in made.items():
        if name.endswith(".html"):
            assert b'class="stamp draft"' in content
            assert b'content="noindex"' in content
    assert "downloads/agreement-draft.pdf" in made


def test_the_same_site_gives_the_same_bytes(files, press):
    assert site_writer.write(_site(), press) == files


def test_no_link_stands_in_a_link(hostile):
    """A title may hold one; in the contents, in cards and in menus it is only words."""
    for text in (html(_hostile()), *(file.read_text("utf-8") for file in hostile.glob("*.html"))):
        inside = [one.count("<a ") for one in re.findall(r"<a .*?</a>", text, re.DOTALL)]
        assert set(inside) == {1}
    assert '<a href="https://glenmore.example/" rel="noopener">elsewhere</a></h1>' in "".join(
        file.read_text("utf-8") for file in hostile.glob("priority-*.html")
    )


def test_no_word_of_the_index_can_end_the_script(hostile):
    index = (hostile / "search-index.js").read_bytes()
    assert b"<" not in index
    assert index.isascii()
    assert index.count(b"\n") == 1
    said = json.loads(index.removeprefix(b"window.soaIndex = ").removesuffix(b";\n"))
    assert any("</script>" in title for _, _, title, _, _ in said)


# ---- in a browser --------------------------------------------------------------------------------------------------


class _Quiet(SimpleHTTPRequestHandler):
    """Answers, and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that is given
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address of a folder on a web server, below a path."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder.parent))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/{quote(folder.name)}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def address(request: pytest.FixtureRequest, hostile: Path) -> Iterator[str]:
    """Where the site is: in a folder on disk, or on a web server."""
    if request.param == "folder":
        yield hostile.as_uri()
        return
    with _served(hostile) as served:
        yield served


class Watched(NamedTuple):
    """An open page, what it asked for, and what the browser said."""

    page: Page
    asked: list[str]
    said: list[str]


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    page = browser.new_page()
    found = Watched(page, [], [])
    page.on("request", lambda request: found.asked.append(request.url))
    page.on("console", lambda message: found.said.append(message.text))
    page.on("pageerror", lambda error: found.said.append(str(error)))
    yield found
    page.close()


BOTH = pytest.mark.parametrize("address", ["folder", "server"], indirect=True)


@pytest.mark.chromium
@BOTH
def test_it_works_from_a_folder_and_below_any_path(address, watched):
    """The policy lets its own style, fonts and script through, and nothing comes from elsewhere."""
    page = watched.page
    page.goto(f"{address}/index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    fonts = "document.fonts.ready.then(() => [...document.fonts].filter((one) => one.status === 'loaded').length)"
    assert page.evaluate(fonts)
    page.get_by_role("link", name="Search").click()
    page.get_by_label("What are you looking for?").fill("muirhaugh")
    expect(page.locator("#count")).to_contain_text("of this site")
    page.locator("#found a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert [one for one in watched.asked if not one.startswith((f"{address}/", "data:"))] == []
    assert [one for one in watched.said if "favicon" not in one] == []


@pytest.mark.chromium
@BOTH
def test_words_that_would_run_are_shown_as_words(address, watched):
    page = watched.page
    page.goto(f"{address}/search.html")
    page.get_by_label("What are you looking for?").fill("script older")
    expect(page.locator("#found a").first).to_contain_text("</script>")
    assert page.locator("#found script, #found img").count() == 0
    for name in ("index.html", "partner-council.html", "indicators.html"):
        page.goto(f"{address}/{name}")
        assert page.title() != "run"
    assert "</script>" in page.title()


@pytest.mark.chromium
def test_the_search_folds_letters_finds_beginnings_and_ranks_titles_first(glenmore, browser):
    page = browser.new_page()
    page.goto(f"{glenmore.as_uri()}/search.html")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.type("Fàlls hòspi")
    expect(page.locator("#count")).to_contain_text("parts of this site were found.")
    expect(page.locator("#found mark").first).to_have_text(re.compile("^(?:fall|hospi)", re.IGNORECASE))
    page.get_by_label("What are you looking for?").fill("foreword")
    expect(page.locator("#found a").first).to_have_text("Foreword")
    page.get_by_label("What are you looking for?").fill("qqqq")
    expect(page.locator("#count")).to_contain_text("Nothing was found")
    page.get_by_label("What are you looking for?").fill("")
    expect(page.locator("#count")).to_have_text("")
    page.close()


@pytest.mark.chromium
def test_the_search_is_used_with_the_keyboard_alone_and_found_again_on_coming_back(glenmore, browser):
    page = browser.new_page()
    page.goto(f"{glenmore.as_uri()}/search.html")
    page.keyboard.type("foreword")
    expect(page.locator("#found a").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#found a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html#foreword")
    page.go_back()
    expect(page.get_by_label("What are you looking for?")).to_have_value("foreword")
    expect(page.locator("#found a").first).to_have_text("Foreword")
    page.close()


@pytest.mark.chromium
def test_without_scripts_the_search_says_so_and_leads_on(glenmore, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{glenmore.as_uri()}/search.html")
    expect(page.get_by_text("they are turned off in this browser")).to_be_visible()
    expect(page.locator("#query")).to_be_hidden()
    page.locator("nav.site summary").click()  # the menu needs none
    expect(page.locator("nav.site ul ul a").first).to_be_visible()
    context.close()


@pytest.mark.chromium
def test_the_menu_opens_and_closes_by_keyboard(glenmore, browser):
    page = browser.new_page()
    page.goto(f"{glenmore.as_uri()}/index.html")
    page.locator("nav.site summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("nav.site ul ul a").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("nav.site ul ul a").first).to_be_hidden()
    expect(page.locator("nav.site summary")).to_be_focused()
    page.close()


@pytest.mark.chromium
@pytest.mark.node
@pytest.mark.parametrize(
    ("width", "scheme", "media"),
    [(1280, "light", "screen"), (1280, "dark", "screen"), (320, "light", "screen"), (794, "light", "print")],
)
def test_axe_finds_no_barrier_on_any_page_and_nothing_is_wider_than_the_screen(
    width, scheme, media, glenmore, browser, node_modules
):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.emulate_media(media=media, color_scheme=scheme)
    axe = (node_modules / "axe-core" / "axe.min.js").read_text("utf-8")
    for file in sorted(glenmore.glob("*.html")):
        page.goto(f"{file.as_uri()}{'#falls' if file.name == 'search.html' else ''}")
        page.evaluate(axe)
        found = page.evaluate("(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", RULES)
        assert [(file.name, one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), file.name
    page.close()


@pytest.mark.chromium
def test_tables_stay_tables_on_paper(glenmore, browser):
    """A sheet of A4 is as narrow as a phone turned sideways, but it is no phone."""
    page = browser.new_page(viewport={"width": 670, "height": 900})
    page.goto(f"{glenmore.as_uri()}/resources.html")
    assert page.evaluate("getComputedStyle(document.querySelector('table.cards td')).display") == "block"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('table.cards td')).display") == "table-cell"
    assert page.evaluate("getComputedStyle(document.querySelector('nav.site')).display") == "none"
    page.close()


# ---- before checkers of HTML ---------------------------------------------------------------------------------------


def test_html_validate_finds_nothing(
    glenmore: Path, hostile: Path, node: str, node_modules: Path, tmp_path: Path
) -> None:
    said = json.loads(CONFIGURATION.read_text("utf-8"))
    said["rules"]["require-sri"] = ["error", {"target": "crossorigin"}]  # what lies beside a page needs no fingerprint
    (tmp_path / "rules.json").write_text(json.dumps(said), "utf-8")
    names = [str(file) for folder in (glenmore, hostile) for file in sorted(folder.glob("*.html"))]
    command = [node, str(node_modules / "html-validate" / "bin" / "html-validate.mjs")]
    done = subprocess.run(
        [*command, "--config", str(tmp_path / "rules.json"), "--formatter", "text", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("", 0)


def test_the_nu_checker_finds_nothing(glenmore: Path, java: str, node_modules: Path) -> None:
    """Read from a server: from a folder it holds that the policy forbids what browsers load."""
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    with _served(glenmore) as address:
        names = [f"{address}/{file.name}" for file in sorted(glenmore.glob("*.html"))]
        done = subprocess.run(
            [java, ALLOWED, "-jar", str(jar), "--format", "json", *names], capture_output=True, text=True, check=False
        )
    assert json.loads(done.stderr)["messages"] == []
    assert done.returncode == 0
