"""A reading of a draft as data, for programs: everything that the report prints, and the questions that it has no room for.

One JSON object, whose keys are added to and never renamed:

- `version`: 1. `tool`: name and version of the program. `rule_set`, `format`: of the rules and of the agreement's format.
- `as_of`, `reader`, `by`: the day, for whom, and the post that read it (empty where nobody said).
- `agreement`: `title`, `area`, `status`, `version`, `digest`, and `files`, the sha256 of each by its name.
- `conclusion`: `verdict` and `because`, as the location director typed them in the newest round; null where nobody has, and for
  any other reader. Never computed. `concluded`: the same for every reader, with `round` and `by`.
- `grid`: `outcomes`, each with `id`, `statement` and for `what`, `how`, `by_whom` and `when` a `mark` (answered, thin, missing),
  `why` and `about`; `prevention`, the four proofs by `name` in the same way.
- `questions`: all, in order of weight: `number` in the report, `first` (whether page one asks it), `theme`, `rule`, `case`,
  `outcome`, `question`, `found`, `good_answer`, `help`, `authority`, `sources`, the place (`about`, `file`, `line`), `also`,
  further places, and `answered`, the answer that a round has to the like of it: `round`, `point`, `to`, `answer` and the day
  (`answered`); null where there is none.
- `strengths`: `kind`, `says`, `words`, `source`, and the place.
- `points`: the points of the newest round, with the keys of `review/round-1.yaml`.
- `exceptions`, `not_yet`: what the partnership claims and owns up to. `unread`: what of the draft could not be read.
- `coverage`: `leads`, `contributions`, `funded`, `national_outcomes`, `policy_priorities`, `heard` and what else is read off it.
- `changes`: with `--since`, what `soa compare` finds: the two drafts (`old`, `new`), their `changes`, and the `points` that these
  may answer; null without.
"""

from __future__ import annotations

import json
from typing import Any

from soa.model.dump import dump
from soa.model.lookup import Lookup
from soa.model.part import NotYet, sound
from soa.model.review import PointAt
from soa.review.gathered import Review
from soa.review.page_one import typed_conclusion
from soa.review.questions import Question, Spot
from soa.review.standing import Answer, OutcomeRow
from soa.review.wording import QUESTIONS

VERSION = 1
"""Of the shape of the data."""


def json_of(review: Review) -> str:
    """A reading as JSON; the same reading gives the same text."""
    return json.dumps(data_of(review), ensure_ascii=False, indent=2) + "\n"


def data_of(review: Review) -> dict[str, Any]:
    """A reading as plain data."""
    made, header = review.made, review.agreement.agreement
    lookup = Lookup(review.agreement)
    typed = typed_conclusion(review)
    own = None if typed is None else {"verdict": typed.verdict, "because": _said(typed.because)}
    return {
        "version": VERSION,
        "tool": {"name": "soa", "version": made.version},
        "rule_set": made.rule_set,
        "format": made.format,
        "as_of": review.as_of.isoformat(),
        "reader": review.reader,
        "by": review.by,
        "agreement": {
            "title": _said(header.title),
            "area": _said(header.area),
            "status": _said(header.status),
            "version": header.version if sound(header.version) else None,
            "digest": made.digest,
            "files": dict(made.files),
        },
        "remarks": list(made.remarks),
        "conclusion": own if review.reader == "director" else None,
        "concluded": _concluded(review, own),
        "grid": {
            "outcomes": [_outcome(one, lookup) for one in review.grid.outcomes],
            "prevention": [{"name": name, **_answer(one, lookup)} for name, one in review.grid.proofs],
        },
        "questions": [_question(one, review) for one in review.questions],
        "strengths": [
            {
                "kind": one.kind,
                "says": one.says,
                "words": one.words,
                "source": {"document": one.source.document, "paragraph": one.source.paragraph},
                **_spot(one.spot),
            }
            for one in review.strengths
        ],
        "points": [{"round": number, **json.loads(dump(point))} for _, number, point in review.points],
        "exceptions": [
            {
                "rules": list(one.rules),
                "reason": one.reason,
                "until": one.until,
                "file": one.place.file,
                "line": one.place.span.start.line,
                "part": one.part,
            }
            for one in review.exceptions
        ],
        "not_yet": [
            {"about": lookup.addresses.of(path[:-1]), **json.loads(dump(one))} for path, one in lookup.all(NotYet)
        ],
        "unread": list(review.unread),
        "coverage": _plain(review.coverage),
        "changes": _changes(review),
    }


def _concluded(review: Review, own: dict[str, str] | None) -> dict[str, Any] | None:
    """What the location director concluded in the newest round, for whoever reads."""
    if own is None or review.round is None:
        return None
    number, newest = review.round
    return {"round": number, "by": _said(newest.by), **own}


def _said(value: object) -> str:
    return str(value) if sound(value) else ""


def _outcome(one: OutcomeRow, lookup: Lookup) -> dict[str, Any]:
    answers = {key: _answer(getattr(one, key), lookup) for key in QUESTIONS}
    return {"id": one.id, "statement": one.statement, **answers}


def _answer(one: Answer, lookup: Lookup) -> dict[str, str]:
    return {"mark": one.mark, "why": one.why, "about": lookup.addresses.of(one.path)}


def _question(one: Question, review: Review) -> dict[str, Any]:
    return {
        "number": review.numbers[one],
        "first": one in review.first,
        "theme": one.theme,
        "rule": one.rule,
        "case": one.case,
        "outcome": one.outcome,
        "question": one.question,
        "found": one.found,
        "good_answer": one.good_answer,
        "help": review.helps.get((one.rule, one.case, one.spot.path), ""),
        "authority": one.authority,
        "sources": [{"document": source.document, "paragraph": source.paragraph} for source in one.sources],
        **_spot(one.spot),
        "also": [_spot(spot) for spot in one.also],
        "answered": _answered(review.answered.get(one)),
    }


def _answered(at: PointAt | None) -> dict[str, Any] | None:
    """The answer that a round has to the like of a question."""
    if at is None:
        return None
    keys = ("id", "to", "answer", "answered")
    point, to, answer, answered = (_said(getattr(at.point, key)) for key in keys)
    return {"round": at.number, "point": point, "to": to, "answer": answer, "answered": answered}


def _spot(spot: Spot) -> dict[str, Any]:
    return {"about": spot.about, "file": spot.place.file, "line": spot.place.span.start.line}


def _plain(value: Any) -> Any:
    """Tuples as lists, named ones as objects."""
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {key: _plain(one) for key, one in value._asdict().items()}
        return [_plain(one) for one in value]
    return value


def _changes(review: Review) -> Any:
    """What changed, as the comparison says it; None where no earlier draft was given."""
    if review.comparison is None:
        return None
    found = review.comparison
    return {
        "old": _plain(found.old),
        "new": _plain(found.new),
        "changes": _plain(found.changes),
        "points": _plain(found.points),
    }
