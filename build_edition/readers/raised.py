"""Raised figures within a word, seen by the boxes of its letters.

A note call is set smaller than the word it hangs on, and higher: it ends well above the line that the letters
before it stand on. Where the last figures of a word do so, all of them, they are raised.

    mill.12   ->  from the 1 on, where both figures end above the foot of the `l`
"""

from __future__ import annotations

from collections.abc import Sequence

from build_edition.geometry import Box

_HIGHER = 0.18  # of the letters' height: so far above the line a raised figure ends
_SMALLER = 0.9  # of their height
_SIGNS = "*†‡§"


def raised_from(text: str, boxes: Sequence[Box | None]) -> int:
    """Where the raised figures at the end of a word begin; -1 where it has none, or is nothing else."""
    start = len(text)
    while start and (text[start - 1].isdigit() or text[start - 1] in _SIGNS):
        start -= 1
    letters = [
        box
        for letter, box in zip(text[:start], boxes, strict=False)
        if box and letter.isalnum() and letter not in "gjpqyQJ"
    ]
    raised = [box for box in boxes[start:] if box]
    if not letters or not raised or len(raised) < len(text) - start:
        return -1
    foot, height = max(box.bottom for box in letters), max(box.height for box in letters)
    higher = all(foot - box.bottom >= _HIGHER * height for box in raised)
    return start if higher and all(box.height <= _SMALLER * height for box in raised) else -1
