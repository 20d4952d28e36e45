"""Scotland's lists: areas, statutory partners, national outcomes and core measures, with the dates they hold."""

from soa.reference.areas import Area, Part, area, areas, nearest_areas
from soa.reference.indicators import CoreIndicator, core_indicators
from soa.reference.national import (
    FRAMEWORKS,
    NationalOutcome,
    PolicyPriority,
    framework_on,
    national_outcomes,
    policy_priorities,
)
from soa.reference.near import did_you_mean
from soa.reference.partners import StatutoryPartner, partners_named_locally, statutory_partners

__all__ = [
    "FRAMEWORKS",
    "Area",
    "CoreIndicator",
    "NationalOutcome",
    "Part",
    "PolicyPriority",
    "StatutoryPartner",
    "area",
    "areas",
    "core_indicators",
    "did_you_mean",
    "framework_on",
    "national_outcomes",
    "nearest_areas",
    "partners_named_locally",
    "policy_priorities",
    "statutory_partners",
]
