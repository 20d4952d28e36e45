"""What is good in what a draft says of work: what stops, what is tried out, what the first year brings, and who leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from soa.language.sentence import capital
from soa.model.part import each, sound
from soa.review.concrete import counts, says
from soa.review.naming import PASSAGE, quoted, short
from soa.review.reader import Reader, Seen
from soa.rules._meetings import meets_or_writes

if TYPE_CHECKING:
    from datetime import date

    from soa.model.outcome import Action
    from soa.model.resources import Resource
    from soa.source.places import Path

_SPOKEN = 120
"""So many characters of an action are quoted."""
_SEVERAL = 2
_IN_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_COMPARED = re.compile(
    r"\b(?:compar\w+|waiting list|control|before and after|against|beside those|like (?:streets|areas|schools)|than in)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:clos\w+|end(?:s|ed)?|stop(?:s|ped)?|withdraw\w*|withdrawn|merg\w+|replaced|ceases?)\b", re.IGNORECASE
)
_PEOPLE = r"(?:people|residents|parents|mothers|fathers|families|tenants|neighbours|volunteers|pupils|crofters|carers|young people|older people|villagers|members)"
_THEMSELVES = re.compile(
    rf"\b(?:run|led|decided(?: on)?|cooked|planned|managed|looked after|chosen) by (?:[\w'’-]+ ){{0,4}}?(?:{_PEOPLE}|those (?:who|that))\b"
    rf"|^(?:[\w'’-]+ ){{0,5}}?{_PEOPLE}\b[^.;]{{0,70}}?\b(?:run|decide|choose|lead|plan)\b"
    rf"|\b{_PEOPLE}\b[^.;]{{0,70}}?\bthemselves\b",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"\b(?:help\w*|support\w*|encourag\w*|train\w*|teach\w*|enabl\w*|advi[cs]e\w*|aim\w*|consult\w*|hurt|harm\w*) (?:\w+ ){0,3}(?:people|residents|parents|mothers|families|tenants|carers|pupils|volunteers|themselves)\b"
    r"|\b(?:are|is|were|be|get|being) (?:help|support|encourag|train|taught|enabl|advis|shown)\w*",
    re.IGNORECASE,
)
"""What is done for people so that they may, which is another thing."""
_OUTSIDE: Mapping[str, int] = {
    "third-sector-interface": 4,
    "third-sector": 4,
    "community-body": 4,
    "housing-association": 3,
    "college": 3,
    "university": 2,
    "transport": 2,
    "enterprise": 2,
    "national-body": 2,
    "fire": 2,
    "police": 2,
    "private-sector": 2,
    "national-park": 2,
}
"""Kinds of partner that seldom lead, with how much it says that they do."""


def stopping(reader: Reader) -> Iterator[Seen]:
    """Something that stops, and when or how much, to make room for something new."""
    for path, action, _ in reader.actions():
        if not sound(action.stops) or not says(action.stops, 4):
            continue
        number = counts(action.stops)
        if number or (_ENDS.search(action.stops) and says(action.stops, 5)):
            yield Seen(
                (*path, "stops"),
                f"Something stops to make room for something new, {quoted(action.action, _SPOKEN)}",
                short(action.stops, PASSAGE),
                reader.outcome_at(path),
                Decimal(number + 2 * sound(action.preventive)),
            )


def evaluated(reader: Reader) -> Iterator[Seen]:
    """A trial with a day of decision and a question that decides it; or work whose effect will be compared."""
    for path, action, _ in reader.actions():
        asked, pilot = action.evaluation, action.pilot
        if not sound(asked) or not sound(asked.question) or not sound(asked.method) or not says(asked.method, 4):
            continue
        decided = reader.day(pilot.decision_by) if sound(pilot) and sound(pilot.decision_by) else ""
        compared = bool(_COMPARED.search(f"{asked.question} {asked.method}")) and sound(asked.date)
        if decided or compared:
            then = f"; what follows is decided {decided}" if decided else ""
            yield Seen(
                (*path, "evaluation"),
                f"It is said how it will be known whether this works, {quoted(action.action, _SPOKEN)}{then}",
                f"{short(asked.question, PASSAGE)} {short(asked.method, PASSAGE)}",
                reader.outcome_at(path),
                Decimal(2 * bool(decided) + compared),
            )


def run_by_people(reader: Reader) -> Iterator[Seen]:
    """Work that the people it is for run or decide on themselves."""
    for path, action, _ in reader.actions():
        found = _THEMSELVES.search(action.action)
        if found and says(action.action, 4) and not _HELPED.search(action.action):
            yield Seen(
                path,
                "People here do not only have a say: they run the work, or decide on it, themselves",
                short(action.action, PASSAGE),
                reader.outcome_at(path),
                Decimal(counts(action.action) + 3 * ("decid" in found[0].lower())),
            )


def first_years(reader: Reader) -> Iterator[Seen]:
    """An outcome with much of its work due in the first year, on days of its own, each piece with an owner."""
    from soa.rules._first_year import first_year

    first = first_year(reader.agreement.agreement)
    if first is None:
        return
    for path, outcome in reader.outcomes:
        actions = [one for one in outcome.how if sound(one)]
        if len(actions) < len(outcome.how) or not reader.is_sound((*path, "how")):
            continue
        days = {index: day for index, one in enumerate(actions) if (day := _early_day(one, first.starts, first.ends))}
        if len(set(days.values())) < _SEVERAL or 2 * len(days) < len(actions):
            continue  # all on one day is no plan of a year
        number = _IN_WORDS[len(days)] if len(days) < len(_IN_WORDS) else str(len(days))
        early = [actions[index] for index in sorted(days, key=lambda index: (days[index], index))]
        if any(sound(one.action) and meets_or_writes(one.action) for one in early):
            continue  # that a group meets is no year's work
        yield Seen(
            (*path, "how"),
            f"{capital(number)} pieces of work towards {reader.naming.of_outcome(outcome)} have a day in the first year, each with an owner",
            "; ".join(short(one.action, _SPOKEN) for one in early[:_SEVERAL]),
            str(outcome.id),
            Decimal(len(days)),
        )


def _early_day(action: Action, starts: date, ends: date) -> date | None:
    """The first day in the first year on which an action, or a step of it, is done."""
    given = [action.due, *(step.by for step in each(action.steps) if sound(step))]
    days = [one.last_day for one in given if sound(one) and one.form == "day" and starts <= one.last_day <= ends]
    return min(days, default=None)


def leads(reader: Reader) -> Iterator[Seen]:
    """A partner other than the council and the health board that leads, does part of the work and puts something in."""
    gives: dict[str, list[Resource]] = {}
    for _, line in reader.lines():
        gives.setdefault(line.partner, []).append(line)
    does: dict[tuple[str, str], Action] = {}
    for _, action, of in reader.actions():
        does.setdefault((str(of.id) if of is not None else "", action.owner), action)
    for path, outcome in reader.outcomes:
        whom = outcome.by_whom
        partner = reader.lookup.partners.get(str(whom.lead)) if sound(whom) and sound(whom.lead) else None
        if partner is None or not sound(partner.kind) or partner.kind not in _OUTSIDE:
            continue
        if not reader.is_answered_for(path, outcome) or not reader.is_about_people(path, outcome):
            continue
        served = _served(reader, path, str(outcome.id))
        lines = [one for one in gives.get(whom.lead, ()) if served & set(each(one.serves))]
        own = does.get((str(outcome.id), whom.lead))
        if not lines or own is None:
            continue
        what = next((f"gives {quoted(one.what)}" for one in lines if sound(one.what)), "gives of its own")
        yield Seen(
            (*path, "by_whom"),
            f"{reader.naming.of_partner(whom.lead)} leads on {reader.naming.of_outcome(outcome)}, does part of the work itself and {what}",
            short(own.action, PASSAGE),
            str(outcome.id),
            Decimal(_OUTSIDE[partner.kind]),
        )


def _served(reader: Reader, path: Path, outcome: str) -> set[str]:
    """The ids under which a line serves an outcome: its own, and its priority's."""
    priority = reader.naming.priority(path)
    return {outcome, str(priority.id)} if priority is not None and sound(priority.id) else {outcome}
