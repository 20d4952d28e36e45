"""One area's page: where its newest agreement stands, what is asked of it first, what is good in it, and the rounds before."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document.blocks import Block, Blocks, Cell, Code, Facts, List, Paragraph, Quote, Section, Text
from soa.document.site import Page
from soa.portfolio.facts import Facts as AreaFacts
from soa.portfolio.facts import OutcomeFacts, Said
from soa.portfolio.leaves import cell, paragraph, strong, table, term
from soa.portfolio.portfolio import QUESTIONS, AreaPlans, Plan
from soa.portfolio.standing import money_table, said_of
from soa.portfolio.words import counted, moment, plain
from soa.review.wording import KEY
from soa.review.wording import QUESTIONS as ASKED

_KINDS = {
    "single-outcome-agreement": "Single Outcome Agreement",
    "local-outcomes-improvement-plan": "Local Outcomes Improvement Plan",
}


def area_page(area: AreaPlans) -> Page:
    """The page of one area."""
    facts = area.current.facts
    sections = [
        Section(f"{area.file}-grid", plain("The four questions"), tuple(_grid(facts))),
        *_prevention(area, facts),
        *_asked(area, facts),
        *_good(area, facts),
        *_money(area, facts),
        *_earlier(area),
    ]
    name = plain(area.name)
    section = Section(area.file, name, (_about(area),), tuple(sections))
    return Page(f"{area.file}.html", name, section, family="areas", described=facts.title)


def _about(area: AreaPlans) -> Facts:
    plan = area.current
    items = [
        term("Agreement", plain(plan.title)),
        term("Kind", plain(kind_of(plan))),
        term("Period", plain(period_of(plan))),
        term("Status", plain(status_of(plan))),
        term("Folder", (Code(plan.root or "."),)),
    ]
    if plan.unread:
        words = "Some of it could not be read, so that an answer may seem to be missing that is there."
        reasons = List(tuple((paragraph(reason),) for reason in plan.unread))
        items.append((plain("Read in part"), (paragraph(words), reasons)))
    if area.earlier:
        items.append(
            term("Earlier rounds", plain(f"{counted(len(area.earlier), 'other agreement')}, listed at the end"))
        )
    if plan.fictional:
        items.append(term("Made up", plain("This place, its people and its figures are made up, for training.")))
    return Facts(tuple(items))


def kind_of(plan: Plan) -> str:
    """The kind of plan, in words."""
    return _KINDS.get(plan.kind, "Single Outcome Agreement")


def period_of(plan: Plan) -> str:
    """From when to when."""
    days = [moment(day) or "?" for day in (plan.starts, plan.ends)]
    return f"{days[0]} to {days[1]}"


def status_of(plan: Plan) -> str:
    """How far it has come, and its version."""
    said = plan.status.replace("-", " ").capitalize() or "Not stated"
    return f"{said}, version {plan.version}" if plan.version else said


def _grid(facts: AreaFacts) -> Iterator[Block]:
    if not facts.outcomes:
        yield paragraph("No outcome could be read.")
        return
    yield paragraph(KEY, "small")
    yield table(
        "Each outcome by the four questions",
        ("Outcome", *ASKED.values()),
        (_outcome_row(one) for one in facts.outcomes),
    )


def _outcome_row(one: OutcomeFacts) -> tuple[Cell, ...]:
    return (
        cell(one.statement or one.id or "Without words", one.priority),
        *(mark_cell(getattr(one, name)) for name in QUESTIONS),
    )


def mark_cell(said: Said) -> Cell:
    """An answer's mark, and why."""
    return cell(said_of(said.mark), *([said.why] if said.why else []))


def _prevention(area: AreaPlans, facts: AreaFacts) -> Iterator[Section]:
    if facts.proofs:
        rows = ((cell(proof.name), mark_cell(proof.said)) for proof in facts.proofs)
        made = table("The four proofs of the plan for prevention", ("Proof", "Where it stands"), rows)
        yield Section(f"{area.file}-prevention", plain("Prevention"), (made,))


def _asked(area: AreaPlans, facts: AreaFacts) -> Iterator[Section]:
    first = [one for one in facts.questions if one.first]
    if not first:
        return
    items: list[Blocks] = [
        (
            Paragraph(strong(one.question)),
            *((paragraph(one.found),) if one.found else ()),
            Paragraph((Text("Place: "), Code(one.about or "the whole agreement")), "small"),
        )
        for one in first
    ]
    rest = len(facts.questions) - len(first)
    more = (
        (paragraph("soa review on its folder lists the further questions, with what each rests on.", "small"),)
        if rest
        else ()
    )
    yield Section(f"{area.file}-questions", plain("What to ask first"), (List(tuple(items), start=1), *more))


def _good(area: AreaPlans, facts: AreaFacts) -> Iterator[Section]:
    if facts.strengths:
        items = tuple(
            (paragraph(one.says), Quote((paragraph(one.words),), (Code(one.about),))) for one in facts.strengths[:3]
        )
        yield Section(f"{area.file}-good", plain("What is good in it"), (List(items),))


def _money(area: AreaPlans, facts: AreaFacts) -> Iterator[Section]:
    if facts.money:
        yield Section(f"{area.file}-money", plain("Money"), (money_table(facts.money),))


def _earlier(area: AreaPlans) -> Iterator[Section]:
    if area.earlier:
        rows = (_earlier_row(plan) for plan in (area.current, *area.earlier))
        head = ("Agreement", "Period", "Status", *ASKED.values())
        words = "Newest first. Only the newest is looked at in the tables of all areas."
        made = table("Rounds of this area, and how many outcomes had each question answered", head, rows)
        yield Section(f"{area.file}-rounds", plain("Rounds"), (paragraph(words, "small"), made))


def _earlier_row(plan: Plan) -> tuple[Cell, ...]:
    first = Cell((plain(plan.title), (Code(plan.root or "."),)))
    marks = (cell(f"{marks.answered} of {marks.total}") for marks in plan.marks)
    status = cell(status_of(plan), *(["read in part"] if plan.unread else []))
    return (first, cell(period_of(plan)), status, *marks)
