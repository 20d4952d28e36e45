"""`soa publish`: it refuses while there are errors, and replaces nothing but what it wrote."""

import json
import os
import re
import signal
import subprocess
import sys

import pytest

from tests.cli.run import ERROR, WARNING, agreement, files_in, soa
from tests.rules.sound import FRAME

PAGE = "published/agreement.html"
PUBLISH = ("publish", "--format", "html")
"""One format is enough where it does not matter which."""


def test_a_sound_agreement_is_published_and_what_was_written_is_listed(here, capsys):
    agreement(here)
    found = soa(capsys, *PUBLISH)
    assert (found.code, found.out) == (0, f"{PAGE}\n1 file is written.\n")
    assert list(json.loads((here / "published" / ".soa.json").read_text())["files"]) == ["agreement.html"]
    assert (here / PAGE).read_text().startswith("<!doctype html>") or (here / PAGE).read_text().startswith(
        "<!DOCTYPE html>"
    )


def test_every_format_is_written_of_every_part_that_is_asked_for(here, capsys):
    agreement(here)
    found = soa(capsys, "publish", "--part", "summary", "--part", "partner:council", "--part", "summary")
    names = [f"{name}.{suffix}" for name in ("summary", "partner-council") for suffix in ("html", "pdf", "docx", "md")]
    assert found.code == 0
    assert found.out.splitlines()[1:] == [*(f"published/{name}" for name in names), "8 files are written."]
    assert re.match(
        r"The summary has \d+ words, \d+ in a sentence on average, and most people of \d+ can read it\.", found.out
    )
    starts = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "docx": b"PK", "md": b"> **"}
    for name in names:
        assert (here / "published" / name).read_bytes().startswith(starts[name.rpartition(".")[2]])


def test_all_parts_are_each_partner_and_locality_too(here, capsys):
    agreement(here)
    found = soa(capsys, *PUBLISH, "--part", "all")
    written = {line.removeprefix("published/") for line in found.out.splitlines() if line.startswith("published/")}
    assert {"agreement.html", "summary.html", "committee.html", "partner-council.html"} <= written
    assert len(written) == len(files_in(here / "published")) - 1


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("sumary", "there is no part sumary; did you mean summary?"),
        ("zzz", "there is no part zzz; there are: agreement, summary, committee, partner:ID, locality:ID, all"),
        ("partner:counsil", "there is no partner counsil; did you mean partner:council?"),
        ("locality:x", "there is no locality x; there are: locality:muirton"),
    ],
)
def test_a_part_that_there_is_not_is_2_and_nothing_is_written(here, capsys, part, said):
    agreement(here)
    found = soa(capsys, *PUBLISH, "--part", part)
    assert (found.code, found.err) == (2, f"soa: {said}\n")
    assert list(files_in(here)) == ["soa.yaml"]


def test_a_partner_without_its_id_is_asked_for_it(here, capsys):
    agreement(here)
    assert (
        "--part partner wants the id of one; there are: partner:council"
        in soa(capsys, *PUBLISH, "--part", "partner").err
    )


def test_what_is_not_public_is_printed_for_partners_and_each_page_marked(here, capsys):
    agreement(here, FRAME.replace("    post: Head of Housing\n", "    post: Head of Housing\n"))
    soa(capsys, *PUBLISH, "--audience", "partners")
    page = (here / "published" / "agreement-for-partners.html").read_text()
    assert 'class="stamp partners"' in page


def test_the_day_is_that_of_source_date_epoch_where_none_is_given(here, capsys, monkeypatch):
    agreement(here)
    soa(capsys, "publish", "--format", "pdf", "--as-of", "2013-06-01", "--output", "one")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1370044800")  # the same day
    soa(capsys, "publish", "--format", "pdf", "--output", "two")
    assert files_in(here / "one") == files_in(here / "two")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    found = soa(capsys, *PUBLISH)
    assert (found.code, found.err) == (2, "soa: SOURCE_DATE_EPOCH is to be seconds since 1970, and this is soon\n")


def test_a_logo_that_cannot_be_printed_stops_it_but_not_a_draft(here, capsys):
    agreement(here, FRAME.replace("kind: council\n", "kind: council\n    logo: logos/none.svg\n", 1))
    found = soa(capsys, *PUBLISH)
    assert (found.code, "logos/none.svg: there is no such file" in found.err) == (1, True)
    assert list(files_in(here)) == ["soa.yaml"]
    assert soa(capsys, *PUBLISH, "--draft").code == 0


