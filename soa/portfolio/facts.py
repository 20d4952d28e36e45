"""What a portfolio needs of one agreement: small, public, and plain enough to be sent from one machine to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from soa.document.text import visible
from soa.portfolio.packing import packed, unpacked

if TYPE_CHECKING:
    from soa.engine.check import Checked
    from soa.source.places import Path, Place

VERSION = 2
"""Of the packed form."""


class Said(NamedTuple):
    """How one question is answered: answered, thin or missing, and in a few words why."""

    mark: str
    why: str


class GapFacts(NamedTuple):
    """A measure of a gap between two places or groups, with figures for both ends."""

    name: str
    course: str
    """What its own targets make of it: `narrows`, `stays` or `widens`; empty where one end has no target."""


class OutcomeFacts(NamedTuple):
    """One outcome by the four questions, who leads it, and which gaps it measures."""

    id: str
    priority: str
    """The priority's title."""
    statement: str
    what: Said
    how: Said
    by_whom: Said
    when: Said
    led_by: str
    """The lead partner's name; empty where nobody leads."""
    led_by_kind: str
    """A partner's kind, `council`; `not-public` where the partner is not, empty where nobody leads."""
    gaps: tuple[GapFacts, ...]


class ProofFacts(NamedTuple):
    """One of the prevention plan's proofs."""

    name: str
    said: Said


class YearFacts(NamedTuple):
    """The partners' public money in one year, in whole pounds, by how certain it is."""

    year: str
    firm: int
    indicative: int
    estimate: int
    unsaid: int
    """Whose certainty the agreement does not say."""
    preventive: int
    """The part of all of it that is marked preventive."""

    @property
    def total(self) -> int:
        """All of it."""
        return self.firm + self.indicative + self.estimate + self.unsaid


class ValueFacts(NamedTuple):
    """A measured value of the whole area."""

    period: str
    starts: str
    """The first day, such as 2012-04-01, all years of an average included."""
    ends: str
    value: Decimal | None
    """None where too few were counted to be shown."""
    margin: Decimal | None
    base: int | None
    provisional: bool


class AimFacts(NamedTuple):
    """A level to be reached."""

    period: str
    ends: str
    low: Decimal
    high: Decimal
    """The same unless a range was agreed."""


class IndicatorFacts(NamedTuple):
    """A measure, with all that decides whether it may be compared with another area's."""

    outcome: str
    """The outcome's id; empty for a shared measure."""
    about: str
    """Its address."""
    core: str
    """The id of the national core indicator that it is, if it is one."""
    name: str
    definition: str
    unit: str
    direction: str
    kind: str
    measured_over: str
    averaged_over: int
    level: str
    """The area that the figure is for, where that is not the council's."""
    source: str
    rate: bool
    """Whether its values do not grow with the size of the area: a rate, a share or an average."""
    values: tuple[ValueFacts, ...]
    """In order of time."""
    aims: tuple[AimFacts, ...]


class QuestionFacts(NamedTuple):
    """A question of the review, as `soa review` asks it."""

    theme: str
    rule: str
    case: str
    outcome: str
    about: str
    question: str
    found: str
    first: bool
    """Whether it is one of the first five."""


class StrengthFacts(NamedTuple):
    """A strength with the words that show it."""

    kind: str
    says: str
    words: str
    about: str
    answer: str = ""
    """What of it answers the question of its theme, where that is not the words: the post that answers for what a partner leads."""


class UndertakingFacts(NamedTuple):
    """What a body that serves many areas undertakes in this one."""

    body: str
    """Its id, the same in every area: `police-scotland`."""
    called: str
    """Its name in this agreement."""
    what: str
    """`action`, `stops`, `part` (a contribution) or `money`."""
    outcome: str
    about: str
    words: str
    due: str
    """By when, as the agreement writes it; empty where it does not say."""
    amount: str
    """`480 places`, `£410,000`; empty where there is none."""


