"""The words of a report that are the same for every draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from soa.review.gathered import Reader
from soa.review.standing import Mark
from soa.rules._rule import Authority

TITLE: Final = "Challenge report"
NUMBERS: Final = ("no", "one", "two", "three", "four", "five")


class ForReader(NamedTuple):
    """What differs by who reads: the tone, and who concludes; never the questions."""

    intro: str
    concludes: str
    to_be_written: str


FOR_READER: Final[Mapping[Reader, ForReader]] = {
    "director": ForReader(
        "For the partnership, from its location director. Each question names the place in the draft that it is about, what "
        "it rests on, and what a good answer looks like.",
        "The location director’s conclusion",
        "To be written by the location director: ready to agree, agree with development points, or not yet; and why. "
        "It is never worked out from what follows.",
    ),
    "officer": ForReader(
        "For whoever drafts: the questions that a location director will read before the draft goes to the Scottish "
        "Government, each with what to write.",
        "Our own conclusion before we send it",
        "To be written by those who send the draft: is it ready to be agreed, and what should be settled first? "
        "It is never worked out from what follows.",
    ),
    "peer": ForReader(
        "For a conversation between partnerships: questions that one would put to a neighbour, each with the place in the "
        "draft and what it rests on.",
        "The peer reviewers’ conclusion",
        "To be written by the peer reviewers: ready to agree, agree with development points, or not yet; and why. "
        "It is never worked out from what follows.",
    ),
    "audit": ForReader(
        "For internal audit and external scrutiny: questions of the draft as it stands, each with its place and the paragraph "
        "that it rests on. They are questions, and not findings of an audit.",
        "The auditors’ conclusion",
        "To be written by the auditors, with their own evidence. It is never worked out from what follows.",
    ),
}

VERDICTS: Final = {
    "ready-to-agree": "Ready to agree",
    "agree-with-development-points": "Agree with development points",
    "not-yet": "Not yet",
}

MARKS: Final[Mapping[Mark, str]] = {"answered": "●", "thin": "◉", "missing": "○"}
"""A shape for each word, so that neither stands alone: all three are in the fonts that are shipped."""
KEY: Final = (
    f"{MARKS['answered']} answered. {MARKS['thin']} thin: something is said, and it will not hold yet. "
    f"{MARKS['missing']} missing: nothing that can be used."
)

QUESTIONS: Final = {
    "what": "What will improve?",
    "how": "How?",
    "by_whom": "By whom?",
    "when": "By when?",
}

AUTHORITY: Final[Mapping[Authority, str]] = {
    "law": "The law asks for this",
    "guidance": "The guidance asks for this",
    "audit-recommendation": "The audit recommends this",
    "audit-finding": "The audit found this wanting elsewhere",
    "submission": "We would ask this; so did evidence to Parliament",
    "practice": "We would ask this, from practice",
    "arithmetic": "The draft’s own figures or dates raise this",
    "format": "The form of the file asks for this",
}

SPEAK_FOR: Final[Mapping[Authority, tuple[str, ...]]] = {
    "law": ("2015 Act", "2005 Act"),
    "guidance": ("Guidance 2012", "Audit Scotland 2013"),
    "audit-recommendation": ("Audit Scotland 2013",),
    "audit-finding": ("Audit Scotland 2013",),
}
"""The documents whose word each authority is: what others say too is not printed under its name."""

THEMES: Final = {
    "owner": "Who answers for it",
    "prevention": "The plan for prevention",
    "what": "What will improve",
    "how": "How it will be done",
    "when": "How far, and by when",
    "money": "Money, staff and buildings",
    "gap": "The gap between people and places",
    "leadership": "Shared leadership",
    "first-year": "The first year",
    "measure": "How it will be known",
    "alignment": "Partners’ own plans and boards",
    "added-value": "What partners reach only together",
    "contribution": "What each partner puts in",
    "people": "The people it is for",
    "evidence": "What it rests on",
    "governance": "Who answers to whom",
    "to-come": "What is still to be settled",
    "figures": "Figures that do not agree",
    "focus": "What was chosen, and what was not",
    "risk": "What could stop it",
    "other": "Points of the partnership’s own",
    "wording": "Wording",
    "form": "Slips of form",
}
"""By `soa.review.weights.THEMES`."""

STATES: Final = {
    "open": "open",
    "answered": "answered",
    "closed": "closed",
    "withdrawn": "withdrawn",
    "agreed-for-later": "agreed for later",
}


def counted(number: int, one: str, several: str) -> str:
    """`one question`, `five questions`, `12 questions`."""
    return f"{NUMBERS[number] if number < len(NUMBERS) else f'{number:,}'} {one if number == 1 else several}"
