"""What the prevention plan counts acts before harm is done, or early."""

import re
from collections.abc import Iterator
from functools import cache

from soa.model.lookup import Lookup
from soa.model.outcome import Action
from soa.model.part import each, sound
from soa.model.resources import Resource
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_REDUCING_OFFENDING = "safer-stronger"
_OFFENDING = ("offend", "prison", "custody", "convict", "community justice")
_PARTS = (
    "acute", "bed", "intensive", "emergency", "ambulance", "response", "crisis", "arrest", "prosecut", "enforce", "detox",
    "rehabilitation", "secure", "residential",
)  # fmt: skip
"""Parts of the words for response to harm: most actions have none of them, and need no closer look."""


def check(subject: Subject[Action | Resource]) -> Iterator[Problem]:
    """Look for words of plain response to harm in actions and resources of the prevention plan."""
    part, path, lookup = subject.part, subject.path, subject.lookup
    if isinstance(part, Action):
        yield from _of_action(part, path, lookup)
    elif part.preventive is True and sound(part.what) and not any(word in part.what.lower() for word in _OFFENDING):
        found = _response().search(part.what)
        if found and not _before_the_next().search(part.what):
            yield Problem(
                "line", f"this is counted as prevention, and “{found[0]}” reads as help once harm is done", at=("what",)
            )


def _of_action(action: Action, path: Path, lookup: Lookup) -> Iterator[Problem]:
    own = path[0] == "prevention"
    if not sound(action.action):
        return
    if action.preventive == "targeted" or action.state == "stopped" or not (own or sound(action.preventive)):
        return
    if _is_about_offending(action, path, lookup):
        return
    lower = action.action.lower()
    found = _response().search(action.action) if any(part in lower for part in _PARTS) else None
    if found and not _before_the_next().search(action.action) and not sound(action.difference):
        yield Problem(
            "response",
            f"this is counted as prevention, and “{found[0]}” reads as help once harm is done",
            at=("action",),
        )


def _is_about_offending(action: Action, path: Path, lookup: Lookup) -> bool:
    """Whether the action, or its priority by its title or its policy priority of 2012, is about offending again."""
    texts = [action.action]
    if path[0] == "priorities" and isinstance(path[1], int):
        priority = lookup.agreement.priorities[path[1]]
        if _REDUCING_OFFENDING in each(priority.policy_priorities):
            return True
        texts += [priority.title] if sound(priority.title) else []
    return any(word in text.lower() for text in texts for word in _OFFENDING)


@cache
def _response() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:acute (?:wards?|beds?|hospitals?|care)|hospital beds?|(?:extra|more|additional|winter) (?:\w+ )?beds?|intensive care"
        r"|emergency (?:(?:\w+ )?accommodation|departments?|response|surgery)|accident and emergency|ambulance response|response times?|crisis (?:teams?|response|beds?)"
        r"|arrests?|prosecut\w+|enforcement|detox\w*|rehabilitation after|secure (?:units?|placements?|places)|residential (?:units?|placements?|places))\b",
        re.IGNORECASE,
    )


@cache
def _before_the_next() -> re.Pattern[str]:
    """Words by which such work is about what comes after it, or about there being less of it."""
    return re.compile(
        r"\b(?:prevent\w*|avoid\w*|instead of|in place of|rather than|fewer|less|reduc\w+|cut|divert\w*|diversion|alternatives?|before|earl(?:y|ier)|first|again"
        r"|after (?:a|one|the first)|repeat|so that|referrals?|brief interventions?|grants?|throughcare|follow\w*|home from|leav\w+|discharge|out of)\b",
        re.IGNORECASE,
    )


RULE: Rule[Action | Resource] = Rule(
    family="prevention",
    summary="Actions of the prevention plan act before harm is done, or early; help in a crisis is counted elsewhere.",
    authority="guidance",
    sources=(
        Citation("Audit Scotland 2013", "§15"),
        Citation("HMIC 2012", "3.6"),
        Citation("North Lanarkshire 2012", "3.7"),
        Citation("Glasgow 2012", "S3 Q5"),
    ),
    rationale="Where help in a crisis is counted as prevention, the plan seems larger than it is, and nothing has moved. Help after one event that prevents the next is prevention.",
    question="Who needs less help later because of this?",
    cases={
        "response": Case(
            "advice",
            "Where it prevents the next event, write preventive: targeted and say in the words which; where it does not, take preventive out and keep the action.",
        ),
        "line": Case(
            "advice",
            "Where it prevents the next event, say in what how; where it does not, take preventive out and keep the line.",
        ),
    },
    on=(Action, Resource),
    example_of="action",
    bad="""
- id: classes
  action: Twelve more beds in the acute ward from December to March  # here
  owner: nhs-beg
  partners: [tsi]
  due: 2013-12-02
  contributes_to: [admissions]
  preventive: early
""",
    good="""
- id: classes
  action: Strength classes for people who have been in the acute ward after a first fall
  owner: nhs-beg
  partners: [tsi]
  due: 2013-12-02
  contributes_to: [admissions]
  preventive: targeted
""",
    check=check,
    requirements=("R63",),
    decided="Words alone decide, so it is advice, and the catalogue's stage of response is not in the format. Work on offending is left alone, by its words or by the national priority that it serves, because that work is preventive by national definition; so is what is marked targeted.",
)
