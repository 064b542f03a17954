"""The tables of the works and their words."""

from __future__ import annotations

from build_edition.writers.database.columns import CERTAINTY, ID, OFFSETS, WORK, Column, Table, text, to, whole

TEXTS = (
    Table(
        "works",
        "The works of the edition, in its order.",
        (
            Column("id", "TEXT PRIMARY KEY", "its id in addresses and citations"),
            whole("position", "its place in the edition"),
            text("title", "its title", needed=True),
            text("short_title", "the title for navigation", needed=True),
            text("author", "its authors, for a sentence"),
            text("date", "when it was first published, such as 1958-21 for spring"),
            text("citation", "how it is cited as a whole", needed=True),
            to("bibliography_id", "bibliography", "its entry in the bibliography", True, "TEXT"),
            text("status", "found, missing (then it has no text here), or other: not the source described", True),
            text("address", "its page on the published site"),
            text("rights", "its rights in few words", needed=True),
            text("rights_address", "the statement or licence that says so", needed=True),
            text("rights_statement", "what a reader may do", needed=True),
            text("rights_holder", "who holds the rights"),
            text("source", "the file that it is edited from", needed=True),
            text("source_origin", "where that comes from", needed=True),
            text("source_sha256", "its SHA-256", needed=True),
        ),
    ),
    Table(
        "divisions",
        "The chapters and other main pieces of works; an essay is one division, whose key is empty.",
        (
            ID,
            WORK,
            text("key", "its key in addresses", needed=True),
            text("label", "as in CHAPTER TWO"),
            text("title", "its title"),
            text("part", "the key of the part that it stands in"),
            text("url", "its page, from the root of the site", needed=True),
        ),
        ("UNIQUE (work_id, key)",),
    ),
    Table(
        "sections",
        "What stands under a heading, at any depth.",
        (
            ID,
            WORK,
            to("division_id", "divisions", "the division that it stands in", True),
            text("key", "its key in addresses", needed=True),
            whole("level", "1 part, 2 chapter, 3 section, 4 and 5 below"),
            text("label", "as in CHAPTER TWO"),
            text("title", "its title"),
        ),
        ("UNIQUE (work_id, key)",),
    ),
    Table(
        "passages",
        "All words of the texts, once each, in the order of reading: paragraphs, headings, items, rows, notes.",
        (
            ID,
            WORK,
            whole("position", "its place in the work, from 1"),
            text(
                "number", "its number in the work, by which it is cited; none of a heading, a byline and the like"
            ),
            Column("cited", "TEXT UNIQUE", "the id of the work, a slash, the number"),
            text("kind", "p, quote, epigraph, item, row, figure, note, head, byline and so on", needed=True),
            to("division_id", "divisions", "the division", True),
            to("section_id", "sections", "the section, where it stands in one"),
            text("first_page", "the printed page on which it begins, where it is known"),
            text("last_page", "the printed page on which it ends"),
            *OFFSETS,
            whole("first_line", "its first line in the source, from 1"),
            whole("last_line", "its last line there"),
            text("url", "its address, from the root of the site", needed=True),
            text("text", "its words, single-spaced, without the numbers of note calls", needed=True),
        ),
    ),
    Table(
        "notes",
        "The numbered notes; their words are those of a passage.",
        (
            ID,
            WORK,
            text("key", "its key in addresses", needed=True),
            text("number", "as printed", needed=True),
            to("passage_id", "passages", "its words", True),
        ),
        ("UNIQUE (work_id, key)",),
    ),
    Table(
        "note_calls",
        "The numbers that send a reader to a note.",
        (
            ID,
            to("passage_id", "passages", "the passage in which it stands", True),
            whole("at", "where in the text of that passage, as an offset"),
            text("number", "as printed", needed=True),
            to("note_id", "notes", "the note, where the source has it"),
            CERTAINTY,
        ),
    ),
    Table(
        "pages",
        "Where the printed pages of the sources begin.",
        (
            ID,
            WORK,
            text("number", "as printed, where it is known"),
            to("passage_id", "passages", "the passage in which it begins", True),
            whole("at", "where in the text of that passage, as an offset"),
            whole("source_start", "where in the source, as an offset"),
            CERTAINTY,
        ),
    ),
)
