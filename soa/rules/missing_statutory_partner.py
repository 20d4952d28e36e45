"""The bodies with a duty to take part in the area are among the partners."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from soa.model.agreement import Agreement
from soa.model.part import HOLE, sound
from soa.model.partners import Partner
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

if TYPE_CHECKING:
    from soa.reference import StatutoryPartner

_LAST_DAY_OF_OLD_SERVICES = date(2013, 3, 31)
"""On the next day one police service and one fire and rescue service took the place of eight of each."""
_REPLACED = frozenset({"police", "fire"})


_A_TABLE = 5
"""With so many partners a list is no sketch."""


class _Named(NamedTuple):
    """A partner by what it can be known by."""

    id: str
    kind: str
    name: str
    """As names are compared, with a space on both sides."""

    def is_(self, body: "StatutoryPartner") -> bool:
        """Whether it is a body of the lists: the same id, or a name that holds one of the body's names."""
        return self.id == body.id or any(f" {one} " in self.name for one in _names(body))


def _named(partner: Partner) -> _Named:
    from soa.reference.near import plain

    return _Named(str(partner.id), str(partner.kind), f" {plain(partner.name)} " if sound(partner.name) else "")


@cache
def _names(body: "StatutoryPartner") -> tuple[str, ...]:
    """The names of a body of the lists: `Highlands and Islands Transport Partnership (HITRANS)` has two."""
    from soa.reference.near import plain

    whole, _, inside = body.name.partition(" (")
    return tuple(plain(one) for one in (whole, inside.rstrip(")")) if one)


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the partners with the lists for the area, on the day the agreement starts; of a fictional one only the health board is asked for."""
    header = subject.part.agreement
    partners = subject.part.partners
    if header.fictional is HOLE or not sound(header.area) or not sound(header.starts):
        return
    if partners is HOLE or any(_may_be_another(partner) for partner in partners):
        return
    if header.fictional is True:
        yield from _no_health_board(partners)
        return
    from soa.reference import area, statutory_partners  # lists are read only where they are asked

    found = area(header.area)
    if found is None:
        return
    day = header.starts.first_day
    due = statutory_partners(found, day)
    named = [_named(partner) for partner in partners]
    former: set[str] = set()
    for body in statutory_partners(found, _LAST_DAY_OF_OLD_SERVICES) if day > _LAST_DAY_OF_OLD_SERVICES else ():
        if body.kind not in _REPLACED:
            continue
        for index in (index for index, one in enumerate(named) if one.is_(body)):
            former.add(body.kind)
            now = next(one.name for one in due if one.kind == body.kind)
            yield Problem(
                "former",
                f"{body.name} had ceased to exist when the agreement starts ({header.starts}); {now} took its place",
                at=("partners", index, "name"),
            )
    absent = [body for body in due if body.kind not in former and not _listed(body, due, named)]
    yield from _missing("absent", [body for body in absent if _must(body)])
    yield from _missing("absent-others", [body for body in absent if not _must(body)])


def _no_health_board(partners: Sequence[Partner]) -> Iterator[Problem]:
    """Look for the one kind of body that is at every table and that an area made up for training lacks as well."""
    kinds = {partner.kind for partner in partners if sound(partner.kind)}
    if "council" in kinds and "health-board" not in kinds and len(partners) >= _A_TABLE:
        yield Problem(
            "absent",
            "this body has a duty to take part in community planning everywhere, and is not among the partners: the health board",
            at=("partners",),
        )


def _may_be_another(partner: Partner) -> bool:
    """Whether an entry that could not be read may be the body that is looked for."""
    return (
        partner is HOLE or partner.id is HOLE or (not sound(partner.not_yet) and HOLE in (partner.name, partner.kind))
    )


def _must(body: "StatutoryPartner") -> bool:
    """Whether its absence is worth more than advice: the lists expect it, and it serves the whole area."""
    return body.expected and not body.note


def _missing(case: str, bodies: Sequence["StatutoryPartner"]) -> Iterator[Problem]:
    if bodies:
        laws = " and ".join(dict.fromkeys(body.source.partition(",")[0] for body in bodies))
        names = ", ".join(body.name for body in bodies)
        yield Problem(
            case,
            f"these bodies have a duty to take part in community planning here, and are not among the partners: {names} (as listed from the {laws})"
            if len(bodies) > 1
            else f"{names} has a duty to take part in community planning here, and is not among the partners (as listed from the {laws})",
            at=("partners",),
        )


def _listed(body: "StatutoryPartner", due: Sequence["StatutoryPartner"], named: Sequence[_Named]) -> bool:
    """Whether a body is among the partners: by its name, or as the one of its kind, whatever its local name."""
    if any(one.is_(body) for one in named):
        return True
    if body.kind == "national-body":
        return False
    alike = [one for one in due if one.kind == body.kind]
    return any(one.kind == body.kind and not any(one.is_(other) for other in alike) for one in named)


RULE = Rule(
    family="ownership",
    summary="The bodies with a duty to take part in community planning in the area are among the partners, and none that has ceased to exist.",
    authority="law",
    sources=(
        Citation("2015 Act", "s4, s13, schedule 1"),
        Citation("Audit Scotland 2013", "§17, §32, §40, §41, §65, Appendix 1"),
        Citation("Glasgow 2012", "S1 Q4"),
        Citation("North Lanarkshire 2012", "1.1"),
    ),
    rationale="The law names who takes part: under the Act of 2003 until 20 December 2016, since then under that of 2015. What our lists hold, and their doubts, stands in soa/reference/SOURCES.md; hence a warning and no error. Further bodies of the Act of 2015, and a body that serves only a part of the area, are advice.",
    question="Where are the bodies that the law puts at this table?",
    cases={
        "absent": Case(
            "warning",
            "Add them under partners; for one that has still to join write its id and not_yet, with who settles it by when.",
        ),
        "absent-others": Case("advice", "Add those that have something to give to these outcomes."),
        "former": Case(
            "warning",
            "Write the body that exists when the agreement starts; the old name may stand in evidence and history.",
            "Who has taken over this body's part here?",
        ),
    },
    on=(Agreement,),
    example_of="agreement",
    bad="""
agreement:
  title: Aberdeen City Single Outcome Agreement 2013 to 2023
  area: Aberdeen City
  starts: 2013-04-01
  ends: 2023-03-31
  status: consultation
  submitted: 2013-03-28
""",
    good="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: consultation
  submitted: 2013-03-28
""",
    check=check,
    gives_way_to=("unknown-reference-name",),
    requirements=("R97", "R98"),
    decided="Transport partnerships are expected until the Act of 2015, as our list of duties has it, and advice after it. Bodies that the Act of 2015 names by kind only, such as the integration joint board, are not asked for: they differ from area to area. For an absent body with a dated reason the entry's not_yet is used: the Act excuses partners from single outcomes, and no key was added.",
)
