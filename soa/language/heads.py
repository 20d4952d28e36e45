"""What the thing counted is by itself: judged by its class, and by the words that stand close to it."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple

from soa.language import doings, things
from soa.language.clause import FELT, Found
from soa.language.doings import FEELING_WORDS, FELT_WORDS
from soa.language.tags import Tag

CONDITION = "it counts a condition, an event or an experience of people or places"
STAFF = "it counts staff"
MONEY = "it counts money or other means put in"
WORKINGS = "it counts the workings of organisations"
PRODUCED = "it counts what services produced"
USED = "it counts the use or reach of services"
PROVIDED = "it counts places and points that bodies provide"
SPEED = "it describes how quickly the work was done"


class Heading(NamedTuple):
    """The head of a statement, the words of its phrase before it, the nearest of them, and what follows."""

    head: Tag
    before: list[Tag]
    nearest: Tag | None
    rest: list[Tag]


_BY_CLASS: Mapping[str, tuple[str, str]] = {
    "condition": ("outcome", CONDITION),
    "staff": ("input", STAFF),
    "money": ("input", MONEY),
    "paper": ("process", WORKINGS),
    "product": ("output", PRODUCED),
    "contact": ("output", USED),
    "facility": ("input", PROVIDED),
}
_PRIVATE = frozenset(
    """
remittance household family person people visitor tourist living housing house transport childcare fuel energy rent mortgage
disposable weekly hourly median average resident tenant pensioner consumer food travel worker employee pay crime
accident home annual farm farmer child time
""".split()
)
_PUBLIC = frozenset(
    "parking rental commercial ticket tax council fee charge levy rate business_rate council_tax licence permit".split()
)
_PEOPLES = frozenset("woman man girl boy male female minority ethnic disabled gender".split())
_OBEYING = frozenset("community public citizen resident driver tax taxpayer".split())
_DURATIONS = frozenset("time day week hour minute length duration month".split())
_EMPLOYERS = frozenset("care social council nhs public agency authority government staff".split())
_SCHOOLING = frozenset("education school primary secondary tertiary university college pre-school".split())
_SCHOOLS = frozenset("school academy nursery college".split())
_INHERITED = frozenset("environment historic heritage natural".split())
_LASTING = frozenset("required needed to taken per from between for of".split())
_OWN_TIME = frozenset(
    "journey travel commute leisure life sport sleep housework unpaid hospital spend spent volunteer bed walk sun sunshine daylight overtime home".split()
)
_CONVEYANCES = frozenset("train sailing flight ferry bus crossing departure journey".split())
_WORKED_OFF = frozenset("out completed delivered undertaken provided".split())
_GONE = frozenset("lost spent devoted dedicated".split())
_URGENT = frozenset(("a&e", "emergency"))
_STANDING = frozenset("status level rate figure total".split())
_LIVED_IN = frozenset("accommodation hostel custody prison care poverty homelessness hospital refuge".split())
_WAYS = frozenset("path pathway route lane track network corridor infrastructure greenway km kilometre mile".split())
_TRAVELLED = frozenset("active_travel cycling walking travel cycle".split())
_CARE = frozenset("emergency a&e hospital school pupil crisis department accident".split())
_UTILITIES = frozenset(
    "broadband superfast gigabit fibre mobile network internet 3g 4g 5g electricity water sanitation sewerage".split()
)
_LEISURELY = frozenset(
    """
criminal illegal illicit fraudulent terrorist economic leisure daily everyday social human cultural sporting outdoor
voluntary family unhealthy
""".split()
)
_USERS = frozenset("visitor user viewer client customer caller".split())
_SUBSCRIBED = frozenset(("subscription",))
_LEAVING = frozenset("retire resign leave quit".split())
_VENUES = frozenset("museum library website gallery hub garden attraction castle archive theatre zoo aquarium".split())
_WITH_PLACES = frozenset(
    "nursery school care care_home home college course training hospital hostel childcare day refuge".split()
)
_PUBLIC_BUILDINGS = frozenset("museum library school hospital nursery clinic pool care_home college gallery".split())
_FLEET = frozenset("vehicle car van building property site".split())
_NATURE = frozenset("species habitat wetland peatland woodland sssi river_basin".split())
_TAUGHT = frozenset("pupil student schoolchild".split())
_REGISTERED = frozenset("license licence register own".split())
_STAFFED = frozenset("staff teacher teachers nurse officer".split())
_OUTDOORS = frozenset("outdoors outdoor countryside park overseas tourist tourism holiday beach woodland".split())
_BROUGHT = frozenset(
    """
