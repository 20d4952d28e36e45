"""Indicators: what is measured, where it starts, for whom it differs, and the levels it is to reach."""

from __future__ import annotations

from typing import Annotated, ClassVar

from soa.model.part import MISSING, Condition, Entry, may, must, when_needed
from soa.model.scalars import Count, Flag, Id, Moment, Name, Number, Ref, Sentence, one_of

KINDS = ("outcome", "output", "process", "input")
DIRECTIONS = ("up", "down", "hold", "context")

Kind = Annotated[str, *one_of(*KINDS)]
Direction = Annotated[str, *one_of(*DIRECTIONS)]
MeasuredOver = Annotated[
    str, *one_of("financial-year", "school-year", "calendar-year", "quarter", "single-day", "survey-wave")
]
Level = Annotated[
    str, *one_of("council-area", "health-board", "police-division", "college-region", "scotland", "locality")
]
ChangeIn = Annotated[str, *one_of("per-cent", "points", "units")]
Counted = Annotated[str, *one_of("in-the-year", "in-total")]
ComparisonKind = Annotated[str, *one_of("result", "process")]


class Reading(Entry):
    """A value and the period it belongs to."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("period",)
    CONDITIONS: ClassVar[tuple[Condition, ...]] = (
        Condition("suppressed", (True,), otherwise=("value",), bars=("value", "base", "numerator", "denominator")),
    )

    period: Moment = must(
        "Period",
        "The period the value belongs to, in the form that measured_over asks for.",
        example="2012-13",
        source="officer-review F9",
    )
    value: Number = when_needed("Value", "The value, in the indicator's unit.", example="21.3")
    base: Count | MISSING = may(
        "Base",
        "The number of people or things that the rate, share or survey rests on.",
        example="17600",
        unit="number",
        source="HMIC 2012 2.1",
    )
    margin: Number | MISSING = may(
        "Margin", "The survey's margin either way, in the indicator's unit.", example="2.4", source="officer-review 2.3"
    )
    provisional: Flag | MISSING = may(
        "Provisional", "true while the source may still revise the value.", example="true"
    )
    suppressed: Flag | MISSING = may(
        "Suppressed",
        "true where the value is too small a count of people to be shown.",
        example="true",
        source="officer-review F5",
    )
    numerator: Number | MISSING = may(
        "Numerator",
        "For a unit cost or share: what is divided.",
        example="1240000",
        source="North Lanarkshire 2012 2.4",
    )
    denominator: Number | MISSING = may(
        "Denominator",
        "For a unit cost or share: what it is divided by.",
        example="5200",
        source="North Lanarkshire 2012 2.4",
    )


class TargetValue(Entry):
    """One level to be reached, in one period: a value, a range, or a change from the baseline."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("period",)
    CONDITIONS: ClassVar[tuple[Condition, ...]] = (
        Condition("change", then=("change_in",), otherwise=("value",), bars=("value", "to")),
    )

    period: Moment = must(
        "Period",
        "The period in which the level is to be reached, in the form that measured_over asks for.",
        example="2016-17",
        source="Audit Scotland 2013 §19",
    )
    value: Number = when_needed(
        "Value",
        "The level. With direction up it means at least, with down at most; so at least 27 is written 27.",
        example="18.5",
        source="Audit Scotland 2013 §44",
    )
    to: Number | MISSING = may("To", "The far end, where a range was agreed.", example="16.0")
    change: Number | MISSING = may(
        "Change",
        "The change from the baseline, where a change was agreed and not a level: -25 is a fall.",
        example="-25",
    )
    change_in: ChangeIn | MISSING = may(
        "Change in",
        "What the change is counted in.",
        example="per-cent",
    )
    because: Sentence | MISSING = may(
        "Because",
        "Why a target stands still or turns the other way at first.",
        example="The population over 65 grows three per cent a year",
    )