class Facts(NamedTuple):
    """The public facts of one agreement."""

    root: str
    """Its folder, as the portfolio names it."""
    title: str
    area: str
    """As official statistics write it, or as the agreement does; empty where it cannot be read."""
    code: str
    """Of the council area; empty for a place that is none."""
    fictional: bool
    kind: str
    starts: str
    ends: str
    status: str
    version: int
    """0 where the agreement does not say."""
    digest: str
    """sha256 of the files."""
    unread: tuple[str, ...]
    """Why it was read only in part, a sentence each; nothing where all of it was read."""
    outcomes: tuple[OutcomeFacts, ...]
    proofs: tuple[ProofFacts, ...]
    money: tuple[YearFacts, ...]
    indicators: tuple[IndicatorFacts, ...]
    questions: tuple[QuestionFacts, ...]
    """In order of weight."""
    strengths: tuple[StrengthFacts, ...]
    undertakings: tuple[UndertakingFacts, ...]


class Trouble(NamedTuple):
    """A folder whose agreement could not be read, and why, in plain words."""

    root: str
    reasons: tuple[str, ...]


Entry: TypeAlias = Facts | Trouble


class _Packed(NamedTuple):
    """An entry with the version of its form."""

    version: int
    facts: Facts | None
    trouble: Trouble | None


def to_json(entry: Entry) -> bytes:
    """An entry as JSON: the same entry gives the same bytes."""
    whole = _Packed(VERSION, entry, None) if isinstance(entry, Facts) else _Packed(VERSION, None, entry)
    return packed(whole)


def from_json(data: bytes) -> Entry:
    """The entry that `to_json` wrote. Raises ValueError where it did not."""
    version, facts, trouble = unpacked(_Packed, data)
    entry = facts if facts is not None else trouble
    if version != VERSION or entry is None:
        raise ValueError("no entry of a portfolio, or one of another version")
    return entry


def facts_of(checked: Checked, root: str) -> Entry:
    """The public facts of an agreement that was checked with `soa.review.questions.review_settings`.

    A Trouble where nothing could be read, or neither whose it is nor any outcome. `root` is its folder as the portfolio names it, relative to the one that is walked.
    """
    from soa.portfolio.extract import extracted

    facts = extracted(checked, checked.agreement, root) if checked.agreement is not None else None
    if facts is None or not (facts.area or facts.outcomes):
        return Trouble(root, reasons_of(checked))
    return facts


MOST_REASONS = 3


def reasons_of(checked: Checked) -> tuple[str, ...]:
    """Why nothing could be read, in plain words, each with its file and line."""
    of_text = {fault.rule for fault in checked.source.faults}
    errors = [one for one in checked.findings if one.severity == "error"]
    # What is missing may only be what could not be read.
    first = [one for one in errors if one.rule in of_text] or errors
    return _first([reason_at(one.place, one.message) for one in first])


def unread_of(checked: Checked, may_say: Callable[[Path, str], bool]) -> tuple[str, ...]:
    """Why an agreement was read only in part, in reading order; words that may not be said of a place are left out."""
    from soa.review.gathered import LOSES

    source = checked.source
    lost = [one for one in source.faults if one.rule in LOSES or one.path in source.unread]
    said = [
        reason_at(one.place, one.message if may_say(one.path, one.message) else _NOT_READ)
        for one in sorted(lost, key=lambda one: (one.place.file, one.place.span.start.line))
    ]
    others = sorted(source.unread - {one.path for one in lost}, key=str)
    return _first([*said, *(reason_at(source.head(path), _NOT_READ) for path in others)])


_NOT_READ: Final = "what stands here could not be read"


def reason_at(place: Place, message: str) -> str:
    """What was found at a place of a file, on one line."""
    return f"{place.file}, line {place.span.start.line}: {visible(message).rstrip('.')}"


def _first(reasons: Sequence[str]) -> tuple[str, ...]:
    """The first of the reasons, and how many more there are."""
    more = len(reasons) - MOST_REASONS
    return (*reasons[:MOST_REASONS], *([f"and {more} more"] if more > 0 else []))
