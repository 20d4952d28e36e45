"""The national core measures say enough of themselves to stand in for a local definition."""

from soa.model.measure import DIRECTIONS, MeasuredOver
from soa.reference import core_indicators


def test_each_of_the_20_says_what_is_counted_in_which_unit_and_which_way_is_better() -> None:
    assert len({one.id for one in core_indicators()}) == len(core_indicators()) == 20
    for one in core_indicators():
        assert all((one.name, one.unit, one.definition, one.source)), one.id
        assert one.direction in DIRECTIONS
        assert one.averaged_over in {1, 3}
        assert len(one.definition.split()) >= 8, "a definition is more than a name"


def test_the_period_is_one_that_an_indicator_can_be_measured_over() -> None:
    (words,) = [note.json_schema["enum"] for note in MeasuredOver.__metadata__ if getattr(note, "json_schema", None)]
    assert {one.measured_over for one in core_indicators()} <= set(words)


def test_which_way_is_better_is_left_open_where_the_sources_disagree() -> None:
    assert [one.id for one in core_indicators() if one.direction == "context"] == ["depopulation"]
