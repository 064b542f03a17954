"""All rows of the database, table after table in the order of the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from build_edition.whole import Whole
from build_edition.writers.corpus import Locate
from build_edition.writers.database.decisions import DecisionRows
from build_edition.writers.database.entries import EntryRows
from build_edition.writers.database.ids import Ids
from build_edition.writers.database.schema import VERSION
from build_edition.writers.database.tables import TABLES
from build_edition.writers.database.texts import Rows, TextRows

Facts = Mapping[str, str]


def rows_by_table(
    whole: Whole, edition: Facts, works: Mapping[str, Facts], locate: Locate
) -> Iterator[tuple[str, int, Rows]]:
    """Of each table its name, how many columns it has, and its rows.

    `edition` and `works`, by their ids, are what the file says of itself; `locate` tells where a passage is.
    """
    ids = Ids(whole)
    texts, entries, decisions = (
        TextRows(whole, ids, works, locate),
        EntryRows(whole, ids),
        DecisionRows(whole, ids),
    )
    makers: dict[str, Callable[[], Rows]] = {"meta": lambda: _meta(edition)}
    for maker in (texts, entries, decisions):
        makers |= {table.name: getattr(maker, table.name) for table in TABLES if hasattr(maker, table.name)}
    for table in TABLES:
        yield table.name, len(table.columns), makers[table.name]()


def _meta(edition: Facts) -> Rows:
    """What the file says of itself, and by which schema it is made."""
    yield from {**edition, "schema": str(VERSION)}.items()
