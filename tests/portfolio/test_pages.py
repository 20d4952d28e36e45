"""The portfolio's site and data: every way leads somewhere, nothing is ranked, nothing runs, and thousands have their pages."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from soa.document.blocks import Chart
from soa.document.plot import width_of
from soa.portfolio.facts import GapFacts, YearFacts
from soa.portfolio.files import files_of
from soa.portfolio.home import MOST_ASKED
from soa.portfolio.leaves import MOST_NAMED, ON_A_PAGE
from soa.portfolio.portfolio import Portfolio, gather
from soa.portfolio.shared_pages import MOST_ASKED as MOST_PRINTED
from soa.portfolio.standing import subjects
from soa.reference import areas
from soa.writers.press import Press
from tests.portfolio.sample import facts, judged, scotland, text, trouble
from tests.writers.test_in_browser import RULES
from tests.writers.test_site import Seen

AS_OF = date(2013, 7, 1)
EVERY = ("html", "csv", "json")
HOSTILE = "=cmd|'/c calc'!A1 </script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


def _files(portfolio: Portfolio, formats: tuple[str, ...] = EVERY, press: Press | None = None) -> dict[str, bytes]:
    return files_of(portfolio, formats, press or Press(), as_of=AS_OF, version="1.2.3")


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


@pytest.fixture(scope="module")
def of_scotland() -> Portfolio:
    """All 32 areas, an earlier round of one, and a folder that cannot be read."""
    from soa.portfolio.facts import facts_of

    every = [facts_of(judged(said), folder) for folder, said in scotland()]
    return gather([*every, facts("Moray", "no-gap", root="moray-2012", version=1), trouble("broken")])


@pytest.fixture(scope="module")
def files(of_scotland: Portfolio, press: Press) -> dict[str, bytes]:
    return _files(of_scotland, press=press)


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, Seen]:
    return {name: Seen(data.decode()) for name, data in files.items() if name.endswith(".html")}


def _ways(pages: dict[str, Seen], name: str) -> list[str]:
    return [way for way in pages[name].hrefs if not re.match(r"(https?|mailto):", way)]


# ---- the site ------------------------------------------------------------------------------------------------------


def test_every_way_leads_to_a_file_and_a_place_in_it(files, pages):
    for name in pages:
        for way in _ways(pages, name):
            file, _, anchor = way.partition("#")
            assert (file or name) in files, (name, way)
            assert not anchor or anchor in pages[file or name].ids, (name, way)


def test_every_page_is_reached_from_the_first(pages):
    found, waiting = {"index.html"}, ["index.html"]
    while waiting:
        for way in _ways(pages, waiting.pop()):
            file = way.partition("#")[0]
            if file in pages and file not in found:
                found.add(file)
                waiting.append(file)
    assert found == set(pages)


def test_each_page_has_ids_of_its_own_one_first_heading_and_no_script_inside(pages):
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        assert page.tags.count("h1") == 1, name
        assert set(page.scripts) <= {"site.js", "search-index.js"}, name
        assert "style" not in page.attributes, name


def test_each_area_has_its_page_and_the_broken_folder_its_reasons(files, pages):
    assert len([name for name in pages if name.startswith("area-")]) == 32
    home = files["index.html"].decode()
    assert "broken" in home
    assert "soa.yaml, line" in home
    assert "32 areas, 1 earlier round beside them" in home


@pytest.mark.parametrize("name", ["questions", "prevention", "leads", "gaps", "resources", "areas"])
def test_tables_are_in_the_order_of_the_alphabet(name, files, of_scotland):
    body = files[f"{name}.html"].decode().rpartition("<tbody>")[2]
    shown = re.findall(r'<th scope="row"><a href="(area-[a-z-]+)\.html"', body)
    assert shown == [area.file for area in of_scotland.areas]


def test_nothing_is_ranked_or_summed_to_one_number(pages, files):
    for name in pages:
        said = files[name].decode().lower()
        for word in ("score", "rank ", "ranking", "league", "best", "worst", "points out of", "kpi"):
            assert word not in said.replace("score from 0 to 10", ""), (name, word)


def test_an_areas_page_has_its_grid_its_first_questions_and_its_rounds(files):
    said = files["area-moray.html"].decode()
    assert "People aged 65 and over fall less often" in said
    for heading in ("The four questions", "Prevention", "What to ask first", "What is good in it", "Money", "Rounds"):
        assert f">{heading}</h2>" in said
    assert "moray-2012" in said
    assert said.index(">moray<") < said.index(">moray-2012<")


def test_a_mark_is_a_shape_and_a_word(files):
    said = files["area-city-of-edinburgh.html"].decode()
    assert "● Answered" in said
    assert "○ Missing" in said


def test_a_chart_says_its_figures_in_words(files):
    said = files["questions.html"].decode()
    assert "What will improve? 64 answered, 0 thin, 0 missing." in said
    assert "Moray: 2 of 2, 2 of 2, 2 of 2 and 1 of 2" in said


def test_a_comparison_shows_values_with_margins_and_why_others_are_left_out(files):
    said = files["measure-households-in-fuel-poverty.html"].decode()
    assert "± 4.0" in said
    assert "2009 to 2011" in said
    assert "9.0% by 2022/23" in files["measure-share-of-the-two-bodies-spending-that-goes-to-prevention.html"].decode()
    falls = files["measure-emergency-admissions-after-a-fall-people-aged-65-and-over.html"].decode()
    assert "too few to show" in falls
    assert "A count, not a rate: counted in admissions." in falls
    assert "Different years: its newest value is for 2010/11." in falls
    assert "375" not in falls


def test_promises_of_one_body_are_quoted_with_their_places(files):
    said = files["body-police-scotland.html"].decode()
    assert "Promised in one area, stopped in another" in said
    assert "Stops: Officers no longer visit every secondary school" in said
    assert "home/how/officers" in said


def test_the_same_portfolio_gives_the_same_bytes(of_scotland, files, press):
    assert _files(of_scotland, press=press) == files


def test_words_of_an_author_become_neither_markup_nor_formula_nor_script(press):
    bad = HOSTILE.replace('"', "'").replace("'", "’")
    said = text("Moray", "nobody-leads").replace("lead: all partners", f"lead: '{bad}'")
    said = said.replace("title: Moray Single", f"title: '{bad}' # ").replace(
        "statement: People aged 65", f"statement: '{bad}' # "
    )
    from soa.portfolio.facts import facts_of

    made = _files(gather([facts_of(judged(said), f"x/{bad}"), trouble(f"y/{bad}")]), press=press)
    for name, data in made.items():
        if name.endswith(".html"):
            page = Seen(data.decode())
            assert "onerror" not in page.attributes, name
            assert "img" not in page.tags, name
            assert set(page.scripts) <= {"site.js", "search-index.js"}, name
    assert b"</script" not in made["search-index.js"]
    for name in ("agreements", "questions", "indicators"):
        for row in _rows(made[f"data/{name}.csv"]):
            assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values()), name
    assert _rows(made["data/agreements.csv"])[0]["title"].startswith("'=cmd")


def test_an_empty_portfolio_has_all_its_pages(press):
    made = _files(gather([trouble()]), press=press)
    assert {"index.html", "questions.html", "practice.html", "measures.html", "bodies.html"} <= made.keys()


def test_only_what_is_asked_for_is_made(of_scotland):
    assert set(_files(of_scotland, ("json",))) == {"data/portfolio.json"}
    assert set(_files(of_scotland, ("csv",))) == {
        "data/agreements.csv",
        "data/questions.csv",
        "data/indicators.csv",
        "data/csv-metadata.json",
    }
    assert files_of(of_scotland, ("json",), None, as_of=AS_OF, version="1.2.3").keys() == {"data/portfolio.json"}


# ---- many ----------------------------------------------------------------------------------------------------------


def test_with_many_areas_no_page_is_endless(press):
    """Their tables are spread over pages, each reached from the subject's own, and each area keeps its page."""
    one = facts("Moray")
    number = 2 * ON_A_PAGE + 5
    names = [f"Place {at:03}" for at in range(number)]
    made = _files(gather(one._replace(area=name, code="", root=name) for name in names), ("html",), press)
    seen = {name: Seen(data.decode()) for name, data in made.items() if name.endswith(".html")}
    for subject in ("questions", "prevention", "leads", "gaps", "resources"):
        parts = [name for name in seen if re.fullmatch(rf"{subject}-\d+\.html", name)]
        assert len(parts) == 3
        assert {way for way in seen[f"{subject}.html"].hrefs if way in parts} == set(parts)
        listed = [way for part in sorted(parts) for way in seen[part].hrefs if way.startswith("area-")]
        assert listed == [f"area-place-{at:03}.html" for at in range(number)]
    assert max(made[name].count(b"<tr>") for name in seen if name != "areas.html") <= 2 * ON_A_PAGE
    assert len(seen["areas.html"].hrefs) >= number
    assert "aria-current" in made["questions-1.html"].decode()


