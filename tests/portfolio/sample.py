"""Agreements of made-up content for real areas: the sound one of the rules' tests, moved to each area and changed a little."""

from collections.abc import Iterator, Mapping
from datetime import date

from soa.config.settings import Settings
from soa.engine.check import Checked
from soa.portfolio.facts import Facts, Trouble, facts_of
from soa.reference import areas
from soa.review.questions import review_settings
from tests.rules.sound import FRAME, checked

TODAY = date(2013, 4, 15)

POLICE = "  - {id: police, name: Police Scotland, kind: police}\n"
FUEL_POVERTY = """            - id: warmth
              name: Households in fuel poverty
              kind: outcome
              core: fuel-poverty
              unit: per cent of households
              direction: down
              source: Scottish House Condition Survey
              frequency: every year
              measured_over: calendar-year
              averaged_over: 3
              baseline: {period: 2011, value: 24.5, margin: 4.0}
"""
OFFICERS = "          - {id: officers, action: Two officers visit every secondary school in Strathbeg twice a year, owner: police, due: 2014-06-30}\n"
_BREAKDOWN = """              breakdown:
                - {of: muirton, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}
"""
_AT_HOME = """              breakdown:
                - {of: muirton, baseline: {period: 2012-13, value: 72.0}, targets: [{period: 2016-17, value: 80.0}]}
"""
GAP = _BREAKDOWN + "              gap: {between: [muirton, everyone]}\n"

CHANGES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "gap": ((_BREAKDOWN, GAP),),
    "no-gap": ((_BREAKDOWN, ""), (_AT_HOME, "")),
    "nobody-leads": (("          lead: hscp\n", "          lead: all partners\n"),),
    "counts": (
        ("unit: per 1,000 people aged 65 and over", "unit: admissions"),
        ("value: 21.3, base: 17600", "value: 375"),
    ),
    "older": (
        (
            "baseline: {period: 2012-13, value: 21.3, base: 17600}",
            "baseline: {period: 2010-11, value: 21.3, base: 17600}",
        ),
    ),
    "otherwise": (
        ("Stays that began as an emergency with a falls code", "Stays of two nights or more with a falls code"),
    ),
    "hidden": (("value: 21.3, base: 17600", "suppressed: true"),),
    "no-money": (
        (
            "    preventive: true\n    years:\n      - {year: 2013-14, amount: 410000",
            "    years:\n      - {year: 2013-14, amount: 410000",
        ),
    ),
    "later": (("owner: police, due: 2014-06-30", "owner: police, due: 2015-06-30"),),
    "stops": (
        (
            "owner: police, due: 2014-06-30",
            "owner: police, due: 2014-06-30, stops: Officers no longer visit every secondary school",
        ),
    ),
}
"""What can be changed, by name."""


def text(
    area: str = "Moray",
    *changes: str,
    fictional: bool = False,
    version: int = 2,
    replaced: Mapping[str, str] | None = None,
) -> str:
    """An agreement for an area with some changes, and passages replaced."""
    said = FRAME.replace("  - {id: tsi, name", f"{POLICE}  - {{id: tsi, name", 1)
    said = said.replace("            - id: bed-cost\n", f"{FUEL_POVERTY}            - id: bed-cost\n", 1)
    said = said.replace(
        "        by_whom:\n          lead: council", f"{OFFICERS}        by_whom:\n          lead: council", 1
    )
    for name in changes:
        for before, after in CHANGES[name]:
            assert before in said, (name, before)
            said = said.replace(before, after)
    for before, after in (replaced or {}).items():
        assert before in said, before
        said = said.replace(before, after)
    said = said.replace("fictional: true", f"fictional: {str(fictional).lower()}").replace(
        "version: 2", f"version: {version}"
    )
    return said.replace("Strathbeg", area)


def judged(said: str, **others: str) -> Checked:
    """An agreement with other files beside it, checked as a review checks it."""
    return checked(said, today=TODAY, settings=review_settings(Settings()), **others)


def facts(area: str = "Moray", *changes: str, root: str = "", **more: object) -> Facts:
    """The facts of an agreement."""
    entry = facts_of(judged(text(area, *changes, **more)), root or area.lower())  # type: ignore[arg-type]
    assert isinstance(entry, Facts)
    return entry


def trouble(root: str = "broken") -> Trouble:
    """What becomes of a file that cannot be read."""
    entry = facts_of(judged("agreement: [\n"), root)
    assert isinstance(entry, Trouble)
    return entry


def scotland() -> Iterator[tuple[str, str]]:
    """A folder and an agreement for each of the 32 areas, all a little different, the same every time."""
    names = list(CHANGES)
    for at, area in enumerate(areas()):
        chosen = {names[(at * 3 + step) % len(names)] for step in (0, 4)} - ({"no-gap"} if at % 2 else {"gap"})
        value = f"{18 + at * 7 % 90 / 10}"
        replaced = {"value: 24.5": f"value: {20 + at * 5 % 100 / 10}"}
        if not chosen & {"counts", "older", "hidden"}:
            replaced["value: 21.3"] = f"value: {value}"
        folder = area.name.lower().replace(" ", "-")
        yield folder, text(area.name, *sorted(chosen), replaced=replaced)
