"""The public facts of one agreement, taken from what the review found and from what the public may read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from soa.document import figures
from soa.document.public import seen_by
from soa.model.address import Addresses
from soa.model.lookup import Lookup, MeasureOf
from soa.model.measure import Indicator, Reading
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.portfolio.facts import (
    AimFacts,
    Facts,
    GapFacts,
    IndicatorFacts,
    OutcomeFacts,
    ProofFacts,
    QuestionFacts,
    Said,
    StrengthFacts,
    ValueFacts,
    YearFacts,
    unread_of,
)
from soa.portfolio.rates import is_rate
from soa.portfolio.secrets import Secrets
from soa.portfolio.undertakings import undertakings_of
from soa.portfolio.words import cut, said
from soa.reference import area as area_named
from soa.reference.areas import Area

if TYPE_CHECKING:
    from soa.engine.check import Checked
    from soa.findings import Finding
    from soa.model.agreement import Agreement, Header
    from soa.review.standing import Answer, OutcomeRow
    from soa.review.strengths import Strength
    from soa.source import Source
    from soa.source.places import Path

MOST_QUESTIONS = 60
MOST_STRENGTHS = 9
MOST_VALUES = 12
"""Of one measure, the newest."""
_SMALL_NUMBERS = "small-number-shown"


def extracted(checked: Checked, agreement: Agreement, root: str) -> Facts:
    """The public facts of an agreement that could be read."""
    return _Extract(checked, agreement).facts(root)


class _Extract:
    """One agreement, as it was written and as the public sees it."""

    def __init__(self, checked: Checked, agreement: Agreement) -> None:
        self.checked = checked
        self.public = seen_by("public", agreement)
        self.lookup = Lookup(self.public.agreement)
        self.secrets = Secrets(agreement, self.public)
        self.addresses = Addresses(agreement)
        self.too_small = tuple(_too_small(checked.findings))
        self.all_listed = sum(checked.counts.values()) <= len(checked.findings)

    def facts(self, root: str) -> Facts:
        """All of them."""
        header = self.lookup.agreement.agreement
        known = _area_of(header)
        return Facts(
            root=root,
            title=said(header.title),
            area=known.name if known else said(header.area),
            code=known.code if known else "",
            fictional=header.fictional is True,
            kind=said(header.kind),
            starts=header.starts.first_day.isoformat() if sound(header.starts) else "",
            ends=header.ends.last_day.isoformat() if sound(header.ends) else "",
            status=said(header.status),
            version=header.version if sound(header.version) else 0,
            digest=_digest(self.checked.source),
            unread=unread_of(self.checked, self._may_say),
            **self._judged(),
            money=tuple(self._money()),
            indicators=tuple(self._indicators()),
            undertakings=tuple(undertakings_of(self.lookup, self._address, known)),
        )

    def _address(self, part: Any) -> str:
        """The address of a part that the public sees."""
        return self.addresses.of(self.public.paths.get(id(part), ()))

    # ---- what the review found -------------------------------------------------------------------------------------

    def _judged(self) -> dict[str, Any]:
        from soa.review.questions import first_five, questions_of
        from soa.review.standing import grid_of
        from soa.review.strengths import strengths_of

        grid = grid_of(self.checked)
        asked = [one for one in questions_of(self.checked) if self._may_say(one.spot.path, one.question, one.found)]
        first = first_five(asked)
        strengths = [one for one in strengths_of(self.checked) if self._may_say(one.spot.path, one.says, one.words)]
        return {
            "outcomes": tuple(self._outcomes(grid.outcomes)),
            "proofs": tuple(ProofFacts(name, self._mark(answer)) for name, answer in grid.proofs),
            "questions": tuple(
                QuestionFacts(
                    one.theme,
                    one.rule,
                    one.case,
                    one.outcome,
                    one.spot.about,
                    cut(one.question),
                    cut(one.found),
                    one in first,
                )
                for one in [*first, *(one for one in asked if one not in first)][:MOST_QUESTIONS]
            ),
            "strengths": tuple(
                StrengthFacts(one.kind, cut(one.says), cut(one.words), one.spot.about, self._answer(one))
                for one in strengths[:MOST_STRENGTHS]
            ),
        }

    def _answer(self, strength: Strength) -> str:
        """The post that answers for what a partner leads: that is what others are asked for, whatever else shows the strength."""
        if strength.kind != "lead":
            return ""
        paths = self.public.paths
        led = (one for _, one in self.lookup.all(Outcome) if (*paths.get(id(one), ()), "by_whom") == strength.spot.path)
        whom = next((one.by_whom for one in led), None)
        if whom is None or not sound(whom) or not said(whom.post):
            return ""
        answer = said(whom.post)
        if sound(whom.employer) and whom.employer != whom.lead and str(whom.employer) not in self.public.names:
            body = self.lookup.called([str(whom.employer)])
            answer += f", {body}" if body not in answer else ""
        return "" if self.secrets.told(answer) else cut(answer)

    def _may_say(self, path: Path, *words: str) -> bool:
        """Whether all may read what is said of a part: neither it nor the words are kept from the public, or too few people."""
        if any(path[: len(one)] == one for one in self.too_small) or self.secrets.holds(path):
            return False
        return not any(self.secrets.told(one) for one in words)

    def _mark(self, answer: Answer) -> Said:
        why = answer.why if self._may_say(answer.path, answer.why) else ""
        return Said(answer.mark, cut(why))

    def _outcomes(self, rows: Iterable[OutcomeRow]) -> Iterator[OutcomeFacts]:
        marks = {row.path: row for row in rows}
        for priority in self.lookup.agreement.priorities:
            for outcome in priority.outcomes if sound(priority) else ():
                row = marks.get(self.public.paths.get(id(outcome), ()))
                if row is None:
                    continue
                who, kind = self._lead(outcome)
                yield OutcomeFacts(
                    id=row.id,
                    priority=said(priority.title),
                    statement=said(outcome.what.statement),
                    what=self._mark(row.what),
                    how=self._mark(row.how),
                    by_whom=self._mark(row.by_whom),
                    when=self._mark(row.when),
                    led_by=who,
                    led_by_kind=kind,
                    gaps=tuple(self._gaps(outcome)),
                )

    def _lead(self, outcome: Outcome) -> tuple[str, str]:
        """The name and kind of the partner that leads; nothing where nobody does."""
        lead = outcome.by_whom.lead if sound(outcome.by_whom) else None
        if lead is None or not sound(lead):
            return "", ""
        if str(lead) in self.public.names:
            return "", "not-public"
        partner = self.lookup.partners.get(str(lead))
        return (said(partner.name), said(partner.kind)) if partner is not None else ("", "")

    def _gaps(self, outcome: Outcome) -> Iterator[GapFacts]:
        """An outcome's measures of a gap, with figures for both ends."""
        for measure in self.lookup.measures_of(outcome):
            gap = figures.gap_of(measure, _target_of(self.lookup, outcome, measure))
            if gap is not None:
                yield GapFacts(said(measure.indicator.name), _course(gap))

    # ---- money ---------------------------------------------------------------------------------------------------

    def _money(self) -> Iterator[YearFacts]:
        """The money of all partners, year by year, each amount once."""
        years: dict[str, dict[str, int]] = {}
        for resource in each(self.lookup.agreement.resources):
            if not sound(resource) or resource.kind != "money":
                continue
            for year in each(resource.years):
                if not sound(year) or not sound(year.year) or not sound(year.amount):
                    continue
                found = years.setdefault(
                    str(year.year), dict.fromkeys(("firm", "indicative", "estimate", "unsaid", "preventive"), 0)
                )
                found[year.certainty if sound(year.certainty) else "unsaid"] += year.amount
                found["preventive"] += year.amount if resource.preventive is True else 0
        for name in sorted(years):
            yield YearFacts(year=name, **years[name])

    # ---- measures ------------------------------------------------------------------------------------------------

    def _indicators(self) -> Iterator[IndicatorFacts]:
        """Every measure once, with the targets of the first outcome that has them."""
        seen: set[int] = set()
        for _, outcome in self.lookup.all(Outcome):
            for measure in self.lookup.measures_of(outcome):
                if id(measure.indicator) not in seen:
                    seen.add(id(measure.indicator))
                    yield self._indicator(measure, outcome)
        for measure in self.lookup.measures.values():
            if id(measure.indicator) not in seen and measure.outcome is None:
                yield self._indicator(measure, None)

    def _indicator(self, measure: MeasureOf, outcome: Outcome | None) -> IndicatorFacts:
        indicator = measure.indicator
        unit = said(indicator.unit)
        target = _target_of(self.lookup, outcome, measure) if outcome is not None else None
        series = figures.series_of(indicator, figures.EVERYONE, target)
        path = self.public.paths.get(id(indicator), ())
        # Where not every finding is listed, nobody knows which counts are too small.
        hidden = not self.all_listed or any(one[: len(path)] == path for one in self.too_small)
        return IndicatorFacts(
            outcome=str(outcome.id) if outcome is not None and sound(outcome.id) else "",
            about=self.addresses.of(path),
            core=said(indicator.core),
            name=said(indicator.name),
            definition=said(indicator.definition),
            unit=unit,
            direction=said(indicator.direction),
            kind=said(indicator.kind),
            measured_over=said(indicator.measured_over),
            averaged_over=_years(indicator),
            level=said(indicator.level),
            source=said(indicator.source),
            rate=is_rate(unit, said(indicator.name), said(indicator.definition)),
            values=tuple(self._values(indicator, hidden=hidden)),
            aims=tuple(
                AimFacts(str(aim.target.period), aim.target.period.last_day.isoformat(), aim.low, aim.high)
                for aim in (series.aims if series is not None else ())
            )[-MOST_VALUES:],
        )

    def _values(self, indicator: Indicator, *, hidden: bool) -> list[ValueFacts]:
        """What was measured of the whole area, in order of time: a value that is too small to be shown is none."""
        by_period: dict[str, Reading] = {}
        for reading in (*each(indicator.history), indicator.baseline):
            if sound(reading) and sound(reading.period) and (reading.suppressed is True or sound(reading.value)):
                by_period[reading.period] = reading
        in_order = sorted(by_period.values(), key=lambda one: (one.period.last_day, one.period))
        return [_value(one, indicator, hidden=hidden or one.suppressed is True) for one in in_order[-MOST_VALUES:]]


