"""What the lengths of paragraphs say where every other sign leaves it open whether one begins.

Serves `paragraphs`.  A last line that is full hides where its paragraph ends, and two come out as one that is
longer than others are; a sentence that chanced to end with its line makes two short ones of one. How long
paragraphs are, and how much they vary in this, each text shows itself, by those that are sure. So all doubtful
places of a passage are weighed together: what counts is how likely the lengths are that come of them. A blank
line or a page's edge, where the page itself shows or hides something, is not the length's to judge.

    thirty lines, a sentence ending on a full line in the midst, where others have ten   ->  rather two
    two lines, and then twenty                                                           ->  rather one
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import fmean

SURELY = 9.0  # log-odds of what is certain
_SURE = 5.0  # log-odds that no length outweighs
_FURTHEST = 40  # doubtful places that one paragraph may run over
_ROUNDS = 2  # for what is found tells again how long paragraphs are
_PRIOR = 5.0  # paragraphs that the expectation is worth: that they vary as they would by mere chance
_BY_CHANCE = 0.5772  # by how much the logarithm of a mean exceeds the mean logarithm then
_MOST_EVEN = 3.0  # the shape of lengths at the most


def by_length(odds: Sequence[float], *, fixed: Sequence[bool]) -> list[float]:
    """What lengths add, at each joint, to the log-odds that a paragraph begins; nothing where that is `fixed`."""
    begins = [each > 0 for each in odds]
    is_open = [not sure and abs(each) < _SURE for each, sure in zip(odds, fixed, strict=True)]
    for _ in range(_ROUNDS):
        worth = _worth(begins)
        for i in (i for i, doubtful in enumerate(is_open) if doubtful):
            begins[i] = False
        for i in _likeliest(odds, begins, is_open, worth):
            begins[i] = True
    return _added(begins, is_open, _worth(begins))


def _worth(begins: Sequence[bool]) -> Callable[[int], float]:
    """How much likelier a paragraph of so many lines is, than if each line were as likely to be the last.

    By a gamma distribution, whose shape is estimated by the logarithms of the lengths.
    """
    starts = [-1, *(i for i, begun in enumerate(begins) if begun), len(begins)]
    lengths = [end - start for start, end in pairwise(starts)]
    mean = fmean(lengths)
    excess = math.log(mean) - fmean(map(math.log, lengths))
    excess = (excess * len(lengths) + _PRIOR * _BY_CHANCE) / (len(lengths) + _PRIOR)
    shape = (3 - excess + math.sqrt((excess - 3) ** 2 + 24 * excess)) / (12 * excess)
    shape = min(shape, _MOST_EVEN)
    constant = shape * math.log(shape) - math.lgamma(shape)
    known: dict[int, float] = {}

    def worth(length: int) -> float:
        if length not in known:
            known[length] = (shape - 1) * (math.log(length / mean) - length / mean) + constant
        return known[length]

    return worth


def _likeliest(
    odds: Sequence[float], begins: Sequence[bool], is_open: Sequence[bool], worth: Callable[[int], float]
) -> list[int]:
    """The doubtful joints at which paragraphs begin, if those of `begins` are sure: the path that weighs most."""
    places = [-1, *(i for i in range(len(odds)) if begins[i] or is_open[i]), len(odds)]
    best, back = [0.0], [0]
    sure = 0  # the last place above at which a paragraph surely begins
    for here in range(1, len(places)):
        at = places[here]
        above = range(max(sure, here - _FURTHEST), here)
        weight, before = max((best[k] + worth(at - places[k]), k) for k in above)
        doubtful = at < len(odds) and not begins[at]
        best.append(weight + (odds[at] if doubtful else 0.0))
        back.append(before)
        if not doubtful:
            sure = here
    found = []
    here = len(places) - 1
    while here := back[here]:
        found.append(places[here])
    return found


def _added(begins: Sequence[bool], is_open: Sequence[bool], worth: Callable[[int], float]) -> list[float]:
    """What the lengths on both sides of each doubtful joint add, beside that of both together."""
    ends = []
    end = len(begins)
    for i in range(len(begins) - 1, -1, -1):
        ends.append(end)
        end = i if begins[i] else end
    ends.reverse()
    added = []
    start = -1
    for i, end in enumerate(ends):
        above, below = i - start, end - i
        added.append(worth(above) + worth(below) - worth(above + below) if is_open[i] else 0.0)
        start = i if begins[i] else start
    return added
