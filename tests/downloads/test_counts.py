"""As many notes, printed pages, paragraphs and tables in every format as in the tree: one row a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from build_edition.downloads import database, markdown, passages, plain_text, tei
from build_edition.downloads.form import Form
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from tests.downloads import counts
from tests.downloads.counts import Counts
from tests.downloads.epub_books import Finished, books_of
from tests.downloads.pdf_books import text_pages, volume_pages, work_of
from tests.downloads.pdf_expected import tell
from tests.downloads.pdf_reading import Page
from tests.downloads.pdf_tags import Tag, tags_of
from tests.downloads.taken import of_edition, of_work
from tests.once import once


class Files(NamedTuple):
    """What was made of an edition: its texts in the order of the works, and where each stands in the files."""

    whole: Whole
    folder: Path
    books: Path
    epubs: list[Finished]
    database: Path
    in_volume: dict[str, list[Page]]
    volume_tags: list[Tag]


@pytest.fixture(scope="module", params=["specimen", pytest.param("five", marks=pytest.mark.slow)])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Files:
    names = {"specimen": ("velm", "books", "volume"), "five": ("five_whole", "five_books", "five_volume")}
    whole, books, volume = (request.getfixturevalue(name) for name in names[request.param])

    def made(folder: Path) -> Files:
        epubs = books_of(whole, folder / "epub")
        stored = of_edition(database.FORMAT, whole, folder)
        return Files(whole, folder, books, epubs, stored, volume_pages(whole, volume), tags_of(volume))

    return once(tmp_path_factory, f"counted-{request.param}", made)


def pdf(files: Files, item: EditionWork) -> Counts:
    path = files.books / f"{item.record.id}.pdf"
    return counts.of_pdf(item, text_pages(path, tell(work_of(files.whole, item.record.id))), tags_of(path))


def volume(files: Files, item: EditionWork) -> Counts:
    return counts.of_pdf(item, files.in_volume[item.record.id], files.volume_tags)


def epub(files: Files, item: EditionWork) -> Counts:
    return counts.of_epub(item, next(book for book in files.epubs if book.items == (item,)))


def all_works_as_epub(files: Files, item: EditionWork) -> Counts:
    return counts.of_epub(item, files.epubs[-1])


def file_of(form: Form, files: Files, item: EditionWork) -> Path:
    """The file of a work; each row has a format of its own, so no two write the same."""
    return of_work(form, files.whole, item, files.folder)


ROWS: dict[str, Callable[[Files, EditionWork], Counts]] = {
    "PDF": pdf,
    "PDF, the volume": volume,
    "EPUB": epub,
    "EPUB, all works": all_works_as_epub,
    "TEI": lambda files, item: counts.of_tei(file_of(tei.FORMAT, files, item)),
    "text": lambda files, item: counts.of_text(item, file_of(plain_text.FORMAT, files, item)),
    "Markdown": lambda files, item: counts.of_markdown(item, file_of(markdown.FORMAT, files, item)),
    "JSON Lines": lambda files, item: counts.of_jsonl(file_of(passages.FORMAT, files, item)),
    "SQLite": lambda files, item: counts.of_sqlite(item, files.database),
}
EVERY = {"notes", "pages", "paragraphs", "tables"}
TOLD = {  # what a row tells; of passages without what stands in notes and figures, and of tables their rows
    **dict.fromkeys(("PDF", "PDF, the volume", "EPUB", "EPUB, all works", "TEI", "Markdown"), EVERY),
    "text": {"paragraphs", "tables"},
    "JSON Lines": {"notes", "numbered pages", "paragraphs outside", "rows outside"},
    "SQLite": {"notes", "pages", "paragraphs outside", "rows outside"},
}


@pytest.mark.parametrize("row", ROWS)
def test_as_many_of_everything_as_in_the_tree(files: Files, row: str) -> None:
    found = {item.record.id: ROWS[row](files, item) for item in files.whole.works}
    trees = {item.record.id: counts.of_tree(item) for item in files.whole.works}
    assert found == {
        work: {what: tree[what] for what in tree if what in TOLD[row]} for work, tree in trees.items()
    }


def test_there_is_something_to_count(files: Files) -> None:
    trees = [counts.of_tree(item) for item in files.whole.works]
    assert all(sum(tree[what] for tree in trees) for what in trees[0])
