"""Calls whose figures OCR misread as other signs, on pages whose feet have their notes.

Serves `foot_calls`.  Between two calls that are read, or the ends of a page, as many marks that no punctuation
explains (`*` after a word, `?` after a comma or a full stop, another digit) as notes lack a call are those calls.
From these the rest is learnt: a sign that in this text stands for one figure nearly always (`!` for a raised 1)
stands for it too where some calls are lost altogether, or where a mark before a small letter is hardly any
punctuation.  What these leave of a page is searched again.  Of two that may be the same call neither is taken.

    The mill burnt.! It was rebuilt,? and sold.        ->  1 and 2, for “!” and “?”
    1 The bill. 2 Ibid. 3 The deed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.assignment import assigned
from build_edition.rules.evidence.notes.foot_numbers import OTHER, likeness
from build_edition.rules.evidence.notes.stray_signs import likely_strays, merged, plain_strays, sure_strays

_FIGURES = re.compile(r"\d+")
WORD = 30  # characters of a word and what stands before it
_INTERJECTION = re.compile(r"[.!?:;—“‘\"]\s*\w+\Z")
TAUGHT, MOSTLY = 3, 0.85  # calls that a sign stands for, and share of them, that tell its figure


class Gap(NamedTuple):
    """A stretch of a page with notes that lack a call there, and the digits in it that answer none."""

    start: int
    end: int
    numbers: tuple[str, ...]
    digits: tuple[tuple[int, int], ...]


class _Sign(NamedTuple):
    """A mark that may be a call: its place, the figure that it stands for, and how often it does."""

    start: int
    end: int
    n: str
    weight: float


def restored(draft: Draft, gaps: Iterable[Gap]) -> Iterator[tuple[int, int, str]]:
    """The place and the number of each call that may be restored."""
    evident: list[tuple[int, int, str]] = []
    left: list[Gap] = []
    for gap in gaps:
        found = _one_for_one(draft, gap)
        evident += found
        if not found:
            left.append(gap)
    taught: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, n in evident:
        taught[draft.text[start:end]][n] += 1
    figures = _figures(taught)
    for gap in left if figures else ():
        told = list(_by_figure(draft, gap, figures))
        evident += told
        for part in _parts(gap, told):
            evident += _one_for_one(draft, part)
    for start, end, n in evident:
        if figures.get(draft.text[start:end], (n, 0.0))[0] == n:
            yield start, end, n


def _one_for_one(draft: Draft, gap: Gap) -> list[tuple[int, int, str]]:
    """The calls of a stretch that has as many marks which nothing else explains."""
    for strays in (sure_strays, likely_strays):
        spans = _free(draft, merged([*strays(draft.text, gap.start, gap.end), *gap.digits]))
        if len(spans) == len(gap.numbers):
            found = [(start, end, n) for (start, end), n in zip(spans, gap.numbers, strict=True)]
            return [] if any(_is_other(draft.text[start:end], n) for start, end, n in found) else found
    return []


def _is_other(sign: str, n: str) -> bool:
    """Whether the figures that are left of a call are those of another number."""
    figures = _FIGURES.findall(sign)
    return bool(figures) and all(likeness(read, int(n)) <= OTHER for read in figures)


def _parts(gap: Gap, told: Sequence[tuple[int, int, str]]) -> Iterator[Gap]:
    """What the calls that are found in a stretch leave of it."""
    here, numbers = gap.start, gap.numbers
    for start, end, n in [*told, (gap.end, gap.end, "")] if told else ():
        place = numbers.index(n) if n else len(numbers)
        inside = tuple(span for span in gap.digits if here <= span[0] < start)
        yield Gap(here, start, numbers[:place], inside)
        here, numbers = end, numbers[place + 1 :]


def _free(draft: Draft, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of which no rule has spoken, outside headings."""
    free = sorted(span for span in set(spans) if draft.is_free(*span))
    heads = draft.marks("head") if free else []
    starts = [head.start for head in heads]
    return [span for span in free if not (k := bisect_right(starts, span[0])) or heads[k - 1].end <= span[0]]


def _figures(taught: Mapping[str, Counter[str]]) -> dict[str, tuple[str, float]]:
    """What each sign stands for nearly always, and in what share of its places."""
    found = {}
    for sign, counts in taught.items():
        n, most = counts.most_common(1)[0]
        if most >= TAUGHT and most >= MOSTLY * counts.total():
            found[sign] = n, most / counts.total()
    return found


def _by_figure(draft: Draft, gap: Gap, figures: Mapping[str, tuple[str, float]]) -> Iterator[tuple[int, int, str]]:
    """The calls of a stretch whose signs tell their figures."""
    signs = [
        _Sign(start, end, *figures[draft.text[start:end]])
        for start, end in _free(draft, plain_strays(draft.text, gap.start, gap.end))
        if draft.text[start:end] in figures and not _INTERJECTION.search(draft.text, max(0, start - WORD), start)
    ]
    taken = [sign for sign in assigned(signs, gap.numbers) if sign]
    for sign, before, after in zip(taken, _edges(gap, taken), _edges(gap, taken)[2:], strict=False):
        if sum(other.n == sign.n and before < other.start < after for other in signs) == 1:
            yield sign.start, sign.end, sign.n


def _edges(gap: Gap, taken: Sequence[_Sign]) -> list[int]:
    """Where each call may stand at the earliest and at the latest."""
    return [gap.start - 1, *(sign.start for sign in taken), gap.end]
