"""Parts whose changes are said best together: an answer with its date, words with the day by which they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soa.compare.changes import Weighs
from soa.compare.nouns import noun, when
from soa.compare.side import Written, moment_of, plain, quoted
from soa.compare.spans import apart

if TYPE_CHECKING:
    from soa.compare.differences import Differences
    from soa.compare.tables import Special


def ask(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """A request that was answered: the answer and its date are one change."""
    if "response" not in theirs.data:
        return _withdrawn(differences, ours, theirs) if "response" in ours.data else frozenset()
    if "response" in ours.data:
        return _answered_anew(differences, ours, theirs)
    answer = theirs.data["response"]
    date = f" ({when(differences.new, plain(theirs.data['response_date']))})" if "response_date" in theirs.data else ""
    says = f"{differences.new.partner(theirs.data.get('of', ''))} has answered the request {quoted(theirs.data.get('ask', ''))}: {quoted(answer)}{date}."
    path = (*theirs.path, "response")
    differences.note(
        "ask-answered", (*ours.path, "response"), path, says, now=" ".join(str(answer).split()), weighs="stronger"
    )
    return frozenset({"response", "response_date"})


def _withdrawn(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """An answer that is no longer said to have come."""
    was = ours.data["response"]
    says = f"{noun(differences.new, theirs.path)} is no longer said to be answered; the answer was {quoted(was)}."
    path = (*ours.path, "response")
    differences.note("removed", path, None, says, was=" ".join(str(was).split()), weighs="weaker")
    return frozenset({"response"} if "response_date" in theirs.data else {"response", "response_date"})


def _answered_anew(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """An answer that is another one, with its date."""
    was, now = (plain(one.data["response"]) for one in (ours, theirs))
    if was == now or not isinstance(was, str) or not isinstance(now, str):
        return frozenset()
    dates = [
        f" ({when(side, plain(one.data['response_date']))})" if "response_date" in one.data else ""
        for side, one in ((differences.old, ours), (differences.new, theirs))
    ]
    before, after = dates if dates[0] != dates[1] else ("", "")
    says = (
        f"the answer to {noun(differences.new, theirs.path)} was {quoted(was)}{before} and is now {quoted(now)}{after}."
    )
    paths = (*ours.path, "response"), (*theirs.path, "response")
    head = f"the answer to {noun(differences.new, theirs.path)}"
    differences.note("ask-answered", *paths, says, was=was, now=now, words=True, head=head)
    return frozenset({"response", "response_date"})


def outcome(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
    """An outcome that is no longer pursued, or is again, with the reason."""
    was, now = (one.data.get("state", "live") for one in (ours, theirs))
    if was == now:
        return frozenset({"state"})
    because = theirs.data.get("stopped_because")
    name = noun(differences.new, theirs.path)
    path = (*theirs.path, "state")
    keys = {"state"}
    if now == "stopped":
        given = because is not None and because != ours.data.get("stopped_because")
        keys |= {"stopped_because"} if given else set()
        says = f"{name} is no longer pursued{f', because {quoted(because)}' if given else ''}."
        differences.note(
            "state-changed", (*ours.path, "state"), path, says, was=str(was), now=str(now), weighs="weaker"
        )
    elif was == "stopped":
        keys |= {"stopped_because"} if because is None else set()
        says = f"{name} is pursued again."
        differences.note(
            "state-changed", (*ours.path, "state"), path, says, was=str(was), now=str(now), weighs="stronger"
        )
    else:
        return frozenset()
    return frozenset(keys)


def dated(words: str, date: str) -> Special:
    """For words that hold by a day: where both changed, one change that says both."""

    def note(differences: Differences, ours: Written, theirs: Written) -> frozenset[str]:
        was, now = (plain(one.data.get(words)) for one in (ours, theirs))
        first, last = (moment_of(plain(one.data.get(date))) for one in (ours, theirs))
        if was == now or first is None or last is None or str(first) == str(last):
            return frozenset()
        if not isinstance(was, str) or not isinstance(now, str):
            return frozenset()
        by, later = apart(first, last), last.last_day > first.last_day
        before, after = differences.old.say.moment(first), differences.new.say.moment(last)
        how = f": {by} {'later' if later else 'earlier'}" if by else ""
        says = f"{noun(differences.old, ours.path)} is now worded {quoted(now)}, and holds by {after} instead of {before}{how}."
        kind: str = "postponed" if later else "brought-forward"
        weighs: Weighs = "weaker" if later else "stronger"
        differences.note(kind, ours.path, theirs.path, says, was=was, now=now, by=by, weighs=weighs, words=True)
        return frozenset({words, date})

    return note
