"""Cuts a text into words with their places, and brings each word back to its plain form."""

import re
from collections.abc import Container
from itertools import islice
from typing import NamedTuple

MOST_WORDS = 240
"""A statement's meaning is decided in its first words; reading no further keeps any text cheap."""

MOST_CHARACTERS = 4_000

_PIECE = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*|[%£$€&≤≥<>]|[^\w\s]")

_QUOTATION_MARKS = frozenset("'\"‘’“”‚„«»`´")
_IRREGULAR_NOUNS = {
    "people": "person", "persons": "person", "children": "child", "men": "man", "women": "woman", "lives": "life",
    "wives": "wife", "midwives": "midwife", "selves": "self", "thieves": "thief", "teeth": "tooth", "feet": "foot", "mice": "mouse", "criteria": "criterion", "curricula": "curriculum", "deaths": "death",
    "analyses": "analysis", "diagnoses": "diagnosis", "bases": "base", "crises": "crisis", "indices": "index",
    "halves": "half", "leaves": "leave", "buses": "bus", "gases": "gas", "statuses": "status",
    "viruses": "virus", "media": "media", "data": "data", "news": "news", "species": "species", "series": "series",
    "premises": "premises", "diabetes": "diabetes", "measles": "measles", "mumps": "mumps", "rabies": "rabies", "scabies": "scabies", "rickets": "rickets", "tuberculosis": "tuberculosis", "earnings": "earnings",
    "savings": "savings", "arrears": "arrears", "proceedings": "proceedings", "findings": "finding", "lens": "lens",
    "sales": "sale", "aids": "aids", "abs": "abs", "does": "do", "has": "have", "goes": "go", "is": "be", "are": "be",
    "was": "be", "were": "be", "been": "be", "being": "be", "homeless": "homeless", "hours": "hour", "houses": "house",
    "courses": "course", "nurses": "nurse", "cases": "case", "places": "place", "offences": "offence", "its": "its",
    "offenses": "offence", "offense": "offence", "licences": "licence", "licenses": "licence", "classes": "class",
    "businesses": "business", "losses": "loss", "buss": "bus", "wellness": "wellness", "this": "this", "thus": "thus",
    "as": "as", "us": "us", "less": "less", "across": "across", "various": "various", "always": "always",
    "gaelic": "gaelic", "works": "works", "sports": "sport", "arts": "art", "gps": "gp", "pcs": "pc", "ftes": "fte",
}  # fmt: skip
_IRREGULAR_VERBS = {
    "built": "build", "given": "give", "gave": "give", "held": "hold", "made": "make", "taken": "take", "took": "take",
    "sent": "send", "seen": "see", "spent": "spend", "paid": "pay", "done": "do", "did": "do", "met": "meet",
    "found": "find", "taught": "teach", "written": "write", "brought": "bring", "undertaken": "undertake",
    "begun": "begin", "sold": "sell", "bought": "buy", "lent": "lend", "kept": "keep", "left": "leave", "lost": "lose",
    "won": "win", "drawn": "draw", "shown": "show", "known": "know", "caught": "catch", "fed": "feed", "led": "lead",
    "said": "say", "felt": "feel", "upheld": "uphold", "told": "tell", "heard": "hear", "got": "get", "gotten": "get", "had": "have",
    "having": "have", "went": "go", "gone": "go", "came": "come", "became": "become", "grew": "grow", "grown": "grow",
    "fallen": "fall", "fell": "fall", "risen": "rise", "rose": "rise", "driven": "drive", "chosen": "choose",
    "set": "set", "put": "put", "cut": "cut", "hit": "hit", "shut": "shut", "born": "bear", "dealt": "deal",
    "dying": "die", "lying": "lie", "bred": "breed", "slept": "sleep", "drunk": "drink", "drank": "drink",
    "eaten": "eat", "thrown": "throw", "stolen": "steal", "broken": "break", "laid": "lay", "oversaw": "oversee",
    "overseen": "oversee", "begins": "begin", "retrofitted": "retrofit", "outfitted": "outfit", "input": "input",
    "swept": "sweep", "dug": "dig", "sown": "sow", "mown": "mow", "lit": "light", "rebuilt": "rebuild",
    "redrawn": "redraw", "rewritten": "rewrite", "withheld": "withhold", "hung": "hang", "sewn": "sew", "sworn": "swear",
    "hurt": "hurt", "let": "let", "quit": "quit", "run": "run", "ran": "run", "understood": "understand", "withdrawn": "withdraw",
}  # fmt: skip
_AUXILIARIES = {
    "is": ("be", "s"), "are": ("be", "s"), "was": ("be", "s"), "were": ("be", "s"), "been": ("be", "ed"), "being": ("be", "ing"),
    "has": ("have", "s"), "had": ("have", "ed"), "having": ("have", "ing"), "does": ("do", "s"),
}  # fmt: skip
_KEEP_S = ("ss", "us", "is", "ics")
_ES = ("sses", "shes", "ches", "xes", "zes")
_PARTICLES = ("-out", "-off", "-down", "-up", "-on")
_PREFIXES = ("re-", "co-", "pre-")
_INFLECTED = frozenset("gds")
"""The last letters of -ing, -ed and -s."""


