"""Gaelic labels: every one is there, none is English, and the partnership's own words are marked as English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pikepdf
import pytest

from soa.document import compose as composing
from soa.document import labels as labelling
from soa.document.blocks import Chart, Code, Document, Hole, InLanguage, Link, NoteMark, Tag, Text
from soa.document.catalogue import BY_KIND, ENGLISH
from soa.document.compose import compose, ids_of
from soa.document.edition import PARTS, WITH_ID, Edition
from soa.document.gaelic import GAELIC, GAELIC_BY_KIND, UNCHECKED
from soa.document.labels import Labels, labels_for
from soa.document.say import Say
from soa.model.scalars import Moment
from soa.writers import WRITERS
from soa.writers.press import Press
from tests.document.made import AS_OF, agreement, whole, words

EDITIONS = tuple(
    Edition(part, of, language="gd")
    for part in PARTS
    for of in (ids_of(agreement(whole()), part) if part in WITH_ID else ("",))
)
MARK = "\ue000"
"""Stands for every fixed word: a letter that nothing else is written with."""
_GAP = re.compile(r"\{[a-z]+\}")
_NAMES = re.compile(r"\{[a-z]+\}|PDF|Word|Markdown|CSV|JSON|[KM]B")
"""Gaps, and names that are the same in both languages."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def made(edition: Edition = EDITIONS[0], data: Any = None) -> Document:
    """One document of the whole agreement."""
    read = agreement(whole() if data is None else data)
    return compose(read, edition, as_of=AS_OF, digest="0" * 64, version="1.2.3", pictures={})


# ---- the dictionary ------------------------------------------------------------------------------------------------


def test_both_languages_have_the_same_labels() -> None:
    """One that were missing would be English in a Gaelic document, or stop it."""
    assert set(GAELIC) ^ set(ENGLISH) == set()
    assert {kind: set(said) for kind, said in GAELIC_BY_KIND.items()} == {
        kind: set(said) for kind, said in BY_KIND.items()
    }


def test_a_label_leaves_the_same_gaps_in_both_languages() -> None:
    """Nothing that an author wrote is lost; but a question about a key of the format would print its English title."""
    other = {key for key in ENGLISH if set(_GAP.findall(ENGLISH[key])) != set(_GAP.findall(GAELIC[key]))}
    assert other == {"question-other"}
    assert _GAP.findall(GAELIC["question-other"]) == []


def test_no_label_is_left_in_english() -> None:
    """Where English has words, Gaelic has others; and acute accents are not of today's spelling."""
    worded = {key: said for key, said in ENGLISH.items() if _WORD.search(_NAMES.sub("", said))}
    assert [key for key, said in worded.items() if GAELIC[key] == said] == []
    assert [key for key, said in GAELIC.items() if re.search("[áéíóúÁÉÍÓÚ]", said)] == []


def test_every_label_that_nobody_checked_is_a_label() -> None:
    """The list of them only shrinks."""
    assert set(GAELIC) >= UNCHECKED


def test_the_dictionary_is_one_letter_for_letter() -> None:
    """Apostrophes are the printer's, sentences that end in English end in Gaelic too."""
    for key, said in GAELIC.items():
        assert "'" not in said
        assert said.strip() == said or key == "and"
        assert said.endswith(".") == ENGLISH[key].endswith(".")


# ---- what a Gaelic document says -----------------------------------------------------------------------------------


def _outside(part: object) -> Iterator[str]:
    """The words in inlines that are not marked as another language's."""
    match part:
        case InLanguage():
            return
        case Text(said) | Code(said) | Tag(said) | Hole(said):
            yield said
        case Link(inner, _):
            yield from _outside(inner)
        case NoteMark():
            return
        case tuple():
            for one in part:
                yield from _outside(one)
        case _:
            return


def _written(value: Any) -> Iterator[str]:
    if isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _written(one)
    else:
        yield str(value)


