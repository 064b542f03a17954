"""What machines read in the head of a page.

Zotero's embedded-metadata translator takes the kind of a text from Highwire tags: `citation_inbook_title` makes a
chapter, `citation_journal_title` an article; without either it asks `og:type`. `FIELDS` below is its table.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from build_edition.apparatus.divisions import divisions, has_chapters
from build_edition.edition.project import Project
from build_edition.publish.metadata.about import about_text
from build_edition.publish.metadata.head import head
from build_edition.publish.wording import printed_pages
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, build

# Of Zotero's "Embedded Metadata" translator (its `HIGHWIRE_MAPPINGS` and what it reads beside them).
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_inbook_title": "publicationTitle",
    "citation_journal_title": "publicationTitle",
    "citation_issn": "ISSN",
    "citation_isbn": "ISBN",
    "citation_publisher": "publisher",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_language": "language",
    "citation_public_url": "url",
}
ADDRESS = "https://velm.example/edition/"


def read_as_zotero_does(page: BeautifulSoup) -> dict[str, Any]:
    """The item that the translator makes of a page with these tags."""
    tags = [(tag["name"], tag["content"]) for tag in page.select("head > meta[name^='citation_']")]
    item: dict[str, Any] = {FIELDS[name]: value for name, value in tags if name in FIELDS}
    item["creators"] = [value for name, value in tags if name == "citation_author"]
    item["editors"] = [value for name, value in tags if name == "citation_editor"]
    names = dict(tags)
    pages = [names[name] for name in ("citation_firstpage", "citation_lastpage") if name in names]
    item["pages"] = "–".join(dict.fromkeys(pages))
    kind = page.select_one("meta[property='og:type']")
    assert kind is not None
    if "citation_inbook_title" in names:
        item["itemType"] = "bookSection"
    elif "citation_journal_title" in names:
        item["itemType"] = "journalArticle"
    else:
        item["itemType"] = "book" if kind["content"] == "book" else "webpage"
    return item


def linked(page: BeautifulSoup) -> dict[str, Any]:
    [script] = page.select("head > script[type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.get_text())
    return found


def test_every_text_page_is_the_item_that_it_should_be(specimen_site: BuiltSite) -> None:
    seen = set()
    for item in specimen_site.works:
        assert item.work is not None
        pages = list(specimen_site.texts(item))
        for division, page in zip(divisions(item.work), pages, strict=True):
            read, entry = read_as_zotero_does(page), item.entry
            whole = not has_chapters(item.work)
            assert read["creators"] == list(entry.filed)
            assert read["title"] == entry.title if whole else division.title in read["title"]
            assert read["publicationTitle"] == (entry.container if whole else entry.title)
            assert read["itemType"] == ("journalArticle" if entry.type == "article" else "bookSection")
            assert read["date"].startswith(entry.year)
            assert read["url"].startswith(ADDRESS)
            assert read["language"] == "en-GB"
            if not whole:
                expected = printed_pages(item.work, division.start, division.end)
                assert read["pages"].replace("[", "").replace("]", "") == expected.rstrip("?")
            elif entry.pages:
                assert read["pages"] == entry.pages
            seen.add(read["itemType"])
    assert seen == {"bookSection", "journalArticle"}


def test_the_front_page_of_a_book_is_the_book(specimen_site: BuiltSite) -> None:
    book = next(item for item in specimen_site.works if item.entry.type == "book")
    page = specimen_site.pages[f"works/{book.record.id}/index.html"]
    read = read_as_zotero_does(page)
    assert (read["itemType"], read["title"], read["publisher"]) == ("book", book.entry.title, book.entry.publisher)
    assert linked(page)["@type"] == "Book"


def test_linked_data_names_text_container_and_edition(specimen_site: BuiltSite) -> None:
    edition = specimen_site.project.edition
    for item in specimen_site.works:
        for page in specimen_site.texts(item):
            node = linked(page)
            *container, collection = node["isPartOf"]
            assert node["@context"] == "https://schema.org"
            assert node["author"][0]["name"] == item.entry.authors[0]
            assert node["url"].startswith(ADDRESS)
            assert (collection["name"], collection["version"]) == (edition.title, edition.version)
            assert node["license"] == item.record.rights.uri
            if item.entry.type == "article":
                while "isPartOf" in container[0]:
                    container = [container[0]["isPartOf"]]
                assert (container[0]["@type"], container[0]["name"]) == ("Periodical", item.entry.container)
            else:
                assert (container[0]["@type"], container[0]["name"]) == ("Book", item.entry.title)


def test_all_vocabularies_agree(specimen_site: BuiltSite) -> None:
    for item in specimen_site.works:
        for page in specimen_site.texts(item):
            titles = [
                page.select_one("meta[name='citation_title']")["content"],
                page.select_one("meta[name='DC.title']")["content"],
                page.select_one("meta[property='og:title']")["content"],
                linked(page)["name"],
            ]
            assert len(set(titles)) == 1
            address = page.select_one("link[rel=canonical]")["href"]
            assert address == linked(page)["url"] == page.select_one("meta[property='og:url']")["content"]
            assert not page.select(".Z3988"), "COinS would hide the page itself from Zotero"


def test_other_pages_say_what_they_are(specimen_site: BuiltSite) -> None:
    for path in ("index.html", "glossary/index.html", "works/index.html"):
        page = specimen_site.pages[path]
        assert page.select_one("meta[property='og:type']")["content"] == "website"
        assert page.select_one("meta[property='og:title']")["content"]
        assert page.select_one("meta[property='og:site_name']")["content"] == specimen_site.project.edition.title
        assert not page.select("meta[name^='citation_']")


HOSTILE = 'A "Lamp" </script><b>&amp; {{ x }} <!-- \\ ’'
BIB = """@article{{miller-1901, author = {{Miller, Ann}}, title = {{{title}}}, journaltitle = {{The {title}}},
volume = {{3}}, number = {{1}}, date = {{1901-05}}, pages = {{11--29}}, issn = {{0000-0000}}, doi = {{10.0000/x}}}}
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """An edition without an address, whose work bears signs that mean something in each form."""
    folder = tmp_path_factory.mktemp("hostile")
    made = EditionFolder(folder / "valley")
    made.add_work("miller-1901")
    title = HOSTILE.replace("&", r"\&").replace("{{ x }}", r"\{\{ x \}\}").replace("\\ ", r"\textbackslash{} ")
    made.write("bib/edition.bib", BIB.format(title=title))
    return build(made.root, folder / "site")


