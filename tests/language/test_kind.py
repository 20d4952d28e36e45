"""What a measure describes, shown by one construction of words at a time; every example is our own."""

import pytest

from soa.language import kind_of

OUTCOMES = {
    "a condition counted": [
        "Burglaries per 1,000 homes",
        "Households without heating they can afford",
        "Teenage drinking",
        "Average pay of women compared with men",
        "Salmon returning to the upper river",
    ],
    "a number, share or rate makes no difference": [
        "Number of house fires",
        "Percentage of house fires",
        "Rate of house fires per 10,000 people",
        "House fires",
    ],
    "people, and how they live": [
        "Leavers of Glenmore Academy in work six months later",
        "Adults who cycle to work at least twice a week",
        "Men over 50 who smoke every day",
        "Older people living alone who go a week without company",
        "Children with tooth decay in Primary 1",
    ],
    "people, and what they feel or say": [
        "Residents who feel safe walking home from the station",
        "Patients who say they were listened to",
        "Tenants satisfied with the way a repair was done",
        "Visitors happy about the state of the paths",
    ],
    "what is said last counts, not who was chosen": [
        "People who use day services who feel in control of their week",
        "Adults receiving benefits who move into work",
    ],
    "an event that a service records": [
        "Assaults reported to the police",
        "Emergency admissions after a fall",
        "Repeat admissions within 28 days of going home",
        "Children taken into care",
    ],
    "everyday things used": ["Households using the internet every day", "Villagers who own a car"],
    "a change in a condition": [
        "Reduce drownings on inland water by half by 2016",
        "By March 2017, fewer than 20 young people are held in police cells overnight",
        "Increase in wages of farm workers",
    ],
    "a result after the means": [
        "Deliver a swimming scheme so that fewer children drown",
        "A mentoring programme, measured by school exclusions",
    ],
    "the money of households": ["Household income in Hillend", "Cost of living in the islands"],
    "who holds which posts": ["Women in senior teaching posts", "Women on the boards of local colleges"],
    "people, and what they do in words not known here": [
        "Four-year-olds who giggle when they start playgroup",
        "Apprentices placed in work who are still in work a season later",
    ],
    "how people fare, and what they can do": [
        "Fostered children who do as well as their classmates",
        "Pupils who start college ready to study",
        "Fathers who can pay their rent",
        "Girls who have run away overnight",
        "Neighbours who have somebody or someone to ring",
        "Passengers hurt by falls on buses",
    ],
    "hours lost to what befalls people": ["Hours lost to floods on the coast road", "Flooding events on the Orran"],
    "attendance at school": ["Attendance at Hillend primary school"],
    "the state of places": ["Homes that meet the tolerable standard", "Empty shops in the High Street"],
}

OUTPUTS = {
    "things made": [
        "Council houses built",
        "Kilometres of new cycle track laid",
        "Benches installed along the shore path",
        "Install 300 smoke detectors in sheltered housing",
    ],
    "people reached": [
        "Parents helped with job applications",
        "Number of carers given a short break",
        "Young people attending the Friday club",
        "Farmers advised on drainage",
        "Homeless people who received a food parcel",
    ],
    "staff reached": ["Wardens trained in first aid"],
    "uptake and cover": ["Measles jab uptake at age two", "Take-up of school milk", "Bowel screening coverage"],
    "homes that are new": ["New sheltered housing"],
    "people seen by a service": ["Households seen by the debt team", "Lone parents receiving a food parcel"],
    "visits and loans": ["Visits to Strathmore library", "Books borrowed by under-fives"],
    "a service given, though more is hoped for": ["Number of meals delivered to people at home"],
}

PROCESSES = {
    "papers and groups": [
        "Dog control strategy approved",
        "Flood plan in place by December",
        "Number of steering group meetings",
        "Write and adopt a parking policy",
        "Data sharing protocol between the college and the council",
    ],
    "time limits": [
        "Letters answered within ten working days",
        "Benefit claims decided in 15 days",
        "Potholes filled on time",
        "Waiting time for a hearing test",
        "Average days to issue a taxi licence",
    ],
    "a paper that people have": [
        "Patients with a care plan",
        "Care leavers who have a pathway plan",
        "Looked-after children whose plan was reviewed",
    ],
    "compliance and handling": [
        "Complaints upheld",
        "Planning appeals dismissed",
        "Audit actions carried out",
        "Calls to the contact centre that were abandoned",
    ],
    "what somebody is to do, in a verb not known here": [
        "Overhaul the complaints procedure",
        "Review and rewrite the lettings policy",
    ],
    "taking part, speaking up, raising awareness": [
        "Meet landlords twice a year",
        "Participate in the islands forum",
        "Lobby ministers for a cheaper ferry",
        "Raise awareness of dangerous ice",
    ],
    "groups that meet": ["A flood group meets every month"],
    "what inspectors found": ["Nurseries graded good or better in inspections"],
    "a theme before the measure": ["Noise complaints: average time between call and visit"],
    "what a body undertakes": [
        "The council will review its depots",
        "Appoint a project manager",
        "To set up a youth forum",
    ],
}