class Word(NamedTuple):
    """One word or sign of a text: as written in small letters, its plain form, and its place in the text."""

    text: str
    lemma: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Cut ``text`` into words and signs, in order; at most the first few hundred.

    Places are offsets into ``text`` itself, in code points. Quotation marks are passed over.
    """
    return [Word(small, singular(small), start, end) for small, start, end in pieces(text)]


def pieces(text: str) -> list[tuple[str, int, int]]:
    """The words and signs of ``text`` in small letters, each with its start and end."""
    found = [
        (match[0].lower(), *match.span()) for match in islice(_PIECE.finditer(text, 0, MOST_CHARACTERS), MOST_WORDS)
    ]
    return [piece for piece in found if piece[0] not in _QUOTATION_MARKS]


def singular(word: str) -> str:
    """The plain form of a noun: ``libraries`` gives ``library``, ``children`` gives ``child``."""
    if word in _IRREGULAR_NOUNS:
        return _IRREGULAR_NOUNS[word]
    if word[-1:] != "s" or len(word) < 4:
        return word
    if word[-2] in "'’":
        return singular(word[:-2])
    if word.endswith(_KEEP_S):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    return word[:-2] if word.endswith(_ES) else word[:-1]


def verb(word: str, known: Container[str]) -> tuple[str, str]:
    """The plain form of ``word`` as one of the ``known`` verbs, and its form.

    The form is ``base``, ``s``, ``ed`` (past or participle) or ``ing``; both are empty when no known verb fits.
    """
    if word in _AUXILIARIES:
        return _AUXILIARIES[word] if _AUXILIARIES[word][0] in known else ("", "")
    if word in _IRREGULAR_VERBS:
        base = _IRREGULAR_VERBS[word]
        return (base, "ed") if base in known else ("", "")
    if word[-1] in _INFLECTED:
        for ending in ("ing", "ed", "s"):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                for base in _stems(word, ending):
                    if base in known:
                        return base, ending
    if word in known:
        return word, "base"
    stem = word.rpartition("-")[0] if word.endswith(_PARTICLES) else ""
    if not stem and word.startswith(_PREFIXES):
        stem = word.partition("-")[2]
    if stem:
        return verb(stem, known)
    return verb(word.replace("iz", "is"), known) if "iz" in word else ("", "")


_FROM_VERBS = (
    ("isation", "ise"),
    ("ization", "ise"),
    ("ification", "ify"),
    ("iation", "e"),
    ("ation", ""),
    ("ation", "e"),
    ("ation", "ate"),
    ("ition", ""),
    ("ion", ""),
    ("ion", "e"),
    ("ment", ""),
    ("al", ""),
    ("al", "e"),
)
"""Endings of nouns for what is done, each with the ending of its verb."""


def verb_of(noun: str, known: Container[str]) -> str:
    """The one of the ``known`` verbs that ``noun`` is made of: ``renovation`` gives ``renovate``; empty when none."""
    for ending, of_verb in _FROM_VERBS:
        if noun.endswith(ending) and (base := noun[: -len(ending)] + of_verb) in known:
            return base
    return ""


def _stems(word: str, ending: str) -> tuple[str, ...]:
    cut = word[: -len(ending)]
    if ending == "s":
        return (cut, cut[:-1], cut[:-2] + "y") if cut.endswith(("ie", "e")) else (cut,)
    if cut.endswith("i"):
        return (cut[:-1] + "y",)
    if len(cut) > 2 and cut[-1] == cut[-2]:
        return cut, cut[:-1]
    return cut, cut + "e"