def test_a_hostile_title_arrives_as_it_is(hostile: BuiltSite) -> None:
    [item] = hostile.works
    page = hostile.pages["works/miller-1901/index.html"]
    title = item.entry.title
    assert {'"', "<", "&", "\\"} <= set(title)
    read = read_as_zotero_does(page)
    assert read["title"] == title
    assert read["publicationTitle"] == item.entry.container
    assert linked(page)["name"] == title
    assert linked(page)["isPartOf"][0]["isPartOf"]["isPartOf"]["issn"] == "0000-0000"
    assert page.select_one("meta[property='og:title']")["content"] == title
    description = page.select_one("meta[name=description]")["content"]
    assert title in description
    assert page.select_one("meta[property='og:description']")["content"] == description
    text = (hostile.result.output / "works/miller-1901/index.html").read_text(encoding="utf-8")
    assert text.count("</script><b>") == 0


def test_without_an_address_none_is_claimed(hostile: BuiltSite) -> None:
    page = hostile.pages["works/miller-1901/index.html"]
    assert "url" not in read_as_zotero_does(page)
    assert "url" not in linked(page)
    assert page.select_one("meta[name='DC.identifier']")["content"] == "miller-1901"
    assert not page.select("meta[property='og:url'], link[rel=canonical]")


def test_a_page_that_is_inferred_is_in_brackets(specimen_site: BuiltSite) -> None:
    project: Project = specimen_site.project
    for item in specimen_site.works:
        assert item.work is not None
        for division in divisions(item.work):
            about = about_text(project, item, item.work, division)
            page = item.work.page_at(division.start)
            if has_chapters(item.work) and page and page.n:
                assert about.first == (page.n if page.cert == "high" else f"[{page.n}]")
            told = head(about, "")
            assert all(value for _, value in [*told["names"], *told["properties"]])
