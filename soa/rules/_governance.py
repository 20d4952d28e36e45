"""The questions that a page on governance answers, shared by the rule that asks them all and those that ask one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from soa.model.agreement import Header
from soa.model.governance import Governance
from soa.model.lookup import given
from soa.model.part import MISSING, sound

INTEGRATION = ("2013-01-01", "2016-12-31")
"""Agreements that start between these days were made while health and social care were being joined."""
SINGLE = "single-outcome-agreement"

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "accountability": "how the partners answer together (board, joint_accountability)",
        "commitment": "which body decides for each partner, and what its board member may agree to (how_decisions_bind)",
        "roles": "what elected members, non-executives and officers are there for (roles)",
        "escalation": "what happens when a partner falls behind or stays away (escalation)",
        "integration": "how the partnership is sure of health and social care integration (integration)",
        "self-evaluation": "when the partnership last looked at itself, and what follows (self_evaluation)",
    }
)
"""What a reader asks of governance, with the key that answers."""


def answered(value: Any) -> bool:
    """Whether something was written: an answer that could not be read counts, because that has been reported already."""
    return given(value) and value != ()


def questions_for(header: Header) -> tuple[str, ...]:
    """The questions that are asked of a plan, by its kind and the day on which it starts."""
    asked = header.kind in (MISSING, SINGLE) and sound(header.starts)
    asked = asked and INTEGRATION[0] <= header.starts.first_day.isoformat() <= INTEGRATION[1]
    return tuple(name for name in QUESTIONS if asked or name != "integration")


def open_questions(governance: Governance, header: Header) -> tuple[str, ...]:
    """The names of the questions that nothing answers; none where `not_yet` stands for them."""
    if sound(governance.not_yet):
        return ()
    board = governance.board
    told = {
        "accountability": answered(board.joint_accountability) or sound(board.not_yet),
        "commitment": answered(governance.how_decisions_bind),
        "roles": answered(governance.roles),
        "escalation": answered(governance.escalation),
        "integration": answered(governance.integration),
        "self-evaluation": answered(governance.self_evaluation),
    }
    return tuple(name for name in questions_for(header) if not told[name])
