"""`soa publish`: it refuses while there are errors, and replaces nothing but what it wrote."""

import json
import os

import pytest

from tests.cli.run import ERROR, WARNING, agreement, files_in, soa
from tests.rules.sound import FRAME

PAGE = "published/agreement.html"


def test_a_sound_agreement_is_published_and_what_was_written_is_listed(here, capsys):
    agreement(here)
    found = soa(capsys, "publish")
    assert (found.code, found.out) == (0, f"{PAGE} is written. Open it in a browser.\n")
    assert list(json.loads((here / "published" / ".soa.json").read_text())["files"]) == ["agreement.html"]
    assert (here / PAGE).read_text().startswith("<!doctype html>") or (here / PAGE).read_text().startswith(
        "<!DOCTYPE html>"
    )


def test_warnings_do_not_stop_it_and_neither_do_honest_gaps(here, capsys):
    agreement(here, WARNING)
    assert soa(capsys, "publish").code == 0
    agreement(
        here,
        FRAME.replace("prevention:\n", "prevention:\n  not_yet: {missing: All, owner: council, due: 2013-09-30}\n"),
    )
    assert soa(capsys, "publish").code == 0


def test_a_small_count_of_people_is_a_warning_until_it_is_to_be_published(here, capsys):
    small = FRAME.replace(
        "baseline: {period: 2012-13, value: 72.0}", "baseline: {period: 2012-13, value: 75.0, base: 4}"
    )
    agreement(here, small)
    assert "warning small-number-shown" in soa(capsys, "lint").out
    found = soa(capsys, "publish")
    assert (found.code, "(small-number-shown)" in found.err) == (1, True)
    (here / "soa.toml").write_text('[rules]\nsmall-number-shown = "off"\n')
    assert "small-number-shown" not in soa(capsys, "publish").err


def test_errors_stop_it_and_each_is_named(here, capsys):
    agreement(here, ERROR)
    found = soa(capsys, "publish")
    assert (found.code, found.out) == (1, "")
    assert "soa.yaml:124:18: “ongoing” is no date" in found.err
    assert found.err.endswith("soa publish --draft shows them as marked gaps.\n")
    assert list(files_in(here)) == ["soa.yaml"]


def test_a_draft_is_published_all_the_same_under_another_name(here, capsys):
    agreement(here, ERROR)
    found = soa(capsys, "publish", "--draft")
    assert found.code == 0
    assert "1 error left" in found.out
    assert "published/agreement-draft.html" in files_in(here)


@pytest.mark.parametrize("text", ["", "- a list", b"\xff\xfe\xfd"])
def test_where_nothing_can_be_read_there_is_nothing_to_publish(here, capsys, text):
    agreement(here, text)
    assert soa(capsys, "publish", "--draft").code == 1
    assert soa(capsys, "publish").code == 1
    assert list(files_in(here)) == ["soa.yaml"]


def test_what_is_not_there_is_2(here, capsys):
    found = soa(capsys, "publish", "nowhere")
    assert (found.code, found.err) == (2, "soa: there is no file or folder nowhere\n")


def test_publishing_again_replaces_what_was_published(here, capsys):
    agreement(here)
    soa(capsys, "publish")
    agreement(here, FRAME.replace("how long you live", "how well you live"))
    assert soa(capsys, "publish").code == 0
    assert "how well you live" in (here / PAGE).read_text()


def test_the_same_agreement_gives_the_same_bytes(here, capsys):
    agreement(here)
    soa(capsys, "publish", "--as-of", "2013-06-01", "--output", "one")
    soa(capsys, "publish", "--as-of", "2013-06-01", "--output", "two")
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
    found = soa(capsys, "publish")
    assert found.code == 2
    assert found.err.count("\n") == 1
    assert files_in(here) == before


@pytest.mark.parametrize("record", ["", "mine", "[]"])
def test_a_list_that_somebody_else_wrote_is_never_replaced_either(here, capsys, record):
    agreement(here)
    (here / "published").mkdir()
    (here / "published" / ".soa.json").write_text(record)
    assert soa(capsys, "publish").code == 2
    assert (here / "published" / ".soa.json").read_text() == record


