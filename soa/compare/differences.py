"""What differs between two agreements whose parts are matched: everything, each thing once, in the order of the new one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from soa.compare import levels, lists, money, tables
from soa.compare.changes import Change, Segments, Weighs, segments, whole
from soa.compare.fields import Field, fields_of
from soa.compare.matching import Matches
from soa.compare.nouns import home_of, list_of, noun, surroundings, when, words_of
from soa.compare.showing import as_text, beside, flat, full, words
from soa.compare.side import Side, Unread, Written, moment_of, plain, quoted, shown
from soa.compare.spans import apart
from soa.compare.titles import about
from soa.compare.unread import Holes, NotRead
from soa.model.part import Entry, NotYet
from soa.source.places import Path

_MOST_WORDED = 5_000
"""So many texts that changed are compared word by word; those beyond are shown whole."""
ABSENT: Any = object()
"""Stands for the answer of a key that was not given."""


class Differences:
    """Walks through two agreements side by side and notes what differs."""

    def __init__(self, matches: Matches) -> None:
        self.matches = matches
        self.old, self.new = matches.old, matches.new
        self.found: list[Change] = []
        self.money: list[money.Moved] = []
        self.worded = 0
        self.told: set[tuple[bool, Path]] = set()
        """What was told with something else: whether a path is one of the new agreement, and the path."""
        self.holes = {True: Holes(self.new), False: Holes(self.old)}
        """By whether it is the new agreement: where in it something may stand that could not be read."""
        self.unsure: dict[tuple[bool, Path], str] = {}
        """What one agreement says, and the other may say where it could not be read: whether it is the new one, the path, and what it is."""

    def all(self) -> tuple[Change, ...]:
        """Every change, in the order of the new agreement; what is gone stands where it would have stood."""
        self.part((), ())
        money.settle(self)
        self._ranks()
        if not any(path[:1] in {("resources",), ("partners",)} for _, path in self.unsure):
            money.shares(self)
        return tuple(change for change in self.found if change.kind)

    # ---- noting ------------------------------------------------------------------------------------------------

    def note(
        self,
        kind: str,
        old: Path | None,
        new: Path | None,
        says: str,
        *,
        was: str = "",
        now: str = "",
        by: str = "",
        weighs: Weighs = "",
        warns: str = "",
        words: bool = False,
        follows: bool = False,
        head: str = "",
        label: str = "",
    ) -> None:
        """Note a change at a path of either agreement, or of both."""
        side, path = (self.new, new) if new is not None else (self.old, old or ())
        address = side.addresses.of(path)
        was_about = self.old.addresses.of(old) if old is not None and new is not None else ""
        self.found.append(
            Change(
                kind,
                noun(side, path),
                question_of(path),
                side.outcome_of(path),
                address,
                was_about if was_about != address else "",
                says[:1].upper() + says[1:],
                was,
                now,
                by,
                weighs,
                warns,
                self._segments(was, now) if words and was and now else (),
                gone=new is None,
                follows=follows,
                outcome_gone=self._is_gone(old, new),
                head=head[:1].upper() + head[1:],
                label=label,
            )
        )

    def _segments(self, was: str, now: str) -> Segments:
        """What went and what came, word by word while anybody can follow."""
        self.worded += 1
        return segments(was, now) if self.worded <= _MOST_WORDED else whole(was, now)

    def is_unsure(self, ours: Path, other: Path, *, is_new: bool, called: str = "") -> bool:
        """Whether something that one agreement alone says, the new one or the old, may stand where the other could not be read; it is then kept in mind.

        `other` is where it would stand in the other agreement: the list for an entry, the path itself for a key.
        """
        if not self.holes[not is_new].may_hold(other):
            return False
        self.unsure.setdefault((is_new, ours), called or noun(self.new if is_new else self.old, ours))
        return True

    def not_read(self) -> tuple[NotRead, ...]:
        """What of either agreement could not be read."""
        found = []
        for is_new, name in ((False, "old"), (True, "new")):
            parts = [called for (of_new, _), called in self.unsure.items() if of_new != is_new]
            places = self.holes[is_new].places()
            if places:
                found.append(NotRead("new" if name == "new" else "old", places, tuple(dict.fromkeys(parts))))
        return tuple(found)

    def _is_gone(self, old: Path | None, new: Path | None) -> bool:
        outcome = self.old.outcome_path(old) if old is not None and new is None else None
        return outcome is not None and outcome not in self.matches.to_new

    # ---- parts -------------------------------------------------------------------------------------------------

    def part(self, old: Path, new: Path) -> None:
        """Note what differs between two parts that belong together."""
        if (True, new) in self.told:
            return
        ours, theirs = self.old.parts[old], self.new.parts[new]
        self._identity(ours, theirs)
        special = tables.special(ours.cls)
        done = special(self, ours, theirs) if special is not None else frozenset()
        done |= self._gap_settled(ours, theirs, done) | self._gap_opened(ours, theirs, done)
        keys = fields_of(ours.cls)
        for key, field in keys.items():
            if key not in done and key != "id":
                self.field(ours, theirs, field)
        for key in sorted({*ours.data, *theirs.data} - keys.keys() - done, key=str):
            self._own_key(ours, theirs, str(key))

    def _identity(self, ours: Written, theirs: Written) -> None:
        """Note an entry that has another id, and one that stands elsewhere."""
        if ours.cls in tables.MOVES and not self._same_home(ours, theirs):
            self._moved(ours, theirs)
        was, now = ours.data.get("id"), theirs.data.get("id")
        if plain(was) != plain(now) and "id" in fields_of(ours.cls):
            name = noun(self.new, theirs.path)
            if was is None or now is None:
                said_id = (
                    f"{name} now has the id {quoted(now)}"
                    if was is None
                    else f"{name} no longer has the id {quoted(was)}"
                )
                self.note("changed", ours.path, theirs.path, f"{said_id}.", was=as_text(was), now=as_text(now))
                return
            before, after = (" ".join(words_of(one).split()) for one in (ours, theirs))
            says = f"{name} has the id {quoted(now)} instead of {quoted(was)}"
            own = tables.own_words(theirs.cls)
            if before == after:
                says += ": its words are the same."
                self.note("re-identified", ours.path, theirs.path, says, was=as_text(was), now=as_text(now))
            elif own and before and after:
                says += f" and was worded {quoted(before)}: it is taken for the same by what it says."
                head = f"{name} has the id {quoted(now)} instead of {quoted(was)}, is taken for the same by what it says, and"
                self.note("re-identified", ours.path, theirs.path, says, was=before, now=after, words=True, head=head)
                self.told.add((True, (*theirs.path, *own)))
            else:
                says += ": it is taken for the same by what it says."
                self.note("re-identified", ours.path, theirs.path, says, was=as_text(was), now=as_text(now))

    def _same_home(self, ours: Written, theirs: Written) -> bool:
        """Whether an entry stands where it stood: in the same outcome, priority or list."""
        before, after = home_of(ours.path), home_of(theirs.path)
        return list_of(ours) == list_of(theirs) and self.matches.to_new.get(before, ()) == after

    def _moved(self, ours: Written, theirs: Written) -> None:
        was, now = surroundings(self.old, ours), surroundings(self.new, theirs)
        says = f"{noun(self.new, theirs.path)} moves from {was} to {now}."
        self.note("moved", ours.path, theirs.path, says, was=was, now=now)

    def _gap_settled(self, ours: Written, theirs: Written, done: frozenset[str]) -> frozenset[str]:
        """An honest gap that is no longer there: what it stood for is part of the same change."""
        if "not_yet" not in ours.data or "not_yet" in theirs.data or not issubclass(ours.cls, Entry):
            return frozenset()
        gap = ours.data["not_yet"]
        missing = gap.get("missing") if isinstance(gap, Mapping) else gap
        keys = fields_of(ours.cls)
        came = [field for key, field in keys.items() if key not in done and key in theirs.data and key not in ours.data]
        path = (*ours.path, "not_yet")
        name = noun(self.new, theirs.path)
        before = f"What was still to come for {name}, {quoted(missing)},"
        given = "; ".join(f"{field.title.lower()}: {words(self.new, theirs, field)}" for field in came)
        if targets := levels.first_targets(self, ours, theirs):
            given = f"{given}; target: {targets}" if given else f"target: {targets}"
        says = f"{before} is settled: {given}." if given else f"{before} is no longer said to be missing."
        self.note(
            "not-yet-settled", path, (*theirs.path, "not_yet"), says, was=as_text(missing), now=given, weighs="stronger"
        )
        return frozenset({"not_yet", *(field.key for field in came)})

    def _gap_opened(self, ours: Written, theirs: Written, done: frozenset[str]) -> frozenset[str]:
        """An answer that was there and is now still to come: what is no longer given is part of the same change."""
        if "not_yet" in ours.data or "not_yet" not in theirs.data or not issubclass(ours.cls, Entry):
            return frozenset()
        went = [
            field
            for key, field in fields_of(ours.cls).items()
            if key not in done and key in ours.data and key not in theirs.data and key not in {"id", "public", "person"}
        ]
        gap = self.new.parts.get((*theirs.path, "not_yet"))
        if not went or gap is None:
            return frozenset()
        given = "; ".join(f"{field.title.lower()}: {words(self.old, ours, field)}" for field in went)
        path = (*theirs.path, "not_yet")
        says = f"{self._to_come(theirs, gap.data)} It was given before: {given}."
        self.note(
            "not-yet-added", None, path, says, was=given, now=as_text(gap.data.get("missing", "")), weighs="weaker"
        )
        return frozenset({"not_yet", *(field.key for field in went)})

    def _to_come(self, theirs: Written, gap: Mapping[str, Any]) -> str:
        owner, due = self.new.partner(gap.get("owner", "")), when(self.new, gap.get("due", ""))
        return f"{noun(self.new, theirs.path)} now says what is still to come: {quoted(gap.get('missing', ''))}, to be settled by {owner}, by {due}."

    def _ranks(self) -> None:
        """The order of the priorities is one thing: several that changed their rank are one change."""
        at = [at for at, one in enumerate(self.found) if one.kind == "rank-changed" and one.old and one.new]
        if len(at) < 2:
            return
        ranks = sorted((self.found[one] for one in at), key=lambda one: (len(one.new), one.new))
        says = ", ".join(f"{one.subject} is number {one.new} instead of {one.old}" for one in ranks)
        first = self.found[at[0]]
        was, now = ("; ".join(f"{one.subject}: {getattr(one, key)}" for one in ranks) for key in ("old", "new"))
        self.found[at[0]] = first._replace(
            subject="the priorities", says=f"The priorities are ranked anew: {says}.", old=was, new=now, by=""
        )
        for one in at[1:]:
            self.found[one] = self.found[one]._replace(kind="")

    def _own_key(self, ours: Written, theirs: Written, key: str) -> None:
        """A key that the format does not know; the partnership's own are its own business."""
        if key.startswith("x-"):
            return
        was = flat(ours.data[key]) if key in ours.data else ""
        now = flat(theirs.data[key]) if key in theirs.data else ""
        if was == now and (key in ours.data) == (key in theirs.data):
            return
        key_said = f"the key {key}, which the format does not know,"
        name = noun(self.new, theirs.path)
        if key not in ours.data:
            says = f"{name} now has {key_said}: {quoted(now)}."
        elif key not in theirs.data:
            says = f"{name} no longer has {key_said}: it was {quoted(was)}."
        else:
            says = f"{key_said} of {name} was {quoted(was)} and is now {quoted(now)}."
        old = (*ours.path, key) if key in ours.data else None
        new = (*theirs.path, key) if key in theirs.data else None
        self.note("changed", old, new, says.replace(",,", ","), was=was, now=now)

    # ---- keys --------------------------------------------------------------------------------------------------

    def field(self, ours: Written, theirs: Written, field: Field) -> None:
        """Note what differs under one key of two parts."""
        was, now = ours.data.get(field.key, ABSENT), theirs.data.get(field.key, ABSENT)
        old, new = (*ours.path, field.key), (*theirs.path, field.key)
        if (was is ABSENT and now is ABSENT) or (True, new) in self.told:
            return
        if self._is_lost(ours, theirs, field, was, now):
            return
        if (
            field.part is None
            and field.form != "reference"
            and was is not None
            and type(was) is type(now)
            and was == now
        ):
            return
        if field.many and all(one is ABSENT or isinstance(one, list) for one in (was, now)):
            if field.part is not None:
                lists.entries(self, ours, theirs, field)
            elif field.form in {"reference", "name"} or not field.is_words:
                lists.refs(self, ours, theirs, field)
            else:
                lists.texts(self, ours, theirs, field)
        elif field.part is not None and not field.many and isinstance(was, Mapping) and isinstance(now, Mapping):
            self.part(old, new)
        elif field.part is not None or field.many:
            self._whole(ours, theirs, field)
        else:
            self.scalar(ours, theirs, field)

    def _is_lost(self, ours: Written, theirs: Written, field: Field, was: Any, now: Any) -> bool:
        """Whether one side alone has an answer because it could not be read in the other."""
        old, new = (*ours.path, field.key), (*theirs.path, field.key)
        called = about(ours.cls, field, noun(self.new, theirs.path))
        is_part = field.part is not None
        if was is not ABSENT and (now is ABSENT or (is_part and now is None)):
            return was is not None and self.is_unsure(old, new, is_new=False, called=called)
        if now is not ABSENT and (was is ABSENT or (is_part and was is None)):
            return now is not None and self.is_unsure(new, old, is_new=True, called=called)
        return False

    def _whole(self, ours: Written, theirs: Written, field: Field) -> None:
        """A part that came or went as a whole, or that could not be read on one of the sides."""
        was, now = (one.data.get(field.key, ABSENT) for one in (ours, theirs))
        was, now = (ABSENT if one is None else one for one in (was, now))
        old, new = (*ours.path, field.key), (*theirs.path, field.key)
        before = "" if was is ABSENT else flat(self._leaf(self.old, old, was))
        after = "" if now is ABSENT else flat(self._leaf(self.new, new, now))
        if before == after and (was is ABSENT) == (now is ABSENT):
            return
        name = noun(self.new, theirs.path)
        called = about(ours.cls, field, name)
        kind, weighs = tables.kind_of_part(ours.cls, field.key)
        if field.part is NotYet and isinstance(now, Mapping):
            self.note(
                "not-yet-added",
                None,
                new,
                self._to_come(theirs, now),
                now=as_text(now.get("missing", "")),
                weighs="weaker",
            )
        elif was is ABSENT:
            said_now = words(self.new, theirs, field)
            self.note(
                kind or "added",
                None,
                new,
                self._given(ours, theirs, field, said_now),
                now=said_now,
                weighs="stronger" if weighs else "",
                label=field.title,
            )
        elif now is ABSENT:
            said_was = words(self.old, ours, field)
            says = self._given(ours, theirs, field, said_was, gone=True)
            self.note(
                kind or "removed",
                old,
                None if kind == "" else new,
                says,
                was=said_was,
                weighs="weaker" if weighs else "",
                label=field.title,
            )
        else:
            says = f"{called} was {quoted(before)} and is now {quoted(after)}."
            if isinstance(self._leaf(self.old, old, was), Unread):
                says = (
                    f"{called} could not be read ({quoted(before)}), and now can be: {words(self.new, theirs, field)}."
                )
            elif isinstance(self._leaf(self.new, new, now), Unread):
                says = f"{called} can no longer be read ({quoted(after)})."
            self.note(kind or "changed", old, new, says, was=before, now=after, label=field.title)

    @staticmethod
    def _leaf(side: Side, path: Path, value: Any) -> Any:
        return value if isinstance(value, (Mapping, list)) else side.leaf(path, value)

    def scalar(self, ours: Written, theirs: Written, field: Field) -> None:
        """One answer that is not as it was."""
        key = field.key
        old, new = (*ours.path, key), (*theirs.path, key)
        was = self.old.leaf(old, ours.data[key]) if key in ours.data else ABSENT
        now = self.new.leaf(new, theirs.data[key]) if key in theirs.data else ABSENT
        if self.same(ours, theirs, field, was, now):
            return
        kind, weight = tables.kind_of(ours.cls, key)
        if key == "person":  # who holds a post is nobody's business here
            self.note("changed", old, new, f"another person is named for {noun(self.new, theirs.path)}.")
        elif key == "public":
            self._public(ours, theirs, was, now)
        elif kind == "date":
            self._date(ours, theirs, field, was, now)
        else:
            before = words(self.old, ours, field) if was is not ABSENT else ""
            after = words(self.new, theirs, field) if now is not ABSENT else ""
            if taken := tables.UNSAID.get((ours.cls, key)):  # not to say it says this
                before, after = before or quoted(taken), after or quoted(taken)
            if field.is_words and isinstance(was, str) and isinstance(now, str):
                before, after = beside(was, now)
            came: Weighs = "stronger" if was is ABSENT else "weaker" if now is ABSENT else ""
            default = (
                "added"
                if was is ABSENT
                else "removed"
                if now is ABSENT
                else "reworded"
                if field.is_words
                else "changed"
            )
            if kind == "prevention-marked" and default != "added":
                kind = "prevention-unmarked" if default == "removed" else ""
            if kind == "definition-changed" and default in {"added", "removed"}:
                kind = ""  # nothing was defined otherwise before
            self.note(
                kind or default,
                old if was is not ABSENT or kind else None,
                new if now is not ABSENT or kind else None,
                self._scalar_says(ours, theirs, field, before, after),
                was="" if was is ABSENT else full(self.old, ours, field),
                now="" if now is ABSENT else full(self.new, theirs, field),
                by=self._by(field, was, now),
                weighs=came if weight else self._more(ours, field, was, now),
                warns=levels.kept_figures(self, ours, theirs, field)
                if kind == "definition-changed" and before and after
                else "",
                words=field.is_words,
                head="" if tables.is_own_words(ours.cls, key) else about(ours.cls, field, noun(self.new, theirs.path)),
                label="" if tables.is_own_words(ours.cls, field.key) else field.title,
            )

    def _scalar_says(self, ours: Written, theirs: Written, field: Field, before: str, after: str) -> str:
        """The sentence for one answer that came, went or changed."""
        name = noun(self.new, theirs.path)
        called = about(ours.cls, field, name)
        if not before or not after:
            return self._given(ours, theirs, field, before or after, gone=not after)
        if tables.is_own_words(ours.cls, field.key):
            return f"{noun(self.old, ours.path)} is now worded {after}."
        if owner := tables.owner_says(ours.cls, field.key):
            return f"{owner.format(name=name, was=before, now=after)}."
        return f"{called} was {before} and is now {after}."

    def _given(self, ours: Written, theirs: Written, field: Field, said: str, *, gone: bool = False) -> str:
        """The sentence for an answer that came, or went."""
        name = noun(self.new, theirs.path)
        own = tables.given_says(ours.cls, field.key)[gone]
        if own:
            return f"{own.format(name=name, said=said)}."
        called = about(ours.cls, field, name)
        return f"{called} is no longer given; it was: {said}." if gone else f"{called} is now given: {said}."

    @staticmethod
    def _more(ours: Written, field: Field, was: Any, now: Any) -> Weighs:
        if not tables.more_is_more(ours.cls, field.key) or not isinstance(was, Decimal) or not isinstance(now, Decimal):
            return ""
        return "stronger" if now > was else "weaker"

    def _by(self, field: Field, was: Any, now: Any) -> str:
        """How far two figures lie apart."""
        if not isinstance(was, Decimal) or not isinstance(now, Decimal) or field.key in {"version", "within"}:
            return ""
        size = Decimal(f"{abs(now - was):f}")
        return self.new.say.pounds(int(size)) if field.form == "money" else self.new.say.number(size)

    def same(self, ours: Written, theirs: Written, field: Field, was: Any, now: Any) -> bool:
        """Whether an answer means what it meant."""
        if was is ABSENT or now is ABSENT:
            given = now if was is ABSENT else was
            return given is True if field.key == "public" else given == tables.UNSAID.get((ours.cls, field.key), ABSENT)
        if field.form == "reference":
            return self.matches.meaning(self.old, ours.cls, field.key, was, ours.path) == self.matches.meaning(
                self.new, theirs.cls, field.key, now, theirs.path
            )
        if field.form == "moment":
            first, last = moment_of(was), moment_of(now)
            if first is not None and last is not None:
                return str(first) == str(last)
        return type(was) is type(now) and bool(was == now)

    # ---- dates, and what the public may see ------------------------------------------------------------------------

    def _date(self, ours: Written, theirs: Written, field: Field, was: Any, now: Any) -> None:
        name = noun(self.new, theirs.path)
        called = about(ours.cls, field, name)
        old, new = (*ours.path, field.key), (*theirs.path, field.key)
        first = moment_of(was) if was is not ABSENT else None
        last = moment_of(now) if now is not ABSENT else None
        promise = tables.is_promise(ours.cls, field.key)
        if first is None or last is None:
            before = "" if was is ABSENT else words(self.old, ours, field)
            after = "" if now is ABSENT else words(self.new, theirs, field)
            kind = "added" if was is ABSENT else "removed" if now is ABSENT else "changed"
            weighs: Weighs = ("stronger" if last else "weaker" if first else "") if promise else ""
            says = self._scalar_says(ours, theirs, field, before, after)
            there, here = (None if was is ABSENT else old), (None if now is ABSENT else new)
            self.note(kind, there, here, says, was=before, now=after, weighs=weighs, label=field.title)
            return
        by = apart(first, last)
        later = last.last_day > first.last_day
        if ours.cls is NotYet:
            kind = "not-yet-postponed" if later else "brought-forward"
        elif promise:
            kind = "postponed" if later else "brought-forward"
        else:
            kind = "changed"
        before, after = self.old.say.moment(first), self.new.say.moment(last)
        how = f": {by} {'later' if later else 'earlier'}" if by else ""
        says = f"{tables.date_says(ours.cls, field.key, called, name)} {after} instead of {before}{how}."
        self.note(
            kind,
            old,
            new,
            says,
            was=before,
            now=after,
            by=by,
            weighs=("weaker" if later else "stronger") if promise else "",
        )

    def _public(self, ours: Written, theirs: Written, was: Any, now: Any) -> None:
        """What is kept from the public; to say that something is not kept from it changes nothing."""
        name = noun(self.new, theirs.path)
        old, new = (*ours.path, "public"), (*theirs.path, "public")
        if now is False:
            self.note(
                "made-private",
                old,
                new,
                f"{name} is now kept out of what the public reads.",
                was="public",
                now="not public",
            )
        elif was is False:
            self.note(
                "made-public", old, new, f"{name} is now in what the public reads.", was="not public", now="public"
            )
        else:
            self.note(
                "changed",
                old,
                new,
                f"whether {name} is public was {shown(was)} and is now {shown(now)}.",
                was=as_text(was),
                now=as_text(now),
            )


def question_of(path: Path) -> str:
    """To which question of an outcome, or to which part of the agreement, a path leads."""
    if len(path) > 4 and path[0] == "priorities" and path[2] == "outcomes":
        return str(path[4]) if path[4] in {"what", "how", "by_whom", "when", "risks"} else "outcome"
    if len(path) > 3 and path[0] == "priorities" and path[2] == "outcomes":
        return "outcome"
    return str(path[0]) if path else "agreement"
