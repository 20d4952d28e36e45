"""Two versions with many deliberate changes of all kinds: each is told once, at its place, and rightly."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import pytest

from soa.compare import Comparison
from soa.compare.changes import KINDS, Change
from tests.compare.made import compared, example, named, outcome

Data = Any


class Deliberate(NamedTuple):
    """A change that was made, and how it must be told."""

    make: Callable[[Data], object]
    kind: str
    about: str
    says: str
    """Pieces that its sentence must hold, separated by `…`."""
    weighs: str = ""
    by: str | None = None
    warns: bool = False


def _put(part: Any, **answers: Any) -> None:
    part.update({key: value for key, value in answers.items() if value is not None})
    for key, value in answers.items():
        if value is None:
            del part[key]


def _target(data: Data, name: str, indicator: str, period: str) -> Any:
    target = next(one for one in outcome(data, name)["when"]["targets"] if one["indicator"] == indicator)
    return next(one for one in target["values"] if one["period"] == period)


def _measure(data: Data, name: str, indicator: str) -> Any:
    return named(outcome(data, name)["what"]["indicators"], indicator)


def _action(data: Data, name: str, action: str) -> Any:
    return named(outcome(data, name)["how"], action)


def _year(data: Data, resource: int, year: str) -> Any:
    return next(one for one in data["resources"][resource]["years"] if one["year"] == year)


def _removed_measure(data: Data) -> None:
    falls = outcome(data, "falls")
    falls["what"]["indicators"].remove(_measure(data, "falls", "hip"))
    falls["when"]["targets"] = [one for one in falls["when"]["targets"] if one["indicator"] != "hip"]
    known = data["prevention"]["how_we_will_know"]["reducing_future_need"]
    known.remove("falls.hip")
    for action in falls["how"]:
        if "hip" in action.get("contributes_to", ()):
            action["contributes_to"].remove("hip")


def _added_measure(data: Data) -> None:
    fires = outcome(data, "fires")
    start = {"period": "2012-13", "value": 1.1, "base": 92000}
    fires["what"]["indicators"].append(
        {"id": "deaths", "name": "People who die in fires at home", "kind": "outcome", "unit": "per 100,000 people", "direction": "down", "baseline": start}
    )  # fmt: skip
    fires["when"]["targets"].append({"indicator": "deaths", "values": [{"period": "2016-17", "value": 0.8}]})


def _moved_outcome(data: Data) -> None:
    moved = outcome(data, "active")
    named(data["priorities"], "muirhaugh")["outcomes"].remove(moved)
    named(data["priorities"], "jobs")["outcomes"].append(moved)


def _removed_outcome(data: Data) -> None:
    named(data["priorities"], "jobs")["outcomes"].remove(outcome(data, "reach"))
    for entry in data["engagement"]:
        entry["led_to"] = [ref for ref in entry["led_to"] if not ref.startswith("reach")]


def _added_outcome(data: Data) -> None:
    start = {"period": "2012-13", "value": 61.0, "base": 40000}
    measure = {"id": "owed", "name": "Sheriff officers' visits for council tax", "kind": "outcome", "unit": "per 1,000 households", "direction": "down", "baseline": start}  # fmt: skip
    added = {
        "id": "debts",
        "what": {"statement": "Households with debts keep a roof and light", "indicators": [measure]},
        "how": [{"action": "A credit union counter in each library", "owner": "council", "due": "2014-05-30"}],
        "by_whom": {"lead": "council", "post": "Head of Revenues"},
        "when": {"targets": [{"indicator": "owed", "values": [{"period": "2015-16", "value": 40.0}]}]},
    }
    named(data["priorities"], "jobs")["outcomes"].insert(0, added)


def _renamed_outcome(data: Data) -> None:
    outcome(data, "night")["id"] = "drink-harm"

    def renamed(ref: Any) -> Any:
        return "drink-harm" + ref[5:] if isinstance(ref, str) and (ref == "night" or ref.startswith("night.")) else ref

    for entry in (*data["resources"], *data["engagement"], *data["asks"]):
        for key in ("serves", "led_to"):
            if key in entry:
                entry[key] = [renamed(ref) for ref in entry[key]]


def _moved_action(data: Data) -> None:
    moved = _action(data, "start-well", "rhymes")
    outcome(data, "start-well")["how"].remove(moved)
    outcome(data, "ready")["how"].insert(0, moved)
    moved["contributes_to"] = ["start-well.talking"]  # as the same measure is written from there


def _moved_within_a_line(data: Data) -> None:
    _year(data, 0, "2013-14")["amount"] -= 50_000
    _year(data, 0, "2014-15")["amount"] += 50_000


def _moved_between_lines(data: Data) -> None:
    _year(data, 14, "2015-16")["amount"] -= 20_000
    _year(data, 15, "2015-16")["amount"] += 20_000


def _stopped(data: Data) -> None:
    _put(outcome(data, "warm"), state="stopped", stopped_because="The national scheme now does this work")


CHANGES = (
    # ---- by when
    Deliberate(lambda d: _put(_target(d, "falls", "admissions", "2016-17"), value=19.5), "target-lowered", "falls/when/targets/admissions/values/2016-17", "in 2016/17 goes from at most 18.5 to at most 19.5: it asks for less, by 1.0", "weaker", "1.0"),
    Deliberate(lambda d: _put(_target(d, "falls", "stayed-home", "2016-17"), value=48.0), "target-raised", "falls/when/targets/stayed-home/values/2016-17", "it asks for more, by 3.0 percentage points", "stronger", "3.0 percentage points"),
    Deliberate(lambda d: _put(_target(d, "night", "stays", "2016-17"), period="2018-19"), "target-postponed", "drink-harm/when/targets/stays/values/2018-19", "at most 660.0, is to be reached in 2018/19 instead of 2016/17: 2 years later", "weaker", "2 years"),
    Deliberate(lambda d: _put(_target(d, "fires", "hurt", "2017-18"), period="2019-20", value=18.0), "target-lowered", "fires/when/targets/hurt/values/2019-20", "from at most 17.0 in 2017/18 to at most 18.0 in 2019/20: 2 years later, and it asks for less, by 1.0", "weaker", "1.0; 2 years"),
    Deliberate(lambda d: _put(_target(d, "carers", "plans", "2016-17"), period="2015-16"), "target-brought-forward", "carers/when/targets/plans/values/2015-16", "1 year earlier", "stronger", "1 year"),
    Deliberate(lambda d: outcome(d, "fires")["when"]["targets"][1]["values"].pop(), "removed", "fires/when/targets/home-fires/values/2022-23", "in 2022/23 is gone; it was: at most 18.0", "weaker"),
    Deliberate(lambda d: _put(_target(d, "night", "violence", "2016-17"), change=-10), "target-lowered", "drink-harm/when/targets/violence/values/2016-17", "down 15% (to 119.0)…down 10% (to 126.0)…asks for less", "weaker", "7.0"),
    Deliberate(lambda d: _put(_measure(d, "night", "violence")["breakdown"][0]["targets"][1], value=170.0), "target-lowered", "drink-harm/what/indicators/violence/breakdown/inverorran/targets/2022-23", "“Violent crimes and assaults” in Inverorran in 2022/23", "weaker", "5.0"),
    Deliberate(lambda d: _put(outcome(d, "falls")["when"]["milestones"][0], by="2014-01-20"), "postponed", "falls/when/milestones/2014-01-20/by", "is to be reached by 20 January 2014 instead of 20 December 2013: 1 month later", "weaker", "1 month"),
    # ---- what
    Deliberate(lambda d: _put(_measure(d, "carers", "supported")["baseline"], value=46.0), "baseline-changed", "carers/what/indicators/supported/baseline", "was 44.1% in 2012 and is now 46.0% in 2012", "", "1.9 percentage points", warns=True),
    Deliberate(lambda d: _put(_measure(d, "fires", "home-fires"), definition="All fires in homes attended by crews"), "definition-changed", "fires/what/indicators/home-fires/definition", "was “Accidental fires in homes attended by crews” and is now “All fires in homes attended by crews”", warns=True),
    Deliberate(lambda d: _put(_measure(d, "night", "feel-safe"), unit="per cent of women asked"), "definition-changed", "drink-harm/what/indicators/feel-safe/unit", "“per cent of adults asked” and is now “per cent of women asked”", warns=True),
    Deliberate(lambda d: _put(_measure(d, "active", "walking"), direction="down"), "definition-changed", "active/what/indicators/walking/direction", "is now to fall, and was to rise", warns=True),
    Deliberate(_removed_measure, "removed", "falls/what/indicators/hip", "is gone", "weaker"),
    Deliberate(_added_measure, "added", "fires/what/indicators/deaths", "is new…from 1.1 in 2012/13 to at most 0.8 in 2016/17", "stronger"),
    Deliberate(lambda d: _put(outcome(d, "carers")["what"], statement="People who look after somebody can go on for as long as they wish, and stay well themselves"), "reworded", "carers/what/statement", "is now worded “People who look after somebody"),
    Deliberate(lambda d: _put(outcome(d, "carers")["what"]["success"][1], looks_like="Carers take a break when they choose, and are asked when that is"), "reworded", "carers/what/success/2017/looks_like", "is now worded"),
    Deliberate(lambda d: outcome(d, "fires")["what"]["factors"].append("Fewer people smoke"), "added", "fires/what/factors/Fewer people smoke", "now also “Fewer people smoke”"),
    Deliberate(_moved_outcome, "moved", "active", "moves from the priority…to the priority"),
    Deliberate(_removed_outcome, "removed", "reach", "is gone from the priority", "weaker"),
    Deliberate(_added_outcome, "added", "debts", "is new in the priority…led by Glenmore Council, with 1 measure and 1 action", "stronger"),
    Deliberate(_renamed_outcome, "re-identified", "drink-harm", "has the id “drink-harm” instead of “night”: its words are the same"),
    Deliberate(_stopped, "state-changed", "warm/state", "is no longer pursued, because “The national scheme now does this work”", "weaker"),
    # ---- by whom
    Deliberate(lambda d: _put(outcome(d, "fires")["by_whom"], lead="homes"), "owner-changed", "fires/by_whom/lead", "Orran Valley Homes leads the outcome…instead of Scottish Fire and Rescue Service"),
    Deliberate(lambda d: _put(outcome(d, "carers")["by_whom"], post="Director, Glenmore Carers Centre"), "owner-changed", "carers/by_whom/post", "“Manager, Glenmore Carers Centre” and is now “Director, Glenmore Carers Centre”"),
    Deliberate(lambda d: _put(_action(d, "fires", "cookers"), owner="council"), "owner-changed", "fires/how/cookers/owner", "Glenmore Council answers for the action…instead of Orran Valley Homes"),
    Deliberate(lambda d: _put(outcome(d, "falls")["by_whom"], post=None), "owner-changed", "falls/by_whom/post", "no longer given", "weaker"),
    Deliberate(lambda d: outcome(d, "carers")["by_whom"]["contributors"].pop(), "contributor-removed", "carers/by_whom/contributors/college", "Orran College’s part", "weaker"),
    Deliberate(lambda d: outcome(d, "fires")["by_whom"]["contributors"].insert(0, {"partner": "police", "contribution": "Officers report homes at risk"}), "contributor-added", "fires/by_whom/contributors/police", "Police Service of Scotland’s part…is new: “Officers report homes at risk”", "stronger"),
    # ---- how
    Deliberate(lambda d: _put(_action(d, "fires", "linked-alarms"), due="2016-05-27"), "postponed", "fires/how/linked-alarms/due", "is to be done by 27 May 2016 instead of 27 November 2015: 6 months later", "weaker", "6 months"),
    Deliberate(lambda d: _put(_action(d, "carers", "named-adult"), due="2013-12-17"), "brought-forward", "carers/how/named-adult/due", "1 month earlier", "stronger", "1 month"),
    Deliberate(_moved_action, "moved", "ready/how/rhymes", "moves from the outcome…to the outcome"),
    Deliberate(lambda d: outcome(d, "carers")["how"].remove(_action(d, "carers", "carers-line")), "removed", "carers/how/carers-line", "is gone from the outcome…Glenmore Carers Centre, by 25 April 2014", "weaker"),
    Deliberate(lambda d: outcome(d, "carers")["how"].insert(1, {"id": "choir", "action": "A choir for carers in Kilmorran, with somebody to sit in at home", "owner": "tsi", "due": "2014-06-30"}), "added", "carers/how/choir", "is new in the outcome…Glenmore Voluntary Action, by 30 June 2014", "stronger"),
    Deliberate(lambda d: _put(_action(d, "carers", "surgeries"), action="A carers' hour every second week in all nine GP practices, with a worker from the Carers Centre"), "reworded", "carers/how/surgeries/action", "is now worded"),
    Deliberate(lambda d: _put(_action(d, "start-well", "bump-to-three"), state="under-way"), "state-changed", "start-well/how/bump-to-three/state", "was “planned” and is now “under way”"),
    Deliberate(lambda d: _put(_action(d, "fires", "visits"), preventive="early"), "changed", "fires/how/visits/preventive", "“before” and is now “early”"),
    Deliberate(lambda d: _put(_action(d, "carers", "breaks")["measure"], target=260), "target-raised", "carers/how/breaks/measure", "is to reach 260 (Breaks taken in the year) by 30 September 2014 instead of 220.", "stronger", "40"),
    Deliberate(lambda d: _put(_action(d, "fires", "visits"), partners=["council", "homes", "leisure"]), "changed", "fires/how/visits/partners", "now Glenmore Leisure Trust, and no longer NHS Orran"),
    Deliberate(lambda d: outcome(d, "carers")["risks"].append({"risk": "A worker leaves and cannot be replaced", "owner": "tsi", "response": "Two share the post"}), "added", "carers/risks/A worker leaves and cannot be replaced", "is new: “Two share the post”"),
    Deliberate(lambda d: _put(_measure(d, "carers", "crisis"), not_yet={"missing": "Figures by locality", "owner": "council", "due": "2014-03-31"}), "not-yet-added", "carers/what/indicators/crisis/not_yet", "“Figures by locality”, to be settled by Glenmore Council, by 31 March 2014", "weaker"),
    # ---- money and prevention
    Deliberate(_moved_within_a_line, "money-moved", "resources/nhs-older/years", "£50,000 moves from 2013/14 to 2014/15, and it is £2,360,000 in all, as before", "", "£50,000"),
    Deliberate(_moved_between_lines, "money-moved", "resources/college/years/2015-16/amount", "£20,000 in 2015/16 moves from Skills Development Scotland’s money for “Half of the joint employer team” to Orran College’s money for", "", "£20,000"),
    Deliberate(lambda d: _put(_year(d, 8, "2014-15"), amount=1_000_000), "money-moved", "resources/homes/years/2014-15/amount", "£1,000,000 instead of £1,100,000 in 2014/15: £100,000 less", "weaker", "£100,000"),
    Deliberate(lambda d: _put(_year(d, 6, "2014-15"), certainty="firm"), "firmness-changed", "resources/council#3/years/2014-15/certainty", "firm instead of indicative in 2014/15", "stronger"),
    Deliberate(lambda d: _put(d["resources"][5], preventive=False), "prevention-unmarked", "resources/nhs-orran#3/preventive", "no longer counts as prevention", "weaker"),
    # ---- the rest
    Deliberate(lambda d: _put(d["agreement"], status="under-review"), "status-changed", "agreement/status", "“agreed” and is now “under review”"),
    Deliberate(lambda d: _put(d["agreement"], version=5), "version-changed", "agreement/version", "was 4 and is now 5"),
    Deliberate(lambda d: _put(named(d["priorities"], "early-years"), rank=6), "rank-changed", "early-years/rank", "was 2 and is now 6"),
    Deliberate(lambda d: _put(named(d["engagement"], "eng-night"), level="co-designed"), "changed", "eng-night/level", "was “consulted” and is now “co designed”"),
    Deliberate(lambda d: _put(named(d["evidence"], "ev-falls"), source="ISD Scotland, final figures"), "reworded", "ev-falls/source", "“ISD Scotland, final figures”"),
    Deliberate(lambda d: _put(outcome(d, "carers")["risks"][0], public=False), "made-private", "carers/risks/Benefit changes cut carers' incomes, and/public", "kept out of what the public reads"),
    Deliberate(lambda d: _put(d["governance"]["escalation"][1], within_days=60), "changed", "governance/escalation/Two reports in a row are off track/within_days", "was 30 and is now 60", "", "30"),
    Deliberate(lambda d: _put(d["development_plan"][0], due="2014-12-13"), "postponed", "development_plan/Count the hours of family carers and vol/due", "is to be settled by 13 December 2014", "weaker", "1 year"),
    Deliberate(lambda d: _put(d["glossary"][4], means="The service that keeps the health figures"), "reworded", "glossary/ISD/means", "“The service that keeps the health figures”"),
)  # fmt: skip


@cache
def _comparison() -> Comparison:
    old = example()
    new = example()
    for change in CHANGES:
        change.make(new)
    return compared(old, new)


def _told(change: Deliberate) -> list[Change]:
    return [one for one in _comparison().changes if (one.kind, one.about) == (change.kind, change.about)]


@pytest.mark.parametrize("change", CHANGES, ids=[f"{one.kind} {one.about}" for one in CHANGES])
def test_each_is_told_once_and_rightly(change: Deliberate) -> None:
    told = _told(change)
    assert len(told) == 1, [one for one in _comparison().changes if one.about.startswith(change.about.split("/")[0])]
    [one] = told
    assert all(piece in one.says for piece in change.says.split("…")), one.says
    assert one.weighs == change.weighs
    assert change.by is None or one.by == change.by
    assert bool(one.warns) == change.warns


def test_nothing_else_is_told() -> None:
    expected = {(one.kind, one.about) for one in CHANGES}
    assert [
        one.says for one in _comparison().changes if (one.kind, one.about) not in expected and not one.follows
    ] == []


def test_the_share_of_prevention_follows() -> None:
    [share] = [one for one in _comparison().changes if one.follows]
    assert share.kind == "prevention-share"
    assert share.weighs == "weaker"
    assert "from 33.1% to 30" in share.says


def test_every_kind_is_one_of_those_that_are_documented() -> None:
    assert {one.kind for one in _comparison().changes} <= set(KINDS)


def test_what_is_told_of_an_outcome_names_it() -> None:
    by_about = {one.about: one for one in _comparison().changes}
    assert by_about["drink-harm/when/targets/stays/values/2018-19"].outcome == "drink-harm"
    assert by_about["drink-harm/when/targets/stays/values/2018-19"].question == "when"
    assert (
        by_about["drink-harm/when/targets/stays/values/2018-19"].was_about == "night/when/targets/stays/values/2016-17"
    )
    assert by_about["reach"].outcome == "reach"
    assert by_about["reach"].outcome_gone
    assert by_about["fires/how/cookers/owner"].question == "how"
    assert by_about["resources/nhs-older/years"].outcome == ""
