"""The page of the bibliography: every entry once, in its group, with what leads to it and what machines read."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest

from build_edition.edition.bibliography import BibEntry
from build_edition.publish.cite.coins import coins
from build_edition.publish.entries.bibliography import in_alphabet
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, build

BIB = """
@book{roe-1990, author = {Roe, Ann}, title = {The Wells of {Velm}}, publisher = {Tarn Press}, date = {1990}, annote = {Only guessed at.}}
@book{orr-1890, author = {Orr, Jan}, title = {On Rain}, date = {1890}}
@book{vail-1970, author = {Vail, Jo}, title = {Lamps}, date = {1970}}
"""  # noqa: E501

TITLES = """
- id: on-rain
  name: On Rain
  forms: [He said he had two eyes]
  identification: A book.
  bib: orr-1890
"""

GLOSSARY = """
- id: lamp-tax
  headword: lamp tax
  forms: [tax on lamps]
  definition: A tax.
  sources: [{bib: vail-1970, locator: ch. 1}]
"""

CROSSREFS = """
- {work: miller-1901, line: 3, read: our valley, to: "bib:roe-1990", locator: p. 5, note: A guess., cert: low}
- {work: miller-1901, line: 6, read: two eyes, to: "bib:roe-1990"}
"""


@pytest.fixture
def site(edition: EditionFolder, tmp_path: Path) -> BuiltSite:
    with (edition.root / "bib/edition.bib").open("a", encoding="utf-8") as stream:
        stream.write(BIB)
    (edition.root / "edition/registers").mkdir()
    edition.write("edition/registers/works.yml", TITLES)
    edition.write("edition/glossary.yml", GLOSSARY)
    edition.write("edition/crossrefs.yml", CROSSREFS)
    edition.write("docs/index.md", "# Start\n\nLamps [@vail-1970].\n")
    return build(edition.root, tmp_path / "site")


def test_every_entry_stands_once_in_its_group(site: BuiltSite) -> None:
    page = site.pages["bibliography/index.html"]
    order = [e["id"] for e in page.select("h2[id], .entry") if e["id"] != "__comments"]
    assert order == [
        "works-of-the-edition", "miller-1901",
        "works-cited", "orr-1890", "roe-1990",
        "works-relied-on", "vail-1970",
    ]  # fmt: skip
    assert page.select_one("#roe-1990 .lemma").get_text() == "Roe, Ann. The Wells of Velm. Tarn Press, 1990."
    assert page.select_one("#roe-1990 .remark").get_text() == "Only guessed at."


def test_an_entry_leads_back_to_what_cites_it(site: BuiltSite) -> None:
    page = site.pages["bibliography/index.html"]

    def links(key: str) -> list[tuple[str, str]]:
        return [(a.get_text(), a["href"]) for a in page.select(f"#{key} :is(.places, .facts) a")]

    assert links("roe-1990") == [("2", "../works/miller-1901/#2"), ("3", "../works/miller-1901/#3")]
    assert links("orr-1890") == [("Named once", "../titles/#on-rain")]
    assert links("vail-1970") == [("Start", "../"), ("lamp tax", "../glossary/#lamp-tax")]
    assert page.select_one("#miller-1901 .lemma a")["href"] == "../works/miller-1901/"


def test_a_link_in_a_text_is_told_with_its_place(site: BuiltSite) -> None:
    page = site.pages["works/miller-1901/index.html"]
    first, second = page.select("a.to-bib")
    assert (first["href"], first["title"]) == (
        "../../bibliography/#roe-1990",
        "Supposed: Roe, The Wells of Velm, 5.",
    )
    assert "low" in first["class"]
    assert second["title"] == "Roe, The Wells of Velm."
    assert "A guess." in page.get_text()


def test_the_file_is_there_for_a_reference_manager(site: BuiltSite) -> None:
    link = site.pages["bibliography/index.html"].select_one("a[download]")
    assert "roe-1990" in (site.result.output / "bibliography" / link["href"]).read_text(encoding="utf-8")


def test_only_this_page_has_coins(site: BuiltSite) -> None:
    assert len(site.pages["bibliography/index.html"].select(".Z3988")) == 4
    assert [path for path, page in site.pages.items() if page.select(".Z3988")] == ["bibliography/index.html"]
    said = parse_qs(site.pages["bibliography/index.html"].select_one("#roe-1990 .Z3988")["title"])
    assert (said["rft.btitle"], said["rft.au"], said["rft.date"]) == (["The Wells of Velm"], ["Ann Roe"], ["1990"])


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        (
            BibEntry("k", "article", "Oil", ("A & B",), container="Fuel", date="1958-21", volume="4", issue="2"),
            {"rft.genre": "article", "rft.atitle": "Oil", "rft.jtitle": "Fuel", "rft.date": "1958",
             "rft.issue": "2", "rft.au": "A & B"},
        ),
        (
            BibEntry("k", "article", "Oil", container="Fuel", date="1958-02-28"),
            {"rft.date": "1958-02-28"},
        ),
        (
            BibEntry("k", "incollection", "Wicks", container="Lamps", date="1950/1953"),
            {"rft.genre": "bookitem", "rft.atitle": "Wicks", "rft.btitle": "Lamps", "rft.date": "1950"},
        ),
        (BibEntry("k", "misc", "A “Law”"), {"rft.genre": "document", "rft.btitle": "A “Law”"}),
    ],
)  # fmt: skip
def test_coins_say_what_is_known(entry: BibEntry, fields: dict[str, str]) -> None:
    from bs4 import BeautifulSoup

    said = parse_qs(BeautifulSoup(coins(entry), "html.parser").span["title"])
    assert {name: said[name] for name in fields} == {name: [value] for name, value in fields.items()}


def test_an_issue_without_author_and_title_stands_under_the_name_of_its_journal() -> None:
    entries = [
        BibEntry("lamp-3", "article", "", container="The Lamp"),  # a style puts these first
        BibEntry("zephyr-1", "article", "", container="Zephyr"),
        BibEntry("abel", "book", "Wells", sort_name="Abel, Ann"),
        BibEntry("law", "book", "A Law of Wells"),
        BibEntry("mole", "book", "Tunnels", sort_name="Mole, Jo"),
    ]
    bibliography = {entry.key: entry for entry in entries}
    assert in_alphabet(bibliography, bibliography) == ["abel", "lamp-3", "law", "mole", "zephyr-1"]
