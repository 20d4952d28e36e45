"""The engine: an agreement's text in, its findings out, in reading order, one for each cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple, cast

from soa.config.settings import Settings
from soa.engine.answers import edits_of_shape, on_one_line
from soa.engine.ignores import Ignore, Slip, faults_of_ignores, read_ignores, silence
from soa.engine.parts import Names, words_at
from soa.engine.precedence import standing
from soa.engine.shape import ShapeFault, faults_of_shape
from soa.findings import MAX_LISTED, SEVERITIES, Exempted, Finding, Related, Severity
from soa.model.agreement import Agreement, Header
from soa.model.lookup import NO_ROUNDS, Lookup
from soa.model.part import sound
from soa.model.reading import Reading, read
from soa.model.review import Round
from soa.rules import AnyRule, all_rules
from soa.rules._rule import Problem, Subject
from soa.source import Source
from soa.source.adding import entry_added
from soa.source.faults import Fault
from soa.source.places import Edit, Path, Place
from soa.source.writing import as_text

_UNSET = Settings()


class RuleFailed(Exception):
    """A rule could not judge an agreement; `rule` is its name, and the cause is what stopped it."""

    def __init__(self, rule: str, cause: BaseException) -> None:
        super().__init__(f"{rule}: {type(cause).__name__}: {cause}")
        self.rule = rule
        self.cause = cause

    def __reduce__(self) -> tuple[type[RuleFailed], tuple[str, RuntimeError]]:
        """As it goes from one process to another."""
        return RuleFailed, (self.rule, RuntimeError(repr(self.cause)))


class Checked(NamedTuple):
    """What came of checking one agreement."""

    source: Source
    agreement: Agreement | None
    """Sound, or with holes; None where nothing could be read."""
    findings: tuple[Finding, ...]
    """In reading order; at most MAX_LISTED."""
    counts: dict[Severity, int]
    """How many there are of each severity, those not listed included."""
    silenced: tuple[Finding, ...] = ()
    """Findings that an exception or the baseline silences, in reading order."""
    exceptions: tuple[Exempted, ...] = ()
    """Every exception that is claimed, in reading order."""
    rounds: Mapping[str, Round] = NO_ROUNDS
    """The rounds of review beside it, by the name of their file; sound, or with holes."""


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


def check(
    source: Source,
    *,
    as_of: date,
    rules: Mapping[str, AnyRule] | None = None,
    settings: Settings = _UNSET,
    ignores: bool = True,
    known: Mapping[str, int] | None = None,
    most: int = MAX_LISTED,
) -> Checked:
    """Check an agreement that was read as text, as of a day (which only the rules that need today look at).

    `ignores` says whether exceptions hold; `known` counts by fingerprint the findings of a baseline, which are silenced;
    at most so many findings are listed as `most` says, the rest are counted. Raises RuleFailed where a rule, or the schema of own keys,
    cannot be asked, which only what is not ours should be.
    """
    rules = all_rules() if rules is None else rules
    raised = [_of_fault(fault, source, rules) for fault in source.faults]
    data = source.data
    if not isinstance(data, dict) or () in source.unread:
        return _checked(source, None, raised, rules, [], [], known, most)
    reading = read(data, source.unread)
    header = reading.agreement.agreement
    raised += [_of_shape(shape, source, rules) for shape in faults_of_shape(reading.errors, reading.misspelt, rules)]
    if settings.own_keys is not None:
        from soa.engine.own_keys import faults_of_own_keys  # only a partnership with keys of its own needs it

        try:
            raised += [_of_shape(shape, source, rules) for shape in faults_of_own_keys(data, settings.own_keys)]
        except Exception as cause:
            raise RuleFailed("own-key-wrong", cause) from cause
    running = _running(rules, header, as_of, settings)
    raised += _problems(Lookup(reading.agreement, reading.rounds), source, as_of, running, settings)
    raised = _as_set(standing(raised, rules), rules, settings)
    if not ignores:
        return _checked(source, reading, raised, rules, [], [], known, most)
    claimed, slips = read_ignores(source, rules)
    silencing = silence(raised, claimed)
    used = {index for index in silencing if index is not None}
    slips += faults_of_ignores(claimed, used, running, as_of if _is_live(header, as_of) else None)
    raised += _as_set([_of_slip(slip, rules) for slip in slips if slip.rule in rules], rules, settings)
    silencing += [None] * (len(raised) - len(silencing))
    return _checked(source, reading, raised, rules, claimed, silencing, known, most)


def _running(rules: Mapping[str, AnyRule], header: Header, as_of: date, settings: Settings) -> dict[str, AnyRule]:
    """The rules that have a say: they hold for this plan, and are not turned off with every case."""
    return {
        name: rule
        for name, rule in rules.items()
        if any(_word(name, case, rules, settings) != "off" for case in rule.cases) and _holds_for(rule, header, as_of)
    }


def _word(name: str, case: str, rules: Mapping[str, AnyRule], settings: Settings) -> str:
    """What is set for a case of a rule: on, off or a severity; what is said of the case goes before what is said of the rule."""
    said = settings.rules.get(f"{name}/{case}")
    rule = rules.get(name)
    if said or rule is None:
        return said or "on"
    if case in rule.cases and not rule.cases[case].on:
        return "off"
    return settings.rules.get(name, "off" if rule.review_only else "on")


def _as_set(raised: Iterable[Raised], rules: Mapping[str, AnyRule], settings: Settings) -> list[Raised]:
    """What was raised with the severities that are configured, without the cases that are turned off."""
    told = []
    for one in raised:
        word = _word(one.rule, one.case, rules, settings)
        if word != "off":
            told.append(one if word == "on" else one._replace(severity=cast("Severity", word)))
    return told


def _checked(
    source: Source,
    reading: Reading | None,
    raised: Sequence[Raised],
    rules: Mapping[str, AnyRule],
    claimed: Sequence[Ignore],
    silencing: Sequence[int | None],
    known: Mapping[str, int] | None,
    most: int,
) -> Checked:
    """In reading order, files as the agreement reads them, then from top to bottom; what is silenced set apart."""
    rank = {name: index for index, name in enumerate(source.texts)}
    by = dict(enumerate(silencing))
    order = sorted(range(len(raised)), key=lambda index: _in_order(raised[index], rank))
    left = Counter(known or {})
    names = Names(source.data)
    findings: list[Finding] = []
    silenced: list[Finding] = []
    counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for index in order:
        one = raised[index]
        if by.get(index) is not None:
            if len(silenced) < most:
                silenced.append(_finding(one, source, rules, names)._replace(silenced="exception"))
            continue
        finding = _finding(one, source, rules, names) if known or len(findings) < most else None
        if finding is not None and left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            silenced.append(finding._replace(silenced="baseline"))
            continue
        counts[one.severity] += 1
        if finding is not None and len(findings) < most:
            findings.append(finding)
    exceptions = _exempted(names, claimed, Counter(index for index in silencing if index is not None))
    found = (tuple(findings), counts, tuple(silenced), exceptions)
    if reading is None:
        return Checked(source, None, *found)
    return Checked(source, reading.agreement, *found, reading.rounds)


def _in_order(one: Raised, rank: Mapping[str, int]) -> tuple[int, object, str, str]:
    return rank.get(one.place.file, len(rank)), one.place.span, one.rule, one.case


def _exempted(names: Names, claimed: Sequence[Ignore], silences: Mapping[int, int]) -> tuple[Exempted, ...]:
    """The exceptions as they are listed for a reader."""
    return tuple(
        Exempted(
            ignore.rules,
            ignore.reason,
            ignore.until.isoformat() if ignore.until else "",
            ignore.place,
            names.of(ignore.scope or ()),
            silences.get(index, 0),
        )
        for index, ignore in enumerate(claimed)
    )


def _problems(
    lookup: Lookup, source: Source, as_of: date, running: Mapping[str, AnyRule], settings: Settings
) -> Iterator[Raised]:
    """What the rules find, each offered every sound part of its types."""
    for name, rule in running.items():
        chosen = settings.options.get(name, {})
        options = {key: chosen.get(key, option.default) for key, option in rule.options.items()}
        try:
            for path, part in (found for kind in rule.on for found in lookup.by_type.get(kind, ())):
                if rule.offers(part):
                    for problem in rule.check(Subject(part, path, lookup, as_of, options, settings)):
                        yield _of_problem(name, rule, (*path, *problem.at), problem, source)
        except (Exception, SystemExit) as cause:
            raise RuleFailed(name, cause) from cause


def _holds_for(rule: AnyRule, header: Header, as_of: date) -> bool:
    """Whether a rule holds for this kind of plan, of this time; a header that could not be read holds nothing back."""
    if sound(header.kind) and header.kind not in rule.kinds:
        return False
    if sound(header.starts) and not rule.starts[0] <= header.starts.first_day.isoformat() <= rule.starts[1]:
        return False
    return not rule.needs_today or _is_live(header, as_of)


def _is_live(header: Header, as_of: date) -> bool:
    """Whether the plan's period is not over."""
    return not sound(header.ends) or as_of <= header.ends.last_day


