"""What kind of change it is when a key of a part changes, and the words that say it best; all else is said by the key's title."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from soa.compare.nouns import OWN_WORDS
from soa.compare.side import Written
from soa.model.agreement import Agreement, Contact, DevelopmentPoint, Header
from soa.model.governance import Group, Improvement
from soa.model.measure import Breakdown, Gap, Indicator, Reading, Target, TargetValue
from soa.model.outcome import (
    Action,
    ByWhom,
    Contributor,
    DeliveredThrough,
    Deputy,
    Evaluation,
    Milestone,
    Outcome,
    Pilot,
    Priority,
    Risk,
    Step,
    Success,
    What,
    When,
)
from soa.model.outcome import Measure as SmallMeasure
from soa.model.part import NotYet, Part
from soa.model.partners import Partner, Plan, Service
from soa.model.resources import Ask, Prevention, Resource, ResourceYear, Saving, Share

if TYPE_CHECKING:
    from soa.compare.differences import Differences

Special = Callable[["Differences", Written, Written], frozenset[str]]
"""Notes what differs under some keys of a part, and says which keys these are."""

MOVES = frozenset({Outcome, Action, Indicator})
"""What may move from one place to another and stay what it is."""

ORDERED = frozenset({"between"})
"""Lists whose order says something: the worse off first."""

UNSAID: Mapping[tuple[type[Part], str], str] = {
    (Header, "kind"): "single-outcome-agreement",
    (Outcome, "state"): "live",
    (Action, "state"): "planned",
    (What, "influence"): "partial",
    (Indicator, "level"): "council-area",
}
"""What is taken where nothing is said, so that saying it changes nothing."""

_PROMISES = frozenset({
    (Action, "starts"), (Action, "due"), (Action, "review"), (Step, "by"), (Milestone, "by"), (Success, "by"), (SmallMeasure, "by"),
    (Pilot, "decision_by"), (Evaluation, "date"), (NotYet, "due"), (DevelopmentPoint, "due"), (Improvement, "due"), (Saving, "from_year"),
})  # fmt: skip
"""Dates by which something is promised: later is less, earlier is more."""
_DATES = _PROMISES | {
    (Ask, "by"),
    (Resource, "ends"),
    (Header, "starts"),
    (Header, "ends"),
    (Header, "consultation_until"),
    (Partner, "legal_from"),
}
"""Other dates that lie ahead."""

_OWNERS = frozenset({
    (ByWhom, "lead"), (ByWhom, "post"), (ByWhom, "employer"), (ByWhom, "group"), (ByWhom, "accountable_to"), (Priority, "lead"), (Action, "owner"),
    (Action, "post"), (Risk, "owner"), (NotYet, "owner"), (DevelopmentPoint, "owner"), (Improvement, "owner"), (Deputy, "partner"), (Deputy, "post"),
    (DeliveredThrough, "body"), (Resource, "budget_holder"), (Resource, "accountable_body"), (Contributor, "partner"), (Service, "provider"),
    (Plan, "owner"), (Group, "chair"), (Contact, "post"),
})  # fmt: skip
_DEFINITIONS = frozenset({
    (Indicator, "definition"), (Indicator, "unit"), (Indicator, "direction"), (Indicator, "source"), (Indicator, "measured_over"),
    (Indicator, "averaged_over"), (Indicator, "level"), (Indicator, "within"), (Indicator, "counted"), (Indicator, "kind"), (Breakdown, "of"),
    (Indicator, "core"), (Gap, "between"), (Gap, "by"),
})  # fmt: skip
_OTHER_KINDS: Mapping[tuple[type[Part], str], str] = {
    (Header, "status"): "status-changed",
    (Header, "version"): "version-changed",
    (Priority, "rank"): "rank-changed",
    (Outcome, "state"): "state-changed",
    (Action, "state"): "state-changed",
    (Pilot, "decision"): "state-changed",
    (Action, "preventive"): "prevention-marked",
    (Resource, "partner"): "money-moved",
    (Resource, "serves"): "money-moved",
    (Share, "amount"): "money-moved",
}
_WEIGH = _OWNERS - {(Plan, "owner"), (Group, "chair"), (Contact, "post")} | {(Action, "preventive"), (Action, "stops")}
_ENTRIES_WEIGH = frozenset({
    Priority, Outcome, Indicator, Action, Target, TargetValue, Contributor, Milestone, Success, Step, Resource, Breakdown, Partner, Saving,
})  # fmt: skip
"""Entries with which the plan promises more, and without which it promises less."""
_PARTS: Mapping[tuple[type[Part], str], str] = {
    (Indicator, "baseline"): "baseline-changed",
    (Breakdown, "baseline"): "baseline-changed",
    (ByWhom, "deputy"): "owner-changed",
}
_PARTS_WEIGH = frozenset({
    (Indicator, "baseline"), (Breakdown, "baseline"), (Indicator, "gap"), (ByWhom, "deputy"), (Action, "measure"), (Action, "evaluation"),
    (Outcome, "what"), (Outcome, "how"), (Outcome, "by_whom"), (Outcome, "when"), (When, "targets"), (When, "milestones"), (Agreement, "prevention"),
    (Prevention, "how_we_will_know"), (Agreement, "governance"),
})  # fmt: skip

_DATE_SAYS: Mapping[tuple[type[Part], str], str] = {
    (Action, "due"): "{name} is to be done by",
    (Action, "starts"): "{name} begins",
    (Action, "review"): "{name} is to be reviewed by",
    (Step, "by"): "{name} is to be done by",
    (Milestone, "by"): "{name} is to be reached by",
    (NotYet, "due"): "{name} is to be settled by",
    (DevelopmentPoint, "due"): "{name} is to be settled by",
    (Improvement, "due"): "{name} is to be made by",
    (Pilot, "decision_by"): "what follows the trial of {name} is to be decided by",
    (Evaluation, "date"): "the evaluation of {name} is to be known by",
    (Ask, "by"): "{name} is to be answered by",
    (Resource, "ends"): "{name} ends on",
    (Header, "ends"): "{name} ends on",
    (Header, "starts"): "{name} begins on",
    (Saving, "from_year"): "{name} arrives from",
}
_OWNER_SAYS: Mapping[tuple[type[Part], str], str] = {
    (ByWhom, "lead"): "{now} leads {name} instead of {was}",
    (Priority, "lead"): "{now} leads {name} instead of {was}",
    (Action, "owner"): "{now} answers for {name} instead of {was}",
    (Risk, "owner"): "{now} watches {name} instead of {was}",
    (NotYet, "owner"): "{now} is to settle {name} instead of {was}",
    (Contributor, "partner"): "{now} gives what {was} gave",
}

_GIVEN_SAYS: Mapping[tuple[type[Part], str], tuple[str, str]] = {
    (Action, "preventive"): (
        "{name} is now marked as preventive: {said}",
        "{name} is no longer marked as preventive; the stage was {said}",
    ),
    (Action, "stops"): (
        "{name} now says what stops with it: {said}",
        "{name} no longer says what stops with it; it was {said}",
    ),
    (ByWhom, "deputy"): (
        "{name} now has a deputy for the lead: {said}",
        "{name} no longer has a deputy for the lead; it was {said}",
    ),
}
_MORE = frozenset({(Saving, "amount"), (ResourceYear, "whole_time"), (ResourceYear, "hours")})
"""Figures of which more is more."""


def kind_of(cls: type[Part], key: str) -> tuple[str, bool]:
    """The kind of change for a key, empty for the plain ones, and whether having it or not weighs."""
    at = (cls, key)
    if at in _DATES:
        return "date", at in _PROMISES
    if at in _OWNERS:
        return "owner-changed", at in _WEIGH
    if at in _DEFINITIONS:
        return "definition-changed", False
    return _OTHER_KINDS.get(at, ""), at in _WEIGH


def is_promise(cls: type[Part], key: str) -> bool:
    """Whether a date is one by which something is promised."""
    return (cls, key) in _PROMISES


def kind_of_part(cls: type[Part], key: str) -> tuple[str, bool]:
    """The kind of change when a whole part comes or goes, empty for the plain ones, and whether that weighs."""
    return _PARTS.get((cls, key), ""), (cls, key) in _PARTS_WEIGH


def weighs(cls: type[Part]) -> bool:
    """Whether the plan promises more with an entry, and less without it."""
    return cls in _ENTRIES_WEIGH


def date_says(cls: type[Part], key: str, called: str, name: str) -> str:
    """How a sentence about a date begins."""
    return _DATE_SAYS.get((cls, key), "{called} is now").format(name=name, called=called)


def owner_says(cls: type[Part], key: str) -> str:
    """A sentence about who answers, open for `name`, `was` and `now`; empty where there is none of its own."""
    return _OWNER_SAYS.get((cls, key), "")


def given_says(cls: type[Part], key: str) -> tuple[str, str]:
    """A sentence for an answer that came, and one for an answer that went, open for `name` and `said`; empty where there are none of their own."""
    return _GIVEN_SAYS.get((cls, key), ("", ""))


def more_is_more(cls: type[Part], key: str) -> bool:
    """Whether a higher figure promises more."""
    return (cls, key) in _MORE


def is_own_words(cls: type[Part], key: str) -> bool:
    """Whether a key holds the words that its entry is called by."""
    return (cls is What and key == "statement") or OWN_WORDS.get(cls) == key


def own_words(cls: type[Part]) -> tuple[str, ...]:
    """The keys, from an entry on, that lead to the words that it is called by; empty where there are none."""
    return ("what", "statement") if cls is Outcome else (OWN_WORDS[cls],) if cls in OWN_WORDS else ()


def special(cls: type[Part]) -> Special | None:
    """What notes the differences of a part that is said best as a whole."""
    from soa.compare import joint, levels, money, wholes

    found: Mapping[type[Part], Special] = {
        Header: joint.header,
        ByWhom: joint.by_whom,
        Action: joint.action,
        Indicator: joint.measure,
        TargetValue: levels.level,
        Reading: levels.reading,
        SmallMeasure: levels.small_measure,
        Resource: money.resource,
        ResourceYear: money.year,
        Ask: wholes.ask,
        Outcome: wholes.outcome,
        Milestone: wholes.dated("milestone", "by"),
        Step: wholes.dated("step", "by"),
        Success: wholes.dated("looks_like", "by"),
    }
    return found.get(cls)
