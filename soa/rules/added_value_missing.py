"""A priority says what partners reach together that none would reach alone."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup, given
from soa.model.part import sound
from soa.rules._plain_words import says_only, words_of
from soa.rules._priorities import each_or_all, worked_out
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_TOGETHER = frozenset(
    """
a an the and or of for in on at to by with from into as so that this these those it its is are be been being was were
will would can cannot could should shall must may do does not no none nobody nothing only than then also both each every
any all many more most better best good great greater well very up out we our us they them their who which what where
when how if but through across between within about over much if while whilst because there here such other another
one single alone individual individually own itself themselves isolation isolated separate separately
partner partnership partnering agency body organisation organization sector service public statutory voluntary third
cpp board multi-agency multiagency inter-agency cross-agency cross-cutting
together jointly joint joined joined-up collective collectively collaborate collaborates collaborated collaborating
collaboration collaborative collaboratively cooperate cooperation co-operate co-operation co-operating cooperating
coordinate coordinated coordination co-ordinate co-ordinated co-ordination work working worked works close closely
closer strong stronger strength strengthen strengthened effective effectively efficient efficiently efficiency
effectiveness integrated integrate integration seamless holistic shared share sharing common mutual
approach way basis manner aim goal objective outcome vision commitment committed commit priority agenda purpose ambition
value add adds added adding benefit impact difference result success progress improvement change
needed needs doing done
people person resident citizen community local area place everyone everybody scotland life need
deliver delivers delivered delivering delivery achieve achieves achieved achieving improve improves improved improving
make makes making ensure ensures ensuring support supports supporting supported help helps helping enable enables
enabling provide provides providing bring brings bringing build builds building develop develops developing continue
continues continuing seek strive contribute contributes contribution come play meet meets meeting reach reaches reaching
maximise maximises maximising enhance enhances enhancing promote promotes promoting address addresses addressing tackle
tackles tackling take takes taking
has have had resource use duplication avoid avoids avoiding synergy synergies expertise skill knowledge experience potential
planning plan plans align aligns aligned aligning issue challenge problem require requires requiring response answer
leadership culture trust real really truly money whole whole-system system sum part parts further bringing made lead
important importance key essential vital crucial necessary complex nature
partnership collaborator synergistic ambitious ambitions transform transforms transformed transforming transformation transformational
step change changes harness harnesses harnessing power unlock unlocks unlocking realise realises realising realize weave weaves
weaving fabric web around surround deserve deserves deserved child family families communities citizens empower empowers empowered
empowering offer offers offered resilient resilience thrive thrives thriving flourish flourishes flourishing heart passionate passion
""".split()
)
"""Words that say no more than that partners act together, for good: none of them names a thing, a place or a number."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for an answer with something in it that only working together gives."""
    priorities = worked_out(subject.part)
    yield from each_or_all(
        "absent",
        [index for index, priority in priorities if not given(priority.added_value)],
        len(priorities),
        "it is not said what partners reach together here that none would reach alone",
        "no priority says what partners reach together that none would reach alone",
    )
    names = _names(subject.lookup)
    for index, priority in priorities:
        if sound(priority.added_value) and says_only(priority.added_value, _TOGETHER, names):
            yield Problem(
                "general",
                "this says that partners work together, and not what comes of it that none would reach alone",
                at=("priorities", index, "added_value"),
            )


def _names(lookup: Lookup) -> frozenset[str]:
    """The words of the partners' and the area's names, which say nothing by themselves."""
    area = lookup.agreement.agreement.area
    partners = [partner.name for partner in lookup.partners.values() if sound(partner.name)]
    return words_of([*partners, area] if sound(area) else partners)


RULE = Rule(
    family="priorities",
    summary="Every priority says what partners reach together that none would reach alone.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§12, §26, §43"),
        Citation("Glasgow 2012", "S1 Q7"),
        Citation("North Lanarkshire 2012", "1.7"),
    ),
    rationale="Many partnerships could not show what they add to what each partner would do anyway. That partners work together is a means: the answer names what is joined, such as a team, a budget, a building or a route, or a number.",
    question="What do you reach together here that none of you would reach alone?",
    cases={
        "absent": Case(
            "warning",
            "Add added_value: and name what is joined and what comes of it, such as “One referral route replaces four, so a family tells its story once”.",
        ),
        "general": Case(
            "warning",
            "Name what is joined (a team, a budget, a building, a route) and what comes of it, such as “One referral route replaces four, so a family tells its story once”.",
        ),
    },
    on=(Agreement,),
    example_of="reasons",
    bad="""
why_here: One fall in three that ends in hospital ends in a move to residential care, and more often in Muirton.
added_value: Partners will work closely together in partnership.  # here
lead: hscp
rank: 1
national_outcomes: [15]
policy_priorities: [older-people]
evidence: [ev-falls]
engagement: [eng-falls]
""",
    good="""
why_here: One fall in three that ends in hospital ends in a move to residential care, and more often in Muirton.
added_value: |
  One referral route replaces four, so that a person who falls tells the story once; no partner could close the other three.
lead: hscp
rank: 1
national_outcomes: [15]
policy_priorities: [older-people]
evidence: [ev-falls]
engagement: [eng-falls]
""",
    check=check,
    requirements=("R18",),
    decided="A joint thing or a number is enough, as the review asks. The words are judged only where every one of them is general: one word that is not known to be so, and the text passes.",
)