def _of_fault(fault: Fault, source: Source, rules: Mapping[str, AnyRule]) -> Raised:
    rule = rules.get(fault.rule)
    case = next(iter(rule.cases)) if rule is not None else ""
    severity = rule.cases[case].severity if rule is not None else "error"
    words = source.written(fault.place)
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
    edits = edits_of_shape(shape.path, shape.write, place, source, of_key=unknown) if shape.write else ()
    words = str(shape.path[-1]) if unknown else None
    return Raised(shape.rule, shape.case, severity, shape.path, place, shape.message, shape.help, (), edits, words)


def _of_problem(name: str, rule: AnyRule, at: Path, problem: Problem, source: Source) -> Raised:
    case = rule.cases[problem.case]
    place = _place(source, at)
    said = problem.help or case.help
    edits: tuple[Edit, ...] = ()
    if _replaceable(problem, at, source):
        edits = (Edit(place, as_text(problem.write, source.written(place), in_brackets=source.in_brackets(at))),)
    elif problem.add and (added := entry_added(source, *problem.add)):
        edits = (added,)
    words = problem.words
    return Raised(name, problem.case, case.severity, at, place, problem.message, said, problem.related, edits, words)


def _replaceable(problem: Problem, at: Path, source: Source) -> bool:
    """Whether what to write can be put in place of what stands there: a text on one line, and no reference to one."""
    return bool(problem.write) and bool(words_at(at, source.data)) and on_one_line(source.written(source.value(at)))


def _of_slip(slip: Slip, rules: Mapping[str, AnyRule]) -> Raised:
    case = rules[slip.rule].cases[slip.case]
    said = slip.help or case.help
    return Raised(slip.rule, slip.case, case.severity, slip.path, slip.place, slip.message, said, words=slip.message)


def _finding(raised: Raised, source: Source, rules: Mapping[str, AnyRule], names: Names) -> Finding:
    """A finding whole: its part's name, its fingerprint, the places of what it is related to."""
    part = names.of(raised.path)
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
        _question(raised, rules),
    )


def _question(raised: Raised, rules: Mapping[str, AnyRule]) -> str:
    """What a location director would ask."""
    rule = rules.get(raised.rule)
    if rule is None:
        return ""
    return (rule.cases[raised.case].question if raised.case in rule.cases else "") or rule.question


def _place(source: Source, path: Path) -> Place:
    """Where to point for a path: a scalar itself, a mapping or list by its key or first line."""
    return source.value(path) if words_at(path, source.data) else source.head(path)
