"""What the parts of an agreement are called in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from soa.compare.side import Side, Written, moment_of, quoted, shown
from soa.model.agreement import (
    Agreement,
    Appendix,
    Contact,
    CoreNotUsed,
    DevelopmentPoint,
    Foreword,
    Header,
    NotChosen,
    SignOff,
    Term,
)
from soa.model.governance import (
    Binding,
    Board,
    BoardMember,
    Considered,
    Escalation,
    Group,
    Improvement,
    Induction,
    Integration,
    OtherObjective,
    Roles,
    SelfEvaluation,
)
from soa.model.measure import Breakdown, Comparison, Gap, Indicator, Reading, Target, TargetValue
from soa.model.outcome import (
    Action,
    Contributor,
    Driver,
    Milestone,
    Outcome,
    Priority,
    Risk,
    Step,
    Success,
)
from soa.model.part import NotYet, Part
from soa.model.partners import (
    Assessment,
    Engagement,
    Evidence,
    Locality,
    Partner,
    Place,
    Plan,
    PlanAlignment,
    Service,
    YearTotal,
)
from soa.model.resources import Ask, HowWeWillKnow, Prevention, Resource, ResourceYear, Saving, Share
from soa.source.places import Path

Noun = Callable[[Side, Written], str]

WORDS: Mapping[type[Part], tuple[str, ...]] = {
    Action: ("action",),
    Appendix: ("title",),
    Ask: ("ask",),
    Assessment: ("found",),
    Contributor: ("contribution",),
    DevelopmentPoint: ("point",),
    Driver: ("driver",),
    Engagement: ("group", "heard"),
    Escalation: ("trigger",),
    Evidence: ("finding",),
    Foreword: ("text",),
    Group: ("name",),
    Improvement: ("finding", "action"),
    Indicator: ("name",),
    Locality: ("name",),
    Milestone: ("milestone",),
    NotChosen: ("title",),
    OtherObjective: ("objective",),
    Partner: ("name",),
    Plan: ("title",),
    PlanAlignment: ("clause",),
    Priority: ("title",),
    Resource: ("what",),
    Risk: ("risk",),
    Saving: ("assumes",),
    Service: ("name",),
    Step: ("step",),
    Success: ("looks_like",),
    Term: ("term",),
}
"""The keys whose words an entry is known by; an outcome is known by its statement, and the others by a date, a partner or the like."""

_CALLED: Mapping[type[Part], tuple[str, str]] = {
    Priority: ("the priority", "title"),
    Action: ("the action", "action"),
    Driver: ("the driver", "driver"),
    Risk: ("the risk", "risk"),
    Milestone: ("the milestone", "milestone"),
    Step: ("the step", "step"),
    Locality: ("the locality", "name"),
    Evidence: ("the evidence", "finding"),
    Plan: ("the document", "title"),
    Engagement: ("the conversation with", "group"),
    Service: ("the service", "name"),
    NotChosen: ("the reason for not choosing", "title"),
    CoreNotUsed: ("the reason for not using the core indicator", "core"),
    DevelopmentPoint: ("the point for later", "point"),
    Appendix: ("the appendix", "title"),
    Term: ("the word", "term"),
    Group: ("the group", "name"),
    Escalation: ("what happens on", "trigger"),
    Improvement: ("the improvement after", "finding"),
}
OWN_WORDS: Mapping[type[Part], str] = {
    **{cls: key for cls, (_, key) in _CALLED.items() if cls is not CoreNotUsed and cls is not Term},
    Ask: "ask",
    Contributor: "contribution",
    Foreword: "text",
    Indicator: "name",
    OtherObjective: "objective",
    PlanAlignment: "clause",
    Resource: "what",
    Success: "looks_like",
}
"""The key whose words stand for the whole entry, so that other words are the entry worded anew."""
_FIXED: Mapping[type[Part], str] = {
    Agreement: "the agreement",
    Header: "the agreement",
    Contact: "the contact for the public",
    Place: "the picture of the area",
    HowWeWillKnow: "how it will be known that prevention works",
    Prevention: "the prevention plan",
    Board: "the board",
    Roles: "the roles on the board",
    Induction: "the induction",
    Integration: "the assurance on integration",
    SelfEvaluation: "the self-evaluation",
}


def noun(side: Side, path: Path) -> str:
    """The nearest part on the way to a path that has a name, in words: `the action “Classes in Muirton”`."""
    for length in range(len(path), -1, -1):
        one = side.parts.get(path[:length])
        if one is not None and (called := _called(side, one)):
            return called
    return "the agreement"


def short_noun(side: Side, path: Path) -> str:
    """The same without the word for what it is, where a sentence has said that: `“Classes in Muirton”`, `NHS Orran`."""
    one = side.parts.get(path)
    if one is None:
        return noun(side, path)
    if one.cls is Partner:
        return _partner(side, one)
    words = one.data.get(_CALLED[one.cls][1]) if one.cls in _CALLED else words_of(one)
    return quoted(words, 70) if words else shown(one.data.get("id", ""))


def are(name: str) -> str:
    """`is` or `are`, as it goes with a name."""
    return (
        "are"
        if name.startswith(("the figures ", "the targets ", "the roles ", "The figures ", "The targets "))
        else "is"
    )


def words_of(one: Written) -> str:
    """The words that an entry is known by; empty where it is known by other things."""
    if one.cls is Outcome:
        what = one.data.get("what")
        found: tuple[object, ...] = (what.get("statement"),) if isinstance(what, Mapping) else ()
    else:
        found = tuple(one.data.get(key) for key in WORDS.get(one.cls, ()))
    return " ".join(text for text in found if isinstance(text, str))


def _called(side: Side, one: Written) -> str:
    """What a part is called; empty where it goes by the name of what it is part of."""
    if one.cls in _FIXED:
        return _FIXED[one.cls]
    if one.cls in _CALLED:
        before, key = _CALLED[one.cls]
        return f"{before} {quoted(one.data.get(key) or one.data.get('id', ''))}"
    name = _NOUNS.get(one.cls)
    return name(side, one) if name is not None else ""


def _outcome(_: Side, one: Written) -> str:
    return f"the outcome {quoted(words_of(one) or one.data.get('id', ''))}"


def _indicator(side: Side, one: Written) -> str:
    if "use" in one.data:
        meant = side.refers_to(Indicator, "use", one.data["use"], one.path)
        return noun(side, meant) if meant is not None else f"the shared measure {quoted(one.data['use'])}"
    return f"the measure {quoted(one.data.get('name') or one.data.get('id', ''))}"


def measure_of(side: Side, path: Path) -> str:
    """The measure that a target, a breakdown or a figure belongs to."""
    for length in range(len(path), 0, -1):
        one = side.parts.get(path[:length])
        if one is None:
            continue
        if one.cls is Target:
            meant = side.refers_to(Target, "indicator", one.data.get("indicator"), one.path)
            return _name(side, meant) if meant is not None else quoted(one.data.get("indicator", ""))
        if one.cls is Indicator:
            return _name(side, one.path)
    return ""


def _name(side: Side, path: Path) -> str:
    one = side.parts[path]
    if "use" in one.data:
        return _indicator(side, one).removeprefix("the shared measure ").removeprefix("the measure ")
    return quoted(one.data.get("name") or one.data.get("id", ""))


def group_of(side: Side, path: Path) -> str:
    """The place or group that a figure of a breakdown is for, as ` in Muirton`; empty for everyone."""
    for length in range(len(path), 0, -1):
        one = side.parts.get(path[:length])
        if one is not None and one.cls is Breakdown:
            place = side.refers_to(Breakdown, "of", one.data.get("of"), one.path)
            if place is not None:
                return f" in {shown(side.parts[place].data.get('name', ''))}"
            return f" ({side.say.labels.group(str(one.data.get('of', '')))})"
    return ""


def when(side: Side, value: object) -> str:
    """A date as a sentence says it; what cannot be read as it was written."""
    moment = moment_of(value)
    return side.say.moment(moment) if moment is not None else shown(value)


def then(side: Side, value: object) -> str:
    """A date with the word before it: `in 2013/14`, `on 14 January 2016`."""
    moment = moment_of(value)
    return f"{'on' if moment is not None and moment.first_day == moment.last_day else 'in'} {when(side, value)}"


def _target(side: Side, one: Written) -> str:
    return f"the targets for {measure_of(side, one.path)}"


def _level(side: Side, one: Written) -> str:
    return f"the target for {measure_of(side, one.path)}{group_of(side, one.path)} {then(side, one.data.get('period', ''))}"


def _reading(side: Side, one: Written) -> str:
    about = f"{measure_of(side, one.path)}{group_of(side, one.path)}"
    if one.path[-1] == "baseline":
        return f"the baseline of {about}"
    return f"the earlier figure of {about} for {when(side, one.data.get('period', ''))}"


def _theirs(words: str, key: str = "partner") -> Noun:
    """`NHS Orran's part`: what belongs to a partner."""

    def name(side: Side, one: Written) -> str:
        return words.format(whose=whose(side.partner(one.data.get(key, ""))))

    return name


def whose(name: str) -> str:
    """`NHS Orran's`, `Orran Valley Homes'`."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def resource(side: Side, one: Written) -> str:
    """`NHS Orran's money for “Falls team”`."""
    kind = {"people": "staff", "building": "building", "equipment": "equipment", "volunteer-time": "volunteers’ time"}
    given = kind.get(str(one.data.get("kind")), "money")
    served = one.data.get("serves")
    refs = served if isinstance(served, list) else []
    names = [side.named(Resource, "serves", ref, one.path) for ref in refs]
    about = quoted(one.data["what"]) if one.data.get("what") else ", ".join(names)
    return f"{whose(side.partner(one.data.get('partner', '')))} {given} for {about or 'the plan'}"


