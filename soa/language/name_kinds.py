"""Tells from the words of one name whether it is a post, a body, a field of work, a crowd, a group or the partnership."""

from soa.language import owners
from soa.language.words import Word

ARTICLES = frozenset("the a an our their its".split())
OPEN = frozenset("of for".split())
"""Words after which the name of a post or body goes on."""

_ASIDE = frozenset(
    """
    of for in across at from within on who to about between throughout under with as
    listed named identified involved concerned responsible participating engaged delivering
    """.split()
)
"""Words after which a name goes on without its head."""

_AFTER_HEAD = frozenset("themselves only locally jointly level".split())
_VOWELS = frozenset("aeiouy")
_GROUP_WORDS = owners.GROUPS - owners.GROUP_ACRONYMS
_NAMED_WITHIN = owners.POSTS | owners.TAILS | owners.GROUPS | owners.INSTITUTIONS
"""Words for what a partnership has: posts, teams, groups."""
_ACRONYM = 7
"""Letters in an acronym, at most."""
_WITH_CPP = 4
"""Words in a partnership's name that ends with an acronym, at most."""


def kind_of_name(found: list[Word], text: str) -> str:
    """The kind of the name made of the words ``found``, at least one, in ``text``.

    It is ``post``, ``body``, ``name`` (a person or body not known by its words), ``field`` (a field of work),
    ``crowd``, ``soft`` (a crowd that services are called after), ``group``, ``unnamed`` (a group without a name) or
    ``partnership``. ``text`` is empty where its capitals tell nothing.
    """
    plain = [word.text for word in found if word.text not in ARTICLES]
    if not plain:
        return "crowd"
    head = _head(found)
    ahead = [word.text for word in found if word.end <= head.start and word.text not in ARTICLES]
    if _is_partnership(plain):
        return "partnership"
    if _is_of_each(found) or plain[-1] == "groups":
        return "crowd"
    if _ends_known_body([*ahead, head.text]) or (
        plain[-3:-2] == [head.text] and (_ends_known_body(plain) or plain[-2:] == ["for", "scotland"])
    ):
        return "body"
    is_post = _is_post(found, head)
    if _is_crowd(head, ahead, is_last=plain[-1] == head.text) or _is_plural_acronym(head, text):
        return _kind_of_crowd(plain, head, is_post=is_post)
    if (is_post and head.text not in _GROUP_WORDS and head.text != "team") or (
        head.text == "executive" and "chief" in plain
    ):
        return "post"
    if _is_body(plain, head.text) or _is_acronym(found, text):
        return "body"
    if head.text in owners.GROUPS or head.text == "team" or any(word in owners.GROUP_MARKS for word in plain):
        is_unnamed = all(word in owners.GROUP_FILLERS for word in plain) or _is_group_of_many(found, head)
        return "unnamed" if is_unnamed else "group"
    return "field" if are_fields(plain) else "name"


def are_fields(plain: list[str]) -> bool:
    """Whether all the words ``plain`` are words for fields of work."""
    return all(word in owners.FIELDS for word in plain)


def _head(found: list[Word]) -> Word:
    """The word that says what is named: "members" in "members of the board"."""
    end = len(found)
    for at, word in enumerate(found):
        if at and word.text in _ASIDE and found[at - 1].text not in owners.COMPASS:
            end = at - 1 if found[at - 1].text == "working" and at > 1 else at
            break
    while end > 1 and (found[end - 1].text[0].isdigit() or found[end - 1].text in _AFTER_HEAD):
        end -= 1
    return found[end - 1]


def _is_partnership(plain: list[str]) -> bool:
    """The partnership itself: "Orran CPP", "Fife Partnership", "Community Planning Orran", "our partnership"."""
    tail = plain[:-1] if plain[-1] in ("board", "executive", "members") and len(plain) > 1 else plain
    for words in (plain, tail):
        if any(tuple(words[-size:]) in owners.PARTNERSHIP_TAILS for size in (2, 3)):
            return True
    if len(tail) <= _WITH_CPP and (tail[-1].endswith(("cpp", "cpps")) or tail[-1] in ("lsp", "psb")):
        return True
    if "community planning" in " ".join(plain) and plain[-1] in ("board", "executive", "committee"):
        return all(word in owners.WHOLE_PARTNERSHIP or word in owners.AREAS for word in plain)
    if plain[:2] == ["community", "planning"]:
        return not plain[2:] or (len(plain) == 3 and not _says_more(plain[2]))
    if plain[-1] in ("group", "forum", "team") and "cpp" not in plain:
        return False
    return any(word in owners.PARTNERSHIP_WORDS for word in plain) and all(
        word in owners.WHOLE_PARTNERSHIP or word in owners.AREAS for word in plain
    )


