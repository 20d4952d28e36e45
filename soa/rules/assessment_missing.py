"""The agreement records its equality assessment and its environmental screening, and what came of them."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.part import HOLE, each, sound
from soa.model.partners import Assessment
from soa.rules._plain_words import mentions, says_only
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_ASKED = {"equality": "equality assessment", "environment": "environmental screening"}
_TITLES = {"equality": ("equality", "equalities", "eqia"), "environment": ("environmental", "sea")}
_BARE = frozenset(
    """
not applicable an eqia sea arising from by n a na nil none no nothing required requires require needed need necessary relevant this the to at of for
and an on in is are was there any stage time report paper plan agreement document equality equalities impact assessment
assessments screening environmental strategic group groups wellbeing well-being being well implications implication
proportionate full has have been out carried
""".split()
)
"""The words of an answer that gives no reason."""
_DENIAL = frozenset("no not none nothing nobody neither nor without nil never unlikely".split())
_TROUBLE = frozenset(
    """
cannot barrier barriers excluded exclude excludes exclusion adverse adversely negative negatively disadvantage
disadvantaged disadvantages under-represented underrepresented inaccessible lack lacks lacked fewer poorer worse unable
harm harms harmed difficult difficulty concern concerns discriminate discrimination missing unfair damage damages
""".split()
)
_FIRST_WORDS = 3


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for the two that are asked of every plan, then at what each record says."""
    agreement = subject.part
    if agreement.assessments is HOLE:
        return
    kinds = {one.kind for one in each(agreement.assessments) if sound(one)}
    unread = any(not sound(one) or one.kind is HOLE for one in each(agreement.assessments))
    missing = [said for kind, said in _ASKED.items() if kind not in kinds and not _stands_elsewhere(agreement, kind)]
    if missing and not unread:
        yield Problem(
            "none",
            f"no {' and no '.join(missing)} is recorded",
            at=("assessments",) if each(agreement.assessments) else (),
        )
    for index, one in enumerate(each(agreement.assessments)):
        if sound(one) and sound(one.found) and not sound(one.not_yet):
            yield from _answer(one, index)


def _stands_elsewhere(agreement: Agreement, kind: str) -> bool:
    """Whether a plan referred to, or an appendix, is titled as one; what cannot be read may be."""
    if agreement.plans is HOLE or agreement.appendices is HOLE:
        return True
    titles = [*(plan.title for plan in each(agreement.plans)), *(one.title for one in each(agreement.appendices))]
    return any(sound(title) and mentions(title, _TITLES[kind]) for title in titles)


def _answer(one: Assessment, index: int) -> Iterator[Problem]:
    """A record without a reason, or one that found something and changed nothing."""
    unanswered = not sound(one.led_to) or says_only(one.led_to, _BARE)
    if one.led_to is HOLE or not unanswered:
        return
    if says_only(one.found, _BARE):
        yield Problem(
            "no-reason", "this says that no assessment is needed, and not why", at=("assessments", index, "found")
        )
    elif mentions(one.found, _TROUBLE) and not _begins_with_denial(one.found):
        yield Problem(
            "no-change",
            "this assessment found something, and it is not said what was changed",
            at=("assessments", index),
        )


def _begins_with_denial(text: str) -> bool:
    return mentions(" ".join(text.split()[:_FIRST_WORDS]), _DENIAL)


RULE = Rule(
    family="inequality",
    summary="An equality assessment and an environmental screening are recorded, each with what it found and what was changed.",
    authority="submission",
    sources=(Citation("North Lanarkshire 2012", "1.1"), Citation("East Lothian 2013", "5.1")),
    rationale="Structures, processes and the agreement itself are to be equality proofed. A bare “not applicable” tells nobody that anyone looked. The Environmental Assessment (Scotland) Act 2005 asks public bodies to screen their plans and strategies, too.",
    question="Whom does this plan leave out, and what did you change when you saw it?",
    cases={
        "none": Case(
            "warning",
            "Add an entry under assessments for each: its kind, what it covers, its date, what it found and what it led to; or say with not_yet who will make it, and when.",
        ),
        "no-reason": Case(
            "warning", "Say why, in a sentence: who looked, at what, and what showed that no more was needed."
        ),
        "no-change": Case(
            "warning", "Add led_to: with what was changed, or with the reason why nothing was.", "What did you change?"
        ),
    },
    on=(Agreement,),
    example_of="assessments",
    bad="""
assessments:  # here
  - {kind: equality, covers: The priorities and the board, date: 2013-02-20, found: Not applicable}  # here
""",
    good="""
assessments:
  - {kind: equality, covers: The priorities and the board, date: 2013-02-20, found: No deaf residents took part in the forums, led_to: Sign language at each forum from May 2013}
  - {kind: environment, covers: The whole agreement, date: 2013-02-22, found: Classes and visits use halls and cars that are there already, led_to: No full assessment is needed}
""",
    check=check,
    requirements=("R54",),
    decided="This is equality-proofing-missing of the catalogue, merged with what the review asks about the environment. One record may cover several priorities; one that stands among the plans or in an appendix counts. A screening that gives its reasons for going no further is enough.",
)
