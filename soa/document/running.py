"""How the partnership is run: who answers to whom, how decisions bind, and what happens when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soa.document import drawn, text
from soa.document.answers import answers_to, last_date
from soa.document.blocks import Block, Cell, Facts, Inlines, List, Paragraph, Section, Table, Text
from soa.document.desk import Desk, OutcomeAt, commas, kept
from soa.model.governance import Board, BoardMember, Governance, Group
from soa.model.part import Part, sound

ELECTED = ("councillor", "cllr", "provost", "bailie", "leader of the council", "convener of the council")
"""Words in a council's post or before a name that say the member is elected, so that the name may be printed."""


def governance_section(desk: Desk) -> Section | None:
    """Governance, its parts in sections of their own."""
    governance = desk.agreement.governance
    if not sound(governance):
        return None
    parts = (
        _binding(desk, governance),
        _considered(desk, governance),
        _escalation(desk, governance),
        _roles(desk, governance),
        _integration(desk, governance),
        _evaluation(desk, governance),
        _other_objectives(desk, governance),
    )
    board = governance.board
    blocks = (*desk.not_yet(governance), *(_board(desk, board) if sound(board) else desk.gap(governance, "board")))
    groups = _groups(desk, governance)
    return Section(
        "governance",
        desk.words("governance-title"),
        (*blocks, *groups),
        tuple(part for part in parts if part is not None),
        about=("governance",),
    )


def _section(desk: Desk, key: str, blocks: tuple[Block, ...], field: str) -> Section | None:
    about = ("governance", field)
    return Section(key, desk.words(f"{key}-title"), blocks, listed=False, about=about) if blocks else None


def _table(desk: Desk, caption: str, heads: tuple[str, ...], rows: Sequence[tuple[Inlines, ...]]) -> tuple[Table, ...]:
    """A table of plain cells, or nothing where it has no rows."""
    cells = tuple(tuple(Cell((said or desk.none,)) for said in row) for row in rows)
    return (Table(desk.word(caption), tuple(desk.words(head) for head in heads), cells),) if cells else ()


def _notes(desk: Desk, parts: Sequence[Part]) -> tuple[Block, ...]:
    return tuple(note for part in parts for note in desk.not_yet(part))


def _board(desk: Desk, board: Board) -> Iterator[Block]:
    yield from desk.not_yet(board)
    name, meets = desk.name(board, "name"), desk.name(board, "meets")
    yield Paragraph(desk.words("board-meets", board=name, meets=meets) if meets else desk.words("board", board=name))
    if sound(board.joint_accountability):
        yield Paragraph(desk.sentence(board, "joint_accountability"))
    members = [
        (commas(_elected(desk, one), desk.name(one, "post")), desk.partner_of(one, "partner"))
        for one in kept(board.members)
    ]
    yield from _table(desk, "members-caption", ("post", "partner"), members)
    yield from _notes(desk, kept(board.members))


def _elected(desk: Desk, member: BoardMember) -> Inlines:
    """The name of an elected member; nobody else's."""
    if not sound(member.person) or not sound(member.partner):
        return ()
    partner = desk.lookup.partners.get(member.partner)
    is_council = partner is not None and partner.kind == "council"
    post = member.post.lower() if sound(member.post) else ""
    said = f"{member.person.lower()} {post}"
    is_elected = is_council and any(word in said for word in ELECTED)
    return desk.name(member, "person") if is_elected else ()


def _groups(desk: Desk, governance: Governance) -> tuple[Block, ...]:
    """The groups beneath the board, as a list in a list."""
    groups = kept(governance.groups)
    if not groups:
        return ()
    ids = {str(one.id) for one in groups if sound(one.id)}
    tops = [one for one in groups if not sound(one.parent) or one.parent not in ids]
    shown: set[int] = set()
    tree = _under(desk, tops, groups, shown)
    # groups that are each other's parents belong nowhere else: print them once, flat
    rest = [one for one in groups if id(one) not in shown]
    items = tree + tuple((Paragraph(_group(desk, one)),) for one in rest)
    return (Paragraph(desk.words("groups")), List(items), *_notes(desk, groups))


def _under(desk: Desk, level: list[Group], every: list[Group], shown: set[int]) -> tuple[tuple[Block, ...], ...]:
    items: list[tuple[Block, ...]] = []
    for one in level:
        if id(one) in shown:
            continue
        shown.add(id(one))
        below = [child for child in every if sound(child.parent) and sound(one.id) and child.parent == one.id]
        inner = _under(desk, below, every, shown)
        items.append((Paragraph(_group(desk, one)), *((List(inner),) if inner else ())))
    return tuple(items)


def _group(desk: Desk, one: Group) -> Inlines:
    chair = desk.name(one, "chair")
    name = desk.name(one, "name")
    return desk.words("chaired-by", group=name, post=chair) if chair else name


def accountability_section(desk: Desk) -> Section | None:
    """Who is accountable to whom for what by when: every outcome in one table, and how the leads are shared."""
    outcomes = [at for at in desk.outcomes if sound(at.outcome.by_whom)]
    if not outcomes:
        return None
    to_whom = {answers_to(desk, at.outcome.by_whom) for at in outcomes}
    several = len(to_whom) > 1
    keys = ("outcome", "lead", *(("answers-to",) if several else ()), "by-when")
    rows = tuple(_leads(desk, at, several=several) for at in outcomes)
    blocks: list[Block] = [Table(desk.word("accountability-caption"), tuple(desk.words(key) for key in keys), rows)]
    if not several and (board := to_whom.pop()):
        blocks.append(Paragraph(desk.words("all-answer-to", board=board)))
    chart = drawn.leads_share(desk)
    blocks += [chart] if chart else []
    return Section("accountability", desk.words("accountability-title"), tuple(blocks))


