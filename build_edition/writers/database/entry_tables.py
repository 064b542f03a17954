"""The tables of what the edition knows: entries, where they are named, and what has a date."""

from __future__ import annotations

from build_edition.writers.database.columns import CERTAINTY, ID, Column, Table, text, to, whole

ENTRIES = (
    Table(
        "terms",
        "The entries of the glossary and of the registers.",
        (
            Column("id", "TEXT PRIMARY KEY", "its id in addresses"),
            text("kind", "term, person, place, org, event, or title (a work discussed)", needed=True),
            text("label", "what it is listed by", needed=True),
            text("shown", "what it is called in running text", needed=True),
            text("meaning", "what it means, or who or what it is", needed=True),
            text("expansion", "what an abbreviation stands for"),
            text("cyrillic", "the word or name in Russian"),
            text("dates", "its time, as a reader should see it"),
            text("date", "of an event: its date as EDTF level 0"),
            text("type", "of an event: congress, plan or war"),
            text("wikidata", "its item of Wikidata"),
            text("viaf", "its VIAF cluster"),
            to("bibliography_id", "bibliography", "of a work discussed: its entry", kind="TEXT"),
            to("author_id", "terms", "of a work discussed: its author", kind="TEXT"),
        ),
    ),
    Table(
        "forms",
        "Every form that stands for an entry in a text.",
        (ID, to("term_id", "terms", "the entry", True, "TEXT"), text("form", "the form", needed=True)),
        ("UNIQUE (term_id, form)",),
    ),
    Table(
        "see_also",
        "What an entry refers to.",
        (
            ID,
            to("term_id", "terms", "the entry", True, "TEXT"),
            to("other_id", "terms", "the one to see too", True, "TEXT"),
        ),
    ),
    Table(
        "occurrences",
        "Where the works name an entry.",
        (
            ID,
            to("term_id", "terms", "the entry", True, "TEXT"),
            to("passage_id", "passages", "the passage", True),
            whole("text_start", "where its words begin in the text of the passage, as an offset"),
            whole("text_end", "the first offset behind them"),
            text("form", "the words as the text has them", needed=True),
            text("listed", "the form of the entry that they answer to", needed=True),
            whole("line", "the line of the source"),
            text("page", "the printed page, where it is known"),
            to("within_id", "terms", "the entry in whose longer name they stand, if they do", kind="TEXT"),
        ),
    ),
    Table(
        "chronology",
        "Everything that has a place in time, in its order; what has no date comes last.",
        (
            ID,
            text("date", "its date as EDTF level 0; a range has a slash"),
            text("begins", "the first day, as a full date"),
            text("ends", "the last day"),
            text("text", "what happened", needed=True),
            to("term_id", "terms", "the event of the register, where it has it", kind="TEXT"),
            CERTAINTY,
            whole("inherited", "1 where the source gives the date, or its year, with the entry above"),
        ),
    ),
    Table(
        "chronology_passages",
        "The passages that speak of something in the chronology.",
        (
            ID,
            to("chronology_id", "chronology", "what they speak of", True),
            text("place", "the passage as it is cited, or as near as can be", needed=True),
            to("passage_id", "passages", "the passage, where it is one"),
            whole("is_entry", "1 where it is an entry of the work’s own chronology"),
            text("printed", "the date as printed there"),
        ),
    ),
)
