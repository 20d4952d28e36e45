"""An abbreviation is spelt out where it is first used, or stands in a glossary."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from soa.model.agreement import Agreement, Term
from soa.model.part import sound
from soa.model.partners import Partner
from soa.model.texts import PublicText, plain_words, public_texts
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_HOUSEHOLD = frozenset(
    """
NHS UK GP MP MSP MEP EU UN USA US SNP BBC ITV STV TV PC IT HR ID OK PR CV PO BOX CCTV PDF CD DVD DJ VIP ATM MOT VAT PAYE DIY
AGM FAQ COVID SARS HIV AIDS DNA MRI CPR TB A&E MMR BCG HPV ICU IVF BMI GCSE PE PTA QR SMS PIN WIFI UNICEF UNESCO NATO RAF
RNLI RSPB RSPCA NSPCC YMCA YWCA AA RAC BT IKEA ASDA HGV LGV SUV RIP SOS ASAP TBC TBA NB PS PTO RSVP MBE OBE CBE MBA PHD BSC
OAP LGBT LGBTI LGBTQ AM PM BC AD HM HMS QC KC PLC LTD LLP R&D B&B CO CEO VE VJ
""".split()
)
"""What people say aloud by these letters, whatever they stand for; TBC and its like are for other rules."""
_UNITS = frozenset("MW GW TW KW MWH GWH KWH TWH MB GB TB KB KG KM CM MM ML HA DB GBP PH PPM RPM MPH CO CH".split())
_EMPHASISED = frozenset(
    """
a an the and or not no nor all any each every both only must may can will shall should would never always more most less
fewer least new now here first last one two three four five six do does is are be was in on at to for from by with of as if
but so than then our your their we you they it this that these those who what when where how why yes please note free
""".split()
)
_LITTLE = frozenset("a an and the of for in on at to with by".split())
_UNPRINTED = frozenset({"unit", "measured_over", "version"})
_SOURCE = "source"
_SHORTEST, _LONGEST = 2, 8


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Find the first use of each run of capitals, and ask whether anything explains it."""
    texts = [one for one in public_texts(subject.part) if one.key not in _UNPRINTED]
    first: dict[str, PublicText] = {}
    in_words: dict[str, PublicText] = {}
    for text in texts:
        for term in _terms(text.text):
            first.setdefault(term, text)
            if text.key != _SOURCE:
                in_words.setdefault(term, text)
    first = {term: text for term, text in first.items() if term not in _HOUSEHOLD and term not in _UNITS}
    if not first:
        return
    known = _known(subject)
    first = {term: text for term, text in first.items() if term not in known}
    if not first:
        return
    from soa.reference.glossary import abbreviations  # a table that few runs need

    ours = {term.upper(): one for term, one in abbreviations().items()}
    first = {term: text for term, text in first.items() if term not in ours or term in in_words}
    if not first:
        return
    spelt_out = _spelt_out(texts, {len(term.replace("&", "")) for term in first})
    for term, text in first.items():
        if term in spelt_out:
            continue
        if one := ours.get(term):
            yield Problem(
                "known",
                f"“{term}” is not explained anywhere; it stands for {one.stands_for}",
                at=in_words[term].path,
                add=("glossary", {"term": one.term, "means": one.explained}),
            )
        else:
            yield Problem(
                "undefined",
                f"“{term}” is not explained anywhere",
                at=text.path,
                help=f"Spell it out where it is first used, with {term} in brackets after it; or add it to the glossary: {{term: {term}, means: ...}}.",
            )


def _terms(text: str) -> Iterator[str]:
    """The runs of capitals in a text, in the singular; none where capitals are the style of the text."""
    if not _capitals().search(text):
        return
    plain = plain_words(text)
    if plain.isupper() and any(len(word) > _LONGEST for word in plain.split()):
        return
    shouted = {at for run in _shouting().finditer(plain) for at in range(run.start(), run.end())}
    for found in _capitals().finditer(plain):
        term = found[1]
        letters = term.replace("&", "")
        if (
            found.start() not in shouted
            and _SHORTEST <= len(letters) <= _LONGEST
            and not (found[2] and len(letters) < 3)
            and letters.strip("IVX")
            and (term in _HOUSEHOLD or letters.lower() not in _EMPHASISED)
        ):
            yield term


