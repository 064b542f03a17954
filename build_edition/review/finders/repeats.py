"""Words that stand twice in a row, one or a few of them, as at the end of a line and again on the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from build_edition.review.desk import Desk
from build_edition.review.item import Candidate, Found
from build_edition.rules.evidence.words.lexicon import word_set

_MAY = word_set("had that very so many much far long again more ha no yes well there out over now her")
WRONG, MAY = 0.8, 0.15  # of words that are hardly meant twice, and of those that may be
SEVERAL = 0.7  # of two or three words in a row
ACROSS = 0.1  # the more where a line ends between them
MATTER = 0.7
MOST = 3


def repeats(desk: Desk) -> Iterator[Found]:
    """Every word, and every two or three, that stand twice in a row within a block."""
    lexicon = desk.lexicon
    low = [word.lower() for word in lexicon.words]
    for start, end, _ in desk.blocks:
        number, last = bisect_left(lexicon.starts, start), bisect_left(lexicon.starts, end)
        while number < last - 1:
            length = (
                _repeated(desk, low, number, last) if low[number] in low[number + 1 : number + MOST + 1] else 0
            )
            if length:
                yield _found(desk, number, length)
            number += 2 * length or 1


def _repeated(desk: Desk, low: list[str], number: int, last: int) -> int:
    """How many words from word `number` stand there again at once; 0 where none does."""
    for length in range(1, MOST + 1):
        middle, end = number + length, number + 2 * length
        if end <= last and low[number:middle] == low[middle:end] and _together(desk, number, end):
            return length
    return 0


def _together(desk: Desk, first: int, last: int) -> bool:
    """Whether only white space parts these words."""
    lexicon, text = desk.lexicon, desk.reading.text
    return all(text[lexicon.end(k) : lexicon.starts[k + 1]].isspace() for k in range(first, last - 1))


def _found(desk: Desk, number: int, length: int) -> Found:
    lexicon = desk.lexicon
    begin, middle, end = (
        lexicon.starts[number],
        lexicon.end(number + length - 1),
        lexicon.end(number + 2 * length - 1),
    )
    first, last = desk.in_source(begin, end)
    once = desk.reading.text[begin:middle]
    wrong = SEVERAL if length > 1 else MAY if once.lower() in _MAY else WRONG
    said = [f"“{once}” stands twice in a row."]
    if "\n" in desk.source.text[first:last]:
        wrong += ACROSS
        said.append("A line ends between the two.")
    if once[0].isupper() and length == 1:
        wrong /= 2
        said.append("It may be a name.")
    return Found(
        "repeat", "doubled", first, last, tuple(said), (Candidate(once, "once"),), min(wrong, 0.95), MATTER
    )
