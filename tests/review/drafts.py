"""Small drafts for the review's tests: the sound agreement of the rules' tests, with one thing or another changed."""

from datetime import date

from soa.engine.check import Checked
from soa.review.questions import Question, questions_of, review_settings
from tests.rules.sound import FRAME, NOTHING_SET, checked, put

BEFORE = date(2013, 4, 15)


def draft(*changes: tuple[str, str], text: str = FRAME, today: date = BEFORE, **others: str) -> Checked:
    """The sound agreement with passages replaced, as a reader checks it."""
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return checked(text, today=today, settings=review_settings(NOTHING_SET), **others)


def with_part(part: str, example: str, *changes: tuple[str, str]) -> Checked:
    """The sound agreement with one of its parts replaced."""
    return draft(*changes, text=put(part, example))


def asked(result: Checked) -> list[str]:
    """Rules and cases of the questions, heaviest first."""
    return [f"{one.rule}/{one.case}" for one in questions_of(result)]


def only(result: Checked) -> Question:
    """The one question there is."""
    (question,) = questions_of(result)
    return question
