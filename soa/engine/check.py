"""The engine: an agreement's text in, its findings out, in reading order, one for each cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from soa.engine.parts import part_name, words_at
from soa.engine.precedence import standing
from soa.engine.shape import ShapeFault, faults_of_shape
from soa.findings import MAX_LISTED, SEVERITIES, Finding, Related, Severity
from soa.model.agreement import Agreement, Header
from soa.model.lookup import Lookup
from soa.model.part import sound
from soa.model.reading import read
from soa.rules import AnyRule, all_rules
from soa.rules._rule import Problem, Subject
from soa.source import Source
from soa.source.faults import Fault
from soa.source.places import Edit, Path, Place


class Checked(NamedTuple):
    """What came of checking one agreement."""

    source: Source
    agreement: Agreement | None
    """Sound, or with holes; None where nothing could be read."""
    findings: tuple[Finding, ...]
    """In reading order; at most MAX_LISTED."""
    counts: dict[Severity, int]
    """How many there are of each severity, those not listed included."""


class Raised(NamedTuple):
    """A finding before it is worked out: most of that is needed only for those that are listed."""

    rule: str
    case: str
    severity: Severity
    path: Path
    place: Place
    message: str
    help: str
    related: tuple[tuple[Path | Place, str], ...] = ()
    edits: tuple[Edit, ...] = ()
    words: str | None = None
    """The words it is about, where they are not those at its path."""


def check(source: Source, *, as_of: date, rules: Mapping[str, AnyRule] | None = None) -> Checked:
    """Check an agreement that was read as text, as of a day (which only the rules that need today look at)."""
    rules = all_rules() if rules is None else rules
    raised = [_of_fault(fault, source, rules) for fault in source.faults]
    data = source.data
    if not isinstance(data, dict) or () in source.unread:
        return _checked(source, None, raised)
    reading = read(data, source.unread)
    raised += [_of_shape(shape, source, rules) for shape in faults_of_shape(reading.errors, reading.misspelt, rules)]
    raised += _problems(reading.agreement, source, as_of, rules)
    return _checked(source, reading.agreement, standing(raised, rules))


def _checked(source: Source, agreement: Agreement | None, raised: Sequence[Raised]) -> Checked:
    """In reading order: files as the agreement reads them, then from top to bottom."""
    rank = {name: index for index, name in enumerate(source.texts)}
    ordered = sorted(raised, key=lambda one: (rank.get(one.place.file, len(rank)), one.place.span, one.rule, one.case))
    counts: dict[Severity, int] = {severity: sum(one.severity == severity for one in raised) for severity in SEVERITIES}
    return Checked(source, agreement, tuple(_finding(one, source) for one in ordered[:MAX_LISTED]), counts)


def _problems(agreement: Agreement, source: Source, as_of: date, rules: Mapping[str, AnyRule]) -> Iterator[Raised]:
    """What the rules find, each offered every sound part of its types."""
    lookup = Lookup(agreement)
    for name, rule in rules.items():
        if not _holds_for(rule, agreement.agreement, as_of):
            continue
        for path, part in (found for kind in rule.on for found in lookup.by_type.get(kind, ())):
            if rule.offers(part):
                for problem in rule.check(Subject(part, path, lookup, as_of)):
                    yield _of_problem(name, rule, (*path, *problem.at), problem, source)


def _holds_for(rule: AnyRule, header: Header, as_of: date) -> bool:
    """Whether a rule holds for this kind of plan, of this time; a header that could not be read holds nothing back."""
    if sound(header.kind) and header.kind not in rule.kinds:
        return False
    if sound(header.starts) and not rule.starts[0] <= header.starts.first_day.isoformat() <= rule.starts[1]:
        return False
    return not rule.needs_today or not sound(header.ends) or as_of <= header.ends.last_day


def _of_fault(fault: Fault, source: Source, rules: Mapping[str, AnyRule]) -> Raised:
    rule = rules.get(fault.rule)
    case = next(iter(rule.cases)) if rule is not None else ""
    severity = rule.cases[case].severity if rule is not None else "error"
    start, end = fault.place.span
    text = source.texts[fault.place.file].text if fault.place.file in source.texts else ""
    words = text[start.offset : end.offset]
    return Raised(
        fault.rule,
        case,
        severity,
        fault.path,
        fault.place,
        fault.message,
        fault.help,
        fault.related,
        fault.edits,
        words,
    )


def _of_shape(shape: ShapeFault, source: Source, rules: Mapping[str, AnyRule]) -> Raised:
    severity = rules[shape.rule].cases[shape.case].severity if shape.rule in rules else "error"
    unknown = shape.rule == "unknown-key"
    place = source.key(shape.path) if unknown else _place(source, shape.path)
    exact = unknown or source.value(shape.path) == place
    edits = (Edit(place, shape.write),) if shape.write and exact else ()
    words = str(shape.path[-1]) if unknown else None
    return Raised(shape.rule, shape.case, severity, shape.path, place, shape.message, shape.help, (), edits, words)


def _of_problem(name: str, rule: AnyRule, at: Path, problem: Problem, source: Source) -> Raised:
    case = rule.cases[problem.case]
    place = _place(source, at)
    said = problem.help or case.help
    return Raised(name, problem.case, case.severity, at, place, problem.message, said, problem.related)


def _finding(raised: Raised, source: Source) -> Finding:
    """A finding whole: its part's name, its fingerprint, the places of what it is related to."""
    part = part_name(raised.path, source.data)
    words = words_at(raised.path, source.data) if raised.words is None else raised.words
    fingerprint = sha256(f"{raised.rule}\x1f{raised.case}\x1f{part}\x1f{words}".encode("utf-8", "surrogatepass"))
    related = tuple(
        Related(where if isinstance(where, Place) else _place(source, where), message)
        for where, message in raised.related
    )
    return Finding(
        raised.rule,
        raised.case,
        raised.severity,
        raised.message,
        raised.help,
        raised.place,
        raised.path,
        part,
        fingerprint.hexdigest()[:16],
        related,
        raised.edits,
    )


def _place(source: Source, path: Path) -> Place:
    """Where to point for a path: a scalar itself, a mapping or list by its key or first line."""
    return source.value(path) if words_at(path, source.data) else source.head(path)
