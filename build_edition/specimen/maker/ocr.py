"""A second witness of the book: its pages badly printed, scanned a little askew, and read by Tesseract."""

from __future__ import annotations

import random
from pathlib import Path

from build_edition.specimen.maker.tools import run

DPI = 300
LEAN = 0.004  # how far, at most, a page leans: rows shifted by this share of their height
NOISE = 70  # how far, at most, a point's grey may be off


def read_pages(pdf: Path, first_page: int, folder: Path) -> str:
    """The text that Tesseract reads on the pages of `pdf` from `first_page` on (counted from 1)."""
    run("pdftoppm", "-r", str(DPI), "-gray", "-f", str(first_page), pdf, folder / "page")
    texts = []
    for number, image in enumerate(sorted(folder.glob("page-*.pgm"))):
        image.write_bytes(degrade(image.read_bytes(), seed=number))
        options = ("--dpi", str(DPI), "-l", "eng", "--psm", "3", "-c", "page_separator=")
        texts.append(run("tesseract", image, "stdout", *options))
    return "\n".join(texts)


def degrade(pgm: bytes, seed: int) -> bytes:
    """A grey page image as a poor scan of it: askew, uneven in ink, black and white only."""
    chance = random.Random(seed)
    magic, size, depth, grey = pgm.split(b"\n", 3)
    width, height = map(int, size.split())
    lean = chance.uniform(-LEAN, LEAN)
    rows = []
    for y in range(height):
        row = grey[y * width : (y + 1) * width]
        shift = round(lean * (y - height / 2))
        row = row[-shift:] + row[:-shift] if shift else row
        if row.count(b"\xff") == width:
            rows.append(row)
            continue
        noise = chance.randbytes(width)
        ink = 165 + NOISE * 0.3 * (y / height - 0.5)  # the foot of the page is inked more heavily
        points = zip(row, noise, strict=True)
        rows.append(bytes(255 * (point + (grain * NOISE >> 8) - NOISE // 2 >= ink) for point, grain in points))
    return b"\n".join((magic, size, depth, b"".join(rows)))
