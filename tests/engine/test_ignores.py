"""Exceptions silence what they name, where they stand, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.faults import as_text
from tests.rules.sound import FRAME, checked, said

POST = "          post: Chief Officer\n"
NO_POST = FRAME.replace(POST, "")
BY_WHOM = "        by_whom:\n          lead: hscp\n"
ASKED = "# soa: ignore[unowned-outcome] The post is filled in May"


def _with(comment, before=BY_WHOM, text=NO_POST):
    """The agreement without a post, with a comment on the line above the part."""
    assert text.count(before) == 1
    indent = before[: len(before) - len(before.lstrip())]
    return text.replace(before, f"{indent}{comment}\n{before}")


def _rules(text, **others):
    return [one.rule for one in checked(text, **others).findings]


@pytest.mark.parametrize(
    "text",
    [
        _with(ASKED),
        NO_POST.replace(BY_WHOM, BY_WHOM.replace("by_whom:", f"by_whom:  {ASKED}")),
        NO_POST.replace("      - id: falls\n", f"      - id: falls  {ASKED}\n"),
        NO_POST.replace("      - id: falls\n", f"      {ASKED}\n\n      # another comment\n      - id: falls\n"),
        NO_POST.replace("  - id: older-people\n", f"  {ASKED}\n  - id: older-people\n"),
        NO_POST.replace("priorities:\n", f"priorities:  {ASKED}\n", 1),
        NO_POST.replace("priorities:\n", f"{ASKED}\npriorities:\n", 1),
        _with(ASKED).replace("\n", "\r\n"),
        "\ufeff" + _with(ASKED),
        _with("#soa:ignore[unowned-outcome]: The post is filled in May"),
        _with("# SOA: Ignore[ vague-outcome , unowned-outcome ] – The post is filled in May"),
    ],
)
def test_an_exception_holds_on_its_line_and_in_the_part_below_it(text):
    assert _rules(NO_POST) == ["unowned-outcome"]
    found = checked(text)
    assert said(found) == []
    assert [(one.rule, one.silenced) for one in found.silenced] == [("unowned-outcome", "exception")]
    assert [(one.reason, one.silences) for one in found.exceptions] == [("The post is filled in May", 1)]
    assert _rules(text, ignores=False) == ["unowned-outcome"]


def test_an_exception_holds_nowhere_else():
    text = NO_POST.replace("          post: Head of Housing\n", "")
    assert len(checked(text).findings) == 2
    left = checked(_with(ASKED, text=text)).findings
    assert [one.part for one in left] == ["priorities/older-people/outcomes/home/by_whom"]


def test_an_exception_from_another_rule_silences_nothing():
    assert sorted(_rules(_with(ASKED.replace("unowned", "vague")))) == ["exception-unused", "unowned-outcome"]


def test_an_exception_holds_above_block_scalars_and_flow_maps():
    vague = "    title: >-\n      Health and\n      wellbeing\n    why_here: Health matters.\n"
    text = FRAME.replace("    title: Older people in Strathbeg fall less often and get home sooner\n", vague)
    text = text.replace(text[text.index("    why_here: One fall") : text.index("    added_value")], "")
    text = text.replace("    why_here: Health matters.\n", "    why_here: Health and wellbeing matter.\n")
    assert "vague-priority" in _rules(text)
    asked = "# soa: ignore[vague-priority] The board chose the title"
    for excepted in (
        text.replace("    title: >-\n", f"    {asked}\n    title: >-\n"),
        text.replace("    title: >-\n", f"    title: >-  {asked}\n"),
    ):
        assert "vague-priority" not in _rules(excepted)
    flow = (
        "          - {id: equipment, action: Handrails fitted within ten working days, owner: council, due: 2014-02-28"
    )
    late = FRAME.replace(flow, flow.replace("due: 2014-02-28", "due: 2012-02-28"))
    assert "impossible-dates" in _rules(late)
    asked = "          # soa: ignore[impossible-dates] It was done before"
    assert "impossible-dates" not in _rules(late.replace(flow[:30], f"{asked}\n{flow[:30]}"))


def test_words_that_look_like_an_exception_inside_a_text_are_no_exception():
    text = FRAME.replace("statement: Fewer falls,", 'statement: "# soa: ignore[no-prevention-plan] Fewer falls,')
    text = text.replace("not after it.", 'not after it."')
    found = checked(text)
    assert (found.exceptions, said(found)) == ((), [])


def test_exceptions_hold_in_part_files():
    lines = NO_POST.splitlines(keepends=True)
    start, end = lines.index("      # outcome {\n"), lines.index("      # }\n", lines.index("      # outcome {\n"))
    part = "".join(line[8:] if line.strip() else line for line in lines[start + 1 : end])
    rest = "".join([*lines[:start], "      - file: falls.yaml\n", *lines[end + 1 :]])
    assert _rules(rest, falls=part) == ["unowned-outcome"]
    assert _rules(rest, falls=f"{ASKED}\n{part}") == []
    assert _rules(rest.replace("      - file: falls", f"      {ASKED}\n      - file: falls"), falls=part) == []


@pytest.mark.parametrize(
    ("comment", "rule", "case"),
    [
        ("# soa: ignore[unowned-outcome]", "exception-without-reason", "none"),
        ("# soa: ignore[unowned-outcome] (until 2014-03-31)", "exception-without-reason", "none"),
        ("# soa: ignore unowned-outcome because", "exception-unreadable", "form"),
        ("# soa: ignore[] because", "exception-unreadable", "form"),
        ("# soa: noqa", "exception-unreadable", "form"),
        ("# soa: ignore[unowned-outcom] because", "exception-unreadable", "unknown-rule"),
        ("# soa: ignore[missing-key] because", "exception-unreadable", "not-possible"),
        ("# soa: ignore[exception-unused] because", "exception-unreadable", "not-possible"),
        ("# soa: ignore[unowned-outcome] because (until next spring)", "exception-unreadable", "form"),
        ("# soa: ignore[unowned-outcome] because (until 2014-02-30)", "exception-unreadable", "form"),
    ],
)
def test_an_exception_that_cannot_stand_silences_nothing_and_says_why(comment, rule, case):
    found = checked(_with(comment))
    assert sorted((one.rule, one.case) for one in found.findings) == [(rule, case), ("unowned-outcome", "no-post")]
    assert all(one.help for one in found.findings)


def test_a_misspelt_rule_is_offered_its_name():
    [slip] = [one for one in checked(_with("# soa: ignore[unowned-outcom] x")).findings if "exception" in one.rule]
    assert slip.help == "Did you mean unowned-outcome?"


@pytest.mark.parametrize(
    ("until", "today", "rules"),
    [
        ("2013-06-01", date(2013, 6, 1), []),
        ("2013-05-31", date(2013, 6, 1), ["exception-overdue"]),
        ("2013-14", date(2014, 3, 31), []),
        ("2013-14", date(2014, 4, 1), ["exception-overdue"]),
        ("2013-05-31", date(2030, 1, 1), []),  # a closed plan is read as history
    ],
)
def test_a_day_that_has_passed_is_a_warning_and_the_exception_still_holds(until, today, rules):
    found = checked(_with(f"{ASKED} (until {until})"), today=today)
    assert [one.rule for one in found.findings if one.rule.startswith("exception")] == rules
    assert all(one.severity == "warning" for one in found.findings if one.rule == "exception-overdue")
    assert [one.rule for one in found.silenced] == ["unowned-outcome"]


def test_an_exception_without_a_use_is_itself_a_finding():
    found = checked(_with(ASKED, text=FRAME, before="        by_whom:\n          lead: hscp\n"))
    assert [(one.rule, one.severity) for one in found.findings] == [("exception-unused", "warning")]


@given(st.text(alphabet="# soa:ignore[]()until2013-05\n\t{}'\"|>é"))
def test_whatever_a_comment_says_nothing_breaks_and_the_rest_is_read(text):
    comment = "# soa: ignore" + text.replace("\n", "")
    found = checked(_with(comment, text=FRAME, before=BY_WHOM))
    assert found.agreement is not None
    assert {one.rule.split("-")[0] for one in found.findings} <= {"exception"}


def test_findings_of_another_layout_have_the_same_exceptions():
    """As JSON there is no comment: the exceptions are lost, and the findings are all there."""
    from soa.source import load

    data = load("soa.yaml", lambda _: _with(ASKED)).data
    assert _rules(as_text(data)) == ["unowned-outcome"]


@pytest.mark.parametrize(
    "comment", ["# soa ignore[unowned-outcome] Filled in May", "# soa-ignore[unowned-outcome] Filled in May"]
)
def test_a_missing_colon_is_no_matter(comment):
    assert _rules(_with(comment)) == []


@pytest.mark.parametrize(
    "comment", ["# SOA: ignored by the board in 2012", "# the soa may ignore this", "# soa ignore the old figures"]
)
def test_a_sentence_about_an_agreement_is_no_exception(comment):
    assert _rules(_with(comment, text=FRAME)) == []


def test_the_day_may_stand_anywhere_in_the_reason():
    [exempted] = checked(
        _with("# soa: ignore[unowned-outcome] (until 2014-03-31) The post is filled in May")
    ).exceptions
    assert (exempted.reason, exempted.until) == ("The post is filled in May", "2014-03-31")


def test_each_of_thousands_of_exceptions_names_its_part():
    entries = "".join("  # soa: ignore[unowned-outcome] r\n  - {title: T, text: x}\n" for _ in range(3000))
    found = checked(f"{FRAME}appendices:\n{entries}")
    assert [found.exceptions[at].part for at in (0, 1, 2999)] == ["appendices/T", "appendices/T#2", "appendices/T#3000"]
