"""An outcome says what people would see when it has come about."""

from collections.abc import Iterator

from soa.language import specificity_of
from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._undertakings import is_work
from soa.rules._wording import proper, stems
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for a description in each outcome, and at whether it says more than the statement."""
    outcomes = [
        (path, outcome)
        for path, outcome in subject.lookup.all(Outcome)
        if sound(outcome.what)
        and sound(outcome.what.statement)
        and outcome.state != "stopped"
        and not sound(outcome.not_yet)
        and not sound(outcome.what.not_yet)
    ]
    told = _told_by_people(subject.part)
    silent = [(path, outcome) for path, outcome in outcomes if not given(outcome.what.success)]
    silent = [(path, outcome) for path, outcome in silent if outcome.id not in told]
    if len(silent) > 1 and len(silent) == len(outcomes):
        yield Problem(
            "nowhere",
            f"none of the {len(silent)} outcomes says what people would see when it has come about",
            at=("priorities",),
        )
    else:
        area = subject.part.agreement.area
        here = {word.lower() for word in area.split()} if sound(area) else set()
        for path, outcome in silent:
            statement = outcome.what.statement
            if not proper(statement) - here and specificity_of(statement).value == "unsure" and not is_work(statement):
                said = f"“{statement}” leaves open what people would see when it has come about"
                yield Problem("absent", said, at=(*path, "what", "statement"))
    for path, outcome in outcomes:
        yield from _says_little(path, outcome)


def _told_by_people(agreement: Agreement) -> set[str]:
    """Outcomes whose description is that of a community: what it said, and that it led to them."""
    return {name for one in each(agreement.engagement) if sound(one.heard) for name in each(one.led_to)}


def _says_little(path: Path, outcome: Outcome) -> Iterator[Problem]:
    """Descriptions that all say the statement again in the same words, or all say what partners will have done."""
    steps = each(outcome.what.success)
    statement = stems(outcome.what.statement)
    if not steps or not all(sound(step) and sound(step.looks_like) for step in steps):
        return
    at = (*path, "what", "success", 0, "looks_like")
    if all(is_work(step.looks_like) for step in steps):
        said = f"“{steps[0].looks_like}” says what partners will have done, and not what people would see"
        yield Problem("work", said, at=at)
    elif all(stems(step.looks_like) <= statement for step in steps):
        yield Problem(
            "repeats",
            f"“{steps[0].looks_like}” says the statement again, and not what people would see",
            at=at,
            related=(((*path, "what", "statement"), "the statement"),),
        )


RULE = Rule(
    family="outcomes",
    summary="Outcomes say what people would see, hear or be able to do when they have come about.",
    authority="submission",
    sources=(Citation("HMIC 2012", "3.6"), Citation("Grampian 2012", "S1 Q8")),
    rationale="The police inspectorate asked three questions of an outcome: what is wanted, what it will look like when it is there, and which figures will tell. The second is the one that people outside the partnership understand.",
    question="What would somebody who lives here notice?",
    cases={
        "nowhere": Case(
            "advice",
            "Begin with the outcome that matters most: write success: with {by: 2014, looks_like: ...}, and steps for later years.",
        ),
        "absent": Case(
            "advice",
            "Write success: with {by: 2014, looks_like: ...}, in the words of somebody it is meant for, and steps for later years.",
        ),
        "work": Case(
            "advice",
            "Write under looks_like what a person would see once the work is done; the work itself belongs under how, or milestones.",
        ),
        "repeats": Case(
            "advice",
            "Write under looks_like what a person would see, such as “Someone who falls is seen at home the same day, and still lives there a year on”.",
        ),
    },
    on=(Agreement,),
    example_of="success",
    bad="""
success:
  - {by: 2023, looks_like: People aged 65 and over are falling less often}  # here
""",
    good="""
success:
  - {by: 2014, looks_like: Someone over 75 who falls is seen at home within two hours}
  - {by: 2023, looks_like: Someone over 75 who falls still lives at home a year on}
""",
    check=check,
    needs=("priorities",),
    requirements=("R02",),
    decided="A statement that says plainly what changes, or names a place or a number, needs no picture beside it, unless no outcome of the agreement has one: that is said once. One that is vague, or a piece of work, has been told so already. A description that a community gave, and that led to the outcome, counts.",
)
