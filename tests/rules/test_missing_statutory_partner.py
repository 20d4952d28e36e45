"""Whether the bodies with a duty in the area are among the partners."""

import pytest

from tests.rules.changed import cases, found

RULE = "missing-statutory-partner"
REAL = ("  area: Strathbeg\n  fictional: true", "  area: Aberdeen City")
KINDS = {"police": "police", "fire": "fire", "enterprise": "enterprise", "transport": "transport"}
ALL = [
    "{id: council, name: Aberdeen City Council, kind: council}",
    "{id: nhs, name: NHS Grampian, kind: health-board}",
    "{id: police, name: Police Scotland, kind: police}",
    "{id: fire, name: Scottish Fire and Rescue Service, kind: fire}",
    "{id: enterprise, name: Scottish Enterprise, kind: enterprise}",
    "{id: nestrans, name: Nestrans, kind: transport}",
]


def _partners(*entries):
    return {"partners": "partners:\n" + "\n".join(f"  - {entry}" for entry in entries)}


def test_all_that_are_absent_are_one_finding_that_names_the_law():
    (finding,) = found(RULE, REAL, parts=_partners(*ALL[:2]))
    assert finding.severity == "warning"
    for name in ("Police Scotland", "Scottish Fire and Rescue Service", "Scottish Enterprise", "Nestrans"):
        assert name in finding.message
    assert "as listed from the Local Government in Scotland Act 2003" in finding.message
    assert "Highlands and Islands Enterprise" not in finding.message


@pytest.mark.parametrize(
    "entries",
    [
        ALL,
        [*ALL[:2], "{id: police, name: Police Service of Scotland, kind: police}", *ALL[3:]],
        [*ALL[:2], "{id: police, name: North East Division, kind: police}", *ALL[3:]],
        [*ALL[:2], "{id: police-scotland, not_yet: {missing: Its seat, owner: council, due: 2013-09-30}}", *ALL[3:]],
        [*ALL[:5], "{id: nestrans, name: Transport for the North East, kind: transport}"],
        [*ALL[:5], "{id: t, name: North-East of Scotland Transport Partnership, kind: other}"],
        [*ALL[:2], "{id: police, name: [Police], kind: police}"],
    ],
    ids=[
        "all",
        "another name",
        "a local name",
        "absent for a dated reason",
        "one of its kind",
        "by its name",
        "unread",
    ],
)
def test_a_body_that_is_there_under_any_name_is_not_asked_for(entries):
    assert cases(RULE, REAL, parts=_partners(*entries)) == []


@pytest.mark.parametrize(
    "change", [("vision:", "vision:"), ("  area: Strathbeg\n  fictional: true", "  area: Aberdene")]
)
def test_nothing_is_looked_up_for_a_fictional_or_unknown_area(change):
    assert cases(RULE, change, parts=_partners(*ALL[:1])) == []


def test_a_body_that_had_ceased_is_named_with_the_one_that_took_its_place():
    old = [*ALL[:2], "{id: police, name: Grampian Police, kind: police}", *ALL[3:]]
    (finding,) = found(RULE, REAL, parts=_partners(*old))
    assert finding.case == "former"
    assert finding.message.startswith("Grampian Police had ceased to exist")
    assert "Police Scotland took its place" in finding.message


def test_old_names_are_right_before_the_change_and_in_evidence():
    old = [
        *ALL[:2],
        "{id: p, name: Grampian Police, kind: police}",
        "{id: f, name: Grampian Fire and Rescue Service, kind: fire}",
        *ALL[4:],
    ]
    early = ("starts: 2013-04-01", "starts: 2012-04-01")
    assert cases(RULE, REAL, early, parts=_partners(*old)) == []
    assert cases(RULE, REAL, ("source: NHS Beg\n", "source: Grampian Police\n"), parts=_partners(*ALL)) == []


def test_since_the_act_of_2015_the_further_bodies_are_advice_in_one_finding():
    later = ("starts: 2013-04-01", "starts: 2017-10-01")
    found_later = found(RULE, REAL, later, parts=_partners(*ALL[:2]))
    assert [(one.case, one.severity) for one in found_later] == [("absent", "warning"), ("absent-others", "advice")]
    warning, advice = found_later
    assert "VisitScotland" not in warning.message
    assert "VisitScotland" in advice.message
    assert "Nestrans" in advice.message
    assert "Community Empowerment (Scotland) Act 2015" in warning.message


@pytest.mark.parametrize(
    ("area", "asked"),
    [("Highland", "Highlands and Islands Enterprise"), ("Fife", "Scottish Enterprise"), ("Argyll and Bute", "HITRANS")],
)
def test_only_the_agency_that_serves_the_area_is_asked_for(area, asked):
    partners = _partners(
        "{id: council, name: The Council, kind: council}", "{id: nhs, name: The Board, kind: health-board}"
    )
    findings = found(RULE, ("  area: Strathbeg\n  fictional: true", f"  area: {area}"), parts=partners)
    assert asked in " ".join(one.message for one in findings)


@pytest.mark.parametrize(("nhs", "cases_"), [(True, []), (False, ["absent"])])
def test_a_made_up_area_has_a_health_board_too(nhs, cases_):
    entries = [entry for entry in ALL if nhs or "health-board" not in entry]
    assert cases(RULE, parts=_partners(*entries)) == cases_


def test_a_sketch_of_a_made_up_area_need_not_have_all():
    assert cases(RULE, parts=_partners(ALL[0], ALL[2])) == []
