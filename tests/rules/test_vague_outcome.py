"""Whether a statement names a condition, or a picture beside it does."""

import pytest

from tests.rules.alone import raised

WHAT = """
what:
  statement: A thriving, inclusive place
{success}
  indicators:
    - id: admissions
      name: Emergency admissions after a fall
      kind: outcome
      unit: per 1,000 people
      direction: down
      baseline: {{period: 2012-13, value: 21.3}}
"""


@pytest.mark.parametrize(
    ("statement", "cases"),
    [
        ("Provide help to families in their first weeks, so that fewer children need to be looked after", []),
        ("A whole-system approach, so that everyone thrives", ["theme"]),
    ],
)
def test_the_end_that_work_is_for_makes_up_for_naming_the_work(statement, cases):
    assert raised("vague-outcome", "what", WHAT.format(success=""), ("A thriving, inclusive place", statement)) == cases


@pytest.mark.parametrize(
    ("success", "cases"),
    [
        ("", ["theme"]),
        ("  success: [{by: 2023, looks_like: A place where everyone thrives}]", ["theme"]),
        ("  success: [{by: 2023, looks_like: Fewer shops in the High Street stand empty}]", []),
    ],
)
def test_a_plain_picture_makes_up_for_a_slogan(success, cases):
    assert raised("vague-outcome", "what", WHAT.format(success=success)) == cases
