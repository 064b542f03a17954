"""Sets each truth in each design, reads the pages back, and measures what the rules make of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from benchmarks.designs.design import DESIGNS, Design
from benchmarks.designs.setting import pages_of, settable, typst_source, with_pages
from build_edition.evaluate.compare import compare
from build_edition.evaluate.measures import Measure
from build_edition.evaluate.report import figures
from build_edition.evaluate.truth import Block, Truth
from build_edition.evaluate.truth_forms import read_any_truth
from build_edition.rules import transcribe
from build_edition.source import Source
from build_edition.specimen import ROOT as SPECIMEN
from build_edition.specimen.maker import ocr
from build_edition.specimen.maker.printing import printed, text_of

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"
SHOWN = (
    *("characters", "forme_work", "page_beginnings", "page_numbers", "headings", "heading_levels"),
    *("note_calls", "notes", "quotations", "list_items", "paragraphs", "hyphens"),
)
SCANNED_BLOCKS, SMALL = 120, 60  # how many blocks are read by OCR, and are set in a smoke run


@dataclass(frozen=True)
class Reading:
    """What was read back from the pages of one design: `how` names the reader."""

    text: str
    design: str
    how: str
    source: Source
    truth: Truth


def texts(smoke: bool, own: bool = False) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The specimen’s book and, unless only our own is wanted, a longer text if it stands beside the checkout."""
    specimen = read_any_truth(SPECIMEN / "truth" / "level-water-1987.jsonl")
    assert isinstance(specimen, Truth)
    yield "Level Water", specimen.blocks[:SMALL] if smoke else specimen.blocks
    path = CORPORA / "ten_days" / "truth.jsonl"
    if path.exists() and not (smoke or own):
        other = read_any_truth(path)
        assert isinstance(other, Truth)
        yield "Ten Days", other.blocks[-450:]


def readings(smoke: bool, scanned: bool, own: bool = False) -> Iterator[Reading]:
    """Each text in each design: as `pdftotext -layout` gives it, and as Tesseract reads a poor scan of it."""
    for title, blocks in texts(smoke, own):
        for design in DESIGNS[:1] if smoke else DESIGNS:
            yield _reading(title, blocks, design, scanned=False)
            if scanned:
                yield _reading(title, blocks[:SCANNED_BLOCKS], design, scanned=True)


def _reading(title: str, blocks: tuple[Block, ...], design: Design, *, scanned: bool) -> Reading:
    import typst

    chosen = settable(blocks, design)
    code = typst_source(chosen, design, title)
    places = json.loads(typst.query(code.encode(), "<word>", field="value", ignore_system_fonts=True))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.pdf"
        path.write_bytes(printed(code))
        text = ocr.read_pages(path, 1, Path(folder)) if scanned else text_of(path)
    found = [(block, offset, page) for block, offset, page in places]
    truth = Truth(title, "book", with_pages(chosen, found, pages_of(chosen, found, design, title)))
    return Reading(title, design.name, "OCR" if scanned else "PDF text", Source.from_text(text, title), truth)


def run(console: Console, *, smoke: bool, scanned: bool) -> None:
    """Print a row for each reading, a column for each measure."""
    if shutil.which("pdftotext") is None or (scanned and shutil.which("tesseract") is None):
        console.print("LEFT OUT: the designs; pdftotext or tesseract is not installed", style="bold red")
        return
    table = Table(title="One text in several designs (a rate of errors for characters, else F1 or share)")
    for column in ("text", "design", "read by", *(name.replace("_", " ") for name in SHOWN)):
        table.add_column(column)
    for reading in readings(smoke, scanned):
        measures = compare(transcribe(reading.source), reading.truth)
        table.add_row(reading.text, reading.design, reading.how, *(_cell(measures, name) for name in SHOWN))
    console.print(table)


def _cell(measures: dict[str, Measure], name: str) -> str:
    measure = measures.get(name)
    return f"{figures({name: measure})[name]:.3f}" if measure is not None and measure.counted else "–"
