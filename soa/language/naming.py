"""Cuts the words that say who is responsible into names, told apart from the commas and ands inside one name."""

from typing import NamedTuple

from soa.language import owners
from soa.language.name_kinds import ARTICLES, OPEN, are_fields, kind_of_name
from soa.language.words import Word

DASHES = frozenset("- – — :".split())
BREAKS = frozenset("; / | • + \\".split())
JOINERS = frozenset("and & or plus".split())
_SIGNS = {"and": "&", ",": ","}
_FIELDS_ALONE = owners.FIELDS - owners.TAILS
"""Fields that are not the last word of a body's name."""
_ANEW = owners.PLACES | owners.NATIONAL
"""Words with which the name of another body begins."""
_RUN_TOGETHER = frozenset("council scotland enterprise partnership".split())
"""Last words of bodies, after which "NHS" and "Police" begin the next one even where no sign stands between."""

_PERSON = 7
"""Words in the name of a person or body before a comma and the post, at most."""
_PLACE = 3
"""Words in the first half of a place's name, at most."""


class Name(NamedTuple):
    """One name, or a part of one until it is joined to its neighbours.

    ``kind`` is what `kind_of_name` calls it, ``joined`` the sign before it (``and``, ``,``, ``-`` or ``;``), ``last``
    the part it ends with. ``signs`` tells what it was joined of: ``&``, ``,`` or ``-`` for each sign inside, ``b`` after
    the sign before a body, ``c`` for an "and" within a fixed expression such as "health and safety".
    """

    words: list[Word]
    kind: str
    joined: str
    last: list[Word]
    signs: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the name goes on after "of" or "for", with more than a place."""
        last = self.words[-1].text
        ended = (owners.AREAS, owners.TAILS, owners.INSTITUTIONS, owners.GROUPS)
        return not any(last in words for words in ended) and any(word.text in OPEN for word in self.words)

    @property
    def is_institution(self) -> bool:
        """Whether this is a body of its own, whose name does not go on before or after "and"."""
        texts = [word.text for word in self.words if word.text not in ARTICLES]
        return self.kind == "body" and (
            texts[0] in owners.INSTITUTIONS
            or texts[-1] in owners.INSTITUTIONS
            or (len(texts) == 1 and texts[0] not in owners.TAILS)
        )


def names(found: list[Word], text: str) -> list[Name]:
    """The names in ``found``, words of ``text``, in order."""
    parts = _compounds(_parts(found, text), text)
    joined: list[Name] = []
    for at, part in enumerate(parts):
        if joined and _continues(joined[-1], part, parts[at + 1 :]):
            joined[-1] = _together(joined[-1], part)
        else:
            joined.append(part)
    if len(joined) == 2 and _is_part_of(joined[1], joined[0]):
        return [_together(*joined)]
    return joined


def _parts(found: list[Word], text: str) -> list[Name]:
    """What stands between commas, ands and other signs."""
    parts: list[Name] = []
    current: list[Word] = []
    joined = ""
    for at, word in enumerate(found):
        sign = _sign(found, at)
        if not sign and word.text[0].isalnum():
            if current and _begins_anew(current, word):
                parts.append(_part(current, joined, text))
                current, joined = [], ";"
            current.append(word)
        elif sign and any(item.text not in ARTICLES for item in current):
            parts.append(_part(current, joined, text))
            current, joined = [], sign
        elif sign:
            current = []
            joined = sign if parts and joined in ("", ",") else joined
    if current:
        parts.append(_part(current, joined, text))
    return parts


def _part(found: list[Word], joined: str, text: str, signs: str = "") -> Name:
    return Name(found, kind_of_name(found, "" if text.isupper() else text), joined, found, signs)


def _sign(found: list[Word], at: int) -> str:
    """What the word at ``at`` does between names: nothing, or a comma, "and", a dash or ";" for a plain break."""
    sign = found[at].text
    if sign in ("and", "&"):
        return "and"
    if sign in BREAKS or sign in JOINERS:
        return "" if sign == "plus" and at and found[at - 1].text == "jobcentre" else ";"
    if sign in DASHES:
        return "-"
    if sign == ".":
        before = found[at - 1].text if at else ""
        return "" if len(before) < 2 or before in owners.ABBREVIATED else ";"
    return "," if sign == "," else ""


def _begins_anew(current: list[Word], word: Word) -> bool:
    """Whether a body begins at ``word`` although no sign stands before it, as in cells run together."""
    last = current[-1].text
    return (word.text == last and len(current) > 1) or (
        last in _RUN_TOGETHER and (word.text == "nhs" or (word.text == "police" and last != "scotland"))
    )


def _compounds(parts: list[Name], text: str) -> list[Name]:
    """The parts, those made one that stand around the "and" of a fixed expression or place: "Dumfries and Galloway"."""
    whole: list[Name] = []
    for part in parts:
        before = whole[-1] if whole and part.joined == "and" else None
        first = next((word.text for word in part.words if word.text not in ARTICLES), "")
        if before and (before.words[-1].text, first) in owners.COMPOUNDS:
            whole[-1] = _part(before.words + part.words, before.joined, text, "c")
            continue
        if before and [word.text for word in before.words] == ["community", "planning"]:
            whole[-1] = before._replace(kind="field")
        whole.append(part)
    return whole


def _continues(before: Name, part: Name, later: list[Name]) -> bool:
    """Whether ``part`` is still in the name ``before``: "Perth and Kinross Council", "Head of Roads and Parks"."""
    if _is_short_for(part, before):
        return True
    if part.joined == ";" or (part.joined == "and" and part.words[0].text in ARTICLES and not before.is_open):
        return False
    last_signs = before.signs.replace("-", ",").rpartition(",")[2]
    if part.joined == "and" and ("&" in last_signs or "c" in last_signs):
        return before.kind in ("field", "soft") and part.kind in ("field", "soft")
    if part.joined == "-":
        own = len(part.words) == 1 and part.words[0].text not in owners.BY_THEMSELVES
        both = before.is_institution and part.is_institution and not own
        return not both and before.kind not in ("crowd", "unnamed", "partnership")
    if part.kind == "post":
        return _takes_post(before, part, later)
    if before.kind == "post":
        return _post_goes_on(before, part)
    if before.kind == "body":
        return _body_goes_on(before, part, later)
    if before.kind == "crowd" and part.kind == "body" and part.joined == "and":
        return not part.is_institution and _is_of_crowds(part)
    return before.kind in ("field", "name", "soft") and _field_goes_on(before, part, later)


def _is_short_for(part: Name, before: Name) -> bool:
    """Whether ``part`` is the other's initials: "Scottish Ambulance Service / SAS"."""
    initials = "".join(word.text[0] for word in before.words)
    return len(before.words) > 1 and len(part.words) == 1 and part.words[0].text == initials