claim application complaint report referral call presentation notification registration allegation request enquiry
order contract certification certificate notice penalty fine sanction prosecution decision offer
""".split()
)
_PROTECTION = frozenset(
    "child_protection protection abuse domestic_abuse neglect antisocial_behaviour crime offence homelessness".split()
)
_GIVEN = frozenset("issue serve award".split())
_HAZARDS = frozenset("flood flooding fire pollution drought weather overflow heat storm".split())
_ESTATE = frozenset("building accommodation property premises asset office".split())
_ESTATE_OF = frozenset("operational council public office".split())
_EMPLOYED = frozenset("employee workforce".split())
_RATES_OF_STAFF = frozenset(
    "vacancy_rate turnover vacancy absence retention_rate retention growth shortage establishment complement strength".split()
)
OFFERED = frozenset(("service", "facility", "product", "org"))
"""What bodies offer for use."""

USES = frozenset("use usage utilisation utilization".split())


def heading(head: Tag, phrase: list[Tag], rest: list[Tag]) -> Heading:
    """``head`` with its surroundings: ``phrase`` is the whole noun phrase, ``rest`` what follows it."""
    before = [item for item in phrase if item is not head]
    nearest = next((item for item in reversed(before) if item.kind != "measure"), None)
    return Heading(head, before, nearest, rest)


def _close(this: Heading) -> list[Tag]:
    return [*this.before, *this.rest[:4]]


def _felt(this: Heading) -> Found | None:
    for item in this.before:
        if item.text in FELT_WORDS:
            return Found("outcome", FELT, item)
    return None


def _sickness(this: Heading) -> Found | None:
    if this.head.kind == "person":
        return None
    for words in (this.before, (this.head,), this.rest):
        for item in words:
            if item.lemma.startswith("sickness"):
                return Found("input", STAFF, item)
    return None


def _obedience(this: Heading) -> Found | None:
    of_place = any(item.kind == "condition" for item in this.rest[1:3])
    if this.head.lemma == "compliance" and (of_place or (this.nearest and this.nearest.lemma in _OBEYING)):
        return Found("unsure", CONDITION, this.head)
    return None


def _purse(this: Heading) -> Found | None:
    """Whose money it is: that of households is an outcome, that of bodies an input."""
    head, near = this.head, this.nearest
    if head.lemma == "asset" and any(item.lemma in _INHERITED for item in this.before):
        return Found("outcome", CONDITION, head)
    if head.kind == "money" and head.lemma != "budget" and near and _is_private(near) and not _is_of_a_body(this):
        return Found("outcome", "it describes the means of people, not of services", head)
    if head.lemma == "contribution" and _is_of_a_body(this):
        return Found("input", MONEY, head)
    if head.lemma == "debt" and any(item.kind == "org" or item.lemma in _PUBLIC for item in _close(this)):
        return Found("input", MONEY, head)
    if head.lemma not in ("income", "revenue", "receipt"):
        return None
    public = any(item.lemma in _PUBLIC for item in (head, *this.before, *this.rest))
    return Found("input", MONEY, head) if public else None


def _is_of_a_body(this: Heading) -> bool:
    return any(item.kind == "org" for item in this.before)


def _is_private(item: Tag) -> bool:
    return item.lemma in _PRIVATE or (item.kind == "person" and item.lemma not in _OBEYING)


def _exercise(this: Heading) -> Found | None:
    """A procurement or consultation exercise is work, and no bodily exercise."""
    is_work = this.head.lemma == "exercise" and this.nearest and this.nearest.kind == "paper"
    return Found("process", WORKINGS, this.head) if is_work else None


def _balance(this: Heading) -> Found | None:
    if this.head.lemma in _PEOPLES and this.head.text[-2] in "'’" and this.rest and this.rest[0].text == "of":
        return Found("outcome", "it describes the balance between groups", this.head)
    if this.head.lemma in _PEOPLES and any(item.lemma in _PEOPLES for item in (*this.before, *this.rest[:2])):
        return Found("outcome", "it describes the balance between groups", this.head)
    return None


def _shared_out(this: Heading) -> Found | None:
    """Pupils per teacher, council employees: staff, though the head names people."""
    rest = this.rest
    if len(rest) > 1 and rest[0].text == "per" and rest[1].kind == "staff":
        return Found("input", STAFF, rest[1])
    if this.head.lemma == "employee" and rest and rest[0].base in _LEAVING:
        return Found("input", STAFF, rest[0])
    if this.head.lemma == "employee" and any(item.lemma in _EMPLOYERS for item in this.before):
        return Found("input", STAFF, this.head) if not rest or rest[0].text in ("in", "per") else None
    return None


def _paid_for(this: Heading) -> Found | None:
    """Capacity of renewable energy and enrolment in school are about the place and its people."""
    if this.head.lemma == "capacity" and any(item.kind == "condition" for item in (*this.before, *this.rest[:3])):
        return Found("outcome", CONDITION, this.head)
    of_adults = any(item.lemma in ("adult", "course", "class") for item in this.before)
    enrols = this.head.lemma in ("enrolment", "enrollment") and not of_adults
    if enrols and any(item.lemma in _SCHOOLING for item in _close(this)):
        return Found("outcome", CONDITION, this.head)
    return None


def _duration(this: Heading) -> Found | None:
    """How long the work takes: "average days to issue a permit", "time taken"; hours lost to jams are life's own."""
    if this.head.lemma in _DURATIONS and this.rest and this.rest[0].text in _GONE:
        lived = next((item for item in this.rest if item.kind == "condition" or item.lemma in _OWN_TIME), None)
        if lived:
            return Found("outcome", CONDITION, lived)
        of_staff = next((item for item in this.rest if item.kind == "staff"), None)
        if of_staff:
            return Found("input", STAFF, of_staff)
    if this.head.lemma not in _DURATIONS or not this.rest or this.rest[0].text not in _LASTING:
        return None
    if any(item.text in ("working", "calendar") for item in this.before):
        return Found("process", SPEED, this.head)
    words = (*this.before, *this.rest[:3])
    if this.rest[0].text == "from":
        words = (
            tuple(this.before) if any(item.text == "to" for item in this.rest[1:7]) else (*this.before, *this.rest[:5])
        )
    if any(item.kind in ("condition", "person") or item.lemma in _OWN_TIME for item in words):
        return None
    stays = any(item.text == "in" and ahead.lemma in _LIVED_IN for item, ahead in _near_pairs(this.rest[:6]))
    if stays:
        return Found("outcome", CONDITION, this.head)
    return Found("process", SPEED, this.head)


