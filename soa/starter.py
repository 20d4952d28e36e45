"""A starter agreement: an area's statutory partners, and every question with a comment that says what it asks."""

from __future__ import annotations

from datetime import date, timedelta

from soa.model.agreement import KINDS_OF_PLAN
from soa.reference import Area, statutory_partners

SCHEMAS = ".soa"
"""The folder, beside the agreement, that holds the schemas for the editor."""

PLANS_SINCE = date(2016, 12, 20)
"""From this day local outcomes improvement plans replace Single Outcome Agreements (SSI 2016/363)."""

_YEARS = 10

EARLIEST, LATEST = date(1900, 1, 1), date(2199 - _YEARS, 12, 31)
"""The first days that an agreement can have, so that it ends in a year that the format knows."""

_TITLES = dict(zip(KINDS_OF_PLAN, ("Single Outcome Agreement", "Local Outcomes Improvement Plan"), strict=True))


def kind_on(starts: date) -> str:
    """The kind of plan that is made at a day."""
    return KINDS_OF_PLAN[starts >= PLANS_SINCE]


def next_start(today: date) -> date:
    """The first day of the next financial year."""
    return date(today.year + (today >= date(today.year, 4, 1)), 4, 1)


def starter(area: Area, *, kind: str, starts: date) -> str:
    """The text of a starter agreement for an area; what is left to answer is empty. `starts` is a day of EARLIEST to LATEST."""
    ends = _years_after(starts) - timedelta(days=1)
    partners = "\n".join(
        f"  - id: {partner.id}\n    name: {_text(partner.name)}\n    kind: {partner.kind}"
        for partner in statutory_partners(area, starts)
    )
    return _TEXT.format(
        schema=f"{SCHEMAS}/soa-1.schema.json",
        title=_text(f"{area.name} {_TITLES[kind]} {starts.year} to {ends.year}"),
        kind=kind,
        area=_text(area.name),
        starts=starts.isoformat(),
        ends=ends.isoformat(),
        partners=partners,
    )


def _years_after(day: date) -> date:
    """The same day when the agreement's years have gone by; 1 March where that year has no 29 February."""
    try:
        return day.replace(year=day.year + _YEARS)
    except ValueError:
        return date(day.year + _YEARS, 3, 1)


def _text(text: str) -> str:
    """A text as YAML reads it back: quoted where it would be read as something else."""
    return f'"{text}"' if any(mark in text for mark in (": ", " #", ",", "&")) else text


_TEXT = """\
# yaml-language-server: $schema={schema}
#
# This is your agreement. Every line is a key, a colon, and your answer.
# Lines that begin with # are notes to you; take them out when you like.
# Put a text in quotes if it has a colon in it: "Orkney: our islands".
# Ask what is still missing or weak with:  soa lint
soa: 1

agreement:
  title: {title}
  kind: {kind}
  area: {area}
  starts: {starts}
  ends: {ends}
  status: draft
  version: 1

# What is all of this for? One sentence that everyone in the area would understand.
vision:

# These bodies have a duty to take part here. Add the others who matter:
# the third sector interface, colleges, housing associations, community bodies.
# The id is what the rest of the agreement calls each of them.
partners:
{partners}

# Few priorities: what can you only do together, and where can you make the most difference?
priorities:
  - id: first-priority

    # Which change, for whom or where? Not a theme such as "Health", but what will be different.
    title:

    # Which one partner leads? Write its id.
    lead:

    outcomes:
      - id: first-outcome

        # WHAT will improve? The change for people or the place, not the work that leads to it.
        what:
          statement:

          # How will you know? What is counted, in which unit, and which way is better (up or down)?
          # kind is outcome (how people fare), output, process or input.
          indicators:
            - id: first-indicator
              name:
              kind:
              unit:
              direction:

              # Where do you start from? A period such as 2025-26, and the value.
              baseline:

        # HOW will it be done? One entry for each action: what, who answers for it, by which day.
        how:
          - action:
            owner:
            due:

            # Does it keep a problem from arising or growing? Write before, early or targeted; if not, take the line out.
            preventive:

        # BY WHOM? The one partner who leads (its id), and the post that answers.
        by_whom:
          lead:
          post:

        # WHEN? For each indicator the level to be reached, and by when.
        when:
          targets:
            - indicator: first-indicator
              values:

# The plan for PREVENTION: what do you do and spend now, together, so that fewer people need help later?
# Its actions are those marked "preventive: before", "early" or "targeted"; its money, the resources marked "preventive: true".
prevention:
  statement:

  # Which indicators (write first-outcome.first-indicator) will show ...
  how_we_will_know:
    # ... that money and effort move to prevention?
    decisive_shift:
    # ... that people fare better?
    improving_outcomes:
    # ... that fewer people need help?
    reducing_future_need:
    # ... that costs are held and savings released?
    controlling_costs:

# What does each partner put into prevention? One entry for each: money (amount), staff (whole_time) or volunteers (hours).
# A year looks like this, on a line of its own that begins with a dash: {{year: 2026-27, amount: 40000, basis: Budget book}}
resources:
  - partner:
    serves: [prevention]
    kind: money
    preventive: true
    years:
"""
