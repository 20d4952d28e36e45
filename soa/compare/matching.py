"""Which part of the new agreement is which of the old one: by id, by natural key, else by likeness of words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from soa.compare import likeness
from soa.compare.fields import Field, fields_of
from soa.compare.likeness import Said
from soa.compare.nouns import words_of
from soa.compare.showing import flat
from soa.compare.side import Side, Written, plain
from soa.model.agreement import Agreement
from soa.model.governance import Group
from soa.model.measure import Indicator, Target, TargetValue
from soa.model.outcome import Action, Outcome, Priority, Success
from soa.model.part import NotYet, Part
from soa.model.partners import Engagement, Evidence, Locality, Partner, Plan, Service
from soa.model.resources import Ask
from soa.source.places import Path

_FIRST: tuple[type[Part], ...] = (Partner, Locality, Plan, Evidence, Engagement, Service, Group, Ask)
"""What other entries refer to, and are told apart by: these are matched before the rest."""
_LADDERS = (TargetValue, Success)
"""Lists along time, in which an entry that was put off or brought forward is still the same."""


class Matches:
    """The pairs of parts of two agreements, by their paths."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.to_new: dict[Path, Path] = {}
        self.to_old: dict[Path, Path] = {}
        self._pair((), ())
        for cls in _FIRST:
            self._match_all(cls)
        self._match_all(Priority)
        self._match_across(Outcome, within=Priority)
        self._match_across(Indicator, within=Outcome)
        self._match_across(Action, within=Outcome)
        self._match_rest()
        self._by_measure()

    # ---- what is asked of it -----------------------------------------------------------------------------------

    def new_path(self, path: Path) -> Path | None:
        """Where something of the old agreement stands in the new one; None where the entry that it belongs to is gone.

        An entry of a list of words has no name of its own: the list stands for it.
        """
        return self._translated(path, self.old, self.to_new)

    def old_path(self, path: Path) -> Path | None:
        """Where something of the new agreement stood in the old one; None where the entry that it belongs to is new."""
        return self._translated(path, self.new, self.to_old)

    @staticmethod
    def _translated(path: Path, side: Side, known: Mapping[Path, Path]) -> Path | None:
        for length in range(len(path), -1, -1):
            found = known.get(path[:length])
            if found is None:
                continue
            below = path[length:]
            numbered = next((at for at, step in enumerate(below) if isinstance(step, int)), None)
            if numbered is None:
                return (*found, *below)
            entry = path[: length + numbered + 1]
            return None if entry in side.parts else (*found, *below[:numbered])
        return None

    def meaning(self, side: Side, cls: type[Part], key: str, ref: object, path: Path) -> Hashable:
        """What a reference means, so that it is equal in both agreements where it means the same part."""
        found = side.refers_to(cls, key, ref, path)
        if side is self.new:
            return ("new", found) if found is not None else self._elsewhere(self.old, cls, key, ref, path)
        translated = self.to_new.get(found) if found is not None else None
        if translated is not None:
            return ("new", translated)
        return ("old", found) if found is not None else self._elsewhere(self.new, cls, key, ref, path)

    def _elsewhere(self, other: Side, cls: type[Part], key: str, ref: object, path: Path) -> Hashable:
        """What a reference that leads nowhere means in the other agreement: that it broke, or holds at last, is no change of its own."""
        there = self.new_path(path) if other is self.new else self.old_path(path)
        found = other.refers_to(cls, key, ref, there or ())
        if found is None:
            return ("?", flat(ref))
        translated = found if other is self.new else self.to_new.get(found)
        return ("new", translated) if translated is not None else ("old", found)

    # ---- making pairs ------------------------------------------------------------------------------------------

    def _pair(self, old: Path, new: Path) -> None:
        self.to_new[old] = new
        self.to_old[new] = old

    def _open(self, entries: Iterable[Written], known: Mapping[Path, Path]) -> list[Written]:
        return [one for one in entries if one.path not in known]

    def _match_all(self, cls: type[Part]) -> None:
        """Match every entry of a class, of which there is one list."""
        if cls is Group:
            self._pair_fields((), (), Agreement, only="governance")
        olds, news = self.old.of_class(cls), self.new.of_class(cls)
        self._by_words_and_id(olds, news)
        self._by_likeness(olds, news, likeness.ALIKE)
        self._by_id(self._open(olds, self.to_new), self._open(news, self.to_old))

    def _match_across(self, cls: type[Part], within: type[Part]) -> None:
        """Match the entries of a class: first those whose surroundings match, then wherever they stand."""
        groups = self._groups(cls, within)
        for olds, news in groups:
            self._by_words_and_id(olds, news)
        every_old, every_new = self.old.of_class(cls), self.new.of_class(cls)
        if cls is Outcome:  # its id is unique in the agreement
            self._by_words_and_id(every_old, every_new)
        else:
            self._by_words(self._open(every_old, self.to_new), self._open(every_new, self.to_old), across=True)
        for olds, news in groups:
            self._by_likeness(olds, news, likeness.ALIKE)
            self._by_id(self._open(olds, self.to_new), self._open(news, self.to_old))
        if [(len(olds), len(news)) for olds, news in groups] != [
            (len(every_old), len(every_new))
        ]:  # there is an elsewhere
            self._by_likeness(every_old, every_new, likeness.ALIKE if cls is Outcome else likeness.VERY_ALIKE)
        if cls is Outcome:
            self._by_id(self._open(every_old, self.to_new), self._open(every_new, self.to_old))

    def _by_measure(self) -> None:
        """The targets for a measure go with it into another outcome."""

        def measure(side: Side, one: Written) -> Hashable:
            return self.meaning(side, Target, "indicator", one.data.get("indicator"), one.path)

        olds, news = self.old.of_class(Target), self.new.of_class(Target)
        self._by(olds, news, measure)
        for one in self._open_before(olds):
            self._match_list((*one.path, "values"), (*self.to_new[one.path], "values"), fields_of(Target)["values"])

    def _open_before(self, targets: Iterable[Written]) -> list[Written]:
        """The targets that are matched, and their values not yet."""
        return [
            one
            for one in targets
            if one.path in self.to_new
            and isinstance(one.data.get("values"), list)
            and isinstance(self.new.parts[self.to_new[one.path]].data.get("values"), list)
            and not any((*one.path, "values", at) in self.to_new for at in range(len(one.data["values"])))
        ]

    def _groups(self, cls: type[Part], within: type[Part]) -> list[tuple[list[Written], list[Written]]]:
        """The entries of a class in lists that belong together: those of one outcome, those of the agreement itself."""
        depth = {Priority: 2, Outcome: 4}[within]

        def owner(one: Written) -> Path:
            return one.path[:depth] if one.path[0] == "priorities" else ()

        news: dict[Path, list[Written]] = {}
        for one in self.new.of_class(cls):
            news.setdefault(owner(one), []).append(one)
        olds: dict[Path, list[Written]] = {}
        for one in self.old.of_class(cls):
            olds.setdefault(owner(one), []).append(one)
        return [
            (entries, news[self.to_new[path]])
            for path, entries in olds.items()
            if path in self.to_new and self.to_new[path] in news
        ]

    def _match_rest(self) -> None:
        """Match what stands in every pair of parts, from the top down."""
        waiting: list[tuple[Path, Path]] = list(self.to_new.items())
        done: set[Path] = set()
        while waiting:
            old, new = waiting.pop()
            if old in done:
                continue
            done.add(old)
            cls = self.old.parts[old].cls
            waiting.extend(self._pair_fields(old, new, cls))

    def _pair_fields(self, old: Path, new: Path, cls: type[Part], only: str = "") -> list[tuple[Path, Path]]:
        """Pair what stands under the keys of two parts; the pairs that came of it."""
        made: list[tuple[Path, Path]] = []
        ours, theirs = self.old.parts[old].data, self.new.parts[new].data
        for key, field in fields_of(cls).items():
            if field.part is None or (only and key != only) or key not in ours or key not in theirs:
                continue
            if field.many:
                self._match_list((*old, key), (*new, key), field)
                made.extend(
                    (path, self.to_new[path])
                    for index in range(len(ours[key]) if isinstance(ours[key], list) else 0)
                    if (path := (*old, key, index)) in self.to_new
                )
            elif (*old, key) in self.old.parts and (*new, key) in self.new.parts:
                self._pair((*old, key), (*new, key))
                made.append(((*old, key), (*new, key)))
        return made

    def _match_list(self, old: Path, new: Path, field: Field) -> None:
        """Match the entries of two lists that belong together."""
        cls = field.part
        if cls is None or cls in {*_FIRST, Priority, Outcome, Indicator, Action}:
            return
        olds = self._open(_entries(self.old, old), self.to_new)
        news = self._open(_entries(self.new, new), self.to_old)
        if cls is TargetValue and _is_shifted(olds, news):
            for one, other in zip(olds, news, strict=True):
                self._pair(one.path, other.path)
            return
        if cls is Success:  # what it looks like tells more than the year
            self._by_words(olds, news)
        self._by_key(olds, news)
        self._by_words_and_id(olds, news)
        self._by_likeness(olds, news, likeness.ALIKE)
        if cls in _LADDERS:
            self._in_turn(self._open(olds, self.to_new), self._open(news, self.to_old))

    def _by_words_and_id(self, olds: Sequence[Written], news: Sequence[Written]) -> None:
        """First those whose words and id are the same, then the same words under another id, then the same id that is not hopeless."""
        self._by(olds, news, lambda _, one: (_id(one), _words(one)) if _id(one) and _words(one) else None)
        self._by_use(olds, news)
        self._by_words(olds, news)
        olds, news = self._open(olds, self.to_new), self._open(news, self.to_old)
        if not olds or not news:
            return
        ids = {name: one for one in news if (name := _id(one))}
        both = [(one, ids[_id(one)]) for one in olds if _id(one) in ids]
        said = {one.path: self.said_by(self.old, one) for one, _ in both}
        other_said = {other.path: self.said_by(self.new, other) for _, other in both}
        weight = likeness.weights_of(said.values(), other_said.values())
        for one, other in both:
            if one.path in self.to_new or other.path in self.to_old:
                continue
            if likeness.likeness(said[one.path], other_said[other.path], weight) >= likeness.HOPELESS:
                self._pair(one.path, other.path)

    def _by_words(self, olds: Sequence[Written], news: Sequence[Written], *, across: bool = False) -> None:
        def words(_: Side, one: Written) -> Hashable:
            found = _words(one)
            return None if not found or (across and len(likeness.tokens(found)) < 3) else found

        self._by(olds, news, words)

    def _by_use(self, olds: Sequence[Written], news: Sequence[Written]) -> None:
        """A measure that is shared is the one that it uses."""

        def used(side: Side, one: Written) -> Hashable:
            if one.cls is not Indicator or "use" not in one.data:
                return None
            return self.meaning(side, Indicator, "use", one.data["use"], one.path)

        self._by(olds, news, used)

    def _by_id(self, olds: Sequence[Written], news: Sequence[Written]) -> None:
        """What is left and has the same id, however little else."""
        self._by(olds, news, lambda _, one: _id(one) or None)

    def _by_key(self, olds: Sequence[Written], news: Sequence[Written]) -> None:
        """By what an entry is known by in its list: a partner, a date, an indicator."""

        def key(side: Side, one: Written) -> Hashable:
            names = getattr(one.cls, "IDENTITY", ("id",))
            if names == ("id",) or any(name not in one.data for name in names):
                return None
            return tuple(self._canonical(side, one, name) for name in names)

        self._by(olds, news, key)

    def _canonical(self, side: Side, one: Written, key: str) -> Hashable:
        field = fields_of(one.cls)[key]
        value = one.data[key]
        if field.form == "reference":
            return self.meaning(side, one.cls, key, value, one.path)
        return flat(value)

    def _by(self, olds: Sequence[Written], news: Sequence[Written], key: Callable[[Side, Written], Hashable]) -> None:
        """Pair what has the same key, where one entry alone has it on either side."""
        olds, news = self._open(olds, self.to_new), self._open(news, self.to_old)
        ours = _alone(olds, lambda one: key(self.old, one))
        theirs = _alone(news, lambda one: key(self.new, one))
        for name, one in ours.items():
            if name in theirs:
                self._pair(one.path, theirs[name].path)

    def _in_turn(self, olds: Sequence[Written], news: Sequence[Written]) -> None:
        """What is left of a ladder, rung by rung, where as many are left on either side."""
        if len(olds) == len(news):
            for one, other in zip(olds, news, strict=True):
                self._pair(one.path, other.path)

    def _by_content(self, olds: Sequence[Written], news: Sequence[Written]) -> None:
        """What is left and says the very same, even several times over."""
        left, right = self._open(olds, self.to_new), self._open(news, self.to_old)
        same: dict[str, list[Written]] = {}
        for other in right if left else ():
            same.setdefault(flat(other.data), []).append(other)
        for one in left if right else ():
            others = same.get(flat(one.data))
            if others:
                self._pair(one.path, others.pop(0).path)

    def _by_likeness(self, olds: Sequence[Written], news: Sequence[Written], least: float) -> None:
        """What is left, by how alike it is; how common a word is, every entry of the lists has a say in."""
        self._by_content(olds, news)
        left, right = self._open(olds, self.to_new), self._open(news, self.to_old)
        if not left or not right:
            return
        ours = {one.path: self.said_by(self.old, one) for one in olds}
        theirs = {one.path: self.said_by(self.new, one) for one in news}
        weight = likeness.weights_of(ours.values(), theirs.values())
        found = likeness.pairs([ours[one.path] for one in left], [theirs[one.path] for one in right], weight, least)
        for at, other, _ in found:
            self._pair(left[at].path, right[other].path)

    def said_by(self, side: Side, one: Written) -> Said:
        """What an entry says: its words, and each of its other answers with its key."""
        return likeness.said(_words(one), self._answers(side, one))

    def _answers(self, side: Side, one: Written) -> list[str]:
        found: list[str] = []
        waiting: list[tuple[str, Any, type[Part] | None, Path]] = [("", one.data, one.cls, one.path)]
        while waiting:
            key, value, cls, path = waiting.pop()
            if isinstance(value, Mapping):
                fields = fields_of(cls) if cls is not None else {}
                for name, below in value.items():
                    field = fields.get(name)
                    if name == "id" or cls is NotYet:
                        continue
                    if field is not None and field.form == "reference" and cls is not None:
                        refs = below if isinstance(below, list) else [below]
                        found.extend(f"{name}={self.meaning(side, cls, name, ref, path)}" for ref in refs)
                    else:
                        waiting.append((name, below, field.part if field else None, (*path, name)))
            elif isinstance(value, list):
                waiting.extend((key, item, cls, (*path, at)) for at, item in enumerate(value))
            elif isinstance(value, str) and len(value) > 60:
                found.extend(f"{key}:{word}" for word in likeness.tokens(value))
            else:
                found.append(f"{key}={plain(value)}")
        return found

    def may_come_from(self, new: Path) -> list[tuple[Path, float]]:
        """The old outcomes that a new one may have come from, the most alike first; those that are gone, or that were split."""
        return self._akin(self.new, new)

    def may_have_gone_into(self, old: Path) -> list[tuple[Path, float]]:
        """The new outcomes into which one that is gone may have gone."""
        return self._akin(self.old, old)

    def _akin(self, side: Side, path: Path) -> list[tuple[Path, float]]:
        old, new, weight = self._outcomes
        own, kept = (old, new) if side is self.old else (new, old)
        paths = list(kept)
        near = likeness.near(own[path], self._where[side is self.old], weight)
        scored = {paths[at]: likeness.likeness(own[path], kept[paths[at]], weight) for at in near}
        for other in self._moved_between(side, path):
            scored[other] = max(scored.get(other, 0.0), 0.5)
        alike = [one for one in scored.items() if one[1] >= likeness.AKIN]
        return sorted(alike, key=lambda one: (-one[1], str(one[0])))

    @cached_property
    def _outcomes(self) -> tuple[dict[Path, Said], dict[Path, Said], dict[str, float]]:
        """What every outcome of either agreement says, and how much each word weighs."""
        old, new = (
            {one.path: self.said_by(side, one) for one in side.of_class(Outcome)} for side in (self.old, self.new)
        )
        return old, new, likeness.weights_of(old.values(), new.values())

    @cached_property
    def _where(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Which outcomes say a word, of the old agreement and of the new one."""
        old, new, _ = self._outcomes
        return likeness.places(old.values()), likeness.places(new.values())

    def _moved_between(self, side: Side, path: Path) -> set[Path]:
        """The outcomes of the other agreement in which actions or measures of this one stand."""
        known = self.to_old if side is self.new else self.to_new
        others = self.old if side is self.new else self.new
        found = (others.outcome_path(known[one.path]) for one in side.inside.get(path, ()) if one.path in known)
        return {one for one in found if one is not None}


def _entries(side: Side, path: Path) -> list[Written]:
    """The mappings of a list, in their order."""
    value: Any = side.parts[path[:-1]].data.get(str(path[-1]))
    count = len(value) if isinstance(value, list) else 0
    return [side.parts[*path, index] for index in range(count) if (*path, index) in side.parts]


def _id(one: Written) -> str:
    """An entry's id as text; empty where it has none."""
    return flat(one.data["id"]) if "id" in one.data else ""


def _words(one: Written) -> str:
    """The words that an entry is known by, so that the same are equal however they were written."""
    return " ".join(words_of(one).split())


def _alone(entries: Iterable[Written], key: Callable[[Written], Hashable]) -> dict[Hashable, Written]:
    """The entries by key, without those that share one."""
    found: dict[Hashable, Written | None] = {}
    for one in entries:
        name = key(one)
        if name is not None:
            found[name] = None if name in found else one
    return {name: one for name, one in found.items() if one is not None}


def _is_shifted(olds: Sequence[Written], news: Sequence[Written]) -> bool:
    """Whether a whole ladder of levels has other dates, and the levels are as they were."""
    if len(olds) != len(news) or len(olds) < 2:
        return False
    levels = [{key: plain(value) for key, value in one.data.items() if key != "period"} for one in olds]
    others = [{key: plain(value) for key, value in one.data.items() if key != "period"} for one in news]
    moved = all(
        plain(one.data.get("period")) != plain(other.data.get("period")) for one, other in zip(olds, news, strict=True)
    )
    return moved and levels == others and all(levels.count(one) == 1 for one in levels)
