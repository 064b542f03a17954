"""The indexes of a finished PDF: every page that they name has the words, and every number leads to its page."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from build_edition.downloads import pdf
from build_edition.downloads.form import Choices
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.writers.typst.back.index import TERMS
from tests.once import once

SPECIMEN = ("level-water-1987", "who-owns-the-sluice-1961")
_NUMBERS = r"(?:\d+n?(?:–\d+)?(?:,\s|(?![\d–])))+"
_LINK = re.compile(r'<a href="[^"#]*#(\d+)">(?:<i>|<b>)*(\d+)(?:</i>|</b>)*</a>')


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory, whole: Whole) -> Path:
    def made(folder: Path) -> Path:
        for name in SPECIMEN:
            pdf.write_work_pdf(whole, work_of(whole, name), folder / f"{name}.pdf", Choices("a5"))
        return folder

    return once(tmp_path_factory, "indexed-books", made)


def work_of(whole: Whole, name: str) -> EditionWork:
    return next(item for item in whole.works if item.record.id == name)


def pages_of(path: Path) -> list[str]:
    """The lines of each page, no word divided."""
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    return [re.sub("\u00ad\\s*", "", page) for page in done.stdout.decode().split("\f")[:-1]]


def letters(text: str) -> str:
    """Letters alone: between two words of a page a number may stand that is in the margin."""
    return re.sub(r"[\W\d_]+", "", text).casefold()


def numbers_of(said: str) -> list[int]:
    found: list[int] = []
    for first, last in re.findall(r"(\d+)n?(?:–(\d+))?", said):
        found += range(int(first), int(last or first) + 1)
    return found


def check_words(whole: Whole, name: str, path: Path) -> int:
    """How many pages are named of terms whose index has one row for them; each has a form of the term."""
    pages = pages_of(path)
    begins = max(k for k, page in enumerate(pages) if page.startswith("Index of terms"))
    index = "\n".join(pages[begins:])
    texts = ["", *map(letters, pages)]
    checked = 0
    for entry in whole.entries.values():
        forms = {letters(one.listed) for one in whole.occurrences[entry.id] if one.place.work == name}
        said = re.search(rf"^{re.escape(entry.label)},\s({_NUMBERS})", index, re.MULTILINE)
        if entry.kind not in TERMS or said is None or whole.references.to(entry.kind, entry.id):
            continue
        for number in numbers_of(said[1]):
            text = texts[number - 1][-60:] + texts[number]  # a form may end on the page on which it does not begin
            assert any(form in text for form in forms), f"{entry.label}, p. {number}"
            checked += 1
    return checked


def check_links(path: Path) -> int:
    """How many numbers behind the text are links into the text; each leads to the page of that number.

    A link that leads to another place behind the text may have a year in its words.
    """
    first = max(k for k, page in enumerate(pages_of(path), 1) if page.startswith(("Apparatus", "Glossary")))
    done = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", str(path)], check=True, capture_output=True)
    behind = done.stdout.decode().partition(">Bibliography<")[2]
    found = [(leads, number) for leads, number in _LINK.findall(behind) if int(leads) < first]
    assert not [(leads, number) for leads, number in found if leads != number]
    return len(found)


@pytest.mark.parametrize("name", SPECIMEN)
def test_every_page_that_is_named_has_the_words_and_its_number_leads_there(whole, books, name):
    path = books / f"{name}.pdf"
    assert check_words(whole, name, path) > 2
    assert check_links(path) > 5


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sandle-1999", "deutscher-1956"])
def test_every_page_that_is_named_of_the_five_works_has_the_words(five_whole, tmp_path, name):
    path = tmp_path / "book.pdf"
    pdf.write_work_pdf(five_whole, work_of(five_whole, name), path, Choices("a5"))
    assert check_words(five_whole, name, path) > 20
    assert check_links(path) > 40
