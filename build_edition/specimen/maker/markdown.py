"""From what Tesseract says of the pages to a text marked in the manner of Markdown, as vision models write them.

No such model is at hand, so this converter imitates one. What it writes comes from Tesseract's hOCR and from the
image alone; it never sees the master or the truth. This is all that it does:

- a paragraph of hOCR becomes one line, with a blank line after it, so that what a page cuts stays cut; a hyphen
  that ends a line is dropped before a small letter and its word closed up, be it the typesetter's hyphen or not;
- the first or the last line of a page that stands apart from the rest and holds a digit is taken for a running
  head or a page number and left out, as such tools leave them out; one that no digit was read in is kept;
- a word of which Tesseract is less sure than `DOUBTFUL` is set **bold**, one of which it is less sure than
  `HOPELESS` is ~~struck through~~, as some tools mark what they doubt;
- words that lean in the image (see `image.lean`) are set in *italics*, neighbours together;
- a raised figure at the end of a word (see `image.raised_end`), which Tesseract mostly takes for a quotation mark,
  is read a second time by itself, for digits alone; what is then read with confidence is written as a
  superscript digit in the place of the first reading, and otherwise the first reading stands;
- three lines or more, one upon the other, in which words stand more than `GAP` apart are a table: its columns are
  the stretches across the page that hold ink in any of them, and tabs part the cells. In it bold and italics are
  tags of HTML, for in that place such tools forget their Markdown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from build_edition.specimen.maker.hocr import Line, Paragraph, Word

DOUBTFUL, HOPELESS = 82, 45  # in hundredths
GAP = 1.0  # in sizes of the type, as is APART
APART = 1.4
LEANING = (0.14, 0.3)  # what leans more is a slanting letter such as V, not italic
CLOSING = ".,;:!?)’”'\"⁰¹²³⁴⁵⁶⁷⁸⁹"
MARKDOWN = {"italic": ("*", "*"), "bold": ("**", "**"), "struck": ("~~", "~~")}
HTML = {"italic": ("<i>", "</i>"), "bold": ("<b>", "</b>"), "struck": ("<s>", "</s>")}

Lean = Callable[[Word], float]
Block = list[Line]


def to_markdown(paragraphs: Sequence[Paragraph], lean: Lean) -> str:
    """The text of a page; `lean` says how much a word leans."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    margins = set(map(id, _margins(lines)))
    kept = [[line for line in paragraph if id(line) not in margins] for paragraph in paragraphs]
    parts = []
    for table, block in _blocks(kept):
        parts.append(_table(block, lean) if table else _paragraph(block, lean))
    return "\n\n".join(parts)


def _margins(lines: Sequence[Line]) -> Iterator[Line]:
    """The running head and the page number at the foot, where they are seen for what they are."""
    if len(lines) < 2:
        return
    for line, neighbour in ((lines[0], lines[1]), (lines[-1], lines[-2])):
        white = max(neighbour.box.top - line.box.bottom, line.box.top - neighbour.box.bottom)
        if white > APART * neighbour.size and any(mark.isdigit() for word in line.words for mark in word.text):
            yield line


def _blocks(paragraphs: Iterable[Sequence[Line]]) -> Iterator[tuple[bool, Block]]:
    """The tables and the paragraphs of a page, each with whether it is a table."""
    marked = [(len(_cells(line)) > 1, k, line) for k, paragraph in enumerate(paragraphs) for line in paragraph]
    for gapped, run in groupby(marked, key=lambda entry: entry[0]):
        lines = list(run)
        if gapped and len(lines) > 2:
            yield True, [line for _, _, line in lines]
        else:
            yield from ((False, [line for _, _, line in part]) for _, part in groupby(lines, key=lambda e: e[1]))


def _cells(line: Line) -> list[list[Word]]:
    """The words of a line, parted where they stand apart."""
    cells = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.box.left - before.box.right > GAP * line.size:
            cells.append([])
        cells[-1].append(word)
    return cells


def _table(lines: Block, lean: Lean) -> str:
    cells = [_cells(line) for line in lines]
    stretches = sorted((cell[0].box.left, cell[-1].box.right) for row in cells for cell in row)
    columns = [stretches[0]]
    for left, right in stretches[1:]:
        if left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(right, columns[-1][1]))
        else:
            columns.append((left, right))
    lefts = [left for left, _ in columns]
    rows = []
    for row in cells:
        held = {bisect_right(lefts, cell[0].box.left) - 1: cell for cell in row}
        rows.append("\t".join(_marked(held.get(k, []), lean, HTML) for k in range(len(columns))))
    return "\n".join(rows)


def _paragraph(lines: Block, lean: Lean) -> str:
    words: list[Word] = []
    for line in lines:
        first, *rest = line.words
        if words and words[-1].text.endswith("-") and first.text[:1].islower():
            words[-1] = _closed(words[-1], first)
        else:
            words.append(first)
        words += rest
    return _marked(words, lean, MARKDOWN)


def _closed(word: Word, rest: Word) -> Word:
    """A word parted by the end of a line, closed up; it stands where its first part does."""
    return Word(word.text[:-1] + rest.text, word.box, min(word.confidence, rest.confidence), word.last)


def _marked(words: Iterable[Word], lean: Lean, signs: dict[str, tuple[str, str]]) -> str:
    """The words, those that are alike marked together; the stops that end them stay outside the mark."""
    parts = []
    for mark, run in groupby(words, key=lambda word: _mark(word, lean)):
        for text in _units(mark, [word.text for word in run]):
            core = text.rstrip(CLOSING) if mark else ""
            before, after = signs[mark] if core else ("", "")
            parts.append(before + core + after + text[len(core) :])
    return " ".join(parts)


def _units(mark: str, texts: list[str]) -> list[str]:
    """What is put between one pair of signs: all of a run of italics, and else each word by itself."""
    return [" ".join(texts)] if mark == "italic" else texts


def _mark(word: Word, lean: Lean) -> str:
    if word.confidence < HOPELESS:
        return "struck"
    if word.confidence < DOUBTFUL:
        return "bold"
    return "italic" if LEANING[0] <= lean(word) <= LEANING[1] else ""
