"""`soa publish --site`: it replaces and takes away nothing but what it wrote."""

import json
from hashlib import sha256

import pytest

from soa.writers import site
from tests.cli.run import ERROR, agreement, files_in, soa
from tests.rules.sound import FRAME

SITE = ("publish", "--site", "site", "--as-of", "2013-06-01")


@pytest.fixture(autouse=True)
def no_downloads(monkeypatch):
    """The site's PDF and Word files are tested where the site is."""
    monkeypatch.setattr(site, "_DOWNLOADS", {})


def test_a_site_is_written_into_its_own_folder_and_said_in_a_line(here, capsys):
    agreement(here)
    found = soa(capsys, *SITE)
    written = files_in(here / "site")
    assert found.code == 0
    assert found.out == f"The site is written: site/index.html and {len(written) - 2} more files.\n"  # and the record
    assert {"index.html", "partner-council.html", "soa.css", "data/agreement.json"} <= set(written)
    assert not (here / "published").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--part", "summary"], "--part"), (["--format", "pdf", "--output", "x"], "--format and --output")],
)
def test_what_cannot_be_asked_together_with_a_site_is_2(here, capsys, words, said):
    agreement(here)
    found = soa(capsys, *SITE, *words)
    assert found.code == 2
    assert f"leave out {said}, or publish twice" in found.err
    assert list(files_in(here)) == ["soa.yaml"]


def test_a_page_that_is_no_longer_written_is_taken_away_and_nothing_else(here, capsys):
    agreement(here)
    soa(capsys, *SITE)
    (here / "site" / "mine.html").write_text("mine")
    before = set(files_in(here / "site"))
    without = FRAME.replace("localities:", "x-localities:", 1)
    assert without != FRAME
    agreement(here, without)
    found = soa(capsys, *SITE, "--draft")
    assert found.code == 0
    gone = before - set(files_in(here / "site"))
    assert gone
    assert all(name.startswith("locality-") for name in gone)
    assert (here / "site" / "mine.html").read_text() == "mine"


def test_a_page_that_somebody_changed_is_neither_replaced_nor_taken_away(here, capsys):
    agreement(here)
    soa(capsys, *SITE)
    (here / "site" / "index.html").write_text("mine")
    before = files_in(here)
    assert soa(capsys, *SITE).code == 2
    assert files_in(here) == before


def test_the_documents_of_a_partnership_are_not_taken_for_an_old_site(here, capsys):
    agreement(here)
    soa(capsys, "publish", "--format", "md")
    before = files_in(here)
    found = soa(capsys, "publish", "--site", "published")
    assert (found.code, "holds documents that soa published" in found.err) == (2, True)
    assert files_in(here) == before


def test_a_record_that_names_files_outside_the_folder_takes_nothing_away(here, capsys):
    agreement(here)
    soa(capsys, *SITE)
    (here / "victim.txt").write_text("mine")
    (here / "site" / "data" / "deep").mkdir()
    (here / "site" / "data" / "deep" / "victim").write_text("mine")
    record = here / "site" / ".soa.json"
    said = json.loads(record.read_text())
    said["files"] |= dict.fromkeys(["../victim.txt", "data/deep/victim"], sha256(b"mine").hexdigest())
    record.write_text(json.dumps(said))
    soa(capsys, *SITE)
    assert (here / "victim.txt").exists()
    assert (here / "site" / "data" / "deep" / "victim").exists()


def test_errors_stop_it_but_not_a_draft_whose_pages_are_all_marked(here, capsys):
    agreement(here, ERROR)
    assert soa(capsys, *SITE).code == 1
    assert list(files_in(here)) == ["soa.yaml"]
    found = soa(capsys, *SITE, "--draft")
    assert (found.code, "1 error left" in found.out) == (0, True)
    pages = [text for name, text in files_in(here / "site").items() if name.endswith(".html")]
    assert all(b'class="stamp draft"' in text for text in pages)


def test_a_site_for_partners_is_marked_on_every_page(here, capsys):
    agreement(here)
    soa(capsys, *SITE, "--audience", "partners")
    pages = [text for name, text in files_in(here / "site").items() if name.endswith(".html")]
    assert pages
    assert all(b'class="stamp partners"' in text for text in pages)


def test_the_same_agreement_gives_the_same_site(here, capsys):
    agreement(here)
    soa(capsys, *SITE)
    soa(capsys, "publish", "--site", "again", "--as-of", "2013-06-01")
    assert files_in(here / "site") == files_in(here / "again")
