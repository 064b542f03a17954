"""SQLite: the whole edition as one database, with a full-text index of passages and notes.

The same edition gives the same bytes with the same release of SQLite: the size of pages is fixed, rows go in in
one order, and VACUUM lays out the file anew.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from build_edition.downloads import imprint
from build_edition.downloads.form import Choices, Form
from build_edition.errors import EditionError
from build_edition.publish.data.corpus import locating
from build_edition.whole import Whole
from build_edition.writers.database.rows import rows_by_table
from build_edition.writers.database.schema import FILL_SEARCH, VERSION, statements

PAGE_SIZE = 4096
APPLICATION = 0x42454431  # "BED1", by which a program can tell what the file is
_EXAMPLE = """Passages and notes in which a word that begins with “work” stands near one that begins with “year”,
the best first, each as it is cited:

```sql
SELECT passages.cited, works.citation, snippet(passages_fts, 0, '[', ']', ' … ', 12) AS words
FROM passages_fts
JOIN passages ON passages.id = passages_fts.rowid
JOIN works ON works.id = passages.work_id
WHERE passages_fts MATCH 'NEAR(work* year*, 30)'
ORDER BY passages_fts.rank
LIMIT 10;
```"""


def of_edition(whole: Whole, path: Path, _choices: Choices) -> None:
    """The database; what stood at the path is gone."""
    path.unlink(missing_ok=True)
    try:
        _write(whole, path)
    except sqlite3.OperationalError as error:
        raise EditionError(
            f"SQLite cannot write the database: {error}",
            where=str(path),
            remedy="See that there is room on the disk, and that this Python’s SQLite has FTS5, as most have.",
        ) from error


def _write(whole: Whole, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for name, value in (
            ("page_size", PAGE_SIZE),
            ("encoding", "'UTF-8'"),
            ("journal_mode", "OFF"),
            ("synchronous", "OFF"),
            ("foreign_keys", "ON"),
            ("application_id", APPLICATION),
            ("user_version", VERSION),
        ):
            database.execute(f"PRAGMA {name} = {value}")
        database.execute("BEGIN")
        for statement in statements():
            database.execute(statement)
        _fill(database, whole)
        for statement in FILL_SEARCH:
            database.execute(statement)
        database.execute("COMMIT")
        database.execute("ANALYZE")
        database.execute("VACUUM")


def _fill(database: sqlite3.Connection, whole: Whole) -> None:
    told = {item.record.id: imprint.of_work(whole, item) for item in whole.works}
    for table, width, rows in rows_by_table(whole, imprint.of_edition(whole), told, locating(whole)):
        places = ", ".join("?" * width)
        database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


FORMAT = Form(
    name="sqlite",
    suffix=".sqlite",
    title="SQLite",
    holds="The edition as a database: texts, notes, pages, entries and their places, the apparatus; with FTS5.",
    of_edition=of_edition,
    example=_EXAMPLE,
)
