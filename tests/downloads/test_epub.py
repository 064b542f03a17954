"""The finished EPUB: every word of every text in order, everything counted, every link leading somewhere."""

from __future__ import annotations

import re
import struct
import zipfile
from collections import Counter
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_edition import specimen
from build_edition.downloads.book.text import NO_NUMBER
from build_edition.edition.project import Project
from build_edition.publish.wording import rights_label
from build_edition.tree import flatten, inlines_of
from build_edition.whole import Whole, prepare_edition
from build_edition.work import PageBeginning, Work
from tests.conftest import skip_or_fail
from tests.downloads.epub_books import DC, FOLDER, OPF, Finished, books_of
from tests.edition_folder import EditionFolder
from tests.shown import assert_same, plain, read_apart, words
from tests.site_folder import copy_of, prepared


@pytest.fixture(scope="module", params=["made", "specimen", "five"])
def whole_edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A small invented edition, the specimen, and this edition where its sources are."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "made":
        return prepared(invented(folder / "valley"))
    if request.param == "specimen":
        return prepared(copy_of(specimen.ROOT, folder / "copy", specimen.ROOT / "sources"))
    found: Whole = request.getfixturevalue("five_whole")
    return found


def invented(root: Path) -> Path:
    """Three works, of which the last has lost its source."""
    made = EditionFolder(root)
    for order, work_id in enumerate(("miller-1901", "miller-1902", "miller-1903"), 1):
        made.add_work(work_id, order=order)
    (root / "sources/miller-1903.txt").unlink()
    return root


@pytest.fixture(scope="module")
def books(whole_edition: Whole, tmp_path_factory: pytest.TempPathFactory) -> list[Finished]:
    return books_of(whole_edition, tmp_path_factory.mktemp("books"))


def page_beginnings(work: Work) -> list[PageBeginning]:
    """The page beginnings of a work, in the order of its tree."""
    found = []
    for section in work.walk():
        runs = [section.heading.inlines] if section.heading else []
        runs += [run for block in section.blocks for run in inlines_of(block)]
        found += [inline for run in runs for inline in flatten(run) if isinstance(inline, PageBeginning)]
    return found


def test_every_word_stands_in_order(books: list[Finished]) -> None:
    for book in books:
        for item in book.items:
            if item.work is None:
                continue
            text, at_end = read_apart(item, book.moved(item))
            shown, ends = book.words(item)
            assert_same(plain(shown), plain(words(text)), f"{book.path.name}, {item.record.id}")
            assert_same(plain(ends), plain(words(at_end)), f"{book.path.name}, {item.record.id}: notes")


def test_the_page_list_has_every_page(books: list[Finished]) -> None:
    for book in books:
        nav = book.sheets["nav.xhtml"]
        listed = [link.get_text().rpartition(", ")[2] for link in nav.select("nav[role=doc-pagelist] a")]
        works = [item.work for item in book.items if item.work]
        assert listed == [page.n or NO_NUMBER for work in works for page in page_beginnings(work)]


def test_every_link_and_id_resolves(books: list[Finished]) -> None:
    for book in books:
        ids = {path: [str(one["id"]) for one in sheet.select("[id]")] for path, sheet in book.sheets.items()}
        assert {path: one for path, found in ids.items() for one, n in Counter(found).items() if n > 1} == {}
        broken = []
        for path, sheet in book.sheets.items():
            for link in sheet.select("a[href]"):
                href = str(link["href"])
                if "://" in href:
                    continue
                there, anchor = book.target(path, href)
                if there not in ids or (anchor and anchor not in ids[there]):
                    broken.append((path, href))
        assert broken == [], book.path.name


def test_calls_and_notes_lead_to_each_other(books: list[Finished]) -> None:
    for book in books:
        for path, sheet in book.sheets.items():
            for call in sheet.select("sup.call a, sup.remark-call a"):
                there, anchor = book.target(path, str(call["href"]))
                note = book.sheets[there].find(id=anchor)
                assert note is not None
                assert note["role"] == "doc-footnote"
                assert note["epub:type"] == "footnote"
                back = note.select_one("a[role=doc-backlink]")
                assert back is not None
                home, name = book.target(there, str(back["href"]))
                assert book.sheets[home].find(id=name)["role"] == "doc-noteref"  # type: ignore[index]


