"""Sets each truth in each design, reads the pages back, and measures what the rules make of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Literal

from rich.console import Console
from rich.table import Table

from benchmarks.designs.design import DESIGNS, Design
from benchmarks.designs.sampled import sampled
from benchmarks.designs.setting import pages_of, settable, typst_source, with_pages
from benchmarks.designs.written import HABITS, written
from build_edition.evaluate.compare import compare
from build_edition.evaluate.measures import Measure
from build_edition.evaluate.report import figures
from build_edition.evaluate.truth import Block, Truth
from build_edition.evaluate.truth_forms import read_any_truth
from build_edition.readers.files import decode
from build_edition.rules import transcribe
from build_edition.rules.evidence.layout.kind import detect
from build_edition.source import Source
from build_edition.specimen import ROOT as SPECIMEN
from build_edition.specimen.maker import ocr
from build_edition.specimen.maker.printing import printed, text_of, words_of

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"
SHOWN = (
    *("characters", "forme_work", "page_beginnings", "page_numbers", "headings", "heading_levels"),
    *("note_calls", "notes", "note_numbers", "quotations", "list_items", "paragraphs", "hyphens"),
)
SCANNED_BLOCKS, SMALL = 120, 60  # how many blocks are read by OCR, and are set in a smoke run


# As `pdftotext -layout` and `-bbox-layout` give it, as Tesseract reads a scan, and as it was never on pages.
How = Literal["PDF text", "PDF words", "OCR", "vision model"]


@dataclass(frozen=True)
class Reading:
    """What was read back from the pages of one design: `how` names the reader."""

    text: str
    design: str
    how: How
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


def readings(
    smoke: bool, hows: Sequence[How], own: bool = False, designs: Sequence[Design] = DESIGNS
) -> Iterator[Reading]:
    """Each text in each design, read back in each of the ways `hows`; the scans are poor ones."""
    clear = [how for how in hows if how != "OCR"]
    for title, blocks in texts(smoke, own):
        for design in designs[:1] if smoke else designs:
            yield from _readings(title, blocks, design, clear)
            if "OCR" in hows:
                yield from _readings(title, blocks[:SCANNED_BLOCKS], design, ("OCR",))


def writings(smoke: bool, own: bool = False) -> Iterator[Reading]:
    """Each text as programs with a vision model write it down, by the habit of each."""
    for title, blocks in texts(smoke, own):
        for habit in HABITS[:1] if smoke else HABITS:
            notes: Literal["foot", "chapter"] = "foot" if habit.note else "chapter"
            design = Design(habit.name, section="bold", subsection="italic", notes=notes)
            text, truth = written(settable(blocks, design), habit, title)
            source = Source.from_text(text, title)
            yield Reading(title, habit.name, "vision model", source, Truth(title, detect(source), truth))


def _readings(title: str, whole: tuple[Block, ...], design: Design, hows: Sequence[How]) -> Iterator[Reading]:
    import typst

    chosen = settable(whole, design)
    code = typst_source(chosen, design, title)
    places = json.loads(typst.query(code.encode(), "<word>", field="value", ignore_system_fonts=True))
    found = [(block, offset, page) for block, offset, page in places]
    blocks = with_pages(chosen, found, pages_of(chosen, found, design, title))
    silent = frozenset[str]() if design.shows_quotations else frozenset({"quotations"})
    truth = Truth(title, "book", blocks, silent)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.pdf"
        path.write_bytes(printed(code))
        for how in hows:
            yield Reading(title, design.name, how, _read_back(path, how, title), truth)


def _read_back(pdf: Path, how: How, title: str) -> Source:
    if how == "PDF words":
        return decode(words_of(pdf), title)
    return Source.from_text(text_of(pdf) if how == "PDF text" else ocr.read_pages(pdf, 1, pdf.parent), title)


def run(console: Console, *, smoke: bool, scanned: bool, drawn: tuple[int, int] | None = None) -> None:
    """Print a row for each reading, a column for each measure; `drawn` gives the numbers of designs to draw."""
    if shutil.which("pdftotext") is None or (scanned and shutil.which("tesseract") is None):
        console.print("LEFT OUT: the designs; pdftotext or tesseract is not installed", style="bold red")
        return
    table = Table(title="One text in several designs (F1, or the share that is right)")
    for column in ("text", "design", "read by", *(name.replace("_", " ") for name in SHOWN)):
        table.add_column(column)
    designs = DESIGNS if drawn is None else [sampled(seed) for seed in range(drawn[0], drawn[1] + 1)]
    hows: tuple[How, ...] = ("PDF text", "PDF words", "OCR") if scanned else ("PDF text", "PDF words")
    found: dict[tuple[str, str], list[float]] = {}
    for reading in (*readings(smoke, hows, designs=designs), *(() if drawn else writings(smoke))):
        told = _figures(compare(transcribe(reading.source), reading.truth))
        for name, figure in told.items():
            found.setdefault((reading.how, name), []).append(figure)
        table.add_row(reading.text, reading.design, reading.how, *(_cell(told.get(name)) for name in SHOWN))
    for how in hows if drawn else ():
        for label, summed in (("mean of all", fmean), ("lowest of all", min)):
            cells = (_cell(summed(found[how, name]) if (how, name) in found else None) for name in SHOWN)
            table.add_row(label, "", how, *cells)
    console.print(table)


def _figures(measures: dict[str, Measure]) -> dict[str, float]:
    counted = {name: measure for name, measure in measures.items() if measure.counted}
    return figures(counted)


def _cell(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3f}"