def _near_pairs(words: list[Tag]) -> list[tuple[Tag, Tag]]:
    """Each word with each of the two after it."""
    return [(item, ahead) for at, item in enumerate(words) for ahead in words[at + 1 : at + 3]]


def _opportunities(this: Heading) -> Found | None:
    """Opportunities that somebody made or gave."""
    given = this.head.lemma == "opportunity" and next(
        (item for item in this.rest[:2] if item.form == "ed" and item.base in doings.MAKE | doings.SERVE), None
    )
    return Found("output", PRODUCED, given) if given else None


def _delay(this: Heading) -> Found | None:
    """Delays in work, of which there are others in life."""
    if this.head.lemma != "delay":
        return None
    in_work = any(item.kind == "paper" and item.lemma != "standard" for item in this.before) or any(
        item.base in doings.RUN for item in this.rest[1:3]
    )
    return Found("process", SPEED, this.head) if in_work else None


def _cancelled(this: Heading) -> Found | None:
    """Trains and sailings that do not run are what travellers meet with."""
    missed = this.head.lemma in _CONVEYANCES and this.rest and this.rest[0].base == "cancel"
    return Found("outcome", CONDITION, this.head) if missed else None


def _hours(this: Heading) -> Found | None:
    """Hours of sport or of sleep are people's own, but not those of work that was carried out."""
    if this.head.lemma in _DURATIONS and this.rest and this.rest[-1].text in _WORKED_OFF:
        return Found("output", PRODUCED, this.head)
    if this.head.lemma not in _DURATIONS or len(this.rest) < 2 or this.rest[0].text != "of":
        return None
    given = next((item for item in this.rest[1:4] if item.kind in ("product", "service")), None)
    if given:
        return Found("output", PRODUCED, given)
    lived = next((item for item in this.rest[1:4] if item.kind == "condition" or item.lemma in _OWN_TIME), None)
    return Found("outcome", CONDITION, lived) if lived else None


