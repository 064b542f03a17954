"""The rows as CSV by RFC 4180: commas, quotation marks doubled, lines that end in CR and LF.

A spreadsheet takes a cell for a formula that begins with one of `FORMULA`, so such a cell gets an apostrophe
before it. So does one that begins with an apostrophe: take one away from every cell that has it, and each is what
it was.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import astuple, fields

from build_edition.writers.apparatus.rows import Row

FORMULA = "=+-@\t\r\n＝＋－＠"
GUARD = "'"
COLUMNS = tuple(field.name for field in fields(Row))


def write_table(facts: Iterable[tuple[str, Mapping[str, str]]], rows: Iterable[Row]) -> str:
    """The table: first, of each work, what the file says of itself, in rows of the type `about`; then the rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for work, said in facts:
        for name, fact in said.items():
            about = {"work": work, "type": "about", "kind": name, "note": fact}
            writer.writerow([guarded(about.get(column, "")) for column in COLUMNS])
    for row in rows:
        writer.writerow([guarded("" if cell is None else str(cell)) for cell in astuple(row)])
    return out.getvalue()


def guarded(cell: str) -> str:
    """A cell as a spreadsheet can be given it."""
    return GUARD + cell if cell and cell[0] in FORMULA + GUARD else cell


def unguarded(cell: str) -> str:
    """The cell that was guarded."""
    return cell.removeprefix(GUARD)