def _value(reading: Reading, indicator: Indicator, *, hidden: bool) -> ValueFacts:
    first = reading.period.first_day
    earlier = min(_years(indicator) - 1, first.year - 1)
    return ValueFacts(
        period=str(reading.period),
        starts=first.replace(year=first.year - earlier, day=min(first.day, 28)).isoformat(),
        ends=reading.period.last_day.isoformat(),
        value=None if hidden else _number(reading.value),
        margin=None if hidden else _number(reading.margin),
        base=reading.base if sound(reading.base) and not hidden else None,
        provisional=reading.provisional is True,
    )


def _number(value: Any) -> Decimal | None:
    return value if sound(value) else None


def _years(indicator: Indicator) -> int:
    """Over so many years each value is an average."""
    return max(1, indicator.averaged_over) if sound(indicator.averaged_over) else 1


def _course(gap: figures.GapOf) -> str:
    """What the targets for both ends make of a gap."""
    if gap.then is None:
        return ""
    now, then = gap.now.size, gap.then.size
    return "narrows" if then < now else "widens" if then > now else "stays"


def _target_of(lookup: Lookup, outcome: Outcome, measure: MeasureOf) -> Any:
    """The targets that an outcome sets for one of its measures, by whichever of its names."""
    name = said(measure.indicator.id)
    owner = measure.outcome
    names = [name] if owner is None or owner is outcome else []
    if owner is not None:
        names.append(f"{owner.id}.{name}")
    return next((found for ref in names if (found := lookup.target(ref, outcome))), None)


def _too_small(findings: Iterable[Finding]) -> Iterator[Path]:
    """Where a count of very few people stands, or can be worked out: nobody may read it, nor anything said of it."""
    for finding in findings:
        if finding.rule == _SMALL_NUMBERS:
            yield finding.path


def _area_of(header: Header) -> Area | None:
    """The council area that an agreement is for."""
    return area_named(str(header.area)) if sound(header.area) else None


def _digest(source: Source) -> str:
    """One sha256 over the names and hashes of the files, as `soa lint` and the documents print it."""
    names = sorted(name for name in source.texts if name not in source.beside)
    lines = (f"{source.texts[name].sha256}  {name}" for name in names)
    return sha256("\n".join(lines).encode()).hexdigest()
