"""What goes into priorities: whose, from which budget, until when, and whether the figures agree."""

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put

REST = """
  - partner: council
    serves: [older-people]
    kind: money
    source: mainstream
    years: [{year: 2013-14, amount: 300000, certainty: firm, basis: Budget book}]
"""
LINE = "  - {partner: nhs-beg, serves: [older-people], kind: money, %s, years: [{year: 2013-14, amount: 100000, certainty: firm, basis: Budget book}]}\n"


def _cases(rule, lines, *changes):
    return raised(rule, "resources", f"resources:\n{lines}", *changes)


def _found(rule, lines, *changes, settings=None):
    text = put("resources", f"resources:\n{lines}")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return checked(text, {rule: all_rules()[rule]}, settings=settings or Settings()).findings


class TestPriorityWithoutResources:
    rule = "priority-without-resources"

    @pytest.mark.parametrize(
        "line",
        [
            "  - {partner: council, serves: [older-people], kind: people, years: [{year: 2013-14, whole_time: 2}]}",
            "  - {partner: council, serves: [falls], kind: building}",
            "  - {partner: tsi, serves: [prevention], kind: volunteer-time}",
            "  - {partner: council, serves: [home], not_yet: {missing: The money, owner: council, due: 2013-09-30}}",
        ],
    )
    def test_one_line_of_any_kind_for_the_priority_or_an_outcome_is_enough_and_so_is_an_honest_gap(self, line):
        assert _cases(self.rule, line) == []

    @pytest.mark.parametrize(
        ("said", "cases"),
        [
            ("basis: From within existing resources", ["contributors-only"]),
            ("basis: From within existing resources, whole_time: 1.5", []),
            ("basis: One day a week of the adaptations team", []),
        ],
    )
    def test_existing_resources_without_an_amount_are_words_alone(self, said, cases):
        line = f"  - {{partner: council, serves: [older-people], kind: people, years: [{{year: 2013-14, {said}}}]}}"
        assert _cases(self.rule, line) == cases

    def test_what_contributors_bring_in_words_alone_is_a_warning(self):
        (found,) = checked(put("resources", ""), {self.rule: all_rules()[self.rule]}).findings
        assert (found.case, found.severity) == ("contributors-only", "warning")

    def test_several_priorities_are_one_finding(self):
        second = all_rules()[self.rule].bad
        text = put("another", second + second.replace("id: jobs", "id: more").replace("leavers", "movers"))
        (found,) = checked(text, {self.rule: all_rules()[self.rule]}).findings
        assert (found.case, found.severity, len(found.related)) == ("nothing", "error", 1)

    def test_an_outcome_of_another_priority_that_serves_this_one_too_brings_its_resources(self):
        rule = all_rules()[self.rule]
        text = put("another", rule.bad).replace("      - id: home\n", "      - id: home\n        also_serves: [jobs]\n")
        text = text.replace("serves: [older-people]", "serves: [home]")
        assert checked(text, {self.rule: rule}).findings == ()

    def test_a_line_that_could_not_be_read_may_be_the_one(self):
        text = put("another", all_rules()[self.rule].bad).replace("serves: [older-people]", "serves: 5", 1)
        found = checked(text, {self.rule: all_rules()[self.rule]}).findings
        assert [one.rule for one in found] == ["wrong-type"]

    def test_only_money_is_advice(self):
        alone = (
            "          contributors:\n            - {partner: nhs-beg, contribution: Two discharge nurses on every ward round}\n",
            "",
        )
        text = put("contributors", "").replace(*alone)
        text = put("resources", f"resources:{REST}", text)
        (found,) = checked(text, {self.rule: all_rules()[self.rule]}).findings
        assert (found.case, found.severity) == ("money-only", "advice")


