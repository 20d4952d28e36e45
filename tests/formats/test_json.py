"""Findings for programs, held against the schema that is published."""

import json

import pytest
from jsonschema import Draft202012Validator

from soa import api
from soa.findings import SEVERITIES
from soa.formats import Setting, write
from soa.formats.json_v1_schema import schema
from soa.source import load
from tests.rules.shown import RULES, bad_example
from tests.rules.sound import FRAME, TODAY

SCHEMA = Draft202012Validator(schema())


def _checked(text, **others):
    return api.check({"soa.yaml": text, **others}, as_of=TODAY)


def _json(*checked):
    return json.loads(write("json", [api.report(one, "plans/") for one in checked], Setting(TODAY.isoformat())))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", RULES)
def test_what_each_rule_finds_is_written_as_the_schema_says(name):
    answer = _json(bad_example(name))
    SCHEMA.validate(answer)
    assert name in {one["rule"] for one in answer["agreements"][0]["findings"]} or RULES[name].example_of == "file"


@pytest.mark.parametrize("text", [FRAME, "", "- a list", "\x00", b"\xff\xfe", "soa: 1\n"])
def test_whatever_is_read_the_answer_keeps_its_form(text):
    SCHEMA.validate(_json(_checked(text)))


def test_the_answer_says_who_wrote_it_as_of_when_and_of_which_files():
    answer = _json(_checked(FRAME), _checked("- a list"))
    assert (answer["version"], answer["tool"]["name"], answer["as_of"]) == (1, "soa", "2013-06-01")
    assert [one["root"] for one in answer["agreements"]] == ["plans/soa.yaml"] * 2
    assert [one["judged"] for one in answer["agreements"]] == [True, False]
    assert answer["agreements"][0]["digest"] != answer["agreements"][1]["digest"]
    assert answer["counts"] == {severity: int(severity == "error") for severity in SEVERITIES}


def test_places_are_counted_in_code_points_from_after_the_byte_order_mark():
    text = "\ufeff" + FRAME.replace("title: Strathbeg Single", "title: 👵 Strathbeg Single").replace(
        "area: Strathbeg", "area: [Strathbeg]"
    )
    every = _json(_checked(text))["agreements"][0]["findings"]
    found = [one for one in every if one["rule"] != "character-not-printed"]  # the fonts have no such woman
    assert [one["path"] for one in found] == [["agreement", "area"]]
    at = found[0]["start"]
    assert text[1:][at["offset"] :].startswith("[Strathbeg]") or text[1:][at["offset"] :].startswith("area")
    assert text[1:].splitlines()[at["line"] - 1][at["column"] - 1 :][:4] in {"[Str", "area"}


SLIPS = {
    "starts: 2013-04-01": ["starts: 2013/14", "starts: 01/04/2013", "starts: 1 April 2013"],
    "fictional: true": ["fictional: yes", "fictional: 'true'"],
    "status: consultation": ["status: Consultation", "status: consultatio", "statuss: consultation"],
    "value: 21.3": ["value: 21.3%", "value: '21.3'"],
    "amount: 410000": ["amount: £410,000", "amount: 410k", "amount: '410000'", "amount: £0.41m"],
    "title: Strathbeg Single": ["title: Strathbeg: Single", "Title: Strathbeg Single"],
    "id: older-people": ["id: Older People", "id: older_people"],
    "contribution: Four": ["contributon: Four", "contribution: 4"],
    "name: NHS Beg": ["name: 2013", "name: @NHS Beg", "name: yes"],
}


@pytest.mark.parametrize(("right", "slip"), [(right, slip) for right, slips in SLIPS.items() for slip in slips])
def test_an_edit_that_is_offered_mends_what_the_finding_is_about(right, slip):
    assert right in FRAME
    text = FRAME.replace(right, slip, 1)
    before = _checked(text)
    for finding in (one for one in before.findings if one.edits):
        mended = text
        for edit in sorted(finding.edits, key=lambda one: one.place.span, reverse=True):
            start, end = edit.place.span
            mended = mended[: start.offset] + edit.text + mended[end.offset :]
        assert load("soa.yaml", lambda _, mended=mended: mended).data is not None
        after = _checked(mended)
        assert finding.fingerprint not in {one.fingerprint for one in after.findings}
        assert len(after.findings) < len(before.findings) or "id:" in right
