"""The journal essay's source: its pages scanned, read by Tesseract, and written in the manner of Markdown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_edition.specimen.maker.hocr import Line, Word, read_hocr
from build_edition.specimen.maker.image import Image, lean, padded, raised_end
from build_edition.specimen.maker.markdown import to_markdown
from build_edition.specimen.maker.scan import scan
from build_edition.specimen.maker.tools import run

DPI = 240
SURE = 50  # in hundredths: a raised figure of which the second reading is less sure keeps the first
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
OPTIONS = ("--dpi", str(DPI), "-l", "eng")


def read_pages(pdf: Path, folder: Path) -> str:
    """The text that is read on the pages of `pdf`; the images are left in `folder`."""
    run("pdftoppm", "-r", str(DPI), "-gray", pdf, folder / "page")
    texts = []
    for number, path in enumerate(sorted(folder.glob("page-*.pgm"))):
        path.write_bytes(scan(path.read_bytes(), seed=number))
        texts.append(_read_page(path, folder))
    return "\n\n".join(texts) + "\n"


def _read_page(path: Path, folder: Path) -> str:
    image = Image.of(path.read_bytes())
    hocr = run("tesseract", path, "stdout", *OPTIONS, "--psm", "3", "-c", "hocr_char_boxes=1", "hocr")
    paragraphs = [tuple(_with_figures(image, line, folder) for line in lines) for lines in read_hocr(hocr)]
    return to_markdown(paragraphs, lambda word: lean(image, word))


def _with_figures(image: Image, line: Line, folder: Path) -> Line:
    return replace(line, words=tuple(_with_figure(image, line, word, folder) for word in line.words))


def _with_figure(image: Image, line: Line, word: Word, folder: Path) -> Word:
    """The word with the figure raised at its end, if one is there and can be read."""
    place = raised_end(image, line, word)
    if place is None:
        return word
    snippet = folder / "raised.pgm"
    snippet.write_bytes(padded(image, place).pgm())
    digits = ("-c", "tessedit_char_whitelist=0123456789")
    figures = _sure(run("tesseract", snippet, "stdout", *OPTIONS, "--psm", "10", *digits, "tsv"))
    if not figures:
        return word
    misread = place.left - word.last < line.size / 4  # the first reading took it for its last character
    return replace(word, text=(word.text[:-1] if misread else word.text) + figures.translate(SUPERSCRIPT))


def _sure(tsv: str) -> str:
    """The words of a reading in Tesseract's table that it is sure of, as one."""
    rows = (row.split("\t") for row in tsv.splitlines()[1:])
    return "".join(row[11].strip() for row in rows if float(row[10]) >= SURE)
