"""What the parts of a draft are called aloud: outcomes by their short words, partners by name, never by an id alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from soa.language.sentence import capital, listed
from soa.model.address import Addresses
from soa.model.lookup import Lookup
from soa.model.measure import Indicator
from soa.model.outcome import Action, Outcome, Priority
from soa.model.part import NotYet, each, sound

if TYPE_CHECKING:
    from soa.model.agreement import Agreement
    from soa.model.resources import Resource
    from soa.model.scalars import Moment
    from soa.source.places import Path

LINE = 84
"""So many characters of an author's words are said in a question."""
_SHORTENED = 70
"""What is longer is cut to about so many."""
WHOLE = "this agreement"
"""What a question is about that is about no outcome or priority."""
PASSAGE = 240
"""So many are quoted."""
_EARLY = 45
"""A comma is taken as a break where it comes after so many characters."""
_HANGING = frozenset("a an and at by for from in of on or that the their to who with".split())
"""Words that no shortened text ends in."""


_MAIN = frozenset(("council", "health-board", "police", "fire", "enterprise", "transport"))
"""Kinds of partner without which there is no community planning."""
_AS_LISTED = re.compile(r" \(as listed [^()]*\)$")
_TO_BE_WRITTEN = re.compile(r"(?:still )?to (?:be|follow)\b|tb[acd]\b", re.IGNORECASE)
"""What stands in place of a statement."""
_MOMENT = re.compile(r"(?<![\w/-])(?:19|20)\d\d-\d\d(?:-\d\d)?(?![\w/-])")


def plain(text: object) -> str:
    """What an author wrote, as words alone on one line."""
    from soa.document.text import sentence, words_of

    return " ".join(words_of(sentence(" ".join(str(text).split()))).split())


def short(text: object, most: int = LINE) -> str:
    """The words, or so many of them that they can be said."""
    words = plain(text).rstrip(" .")
    if len(words) <= most:
        return words
    kept = words[: min(most, _SHORTENED) if most == LINE else most].rsplit(" ", 1)[0]
    if (comma := kept.rfind(", ")) >= _EARLY:
        kept = kept[:comma]
    told = kept.split(" ")
    while len(told) > 1 and told[-1].strip(",;:") in _HANGING:
        told.pop()
    return f"{' '.join(told).rstrip(' ,;:')} …"


def quoted(text: object, most: int = LINE) -> str:
    """The words in quotation marks."""
    return f"“{short(text, most).replace('“', '‘').replace('”', '’')}”"


def some(words: Sequence[str], most: int = 3) -> str:
    """The first few, and how many more there are."""
    if len(words) <= most:
        return listed(words)
    return f"{', '.join(words[: most - 1])} and {len(words) - most + 1} more"


def full(text: str) -> str:
    """A sentence, whole: a capital letter, and its end."""
    said = capital(text.strip())
    last = said.rstrip("”’")[-1:]
    return said if not last or last in ".?!" else f"{said}."


