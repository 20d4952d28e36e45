"""Whether it could be seen that an action was done."""

import pytest

from tests.rules.alone import raised

ACTION = "- id: classes\n  action: {words}\n  owner: tsi\n  due: 2017-02-28\n  preventive: before\n  {more}\n"


def _cases(words, more=""):
    return raised("vague-action", "action", ACTION.format(words=f'"{words}"', more=more))


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("Explore opportunities to promote healthy eating", "soft"),
        ("Raise awareness of healthy lifestyles", "soft"),
        ("Work in partnership to promote Strathbeg as a place to invest", "soft"),
        ("Continue to improve joint working", "soft"),
        ("Support carers", "soft"),
        ("Promote healthy eating to people everywhere", "soft"),
        ("Look at ways of improving transport", "soft"),
        ("Join up services", "joined-up"),
        ("Integrate services across the partnership", "joined-up"),
        ("Improve services for older people", "soft"),
        ("Enhance the quality of services", "soft"),
        ("Engage with communities", "soft"),
        ("Improve outcomes for looked-after children", "soft"),
        ("Implement the falls action plan", "plan"),
        ("Deliver and monitor the local housing strategy", "plan"),
        ("Implementation of the community safety strategy", "plan"),
    ],
)
def test_a_soft_verb_with_nothing_to_see_is_questioned(words, case):
    assert _cases(words) == [case]


@pytest.mark.parametrize(
    "words",
    [
        "Support 40 tenants in arrears each month",
        "Raise awareness of stroke symptoms among over-50s",
        "Continue to deliver the Reshaping Care for Older People programme",
        "Promote the uptake of free school meals by eligible pupils",
        "Support people with dementia at home",
        "Support communities most at risk of flooding to lead their own plans",
        "Encourage parents of children under five to read to them",
        "Support a bike recycling scheme",
        "Explore options for a community hub",
        "Improve lighting on the paths to school",
        "Improve attendance at the three secondary schools",
        "Engage with young carers in every school",
        "Engage with families of children under three at home",
        "Strengthen 40 bridges",
        "Build on the pilot in Denny with two more nurses",
        "Implement the Reshaping Care plan",
        "Deliver meals to people who cannot cook",
        "Develop an early years strategy",
        "Roll out the plan to three more schools",
    ],
)
def test_support_with_a_number_a_name_a_group_or_a_product_is_fine(words):
    assert _cases(words) == []


@pytest.mark.parametrize(
    "words",
    ["Consider by March whether to close the ward", "Explore options and report to the board, which will decide"],
)
def test_a_first_step_that_ends_in_a_decision_is_fine(words):
    assert _cases(words) == []


@pytest.mark.parametrize(
    "more",
    [
        "measure: {name: Families, target: 120}",
        "steps: [{step: The first course, by: 2013-09-30}]",
        "stops: Two clinics a week",
        "difference: Twice as many as before",
        "pilot: {decision_by: 2014-09-30}",
        "state: done",
        "state: stopped",
    ],
)
def test_what_is_said_beside_the_sentence_counts(more):
    assert _cases("Promote healthy eating", more) == []


@pytest.mark.parametrize(
    "words",
    [
        "Integrate the falls team and the community alarm service",
        "Coordinate services for veterans through one key worker",
    ],
)
def test_services_that_are_named_may_be_joined_up(words):
    assert _cases(words) == []
    assert _cases("Join up services", "joins_up: [falls-team, alarms]") == []


@pytest.mark.parametrize(
    "words",
    ["Supported employment places for school leavers", "Promotion prospects for care staff", "Considerate driving"],
)
def test_words_that_only_begin_alike_are_left_alone(words):
    assert _cases(words) == []


def test_a_plan_that_is_listed_says_what_is_in_it():
    assert _cases("Implement the local health plan") == ["plan"]
    assert _cases("Implement the local health plan", "planned_in: nhs-plan") == []


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("Work with partners to raise awareness of domestic abuse", ["soft"]),
        ("Work with partners", ["soft"]),
        ("Work with partners to open a drop-in for young carers", []),
        ("Work with partners to provide 40 places", []),
    ],
)
def test_what_is_done_with_partners_is_judged_by_what_follows(words, cases):
    assert _cases(words) == cases


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("Embed a whole-system, trauma-informed approach across all partners", ["soft"]),
        ("Co-produce a shared narrative of prevention with communities", ["soft"]),
        ("Strengthen the culture of early intervention across services", ["soft"]),
        ("Champion an asset-based approach to ageing well", ["soft"]),
        ("Embed the approach in six surgeries", []),
        ("Embed a nurse in each surgery", []),
        ("Develop a common approach to risk assessment", []),
        ("Create a culture café", []),
        ("Embed the approach of Barnardo's in Kirkhill", []),
    ],
)
def test_an_approach_or_a_culture_is_nothing_to_see_and_a_thing_is(words, cases):
    assert _cases(words) == cases


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("The falls group meets every two months", ["meeting"]),
        ("The Business Forum meets six times a year and reports to the board", ["meeting"]),
        ("A screening group meets each working morning at nine", []),
        ("The group meets every week to go through each referral", []),
        ("Meeting rooms in eight village halls", []),
    ],
)
def test_a_group_that_meets_now_and_then_is_asked_what_comes_of_it(words, cases):
    """It stands beside one action that does something, so that it is half of the work."""
    assert _cases(words) == cases


def test_a_meeting_among_other_work_is_left_alone():
    beside = "- {id: more, action: Twelve classes in village halls, owner: tsi, due: 2014-02-28, preventive: before}\n"
    action = ACTION.format(words="The falls group meets every two months", more="")
    assert raised("vague-action", "action", action + beside) == []
