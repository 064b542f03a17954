"""The books with truth that stand beside the checkout, each with its transcripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any

from benchmarks.corpora.plain import NAME as PLAIN
from benchmarks.corpora.plain import plain_transcript
from benchmarks.corpora.proofreaders import read_proofread
from benchmarks.corpora.score import OURS
from build_edition.evaluate.truth import Truth
from build_edition.evaluate.truth_forms import read_any_truth
from build_edition.readers.text import read
from build_edition.rules import transcribe
from build_edition.source import Line, Source
from build_edition.transcript import Transcript

FOLDER = Path(__file__).parents[2].parent / "shared" / "corpora"
SMALL = 6  # pages in a smoke run


@dataclass(frozen=True)
class Book:
    """One book: its source, its truth, and the names of its pages where the source has them.

    `straight` says that the truth has straight quotation marks and two hyphens for a dash.
    """

    name: str
    source: Source
    truth: Truth
    page_names: tuple[str, ...] = ()
    straight: bool = False

    @cached_property
    def transcripts(self) -> dict[str, Transcript]:
        """What the rules make of the source, and what the baseline does."""
        return {OURS: transcribe(self.source), PLAIN: plain_transcript(self.source)}

    @cached_property
    def pages(self) -> list[list[Line]]:
        """The lines of each page; a form feed begins a page."""
        pages: list[list[Line]] = [[]]
        for line in self.source.lines:
            pages += [[] for _ in range(line.text.count("\f"))]
            pages[-1].append(line)
        # Two form feeds together are one; but a named page may be blank.
        return pages if self.page_names else [page for page in pages if not all(line.is_blank for line in page)]


def books(smoke: bool) -> Iterator[Book]:
    """Each book; in a smoke run only the first pages."""
    ten, papal = FOLDER / "ten_days", FOLDER / "papal_infallibility"
    for name, file, truth in (
        ("Ten Days, PDF text", "pdf-text.txt", "truth.jsonl"),
        ("Ten Days, OCR", "ocr-20-pages.txt", "truth-20-pages.jsonl"),
    ):
        if smoke and file == "pdf-text.txt":
            continue
        known = read_any_truth(ten / truth)
        assert isinstance(known, Truth)
        yield Book(name, _first_pages(ten / file, SMALL if smoke else None), known)
    if not smoke:
        proofread = read_proofread((papal / "truth-dp.txt").read_text(encoding="utf-8"))
        names = tuple((papal / "ocr-pages.txt").read_text(encoding="utf-8").split())
        known_names = tuple(takewhile(lambda name: not name.startswith("ref_"), names))  # which were proofread
        source = _first_pages(papal / "ocr.txt", len(known_names))
        yield Book("Papal Infallibility, OCR", source, proofread, known_names, straight=True)


def _first_pages(path: Path, count: int | None) -> Source:
    source = read(path)
    return Source.from_text("\f".join(source.text.split("\f")[:count]), source.name)


def records(file: str) -> Any:
    """What a file of truth items holds."""
    return json.loads((FOLDER / file).read_text(encoding="utf-8"))
