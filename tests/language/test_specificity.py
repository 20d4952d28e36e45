"""What makes a priority specific: a condition that can be seen to change, and which way; every example is our own."""

import pytest

from soa.language import specificity_of

SPECIFIC = {
    "a direction and a condition": [
        "Fewer pensioners in Hillend go without heating",
        "Reduce house fires",
        "Cut the number of children excluded from school",
        "End rough sleeping",
        "Halve teenage pregnancies by 2018",
    ],
    "better, of something that can be counted": [
        "Improve school attendance",
        "Better pay for home carers",
        "Tackle obesity",
    ],
    "said of people": [
        "More young people find work near home",
        "Older people live independently after a fall",
        "All our tenants have warm homes",
    ],
    "a life that lasts": ["Longer lives for people in Hillend"],
    "nobody any more": ["No pensioner in Hillend goes hungry", "Prisoners who come home do not reoffend"],
    "as well as others": ["Fostered children do as well at school as other pupils"],
    "people in work or learning": ["Lone parents go into work", "Carers are able to keep working"],
    "what people do, said in the order it happens": ["Villagers walk to work", "More young people work in Hillend"],
    "in the end": ["Hold talks so that fewer boats catch fire"],
    "away from": ["Divert food waste from landfill"],
    "turned round": ["Drug deaths down", "Unemployment reduced"],
}
VAGUE = {
    "a bare theme": [
        "Health",
        "Older people",
        "Alcohol and drugs",
        "Economy and skills",
        "Town centres",
        "Homelessness",
    ],
    "a slogan": ["A proud and vibrant Strathmore", "The best place to grow up", "One Glenmore, one future"],
    "a value": ["Everyone is respected", "We celebrate our differences"],
    "a way of working": [
        "Strengthen partnership working",
        "Develop a shared approach to planning",
        "Implement our digital strategy",
        "Coordinate services around families",
    ],
    "an improvement of nothing in particular": [
        "Improve services for all",
        "Better outcomes",
        "Promote wellbeing",
        "Enhance the environment",
    ],
    "awareness": ["Raise awareness of dementia", "Increase understanding of mental health"],
    "the condition is only the means": [
        "Enhance our islands through sport, employment and volunteering",
        "Support good land use by promoting soil care",
    ],
    "the condition only names a paper or a piece of work": [
        "Improve crime prevention plans",
        "Increase volunteer engagement",
        "Strengthen water management practices",
    ],
    "a way of working, after an adverb": ["Actively coordinate waste collections"],
    "for whom, and nothing else": ["Improve support for people in poverty"],
    "an adjective of praise": ["Promote active citizenship"],
    "raising a profile": ["Raise the profile of the islands"],
    "a field before a wide word": ["Improve employment opportunities", "Better crime strategy"],
    "the use of means": ["Make better use of our buildings"],
    "more of a value": ["A more equal Strathmore"],
    "growth of nothing in particular": ["Sustainable growth"],
}
UNSURE = [
    "Businesses in Strathmore add more value (gross value added)",
    "Prevent breakdowns",
    "Lone parents get a telephone",
    "Strathmore is a town that a charity recognises as kind to walkers",
    "Reduce wider pressures",
    "Improve the mental health of young carers",
    "",
    "...",
]


def _cases(kinds):
    return [(text, construction) for construction, texts in kinds.items() for text in texts]


@pytest.mark.parametrize(("text", "construction"), _cases(SPECIFIC))
def test_a_condition_that_can_be_seen_to_change_is_specific(text, construction):
    assert specificity_of(text).value == "specific", construction


@pytest.mark.parametrize(("text", "construction"), _cases(VAGUE))
def test_a_theme_a_slogan_or_a_way_of_working_is_vague(text, construction):
    assert specificity_of(text).value == "vague", construction


@pytest.mark.parametrize("text", UNSURE)
def test_a_wide_field_that_is_to_move_is_left_alone(text):
    assert specificity_of(text).value == "unsure"


def test_the_condition_is_pointed_at():
    text = "Reduce house fires"
    assert text[slice(*specificity_of(text).span)] == "house fires"


def test_each_way_of_being_vague_is_named():
    assert "theme" in specificity_of("Town centres").reason
    assert "way of working" in specificity_of("Develop a shared approach").reason
    assert "awareness" in specificity_of("Raise awareness of dementia").reason


@pytest.mark.parametrize(
    "text",
    [
        "Ferries run on Sundays to every inhabited island",
        "The high street is full again on a Saturday",
        "Every pupil arrives in class with breakfast eaten",
        "Newcomers settle and keep the village hall going",
        "Fibre reaches the last farm in the glen",
        "Shops in Strathmore survive their first winter",
    ],
)
def test_a_sentence_that_says_what_happens_is_not_called_vague(text: str) -> None:
    assert specificity_of(text).value != "vague"


@pytest.mark.parametrize(
    "text",
    [
        "Families live in safe, welcoming places",
        "We keep our promises and move forward",
        "Villages are vibrant and connected",
        "Services come together to deliver",
        "Everyone reaches their potential",
    ],
)
def test_a_sentence_that_only_praises_is_still_vague(text: str) -> None:
    assert specificity_of(text).value == "vague"


@pytest.mark.parametrize(
    "text",
    [
        "Young carers in Hillend have time to be with their friends",
        "Households have enough left after the rent",
        "Working parents in Hillend earn enough to feed a family",
        "Every pupil learns to play an instrument",
        "People feel safe",
        "Villagers own the land they need",
        "Calls are answered within ten minutes",
        "Fostered children have the same chances as others",
        "Residents of Hillend live longer in good health",
    ],
)
def test_a_picture_of_how_a_group_lives_is_not_called_vague(text: str) -> None:
    assert specificity_of(text).value != "vague"


@pytest.mark.parametrize(
    "text",
    [
        "Our children have a bright start in life",
        "People live better lives",
        "Residents enjoy a high standard of living",
        "Young people have the skills they need to succeed",
        "Working together within the partnership",
    ],
)
def test_a_wish_for_a_group_is_still_vague(text: str) -> None:
    assert specificity_of(text).value == "vague"
