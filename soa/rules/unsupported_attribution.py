"""A change is put down to the partnership only where something shows it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from soa.model.outcome import Priority
from soa.model.part import sound
from soa.model.partners import Evidence
from soa.rules._figures import sentences
from soa.rules._reported import REPORTING, reported
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._wording import any_case

_OURS = (
    r"(?:our|us|the\s+partnership(?:'s|’s)?|this\s+partnership(?:'s|’s)?|partnership\s+work(?:ing)?|joint\s+work(?:ing)?|joined[- ]up\s+work(?:ing)?|"
    r"working\s+together|community\s+planning|the\s+(?:community\s+planning\s+)?partners|(?:this|the\s+(?:last|previous|first|old))\s+(?:single\s+outcome\s+)?agreement|"
    r"the\s+(?:last|previous|first)\s+soa|the\s+soa|multi-agency\s+work(?:ing)?)"
)
_SIGNS = (
    "thanks", "result", "because of", "due to", "owing to", "through", "led to", "brought about", "delivered", "produced", "caused", "achieved", "secured",
    "driven", "cut", "reduced", "halved", "raised", "lowered", "increased", "doubled", "improved", "transformed",
)  # fmt: skip
"""Without one of these nothing is claimed; a quick look spares most sentences the long one."""
_CHANGE = (
    r"(?:fell|fallen|falling|dropped|declined|decreased|rose|risen|grew|grown|improved|increased|reduced|halved|doubled|trebled|cut|lower(?:ed)?|higher|fewer|"
    r"(?:fall|drop|decline|decrease|reduction|rise|increase|improvement|growth)\s+(?:of|in)|(?:is|are|was|were)\s+(?:now\s+)?(?:down|up)|better\s+outcomes|improved\s+outcomes)"
)
_BECAUSE = rf"\b(?:thanks(?:\s+largely|\s+mainly)?\s+to|(?:as\s+)?a\s+(?:direct\s+)?result\s+of|because\s+of|(?:mainly\s+|largely\s+)?due\s+to|owing\s+to|through)\s+(?:(?:all|the|hard|good|excellent|strong|effective|close|success\s+of|work\s+of|efforts\s+of|impact\s+of)\s+)*{_OURS}\b"
_LED = (
    rf"\b{_OURS}\b(?:\s+[\w'’-]+){{0,5}}?\s+(?:has|have|had)?\s*(?:directly\s+)?(?:led\s+to|resulted\s+in|brought\s+about|delivered|produced|caused|achieved|secured|driven|cut|reduced|halved|"
    r"raised|lowered|increased|doubled|improved|transformed)\b"
)
_HEDGED = (
    r"\b(?:contribut\w*|help(?:s|ed|ing)?|part(?:ly)?|role|may|might|could|would|should|will|can|cannot|expect\w*|hop(?:e|es|ed|ing)|aim\w*|intend\w*|plan(?:s|ned)?|want\w*|if|unless|until|"
    r"not|no|nobody|nothing|never|whether|unclear|so\s+that|in\s+order|to\s+ensure|must|need\w*|unlikely|perhaps|probably|evaluat\w*|compar\w*|trial\w*|control|"
    r"stud(?:y|ies)|researchers?|audit\w*|like\s+areas|similar\s+areas|elsewhere|other\s+areas)\b"
)
_DONE = (
    r"\b(?:places|sessions|classes|visits|homes\s+(?:insulated|fitted|built)|referrals|appointments|staff|volunteers?|members|hours|funding|budgets?|spend(?:ing)?|duplication|"
    r"forms|meetings|buses|routes|trained|courses|membership|attendances?\s+at|take-?up|savings|costs?)\b"
)


def check(subject: Subject[Any]) -> Iterator[Problem]:
    """Read what a part reports for causes that are its authors' own work."""
    part = subject.part
    if _is_direct(part) or _is_evaluation(part):
        return
    for at, text in reported(part):
        told = sentences(text)
        for sentence, after in pairwise([*told, ""]):
            words = _claimed(sentence)
            if words and not any_case(_HEDGED).search(after):
                yield Problem(
                    "unsupported",
                    f"“{words}”: a change is put down to the partnership, and nothing shows that it was",
                    at=at,
                )
                break


def _claimed(sentence: str) -> str:
    """The words that put a change down to the authors' own work; empty where there are none, or they are hedged."""
    low = sentence.lower()
    if not any(word in low for word in _SIGNS):
        return ""
    cause = any_case(_BECAUSE).search(sentence) or any_case(_LED).search(sentence)
    if not cause or not any_case(rf"\b{_CHANGE}\b").search(sentence):
        return ""
    return "" if any_case(_HEDGED).search(sentence) or any_case(_DONE).search(sentence) else " ".join(cause[0].split())


def _is_direct(part: Any) -> bool:
    """Whether all of a priority's outcomes are directly in the partners' hands."""
    return (
        isinstance(part, Priority)
        and bool(part.outcomes)
        and all(
            sound(outcome) and sound(outcome.what) and outcome.what.influence == "direct" for outcome in part.outcomes
        )
    )


def _is_evaluation(part: Any) -> bool:
    """Whether a finding is that of an evaluation or of research, which may well say what caused what."""
    return isinstance(part, Evidence) and (
        part.kind in ("evaluation", "research") or (sound(part.source) and "evaluat" in part.source.lower())
    )


RULE: Rule[Any] = Rule(
    family="progress",
    summary="A change for people or places is put down to the partnership only where an evaluation or a comparison shows it.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§24, §26, §54"), Citation("HMIC 2012", "2.1")),
    rationale="Unemployment falls for many reasons, and falls elsewhere too. A partnership that claims all of it has to answer for all of it when it rises; one that says what it did, and what came of that, is believed.",
    question="How do you know that it was you?",
    cases={
        "unsupported": Case(
            "warning",
            "Say what you did and what came of it for those you reached, and how the change compares with other areas; or write “contributed to”; or name the evaluation.",
        )
    },
    on=REPORTING,
    example_of="place",
    bad="""
place:
  text: Thanks to our partnership, unemployment in Strathbeg fell by a tenth.  # here
""",
    good="""
place:
  text: >-
    Unemployment in Strathbeg fell by a tenth, about as much as in like areas; our programme placed 310 people, of whom
    190 were still in work a year later.
""",
    check=check,
    requirements=("R29", "R112"),
    decided="It reads only texts that report, and speaks only where three things stand in one sentence: a word of cause, the authors' own work, and a change that has happened. “Contributed to”, causes that lie elsewhere, outputs, evaluations and comparisons pass, and so do priorities whose outcomes are all marked direct.",
)