def test_charts_are_drawn_once_and_kept(here, capsys, monkeypatch):
    import vl_convert

    agreement(here)
    drawn = []
    real = vl_convert.vegalite_to_svg
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", lambda *given, **more: drawn.append(1) or real(*given, **more))
    soa(capsys, *PUBLISH, "--output", "one")
    first = len(drawn)
    soa(capsys, *PUBLISH, "--output", "two")
    assert first
    assert len(drawn) == first
    assert files_in(here / "one") == files_in(here / "two")


def test_warnings_do_not_stop_it_and_neither_do_honest_gaps(here, capsys):
    agreement(here, WARNING)
    assert soa(capsys, *PUBLISH).code == 0
    agreement(
        here,
        FRAME.replace("prevention:\n", "prevention:\n  not_yet: {missing: All, owner: council, due: 2013-09-30}\n"),
    )
    assert soa(capsys, *PUBLISH).code == 0


def test_a_small_count_of_people_is_a_warning_until_it_is_to_be_published(here, capsys):
    small = FRAME.replace(
        "baseline: {period: 2012-13, value: 72.0}", "baseline: {period: 2012-13, value: 75.0, base: 4}"
    )
    agreement(here, small)
    assert "warning small-number-shown" in soa(capsys, "lint").out
    found = soa(capsys, *PUBLISH)
    assert (found.code, "(small-number-shown)" in found.err) == (1, True)
    (here / "soa.toml").write_text('[rules]\nsmall-number-shown = "off"\n')
    assert "small-number-shown" not in soa(capsys, *PUBLISH).err


def test_errors_stop_it_and_each_is_named(here, capsys):
    agreement(here, ERROR)
    found = soa(capsys, *PUBLISH)
    assert (found.code, found.out) == (1, "")
    assert "soa.yaml:124:18: “ongoing” is no date" in found.err
    assert found.err.endswith("soa publish --draft shows them as marked gaps.\n")
    assert list(files_in(here)) == ["soa.yaml"]


def test_a_draft_is_published_all_the_same_under_another_name(here, capsys):
    agreement(here, ERROR)
    found = soa(capsys, *PUBLISH, "--draft")
    assert found.code == 0
    assert "1 error left" in found.out
    assert "published/agreement-draft.html" in files_in(here)


@pytest.mark.parametrize("text", ["", "- a list", b"\xff\xfe\xfd"])
def test_where_nothing_can_be_read_there_is_nothing_to_publish(here, capsys, text):
    agreement(here, text)
    assert soa(capsys, *PUBLISH, "--draft").code == 1
    assert soa(capsys, *PUBLISH).code == 1
    assert list(files_in(here)) == ["soa.yaml"]


def test_what_is_not_there_is_2(here, capsys):
    found = soa(capsys, *PUBLISH, "nowhere")
    assert (found.code, found.err) == (2, "soa: there is no file or folder nowhere\n")


def test_publishing_again_replaces_what_was_published(here, capsys):
    agreement(here)
    soa(capsys, *PUBLISH)
    agreement(here, FRAME.replace("how long you live", "how well you live"))
    assert soa(capsys, *PUBLISH).code == 0
    assert "how well you live" in (here / PAGE).read_text()


def test_the_same_agreement_gives_the_same_bytes(here, capsys):
    agreement(here)
    soa(capsys, *PUBLISH, "--as-of", "2013-06-01", "--output", "one")
    soa(capsys, *PUBLISH, "--as-of", "2013-06-01", "--output", "two")
    assert files_in(here / "one") == files_in(here / "two")


@pytest.mark.parametrize(
    "record", [None, "", "[]", '{"files": 5}', '{"files": {}}', '{"files": {"agreement.html": "0"}}']
)
def test_a_file_that_somebody_else_wrote_is_never_replaced(here, capsys, record):
    agreement(here)
    (here / "published").mkdir()
    (here / PAGE).write_text("mine")
    if record is not None:
        (here / "published" / ".soa.json").write_text(record)
    before = files_in(here)
    found = soa(capsys, *PUBLISH)
    assert found.code == 2
    assert found.err.count("\n") == 1
    assert files_in(here) == before


@pytest.mark.parametrize("record", ["", "mine", "[]"])
def test_a_list_that_somebody_else_wrote_is_never_replaced_either(here, capsys, record):
    agreement(here)
    (here / "published").mkdir()
    (here / "published" / ".soa.json").write_text(record)
    assert soa(capsys, *PUBLISH).code == 2
    assert (here / "published" / ".soa.json").read_text() == record


def test_a_page_that_was_changed_by_hand_is_kept(here, capsys):
    agreement(here)
    soa(capsys, *PUBLISH)
    (here / PAGE).write_text("mine now")
    found = soa(capsys, *PUBLISH)
    assert found.code == 2
    assert "has been changed since soa wrote it" in found.err
    assert (here / PAGE).read_text() == "mine now"


