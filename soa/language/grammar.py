"""The small words, and the parts of a statement that are found by them: what is counted, and what is said of it."""

from collections.abc import Iterator

from soa.language.doings import FEELING_WORDS, FELT_WORDS
from soa.language.tags import Tag

PREPOSITIONS = frozenset(
    """
of in on at for from with without within by to into onto under over above below between among amongst through via
against about across during after before since until per towards toward around near outside inside as than regarding
concerning due despite following involving including excluding where when while whereby because if but not out off up
whilst
""".split()
)
RELATIVES = frozenset("who that which whose whom where".split())
DETERMINERS = frozenset(
    "a an the all any each every both some our their its this these those no other such his her".split()
)
TIME_UNITS = frozenset("second minute hour day week fortnight month year wk min hr".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten twelve fifteen twenty thirty".split())
JOINERS = frozenset(("and", "or", "&", "/"))
_FILLERS = DETERMINERS | frozenset(
    """
number numbers no no. num percentage percentages percent per cent % proportion proportions rate rates share average
averages mean median total annual level levels ratio of amount volume count overall sum quantity and or increase
decrease reduction rise change improvement reduced increased fewer more less lower higher in by to cumulative latest
estimated actual monthly quarterly yearly weekly crude net gross standardised age-standardised new target against capita
additional further extra at least up figure score index measured measure indicator that combined maximum minimum
significant significantly year-on-year continued continue only rolling cut whether not there is are than
""".split()
)
_STOPS = frozenset(":;–—|•")
_OPENS_LIST = frozenset("condition among following include group".split())
_BEFORE_AND_AFTER = ("post-", "pre-")
_WITH_TWO_OBJECTS = frozenset("give offer provide award teach send issue grant serve".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_MODALS = frozenset("will shall must should would can could may exists exist remains took takes".split())
_PLAIN_VERBS = frozenset(
    "report say feel live smoke agree believe think drink walk cycle travel volunteer eat participate".split()
)
_STATES_OF = (
    FEELING_WORDS
    | FELT_WORDS
    | {"aged", "available", "born", "complete", "done", "operational"}
    | frozenset("eligible entitled likely subject present resident suitable".split())
)
_ACTORS = frozenset(("person", "org", "staff"))
_MEETERS = _ACTORS | {"place", "condition", "service", "facility"}
_EVERYBODY = frozenset("everyone everybody nobody no-one we population".split())
_COLLECTIVE = frozenset("everyone everybody nobody no-one we population public youth community staff workforce".split())
_ARTICLES = frozenset("a an the their his her its our".split())
_GRADES = frozenset("good better excellent outstanding satisfactory adequate fair poor".split())
_LONG_PART = 2
_LONGEST_CODE = 7
_ADJECTIVES = frozenset(
    "early only daily weekly monthly quarterly yearly hourly likely unlikely elderly friendly family lonely".split()
)
_REFERENCES = frozenset(
    "ni kpi lpi pi bv bvpi spi ref tp tsm sdg target goal indicator measure outcome output action objective p stage phase".split()
)


def without_brackets(tags: list[Tag]) -> list[Tag]:
    """``tags`` without what stands in brackets, unless a bracket is never closed or nothing else is there."""
    kept: list[Tag] = []
    depth = 0
    for item in tags:
        if item.text in "([{":
            depth += 1
        elif item.text in ")]}":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(item)
    if depth or not kept:
        return [item for item in tags if item.text not in "()[]{}"]
    return kept


def parts(tags: list[Tag]) -> Iterator[list[Tag]]:
    """The stretches of a statement between colons, dashes, semicolons and full stops."""
    part: list[Tag] = []
    for item in tags:
        opens_list = item.text == ":" and part and part[-1].lemma in _OPENS_LIST
        ends = (
            (item.text in _STOPS and not opens_list)
            or item.text == "-"
            or (item.text == "." and len(part) > _LONG_PART)
        )
        if not ends:
            if item.text != ".":
                part.append(item)
        elif part:
            yield part
            part = []
    if part:
        yield part


def unprefixed(tags: list[Tag]) -> list[Tag]:
    """``tags`` without the words that only say how much, how counted, by when or which way, and any number before."""
    at = _after_code(tags) or _after_date(tags)
    while at < len(tags) and _is_filler(tags[at]):
        at += 1
    of_time = at > 1 and at + 1 < len(tags) and tags[at].text == "time" and tags[at + 1].kind
    if of_time and "of" in (tags[at - 1].text, tags[at - 2].text):
        at += 1  # "percentage of the time bathing water is clean"
    return tags[at:]


def _after_code(tags: list[Tag]) -> int:
    """Past the reference in front of a measure: "NI 43", "EN02a", "KPI 7"."""
    if len(tags) < _LONG_PART + 1:
        return 0
    first, following = tags[0], tags[1]
    if first.text in _REFERENCES and following.text[0].isdigit():
        return 2
    named = first.text[-1].isdigit() or first.text[-2:-1].isdigit()
    is_code = named and first.text[0].isalpha() and not first.kind and len(first.text) <= _LONGEST_CODE
    return 1 if is_code and following.text not in PREPOSITIONS and following.form != "ed" else 0


def _after_date(tags: list[Tag]) -> int:
    """Past an opening "By March 2030,"."""
    at = 0
    if len(tags) > 1 and tags[0].text in ("by", "from", "in"):
        at = 1
        while at < len(tags) and (tags[at].text[0].isdigit() or tags[at].text in _MONTHS or tags[at].text in ",/-"):
            at += 1
    return at if at > 1 else 0


def _is_filler(item: Tag) -> bool:
    return item.text in _FILLERS or (item.text[0].isdigit() and not item.kind) or not item.text[0].isalnum()


def is_adverb(item: Tag) -> bool:
    """Whether it says how something is done: "actively", "jointly"."""
    return item.text.endswith("ly") and not item.kind and not item.base and item.text not in _ADJECTIVES


def head_end(tags: list[Tag]) -> int:
    """Where the first noun phrase of ``tags`` ends (exclusive)."""
    seen = False
    for at, item in enumerate(tags):
        text = item.text
        is_sign = not text[0].isalnum() and text not in "&/'’-%"
        if seen and _joins_adjectives(tags, at):
            continue
        if (
            is_sign
            or text in PREPOSITIONS
            or (seen and _says_when(tags, at))
            or text in RELATIVES
            or (seen and _opens_predicate(tags, at))
        ):
            if seen:
                return at
        elif seen and text in _ARTICLES and tags[at - 1].text not in JOINERS:
            return at
        elif text not in DETERMINERS and text not in JOINERS:
            seen = True
    return len(tags)


def _says_when(tags: list[Tag], at: int) -> bool:
    """Whether "post-discharge" at ``at`` stands by itself, as if it were "after discharge"."""
    alone = at + 1 == len(tags) or tags[at + 1].text in PREPOSITIONS or not tags[at + 1].text[0].isalnum()
    return alone and not tags[at].kind and tags[at].text.startswith(_BEFORE_AND_AFTER)


def _joins_adjectives(tags: list[Tag], at: int) -> bool:
    """Whether a comma at ``at`` stands between adjectives: "comprehensive, agreed plans"."""
    if tags[at].text != "," or at + 2 >= len(tags) or any(item.kind or item.base for item in tags[:at]):
        return False
    return (
        not tags[at + 1].kind
        and bool(tags[at + 2].kind or tags[at + 2].text[0].isalpha())
        and tags[at + 2].text not in JOINERS
    )


def _opens_predicate(tags: list[Tag], at: int) -> bool:
    """Whether something is said, from here on, of the noun phrase that stands before."""
    item = tags[at]
    before = tags[at - 2] if at > 1 and is_adverb(tags[at - 1]) else tags[at - 1]
    after = tags[at + 1] if at + 1 < len(tags) else None
    if item.base in ("be", "have") or item.text in _MODALS:
        return True
    if item.text[0].isdigit() or item.text in NUMBERS:
        return after is not None and after.lemma in TIME_UNITS
    if item.text == "open" and after is not None and after.text[0].isdigit():
        return True
    if item.text in _STATES_OF:
        return item.text == "aged" or bool(before.kind and not (after and after.kind))
    if item.base == "meet" and item.form != "ed" and before.kind in _MEETERS:
        return after is not None and (item.form == "s" or after.kind != "paper")
    if item.form in ("base", "s") or not item.form:
        return _opens_plainly(item, before, after)
    if before.kind in _ACTORS and _is_plural(before) and item.form == "ing":
        return True
    return not item.kind and _opens_as_participle(tags, at)


def _opens_plainly(item: Tag, before: Tag, after: Tag | None) -> bool:
    """A verb in a plain form ("children walk", "a city meets the ..."), or an unknown participle ("complaints lodged")."""
    if item.form == "base":
        several = before.text != before.lemma or before.lemma in _EVERYBODY
        return before.kind in _ACTORS and several and (not item.kind or item.base in _PLAIN_VERBS)
    if item.form == "s":
        return (
            not item.kind
            and before.text not in JOINERS
            and after is not None
            and after.text != "of"
            and (after.text in DETERMINERS or after.text in PREPOSITIONS or after.text == "and")
        )
    if not item.kind and item.text.endswith("ed") and (before.kind or before.text != before.lemma):
        return after is None or after.text in PREPOSITIONS or after.text in _GRADES or after.text in ("and", ",")
    return False


def _is_plural(item: Tag) -> bool:
    return item.text != item.lemma or item.lemma in _COLLECTIVE


def _opens_as_participle(tags: list[Tag], at: int) -> bool:
    item, before = tags[at], tags[at - 1]
    after = tags[at + 1] if at + 1 < len(tags) else None
    if item.base == "own" and after is not None and after.kind == "org":
        return False  # "family owned firms"
    if item.base in ("record", "report") and any(word.kind == "condition" for word in tags[at + 1 : at + 3]):
        return False  # "police recorded hate crime"
    noun_follows = after is not None and after.kind not in ("", "measure")
    if at > 1 and _joins_adjectives(tags, at - 1):
        return False
    if at > 1 and not before.kind and (before.text in JOINERS or before.text == ","):
        return bool(tags[at - 2].kind) and item.form == "ed" and not noun_follows
    if item.form == "ing":
        return after is None or not after.text[0].isalpha() or after.text in PREPOSITIONS or after.text in DETERMINERS
    if before.kind == "condition" and _describes_a_noun(tags, at):
        return False
    return not noun_follows or before.kind in ("person", "product", "place", "staff")


def _describes_a_noun(tags: list[Tag], at: int) -> bool:
    """Whether adjectives and a known noun follow the participle ("damp related chest clinics")."""
    if tags[at].base in _WITH_TWO_OBJECTS:
        return False
    for item in tags[at + 1 :]:
        if not item.text[0].isalpha() or item.text in PREPOSITIONS or item.text in DETERMINERS or item.text in JOINERS:
            return False
        if item.kind not in ("", "measure"):
            return True
    return False


def head_of(tags: list[Tag]) -> Tag | None:
    """The head of a whole noun phrase: its last word that is not a word of counting."""
    last: Tag | None = None
    for at in range(len(tags) - 1, -1, -1):
        item = tags[at]
        if not item.text[0].isalpha() or item.text in JOINERS or item.text in DETERMINERS or item.text in PREPOSITIONS:
            continue
        if is_adverb(item):
            continue
        last = last or item
        if item.kind not in ("measure", "change"):
            return _first_of_pair(tags, at) or item
    return last


def _first_of_pair(tags: list[Tag], at: int) -> Tag | None:
    """In "crimes and clear-ups" the first of the pair, when it is the better known."""
    if at < 2 or tags[at - 1].text not in JOINERS:
        return None
    item, first = tags[at], tags[at - 2]
    if first.kind == "condition" and item.kind != "condition" and first.text != first.lemma:
        return first
    return first if first.kind and not item.kind else None


def front_noun(tags: list[Tag]) -> Tag | None:
    """The head of the noun phrase at the front of ``tags``."""
    head = head_of(tags[: head_end(tags)])
    return None if head is None or head.kind == "measure" else head
