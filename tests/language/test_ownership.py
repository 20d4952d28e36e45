"""Who can be called to account: one body or post, or one plainly marked as lead; every example is our own."""

import pytest

from soa.language import ownership_of

OWNED = {
    "one body": [
        "Strathmore Council",
        "Police Scotland",
        "NHS Orran",
        "sportscotland",
        "the Council",
        "Glenmore Leisure Trust",
        "QRST",
        "Scottish Ministers",
        "Orran Third Sector Interface",
        "Royal Society for the Study of Herons",
    ],
    "one body with and in its name": [
        "Perth and Kinross Council",
        "NHS Dumfries & Galloway",
        "Scottish Fire and Rescue Service",
        "Highlands and Islands Enterprise",
        "Ministry of Roads, Ports and Ferries",
        "Tenants and Residents Federation",
        "Dundee and Angus College",
        "Scottish Ambulance Service / SAS",
    ],
    "one post": [
        "Chief Officer",
        "Head of Roads",
        "Community Planning Manager",
        "Director of Public Health, NHS Orran",
        "General Manager, Skye & Lochalsh CHP",
        "NHS Orran, Director of Public Health",
        "Dr Isla Munro, Director of Public Health",
        "Service Manager Schools",
        "Cabinet Member for Children and Young People",
    ],
    "one post with and in its field": [
        "Head of Roads, Parks and Waste",
        "Executive Director (Education and Children's Services)",
        "Housing and Property Manager",
        "Head of Education and Children's Services, NHS Orran",
    ],
    "a service of a body": [
        "Education and Children's Services",
        "Housing Services",
        "Strathmore Council Roads Service",
        "Strathmore Council – Children, Families and Justice",
        "Roads Service, Strathmore Council",
        "Planning and Building Standards",
        "Health and Social Care",
    ],
    "a joint body with a chief officer": [
        "Orran HSCP",
        "Integration Joint Board",
        "Orran Health and Social Care Partnership",
    ],
    "one marked as lead": [
        "Lead: Police Scotland, with Fire and Rescue",
        "Lead partner - Strathmore Council; support: NHS Orran",
        "Strathmore Council (lead), NHS Orran, Police Scotland",
        "led by Head of Housing",
        "Strathmore Council in partnership with NHS Orran",
        "Strathmore Council, supported by its partners",
        "Strathmore Council - lead; NHS Orran; Police Scotland",
        "Strathmore Council (L), NHS Orran (S)",
        "Lead - Strathmore Council. Support - NHS Orran, QRST",
        "NHS Orran / Harbour Trust (support)",
        "All partners (lead: NHS Orran)",
    ],
    "one named in a sentence": [
        "Responsibility for delivery rests with the Head of Roads",
        "This action is the responsibility of the Head of Roads",
        "NHS Orran will lead with help from schools",
        "Council-led",
    ],
    "a person": ["Isla Munro"],
}
UNOWNED = {
    "blank": ["", "   ", "-", "?"],
    "a placeholder": [
        "TBC",
        "tbc (new post)",
        "To be confirmed",
        "N/A",
        "Lead to be agreed",
        "Please enter name",
        "See above",
        "To follow",
        "A lead will be named in May",
        "As per action 4",
        "n.a.",
        "As 1.2 above",
        "Not stated",
        "no single owner",
        "awaiting nomination",
        "Lead varies by locality",
        "Dependent on funding",
        "Board to decide",
    ],
    "a label and no name": ["Lead:", "Owner", "Lead officer", "Responsible officer"],
    "an empty post": ["Vacant post"],
    "a duty in common": [
        "Shared responsibility",
        "Joint responsibility of schools and clinics",
        "Everybody's business",
        "Shared between council and clinics",
        "Responsibility rests with all partners",
    ],
    "everyone": [
        "All",
        "All partners",
        "Everyone",
        "Various",
        "Each school",
        "Council-wide",
        "Cross-service",
        "Relevant agencies",
        "An officer from each service",
        "A range of bodies",
    ],
    "a list with no lead": [
        "Council, NHS and Police",
        "Strathmore Council and NHS Orran",
        "Council/NHS",
        "Head of Roads and Head of Housing",
        "the Chief Constable and the Chief Fire Officer",
        "Lead: Council, NHS and Police",
        "the QRS and the Chief Constable",
        "Council & 2 colleges",
        "Harbour Works and Police",
        "Head of Roads and NHS Orran",
        "Housing Associations and Council",
        "Housing, Social Work, Education",
        "Roads/Parks/Libraries",
        "QRST & Strathmore Water",
        "Lead: Council; NHS; Police",
        "Strathmore Council (QRST) and herons",
        "Strathmore Council NHS Orran Police Scotland",
        "Isla Munro and Ewan Reid",
        "Strathmore Council etc",
    ],
    "the partnership itself": [
        "CPP",
        "Partnership",
        "The Community Planning Partnership",
        "Orran Community Planning Partnership",
        "Community Planning Orran",
        "CPP Executive Group",
        "Fife Partnership",
        "The Dundee Partnership Board",
        "Together for Fife",
        "Local Strategic Partnership",
    ],
    "an unnamed group": [
        "Working group",
        "Steering Group",
        "Short-life working group",
        "a task group",
        "a network of volunteers",
    ],
    "a crowd": [
        "Partners",
        "Local authorities",
        "Third sector",
        "Head teachers",
        "inspectors",
        "Area managers",
        "Outcome leads.",
        "Heads of Service",
        "Teams as relevant",
        "community groups",
        "Schools and nurseries",
        "Senior managers across the council",
        "Members of the harbour board",
        "Emergency services",
        "HSCPs",
        "the third sector",
        "Community-led",
    ],
}
UNSURE = [
    "Orran Alcohol and Drug Partnership",
    "Community Safety Partnership",
    "Early Years Group",
    "Children's Services Forum",
    "Safer Orran Board",
    "Children and Families",
    "Housing and Social Work",
    "Stronger Communities",
    "Strathmore Council (tbc)",
    "Isla Munro, NHS Orran",
    "Delivery of the action plan in villages",
]


def _cases(kinds):
    return [(text, construction) for construction, texts in kinds.items() for text in texts]


@pytest.mark.parametrize(("text", "construction"), _cases(OWNED))
def test_one_body_or_post_is_an_owner(text, construction):
    assert ownership_of(text).value == "owned", construction


@pytest.mark.parametrize(("text", "construction"), _cases(UNOWNED))
def test_a_crowd_or_a_blank_is_no_owner(text, construction):
    assert ownership_of(text).value == "unowned", construction


@pytest.mark.parametrize("text", UNSURE)
def test_what_may_be_read_either_way_is_left_alone(text):
    assert ownership_of(text).value == "unsure"


def test_the_names_are_pointed_at():
    text = "Lead: Strathmore Council, with NHS Orran"
    assert text[slice(*ownership_of(text).span)] == "Strathmore Council"


def test_nothing_is_pointed_at_where_nothing_is_written():
    assert ownership_of("").span is None
