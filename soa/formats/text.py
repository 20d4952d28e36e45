"""Findings for a person at a terminal: what, where, the words themselves, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from soa.closing import counted, no_findings, silenced
from soa.findings import SEVERITIES, Finding, Report, Severity, count
from soa.formats import Setting
from soa.formats.words import advice, on_one_line, sentence, visible
from soa.source.places import Place, Span

_COLOURS: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "advice": "\x1b[1;36m"}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_CROPPED = "…"
_NOUNS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
}


def write(reports: Sequence[Report], setting: Setting) -> str:
    """Every finding, then a line that counts."""
    lines: list[str] = []
    for report in reports:
        for finding in report.findings:
            lines += [*_finding(finding, report, setting), ""]
        if report.not_listed:
            lines += [
                f"and {report.not_listed:,} more findings in {on_one_line(report.root + report.name)}, not listed",
                "",
            ]
    return "\n".join([*lines, closing(reports, setting)]) + "\n"


def _finding(finding: Finding, report: Report, setting: Setting) -> Iterator[str]:
    paint = _paint(setting)
    place = finding.place
    yield f"{paint(finding.severity, _COLOURS[finding.severity])} {paint(finding.rule, _BOLD)}  {_at(place, report)}"
    yield from _wrapped(sentence(finding.message), "  ", setting.width)
    yield from _quoted(place, report, setting, _COLOURS[finding.severity])
    for other in finding.related:
        start = other.place.span.start
        line = _line(report.texts.get(other.place.file, ""), start.line).strip()
        yield f"  {paint('see', _DIM)} {_at(other.place, report)} ({visible(other.message)}): {_cropped(line, 0, setting.width - 40)[0]}"
    if said := advice(finding, setting):
        yield from _wrapped(said, "  ", setting.width)


def _paint(setting: Setting) -> Callable[[str, str], str]:
    """What puts a text in a colour, where colour is wanted."""
    return lambda text, colour: f"{colour}{text}{_PLAIN}" if setting.colour else text


def _at(place: Place, report: Report) -> str:
    return f"{on_one_line(report.root + place.file)}:{place.span.start.line}:{place.span.start.column}"


def _wrapped(text: str, indent: str, width: int) -> Iterator[str]:
    """A text broken at spaces; its own line breaks stay, and a line that begins with a space is not broken."""
    for paragraph in text.split("\n"):
        if paragraph.startswith(" "):
            yield indent + paragraph
            continue
        line = ""
        for word in paragraph.split(" "):
            if line and len(indent) + len(line) + 1 + len(word) > max(width, 40):
                yield indent + line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield indent + line


def _quoted(place: Place, report: Report, setting: Setting, colour: str) -> Iterator[str]:
    """The line that the finding is about, with the words underlined."""
    text = report.texts.get(place.file)
    if not text:
        return
    start = place.span.start
    line = _line(text, start.line)
    shown, cut = _cropped(line, start.column - 1, setting.width - 10)
    begin = start.column - 1 - cut
    length = max(_columns(line[start.column - 1 : _last_column(place.span, line)]), 1)
    length = min(length, max(_columns(shown) - _columns(shown[:begin]), 1))
    gutter = f"{start.line:>6} | "
    paint = _paint(setting)
    yield paint(gutter, _DIM) + shown
    yield paint(" " * 6 + " | ", _DIM) + " " * _columns(shown[:begin]) + paint("^" * length, colour)


def _last_column(span: Span, line: str) -> int:
    """Where the underline ends: the span's end, or the line's where it goes on below."""
    return span.end.column - 1 if span.end.line == span.start.line else len(line.rstrip())


@lru_cache(maxsize=32)  # a file is split once, not once a finding
def _lines(text: str) -> list[str]:
    """The lines of a text, without their breaks, as YAML counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _line(text: str, number: int) -> str:
    """One line of a text; empty where there is none."""
    lines = _lines(text)
    return lines[number - 1].replace("\t", " ") if 0 < number <= len(lines) else ""


def _cropped(line: str, at: int, width: int) -> tuple[str, int]:
    """A line cut to a width around a column, control characters made visible, and how many characters were cut before it."""
    line = visible(line)
    width = max(width, 40)
    if len(line) <= width:
        return line, 0
    begin = max(0, min(at - width // 3, len(line) - width))
    cut = line[begin : begin + width]
    if begin:
        cut = _CROPPED + cut[1:]
    return (cut[:-1] + _CROPPED if begin + width < len(line) else cut), begin


def _columns(text: str) -> int:
    """How many columns a terminal gives a text: wide characters two, accents that combine none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(character) in {"Mn", "Me"} else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def closing(reports: Sequence[Report], setting: Setting) -> str:
    """The line that counts what was found, and what was read."""
    paint = _paint(setting)
    files = sum(len(report.texts) for report in reports)
    total = count(reports)
    excepted = sum(exempted.silences for report in reports for exempted in report.exceptions)
    known = sum(finding.silenced == "baseline" for report in reports for finding in report.silenced)
    quiet = silenced(excepted, known)
    if not any(total.values()):
        return no_findings(len(reports), files) + quiet
    parts = [
        paint(f"{number:,} {_NOUNS[severity][number != 1]}", _COLOURS[severity])
        for severity in SEVERITIES
        if (number := total[severity])
    ]
    said = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"{said} in {counted(len(reports), files)}.{quiet}"
