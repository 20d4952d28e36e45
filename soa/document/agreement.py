"""The agreement itself as a document: its sections in the order in which a reader asks."""

from __future__ import annotations

from soa.document import drawn
from soa.document.blocks import Section
from soa.document.bodies import partners
from soa.document.closing import (
    appendices,
    development_section,
    glossary,
    not_chosen_section,
    plans_section,
    services_section,
)
from soa.document.definitions import annex
from soa.document.desk import Desk
from soa.document.matrix import matrix
from soa.document.opening import foreword, place, sign_off
from soa.document.outcomes import priority_section
from soa.document.people import asks_section, assessments_section, engagement_section
from soa.document.prevention import prevention_section, stops
from soa.document.resources import resources_section
from soa.document.running import accountability_section, governance_section
from soa.document.unsaid import data_gaps_section, not_yet_section


def sections(desk: Desk) -> tuple[Section, ...]:
    """Everything after page one, but the colophon."""
    order = (
        foreword(desk),
        sign_off(desk),
        matrix(desk),
        place(desk),
        *(priority_section(desk, at) for at in desk.priorities),
        prevention_section(desk),
        stops(desk),
        resources_section(desk),
        asks_section(desk),
        accountability_section(desk),
        engagement_section(desk),
        assessments_section(desk),
        partners(desk),
        governance_section(desk),
        services_section(desk),
        not_chosen_section(desk),
        not_yet_section(desk),
        data_gaps_section(desk),
        development_section(desk),
        glossary(desk),
        annex(desk),
        drawn.figures_section(desk),
        plans_section(desk),
        *appendices(desk),
    )
    return tuple(section for section in order if section is not None)
