"""What tables are made of: columns with their meanings, and those that several tables have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type and rules in SQL, and what it means."""

    name: str
    declaration: str
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its columns in order, and what holds for several of them."""

    name: str
    says: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...] = ()


ID = Column("id", "INTEGER PRIMARY KEY", "counts the rows from 1, in order")
WORK = Column("work_id", "TEXT NOT NULL REFERENCES works (id)", "the work")
CERTAINTY = Column("certainty", "TEXT NOT NULL", "high, or low where it is inferred or doubted")


def text(name: str, says: str, needed: bool = False) -> Column:
    return Column(name, "TEXT NOT NULL" if needed else "TEXT", says)


def whole(name: str, says: str, needed: bool = True) -> Column:
    return Column(name, "INTEGER NOT NULL" if needed else "INTEGER", says)


def to(name: str, table: str, says: str, needed: bool = False, kind: str = "INTEGER") -> Column:
    return Column(name, f"{kind}{' NOT NULL' if needed else ''} REFERENCES {table} (id)", says)


OFFSETS = (
    whole("source_start", "where it begins in the source, as an offset"),
    whole("source_end", "the first offset behind it"),
)
PLACE = (
    whole("line", "the line of the source on which it begins, from 1"),
    whole("line_column", "the place on that line, from 1"),
    to("passage_id", "passages", "the passage in which it stands, if it stands in one"),
    text("page", "the printed page, where it is known"),
)
DECIDED = (
    text("source", "what the source has", needed=True),
    text("reading", "what is read instead; empty where nothing is", needed=True),
    text("cause", "what was wrong, where an editor says so"),
    CERTAINTY,
    text("responsible", "the editor, or rule", needed=True),
    text("note", "the editor’s remark"),
)
