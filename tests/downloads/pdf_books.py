"""Books as PDF for tests: made of an edition, and the pages on which each text stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_edition.downloads import pdf
from build_edition.downloads.form import Choices
from build_edition.whole import Whole
from build_edition.work import Work
from tests.downloads.pdf_expected import Told, tell
from tests.downloads.pdf_reading import MAY_JOIN, Page, aligned, joined, read
from tests.downloads.pdf_tags import tags_of

OPENING = 12  # words by which the first page of a text is found
VOLUME = "volume.pdf"


def made(whole: Whole, folder: Path) -> Path:
    """A folder with the PDF of every work."""
    for item in whole.works:
        pdf.write_work_pdf(whole, item, folder / f"{item.record.id}.pdf", Choices("a5"))
    return folder


def bound(whole: Whole, folder: Path) -> Path:
    """The PDF of all works as one volume."""
    pdf.write_edition_pdf(whole, folder / VOLUME, Choices("a5"))
    return folder / VOLUME


def work_of(whole: Whole, name: str) -> Work:
    """A work by its id."""
    found = next(item.work for item in whole.works if item.record.id == name)
    assert found is not None
    return found


def text_pages(path: Path, told: Told) -> list[Page]:
    """The pages of a work's book on which its text stands: from its beginning to what stands behind it."""
    pages = read(path)
    start = beginning(pages, told)
    end = next(k for k, page in enumerate(pages) if k > start and page.body[:1] == ["Apparatus"])
    return pages[start:end]


def beginning(pages: list[Page], told: Told) -> int:
    """Which of the pages is the first of a text."""
    for start in range(len(pages)):
        words = [word for page in pages[start : start + 3] for word in page.body]
        if joined(words)[:OPENING] == told.body[:OPENING]:
            return start
    pytest.fail("the text begins on no page")


def volume_pages(whole: Whole, path: Path) -> dict[str, list[Page]]:
    """The pages of the volume on which each text stands: from its beginning to the next great heading.

    A heading of the first order is that of an editors' page, of a work or of what stands behind all texts; those
    of the texts are of lower orders.
    """
    pages = read(path)
    heads = [tag for tag in tags_of(path) if tag.kind == "H1"]
    found: dict[str, list[Page]] = {}
    for item in whole.works:
        while heads[0].title != item.entry.title:
            heads.pop(0)
        mine, after, *_ = heads
        between = pages[mine.page - 1 : after.page - 1]
        found[item.record.id] = between[beginning(between, tell(work_of(whole, item.record.id))) :]
    return found


def printed_pages(pages: list[Page]) -> list[str]:
    """The pages of the printed source as the outer margin has them; a dash is one without a number."""
    outer = " ".join(word.strip(MAY_JOIN) for page in pages for word in page.outer)
    return [word.removesuffix("?") for word in re.sub(r"→\s*\d+", "", outer).split()]


def assert_every_word(told: Told, pages: list[Page]) -> None:
    """That pages have every word of a text and of its notes, in order, and no more."""
    assert_same(told.body, without_headers(pages, told))
    notes = [word for note in told.notes for word in note]
    assert_same(notes, joined([word for page in pages for word in page.notes]))


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
