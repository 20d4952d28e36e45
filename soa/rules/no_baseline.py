"""An indicator has a value to start from."""

from collections.abc import Iterator

from soa.model.measure import Breakdown, Indicator
from soa.model.part import sound
from soa.rules._rule import Case, Citation, Claim, Option, Problem, Rule, Subject
from soa.rules._spans_of_time import months_later


def check(subject: Subject[Indicator]) -> Iterator[Problem]:
    """Compare the baseline's period with the start of the agreement."""
    baseline = subject.part.baseline
    header = subject.lookup.agreement.agreement
    if not sound(baseline) or not sound(baseline.period) or not sound(header.starts):
        return
    if baseline.period.first_day > months_later(header.starts.last_day, subject.options["months"]):
        yield Problem(
            "late",
            f"the baseline ({baseline.period}) is from after the agreement begins ({header.starts})",
            at=("baseline", "period"),
        )


RULE = Rule(
    family="indicators-and-targets",
    summary="Every indicator has a value and a period to start from.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§19, §24, §27, §45"),
        Citation("North Lanarkshire 2012", "1.7"),
        Citation("Grampian 2012", "S1 Q5"),
    ),
    rationale="Without a start nobody can tell whether a target means progress. A new measure says with not_yet who takes the first reading, and when. A figure of direction context needs none.",
    question="Where do you start from?",
    cases={
        "none": Case(
            "error",
            "Add baseline: {period: 2012-13, value: ...}; for a new measure write not_yet: with what is missing, its owner and the date of the first reading.",
        ),
        "late": Case("warning", "Use the last value known before the agreement began; later ones show progress."),
    },
    on=(Indicator,),
    example_of="indicator",
    bad="""
- id: admissions  # here
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
""",
    good="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    requirements=("R37",),
    decided="A baseline of the plan's first year is a start, if a late one: surveys are not taken every year. A new service has none, and says so with not_yet. Milestones, which are yes or no, need none, and 0 is a value.",
    options={
        "months": Option(
            12, "how long after the agreement begins the period of a baseline may begin, in months", most=120
        )
    },
    claims=(
        Claim(Indicator, "baseline", ("missing", "words"), "none", "this indicator has no baseline"),
        Claim(Breakdown, "baseline", ("missing", "words"), "none", "this breakdown has no baseline"),
    ),
)
