"""What may be written at the cursor, which stands at `|`."""

from collections.abc import Callable

import pytest

from soa.editor.completion import Offers, completions
from soa.model.part import Part
from soa.model.review import Round
from soa.model.schema import parts
from soa.rules import all_rules
from soa.rules._references import REFERENCES
from tests.cli.run import in_parts
from tests.rules.sound import FRAME, checked

WHOLE = in_parts(FRAME)


def offered(text: str, name: str = "soa.yaml", **others: str) -> Offers:
    """What is offered at the cursor."""
    files = {f"{key}.yaml": value for key, value in others.items()}
    at = text.index("|")
    last = checked(FRAME)
    return completions("soa.yaml", name, text.replace("|", "", 1), at, _reader(files), all_rules(), last)


def _reader(files: dict[str, str]) -> Callable[[str], str]:
    def read(name: str) -> str:
        if name not in files:
            raise FileNotFoundError(name)
        return files[name]

    return read


def texts(offers: Offers) -> list[str]:
    return [one.text for one in offers.all]


@pytest.mark.parametrize(
    ("written", "typed", "expected"),
    [
        ("          post: Chief Officer\n", "          employer: |\n", "council nhs-beg tsi hscp"),
        ("made_of: [council, nhs-beg]", "made_of: [council, |]", "nhs-beg tsi hscp"),
        ("improving_outcomes: [home.still-home]", "improving_outcomes: [home.still-home, |", "prevention-share falls.admissions home.bed-cost"),
        ("made_of: [council, nhs-beg]", "made_of: [council, |", "nhs-beg tsi hscp"),
        ("{partner: nhs-beg, contribution: Two", "{partner: |, contribution: Two", "council nhs-beg tsi hscp"),
        ("    evidence: [ev-falls]", "    evidence:\n      - |", "ev-falls"),
        ("    evidence: [ev-falls]", "    evidence:\n      - ev|", "ev-falls"),
        ("engagement: [eng-falls]", "engagement: [|]", "eng-falls"),
        ("    lead: hscp\n    rank", "    lead:|\n    rank", "council nhs-beg tsi hscp"),
        ("    lead: hscp\n    rank", '    lead: "|"\n    rank', "council nhs-beg tsi hscp"),
        ("    lead: hscp\n    rank", "    lead: ns|cp\n    rank", "council nhs-beg tsi hscp"),
        ("    lead: hscp\n    rank", "    lead:\n      |\n    rank", "council nhs-beg tsi hscp"),
        ("serves: [home]", "serves: [|]", "older-people falls home prevention"),
        ("contributes_to: [still-home, bed-cost]", "contributes_to: [still-home, |]", "prevention-share bed-cost falls.admissions home.still-home home.bed-cost"),
        ("- indicator: bed-cost", "- indicator: |", "prevention-share still-home bed-cost falls.admissions home.still-home home.bed-cost"),
        ("improving_outcomes: [home.still-home]", "improving_outcomes: [home.|]", "prevention-share falls.admissions home.still-home home.bed-cost"),
        ("plan: muirton-plan", "plan: |", "council-plan nhs-plan muirton-plan"),
        ("of: scottish-government", "of: |", "council nhs-beg tsi hscp scottish-government"),
        ("kind: input\n    definition", "kind: |\n    definition", "outcome output process input"),
        ("preventive: targeted", "preventive: |", "before early targeted"),
        ("fictional: true", "fictional: |", "true false"),
        ("policy_priorities: [older-people]", "policy_priorities: [older-people, |]", "economic-recovery-growth employment early-years safer-stronger health-inequalities"),
    ],
)  # fmt: skip
def test_what_a_key_may_say_is_offered(written: str, typed: str, expected: str) -> None:
    """By the key on the line, or the key whose list the cursor is in; what the list has already is left out."""
    assert FRAME.count(written) >= 1
    assert set(texts(offered(FRAME.replace(written, typed, 1)))) == set(expected.split())


@pytest.mark.parametrize(
    "typed",
    ["title: Older people | fall", "title: O|", "id: |", "# lead: |", "lead: hscp # |", "x-own: |", "lead: hscp, |"],
)
def test_nothing_is_offered_where_people_write_words(typed: str) -> None:
    """Nor in comments, in new ids, or under keys of the partnership's own."""
    assert texts(offered(FRAME.replace("    lead: hscp\n    rank", f"    {typed}\n    rank", 1))) == []


def test_each_offer_says_what_it_is() -> None:
    """Names, titles and statements for ids; meanings for words; the whole word at the cursor is replaced."""
    text = FRAME.replace("    lead: hscp\n    rank", "    lead: hs|cp\n    rank", 1)
    found = offered(text)
    assert text.replace("|", "")[found.start : found.end] == "hscp"
    assert [one.said for one in found.all][:2] == ["Strathbeg Council", "NHS Beg"]
    words = {one.text: one.said for one in offered(FRAME.replace("status: consultation", "status: |")).all}
    assert words["agreed"] == "Signed; say when in agreed."
    served = {one.text: one.said for one in offered(FRAME.replace("serves: [home]", "serves: [|]", 1)).all}
    assert served["falls"].startswith("People aged 65 and over fall less often")
    outcomes = {one.text: one.said for one in offered(FRAME.replace("outcomes: [15]", "outcomes: [|]", 1)).all}
    assert outcomes["1"] == "We live in a Scotland that is the most attractive place for doing business in Europe"


def test_a_part_file_is_offered_the_ids_of_the_whole() -> None:
    """Partners are in the agreement's file, the cursor in another."""
    money = WHOLE["money"].replace("partner: council", "partner: |")
    assert texts(offered(money, "money.yaml", **WHOLE)) == ["council", "nhs-beg", "tsi", "hscp"]


def test_a_broken_text_is_offered_what_was_there_before() -> None:
    """While the list of partners cannot be read, their ids are those of the last sound reading."""
    broken = FRAME.replace("partners:\n  - id: council", "partners:\n  - 'id: council", 1)
    assert {"council", "tsi"} <= set(
        texts(
            offered(broken.replace("        by_whom:\n          lead: council", "        by_whom:\n          lead: |"))
        )
    )


def test_rules_are_offered_in_an_exception() -> None:
    """By name, each with what it asks."""
    found = offered(
        FRAME.replace("    lead: hscp\n    rank", "    # soa: ignore[stale-data, |\n    lead: hscp\n    rank", 1)
    )
    assert "unowned-outcome" in texts(found)
    assert all(one.said for one in found.all)


@pytest.mark.parametrize(("owner", "key"), [(kind, key) for kind, key, _, _ in REFERENCES], ids=str)
def test_every_reference_is_a_key_of_the_model(owner: type[Part], key: str) -> None:
    """What refers to something is said once, for the rule that follows it and for the editor that offers it."""
    assert owner in {*parts(), *parts(Round)}
    assert key in owner.model_fields