def test_the_container_begins_with_its_kind_and_bears_no_date(books: list[Finished]) -> None:
    for book in books:
        with zipfile.ZipFile(book.path) as archive:
            first, *rest = archive.infolist()
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert book.files["mimetype"] == b"application/epub+zip"
        assert {one.date_time for one in (first, *rest)} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_edition_gives_the_same_bytes(
    whole_edition: Whole, books: list[Finished], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    again = books_of(whole_edition, tmp_path)
    assert [book.path.read_bytes() for book in again] == [book.path.read_bytes() for book in books]


def test_a_book_says_what_it_is(whole_edition: Whole, books: list[Finished]) -> None:
    edition = whole_edition.project.edition
    names = set()
    for book in books:
        told = [(one.tag.removeprefix(DC), one.text or "") for one in book.package.iter() if DC in one.tag]
        said = {one.get("property"): one.text or "" for one in book.package.iter(f"{OPF}meta")}
        names.add(next(text for tag, text in told if tag == "identifier"))
        assert said["schema:version"] == edition.version
        assert said["dcterms:modified"] == f"{edition.date or date(1980, 1, 1)}T00:00:00Z"
        assert ("language", edition.language) in told
        rights = " ".join(text for tag, text in told if tag == "rights")
        colophon = " ".join(book.sheets["colophon.xhtml"].get_text().split())
        for item in book.items:
            assert rights_label(item.record.rights) in rights
            for fact in (item.record.source.sha256, item.entry.citation_text(), rights_label(item.record.rights)):
                assert fact in colophon
            for author in item.entry.authors:
                assert author in [text for tag, text in told if tag in {"creator", "contributor"}]
        paged = any(item.work and item.work.pages for item in book.items)
        assert ("pageBreakSource" in said) is bool(paged)
        assert "dcterms:conformsTo" not in said  # nobody has looked at a book whether it does
        assert edition.version in colophon
        assert edition.licence in colophon
    assert len(names) == len(books)


def test_a_work_without_its_source_is_told_of(books: list[Finished]) -> None:
    for book in books:
        for item in book.items:
            if item.work is None:
                said = " ".join(" ".join(sheet.get_text() for sheet in book.sheets.values()).split())
                assert item.record.supply in said


def test_every_file_is_listed_and_well_formed(books: list[Finished]) -> None:
    for book in books:
        listed = {FOLDER + str(item.get("href")) for item in book.package.iter(f"{OPF}item")}
        beside = {"mimetype", "META-INF/container.xml", f"{FOLDER}package.opf"}
        assert listed | beside == set(book.files)
        for name in book.files:
            if name.endswith((".xhtml", ".xml", ".opf")):
                ElementTree.fromstring(book.files[name])


def test_the_fonts_bring_their_licence(books: list[Finished]) -> None:
    for book in books:
        style = book.files[f"{FOLDER}style.css"].decode()
        called = set(re.findall(r'url\("(fonts/[^"]+)"\)', style))
        assert {name for name in book.files if name.endswith(".woff2")} == {FOLDER + name for name in called}
        assert b"SIL OPEN FONT LICENSE" in book.files[f"{FOLDER}fonts/OFL.txt"]


def test_a_cover_is_drawn_for_every_book(books: list[Finished]) -> None:
    if find_spec("typst") is None:
        skip_or_fail("typst is not installed, which draws covers")
    drawn = set()
    for book in books:
        cover = book.files[f"{FOLDER}cover.png"]
        assert struct.unpack(">II", cover[16:24]) == (1600, 2400)
        (listed,) = [one for one in book.package.iter(f"{OPF}item") if one.get("properties") == "cover-image"]
        assert listed.get("href") == "cover.png"
        assert book.spine[0] == "cover.xhtml"
        drawn.add(cover)
    assert len(drawn) == len(books)  # each has a ground or words of its own


def test_a_book_of_another_source_says_so(tmp_path: Path) -> None:
    made = EditionFolder(tmp_path / "valley")
    made.add_work("miller-1901")
    made.write("sources/miller-1901.txt", "Another text.\n")
    project = Project.load(made.root)
    one, everything = books_of(prepare_edition(project, project.works, allow_other=True), tmp_path / "books")
    assert "Another source" in one.sheets["title.xhtml"].get_text()
    assert any(
        "Another source" in sheet.get_text() for path, sheet in everything.sheets.items() if "works/" in path
    )
    for book in (one, everything):
        assert "Another text." in book.words(book.items[0])[0]
