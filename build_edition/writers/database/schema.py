"""The tables, each column with its meaning, as SQL and for the reference page.

A name ends in `_id` where it leads to the `id` of another table. Offsets count code points from 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_edition.writers.database.columns import Table
from build_edition.writers.database.tables import TABLES

VERSION = 1  # counts up when a table or column is renamed or taken away


@dataclass(frozen=True, slots=True)
class View:
    """A query that has a name."""

    name: str
    says: str
    query: str


VIEWS = (
    View(
        "passages_with_citation",
        "Passages that can be cited, each with how: by passage, by printed page, and the work in full.",
        """SELECT passages.id, passages.cited, works.citation,
    CASE WHEN first_page IS NULL THEN NULL WHEN first_page = last_page THEN 'p. ' || first_page
        ELSE 'pp. ' || first_page || '–' || last_page END AS pages,
    passages.kind, divisions.title AS division, passages.text, passages.url
FROM passages JOIN works ON works.id = passages.work_id JOIN divisions ON divisions.id = passages.division_id
WHERE passages.cited IS NOT NULL""",
    ),
    View(
        "notes_with_calls",
        "Every note with its words and the passage in which its call stands, once for each call.",
        """SELECT notes.id, notes.work_id, notes.key, notes.number, words.text, place.cited AS called_in
FROM notes JOIN passages AS words ON words.id = notes.passage_id
LEFT JOIN note_calls ON note_calls.note_id = notes.id
LEFT JOIN passages AS place ON place.id = note_calls.passage_id""",
    ),
)

SEARCH = "passages_fts"
# The quotation marks are those by which Datasette knows of which table this is the index.
_SEARCH = f"""CREATE VIRTUAL TABLE {SEARCH} USING fts5(
    text, content="passages", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
)"""
FILL_SEARCH = (
    f"INSERT INTO {SEARCH}({SEARCH}) VALUES ('rebuild')",
    f"INSERT INTO {SEARCH}({SEARCH}) VALUES ('optimize')",
)


def statements() -> tuple[str, ...]:
    """The statements that make an empty database, in order."""
    views = (f"CREATE VIEW {view.name} AS\n-- {view.says}\n{view.query}" for view in VIEWS)
    return (*(_table(table) for table in TABLES), *_indexes(), *views, _SEARCH)


def _table(table: Table) -> str:
    """A table, with what it and its columns mean as comments, which the database keeps."""
    parts = [(f"{column.name} {column.declaration}", column.says) for column in table.columns]
    parts += [(constraint, "") for constraint in table.constraints]
    lines = [f"CREATE TABLE {table.name} ( -- {table.says}"]
    for k, (sql, says) in enumerate(parts, 1):
        comma = "," if k < len(parts) else ""
        lines.append(f"    {sql}{comma}" + (f" -- {says}" if says else ""))
    return "\n".join([*lines, ")"])


def _indexes() -> tuple[str, ...]:
    """An index for each column that leads to another table."""
    found = []
    for table in TABLES:
        for column in table.columns:
            if "REFERENCES" in column.declaration and "PRIMARY KEY" not in column.declaration:
                found.append(f"CREATE INDEX {table.name}_by_{column.name} ON {table.name} ({column.name})")
    return tuple(found)


def as_markdown() -> str:
    """The tables and views for the reference page."""
    parts = []
    for table in TABLES:
        rows = [f"| `{column.name}` | {_linked(column.declaration)}{column.says} |" for column in table.columns]
        parts += [f"### {table.name}", table.says, "\n".join(["| column | meaning |", "|---|---|", *rows])]
    views = [f"| `{view.name}` | {view.says} |" for view in VIEWS]
    parts += ["### Views", "\n".join(["| view | what it shows |", "|---|---|", *views])]
    return "\n\n".join(parts) + "\n"


def _linked(declaration: str) -> str:
    found = re.search(r"REFERENCES (\w+)", declaration)
    return f"(of [{found[1]}](#{found[1]})) " if found else ""
