"""An action has one owner, who is a partner."""

from collections.abc import Iterator

from soa.model.outcome import Action
from soa.rules._owner import owner_problem
from soa.rules._rule import Case, Citation, Claim, Problem, Rule, Subject


def check(subject: Subject[Action]) -> Iterator[Problem]:
    """Judge the owner as words where it is no partner."""
    problem = owner_problem(subject.part.owner, subject.lookup, "owner")
    if problem:
        yield problem


RULE = Rule(
    family="ownership",
    summary="Every action has one owner, who is a partner.",
    authority="audit-recommendation",
    sources=(Citation("Audit Scotland 2013", "§19, §36"), Citation("HMIC 2012", "1.7, 3.3")),
    rationale="An action that everybody owns is done by nobody. One partner answers for it, and the others take part.",
    question="Who will have done this?",
    cases={
        "none": Case("error", "Write the id of the one partner who answers for it, and the others under partners."),
        "collective": Case(
            "error", "Name the one partner who answers for it by its id, and the others under partners."
        ),
        "several": Case("error", "Keep one; the others belong under partners."),
        "group": Case("advice", "Name the partner whose body answers for the group."),
    },
    on=(Action,),
    example_of="action",
    bad="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: Partners  # here
  due: 2017-03-31
  preventive: before
""",
    good="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  partners: [council]
  due: 2017-03-31
  preventive: before
""",
    check=check,
    needs=("owner",),
    claims=(
        Claim(Action, "owner", ("missing",), "none", "this action has no owner"),
        Claim(
            Action, "owner", ("list",), "several", "this action has several owners ({value}), so nobody answers for it"
        ),
    ),
    requirements=("R05", "R83"),
    decided="A named standing group is advice, as for the lead of an outcome. A body brought in by contract is no partner: the partner that commissions it is the owner.",
)
