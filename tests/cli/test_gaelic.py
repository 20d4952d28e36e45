"""`soa publish --lang gd`: it says that nobody has checked the labels, and what it writes is named apart."""

from soa.document import labels
from tests.cli.run import agreement, soa

GAELIC = ("publish", "--format", "html", "--lang", "gd")


def test_unchecked_labels_are_never_printed_silently(here, capsys):
    agreement(here)
    found = soa(capsys, *GAELIC, "--part", "agreement", "--part", "summary")
    assert found.code == 0
    assert found.err == (
        "soa: the Gaelic labels have not been checked by a native reader yet; each document says so at its end.\n"
    )
    assert found.out.splitlines()[:2] == ["published/agreement-gd.html", "published/summary-gd.html"]
    assert '<html lang="gd-GB">' in (here / "published" / "agreement-gd.html").read_text()


def test_nothing_is_said_in_english_or_once_all_are_checked(here, capsys, monkeypatch):
    agreement(here)
    assert soa(capsys, "publish", "--format", "html").err == ""
    monkeypatch.setattr(labels, "UNCHECKED", frozenset())
    assert soa(capsys, *GAELIC).err == ""
