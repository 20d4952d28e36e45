"""No one post answers for more than one person can do."""

from collections import defaultdict
from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.outcome import Outcome
from soa.model.part import sound
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_TITLES = frozenset(
    "head of service services manager area team leader locality lead senior officer co-ordinator coordinator project officer "
    "principal the a service".split()
)
"""Words of titles that several people may hold at once: “Service Manager”, “Team Leader”."""
_SEVERAL = ("managers", "leaders", "officers", "teachers", "heads", "directors", "nurses", "chiefs", "executives")

_Post = tuple[str, str]


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Count what each post of each partner leads and owns."""
    led: dict[_Post, list[Path]] = defaultdict(list)
    owned: dict[_Post, list[Path]] = defaultdict(list)
    for path, outcome in subject.lookup.all(Outcome):
        whom = outcome.by_whom
        if outcome.state != "stopped" and sound(whom.post) and sound(whom.lead):
            at = whom.employer if sound(whom.employer) else whom.lead
            led[at, " ".join(whom.post.lower().split())].append((*path, "by_whom", "post"))
    for path, action, _ in subject.lookup.all_actions:
        if action.state not in {"done", "stopped"} and sound(action.post) and sound(action.owner):
            owned[action.owner, " ".join(action.post.lower().split())].append((*path, "post"))
    for post in dict.fromkeys([*led, *owned]):
        if _one_person(post[1]):
            yield from _too_many(subject, post, led.get(post, []), owned.get(post, []))


def _one_person(post: str) -> bool:
    """Whether the words name a post that one person holds."""
    words = post.split()
    return not set(words) <= _TITLES and not any(word in _SEVERAL for word in words)


def _too_many(subject: Subject[Agreement], post: _Post, led: list[Path], owned: list[Path]) -> Iterator[Problem]:
    counted = [
        f"{verb} {len(paths)} {what} ({subject.options[what]} at most)"
        for verb, what, paths in (("leads", "outcomes", led), ("owns", "actions", owned))
        if len(paths) > subject.options[what]
    ]
    if counted:
        first, *others = [*led, *owned]
        partner, _ = post
        yield Problem(
            "too-many",
            f"the {_written(subject, first)} at {subject.lookup.called([partner])} {' and '.join(counted)}",
            at=first,
            related=tuple((other, "and here") for other in others[:20]),
        )


def _written(subject: Subject[Agreement], path: Path) -> str:
    """The post as the file writes it."""
    part: object = subject.part
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)  # type: ignore[index]
    return str(part)


RULE = Rule(
    family="ownership",
    summary="No one post answers for more outcomes or actions than one person can see to.",
    authority="practice",
    sources=(Citation("HMIC 2012", "1.7, 3.3"), Citation("Audit Scotland 2013", "§31, §36")),
    rationale="A name beside everything is a name beside nothing. The numbers are starting values, not fixed by any source.",
    question="Which of these will this person see to first, and who sees to the rest?",
    cases={
        "too-many": Case(
            "warning", "Name for some of them the post that does the work, or a deputy at another partner."
        )
    },
    on=(Agreement,),
    example_of="another",
    bad="""
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: nhs-beg
  rank: 2
  not_yet: {missing: The actions and targets of this priority, owner: council, due: 2013-06-30}
  outcomes:
    - id: leavers
      by_whom: {lead: hscp, post: Chief Officer}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: apprentices
      by_whom: {lead: hscp, post: Chief Officer}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: carers
      by_whom: {lead: hscp, post: Chief Officer}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: firms
      by_whom: {lead: hscp, post: Chief Officer}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
""",
    good="""
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: nhs-beg
  rank: 2
  not_yet: {missing: The actions and targets of this priority, owner: council, due: 2013-06-30}
  outcomes:
    - id: leavers
      by_whom: {lead: hscp, post: Chief Officer}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: apprentices
      by_whom: {lead: nhs-beg, post: Director of Human Resources}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
""",
    check=check,
    requirements=("R81", "R94"),
    decided="A title that several people may hold, such as Service Manager or Team Leader, is not counted, and the same title at two partners is two posts.",
    options={
        "outcomes": Option(4, "outcomes that one post may lead", least=1),
        "actions": Option(15, "actions, not yet done, that one post may own", least=1),
    },
)
