"""What is asked most, and who has answered it: in their own words, and only where nobody asks them the same."""

import re

from soa.portfolio.facts import Facts, QuestionFacts, StrengthFacts
from soa.portfolio.portfolio import gather
from soa.portfolio.practice import MOST_QUOTED, THEME_OF, Asked, Weakness
from soa.review.strengths import KINDS
from soa.review.weights import THEMES
from soa.rules import all_rules
from tests.portfolio.sample import facts

STRENGTH = StrengthFacts(
    "lead", "A partner leads with its own money", "The trust leads and pays two posts", "falls/by_whom"
)


def area(name: str, *questions: tuple[str, str, str], strengths: tuple[StrengthFacts, ...] = ()) -> Facts:
    """An area that is asked some things, each a theme, a rule and a place."""
    asked = tuple(
        QuestionFacts(theme, rule, "", about, about, "Who?", "Nobody", first=True) for theme, rule, about in questions
    )
    return facts("Moray")._replace(
        area=name, code="", root=name, questions=asked, strengths=strengths, indicators=(), undertakings=()
    )


def found(*entries: Facts) -> dict[str, Weakness]:
    """By theme."""
    return {one.theme: one for one in gather(entries).weaknesses}


def test_each_kind_of_strength_answers_a_theme():
    assert THEME_OF.keys() == KINDS.keys()
    assert set(THEME_OF.values()) <= set(THEMES)


def test_a_weakness_counts_areas_and_not_questions():
    owner = ("owner", "unowned-outcome", "falls")
    one = found(area("Moray", owner, ("owner", "unowned-outcome", "home")), area("Fife", owner), area("Angus"))["owner"]
    assert one.areas == 2
    assert [(asked.rule, asked.areas) for asked in one.asked] == [
        ("unowned-outcome", (("Fife", "area-fife"), ("Moray", "area-moray")))
    ]
    assert one.asked[0].question.endswith("?")


def test_the_commonest_comes_first_and_of_equals_the_heaviest():
    gap, owner, risk = (
        ("gap", "no-gap-measure", "a"),
        ("owner", "unowned-outcome", "a"),
        ("risk", "risk-not-assessed", "a"),
    )
    assert list(found(area("Moray", gap, risk, owner), area("Fife", risk))) == ["risk", "owner", "gap"]


def test_slips_of_form_and_wording_are_nobodys_lesson():
    assert found(area("Moray", ("form", "unknown-key", "a"), ("wording", "hard-to-read", "a"))) == {}


def test_who_does_it_well_is_quoted():
    one = found(area("Moray", ("owner", "unowned-outcome", "home")), area("Fife", strengths=(STRENGTH,)))["owner"]
    assert [(quoted.area, quoted.words, quoted.about) for quoted in one.practice] == [
        ("Fife", "The trust leads and pays two posts", "falls/by_whom")
    ]


def test_who_is_asked_the_same_at_that_place_is_not_quoted():
    asked = area(
        "Fife", ("owner", "unowned-outcome", "falls/by_whom/post"), strengths=(STRENGTH._replace(words="Ours"),)
    )
    elsewhere = area("Angus", ("owner", "unowned-outcome", "home/by_whom"), strengths=(STRENGTH,))
    one = found(asked, elsewhere)["owner"]
    assert [quoted.area for quoted in one.practice] == ["Angus"]


def test_the_same_words_are_quoted_once_and_few_areas_in_all():
    def quoted(different: int) -> tuple[list[str], int]:
        many = [area(f"Place {at}", strengths=(STRENGTH._replace(words=f"Words {at % different}"),)) for at in range(9)]
        one = found(*many)["owner"]
        return [practice.words for practice in one.practice], one.more

    assert quoted(3) == (["Words 0", "Words 1", "Words 2"], 6)
    assert quoted(9) == ([f"Words {at}" for at in range(MOST_QUOTED)], 9 - MOST_QUOTED)


def test_the_post_is_quoted_where_a_post_is_asked_for():
    led = STRENGTH._replace(answer="Manager of the trust")
    one = found(area("Moray", ("owner", "unowned-outcome", "home")), area("Fife", strengths=(led,)))["owner"]
    assert [quoted.words for quoted in one.practice] == ["Manager of the trust"]


def test_how_it_is_known_that_work_works_answers_how_it_will_be_known():
    tried = STRENGTH._replace(kind="evaluation")
    assert found(area("Fife", strengths=(tried,))).keys() == {"measure"}


def asked(theme: str, rule: str, case: str) -> Asked:
    """How one question is asked of anybody."""
    one = QuestionFacts(theme, rule, case, "x", "x", "Of Moray: who?", "Nobody", first=True)
    (said,) = found(area("Moray")._replace(questions=(one,)))[theme].asked
    return said


def test_a_question_of_a_case_is_explained_by_what_answers_it_and_not_by_what_its_rule_is_about():
    said = asked("money", "no-shift-to-prevention", "renamed")
    assert said.question == "This is counted as prevention, and it was there before: what has changed but the name?"
    assert said.explained.startswith("A good answer: What is done otherwise now")
    assert asked("money", "first-year-empty", "no-means").explained == ""


def test_a_question_never_has_room_for_a_name_or_words_of_one_area():
    for name, rule in all_rules().items():
        for case in rule.cases:
            said = asked("owner", name, case)
            assert said.question.endswith("?"), (name, case)
            assert not re.search(r"[][{}]|Moray", said.question + said.explained), (name, case)


def test_a_question_that_several_cases_ask_is_one():
    """Its areas are not spread over two lines."""
    cases = {
        name: QuestionFacts("owner", "unowned-outcome", case, "x", "x", "Who?", "Nobody", first=True)
        for name, case in (("Moray", "none"), ("Fife", "no-post"))
    }
    one = found(*(area(name)._replace(questions=(question,)) for name, question in cases.items()))["owner"]
    assert [name for name, _ in one.asked[0].areas] == ["Fife", "Moray"]
    assert len(one.asked) == 1


def test_a_real_plan_is_quoted_in_its_own_words():
    one = gather([facts("Moray"), facts("Fife", "nobody-leads")])
    quoted = {practice.words for weakness in one.weaknesses for practice in weakness.practice}
    assert "Two day-hospital sessions a week from January 2014" in quoted