class TestProjectMoneyOnly:
    rule = "project-money-only"

    @pytest.mark.parametrize(
        ("lines", "cases"),
        [
            (LINE % "source: grant", ["none"]),
            (LINE % "source: change-fund", ["none"]),
            (LINE % "source: grant" + REST, []),
            (LINE % "source: grant" + REST.replace("300000", "90000"), ["minor"]),
            (LINE % "source: grant" + REST.replace("300000", "100000"), []),
        ],
    )
    def test_ordinary_budgets_carry_half_of_the_money_or_more(self, lines, cases):
        assert _cases(self.rule, lines) == cases

    @pytest.mark.parametrize(
        "lines",
        [
            LINE % "source: capital",
            LINE % "source: grant" + REST.replace("money", "people"),
            LINE % "source: grant" + "  - {partner: council, serves: [older-people], kind: people}\n",
            LINE % "held: own",
            LINE % "source: grant" + LINE % "held: own",
            "  - {partner: council, serves: [older-people], kind: volunteer-time}\n",
            "",
        ],
        ids=["capital", "staff", "staff without a source", "no source", "one without", "no money", "nothing"],
    )
    def test_capital_staff_in_kind_and_money_of_unknown_source_are_let_pass(self, lines):
        assert _cases(self.rule, lines) == []

    def test_a_trial_with_a_day_of_decision_is_let_pass(self):
        pilot = (
            "            preventive: before\n",
            "            preventive: before\n            pilot: {decision_by: 2014-12-31}\n",
        )
        assert _cases(self.rule, LINE % "source: grant", pilot) == []

    def test_the_least_share_can_be_set(self):
        lines = LINE % "source: grant" + REST.replace("300000", "90000")
        assert _found(self.rule, lines, settings=Settings(options={self.rule: {"mainstream": 40}})) == ()


class TestFundingEndsFirst:
    rule = "funding-ends-first"

    @pytest.mark.parametrize(
        ("said", "cases"),
        [
            ("source: change-fund, ends: 2015-03-31", ["nothing-after"]),
            ("source: change-fund, ends: 2014-15", ["nothing-after"]),
            ("source: change-fund, ends: 2015-03-31, after: The council pays from then", []),
            ("source: change-fund, ends: 2015-03-31, after: Mainstream funding", []),
            ("source: change-fund, ends: 2015-03-31, after: The work stops", []),
            ("source: change-fund, ends: 2015-03-31, after: To be reviewed", ["nothing-after"]),
            (
                "source: change-fund, ends: 2015-03-31, after: Other sources of funding will be explored",
                ["nothing-after"],
            ),
            ("source: change-fund, ends: 2023-03-31", []),
            ("source: change-fund", []),
            ("source: capital, ends: 2015-03-31", []),
            ("source: grant, what: Start-up of the falls team, ends: 2015-03-31", []),
        ],
    )
    def test_a_fund_that_ends_before_the_last_target_says_what_follows(self, said, cases):
        assert _cases(self.rule, LINE % said) == cases

    def test_all_that_ends_with_one_fund_is_one_finding(self):
        lines = LINE % "source: change-fund, ends: 2015-03-31" * 2 + LINE % "source: grant, ends: 2015-03-31"
        found = _found(self.rule, lines)
        assert [len(one.related) for one in found] == [1, 0]

    def test_work_designed_to_finish_while_others_go_on_is_let_pass(self):
        line = LINE % "source: grant, ends: 2014-09-30"
        assert _cases(self.rule, line.replace("older-people", "falls")) == []

    def test_one_off_purchases_are_let_pass(self):
        line = "  - {partner: council, serves: [older-people], kind: equipment, source: grant, ends: 2014-03-31}"
        assert _cases(self.rule, line) == []


