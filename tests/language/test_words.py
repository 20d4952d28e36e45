"""How a text is cut into words, and each word brought back to its plain form."""

import pytest

from soa.language.tags import tag
from soa.language.words import singular, verb, verb_of, words


def test_words_keep_their_places_and_quotation_marks_are_passed_over():
    text = "“Éire” isn't 3.5 % 👩 up"
    assert [text[word.start : word.end] for word in words(text)] == ["Éire", "isn't", "3.5", "%", "👩", "up"]


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("libraries", "library"),
        ("children", "child"),
        ("patients'", "patients'"),
        ("children's", "child"),
        ("churches", "church"),
        ("midwives", "midwife"),
        ("bus", "bus"),
        ("buses", "bus"),
        ("access", "access"),
        ("ties", "tie"),
        ("gas", "gas"),
    ],
)
def test_nouns_come_back_to_their_plain_form(word, plain):
    assert singular(word) == plain


@pytest.mark.parametrize(
    ("word", "base", "form"),
    [
        ("planned", "plan", "ed"),
        ("carried", "carry", "ed"),
        ("using", "use", "ing"),
        ("stopping", "stop", "ing"),
        ("uses", "use", "s"),
        ("carries", "carry", "s"),
        ("built", "build", "ed"),
        ("is", "be", "s"),
        ("use", "use", "base"),
        ("spring", "", ""),
        ("had", "", ""),
        ("re-planned", "plan", "ed"),
        ("carried-out", "carry", "ed"),
        ("re-", "", ""),
        ("-out", "", ""),
    ],
)
def test_verbs_come_back_to_a_known_form(word, base, form):
    assert verb(word, {"plan", "carry", "use", "stop", "build", "be"}) == (base, form)


@pytest.mark.parametrize(
    ("noun", "of_verb"),
    [
        ("renovation", "renovate"),
        ("installation", "install"),
        ("harmonisation", "harmonise"),
        ("electrification", "electrify"),
        ("renewal", "renew"),
        ("deployment", "deploy"),
        ("nation", ""),
        ("al", ""),
    ],
)
def test_a_noun_leads_back_to_the_verb_it_is_made_of(noun, of_verb):
    assert verb_of(noun, {"renovate", "install", "harmonise", "electrify", "renew", "deploy"}) == of_verb


def test_a_set_phrase_is_one_word_with_its_class_and_place():
    text = "Looked after children and their care plans"
    assert [(item.lemma, item.kind, text[item.start : item.end]) for item in tag(text) if item.kind] == [
        ("looked_after_child", "person", "Looked after children"),
        ("care_plan", "paper", "care plans"),
    ]
