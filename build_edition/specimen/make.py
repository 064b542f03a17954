"""Make the specimen again from its masters: `python -m build_edition.specimen.make [--pdf FILE]`.

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

from build_edition.errors import EditionError
from build_edition.evaluate.truth import Truth, write_truth
from build_edition.specimen import MASTERS, ROOT
from build_edition.specimen.maker import ocr, web
from build_edition.specimen.maker.compose import Composed, compose
from build_edition.specimen.maker.master import Master, read_master
from build_edition.specimen.maker.pages import read_page, with_pages
from build_edition.specimen.maker.tools import find, run
from build_edition.specimen.maker.typeset import typst_source

# The typesetter writes its own hyphens as soft ones; a reader of the page sees a hyphen.
SOFT_HYPHEN = "\u00ad"


def typeset(master: Master, blocks: list[Composed]) -> bytes:
    """The PDF of a book."""
    import typst

    pdf = typst.compile(typst_source(master.meta, blocks).encode(), ignore_system_fonts=True)
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no single PDF")
    return pdf


def make_book(master: Master, pdf: Path) -> tuple[str, str, Truth]:
    """Typeset the book into `pdf`; the text extracted from it, the text read by OCR, and the truth."""
    blocks = compose(master)
    pdf.write_bytes(typeset(master, blocks))
    texts = run("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-").replace(SOFT_HYPHEN, "-").split("\f")
    first = next(k for k, text in enumerate(texts) if read_page(text).n == master.meta["first-page"])
    with_numbers = with_pages([composed.block for composed in blocks], map(read_page, texts[first:]))
    with TemporaryDirectory() as folder:
        scanned = ocr.read_pages(pdf, first + 1, Path(folder))
    return "\f".join(texts[first:]), scanned, Truth(master.meta["id"], "book", with_numbers)


def make_web(master: Master) -> tuple[str, Truth]:
    """The text that a browser shows of the web essay, and its truth."""
    blocks = compose(master)
    text = web.shown_text(web.page(blocks, master.meta["title"]))
    return text, Truth(master.meta["id"], "web", tuple(composed.block for composed in blocks))


def write(name: str, text: str) -> None:
    """Write a file of the specimen, and say how long it is."""
    path = ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    print(f"{name}: {len(text)} characters")


def record_hash(work: str, source: str) -> None:
    """Write the hash of a source into the record of its work."""
    record = ROOT / "edition" / "works" / f"{work}.yml"
    digest = hashlib.sha256(source.encode()).hexdigest()
    old = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"(?m)^(  sha256: ).*$", rf"\g<1>{digest}", old), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m build_edition.specimen.make", description="Make the specimen."
    )
    parser.add_argument("--pdf", type=Path, help="keep the typeset book in this file")
    options = parser.parse_args(arguments)
    try:
        for program in ("pdftotext", "pdftoppm", "tesseract", "chromium"):
            find(program)
        with TemporaryDirectory() as folder:
            master = read_master((MASTERS / "level-water.txt").read_text(encoding="utf-8"))
            extracted, scanned, truth = make_book(master, options.pdf or Path(folder) / "book.pdf")
            write("sources/level-water.txt", extracted)
            write("sources/level-water-ocr.txt", scanned)
            write("truth/level-water-1987.jsonl", write_truth(truth))
            record_hash(truth.work, extracted)
        master = read_master((MASTERS / "who-owns-the-sluice.txt").read_text(encoding="utf-8"))
        text, truth = make_web(master)
        write("sources/who-owns-the-sluice.txt", text)
        write("truth/who-owns-the-sluice-1961.jsonl", write_truth(truth))
        record_hash(truth.work, text)
    except EditionError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