def _is_of_crowds(part: Name) -> bool:
    """Whether a body is called after a crowd or field, as in "Tenants and Residents Federation"."""
    ahead = [word for word in part.words[:-1] if word.text not in ARTICLES]
    return bool(ahead) and all(word.lemma in owners.CROWD_NOUNS or word.text in owners.FIELDS for word in ahead)


def _takes_post(before: Name, part: Name, later: list[Name]) -> bool:
    """Whether a post belongs to what is before: "Isla Munro, Head of Housing", "Housing and Property Manager"."""
    if part.joined == ",":
        at_body = len(later) == 1 and later[0].kind in ("field", "body") and before.kind == "name"
        alone = not later or later[0].joined == "-" or at_body
        named = before.kind in ("name", "body", "field") and len(before.words) <= _PERSON and "," not in before.signs
        return alone and named
    first = part.words[0].text
    begins = first in owners.POSTS or first in owners.TITLED_POSTS or first in ARTICLES
    return before.kind in ("field", "soft") and not begins and not part.is_open


def _post_goes_on(before: Name, part: Name) -> bool:
    """Whether a post's name goes on: a field of its work, after a comma the body it is in."""
    if part.kind == "body" and part.joined == ",":
        return "b" not in before.signs
    is_open = any(word.text in OPEN for word in before.words) or before.words[-1].text not in owners.POSTS
    if part.kind == "body":
        if before.signs.endswith((",", "-")) and not part.is_institution:
            return True
        half_a_place = _is_unknown(before.last[-1]) and before.last is not before.words
        return half_a_place or (is_open and _is_service(part))
    if part.kind == "name" and part.joined == "and":
        return is_open and not any(word.text in _ANEW for word in part.words)
    if part.kind == "crowd":
        return is_open and part.joined == "and" and part.words[-1].text in ("partnerships", "teams", "services")
    return is_open or part.joined == ","


def _body_goes_on(before: Name, part: Name, later: list[Name]) -> bool:
    """Whether a body's name goes on: "NHS Dumfries and Galloway", "Ministry of Roads, Ports and Ferries"."""
    ends = before.words[-1].text
    if part.kind in ("field", "soft") and (
        "-" in before.signs or (part.joined == "and" and before.signs.endswith(","))
    ):
        return True
    if part.joined == ",":
        return _body_has(before, part, later)
    if ends in _FIELDS_ALONE and (part.kind == "field" or _is_service(part)):
        return True
    if part.kind == "body":
        district = [word.text for word in part.words] == ["district"]
        return district or (before.is_open and _is_service(part))
    if part.kind in ("crowd", "group", "unnamed", "partnership"):
        return False
    if part.kind == "name" and len(part.words) > 1 and part.words[-1].text not in owners.FIELDS:
        return False
    if before.is_open or ends == "homes":
        return True
    begins = before.words[0].text in owners.FIRST_WORDS and len(before.words) > 1 and ends not in owners.PLACES
    return begins and before.last is before.words and ends not in owners.TAILS and ends not in owners.INSTITUTIONS