def test_a_page_that_was_changed_by_hand_is_kept(here, capsys):
    agreement(here)
    soa(capsys, "publish")
    (here / PAGE).write_text("mine now")
    found = soa(capsys, "publish")
    assert found.code == 2
    assert "has been changed since soa wrote it" in found.err
    assert (here / PAGE).read_text() == "mine now"


def test_a_link_or_a_folder_in_its_place_is_kept(here, capsys):
    agreement(here)
    soa(capsys, "publish")
    (here / PAGE).rename(here / "elsewhere.html")
    (here / PAGE).symlink_to(here / "elsewhere.html")
    assert soa(capsys, "publish").code == 2
    (here / PAGE).unlink()
    (here / PAGE).mkdir()
    assert soa(capsys, "publish").code == 2


def test_a_failure_half_way_leaves_the_old_page_whole(here, capsys, monkeypatch):
    agreement(here)
    soa(capsys, "publish")
    before = files_in(here)
    agreement(here, FRAME.replace("how long you live", "how well you live"))

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    found = soa(capsys, "publish")
    assert (found.code, found.err) == (2, "soa: published cannot be written: no space left on device\n")
    assert {**files_in(here), "soa.yaml": b""} == {**before, "soa.yaml": b""}


def test_a_file_where_the_folder_should_be_is_kept(here, capsys):
    agreement(here)
    (here / "published").write_text("mine")
    assert soa(capsys, "publish").code == 2
    assert (here / "published").read_text() == "mine"


def test_an_agreement_that_cannot_be_read_is_2(here, capsys):
    agreement(here / "plan").joinpath("soa.yaml").unlink()
    (here / "plan" / "soa.yaml").mkdir()
    assert soa(capsys, "publish", "plan").code == 2


def test_the_draft_is_taken_away_when_the_agreement_itself_is_published(here, capsys):
    agreement(here, ERROR)
    soa(capsys, "publish", "--draft")
    agreement(here)
    assert soa(capsys, "publish").code == 0
    assert sorted(path.name for path in (here / "published").iterdir()) == [".soa.json", "agreement.html"]
    assert list(json.loads((here / "published" / ".soa.json").read_text())["files"]) == ["agreement.html"]


def test_a_draft_that_was_changed_by_hand_stays(here, capsys):
    agreement(here, ERROR)
    soa(capsys, "publish", "--draft")
    (here / "published" / "agreement-draft.html").write_text("mine now")
    agreement(here)
    assert soa(capsys, "publish").code == 0
    assert (here / "published" / "agreement-draft.html").read_text() == "mine now"


@pytest.mark.parametrize("fails", [1, 2, 3])
def test_whichever_write_fails_publishing_again_works(here, capsys, monkeypatch, fails):
    agreement(here)
    soa(capsys, "publish")
    agreement(here, FRAME.replace("how long you live", "how well you live"))
    moved, calls = os.replace, []

    def fail(*paths):
        calls.append(paths)
        if len(calls) == fails:
            raise OSError(28, "No space left on device")
        moved(*paths)

    with monkeypatch.context() as broken:
        broken.setattr("os.replace", fail)
        assert soa(capsys, "publish").code == 2
    agreement(here, FRAME.replace("how long you live", "how gladly you live"))
    assert soa(capsys, "publish").code == 0
    assert "how gladly you live" in (here / PAGE).read_text()
    assert "before" not in json.loads((here / "published" / ".soa.json").read_text())


@pytest.mark.parametrize(
    ("word", "said"),
    [("Lint", "did you mean lint?"), ("zzz", "the commands are: new, lint, publish, explain, rules, schema, lsp")],
)
def test_a_command_that_there_is_not_is_named_with_the_one_that_is_meant(capsys, word, said):
    found = soa(capsys, word)
    assert (found.code, found.err) == (2, f"soa: there is no command {word}; {said}\n")