class Breakdown(Entry):
    """The same measure for one place, fifth or group; the gap is computed from two of these."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("of",)

    of: Ref = must(
        "Of",
        "A locality's id, a fifth (most-deprived-fifth, least-deprived-fifth), or a group.",
        example="muirton",
        source="Audit Scotland 2013 §28",
    )
    baseline: Reading = must("Baseline", "Where this place or group starts.")
    targets: tuple[TargetValue, ...] | MISSING = may(
        "Targets", "The levels to be reached for this place or group.", least=1
    )


class Gap(Entry):
    """The two ends between which the difference is to narrow."""

    between: tuple[Ref, ...] = must(
        "Between",
        "Two entries of breakdown, or one and everyone: the worse off first.",
        example="[most-deprived-fifth, least-deprived-fifth]",
        least=2,
        most=2,
        source="Audit Scotland 2013 §14, §28",
    )
    by: Name | MISSING = may("By", "How the fifths or groups are drawn.", example="simd-2012")


class Comparison(Entry):
    """How another area fares or works, compared fairly."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("with_area",)

    with_area: Name = must(
        "With area", "The area or body compared with.", example="Scotland", source="North Lanarkshire 2012 2.1"
    )
    kind: ComparisonKind | MISSING = may("Kind", "What is compared.", example="result", source="HMIC 2012 2.4")
    period: Moment | MISSING = may("Period", "The period of the other's value.", example="2012-13")
    value: Number | MISSING = may("Value", "The other's value, in this indicator's unit.", example="19.8")
    definition: Sentence | MISSING = may(
        "Definition", "How the other counts, where that differs.", example="Counts people aged 60 and over"
    )
    source: Sentence | MISSING = may("Source", "Where the other's value comes from.", example="ISD Scotland, SMR01")
    context: Sentence | MISSING = may(
        "Context",
        "What must be known to read the comparison fairly.",
        example="Glenmore has more people over 85 than Scotland",
        source="HMIC 2012 2.1",
    )
    lesson: Sentence | MISSING = may(
        "Lesson",
        "For a way of working: what was learned.",
        example="Classes held in village halls are kept up longer than those in hospitals",
        source="Glasgow 2012 S2 Q1",
    )
    action: Ref | MISSING = may("Action", "The action that follows from the lesson.", example="falls.classes")


_DEFINED = ("id", "name", "kind", "unit", "direction")
_OWN = (
    *_DEFINED, "definition", "source", "collector", "frequency", "measured_over", "averaged_over", "lag", "level", "why_wider", "within", "because",
    "baseline", "history", "breakdown", "targets", "gap", "counted", "stands_for", "national_target", "core", "comparisons", "not_yet",
)  # fmt: skip


