"""All tables, in an order in which each comes after those that it leads to."""

from __future__ import annotations

from build_edition.writers.database.columns import Column, Table, text
from build_edition.writers.database.decision_tables import DECISIONS
from build_edition.writers.database.entry_tables import ENTRIES
from build_edition.writers.database.text_tables import TEXTS

FIRST = (
    Table(
        "meta",
        "What the file says of itself.",
        (Column("name", "TEXT PRIMARY KEY", "what is told"), text("value", "what is said of it", needed=True)),
    ),
    Table(
        "bibliography",
        "The entries of the bibliography.",
        (
            Column("id", "TEXT PRIMARY KEY", "its key"),
            text("type", "its type in BibTeX", needed=True),
            text("title", "its title", needed=True),
            text("authors", "the authors, parted by semicolons"),
            text("editors", "the editors, parted by semicolons"),
            text("container", "the journal or collection that holds it"),
            text("date", "its date as precisely as known, such as 1960-04"),
            text("original_date", "that of the work, where `date` is that of an edition of it"),
            text("publisher", "its publisher"),
            text("place", "where it was published"),
            text("volume", "the volume"),
            text("issue", "the issue"),
            text("pages", "the pages"),
            text("url", "its address"),
            text("doi", "its DOI"),
            text("isbn", "its ISBN"),
            text("issn", "its ISSN"),
            text("language", "its language"),
            text("citation", "the whole in a plain form", needed=True),
            text("annotation", "the editors’ remark"),
        ),
    ),
)

TABLES: tuple[Table, ...] = (*FIRST, *TEXTS, *ENTRIES, *DECISIONS)
