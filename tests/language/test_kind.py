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
    "water, wires and signals that reach people": [
        "Mobile coverage along the glen road",
        "Crofts that can access a broadband service",
        "Gigabit internet subscribers per 100 people",
    ],
    "how often life is as it should be": ["Percentage of the time river quality meets the standard"],
    "an event with who recorded it before it": ["Police recorded sheep thefts and assaults"],
    "what a test found of people and places": ["Toddlers assessed as behind with speech"],
    "what people decide, and what they are ready for": [
        "Crofters making decisions about their land",
        "Islanders prepared for a week of storms",
    ],
    "hours that are people's own": [
        "Sleeping less than six hours",
        "Hours of sport a week",
        "Length of time in hostels",
    ],
    "what people say they agree with": ["Agreement that the landlord answers when rung"],
    "what befalls houses": ["Crofts sold", "Cottages that stand abandoned"],
    "what life gives": ["Teenagers who get enough sleep"],
    "done by people who are no staff": ["Toddlers cared for by grandparents"],
    "in good time, in a life of one's own": ["Students graduating on time"],
    "ferries that do not sail": ["Ferries cancelled because of fog"],
    "how a service is rated": ["Ratings of the ferry service as good"],
    "a reference before the measure": ["EN04a House fires", "KPI 12 House fires"],
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
    "use of a named service": [
        "Participation across our sports centres",
        "Villagers who engage with the museum",
        "Money advice service clients",
        "Children taking part in outdoor days through the ranger service",
        "Fishers participating in sea safety education",
    ],
    "what bodies put on": ["Flood prevention activities", "Apprenticeship starts"],
    "a theme, and then its cover": ["Measles in nurseries - vaccine uptake"],
    "visits and loans": ["Visits to Strathmore library", "Books borrowed by under-fives"],
    "a participle not known here": ["Ponds zorbled", "Ponds zorbled by the rangers"],
    "on somebody's behalf": ["Income gained for clients", "Jobs filled through the youth programme"],
    "hours of work carried out": ["Hours of unpaid work carried out"],
    "what is open": ["Repair cafe open 2 days a week"],
    "what is said of the people where it happened": ["Births where the mother received a home visit"],
    "opportunities that were made": ["Volunteering opportunities created"],
    "derelict land put right": ["Derelict land reclaimed"],
    "many visits": ["XYZ attendances"],
    "a service for people with a condition": ["Therapy for people with arthritis"],
    "a theme before the deed": ["Loneliness: lunch clubs opened"],
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
    "an order with an adverb or a particle": [
        "Jointly prepare a flood plan",
        "Look into a bus for the west side",
        "Press for a later ferry",
        "Take forward the harbour plan",
    ],
    "aims met, rules kept, tests done": [
        "Milestones achieved in the harbour programme",
        "Laboratories that meet the national standard",
        "Patients who have had a foot check performed",
        "Moorland species with a recovery plan",
        "Railings made safe",
    ],
    "a noun made of a known verb": ["Harmonisation of lettings rules", "Medicine reconciliation"],
    "how the work stands": ["Swipe cards in use", "Choir up and running", "Records recovery under way"],
    "a deed and the time it took": [
        "Victims seen within a week",
        "Spills contained within SLA",
        "Clients wait less than a day",
    ],
    "bodies that are to act": ["Encourage all partners to pay the bill sooner", "Incentivise landlords"],
    "work that goes on": ["Work continues on the harbour wall", "Officers will review the pier"],
    "what was done about a condition": ["Volunteering gaps mapped"],
    "a deed done again or all through": ["Scanners re-inspected", "Scanners rolled-out"],
    "adjectives in a row": ["Thorough, tested flood plans for people at risk of drowning"],
    "receipt of a paper": ["Patients in receipt of a care plan"],
    "how fast, as a noun": ["Speed of access to counselling"],
    "access to papers": ["Access to information requests closed"],
    "American spelling": ["Digitize the archive", "Finalize the bylaw"],
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
    "staff who leave, and what staff are measured against": [
        "Employees retiring early",
        "Leavers as a share of staff",
        "Pupil-to-teacher ratio",
        "Positions unfilled",
        "Apprentices employed by the council",
    ],
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
    ("Forest coverage", "outcome", "Therapy coverage", "output"),
    ("Land covered by woods", "outcome", "Land covered by a management plan", "process"),
    ("Lorries licensed", "process", "Cars licensed", "outcome"),
    ("Hours of exercise", "outcome", "Hours of home care", "output"),
    ("Use the internet daily", "outcome", "Use leaflets at events", "output"),
    ("Provide unpaid care", "outcome", "Provide home care", "output"),
    ("Farmers who have given to charity", "outcome", "Farmers given advice", "output"),
    ("Jobs in assisted firms", "outcome", "Firms assisted", "output"),
    ("Attendance of pupils", "outcome", "Attendance of trustees at training", "output"),
    ("Delays on the ferry", "outcome", "Planning delays", "process"),
    ("Days lost to floods", "outcome", "Days lost to industrial action", "input"),
    ("People covered by insurance", "outcome", "People covered by the outreach team", "output"),
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
        "XYZ attendance",
        "Support improvement in it",
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


def test_what_work_was_for_does_not_decide():
    assert kind_of("Activities carried out to engage pensioners").value != "outcome"
    assert kind_of("Walks held to engage pensioners").value == "output"


def test_what_follows_when_or_after_is_only_the_occasion():
    assert kind_of("Patients treated after they fall ill").value == "output"
    assert kind_of("Paths repaired when people agree").value == "output"
    assert kind_of("Services given as felt by residents").value == "outcome"