def _marked(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Document:
    """A document whose labels are marks around the gaps."""

    def marks(kind: str, language: str = "en") -> Labels:
        known = labels_for(kind, "gd" if language == "gd" else "en")
        catalogue = {key: MARK + MARK.join(_GAP.findall(said)) + MARK for key, said in known.catalogue.items()}
        return known._replace(catalogue=catalogue)

    monkeypatch.setattr(composing, "labels_for", marks)
    return made(edition)


ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\b0[\d ]{9,}")


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.file)
def test_outside_what_is_marked_as_english_every_word_is_a_label(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With each label a mark, nothing else is left in a line but numbers and addresses."""
    document = _marked(edition, monkeypatch)
    found = {said for said in _outside(document) if _WORD.search(ADDRESS.sub("", said))}
    assert found == set()


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.file)
def test_captions_and_titles_hold_only_labels_and_the_partnerships_words(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be marked is not made up of English either."""
    theirs = {word for said in _written(whole()) for word in _WORD.findall(said)}
    document = _marked(edition, monkeypatch)
    spoken = [
        document.title,
        document.description,
        *(_GAP.sub("", said) for said in document.words),
        document.front.place,
        document.front.kind,
        document.front.period,
        *(said for stamp in document.stamps for said in (stamp.word, stamp.says)),
        *_captions(document),
    ]
    assert {word for said in spoken for word in _WORD.findall(said)} <= theirs
    assert MARK in "".join(spoken)


def _captions(part: object) -> Iterator[str]:
    if not isinstance(part, tuple):
        return
    if isinstance(part, Chart):
        yield from (said.replace("\\n", " ") for said in re.findall(r'"said":"(.*?)"', part.spec))
    for field in ("caption", "number", "says", "label", "question", "help"):
        yield from (said for said in [getattr(part, field, "")] if isinstance(said, str))
    title = getattr(part, "title", "")
    yield from [title] if isinstance(title, str) else []
    for one in part:
        yield from _captions(one)


# ---- each part of it -----------------------------------------------------------------------------------------------


def _spoken(part: object, language: str = "") -> Iterator[tuple[str, str]]:
    """Every word in inlines, and the language that it is marked with."""
    match part:
        case InLanguage(inner, tag):
            yield from _spoken(inner, tag)
        case Text(said) | Code(said):
            yield said, language
        case tuple():
            for one in part:
                yield from _spoken(one, language)
        case _:
            return


def test_an_english_document_marks_no_language() -> None:
    """Its labels are in the partnership's own."""
    assert {language for _, language in _spoken(made(Edition()))} == {""}


@pytest.mark.parametrize(
    "said",
    [
        "Glenmore Council",
        "per 1,000 people aged 65 and over",
        "We live longer, healthier lives",
        "Muirton",
    ],
)
def test_names_units_and_what_scotlands_lists_say_are_marked_as_english(said: str) -> None:
    """A reader aloud changes its voice for them."""
    found = {language for words, language in _spoken(made()) if said in words}
    assert found == {"en-GB"}


def test_a_groups_name_that_is_a_label_is_gaelic() -> None:
    """Only an id that the catalogue does not know stands as it was written."""
    data = whole()
    measure = data["priorities"][0]["outcomes"][0]["what"]["indicators"][0]
    measure["breakdown"][0]["of"] = measure["gap"]["between"][0] = "most-deprived-fifth"
    spoken = list(_spoken(made(EDITIONS[0], data)))
    assert ("an còigeamh as motha easbhaidh", "") in spoken
    assert not any("deprived fifth" in words for words, _ in spoken)


def test_dates_are_said_in_gaelic() -> None:
    """As Scotland's public bodies write them."""
    say = Say(labels_for("", "gd"))
    assert say.moment(Moment("2014-03-31")) == "31 Màrt 2014"
    assert say.moment(Moment("2013-14 Q1")) == "Giblean gu Ògmhios 2013"
    assert say.listed(("a", "b", "c")) == "a, b agus c"


def test_a_missing_answer_asks_in_gaelic() -> None:
    """Also where the question would be made of the English title of a key."""
    data = whole()
    outcome = data["priorities"][0]["outcomes"][0]
    del outcome["what"]["statement"], outcome["risks"][0]["response"]
    found = words(made(Edition(language="gd", draft=True), data))
    assert GAELIC["question-statement"] in found
    assert GAELIC["question-other"] in found
    assert "What is the response" not in found


def test_it_says_in_both_languages_that_nobody_has_checked_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as one label is unchecked; an English document says nothing of it."""
    for said in (GAELIC["labels-unchecked"], ENGLISH["labels-unchecked"]):
        for edition in EDITIONS:
            assert said in words(made(edition).colophon)
        assert said not in words(made(Edition()))
    monkeypatch.setattr(labelling, "UNCHECKED", frozenset())
    assert GAELIC["labels-unchecked"] not in words(made())


def test_a_kind_of_plan_has_its_own_words_in_gaelic_too() -> None:
    """What a plan is called follows its kind."""
    data = whole()
    data["agreement"]["kind"] = "local-outcomes-improvement-plan"
    assert made(EDITIONS[0], data).front.kind == "Plana Leasachaidh Bhuilean Ionadail"


# ---- written -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all."""
    return Press()


def test_the_page_says_which_language_it_is_in(press: Press) -> None:
    """Of the whole, and of each name within it."""
    page = WRITERS["html"](made(), press).decode()
    assert '<html lang="gd-GB">' in page
    assert '<span lang="en-GB">Glenmore Council</span>' in page
    assert "Skip to" not in page


def test_the_word_file_says_which_language_it_is_in(press: Press) -> None:
    """In its properties, in its styles, and at every name within it."""
    file = BytesIO(WRITERS["docx"](made(), press))
    assert docx.Document(file).core_properties.language == "gd-GB"
    with ZipFile(file) as parts:
        assert re.findall(rb'<w:lang w:val="([^"]*)"', parts.read("word/styles.xml")) == [b"gd-GB"]
        assert set(re.findall(rb'<w:lang w:val="([^"]*)"', parts.read("word/document.xml"))) == {b"en-GB"}


def test_the_pdf_says_which_language_it_is_in(press: Press) -> None:
    """For the whole, and as a tag around each name."""
    with pikepdf.open(BytesIO(WRITERS["pdf"](made(), press))) as pdf:
        assert str(pdf.Root.Lang) == "gd-GB"
        assert any(
            str(getattr(one, "Lang", "")) == "en-GB" for one in pdf.objects if isinstance(one, pikepdf.Dictionary)
        )
