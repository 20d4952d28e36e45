"""A hole stands for what could not be read, and is the same hole everywhere."""

import copy
import pickle

from soa.model.outcome import Outcome
from soa.model.part import HOLE, sound
from soa.model.reading import read
from tests.model.agreements import value, whole


def test_a_copied_hole_is_the_same_hole() -> None:
    """pydantic copies defaults, and a second process gets pickles: none of them may pass for an answer."""
    assert copy.deepcopy(HOLE) is HOLE
    assert copy.copy(HOLE) is HOLE
    assert pickle.loads(pickle.dumps(HOLE)) is HOLE


def test_a_shared_indicator_with_a_fault_has_holes_for_what_it_does_not_say() -> None:
    """An indicator that only says `use` has no name of its own, also when another of its keys is wrong."""
    outcome = value(Outcome)
    outcome["what"]["indicators"] = [{"use": "jobs", "nmae": "Jobs"}]
    indicator = read(whole(Outcome, outcome)[0]).agreement.priorities[0].outcomes[0].what.indicators[0]
    assert indicator.use == "jobs"
    assert not sound(indicator.name)
