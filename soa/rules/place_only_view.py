"""Communities of interest and minorities are asked and measured, and not places alone."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Breakdown
from soa.model.outcome import What
from soa.model.part import HOLE, each, sound
from soa.model.partners import Engagement, Evidence
from soa.rules._plain_words import mentions, says_only, words_of
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject

_ANYBODY = frozenset(
    """
a an the and or of in from for at around across near by with about some all local
person people resident citizen householder household home public member community communities neighbour inhabitant
panel forum council association group meeting area place town village city ward locality neighbourhood street estate
settlement district part north south east west northern southern eastern western central centre middle outer inner
upper lower old new rural urban coast coastal island hundred thousand
""".split()
)
"""Words that say where people live, and nothing else of them."""
_GROUPS = frozenset(
    """
old older elderly aged over young younger youth teenager child pupil student parent mother father family families lone carer woman man
girl boy disabled disability deaf blind autistic dementia learning mental lgbt lgbti gay lesbian bisexual transgender
ethnic minority minorities black asian polish roma gypsy traveller refugee migrant asylum faith church mosque veteran offender
prisoner homeless tenant patient worker employee employer business claimant unemployed poor low looked-after
care-experienced leaver survivor victim volunteer user interest gaelic language
""".split()
)
"""Words for groups that are no place; any of them will do."""
_FIFTHS = ("fifth", "tenth", "quintile", "decile", "deprived", "everyone")


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look through those who were asked, what was found and what is broken down, for anybody who is not a place."""
    lookup = subject.lookup
    asked = [entry for entry in each(subject.part.engagement) if sound(entry)]
    if subject.part.engagement is HOLE or len(asked) < subject.options["engagement"]:
        return
    places = _place_words(lookup)
    if all(sound(entry.group) and _is_place(entry, places) for entry in asked) and not _any_group(lookup):
        yield Problem(
            "places",
            "everybody who was asked, and every breakdown, is a place: no community of interest or minority appears",
            at=("engagement",),
        )


def _place_words(lookup: Lookup) -> frozenset[str]:
    agreement = lookup.agreement
    area = agreement.agreement.area
    localities = list(lookup.localities.values())
    names = [place.name for place in localities if sound(place.name)]
    names += [name for place in localities for name in each(place.made_of) if sound(name)]
    names += [str(entry.place) for _, entry in lookup.all(Engagement) if sound(entry.place)]
    return words_of([*names, area] if sound(area) else names)


def _is_place(entry: Engagement, places: frozenset[str]) -> bool:
    """Whether those asked are described by where they live alone, and by how many they were."""
    told = " ".join(word for word in entry.group.split() if not any(letter.isdigit() for letter in word))
    return says_only(told, _ANYBODY, places)


def _any_group(lookup: Lookup) -> bool:
    """Whether a group appears in the evidence, in an outcome, or in a breakdown."""
    for _, part in lookup.all(Breakdown):
        if sound(part.of) and part.of not in lookup.localities and not part.of.endswith(_FIFTHS):
            return True
    texts = [entry.finding for _, entry in lookup.all(Evidence) if sound(entry.finding)]
    for _, what in lookup.all(What):
        texts += [text for text in (what.statement, what.for_whom) if sound(text)]
    return any(mentions(text, _GROUPS) for text in texts)


RULE = Rule(
    family="inequality",
    summary="Communities of interest and minority groups appear beside places among those who were asked and measured.",
    authority="submission",
    sources=(Citation("HMIC 2012", "1.4, 2.1"),),
    rationale="People who fare worst do not always live together: care leavers, disabled people or Gypsy/Travellers may be few in every place, and a view by place alone never shows them.",
    question="Who fares badly here and lives in no one place?",
    cases={
        "places": Case(
            "advice",
            "Ask one such group and add it under engagement, such as “Gypsy/Travellers across the area”; or break one measure down by a group.",
        )
    },
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
engagement:  # here
  - {id: eng-north, group: 60 residents of the north area, date: 2012-10-30}
  - {id: eng-south, group: 45 residents of the south area, date: 2012-11-06}
""",
    good="""
soa: 1
engagement:
  - {id: eng-north, group: 60 residents of the north area, date: 2012-10-30}
  - {id: eng-travellers, group: Gypsy/Travellers across the area, date: 2012-11-06}
""",
    check=check,
    requirements=("R55",),
    decided="For the reader of the whole only, as the review asks. Those who were asked are by place only where every word says so; a group that is a place and a people passes, and so does one that appears in the evidence, an outcome or a breakdown.",
    options={"engagement": Option(2, "fewest entries under engagement from which this is judged", least=1)},
    review_only=True,
)
