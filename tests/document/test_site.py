"""An agreement over the pages of a site: all of it, once, and nothing that the public may not see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from soa.document.blocks import CrossReference, Section
from soa.document.edition import Edition
from soa.document.site import HOME, Site, site
from tests.document.made import AS_OF, agreement, document, first_outcome, sections, whole

OWN = {"localities", "partners"}
"""Pages that are documents of their own."""


def _site(data=None, **edition) -> Site:
    return site(
        agreement(whole() if data is None else data),
        Edition(**edition),
        as_of=AS_OF,
        digest="d" * 64,
        version="1.2.3",
        pictures={},
    )


@cache
def _whole() -> Site:
    return _site()


def _all(parts: tuple[Section, ...]) -> Iterator[Section]:
    for part in parts:
        yield part
        yield from _all(part.sections)


def _ways(part: object) -> Iterator[str]:
    if isinstance(part, CrossReference):
        yield part.anchor
    if isinstance(part, tuple):
        for one in part:
            yield from _ways(one)


def test_every_section_of_the_agreement_stands_on_exactly_one_page():
    made = _whole()
    front = made.document.front
    at_home = (*front.sections, *((front.aside,) if front.aside else ()))
    shared = [page.section for page in made.pages if page.family not in OWN]
    printed = Counter(part.anchor for part in _all((*at_home, *shared)))
    wanted = sections(document())
    assert len(wanted) > 50
    assert {anchor: printed[anchor] for anchor in wanted} == dict.fromkeys(wanted, 1)


def test_sections_are_printed_as_the_agreement_has_them():
    made = _whole()
    printed = {part.anchor: part for page in made.pages if page.family not in OWN for part in _all((page.section,))}
    for section in document().sections:
        assert printed[section.anchor] == section


def test_each_priority_partner_and_locality_has_a_page_and_files_have_different_names():
    made = _whole()
    data = whole()
    files = [page.file for page in made.pages]
    assert len(set(files)) == len(files)
    assert files[0] == HOME
    for kind in ("priority", "partner", "locality"):
        entries = {"priority": "priorities", "partner": "partners", "locality": "localities"}[kind]
        assert [one for one in files if one.startswith(f"{kind}-")] == [
            f"{kind}-{one['id']}.html" for one in data[entries] if one.get("public", True)
        ]


@pytest.mark.parametrize("left_out", [None, "prevention", "partners", "priorities"])
def test_every_way_leads_to_a_place_that_the_site_has(left_out):
    data = whole()
    data.pop(left_out, None)
    made = _site(data, draft=left_out is not None)
    ways = made.ways
    for page in made.pages:
        own = {part.anchor for part in _all((page.section,))}
        assert set(_ways(page.section)) <= {*ways, *own}, page.file
    assert set(_ways(made.document.front)) <= set(ways)


def test_the_pages_of_partners_lead_to_the_outcomes():
    made = _whole()
    partners = [page for page in made.pages if page.family == "partners"]
    assert any(made.ways[anchor].startswith("priority-") for page in partners for anchor in _ways(page.section))


def test_a_page_without_sections_is_left_out():
    data = whole()
    for key in ("engagement", "assessments", "localities"):
        data.pop(key, None)
    files = {page.file for page in _site(data, draft=True).pages}
    assert "people.html" not in files
    assert "resources.html" in files


def test_an_empty_agreement_has_a_site_too():
    made = _site({}, draft=True)
    assert made.pages[0].file == HOME
    assert "about.html" in {page.file for page in made.pages}


def test_every_measure_stands_in_the_list_with_its_outcomes():
    made = _whole()
    (page,) = [page for page in made.pages if page.file == "indicators.html"]
    (measures,) = [part for part in page.section.sections if part.anchor == "measures"]
    said = str(measures)
    for one in first_outcome(whole())["what"]["indicators"]:
        assert one.get("name", "") in said


def test_a_search_finds_each_section_by_its_title_and_words():
    made = _whole()
    found = {(one.file, one.anchor): one for one in made.entries}
    assert len(found) == len(made.entries)
    ways = made.ways
    for anchor in sections(document()):
        assert (ways[anchor], anchor) in found
    outcome = first_outcome(whole())
    answer = next(one for one in made.entries if one.within.startswith("Outcome 1.1"))
    assert outcome["what"]["statement"] in answer.within
    assert any(outcome["how"][0]["action"] in one.words for one in made.entries)


def test_what_is_not_public_is_nowhere_on_a_public_site_and_its_data_never_have_it():
    data = whole()
    first_outcome(data)["how"][0] |= {"action": "Watch the house at Number Nine", "public": False}
    public, for_partners = str(_site(data)), _site(data, audience="partners")
    assert "Number Nine" not in public
    assert "Number Nine" in str(for_partners.pages)
    assert "Number Nine" not in for_partners.plan
    assert "Number Nine" not in str(for_partners.data)
    assert for_partners.document.stamps[0].kind == "partners"
