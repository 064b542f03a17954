"""Looking at a word in the image of its page: whether it leans, and what is raised at its end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from build_edition.specimen.maker.hocr import Box, Line, Word

LEANS = [k / 40 for k in range(-2, 15)]  # shares of its height by which a word may be pushed upright
RAISED = 0.28  # how far above the baseline, in sizes of the type, a raised figure ends at least
FIGURE = 0.33  # how high it is at least: quotation marks and asterisks are lower
EDGE = 6  # points of the page that are kept around a figure


@dataclass(frozen=True, slots=True)
class Image:
    """A grey image, a byte a point, row by row."""

    width: int
    height: int
    grey: bytes

    @classmethod
    def of(cls, pgm: bytes) -> Image:
        _, size, _, grey = pgm.split(b"\n", 3)
        width, height = map(int, size.split())
        return cls(width, height, grey)

    def pgm(self) -> bytes:
        return b"P5\n%d %d\n255\n" % (self.width, self.height) + self.grey

    def rows(self, box: Box) -> list[bytes]:
        starts = range(box.top * self.width, box.bottom * self.width, self.width)
        return [self.grey[start + box.left : start + box.right] for start in starts]

    def ink(self, box: Box) -> list[list[int]]:
        """For each row of a box, the columns that are inked: darker than half-way from darkest to lightest."""
        rows = self.rows(box)
        points = b"".join(rows)
        half = (min(points) + max(points)) // 2 if points else 0
        return [[x for x, point in enumerate(row) if point < half] for row in rows]


def lean(image: Image, word: Word) -> float:
    """How much a word leans to the right, as a share of its height.

    It is pushed upright by every share in turn; where its strokes stand upright its columns are the most unequal.
    """
    ink = image.ink(word.box)
    height = len(ink)

    def inequality(share: float) -> int:
        columns: dict[int, int] = {}
        for y, row in enumerate(ink):
            push = round(share * (height - y))
            for x in row:
                columns[x - push] = columns.get(x - push, 0) + 1
        return sum(count * count for count in columns.values())

    return max(LEANS, key=inequality)


def raised_end(image: Image, line: Line, word: Word) -> Box | None:
    """The place of a raised figure at the end of a word; None where there is none."""
    ink = image.ink(word.box)
    columns = sorted({x for row in ink for x in row})
    if not columns:
        return None
    breaks = accumulate(int(b - a > 1) for a, b in zip([columns[0], *columns], columns, strict=False))
    groups: dict[int, list[int]] = {}
    for group, x in zip(breaks, columns, strict=True):
        groups.setdefault(group, []).append(x)
    mark = max(groups.items())[1]
    rows = [y for y, row in enumerate(ink) if any(mark[0] <= x <= mark[-1] for x in row)]
    box = Box(
        word.box.left + mark[0], word.box.top + rows[0], word.box.left + mark[-1] + 1, word.box.top + rows[-1] + 1
    )
    above = line.baseline(box.left) - box.bottom
    if len(groups) < 2 or above < RAISED * line.size or box.bottom - box.top < FIGURE * line.size:
        return None
    return box


def padded(image: Image, box: Box, margin: int = 30) -> Image:
    """The part of an image in and just about a box, with the grey of its paper around."""
    around = Box(box.left - EDGE, box.top - EDGE, box.right + EDGE, box.bottom + EDGE)
    rows = image.rows(around)
    paper = bytes([sorted(b"".join(rows))[-len(rows)]])
    width = len(rows[0]) + 2 * margin
    blank = [paper * width] * margin
    return Image(
        width,
        len(rows) + 2 * margin,
        b"".join([*blank, *(paper * margin + row + paper * margin for row in rows), *blank]),
    )
