"""A pooled budget says who shares in it, who holds it, and on what agreement it rests."""

from collections.abc import Iterator

from soa.language.sentence import listed
from soa.model.lookup import given
from soa.model.part import HOLE, each, sound
from soa.model.resources import Resource
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_LEGAL = {"integration-joint-board", "lead-agency"}
"""Joint bodies that hold money themselves."""


def check(subject: Subject[Resource]) -> Iterator[Problem]:
    """Look at one resource that is pooled."""
    line = subject.part
    if line.held != "pooled" or sound(line.not_yet) or line.shares is HOLE:
        return
    giver = subject.lookup.partners.get(line.partner)
    sharing = {share.partner for share in each(line.shares)}
    joint = giver is not None and len(each(giver.made_of)) > 1
    if HOLE in sharing:
        return
    lacks = []
    if len(sharing) < 2 and not joint:
        lacks.append("which partners share in it and how much each gives")
    if not given(line.accountable_body) and not (giver is not None and giver.kind in _LEGAL):
        lacks.append("which body answers for it")
    if not given(line.agreement):
        lacks.append("on what agreement it rests")
    if lacks:
        yield Problem("ungoverned", f"this pooled budget does not say {listed(lacks, 'or')}")


RULE = Rule(
    family="resources",
    summary="A pooled budget names the partners who share in it, the body that answers for it and the agreement behind it.",
    authority="submission",
    sources=(
        Citation("HMIC 2012", "1.3"),
        Citation("North Lanarkshire 2012", "1.1, 1.3"),
        Citation("Glasgow 2012", "S1 Q4"),
        Citation("Grampian 2012", "S1 Q2"),
    ),
    rationale="Money that belongs to several bodies needs one that answers for it. Joint budgets suit some partners and not others: having none is never a fault, and aligned budgets stay with their owners.",
    question="Whose money is this once it is pooled, and who decides on it?",
    cases={
        "ungoverned": Case(
            "warning",
            "Add shares (partner and amount), accountable_body and agreement; where each body keeps its own money, write held: aligned.",
        )
    },
    on=(Resource,),
    example_of="resources",
    bad="""
resources:
  - partner: nhs-beg  # here
    serves: [older-people]
    kind: money
    held: pooled
    source: mainstream
    preventive: true
    accountable_body: nhs-beg
    years:
      - {year: 2013-14, amount: 410000, certainty: firm, basis: Budget book}
  - partner: council
    serves: [older-people]
    kind: people
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, whole_time: 3.5, basis: Adaptations team}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, basis: Sixty volunteers for an hour a week}
""",
    good="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    held: pooled
    source: mainstream
    preventive: true
    shares:
      - {partner: nhs-beg, amount: 310000}
      - {partner: council, amount: 100000}
    accountable_body: nhs-beg
    agreement: Partnership agreement of 12 March 2013, section 5
    years:
      - {year: 2013-14, amount: 410000, certainty: firm, basis: Budget book}
  - partner: council
    serves: [older-people]
    kind: people
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, whole_time: 3.5, basis: Adaptations team}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, basis: Sixty volunteers for an hour a week}
""",
    check=check,
    needs=("partner",),
    requirements=("R71",),
    decided="A joint body's pooled money names its partners by made_of, and an integration joint board or lead agency answers for it itself.",
)
