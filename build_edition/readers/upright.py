"""The lines of scanned pages set upright: where each begins, ends and stands, and how large its type is.

A scan is a little turned, so that a left edge which was straight in print drifts from line to line; how much, the
feet of the words in each line tell. The size of type is read off the heights of words: those with tall letters are
compared with such words of the whole text, those with letters that reach down with such, so that what a word says
does not change how large it seems.

A place that a file does not tell is not guessed: a line without one is kept without.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from build_edition.geometry import Box
from build_edition.readers.scan import Line, Page, Word

_LOW = frozenset("acemnorsuvwxz")
_TALL = frozenset("bdfhkliABCDEFGHIKLMNOPRSTUVWXYZ'’‘“”\"")
_DEEP = frozenset("gpqyj")
_OTHER = frozenset("t.-")  # say nothing of the height: a `t` is neither tall nor low
_CALL = re.compile(r"\d{1,3}|[*†‡§]{1,2}")
_SMALL, _HIGHER = 0.85, 0.18  # of the height of a capital: the size of a raised figure, and how high it stands
_WIDE = 20  # characters of a line that tell how wide one is
_FEWEST = 5  # lines of a page that tell so of the page, and words of a kind that tell how high they are
_LETTERS = 5  # of a line that tell how large its type is
_DISTANCE = 0.3  # of the page's width: words so far apart tell how much it is turned
_NARROWEST = 0.34  # of its height: how wide a letter is, in the mean of a line that is not turned
_FEW = 3  # words of a line that is taken for a turned one, though the file does not say so
_STEEPEST = 0.1  # what is turned more is no slip of the scanner
# How high words are against those of tall letters alone, where a text has too few of them to tell.
_HEIGHTS: Mapping[tuple[bool, bool], float] = {
    (False, False): 0.66, (True, False): 1.0, (False, True): 0.98, (True, True): 1.32,
}  # fmt: skip


@dataclass(slots=True)
class Row:
    """A line set upright. `size` is that of its type, where 1 is the text's; None where it is not known."""

    line: Line
    box: Box
    left: float
    right: float
    foot: float
    size: float | None = None
    column: int = 0
    shift: float = 0.0  # how far it stands in from the edge of its column
    reach: float = 0.0  # and how far from that edge it ends


@dataclass(slots=True)
class Upright:
    """A page set upright: its lines in order, and of each its row, None where its place is not known.

    `opens` says which lines begin a block; `slope` is how much they fell to the right; `unit` is the width of a
    character in type of the text's size.
    """

    lines: list[Line]
    rows: list[Row | None]
    opens: list[bool]
    slope: float
    unit: float = 0.0

    @property
    def placed(self) -> list[Row]:
        return [row for row in self.rows if row]


def upright(pages: Sequence[Page]) -> list[Upright]:
    """All pages of a text set upright."""
    heights = _heights(pages)
    found = [_set_upright(page, heights) for page in pages]
    _size(found, heights)
    for page in found:
        for row in page.placed:
            _raise(row, page.slope, heights[True, False])
    widths = [_unit(page) for page in found]
    known = [width for width in widths if width]
    usual = median(known) if known else 0.0
    for page, width in zip(found, widths, strict=True):
        page.unit = width or usual
    return found


def _kind(word: Word) -> tuple[bool, bool] | None:
    """Whether a word has tall letters, and such as reach down; None where its height tells nothing."""
    letters = frozenset(word.text)
    if word.box is None or word.raised >= 0 or len(word.text) < 2:
        return None
    deep = bool(letters & _DEEP)
    if not letters <= (_LOW | _TALL | _DEEP | _OTHER | ({","} if deep else frozenset())):
        return None
    tall = bool(letters & _TALL)
    return (tall, deep) if tall or (letters & _LOW and "t" not in letters) else None


