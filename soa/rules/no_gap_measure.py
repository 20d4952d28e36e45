"""Where an outcome is about people, the gap between those who fare worst and the others is measured."""

import re
from collections.abc import Container, Iterator
from functools import cache
from itertools import pairwise

from soa.language.words import pieces
from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Indicator
from soa.model.outcome import Outcome, What
from soa.model.part import HOLE, each, sound
from soa.rules._plain_words import mentions, words_of
from soa.rules._priorities import worked_out
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_PEOPLE = frozenset(
    """
person people man woman child baby boy girl pupil school-leaver leaver student adult resident family parent mother father
patient carer tenant household worker employee citizen victim individual youngster teenager pensioner smoker driver
""".split()
)
_NOT_PEOPLE = frozenset(
    """
road pavement pothole traffic carbon emission climate energy waste recycling landfill river flood flooding coast beach
woodland forest habitat biodiversity species air water land soil building bridge harbour airport rail railway bus
transport broadband infrastructure visitor tourist tourism business firm company export town-centre environment
environmental landscape planet vehicle cycling walking path
""".split()
)
"""An outcome with one of these words may be about the place as much as about the people in it."""
_ONE_GROUP = frozenset(
    """
looked-after care-experienced disabled disability disabilities deaf blind autistic autism dementia homeless
homelessness refugee migrant asylum traveller travellers gypsy gypsies roma polish ethnic minority lesbian gay bisexual
transgender lgbt lgbti offender offenders convicted reoffending reconviction prison prisoner prisoners veteran
veterans carer carers victim victims survivor survivors claimants unemployed neet poverty poor poorest deprived
deprivation disadvantaged vulnerable excluded bereaved addiction
""".split()
)
"""Words for groups who fare worse than others, so that an outcome for them alone is about the gap already."""
_WHERE = frozenset("in from of at around across".split())
_GAP = frozenset(
    """
gap inequality inequalities deprived deprivation simd poorest fifth quintile decile disadvantaged difference
""".split()
)


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Go through each priority's outcomes about people, and look for one measure each that shows the gap."""
    header = subject.part.agreement
    area = words_of(["Scotland", *(name for name in (header.area, header.title) if sound(name))])
    asked, without = 0, list[list[tuple[Path, Outcome]]]()
    for index, priority in worked_out(subject.part):
        judged = [
            (number, outcome)
            for number, outcome in enumerate(priority.outcomes)
            if sound(outcome) and _is_asked(outcome, area)
        ]
        bare = [(number, outcome) for number, outcome in judged if not _shows_gap(outcome, subject.lookup)]
        asked += bool(judged)
        if len(bare) > subject.options["outcomes"] or (bare and len(bare) == len(judged)):
            without.append([(("priorities", index, "outcomes", number), outcome) for number, outcome in bare])
    if len(without) == asked > 1:
        names = ", ".join(str(outcome.id) for found in without for _, outcome in found)
        yield Problem(
            "average-only",
            f"no measure shows the gap between people who fare worst and the others, in these outcomes: {names}",
            at=("priorities",),
        )
        return
    for (first, outcome), *others in without:
        names = ", ".join(str(one.id) for one in (outcome, *(other for _, other in others)))
        where = f", in {names}" if others else ""
        yield Problem(
            "average-only",
            f"only the average is measured, and not the gap between people who fare worst and the others{where}",
            at=first,
            related=tuple((path, "here too") for path, _ in others),
        )


def _is_asked(outcome: Outcome, area: Container[str]) -> bool:
    """Whether an outcome is plainly about people of all kinds, and says all that it has to say."""
    what = outcome.what
    if outcome.state == "stopped" or sound(outcome.not_yet) or not sound(what.statement) or sound(what.not_yet):
        return False
    if not what.indicators or any(not sound(one) or sound(one.not_yet) for one in what.indicators):
        return False
    said = f"{what.statement} {what.for_whom}" if sound(what.for_whom) else what.statement
    return mentions(said, _PEOPLE) and not mentions(said, _NOT_PEOPLE) and not _is_for_some(what, area)


def _is_for_some(what: What, area: Container[str]) -> bool:
    """Whether it is for one place of the area, or for a group that fares worse: their average is then what matters."""
    said = [what.statement, *([what.for_whom] if sound(what.for_whom) else [])]
    return any(mentions(text, _ONE_GROUP) or _left_care().search(text) for text in said) or _names_place(
        what.statement, area
    )


@cache
def _left_care() -> re.Pattern[str]:
    """Those who leave care or prison; those who leave school are everybody."""
    return re.compile(r"\b(?:care|prison|early)[- ]leavers?\b|\bleav(?:e|es|ing) (?:care|prison)\b", re.IGNORECASE)


def _names_place(text: str, area: Container[str]) -> bool:
    """Whether a text says “in” or “from” before a name that is not the whole area's."""
    told = pieces(text)
    return any(
        before[0] in _WHERE and text[start].isupper() and small not in area
        for before, (small, start, _) in pairwise(told)
    )


