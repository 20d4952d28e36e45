"""The summary for residents: four pages at most, in plain words, with nothing that only an officer reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest

from soa.document import drawn, figures, text
from soa.document.blocks import Block, Facts, Inlines, Ladder, List, Paragraph, Section, Strong, Text
from soa.document.desk import Desk, OutcomeAt, PriorityAt, ended, kept, last_day
from soa.document.front import contact, front, headline
from soa.document.parts import Made, cell, first_few, section, table, title_of, title_words
from soa.document.plain import long_forms, running_text_of, spelled_out
from soa.document.rewriting import rewritten
from soa.model.outcome import Action
from soa.model.part import each, sound
from soa.model.scalars import Moment

MOST_PARTNERS = 6
MOST_PRIORITIES = 6
MOST_PROMISES = 3
MOST_SIGHTS = 8
MOST_PLACES = 6
MOST_AT_A_PLACE = 2
MOST_HEARD = 5
MOST_CHANGES = 2
MOST_LEFT_OUT = 4
MOST_TERMS = 4
"""So much is said of each, and the rest is counted: four pages hold it for a plan of any length."""


def made(desk: Desk) -> Made:
    """The summary of an agreement."""
    change = spelled_out(desk)
    whole = front(desk)
    page_one = whole._replace(kind=desk.word("kind-summary"), sections=(), aside=None)
    found = (
        section(desk, "in-short", _in_short(desk)),
        _priorities(desk),
        section(desk, "you-will-see", _sights(desk)),
        section(desk, "by-place", _places(desk)),
        section(desk, "you-said", _heard(desk)),
        section(desk, "summary-money", _money(desk)),
        section(desk, "hold-to-account", _answers(desk)),
        contact(desk, desk.agreement.agreement),
    )
    sections = tuple(rewritten(one, change) for one in found if one is not None)
    words = section(desk, "some-words", _terms(desk, sections))
    return Made(
        desk.word("title-summary", title=title_of(desk)),
        text.words_of(desk.sentence(desk.agreement, "vision")),
        rewritten(page_one, change),
        (*sections, words) if words is not None else sections,
    )


def _in_short(desk: Desk) -> Iterator[Block]:
    """Whose plan it is, and what this paper is."""
    names = [desk.name(one, "name") for one in kept(desk.agreement.partners)]
    if names:
        more = len(names) - MOST_PARTNERS
        others = [desk.words("other-partners", count=str(more))] if more > 1 else names[MOST_PARTNERS:]
        yield Paragraph(desk.words("made-by-partners", partners=desk.together([*names[:MOST_PARTNERS], *others])))
    yield Paragraph(desk.words("short-version", title=title_words(desk)))


# ---- what will be done ---------------------------------------------------------------------------------------------


def _priorities(desk: Desk) -> Section | None:
    """Each priority in a few lines: where it stands and is to go, what will be done, who is in charge."""
    shown, others = desk.priorities[:MOST_PRIORITIES], desk.priorities[MOST_PRIORITIES:]
    inner = tuple(
        Section(
            at.anchor,
            (Text(f"{at.number}. "), *desk.sentence(at.priority, "title")),
            tuple(_priority(desk, at)),
            listed=False,
        )
        for at in shown
    )
    blocks: list[Block] = list(desk.gap(desk.agreement, "priorities"))
    if others:
        blocks.append(
            Paragraph(
                desk.words(
                    "also-priorities", others=desk.together(desk.sentence(at.priority, "title") for at in others)
                )
            )
        )
    if not inner and not blocks:
        return None
    return Section("we-will", desk.words("our-priorities"), tuple(blocks), inner, listed=False)


def _priority(desk: Desk, at: PriorityAt) -> Iterator[Block]:
    yield Paragraph(headline(desk, at))
    actions = [desk.sentence(one, "action") for one in _open_actions(at)]
    if actions:
        yield List(tuple((Paragraph(said),) for said in first_few(desk, actions, MOST_PROMISES)))
    yield Paragraph(desk.words("in-charge", partner=(Strong(desk.partner_of(at.priority, "lead")),)))


def _open_actions(at: PriorityAt) -> list[Action]:
    """The priority's actions that are still to be done, the first of each outcome before the second of any."""
    lists = [
        [one for one in kept(outcome.outcome.how) if one.state not in {"done", "stopped"}]
        for outcome in at.outcomes
        if outcome.outcome.state != "stopped"
    ]
    return [one for turn in zip_longest(*lists) for one in turn if one is not None]


def _sights(desk: Desk) -> Iterator[Block]:
    """What people will see by when: of each priority in turn, then by date."""
    lists = [_seen(desk, at) for at in desk.priorities]
    if not any(lists):
        lists = [list(_promised(desk, at)) for at in desk.priorities]
    turns = [one for turn in zip_longest(*lists) for one in turn if one is not None]
    chosen: dict[str, tuple[Moment, Inlines]] = {}
    for by, said in turns:
        chosen.setdefault(text.words_of(said), (by, said))
    few = sorted(list(chosen.values())[:MOST_SIGHTS], key=lambda one: last_day(one[0]))
    if few:
        yield Ladder("", tuple((desk.say.moment(by), said) for by, said in few))


def _seen(desk: Desk, at: PriorityAt) -> list[tuple[Moment, Inlines]]:
    """What the agreement itself says that people will see: the first and the last of an outcome before those between."""
    found = [
        [one for one in kept(at.outcome.what.success) if sound(one.by)] for at in at.outcomes if sound(at.outcome.what)
    ]
    order = [one for success in found for one in (*success[:1], *success[1:][-1:])]
    order += [one for success in found for one in success[1:-1]]
    return [(one.by, desk.sentence(one, "looks_like")) for one in order]


