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
        year_before=_financial_year(starts, -1),
        first_year=_financial_year(starts),
        second_year=_financial_year(starts, 1),
    )


def _financial_year(day: date, later: int = 0) -> str:
    """The financial year, written 2013-14, in which a day falls, or one so many years later."""
    first = day.year - (day < date(day.year, 4, 1)) + later
    return f"{first}-{(first + 1) % 100:02}"


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
# Where nothing follows a colon, neither beside it nor further in below it, a question is waiting for you.
# The spaces in front of a line say what it belongs to: keep them.
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

# These bodies have a duty to take part here. The id is what the rest of the agreement calls each of them.
# Add the others who matter: colleges, housing associations, community bodies.
partners:
{partners}

  # Who speaks for charities and voluntary groups here? Write the name of the third sector interface.
  - id: third-sector
    name:
    kind: third-sector-interface

# What do you know of the need here? One entry for each finding: the figure, where it comes from, and the day or year it is of.
evidence:
  - id: first-evidence
    finding:
    source:
    date:

# Few priorities: what can you only do together, and where can you make the most difference?
priorities:
  - id: first-priority

    # Which change, for whom or where? Not a theme such as "Health", but what will be different.
    title:

    # Which one partner leads? Write its id.
    lead:

    # What do you reach together here that none of you would reach alone?
    added_value:

    # Which national outcome does it serve most? Write its number in square brackets, such as [6].
    national_outcomes:

    # The evidence above that it rests on, by its id.
    evidence: [first-evidence]

    outcomes:
      - id: first-outcome

        # WHAT will improve? The change for people or the place, not the work that leads to it.
        what:
          statement:

          # How will you know? What is counted, in which unit, and which way is better (up or down)?
          # kind is outcome (how people fare), output, process or input. An outcome needs at least one of kind outcome.
          indicators:
            - id: first-indicator
              name:
              kind: outcome
              unit:
              direction:

              # Where do you start from? The period and the value, such as {{period: {year_before}, value: 21.3}}
              baseline:

        # HOW will it be done? One entry for each action: what, who answers for it (an id), by which day.
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
        # A level looks like this, on a line of its own that begins with a dash: {{period: {second_year}, value: 18.5}}
        when:
          targets:
            - indicator: first-indicator
              values:

# The plan for PREVENTION: what do you do and spend now, together, so that fewer people need help later?
# Its actions are those marked "preventive: before", "early" or "targeted"; its money, the resources marked "preventive: true".
prevention:
  statement:

  # Which indicators will show ... (write them in square brackets: [first-outcome.first-indicator])
  how_we_will_know:
    # ... that money and effort move to prevention?
    decisive_shift:
    # ... that people fare better?
    improving_outcomes:
    # ... that fewer people need help?
    reducing_future_need:
    # ... that costs are held and savings released?
    controlling_costs:

# What does each partner put in? One entry for each: people (whole_time), money (amount) or volunteer-time (hours).
# A year looks like this, on a line of its own that begins with a dash: {{year: {first_year}, whole_time: 2.5, basis: Staff list of April}}
resources:
  - partner:
    serves: [first-priority, prevention]
    kind: people
    preventive: true
    years:

# What did people say when you asked them? One entry for each occasion: id, group, method, date, heard and led_to;
# then add its id to the priority, in a line such as  engagement: [first-forum]
engagement:

# Whom might this plan leave out (equality), and what does it do to the environment? One entry for each, with
# kind, covers, date, found and led_to; where nobody has looked yet: kind, and not_yet with missing, owner and due.
assessments:
"""
