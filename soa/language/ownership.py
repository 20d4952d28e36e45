"""Judges whether the words that say who is responsible name somebody whom a board could call to account."""

from itertools import pairwise

from soa.language import owners
from soa.language.name_kinds import ARTICLES
from soa.language.naming import BREAKS, DASHES, JOINERS, Name, names
from soa.language.verdict import Verdict, unsure
from soa.language.words import Word, words

_NAME = 8
"""Words in a name that is known by nothing in it, at most."""
_NO_PERSON = owners.PLACES | owners.FIELDS | owners.NATIONAL | owners.TAILS
"""Words that are in no person's name."""
_BEARER = 12
"""Words between a duty and the one who bears it, at most."""


def ownership_of(text: str) -> Verdict:
    """Judge whether ``text``, which says who is responsible, names one body or post to call to account.

    The value is ``owned``, ``unowned`` or ``unsure``. One body or post, or one plainly marked as lead, is
    owned; a blank, a placeholder, everyone, a list without a lead, the partnership itself or an unnamed
    group is not; a named standing joint body is unsure. Never raises.
    """
    found = _dressed_down(words(text))
    told = _alphanumeric(found)
    if not told:
        return Verdict("unowned", "nobody is named", None)
    inside, bare = _brackets(_without_helpers(found))
    outside = _alphanumeric(bare)
    lead = _lead_inside(inside)
    if lead and not _is_placeholder(_alphanumeric(lead)):
        return _judge(names(lead, text))
    is_label = bool(inside) and _is_bare_label([word.text for word in outside])
    if _is_placeholder(outside) and not is_label:
        return _verdict("unowned", "it is a placeholder, not a name", told)
    marked = _marked(found) or (inside if is_label else [])
    if marked:
        return _judge(names(marked, text))
    lead = _after_label(bare)
    chosen = _until_support(lead or bare, marked=bool(lead))
    if _is_placeholder(_alphanumeric(chosen)):
        return _verdict("unowned", "it is a placeholder, not a name", told)
    verdict = _judge(names(chosen, text))
    if verdict.value == "owned" and inside and _is_placeholder(_alphanumeric(inside)):
        return unsure("a name is given, and marked as not settled")
    return verdict


def _verdict(value: str, reason: str, told: list[Word]) -> Verdict:
    return Verdict(value, reason, (told[0].start, told[-1].end))


def _alphanumeric(found: list[Word]) -> list[Word]:
    return [word for word in found if word.text[0].isalnum()]


def _dressed_down(found: list[Word]) -> list[Word]:
    """The words without bullets before and punctuation after them; "Council-led" names the council."""
    start, end = 0, len(found)
    while end and found[end - 1].text in ".,;:":
        end -= 1
    while start < end and not found[start].text[0].isalnum() and found[start].text not in "([":
        start += 1
    found = found[start:end]
    if len(found) > 1 and found[-1].text == "led":
        found.pop()
    return [word._replace(text=word.text.removesuffix("-led")) for word in found]


def _without_helpers(found: list[Word]) -> list[Word]:
    """The words without the names marked "(support)"."""
    kept: list[Word] = []
    for at, word in enumerate(found):
        if word.text in "([" and at + 1 < len(found) and found[at + 1].text in owners.HELPER_MARKS:
            start = _begin_of_name(kept, len(kept))
            if start:
                del kept[start - 1 :]
        kept.append(word)
    return kept


def _begin_of_name(found: list[Word], end: int) -> int:
    """Where the name that ends at ``end`` begins, after a comma, a slash, a bracket or the like."""
    start = end
    if start and found[start - 1].text == ")":
        start = max((at for at in range(start) if found[at].text == "("), default=start)
    while start and found[start - 1].text not in BREAKS and found[start - 1].text not in (",", ")", "]", ":"):
        start -= 1
    return start


