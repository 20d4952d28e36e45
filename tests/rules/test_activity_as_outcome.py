"""Whether an outcome is a change, or a piece of work."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put

WHAT = """
what:
  statement: {statement}
  indicators:
    - id: admissions
      name: Emergency admissions after a fall
      kind: outcome
      unit: per 1,000 people
      direction: down
      baseline: {{period: 2012-13, value: 21.3}}
"""


def _cases(statement):
    return raised("activity-as-outcome", "what", WHAT.format(statement=f'"{statement}"'))


@pytest.mark.parametrize(
    "statement",
    [
        "Implement the partnership's employability strategy",
        "Develop the early years framework",
        "Delivery of the affordable housing programme",
        "Review of the hospital discharge protocol",
        "Raise awareness of mental health",
        "Provide care at home",
        "Establishment of a joint falls service",
        "Delivery of the harm reduction plan",
        "Continue to deliver the strategy",
        "Continued implementation of the road safety plan",
        "Ensure delivery of the parenting strategy",
        "Appointment of an employability co-ordinator",
        "Signpost people to money advice",
        "Pilot a family support worker in three nurseries",
        "Work with employers to provide apprenticeships",
        "The council commits to reviewing its housing allocations policy",
        "Partners will work together to deliver the new approach",
        "We will continue to invest in our roads",
        "Work will begin on a new leisure centre",
        "A review of day services will be carried out",
        "A refreshed economic strategy is in place",
        "The link worker programme has been rolled out",
        "Ensure that a violence reduction strategy is in place",
        "300 staff are trained in how trauma shows",
        "Improved partnership working",
        "Integrated working between health and social care",
    ],
)
def test_work_alone_is_questioned(statement):
    assert _cases(statement) == ["activity"]


@pytest.mark.parametrize(
    "statement",
    [
        "Provide childcare so that more lone parents can work",
        "Deliver services that reduce the harm done by drink",
        "Develop skills to get young people into work",
        "More lone parents in Alloa South hold jobs that last a year",
        "Deliver a reduction in crime",
        "Develop the town centre and crime falls by a third",
        "Deliver one service which parents trust",
        "Reduce reoffending, and review how it is counted",
        "The council will build 400 homes a year and nobody sleeps rough",
        "Partners will work together to keep children at home",
        "A joint approach to bullying in which no child is left alone",
    ],
)
def test_work_that_comes_to_a_change_is_left_alone(statement):
    assert _cases(statement) == []


@pytest.mark.parametrize(
    "statement",
    [
        "Development in Moray brings more jobs to its towns",
        "Developing countries buy more from Fife",
        "Delivery drivers are hurt less often",
        "Development Trusts own more land",
        "Review after review finds people at home and well",
        "Completion of apprenticeships by young women",
        "Development of young children keeps pace with that of their neighbours",
        "Partners and families agree what help is given",
        "Joint pain is treated without drugs",
        "Approach roads are clean",
    ],
)
def test_a_noun_that_looks_like_work_is_left_alone(statement):
    assert _cases(statement) == []


@pytest.mark.parametrize(
    "statement",
    [
        "People receive care at home",
        "Children are seen within a day",
        "Health services are delivered closer to home",
        "Supporting people out of poverty",
        "Create 500 jobs in Denny",
        "Begin school ready to learn",
        "Raise a family in a warm home",
        "Evaluate their own learning",
        "Work with dignity and fair pay",
        "Continue to live at home",
        "Plans made by tenants are carried out",
        "Young people will leave school with qualifications",
        "The council's tenants will develop their own repairs service",
        "We have a caring society that supports people throughout their lives",
        "Strathbeg will be a place where people want to live",
        "Services work for the people who use them",
    ],
)
def test_an_experience_that_may_be_the_point_is_left_alone(statement):
    assert _cases(statement) == []


def test_it_says_so_in_place_of_the_rule_on_vague_statements():
    text = put("what", WHAT.format(statement="Implement the strategy"))
    rules = {name: all_rules()[name] for name in ("activity-as-outcome", "vague-outcome")}
    assert [one.rule for one in checked(text, rules).findings] == ["activity-as-outcome"]
