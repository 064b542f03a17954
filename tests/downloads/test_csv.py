"""CSV of the apparatus: it accounts for every intervention, so that the source becomes the reading text again."""

from __future__ import annotations

import csv
from pathlib import Path

from build_edition.apparatus.emendation_list import emendation_list
from build_edition.downloads.table import FORMAT
from build_edition.reading import Reading
from build_edition.whole import Whole
from build_edition.writers.apparatus.table import COLUMNS, unguarded
from tests.downloads.examples import file_named, said_by
from tests.downloads.taken import of_edition, of_work


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        rows = [{name: unguarded(cell) for name, cell in row.items()} for row in reader]
        assert tuple(reader.fieldnames or ()) == COLUMNS
    return rows


def assert_accounted(whole: Whole, folder: Path) -> None:
    together = rows_of(of_edition(FORMAT, whole, folder))
    for item in whole.works:
        assert item.transcript is not None
        rows = rows_of(of_work(FORMAT, whole, item, folder))
        assert rows == [row for row in together if row["work"] == item.record.id]
        made = [row for row in rows if row["type"] == "intervention"]
        assert len(made) == len(item.transcript.interventions) > 0
        source = item.transcript.source
        for row in made:
            start, end = int(row["start"]), int(row["end"])
            assert source.text[start:end] == row["source"]
            assert source.lines[int(row["line"]) - 1].start + int(row["column"]) - 1 == start
        replaced = ((int(row["start"]), int(row["end"]), row["reading"]) for row in made)
        assert Reading.of(source.text, replaced).text == item.transcript.reading.text


def test_the_rows_make_the_reading_text_of_the_specimen_out_of_its_sources(whole: Whole, tmp_path: Path) -> None:
    assert_accounted(whole, tmp_path)


def test_the_rows_make_the_reading_text_of_the_five_works_out_of_their_sources(
    five_whole: Whole, tmp_path: Path
) -> None:
    assert_accounted(five_whole, tmp_path)


def test_every_decision_is_told_with_whose_it_is(whole: Whole, tmp_path: Path) -> None:
    decided = 0
    for item in whole.works:
        assert item.work is not None
        rows = rows_of(of_work(FORMAT, whole, item, tmp_path))
        records = whole.project.emendations.get(item.record.id, ())
        entries = emendation_list(item.work, records, item.record.structure)
        told = [row for row in rows if row["type"] == "decision"]
        assert [(row["kind"], row["reading"], row["cause"], row["responsible"]) for row in told] == [
            (entry.kind, entry.reading, entry.cause, entry.by) for entry in entries
        ]
        numbered = {row["record"]: row for row in told if row["rule"] == "emendation"}
        assert len(numbered) == len(records)
        for row in rows:
            if row["type"] == "intervention" and row["rule"] == "emendation":
                record = records[int(row["record"]) - 1]
                assert (row["responsible"], row["cause"], row["certainty"]) == (
                    record.by,
                    record.cause,
                    record.cert,
                )
                assert int(numbered[row["record"]]["start"]) <= int(row["start"])
        decided += len(told)
    assert decided > 8


def test_a_row_names_the_passage_and_the_page_that_hold_it(whole: Whole, tmp_path: Path) -> None:
    item = whole.works[0]
    assert item.work is not None
    passages = {passage.id: passage for passage in whole.passages[item.record.id] if passage.is_citable}
    placed = [row for row in rows_of(of_work(FORMAT, whole, item, tmp_path)) if row["passage"] in passages]
    assert len(placed) > 100
    for row in placed:
        passage = passages[row["passage"]]
        assert passage.start <= int(row["start"]) <= int(row["end"]) <= passage.end
        page = item.work.page_at(int(row["start"]))
        assert row["page"] == (page.n if page and page.n else "")


def test_it_says_what_it_is_and_lines_end_as_the_standard_says(whole: Whole, tmp_path: Path) -> None:
    item = whole.works[0]
    path = of_work(FORMAT, whole, item, tmp_path)
    facts = {row["kind"]: row["note"] for row in rows_of(path) if row["type"] == "about"}
    assert facts["source_sha256"] == item.record.source.sha256
    assert facts["rights"] == "CC BY 4.0"
    assert path.read_bytes().startswith(b"work,type,start,end,line,column,")
    assert path.read_bytes().split(b"\n", 1)[0].endswith(b"note\r")


def test_the_example_works(whole: Whole, tmp_path: Path) -> None:
    of_edition(FORMAT, whole, tmp_path).rename(tmp_path / file_named(FORMAT))
    lines = said_by(FORMAT, tmp_path).splitlines()
    assert lines
    assert all(" → " in line for line in lines)


def test_the_reference_page_explains_every_column_and_kind(root: Path, five_whole: Whole, tmp_path: Path) -> None:
    page = (root / "docs/reference/data.md").read_text(encoding="utf-8")
    table = page.partition("### CSV of the apparatus")[2].partition("###")[0]
    named = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert [name.strip("` ") for cell in named for name in cell.split(",")] == list(COLUMNS)
    rows = rows_of(of_edition(FORMAT, five_whole, tmp_path))
    kinds = {row["kind"] for row in rows if row["type"] != "about"}
    assert len(kinds) > 6
    assert all(f"`{kind}`" in table for kind in kinds)