# ---- data ----------------------------------------------------------------------------------------------------------


def test_the_table_of_agreements_has_earlier_rounds_marked(files):
    rows = _rows(files["data/agreements.csv"])
    assert len(rows) == 33
    moray = {row["folder"]: row for row in rows if row["area"] == "Moray"}
    assert (moray["moray"]["newest"], moray["moray-2012"]["newest"]) == ("true", "false")
    assert (moray["moray"]["code"], moray["moray"]["outcomes"], moray["moray"]["led_by_council"]) == (
        "S12000020",
        "2",
        "1",
    )
    assert moray["moray"]["money"] == "930000"


def test_questions_and_measures_are_of_the_newest_alone(files):
    for name in ("questions", "indicators"):
        folders = {row["folder"] for row in _rows(files[f"data/{name}.csv"])}
        assert "moray" in folders
        assert "moray-2012" not in folders


def test_too_few_is_an_empty_cell(files):
    rows = [row for row in _rows(files["data/indicators.csv"]) if row["suppressed"] == "true"]
    assert rows
    assert {(row["value"], row["margin"], row["out_of"]) for row in rows} == {("", "", "")}


def test_the_metadata_name_every_column_of_every_table(files):
    said = json.loads(files["data/csv-metadata.json"])
    for table in said["tables"]:
        columns = [column["name"] for column in table["tableSchema"]["columns"]]
        header = next(csv.reader(io.StringIO(files[f"data/{table['url']}"].decode("utf-8-sig"))))
        assert columns == header
        key = table["tableSchema"]["primaryKey"]
        rows = [tuple(row[name] for name in key) for row in _rows(files[f"data/{table['url']}"])]
        assert len(rows) == len(set(rows))


