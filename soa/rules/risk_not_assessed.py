"""Each outcome says what could go wrong with it, who watches that, and what is done about it."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.outcome import Outcome
from soa.model.part import HOLE, each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_NAMED_SO = ("strategic assessment", "needs assessment", "risk register", "risk assessment", "area profile")


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """List the outcomes without a risk, and look for a strategic assessment."""
    outcomes = [
        (path, outcome)
        for path, outcome in subject.lookup.all(Outcome)
        if outcome.state != "stopped"
        and not any(sound(part.not_yet) for part in (outcome, outcome.what, outcome.by_whom, outcome.when))
    ]
    covered = {path[:2] for path, outcome in outcomes if outcome.risks is HOLE or each(outcome.risks)}
    silent = [outcome for path, outcome in outcomes if not given(outcome.risks) and path[:2] not in covered]
    if silent:
        names = ", ".join(str(outcome.id) for outcome in silent if sound(outcome.id))
        said = (
            f"these outcomes name nothing that could go wrong: {names}"
            if covered
            else "no outcome names anything that could go wrong"
        )
        yield Problem("risks", said, at=("priorities",))
    if _cites_no_assessment(subject.part):
        yield Problem(
            "assessment",
            "none of the evidence is a strategic assessment of the area's needs and risks",
            at=("evidence",),
        )


def _cites_no_assessment(agreement: Agreement) -> bool:
    """Whether kinds of evidence are given, none is a strategic assessment, and no document is named so."""
    evidence = each(agreement.evidence)
    if not evidence or HOLE in evidence or not all(sound(one.kind) for one in evidence):
        return False
    texts = [text for one in evidence for text in (one.source, one.finding) if sound(text)]
    texts += [plan.title for plan in each(agreement.plans) if sound(plan.title)]
    named = any(name in text.lower() for text in texts for name in _NAMED_SO)
    return not named and all(one.kind != "strategic-assessment" for one in evidence)


RULE = Rule(
    family="actions",
    summary="Outcomes name their main risks, with an owner and a response, and the agreement rests on a strategic assessment.",
    authority="submission",
    sources=(Citation("Grampian 2012", "S1 Q2, Q5, Q7"),),
    rationale="A partnership that has asked what could go wrong has an answer ready when it does. One risk with somebody to watch it says more than a register that nobody reads.",
    question="What is most likely to stop this, and who is watching for it?",
    cases={
        "risks": Case("advice", "Add risks: to the outcome with the main one: risk, owner and response."),
        "assessment": Case(
            "advice", "Add the assessment to evidence, with kind: strategic-assessment, its source and its date."
        ),
    },
    on=(Agreement,),
    example_of="file",
    bad="""
priorities:  # here
  - id: older-people
    title: Older people fall less often and get home sooner
    lead: hscp
    outcomes:
      - id: falls
        what:
          statement: People aged 65 and over fall less often
""",
    good="""
priorities:
  - id: older-people
    title: Older people fall less often and get home sooner
    lead: hscp
    outcomes:
      - id: falls
        what:
          statement: People aged 65 and over fall less often
        risks:
          - risk: The Change Fund ends before the classes are proved
            owner: council
            response: The Board decides on ordinary money by January 2015
""",
    check=check,
    needs=("priorities",),
    requirements=("R24", "R136"),
    decided="One finding lists the outcomes. A risk of one outcome covers the others of its priority, because small outcomes share their risks. The assessment is asked for only where the evidence is marked with its kinds.",
    review_only=True,
)
