"""Permanent addresses: each leads to what exists, and tells in any version what has become of a passage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from build_edition import specimen
from build_edition.apparatus.passage_index import passages
from build_edition.apparatus.word_changes import Words, count_changed, word_changes
from build_edition.commands.passages import publish
from build_edition.edition.project import Project
from build_edition.publish.addresses import Addresses
from build_edition.publish.permanent.changes_page import changes_page
from build_edition.publish.permanent.compared import in_context
from build_edition.publish.permanent.files import permanent_files
from build_edition.whole import Whole, prepare_edition
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, copy_of

WORK = "under-the-line-1989"
Pages = Mapping[str, BeautifulSoup]


def pages_of(root: Path) -> tuple[Whole, Pages]:
    """The pages below `c/` of an edition, without its site."""
    project = Project.load(root)
    whole = prepare_edition(project, project.works)
    found = {path: BeautifulSoup(page, "lxml") for path, page in permanent_files(whole, Addresses(whole))}
    return whole, MappingProxyType(found)


def said(page: BeautifulSoup, selector: str) -> str:
    return " ".join(page.select_one(selector).get_text().split())


def copied(folder: Path) -> Path:
    """The specimen, for a test to change."""
    return copy_of(specimen.ROOT, folder / "copy", specimen.ROOT / "sources")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Whole, Pages]:
    """The specimen in version 1.1: one reading is another, one is given up."""
    root = copied(tmp_path_factory.mktemp("changed"))
    records = root / f"edition/emendations/{WORK}.yml"
    change(records, 'as: "3·5 feet"', 'as: "4·5 feet"')
    change(records, 'as: "I have"', 'as: "I haue"')
    change(root / "edition/edition.yml", 'version: "1.0"', 'version: "1.1"')
    assert publish(root, [], dry_run=False) == 0
    return pages_of(root)


def passage_with(whole: Whole, words: str) -> str:
    found = [one.id for one in whole.passages[WORK] if words in one.text and one.is_citable]
    assert len(found) == 1
    return found[0]


def leading(page: BeautifulSoup) -> list[str]:
    """What a page leads to at once, without script and with it; nothing for a page that stays."""
    ahead = page.select_one("head noscript meta")
    if ahead is None:
        return []
    target = ahead["content"].removeprefix("0; url=")
    assert page.select_one(".ed-state a")["href"] == target
    assert page.select_one("script[data-to]")["data-to"] == target.replace("/index.html", "/")
    return [target]


def unknown_ids(site: BuiltSite) -> list[tuple[str, str]]:
    """The links of pages of permanent addresses that lead to no file, or to no id of it."""
    found = []
    for path, page in site.permanent.items():
        for href in [*leading(page), *(link["href"] for link in page.select("a[href]"))]:
            target = urlsplit(urljoin(f"/{path}", href))
            name = target.path.lstrip("/")
            shown = site.pages.get(name) or site.permanent.get(name)
            if not shown or (target.fragment and not shown.find(id=unquote(target.fragment))):
                found.append((path, href))
    return found


def test_every_address_leads_to_an_id_that_exists(specimen_site: BuiltSite) -> None:
    assert unknown_ids(specimen_site) == []
    led = sum(bool(leading(page)) for page in specimen_site.permanent.values())
    assert led > sum(len(ledger.ids) for ledger in specimen_site.project.ledgers.values()) > 0


def test_everything_that_a_page_is_made_of_is_there(specimen_site: BuiltSite) -> None:
    for path, page in specimen_site.permanent.items():
        for element in page.select("script[src], link[href]:not([rel=canonical])"):
            source = urljoin(f"/{path}", element.get("src") or element["href"])
            assert (specimen_site.result.output / source.lstrip("/")).is_file(), (path, source)


def test_every_name_of_every_work_has_its_address(specimen_site: BuiltSite) -> None:
    for item in specimen_site.works:
        work = item.record.id
        assert f"c/{work}/index.html" in specimen_site.permanent
        names = {one.id for one in passages(item.work) if one.is_citable}
        names |= specimen_site.project.ledgers[work].ids
        names |= {section.key for section in item.work.walk() if section.key and section.heading}
        names |= {f"p/{page.n}" for page in item.work.pages if page.n}
        missing = [name for name in names if f"c/{work}/{name}/index.html" not in specimen_site.permanent]
        assert missing == []
        for name in specimen_site.project.ledgers[work].ids:
            page = specimen_site.permanent[f"c/{work}/{name}@1.0/index.html"]
            assert said(page, ".ed-state") == "Unchanged since version 1.0, the present one."


def test_a_page_has_a_title_a_language_and_one_heading(specimen_site: BuiltSite) -> None:
    titles = set()
    for path, page in specimen_site.permanent.items():
        assert page.html["lang"] == "en-GB"
        assert len(page.select("h1")) == 1
        assert not page.select("script:not([src]), style, [style], [onclick]")
        canonical = page.select_one("link[rel=canonical]")["href"]
        assert canonical.startswith("https://velm.example/edition/works/"), path
        titles.add(page.title.get_text())
    assert len(titles) == len(specimen_site.permanent)


def test_a_changed_reading_shows_the_very_words(changed: tuple[Whole, Pages]) -> None:
    whole, pages = changed
    name = passage_with(whole, "4·5 feet")
    page = pages[f"c/{WORK}/{name}@1.0/index.html"]
    assert said(page, ".ed-state") == "Changed since version 1.0: 1 word."
    assert [element.contents[1] for element in page.select("del, ins")] == ["3·5", "4·5"]
    for unseen in page.select(".ed-unseen"):
        unseen.decompose()
    for gone in page.select("del"):
        gone.decompose()
    now = next(one.text for one in whole.passages[WORK] if one.id == name)
    assert said(page, ".ed-words") == now
    why = said(page, "ul li")
    assert "is read as “4·5 feet” (character), decided by the specimen’s editors." in why
    assert "A barge does not draw a range." in why
    assert page.select_one("ul li a")["href"].startswith(f"../../../works/{WORK}/apparatus/index.html#l41-")
    assert "In version 1.1" in page.get_text()
    assert "version 1.0, edited by" in page.get_text()
    after = pages[f"c/{WORK}/{name}@1.1/index.html"]
    assert said(after, ".ed-state") == "Unchanged since version 1.1, the present one."
    assert said(after, ".ed-words") == now


def test_what_did_not_change_says_so(changed: tuple[Whole, Pages]) -> None:
    whole, pages = changed
    names = {passage_with(whole, "4·5 feet"), passage_with(whole, "I haue")}
    ledger = whole.project.ledgers[WORK]
    for name in ledger.ids - names:
        assert said(pages[f"c/{WORK}/{name}@1.0/index.html"], ".ed-state") == "Unchanged since version 1.0."
    total = len(ledger.ids)
    front = pages[f"c/{WORK}@1.0/index.html"]
    assert said(front, ".ed-state") == f"Changed since version 1.0: 2 of {total} passages."
    assert {link.get_text() for link in front.select("li a")} == names
    assert (
        said(pages[f"c/{WORK}@1.1/index.html"], ".ed-state")
        == f"Unchanged since version 1.1: all {total} passages."
    )


def test_a_reading_that_is_taken_back_is_told(tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = root / f"edition/emendations/{WORK}.yml"
    record = 'as: "3·5 feet"\n  cause: character\n'
    change(path, f"{record}  cert: low\n", record.replace("as:", "perhaps:"))
    whole, pages = pages_of(root)
    name = passage_with(whole, "3-5 feet")
    page = pages[f"c/{WORK}/{name}@1.0/index.html"]
    assert [element.contents[1] for element in page.select("del, ins")] == ["3·5", "3-5"]
    assert "was taken back" in said(page, "ul")
    listed = changes_page(whole, Addresses(whole)).markdown
    assert f'href="../c/{WORK}/{name}@1.0/"' in listed
    assert "3-5<" in listed
    assert "with changes that are not published yet" in listed


def test_a_passage_that_vanished_keeps_a_page(tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = root / f"edition/passages/{WORK}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines.append("gone.1\t0-0\t" + "0" * 12 + "\t" + "0" * 16 + "\t1.0")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    whole, pages = pages_of(root)
    page = pages[f"c/{WORK}/gone.1/index.html"]
    assert "no longer in the edition" in said(page, ".ed-state")
    assert "version 1.0" in said(page, ".ed-state")
    assert page.select_one("script[data-to], noscript") is None
    assert said(pages[f"c/{WORK}/gone.1@1.0/index.html"], ".ed-state").endswith("no longer in the edition.")
    assert "gone.1" in changes_page(whole, Addresses(whole)).markdown


def test_where_the_text_is_not_here_addresses_lead_to_the_record(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "sources").unlink()
    whole, pages = pages_of(root)
    for name in whole.project.ledgers[WORK].ids:
        page = pages[f"c/{WORK}/{name}/index.html"]
        assert page.select_one("script[data-to]")["data-to"].endswith(f"works/{WORK}/")
        page = pages[f"c/{WORK}/{name}@1.0/index.html"]
        assert said(page, ".ed-state") == "Published in version 1.0."
        assert "is not here" in page.get_text()
        assert not page.select(".ed-words")
    assert "The text of this work is not here" in changes_page(whole, Addresses(whole)).markdown


def test_an_edition_that_published_nothing_says_so(edition: EditionFolder) -> None:
    whole, pages = pages_of(edition.root)
    assert said(pages["c/miller-1901/2@0.1/index.html"], ".ed-state").startswith("Not published yet")
    assert said(pages["c/miller-1901@0.1/index.html"], ".ed-state").startswith("Nothing here is published")
    assert (
        pages["c/miller-1901/2/index.html"].select_one("link[rel=canonical]")["href"]
        == "../../../works/miller-1901/"
    )
    assert "No version is published yet" in changes_page(whole, Addresses(whole)).markdown


def test_the_page_of_changes_lists_versions_and_differences(changed: tuple[Whole, Pages]) -> None:
    whole, _ = changed
    page = BeautifulSoup(changes_page(whole, Addresses(whole)).markdown, "lxml")
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in page.select("tbody tr")]
    total = sum(len(ledger.entries) for ledger in whole.project.ledgers.values())
    assert rows == [["1.0", str(total), "0"], ["1.1", "0", "2"]]
    assert page.get_text().count("Unchanged since version 1.1") == len(whole.works)
    assert "not published yet" not in page.get_text()
    earlier = [link["href"] for link in page.select("p a") if link.get_text() == "1.0"]
    assert earlier == [f"../c/{item.record.id}@1.0/" for item in whole.works]


def test_words_are_compared_one_by_one() -> None:
    runs = word_changes("The lamp tax was paid by millers", "The lamp tax, was paid twice by the millers")
    assert [(run.kind, run.text) for run in runs] == [
        ("same", "The lamp"),
        ("out", "tax"),
        ("in", "tax,"),
        ("same", "was paid"),
        ("in", "twice"),
        ("same", "by"),
        ("in", "the"),
        ("same", "millers"),
    ]
    assert count_changed(runs) == 3
    assert count_changed((Words("out", ("a", "b")),)) == 2


def test_what_lies_between_changes_is_cut() -> None:
    older = " ".join(f"w{k}" for k in range(40))
    shown = BeautifulSoup(
        in_context(word_changes(older, older.replace("w10 ", "x10 ").replace("w30 ", ""))), "lxml"
    )
    for unseen in shown.select(".ed-unseen"):
        unseen.decompose()
    first = "… w4 w5 w6 w7 w8 w9 w10 x10 w11 w12 w13 w14 w15 w16 …"
    second = "w24 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 …"
    assert " ".join(shown.get_text().split()) == f"{first} {second}"
