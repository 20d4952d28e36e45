"""Questions: in order of weight, one a theme and outcome, folded, sayable aloud; and nothing sound is challenged."""

import pickle
import re

import pytest

from soa.config.settings import Settings
from soa.review.aloud import SAID, said_of
from soa.review.questions import Question, first_five, questions_of, review_settings
from soa.review.weights import ASKED_FIRST, AUTHORITY, THEMES, bearing_of, weight_of
from soa.rules import all_rules
from tests.review.drafts import asked, draft, only, with_part
from tests.rules.sound import FRAME, checked, put

LEAD = ("          lead: hscp\n", "          lead: All partners\n")
NO_POST = ("          post: Head of Housing\n", "")
EVERY_RULE = {name: rule for name, rule in all_rules().items() if not name.startswith("review-")}
ROUND = """\
soa: 1
round: 1
opened: 2013-04-10
by: Location Director for Strathbeg
reviewed: {digest: '0f5b6a5f0c5e', soa: '0.5.0', rules: '7'}
points:
  - id: falls-owner
    to: partnership
    about: ABOUT
    question: QUESTION
    by: Location Director for Strathbeg
    raised: 2013-04-10
    STATE
"""


def test_nothing_sound_is_challenged():
    assert questions_of(draft()) == ()


def test_every_rule_has_its_theme_and_its_words():
    for name, rule in EVERY_RULE.items():
        for case in rule.cases:
            theme = bearing_of(name, case, rule.family).theme
            assert theme in THEMES
            assert theme != "other", f"{name}/{case} has no theme"
            assert theme == "form" or said_of(name, case) is not None, f"{name}/{case} has no words"


def test_words_are_kept_for_rules_that_there_are_and_name_no_key_of_the_file():
    for key, said in SAID.items():
        name, _, case = key.partition("/")
        assert not case or case in EVERY_RULE[name].cases, key
        assert said.ask.rstrip("”").endswith(("?", "}?")), key
        assert "?" in (said.without or "?")
        assert not re.search(r"\w+_\w+|\w+: ?\[|indicator|KPI|metric|stakeholder", said.ask + said.good), key


@pytest.mark.parametrize("name", [name for name, rule in EVERY_RULE.items() if rule.family != "format"])
def test_what_a_rule_finds_in_its_own_bad_example_can_be_said(name):
    rule = EVERY_RULE[name]
    for one in questions_of(checked(put(rule.example_of, rule.bad), settings=review_settings(Settings()))):
        assert not re.search(r"[{}\[\]_]", one.question), one.question
        assert one.question.count("?") == 1, one.question
        assert one.question[0].isupper() or one.question[0] == "“"
        assert one.question.endswith(("?", ".", "?”"))
        assert one.found.endswith((".", "”", "?")), one.found
        assert len(one.question) < 330, one.question


def test_weight_is_authority_by_centrality():
    bearing = bearing_of("unowned-outcome", "collective", "ownership")
    assert weight_of("law", bearing) == AUTHORITY["law"] * bearing.central
    assert weight_of("audit-recommendation", bearing) > weight_of("practice", bearing)


def test_owners_come_before_measures_and_measures_before_wording():
    result = draft(
        LEAD,
        ("          baseline: {period: 2012-13, value: 21.3, base: 17600}\n", ""),
        ("text: Strathbeg has 61,000 people in six towns", "text: The CSPG says Strathbeg has 61,000 people in six towns"),
    )  # fmt: skip
    found = [one.theme for one in questions_of(result)]
    assert [one for one in found if one in {"owner", "measure", "wording"}] == ["owner", "measure", "wording"]
    weights = [one.weight for one in questions_of(result)]
    assert weights == sorted(weights, reverse=True)


def test_the_number_of_findings_moves_no_question():
    """Ten actions without a date weigh as one."""
    once = draft(("            due: 2017-02-28\n", ""))
    often = draft(
        ("            due: 2017-02-28\n", ""), ("            due: 2013-12-01\n", ""), ("due: 2014-02-28, ", "")
    )
    weight = {one.rule: one.weight for one in questions_of(once)}["undated-action"]
    assert {one.rule: one.weight for one in questions_of(often)}["undated-action"] == weight


def test_a_lead_that_is_nobody_is_asked_for_by_the_outcomes_own_words():
    question = only(draft(LEAD))
    assert question.question == (
        "The lead for “People aged 65 and over fall less often, and those who do get home and stay there” is given as "
        "“All partners”: which one of you do we ring if it does not move?"
    )
    assert question.found == "“All partners” is nobody in particular: it names everybody, so nobody."
    assert question.spot.about == "falls/by_whom/lead"
    assert (question.outcome, question.theme, question.authority) == ("falls", "owner", "audit-recommendation")
    assert question.sources[0].document == "Audit Scotland 2013"
    assert question.spot.place.span.start.line == draft(LEAD).findings[0].place.span.start.line


