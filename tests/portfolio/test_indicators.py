"""The same measure in several areas: side by side only where it is fair, and otherwise the reason in words."""

from decimal import Decimal

import pytest

from soa.portfolio.facts import ValueFacts
from soa.portfolio.indicators import Comparison, period_said
from soa.portfolio.portfolio import Portfolio, gather
from soa.portfolio.rates import is_rate
from tests.portfolio.sample import facts

FALLS = "Emergency admissions after a fall, people aged 65 and over"


def of(portfolio: Portfolio, name: str = FALLS) -> list[Comparison]:
    """The comparisons of one measure."""
    return [one for one in portfolio.comparisons if one.name == name]


def only(portfolio: Portfolio, name: str = FALLS) -> Comparison:
    """The one comparison of a measure."""
    (found,) = of(portfolio, name)
    return found


def changed(area: str, before: str, after: str, **more: object) -> object:
    """The facts of an area with one passage replaced."""
    return facts(area, replaced={before: after}, **more)


def test_areas_that_count_alike_stand_side_by_side():
    found = only(gather([facts("Moray"), changed("Fife", "value: 21.3", "value: 19.0"), facts("Angus")]))
    assert [(one.area, one.value.value) for one in found.areas] == [
        ("Angus", Decimal("21.3")),
        ("Fife", Decimal("19.0")),
        ("Moray", Decimal("21.3")),
    ]
    assert found.left_out == ()
    assert (found.period.starts, found.period.ends) == ("2012-04-01", "2013-03-31")
    assert found.areas[0].aim is not None
    assert (found.areas[0].aim.period, found.areas[0].aim.low) == ("2022-23", Decimal("15.0"))


def test_they_are_not_ordered_by_their_values():
    best, worst = changed("Angus", "value: 21.3", "value: 29.0"), changed("Moray", "value: 21.3", "value: 11.0")
    assert [one.area for one in only(gather([worst, best])).areas] == ["Angus", "Moray"]


def test_one_area_alone_is_compared_with_nobody():
    found = gather([facts("Moray")])
    assert found.comparisons == found.refusals == ()


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("falls code, by area of residence", "falls code, by hospital", "It counts otherwise: “Stays that began as an emergency with a falls code, by hospital”"),
        ("unit: per 1,000 people aged 65 and over", "unit: per 1,000 people aged 75 and over", "Another unit: per 1,000 people aged 75 and over."),
        ("unit: per 1,000 people aged 65 and over", "unit: admissions a year", "A count, not a rate: counted in admissions a year."),
        ("measured_over: financial-year\n              baseline: {period: 2012-13, value: 21.3", "measured_over: calendar-year\n              baseline: {period: 2012, value: 21.3", "Measured over calendar years."),
        ("measured_over: financial-year\n              baseline: {period: 2012-13, value: 21.3", "averaged_over: 3\n              measured_over: financial-year\n              baseline: {period: 2012-13, value: 21.3", "An average of 3 years."),
        ("{period: 2012-13, value: 21.3", "{period: 2011-12, value: 21.3", "Different years: its newest value is for 2011/12."),
        ("              source: ISD Scotland, SMR01\n", "              source: ISD Scotland, SMR01\n              level: health-board\n", "Its value is for the health board's whole area."),
        ("              definition: Stays that began as an emergency with a falls code, by area of residence\n", "", "It does not say what exactly is counted."),
    ],
)  # fmt: skip
def test_what_differs_is_left_out_with_the_reason(before, after, why):
    found = only(gather([facts("Moray"), facts("Angus"), changed("Fife", before, after)]))
    assert [one.area for one in found.areas] == ["Angus", "Moray"]
    assert [(one.area, one.why) for one in found.left_out] == [("Fife", why)]


DEFINITION = "              definition: Stays that began as an emergency with a falls code, by area of residence\n"
SOURCE = "              source: ISD Scotland, SMR01\n"


