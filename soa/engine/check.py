"""The engine: an agreement's text in, its findings out, in reading order, one for each cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from soa.engine.parts import part_name, words_at
from soa.engine.precedence import Raised, standing
from soa.engine.shape import ShapeFault, faults_of_shape
from soa.findings import Finding, Related, Severity
from soa.model.agreement import Agreement, Header
from soa.model.lookup import Lookup
from soa.model.part import sound
from soa.model.reading import read
from soa.rules import AnyRule, all_rules
from soa.rules._rule import Problem, Subject
from soa.source import Source
from soa.source.faults import Fault
from soa.source.places import Edit, Path


class Checked(NamedTuple):
    """What came of checking one agreement."""

    source: Source
    agreement: Agreement | None
    """Sound, or with holes; None where nothing could be read."""
    findings: tuple[Finding, ...]
    """All of them, in reading order."""

    @property
    def is_judged(self) -> bool:
        """Whether there was an agreement to judge."""
        return self.agreement is not None


def check(source: Source, *, as_of: date, rules: Mapping[str, AnyRule] | None = None) -> Checked:
    """Check an agreement that was read as text, as of a day (which only the rules that need today look at)."""
    rules = all_rules() if rules is None else rules
    raised = [(Raised(fault.rule, fault.path), _of_fault(fault, source, rules)) for fault in source.faults]
    data = source.data
    if not isinstance(data, dict) or () in source.unread:
        return Checked(source, None, _in_order(source, [finding for _, finding in raised]))
    reading = read(data, source.unread)
    raised += [
        (Raised(shape.rule, shape.path), _of_shape(shape, source, rules))
        for shape in faults_of_shape(reading.errors, rules)
    ]
    raised += [
        (Raised(name, (*path, *problem.at)), _of_problem(name, path, problem, source, rules))
        for name, path, problem in _problems(reading.agreement, as_of, rules)
    ]
    return Checked(source, reading.agreement, _in_order(source, standing(raised, rules)))


def _problems(agreement: Agreement, as_of: date, rules: Mapping[str, AnyRule]) -> Iterator[tuple[str, Path, Problem]]:
    """What the rules find, each offered every sound part of its type."""
    lookup = Lookup(agreement)
    header = agreement.agreement
    for name, rule in rules.items():
        if not _holds_for(rule, header, as_of):
            continue
        for path, part in (found for kind in rule.on for found in lookup.by_type.get(kind, ())):
            if rule.offers(part):
                for problem in rule.check(Subject(part, path, lookup, as_of)):
                    yield name, path, problem


def _holds_for(rule: AnyRule, header: Header, as_of: date) -> bool:
    """Whether a rule holds for this kind of plan, of this time; a header that could not be read holds nothing back."""
    if sound(header.kind) and header.kind not in rule.kinds:
        return False
    if sound(header.starts) and not rule.starts[0] <= header.starts.first_day.isoformat() <= rule.starts[1]:
        return False
    return not rule.needs_today or not sound(header.ends) or as_of <= header.ends.last_day


def _severity(rule: AnyRule | None, case: str) -> Severity:
    return rule.cases[case].severity if rule is not None and case in rule.cases else "error"


def _of_fault(fault: Fault, source: Source, rules: Mapping[str, AnyRule]) -> Finding:
    rule = rules.get(fault.rule)
    case = next(iter(rule.cases)) if rule is not None else ""
    part = part_name(fault.path, source.data)
    words = (
        source.texts[fault.place.file].text[fault.place.span.start.offset : fault.place.span.end.offset]
        if fault.place.file in source.texts
        else ""
    )
    related = tuple(Related(place, message) for place, message in fault.related)
    return Finding(
        fault.rule,
        case,
        _severity(rule, case),
        fault.message,
        fault.help,
        fault.place,
        fault.path,
        part,
        _fingerprint(fault.rule, case, part, words),
        related,
        fault.edits,
    )


def _of_shape(shape: ShapeFault, source: Source, rules: Mapping[str, AnyRule]) -> Finding:
    unknown = shape.rule == "unknown-key"
    place = source.key(shape.path) if unknown else _place(source, shape.path)
    part = part_name(shape.path, source.data)
    exact = unknown or source.value(shape.path) == place
    edits = (Edit(place, shape.write),) if shape.write and exact else ()
    words = str(shape.path[-1]) if unknown else words_at(shape.path, source.data)
    return Finding(
        shape.rule,
        shape.case,
        _severity(rules.get(shape.rule), shape.case),
        shape.message,
        shape.help,
        place,
        shape.path,
        part,
        _fingerprint(shape.rule, shape.case, part, words),
        (),
        edits,
    )


def _of_problem(name: str, path: Path, problem: Problem, source: Source, rules: Mapping[str, AnyRule]) -> Finding:
    case = rules[name].cases[problem.case]
    at = (*path, *problem.at)
    part = part_name(at, source.data)
    related = tuple(Related(_place(source, other), message) for other, message in problem.related)
    words = words_at(at, source.data)
    return Finding(
        name,
        problem.case,
        case.severity,
        problem.message,
        problem.help or case.help,
        _place(source, at),
        at,
        part,
        _fingerprint(name, problem.case, part, words),
        related,
    )


def _place(source: Source, path: Path) -> Any:
    """Where to point for a path: a scalar itself, a mapping or list by its key or first line."""
    return source.value(path) if words_at(path, source.data) else source.head(path)


def _fingerprint(*facts: str) -> str:
    return sha256("\x1f".join(facts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _in_order(source: Source, findings: list[Finding]) -> tuple[Finding, ...]:
    """Reading order: files as the agreement reads them, then from top to bottom."""
    rank = {name: index for index, name in enumerate(source.texts)}
    return tuple(
        sorted(
            findings,
            key=lambda one: (rank.get(one.place.file, len(rank)), one.place.span, one.rule, one.case, one.path),
        )
    )
