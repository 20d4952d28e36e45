"""What will be done says who does it."""

import re
from collections.abc import Iterator
from functools import cache

from soa.model.agreement import Agreement
from soa.model.texts import PublicText, plain_words, public_texts
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_OWNED = frozenset(
    "action risk response point improvement step milestone criterion missing stops difference measure contribution".split()
)
"""Keys that stand beside an owner of their own."""
_LEFT = frozenset("definition source basis heard finding clause looks_like for_whom unit vision because".split())
"""What is counted or told, and what residents will see."""
_SPOKEN = frozenset({"foreword", "vision"})
"""Sections in which one person or all together speak."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for what will be done by nobody, and for a “we” that could be anybody: one finding of each for a section."""
    seen: dict[tuple[Path, str], list[PublicText]] = {}
    for text in public_texts(subject.part):
        if text.kind == "name" or text.key in _OWNED or text.key in _LEFT or text.section[0] in _SPOKEN:
            continue
        words = plain_words(text.text)
        for case, pattern in (("passive", _passive()), ("we", _we())):
            if pattern.search(words):
                seen.setdefault((text.section, case), []).append(text)
    for (_, case), texts in seen.items():
        pattern = _passive() if case == "passive" else _we()
        found = pattern.search(plain_words(texts[0].text))
        said = " ".join(found[0].split()) if found else ""
        more = f" (and in {len(texts) - 1} more texts of this section)" if len(texts) > 1 else ""
        message = f"“{said}”: it is not said by whom" if case == "passive" else f"“{said}” may be any of the partners"
        yield Problem(
            case, message + more, at=texts[0].path, related=tuple((one.path, "here too") for one in texts[1:6])
        )


@cache
def _passive() -> re.Pattern[str]:
    """`a plan will be developed`, without by and without people who are helped."""
    return re.compile(
        r"(?i)(?<!who )(?<!people )(?<!children )(?<!families )(?<!person )(?<!they )(?<!residents )(?<!patients )(?<!carers )"
        r"\b(?:will|shall|must|should|(?:is|are) to) be "
        r"(?:\w+ly )?(?:\w{2,}(?:ed|en)|set|made|put|held|built|begun|done|brought|kept|led|drawn)\b"
        r"(?! (?:\w+ ){0,6}by )"
    )


@cache
def _we() -> re.Pattern[str]:
    return re.compile(r"\b[Ww]e (?:will|shall|must|should|are going to|aim to|commit to|intend to) \w+")


RULE = Rule(
    family="plain-english",
    summary="What will be done says who does it.",
    authority="audit-recommendation",
    sources=(Citation("Audit Scotland 2013", "§19, §36"), Citation("HMIC 2012", "1.8")),
    rationale="“A plan will be developed” binds nobody. Where an owner stands beside the words, as in an action, the words need not say it again.",
    question="Who will do this?",
    cases={
        "passive": Case("advice", "Name the partner: “NHS Orran writes the winter plan by October 2013”."),
        "we": Case("advice", "Name the partners that are meant."),
    },
    on=(Agreement,),
    example_of="prevention",
    bad="""
prevention:
  statement: A plan will be developed so that classes come before the fall and not after it.  # here
  how_we_will_know:
    decisive_shift: [prevention-share]
    improving_outcomes: [home.still-home]
    reducing_future_need: [home.still-home]
    controlling_costs: [home.bed-cost]
""",
    good="""
prevention:
  statement: The health board and the council plan classes that come before the fall and not after it.
  how_we_will_know:
    decisive_shift: [prevention-share]
    improving_outcomes: [home.still-home]
    reducing_future_need: [home.still-home]
    controlling_costs: [home.bed-cost]
""",
    check=check,
    requirements=("R05", "R138"),
    decided="For readers of the whole only (review): the format asks every action, risk and improvement for an owner, so these are passed over, as is what happens to people.",
    review_only=True,
)