@pytest.mark.parametrize(
    ("before", "after", "why", "refused"),
    [
        ("unit: per 1,000 people aged 65 and over", "unit: admissions", "A count, not a rate: counted in admissions.", "These are counts"),
        (DEFINITION, "", "It does not say what exactly is counted.", "No area says what exactly is counted"),
        (SOURCE, f"{SOURCE}              level: health-board\n", "Its value is for the health board's whole area.", "The values are for the health board's whole area"),
    ],
)  # fmt: skip
def test_two_that_share_a_fault_are_not_compared_with_each_other_either(before, after, why, refused):
    others = [changed("Fife", before, after), changed("Stirling", before, after)]
    found = only(gather([facts("Moray"), facts("Angus"), *others]))
    assert [one.area for one in found.areas] == ["Angus", "Moray"]
    assert [(one.area, one.why) for one in found.left_out] == [("Fife", why), ("Stirling", why)]
    alone = gather(others)
    assert of(alone) == []
    assert next(one.why for one in alone.refusals if one.name == FALLS).startswith(refused)


def test_two_that_differ_are_refused_with_what_they_differ_in():
    found = gather([facts("Moray"), facts("Fife", "otherwise")])
    (refused,) = [one for one in found.refusals if one.name == FALLS]
    assert refused.why == "The areas differ in what they count; no two of them count alike for the same period."
    assert refused.areas[0].why.startswith(
        "Stays of two nights or more with a falls code, by area of residence; per 1,000"
    )


def test_case_commas_and_the_areas_own_name_are_no_difference():
    moray = changed("Moray", "by area of residence", "by residence in Moray")
    fife = changed("Fife", "by area of residence", "by Residence, in Fife")
    assert len(only(gather([moray, fife])).areas) == 2


def test_a_made_up_area_is_not_set_beside_real_ones():
    found = only(gather([facts("Moray"), facts("Angus"), facts("Strathbeg", fictional=True)]))
    assert [(one.area, one.why) for one in found.left_out] == [
        ("Strathbeg", "A made-up area is not compared with real ones.")
    ]


def test_counts_are_refused_and_never_shown():
    found = gather([facts("Moray", "counts"), facts("Fife", "counts")])
    assert of(found) == []
    (refused,) = [one for one in found.refusals if one.name == FALLS]
    assert "counts or amounts, not rates" in refused.why
    assert [one.area for one in refused.areas] == ["Fife", "Moray"]
    assert "375" not in str(refused)


def test_different_years_are_refused():
    found = gather([facts("Moray"), facts("Fife", "older")])
    assert of(found) == []
    (refused,) = [one for one in found.refusals if one.name == FALLS]
    assert refused.why.startswith("Different years")
    assert [one.why for one in refused.areas] == ["2010/11", "2012/13"]


def test_two_ways_of_counting_make_two_comparisons():
    """Nobody is left out of what they can be compared in."""
    same = [facts("Moray"), facts("Fife"), facts("Angus")]
    other = [facts("Stirling", "otherwise"), facts("Falkirk", "otherwise")]
    first, second = of(gather([*same, *other]))
    assert [one.area for one in first.areas] == ["Angus", "Fife", "Moray"]
    assert [one.area for one in second.areas] == ["Falkirk", "Stirling"]
    assert (first.left_out, second.left_out) == ((), ())
    assert first.file != second.file


def test_a_core_indicator_is_the_same_under_any_name():
    moray = changed("Moray", "name: Households in fuel poverty", "name: Homes that cost too much to heat")
    found = only(gather([moray, facts("Fife")]), "Households in fuel poverty")
    assert found.core
    assert [one.area for one in found.areas] == ["Fife", "Moray"]
    assert found.definition.endswith(".") or "fuel" in found.definition.lower()
    assert found.areas[0].value.margin == Decimal("4.0")


def test_the_same_name_is_not_enough_where_one_says_it_is_a_core_indicator():
    fife = changed("Fife", "              core: fuel-poverty\n", "              definition: Homes with damp\n")
    assert of(gather([facts("Moray"), fife]), "Households in fuel poverty") == []


def test_too_few_to_show_stays_so_in_a_comparison():
    found = only(gather([facts("Moray", "hidden"), facts("Fife"), facts("Angus")]))
    assert {one.area: one.value.value for one in found.areas}["Moray"] is None


