"""Whether an agreement claims to serve every national outcome."""

import pytest

from tests.rules.alone import raised

RULE = "all-national-outcomes-covered"


def _priorities(*links):
    """Further priorities beside the one of the frame, which serves outcome 15."""
    return "".join(
        f"- id: p{number}\n  title: Fewer fires in street {number}\n  lead: council\n"
        + (f"  national_outcomes: {list(numbers)}\n" if numbers else "")
        for number, numbers in enumerate(links)
    )


def test_a_single_clear_link_is_enough():
    assert raised(RULE, "another", _priorities([9])) == []


def test_a_priority_that_names_more_than_four_is_questioned():
    assert raised(RULE, "another", _priorities([1, 2, 3, 4])) == []
    assert raised(RULE, "another", _priorities([1, 2, 3, 4, 5])) == ["one-priority"]


def test_nearly_all_of_the_sixteen_are_one_finding_and_not_one_more_for_each_priority():
    assert raised(RULE, "another", _priorities(range(1, 13))) == ["all"]
    assert raised(RULE, "another", _priorities([1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12])) == ["all"]


def test_a_few_priorities_with_two_main_links_each_are_focus_though_they_add_up():
    eleven = ("  version: 2", "  version: 2\n  framework: npf-2018")
    few = ("national_outcomes: [15]", "national_outcomes: [1, 2]")
    links = ([3, 4], [5, 6], [7, 8], [9, 10])
    assert raised(RULE, "another", _priorities(*links), eleven, few) == []
    assert raised(RULE, "another", _priorities(*links, [11]), eleven, few) == ["all"]
    assert raised(RULE, "another", _priorities([3, 4, 5], *links[2:], [6]), eleven, few) == ["all"]


def test_an_appendix_that_shows_where_the_others_are_served_counts_for_nothing():
    table = "glossary:\n  - {term: NPF, means: The national outcomes 1 to 16}\nappendices:\n  - {title: National outcomes, text: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 16}\n"
    assert raised(RULE, "glossary", table) == []


def test_priorities_without_any_link_are_listed_once():
    assert raised(RULE, "another", _priorities((), ())) == ["none"]
    honest = _priorities(()) + "  not_yet: {missing: The outcomes, owner: council, due: 2013-09-30}\n"
    assert raised(RULE, "another", honest) == []


@pytest.mark.parametrize("links", ["[1, 2, x]", "many"])
def test_links_that_cannot_be_read_are_not_counted(links):
    assert raised(RULE, "another", _priorities([9]).replace("[9]", links)) == []