def _promised(desk: Desk, at: PriorityAt) -> Iterator[tuple[Moment, Inlines]]:
    """Else what is to be done by when."""
    for one in at.outcomes:
        for promise in figures.promises(one.outcome, date.min, date.max):
            yield promise.by, desk.sentence(promise.part, promise.field)


def _places(desk: Desk) -> Iterator[Block]:
    """What is done where, the places that fare worse first."""
    every = sorted(kept(desk.agreement.localities), key=lambda one: one.poorer_outcomes is not True)
    items = []
    for one in every[:MOST_PLACES]:
        actions = [
            desk.sentence(action, "action")
            for _, action, _ in desk.lookup.all_actions
            if sound(action.action)
            and action.state not in {"done", "stopped"}
            and str(one.id) in desk.lookup.localities_named(action.action).values()
        ]
        if actions:
            said = tuple((Paragraph(line),) for line in first_few(desk, actions, MOST_AT_A_PLACE))
            items.append((desk.name(one, "name"), (List(said),)))
    if items:
        yield Facts(tuple(items))
        more = len(every) - MOST_PLACES
        if more > 0:
            yield Paragraph(desk.words("more-places", count=str(more)))


# ---- what people said ----------------------------------------------------------------------------------------------


def _heard(desk: Desk) -> Iterator[Block]:
    """You said, we did, we could not because; and what was left out."""
    every = [one for one in kept(desk.agreement.engagement) if sound(one.heard)]
    # those who were told no belong on the page as much as those who were heard
    chosen = [one for one in every if sound(one.no_change_because)] + [
        one for one in every if not sound(one.no_change_because)
    ]
    few = {id(one) for one in chosen[:MOST_HEARD]}
    rows = []
    for one in every:
        if id(one) in few:
            changes = [said for ref in each(one.led_to) if sound(ref) and (said := _change(desk, ref))]
            rows.append(
                (
                    cell(desk, desk.sentence(one, "heard"), desk.sentence(one, "group")),
                    cell(desk, *first_few(desk, changes, MOST_CHANGES), equal=True),
                    cell(desk, desk.sentence(one, "no_change_because")),
                )
            )
    yield from table(desk, "you-said-caption", ("you-said-head", "we-did", "we-could-not"), rows)
    left = [
        (*desk.sentence(one, "title"), Text(": "), *desk.sentence(one, "reason"))
        for one in kept(desk.agreement.not_chosen)
    ]
    if left:
        yield Paragraph(desk.words("left-out-of-it"))
        yield List(tuple((Paragraph(said),) for said in first_few(desk, left, MOST_LEFT_OUT)))


def _change(desk: Desk, ref: str) -> Inlines:
    """What followed, in the words of the action, outcome or priority."""
    if ref in desk.lookup.actions:
        return desk.sentence(desk.lookup.actions[ref][1], "action")
    if ref in desk.lookup.outcomes:
        what = desk.lookup.outcomes[ref].what
        return desk.sentence(what, "statement") if sound(what) else ()
    return desk.sentence(desk.lookup.priorities[ref], "title") if ref in desk.lookup.priorities else ()


# ---- money, and who answers ----------------------------------------------------------------------------------------


def _money(desk: Desk) -> Iterator[Block]:
    """What it costs in a sentence; a chart would say no more."""
    chart = drawn.money(desk)
    if chart is not None:
        yield Paragraph((Text(chart.says),))


def _answers(desk: Desk) -> Iterator[Block]:
    """For each priority the partner that leads it, and the posts that answer for its outcomes."""
    rows = []
    for at in desk.priorities[:MOST_PRIORITIES]:
        posts = {
            str(one.outcome.by_whom.post): one
            for one in at.outcomes
            if sound(one.outcome.by_whom) and sound(one.outcome.by_whom.post)
        }
        said = [_post(desk, post, one, at) for post, one in posts.items()]
        rows.append(
            (
                cell(desk, (Text(f"{at.number}. "), *desk.sentence(at.priority, "title"))),
                cell(desk, desk.partner_of(at.priority, "lead"), *first_few(desk, said, MOST_PROMISES)),
            )
        )
    yield from table(desk, "hold-to-account-caption", ("the-priority", "who-answers"), rows)
    governance = desk.agreement.governance
    board = governance.board if sound(governance) else governance
    if sound(board) and sound(board.name):
        meets = desk.name(board, "meets")
        yield Paragraph(
            ended(desk.words("board-in-short", board=desk.name(board, "name"), meets=meets))
            if meets
            else desk.words("board", board=desk.name(board, "name"))
        )


def _post(desk: Desk, post: str, one: OutcomeAt, at: PriorityAt) -> Inlines:
    """A post, and whose it is where that is not the partner that leads the priority."""
    own, lead = desk.theirs(text.plain(post)), one.outcome.by_whom.lead
    if not sound(lead) or lead == at.priority.lead:
        return own
    whose = desk.partner(lead)
    return (*own, Text(" ("), *whose, Text(")")) if whose else own


def _terms(desk: Desk, sections: Iterable[Section]) -> Iterator[Block]:
    """The agreement's own hard words that stand in the summary."""
    written = running_text_of(sections)
    spelled = long_forms(desk)
    items = [
        (desk.name(one, "term"), (Paragraph(desk.sentence(one, "means")),))
        for one in kept(desk.agreement.glossary)
        if sound(one.term) and str(one.term) not in spelled and _stands_in(str(one.term), written)
    ]
    if items:
        yield Facts(tuple(items[:MOST_TERMS]))


def _stands_in(term: str, written: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", written, re.IGNORECASE) is not None
