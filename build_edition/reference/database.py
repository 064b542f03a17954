"""The reference page of the database, made from its schema."""

from __future__ import annotations

from build_edition.downloads.database import FORMAT
from build_edition.writers.database.schema import as_markdown

_HEAD = """# The database

<!-- Written by `make reference` from build_edition/writers/database/; change it there. -->

`build-edition export sqlite` makes one file of the whole edition for [SQLite](https://sqlite.org/), which any
language can read, and which a browser shows with [Datasette](https://datasette.io/). Open it read-only, lest it
change. The same edition gives the same bytes with the same release of SQLite.

A column whose name ends in `_id` leads to the `id` of another table. Offsets count code points from 0, as `substr`
counts them from 1. What is not known is NULL. The words of the texts are in `passages` alone, once each; so notes,
printed pages and places of names lead there.

## Search

`passages_fts` is a full-text index (FTS5) of the words of all passages and notes. Accents and capitals do not
matter to it, in Latin or in Cyrillic letters. `MATCH` takes words, a phrase in double quotation marks, `word*` for
a beginning, `AND`, `OR`, `NOT`, and `NEAR(one two, 10)`; its `rowid` is the `id` of the passage.

"""


def database_page() -> str:
    """The page as Markdown."""
    return f"{_HEAD}{FORMAT.example}\n\n## Tables\n\n{as_markdown()}"