def _body_has(before: Name, part: Name, later: list[Name]) -> bool:
    """Whether what follows a body's comma is a part of it ("Orran Council, Housing") or it a part of that."""
    ends = before.words[-1].text
    goes_on = all(item.joined == "and" and item.kind in ("field", "soft") for item in later)
    is_open = before.is_open or before.last[-1].text in _FIELDS_ALONE
    if is_open and part.kind in ("field", "soft", "name") and any(item.joined == "and" for item in later):
        return True
    if part.kind == "field" and ends in ("team", "unit", "office"):
        return not later
    if part.is_institution and ends in owners.PARTS:
        return not later and (ends not in ("service", "services") or part.words[-1].text == "council")
    own = part.kind == "field" or (part.kind == "body" and part.words[-1].text in owners.PARTS)
    return own and goes_on and len(before.words) > 1 and ends in ("council", "government")


def _is_part_of(part: Name, whole: Name) -> bool:
    """Whether a body after a comma is a part of the one before it: "Orran Council, Housing and Property Services"."""
    if part.joined != "," or part.kind != "body" or not whole.is_institution or len(whole.words) == 1:
        return False
    last = part.words[-1].text
    return last in owners.PARTS and (last not in ("service", "services") or whole.words[-1].text == "council")


def _field_goes_on(before: Name, part: Name, later: list[Name]) -> bool:
    """Whether a field of work, or a name not known by its words, goes on: "Planning and Roads Service"."""
    last = part.words[-1].text
    if part.joined == ",":
        if part.kind == "body" and not later and not before.signs:
            in_council = len(part.words) > 1 and "council" in (part.words[0].text, last)
            return (before.kind == "field" and in_council) or _is_person(before)
        if part.kind == "body" and not later and before.kind == "field" and before.signs in ("&", "c"):
            return "council" in (part.words[0].text, last)
        if part.kind == "group":
            return part.signs == "c"
        if part.kind == "name" or before.kind == "name":
            is_group = bool(later) and later[-1].kind == "group" and later[-1].joined == "and"
            return is_group and all(item.kind in ("field", "name", "soft") for item in (part, *later[:-1]))
        return part.kind in ("field", "soft")
    if len(before.words) == 1 and before.words[0].text in owners.ADJECTIVES:
        return True
    if before.kind == "name" and len(before.words) > _PLACE and not before.is_open:
        return False
    if before.kind == "name" and part.words[0].text in owners.PLACES and before.last[-1].text not in owners.PLACES:
        return False
    opens_anew = part.words[0].text in owners.NATIONAL or any(word.text in OPEN for word in part.words[:2])
    if part.kind == "body" and opens_anew:
        return False
    if part.is_institution:
        council_of_fields = len(part.words) > 1 and are_fields([word.text for word in part.words[:-1]])
        return _is_half_a_place(before, part) or (before.kind == "field" and council_of_fields)
    if part.kind == "body":
        if last == "scotland" and not part.is_open:
            return len(part.words) == 2
        return before.kind != "name" or len(part.words) > 1
    if part.kind == "name":
        return before.kind != "name" or len(before.words) == 1 or len(part.words) == 1
    return part.kind in ("group", "field", "soft")


def _is_half_a_place(before: Name, part: Name) -> bool:
    """Whether ``before`` is half a place's name, as "Perth" is before "Kinross Council"."""
    texts = [word.text for word in part.words if word.text not in ARTICLES]
    first, last = texts[0], texts[-1]
    if len(texts) == 1 or first in owners.INSTITUTIONS or before.kind != "name":
        return False
    if first in owners.PLACES:
        return before.words[-1].text in owners.PLACES and last in owners.REGIONAL
    return len(before.words) <= _PLACE


def _is_service(part: Name) -> bool:
    """Whether a body is called after fields of work: "Children's Services"."""
    plain = [word.text for word in part.words if word.text not in ARTICLES]
    return plain[-1] in owners.PARTS and are_fields(plain[:-1])


def _is_person(name: Name) -> bool:
    first = name.words[0].text
    return name.kind == "name" and (first in owners.TITLES or len(first) == 1)


def _is_unknown(word: Word) -> bool:
    known = (owners.FIELDS, owners.POSTS, owners.TAILS, owners.INSTITUTIONS)
    return all(word.text not in kind for kind in known)


def _together(before: Name, part: Name) -> Name:
    kinds = (before.kind, part.kind)
    ranked = (kind for kind in ("post", "body", "group", "crowd", "name", "soft") if kind in kinds)
    is_employer = part.kind == "body" and part.joined != "and"
    signs = before.signs + _SIGNS.get(part.joined, "-") + ("b" if is_employer else part.signs)
    return Name(before.words + part.words, next(ranked, "field"), before.joined, part.last, signs)
