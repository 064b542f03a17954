"""Cells of CSV: any text comes back as it was, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.writers.apparatus.rows import Row
from build_edition.writers.apparatus.table import COLUMNS, FORMULA, guarded, unguarded, write_table

ROW = Row(
    work="miller-1901",
    type="intervention",
    start=41,
    end=44,
    line=3,
    column=50,
    passage="1",
    page="",
    kind="word",
    rule="emendation",
    record=1,
    cause="character",
    source="fel",
    reading="fell",
    certainty="high",
    responsible="A. Reader",
    note="",
)
CELLS = st.text(st.one_of(st.sampled_from("=+-@'\t\r\n,\"; a1"), st.characters(codec="utf-8")), max_size=12)


@given(CELLS, CELLS, CELLS)
def test_any_text_comes_back_as_it_was(source: str, reading: str, note: str) -> None:
    text = write_table((), [replace(ROW, source=source, reading=reading, note=note), ROW])
    heads, first, second = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(heads) == COLUMNS
    cells = dict(zip(COLUMNS, map(unguarded, first), strict=True))
    assert (cells["source"], cells["reading"], cells["note"]) == (source, reading, note)
    assert second[COLUMNS.index("source")] == "fel"


@given(CELLS)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert not guarded(cell).startswith(tuple(FORMULA))
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["=SUM(A1)", "-3", "’tis", "'tis", "", "plain"])
def test_only_what_needs_it_is_guarded(cell: str) -> None:
    assert (guarded(cell) == cell) == (cell in {"", "plain", "’tis"})
