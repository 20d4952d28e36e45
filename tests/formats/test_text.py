"""Findings as a person reads them at a terminal."""

import re
from itertools import pairwise
from unicodedata import category, east_asian_width

import pytest

from soa import api
from soa.formats import Setting, write
from tests.rules.sound import FRAME, TODAY

WIDE = Setting("", colour=False, width=100)


def _text(agreement, setting=WIDE, root=""):
    return write("text", [api.report(api.check({"soa.yaml": agreement}, as_of=TODAY), root)], setting)


def _columns(text):
    return sum(0 if category(one) in {"Mn", "Me"} else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def _underlined(report):
    """What each line of carets stands below, by the columns of a terminal."""
    lines = report.splitlines()
    found = []
    for above, below in pairwise(lines):
        if re.fullmatch(r" +\| +\^+", below):
            start, end = below.index("^"), len(below)
            at = [_columns(above[:number]) for number in range(len(above) + 1)]
            found.append("".join(one for number, one in enumerate(above) if start <= at[number] < end))
    return found


def test_a_finding_says_where_what_and_what_to_write_instead():
    report = _text(FRAME.replace("due: 2017-02-28", "due: ongoing"), root="plans/strathbeg/")
    assert report == (
        "error undated-action  plans/strathbeg/soa.yaml:124:18\n"
        "  “ongoing” is no date: nobody can say that it is late.\n"
        "   124 |             due: ongoing\n"
        "       |                  ^^^^^^^\n"
        "  Help: Write a day (2014-03-31), a financial year (2013-14) or a quarter (2013-14 Q4); for a\n"
        "  standing service write standing: true and review: with a date.\n"
        "\n"
        "1 error in 1 agreement (1 file).\n"
    )


def test_a_finding_shows_the_other_place_that_explains_it():
    report = _text(FRAME.replace("value: 85.0", "value: 75.0"))
    assert "  see soa.yaml:178:15 (the baseline): baseline: {period: 2012-13, value: 81.0, base: 640}\n" in report


def test_where_there_is_nothing_to_say_one_line_says_so():
    assert _text(FRAME) == "No findings in 1 agreement (1 file).\n"


@pytest.mark.parametrize(
    "words",
    [
        "Plain",
        "Tha iad às an taigh tràth",
        "a\u0300 e\u0301 combined",
        "日本 wide",
        "👵 👵🏽 emoji",
        "☎\ufe0f telephone",
        "“quoted”",
    ],
)
@pytest.mark.parametrize("padding", ["", "and so on " * 20])
def test_the_words_that_are_meant_are_underlined_whatever_stands_before_and_after(words, padding):
    line = f"- {{partner: concil, contribution: '{padding}{words} 4 staff'}}"
    text = FRAME.replace("- {partner: council, contribution: Four home care staff for the falls team}", line)
    assert "concil" in _underlined(_text(text))


def test_tabs_and_line_breaks_of_windows_do_not_move_the_underline():
    text = FRAME.replace("due: 2017-02-28", "due:\tongoing\t# each week").replace("\n", "\r\n")
    assert _underlined(_text(text)) == ["ongoing"]


def test_no_line_is_wider_than_the_terminal_but_for_one_long_word():
    text = FRAME.replace(
        "owner: council, due: 2015-03-31", f"owner: concil, difference: {'very ' * 200}long, due: 2015-03-31"
    )
    report = _text(text, WIDE._replace(width=60))
    assert max(map(len, report.splitlines())) <= 62


def test_what_goes_on_below_is_underlined_to_the_end_of_its_first_line():
    text = FRAME.replace("lead: hscp\n    rank", "lead: >-\n      all\n      partners\n    rank")
    assert _underlined(_text(text)) in (["all"], [">-"])


def test_control_characters_of_the_text_never_reach_the_terminal():
    report = _text(FRAME.replace("owner: council, due", 'owner: "con\\e[31mcil\\a", due'))
    assert "\x1b" not in report
    assert "\x07" not in report


def test_colour_is_used_only_where_it_is_asked_for():
    weak = FRAME.replace("due: 2017-02-28", "due: ongoing")
    plain, coloured = _text(weak), _text(weak, WIDE._replace(colour=True))
    assert "\x1b" not in plain
    assert coloured.startswith("\x1b[1;31merror\x1b[0m")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_severities_are_counted_one_by_one():
    text = (
        FRAME.replace("due: 2017-02-28", "due: ongoing")
        .replace("basis: Budget book", "certainty: firm")
        .replace(", certainty: firm, certainty: firm", "")
    )
    assert _text(text).endswith("1 error and 1 warning in 1 agreement (1 file).\n")


def test_findings_beyond_the_limit_are_counted_in_the_text():
    partners = "".join(f"  - {{id: p{number}, name: P, kind: x}}\n" for number in range(1_100))
    report = _text(FRAME.replace("partners:\n", f"partners:\n{partners}", 1))
    assert "more findings in soa.yaml, not listed" in report
    assert re.search(r"1,100 errors[^.]* in 1 agreement \(1 file\)\.\n$", report)
