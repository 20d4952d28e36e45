"""Whatever is wrong in one place: something is said of it, little else is, and nothing hides what is wrong elsewhere."""

import json
from collections import Counter
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from soa.engine.check import Checked
from soa.model.schema import schema
from tests.engine.faults import JUNK, SOUND, Spoilt, as_text, checked_data, spoilt

FAR = {"development_plan": [{"point": "Two drivers", "owner": "council", "due": "2013-02-30"}]}
"""A second fault that has nothing to do with any other."""

SAID_ONCE = {*JUNK, "misspelt"} - {"a list of junk", "a mapping of junk", "an empty mapping"}
"""What is one slip of one person. An empty mapping is a question for each key that is needed."""


@pytest.fixture(scope="module")
def results() -> list[tuple[Spoilt, Checked]]:
    """Every spoilt agreement, checked, with a second fault far away."""
    return [(one, checked_data({**one.data, **FAR})) for one in spoilt()]


def _own(found: Checked) -> list[str]:
    return [one.rule for one in found.findings if one.path[:1] != ("development_plan",)]


def test_a_fault_far_away_is_reported_beside_every_other(results):
    lost = [(one.path, one.how) for one, found in results if found.counts["error"] == 0 or not _far(found)]
    assert lost == []


def _far(found: Checked) -> bool:
    return any(one.path == ("development_plan", 0, "due") and one.rule == "wrong-form" for one in found.findings)


def test_what_the_schema_refuses_is_reported(results):
    validator = Draft202012Validator(schema())
    silent = [(one.path, one.how) for one, found in results if not _own(found) and not _accepts(validator, one.data)]
    assert silent == []


def _accepts(validator: Draft202012Validator, data: dict[str, Any]) -> bool:
    return validator.is_valid(json.loads(as_text(data)))


def test_one_slip_is_one_finding(results):
    """An id that is gone, though, is missed wherever it was referred to."""
    more = {}
    for one, found in results:
        others = [rule for rule in _own(found) if rule != "broken-reference"]
        if (one.path, one.how) == (("resources",), "an empty list"):
            continue  # two questions: nothing for a priority, and nothing for prevention
        if one.how in SAID_ONCE and len(others) + ("broken-reference" in _own(found)) > 1:
            more[one.path, one.how] = Counter(_own(found))
    assert more == {}


def test_junk_of_every_sort_raises_nothing_and_says_no_more_than_a_finding_for_each_piece(results):
    assert max(len(_own(found)) for _, found in results) <= 12


def test_the_sound_agreement_has_no_findings_as_data_either():
    assert checked_data(SOUND).findings == ()
