"""Which characters are asked about, and how often."""

import pytest

from soa.rules import all_rules
from tests.rules.sound import checked, put

RULE = "character-not-printed"


def _found(text, *changes):
    whole = put("place", f'place:\n  text: "{text}"')
    for before, after in changes:
        assert before in whole
        whole = whole.replace(before, after)
    return checked(whole, {RULE: all_rules()[RULE]}).findings


@pytest.mark.parametrize(
    "text",
    ["Àird, Tŷ, Łódź and “quotes” – £5…", "Ελλάδα and Украина", "a\xad\u200bb\u2003c", "e\u0300", "✓ and ☕\ufe0f"],
    ids=["letters", "scripts", "traceless", "accents", "signs"],
)
def test_what_can_be_printed_is_not_asked_about(text):
    assert _found(text) == ()


@pytest.mark.parametrize(
    ("text", "case", "said", "shown"),
    [
        ("a 👵 b", "letter", "the character older woman (U+1F475) is in none", "[older woman]"),
        ("א ב", "letter", "hebrew letter alef (U+05D0), hebrew letter bet (U+05D1) are in none", "letter alef, hebrew"),
        ("中文字体", "letter", "cjk unified ideograph-5b57 (U+5B57) and 1 more are", "ideograph-4f53]"),
        ("a \u202e b", "hidden", "the character U+202E is in none", "[U+202E]"),
        ("\uf0b7 item", "hidden", "the character U+F0B7 is in none", "[U+F0B7]"),
    ],
)
def test_what_cannot_be_printed_is_named_and_so_is_what_stands_for_it(text, case, said, shown):
    (found,) = _found(text)
    assert (found.case, found.severity) == (case, "warning")
    assert said in found.message
    assert shown in found.help


def test_a_character_is_asked_about_once_with_its_other_places():
    found = _found(
        "👵 and 👶", ("name: Strathbeg Council", "name: Strathbeg Council 👵"), ("name: NHS Beg", "name: NHS Beg 👵 🎉")
    )
    named = [[name for name in ("older woman", "baby", "party popper") if f"{name} (" in one.message] for one in found]
    assert named == [["older woman", "baby"], ["party popper"]]
    assert [len(one.related) for one in found] == [1, 0]


def test_the_name_of_a_logo_is_not_printed():
    logo = ("name: Strathbeg Council", "name: Strathbeg Council\n    logo: logos/👵.svg")
    assert _found("plain", logo) == ()