def test_findings_of_one_theme_and_outcome_are_one_question():
    result = draft(
        ("          lead: hscp\n          post: Chief Officer\n", "          lead: hscp\n"),
        ("owner: nhs-beg\n            due", "owner: Partners\n            due"),
    )
    owner = [one for one in questions_of(result) if one.theme == "owner"]
    assert [one.rule for one in owner] == ["unowned-outcome"]
    assert "Also: “A next-day visit to everyone who falls”" in owner[0].found


def test_the_same_of_two_outcomes_is_one_question_that_names_the_other():
    result = draft(("          lead: hscp\n          post: Chief Officer\n", "          lead: hscp\n"), NO_POST)
    (question,) = [one for one in questions_of(result) if one.theme == "owner"]
    assert question.question.startswith(
        "Who at Strathbeg Health and Social Care Partnership, by name of post, do we ring"
    )
    assert question.question.endswith(
        "We ask the same of “More people in Strathbeg who leave hospital are still at home three months later”."
    )
    assert [one.about for one in question.also] == ["home/by_whom"]
    assert question.outcome == "", "asked of every outcome, it is about the whole"


def test_actions_of_one_outcome_are_counted():
    result = draft(("            due: 2017-02-28\n", ""), ("            due: 2013-12-01\n", ""))
    (question,) = [one for one in questions_of(result) if one.rule == "undated-action"]
    assert question.question.endswith("We ask the same of one other action.")
    assert "So also “A next-day visit to everyone who falls”." in question.found


def test_several_proofs_missing_are_one_question_about_all_four():
    one = with_part(
        "how_we_will_know", FRAME[FRAME.index("  how_we_will_know:") : FRAME.index("    controlling_costs")]
    )
    assert [q.question for q in questions_of(one) if q.rule == "prevention-evidence-missing"] == [
        "By which figure will we see that prevention holds down what all this costs?"
    ]
    two = with_part("how_we_will_know", "how_we_will_know:\n  decisive_shift: [prevention-share]\n  improving_outcomes: [home.still-home]\n")  # fmt: skip
    assert [q.question for q in questions_of(two) if q.rule == "prevention-evidence-missing"] == [
        "How will you show that prevention is working: in money moved, in people's lives, in demand, in cost?"
    ]


def test_slips_of_form_are_one_remark_at_the_end():
    result = draft(
        LEAD, ("date: 2012-10-30", "date: 2012/10/30"), ("    method: Kitchen-table", "    metod: Kitchen-table")
    )
    *others, last = questions_of(result)
    assert [one.theme for one in others] == ["owner"]
    assert last.theme == "form"
    assert last.question == "Will you mend the 2 slips of form before we read this again?"
    assert last.weight < others[-1].weight
    assert len(last.also) == 1


def test_a_missing_answer_is_asked_for_and_is_no_slip_of_form():
    assert asked(with_part("how", "")) == ["missing-what-how-who-when/how"]


@pytest.mark.parametrize(
    ("change", "case", "found"),
    [
        (
            (
                "          statement: People aged 65 and over fall less often, and those who do get home and stay there\n",
                "",
            ),
            "what",
            "This outcome does not say what will improve.",
        ),
        (
            ("    outcomes:\n      # outcome {\n", "    outcomes: []\n    x-outcomes:\n"),
            "what",
            "This priority has no outcome.",
        ),
    ],
)
def test_a_slip_of_form_that_leaves_a_question_open_is_asked(change, case, found):
    question = questions_of(draft(change))[0]
    assert (question.rule, question.case, question.found) == ("missing-what-how-who-when", case, found)
    assert question.authority == "audit-recommendation"


def test_what_an_exception_silences_is_not_asked():
    ignored = (LEAD[0], "          lead: TBC  # soa: ignore[unowned-outcome] The board decides in June\n")
    assert questions_of(draft(ignored)) == ()


def test_a_partnerships_own_settings_hide_nothing_from_a_reader():
    own = Settings(rules={"unowned-outcome": "off", "risk-not-assessed": "off"}, options={"too-many-priorities": {"priorities": 99}}, names=("Nestrans",))  # fmt: skip
    one = review_settings(own)
    assert "unowned-outcome" not in one.rules
    assert one.rules["risk-not-assessed"] == "on"
    assert one.options == {}
    assert one.names == ("Nestrans",)
    assert {name for name, rule in all_rules().items() if rule.review_only} == set(one.rules)