def test_the_period_is_the_one_that_most_areas_have():
    older = (
        "baseline: {period: 2011-12, value: 22.0, base: 17600}\n              history: [{period: 2010-11, value: 23.0}]"
    )
    newer = (
        "baseline: {period: 2012-13, value: 21.3, base: 17600}\n              history: [{period: 2011-12, value: 20.0}]"
    )
    own = "baseline: {period: 2012-13, value: 21.3, base: 17600}"
    found = only(
        gather(
            [
                changed("Moray", own, newer),
                changed("Fife", own, older),
                changed("Angus", own, newer),
                changed("Falkirk", own, older),
            ]
        )
    )
    assert found.period.period == "2011-12"
    assert [one.value.value for one in found.areas] == [
        Decimal("20.0"),
        Decimal("22.0"),
        Decimal("22.0"),
        Decimal("20.0"),
    ]


def test_families_are_those_of_the_service():
    """Aberdeen City is of family 1 for services to people and of family 4 for the others."""
    portfolio = gather([facts("Aberdeen City"), facts("Fife")])
    falls = only(portfolio)
    assert (falls.families, falls.areas[0].family) == ("people", 1)
    spending = only(portfolio, "Share of the two bodies' spending that goes to prevention")
    assert (spending.families, spending.areas[0].family) == ("people", 1)
    no_people = "Spending marked preventive in the two budgets, divided by their whole spending"
    both = [changed(area, f"{no_people} on people aged 65 and over", no_people) for area in ("Aberdeen City", "Fife")]
    spending = only(gather(both), "Share of the two bodies' spending that goes to prevention")
    assert (spending.families, spending.areas[0].family) == ("other", 4)


def test_an_area_in_no_family_has_none():
    found = only(gather([facts("Strathbeg", fictional=True), facts("Strathmore", fictional=True)]))
    assert (found.families, [one.family for one in found.areas]) == ("", [0, 0])


@pytest.mark.parametrize(
    ("unit", "name", "definition"),
    [
        ("per cent", "", ""),
        ("% of leavers", "", ""),
        ("per 1,000 people", "", ""),
        ("per 10,000 people aged 75 and over", "", ""),
        ("for every 100 births", "", ""),
        ("pounds per person", "", ""),
        ("score from 0 to 10", "", ""),
        ("index, 2010 = 100", "", ""),
        ("years", "Life expectancy of men", ""),
        ("pounds a week", "Median earnings", ""),
        ("minutes", "Average time to the scene", ""),
        ("pounds", "Cost of a stay", "Mean cost of a stay that began with a fall"),
    ],
)
def test_rates_shares_and_averages_do_not_grow_with_the_area(unit, name, definition):
    assert is_rate(unit, name, definition)


@pytest.mark.parametrize(
    ("unit", "name", "definition"),
    [
        ("admissions", "Emergency admissions", ""),
        ("people", "People helped", ""),
        ("crimes per year", "Violent crimes", ""),
        ("admissions a year", "", ""),
        ("pounds", "Savings", ""),
        ("number", "Jobs", ""),
        ("", "", ""),
        ("houses", "New houses", "Average of three years of completions"),
        ("tonnes", "Carbon saved", "The average over the last 3 years of what was saved"),
    ],
)
def test_counts_and_sums_do(unit, name, definition):
    assert not is_rate(unit, name, definition)


@pytest.mark.parametrize(
    ("period", "starts", "measured_over", "said"),
    [
        ("2012-13", "2012-04-01", "financial-year", "2012/13"),
        ("2012-13", "2012-04-01", "school-year", "school year 2012/13"),
        ("2012-13", "2010-04-01", "financial-year", "2010/11 to 2012/13"),
        ("2011", "2009-01-01", "calendar-year", "2009 to 2011"),
        ("2013-03-31", "2013-03-31", "single-day", "31 March 2013"),
    ],
)
def test_a_period_is_said_as_people_say_it(period, starts, measured_over, said):
    value = ValueFacts(period, starts, "", None, None, None, provisional=False)
    assert period_said(value, measured_over) == said
