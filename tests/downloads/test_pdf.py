"""The PDF as its reader has it: every word of every work in order, notes at the foot of the page of their call."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from build_edition import specimen
from build_edition.downloads import pdf
from build_edition.downloads.form import Choices
from build_edition.downloads.typesetting import TypesettingError
from build_edition.whole import Whole
from build_edition.work import Work
from tests.conftest import skip_or_fail
from tests.downloads.pdf_expected import Told, tell
from tests.downloads.pdf_reading import MAY_JOIN, Page, aligned, joined, joined_with, read
from tests.once import once
from tests.shown import words
from tests.site_folder import copy_of, prepared

SPECIMEN = ("level-water-1987", "who-owns-the-sluice-1961", "under-the-line-1989")
FIVE = ("deutscher-1956", "hansen-1958", "schapiro-1960", "deutscher-1965", "sandle-1999")
OPENING = 12  # words by which the first page of a text is found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The specimen in a folder of its own, for what pandoc says is kept there."""
    return once(
        tmp_path_factory,
        "specimen-as-book",
        lambda folder: prepared(copy_of(specimen.ROOT, folder / "copy", specimen.ROOT / "sources")),
    )


@pytest.fixture(scope="module")
def books(whole: Whole, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDFs of the specimen's works."""
    return once(tmp_path_factory, "pdf", lambda folder: made(whole, folder))


@pytest.fixture(scope="module")
def five_books(five_whole: Whole, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDFs of the five works."""
    return once(tmp_path_factory, "five-pdf", lambda folder: made(five_whole, folder))


def made(whole: Whole, folder: Path) -> Path:
    for item in whole.works:
        pdf.write_work_pdf(whole, item, folder / f"{item.record.id}.pdf", Choices("a5"))
    return folder


def work_of(whole: Whole, name: str) -> Work:
    found = next(item.work for item in whole.works if item.record.id == name)
    assert found is not None
    return found


def text_pages(path: Path, told: Told) -> list[Page]:
    """The pages on which the text stands: from that which it begins to that on which its last word is."""
    pages = read(path)
    for start in range(len(pages)):
        if (
            joined([word for page in pages[start : start + 3] for word in page.body])[:OPENING]
            == told.body[:OPENING]
        ):
            break
    else:
        pytest.fail("the text begins on no page")
    end = next(k for k, page in enumerate(pages) if k > start and page.body[:1] == ["Apparatus"])
    return pages[start:end]


def assert_complete(whole: Whole, name: str, folder: Path) -> None:
    work = work_of(whole, name)
    told = tell(work)
    pages = text_pages(folder / f"{name}.pdf", told)
    assert_same(told.body, without_headers(pages, told))
    assert_same(
        [word for note in told.notes for word in note], joined([word for page in pages for word in page.notes])
    )


def assert_same(expected: list[str], found: list[str]) -> None:
    """That the words found are those expected, in order, and no more."""
    places, differs = aligned(expected, found)
    assert not differs
    assert "".join(found[places[-1] if places else 0 :]).replace(MAY_JOIN, "") == "".join(expected[-1:])


def without_headers(pages: list[Page], told: Told) -> list[str]:
    """The words of the text, without the headers of tables where a page repeats them."""
    out: list[str] = []
    for page in pages:
        found = joined(page.body)
        header = next((one for one in told.headers if found[: len(one)] == one), [])
        is_repeated = bool(header) and told.body[len(joined(out)) :][: len(header)] != header
        out += found[len(header) :] if is_repeated else page.body
    return joined(out)


@pytest.mark.parametrize("name", SPECIMEN)
def test_every_word_of_the_specimen_is_there_in_order(whole, books, name):
    assert_complete(whole, name, books)


@pytest.mark.slow
@pytest.mark.parametrize("name", FIVE)
def test_every_word_of_the_five_works_is_there_in_order(five_whole, five_books, name):
    assert_complete(five_whole, name, five_books)


@pytest.mark.parametrize("name", SPECIMEN)
def test_what_is_expected_is_the_reading_text(whole, name):
    work = work_of(whole, name)
    told = tell(work)
    own = Counter("".join("".join(words(text).split()) for text in told.own))
    reading = Counter("".join("".join(words(one.text).split()) for one in whole.passages[name]))
    assert own == reading


@pytest.mark.slow
@pytest.mark.parametrize("name", FIVE)
def test_what_is_expected_of_the_five_is_their_reading_text(five_whole, name):
    test_what_is_expected_is_the_reading_text(five_whole, name)


def assert_counts(whole: Whole, name: str, folder: Path) -> None:
    work = work_of(whole, name)
    told = tell(work)
    path = folder / f"{name}.pdf"
    pages = text_pages(path, told)
    numbers = [page.n for page in work.pages if page.n is not None]
    outer = " ".join(word.strip(MAY_JOIN) for page in pages for word in page.outer)
    shown = [word.removesuffix("?") for word in re.sub(r"→\s*\d+", "", outer).split()]
    assert sorted(word for word in shown if word != "–") == sorted("".join(n.split()) for n in numbers)
    assert shown.count("–") == sum(page.n is None for page in work.pages)
    inner = [n for page in pages for word in page.inner for n in in_range(word)]
    citable = [one for one in whole.passages[name] if one.is_citable and one.kind != "note"]
    assert len(inner) == len(citable)
    if "." in citable[-1].id:
        numbered = {one.id for one in citable if one.division.isdecimal()}
        assert numbered <= set(inner)
    structure = subprocess.run(["pdfinfo", "-struct", str(path)], check=True, capture_output=True).stdout.decode(
        errors="replace"
    )
    assert len(re.findall(r"^ *Table\b", structure, re.MULTILINE)) >= told.tables


def in_range(shown: str) -> list[str]:
    """The passage numbers that a number in the margin stands for: those of the rows of a table's head are one."""
    first, _, last = shown.partition("–")
    return [first, last] if last else [first]


@pytest.mark.parametrize("name", SPECIMEN)
def test_pages_paragraphs_and_tables_are_as_many_as_in_the_specimen(whole, books, name):
    assert_counts(whole, name, books)


@pytest.mark.slow
@pytest.mark.parametrize("name", FIVE)
def test_pages_paragraphs_and_tables_are_as_many_as_in_the_five_works(five_whole, five_books, name):
    assert_counts(five_whole, name, five_books)


@pytest.mark.parametrize("name", SPECIMEN)
def test_every_note_begins_on_the_page_of_its_call(whole, books, name):
    told = tell(work_of(whole, name))
    pages = text_pages(books / f"{name}.pdf", told)
    assert notes_elsewhere(told, pages) == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", FIVE)
def test_every_note_of_the_five_works_begins_on_the_page_of_its_call(five_whole, five_books, name):
    test_every_note_begins_on_the_page_of_its_call(five_whole, five_books, name)


def notes_elsewhere(told: Told, pages: list[Page]) -> int:
    """How many notes begin on another page than their call stands on."""
    body = joined_with([(word, page.number) for page in pages for word in page.body])
    notes = joined_with([(word, page.number) for page in pages for word in page.notes])
    in_body, _ = aligned(told.body, [word for word, _ in body])
    in_notes, _ = aligned([word for note in told.notes for word in note], [word for word, _ in notes])
    begins = [sum(map(len, told.notes[:k])) for k in range(len(told.notes))]
    ends = [*(at - 1 for at in in_body[1:]), len(in_body) - 1]
    return sum(
        body[ends[call]][1] != notes[in_notes[begin]][1] for call, begin in zip(told.calls, begins, strict=True)
    )


def test_the_volume_holds_every_work(whole, tmp_path):
    path = tmp_path / "volume.pdf"
    pdf.write_edition_pdf(whole, path, Choices("a5"))
    found = joined([word for page in read(path) for word in page.body])
    text = " ".join(found)
    for item in whole.works:
        body = tell(work_of(whole, item.record.id)).body
        assert " ".join(body[:OPENING]) in text
        assert " ".join(body[-OPENING:]) in text


@pytest.mark.parametrize("paper", ["a4", "a5", "letter", "screen"])
def test_every_paper_is_sound_and_has_bookmarks(whole, tmp_path, paper):
    if shutil.which("qpdf") is None:
        skip_or_fail("qpdf is not installed")
    path = tmp_path / "book.pdf"
    item = next(item for item in whole.works if item.record.id == SPECIMEN[0])
    pdf.write_work_pdf(whole, item, path, Choices(paper))
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    shown = subprocess.run(
        ["qpdf", "--json", "--json-key=outlines", str(path)], capture_output=True, text=True, check=True
    )
    titles = re.findall(r'"title": "(.*?)"', shown.stdout)
    assert any("Apparatus" in title for title in titles)
    info = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info
    assert item.entry.title in info


def test_the_same_edition_gives_the_same_bytes(whole):
    source = pdf.work_source(whole, whole.works[1])
    assert pdf.book(source, "a5") == pdf.book(source, "a5")


def test_what_typst_refuses_is_told_with_a_remedy():
    with pytest.raises(TypesettingError) as raised:
        pdf.book("#panic()", "a5")
    assert raised.value.remedy
