"""Judges whether the words that say who is responsible name somebody whom a board could call to account."""

from itertools import pairwise
from typing import NamedTuple

from soa.language import owners
from soa.language.verdict import Verdict, unsure
from soa.language.words import Word, words

_JOINERS = frozenset("and & + plus or".split())
_BREAKS = frozenset(", ; / | •".split())
_OPEN = frozenset(("of", "for"))
_PERSON = 3
"""Words in the name of a person, at most."""
_ARTICLES = frozenset("the a an our".split())


class _Name(NamedTuple):
    """One name of a list, with the sign or word that joins it to the name before."""

    words: list[Word]
    joined: str


def ownership_of(text: str) -> Verdict:
    """Judge whether ``text``, which says who is responsible, names one body or post to call to account.

    The value is ``owned``, ``unowned`` or ``unsure``. One body or post, or one plainly marked as lead, is
    owned; a blank, a placeholder, everyone, a list without a lead, the partnership itself or an unnamed
    group is not; a named standing joint body is unsure. Never raises.
    """
    found = words(text)
    while found and found[-1].text in ".,;:":
        found.pop()
    told = [word for word in found if word.text[0].isalnum()]
    if not told:
        return Verdict("unowned", "nobody is named", None)
    if _is_placeholder(told):
        return _verdict("unowned", "it is a placeholder, not a name", told)
    marked = _marked_in_brackets(found)
    if marked:
        return _judge_names(_names(marked))
    if told[0].text in ("a", "an") and told[-1].text in owners.GROUPS:
        return _verdict("unowned", "it names a group without saying which", told)
    bare = _without_brackets(found)
    lead = _after_label(bare)
    chosen = lead or bare
    chosen = _until_support(chosen, bool(lead))
    return _judge_names(_names(chosen)) if chosen else unsure()


def _verdict(value: str, reason: str, told: list[Word]) -> Verdict:
    return Verdict(value, reason, (told[0].start, told[-1].end))


def _is_placeholder(told: list[Word]) -> bool:
    plain = [word.text for word in told]
    if len(plain) <= 2 and all(word in owners.PLACEHOLDERS or word in _ARTICLES for word in plain):
        return True
    if any(word in owners.UNFILLED for word in plain) or all(word in owners.BARE_LABELS for word in plain):
        return True
    if len(plain) == 1 and (plain[0].endswith("-wide") or plain[0].startswith("cross-")):
        return True
    if plain[0] in owners.IN_COMMON and "responsibility" in plain[1:3]:
        return True
    starts = plain[1:] if plain[0] in ("lead", "owner", "the") else plain
    if any(tuple(starts[: len(phrase)]) == phrase for phrase in owners.PLACEHOLDER_PHRASES):
        return True
    if tuple(plain[-2:]) in owners.PLACEHOLDER_PHRASES or (plain[0] == "vacant" and plain[-1] in ("post", "position")):
        return True
    return any(tuple(plain[at : at + 3]) in owners.PLACEHOLDER_PHRASES for at in range(1, len(plain) - 2))


def _marked_in_brackets(found: list[Word]) -> list[Word]:
    """The name before "(lead)", when exactly one name of a list is marked so."""
    marks = [at for at, word in enumerate(found) if word.text == "(" and _says_lead(found, at)]
    if len(marks) != 1:
        return []
    start = marks[0]
    while start and found[start - 1].text not in _BREAKS and found[start - 1].text not in (")", ":"):
        start -= 1
    return found[start : marks[0]]


def _says_lead(found: list[Word], at: int) -> bool:
    inside = [word.text for word in found[at + 1 : at + 3]]
    return bool(inside) and inside[0] == "lead"


def _without_brackets(found: list[Word]) -> list[Word]:
    kept: list[Word] = []
    depth = 0
    for word in found:
        if word.text in "([":
            depth += 1
        elif word.text in ")]":
            depth = max(0, depth - 1)
        elif not depth and word.text not in "\"'“”‘’*":
            kept.append(word)
    return kept or [word for word in found if word.text[0].isalnum()]


def _after_label(found: list[Word]) -> list[Word]:
    """What follows "Lead:", "Lead partner -", "led by" and the like; nothing when there is no such mark."""
    for at, word in enumerate(found):
        label = found[:at]
        if word.text in ":-–—" and label and all(item.text in owners.LEAD_LABELS for item in label):
            return found[at + 1 :]
        if word.text == "by" and at and found[at - 1].text in owners.LEADS:
            return found[at + 1 :]
        before, after = found[max(0, at - 1)].text, found[min(at + 1, len(found) - 1)].text
        if word.text in ("lead", "leads") and before in (",", ";") and after in (":", "-"):
            return found[at + 2 :]
    return []


