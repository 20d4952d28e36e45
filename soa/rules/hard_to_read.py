"""What the public will read is written in short sentences and plain words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from soa.model.agreement import Agreement
from soa.model.texts import PublicText, plain_words, public_texts
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_PASSED_OVER = frozenset("definition source basis heard prices standards clause caution".split())
"""Keys of exact wording, and of what others said."""
_PLAIN = {
    "synergy": "say what is done together",
    "synergies": "say what is done together",
    "synergistic": "say what is done together",
    "holistic": "whole",
    "holistically": "as a whole",
    "going forward": "from now on, or a date",
    "moving forward": "from now on, or a date",
    "step change": "say how much better",
    "step-change": "say how much better",
    "sea change": "say how much better",
    "wrap-around": "say what is offered, and when",
    "wraparound": "say what is offered, and when",
    "cross-cutting": "shared",
    "blue-sky": "new",
    "leverage": "use",
    "leveraging": "using",
    "seamless": "say what no longer has to be done twice",
    "seamlessly": "say what no longer has to be done twice",
    "paradigm": "way of working",
    "paradigm shift": "a new way of working",
    "low-hanging fruit": "what can be done first",
    "quick wins": "what can be done first",
    "direction of travel": "aim",
    "deep dive": "a close look",
    "drill down": "look closely",
    "fit for purpose": "say what it must be able to do",
    "cutting-edge": "new",
    "world-class": "say how good",
    "best-in-class": "say how good",
    "transformational": "say what changes",
    "operationalise": "put into practice",
    "incentivise": "encourage",
    "conceptualise": "think of",
    "utilise": "use",
    "utilising": "using",
    "utilisation": "use",
    "deliverables": "say what will be done",
    "roadmap": "plan",
    "in a timely manner": "in time, or a date",
    "on an ongoing basis": "say how often",
    "at this moment in time": "now",
    "with regard to": "about",
    "in respect of": "about",
    "in the event that": "if",
    "key enablers": "say what makes it possible",
    "citizen-centric": "for residents",
    "best of breed": "the best",
    "win-win": "good for both",
    "touch base": "talk",
    "silo working": "working apart",
    "ecosystem of": "say who works with whom",
}
"""Stock phrases, each with what says it plainly."""
_MOST_LISTED = 5
_ENOUGH = 500
"""Words after which a section's reading age no longer changes."""


class _Hit(NamedTuple):
    path: Path
    case: str
    said: str
    help: str


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Read the public texts section by section: one finding for a section, with its other texts beside it."""
    hits: dict[Path, list[_Hit]] = {}
    read: dict[Path, list[PublicText]] = {}
    for text in public_texts(subject.part):
        if text.kind == "name" or text.key in _PASSED_OVER:
            continue
        read.setdefault(text.section, []).append(text)
        found = list(_hard(text, subject.options["sentence"]))
        if found:
            hits.setdefault(text.section, []).extend(found)
    for section, texts in read.items():
        told = hits.get(section) or _too_old(texts, subject.options["age"], subject.options["words"])
        if told:
            first, *others = told
            more = f" (and {len(others)} more in this section)" if others else ""
            yield Problem(
                first.case,
                first.said + more,
                at=first.path,
                help=first.help,
                related=tuple((one.path, one.said) for one in others[:_MOST_LISTED]),
            )


def _hard(text: PublicText, longest: int) -> Iterator[_Hit]:
    """The first long sentence of a text, and the first stock phrase."""
    least = longest * 3 // 4  # spaces that so many words have between them, a few signs aside
    for sentence in _sentences(text.text) if text.text.count(" ") + text.text.count("\n") >= least else ():
        length = _length(sentence) if sentence.count(" ") >= least else 0
        if length > longest:
            start = " ".join(sentence.split()[:5]).strip(" ,;:")
            yield _Hit(text.path, "long-sentence", f"the sentence that begins “{start}” has {length} words", "")
            break
    phrase = _stock_phrase(text.text)
    if phrase:
        help_ = f"Say it plainly: {_PLAIN[phrase]}."
        yield _Hit(text.path, "stock-phrase", f"“{phrase}” means little to a resident", help_)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text; each line of a list is one, and so is what a semicolon ends."""
    for block in _blocks().split(plain_words(text)):
        for sentence in _ends().split(" ".join(block.split())):
            if sentence:
                yield sentence


