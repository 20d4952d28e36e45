"""Whether each partner's part is said, in words that could be checked."""

import pytest

from tests.rules.changed import cases, found

RULE = "partner-contribution-unstated"
TSI = "  - {id: tsi,"
POLICE = (TSI, "  - {id: police, name: Police Scotland, kind: police}\n" + TSI)
FIRE = (TSI, "  - {id: fire, name: Fire and Rescue, kind: fire}\n" + TSI)


def _added(contribution, more=""):
    return {"contributors": f"contributors:\n  - {{partner: council, contribution: {contribution}{more}}}"}


def test_partners_without_a_part_are_listed_in_one_finding():
    (finding,) = found(RULE, POLICE, FIRE)
    assert finding.message == "nothing is said of what these partners do or give: Fire and Rescue, Police Scotland"


@pytest.mark.parametrize(
    "changes",
    [
        [("kind: police}", "kind: police, signs: false}")],
        [("kind: police}", "kind: police, remit: An observer on the board}")],
        [("kind: police}", "kind: police, remit: Consulted on each draft}")],
        [("kind: police}", "kind: police, not_yet: {missing: Its part, owner: police, due: 2013-09-30}}")],
        [("kind: police}", "kind: other, made_of: [council]}")],
        [("  - partner: tsi\n", "  - partner: police\n")],
        [("owner: tsi, response", "owner: police, response"), ("post: Head of Housing", "post: Head\n          employer: police")],
        [("owner: tsi\n", "owner: tsi\n            partners: [police]\n")],
        [("        when:\n", "        x-when:\n"), ("              statement: More", "              x-statement: More"), ("lead: hscp\n    rank", "lead: [hscp]\n    rank")],
        [("        how:\n          # action {", "        not_yet: {missing: How, owner: tsi, due: 2013-09-30}\n        x-how:\n          # action {")],
        [("of: scottish-government", "of: police"), ("by: 2014-03-31, response: The records will be linked from April 2014, response_date: 2013-05-20}", "by: 2014-03-31, response: We will}")],
    ],
    ids=["does not sign", "observer", "consulted", "honest gap", "a joint body", "gives", "employs the post", "takes part",
         "something is unread", "an outcome is still to be completed", "answered what was asked of it"],
)  # fmt: skip
def test_a_partner_with_any_part_or_none_to_state_is_not_asked(changes):
    if ("              statement: More", "              x-statement: More") in changes:
        changes = changes[2:]
    assert cases(RULE, POLICE, *changes) == []


@pytest.mark.parametrize(
    "contribution",
    ["Support", "Support and input", "Will support", "Full participation in the partnership", "Attends the older people's group",
     "Membership of the board", "Sits on the steering group", "Input as required", "Works together with partners"],
)  # fmt: skip
def test_words_of_good_will_are_no_part(contribution):
    expected = [] if contribution.startswith("Works") else ["vague"]  # what is not certain is let pass
    assert cases(RULE, parts=_added(contribution)) == expected


@pytest.mark.parametrize(
    "contribution",
    ["Two nurses, two days a week", "Courses", "Support workers in six halls", "Attendance officers in ten schools",
     "Data", "Supports 40 families a year", "Advice on benefits", "Attends every case meeting and books a visit the same day",
     "Chairs the group", "Rooms"],
)  # fmt: skip
def test_short_but_concrete_words_are_a_part(contribution):
    assert cases(RULE, parts=_added(contribution)) == []


@pytest.mark.parametrize(
    ("more", "changes"),
    [
        (", shown_by: [visits]", []),
        (", not_yet: {missing: The words, owner: council, due: 2013-09-30}", []),
        ("", [("owner: tsi\n", "owner: council\n")]),
        ("", [("  - partner: council\n    serves: [older-people]", "  - partner: council\n    serves: [falls]")]),
    ],
    ids=["shown by an action", "honest gap", "acts beside it", "gives beside it"],
)
def test_what_is_said_elsewhere_need_not_be_said_here(more, changes):
    assert cases(RULE, *changes, parts=_added("Support", more)) == []


