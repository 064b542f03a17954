"""How many notes, printed pages, paragraphs and tables stand in a finished file, by what each format expresses.

Every function counts in the file. What the format adds to a kind, or does not set apart as one, is known from the
tree and is folded back, as its docstring says; what it cannot tell at all is left out of its row.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from lxml import etree

from build_edition.apparatus.notes import number_of, numbered_notes
from build_edition.downloads.plain_text import RULE
from build_edition.pipeline import EditionWork
from build_edition.tree import flatten, inlines_of
from build_edition.work import (
    Block,
    Container,
    Heading,
    ItemList,
    Link,
    Milestone,
    NoteCall,
    Paragraph,
    Table,
    plain,
)
from tests.downloads.epub_books import Finished
from tests.downloads.pdf_books import printed_pages
from tests.downloads.pdf_reading import Page, joined
from tests.downloads.pdf_tags import Tag
from tests.downloads.rendered import render, words_of
from tests.downloads.taken import blocks_of, counted
from tests.shown import words

Counts = dict[str, int]
TEI = "{http://www.tei-c.org/ns/1.0}"
BEGINNING = 3  # words by which a note is found
OF_KIND = ("byline", "dateline", "argument")  # paragraphs that TEI has names of their own for


def of_pdf(item: EditionWork, pages: list[Page], tags: list[Tag]) -> Counts:
    """The structure that a screen reader has, on the pages of the text; printed pages are those of the margin.

    A remark of the editors is a note of it too. A note of one paragraph has no paragraph below it, the label of a
    heading is one, and so is a passage number before a figure or the head of a table, for it has a line to itself.
    A note that nothing calls stands in the text under its number, and is none of these.
    """
    on = {page.number for page in pages}
    mine = [tag for tag in tags if tag.page in on]
    notes = [k for k, tag in enumerate(mine) if tag.kind == "Note"]
    bare = [k for k in notes if not any(tag.kind == "P" for tag in _below(mine, k))]
    remarks = sum(isinstance(one, Link) and bool(one.note) for one in _inlines(item))
    paragraphs = [tag for tag in mine if tag.kind == "P" and not _is_in_heading(tag)]
    listed = _in_place(item, " ".join(joined([word for page in pages for word in page.body])))
    return {
        "notes": len(notes) - remarks + listed,
        "pages": len(printed_pages(pages)),
        "paragraphs": len(paragraphs) + len(bare) - remarks + listed - _lone_numbers(item),
        "tables": sum(tag.kind == "Table" for tag in mine),
    }


def _below(tags: list[Tag], k: int) -> Iterator[Tag]:
    """The elements below one, which follow it."""
    for tag in tags[k + 1 :]:
        if len(tag.within) <= len(tags[k].within):
            return
        yield tag


def _is_in_heading(tag: Tag) -> bool:
    return any(kind[:1] == "H" and kind[1:].isdigit() for kind in tag.within)


def _lone_numbers(item: EditionWork) -> int:
    """The passage numbers of a work that stand before a block which does not begin with words."""
    count = 0
    for block in blocks_of(item):
        match block:
            case Container() if block.kind not in {"note", "item"}:
                count += bool(block.id)
            case Table() if block.rows and block.rows[0].is_label:
                count += bool(block.rows[0].id)
    return count


def _in_place(item: EditionWork, shown: str) -> int:
    """How many of the notes that nothing calls stand in a text: their numbers, right after them their words."""
    called = {one.target for one in _inlines(item) if isinstance(one, NoteCall)}
    found = 0
    for note in notes_of(item):
        if note.key not in called:
            own = re.escape(number_of(note.n))
            first, *rest = words(" ".join(plain(run) for run in inlines_of(note))).split()
            opening = rest if number_of(first) == number_of(note.n) else [first, *rest]
            pattern = rf"(?<!\S)\[?{own}[.\])]*\s+{re.escape(' '.join(opening[:BEGINNING]))}"
            found += bool(re.search(pattern, shown))
    return found


def of_epub(item: EditionWork, book: Finished) -> Counts:
    """Elements by their roles and classes, which set each kind apart."""
    kinds = {block.kind for block in blocks_of(item) if isinstance(block, Paragraph)}
    sheets = book.texts(item)
    paragraphs = [one for sheet in sheets for one in sheet.select("p[class]")]
    return {
        "notes": sum(len(sheet.select(".note[role=doc-footnote]")) for sheet in sheets),
        "pages": sum(len(sheet.select("[role=doc-pagebreak]")) for sheet in sheets),
        "paragraphs": sum(str(one["class"]).split()[0] in kinds for one in paragraphs),
        "tables": sum(len(sheet.select("table")) for sheet in sheets),
    }


def of_tei(path: Path) -> Counts:
    """Elements by their names; a byline and the like is a paragraph under its own name, or an `ab` with it."""
    text: Any = etree.parse(path).find(f"{TEI}text")
    openers = [one for kind in OF_KIND for one in text.iter(f"{TEI}{kind}") if one.find(f"{TEI}p") is None]
    within = [one for one in text.iter(f"{TEI}ab") if one.get("type") in OF_KIND]
    return {
        "notes": sum(one.get("type") == "numbered" for one in text.iter(f"{TEI}note")),
        "pages": sum(1 for _ in text.iter(f"{TEI}pb")),
        "paragraphs": sum(1 for _ in text.iter(f"{TEI}p")) + len(openers) + len(within),
        "tables": sum(1 for _ in text.iter(f"{TEI}table")),
    }


def of_text(item: EditionWork, path: Path) -> Counts:
    """Blocks between blank lines: those of one line are paragraphs, but for headings, their labels and breaks.

    A table is the block with tabs. Notes are paragraphs like others, and printed pages are left out.
    """
    pieces = path.read_text(encoding="utf-8").partition(f"{RULE}\n")[2].strip().split("\n\n")
    tables = sum("\t" in piece for piece in pieces)
    others = sum(bool(line) for head in _headings(item) for line in (head.label, head.title))
    others += sum(isinstance(block, Milestone) for block in blocks_of(item))
    return {"paragraphs": len(pieces) - tables - others, "tables": tables}


def of_markdown(item: EditionWork, path: Path) -> Counts:
    """What a renderer shows: footnotes, small numbers of pages, tables, and paragraphs.

    An item of a list is a paragraph even where it is shown as none; the heading of a table and a break of words
    are shown as one. A note that nothing calls is a paragraph that begins with its number.
    """
    shown = render(path.read_text(encoding="utf-8"))
    parts = (shown.text, *shown.footnotes.values())
    paragraphs = [one for part in parts for one in part.select("p") if words_of(one).strip()]
    tight = [one for one in shown.text.select("li") if one.find("p", recursive=False) is None]
    added = sum(isinstance(block, Table) and block.heading is not None for block in blocks_of(item))
    added += sum(isinstance(block, Milestone) and bool(block.text.strip("* \n")) for block in blocks_of(item))
    return {
        "notes": len(shown.footnotes) + _in_place(item, words(words_of(shown.text))),
        "pages": sum(len(part.select("small")) for part in parts),
        "paragraphs": len(paragraphs) + len(tight) - added,
        "tables": sum(len(part.select("table")) for part in parts),
    }


def of_jsonl(path: Path) -> Counts:
    """Lines by their kind; a note or a figure is one line, and a table is told by its rows, each a line."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    kinds = [line["kind"] for line in lines]
    return {
        "notes": kinds.count("note"),
        "numbered pages": len({page for line in lines for page in line["pages"]}),
        "paragraphs outside": sum(
            kind not in {"about", "head", "milestone", "note", "figure", "row"} for kind in kinds
        ),
        "rows outside": kinds.count("row"),
    }


