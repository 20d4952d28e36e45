"""What the words of the closed lists mean, for editors and for docs/format.md; no other command loads this."""

from __future__ import annotations

_MEANINGS: tuple[dict[str, str], ...] = (
    {
        "single-outcome-agreement": "An agreement with the Scottish Government, as made until 2016.",
        "local-outcomes-improvement-plan": "The plan that replaced it, under the Community Empowerment (Scotland) Act 2015.",
    },
    {
        "draft": "Being written.",
        "consultation": "Out for people to answer; say until when in consultation_until.",
        "submitted": "Sent to the Scottish Government; say when in submitted.",
        "agreed": "Signed; say when in agreed.",
        "under-review": "Agreed, and being looked at again.",
        "ended": "Its period is over, or another agreement has replaced it.",
    },
    {
        "npf-2007": "The fifteen national outcomes of 2007.",
        "npf-2011": "The sixteen national outcomes of 2011.",
        "npf-2018": "The eleven national outcomes of 2018.",
    },
    {
        "outcome": "How people or the place fare: the change itself.",
        "output": "What services produced, or how many they reached.",
        "process": "How it was gone about: speed, quality, meetings, plans written.",
        "input": "What was put in: money, staff, time.",
    },
    {
        "up": "More is better: a target means at least this.",
        "down": "Less is better: a target means at most this.",
        "hold": "Standing still is right; say within how much, and because of what.",
        "context": "A figure that sets the scene and has no better way; it needs no baseline.",
    },
    {
        "financial-year": "April to March. Periods are written 2012-13.",
        "school-year": "August to June. Periods are written 2012-13.",
        "calendar-year": "January to December. Periods are written 2012.",
        "quarter": "A quarter of a financial year, from April. Periods are written 2012-13 Q4.",
        "single-day": "A count taken on one day. Periods are written 2013-01-15.",
        "survey-wave": "One round of a survey. Periods are written 2013-14, or 2013.",
    },
    {
        "council-area": "The council's area; taken when left out.",
        "health-board": "The whole health board's area.",
        "police-division": "The police division.",
        "college-region": "The college region.",
        "scotland": "The whole of Scotland.",
        "locality": "A part of the council's area.",
    },
    {
        "per-cent": "Per cent of the baseline: from 40, a change of -25 leads to 30.",
        "points": "Percentage points: from 40 per cent, a change of -25 leads to 15 per cent.",
        "units": "The indicator's own unit: from 40, a change of -25 leads to 15.",
    },
    {
        "in-the-year": "Each year is counted by itself.",
        "in-total": "Everything since the start is counted.",
    },
    {
        "result": "Values are compared.",
        "process": "Ways of working are compared.",
    },
    {
        "direct": "The partners can bring it about themselves.",
        "partial": "The partners are one cause among several.",
        "outside": "The partners can do little about it and follow it all the same.",
    },
    {
        "planned": "Not begun yet.",
        "under-way": "Begun.",
        "done": "Finished.",
        "stopped": "Given up before it was finished.",
    },
    {
        "live": "Pursued; taken when left out.",
        "stopped": "No longer pursued; say why in stopped_because.",
    },
    {
        "before": "Before a problem arises, for everybody (primary).",
        "early": "At the first signs of a problem (secondary).",
        "targeted": "For those most at risk, so that it gets no worse (tertiary).",
    },
    {
        "causes": "What brings the problem about.",
        "symptoms": "What the problem does to people.",
        "both": "Causes and symptoms alike.",
    },
    {
        "stop": "It ends.",
        "continue": "It goes on as it is.",
        "scale-up": "It is taken to more people or places.",
    },
    {
        "money": "Money, in whole pounds; say how much in years.",
        "people": "Staff; say how many posts in years.",
        "building": "A building, or rooms in one.",
        "equipment": "Vehicles, machines, computers.",
        "volunteer-time": "Volunteers' time; say how many hours in years.",
    },
    {
        "own": "The partner keeps it and spends it itself.",
        "aligned": "The partner keeps it and spends it to a plan made with others.",
        "pooled": "Put together with others' and spent as one; say who gave what in shares.",
    },
    {
        "mainstream": "The partner's ordinary yearly budget.",
        "change-fund": "A change fund, such as that for reshaping care for older people.",
        "grant": "Another grant for a limited time.",
        "capital": "Money for building or buying what lasts.",
        "in-kind": "Given as time, rooms or goods.",
    },
    {
        "firm": "In an approved budget.",
        "indicative": "Planned, and not approved yet.",
        "estimate": "Worked out from other figures; say how in basis.",
    },
    {
        "council": "A council.",
        "health-board": "A territorial health board.",
        "police": "The police service.",
        "fire": "The fire and rescue service.",
        "enterprise": "Scottish Enterprise or Highlands and Islands Enterprise.",
        "transport": "A regional transport partnership.",
        "third-sector-interface": "The body that speaks for the area's third sector.",
        "third-sector": "A charity, social enterprise or voluntary body.",
        "special-health-board": "A special health board, such as the ambulance service.",
        "shadow-partnership": "A health and social care partnership that is not a legal person yet.",
        "integration-joint-board": "An integration joint board of council and health board.",
        "lead-agency": "A council or health board that leads care for the other.",
        "housing-association": "A housing association.",
        "college": "A college, or a regional college board.",
        "university": "A university.",
        "national-park": "A national park authority.",
        "community-body": "A community council, development trust or community planning group.",
        "arms-length-body": "A body that a council owns, such as a leisure trust.",
        "national-body": "Another national public body.",
        "private-sector": "A firm, or a body that speaks for firms.",
        "other": "None of these.",
    },
    {
        "strategic-assessment": "An assessment of the area as a whole, its people and needs.",
        "statistics": "Figures that are published or collected regularly.",
        "survey": "What people answered when they were asked.",
        "research": "A study.",
        "lived-experience": "What people tell of their own lives.",
        "evaluation": "What was learned from work already done.",
    },
    {
        "informed": "People were told.",
        "consulted": "People were asked, and the partners decided.",
        "co-designed": "People and partners worked out the answer together.",
        "co-delivered": "People and partners do the work together.",
    },
    {
        "equality": "Equality impact assessment.",
        "environment": "Strategic environmental assessment.",
        "fairer-scotland": "Fairer Scotland duty: inequality that comes from being worse off.",
        "islands": "Island communities impact assessment.",
        "children": "Children's rights and wellbeing impact assessment.",
    },
    {
        "drop": "The partner gives the objective up.",
        "keep": "The partner keeps it, outside of this agreement.",
        "adopt": "The agreement takes it in at its next review.",
    },
    {
        "open": "Waiting for an answer.",
        "answered": "Answered; whoever put it has not said yet whether that settles it.",
        "closed": "Settled.",
        "withdrawn": "No longer asked.",
        "agreed-for-later": "To be done after the agreement is signed; say by whom in owner and by when in due.",
    },
    {
        "ready-to-agree": "It can be agreed as it is.",
        "agree-with-development-points": "It can be agreed, with what is left in the development plan.",
        "not-yet": "It cannot be agreed yet.",
    },
)  # fmt: skip


def meanings(words: tuple[str, ...]) -> dict[str, str]:
    """Each word of a closed list with what it means. Raises KeyError for a list whose words have no meanings here."""
    return next((found for found in _MEANINGS if tuple(found) == words), None) or _missing(words)


def _missing(words: tuple[str, ...]) -> dict[str, str]:
    raise KeyError(f"write what these words mean in soa/model/words.py: {', '.join(words)}")