def _within(words: str, key: str) -> Noun:
    """What belongs to the part above it."""

    def name(side: Side, one: Written) -> str:
        return words.format(value=when(side, one.data.get(key, "")), above=noun(side, one.path[:-2]))

    return name


def _share(side: Side, one: Written) -> str:
    return f"{whose(side.partner(one.data.get('partner', '')))} share of {noun(side, one.path[:-2])}"


def _contributor(side: Side, one: Written) -> str:
    return f"{whose(side.partner(one.data.get('partner', '')))} part in {noun(side, one.path[:-2])}"


def _alignment(side: Side, one: Written) -> str:
    plan = side.named(PlanAlignment, "plan", one.data.get("plan", ""), one.path)
    return f"{whose(noun(side, one.path[:-2]))} account of this agreement in {plan}"


def _saving(side: Side, one: Written) -> str:
    amount = one.data.get("amount")
    said = side.say.pounds(amount) if isinstance(amount, int) and not isinstance(amount, bool) else shown(amount)
    return (
        f"the saving that rests on {quoted(one.data['assumes'])}"
        if one.data.get("assumes")
        else f"the saving of {said} a year"
    )


def _seat(side: Side, one: Written) -> str:
    return f"the seat of {side.partner(one.data.get('partner', ''))} on the board ({shown(one.data.get('post', ''))})"