def of_sqlite(item: EditionWork, path: Path) -> Counts:
    """Notes and pages have tables of their own; of passages it says what JSON Lines does."""
    query = {
        "notes": "SELECT count(*) FROM notes WHERE work_id = ?",
        "pages": "SELECT count(*) FROM pages WHERE work_id = ?",
        "paragraphs outside": "SELECT count(*) FROM passages WHERE work_id = ? AND text <> '' AND kind NOT IN "
        "('head', 'milestone', 'note', 'figure', 'row')",
        "rows outside": "SELECT count(*) FROM passages WHERE work_id = ? AND text <> '' AND kind = 'row'",
    }
    with closing(sqlite3.connect(path)) as database:
        return {what: database.execute(sql, (item.record.id,)).fetchone()[0] for what, sql in query.items()}


def of_tree(item: EditionWork) -> Counts:
    """What the tree of a work has; `outside` is without what stands in a note or a figure."""
    assert item.work is not None
    blocks = list(blocks_of(item))
    inner = {id(below) for block in blocks if _is_one_passage(block) for below in within(block)}
    outside = [block for block in blocks if id(block) not in inner]
    return counted(item) | {
        "numbered pages": len({page.n for page in item.work.pages if page.n is not None}),
        "paragraphs outside": sum(isinstance(block, Paragraph) for block in outside),
        "rows outside": sum(len(block.rows) for block in outside if isinstance(block, Table)),
    }


def _is_one_passage(block: Block) -> bool:
    return isinstance(block, Container) and block.kind in {"note", "figure"} and bool(block.id)


def within(block: Block) -> Iterator[Block]:
    """What stands in a block, at any depth."""
    inner = block.blocks if isinstance(block, Container) else block.items if isinstance(block, ItemList) else ()
    for one in inner:
        yield one
        yield from within(one)


def notes_of(item: EditionWork) -> list[Container]:
    """The numbered notes of a work."""
    assert item.work is not None
    return [note for section in item.work.walk() for note in numbered_notes(section.blocks)]


def _headings(item: EditionWork) -> Iterator[Heading]:
    assert item.work is not None
    yield from (section.heading for section in item.work.walk() if section.heading)
    for block in blocks_of(item):
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Table) and block.heading:
            yield block.heading


def _inlines(item: EditionWork) -> Iterator[Any]:
    assert item.work is not None
    for section in item.work.walk():
        for block in ([section.heading] if section.heading else []) + list(section.blocks):
            yield from (one for run in inlines_of(block) for one in flatten(run))
