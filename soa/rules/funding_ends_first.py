"""Money that ends before the work does says what follows."""

from collections.abc import Iterator
from datetime import date

from soa.language.sentence import listed
from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.model.resources import Resource
from soa.model.scalars import Moment
from soa.rules._giving import Line, fund, outcomes_of
from soa.rules._plain_words import says_only
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_TO_BE_SEEN = frozenset(
    """
a all alternative and any as at available be being beyond by considered decided determined discussed explore explored
for fund funding further future identified identify in is look nearer need not of on option other partner possible
potential review reviewed seek sought source still subject sustainability tbc the this time to under will with yet
""".split()
)
"""Words that put the question off."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the end of each fund with the last target that it serves; all that ends with one fund is one finding."""
    funds: dict[tuple[str, str], list[tuple[Line, Moment]]] = {}
    for path, line in subject.lookup.all(Resource):
        if not sound(line.ends) or _says_what_follows(line) or sound(line.not_yet) or _is_one_off(line):
            continue
        outcomes = outcomes_of(line, subject.lookup)
        last = max((day for outcome in outcomes for day in _targets(outcome)), key=_ends, default=None)
        if last is None or last.last_day <= line.ends.last_day or _is_finished(line, line.ends, outcomes):
            continue
        source = fund(line)
        funds.setdefault((source, line.ends), []).append(((path, line), last))
    for (source, ends), found in funds.items():
        names = sorted({subject.lookup.called([line.partner]) for (_, line), _ in found if sound(line.partner)})
        last = max((last for _, last in found), key=_ends)
        whose = f"what {listed(names) or 'a partner'} give{'' if len(names) > 1 else 's'}" + (
            f" from {source}" if source else ""
        )
        yield Problem(
            "nothing-after",
            f"{whose} ends ({ends}) before the last target that it serves ({last}), and nothing says what follows",
            at=(*found[0][0][0], "ends"),
            related=tuple(((*path, "ends"), "this ends with it") for (path, _), _ in found[1:]),
        )


def _says_what_follows(line: Resource) -> bool:
    """Whether what comes after is said, and not only that it will be looked at."""
    return given(line.after) and not (sound(line.after) and says_only(line.after, _TO_BE_SEEN))


def _ends(moment: Moment) -> date:
    return moment.last_day


def _targets(outcome: Outcome) -> Iterator[Moment]:
    for target in each(outcome.when.targets):
        for value in each(target.values):
            if sound(value.period):
                yield value.period


def _is_one_off(line: Resource) -> bool:
    """Whether it is bought or built once, or pays for a beginning."""
    if line.kind in {"building", "equipment"} or line.source == "capital":
        return True
    said = " ".join(text.lower() for text in (line.what, line.expects) if sound(text))
    return any(word in said for word in ("start-up", "set-up", "setting up", "starting up", "one-off", "once only"))


def _is_finished(line: Resource, ends: Moment, outcomes: list[Outcome]) -> bool:
    """Whether it serves outcomes in which all that its partner does is done by then, and others go on."""
    actions = [action for outcome in outcomes for action in outcome.how if sound(action)]
    own = [action for action in actions if action.owner == line.partner]
    others = [action for action in actions if action.owner != line.partner]
    return (
        all(any(name == outcome.id for outcome in outcomes) for name in each(line.serves))
        and bool(own)
        and all(sound(action.due) and action.due.last_day <= ends.last_day for action in own)
        and any(
            action.standing is True or (sound(action.due) and action.due.last_day > ends.last_day) for action in others
        )
    )


RULE = Rule(
    family="resources",
    summary="Where a fund ends before the last target that it serves, the agreement says what follows.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§26, §49"),
        Citation("HMIC 2012", "1.4, 3.5, 3.6"),
        Citation("Grampian 2012", "S3 Q5"),
    ),
    rationale="Short-term money starts work that then has no budget. What follows has to be decided before the fund ends, and people and third sector bodies need to know it.",
    question="What happens in the month after this fund ends?",
    cases={
        "nothing-after": Case(
            "warning",
            "Say under after who pays from then on, or that the work stops and why the target still holds.",
        )
    },
    on=(Agreement,),
    example_of="resources",
    bad="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, amount: 410000, certainty: firm, basis: Budget book}
  - partner: council
    serves: [older-people]
    kind: people
    source: change-fund
    preventive: true
    ends: 2015-03-31  # here
    years:
      - {year: 2013-14, whole_time: 3.5, basis: Adaptations team}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    source: change-fund
    preventive: true
    ends: 2015-03-31
    years:
      - {year: 2013-14, hours: 3000, basis: Sixty volunteers for an hour a week}
""",
    good="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, amount: 410000, certainty: firm, basis: Budget book}
  - partner: council
    serves: [older-people]
    kind: people
    source: change-fund
    preventive: true
    ends: 2015-03-31
    after: The adaptations budget pays for the team from April 2015
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
    requirements=("R70",),
    decided="Entries of one source that end on one day are one fund, and one finding. An after that only puts the question off (“To be reviewed”) is no answer. Only an end that is written counts: a change fund whose end is not given is not guessed at. Work designed to finish is told by its partner having no later action in the outcomes that the entry names.",
)
