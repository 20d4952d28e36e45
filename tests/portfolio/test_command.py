"""What `soa portfolio` says of what it did not read, or read only in part."""

import pytest

from soa.cli.areas import zips
from tests.cli.run import agreement, soa
from tests.rules.sound import FRAME

DAY = ("--as-of", "2013-06-01")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder of its own, with nothing kept from other runs."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOA_CACHE", str(tmp_path / "cache"))
    return folder


def test_an_agreement_that_was_read_in_part_is_said_so_with_its_reasons(here, capsys):
    agreement(here / "areas" / "whole", FRAME)
    agreement(here / "areas" / "half", f"{FRAME}asks: [{{id: x, \n")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert found.code == 0
    assert found.err.startswith("soa: half: read in part: soa.yaml, line ")
    assert found.err.count("\n") == 1
    assert "2 agreements" in found.out
    assert found.out.endswith("1 was read in part; each is listed with what could not be read.\n")


def test_zip_files_are_named_on_one_line_and_not_read(here, capsys):
    agreement(here / "areas" / "whole", FRAME)
    (here / "areas" / "angus.zip").write_bytes(b"PK")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert (found.code, found.err) == (0, "soa: angus.zip is not read; unpack it\n")
    (here / "areas" / "whole" / "Fife.ZIP").write_bytes(b"PK")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert (found.code, found.err) == (0, "soa: angus.zip, whole/Fife.ZIP are not read; unpack them\n")


def test_where_there_are_only_zip_files_they_are_the_reason(here, capsys):
    for number in range(8):
        (here / "areas").mkdir(exist_ok=True)
        (here / "areas" / f"{number}.zip").write_bytes(b"PK")
    found = soa(capsys, "portfolio", "areas", *DAY)
    assert found.code == 2
    assert "there is no soa.yaml in areas" in found.err
    assert "0.zip, 1.zip, 2.zip, 3.zip, 4.zip and 3 more are not read; unpack them" in found.err


def test_only_zip_files_that_would_be_looked_at_are_named(here):
    for name in ("a.zip", "b/c.zip", ".git/x.zip", "portfolio/y.zip", "node_modules/z.zip", "notes.txt"):
        (here / "areas" / name).parent.mkdir(parents=True, exist_ok=True)
        (here / "areas" / name).write_bytes(b"PK")
    (here / "areas" / "folder.zip").mkdir()
    assert zips("areas", "areas/portfolio") == ["a.zip", "b/c.zip"]
