"""Which measures count people, for rules about small counts and about what a count is out of."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from soa.language.words import pieces, singular
from soa.model.measure import Indicator
from soa.model.part import sound
from soa.rules._figures import unit_of

PEOPLE = frozenset(
    """
person people child adult woman man girl boy baby infant toddler pupil student leaver patient carer parent mother father
resident tenant teenager youth victim survivor casualty offender prisoner claimant refugee pensioner adolescent
individual client user learner apprentice graduate suicide death stillbirth pregnancy birth
""".split()
)
"""People in their plain form, and what happens once to each of them."""
_EVENTS = frozenset(
    "admission stay readmission referral registration discharge placement hospitalisation attendance".split()
)
"""What happens to people, and may happen to one of them twice."""
_STAFF = frozenset(
    "staff worker officer volunteer employee leader councillor member teacher nurse practitioner trainer champion".split()
)
"""People who do the work: how many they are is no secret."""
_THINGS = frozenset(
    """
day bed cost crime offence fire incident journey home house household business job vehicle hour visit call appointment
review class course hectare tonne kilometre mile road complaint repair vacancy post place assessment plan session
""".split()
)
"""What is counted beside people: a rate of these for so many people counts no people."""
_NO_COUNT = frozenset("per of in a an each every for percentage % £ pound year point score".split())
"""Words of a unit that make it a rate, a share or an amount."""
COUNTED_OPENLY = frozenset("road roads fire fires collision collisions traffic driving drowning".split())
"""Casualties of these are published one by one, in national statistics, for each council area."""


def counts_people(indicator: Indicator) -> bool:
    """Whether each unit of the values is a person, or something that happened to one."""
    if not sound(indicator.unit) or _by_nature_open(indicator):
        return False
    if not is_count(indicator.unit):
        return False
    words = plain_words(indicator.unit)
    if unit_of(indicator.unit) != "unknown" or words[-1] not in ("number", "count"):
        return words[-1] in PEOPLE or words[-1] in _EVENTS
    return _first_known(indicator) in PEOPLE | _EVENTS


def is_count(unit: str) -> bool:
    """Whether a unit counts things one by one: no rate, share or amount."""
    words = plain_words(unit)
    return bool(words) and _NO_COUNT.isdisjoint(words)


def parts_of_people(indicator: Indicator) -> Decimal | None:
    """For a share or rate of people: what it is out of, 100 for per cent. None where it is no such share."""
    if not sound(indicator.unit) or _by_nature_open(indicator):
        return None
    unit = unit_of(indicator.unit)
    if unit == "per cent":
        out_of = Decimal(100)
    elif unit.startswith("per ") and plain_words(indicator.unit)[0] == "per":
        out_of = Decimal(unit[4:])
    else:
        return None
    named = _first_of(plain_words(indicator.unit), PEOPLE | _STAFF | _THINGS | _EVENTS)
    if named and named not in PEOPLE:
        return None
    return out_of if _first_known(indicator) in PEOPLE | _EVENTS else None


def is_survey_share(indicator: Indicator) -> bool:
    """Whether the values are answers that people gave, who stand for many others."""
    if indicator.measured_over == "survey-wave":
        return True
    if sound(indicator.baseline) and sound(indicator.baseline.margin):
        return True
    said = " ".join(str(text) for text in (indicator.unit, indicator.definition, indicator.source) if sound(text))
    return not _ANSWERED.isdisjoint(plain_words(said))


_ANSWERED = frozenset("survey panel questionnaire poll answered asked respondent interviewed".split())


def _by_nature_open(indicator: Indicator) -> bool:
    """Whether it counts staff, or casualties that are published one by one anyway."""
    words = plain_words(f"{indicator.name if sound(indicator.name) else ''} {indicator.unit}")
    return not COUNTED_OPENLY.isdisjoint(words) or _first_known(indicator) in _STAFF


def _first_known(indicator: Indicator) -> str:
    """The first word of the name that says what is counted, or for a bare name the unit."""
    known = PEOPLE | _EVENTS | _STAFF | _THINGS
    name = plain_words(indicator.name) if sound(indicator.name) else ()
    return _first_of(name, known) or _first_of(plain_words(indicator.unit) if sound(indicator.unit) else (), known)


def _first_of(words: tuple[str, ...], known: frozenset[str]) -> str:
    return next((word for word in words if word in known), "")


def says_people(heading: str) -> bool:
    """Whether the heading of a table says that people are counted below it."""
    words = plain_words(heading)
    return (
        not PEOPLE.isdisjoint(words)
        and _STAFF.isdisjoint(words)
        and COUNTED_OPENLY.isdisjoint(words)
        and _NO_COUNT.isdisjoint(words[:2])
    )


@cache
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in their plain form, those joined by a dash each for itself."""
    return tuple(singular(word) for small, _, _ in pieces(text) for word in small.split("-") if word)