@pytest.mark.parametrize(
    ("state", "again"),
    [
        ("state: open", False),
        ("state: answered\n    answer: The chief officer leads\n    answered: 2013-04-12", False),
        ("state: agreed-for-later\n    owner: council\n    due: 2013-12-31", False),
        ("state: withdrawn\n    closed: 2013-04-12", False),
        ("state: closed\n    closed: 2013-04-12", True),
    ],
)
def test_what_a_round_has_asked_and_not_closed_is_not_asked_again(state, again):
    text = ROUND.replace("ABOUT", "falls/by_whom/lead").replace("QUESTION", only(draft(LEAD)).question.join('""'))
    text = text.replace("STATE", state)
    result = draft(LEAD, **{"review__round-1": text})
    assert list(result.rounds) == ["review/round-1.yaml"]
    assert ("owner" in [one.theme for one in questions_of(result)]) is again


def test_first_five_are_of_different_themes_and_leave_wording_out():
    result = draft(
        LEAD,
        ("    controlling_costs: [home.bed-cost]\n", ""),
        ("    engagement: [eng-falls]\n", ""),
        ("    led_to: [home.visits]\n", ""),
        ("          baseline: {period: 2012-13, value: 21.3, base: 17600}\n", ""),
        ("text: Strathbeg has 61,000 people in six towns", "text: The CSPG says Strathbeg has 61,000 people in six towns"),
        ("  escalation:\n    - {trigger: Two reports off track, to: Strathbeg Partnership Board, within_days: 30}\n", ""),
    )  # fmt: skip
    questions = questions_of(result)
    five = first_five(questions)
    assert len(five) == 5
    assert len({one.theme for one in five}) == 5
    assert five[0].theme == "owner"
    assert [one.theme for one in five] == ["owner", "prevention", "people", "measure", "governance"]
    assert not {"wording", "form", "risk"} & {one.theme for one in five}


def test_first_five_are_fewer_where_there_is_less_to_ask():
    spelling = ("text: Strathbeg has 61,000 people in six towns", "text: The CSPG says Strathbeg has 61,000 people in six towns")  # fmt: skip
    light = questions_of(draft(spelling))
    assert light
    assert first_five(light) == ()
    assert [one.theme for one in first_five(questions_of(draft(spelling, LEAD)))] == ["owner"]


def test_what_is_light_or_wording_is_never_among_the_first_five():
    heavy = only(draft(LEAD))
    light = heavy._replace(theme="risk", weight=ASKED_FIRST - 1)
    wording = heavy._replace(theme="wording", weight=heavy.weight)
    assert first_five([heavy, light, wording]) == (heavy,)
    assert first_five([heavy, light._replace(weight=ASKED_FIRST)])[1].theme == "risk"


def test_a_body_on_the_edge_weighs_less_than_one_of_the_main_ones():
    """A partner with no part: the police are asked before a college."""

    def weight(kind: str, name: str) -> int:
        body = f"  - {{id: new, name: {name}, kind: {kind}}}\n"
        questions = questions_of(draft(("# }\n# plans {", f"{body}# }}\n# plans {{")))
        return next(one.weight for one in questions if one.case == "no-part")

    assert weight("police", "Police Service of Scotland") == 2 * weight("college", "Strathbeg College")


def test_a_second_of_one_theme_is_asked_only_where_nothing_else_is_left():
    result = draft(LEAD, NO_POST)
    assert [(one.theme, one.outcome) for one in first_five(questions_of(result))] == [
        ("owner", "falls"),
        ("owner", "home"),
    ]
    with_more = draft(LEAD, NO_POST, ("    controlling_costs: [home.bed-cost]\n", ""))
    assert [one.theme for one in first_five(questions_of(with_more))] == ["owner", "prevention", "owner"]


def test_a_second_of_one_theme_goes_before_what_weighs_much_less_and_a_third_never():
    base = only(draft(LEAD))
    owners = [base._replace(weight=weight, outcome=name) for weight, name in ((200, "a"), (170, "b"), (160, "c"))]
    near = base._replace(theme="gap", weight=120, outcome="")
    far = base._replace(theme="people", weight=80, outcome="")
    assert first_five([*owners, near]) == (owners[0], near, owners[1], owners[2])
    assert first_five([*owners, near, far]) == (owners[0], near, owners[1], far, owners[2])


def test_shared_leadership_is_another_question_than_who_answers_for_one_outcome():
    theme = bearing_of("council-leads-everything", "council", "ownership").theme
    assert theme not in {bearing_of("unowned-outcome", "none", "ownership").theme, "other"}


def test_first_five_are_spread_over_the_plan():
    base = only(draft(LEAD))
    heavy = [base._replace(theme=theme, weight=100 - at, outcome="falls") for at, theme in enumerate(THEMES[:6])]
    other = base._replace(theme=THEMES[7], weight=80, outcome="home")
    five = first_five([*heavy, other])
    assert other in five
    assert five[0] == heavy[0]


