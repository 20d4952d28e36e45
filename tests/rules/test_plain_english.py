"""Short sentences, plain words, and abbreviations that somebody explains."""

import pytest

from soa.config.settings import Settings
from soa.reference.glossary import abbreviations
from soa.rules import all_rules
from tests.rules.sound import checked, put


def _found(rule, text, *changes, settings=None):
    whole = put("place", "place:\n  text: >-\n    " + text.replace("\n", "\n    "))
    for before, after in changes:
        assert before in whole
        whole = whole.replace(before, after)
    chosen = settings or Settings(rules={rule: "on"})
    return checked(whole, {rule: all_rules()[rule]}, settings=chosen).findings


class TestUndefinedAbbreviation:
    rule = "undefined-abbreviation"

    def _terms(self, text, *changes, settings=None):
        return [one.message.split("”")[0].strip("“") for one in _found(self.rule, text, *changes, settings=settings)]

    @pytest.mark.parametrize(
        ("text", "terms"),
        [
            ("The CSPG meets.", ["CSPG"]),
            ("The CSPG meets. So does the CSPG’s board, and two CSPGs.", ["CSPG"]),
            ("The **H&SCG** and the CSPG/QXT meet.", ["H&SCG", "CSPG", "QXT"]),
            ("See XQR07.", ["XQR"]),
        ],
    )
    def test_each_is_asked_for_once(self, text, terms):
        assert self._terms(text) == terms

    @pytest.mark.parametrize(
        "text",
        [
            "The NHS, the UK, a GP and an MSP; A&E too.",
            "It is 40 MW and 12 GWh, 3 KM away, and 20 MPH.",
            "EH1 3DG, the A96, P7, S4 to S6, Q4, CO2 and H1N1.",
            "Part II, phase III and XIV.",
            "It is NOT done, and it MUST be.",
            "WHAT PEOPLE TOLD us, and WHAT WE DID NEXT is here.",
            "The code `XQRT`, https://example.org/XQRT and xqrt@XQRT.org.",
            "She said “XQRT is what we call it”.",
            "The XQRT-7 and a T-CELL.",
        ],
        ids=["household", "units", "codes", "roman", "emphasis", "heading", "addresses", "quotation", "parts"],
    )
    def test_household_letters_units_codes_numerals_emphasis_and_quotations_never_fire(self, text):
        assert self._terms(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "The Community Safety and Protection Group (CSPG) meets. The CSPG is old.",
            "The CSPG (Community Safety and Protection Group) meets.",
            "It is planned (Community Safety and Protection Group, CSPG).",
            "The Community Safety and Protection Group meets. The CSPG is old.",
            "Training in Xylophone Quality (XQ) helps.",
        ],
    )
    def test_one_that_is_spelt_out_is_explained(self, text):
        assert self._terms(text) == []

    def test_the_glossaries_and_the_names_of_the_settings_explain(self):
        entry = ("glossary:\n", "glossary:\n  - {term: CSPG, means: A group}\n")
        assert self._terms("The CSPG meets.", entry) == []
        assert self._terms("The CSPG meets.", settings=Settings(glossary={"CSPG": "A group"})) == []
        assert self._terms("The CSPG meets.", settings=Settings(names=("CSPG",))) == []
        assert self._terms("The CSPG meets.", settings=Settings(names=("CSPH",))) == ["CSPG"]

    def test_the_name_that_a_partner_goes_by_needs_no_words_beside_it(self):
        name = ("name: NHS Beg\n", "name: {}\n")
        assert self._terms("It is plain.", (name[0], name[1].format("CSPG Strathbeg"))) == []
        assert self._terms("It is plain.", (name[0], name[1].format("CSPG"))) == ["CSPG"]

    def test_for_those_of_scotland_the_entry_of_the_glossary_is_offered(self):
        text, asked = (
            "One in five lives in the most deprived fifth of SIMD.",
            {"undefined-abbreviation/known": "advice"},
        )
        assert _found(self.rule, text) == ()  # the published glossary explains it
        [found] = _found(self.rule, text, settings=Settings(rules=asked))
        assert (found.case, [edit.text.splitlines()[:2] for edit in found.edits]) == (
            "known",
            [["", "  - term: SIMD"]],
        )
        hidden = ("source: NHS Beg\n", "source: SIMD\n")
        assert _found(self.rule, "It is plain.", hidden, settings=Settings(rules=asked)) == ()

    def test_what_is_kept_from_the_public_is_passed_over(self):
        hidden = ("- {title: Rural roads,", "- {title: The CSPG, public: false,")
        shown = ("- {title: Rural roads,", "- {title: The CSPG,")
        assert self._terms("It is plain.", hidden) == []
        assert self._terms("It is plain.", shown) == ["CSPG"]

    def test_every_explanation_is_a_sentence_of_its_own(self):
        terms = abbreviations().values()
        assert len(terms) >= 80
        assert all(one.means.endswith(".") and one.means[0].isupper() and one.stands_for for one in terms)