INPUTS = {
    "money": [
        "Roads budget",
        "Spending on parks per head",
        "Cost per tonne of gritting",
        "Pounds invested in sheltered housing",
    ],
    "staff": [
        "Number of home carers",
        "Midwives per 1,000 births",
        "Days lost to sickness for each warden",
        "Teacher vacancies",
    ],
    "money moved": ["Put £90,000 into play areas", "Rent lost as a share of rent due"],
    "the buildings that bodies work in": ["Council buildings suitable for their use", "Operational offices"],
    "places and equipment": ["Hospital beds", "Nursery places available", "Pupils per teacher"],
}


# Where the words close by decide: the same head, once about life and once about work.
PAIRS = [
    ("Household food cost", "outcome", "Council food cost", "input"),
    ("Family income", "outcome", "Income from parking charges", "input"),
    ("Ratio of girls to boys", "outcome", "Ratio of pupils to teachers", "input"),
    ("Balance of women and men among managers", "outcome", "Number of managers", "input"),
    ("Female head teachers", "outcome", "Head teachers", "input"),
    ("Pupil attendance", "outcome", "Workshop attendance", "output"),
    ("Visits to the countryside", "outcome", "Visits to the leisure centre", "output"),
    ("Woodland coverage", "outcome", "Screening coverage", "output"),
    ("Visitors from overseas", "unsure", "Visitors to the museum", "output"),
    ("Shop vacancy rate", "outcome", "Nurse vacancy rate", "input"),
    ("Internet use", "outcome", "Library use", "output"),
    ("Journey time", "outcome", "Call handling time", "process"),
    ("Time spent on journeys", "outcome", "Time taken to repair a street lamp", "process"),
    ("Places people like", "outcome", "Nursery class places", "input"),
    ("Enrolment in secondary school", "outcome", "Enrolment on first aid courses", "output"),
    ("Taxpayer compliance", "unsure", "Compliance with the code", "process"),
    ("How satisfied cleaners are with their shifts", "outcome", "Customers advised", "output"),
    ("Capacity of wind energy in the area", "outcome", "Hospital capacity", "input"),
    ("Child labour as a share of all labour", "outcome", "Headquarters as a percentage of total spending", "input"),
    ("Crimes against older people", "outcome", "Crimes investigated", "process"),
    ("Noise complaints", "unsure", "Complaints", "process"),
    ("Delayed transfers of care", "outcome", "Papers transferred to the archive", "process"),
    ("Visitor numbers in winter", "outcome", "Library users", "output"),
    ("Library users rating the building as good", "outcome", "Library users", "output"),
    ("Women's share of senior posts", "outcome", "Number of senior posts", "input"),
    ("Physical exercise", "outcome", "Procurement exercise", "process"),
    ("Heritage assets in ruins", "outcome", "Council assets", "input"),
    ("Town vacancy rate", "outcome", "Vacancy rate for doctors", "input"),
    ("New firms", "unsure", "New firms helped with a loan", "output"),
]


def _cases(kinds):
    return [(text, construction) for construction, texts in kinds.items() for text in texts]


@pytest.mark.parametrize(("text", "construction"), _cases(OUTCOMES))
def test_what_people_places_and_the_economy_are_like_is_an_outcome(text, construction):
    assert kind_of(text).value == "outcome", construction


@pytest.mark.parametrize(("text", "construction"), _cases(OUTPUTS))
def test_what_services_produced_or_whom_they_reached_is_an_output(text, construction):
    assert kind_of(text).value == "output", construction


@pytest.mark.parametrize(("text", "construction"), _cases(PROCESSES))
def test_how_organisations_went_about_it_is_process(text, construction):
    assert kind_of(text).value == "process", construction


@pytest.mark.parametrize(("text", "construction"), _cases(INPUTS))
def test_what_is_put_in_is_an_input(text, construction):
    assert kind_of(text).value == "input", construction


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "Zorbl frumps",
        "People supported to live at home",
        "Unemployed adults assisted into work",
        "Complaints about noise",
        "Glenmore",
    ],
)
def test_nothing_is_claimed_where_two_officers_could_differ_or_no_word_is_known(text):
    assert kind_of(text) == ("unsure", "the words do not settle it", None)


def test_the_words_that_decided_are_pointed_at():
    text = "Percentage of complaints answered within 20 working days"
    verdict = kind_of(text)
    assert text[slice(*verdict.span)] == "within 20 working days"
    assert verdict.reason == "it describes how quickly the work was done"


def test_the_unit_is_read_only_where_the_name_leaves_the_question_open():
    assert kind_of("Hillend", "per cent of children who smoke").value == "outcome"
    assert kind_of("Hillend", "per cent of children who smoke").span is None
    assert kind_of("Staff trained", "per cent of children who smoke").value == "output"


def test_words_in_brackets_do_not_decide():
    assert kind_of("House fires (from the fire service's call record system)").value == "outcome"


def test_a_bracket_that_is_never_closed_hides_nothing():
    assert kind_of("Patients with asthma (moderate who have a care plan").value == "process"


@pytest.mark.parametrize(("life", "its_value", "work", "other_value"), PAIRS)
def test_the_words_close_by_decide_between_life_and_work(life, its_value, work, other_value):
    assert (kind_of(life).value, kind_of(work).value) == (its_value, other_value)


def test_what_stands_in_brackets_is_not_said_of_the_head():
    assert kind_of("Roads resurfaced (residents satisfied)").value == "output"


def test_what_follows_when_or_after_is_only_the_occasion():
    assert kind_of("Patients treated after they fall ill").value == "output"
    assert kind_of("Paths repaired when people agree").value == "output"
    assert kind_of("Services given as felt by residents").value == "outcome"
