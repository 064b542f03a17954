"""Sequences: how well a word goes with its neighbours, by the kinds of word they are.

Serves the rules of OCR damage, which ask which of two words was printed.  Of every two kinds the table has how
much oftener they stand side by side than chance would have it, in tenths of a power of ten; it was fitted to half
a million words of English prose of three kinds and rounded.  Small words are known by themselves, others by their
endings.

    the mill ou the river   ->  between a noun and “the”, “on” goes better than what has no place there
"""

from __future__ import annotations

import re

from build_edition.rules.evidence.words.commas import kind_of, owner_as_listed
from build_edition.rules.evidence.words.lexicon import Lexicon

_TABLE = """
           det  pro  obj prep conj  adv  aux   ly  ing   ed  adj    s    o    C   Cs    .    ,    #    -
    det     -4   -3   -8  -10  -10   -3   -5   -2    1   -3    4    3    4    3    3  -11   -9    0   -6
    pro    -10  -14   -5   -8   -7    0   10    1   -8    5   -9    0    0  -15  -14   -3   -4  -15   -7
    obj     -3   -1   -4    1   -3    2    7    2   -4   -1   -7   -5   -5  -10   -9    4    3  -11    0
    prep     5   -3    2  -12   -6   -7   -5   -5    1   -8    1   -2    1    1    0  -12  -12    4   -7
    conj     1    5    0   -3   -3    2    1    3    2    3    2    1    0   -1   -1  -12   -2   -1   -8
    adv     -1   -4   -5    2   -2    4    0    6    0    4    2   -3    1   -9   -8   -2   -1   -5   -4
    aux     -1    0   -3   -3   -7    8    3    7    3    7   -2   -8    0   -9   -9  -10   -6   -6   -7
    ly      -4   -6   -7    0   -1   -1   -3   -3    3    8    2   -3    0   -6   -7   -1    1    2   -3
    ing      1   -4    4    2   -1    2   -5    0   -5   -6   -2    2   -1   -5   -5   -1    1   -8   -3
    ed       1   -4    4    4   -2    1  -10    2   -6   -9   -4   -2   -3   -6   -6    1    1  -13   -2
    adj    -11   -9   -5   -2    1   -8   -7   -7    0   -9    0    6    3   -5   -2   -2    1  -11   -3
    s       -4   -4   -1    4    2   -4    2   -2   -3    0   -9   -7   -6  -10  -12    3    4  -12    2
    o       -3   -3    1    3    1   -1    0   -2   -3   -2   -4    0   -2   -7   -8    3    3   -6    0
    C       -7   -5   -1   -1    0   -4    2   -3   -4    0   -6   -1   -2    4    5    3    4    4    1
    Cs     -10   -7   -1    1    2   -5    4   -4   -7    2  -12   -5   -5   -2    4    3    6  -13    2
    .        2    6    1   -2    2   -1   -7  -15  -19  -15  -16  -15  -16    4    3    3  -14    0    7
    ,       -1    3   -1   -1    7    1   -1    2    5    1    0   -2   -3   -2   -2  -10  -25   -5    1
    #        0    0   -1   -2    2   -3   -1   -5   -7   -2   -8    3    0    2   -1   -3  -16   10    4
    -        0    6   -1   -2    3   -1   -2   -1   -1   -2   -2   -3   -3    1    2    5   -4    1    3
"""
_BEFORE = re.compile(r"(?:([^\W\d_]+(?:[’'-][^\W\d_]+)*)|(\d)|([.!?\n])|(,)|.)[ “‘]?\Z")
_AFTER = re.compile(r"[ \n]?(?:([^\W\d_]+(?:[’'-][^\W\d_]+)*)|(\d)|([.!?\n])|(,)|.)")
REACH = 24  # characters in which a neighbour stands


def _read(table: str) -> dict[tuple[str, str], float]:
    """How well every two kinds go together."""
    head, *rows = table.strip().splitlines()
    kinds = head.split()
    found: dict[tuple[str, str], float] = {}
    for row in rows:
        first, *figures = row.split()
        found |= {(first, second): int(figure) / 10 for second, figure in zip(kinds, figures, strict=True)}
    return found


_TOGETHER = _read(_TABLE)


def gain(lexicon: Lexicon, number: int, read: str, meant: str) -> float:
    """How much likelier (log10) the neighbours of word `number` make what may be meant than what was read."""
    before, after = _BEFORE.search(lexicon.before(number, REACH)), _AFTER.match(lexicon.after(number, REACH))
    left, right = _kind(before), _kind(after)
    return _going(left, meant, right) - _going(left, read, right)


def fitness(before: str, word: str, after: str) -> float:
    """How much likelier (log10) than by chance a word stands between what is before and after it."""
    return _going(_kind(_BEFORE.search(before)), word, _kind(_AFTER.match(after)))


def together(left: str, right: str) -> float:
    """How much likelier (log10) than by chance two words stand side by side."""
    return _TOGETHER[kind_of(owner_as_listed(left)), kind_of(right)]


def _going(left: str, word: str, right: str) -> float:
    kind = kind_of(word)
    return _TOGETHER[left, kind] + _TOGETHER[kind, right]


def _kind(match: re.Match[str] | None) -> str:
    """The kind of what stands beside a word; the edge of the text ends a sentence."""
    if match is None:
        return "."
    word, figure, end, comma = match.groups()
    if word:
        return kind_of(owner_as_listed(word))
    return "#" if figure else "." if end else "," if comma else "-"
