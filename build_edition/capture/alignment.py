"""Two plain texts side by side: which letters are the same, and which spans differ.

Whole blocks are compared first, then the words of those that differ. Where the white space of one text is the end
of a block of the other, the words are the same: that is no change of words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from build_edition.capture.plain import Plain

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
MOST = 12_000  # words of a run of changed blocks; of more, no comparison would tell anything
NEAR = 1  # words that stay between two changes that are one, at most
LONGEST_SHIFT = 8  # words by which a span is shifted at most
Tokens = list[tuple[str, int]]  # each with where it begins


@dataclass(frozen=True, slots=True)
class Hunk:
    """`old[start:end]` is `new[new_start:new_end]` now."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True)
class Alignment:
    """The spans in which two texts differ, in order; the changes of words among them, as `details` and, those near
    each other as one, as `hunks`.
    """

    spans: tuple[Hunk, ...]
    details: tuple[Hunk, ...]
    hunks: tuple[Hunk, ...]

    def to_old(self, offset: int, *, is_end: bool) -> int:
        """Where in the old text a place of the new one is: by the letter after it; for an end, that before it."""
        at = offset - 1 if is_end else offset
        k = bisect_right(self.spans, at, key=lambda span: span.new_start) - 1
        if k < 0:
            return offset
        span = self.spans[k]
        if at < span.new_end:
            return span.end if is_end else span.start
        return offset + span.end - span.new_end

    def flipped(self) -> Alignment:
        """The same, the new text taken for the old."""
        back = [
            tuple(Hunk(h.new_start, h.new_end, h.start, h.end) for h in run)
            for run in (self.spans, self.details, self.hunks)
        ]
        return Alignment(*back)


def align(old: Plain, new: Plain) -> Alignment:
    """The differences between the words of two pages."""
    found: list[Hunk] = []
    breaks = [_breaks(page) for page in (old, new)]
    for i, j, k, m in _changed_blocks(old.text, new.text):
        olds, news = _tokens(old.text, i, j, breaks[0]), _tokens(new.text, k, m, breaks[1])
        if len(olds) > MOST or len(news) > MOST:
            found.append(Hunk(i, j, k, m))
        else:
            found += [part for hunk in _hunks(olds, news, (j, m)) for part in _parted(hunk, *breaks)]
    words = [hunk for hunk in found if not _is_between_blocks(hunk, old.text, new.text)]
    return Alignment(tuple(found), tuple(words), tuple(_merged(words, old.text, new.text, *breaks)))


def _breaks(page: Plain) -> frozenset[int]:
    """Where a word is parted though no letter parts it: at figures that are set high, which call notes."""
    edges = (edge for piece in page.of("hi") if piece.detail == "super" for edge in (piece.start, piece.end))
    return frozenset(edges)


def _changed_blocks(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """The spans of blocks that differ."""
    olds, news = old.split("\n"), new.split("\n")
    starts = [_offsets(lines) for lines in (olds, news)]
    for kind, i, j, k, m in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if kind != "equal":
            yield starts[0][i], starts[0][j], starts[1][k], starts[1][m]


def _offsets(lines: Sequence[str]) -> list[int]:
    """Where each block begins, and where the last one ends."""
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    return [*offsets[:-1], offsets[-1] - 1]


def _tokens(text: str, start: int, end: int, breaks: frozenset[int]) -> Tokens:
    """The words and signs of a span."""
    tokens: Tokens = []
    for match in _TOKEN.finditer(text, start, end):
        edges = [match.start(), *(b for b in range(match.start() + 1, match.end()) if b in breaks), match.end()]
        tokens += [(text[low:high], low) for low, high in pairwise(edges)]
    return tokens


def _hunks(olds: Tokens, news: Tokens, ends: tuple[int, int]) -> Iterator[Hunk]:
    """The differences between two runs of tokens, to which the end of a block is a white space like others."""
    said = [[" " if token == "\n" else token for token, _ in tokens] for tokens in (olds, news)]
    for kind, i, j, k, m in SequenceMatcher(None, said[0], said[1], autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        shift = 0
        if kind == "insert":
            shift = _best_shift(news, k, m, olds, i)
        elif kind == "delete":
            shift = _best_shift(olds, i, j, news, k)
        a, b, c, d = (at + shift for at in (i, j, k, m))
        yield Hunk(_at(olds, a, ends[0]), _at(olds, b, ends[0]), _at(news, c, ends[1]), _at(news, d, ends[1]))


def _parted(hunk: Hunk, old: frozenset[int], new: frozenset[int]) -> Iterator[Hunk]:
    """A hunk in two where only one text has raised figures in it."""
    olds = [at for at in old if hunk.start < at < hunk.end]
    news = [at for at in new if hunk.new_start < at < hunk.new_end]
    if news and not olds:
        at = max(news)
        yield Hunk(hunk.start, hunk.end, hunk.new_start, at)
        yield Hunk(hunk.end, hunk.end, at, hunk.new_end)
    elif olds and not news:
        at = max(olds)
        yield Hunk(hunk.start, at, hunk.new_start, hunk.new_end)
        yield Hunk(at, hunk.end, hunk.new_end, hunk.new_end)
    else:
        yield hunk


def _best_shift(tokens: Tokens, first: int, last: int, others: Tokens, at: int) -> int:
    """How far to shift what only one text has (`first` to `last`, at `at` of the other), where the words beside it
    are the same, so that ends of blocks meet ends of blocks.
    """
    best, least = 0, _cost(tokens[first:last], 0)
    for step in (-1, 1):
        shift = mismatches = 0
        while abs(shift) < LONGEST_SHIFT:
            inner = last - 1 + shift if step < 0 else first + shift
            outer, other = (first - 1 + shift, at - 1 + shift) if step < 0 else (last + shift, at + shift)
            if not (0 <= outer < len(tokens) and 0 <= other < len(others)):
                break
            if not _alike(tokens[inner][0], tokens[outer][0]) or not _alike(tokens[outer][0], others[other][0]):
                break
            mismatches += (tokens[inner][0] != others[other][0]) - (tokens[outer][0] != others[other][0])
            shift += step
            cost = _cost(tokens[first + shift : last + shift], mismatches)
            if cost < least:
                best, least = shift, cost
    return best


def _cost(tokens: Tokens, mismatches: int) -> int:
    return sum(token == "\n" for token, _ in tokens) + mismatches


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} == {" ", "\n"}


def _at(tokens: Tokens, k: int, end: int) -> int:
    return tokens[k][1] if k < len(tokens) else end


def _is_between_blocks(hunk: Hunk, old: str, new: str) -> bool:
    """Whether a hunk is nothing but white space, some of which is the end of a block."""
    stands, reads = old[hunk.start : hunk.end], new[hunk.new_start : hunk.new_end]
    return not stands.strip() and not reads.strip() and "\n" in stands + reads


def _merged(
    hunks: Sequence[Hunk], old: str, new: str, olds: frozenset[int], news: frozenset[int]
) -> Iterator[Hunk]:
    """The hunks, those near each other as one, but where figures are raised between them."""
    last: Hunk | None = None
    for hunk in hunks:
        if last:
            between = old[last.end : hunk.start]
            is_raised = {last.end, hunk.start} & olds or {last.new_end, hunk.new_start} & news
            is_one_block = "\n" not in old[last.start : hunk.end] + new[last.new_start : hunk.new_end]
            if len(between.split()) <= NEAR and is_one_block and not is_raised:
                last = Hunk(last.start, hunk.end, last.new_start, hunk.new_end)
                continue
            yield last
        last = hunk
    if last:
        yield last
