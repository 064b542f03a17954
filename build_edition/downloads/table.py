"""CSV: the apparatus, every change to a source and every decision of the editors, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_edition.downloads import imprint
from build_edition.downloads.form import Choices, Form
from build_edition.pipeline import EditionWork, no_source
from build_edition.whole import Whole
from build_edition.writers.apparatus.rows import rows_of
from build_edition.writers.apparatus.table import write_table

_EXAMPLE = """What the editors emended, in Python; an apostrophe that begins a cell is only its guard:

```python
import csv

with open("apparatus.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        if row["type"] == "decision" and row["kind"] == "emendation":
            source, reading = (row[name].removeprefix("'") for name in ("source", "reading"))
            print(row["work"], row["passage"], source, "→", reading)
```"""


def of_work(whole: Whole, item: EditionWork, path: Path, _choices: Choices) -> None:
    """The file of one work."""
    if item.work is None:
        raise no_source(item.record)
    _write(whole, [item], path)


def of_edition(whole: Whole, path: Path, _choices: Choices) -> None:
    """The file of all works."""
    _write(whole, whole.works, path)


def _write(whole: Whole, works: Sequence[EditionWork], path: Path) -> None:
    facts = ((item.record.id, imprint.of_work(whole, item)) for item in works)
    found = (row for item in works for row in rows_of(whole.project, item, whole.passages.get(item.record.id, ())))
    path.write_text(write_table(facts, found), encoding="utf-8", newline="")


FORMAT = Form(
    name="csv",
    suffix=".csv",
    title="The apparatus as CSV",
    holds="Every change to the source and every decision of the editors: place, rule or record, source, reading.",
    of_work=of_work,
    of_edition=of_edition,
    example=_EXAMPLE,
)