class TestJointBudgetUngoverned:
    rule = "joint-budget-ungoverned"
    shares = "shares: [{partner: nhs-beg, amount: 50000}, {partner: council, amount: 50000}]"

    @pytest.mark.parametrize(
        ("said", "cases"),
        [
            ("held: pooled", ["ungoverned"]),
            (f"held: pooled, {shares}", ["ungoverned"]),
            (f"held: pooled, {shares}, accountable_body: nhs-beg, agreement: Section 4", []),
            (
                "held: pooled, shares: [{partner: nhs-beg, amount: 1}], accountable_body: nhs-beg, agreement: Section 4",
                ["ungoverned"],
            ),
            ("held: aligned", []),
            ("held: own", []),
        ],
    )
    def test_pooled_money_has_partners_a_body_and_an_agreement_and_other_money_needs_none(self, said, cases):
        assert _cases(self.rule, LINE % said) == cases

    def test_a_joint_body_names_its_partners_by_what_it_is_made_of(self):
        line = LINE.replace("nhs-beg", "hscp") % "held: pooled, accountable_body: nhs-beg, agreement: Section 4"
        assert _cases(self.rule, line) == []


class TestAmountWithoutBasis:
    rule = "amount-without-basis"
    bare = "  - {partner: nhs-beg, serves: [older-people], kind: money, years: [{year: 2013-14, amount: %s}%s]}\n"

    @pytest.mark.parametrize(
        ("lines", "cases"),
        [
            (bare % (90000, ""), ["basis"]),
            (bare % (90000, "") * 3, ["basis"]),
            (bare % (90000, "") + (bare % (90000, "")).replace("nhs-beg", "council"), ["basis", "basis"]),
            (bare % (90000, ", {year: 2014-15, amount: 5, certainty: firm, basis: Budget book}"), []),
            (bare % ("90000, basis: Budget book", ""), ["more"]),
            (bare % ("90000, basis: Estimate", ""), ["basis"]),
            (bare % ("90000, basis: From within existing resources", ""), ["basis"]),
            (bare % ("9000, basis: Existing budget", ""), []),
            (bare % ("9000, basis: Estimate from two pilots", ""), []),
            (bare % ("9000, basis: Budget book", ""), []),
            (bare % ("90000, basis: Budget book, certainty: firm", ""), []),
            ("  - {partner: tsi, serves: [older-people], kind: volunteer-time}", []),
            ("  - {partner: tsi, serves: [falls], not_yet: {missing: It, owner: tsi, due: 2013-09-30}}", []),
        ],
    )
    def test_a_partner_is_asked_once_for_the_basis_and_advised_once_on_the_rest(self, lines, cases):
        assert _cases(self.rule, lines) == cases

    def test_a_later_year_that_is_called_firm_is_not_questioned(self):
        lines = self.bare % (
            "5, basis: A, certainty: firm",
            ", {year: 2014-15, amount: 90000, certainty: firm, basis: B}",
        )
        assert _cases(self.rule, lines) == []


class TestTotalsDisagree:
    rule = "totals-disagree"
    pooled = "  - {partner: nhs-beg, serves: [older-people], kind: money, held: pooled, shares: [{partner: nhs-beg, amount: %s}, {partner: council, amount: %s}], years: [{year: 2013-14, amount: %s}, {year: 2014-15, amount: %s}]}"

    @pytest.mark.parametrize(
        ("amounts", "cases"),
        [
            ((1640000, 1640000, 1640000, 1640000), []),
            ((1640000, 1600000, 1640000, 1640000), ["shares"]),
            ((900000, 1100000, 1004000, 1004000), []),
            ((900000, 1100000, 1940000, 104000), []),
            ((900000, 1100000, 1150000, 1004000), ["shares"]),
            ((9, 11, 10, 11), ["shares"]),
            ((300000, 200000, 210000, 200000), ["shares"]),
        ],
    )
    def test_shares_come_to_the_years_within_the_rounding_of_their_unit(self, amounts, cases):
        assert _cases(self.rule, self.pooled % amounts) == cases

    def test_shares_of_which_one_is_still_to_come_are_not_added_up(self):
        lines = self.pooled % (9, 11, 100, 200)
        lines = lines.replace("amount: 11}", "not_yet: {missing: It, owner: council, due: 2013-09-30}}")
        assert _cases(self.rule, lines) == []

    def test_a_part_is_no_larger_than_its_whole(self):
        line = "  - {partner: council, serves: [falls], kind: money, years: [{year: 2013-14, amount: 4100000, of_total: 2360000}]}"
        assert _cases(self.rule, line) == ["part"]
        assert _cases(self.rule, line.replace("4100000", "2360000")) == []

    @pytest.mark.parametrize(("spend", "cases"), [(399999, ["spending"]), (400000, [])])
    def test_a_partner_puts_in_no_more_than_it_spends(self, spend, cases):
        whole = ("kind: council\n", f"kind: council\n    total_spend: [{{year: 2013-14, amount: {spend}}}]\n")
        assert _cases(self.rule, REST + REST.replace("300000", "100000"), whole) == cases


