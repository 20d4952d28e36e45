"""`soa new`: a starter agreement whose findings are the questions that are left."""

from datetime import date

import pytest

from soa import api
from soa.model.agreement import KINDS_OF_PLAN
from soa.reference import areas
from soa.source import load
from soa.starter import kind_on, next_start, starter
from tests.cli.run import files_in, soa

QUESTIONS = {"missing-key", "missing-what-how-who-when", "no-prevention-plan", "prevention-evidence-missing"}
QUESTIONS |= {"unowned-outcome", "unowned-action", "undated-action", "no-baseline", "target-not-specific"}
DAYS = (date(2013, 4, 1), date(2017, 10, 1), date(2027, 4, 1))


@pytest.mark.parametrize("area", areas(), ids=lambda area: area.code)
@pytest.mark.parametrize("starts", DAYS, ids=str)
def test_what_is_found_in_a_starter_agreement_is_exactly_the_questions_left(area, starts):
    text = starter(area, kind=kind_on(starts), starts=starts)
    asked = [
        number for number, line in enumerate(text.splitlines(), 1) if line.endswith(":") and _is_question(text, number)
    ]
    found = api.check({"soa.yaml": text}, as_of=starts).findings
    assert [one.place.span.start.line for one in found] == asked
    assert {one.rule for one in found} <= QUESTIONS
    assert all(one.severity == "error" for one in found)


def _is_question(text, number):
    """Whether a line asks for an answer: nothing is written below it that belongs to it."""
    line, *below = (line for line in text.splitlines()[number - 1 :] if line.strip())
    below = [other for other in below if not other.lstrip().startswith("#")]
    spaces, key_at = (len(line) - len(line.lstrip(marks)) for marks in (" ", " -"))
    return "#" not in line and not "".join(below[:1]).startswith((" " * (key_at + 1), " " * spaces + "- "))


@pytest.mark.parametrize("area", areas(), ids=lambda area: area.code)
def test_its_partners_are_read_back_as_the_lists_have_them(area):
    data = load("soa.yaml", lambda _: starter(area, kind=KINDS_OF_PLAN[0], starts=DAYS[0])).data
    names = [partner["name"] for partner in data["partners"]]
    assert data["agreement"]["area"] == area.name
    assert any("Council" in name or "Comhairle" in name for name in names)
    assert len(set(names)) == len(names) >= 4


def test_a_folder_is_made_that_lints_and_holds_the_schemas(here, capsys):
    assert soa(capsys, "new", "Fife", "--starts", "2013-04-01").code == 0
    made = files_in(here / "fife")
    assert "soa.yaml" in made
    assert ".soa/soa-1.schema.json" in made
    assert soa(capsys, "lint", "fife").code == 1


def test_a_code_is_as_good_as_a_name(here, capsys):
    soa(capsys, "new", "S12000049", "--output", "code")
    soa(capsys, "new", "glasgow city", "--output", "name")
    assert files_in(here / "code") == files_in(here / "name")


@pytest.mark.parametrize("slip", ["Shetlnd", "Glasgo", "Dundee Ctiy"])
def test_a_slip_is_asked_about(here, capsys, slip):
    found = soa(capsys, "new", slip)
    assert found.code == 2
    assert "did you mean" in found.err
    assert files_in(here) == {}


def test_an_area_that_is_none_gets_the_list(here, capsys):
    found = soa(capsys, "new", "Atlantis")
    assert found.code == 2
    assert "the 32 are: Aberdeen City" in found.err


@pytest.mark.parametrize("there", ["file", "link", "folder"])
def test_a_file_that_is_there_is_never_written_over(here, capsys, there):
    (here / "fife").mkdir()
    target = here / "fife" / "soa.yaml"
    {"file": lambda: target.write_text("mine"), "link": lambda: target.symlink_to("nowhere"), "folder": target.mkdir}[
        there
    ]()
    before = files_in(here)
    found = soa(capsys, "new", "Fife")
    assert found.code == 2
    assert "never writes over a file" in found.err
    assert files_in(here) == before


def test_a_folder_that_cannot_be_made_is_2(here, capsys):
    (here / "fife").write_text("mine")
    found = soa(capsys, "new", "Fife")
    assert (found.code, (here / "fife").read_text()) == (2, "mine")
    assert found.err.count("\n") == 1


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2013-04-01", "2023-03-31"),
        ("2028-02-29", "2038-02-28"),
        ("2013-01-31", "2023-01-30"),
        ("1900-01-01", "1909-12-31"),
    ],
)
def test_ten_years_end_on_the_day_before_they_began(here, capsys, starts, ends):
    soa(capsys, "new", "Fife", "--starts", starts)
    assert f"\n  ends: {ends}\n" in (here / "fife" / "soa.yaml").read_text()


@pytest.mark.parametrize(
    ("starts", "years"),
    [("2013-04-01", ["2012-13", "2013-14", "2014-15"]), ("2099-03-31", ["2097-98", "2098-99", "2099-00"])],
)
def test_the_years_in_its_notes_are_those_around_its_start(here, capsys, starts, years):
    soa(capsys, "new", "Fife", "--starts", starts)
    notes = (here / "fife" / "soa.yaml").read_text()
    before, first, second = years
    assert f"{{period: {before}, value" in notes
    assert f"{{year: {first}, whole_time" in notes
    assert f"{{period: {second}, value" in notes


@pytest.mark.parametrize("starts", ["2013-02-30", "soon", "1899-12-31", "2190-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_2(here, capsys, starts):
    found = soa(capsys, "new", "Fife", "--starts", starts)
    assert (found.code, found.err.count("\n")) == (2, 1)
    assert files_in(here) == {}


def test_the_kind_of_plan_is_the_one_made_at_its_start():
    assert kind_on(date(2016, 12, 19)) == "single-outcome-agreement"
    assert kind_on(date(2016, 12, 20)) == "local-outcomes-improvement-plan"
    assert (next_start(date(2013, 3, 31)), next_start(date(2013, 4, 1))) == (date(2013, 4, 1), date(2014, 4, 1))


def test_the_schemas_of_a_folder_are_renewed(here, capsys):
    soa(capsys, "new", "Fife")
    old = here / "fife" / ".soa" / "soa-1.schema.json"
    fresh = old.read_text()
    old.write_text("{}")
    assert soa(capsys, "schema", "--update", "fife").code == 0
    assert old.read_text() == fresh == soa(capsys, "schema").out
    assert soa(capsys, "schema", "--update", "nowhere").code == 2


def test_every_rule_can_be_explained(capsys):
    from soa.rules import all_rules

    for name, rule in all_rules().items():
        said = soa(capsys, "explain", name)
        assert said.code == 0
        assert rule.question in " ".join(said.out.split())
    assert "did you mean unowned-outcome?" in soa(capsys, "explain", "unowned-outcom").err
