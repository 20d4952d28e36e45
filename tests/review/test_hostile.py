"""A draft and a round of review whose every word is an attack: the report and the comparison show words, and do nothing."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pikepdf
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from soa.compare import compare
from soa.compare.document import document_of
from soa.document.blocks import Document
from soa.engine.check import Checked
from soa.model.review import points_of
from soa.review.data import json_of
from soa.review.gathered import Review, review_of
from soa.review.opening import Made, open_round
from soa.review.questions import review_settings
from soa.review.report import report_of
from soa.writers import WRITERS
from soa.writers.press import Press
from tests.document.made import words
from tests.rules.sound import NOTHING_SET, ROUND_FILE, TODAY, checked
from tests.writers.read_back import READERS, of_document
from tests.writers.test_hostile import ATTACKS, BLOCKS, LOOK, ODD, SAFE, W, _hostile

STATES = ("open", "answered", "closed", "withdrawn", "agreed-for-later")
ENDS = {
    "answered": ("answer", "answered"),
    "closed": ("answer", "answered", "closed"),
    "withdrawn": ("closed",),
    "agreed-for-later": ("answer", "answered", "owner", "due"),
}
KITE = "Kite"
"""A word that every attack bears, so that it can be found."""
DIRECTOR = f"{ATTACKS[0]} {KITE}"
DOCUMENTS = ("report", "comparison")
PLACES = [(name, suffix) for name in DOCUMENTS for suffix in WRITERS]


def _point(number: int) -> dict[str, Any]:
    """A point, an attack in each answer that takes any words."""
    attack = f"{ATTACKS[number % len(ATTACKS)]} {KITE}{number}"
    state = STATES[number % len(STATES)]
    later = {"answered": "2013-05-02", "closed": "2013-05-20", "owner": "council", "due": "2013-12-31"}
    more = {key: later.get(key, f"{attack}\n\n{BLOCKS[number % len(BLOCKS)]}") for key in ENDS.get(state, ())}
    to = ("partnership", "scottish-government", attack[:300])[number % 3]
    about = ({}, {"about": "agreement"}, {"about": attack[:300]})[number % 3]
    put = {"question": attack, "source": attack, "by": attack, "raised": "2013-04-15", "state": state}
    return {"id": f"point-{number}", "to": to, **about, **put, **more}


def _round() -> dict[str, Any]:
    because = "\n\n".join((*ATTACKS, *BLOCKS))
    return {
        "soa": 1,
        "round": 1,
        "opened": "2013-04-15",
        "by": DIRECTOR,
        "reviewed": {"version": 1, "digest": ATTACKS[1], "soa": ATTACKS[5], "rules": ATTACKS[9]},
        "conclusion": {"verdict": "not-yet", "because": because},
        "points": [_point(number) for number in range(2 * len(ATTACKS))],
    }


def _as_yaml(data: Any) -> str:
    return json.dumps(data, default=float, ensure_ascii=False)


def _check(data: Any, **others: str) -> Checked:
    return checked(_as_yaml(data), today=TODAY, settings=review_settings(NOTHING_SET), **others)


def _draft() -> Any:
    data = deepcopy(_hostile())
    data["foreword"][1]["text"] = ATTACKS[0]
    return data


@cache
def _drafts() -> tuple[Checked, Checked]:
    """The draft before, without most of what makes an outcome, and the one now, with its round."""
    before, now = _draft(), _draft()
    for outcome in (one for priority in before["priorities"] for one in priority["outcomes"]):
        for key in ("what", "when", "risks"):
            outcome.pop(key, None)
    return _check(before), _check(now, **{ROUND_FILE: _as_yaml(_round())})


@cache
def _review() -> Review:
    before, now = _drafts()
    assert len(points_of(now.rounds)) == 2 * len(ATTACKS)
    comparison = compare(before, now, names=(ATTACKS[0], ATTACKS[5]))
    return review_of(now, as_of=TODAY, digest="d" * 12, reader="officer", by=DIRECTOR, comparison=comparison)


@cache
def _document(name: str) -> Document:
    review = _review()
    assert review.comparison is not None
    return report_of(review) if name == "report" else document_of(review.comparison, as_of=TODAY)


@cache
def _press() -> Press:
    return Press()


@cache
def _file(name: str, suffix: str) -> bytes:
    return WRITERS[suffix](_document(name), _press())


@pytest.mark.parametrize(("name", "suffix"), PLACES)
def test_every_attack_is_words_in_every_format(name: str, suffix: str) -> None:
    """What is said is read back from the file, no more and no less."""
    document = _document(name)
    said = of_document(document)
    assert READERS[suffix](_file(name, suffix), document) == said
    assert {"script", "onerror"} <= set(said)
    assert sum(word.startswith(KITE) for word in said) > 50


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_character_reaches_a_document_that_turns_or_hides_text(name: str) -> None:
    assert not ODD.search(words(_document(name)))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_browser_runs_nothing_and_fetches_nothing(browser: Browser, name: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    events: list[str] = []
    page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: events.append(message.text))
    page.on("pageerror", lambda error: events.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("data:") else events.append(request.url))
    page.route("**/*", lambda route: route.fulfill(body=_file(name, "html"), content_type="text/html"))
    page.goto("https://page.test/")
    found = page.evaluate(LOOK)
    page.close()
    assert events == ["https://page.test/"]
    assert found.pop("seen") > 5
    assert found == dict.fromkeys(("scripts", "frames", "handlers", "fetched"), 0) | {
        "owned": None,
        "wide": False,
        "links": [],
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_pdf_and_a_word_file_do_nothing(name: str) -> None:
    with pikepdf.open(BytesIO(_file(name, "pdf"))) as pdf:
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        actions = [mark["/A"] for page in pdf.pages for mark in page.get("/Annots", []) if "/A" in mark]
        assert {str(one.S) for one in actions} <= {"/URI", "/GoTo"}
        assert all(SAFE.match(str(one.URI)) for one in actions if one.S == "/URI")
    with ZipFile(BytesIO(_file(name, "docx"))) as file:
        parts = [ET.fromstring(file.read(part)) for part in file.namelist() if part.endswith((".xml", ".rels"))]
    every = [one for part in parts for one in part.iter()]
    assert {one.text for one in every if one.tag == f"{W}instrText"} <= {' TOC \\o "1-2" \\h \\z '}
    assert {one.get(f"{W}instr") for one in every if one.tag == f"{W}fldSimple"} <= {" PAGE ", " NUMPAGES "}
    assert all(SAFE.match(str(one.get("Target"))) for one in every if one.get("TargetMode") == "External")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_markdown_is_read_without_a_tag_or_a_heading_of_the_authors(name: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": 1000}).enable("table")
    tokens = reader.parse(_file(name, "md").decode())
    every = [one for token in tokens for one in (token, *(token.children or ()))]
    assert not {one.type for one in every} & {"html_block", "html_inline", "image"}
    links = [str(one.attrs["href"]) for one in every if one.type == "link_open"]
    assert all(link.startswith("#") or SAFE.match(link) for link in links)
    assert "Heading" not in {after.content for one, after in pairwise(tokens) if one.type == "heading_open"}


def test_data_hold_every_word_as_it_is_written() -> None:
    report = json.loads(json_of(_review()))
    assert report["points"][0]["question"] == f"{ATTACKS[0]} {KITE}0"
    assert report["by"] == DIRECTOR


def test_a_round_that_is_opened_is_read_as_it_was_meant() -> None:
    """Its questions quote the draft, and its head names the agreement: neither becomes a key, a comment or another entry."""
    review = _review()
    text = open_round(_check(_draft()), 1, review.questions, by=DIRECTOR, day=TODAY, made=Made("1e5", "0.1", "null"))
    again = _check(_draft(), **{ROUND_FILE: text})
    [made] = again.rounds.values()
    of_round = [one for one in (*again.findings, *again.source.faults) if one.place.file == ROUND_FILE]
    assert {one.rule for one in of_round} <= {"review-point-unanswered"}
    asked = [" ".join(one.question.split()) for one in review.questions]
    assert [" ".join(one.question.split()) for one in made.points][: len(asked)] == asked
    assert (made.by, made.reviewed.digest) == (DIRECTOR, "1e5")
    assert not text.splitlines()[0].startswith("soa:")
