"""The start page, the downloads and the status of proofreading."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any
from urllib.parse import unquote, urljoin

import pytest

from build_edition.publish.addresses import Addresses
from build_edition.publish.argument.argument import Argument
from build_edition.publish.argument.page import argument_page
from build_edition.publish.by_hand.parts import Parts
from build_edition.publish.pages.decisions import decisions_about
from build_edition.publish.pages.downloads import offered
from build_edition.publish.pages.status import status_page
from build_edition.publish.pages.takeaway import size_words
from build_edition.whole import Whole, prepare_edition
from tests.site_folder import BuiltSite


@pytest.fixture(scope="module")
def whole(specimen_site: BuiltSite) -> Whole:
    return specimen_site.whole


def number(text: str) -> int:
    return int(text.replace(",", "").replace("–", "0"))


def test_a_search_from_the_start_page_leads_to_the_page_of_the_search(page: Any, address: str) -> None:
    page.goto(address)
    page.locator(".ed-start-search input").fill("sluice")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/search/?q=sluice*")


def test_the_example_is_a_passage_of_the_edition(specimen_site: BuiltSite) -> None:
    start = specimen_site.pages["index.html"]
    link = start.select_one(".ed-example .facts a")
    work, _, passage = link.get_text().partition("/")
    path, _, anchor = link["href"].partition("#")
    assert anchor == passage
    assert specimen_site.pages[f"{path}index.html"].find(id=passage)
    assert f"{work}/{passage}" in start.select_one(".ed-example p").get_text()


@pytest.mark.parametrize("site", ["specimen_site", "five"])
def test_every_link_of_a_start_page_leads_somewhere(site: str, request: pytest.FixtureRequest) -> None:
    built: BuiltSite = request.getfixturevalue(site)
    links = built.pages["index.html"].select(".sheet a[href]")
    assert len(links) > 12
    for link in links:
        path, _, anchor = unquote(urljoin("/", link["href"])).partition("#")
        file = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        assert (built.result.output / file).is_file(), link["href"]
        if anchor and path != "/":
            assert built.pages[file].find(id=anchor), link["href"]


@pytest.mark.parametrize("site", ["specimen_site", "five"])
def test_the_downloads_tell_the_size_and_hash_of_the_very_files(site: str, request: pytest.FixtureRequest) -> None:
    built: BuiltSite = request.getfixturevalue(site)
    rows = built.pages["downloads/index.html"].select(".ed-downloads > div")
    files = [row for row in rows if row.select_one(".hash")]
    assert {row["data-path"] for row in files} >= {
        "data/corpus.jsonl",
        "data/glossary.json",
        "data/registers.json",
    }
    for row in files:
        data = (built.result.output / row["data-path"]).read_bytes()
        assert row.select_one(".hash").get_text() == f"SHA-256 {sha256(data).hexdigest()}"
        assert size_words(len(data)) in row.select_one(".size").get_text()
        assert row.a["href"] == f"../{row['data-path']}"


def test_every_link_of_the_downloads_leads_to_a_file(specimen_site: BuiltSite) -> None:
    links = specimen_site.pages["downloads/index.html"].select(":is(.ed-downloads a, .ed-taken td a)")
    assert len(links) > 25
    for link in links:
        assert (specimen_site.result.output / "downloads" / unquote(link["href"])).resolve().is_file(), link[
            "href"
        ]


def test_data_are_offered_when_they_are_there(tmp_path: Any) -> None:
    assert offered(tmp_path) == ()
    (tmp_path / "llms.txt").write_bytes(b"Canals")
    (tmp_path / "dts").mkdir()
    (tmp_path / "dts" / "one.json").write_bytes(b"{}")
    (tmp_path / "dts" / "two.xml").write_bytes(b"<a/>")
    found = {offer.path: offer for offer in offered(tmp_path)}
    assert set(found) == {"dts/", "llms.txt"}
    assert found["llms.txt"].sha256 == sha256(b"Canals").hexdigest()
    assert (found["dts/"].files, found["dts/"].size, found["dts/"].begins) == (2, 6, "")


def test_the_example_of_the_corpus_reads_it(specimen_site: BuiltSite) -> None:
    lines = (specimen_site.result.output / "data/corpus.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["work"] for line in lines} == {item.record.id for item in specimen_site.works}


def test_the_status_counts_what_the_records_hold(specimen_site: BuiltSite, whole: Whole) -> None:
    tables = specimen_site.pages["status/index.html"].select("table.ed-status")
    names = [head.get_text() for head in tables[0].select("thead th")]
    rows = {row.a["href"].split("/")[2]: row for row in tables[0].select("tbody tr")}
    addresses = Addresses(whole, frozenset())
    for item in whole.works:
        cells = [number(cell.get_text()) for cell in rows[item.record.id].select("td")]
        told = dict(zip(names[1:], cells, strict=True))
        decided = decisions_about(whole.project, item, addresses).entries
        kinds = ("Emended", "Conjectured", "In doubt", "Author’s slips", "Calls placed", "Doubts dismissed")
        assert sum(told[kind] for kind in kinds) == len(decided)
        assert told["Emended"] == sum(entry.kind == "emendation" for entry in decided)
        assert told["Passages"] == sum(passage.is_citable for passage in whole.passages[item.record.id])


def test_the_divisions_of_a_book_add_up_to_it(five: BuiltSite) -> None:
    works, *books = five.pages["status/index.html"].select("table.ed-status")
    assert books
    row = next(row for row in works.select("tbody tr") if "sandle-1999" in row.a["href"])
    sums = [number(cell.get_text()) for cell in row.select("td")]
    parts = [[number(cell.get_text()) for cell in part.select("td")] for part in books[0].select("tbody tr")]
    assert [sum(column) for column in zip(*parts, strict=True)][1:] == sums[1:]


def test_where_texts_are_not_here_the_pages_say_so(specimen_site: BuiltSite) -> None:
    project = specimen_site.project
    one = prepare_edition(project, [record for record in project.works if record.id == "who-owns-the-sluice-1961"])
    addresses = Addresses(one, frozenset())
    assert status_page(one, addresses).markdown.count("the text is not here") == len(project.works) - 1
    argument = argument_page(Argument(one), addresses.on("argument/index.md").to)
    assert argument is not None
    assert "None of the texts that are here" in argument.markdown
    assert "<svg" not in argument.markdown


def test_a_part_of_an_unknown_name_is_a_warning(whole: Whole) -> None:
    parts = Parts(whole, Addresses(whole, frozenset()), {}, ())
    found = parts.put("One\n\n<!-- part: mop -->\n\nTwo", "index.md")
    assert found.text == "One\n\n\n\nTwo"
    assert found.warnings[0].startswith("docs/index.md, line 3: there is no part “mop”")
    assert parts.put("<!-- part: downloads -->", "index.md").text == ""


def test_the_start_page_holds_no_row_wider_than_a_telephone(phone: Any, five_address: str) -> None:
    phone.goto(five_address)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.locator("svg.ed-down").is_visible()