class TestCountedTwice:
    rule = "counted-twice"
    through = LINE.replace("nhs-beg", "council") % "paid_through: tsi"
    pooled = (
        LINE
        % "held: pooled, accountable_body: nhs-beg, agreement: Section 4, shares: [{partner: nhs-beg, amount: 40000}, {partner: council, amount: 60000}]"
    )

    @pytest.mark.parametrize(
        ("lines", "cases"),
        [
            (through + LINE.replace("nhs-beg", "tsi") % "held: own", ["paid-through"]),
            (through + LINE.replace("nhs-beg", "tsi").replace("100000", "61000") % "held: own", []),
            (through + LINE.replace("nhs-beg", "tsi").replace("older-people", "home") % "held: own", []),
            (LINE % "held: own" * 2, ["same-entry"]),
            (LINE % "what: Nurses" + LINE % "what: Doctors", []),
            (pooled + LINE.replace("nhs-beg", "council").replace("100000", "60000") % "held: own", ["share"]),
            (pooled + LINE.replace("nhs-beg", "council").replace("100000", "70000") % "held: own", []),
            (pooled + pooled.replace("- {partner: nhs-beg", "- {partner: council"), ["pool"]),
            (LINE % "held: own" + LINE.replace("nhs-beg", "council") % "held: own", []),
        ],
    )
    def test_an_error_only_where_ids_and_equal_amounts_prove_it(self, lines, cases):
        assert _cases(self.rule, lines) == cases


class TestPlansNotAligned:
    rule = "plans-not-aligned"
    alignment = (
        "    plan_alignment: [{plan: nhs-plan, clause: Section 4 takes over the falls targets, date: 2013-04-24}]\n"
    )

    @pytest.mark.parametrize(
        ("after", "cases"),
        [
            ("", ["none"]),
            (alignment.replace("2013-04-24", "2012-05-01"), []),
            (alignment.replace("2013-04-24", "2011-05-01"), ["older"]),
            (alignment.replace(", date: 2013-04-24", ""), []),
            ("    not_yet: {missing: Its plan, owner: nhs-beg, due: 2014-02-28}\n", []),
            (
                "    plan_alignment: [{plan: nhs-plan, not_yet: {missing: The clause, owner: nhs-beg, due: 2014-02-28}}]\n",
                [],
            ),
        ],
    )
    def test_a_plan_promised_for_a_dated_round_is_enough_and_one_written_beside_it_is_not_too_old(self, after, cases):
        assert raised(self.rule, "sign_off", "", (self.alignment, after)) == cases

    def test_partners_without_plans_and_money_of_their_own_are_not_asked(self):
        assert (
            raised(self.rule, "sign_off", "", ("kind: health-board\n" + self.alignment, "kind: community-body\n")) == []
        )

    def test_several_partners_are_one_finding_by_their_names(self):
        text = put("sign_off", "").replace("    plan_alignment:", "    x-was:")
        (found,) = checked(text, {self.rule: all_rules()[self.rule]}).findings
        assert found.message.endswith(": NHS Beg, Strathbeg Council")
