"""An outcome, and a priority, has exactly one lead partner, and a post that answers."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup, given
from soa.model.outcome import ByWhom, Priority
from soa.model.part import sound
from soa.model.partners import Partner
from soa.rules._owner import owner_problem
from soa.rules._rule import Case, Citation, Claim, Problem, Rule, Subject
from soa.source.places import Path

_ANY_POST = frozenset(
    ("lead officer", "lead", "officer", "manager", "named officer", "relevant officer", "relevant manager", "various")
)
"""What is written where a post is asked for, and names none."""


def check(subject: Subject[ByWhom | Priority | Agreement]) -> Iterator[Problem]:
    """Judge the lead as words where it is no partner, then look for the post; and at what leading partners are made of."""
    part, lookup = subject.part, subject.lookup
    if isinstance(part, Agreement):
        yield from _legal_persons(lookup)
        return
    problem = owner_problem(part.lead, lookup, "lead") if sound(part.lead) else None
    if problem:
        yield problem
        return
    partner = lookup.partners.get(part.lead)
    if not isinstance(part, ByWhom) or sound(part.not_yet) or partner is None:
        return
    whose = partner.name if sound(partner.name) else part.lead
    if not given(part.post):
        yield Problem("no-post", f"no post is named at {whose}: nobody knows whom to ask")
    elif sound(part.post) and part.post.lower() in _ANY_POST:
        yield Problem("no-post", f"“{part.post}” could be anybody at {whose}: nobody knows whom to ask", at=("post",))


def _legal_persons(lookup: Lookup) -> Iterator[Problem]:
    """A partner that leads and is no legal person is said once, where it is described."""
    parts: list[tuple[Path, Priority | ByWhom]] = [*lookup.all(Priority), *lookup.all(ByWhom)]
    leads: dict[str, Path] = {}
    for path, part in parts:
        leads.setdefault(part.lead, (*path, "lead"))
    for path, partner in lookup.all(Partner):
        if partner.kind != "shadow-partnership" or given(partner.made_of) or sound(partner.not_yet):
            continue
        if sound(partner.id) and partner.id in leads:
            yield Problem(
                "no-legal-person",
                f"{partner.name or partner.id} leads, and as a shadow partnership has no legal standing; it is not said which bodies it is made of",
                at=path,
                related=((leads[partner.id], "it leads here"),),
            )


RULE: Rule[ByWhom | Priority | Agreement] = Rule(
    family="ownership",
    summary="Every outcome and priority has exactly one lead partner, and every outcome a post that answers for it.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§19, §31, §36, §63, Appendix 1"),
        Citation("Glasgow 2012", "S1 Q2, Q7"),
        Citation("HMIC 2012", "1.1, 1.7, 3.3"),
        Citation("North Lanarkshire 2012", "1.8"),
        Citation("Grampian 2012", "S3 Q5"),
    ),
    rationale="A partnership has no legal standing of its own, so “all partners” cannot be held to account. One body leads; the others are contributors. A post outlives its holder.",
    question="Who, by name of post, do I telephone if this does not move?",
    cases={
        "none": Case(
            "error", "Write the id of the one partner who leads: the body best placed to, not always the council."
        ),
        "collective": Case(
            "error", "Name the one partner who leads by its id, and list the others under contributors."
        ),
        "several": Case("error", "Keep one; the others belong under contributors, or deputy."),
        "group": Case(
            "advice",
            "Say whose body answers for the group: its chair's body is usually the lead, and the group goes under group.",
        ),
        "no-legal-person": Case("warning", "Add made_of: with the partners it is made of."),
        "no-post": Case(
            "warning",
            "Add post: with the post that answers for it, such as Head of Housing; no person's name is needed.",
        ),
    },
    on=(ByWhom, Priority, Agreement),
    example_of="by_whom",
    bad="""
by_whom:
  lead: All partners  # here
""",
    good="""
by_whom:
  lead: nhs-beg
  post: Head of Older People's Services
  contributors:
    - {partner: council, contribution: Four home care staff for the falls team}
""",
    check=check,
    claims=(
        Claim(ByWhom, "lead", ("missing",), "none", "this outcome has no lead partner"),
        Claim(ByWhom, "lead", ("list",), "several", "this outcome has several leads ({value}), so nobody leads"),
        Claim(Priority, "lead", ("missing",), "none", "this priority has no lead partner"),
        Claim(Priority, "lead", ("list",), "several", "this priority has several leads ({value}), so nobody leads"),
    ),
    requirements=("R80", "R81", "R82", "R83", "R94"),
    decided="A named standing group is advice, as the review asks: it has a chair, and the question is only whose body answers. Everyone, the partnership itself, a list or a placeholder is an error. A missing post is a warning.",
)
