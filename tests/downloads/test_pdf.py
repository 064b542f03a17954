"""The PDF as its reader has it: every word of every work in order, notes at the foot of the page of their call."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from build_edition.downloads import pdf
from build_edition.downloads.form import Choices
from build_edition.downloads.typesetting import TypesettingError
from build_edition.whole import Whole
from tests.conftest import skip_or_fail
from tests.downloads.pdf_books import assert_every_word, printed_pages, text_pages, volume_pages, work_of
from tests.downloads.pdf_expected import Told, tell
from tests.downloads.pdf_reading import Page, aligned, joined_with
from tests.shown import words

SPECIMEN = ("level-water-1987", "who-owns-the-sluice-1961", "under-the-line-1989")
FIVE = ("deutscher-1956", "hansen-1958", "schapiro-1960", "deutscher-1965", "sandle-1999")


def assert_complete(whole: Whole, name: str, folder: Path) -> None:
    told = tell(work_of(whole, name))
    assert_every_word(told, text_pages(folder / f"{name}.pdf", told))


@pytest.mark.parametrize("name", SPECIMEN)
def test_every_word_of_the_specimen_is_there_in_order(velm, books, name):
    assert_complete(velm, name, books)


@pytest.mark.slow
@pytest.mark.parametrize("name", FIVE)
def test_every_word_of_the_five_works_is_there_in_order(five_whole, five_books, name):
    assert_complete(five_whole, name, five_books)


@pytest.mark.parametrize("name", SPECIMEN)
def test_what_is_expected_is_the_reading_text(velm, name):
    told = tell(work_of(velm, name))
    own = Counter("".join("".join(words(text).split()) for text in told.own))
    reading = Counter("".join("".join(words(one.text).split()) for one in velm.passages[name]))
    assert own == reading


@pytest.mark.slow
@pytest.mark.parametrize("name", FIVE)
def test_what_is_expected_of_the_five_is_their_reading_text(five_whole, name):
    test_what_is_expected_is_the_reading_text(five_whole, name)


def assert_margins(whole: Whole, name: str, folder: Path) -> None:
    work = work_of(whole, name)
    pages = text_pages(folder / f"{name}.pdf", tell(work))
    assert Counter(printed_pages(pages)) == Counter("".join((page.n or "–").split()) for page in work.pages)
    inner = [n for page in pages for word in page.inner for n in in_range(word)]
    citable = [one.id for one in whole.passages[name] if one.is_citable and one.kind != "note"]
    assert Counter(inner) == Counter(in_margin(one) for one in citable)


def in_margin(passage: str) -> str:
    """A passage number as a margin has it: with its chapter's number, or without what it stands in."""
    division, _, number = passage.rpartition(".")
    return passage if division.isdecimal() else number


def in_range(shown: str) -> list[str]:
    """The passage numbers that a number in the margin stands for: those of the rows of a table's head are one."""
    first, _, last = shown.partition("–")
    return [first, last] if last else [first]


@pytest.mark.parametrize("name", SPECIMEN)
def test_the_margins_of_the_specimen_have_every_page_and_passage(velm, books, name):
    assert_margins(velm, name, books)


@pytest.mark.slow
@pytest.mark.parametrize("name", FIVE)
def test_the_margins_of_the_five_works_have_every_page_and_passage(five_whole, five_books, name):
    assert_margins(five_whole, name, five_books)


@pytest.mark.parametrize("name", SPECIMEN)
def test_every_note_begins_on_the_page_of_its_call(velm, books, name):
    told = tell(work_of(velm, name))
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


def test_every_word_of_the_volume_is_there_in_order(velm, volume):
    for name, pages in volume_pages(velm, volume).items():
        assert_every_word(tell(work_of(velm, name)), pages)


@pytest.mark.slow
def test_every_word_of_the_volume_of_the_five_is_there_in_order(five_whole, five_volume):
    test_every_word_of_the_volume_is_there_in_order(five_whole, five_volume)


@pytest.mark.parametrize("paper", ["a4", "a5", "letter", "screen"])
def test_every_paper_is_sound_and_has_bookmarks(velm, tmp_path, paper):
    if shutil.which("qpdf") is None:
        skip_or_fail("qpdf is not installed")
    path = tmp_path / "book.pdf"
    item = next(item for item in velm.works if item.record.id == SPECIMEN[0])
    pdf.write_work_pdf(velm, item, path, Choices(paper))
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


def test_the_same_edition_gives_the_same_bytes(velm):
    source = pdf.work_source(velm, velm.works[1])
    assert pdf.book(source, "a5") == pdf.book(source, "a5")


def test_what_typst_refuses_is_told_with_a_remedy():
    with pytest.raises(TypesettingError) as raised:
        pdf.book("#panic()", "a5")
    assert raised.value.remedy
