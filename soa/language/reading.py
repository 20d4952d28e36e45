"""How hard a text is to read: its words, the length of its sentences, and the age at which most people can read it."""

from __future__ import annotations

import re
from typing import NamedTuple

_SAYS = re.compile(r"[^\W_]")
"""A word has a letter or a figure in it: `21.3`, `one-off`, `carer’s`, `£410,000`."""
_LETTERS = re.compile(r"[^\W\d_]+")
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'’”)\]]*+\s++(?=[\"'‘“(\[£]{0,3}[^\W_a-z])")
"""Where a sentence ends: a stop, and then a word that does not go on in a small letter."""
_GOES_ON = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|cllr|st|no|vs|etc|approx|e\.g|i\.e)|(?:^|[\s(])[a-z])\.$", re.IGNORECASE
)
"""A shortened word or an initial, after which the stop ends no sentence."""
LONGEST_SHORTENED = 8

_VOWELS = re.compile(r"[aeiouyàâäèéêëìíîïòóôöùúûüýŵŷ]+")
_SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|(?:[^aeiouylcgszxh]|[aeiouy]l|th)es$|[^aeiouyl]e(?:ly|ment|ments|ness|less|ful)$"
)
"""An ending whose `e` is not heard: make, used, homes; but not table, wanted, houses."""
_APART = re.compile(
    r"(?<![tcsgx])(?<!ll)i[ao]|(?<!t)(?<![^s]c)ien(?!d)|ium|(?<=[tcs])iat|eo(?!u|ple)|(?<![qg])ua(?!r)|ue[ln]|uo|[aeiouy]ing|ier|iet|ism$"
)
"""Vowels side by side that are heard as two."""
_ODD = {
    "area": 3, "areas": 3, "idea": 3, "ideas": 3, "any": 2, "every": 2, "evening": 2, "evenings": 2, "business": 2, "businesses": 3, "employee": 3,
    "employees": 3, "create": 2, "created": 3, "wednesday": 2, "something": 2, "somebody": 3, "someone": 2,
}  # fmt: skip


FEWEST = 4
"""Fewer words that no stop ends are a label or a name, as in a table's cell, and no sentence."""
_STOPPED = re.compile(r"[.!?…][\"'’”)\]]*$")


class Readability(NamedTuple):
    """What was counted in a text."""

    words: int
    sentences: int
    syllables: int
    longest: str
    """The sentence with the most words."""

    @property
    def average(self) -> float:
        """Words in a sentence; 0 where there is none."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def age(self) -> int:
        """The age in years at which most people can read it; 0 where there is nothing to read.

        The school grade of Kincaid, Fishburne, Rogers and Chissom, “Derivation of new readability formulas for Navy
        enlisted personnel” (1975), and five years: an American first grade begins at six.
        """
        if not self.words or not self.sentences:
            return 0
        grade = 0.39 * self.average + 11.8 * self.syllables / self.words - 15.59
        return max(5, round(grade) + 5)


def readability(text: str) -> Readability:
    """Count a plain text, in which a line's end ends a sentence too; figures and names alone are none."""
    found = sentences(text)
    counted = [([word for word in one.split() if _SAYS.search(word)], one) for one in found]
    return Readability(
        words=sum(len(words) for words, _ in counted),
        sentences=len(found),
        syllables=sum(syllables(word) for words, _ in counted for word in words),
        longest=max(counted, key=lambda pair: len(pair[0]), default=((), ""))[1],
    )


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    found: list[str] = []
    for line in text.splitlines():
        start = 0
        for end in _END.finditer(line):
            stop = end.start() + 1
            if not _GOES_ON.search(line[max(start, stop - LONGEST_SHORTENED) : stop]):
                found.append(line[start : end.end()].strip())
                start = end.end()
        found.append(line[start:].strip())
    return [one for one in found if _LETTERS.search(one) and (len(one.split()) >= FEWEST or _STOPPED.search(one))]


def syllables(word: str) -> int:
    """About how many syllables are heard in a word: of a number one, of capitals that are spelled out one a letter."""
    return max(1, sum(_heard(part) for part in _LETTERS.findall(word.replace("’", "").replace("'", ""))))


def _heard(letters: str) -> int:
    if letters.isupper() and 1 < len(letters) <= 5:
        return len(letters)
    low = letters.lower()
    if len(low) <= 3 or low in _ODD:
        return _ODD.get(low, 1)
    groups = len(_VOWELS.findall(low)) + len(_APART.findall(low)) - bool(_SILENT.search(low))
    return max(1, groups)