@cache
def _capitals() -> re.Pattern[str]:
    """A run of capitals that is a word of its own: no code, postcode or part of a longer word."""
    return re.compile(r"(?<![\w&.#@£-])([A-Z](?:&?[A-Z])+)(?:[’']?s)?(\d{0,2})(?![\w&@]|[.-]\w)")


@cache
def _shouting() -> re.Pattern[str]:
    """Three words or more in capitals, one after the other: a heading, or emphasis."""
    return re.compile(r"\b[A-Z]{2,}(?:[ ,:’'-]+[A-Z]+\b){2,}")


def _known(subject: Subject[Agreement]) -> set[str]:
    """What the agreement's glossary, the partnership's and its own names explain, and the name that a partner goes by."""
    said = [*subject.settings.glossary, *subject.settings.names]
    said += [one.name for _, one in subject.lookup.all(Partner) if sound(one.name) and " " in one.name.strip()]
    for _, entry in subject.lookup.all(Term):
        said += [text for text in (entry.term, entry.means) if sound(text)]
    terms = [text.strip() for text in said if len(text.split()) == 1]
    return {term for text in said for term in _in_capitals(text)} | {
        term.upper().rstrip("0123456789") for term in terms
    }


def _in_capitals(text: str) -> Iterator[str]:
    return (found[1] for found in _capitals().finditer(text))


def _spelt_out(texts: Iterable[PublicText], lengths: set[int]) -> set[str]:
    """The abbreviations whose words stand beside them in brackets, and those of some lengths that a text's own words begin with."""
    sizes = [size for size in lengths if size > _SHORTEST]
    found: set[str] = set()
    for text in texts:
        found.update(_bracketed(text.text))
        words = (
            [word for word in _words().findall(text.text) if not (word.isupper() and len(word) > 1)] if sizes else ()
        )
        for beginnings in {
            "".join(word[0] for word in words),
            "".join(word[0] for word in words if word.lower() not in _LITTLE),
        }:
            letters = beginnings.upper()
            for size in sizes:
                found.update(letters[at : at + size] for at in range(len(letters) - size + 1))
    return found | {f"{term[0]}&{term[1:]}" for term in found}


def _bracketed(text: str) -> Iterator[str]:
    """`(ADP)`, `(Getting it Right, GIRFEC)` and `ADP (Alcohol and Drug Partnership)`."""
    if "(" not in text:
        return
    for inside in _brackets().findall(text):
        words = [term for term in _in_capitals(inside) if term]
        yield from words
    for found in _before_brackets().finditer(text):
        yield found[1]


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\w[ ]\(([^()\n]{2,80})\)")


@cache
def _before_brackets() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z](?:&?[A-Z])+)s? \((?:the )?[A-Za-z][a-z]+ ")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


RULE = Rule(
    family="plain-english",
    summary="An abbreviation is spelt out once, or stands in a glossary.",
    authority="submission",
    sources=(Citation("North Lanarkshire 2012", "1.1, 1.3, 1.9"), Citation("Grampian 2012", "S1 Q9")),
    rationale="Partners do not share their abbreviations, and residents know none of them. Letters that everybody says, such as NHS or GP, need no explanation.",
    question="What do these letters stand for?",
    cases={
        "undefined": Case("advice", "Spell it out where it is first used, or add it to the glossary."),
        "known": Case("advice", "Add it to the glossary, or spell it out where it is first used.", on=False),
    },
    on=(Agreement,),
    example_of="place",
    bad="""
place:
  text: Strathbeg has 61,000 people. The H&SCP and the CSPG have looked at what they need.  # here
""",
    good="""
place:
  text: Strathbeg has 61,000 people. The Community Safety and Protection Group (CSPG) has looked at what they need.
""",
    check=check,
    requirements=("R138",),
    decided="Advice, once for each abbreviation. For one of those that the program knows (SIMD, GIRFEC, CPP and their like) the entry of the glossary is offered, with its explanation; in the name of a source it is not asked for. Nor is one that a text of the agreement spells out anywhere, because the order of the file is not that of the document.",
)