def _until_support(found: list[Word], marked: bool) -> list[Word]:
    """The names before "supported by", "with" or a verb; a plain list's partners stay in it."""
    for at, word in enumerate(found):
        if not at:
            continue
        last = at == len(found) - 1
        if (word.text in owners.VERBS and not last) or (word.text in owners.SUPPORTING and not _inside_name(found, at)):
            return _trimmed(found[:at])
        if (
            word.text == "in"
            and at + 1 < len(found)
            and found[at + 1].text in ("partnership", "collaboration", "conjunction", "consultation", "liaison")
        ):
            return _trimmed(found[:at])
        if marked and word.text == ";":
            return _trimmed(found[:at])
    return found


def _inside_name(found: list[Word], at: int) -> bool:
    """Partners and support are often the end or middle of a name: only a fresh clause opens with them."""
    word = found[at].text
    if word in ("partners", "support", "working", "contributors", "contributing"):
        opens = found[at - 1].text in (",", ";", ".", "-", ":") or found[at - 1].text == "with"
        follows = at + 1 < len(found) and found[at + 1].text in (":", "with", "from", "in")
        return not (opens and follows)
    return False


def _trimmed(found: list[Word]) -> list[Word]:
    while found and (not found[-1].text[0].isalnum() or found[-1].text in _JOINERS):
        found = found[:-1]
    return found


def _names(found: list[Word]) -> list[_Name]:
    """The names of a list, told apart from the commas and ands inside a single name."""
    pieces: list[_Name] = []
    current: list[Word] = []
    joined = ""
    for word in found:
        if word.text in _BREAKS or word.text in _JOINERS:
            if current:
                pieces.append(_Name(current, joined))
                current, joined = [], word.text
            elif word.text in _JOINERS:
                joined = word.text if joined in ("", ",") else joined
        elif word.text[0].isalnum():
            current.append(word)
    if current:
        pieces.append(_Name(current, joined))
    names: list[_Name] = []
    for at, piece in enumerate(pieces):
        if names and _continues(names[-1], piece, pieces[at + 1 :]):
            names[-1] = _Name(names[-1].words + piece.words, names[-1].joined)
        else:
            names.append(piece)
    return names


def _continues(before: _Name, piece: _Name, later: list[_Name]) -> bool:
    """Whether ``piece`` is still part of the name ``before`` ("Perth and Kinross Council", "Head of Roads and Parks")."""
    if piece.joined in (";", "/", "|", "•", "+"):
        return False
    opens = piece.words[0].text
    if opens == "council" and len(piece.words) == 1 and piece.joined != "," and _is_crowd(before.words):
        return False
    if opens.isdigit() or (
        piece.joined != "," and opens in owners.BY_THEMSELVES and before.words[-1].text not in _OPEN
    ):
        return False
    ends, starts = _is_body(before.words), _is_body(piece.words)
    post, second_post = _is_post(before.words), _is_post(piece.words)
    if piece.words[0].text in _ARTICLES and before.words[0].text in _ARTICLES:
        return False
    if second_post and piece.joined == "," and not (post or ends or later) and len(before.words) <= _PERSON:
        return True
    if second_post and (post or ends or starts):
        return False
    if post:
        if piece.joined == ",":
            return True
        return not _is_whole_body(piece.words) or _is_open(before.words) or _awaits_body(before.words)
    if piece.joined == ",":
        return not ends and bool(later) and not starts and not _is_crowd(piece.words)
    if ends and starts:
        return before.words[-1].text in ("fire", "care") and piece.words[0].text in ("rescue", "social")
    return not (_is_crowd(piece.words) and ends) or piece.words[-1].text == "partnership"


def _is_open(name: list[Word]) -> bool:
    """A post still waiting for its field: "Head of Education" may go on "and Children's Services"."""
    return any(word.text in _OPEN for word in name)


def _awaits_body(name: list[Word]) -> bool:
    """A post, a comma and half a body's name: "General Manager, Skye & ..." goes on."""
    return not _is_body(name) and any(after.start - word.end > 1 for word, after in pairwise(name))


def _texts(name: list[Word]) -> list[str]:
    return [word.text for word in name]


