"""A page image as a hurried scan in grey: turned a little, out of focus, faint and grainy.

Each operation is done on all points at once, the image being one long number of which each byte is a point.
"""

from __future__ import annotations

import random

TURN = 0.006  # how far, at most, a page is turned, in radians
SOFTNESS = 3  # how often each point is averaged with its neighbours
BLACK, WHITE = 70, 215  # what pure black and pure white come out as, before the grain
GRAIN = 36  # how far, at most, the grain lightens a point


def scan(pgm: bytes, seed: int) -> bytes:
    """A grey page image, binary PGM of one byte a point, as such a scan of it; the same for the same seed."""
    chance = random.Random(seed)
    magic, size, depth, grey = pgm.split(b"\n", 3)
    width, height = map(int, size.split())
    grey = turned(grey, width, height, chance.uniform(-TURN, TURN))
    points = _number(grey)
    for _ in range(SOFTNESS):
        for step in (1, width):  # a neighbour beside, a neighbour above
            beyond = _number(b"\xff" * step) << 8 * (len(grey) - step)  # the paper goes on above the page
            points = _mean(points, points >> 8 * step | beyond, len(grey))
    faded = points.to_bytes(len(grey), "big").translate(_scale(BLACK, WHITE))
    grain = (chance.randbytes(len(grey)).translate(_scale(0, GRAIN // 2)) for _ in range(2))
    sums = sum(map(_number, grain), _number(faded))  # no point can pass 255, so none carries into its neighbour
    return b"\n".join((magic, size, depth, sums.to_bytes(len(grey), "big")))


def turned(grey: bytes, width: int, height: int, angle: float) -> bytes:
    """The image turned by a small angle: its rows shifted sideways, then its columns up or down."""
    rows = [grey[y * width : (y + 1) * width] for y in range(height)]
    for y, row in enumerate(rows):
        shift = round(angle * (y - height / 2))
        rows[y] = row[-shift:] + row[:-shift]
    bands: dict[int, list[int]] = {}
    for x in range(width):
        bands.setdefault(round(angle * (x - width / 2)), []).append(x)
    columns = [(shift, band[0], band[-1] + 1) for shift, band in bands.items()]
    return b"".join(rows[(y + shift) % height][a:b] for y in range(height) for shift, a, b in columns)


def _mean(a: int, b: int, size: int) -> int:
    """The mean of each byte of `a` and `b`, rounded down."""
    return (a & b) + (((a ^ b) & _number(b"\xfe" * size)) >> 1)


def _scale(low: int, high: int) -> bytes:
    return bytes(low + value * (high - low) // 255 for value in range(256))


def _number(points: bytes) -> int:
    return int.from_bytes(points, "big")
