"""Headnotes: before an essay's text, on a book's page of contents, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from build_edition import specimen
from build_edition.edition.project import Project
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, build


def test_an_essay_begins_with_its_headnote(specimen_site: BuiltSite) -> None:
    page = specimen_site.pages["works/under-the-line-1989/index.html"]
    (headnote,) = page.select(".sheet .headnote")
    text = " ".join(headnote.get_text().split())
    assert text.startswith("Dunn answers two writers at once")
    assert "Level Water, ch. 3" in text
    first = page.find(id="1")
    assert first in headnote.find_all_next("p")
    assert first not in headnote.find_all("p")
    assert page.find("h1") in headnote.find_all_previous("h1")
    assert page.find(id=headnote.select_one("a")["href"][1:]) is first
    assert not headnote.find(["h1", "h2", "h3"])


def test_a_book_has_it_on_its_contents_alone(specimen_site: BuiltSite) -> None:
    here = [path for path, page in specimen_site.pages.items() if page.select(".headnote")]
    assert here == ["works/level-water-1987/index.html", "works/under-the-line-1989/index.html"]
    page = specimen_site.pages["works/level-water-1987/index.html"]
    contents = page.select_one(".contents")
    assert contents in page.select_one(".headnote").find_all_next()


def test_every_word_of_it_is_shown(edition: EditionFolder, tmp_path: Path) -> None:
    (edition.root / "edition/headnotes").mkdir()
    edition.write("edition/headnotes/miller-1901.md", "First *words*.\n\n- one\n- two & three\n\nLast “words”.\n")
    site = build(edition.root, tmp_path / "site")
    shown = site.pages["works/miller-1901/index.html"].select_one(".headnote").get_text()
    assert shown.split() == ["First", "words.", "one", "two", "&", "three", "Last", "“words”."]


def test_a_headnote_is_of_a_work(edition: EditionFolder) -> None:
    assert set(Project.load(specimen.ROOT).headnotes) == {"level-water-1987", "under-the-line-1989"}
    assert Project.load(edition.root).headnotes == {}