def _is_post(name: list[Word]) -> bool:
    return any(word.text in owners.POSTS for word in name)


def _is_body(name: list[Word]) -> bool:
    return any(word.text in owners.BODIES or word.text in ("partnership", "board") for word in name)


def _is_whole_body(name: list[Word]) -> bool:
    """A name that cannot be a mere field of work: it ends or begins as a body's does."""
    ends = name[-1].text
    return name[0].text in owners.BODIES or (
        ends in owners.BODIES and ends not in ("services", "service", "trust", "unit")
    )


def _is_plural_post(name: list[Word]) -> bool:
    """Several posts under one name: "Heads of Service"."""
    first = name[0]
    return len(name) > 1 and name[1].text == "of" and first.text != first.lemma and first.lemma in owners.POSTS


def _is_crowd(name: list[Word]) -> bool:
    if _is_plural_post(name):
        return True
    last = name[-1]
    return last.text in owners.CROWDS or (last.text != last.lemma and last.lemma in owners.POSTS)


def _judge_names(names: list[_Name]) -> Verdict:
    if not names:
        return Verdict("unowned", "nobody is named", None)
    every = [word for name in names for word in name.words]
    if every[0].text in owners.EVERYBODY or (
        every[0].text in _ARTICLES and every[1:] and every[1].text in owners.EVERYBODY
    ):
        return _verdict("unowned", "it names everybody, so nobody", every)
    if len(names) > 1:
        return _verdict("unowned", "it lists several without saying which one leads", every)
    return _one(names[0].words)


def _one(name: list[Word]) -> Verdict:
    plain = [word for word in _texts(name) if word not in _ARTICLES]
    if not plain:
        return _verdict("unowned", "nobody is named", name)
    partnership = any(word.startswith("partnership") or word in ("cpp", "cpps") for word in plain)
    if plain[:2] == ["community", "planning"] and len(plain) <= _PERSON and not _has_more(name):
        return _verdict("unowned", "it names the partnership itself, which is everybody together", name)
    if (partnership and all(word in owners.WHOLE_PARTNERSHIP for word in plain)) or _ends_as_partnership(plain):
        return _verdict("unowned", "it names the partnership itself, which is everybody together", name)
    if (_names_a_body(plain) and not _is_plural_post(name)) or (_is_post(name) and not _is_crowd(name)):
        return _verdict("owned", "it names one body or post", name)
    if _is_crowd(name) or _crowd_inside(plain):
        return _verdict("unowned", "it names a crowd, not one of them", name)
    if any(word in owners.GROUPS for word in (plain[-1], *plain[:1])) or _group_inside(plain):
        if all(word in owners.GROUP_FILLERS for word in plain):
            return _verdict("unowned", "it names a group without saying which", name)
        return unsure("a named joint group may or may not have a body or chair who answers for it")
    if plain in (["services"], ["service"]):
        return _verdict("unowned", "it names a crowd, not one of them", name)
    return _verdict("owned", "it names one body or post", name)


def _has_more(name: list[Word]) -> bool:
    """Whether a name that opens as the partnership's does names a post, a body or a group within it."""
    return _is_post(name) or _is_body(name) or name[-1].text in owners.GROUPS


def _ends_as_partnership(plain: list[str]) -> bool:
    """The partnership under its own name: "Orran Community Planning Partnership", "Orran CPP"."""
    tail = plain[:-1] if plain[-1] == "board" else plain
    return tail[-3:] in (["community", "planning", "partnership"], ["community", "planning", "partners"]) or (
        len(tail) <= 4 and tail[-1:] in (["cpp"], ["cpps"])
    )


def _names_a_body(plain: list[str]) -> bool:
    pairs = tuple(plain)
    for phrase in owners.BODY_PHRASES:
        size = len(phrase)
        if any(pairs[at : at + size] == phrase for at in range(len(pairs) - size + 1)):
            return True
    if plain[-1] in owners.GROUPS or plain[-1] in owners.CROWDS:
        return plain[-1] == "team" and any(word not in owners.GROUP_FILLERS for word in plain)
    return plain[-1] in owners.BODIES or plain[0] in owners.BODIES


def _group_inside(plain: list[str]) -> bool:
    return any(word in ("partnership", "group", "committee", "forum", "taskforce", "board") for word in plain)


def _crowd_inside(plain: list[str]) -> bool:
    return any(word in ("partners", "agencies", "stakeholders", "leads", "owners", "boards") for word in plain)
