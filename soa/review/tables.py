"""What stands after the questions: exceptions and gaps that the partnership owns up to, what the plan covers, and two ways to read it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from soa.document import text
from soa.document.blocks import Block, Cell, Code, CrossReference, Inlines, Paragraph, Section, Table, Text
from soa.document.desk import Desk
from soa.language.sentence import capital
from soa.model.part import NotYet
from soa.review.asking import PAGE_ONE
from soa.review.coverage import Contribution, Funded, Heard, Lead, Touched
from soa.review.cycle import AUDIT_QUESTIONS, CYCLE, parts_of_rules, questions_of_rules
from soa.review.gathered import Review
from soa.review.held import Held, held
from soa.review.questions import Question

NONE: Inlines = (Text("–"),)


# ---- what the partnership says itself ------------------------------------------------------------------------------


def claimed_section(review: Review, desk: Desk) -> Section:
    """The exceptions that the partnership claimed, with its reasons, and what it says it does not say yet."""
    blocks: list[Block] = []
    if review.exceptions:
        head = _heads("What is not held against the draft", "The partnership’s reason", "Until", "Where")
        rows = tuple(
            (
                _cell(text.plain(", ".join(one.rules))),
                _cell(text.plain(one.reason) or (Text("No reason is given"),)),
                _cell(text.plain(one.until) or NONE),
                Cell(
                    (_place(one.place.file, one.place.span.start.line), *((text.plain(one.part),) if one.part else ()))
                ),
            )
            for one in review.exceptions
        )
        blocks.append(Table("Exceptions claimed", head, rows, titled=True))
    else:
        blocks.append(Paragraph((Text("The partnership claims no exception."),)))
    gaps = [(path, one) for path, one in desk.lookup.all(NotYet)]
    if gaps:
        head = _heads("What is not said yet", "Who settles it", "By when", "Where")
        rows = tuple(
            (
                _cell(desk.sentence(one, "missing")),
                _cell(desk.partner_of(one, "owner")),
                _cell(desk.date(one, "due")),
                _cell(_address(desk.lookup.addresses.of(path[:-1]))),
            )
            for path, one in gaps
        )
        blocks.append(Table("What the plan says it does not say yet", head, rows, titled=True))
    else:
        blocks.append(Paragraph((Text("It marks nothing as still to be settled (not_yet)."),)))
    return Section("claimed", (Text("What the partnership says itself"),), tuple(blocks))


# ---- what the plan covers ------------------------------------------------------------------------------------------


def coverage_section(review: Review, desk: Desk) -> Section:
    """The coverage tables."""
    found = review.coverage
    return Section(
        "coverage",
        (Text("What the plan covers"),),
        (
            Paragraph(
                (Text("Each table is read off the draft and judges nothing: an empty place need not be a fault."),),
            ),
        ),
        (
            _table(
                "by-lead",
                "Outcomes by lead",
                "Who leads which outcomes, and the posts that answer",
                ("Who leads", "Outcomes", "Posts"),
                map(_lead, found.leads),
            ),
            _table(
                "by-partner",
                "Partners by contribution",
                "What each partner leads, does and gives",
                ("Partner", "Leads", "Takes part in", "Actions of its own", "Gives"),
                (_partner(one, desk) for one in found.contributions),
            ),
            _resources(found.funded, found.prevention_alone, desk),
            _touched("national", "National outcomes", found.framework, found.national_outcomes),
            *(
                (_touched("policy", "Policy priorities of 2012", "", found.policy_priorities),)
                if found.policy_priorities
                else ()
            ),
            _heard(found.heard, found.unheard),
        ),
    )


def _table(anchor: str, title: str, caption: str, heads: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> Section:
    body = tuple(rows)
    table: Block = (
        Table(caption, _heads(*heads), body) if body else Paragraph((Text("Nothing in the draft says this."),))
    )
    return Section(anchor, (Text(title),), (table,))


def _lead(one: Lead) -> tuple[Cell, ...]:
    name = text.plain(one.partner) or (Text("Nobody that can be read"),)
    return _cell(name), _cell(_addresses(one.outcomes)), _cell(text.plain("; ".join(one.posts)) or NONE)


def _partner(one: Contribution, desk: Desk) -> tuple[Cell, ...]:
    gives = [desk.say.pounds(one.pounds)] if one.pounds else []
    gives += [_in_words(desk, kind) for kind in one.gives]
    return (
        _cell(text.plain(one.partner)),
        _cell(_addresses(one.leads) or NONE),
        _cell(_addresses(one.contributes) or NONE),
        Cell(((Text(f"{len(one.actions):,}" if one.actions else "–"),),), numeric=True),
        _cell((Text(capital(", ".join(gives))),) if gives else NONE),
    )


def _in_words(desk: Desk, kind: str) -> str:
    return desk.choice("resource", kind).lower()


def _resources(funded: Sequence[Funded], alone: int, desk: Desk) -> Section:
    heads = ("Priority", "For it alone", "Shared with others", "Of both, preventive", "Who gives")
    rows = tuple(
        (
            Cell((text.plain(one.title) or _address(one.priority), *((_address(one.priority),) if one.title else ()))),
            *(_pounds(amount, desk) for amount in (one.pounds, one.shared, one.preventive)),
            Cell(
                (
                    text.plain(", ".join(one.partners)) or NONE,
                    *(
                        (Text(f"Besides money: {', '.join(_in_words(desk, kind) for kind in one.gives)}"),)
                        for _ in one.gives[:1]
                    ),
                )
            ),
        )
        for one in funded
    )
    blocks: list[Block] = [Table("What each priority can count on, over all years", _heads(*heads), rows)]
    if alone:
        said = (
            f"{desk.say.pounds(alone)} more is for the prevention plan as a whole, or for no priority that can be read."
        )
        blocks.append(Paragraph((Text(said),), "small"))
    return Section("by-priority", (Text("Resources by priority"),), tuple(blocks))


def _pounds(amount: int, desk: Desk) -> Cell:
    return Cell(((Text(desk.say.pounds(amount) if amount else "–"),),), numeric=True)


def _touched(anchor: str, title: str, framework: str, found: Sequence[Touched]) -> Section:
    """Those that a priority serves as a table, the others in a sentence: to serve all of them was never asked."""
    served = [one for one in found if one.priorities]
    others = [one for one in found if not one.priorities]
    blocks: list[Block] = []
    if served:
        rows = tuple((_cell(text.plain(_named(one))), _cell(_addresses(one.priorities))) for one in served)
        blocks.append(
            Table(
                title,
                _heads(title[:-1] if anchor == "national" else "Policy priority", "Priorities that serve it"),
                rows,
            )
        )
    if others and served:
        said = "; ".join(_named(one) for one in others)
        blocks.append(Paragraph(text.plain(f"No priority names: {said}."), "small"))
    elif not served:
        blocks.append(Paragraph((Text("No priority names one."),)))
    if framework and served:
        blocks.append(Paragraph((Text("Numbers are those of "), Code(framework), Text(".")), "small"))
    return Section(anchor, (Text(title),), tuple(blocks))


def _named(one: Touched) -> str:
    return f"{one.key}. {one.title}" if one.key.isdigit() else one.title


def _heard(heard: Sequence[Heard], unheard: Sequence[str]) -> Section:
    head = _heads("Who was asked", "What they said", "What changed", "Priorities that rest on it")
    rows = tuple(
        (
            Cell((text.plain(one.group) or _address(one.about), text.plain(one.place))),
            _cell(text.plain(one.said) or NONE),
            Cell(
                (
                    _addresses(one.led_to) or (NONE if not one.no_change_because else ()),
                    text.plain(one.no_change_because),
                )
            ),
            _cell(_addresses(one.priorities) or NONE),
        )
        for one in heard
    )
    blocks: list[Block] = [Table("Who was asked, what they said, and what changed", head, rows)] if rows else []
    if not rows:
        blocks.append(Paragraph((Text("The draft records nobody who was asked."),)))
    elif unheard:
        blocks.append(
            Paragraph((Text("Nothing that communities said is named for "), *_addresses(unheard), Text(".")), "small")
        )
    return Section("heard", (Text("Communities heard"),), tuple(blocks))


# ---- two ways to read the whole ------------------------------------------------------------------------------------


def audit_section(review: Review, desk: Desk) -> Section:
    """The four questions that audits of partnerships ask, with what in the plan answers each."""
    belongs = questions_of_rules()
    head = _heads("The audit asks", "What in the plan answers", "Asked in this report")
    rows = tuple(
        (
            _cell((Text(one.question),)),
            _held_cell(held(one.about, desk.lookup)),
            _cell(_asked(review, partial(_belongs, belongs, one.key))),
        )
        for one in AUDIT_QUESTIONS
    )
    intro = "What audits of partnerships ask (Audit Scotland 2013, §71), and where in this plan to look for the answer."
    table = Table("What is asked, and where the plan answers", head, rows)
    return Section("audit", (Text("The audit’s four questions"),), (Paragraph((Text(intro),)), table))


def cycle_section(review: Review, desk: Desk) -> Section:
    """The parts of the virtuous cycle, with what the plan holds of each."""
    belongs = parts_of_rules()
    head = _heads("Part of the cycle", "What the plan holds", "Asked in this report")
    rows = tuple(
        (
            Cell(((Text(part.title),), *((Text(capital("; ".join(part.labels))),) for _ in part.labels[:1]))),
            _held_cell(held(part.about, desk.lookup)),
            _cell(_asked(review, partial(_belongs, belongs, part.key))),
        )
        for part in CYCLE
    )
    intro = (
        "The virtuous cycle of continuous improvement (Audit Scotland 2013, Exhibit 3): what stands at its centre, and its "
        "five parts, each of which leads to the next. None of them is scored."
    )
    table = Table("The parts of the cycle, and what the plan holds of each", head, rows)
    return Section("cycle", (Text("The virtuous cycle"),), (Paragraph((Text(intro),)), table))


def _belongs(by_rule: Mapping[str, str], key: str, question: Question) -> bool:
    return by_rule.get(question.rule) == key


def _held_cell(found: Sequence[Held]) -> Cell:
    if not found:
        return Cell(((Text("Nothing yet"),),))
    return Cell(tuple(text.plain(f"{one.says} ({one.about})") for one in found), equal=True)


def _asked(review: Review, belongs: Callable[[Question], bool]) -> Inlines:
    """The numbers of the printed questions that belong to something, each with a way to it."""
    later = [(one, f"theme-{theme}") for theme, asked in review.groups for one in asked]
    printed = [*((one, PAGE_ONE) for one in review.first), *later]
    ways: list[Inlines] = [
        (CrossReference((Text(str(review.numbers[one])),), anchor),) for one, anchor in printed if belongs(one)
    ]
    return _joined(ways) or NONE


# ---- small pieces --------------------------------------------------------------------------------------------------


def _heads(*words: str) -> tuple[Inlines, ...]:
    return tuple((Text(one),) for one in words)


def _cell(said: Inlines) -> Cell:
    return Cell((said,))


def _address(address: str) -> Inlines:
    return text.plain(address or "the whole")


def _addresses(addresses: Sequence[str]) -> Inlines:
    return _joined([_address(one) for one in addresses])


def _joined(many: Sequence[Inlines]) -> Inlines:
    return tuple(inline for at, one in enumerate(many) for inline in (*((Text(", "),) if at else ()), *one))


def _place(file: str, line: int) -> Inlines:
    return text.plain(f"{file}, line {line}")
