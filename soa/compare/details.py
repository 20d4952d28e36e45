"""What a reader wants to know at once of an entry that is new or gone."""

from __future__ import annotations

from collections.abc import Mapping

from soa.compare import levels, money
from soa.compare.nouns import WORDS, noun, when
from soa.compare.side import Side, Written, quoted, shown
from soa.model.agreement import SignOff
from soa.model.governance import BoardMember
from soa.model.measure import Breakdown, Gap, Indicator, Reading, Target, TargetValue
from soa.model.outcome import Action, Contributor, Deputy, Milestone, Outcome, Priority, Risk, Step, Success
from soa.model.partners import Evidence
from soa.model.resources import Resource, ResourceYear


def detail(side: Side, one: Written) -> str:
    """What a reader wants to know at once of an entry that is new or gone."""
    data = one.data
    match one.cls:
        case kind if kind is Action:
            owner = side.partner(data["owner"]) if data.get("owner") else "with no owner"
            date = data.get("due") or data.get("review")
            return f"{owner}, {f'by {when(side, date)}' if date else 'with no date'}"
        case kind if kind is Outcome:
            return _of_outcome(side, one)
        case kind if kind is Priority:
            names = [noun(side, other.path) for other in side.inside.get(one.path, ()) if other.cls is Outcome]
            return f"with {', '.join(names)}" if names else ""
        case kind if kind is Indicator:
            return levels.of_measure(side, one)
        case kind if kind is Breakdown:
            return levels.of_group(side, one)
        case kind if kind is Gap:
            ends = data.get("between")
            names = [side.named(Gap, "between", end, one.path) for end in (ends if isinstance(ends, list) else ())]
            return f"between {' and '.join(names)}" if names else ""
        case kind if kind is TargetValue:
            return levels.said(side, one)
        case kind if kind is Target:
            return levels.of_target(side, one)
        case kind if kind is Resource:
            return money.of_resource(side, one)
        case kind if kind is ResourceYear:
            return money.of_year(side, one)
        case kind if kind is Contributor:
            return quoted(data["contribution"]) if data.get("contribution") else ""
        case kind if kind is Milestone or kind is Step:
            return f"by {when(side, data['by'])}" if data.get("by") else "with no date"
        case kind if kind is Success:
            return quoted(data.get("looks_like", ""))
        case kind if kind is Reading:
            return levels.reading_said(side, one)
        case kind if kind is Risk:
            return quoted(data["response"]) if data.get("response") else ""
        case kind if kind is Deputy:
            post = f" ({shown(data['post'])})" if data.get("post") else ""
            return f"{side.partner(data.get('partner', ''))}{post}"
        case kind if kind is SignOff:
            return f"on {when(side, data['date'])}" if data.get("date") else ""
        case kind if kind is Evidence:
            names = [noun(side, path) for path in side.cited.get(str(data.get("id")), ())]
            return f"for {', '.join(names)}" if names else ""
        case kind if kind in WORDS or kind is BoardMember:
            return ""
    from soa.compare.showing import inside  # which asks for details of what is inside

    return inside(side, one)


def _of_outcome(side: Side, one: Written) -> str:
    by_whom, how, what = (one.data.get(key) for key in ("by_whom", "how", "what"))
    lead = by_whom.get("lead") if isinstance(by_whom, Mapping) else None
    actions = len(how) if isinstance(how, list) else 0
    measures = what.get("indicators") if isinstance(what, Mapping) else None
    count = len(measures) if isinstance(measures, list) else 0
    return (
        f"{f'led by {side.partner(lead)}' if lead else 'with no lead'}, with {_number(count, 'measure')} "
        f"and {_number(actions, 'action')}"
    )


def _number(count: int, word: str) -> str:
    return f"{count or 'no'} {word}{'s' * (count != 1)}"
