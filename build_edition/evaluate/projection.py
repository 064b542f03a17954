"""The truth laid upon a source: where in the source each character of the printed stream stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from build_edition.evaluate.alignment import align
from build_edition.evaluate.stream import Stream
from build_edition.source import Source

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # a call may stand in the source as superscript digits
TOKEN = re.compile(rf"[^\W\d_{RAISED}]+|[\d{RAISED}]+|[^\w\s]|_")
ALIKE = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "‐": "-", "¬": "-"}) | str.maketrans(
    RAISED, "0123456789"
)
NOWHERE = -1
NEARBY = 24  # how many characters of a place's own text may be lost before the place is lost with them


@dataclass(frozen=True)
class Projection:
    """`to_source[k]` is the offset in the source of the stream's character `k`; `to_stream` is the inverse.

    A character that the other text lacks, and all white space, is `NOWHERE`.
    """

    to_source: list[int]
    to_stream: list[int]

    @classmethod
    def of(cls, stream: Stream, source: Source) -> Projection:
        to_source = [NOWHERE] * len(stream.text)
        to_stream = [NOWHERE] * len(source.text)
        for true, found in _pairs(stream.text, source.text):
            to_source[true], to_stream[found] = found, true
        return cls(to_source, to_stream)

    def forward(self, offset: int, end: int) -> int | None:
        """Where in the source the first character from `offset` on stands that the source has."""
        for k in range(offset, min(end, offset + NEARBY)):
            if self.to_source[k] != NOWHERE:
                return self.to_source[k]
        return None

    def backward(self, offset: int, start: int) -> int | None:
        """Where in the source the last character before `offset` stands that the source has."""
        for k in range(offset - 1, max(start, offset - NEARBY) - 1, -1):
            if self.to_source[k] != NOWHERE:
                return self.to_source[k]
        return None


def _pairs(true: str, found: str) -> list[tuple[int, int]]:
    """The offsets of characters that stand for each other."""
    a = [(match.start(), match.end()) for match in TOKEN.finditer(true)]
    b = [(match.start(), match.end()) for match in TOKEN.finditer(found)]
    pairs: list[tuple[int, int]] = []
    words_a, words_b = _words(true, a), _words(found, b)
    for same, i, i_end, j, j_end in align(words_a, words_b):
        if same:
            for (start, end), (there, _) in zip(a[i:i_end], b[j:j_end], strict=True):
                pairs += zip(range(start, end), range(there, there + end - start), strict=True)
        elif i < i_end and j < j_end:
            pairs += _characters(true, a[i][0], a[i_end - 1][1], found, b[j][0], b[j_end - 1][1])
    return pairs


def _words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    # Not casefold: it may change the length of a word, and with it what its characters stand for.
    return [text[start:end].translate(ALIKE).lower() for start, end in spans]


def _characters(true: str, start: int, end: int, found: str, there: int, there_end: int) -> list[tuple[int, int]]:
    """Pairs by single characters, where the words differ."""
    a = [k for k in range(start, end) if not true[k].isspace()]
    b = [k for k in range(there, there_end) if not found[k].isspace()]
    ink_a = [true[k].translate(ALIKE).lower() for k in a]
    ink_b = [found[k].translate(ALIKE).lower() for k in b]
    return [
        (a[code.src_start + k], b[code.dest_start + k])
        for code in Levenshtein.opcodes(ink_a, ink_b)
        if code.tag in ("equal", "replace")
        for k in range(code.src_end - code.src_start)
    ]
