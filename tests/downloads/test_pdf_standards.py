"""veraPDF finds the PDFs to be PDF/UA-1 and PDF/A-2a: the specimen's, its volume, and those of the shorter works.

A book of 400 pages takes it a minute: `python -m benchmarks.standards` asks it about every file of the edition.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import typst

from build_edition.downloads import pdf
from build_edition.downloads.form import Choices
from build_edition.whole import Whole
from tests.conftest import skip_or_fail
from tests.downloads.verapdf import ACCEPTED, command, missing

LONG = 100_000  # characters of a text
pytestmark = pytest.mark.slow


def verdicts(paths: list[Path]) -> list[str]:
    """What veraPDF says of files."""
    if lacking := missing():
        skip_or_fail(lacking)
    return subprocess.run(command(paths), capture_output=True, text=True, check=True).stdout.splitlines()


def test_every_book_of_the_specimen_meets_both_standards(velm: Whole, books: Path, tmp_path: Path) -> None:
    volume = tmp_path / "volume.pdf"
    pdf.write_edition_pdf(velm, volume, Choices("screen"))
    paths = [*(books / f"{item.record.id}.pdf" for item in velm.works), volume]
    assert verdicts(paths) == [*ACCEPTED] * len(paths)


def test_the_books_of_the_shorter_works_meet_both_standards(five_whole: Whole, five_books: Path) -> None:
    short = [item.record.id for item in five_whole.works if item.source and len(item.source.text) < LONG]
    assert len(short) >= 4
    assert verdicts([five_books / f"{name}.pdf" for name in short]) == [*ACCEPTED] * len(short)


def test_it_would_refuse_a_book_that_meets_neither(tmp_path: Path) -> None:
    path = tmp_path / "loose.pdf"
    typst.compile(b"No title, no tags.", output=str(path), pdf_tags=False)
    said = verdicts([path])
    assert [line for line in said if not line.startswith("  ")] == ["ua1 refused", "2a refused"]
    assert len(said) > len(ACCEPTED)