def _says_more(word: str) -> bool:
    """Whether a word makes of "community planning" a post, a body or a group within the partnership."""
    return word in _NAMED_WITHIN or (word.endswith("s") and word != "partners")


def _is_of_each(found: list[Word]) -> bool:
    """Whether the name takes one from each: "an officer from each service"."""
    last = found[-1]
    return any(word.text in ("each", "every") for word in found) and (
        last.lemma in owners.CROWD_NOUNS or last.text == "service"
    )


def _ends_known_body(plain: list[str]) -> bool:
    return any(tuple(plain[-size:]) in owners.BODY_PHRASES for size in (2, 3))


def _is_post(found: list[Word], head: Word) -> bool:
    """Whether one post is named; "lead" and "chief" before a crowd or group are no posts."""
    if head.text in owners.POSTS and head.text != "executive":
        return True
    posts = [word.text for word in found if word.text in owners.POSTS]
    if any(post not in owners.WEAK_POSTS for post in posts):
        return True
    return bool(posts) and (head.text == head.lemma or any(word.text in OPEN for word in found))


def _is_crowd(head: Word, ahead: list[str], *, is_last: bool) -> bool:
    if head.text in owners.COLLECTIVES:
        return is_last or head.text not in owners.LAST_ONLY
    if head.text == "government":
        return "local" in ahead
    if head.text in ("services", "service"):
        return all(word in owners.GENERIC for word in ahead)
    if head.text == "homes":
        return bool(ahead) and ahead[-1] in ("care", "nursing", "residential", "children's")
    is_plural = head.text != head.lemma or head.text == "public"
    return is_plural and (head.lemma in owners.CROWD_NOUNS or head.lemma in owners.POSTS)


def _is_plural_acronym(head: Word, text: str) -> bool:
    written = text[head.start : head.end]
    return len(written) > 2 and written[:-1].isupper() and written[-1] == "s"


def _kind_of_crowd(plain: list[str], head: Word, *, is_post: bool) -> str:
    """A crowd, unless a post stands before it ("Service Manager Schools") or a service is called so."""
    if is_post and head.lemma not in owners.POSTS:
        return "post"
    if head.lemma not in owners.SOFT_CROWDS:
        return "crowd"
    if len(plain) > 1 and plain[0] in owners.QUALITIES:
        return "group"
    return "soft" if are_fields(plain) else "crowd"


def _is_body(plain: list[str], head: str) -> bool:
    if head == "team":
        return any(word not in owners.GROUP_FILLERS for word in plain)
    if head in owners.GROUPS or head in owners.COLLECTIVES:
        return False
    if head in owners.INSTITUTIONS or head in owners.TAILS or plain[0] in owners.FIRST_WORDS:
        return True
    if "council" in plain or "council's" in plain or tuple(plain[:2]) in owners.BODY_PHRASES:
        return True
    return len(plain) == 1 and head in owners.LONE_BODIES


def _is_acronym(found: list[Word], text: str) -> bool:
    """Whether the name is an acronym, or ends with one: it has no vowel, or stands out by its capitals."""
    word = found[-1]
    if not 1 < len(word.text) <= _ACRONYM or word.text in owners.FIELDS or word.text in owners.GROUPS:
        return False
    written = text[word.start : word.end]
    if any(item.text not in ARTICLES for item in found[:-1]):
        return written.isupper()
    if word.text.isalpha() and not _VOWELS & set(word.text):
        return True
    return len(written) > 1 and written[0].isupper() and (written[1].isupper() or written[-1].isupper())


def _is_group_of_many(found: list[Word], head: Word) -> bool:
    """Whether a group is told by what it is made of, which is not its name: "a network of volunteers"."""
    last = found[-1]
    return (
        head.text in owners.MADE_OF_MANY
        and any(word.text == "of" for word in found)
        and last.text != last.lemma
        and last.lemma in owners.CROWD_NOUNS
    )