def test_a_partnerships_own_rule_is_asked_in_its_own_words():
    result = draft()
    finding = draft(LEAD).findings[0]._replace(rule="own-rule", question="Is the moon full?", help="Look up.")
    question = only(result._replace(findings=(finding,)))
    assert question.question.endswith(": is the moon full?")
    assert (question.theme, question.good_answer, question.sources) == ("other", "Look up.", ())


def test_what_an_author_wrote_cannot_become_markup_or_break_a_line():
    wild = ("People aged 65 and over fall less often, and those who do get home and stay there", "'**Older** <b>people</b> [x](javascript:1) fall less often in Strathbeg'")  # fmt: skip
    question = only(draft(wild, LEAD)).question
    assert "**" not in question
    assert "\n" not in question


def test_who_holds_a_post_is_never_said():
    person = (
        "          post: Chief Officer\n",
        "          person: Morag \u2603 Sinclair\n          post: Chief Officer\n",
    )
    result = draft(person, LEAD)
    assert any(one.path[-1:] == ("person",) for one in result.findings)
    assert [one.theme for one in questions_of(result)] == ["owner"]


def test_the_same_draft_gives_the_same_questions_and_they_pickle():
    first: tuple[Question, ...] = questions_of(draft(LEAD, NO_POST))
    assert questions_of(draft(LEAD, NO_POST)) == first
    assert pickle.loads(pickle.dumps(first)) == first


def test_nothing_is_asked_of_what_could_not_be_read():
    assert questions_of(checked("- a list\n")) == ()


@pytest.mark.parametrize(
    ("change", "rule", "case"),
    [
        (("          lead: hscp\n", "          laed: hscp\n"), "unowned-outcome", "none"),
        (("          targets:\n            - indicator: still-home", "          tragets:\n            - indicator: still-home"), "missing-what-how-who-when", "when"),
        (("        how:\n          # action {", "        hwo:\n          # action {"), "missing-what-how-who-when", "how"),
        (("          statement: More people", "          statment: More people"), "missing-what-how-who-when", "what"),
        (("how_we_will_know:", "how_will_we_know:"), "prevention-evidence-missing", "none"),
    ],
)  # fmt: skip
def test_a_misspelt_key_is_asked_as_the_missing_answer_that_it_is(change, rule, case):
    question = only(draft(change))
    assert (question.rule, question.case) == (rule, case)
    assert question.found.endswith(" could not be read.")
    assert change[1].split(":")[0].strip() in question.found


def test_a_misspelt_key_beside_the_answers_stays_a_slip_of_form():
    assert only(draft(("            contributes_to: [admissions]\n            preventive: before", "            contributes_t: [admissions]\n            preventive: before"))).theme == "form"  # fmt: skip


def test_what_an_outcome_says_is_still_to_be_written_is_not_asked_for():
    what = "what:\n  statement: To be written with the forum\n  not_yet: {missing: The outcome and its measures, owner: council, due: 2013-07-31}\n"
    silent = "what:\n  statement: To be written with the forum\n"
    when = FRAME[FRAME.index("        when:\n") : FRAME.index("        # }\n        # risks {")]
    assert "missing-what-how-who-when/when" not in asked(draft((when, ""), text=put("what", what)))
    assert "missing-what-how-who-when/when" in asked(draft((when, ""), text=put("what", silent)))


def test_an_outcome_without_words_yet_is_named_by_its_id():
    statement = (
        "People aged 65 and over fall less often, and those who do get home and stay there",
        "To be agreed in June",
    )
    (owner,) = [one for one in questions_of(draft(statement, LEAD)) if one.theme == "owner"]
    assert "the outcome “falls”" in owner.question


def test_a_measure_of_work_beside_one_of_people_weighs_half():
    doubted = FRAME.replace(
        "kind: input\n              definition: Mean cost", "kind: outcome\n              definition: Mean cost"
    )
    beside = next(one for one in questions_of(draft(text=doubted)) if one.rule == "indicator-kind-doubtful")
    alone = next(
        one
        for one in questions_of(draft(text=doubted.replace("still-home\n              name: People aged 65 and over still at home 90 days after leaving hospital\n              kind: outcome", "still-home\n              name: People aged 65 and over still at home 90 days after leaving hospital\n              kind: process")))
        if one.rule == "indicator-kind-doubtful" and "bed-cost" in one.spot.about
    )  # fmt: skip
    assert 2 * beside.weight <= alone.weight


def test_a_post_that_could_be_anybody_is_quoted():
    question = only(draft(("          post: Head of Housing\n", "          post: Manager\n")))
    assert question.found == "“Manager” could be anybody at Strathbeg Council: nobody knows whom to ask."
    assert question.spot.about == "home/by_whom/post"
