"""The report on quality counts as it says it counts, and says so when there is nothing to count."""

import pytest

from soa.language import Verdict
from tests.quality.run import Row, Score, document, main, report, score, wilson


def _row(label, value):
    return Row("text", label, "a plan", Verdict(value, "because", None))


def test_unsure_is_a_miss_and_never_a_false_alarm():
    rows = [_row("vague", "vague"), _row("vague", "unsure"), _row("specific", "unsure"), _row("specific", "vague")]
    assert score(rows, frozenset(("vague",))) == Score(found=1, false_alarms=1, missed=1)


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.278), (9, 10, 0.596, 0.982), (10, 10, 0.722, 1.0)],
)
def test_the_interval_is_wilsons(right, total, low, high):
    assert wilson(right, total) == pytest.approx((low, high), abs=0.001)


def test_codes_in_brackets_do_not_make_another_document():
    assert document("Glenmore plan (indicator 4) (2013)") == document("Glenmore plan (G7)") == "Glenmore plan"


def test_without_statements_it_says_so_and_does_not_fail(tmp_path, capsys):
    assert main(["--corpus", str(tmp_path / "none.csv")]) == 0
    assert "nothing was measured" in capsys.readouterr().out


def test_it_measures_each_judgement_and_shows_every_error(tmp_path, capsys):
    corpus = tmp_path / "statements.csv"
    corpus.write_text(
        "id,judgement,role,text,label,source\n"
        "1,kind,measure,House fires,outcome,A (1)\n"
        "2,kind,measure,House fires,output,A (2)\n"
        "3,kind,measure,Roads budget,borderline,A\n"
        "4,specificity,priority,Health,vague,B\n"
        "5,ownership,owner,All partners,unowned,B\n",
        encoding="utf-8",
    )
    assert main(["--corpus", str(corpus)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "== kind: 2 statements, and 1 borderline that count neither way" in lines
    assert "   ! output | outcome | House fires | House fires" in lines
    assert any(line.split()[:3] == ["vague", "precision", "100.0%"] for line in lines)
    assert any(line.split()[:3] == ["unowned", "precision", "100.0%"] for line in lines)
    assert any("nothing is fitted" in line for line in lines)


def test_a_judgement_without_statements_is_passed_over():
    assert "== kind: 0 statements, and 0 borderline that count neither way" in list(report([]))


def test_a_page_gets_its_tables_and_keeps_its_words(tmp_path, capsys):
    corpus, page = tmp_path / "statements.csv", tmp_path / "accuracy.md"
    corpus.write_text(
        "id,judgement,role,text,label,source\n"
        "1,specificity,priority,Health,vague,B\n"
        "2,ownership,owner,All partners,unowned,B\n"
        "3,ownership,owner,NHS Orkney,owned,B\n",
        encoding="utf-8",
    )
    words = "before\n<!-- judgements -->\nold\n<!-- end of judgements -->\nbetween\n<!-- rules -->\n<!-- end of rules -->\nafter\n"
    page.write_text(words, "utf-8")
    assert main(["--corpus", str(corpus), "--page", str(page)]) == 0
    text = page.read_text("utf-8")
    assert "old" not in text
    assert [text.count(one) for one in ("before", "between", "after", "| vague | 1 | 100.0% (1 of 1;")] == [1, 1, 1, 1]
    assert "| `unowned-action` | as the owner of an action | 2 | 100.0% (1 of 1;" in text
    assert main(["--corpus", str(corpus), "--page", str(page)]) == 0
    assert page.read_text("utf-8") == text
