"""A configuration is read, or what is wrong with it is said at its line."""

import json
import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from soa.config.read import has_table, read
from soa.config.settings import Style
from soa.engine.configured import current_names, faults_of_names, schema
from soa.rules import all_rules

WHOLE = """
[lint]
fail-on = "warning"
baseline = "known.json"

[rules]
vague-outcome = "advice"
"unowned-outcome/no-post" = "off"

[options.too-many-priorities]
priorities = 7

[glossary]
MAPPA = "Multi-agency public protection arrangements"

[known]
names = ["Strathbeg Innovation Campus"]

[timetable]
submitted = 2013-05-01

[own]
keys = "own.schema.json"
rules = ["rules/local_names.py"]

[style]
name = "Strathbeg Community Planning Partnership"
logo = "logos/partnership.svg"
colour = "#0B6B3A"
second-colour = "#8a4b08"
fonts = "hyperlegible"
word-template = "house.docx"
"""


def _faults(text, **how):
    found = read(text, **how)
    names = faults_of_names(found.configuration, all_rules(), text, "tool.soa." if how else "")
    return [(one.line, one.message) for one in (*found.faults, *names)]


def test_everything_that_can_be_set():
    found = read(WHOLE)
    assert found.faults == ()
    configuration, settings = found.configuration, found.configuration.settings
    assert (configuration.fail_on, configuration.baseline) == ("warning", "known.json")
    assert (configuration.own_keys, configuration.own_rules) == ("own.schema.json", ("rules/local_names.py",))
    assert settings.rules == {"vague-outcome": "advice", "unowned-outcome/no-post": "off"}
    assert settings.options == {"too-many-priorities": {"priorities": 7}}
    assert settings.glossary == {"MAPPA": "Multi-agency public protection arrangements"}
    assert settings.names == ("Strathbeg Innovation Campus",)
    assert settings.timetable == {"submitted": date(2013, 5, 1)}
    name, logo = "Strathbeg Community Planning Partnership", "logos/partnership.svg"
    assert settings.style == Style(name, logo, "#0B6B3A", "#8a4b08", "hyperlegible", "house.docx")


def test_a_pyproject_says_the_same_below_tool_soa():
    below = WHOLE.replace("\n[", "\n[tool.soa.")
    assert read(below, pyproject=True) == read(WHOLE)
    assert has_table(below)
    assert not has_table("[tool.ruff]\nline-length = 120\n")
    assert not has_table("soa = [")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[rulez]\nx = 1", 1, "there is no table [rulez]; did you mean rules?"),
        ('[lint]\nfail_on = "error"', 2, "there is no key “fail_on” in [lint]; did you mean fail-on?"),
        ('[lint]\nfail-on = "all"', 2, "“fail-on” in [lint] must be one of"),
        ('[rules]\nvague-outcom = "off"', 2, "there is no rule vague-outcom; did you mean vague-outcome?"),
        ('[rules]\nvague-outcome = "of"', 2, 'vague-outcome can be "on", "off"'),
        ("[rules]\nvague-outcome = false", 2, "“vague-outcome” in [rules] must be a text in quotes"),
        ('[rules]\n"vague-outcome/them" = "off"', 2, "vague-outcome has no case them; did you mean theme?"),
        ('[rules]\nmissing-key = "off"', 2, "missing-key is about the form of the file, and is always an error"),
        ('[rules]\nexception-overdue = "error"', 2, "nothing turns red because a day has passed"),
        ("[options.vague-outcom]\nx = 1", 1, "there is no rule vague-outcom; did you mean vague-outcome?"),
        ("[options.vague-outcome]\nx = 1", 2, "vague-outcome has no option x"),
        ("[options]\nvague-outcome = 1", 2, "options belong to a rule"),
        ("rules = 1", 1, "“rules” is a table"),
        ("[timetable]\nsubmitted = '2013'", 2, "must be a day without quotes"),
        ("[rules\n", 1, "this is not TOML"),
        ('[style]\nlogos = "a.svg"', 2, "there is no key “logos” in [style]; did you mean logo?"),
        ('[style]\ncolour = "teal"', 2, "“colour” in [style] must be a colour as #"),
        ("[style]\ncolour = 0x0c4f58", 2, "“colour” in [style] must be a colour as #"),
        ('[style]\nname = "A"\ncolour = "#ffcc00"', 3, "“colour” in [style] is too pale to be read on white"),
        ('[style]\nsecond-colour = "#ffcc00"', 2, "“second-colour” in [style] is too pale"),
        ('[style]\nfonts = "comic"', 2, '“fonts” in [style] must be one of "classic", "plain", "hyperlegible"'),
        ('[style]\nlogo = "a.svg"', 2, "“logo” in [style] wants “name” beside it"),
        ('[style]\nlogo = "a.svg"\nname = 1', 3, "“name” in [style] must be a text in quotes"),
        ('[style]\nword-template = ["a.docx"]', 2, "“word-template” in [style] must be a text in quotes"),
    ],
)
def test_a_slip_is_said_at_its_line(text, line, message):
    [(where, said)] = _faults(text)
    assert (where, message in said) == (line, True), said
    if "TOML" not in message:
        below = "\n".join(
            one.replace("[", "[tool.soa.", 1) if one.startswith("[") else one for one in text.splitlines()
        )
        if not text.startswith("rules"):
            assert [(one, message.split(" [")[0] in words) for one, words in _faults(below, pyproject=True)] == [
                (line, True)
            ]


@pytest.mark.parametrize(
    ("colour", "end"),
    [("#ffcc00", 'its contrast is 1.5 to 1, and 4.5 to 1 is the least; use "#917300"'), ("#777777", "is 4.4 to 1")],
)
def test_a_pale_colour_is_answered_with_the_nearest_that_reads(colour, end):
    [(_, said)] = _faults(f'[style]\ncolour = "{colour}"')
    assert end in said
    assert _faults(f'[style]\ncolour = "{said[-8:-1]}"') == []


@pytest.mark.parametrize(
    "slip",
    [{"colour": "teal"}, {"fonts": "comic"}, {"logo": ""}, {"names": "A"}, {"second-colour": "#fff"}, {"name": 1}],
)
def test_editors_are_told_of_a_style_what_reading_tells(slip):
    valid = Draft202012Validator(schema(all_rules())).is_valid
    style = tomllib.loads(WHOLE)["style"]
    assert valid({"style": style})
    assert not valid({"style": {**style, **slip}})
    [(key, value)] = slip.items()
    assert read(f"[style]\nname = 'A'\n{key} = {json.dumps(value)}".replace("name = 'A'\nname =", "name =")).faults


def test_all_slips_are_said_at_once():
    assert len(_faults('[rulez]\n[lint]\nx = 1\n[rules]\nvague = "off"')) == 3


def test_a_setting_for_a_rule_by_its_former_name_is_one_for_the_rule(monkeypatch):
    rules = {**all_rules(), "vague-outcome": all_rules()["vague-outcome"]._replace(formerly=("woolly-outcome",))}
    settings = read('[rules]\nwoolly-outcome = "off"\n"woolly-outcome/theme" = "advice"').configuration.settings
    assert current_names(settings, rules).rules == {"vague-outcome": "off", "vague-outcome/theme": "advice"}


@given(st.text())
def test_whatever_is_read_an_answer_comes(text):
    found = read(text)
    assert all(one.message and one.line >= 0 for one in found.faults)


@given(st.recursive(st.none() | st.integers() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)))
def test_whatever_toml_says_an_answer_comes(data):
    from soa.config.read import _Reader

    _Reader("", "").configuration(data)
