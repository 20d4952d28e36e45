"""What is good in what a draft says of people and choices: what was heard and changed, joined up, left out, and is not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from soa.model.part import NotYet, each, sound
from soa.review.concrete import content, counts, says, sentences
from soa.review.naming import PASSAGE, plain, quoted, short
from soa.review.reader import Reader, Seen

if TYPE_CHECKING:
    from soa.source.places import Path

_SEVERAL = 2
_WHOLE_ANSWER = 6
"""The length of the path to what a whole answer, outcome or priority still lacks; a measure, action or target lies deeper."""
_JOINED = re.compile(
    r"\b(?:one|single|joint|shared|same|each|none|instead of|in place of|replac\w+)\b.*"
    r"\b(?:team|route|number|visit|budget|building|base|form|list|crews?|office|door|referral|call|patch|record|rings?|story|scheme|house|street"
    r"|nurse|staff|officers?|drivers?|bus|van|desk|kitchen|posts?|hall|[a-z]+ replaces)\b",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"\b(?:do(?:es)? not|cannot|could not|nothing|never|nobody|neither|none|only|has never|have never|lacks?|the rest)\b",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"\b(nurse|surger|general practice|doctor|hospital|infirmar|ward|school|nurser|teacher|college|council|social worker|housing officer|police|patrol"
    r"|officers|fire|crew|taxi|employer|firm|adviser|librar|club|charit|volunteer|trust|leisure|landlord|shop|postal|post office|bus|ferr|court|prison"
    r"|midwi|health visitor|pharmac|skills development|church|carer)"
)
"""Bodies and people who do something in particular, by the beginnings of their words."""


def voices(reader: Reader) -> Iterator[Seen]:
    """What people said, what it changed, and when they were told."""
    for index, one in enumerate(each(reader.agreement.engagement)):
        path: Path = ("engagement", index)
        if not sound(one) or not sound(one.heard) or not sound(one.fed_back) or not says(one.heard, 3):
            continue
        if not reader.is_sound(path) or str(one.id) in reader.named:
            continue
        changed = [said for name in each(one.led_to) if sound(name) and (said := _changed(reader, str(name)))]
        if changed:
            yield Seen(
                (*path, "heard"),
                f"People were heard, it led to {changed[0]}, and they were told so {reader.day(one.fed_back)}",
                short(one.heard, PASSAGE),
                "",
                Decimal(20 * (one.level in {"co-designed", "co-delivered"}) + len(changed)),
            )


def _changed(reader: Reader, name: str) -> str:
    """What engagement led to, in words; empty where that was questioned."""
    if name in reader.lookup.actions:
        path, action, _ = reader.lookup.actions[name]
        return quoted(action.action) if sound(action.action) and reader.is_sound(path) else ""
    outcome = reader.lookup.outcomes.get(name)
    return reader.naming.of_outcome(outcome) if outcome is not None else ""


def joined_up(reader: Reader) -> Iterator[Seen]:
    """What partners join that none would reach alone, in figures: one route in place of five."""
    for index, priority in enumerate(reader.agreement.priorities):
        path: Path = ("priorities", index, "added_value")
        if not sound(priority) or not sound(priority.added_value) or not reader.is_sound(path):
            continue
        told = sentences(priority.added_value)
        joined = [one for one in told if _is_joined(one)]
        if joined:
            yield Seen(
                path,
                f"It is said what partners reach together on {reader.naming.of_priority(priority)} that none would reach alone",
                short(joined[0], PASSAGE),
                "",
                Decimal(counts(joined[0])),
            )


def _is_joined(said: str) -> bool:
    """Whether a sentence names what is joined and how much, or what one body has and another lacks."""
    if _JOINED.search(said) and counts(said) and says(said, 5):
        return True
    return bool(_LACKS.search(said)) and len(set(_BODIES.findall(said.lower()))) >= _SEVERAL and says(said, 5)


def left_out(reader: Reader) -> Iterator[Seen]:
    """What was considered and left out, with a reason that could be argued with."""
    for index, one in enumerate(each(reader.agreement.not_chosen)):
        path: Path = ("not_chosen", index)
        if sound(one) and sound(one.title) and sound(one.reason) and says(one.reason, 6) and reader.is_sound(path):
            yield Seen(
                path,
                "It is said what was considered and left out, and why",
                f"{short(one.title)}: {short(one.reason, PASSAGE)}",
                "",
                Decimal(len(content(one.reason))),
            )


def honest(reader: Reader) -> Iterator[Seen]:
    """An honest gap in a measure, action or target, with who settles it and by when, in a plan that is otherwise there."""
    found = reader.lookup.all(NotYet)
    if len(found) > max(_SEVERAL, len(reader.outcomes)):
        return  # a plan of gaps
    for path, one in found:
        whole = path[:1] == ("prevention",) or (path[:1] == ("priorities",) and len(path) <= _WHOLE_ANSWER)
        told = sound(one.missing) and sound(one.due) and reader.naming.of_partner(one.owner)
        if not whole and told and says(one.missing, 3) and reader.is_sound(path):
            yield Seen(
                path,
                f"What is not known yet is said, and is {reader.naming.to_come(one)}",
                short(one.missing, PASSAGE),
                reader.outcome_at(path),
                Decimal(1),
            )


def aligned(reader: Reader) -> Iterator[Seen]:
    """Bodies other than the council whose own plans or budgets take account of this one, by clause and date."""
    if "plans-not-aligned" in reader.rules_at(("partners",)) | reader.rules_at(()):
        return
    found = [
        (("partners", index, "plan_alignment", number), plain(partner.name), one)
        for index, partner in enumerate(reader.agreement.partners)
        if sound(partner) and partner.kind != "council" and sound(partner.name)
        for number, one in enumerate(each(partner.plan_alignment))
        if sound(one) and sound(one.clause) and sound(one.date) and reader.is_sound(("partners", index))
    ]
    if len({name for _, name, _ in found}) < _SEVERAL:
        return
    for path, name, one in found:
        if counts(one.clause) and says(one.clause, 4) and sound(one.date):
            yield Seen(
                path,
                f"{name} has taken this into its own plan, {reader.day(one.date)}",
                short(one.clause, PASSAGE),
                "",
                Decimal(len(content(one.clause))),
            )
