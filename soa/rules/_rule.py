"""What a rule is: what it asks, on whose authority, of which part, and how it finds out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar

from soa.config.settings import Settings
from soa.findings import Severity
from soa.model.part import HOLE, Part
from soa.source.places import Path

if TYPE_CHECKING:
    from datetime import date

    from soa.model.lookup import Lookup

P = TypeVar("P", bound=Part)

Authority = Literal[
    "law", "guidance", "audit-recommendation", "audit-finding", "submission", "practice", "arithmetic", "format"
]
"""Whose word a rule rests on. Errors rest on law, guidance or an audit recommendation, or on arithmetic, references, dates and the format itself."""

DOCUMENTS = {
    "Audit Scotland 2013": "Audit Scotland, Improving community planning in Scotland, March 2013",
    "East Lothian 2013": "East Lothian Council, report to the Audit and Governance Committee, 11 June 2013",
    "HMIC 2012": "HM Inspectorate of Constabulary, submission to the Local Government and Regeneration Committee, February 2012",
    "Grampian 2012": "Grampian Police, submission to the Local Government and Regeneration Committee, February 2012",
    "North Lanarkshire 2012": "North Lanarkshire Council, submission to the Local Government and Regeneration Committee, February 2012",
    "Glasgow 2012": "Glasgow City Council, submission to the Local Government and Regeneration Committee, February 2012",
    "Guidance 2012": "Scottish Government, Single Outcome Agreements: Guidance to Community Planning Partnerships, 4 December 2012, as summarised on public pages",
    "2005 Act": "Environmental Assessment (Scotland) Act 2005",
    "2015 Act": "Community Empowerment (Scotland) Act 2015",
    "YAML 1.2": "YAML Ain't Markup Language, version 1.2",
    "soa 1": "The format of this file: docs/format.md",
}
"""The documents that rules cite, by the short name used in a citation."""


class Citation(NamedTuple):
    """Where a rule comes from."""

    document: str
    """A key of DOCUMENTS."""
    paragraph: str


class Case(NamedTuple):
    """One way in which a rule can be broken."""

    severity: Severity
    help: str
    """What to write instead, unless the problem says it better."""
    question: str = ""
    """What a location director would ask of this case, where the rule's own question does not fit."""
    on: bool = True
    """Whether it is reported unless it is turned off; one that is not is only mended by `--fix`."""


class Option(NamedTuple):
    """A threshold that a partnership may set for itself in its configuration."""

    default: int
    """A starting value; `says` names its source, where a source fixes it."""
    says: str
    """What it limits, with its unit."""
    least: int = 0
    most: int = 1_000_000


class Claim(NamedTuple):
    """A fault of shape that this rule reports in its own words, instead of the format family."""

    part: type[Part]
    key: str
    on: tuple[Literal["missing", "words", "list"], ...]
    """missing: no answer, or an empty one. words: a text without figures where something else is wanted. list: several where one is wanted."""
    case: str
    message: str


class Problem(NamedTuple):
    """What a rule found: where, relative to the part it looked at, and in which words."""

    case: str
    message: str
    at: Path = ()
    help: str = ""
    related: tuple[tuple[Path, str], ...] = ()
    """Other places by their whole path, each with a word on why."""
    write: str = ""
    """The text to write in place of the scalar it is about, where there is one right answer."""
    add: tuple[str, Mapping[str, str]] | None = None
    """A top-level list, and the entry to add to it, where that is the one right answer."""
    words: str | None = None
    """What tells it from others of its case at the same part, where the part's own words do not."""


class Subject(NamedTuple, Generic[P]):
    """One part as a rule sees it."""

    part: P
    path: Path
    lookup: Lookup
    as_of: date
    options: Mapping[str, int]
    """The rule's own options, by name: as configured, else their defaults."""
    settings: Settings


def _nothing(_: Subject[Any]) -> Iterator[Problem]:
    """The check of a rule that only reports faults of shape."""
    return iter(())


class Rule(NamedTuple, Generic[P]):
    """One rule, whole: the only file that adding a rule touches."""

    family: str
    summary: str
    authority: Authority
    sources: tuple[Citation, ...]
    rationale: str
    question: str
    """What a location director would ask."""
    cases: Mapping[str, Case]
    on: tuple[type[P], ...]
    """The types of part it looks at."""
    example_of: str
    """The part of a sound agreement that the examples take the place of; `file` for a whole file."""
    bad: str
    """Fires on each line that ends in `# here`, and on no other."""
    good: str
    check: Callable[[Subject[P]], Iterator[Problem]] = _nothing
    needs: tuple[str, ...] = ()
    """Fields that must not be holes, dotted: a part that lacks them has been reported already."""
    claims: tuple[Claim, ...] = ()
    gives_way_to: tuple[str, ...] = ()
    """Rules that, where they speak of the same part, have said it already."""
    kinds: tuple[str, ...] = ("single-outcome-agreement", "local-outcomes-improvement-plan")
    """The kinds of plan it holds for."""
    starts: tuple[str, str] = ("0001-01-01", "9999-12-31")
    """It holds for plans that start between these days."""
    needs_today: bool = False
    """Runs only while the plan's period is live, and is never above a warning."""
    formerly: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    """The rows of the register of requirements that it serves, such as `R80`."""
    decided: str = ""
    """Where the sources disagree, or leave a choice: what was decided, and why."""
    options: Mapping[str, Option] = {}
    review_only: bool = False
    """Left out of `soa lint` unless it is turned on: it advises a reader of the whole, and would tire a writer."""

    def offers(self, part: Part) -> bool:
        """Whether a part is sound enough to be looked at."""
        return all(_has(part, need) for need in self.needs)


def _has(part: Any, dotted: str) -> bool:
    for name in dotted.split("."):
        part = getattr(part, name, HOLE)
        if part is HOLE:
            return False
    return True