def test_a_link_or_a_folder_in_its_place_is_kept(here, capsys):
    agreement(here)
    soa(capsys, *PUBLISH)
    (here / PAGE).rename(here / "elsewhere.html")
    (here / PAGE).symlink_to(here / "elsewhere.html")
    assert soa(capsys, *PUBLISH).code == 2
    (here / PAGE).unlink()
    (here / PAGE).mkdir()
    assert soa(capsys, *PUBLISH).code == 2


def test_a_failure_half_way_leaves_the_old_page_whole(here, capsys, monkeypatch):
    agreement(here)
    soa(capsys, *PUBLISH)
    before = files_in(here)
    agreement(here, FRAME.replace("how long you live", "how well you live"))

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    found = soa(capsys, *PUBLISH)
    assert (found.code, found.err) == (2, "soa: published cannot be written: no space left on device\n")
    assert {**files_in(here), "soa.yaml": b""} == {**before, "soa.yaml": b""}


def test_a_file_where_the_folder_should_be_is_kept(here, capsys):
    agreement(here)
    (here / "published").write_text("mine")
    assert soa(capsys, *PUBLISH).code == 2
    assert (here / "published").read_text() == "mine"


def test_an_agreement_that_cannot_be_read_is_2(here, capsys):
    agreement(here / "plan").joinpath("soa.yaml").unlink()
    (here / "plan" / "soa.yaml").mkdir()
    assert soa(capsys, *PUBLISH, "plan").code == 2


def test_the_draft_is_taken_away_when_the_agreement_itself_is_published(here, capsys):
    agreement(here, ERROR)
    soa(capsys, *PUBLISH, "--draft")
    agreement(here)
    assert soa(capsys, *PUBLISH).code == 0
    assert sorted(path.name for path in (here / "published").iterdir()) == [".soa.json", "agreement.html"]
    assert list(json.loads((here / "published" / ".soa.json").read_text())["files"]) == ["agreement.html"]


def test_a_draft_that_was_changed_by_hand_stays(here, capsys):
    agreement(here, ERROR)
    soa(capsys, *PUBLISH, "--draft")
    (here / "published" / "agreement-draft.html").write_text("mine now")
    agreement(here)
    assert soa(capsys, *PUBLISH).code == 0
    assert (here / "published" / "agreement-draft.html").read_text() == "mine now"


@pytest.mark.parametrize("fails", [1, 2, 3])
def test_whichever_write_fails_publishing_again_works(here, capsys, monkeypatch, fails):
    agreement(here)
    soa(capsys, *PUBLISH)
    agreement(here, FRAME.replace("how long you live", "how well you live"))
    moved, calls = os.replace, []

    def fail(*paths):
        calls.append(paths)
        if len(calls) == fails:
            raise OSError(28, "No space left on device")
        moved(*paths)

    with monkeypatch.context() as broken:
        broken.setattr("os.replace", fail)
        assert soa(capsys, *PUBLISH).code == 2
    agreement(here, FRAME.replace("how long you live", "how gladly you live"))
    assert soa(capsys, *PUBLISH).code == 0
    assert "how gladly you live" in (here / PAGE).read_text()
    assert "before" not in json.loads((here / "published" / ".soa.json").read_text())


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Lint", "did you mean lint?"),
        (
            "zzz",
            "the commands are: new, lint, publish, preview, review, compare, portfolio, explain, rules, schema, lsp",
        ),
    ],
)
def test_a_command_that_there_is_not_is_named_with_the_one_that_is_meant(capsys, word, said):
    found = soa(capsys, word)
    assert (found.code, found.err) == (2, f"soa: there is no command {word}; {said}\n")


def test_what_soa_wrote_is_not_watched(here, capsys):
    from soa.cli.folder import Where
    from soa.cli.watch import look

    agreement(here)
    soa(capsys, *PUBLISH)
    (here / "published" / "data.json").write_text("{}")
    (here / "logo.svg").write_text("<svg/>")
    assert sorted(look([Where("", "soa.yaml")], None)) == ["./logo.svg", "./soa.yaml", "soa.yaml"]


def test_watching_publishes_again_after_a_change(here):
    agreement(here)
    command = [sys.executable, "-m", "soa.cli.main", *PUBLISH, "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr is not None
        assert "Waiting for a change" in child.stderr.readline()
        agreement(here, FRAME.replace("how long you live", "how gladly you live"))
        while "Waiting for a change" not in child.stderr.readline():
            assert child.poll() is None
        assert "how gladly you live" in (here / PAGE).read_text()
        child.send_signal(signal.SIGINT)
        assert child.wait() == 130
