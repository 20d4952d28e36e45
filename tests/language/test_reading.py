"""How hard a text is to read, against texts that were counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.language.reading import readability, sentences, syllables

HEARD = """
1: make used homes school care lives live year years ring asked planned walked bridge judged house those times shoes
1: young hour fire agreed-not free guard square whole friends clothes health one through
2: table wanted houses people children older council prevent leavers carers number visit neighbours social being doing
2: quiet special region million needed started added little simple improve because deprived police partner created-not
2: classes places changes boxes watches wishes science client dying buying evening business Wednesday fuel movement
2: reduce measure figure value language equal parent housing support travel journey money action outcome lonely safely
3: hospital partnership prevention national earlier video radio violence services together volunteer reliable-not
3: annual usual guarantee employee created area ideas medium various serious carrying families management stadium
4: community society evaluation-not equality priority priorities responsible available reliable experience
5: association evaluation
"""
"""Syllables as a Scottish newsreader says them; what ends in -not is passed over."""
WORDS = [
    (word, int(line[0]))
    for line in HEARD.strip().splitlines()
    for word in line[2:].split()
    if not word.endswith("-not")
]


def test_most_words_have_the_syllables_that_are_heard():
    wrong = [(word, heard, syllables(word)) for word, heard in WORDS if syllables(word) != heard]
    assert len(wrong) <= len(WORDS) // 50, wrong


@pytest.mark.parametrize(
    ("word", "heard"),
    [("NHS", 3), ("21.3", 1), ("£410,000", 1), ("2013/14", 1), ("one-off", 2), ("carer’s", 2), ("—", 1), ("", 1)],
)
def test_numbers_are_one_beat_and_abbreviations_are_spelled_letter_by_letter(word, heard):
    assert syllables(word) == heard


def test_a_text_counted_by_hand():
    """Three sentences; 6, 9 and 4 words; 7, 13 and 4 syllables."""
    found = readability(
        "The bus stops at the school.\nOlder people in Muirton fall less than in Kirkton\nWe will ask you."
    )
    assert (found.sentences, found.words) == (3, 19)
    assert found.syllables == 6 + 13 + 4
    assert found.longest == "Older people in Muirton fall less than in Kirkton"
    assert round(found.average, 2) == 6.33


def test_the_age_is_the_grade_of_kincaid_and_five_years():
    """0.39 × 12 + 11.8 × 18 / 12 − 15.59 = 6.79, so about 12 years."""
    twelve = "The national council will visit the older people in the council houses."
    assert [syllables(word) for word in twelve.split()] == [1, 3, 2, 1, 2, 1, 2, 2, 1, 1, 2, 2]
    found = readability(twelve)
    assert (found.words, found.sentences, found.syllables) == (12, 1, 20)
    assert found.age == round(0.39 * 12 + 11.8 * 20 / 12 - 15.59) + 5


def test_harder_words_and_longer_sentences_need_older_readers():
    easy = "We will visit you at home. You can ring us. We will come the next day."
    hard = "Multidisciplinary operational prioritisation facilitates collaborative implementation of preventative interventions"
    assert readability(easy).age < 8
    assert readability(hard).age > 18


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was 21.3 per cent, Dr. Smith said. It fell.", ["It was 21.3 per cent, Dr. Smith said.", "It fell."]),
        ("We have the money. £410,000 is firm.", ["We have the money.", "£410,000 is firm."]),
        ("“Is it so?” She said no.", ["“Is it so?”", "She said no."]),
        ("Open daily, e.g. Mondays and so on", ["Open daily, e.g. Mondays and so on"]),
        ("Glenmore Council\n2013/14\n£410,000\nDone.", ["Done."]),
        ("Older people fall less\nand get home", ["Older people fall less"]),
        ("", []),
    ],
)
def test_where_sentences_end(text, found):
    """At a stop before a capital, and at the end of a line; names and figures alone are none."""
    assert sentences(text) == found


def test_nothing_to_read_needs_no_age():
    assert readability("") == (0, 0, 0, "")
    assert (readability("").average, readability("").age) == (0.0, 0)


@given(st.text(max_size=400))
def test_any_text_can_be_counted(text):
    found = readability(text)
    assert found.syllables >= found.words >= 0
    assert found.age >= 0


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "e" * 20_000, "A. " * 7_000, "." * 20_000, '."' * 10_000, "('" * 10_000]
)
def test_a_long_text_without_sense_is_counted_too(text):
    """The patterns do not go back over it: where one does, this test takes minutes."""
    assert readability(text).words <= 7_000