def test_many_such_words_are_one_finding():
    changes = [
        ("contribution: Two discharge nurses on every ward round", "contribution: Input"),
        ("owner: nhs-beg, partners: [tsi], due: 2014-12-01", "owner: tsi, due: 2014-12-01"),
    ]
    (finding,) = found(RULE, *changes, parts=_added("Support"))
    assert finding.message.endswith(": NHS Beg, Strathbeg Council")
    assert len(finding.related) == 1


def test_parts_that_nobody_could_follow_are_advice_once():
    gone = [("serves: [older-people]", "serves: [prevention]"), ("owner: nhs-beg, partners: [tsi]", "owner: tsi"), ("owner: council, due: 2014-02-28", "owner: tsi, due: 2014-02-28"),
            ("            owner: nhs-beg\n", "            owner: tsi\n")]  # fmt: skip
    (finding,) = found(RULE, *gone)
    assert (finding.case, finding.severity) == ("untracked", "advice")
    assert cases(RULE, *gone, parts=_added("Four home care staff", ", shown_by: [visits]")) == []


@pytest.mark.parametrize(
    "change",
    [
        ("resources:\n", "resources: to follow\nx-resources:\n"),
        ("  - partner: tsi\n    serves", "  - partner: [tsi]\n    serves"),
        ("    lead: hscp\n    rank", "    lead: [hscp]\n    rank"),
        ("            owner: tsi\n", "            owner: [tsi]\n"),
        ("            owner: tsi\n", "            owner: tsi\n            partners: all\n"),
        ("          lead: council\n", "          lead: [council]\n"),
        ("{partner: nhs-beg, contribution: Two", "{partner: [nhs-beg], contribution: Two"),
        ("          contributors:\n            - {partner: nhs-beg", "          contributors: all\n          x-contributors:\n            - {partner: nhs-beg"),
        ("priorities:\n", "priorities:\n  - Health\n"),
        ("\npartners:\n", "\npartners: all of us\nx-partners:\n"),
    ],
)  # fmt: skip
def test_an_answer_that_could_not_be_read_may_be_the_part(change):
    assert cases(RULE, POLICE, change) == []


def test_good_will_of_a_partner_that_only_takes_part_is_advice():
    helps = ("owner: tsi\n            due: 2017", "owner: tsi\n            partners: [council]\n            due: 2017")
    elsewhere = ("  - partner: council\n    serves: [older-people]", "  - partner: council\n    serves: [home]")
    (finding,) = found(RULE, helps, elsewhere, parts=_added("Will be involved as appropriate"))
    assert (finding.case, finding.severity) == ("helper", "advice")
    assert "“Will be involved as appropriate”" in finding.message
    assert cases(RULE, helps, elsewhere, parts=_added("Two classes a week")) == []
    assert cases(RULE, helps, parts=_added("Represents the third sector")) == [], "it gives beside it"


ONE = "resources:\n  - {partner: tsi, serves: [older-people], kind: volunteer-time, preventive: true, years: [{year: 2013-14, hours: 300}]}\n"


@pytest.mark.parametrize(
    ("more", "cases_"),
    [
        ("", ["from-one"]),
        ("  - {partner: council, serves: [home], kind: people, what: Officer time}\n", ["from-one"]),
        ("  - {partner: council, serves: [home], kind: people, years: [{year: 2013-14, whole_time: 2}]}\n", []),
        ("  - {partner: council, serves: [home], kind: building, what: Two halls}\n", []),
        ("  - {partner: council, serves: [home], kind: money, not_yet: {missing: The sum, owner: council, due: 2013-09-30}}\n", []),
    ],
    ids=["one line", "time that nobody counted", "posts", "a building", "honest gap"],
)  # fmt: skip
def test_that_one_partner_gives_all_is_asked_once(more, cases_):
    quiet = ("contribution: Two discharge nurses on every ward round", "contribution: Input")
    parts = {"resources": ONE + more, **_added("Support")}
    assert [one for one in cases(RULE, quiet, parts=parts) if one == "from-one"] == cases_


def test_parts_that_can_be_counted_are_put_in_too():
    assert cases(RULE, parts={"resources": ONE}) == []
