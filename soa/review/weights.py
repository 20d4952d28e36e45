"""How much a question weighs: the authority it rests on, times how near it is to the heart of a plan. Findings are never counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soa.rules._rule import Authority

THEMES = (
    "owner", "prevention", "what", "how", "when", "money", "gap", "leadership", "first-year", "measure", "alignment", "added-value", "contribution",
    "people", "evidence", "governance", "to-come", "figures", "focus", "risk", "other", "wording", "form",
)  # fmt: skip
"""What a question can be about, heaviest first: at most one question of each is put to an outcome."""

AUTHORITY: Mapping[Authority, int] = {
    "law": 10,
    "guidance": 10,
    "audit-recommendation": 10,
    "arithmetic": 9,
    "audit-finding": 9,
    "submission": 8,
    "practice": 8,
    "format": 1,
}
"""Whose word a question rests on. A contradiction in figures needs nobody's word; it weighs as what an auditor found."""

ASKED_FIRST = 70
"""What weighs less is never among the first five, however few there are."""


class Bearing(NamedTuple):
    """What a finding bears on."""

    theme: str
    central: int
    """How near it is to the heart of a plan: 20 where one of the answers that make a plan is not there, 1 for wording."""


_AGREED: Mapping[str, Bearing] = {
    # An answer is not there: what, how, by whom, when, and prevention.
    "missing-what-how-who-when/by-whom": Bearing("owner", 20),
    "missing-what-how-who-when/what": Bearing("what", 20),
    "missing-what-how-who-when/how": Bearing("how", 20),
    "missing-what-how-who-when/when": Bearing("when", 20),
    "outcome-not-measured": Bearing("what", 18),
    "no-prevention-plan/absent": Bearing("prevention", 20),
    "no-prevention-plan/no-actions": Bearing("prevention", 19),
    "prevention-evidence-missing/none": Bearing("prevention", 19),
    # Owners: the one partner, the post, and what the lead does itself.
    "unowned-outcome/none": Bearing("owner", 20),
    "unowned-outcome/collective": Bearing("owner", 20),
    "unowned-outcome/several": Bearing("owner", 19),
    "unowned-outcome/no-post": Bearing("owner", 17),
    "unowned-outcome/group": Bearing("owner", 8),
    "unowned-outcome/no-legal-person": Bearing("owner", 11),
    "unowned-action": Bearing("owner", 14),
    "unowned-action/group": Bearing("owner", 6),
    "council-leads-everything": Bearing("leadership", 14),
    "lead-without-part": Bearing("owner", 17),
    "one-post-too-many": Bearing("owner", 13),
    # The prevention plan: who acts, what each gives, how it will be known.
    "no-prevention-plan/one-partner": Bearing("prevention", 16),
    "no-prevention-plan/one-partner-with-money": Bearing("prevention", 12),
    "prevention-spend-missing/none": Bearing("prevention", 18),
    "prevention-spend-missing/partner": Bearing("prevention", 15),
    "prevention-spend-missing/line": Bearing("prevention", 8),
    "prevention-evidence-missing": Bearing("prevention", 17),
    "prevention-evidence-missing/late": Bearing("prevention", 16),
    "prevention-evidence-missing/of-work": Bearing("prevention", 15),
    "prevention-evidence-missing/one-for-all": Bearing("prevention", 13),
    "reactive-work-called-prevention": Bearing("prevention", 6),
    "reactive-work-called-prevention/line": Bearing("prevention", 9),
    # Money: what moves, what stops, what happens when a fund ends.
    "priority-without-resources/nothing": Bearing("money", 17),
    "priority-without-resources/contributors-only": Bearing("money", 13),
    "priority-without-resources/money-only": Bearing("money", 5),
    "project-money-only/none": Bearing("money", 16),
    "project-money-only/minor": Bearing("money", 13),
    "no-shift-to-prevention/share": Bearing("money", 16),
    "no-shift-to-prevention/renamed": Bearing("money", 16),
    "no-shift-to-prevention/threshold": Bearing("money", 11),
    "no-shift-to-prevention": Bearing("money", 6),
    "nothing-stops": Bearing("money", 15),
    "funding-ends-first": Bearing("money", 15),
    "unproven-saving": Bearing("money", 11),
    "joint-budget-ungoverned": Bearing("money", 9),
    "amount-without-basis/basis": Bearing("money", 7),
    "amount-without-basis/more": Bearing("money", 2),
    # The gap, and not the average.
    "gap-would-widen/wider": Bearing("gap", 17),
    "no-gap-measure": Bearing("gap", 15),
    "gap-would-widen/explained": Bearing("gap", 8),
    "gap-would-widen/for-a-time": Bearing("gap", 6),
    "gap-would-widen/ratio": Bearing("gap", 2),
    # The first year.
    "first-year-empty": Bearing("first-year", 18),
    "first-year-empty/no-means": Bearing("money", 15),
    "long-term-without-milestone": Bearing("first-year", 13),
    # What will improve.
    "vague-outcome": Bearing("what", 15),
    "activity-as-outcome": Bearing("what", 15),
    "success-not-described/nowhere": Bearing("what", 6),
    "success-not-described": Bearing("what", 4),
    # What it is measured by.
    "process-only-targets": Bearing("measure", 16),
    "no-baseline/none": Bearing("measure", 13),
    "no-baseline/late": Bearing("measure", 6),
    "indicator-kind-doubtful": Bearing("measure", 11),
    "figure-not-ours": Bearing("measure", 8),
    "stale-data": Bearing("measure", 7),
    "baseline-and-target-unlike": Bearing("measure", 9),
    "noise-read-as-change": Bearing("measure", 6),
    "unfair-comparison": Bearing("measure", 5),
    "unfair-comparison/quartile": Bearing("measure", 2),
    "indicator-undefined": Bearing("measure", 4),
    "missing-denominator": Bearing("measure", 2),
    # How far, by when.
    "target-not-specific": Bearing("when", 14),
    "target-wrong-way/first": Bearing("when", 15),
    "target-wrong-way/later": Bearing("when", 8),
    "target-not-stretching/equal": Bearing("when", 13),
    "target-not-stretching": Bearing("when", 11),
    "national-aim-copied": Bearing("when", 5),
    "target-inside-margin": Bearing("when", 4),
    "impossible-dates": Bearing("when", 6),
    "impossible-dates/too-late": Bearing("when", 10),
    "impossible-dates/period-form": Bearing("form", 1),
    "everything-on-31-march": Bearing("when", 2),
    # How it will be done.
    "undated-action": Bearing("how", 13),
    "vague-action": Bearing("how", 12),
    "vague-action/meeting": Bearing("how", 9),
    "pilot-without-decision": Bearing("how", 8),
    "no-evaluation-planned": Bearing("how", 5),
    "action-moves-no-measure": Bearing("how", 3),
    # The partners' own plans and boards.
    "plans-not-aligned/none": Bearing("alignment", 13),
    "plans-not-aligned/older": Bearing("alignment", 4),
    "board-cannot-commit": Bearing("alignment", 11),
    # Would it happen anyway?
    "restated-existing-plans/agreement": Bearing("added-value", 13),
    "restated-existing-plans/priority": Bearing("added-value", 9),
    "added-value-missing/absent": Bearing("added-value", 12),
    "added-value-missing/general": Bearing("added-value", 11),
    "one-partner-outcome": Bearing("added-value", 13),
    "overlapping-work": Bearing("added-value", 5),
    # What each partner puts in.
    "missing-statutory-partner/absent": Bearing("contribution", 15),
    "missing-statutory-partner": Bearing("contribution", 3),
    "partner-contribution-unstated/no-part": Bearing("contribution", 12),
    "partner-contribution-unstated/from-one": Bearing("contribution", 14),
    "partner-contribution-unstated/helper": Bearing("contribution", 8),
    "partner-contribution-unstated/vague": Bearing("contribution", 10),
    "partner-contribution-unstated/untracked": Bearing("contribution", 4),
    "third-sector-part-unclear": Bearing("contribution", 10),
    "third-sector-part-unclear/no-resource": Bearing("contribution", 5),
    "ask-unanswered": Bearing("contribution", 7),
    # The people it is for.
    "priority-without-community-voice/none": Bearing("people", 12),
    "priority-without-community-voice/afterwards": Bearing("people", 8),
    "priority-without-community-voice": Bearing("people", 3),
    "consultation-without-effect/no-effect": Bearing("people", 12),
    "consultation-without-effect/not-fed-back": Bearing("people", 8),
    "consultation-without-effect/only-consulted": Bearing("people", 8),
    "consultation-without-effect/approval-only": Bearing("people", 6),
    "locality-plan-unlinked/passed-over": Bearing("people", 14),
    "locality-plan-unlinked/poorer": Bearing("people", 9),
    "locality-plan-unlinked": Bearing("people", 4),
    "assessment-missing": Bearing("people", 7),
    "place-only-view": Bearing("people", 4),
    # What it rests on.
    "priority-without-local-evidence/none": Bearing("evidence", 11),
    "priority-without-local-evidence": Bearing("evidence", 6),
    "priority-without-local-evidence/old": Bearing("evidence", 3),
    "unsupported-attribution": Bearing("evidence", 9),
    # Who answers to whom.
    "governance-unstated/absent": Bearing("governance", 12),
    "governance-unstated/stub": Bearing("governance", 10),
    "accountability-unstated": Bearing("governance", 10),
    "no-escalation-route": Bearing("governance", 10),
    "integration-assurance-missing": Bearing("governance", 9),
    "agreed-without-sign-off": Bearing("governance", 9),
    "no-self-evaluation": Bearing("governance", 8),
    "roles-unclear": Bearing("governance", 8),
    "roles-unclear/no-induction": Bearing("governance", 3),
    "deadline-missed": Bearing("governance", 4),
    # What was to be settled.
    "not-yet-carried-over": Bearing("to-come", 12),
    "not-yet-overdue": Bearing("to-come", 12),
    "stopgap-words": Bearing("to-come", 11),
    "stale-agreement": Bearing("to-come", 4),
    # Figures that cannot all be true, or that say too much.
    "words-contradict-figures/figure": Bearing("figures", 11),
    "words-contradict-figures": Bearing("figures", 7),
    "same-measure-two-figures": Bearing("figures", 11),
    "totals-disagree": Bearing("figures", 12),
    "counted-twice": Bearing("figures", 12),
    "small-number-shown": Bearing("figures", 10),
    "small-number-shown/target": Bearing("figures", 3),
    "small-number-shown/rest": Bearing("figures", 5),
    "per-cent-or-points": Bearing("figures", 5),
    # What was left out.
    "too-many-priorities/too-many": Bearing("focus", 11),
    "too-many-priorities/same-rank": Bearing("focus", 6),
    "too-many-priorities/indicators": Bearing("focus", 4),
    "vague-priority": Bearing("focus", 10),
    "national-targets-crowd-out/most": Bearing("focus", 8),
    "national-targets-crowd-out": Bearing("focus", 3),
    "all-national-outcomes-covered/all": Bearing("focus", 8),
    "all-national-outcomes-covered": Bearing("focus", 4),
    # What could stop it.
    "risk-not-assessed": Bearing("risk", 6),
    "influence-not-acknowledged": Bearing("risk", 7),
    "influence-not-acknowledged/factors": Bearing("risk", 4),
    # Wording.
    "hidden-actor": Bearing("wording", 3),
    "hard-to-read": Bearing("wording", 2),
    "undefined-abbreviation": Bearing("wording", 1),
    # Slips that an officer mends.
    "unit-spelling": Bearing("form", 1),
    "character-not-printed": Bearing("form", 1),
    "broken-reference": Bearing("form", 1),
    "unknown-reference-name": Bearing("form", 1),
    "unused-entry": Bearing("form", 1),
}
"""By the name of a rule, or `rule/case`, which goes before it."""

_FORM = Bearing("form", 1)
_OWN = Bearing("other", 8)


def bearing_of(rule: str, case: str, family: str) -> Bearing:
    """What a finding bears on; `family` is that of its rule, empty for a partnership's own rule."""
    known = _AGREED.get(f"{rule}/{case}") or _AGREED.get(rule)
    if known is not None:
        return known
    return _FORM if family in {"format", "exceptions"} else _OWN


def weight_of(authority: Authority, bearing: Bearing) -> int:
    """What a question weighs."""
    return AUTHORITY[authority] * bearing.central