def _heights(pages: Iterable[Page]) -> dict[tuple[bool, bool], float]:
    """How high the words of each kind are in this text."""
    seen: dict[tuple[bool, bool], list[float]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if _is_turned(line):
                continue
            for word in line.words:
                if word.box and (kind := _kind(word)):
                    seen[kind].append(word.box.height)
    known = {kind: median(heights) for kind, heights in seen.items() if len(heights) >= _FEWEST}
    scale = [height / _HEIGHTS[kind] for kind, height in known.items()]
    usual = median(scale) if scale else 0.0
    return {kind: known.get(kind, usual * share) for kind, share in _HEIGHTS.items()}


def _set_upright(page: Page, heights: Mapping[tuple[bool, bool], float]) -> Upright:
    below = heights[True, True] - heights[True, False]
    feet = [_feet(line, below) for line in page.lines]
    slope = _slope(page, feet)
    rows = [_row(line, own, slope) for line, own in zip(page.lines, feet, strict=True)]
    opens = [place == 0 for block in page.blocks for place in range(len(block.lines))]
    return Upright(page.lines, rows, opens, slope)


def _feet(line: Line, below: float) -> list[tuple[float, float]]:
    """Points on which a line stands: the feet of its words, or its baseline, or that of its box."""
    if _is_turned(line):
        return []
    found = []
    for word in line.words:
        if word.box and (kind := _kind(word)):
            found.append(((word.box.left + word.box.right) / 2, word.box.bottom - (below if kind[1] else 0.0)))
    if found:
        return found
    if line.baseline:
        return list(line.baseline)
    box = _box(line)
    return [((box.left + box.right) / 2, box.bottom)] if box else []


def _is_turned(line: Line) -> bool:
    """Whether a line runs up or down the page, as the file says or the shape of its words: so does dirt."""
    placed = [(word.text, word.box) for word in line.words if word.box and len(word.text) > 1]
    letters = sum(len(text) * box.height for text, box in placed)
    few = 0 < len(placed) <= len(line.words) <= _FEW
    return line.turned or (few and sum(box.width for _, box in placed) < _NARROWEST * letters)


def _box(line: Line) -> Box | None:
    """The box of a line, or that about its words."""
    found: Box | None = None
    for word in line.words:
        if word.box:
            found = found.with_(word.box) if found else word.box
    return found or line.box


def _slope(page: Page, feet: Sequence[Sequence[tuple[float, float]]]) -> float:
    """How much the lines of a page fall to the right."""
    boxes = [box for line in page.lines if not _is_turned(line) and (box := _box(line))]
    if not boxes:
        return 0.0
    width = max(box.right for box in boxes) - min(box.left for box in boxes)
    slopes: list[float] = []
    for points in feet:
        (x, y), (far, down) = (points[0], points[-1]) if points else ((0.0, 0.0), (0.0, 0.0))
        if far - x >= _DISTANCE * width > 0:
            slopes.append((down - y) / (far - x))
    found = median(slopes) if len(slopes) >= _FEWEST else 0.0
    return found if abs(found) <= _STEEPEST else 0.0


def _row(line: Line, feet: Sequence[tuple[float, float]], slope: float) -> Row | None:
    box = _box(line)
    if not feet or box is None:
        return None
    foot = median(y - slope * x for x, y in feet)
    lean = slope * (foot + slope * (box.left + box.right) / 2)
    left, right = box.left, box.right
    if line.baseline and not any(word.box for word in line.words):
        left, right = line.baseline[0][0], line.baseline[-1][0]
    return Row(line, box, left + lean, right + lean, foot)


def _raise(row: Row, slope: float, height: float) -> None:
    """Say which words of a row are figures or signs that stand above it, in smaller type than its own."""
    for word in row.line.words[1:]:
        if row.size and word.box and word.raised < 0 and _CALL.fullmatch(word.text):
            middle = (word.box.left + word.box.right) / 2
            higher = row.foot - (word.box.bottom - slope * middle)
            if word.box.height <= _SMALL * row.size * height and higher >= _HIGHER * row.size * height:
                word.raised = 0


def _unit(page: Upright) -> float:
    """How wide a character of the text's size is on a page; 0 where it has too few lines to tell."""
    widths = []
    for row in page.placed:
        characters = sum(len(word.text) + 1 for word in row.line.words) - 1
        if characters >= _WIDE and row.right > row.left:
            widths.append((row.right - row.left) / characters / (row.size or 1.0))
    return median(widths) if len(widths) >= _FEWEST else 0.0


def _size(pages: Sequence[Upright], heights: Mapping[tuple[bool, bool], float]) -> None:
    """Say how large the type of each row is: as the file tells, or by the heights of its words."""
    rows = [row for page in pages for row in page.placed]
    told = [row.line.size for row in rows for _ in row.line.words if row.line.size]
    if 2 * len(told) > sum(len(row.line.words) for row in rows):
        body = max(sorted(set(told)), key=told.count)
        for row in rows:
            row.size = row.line.size / body if row.line.size else None
        return
    for row in rows:
        found: list[float] = []
        letters = 0
        for word in row.line.words:
            if word.box and (kind := _kind(word)) and heights[kind]:
                found.append(word.box.height / heights[kind])
                letters += len(word.text)
        row.size = median(found) if letters >= _LETTERS else None