class TestHardToRead:
    rule = "hard-to-read"
    long = "People who live here " + "and walk to work " * 8

    def _cases(self, text, *changes, settings=None):
        return [one.case for one in _found(self.rule, text, *changes, settings=settings)]

    @pytest.mark.parametrize(
        ("text", "cases"),
        [
            (long, ["long-sentence"]),
            ("We will leverage synergies.", ["stock-phrase"]),
            ("This is a Step Change. Going forward it is holistic.", ["stock-phrase"]),
            ("It is short. " * 60, []),
            ("Organisational accountability necessitates interdisciplinary collaboration. " * 25, ["reading-age"]),
            ("Organisational accountability necessitates interdisciplinary collaboration.", []),
        ],
    )
    def test_a_section_is_one_finding(self, text, cases):
        assert self._cases(text) == cases

    @pytest.mark.parametrize(
        "text",
        [
            "The Holistic Care Service and the Wrap-Around Fund help.",
            "People said “a seamless, holistic step change” was wanted.",
            "People live here, under the Community Empowerment and Local Government and Land Reform and Public Services Reform and Planning of Places (Scotland) Act and the Children and Young People (Scotland) Act and the rules that follow from both of them.",
            "They need:\n\n- a bus that comes before eight every day of the week and goes back at night\n- a doctor who has time for them on the day that they ask for one\n- a shop",
            "> " + long,
            "Skills Development Scotland, the college and Scottish Enterprise share one list of employers and one adviser for each, so that a firm that gets a grant is asked for its apprentices today.",
            "A bus comes before eight every day of the week; a doctor has time on the day that people ask for one; the shop is open in the evening; the school is warm.",
        ],
        ids=["names", "quotation", "laws", "bullets", "quoted", "bodies", "semicolons"],
    )
    def test_names_quotations_and_lists_are_left_as_they_are(self, text):
        text = text.replace("\n", "\n    ")
        assert (
            checked(put("place", f"place:\n  text: |-\n    {text}"), {self.rule: all_rules()[self.rule]}).findings == ()
        )

    def test_definitions_and_what_people_said_are_left_as_they_are(self):
        definition = ("definition: Stays that began", f"definition: {self.long}stays that began")
        heard = ("heard: Help comes", f"heard: {self.long} and help comes")
        assert self._cases("It is short.", definition, heard) == []

    def test_the_others_of_a_section_stand_beside_the_first(self):
        why = ("why_here: One fall", f"why_here: {self.long} and one fall")
        action = ("action: Strength and", "action: Leverage strength and")
        (found,) = _found(self.rule, "It is short.", why, action)
        assert found.message.endswith("(and 1 more in this section).") or found.message.endswith(
            "(and 1 more in this section)"
        )
        assert len(found.related) == 1

    def test_the_longest_sentence_can_be_set(self):
        assert self._cases(self.long, settings=Settings(options={self.rule: {"sentence": 40}})) == []


class TestHiddenActor:
    rule = "hidden-actor"

    @pytest.mark.parametrize(
        ("text", "cases"),
        [
            ("A plan will be developed in spring.", ["passive"]),
            ("Processes are to be reviewed. The rest must be strengthened.", ["passive"]),
            ("We will improve it.", ["we"]),
            ("A plan will be developed by the council.", []),
            ("People will be seen within a day.", []),
            ("People are seen within a day.", []),
            ("The council develops a plan.", []),
        ],
    )
    def test_what_will_be_done_says_by_whom_and_people_may_be_seen(self, text, cases):
        assert [one.case for one in _found(self.rule, text)] == cases

    def test_an_action_with_an_owner_need_not_say_it_again(self):
        action = ("action: Strength and balance classes in", "action: Classes will be held in")
        assert _found(self.rule, "It is short.", action) == ()

    def test_what_a_contributor_will_do_has_its_actor_beside_it(self):
        contribution = (
            "contribution: Four home care staff for the falls team",
            "contribution: Two nurses will be placed on the ward",
        )
        assert _found(self.rule, "It is short.", contribution) == ()

    def test_it_runs_only_where_it_is_asked_for(self):
        assert _found(self.rule, "A plan will be developed.", settings=Settings()) == ()
