"""Prints how well `soa.language` judges words, on labelled statements kept outside this project.

Run by `make quality`, or `python tests/quality/run.py [--corpus FILE] [--page FILE]`. It reads columns id, judgement,
role, text, label and source, prints precision and recall with 95 % Wilson intervals, of the judgements and of each rule
that rests on them, and every error, and exits 0, also when the statements are not there. With `--page` the tables are
written into a page of the documentation, between its marks.
"""

import argparse
import csv
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from soa.language import Verdict, kind_of, ownership_of, specificity_of

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # run as a program, this file finds the other helpers of the tests
CORPUS = ROOT.parent / "shared" / "lint-corpus" / "dev.csv"

from tests.quality.by_rule import table  # noqa: E402 - found once the path is set

NOT_OUTCOME = frozenset(("output", "process", "input"))
NORMAL_95 = 1.959964
SHOWN = 150


class Row(NamedTuple):
    """A labelled statement with its judgement."""

    text: str
    label: str
    group: str
    verdict: Verdict


class Question(NamedTuple):
    """A yes-or-no question put to every row of a judgement, such as "is it vague?"."""

    name: str
    yes: frozenset[str]


class Score(NamedTuple):
    """Right and wrong answers to a question."""

    found: int
    false_alarms: int
    missed: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the whole report; the exit code is always 0, as this measures and does not judge."""
    parser = argparse.ArgumentParser(prog="tests/quality/run.py", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="labelled statements (CSV)")
    parser.add_argument("--page", type=Path, help="the page to write the tables into, such as docs/accuracy.md")
    options = parser.parse_args(arguments)
    corpus: Path = options.corpus
    if not corpus.is_file():
        sys.stdout.write(f"No labelled statements at {corpus.name}: nothing was measured. Name a file with --corpus.\n")
        return 0
    with corpus.open(encoding="utf-8", newline="") as lines:
        entries = list(csv.DictReader(lines))
    sys.stdout.writelines(f"{line}\n" for line in report(entries))
    if options.page:
        options.page.write_text(filled(options.page.read_text("utf-8"), entries), "utf-8", newline="\n")
    return 0


def filled(page: str, entries: Sequence[dict[str, str]]) -> str:
    """A page with its tables renewed: what stands between a mark and its end is replaced."""
    for mark, lines in (("judgements", _judgements(entries)), ("rules", table(entries, _share))):
        begin, end = f"<!-- {mark} -->\n", f"<!-- end of {mark} -->"
        before, _, rest = page.partition(begin)
        _, _, after = rest.partition(end)
        page = "".join((before, begin, "\n", "\n".join(lines), "\n\n", end, after))
    return page


def _judgements(entries: Sequence[dict[str, str]]) -> list[str]:
    """A Markdown table of how well the words are judged, whatever rule asks."""
    lines = ["| judgement | answer | clear statements | precision | recall |", "|---|---|---|---|---|"]
    for name, judge, questions in (
        ("kind", kind_of, [Question("not an outcome", NOT_OUTCOME), *_each("outcome")]),
        ("specificity", specificity_of, _each("vague", "specific")),
        ("ownership", ownership_of, _each("unowned", "owned")),
    ):
        clear = [row for row in _judged(entries, name, judge) if row.label != "borderline"]
        for question in questions:
            found = score(clear, question.yes)
            precision = _share(found.found, found.found + found.false_alarms).strip()
            recall = _share(found.found, found.found + found.missed).strip()
            lines.append(f"| {name} | {question.name} | {len(clear)} | {precision} | {recall} |")
    return lines


def report(entries: Sequence[dict[str, str]]) -> Iterable[str]:
    """The lines of the report on ``entries``, rows of the file by column name."""
    yield from _judgement(
        "kind",
        _judged(entries, "kind", kind_of),
        [Question("not an outcome", NOT_OUTCOME), *_each("outcome", "output", "process", "input")],
    )
    yield from _judgement("specificity", _judged(entries, "specificity", specificity_of), _each("vague", "specific"))
    yield from _judgement("ownership", _judged(entries, "ownership", ownership_of), _each("unowned", "owned"))
    yield ""
    yield "== rule by rule, on the statements for which there are labels (a warning or an error counts, advice does not)"
    yield from (f"   {line}" for line in table(entries, _share))
    yield ""
    yield "Cross-validation: nothing is fitted to these statements (no weights, no thresholds), so there is nothing to"
    yield "leave out and fit again. What a fold would show, the spread from one document to the next, is in the tables above."


def _each(*labels: str) -> list[Question]:
    return [Question(label, frozenset((label,))) for label in labels]


def _judged(entries: Iterable[dict[str, str]], judgement: str, judge: Callable[[str], Verdict]) -> list[Row]:
    return [
        Row(entry["text"], entry["label"], document(entry["source"]), judge(entry["text"]))
        for entry in entries
        if entry["judgement"] == judgement
    ]


def document(source: str) -> str:
    """The document a source belongs to: its name without the indicator codes in brackets after it."""
    return re.sub(r"\s*\(.*", "", source, flags=re.DOTALL) or source


def _judgement(name: str, rows: list[Row], questions: list[Question]) -> Iterable[str]:
    clear = [row for row in rows if row.label != "borderline"]
    unsure = sum(row.verdict.value == "unsure" for row in clear)
    yield ""
    yield f"== {name}: {len(clear)} statements, and {len(rows) - len(clear)} borderline that count neither way"
    if not clear:
        return
    yield f"   left unsure: {unsure} ({unsure / len(clear):.0%})"
    for question in questions:
        yield _line(question.name, score(clear, question.yes))
    borderline = Counter(row.verdict.value for row in rows if row.label == "borderline")
    yield "   borderline judged: " + ", ".join(f"{value} {count}" for value, count in sorted(borderline.items()))
    yield from _by_document(clear, questions[0])
    yield from _errors(clear, questions[0])


def score(rows: Iterable[Row], yes: frozenset[str]) -> Score:
    """How often ``rows`` whose label is in ``yes`` were judged so. Unsure is a miss, never a false alarm."""
    pairs = Counter((row.label in yes, row.verdict.value in yes) for row in rows)
    return Score(pairs[True, True], pairs[False, True], pairs[True, False])


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of ``right`` out of ``total``; 0 to 1 when there is nothing to go by."""
    if not total:
        return 0.0, 1.0
    share, square = right / total, NORMAL_95**2
    centre = (share + square / (2 * total)) / (1 + square / total)
    half = NORMAL_95 * math.sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return max(0.0, centre - half), min(1.0, centre + half)


