"""Changes of percentages."""

import pytest

from tests.rules.alone import raised

RULE = "per-cent-or-points"
SMOKING = """\
- id: smoking
  what:
    statement: {statement}
    factors: [the price of tobacco]
    indicators:
      - id: smokers
        name: Women who smoke in pregnancy
        kind: outcome
        unit: {unit}
        direction: down
        baseline: {{period: 2012, value: {baseline}}}
  how:
    - {{action: Visits, owner: nhs-beg, due: 2014-12-01}}
  by_whom: {{lead: nhs-beg}}
  when:
    targets:
      - indicator: smokers
        values:
          - {{period: 2017, {target}}}
"""


def _outcome(
    statement="Fewer women smoke in pregnancy", unit="per cent of women booking", target="value: 21.6", baseline="24.0"
):
    return raised(
        RULE, "outcome", SMOKING.format(statement=f"'{statement}'", unit=unit, target=target, baseline=baseline)
    )


@pytest.mark.parametrize(
    ("statement", "cases"),
    [
        ("Women who smoke in pregnancy are down by 10 per cent", ["words"]),
        ("A 10% reduction in women who smoke in pregnancy", ["words"]),
        ("A **10 per cent** fall in women who smoke in pregnancy by 2017", ["words"]),
        ("Women who smoke in pregnancy at first appointments are down by 10 per cent", ["words"]),
        ("Women who smoke in pregnancy are down by 10 percentage points", []),
        ("Women who smoke in pregnancy are down from 24 to 21.6 per cent, a fall of 10 per cent", []),
        ("Women who smoke in pregnancy are down to 21.6 per cent, a fall of 10 per cent", []),
        ("10 per cent fewer women smoke in pregnancy", []),
        ("Women who smoke in pregnancy are down to 21.6 per cent", []),
        ("Fewer women smoke in pregnancy", []),
        ("Crime is down by 10 per cent", []),
    ],
)
def test_words_that_can_be_read_in_two_ways(statement, cases):
    assert _outcome(statement) == cases


@pytest.mark.parametrize(
    ("unit", "baseline"), [("per 1,000 women", "24.0"), ("women", "240"), ("per cent of women booking", "8.0")]
)
def test_a_rate_or_count_or_a_share_that_cannot_fall_so_far_is_read_in_one_way(unit, baseline):
    assert _outcome("Women who smoke in pregnancy are down by 10 per cent", unit, baseline=baseline) == []


@pytest.mark.parametrize(
    ("unit", "target", "cases"),
    [
        ("per cent of women booking", "change: -10, change_in: units", ["units"]),
        ("per cent of women booking", "change: -10, change_in: points", []),
        ("per cent of women booking", "change: -10, change_in: per-cent", []),
        ("per 1,000 women", "change: -10, change_in: points", ["points"]),
        ("women", "change: -10, change_in: points", ["points"]),
        ("women", "change: -10, change_in: units", []),
        ("women", "change: -10, change_in: per-cent", []),
        ("tariff points per pupil", "change: -10, change_in: points", []),
        ("index score", "change: -10, change_in: points", []),
    ],
)
def test_what_a_change_is_counted_in_fits_the_unit(unit, target, cases):
    assert _outcome(unit=unit, target=target) == cases