def _ask(side: Side, one: Written) -> str:
    return f"the request to {side.partner(one.data.get('of', ''))}, {quoted(one.data.get('ask') or one.data.get('id', ''))},"


def _partner(_: Side, one: Written) -> str:
    return shown(one.data.get("name") or one.data.get("id", ""))


def _breakdown(side: Side, one: Written) -> str:
    return f"the figures of {measure_of(side, one.path)}{group_of(side, one.path)}"


def _comparison(side: Side, one: Written) -> str:
    return f"the comparison of {measure_of(side, one.path)} with {shown(one.data.get('with_area', ''))}"


def _gap(side: Side, one: Written) -> str:
    return f"the gap in {measure_of(side, one.path)}"


def _assessment(_: Side, one: Written) -> str:
    return f"the assessment of {shown(one.data.get('kind', '')).replace('-', ' ')}"


def _not_yet(side: Side, one: Written) -> str:
    return f"what is still to come for {noun(side, one.path[:-1])}"


_NOUNS: Mapping[type[Part], Noun] = {
    Outcome: _outcome,
    Indicator: _indicator,
    Target: _target,
    TargetValue: _level,
    Reading: _reading,
    Breakdown: _breakdown,
    Comparison: _comparison,
    Gap: _gap,
    Partner: _partner,
    Resource: resource,
    ResourceYear: _within("{above} in {value}", "year"),
    Share: _share,
    YearTotal: lambda side, one: (
        f"{whose(noun(side, one.path[:-2]))} whole spending in {when(side, one.data.get('year', ''))}"
    ),
    Contributor: _contributor,
    PlanAlignment: _alignment,
    Success: _within("what success looks like by {value} for {above}", "by"),
    Foreword: _theirs("{whose} foreword", "by"),
    SignOff: _theirs("{whose} signature"),
    BoardMember: _seat,
    Binding: _theirs("{whose} mandate on the board"),
    Considered: _theirs("{whose} own consideration of the agreement"),
    OtherObjective: lambda side, one: (
        f"{whose(side.partner(one.data.get('partner', '')))} objective {quoted(one.data.get('objective', ''))}"
    ),
    Saving: _saving,
    Ask: _ask,
    Assessment: _assessment,
    NotYet: _not_yet,
}


# ---- where things stand ---------------------------------------------------------------------------------------------


def home_of(path: Path) -> Path:
    """The part that an entry belongs to: an outcome's priority, an action's outcome; else the agreement."""
    if len(path) == 4 and path[0] == "priorities":
        return path[:2]
    return path[:4] if len(path) > 4 and path[0] == "priorities" and path[2] == "outcomes" else ()


def list_of(one: Written) -> tuple[str, ...]:
    """In which kind of list an entry stands, wherever that is."""
    return tuple(step for step in one.path if isinstance(step, str))


def surroundings(side: Side, one: Written) -> str:
    """Where an entry stands, in words."""
    home = home_of(one.path)
    if home:
        return noun(side, home)
    return "the prevention plan" if one.path[0] == "prevention" else "the shared measures"