def _visits(this: Heading) -> Found | None:
    """Attendance at school and in emergencies, cover of land, visitors: the same words for life and for services."""
    head = this.head
    if head.kind not in ("contact", "person"):
        return None
    if head.lemma in _USERS:
        if any(item.base in doings.FEEL and item.form != "s" for item in this.rest):
            return None
        offered = any((item.kind in OFFERED and item.kind != "org") or item.lemma in _VENUES for item in _close(this))
        return Found("output", USED, head) if offered else None
    if head.kind == "person":
        return None
    if any(item.text == "by" and after.kind == "staff" for item, after in pairwise(this.rest[:6])):
        return Found("output", USED, head)
    urgent = any(item.lemma in _URGENT for item in this.rest[:6])
    if head.lemma in ("attendance", "visit") and (urgent or any(item.lemma in _CARE for item in this.before)):
        return Found("outcome", CONDITION, head)
    if head.lemma == "attendance" and this.rest and this.rest[0].text in ("of", "among"):
        taught = next((item for item in this.rest[1:5] if item.lemma in _TAUGHT), None)
        if taught:
            return Found("outcome", CONDITION, taught)
    at_school = this.rest[:1] and this.rest[0].text == "at" and any(item.lemma in _SCHOOLS for item in this.rest[1:4])
    if head.lemma == "attendance" and at_school:
        return Found("outcome", CONDITION, head)
    unknown = head.text == head.lemma and not any(item.kind for item in this.before)
    if head.lemma == "attendance" and this.before and not this.rest and unknown:
        return Found("unsure", USED, head)
    given = any(item.kind in ("contact", "product", "service") for item in this.before)
    if head.lemma == "coverage" and any(item.lemma in _UTILITIES for item in _close(this)):
        return Found("outcome", CONDITION, head)
    covers = (
        head.lemma == "coverage" and not given and any(item.kind in ("place", "condition") for item in _close(this))
    )
    return Found("outcome", CONDITION, head) if covers else None


def _places(this: Heading) -> Found | None:
    """Places on courses and in care, and the public buildings themselves, are put in."""
    on_course = (
        this.rest[:1]
        and this.rest[0].text in ("on", "in", "at")
        and any(item.kind in ("product", "service") for item in this.rest[1:5])
    )
    if this.head.lemma == "place" and (on_course or any(item.lemma in _WITH_PLACES for item in this.before)):
        return Found("input", PROVIDED, this.head)
    if this.head.lemma in _PUBLIC_BUILDINGS and this.head.text != this.head.lemma and not this.rest:
        return Found("input", PROVIDED, this.head)
    return None


def _posts(this: Heading) -> Found | None:
    if this.head.kind == "staff" and any(item.lemma in _PEOPLES for item in _close(this)):
        return Found("outcome", "it describes who holds which posts", this.head)
    return None


def _outdoors(this: Heading) -> Found | None:
    if this.head.lemma in ("visit", "trip") and any(item.lemma in _OUTDOORS for item in _close(this)):
        return Found("outcome", CONDITION, this.head)
    return None


def _brought(this: Heading) -> Found | None:
    """Claims, complaints and calls about something in people's lives count that, as much as the paper."""
    if this.head.lemma == "registration" and this.nearest and this.nearest.kind == "condition":
        return Found("outcome", CONDITION, this.nearest)
    if this.head.lemma == "event" and this.nearest and this.nearest.lemma in _HAZARDS:
        return Found("outcome", CONDITION, this.nearest)
    if this.head.lemma == "case" and this.nearest and this.nearest.kind == "condition" and not _is_handled(this):
        return Found("outcome", CONDITION, this.nearest)
    if this.head.lemma == "referral" and not any(item.lemma in _PROTECTION for item in _close(this)):
        return None
    if this.head.lemma in _BROUGHT and not _is_handled(this) and any(item.kind == "condition" for item in _close(this)):
        return Found("unsure", CONDITION, this.head)
    return None


def _is_handled(this: Heading) -> bool:
    """Whether it goes on to say what bodies did about it: "contracts reviewed", "cases heard"."""
    done = doings.RUN | doings.HANDLE | _GIVEN | ({"make"} if this.head.lemma == "decision" else set())
    return any(item.form == "ed" and item.base in done for item in this.rest)


def _usage(this: Heading) -> Found | None:
    offered = any(item.kind in OFFERED for item in this.before)
    return Found("output", USED, this.head) if offered and this.head.lemma in USES else None


def _activities(this: Heading) -> Found | None:
    """Prevention activities, outreach activities: what bodies put on, unless they are those of daily life."""
    put_on = this.head.text == "activities" and not any(item.text in _LEISURELY for item in this.before)
    return Found("output", PRODUCED, this.head) if put_on and this.before else None


def _starts(this: Heading) -> Found | None:
    """Apprenticeship starts, programme starts."""
    begun = this.head.text == "starts" and any(item.kind in OFFERED for item in this.before)
    return Found("output", USED, this.head) if begun else None