def _share(right: int, total: int) -> str:
    low, high = wilson(right, total)
    figure = f"{right / total:.1%}" if total else "-"
    return f"{figure:>6} ({right} of {total}; {low:.1%} to {high:.1%})"


def _line(name: str, found: Score) -> str:
    precision = _share(found.found, found.found + found.false_alarms)
    recall = _share(found.found, found.found + found.missed)
    return f"   {name:<15} precision {precision:<38} recall {recall}"


def _by_document(rows: list[Row], question: Question) -> Iterable[str]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    yield f"   by document ({question.name}): found, false alarms, missed"
    for group, members in sorted(groups.items()):
        found = score(members, question.yes)
        if any(found):
            yield f"     {found.found:>3} {found.false_alarms:>3} {found.missed:>3}  {group}"


def _errors(rows: list[Row], question: Question) -> Iterable[str]:
    yield "   errors: label, judged, deciding words, statement"
    for row in rows:
        value = row.verdict.value
        if value == row.label:
            continue
        mark = "!" if (row.label in question.yes) != (value in question.yes) else " "
        words = row.text[slice(*row.verdict.span)] if row.verdict.span else ""
        yield f"   {mark} {row.label} | {value} | {words} | {' '.join(row.text.split())[:SHOWN]}"


if __name__ == "__main__":
    sys.exit(main())