@cache
def _blocks() -> re.Pattern[str]:
    return re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t])")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"(?<=[.!?;])[)\]’”\"']*\s+")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:[-–’'.,/][^\W_]+)*|%|&")


def _length(sentence: str) -> int:
    """How many words a sentence has; a name of several words, such as that of a law or a body, is one."""
    count = waiting = 0
    in_name = False
    for word in _word().findall(sentence):
        capital = word[0].isupper()
        if capital and in_name:
            waiting = 0
            continue
        if in_name and waiting < 2 and word in {"of", "and", "the", "for", "in", "to", "&"}:
            waiting += 1
            continue
        count += 1 + waiting
        waiting, in_name = 0, capital
    return count + waiting


def _stock_phrase(text: str) -> str:
    """The first stock phrase in a text that is no part of a name or quotation."""
    small = text.lower()
    if not _stock().search(small):
        return ""
    plain = plain_words(text)
    for found in _stock().finditer(plain.lower()):
        here, after = plain[found.start()], plain[found.end() : found.end() + 2].strip()
        before = plain[: found.start()].rstrip()
        begins = not before or before[-1] in ".!?:;-*•"
        if not (here.isupper() and not begins) and not after[:1].isupper():
            return found[0]
    return ""


@cache
def _stock() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _PLAIN), key=len, reverse=True)) + r")\b")


def _too_old(texts: list[PublicText], oldest: int, least: int) -> list[_Hit]:
    """A section whose sentences and words together ask for a high reading age (Flesch and Kincaid's grade plus five)."""
    words = syllables = sentences = 0
    if sum(text.text.count(" ") + 1 for text in texts) < least:
        return []
    for text in texts:
        if words > _ENOUGH:
            break
        for sentence in _sentences(text.text):
            found = [word for word in _word().findall(sentence) if word[0].isalpha() and not word[0].isupper()]
            if found:
                sentences += 1
                words += len(found)
                syllables += sum(_syllables(word) for word in found)
    if words < least:
        return []
    age = round(0.39 * words / sentences + 11.8 * syllables / words - 15.59) + 5
    if age <= oldest:
        return []
    said = f"this section reads as if written for people who have learned until the age of {age}"
    return [_Hit(texts[0].path, "reading-age", said, "")]


def _syllables(word: str) -> int:
    """About how many syllables an English word has: its runs of vowels, less a silent e at the end."""
    small = word.lower()
    runs = len(_vowels().findall(small))
    silent = small.endswith("e") and not small.endswith(("le", "ee", "ie")) and runs > 1
    return max(1, runs - silent)


@cache
def _vowels() -> re.Pattern[str]:
    return re.compile(r"[aeiouyàáâèéêìíòóôùú]+")


RULE = Rule(
    family="plain-english",
    summary="What the public will read is written in short sentences and plain words.",
    authority="submission",
    sources=(
        Citation("Grampian 2012", "S1 Q9"),
        Citation("North Lanarkshire 2012", "1.3, 1.9"),
        Citation("Audit Scotland 2013", "§54"),
    ),
    rationale="Communities and partners can hold one another to what they understand at first reading. Names of laws and bodies, quotations, lists and definitions are left as they are.",
    question="How would you say this to somebody at the bus stop?",
    cases={
        "long-sentence": Case("advice", "Make two sentences of it, or set what it lists out as bullets."),
        "stock-phrase": Case("advice", "Say what is done, by whom, and for whom."),
        "reading-age": Case("advice", "Shorten the sentences, and use the words that people say aloud."),
    },
    on=(Agreement,),
    example_of="place",
    bad="""
place:
  text: Strathbeg has 61,000 people, and going forward a holistic offer will be made to them.  # here
""",
    good="""
place:
  text: Strathbeg has 61,000 people, and everyone who needs help gets it from one team that they know.
""",
    check=check,
    requirements=("R111", "R138"),
    decided="Advice, and one finding for a section: a priority with its outcomes, or a top-level key. The reading age is that of Flesch and Kincaid, worked out only for sections of some length, because short texts say nothing about it; its limit is a starting value that no source fixes.",
    options={
        "sentence": Option(30, "words, the longest sentence", least=10),
        "age": Option(18, "years, the highest reading age of a section", least=9, most=30),
        "words": Option(100, "words, under which a section is too short for a reading age", least=30),
    },
)
