"""One change between two agreements, in words and as data."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal, NamedTuple

KINDS = (
    "added", "removed", "moved", "re-identified", "reworded", "changed",
    "target-raised", "target-lowered", "target-postponed", "target-brought-forward", "target-replaced",
    "baseline-changed", "definition-changed", "owner-changed", "contributor-added", "contributor-removed",
    "postponed", "brought-forward", "state-changed", "money-moved", "firmness-changed", "prevention-marked", "prevention-unmarked",
    "prevention-share", "not-yet-added", "not-yet-settled", "not-yet-postponed", "ask-answered", "made-private", "made-public",
    "rank-changed", "status-changed", "version-changed",
)  # fmt: skip
"""Every kind of change. `target-raised` asks for more than before and `target-lowered` for less, whichever way is better."""

QUESTIONS = ("what", "how", "by_whom", "when")
"""The four questions that an outcome answers, in their order; a change elsewhere belongs to the part of the agreement it stands in."""

Weighs = Literal["stronger", "weaker", ""]


class Change(NamedTuple):
    """Something that is not as it was: said once, at one place."""

    kind: str
    """One of KINDS."""
    subject: str
    """What it is about, in words: `the action “Classes in Muirton”`."""
    question: str
    """To which question it belongs: one of QUESTIONS, `risks`, `outcome`, or the top-level key of the agreement."""
    outcome: str
    """The id of the outcome that it is about, in the new agreement where it is there; empty for none."""
    about: str
    """The address of what changed, in the new agreement; in the old one where it is gone."""
    was_about: str
    """Its address in the old agreement, where that is another one."""
    says: str
    """One sentence, complete in itself."""
    old: str = ""
    """What was said before, as text; empty for nothing."""
    new: str = ""
    """What is said now, as text; empty for nothing."""
    by: str = ""
    """By how much: `3 points`, `1 year`, `£120,000`; empty where that cannot be said."""
    weighs: Weighs = ""
    """Whether the plan promises more or less by it; empty where that is for a reader to judge."""
    warns: str = ""
    """What a reader should look at: a definition that changed under a figure that did not."""
    segments: tuple[tuple[Literal["same", "gone", "new"], str], ...] = ()
    """For words: what stayed, what went and what came, in order."""
    gone: bool = False
    """Whether it is about something that the new agreement has no longer, so that `about` is an address of the old one."""
    follows: bool = False
    """Whether it follows from other changes that are listed, such as prevention's share from the money."""
    outcome_gone: bool = False
    """Whether `outcome` is one of the old agreement alone."""
    head: str = ""
    """What it is about where its words are shown beside it: `The vision of the agreement`; empty where that is the subject."""
    label: str = ""
    """The title of the key that changed; empty where it is an entry or a whole, or the words that an entry is known by."""


_PIECE = re.compile(r"\s+|[^\W_]+(?:[’'.,/-][^\W_]+)*|.", re.DOTALL)
_MOST = 4_000
"""Longer texts are shown whole, what went before what came: nobody follows single words through so much."""
_MOST_SAME = 10_000
"""With more pairs of the same word the time to follow them grows beyond use: such texts are told apart at both ends alone."""


Segments = tuple[tuple[Literal["same", "gone", "new"], str], ...]


def whole(old: str, new: str) -> Segments:
    """Two texts as a whole: one that went, one that came."""
    return (("gone", old), ("new", new))


def _pairs(ours: list[str], theirs: list[str]) -> int:
    """How many pairs of the same word two texts have."""
    left, right = Counter(ours), Counter(theirs)
    return sum(count * right[word] for word, count in left.items() if not word.isspace())


def _ends(ours: list[str], theirs: list[str]) -> Segments:
    """What two texts share at their beginning and at their end; all between went and came."""
    most = min(len(ours), len(theirs))
    first = next((at for at in range(most) if ours[at] != theirs[at]), most)
    last = next((at for at in range(most - first) if ours[-1 - at] != theirs[-1 - at]), most - first)
    parts: tuple[tuple[Literal["same", "gone", "new"], list[str]], ...] = (
        ("same", ours[:first]),
        ("gone", ours[first : len(ours) - last]),
        ("new", theirs[first : len(theirs) - last]),
        ("same", ours[len(ours) - last :]),
    )
    return tuple((kind, "".join(words)) for kind, words in parts if words)


def segments(old: str, new: str) -> Segments:
    """What two texts share and where they differ, word by word."""
    from difflib import SequenceMatcher

    ours, theirs = _PIECE.findall(old), _PIECE.findall(new)
    if len(ours) + len(theirs) > _MOST:
        return whole(old, new)
    if _pairs(ours, theirs) > _MOST_SAME:
        return _ends(ours, theirs)
    found: list[tuple[Literal["same", "gone", "new"], str]] = []

    def add(kind: Literal["same", "gone", "new"], text: str) -> None:
        if not text:
            return
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + text)
        else:
            found.append((kind, text))

    gone = came = ""
    for tag, at, to, other, other_to in SequenceMatcher(str.isspace, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            gone, came = gone + "".join(ours[at:to]), came + "".join(theirs[other:other_to])
            continue
        same = "".join(ours[at:to])
        if (gone or came) and not same.strip() and to < len(ours) and other_to < len(theirs):
            gone, came = gone + same, came + same  # a space between two changed words holds nothing together
            continue
        add("gone", gone)
        add("new", came)
        gone = came = ""
        add("same", same)
    add("gone", gone)
    add("new", came)
    return tuple(found)
