"""What may be written at the cursor: ids of what a key refers to, words of a closed list, names of rules in an exception."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from soa.editor.hover import words_of
from soa.editor.where import value_at
from soa.engine.check import Checked
from soa.model.agreement import Agreement, CoreNotUsed
from soa.model.lookup import Lookup, MeasureOf, walk
from soa.model.measure import Gap, Indicator
from soa.model.outcome import Outcome, Priority
from soa.model.part import Part, each, sound
from soa.model.reading import read as read_data
from soa.model.resources import Ask
from soa.model.review import PARTNERSHIP, Point, round_file
from soa.model.slips import part_at
from soa.rules import AnyRule
from soa.rules import _references as references
from soa.source import Source, load
from soa.source.places import Path
from soa.source.writing import as_text

Read = Callable[[str], bytes | str]

_MARK = "the-cursor-stands-here"
"""Put into the text where the cursor stands, so that the reader, who mends what is half written, says where that is."""
_WORD = re.compile(r"[\w./-]*")
_WORD_BEFORE = re.compile(r"[\w./-]*\Z")
_MAY_BEGIN = re.compile(r"(?:^|[:,\[{'\"]|(?:^|\s)-)[ \t]*\Z")
_IN_EXCEPTION = re.compile(r"#[ \t]*soa[ \t]*:[ \t]*ignore[ \t]*\[[^\]\r\n]*\Z", re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]")
_SAID_BY = ("name", "title", "action", "finding", "heard", "group", "ask")
"""The keys under which a part says what it is, best first."""


class Offer(NamedTuple):
    """Something that may be written."""

    text: str
    said: str = ""
    """What it means, or what it is the id of."""


class Offers(NamedTuple):
    """What may be written in place of a stretch of the text, from one offset to another."""

    start: int
    end: int
    all: tuple[Offer, ...]


def completions(
    root: str,
    file: str,
    text: str,
    offset: int,
    read: Read,
    rules: Mapping[str, AnyRule],
    last: Checked | None = None,
) -> Offers:
    """What may be written at an offset of the text of a file, which belongs to the agreement in the file `root`.

    `read` reads its other files. Where the text is broken, ids are also those of `last`, the last reading that was not.
    """
    before = text[max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1 : offset]
    word = _WORD_BEFORE.search(before)
    after = _WORD.match(text, offset)
    start = offset - len(word[0] if word else "")
    end = after.end() if after else offset
    if _IN_EXCEPTION.search(before):
        return Offers(start, end, tuple(Offer(name, rule.summary) for name, rule in rules.items()))
    if not _MAY_BEGIN.search(before[: len(before) - (offset - start)]):
        return Offers(start, end, ())
    line_end = _LINE_END.search(text, end)
    rest = line_end.start() if line_end else len(text)
    # Where brackets are half written, what follows on the line can keep the reader from the cursor.
    for marked in (_MARK + text[end:], _MARK + text[rest:]):
        source = load(root, _with(read, file, text[:start] + marked), round_file)
        if (path := _path_of_mark(source.data)) is not None:
            offers = _one_step_further(_offers(source, path, last), text[start:offset])
            return Offers(start, end, tuple(offers))
    return Offers(start, end, ())


def _one_step_further(offers: Iterator[Offer], typed: str) -> Iterator[Offer]:
    """Of addresses those that lead one step further than what is typed, as YAML wants them; what is no address is one step."""
    around = typed[: typed.rfind("/") + 1]
    for one in offers:
        if one.text.startswith(around) and "/" not in one.text[len(around) :]:
            yield one._replace(text=as_text(one.text)) if around else one


def _with(read: Read, file: str, text: str) -> Read:
    """What reads one file as a text that is given, and the others as before."""
    return lambda name: text if name == file else read(name)


def _path_of_mark(data: Any) -> Path | None:
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if value == _MARK:
            return path
        if isinstance(value, dict):
            waiting += [((*path, key), below) for key, below in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), below) for index, below in enumerate(value)]
    return None


def _offers(source: Source, path: Path, last: Checked | None) -> Iterator[Offer]:
    """What may stand at a path; what the same list has already is left out."""
    at = path[:-1] if isinstance(path[-1], int) else path
    owner = part_at(at[:-1])
    key = str(at[-1])
    if owner is None or key not in owner.model_fields or not isinstance(source.data, dict):
        return
    there = value_at(source.data, at)
    used = {str(one) for one in there} if isinstance(there, list) else set()
    words = words_of(owner.model_fields[key])
    found = words or _listed(owner, key, source) or _ids(owner, key, at, source, last)
    for text, said in found.items():
        if text not in used:
            yield Offer(text, said)


def _ids(owner: type[Part], key: str, path: Path, source: Source, last: Checked | None) -> dict[str, str]:
    """The ids that a key may refer to, those of the outcome it stands in first, each with what it is the id of."""
    agreement = read_data(source.data, source.unread).agreement  # type: ignore[arg-type]
    found = _names(owner, key, path, agreement)
    if source.faults and last is not None and last.agreement is not None:
        found = {**_names(owner, key, path, last.agreement), **found}
    ordered = sorted(found, key=lambda name: "." in name)
    return {name: said_by(found[name]) for name in ordered if name != _MARK}


def _names(owner: type[Part], key: str, path: Path, agreement: Agreement) -> Mapping[str, Any]:
    lookup = Lookup(agreement)
    if (owner, key) == (Gap, "between"):
        return _ends_of_gap(lookup, path[:-2])
    if (owner, key) == (Ask, "of"):
        return references.signatories(lookup, None)
    if (owner, key) == (Point, "to"):
        return {PARTNERSHIP: None, **references.signatories(lookup, None)}
    if (owner, key) == (Point, "about"):
        return _by_address(lookup)
    names = next((names for kind, name, _, names in references.REFERENCES if kind is owner and name == key), None)
    return names(lookup, _outcome_of(path, lookup)) if names is not None else {}


def _by_address(lookup: Lookup) -> Mapping[str, Any]:
    """The parts of the agreement by their addresses."""
    parts = {found.path: found.part for found in walk(lookup.agreement)}
    paths = ((address, lookup.addresses.path(address)) for address in lookup.addresses if address)
    return {address: parts.get(path) for address, path in paths if path is not None}


def _outcome_of(path: Path, lookup: Lookup) -> Outcome | None:
    """The outcome that a path leads into."""
    return next((outcome for at, outcome in lookup.all(Outcome) if path[: len(at)] == at), None)


def _ends_of_gap(lookup: Lookup, path: Path) -> Mapping[str, Any]:
    """The entries of the breakdown of the indicator at a path, and everyone."""
    indicator = next((one for at, one in lookup.all(Indicator) if at == path), None)
    entries = each(indicator.breakdown) if indicator is not None else ()
    return {**{one.of: one for one in entries if sound(one) and sound(one.of)}, "everyone": None}


def _listed(owner: type[Part], key: str, source: Source) -> dict[str, str]:
    """What Scotland's lists hold for a key."""
    from soa.reference import core_indicators, framework_on, national_outcomes, policy_priorities

    if (owner, key) == (Priority, "policy_priorities"):
        return {one.id: one.title for one in policy_priorities()}
    if (owner, key) in {(Indicator, "core"), (CoreNotUsed, "core")}:
        return {one.id: one.name for one in core_indicators()}
    if (owner, key) == (Priority, "national_outcomes"):
        header = read_data(source.data, source.unread).agreement.agreement  # type: ignore[arg-type]
        begins = framework_on(header.starts.first_day) if sound(header.starts) else ""
        framework = header.framework if sound(header.framework) else begins
        return {str(one.number): one.text for one in national_outcomes(framework)} if framework else {}
    return {}


def said_by(thing: Any) -> str:
    """What people call a part that has an id; empty where it does not say."""
    if isinstance(thing, MeasureOf):
        thing = thing.indicator
    elif isinstance(thing, tuple):
        thing = thing[1]  # an action, with its path before it and its outcome behind
    if isinstance(thing, Outcome):
        thing = thing.what
        return thing.statement if sound(thing.statement) else ""
    said = (getattr(thing, key, "") for key in _SAID_BY)
    return next((one for one in said if isinstance(one, str) and one), "")
