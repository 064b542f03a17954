"""How full a line is, and how much likelier it is so full as a paragraph's last than as any other.

Serves `signs`.  A line that is not the last was filled until the next word did not fit: it has no room for that
word, and leaves little empty, or, where the setting is ragged or the word long, so much as the text itself shows.
A last line is of any length. So where there was room for the next word it tells by how much, and where there was
none, how much was left empty nevertheless.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.evidence.paragraphs.joints import Joint

# All figures are shares of the measure.
_NO_ROOM = 0.01  # room that is none, for widths are estimates
_LEFT_EMPTY = (-0.06, -0.04, -0.02, 0.0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.18)  # by a line without room
_NEARLY = (-0.02, 0.0)  # room that is lacking for a word that nearly fitted
_MUCH = 0.13  # left empty by a line, that a word which nearly fitted explains no better than any other
_ROOM = (0.03, 0.05, 0.08, 0.12, 0.2, 0.35)  # on a line with some
_LONGEST = 0.3  # that a line without room for a long word leaves empty
_TOO_WIDE, _SPREAD = 0.045, 0.02  # by how much a full line may be estimated too wide, and what that varies by
# What a setting is taken to do with lines that are not the last until it shows otherwise, step by step.
_MIDDLE = (
    0.01, 0.035, 0.1, 0.16, 0.17, 0.14, 0.08, 0.04, 0.015, 0.008, 0.004, 0.002, 0.12, 0.04,
    0.05, 0.025, 0.012, 0.007, 0.004, 0.0025, 0.0015,
)  # fmt: skip
_PRIOR = 60.0  # lines that these are worth,
_PLACED = 15.0  # where the right edges are known
_SOME = 1000  # joints that tell how long words are


def step_of(joint: Joint) -> int | None:
    """The step that says how full the line above the joint is; None where nothing is known of the measure."""
    if joint.room is None:
        return None
    if joint.room < _NEARLY[0] or (joint.room < _NO_ROOM and joint.rest > _MUCH):
        return bisect_right(_LEFT_EMPTY, joint.rest)
    rooms = (_NEARLY[1], _NO_ROOM, *_ROOM)
    return len(_LEFT_EMPTY) + 1 + bisect_right(rooms, joint.room)


def last_to_middle(joints: Sequence[Joint], amid: Sequence[Joint], *, placed: bool = False) -> list[float]:
    """For each step, how many times likelier a last line is so full than one `amid` a sentence.

    `placed` says that right edges are known.
    """
    prior = _PLACED if placed else _PRIOR
    counts = Counter(step_of(joint) for joint in amid)
    of = sum(count for step, count in counts.items() if step is not None) + prior
    ratios = [
        last / ((counts[step] + prior * middle) / of)
        for step, (last, middle) in enumerate(zip(_of_last_lines(joints), _MIDDLE, strict=True))
    ]
    return [min(ratios[0], 1.0), *ratios[1:]]  # what is too wide for any line tells nothing for one


def _of_last_lines(joints: Sequence[Joint]) -> list[float]:
    """The share of last lines at each step: any length is as likely, but few words are too long for much room."""
    some = joints[:: max(1, len(joints) // _SOME)]
    needs = sorted(joint.rest - joint.room for joint in some if joint.room is not None)

    def too_long(empty: float) -> float:
        return 1 - bisect_left(needs, empty - _NEARLY[0]) / len(needs) if needs else 0.0

    bounds = [_LEFT_EMPTY[0] - _SPREAD, *_LEFT_EMPTY, _LONGEST]
    shares = [
        (high - low) * _reached((low + high) / 2) * too_long((low + high) / 2) for low, high in pairwise(bounds)
    ]
    bounds = [*_NEARLY, _NO_ROOM, *_ROOM, 0.9]
    shares += [high - low for low, high in pairwise(bounds)]
    return [max(share, 1e-4) for share in shares]


def _reached(empty: float) -> float:
    """How likely a last line may be estimated to leave so much empty: less than nothing only by an error."""
    return 0.5 * (1 + math.erf((empty + _TOO_WIDE) / _SPREAD / math.sqrt(2)))
