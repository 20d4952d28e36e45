"""The virtuous cycle of continuous improvement, and the audit's four questions: which part of an agreement, and which rule, belongs to which.

Both are Audit Scotland's (Improving community planning in Scotland, March 2013): the cycle is Exhibit 3, the four questions
stand in paragraph 71. Which rows of the register of requirements (R01 to R140) belong to which part of the cycle was decided
when the register was made; a rule belongs where the requirements that it serves belong.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final, NamedTuple

from soa.rules import all_rules

SERVES_THE_WHOLE: Final = "whole"
"""Where what keeps the file itself in order belongs: ids, references, exceptions, plain slips of form."""


class CyclePart(NamedTuple):
    """One part of the cycle."""

    key: str
    title: str
    labels: tuple[str, ...]
    """What Exhibit 3 writes around it."""
    about: tuple[str, ...]
    """The parts of an agreement that belong to it: top-level keys, or keys of an outcome."""
    requirements: frozenset[int]
    """The numbers of the requirements that belong to it."""


def _rows(said: str) -> frozenset[int]:
    """Numbers from words such as `1-3 6`."""
    found: set[int] = set()
    for word in said.split():
        first, _, last = word.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


CYCLE: Final = (
    CyclePart(
        "leadership",
        "Strong shared leadership supported by effective governance",
        (),
        ("partners", "by_whom", "governance", "sign_off"),
        _rows("27 36 80-97"),
    ),
    CyclePart(
        "communities",
        "Working with, and for, communities",
        (
            "meaningful community consultation",
            "locality-based planning and service delivery",
            "effective community consultation and engagement",
        ),
        ("engagement", "localities", "assessments", "services"),
        _rows("54 55 99-105 135 138"),
    ),
    CyclePart(
        "priorities",
        "Ambitious shared improvement priorities",
        (
            "the agreement as a true plan for place",
            "improvement targets focused on equalities outcomes",
            "a shared vision for public sector reform, driven by the partnership",
        ),
        ("vision", "priorities", "what", "when"),
        _rows("1-3 6-8 11-24 26 28-35 37 40 41 50-53"),
    ),
    CyclePart(
        "resources",
        "Robust planning and alignment of resources to agreed goals",
        (
            "partnership prevention plans",
            "shared workforce development",
            "joint asset planning",
            "partners' resources directed to agreed improvement areas",
        ),
        ("how", "prevention", "resources", "risks"),
        _rows("4 5 56-79 136 137"),
    ),
    CyclePart(
        "performance",
        "Effective performance management, scrutiny and challenge",
        (
            "meaningful, relevant performance data",
            "robust challenge and holding to account by boards",
            "effective external scrutiny",
        ),
        ("indicators", "evidence", "asks", "escalation"),
        _rows("38 39 42-49 106-111 113-115 119-122 124 125 129-134"),
    ),
    CyclePart(
        "review",
        "Review of outcomes and a culture of self-evaluation",
        (
            "improved outcomes for communities, and impact that can be shown",
            "robust self-evaluation by partnerships",
            "critical review of partnership working and its effectiveness",
        ),
        ("self_evaluation", "evaluation", "development_plan"),
        _rows("25 112 116-118 123 126-128"),
    ),
)
"""The centre of the cycle first, then its five parts in the order in which each leads to the next."""


class AuditQuestion(NamedTuple):
    """One of the four questions that the audits of partnerships ask."""

    key: str
    question: str
    about: tuple[str, ...]
    """The parts of an agreement that answer it: keys, as in the parts of the cycle."""
    families: frozenset[str]
    """The families of rules whose questions belong to it."""


AUDIT_QUESTIONS: Final = (
    AuditQuestion(
        "priorities",
        "Has the partnership agreed clear improvement priorities for its area?",
        ("vision", "priorities", "evidence", "not_chosen", "engagement", "resources"),
        frozenset({"priorities", "resources", "engagement"}),
    ),
    AuditQuestion(
        "governance",
        "Has it established effective governance and accountability arrangements?",
        ("board", "how_decisions_bind", "considered_by", "groups", "escalation", "sign_off"),
        frozenset({"governance", "progress"}),
    ),
    AuditQuestion(
        "leadership",
        "Has it shown effective shared leadership?",
        ("by_whom", "plan_alignment", "roles", "induction", "self_evaluation"),
        frozenset({"ownership"}),
    ),
    AuditQuestion(
        "outcomes",
        "Has it delivered better outcomes for local communities?",
        ("what", "when", "gap", "prevention", "evaluation"),
        frozenset({"outcomes", "indicators-and-targets", "statistics", "inequality", "prevention", "actions"}),
    ),
)
"""In the order of Audit Scotland 2013, paragraph 71."""


@cache
def parts_of_rules() -> dict[str, str]:
    """For each rule the key of its part of the cycle: where most of the requirements belong that it serves."""
    return {name: _part_of(rule.requirements) for name, rule in all_rules().items()}


def _part_of(requirements: tuple[str, ...]) -> str:
    numbers = [int(one.removeprefix("R")) for one in requirements]
    votes = Counter(part.key for part in CYCLE for number in numbers if number in part.requirements)
    return votes.most_common(1)[0][0] if votes else SERVES_THE_WHOLE


@cache
def questions_of_rules() -> dict[str, str]:
    """For each rule the key of the audit's question that it bears on; none for what keeps the file in order."""
    by_family = {family: one.key for one in AUDIT_QUESTIONS for family in one.families}
    return {name: by_family[rule.family] for name, rule in all_rules().items() if rule.family in by_family}