class Indicator(Entry):
    """A measure: defined here, or taken from the agreement's shared indicators with `use` alone."""

    CONDITIONS: ClassVar[tuple[Condition, ...]] = (
        Condition("use", otherwise=_DEFINED, bars=_OWN),
        Condition("direction", ("up", "down", "hold"), then=("baseline",)),
        Condition("direction", ("hold",), then=("within", "because")),
    )

    id: Id = when_needed("Id", "Unique within the outcome; written outcome.indicator elsewhere.", example="admissions")
    use: Ref | MISSING = may(
        "Use",
        "The id of a shared indicator (top-level indicators), instead of a definition here.",
        example="positive-destinations",
        source="officer-review F13",
    )
    name: Name = when_needed(
        "Name", "What is counted, for whom.", example="Emergency admissions after a fall, people aged 65 and over"
    )
    kind: Kind = when_needed(
        "Kind",
        "What the figure describes.",
        example="outcome",
        source="Audit Scotland 2013 §43, §53",
    )
    definition: Sentence | MISSING = may(
        "Definition",
        "What exactly is counted, so that two people would count the same.",
        example="Stays with an admission code of emergency and a falls code, by area of residence",
        source="HMIC 2012 2.1, 2.3",
    )
    unit: Name = when_needed("Unit", "The unit of every value.", example="per 1,000 people aged 65 and over")
    direction: Direction = when_needed(
        "Direction",
        "The way that is better.",
        example="down",
        source="Audit Scotland 2013 §44",
    )
    source: Sentence | MISSING = may("Source", "Where the figures come from.", example="ISD Scotland, SMR01")
    collector: Ref | MISSING = may(
        "Collector", "The partner who collects the figures.", example="nhs-orran", source="Audit Scotland 2013 §53"
    )
    frequency: Name | MISSING = may("Frequency", "How often a new value is known.", example="every year")
    measured_over: MeasuredOver | MISSING = may(
        "Measured over",
        "What one value covers; it says how the period of the baseline and of every target is written. Without it any form of period will do.",
        example="financial-year",
        source="officer-review F9",
    )
    averaged_over: Count | MISSING = may(
        "Averaged over", "The years that each value averages; it carries its last period.", example="3", unit="years"
    )
    lag: Name | MISSING = may("Lag", "How long after the period the value is known.", example="8 months")
    level: Level | MISSING = may(
        "Level",
        "The area the figure describes, where that is not the council area.",
        example="health-board",
        source="officer-review F14",
    )
    why_wider: Sentence | MISSING = may(
        "Why wider",
        "Why a figure for a wider area than this agreement's is used.",
        example="The survey is too small to give a figure for Glenmore alone",
        source="officer-review F14",
    )
    within: Number | MISSING = may(
        "Within", "For direction hold: how far the value may move either way.", example="1.0"
    )
    because: Sentence | MISSING = may(
        "Because",
        "For direction hold: why standing still is right.",
        example="More people are reporting crimes that were always there",
    )
    baseline: Reading | MISSING = may("Baseline", "Where it starts.", source="Audit Scotland 2013 §27, §45")
    history: tuple[Reading, ...] | MISSING = may("History", "Earlier values, oldest first.")
    breakdown: tuple[Breakdown, ...] | MISSING = may(
        "Breakdown", "The same measure by place, fifth or group.", source="Audit Scotland 2013 §28"
    )
    targets: tuple[TargetValue, ...] | MISSING = may(
        "Targets",
        "For a shared indicator that belongs to no outcome: the levels to be reached. An outcome's own stand under its when.",
        least=1,
        source="Audit Scotland 2013 §15, §44",
    )
    gap: Gap | MISSING = may(
        "Gap", "The difference that is to narrow; its size is computed.", source="Audit Scotland 2013 §14, §28"
    )
    counted: Counted | MISSING = may(
        "Counted",
        "For a count: what one value counts.",
        example="in-the-year",
        source="officer-review F10",
    )
    stands_for: Ref | MISSING = may(
        "Stands for",
        "The outcome indicator that this one stands in for, where the outcome itself cannot be measured often.",
        example="falls.admissions",
    )
    national_target: Name | MISSING = may(
        "National target",
        "The national performance target that this measure is, if it is one.",
        example="HEAT",
        source="Audit Scotland 2013 §42, note 20",
    )
    core: Ref | MISSING = may(
        "Core indicator",
        "The id of the national core indicator that this is.",
        example="healthy-birthweight",
        source="North Lanarkshire 2012 1.6",
    )
    comparisons: tuple[Comparison, ...] | MISSING = may(
        "Comparisons", "Other areas' values or ways of working.", source="North Lanarkshire 2012 2.1"
    )


class Target(Entry):
    """The levels that one indicator is to reach, side by side."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("indicator",)

    indicator: Ref = must(
        "Indicator", "The indicator's id: of this outcome, outcome.indicator, or a shared one.", example="admissions"
    )
    values: tuple[TargetValue, ...] = must(
        "Values", "The levels, earliest first.", least=1, source="Audit Scotland 2013 §19, §44"
    )