def _brackets(found: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words inside brackets, and those outside; where nothing stands outside, the inside is all there is."""
    inside: list[Word] = []
    outside: list[Word] = []
    depth = 0
    for at, word in enumerate(found):
        if word.text in "([":
            depth += 1
        elif word.text in ")]":
            depth = max(0, depth - 1)
        elif not depth and word.text in ("and", "&") and at and found[at - 1].text in ")]":
            outside.append(word._replace(text=";"))
        elif word.text not in "*#_~":
            (inside if depth else outside).append(word)
    return (inside, outside) if _alphanumeric(outside) else ([], inside)


def _is_placeholder(told: list[Word]) -> bool:
    plain = [word.text.replace(".", "") for word in told if word.text not in ARTICLES]
    if not plain or _is_bare_label(plain) or any(word in owners.UNFILLED for word in plain):
        return True
    first, last = plain[0], plain[-1]
    second = plain[1] if len(plain) > 1 else ""
    if len(plain) == 1 and (first.endswith("-wide") or first.startswith("cross-")):
        return True
    if all(word in owners.PLACEHOLDERS for word in plain):
        return len(plain) <= 2
    if first in owners.IN_COMMON and second in owners.COMMON_NOUNS:
        return len(plain) == 2 or plain[2] in owners.AMONG
    if first in owners.SHARED and second in owners.AMONG:
        return True
    if (
        first in owners.UNSETTLED
        or (first == "see" and len(plain) > 2)
        or last in ("vacant", "vacancy", "unfilled", "pending")
    ):
        return True
    if first in owners.DECIDED and len(plain) > 1:
        return True
    if first in owners.NOBODY and "land" not in plain and "property" not in plain:
        return True
    return any(_says_nothing(plain, at) for at in range(len(plain)))


def _is_bare_label(plain: list[str]) -> bool:
    return all(word in owners.LABELS for word in plain) and any(word in owners.LABELLING for word in plain)


def _says_nothing(plain: list[str], at: int) -> bool:
    """Whether "to be agreed", "not stated", "see above" or the like begins at ``at``."""
    word, following, second = (*plain[at : at + 3], "", "")[:3]
    if (word, following) in owners.PLACEHOLDER_PHRASES:
        return at == 0 or following != "a"
    if word in ("to", "will") and following == "be":
        return second in owners.SETTLED
    if word == "to" and following in owners.DECIDING:
        return not second
    if word in owners.NEGATIONS:
        return following in owners.SETTLED or (not at and (second in owners.SETTLED or second in owners.LABELLING))
    if word not in ("as", "see"):
        return False
    return following in owners.POINTING or following in owners.SETTLED or following[:1].isdigit()


def _marked(found: list[Word]) -> list[Word]:
    """The name that is marked by "(lead)" or "- lead", when exactly one of a list is."""
    marks = [at for at, word in enumerate(found) if at and word.text in owners.LEAD_MARKS and _is_mark(found, at)]
    if len(marks) != 1:
        return []
    end = marks[0] - 1
    return _brackets(found[_begin_of_name(found, end) : end])[1]


def _is_mark(found: list[Word], at: int) -> bool:
    before = found[at - 1].text
    after = [word.text for word in found[at + 1 : at + 3]]
    if before in "([":
        return after[:1] in ([")"], ["]"]) or (after[1:] in ([")"], ["]"]) and after[0] in owners.LABELS)
    return before in DASHES and at > 1 and found[at].text != "l" and (not after or after[0] in (",", ";", "/", "."))


def _lead_inside(inside: list[Word]) -> list[Word]:
    """The name in brackets after "lead:" or "led by"."""
    opens = len(inside) > 1 and inside[0].text in ("lead", "led", "chaired", "chair")
    return _after_label(inside) if opens else []


def _after_label(found: list[Word]) -> list[Word]:
    """What follows "Lead:", "Lead partner -", "led by", "responsibility rests with"; nothing when there is no such mark."""
    only_label = True
    is_named = False
    for at, word in enumerate(found):
        before = found[at - 1].text if at else ""
        after = found[at + 1].text if at + 1 < len(found) else ""
        if word.text in DASHES or word.text in ("is", "="):
            is_post = [item.text for item in found[:at]] == ["service", "lead"]
            if only_label and not is_post and any(item.text in owners.LEADING_LABELS for item in found[:at]):
                return found[at + 1 :]
        elif word.text == "by" and before in (owners.LED if is_named else owners.LEADS):
            return found[at + 1 :]
        elif word.text in owners.DUTIES:
            bearer = _bearer(found, at)
            if bearer:
                return bearer
        elif word.text in ("lead", "leads") and before in (",", ";", ".", *DASHES) and at > 1:
            if after in DASHES:
                return found[at + 2 :]
            if before in DASHES and after[:1].isalnum():
                return found[at + 1 :]
        only_label = only_label and (word.text in owners.LEAD_LABELS or not word.text[0].isalnum())
        is_named = is_named or word.text in owners.POSTS or word.text in owners.INSTITUTIONS
    return []


def _bearer(found: list[Word], at: int) -> list[Word]:
    """Who bears the duty at ``at``: after "responsibility for it rests with" or "is the responsibility of"."""
    following = [word.text for word in found[at + 1 : at + 1 + _BEARER]]
    if all(word.text in owners.BEFORE_DUTIES for word in found[:at]):
        for place, word in enumerate(following):
            if word == "with":
                return found[at + 2 + place :]
    return found[at + 2 :] if following[:1] in (["of"], ["with"]) else []


def _until_support(found: list[Word], *, marked: bool) -> list[Word]:
    """The names before "supported by", "with" or a verb; a plain list's partners stay in it."""
    for at in range(1, len(found)):
        word = found[at].text
        after = found[at + 1].text if at + 1 < len(found) else ""
        if (
            (word in owners.VERBS and _is_verb(word, after))
            or (word in owners.SUPPORTING and not _is_inside_name(found, at))
            or (word == "in" and after in owners.TOGETHER)
            or (word == "to" and after in owners.TO_VERBS)
            or (marked and word in (";", ".", "/") and _is_label(found[at + 1 : at + 5]))
        ):
            end = at
            while end and (not found[end - 1].text[0].isalnum() or found[end - 1].text in JOINERS):
                end -= 1
            return found[:end]
    return found


def _is_label(found: list[Word]) -> bool:
    """Whether another heading follows, such as "Support:" or "Operational lead:"."""
    texts = [word.text for word in found]
    return texts[:1] in (["support"], ["supporting"], ["supported"]) or any(text in DASHES for text in texts)


def _is_verb(word: str, after: str) -> bool:
    if word in owners.NOUNS_TOO:
        return after[:1].isalnum() and after not in JOINERS and after not in ("from", "for", "of", "in")
    return bool(after)


def _is_inside_name(found: list[Word], at: int) -> bool:
    """Partners and support are often the end or middle of a name: only a fresh clause opens with them."""
    word, before = found[at].text, found[at - 1].text
    after = found[at + 1].text if at + 1 < len(found) else ""
    if word in owners.DONE_BY:
        return before[0].isalnum() and after not in ("by", "with")
    if word not in owners.SUPPORT_OR_NAME:
        return False
    opens = before in (",", ";", ".", "-", ":", "with")
    return after != ":" and not (opens and after in ("-", "–", "with", "from"))


def _judge(listed: list[Name]) -> Verdict:
    if not listed:
        return Verdict("unowned", "nobody is named", None)
    every = [word for name in listed for word in name.words]
    opens = [word.text for word in every[:2] if word.text not in ARTICLES]
    is_group = listed[0].kind == "group" and opens and opens[0] in owners.MULTIPLE
    if opens and opens[0] in owners.EVERYBODY and not is_group:
        return _verdict("unowned", "it names everybody, so nobody", every)
    if len(listed) == 2 and _is_at(*listed):
        return unsure("it may be a person and the body, or two bodies")
    if len(listed) > 1:
        return _verdict("unowned", "it lists several without saying which one leads", every)
    return _one(listed[0])


def _is_at(first: Name, second: Name) -> bool:
    """Whether the names may be a person's and the employer's: "Isla Munro, NHS Orran"."""
    return (
        first.kind == "name"
        and second.kind == "body"
        and second.joined == ","
        and len(first.words) in (2, 3)
        and not any(word.text in _NO_PERSON for word in first.words)
    )


def _one(name: Name) -> Verdict:
    if name.kind == "partnership":
        return _verdict("unowned", "it names the partnership itself, which is everybody together", name.words)
    if name.kind == "crowd" or (name.kind == "soft" and not name.signs):
        return _verdict("unowned", "it names a crowd, not one of them", name.words)
    if name.kind == "unnamed":
        return _verdict("unowned", "it names a group without saying which", name.words)
    if name.kind == "group":
        return unsure("a named joint group may or may not have a body or chair who answers for it")
    if name.kind == "soft":
        return unsure("it may be a service or the people it is for")
    if name.kind == "name" and (len(name.words) > _NAME or name.words[0].text in owners.ACTIVITIES):
        return unsure("the words do not settle whose name it is")
    if name.kind == "name" and name.signs == "&" and not any(word.text in owners.FIELDS for word in name.words):
        return unsure("it may be one name or two")
    if name.kind == "field" and name.signs not in ("", "c"):
        return _fields(name)
    return _verdict("owned", "it names one body or post", name.words)


def _fields(name: Name) -> Verdict:
    """Judge fields of work: "Planning and Building Standards" is one service; "Housing, Roads, Libraries" is a list."""
    signs = name.signs
    has_last_and = signs.endswith(("&", "c"))
    if ("," in signs and not has_last_and) or ("," not in signs and signs.count("&") > 1):
        return _verdict("unowned", "it lists several without saying which one leads", name.words)
    plain = [word.text for word in name.words]
    departments = sum(word in owners.STANDALONE for word in plain)
    departments += sum(pair in owners.STANDALONE_PAIRS for pair in pairwise(plain))
    if departments > 1:
        return unsure("it may be one service or several")
    return _verdict("owned", "it names one body or post", name.words)