def test_the_json_has_all_of_it_with_its_version(files, of_scotland):
    said = json.loads(files["data/portfolio.json"])
    assert (said["version"], said["soa"], said["as_of"]) == (1, "1.2.3", "2013-07-01")
    assert len(said["agreements"]) == 33
    assert said["problems"][0]["root"] == "broken"
    assert [one["name"] for one in said["comparisons"]] == [one.name for one in of_scotland.comparisons]
    value = said["comparisons"][-1]["areas"][0]["value"]["value"]
    assert value == "4.0"  # as it was written: a number of JSON would lose the nought


# ---- in a browser --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def on_disk(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portfolio")
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.chromium
@pytest.mark.node
@pytest.mark.parametrize(
    ("width", "scheme", "media"),
    [(1280, "light", "screen"), (1280, "dark", "screen"), (320, "light", "screen"), (794, "light", "print")],
)
def test_axe_finds_no_barrier_and_nothing_is_wider_than_the_screen(
    width, scheme, media, on_disk: Path, browser: Browser, node_modules: Path
):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.emulate_media(media=media, color_scheme=scheme)
    axe = (node_modules / "axe-core" / "axe.min.js").read_text("utf-8")
    of_one_area = {"area-moray.html", "area-fife.html", "area-city-of-edinburgh.html"}
    for file in sorted(on_disk.glob("*.html")):
        if file.name.startswith("area-") and file.name not in of_one_area:
            continue
        page.goto(file.as_uri())
        page.evaluate(axe)
        found = page.evaluate("(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", RULES)
        assert [(file.name, one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), file.name
    page.close()


@pytest.mark.chromium
def test_an_area_is_found_by_what_it_means_to_improve(on_disk: Path, browser: Browser):
    page = browser.new_page()
    page.goto(f"{(on_disk / 'search.html').as_uri()}#Shetland%20hospital")
    assert page.locator("#found a").first.get_attribute("href") == "area-shetland-islands.html"
    page.close()


def test_areas_of_which_none_states_money_are_shown_without_a_chart_of_it():
    made = gather([facts("Moray")._replace(money=()), facts("Fife")._replace(money=())])
    page = _files(made, ("html",))["resources.html"].decode()
    assert "None stated" in page
    assert "What part of the stated money is firm" not in page


# ---- as a reader found them ----------------------------------------------------------------------------------------


def _words(data: bytes) -> str:
    """What a page says, without its pictures."""
    said = re.sub(r"<(svg|script|style)\b.*?</\1>", " ", data.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", said)).split())


def _page(portfolio: Portfolio, name: str, press: Press) -> str:
    return _words(_files(portfolio, ("html",), press)[name])


def test_the_first_page_leads_to_all_areas_and_to_what_is_asked_most(files, pages, of_scotland):
    hrefs = pages["index.html"].hrefs
    assert [way for way in hrefs if way.startswith("area-")] == [f"{area.file}.html" for area in of_scotland.areas]
    ways = [way for way in hrefs if way.startswith("practice.html#theme-")]
    assert len(ways) == MOST_ASKED
    most = max(len(asked.areas) for one in of_scotland.weaknesses for asked in one.asked)
    assert f"Asked of {most} areas of 32." in _words(files["index.html"])


def test_with_very_many_areas_the_first_page_leads_to_their_letters(press):
    one = facts("Moray")
    names = [f"{letter}place {at}" for letter in "ABC" for at in range(ON_A_PAGE // 2)]
    made = _files(gather(one._replace(area=name, code="", root=name) for name in names), ("html",), press)
    home = Seen(made["index.html"].decode())
    assert not [way for way in home.hrefs if way.startswith("area-")]
    ways = [way for way in home.hrefs if way.startswith("areas.html#")]
    assert len(ways) == 3
    assert {way.partition("#")[2] for way in ways} <= set(Seen(made["areas.html"].decode()).ids)


def test_an_agreement_that_was_read_in_part_is_said_to_be_wherever_it_is_looked_at(press):
    reasons = ("asks.yaml, line 3: This is no <b>text</b>", "and 2 more")
    made = _files(gather([facts("Moray")._replace(unread=reasons), facts("Fife")]), press=press)
    for name in ("index.html", "area-moray.html"):
        assert "This is no &lt;b&gt;text" in made[name].decode()
    for name in ("questions", "prevention", "leads", "gaps", "resources", "areas"):
        assert _words(made[f"{name}.html"]).count("read in part") == 1, name
    assert "read in part" not in _words(made["area-fife.html"]).lower()
    rows = {row["area"]: row["read_in_part"] for row in _rows(made["data/agreements.csv"])}
    assert rows == {"Fife": "", "Moray": "; ".join(reasons)}
    assert json.loads(made["data/portfolio.json"])["agreements"][1]["unread"] == list(reasons)


def test_an_earlier_round_that_was_read_in_part_says_so_and_the_newest_does_not(press):
    made = _files(
        gather([facts("Moray"), facts("Moray", root="old")._replace(version=1, unread=("why",))]), ("html",), press
    )
    said = _words(made["area-moray.html"])
    assert said.count("read in part") == 1
    assert said.index("read in part") > said.index("Newest first")
    assert "read in part" not in _words(made["questions.html"])


def test_what_is_firm_is_shown_for_the_first_year_alone(press):
    """A plan of one year is all firm, one of three years need not be; of their first years they may be alike."""
    one = facts("Moray")
    first = one.money[0]
    short, long = one._replace(area="Fife", money=(first,)), one
    portfolio = gather([short, long])
    page = _files(portfolio, ("html",), press)["resources.html"].decode()
    said = _words(page.encode())
    assert "Fife, 2013/14: firm 100%, for prevention 100%; Moray, 2013/14: firm 100%, for prevention 100%." in page
    assert "shares may be" not in said
    assert "44%" not in page  # firm of all three years


def test_what_an_agreement_does_not_say_of_its_money_is_not_nought_per_cent(press):
    one = facts("Moray")
    unsaid = YearFacts("2013-14", firm=0, indicative=0, estimate=0, unsaid=500, preventive=0)
    some = YearFacts("2013-14", firm=100, indicative=300, estimate=0, unsaid=100, preventive=50)
    page = _files(gather([one._replace(money=(unsaid,)), one._replace(area="Fife", money=(some,))]), ("html",), press)[
        "resources.html"
    ].decode()
    assert "Moray, 2013/14: firm not said, for prevention none marked." in page
    assert "Fife, 2013/14: firm 20% (20% not said), for prevention 10%" in page


def test_a_gap_that_would_widen_is_not_shown_among_those_that_narrow_without_a_word(press):
    one = facts("Moray", "gap")
    outcome = one.outcomes[0]
    gaps = (
        *(GapFacts(f"Good {number}", "narrows") for number in range(5)),
        GapFacts("Teeth", "widens"),
        GapFacts("Nurses", ""),
    )
    said = _page(gather([one._replace(outcomes=(outcome._replace(gaps=gaps), *one.outcomes[1:]))]), "gaps.html", press)
    assert "Teeth (by its own targets this one would widen) Good 0 Good 1 and 4 more" in said
    assert "By its own targets 1 gap would widen." in said
    few = (outcome._replace(gaps=(GapFacts("Nurses", ""), GapFacts("Pupils", "stays"))), *one.outcomes[1:])
    said = _page(gather([one._replace(outcomes=few)]), "gaps.html", press)
    assert "Nurses (not both ends have a target) Pupils (by its own targets this one would stay as it is)" in said
    assert "would widen" not in said


def _heads(spec: str) -> list[tuple[float, str]]:
    """Where the heads of a chart's columns stand."""
    found: list[tuple[float, str]] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            mark = value.get("mark")
            if isinstance(mark, dict) and "key" in mark.get("style", ()):
                found.extend((row["x"], row["said"]) for row in value["data"]["values"])
            for one in value.values():
                look(one)
        elif isinstance(value, list):
            for one in value:
                look(one)

    look(json.loads(spec))
    return sorted(found)


def test_no_head_of_a_chart_runs_into_the_next(of_scotland):
    long = gather([*(facts(area.name) for area in areas()), facts("Kyleness and the Outer Isles", fictional=True)])
    seen = 0
    for portfolio in (of_scotland, long, gather([facts("Moray")])):
        for subject in subjects(portfolio):
            for block in (*subject.whole, *subject.some(portfolio.areas)):
                if isinstance(block, Chart):
                    heads = _heads(block.spec)
                    seen += len(heads)
                    for (at, said), (then, _) in pairwise(heads):
                        assert at + width_of(said) <= then, (subject.name, said)
    assert seen > 30


def test_where_nothing_is_to_be_compared_it_is_said_what_was_looked_at(press):
    alone = gather([facts("Moray")])
    assert "measures with figures, in 1 area, were looked at; with one area" in _page(alone, "measures.html", press)
    one = facts("Moray")
    other = one._replace(
        area="Fife",
        indicators=tuple(measure._replace(name=f"Another {at}", core="") for at, measure in enumerate(one.indicators)),
        undertakings=tuple(
            undertaking._replace(words=f"Something that is quite different number {'x' * at}")
            for at, undertaking in enumerate(one.undertakings)
        ),
    )
    made = _files(gather([one, other]), ("html",), press)
    number = 2 * len([measure for measure in one.indicators if measure.values])
    said = _words(made["measures.html"])
    assert f"{number} measures with figures, in 2 areas, were looked at. No two areas have the same one" in said
    said = _words(made["bodies.html"])
    assert re.search(r"\d+ promises of \d+ such (body|bodies) were looked at; \d+ (body promises|bodies promise)", said)
    counts = gather([facts("Moray", "counts")._replace(indicators=facts("Moray", "counts").indicators[:1]),
                     facts("Fife", "counts")._replace(indicators=facts("Fife", "counts").indicators[:1])])  # fmt: skip
    said = _page(counts, "measures.html", press)
    assert "2 measures with figures, in 2 areas, were looked at. 1 of them stands in two areas or more" in said
    nothing = gather([one._replace(indicators=(), undertakings=())])
    assert "nothing to compare" in _page(nothing, "measures.html", press)
    assert "nothing to look at" in _page(nothing, "bodies.html", press)


def test_of_one_theme_few_questions_passages_and_areas_are_printed(press, of_scotland):
    page = _files(of_scotland, ("html",), press)["practice.html"].decode()
    for section in re.split(r'<section id="theme-', page)[1:]:
        tables = re.findall(r"<tbody>(.*?)</tbody>", section, flags=re.DOTALL)
        assert all(table.count("<tr>") <= MOST_PRINTED for table in tables)
        for row in re.findall(r"<tr>(.*?)</tr>", section, flags=re.DOTALL):
            assert row.count('href="area-') <= MOST_NAMED
    assert re.search(r"and \d+ more areas", _words(page.encode()))
    assert "in their own words" in _words(page.encode())