def _leads(desk: Desk, at: OutcomeAt, *, several: bool) -> tuple[Cell, ...]:
    outcome, who = at.outcome, at.outcome.by_whom
    number = (*desk.number_of(at), Text(" "))
    statement = desk.sentence(outcome.what, "statement") if sound(outcome.what) else ()
    lead = (desk.partner_of(who, "lead"), desk.name(who, "post"))
    to_whom = (Cell((answers_to(desk, who) or desk.none,)),) if several else ()
    return (
        Cell(((*number, *statement),)),
        Cell(tuple(line for line in lead if line)),
        *to_whom,
        Cell((last_date(desk, at) or desk.none,)),
    )


def _binding(desk: Desk, governance: Governance) -> Section | None:
    every = kept(governance.how_decisions_bind)
    rows = [
        (
            desk.partner_of(one, "partner"),
            desk.name(one, "body"),
            desk.sentence(one, "delegation"),
            desk.sentence(one, "limit"),
        )
        for one in every
    ]
    blocks = _table(desk, "binding-caption", ("partner", "body", "delegation", "limit"), rows)
    return _section(desk, "binding", (*blocks, *_notes(desk, every)), "how_decisions_bind")


def _considered(desk: Desk, governance: Governance) -> Section | None:
    every = kept(governance.considered_by)
    rows = [(desk.partner_of(one, "partner"), desk.name(one, "body"), desk.date(one, "date")) for one in every]
    blocks = _table(desk, "considered-caption", ("partner", "body", "date-head"), rows)
    return _section(desk, "considered", (*blocks, *_notes(desk, every)), "considered_by")


def _escalation(desk: Desk, governance: Governance) -> Section | None:
    every = kept(governance.escalation)
    rows = []
    for one in every:
        days = one.within_days
        soon = desk.words("days", days=desk.say.number(days)) if sound(days) else desk.hole(one, "within_days")
        rows.append((desk.sentence(one, "trigger"), desk.name(one, "to"), soon))
    blocks = _table(desk, "escalation-caption", ("trigger", "goes-to-whom", "how-soon"), rows)
    return _section(desk, "escalation", (*blocks, *_notes(desk, every)), "escalation")


def _facts(desk: Desk, part: Part, fields: tuple[str, ...]) -> tuple[Block, ...]:
    items = tuple(
        (desk.words(f"{field.replace('_', '-')}-head"), (Paragraph(said),))
        for field in fields
        if (said := desk.sentence(part, field))
    )
    return (Facts(items),) if items else ()


def _roles(desk: Desk, governance: Governance) -> Section | None:
    roles, induction = governance.roles, governance.induction
    blocks: tuple[Block, ...] = ()
    if sound(roles):
        blocks = (*desk.not_yet(roles), *_facts(desk, roles, ("elected_members", "non_executives", "officers")))
    if sound(induction):
        said = desk.words("induction", date=desk.date(induction, "date"), who=desk.sentence(induction, "who"))
        blocks = (*blocks, *desk.not_yet(induction), Paragraph(said))
    return _section(desk, "roles", blocks, "roles")


def _integration(desk: Desk, governance: Governance) -> Section | None:
    part = governance.integration
    if not sound(part):
        return None
    facts = _facts(desk, part, ("local_priorities", "roles", "value", "disputes"))
    refs = [ref for ref in part.older_people if sound(ref)] if sound(part.older_people) else []
    named = desk.together(desk.measure(found) for ref in refs if (found := desk.lookup.measure(ref)))
    measures = (Paragraph(desk.words("shown-by", measures=named)),) if named else ()
    return _section(desk, "integration", (*desk.not_yet(part), *facts, *measures), "integration")


def _evaluation(desk: Desk, governance: Governance) -> Section | None:
    part = governance.self_evaluation
    if not sound(part):
        return None
    covers = desk.listed(part.covers)
    key = "self-evaluation-of" if covers else "self-evaluation-on"
    said = Paragraph(desk.words(key, date=desk.on(part, "date"), covers=covers))
    every = kept(part.improvements)
    rows = [
        (
            desk.sentence(one, "finding"),
            desk.sentence(one, "action"),
            desk.partner_of(one, "owner"),
            desk.date(one, "due"),
        )
        for one in every
    ]
    table = _table(desk, "improvements-caption", ("found", "what-we-will-do", "who", "by-when"), rows)
    return _section(
        desk, "self-evaluation", (*desk.not_yet(part), said, *table, *_notes(desk, every)), "self_evaluation"
    )


def _other_objectives(desk: Desk, governance: Governance) -> Section | None:
    every = kept(governance.other_objectives)
    rows = [
        (
            desk.sentence(one, "objective"),
            desk.partner_of(one, "partner"),
            desk.sentence(one, "reason"),
            text.plain(desk.choice("objective", one.decision)),
        )
        for one in every
    ]
    blocks = _table(desk, "other-objectives-caption", ("objective", "partner", "reason", "decision"), rows)
    return _section(desk, "other-objectives", (*blocks, *_notes(desk, every)), "other_objectives")