class Naming:
    """What the parts of one draft are called."""

    def __init__(self, agreement: Agreement, lookup: Lookup | None = None) -> None:
        self.agreement = agreement
        self.lookup = lookup or Lookup(agreement)
        self.addresses = Addresses(agreement)

    # ---- finding parts ---------------------------------------------------------------------------------------------

    def part(self, path: Path) -> object:
        """What stands at a path; None where nothing sound does."""
        found: object = self.agreement
        for step in path:
            if isinstance(step, int):
                found = found[step] if isinstance(found, tuple) and step < len(found) else None
            else:
                found = getattr(found, step, None) if found is not None else None
        return found if found is not None and sound(found) else None

    def _entry_of(self, key: str, path: Path) -> object:
        """The entry of one of the agreement's own lists in which a path lies."""
        return self.part(path[:2]) if path[:1] == (key,) and len(path) > 1 else None

    def _around(self, path: Path, kind: type[Any]) -> Any:
        """The part of a kind in which a path lies."""
        for length in range(len(path), 0, -1):
            found = self.part(path[:length])
            if isinstance(found, kind):
                return found
        return None

    def outcome(self, path: Path) -> Outcome | None:
        """The outcome that a path is about, also where it is of money that serves it alone."""
        if path[:1] == ("priorities",):
            found: Outcome | None = self._around(path, Outcome)
            return found
        served = self._served(path)
        return self.lookup.outcomes.get(served[0]) if len(served) == 1 else None

    def priority(self, path: Path) -> Priority | None:
        """The priority that a path is about, also where it is of money that serves it."""
        found: Priority | None = self._around(path, Priority) if path[:1] == ("priorities",) else None
        if found is None:
            named = (self.lookup.priorities.get(name) for name in self._served(path))
            found = next((one for one in named if one is not None), None)
        return found

    def _served(self, path: Path) -> tuple[str, ...]:
        line = self._entry_of("resources", path)
        return tuple(name for name in each(getattr(line, "serves", ())) if sound(name))

    # ---- names -----------------------------------------------------------------------------------------------------

    def of_outcome(self, outcome: Outcome) -> str:
        """`“People aged 65 and over fall less often”`; by its id as words where there is no statement."""
        statement = outcome.what.statement if sound(outcome.what) else ""
        if sound(statement) and statement and not _TO_BE_WRITTEN.match(statement):
            return quoted(statement)
        return f"the outcome {quoted(str(outcome.id).replace('-', ' '))}" if sound(outcome.id) else "this outcome"

    def of_priority(self, priority: Priority) -> str:
        """`“Older people”`."""
        if sound(priority.title) and priority.title:
            return quoted(priority.title)
        return f"the priority {quoted(str(priority.id).replace('-', ' '))}" if sound(priority.id) else "this priority"

    def of_partner(self, ref: object) -> str:
        """A partner's name; empty for what is no partner."""
        partner = self.lookup.partners.get(str(ref))
        return plain(partner.name) if partner is not None and sound(partner.name) else ""

    def of_measure(self, indicator: Indicator, outcome: Outcome | None = None) -> str:
        """`“Emergency admissions after a fall”`; empty where it has no name."""
        if sound(indicator.use):
            found = self.lookup.measure(indicator.use, outcome)
            indicator = found.indicator if found is not None else indicator
        return quoted(indicator.name) if sound(indicator.name) and indicator.name else ""

    def about(self, path: Path) -> str:
        """The outcome or priority that a path is about, by name; else `this agreement`."""
        outcome = self.outcome(path)
        if outcome is not None:
            return self.of_outcome(outcome)
        priority = self.priority(path)
        return self.of_priority(priority) if priority is not None else WHOLE

    def entry(self, path: Path) -> str:
        """The action, measure or occasion in which a path lies, quoted; empty where it lies in none."""
        action = self._around(path, Action)
        if action is not None:
            return quoted(action.action) if sound(action.action) else ""
        return self._measure_at(path) or self._group_at(path)

    def noun(self, path: Path) -> str:
        """What kind of thing a path leads to, as one of several."""
        if self._around(path, Action) is not None:
            return "action"
        if self._measure_at(path):
            return "measure"
        if path[:1] == ("resources",):
            return "line of money"
        if self._around(path, Outcome) is not None:
            return "outcome"
        return "priority" if path[:1] == ("priorities",) and len(path) > 1 else "place"

    # ---- words to fill a question with ---------------------------------------------------------------------------------

    def words(self, path: Path, written: str = "") -> Mapping[str, str]:
        """What a question about a place can name: only what the draft has words for. `written` is what stands there in the file."""
        outcome = self.outcome(path)
        lead = self.of_partner(outcome.by_whom.lead) if outcome is not None else ""
        entry = self._around(path, Action)
        found = {
            "it": self.about(path),
            "lead": lead,
            "body": lead or self._doing(outcome) or self._example,
            "other": self._leading_nothing,
            "action": quoted(entry.action, 100) if entry is not None and sound(entry.action) else "",
            "measure": self._measure_at(path),
            "words": quoted(written) if written else "",
            "partner": self._partner_at(path),
            "group": self._group_at(path),
            "place": self._place_at(path),
            "fund": self._fund_at(path),
            "missing": self._missing_at(path),
            "due": self._due_at(path),
        }
        return {name: said for name, said in found.items() if said}

    def _measure_at(self, path: Path) -> str:
        indicator = self._around(path, Indicator)
        outcome = self.outcome(path)
        if indicator is not None:
            return self.of_measure(indicator, outcome)
        for length in range(len(path), 0, -1):
            ref = getattr(self.part(path[:length]), "indicator", None)
            if ref is not None and sound(ref):
                found = self.lookup.measure(str(ref), outcome)
                return self.of_measure(found.indicator) if found is not None else ""
        return ""

    def _partner_at(self, path: Path) -> str:
        for length in range(len(path), 0, -1):
            part = self.part(path[:length])
            for key in ("partner", "of"):
                if name := self.of_partner(getattr(part, key, None)):
                    return name
        return self.of_partner(getattr(self._entry_of("partners", path), "id", None))

    def _group_at(self, path: Path) -> str:
        group = getattr(self._entry_of("engagement", path), "group", None)
        return quoted(group) if group is not None and sound(group) else ""

    def _place_at(self, path: Path) -> str:
        name = getattr(self._entry_of("localities", path), "name", None)
        return plain(name) if name is not None and sound(name) else ""

    def _fund_at(self, path: Path) -> str:
        line: Resource | Any = self._entry_of("resources", path)
        if line is None:
            return ""
        if line.source == "change-fund":
            return "the Change Fund"
        return f"the money for {quoted(line.what)}" if sound(line.what) else ""

    def _missing_at(self, path: Path) -> str:
        not_yet: NotYet | None = self._around(path, NotYet)
        return quoted(not_yet.missing) if not_yet is not None and sound(not_yet.missing) else ""

    def _due_at(self, path: Path) -> str:
        not_yet: NotYet | None = self._around(path, NotYet)
        return self.moment(not_yet.due) if not_yet is not None and sound(not_yet.due) else ""

    def _doing(self, outcome: Outcome | None) -> str:
        """The first partner that does part of the work of an outcome."""
        owners = (action.owner for action in outcome.how if sound(action)) if outcome is not None else ()
        return next((name for owner in owners if (name := self.of_partner(owner))), "")

    @cached_property
    def _example(self) -> str:
        """A partner to stand as an example: not the council, where there is another."""
        partners = self.lookup.partners.values()
        named = [plain(one.name) for one in partners if one.kind != "council" and sound(one.name)]
        return (named or [plain(one.name) for one in partners if sound(one.name)] or ["one partner"])[0]

    @cached_property
    def _leading_nothing(self) -> str:
        """The first partner, other than the council, that leads no outcome."""
        leads = {outcome.by_whom.lead for outcome in self.lookup.outcomes.values()}
        leads |= self.lookup.bodies(str(name) for name in leads if sound(name))
        idle = (one for name, one in self.lookup.partners.items() if name not in leads and one.kind != "council")
        return next((plain(one.name) for one in idle if sound(one.name)), "")

    # ---- what is to come -------------------------------------------------------------------------------------------

    def to_come(self, not_yet: NotYet) -> str:
        """`to be settled by NHS Orran, by 30 June 2014`."""
        owner = self.of_partner(not_yet.owner) or plain(not_yet.owner)
        who = f" by {owner}," if sound(not_yet.owner) and owner else ""
        when = f" by {self.moment(not_yet.due)}" if sound(not_yet.due) else ""
        return f"to be settled{who}{when}".rstrip(",")

    @cached_property
    def moment(self) -> Callable[[Moment], str]:
        """A date as people say it: `31 March 2014`, `2013/14`."""
        from soa.document.labels import labels_for
        from soa.document.say import Say

        return Say(labels_for("single-outcome-agreement")).moment

    def bodies_in(self, message: str) -> str:
        """The partners that a message names, in its order, or the bodies that it lists; empty where there are none."""
        names = [plain(one.name) for one in self.lookup.partners.values() if sound(one.name)]
        found = sorted((at, name) for name in names if (at := message.find(name)) >= 0)
        if found:
            return some([name for _, name in found], 4)
        _, mark, after = message.rpartition(": ")
        return some(_AS_LISTED.sub("", after).split(", "), 4) if mark else ""

    def names_a_main_body(self, message: str) -> bool:
        """Whether a message names a council, health board, police, fire, enterprise or transport body, or no partner by name."""
        named = [one for one in self.lookup.partners.values() if sound(one.name) and plain(one.name) in message]
        return not named or any(one.kind in _MAIN for one in named)

    def aloud(self, message: str) -> str:
        """A finding's message as it is said: dates as people say them, and listed ids by the words they stand for."""
        return _MOMENT.sub(self._spoken, self._by_names(message))

    def _spoken(self, written: re.Match[str]) -> str:
        from soa.model.scalars import Moment

        try:
            return self.moment(Moment(written[0]))
        except ValueError:
            return written[0]

    def _by_names(self, message: str) -> str:
        before, mark, after = message.rpartition(": ")
        if not mark:
            before, mark, after = message.rpartition(", in ")
        names = after.split(", ")
        if mark and all(name in self.lookup.outcomes for name in names):
            return f"{before}{mark}{some([self.of_outcome(self.lookup.outcomes[name]) for name in names], 4)}"
        if mark and all(name in self.lookup.engagement for name in names):
            return f"{before}{mark}{some([self._group(name) for name in names], 4)}"
        return message

    def _group(self, name: str) -> str:
        group = self.lookup.engagement[name].group
        return quoted(group) if sound(group) else name


def distinct(words: Iterable[str]) -> list[str]:
    """Each once, in their order, without empty ones."""
    return list(dict.fromkeys(word for word in words if word))