def _shows_gap(outcome: Outcome, lookup: Lookup) -> bool:
    """Whether any of its measures is broken down or measures a gap; one that cannot be read may."""
    measures = lookup.measures_of(outcome)
    return len(measures) < len(outcome.what.indicators) or any(_is_gap(one.indicator) for one in measures)


def _is_gap(indicator: Indicator) -> bool:
    if indicator.breakdown is HOLE or each(indicator.breakdown) or sound(indicator.gap) or indicator.gap is HOLE:
        return True
    if indicator.level == "locality" or (sound(indicator.name) and mentions(indicator.name, _GAP)):
        return True
    return any(_withheld(text) for text in (indicator.definition, indicator.source, indicator.why_wider) if sound(text))


@cache
def _withheld(text: str) -> bool:
    """Whether a text says that numbers are too small to be broken down."""
    small = text.lower()
    return any(said in small for said in ("too small", "too few", "small number", "small count"))


_EXAMPLE = """
- id: falls
  what:
    statement: People aged 65 and over fall less often, and those who do get home and stay there
    for_whom: 17,600 people aged 65 and over
    success:
      - {by: 2014, looks_like: One number to ring and a visit the next day}
      - {by: 2023, looks_like: A fall no longer means leaving home}
    factors: [severe winters]
    indicators:
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        definition: Stays that began as an emergency with a falls code, by area of residence
        unit: per 1,000 people aged 65 and over
        direction: down
        source: ISD Scotland, SMR01
        frequency: every year
        measured_over: financial-year
        baseline: {period: 2012-13, value: 21.3, base: 17600}
GAP
  how:
    - {id: visits, action: A next-day visit to everyone who falls, owner: nhs-beg, partners: [tsi], due: 2013-12-01, contributes_to: [admissions], preventive: early}
    - {action: Strength and balance classes in eight village halls, owner: tsi, due: 2014-02-28, contributes_to: [admissions], preventive: before}
  by_whom: {lead: hscp, post: Chief Officer, accountable_to: Strathbeg Partnership Board}
  when:
    targets:
      - indicator: admissions
        values:
          - {period: 2014-15, value: 20.4}
          - {period: 2022-23, value: 15.0}
  risks:
    - {risk: Too few volunteers to lead the classes, owner: tsi, response: Train twenty leaders each spring}
- id: going-out
  what:
    statement: People aged 75 and over in Strathbeg go out as often as they wish
    success:
      - {by: 2014, looks_like: A walk with company every day of the week}
      - {by: 2023, looks_like: Nobody stays in for fear of a fall}
    factors: [the weather]
    indicators:
      - id: out-weekly
        name: People aged 75 and over who go out every week
        kind: outcome
        definition: Share who say that they left the house in each of the last four weeks
        unit: per cent of people asked
        direction: up
        source: Strathbeg Voluntary Action, winter survey
        frequency: every year
        measured_over: financial-year
        baseline: {period: 2012-13, value: 61.0, base: 840}
  how:
    - {action: "A walk with company every day, from six starting points", owner: tsi, partners: [council], due: 2013-11-29, contributes_to: [out-weekly]}
  by_whom: {lead: tsi, post: Chief Officer, accountable_to: Strathbeg Partnership Board}
  when:
    targets:
      - indicator: out-weekly
        values:
          - {period: 2014-15, value: 66.0}
          - {period: 2022-23, value: 75.0}
  risks:
    - {risk: Too few walk leaders, owner: tsi, response: Twenty are trained each spring}
"""

RULE = Rule(
    family="inequality",
    summary="Where outcomes are about people, a measure shows the gap between those who fare worst and the others.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§6, §14, §16, §28"),
        Citation("East Lothian 2013", "3.3"),
        Citation("HMIC 2012", "2.1"),
    ),
    rationale="An average can improve while people in the poorest streets fall further behind. Auditors ask partnerships to direct their efforts at that gap; it has to be measured to be seen.",
    question="What happens to the gap, and not the average?",
    cases={
        "average-only": Case(
            "warning",
            "Give one measure of each such outcome a breakdown: by locality, fifth of deprivation or group, with its baseline and targets; where numbers are too small for that, say so in the measure's definition.",
        )
    },
    on=(Agreement,),
    example_of="outcome",
    bad=_EXAMPLE.replace("- id: falls", "- id: falls  # here").replace("GAP\n", ""),
    good=_EXAMPLE.replace(
        "GAP",
        "        breakdown:\n"
        "          - {of: muirton, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}",
    ),
    check=check,
    requirements=("R50", "R51", "R52"),
    decided="A warning only: the list of national outcomes with most scope to reduce inequality, which an error would rest on, is not in the sources. One outcome of a priority may go without, where another shows the gap; the option sets how many. Outcomes about land, roads or carbon, for one worse-off place or group, or whose words leave doubt, are not asked.",
    options={
        "outcomes": Option(1, "outcomes about people, in a priority that measures a gap elsewhere, that may go without")
    },
)