def _planned_for(this: Heading) -> Found | None:
    """Species and habitats with a recovery plan: the plan is what is counted."""
    if this.head.lemma not in _NATURE or len(this.rest) < 2 or this.rest[0].text not in ("with", "without"):
        return None
    paper = next((item for item in this.rest[1:5] if item.kind == "paper"), None)
    return Found("process", WORKINGS, paper) if paper else None


def _driven(this: Heading) -> Found | None:
    """Vehicles licensed are the vehicles that people have."""
    owned = this.head.lemma in _FLEET and this.rest and this.rest[0].base in _REGISTERED and not _is_of_a_body(this)
    return Found("outcome", CONDITION, this.head) if owned else None


def _rate_of_staff(this: Heading) -> Found | None:
    words = (this.head, *this.before)
    compared = next(
        (item for item in words if "-" in item.text and not _STAFFED.isdisjoint(item.text.split("-"))), None
    )
    if compared and any(item.lemma == "ratio" for item in words):
        return Found("input", STAFF, compared)
    is_rate = this.head.lemma in _RATES_OF_STAFF or this.head.kind == "measure"
    close = [*this.before, *(this.rest[1:4] if this.rest and this.rest[0].text in ("for", "of", "among") else [])]
    of_staff = any(item.kind == "staff" or item.lemma in _EMPLOYED for item in close)
    return Found("input", STAFF, this.head) if is_rate and of_staff else None


def _estate(this: Heading) -> Found | None:
    """The buildings that bodies work in, and whether these suit their use, are means put in."""
    suits = any(item.text in ("suitable", "suitability") for item in this.rest)
    own = any(item.lemma in _ESTATE_OF for item in this.before)
    return Found("input", PROVIDED, this.head) if this.head.lemma in _ESTATE and (suits or own) else None


_BEFORE_CLAUSE: tuple[Callable[[Heading], Found | None], ...] = (
    _felt,
    _sickness,
    _obedience,
    _purse,
    _balance,
    _exercise,
    _shared_out,
    _paid_for,
    _hours,
    _opportunities,
    _cancelled,
    _delay,
    _duration,
    _driven,
    _planned_for,
    _visits,
    _estate,
)
_AFTER_CLAUSE: tuple[Callable[[Heading], Found | None], ...] = (
    _posts,
    _places,
    _outdoors,
    _brought,
    _usage,
    _activities,
    _starts,
    _rate_of_staff,
)


def whatever_follows(this: Heading) -> Found | None:
    """What the head is when the words close to it settle that before any verb is read."""
    return _first(_BEFORE_CLAUSE, this)


def by_itself(this: Heading) -> Found | None:
    """What the head is when nothing telling is said of it."""
    found = _first(_AFTER_CLAUSE, this)
    if found:
        return found
    kind = this.head.kind
    if this.head.lemma in _WAYS and any(
        item.lemma in _TRAVELLED or (item.form == "ing" and item.base in doings.MAKE) for item in this.before
    ):
        return Found("output", PRODUCED, this.head)
    if this.head.lemma in things.SITUATED:
        return Found("outcome", CONDITION, this.head)
    if this.head.lemma in things.RECIPIENTS | _SUBSCRIBED and any(item.lemma in _UTILITIES for item in this.before):
        return Found("outcome", CONDITION, this.head)
    if this.head.lemma in things.RECIPIENTS and not any(item.kind == "condition" for item in this.before):
        return Found("output", USED, this.head)
    if kind in _BY_CLASS:
        value, reason = _BY_CLASS[kind]
        return Found(value, reason, this.head)
    if this.head.lemma in _STANDING and this.nearest and this.nearest.kind in _BY_CLASS:
        return Found(*_BY_CLASS[this.nearest.kind], this.nearest)
    if kind == "service" and this.rest and this.rest[0].text == "for":
        return Found("output", PRODUCED, this.head)
    if (
        kind in ("", "place")
        and this.head.lemma in _FLEET
        and any(item.kind in ("staff", "org") or item.lemma == "fleet" for item in (*this.before, *this.rest))
    ):
        return Found("input", MONEY, this.head)
    for item in reversed(this.before):
        if not kind and item.kind in ("paper", "money", "staff"):
            return Found(*_BY_CLASS[item.kind], item)
        if item.kind == "condition" or (kind in ("person", "place", "org") and item.text in FEELING_WORDS):
            return Found("outcome", CONDITION, item)
    return None


def _first(checks: tuple[Callable[[Heading], Found | None], ...], this: Heading) -> Found | None:
    for check in checks:
        found = check(this)
        if found:
            return found
    return None
