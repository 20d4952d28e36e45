"""Measures of what people asked for when they were asked: nobody should tell them that it does not count."""

from soa.model.lookup import Lookup
from soa.model.measure import Indicator
from soa.model.part import each, sound
from soa.rules._wording import stems

_LEAST = 2
_TIMES = "after before during until within about when while since"
"""Words that tell when, and not what."""


def asked_for(indicator: Indicator, lookup: Lookup) -> bool:
    """Whether what people said, in some engagement, shares at least half of the words of the measure's name."""
    words = stems(indicator.name) - stems(_TIMES) if sound(indicator.name) else frozenset()
    if len(words) < _LEAST:
        return False
    return any(
        len(shared := words & stems(one.heard)) >= _LEAST and 2 * len(shared) >= len(words)
        for one in each(lookup.agreement.engagement)
        if sound(one) and sound(one.heard)
    )
