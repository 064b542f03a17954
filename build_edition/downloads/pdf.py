"""PDF, typeset by Typst: a work as a book, or the whole edition as a volume."""

from __future__ import annotations

from pathlib import Path

from build_edition.downloads.form import Choices, Form
from build_edition.downloads.imprint import of_edition, of_work
from build_edition.downloads.outward import leading
from build_edition.downloads.pdf_references import cited, references
from build_edition.downloads.typesetting import typeset
from build_edition.pipeline import EditionWork
from build_edition.publish.cite.by_hand import citing_pages
from build_edition.publish.cite.citations import Citations
from build_edition.publish.cite.in_text import cite_all
from build_edition.whole import Whole
from build_edition.writers.typst.back.matter import BackMatter
from build_edition.writers.typst.book import Matter, templates, write_of_work, write_volume

PAGES = ("introduction", "editorial-principles")  # of `docs`, which a volume has before the texts


def work_source(whole: Whole, item: EditionWork) -> str:
    """The Typst source of one work's book."""
    facts = of_work(whole, item)
    found = cite_all(whole, citing_pages(whole.project))
    back = BackMatter.of(whole, [item], references(whole, found))
    matter = Matter(facts, {item.record.id: facts}, _headnotes(whole, found), address=leading(whole), back=back)
    return write_of_work(back.works[0], matter, whole.project.edition.language)


def edition_source(whole: Whole) -> str:
    """The Typst source of the volume of the whole edition."""
    edition = whole.project.edition
    of_works = {item.record.id: of_work(whole, item) for item in whole.works}
    found = cite_all(whole, citing_pages(whole.project))
    docs = whole.project.root / "docs"
    pages = [
        (name, cited(whole, found, path.read_text(encoding="utf-8"), f"docs/{name}.md"))
        for name in PAGES
        if (path := docs / f"{name}.md").is_file()
    ]
    facts = of_edition(whole)
    back = BackMatter.of(whole, whole.works, references(whole, found))
    matter = Matter(facts, of_works, _headnotes(whole, found), pages, leading(whole), back)
    return write_volume(
        whole, back.works, matter, edition.title, edition.subtitle or "", facts.get("edited_by", "")
    )


def book(source: str, paper: str) -> bytes:
    """The PDF of a book's main file; raises `TypesettingError`."""
    return typeset({"main.typ": source, **templates()}, paper)


def _headnotes(whole: Whole, found: Citations) -> dict[str, str]:
    """The headnotes by work id, their citations as links."""
    return {
        name: cited(whole, found, text, f"edition/headnotes/{name}.md")
        for name, text in whole.project.headnotes.items()
    }


def write_work_pdf(whole: Whole, item: EditionWork, path: Path, choices: Choices) -> None:
    """The PDF of one work."""
    path.write_bytes(book(work_source(whole, item), choices.paper))


def write_edition_pdf(whole: Whole, path: Path, choices: Choices) -> None:
    """The PDF of the whole edition."""
    path.write_bytes(book(edition_source(whole), choices.paper))


FORMAT = Form(
    "pdf",
    ".pdf",
    "PDF",
    "The text as a book: notes at the foot of their pages, printed pages of the source and passage numbers in the "
    "margins, bookmarks. PDF/UA-1 and PDF/A-2a.",
    write_work_pdf,
    write_edition_pdf,
    "`build-edition export pdf --paper a4`",
    has_pages=True,
)
