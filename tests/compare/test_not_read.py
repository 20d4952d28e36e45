"""What could not be read of a version is said to be that: it is neither gone nor new."""

from __future__ import annotations

from datetime import date

import pytest

from soa.compare import Comparison, compare
from soa.compare.data import json_of
from soa.compare.document import document_of
from soa.compare.text import text_of
from soa.writers.markdown import write
from soa.writers.press import Press
from tests.compare.made import as_text, checked, example, named, outcome

OLDER = "priorities/older.yaml"


def _without_a_file(*, gone: bool = True, broken: str = "") -> tuple[Comparison, Comparison]:
    """Glenmore's plan and one whose first priority stands in a file, in both directions."""
    data = example()
    first = data["priorities"][0]
    data["priorities"][0] = {"file": OLDER}
    other = checked(as_text(data), beside={} if gone else {OLDER: broken or as_text(first)}, rules=True)
    whole = checked(example(), rules=True)
    return compare(whole, other, names=("march", "june")), compare(other, whole, names=("march", "june"))


def test_what_stands_in_a_file_that_is_not_there_is_neither_gone_nor_new() -> None:
    there, back = _without_a_file()
    for told, version in ((there, "new"), (back, "old")):
        assert told.changes == ()
        assert [(one.version, len(one.places)) for one in told.not_read] == [(version, 1)]
        assert told.not_read[0].parts[0].startswith("the priority “Older people fall less")
        assert not any(one.gone or one.new for one in told.outcomes)
    assert {one.state for one in there.findings if "falls" in one.about} == set()


def test_a_file_that_is_there_is_read() -> None:
    there, back = _without_a_file(gone=False)
    assert (there.changes, there.not_read, back.changes, back.not_read) == ((), (), (), ())


def test_it_is_said_once_wherever_a_comparison_is_read() -> None:
    there, back = _without_a_file()
    page = write(document_of(there, as_of=date(2013, 6, 30)), Press()).decode()
    for text in (text_of(there, 200), page):
        assert text.count("Not all of june could be read.") == 1
        assert "Nothing that could be read of both has changed." in text
        assert "So it is not known what became of these: the priority “Older people fall less" in text
    assert "So it is not known whether these are new: the priority" in text_of(back, 200)
    assert '"version": "new",' in json_of(there)


def test_other_changes_are_told_all_the_same() -> None:
    data = example()
    data["priorities"][0] = {"file": OLDER}
    fires = outcome(data, "fires")
    fires["how"].remove(named(fires["how"], "cookers"))
    told = compare(checked(example()), checked(as_text(data)))
    assert [(one.kind, one.about) for one in told.changes] == [("removed", "fires/how/cookers")]


@pytest.mark.parametrize("key", ["resources", "prevention", "governance"])
def test_a_whole_part_in_a_file_that_is_not_there(key: str) -> None:
    data = example()
    data[key] = {"file": "gone.yaml"}
    for told in (compare(checked(example()), checked(data)), compare(checked(data), checked(example()))):
        assert told.changes == ()
        assert len(told.not_read[0].parts) == 1


def test_what_is_missing_where_a_file_is_broken_may_not_be_gone() -> None:
    broken = "id: older-people\ntitle: Older people fall less\n]]\nlead: hscp\n"
    told = _without_a_file(gone=False, broken=broken)[0]
    assert not any(one.kind == "removed" for one in told.changes)
    assert told.not_read[0].places[0].file == OLDER
    assert any(one.startswith("the outcomes of the priority “Older people fall less") for one in told.not_read[0].parts)
