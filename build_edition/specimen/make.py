"""Make the specimen again from its masters: `python -m build_edition.specimen.make [--pages FOLDER]`.

Needs Typst (the Python package) and Playwright, and the programs pdftotext, pdftoppm, Tesseract and Chromium.
What is made is in the repository; make it again only when a master or the maker changes. Another version of
Typst, Poppler or Tesseract may break lines elsewhere or misread other letters: the baseline of the specimen
must then be measured again.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from build_edition.errors import EditionError
from build_edition.evaluate.truth import Truth, write_truth
from build_edition.specimen import MASTERS, ROOT
from build_edition.specimen.maker import essay, ocr, web
from build_edition.specimen.maker.compose import compose
from build_edition.specimen.maker.master import Master, read_master
from build_edition.specimen.maker.pages import read_page, with_pages
from build_edition.specimen.maker.printing import printed, text_of
from build_edition.specimen.maker.tools import find
from build_edition.specimen.maker.typeset import typst_source


def print_work(master: Master, pdf: Path) -> tuple[list[str], int, Truth]:
    """Typeset a work into `pdf`; the texts of its pages, which of them is the first of the text, the truth."""
    blocks = compose(master)
    pdf.write_bytes(printed(typst_source(master.meta, blocks)))
    texts = text_of(pdf).split("\f")
    first = next(k for k, text in enumerate(texts) if read_page(text).n == master.meta["first-page"])
    with_numbers = with_pages([composed.block for composed in blocks], map(read_page, texts[first:]))
    layout: Literal["book", "essay"] = "essay" if master.meta["layout"] == "essay" else "book"
    return texts, first, Truth(master.meta["id"], layout, with_numbers)


def make_book(folder: Path) -> None:
    """The book: as extracted from its pages, and as read from a scan of them."""
    pdf = folder / "level-water.pdf"
    texts, first, truth = print_work(_master("level-water"), pdf)
    extracted = "\f".join(texts[first:])
    write("sources/level-water.txt", extracted)
    with TemporaryDirectory() as images:
        write("sources/level-water-ocr.txt", ocr.read_pages(pdf, first + 1, Path(images)))
    write_and_record(truth, extracted)


def make_essay(folder: Path) -> None:
    """The journal essay, as read from a scan of its pages and marked."""
    pdf = folder / "under-the-line.pdf"
    _, _, truth = print_work(_master("under-the-line"), pdf)
    source = essay.read_pages(pdf, folder)
    write("sources/under-the-line.txt", source)
    write_and_record(truth, source)


def make_web() -> None:
    """The web essay, as a browser shows it."""
    master = _master("who-owns-the-sluice")
    blocks = compose(master)
    source = web.shown_text(web.page(blocks, master.meta["title"]))
    write("sources/who-owns-the-sluice.txt", source)
    write_and_record(Truth(master.meta["id"], "web", tuple(composed.block for composed in blocks)), source)


def _master(name: str) -> Master:
    return read_master((MASTERS / f"{name}.txt").read_text(encoding="utf-8"))


def write(name: str, text: str) -> None:
    """Write a file of the specimen, and say how long it is."""
    path = ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    print(f"{name}: {len(text)} characters")


def write_and_record(truth: Truth, source: str) -> None:
    """Write the truth of a work, and the hash of its source into its record."""
    write(f"truth/{truth.work}.jsonl", write_truth(truth))
    record = ROOT / "edition" / "works" / f"{truth.work}.yml"
    digest = hashlib.sha256(source.encode()).hexdigest()
    old = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"(?m)^(  sha256: ).*$", rf"\g<1>{digest}", old), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m build_edition.specimen.make", description="Make the specimen."
    )
    parser.add_argument("--pages", type=Path, help="keep the typeset pages and the essay's scans in this folder")
    options = parser.parse_args(arguments)
    try:
        for program in ("pdftotext", "pdftoppm", "tesseract", "chromium"):
            find(program)
        with TemporaryDirectory() as temporary:
            folder = options.pages or Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            make_book(folder)
            make_essay(folder)
        make_web()
    except EditionError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
