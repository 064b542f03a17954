"""Numerals that stand alone and number a division: I, II, III or ONE, TWO; also as OCR reads them (Il, Vv, [X).

In: what a line shows, or the numerals of a text in order.  Out: the numbers that it may be, and which numerals
run on from one, so that a stray letter or a page number is not taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_ROMAN = re.compile(r"(?=.)(X{0,3})(IX|IV|V?I{0,3})|(?:XL|L)(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_LIKE = re.compile(r"[IVXLivxlT1|!\[\]\\/YUW]{1,7}")
_MISREAD = str.maketrans(dict.fromkeys("ilT1|![]\\/", "I") | {"v": "V", "x": "X", "Y": "V", "U": "V"})
_WORDS = re.findall(
    r"\w+",
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty""",
)
_ARABIC = re.compile(r"\d{1,2}")
SYSTEMS = ("roman", "arabic", "word")  # in which numerals stand alone
_LONGEST = 10  # characters of a numeral
_STOPS = ".)]—–-: "


def roman_value(numeral: str) -> int | None:
    """The value of a well-formed roman numeral in capitals, up to 69."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_VALUES[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


@lru_cache(maxsize=4096)
def readings(ink: str) -> tuple[str, tuple[int, ...]] | None:
    """The system of a numeral that stands alone, and the numbers that it may be, the likeliest first."""
    token = ink.strip().rstrip(_STOPS).removeprefix("§").strip()
    if not token or len(ink) > _LONGEST:
        return None
    if token[0].isupper() and token.casefold() in _WORDS:
        return "word", (1 + _WORDS.index(token.casefold()),)
    if _ARABIC.fullmatch(token) and token[0] != "0":
        return "arabic", (int(token),)
    value = roman_value(token)
    if value is not None:
        # A stroke may be lost or gained, but not where the numeral has none.
        return "roman", (value, value + 1) if token.endswith("I") else (value,)
    if not _LIKE.fullmatch(token):
        return None
    plain = re.sub(r"VV+", "V", token.translate(_MISREAD))
    value = roman_value(plain)
    if value is None:
        return None
    return "roman", (value, value + 1) if plain.endswith("I") else (value,)


def is_exact(ink: str) -> bool:
    """Whether the numeral stands as it would be printed."""
    token = ink.strip().rstrip(_STOPS)
    return token.isdecimal() or token.casefold() in _WORDS or roman_value(token) is not None


def runs_up(inks: Sequence[str]) -> set[int]:
    """Which of these plain numerals, not in figures, stand beside another that is one more or less, in order."""
    values = [(place, _plain_value(ink)) for place, ink in enumerate(inks)]
    known = [(place, value) for place, value in values if value is not None]
    steps = ((one, other) for (one, low), (other, high) in pairwise(known) if high == low + 1)
    return {place for step in steps for place in step}


def _plain_value(ink: str) -> int | None:
    """The value of a numeral in words, or of a well-formed roman one."""
    known = readings(ink)
    if known is not None and known[0] == "word":
        return known[1][0]
    return roman_value(ink.strip().rstrip(_STOPS))


def chain(inks: Sequence[str], system: str) -> dict[int, int]:
    """Which of these lines run on from one in `system`, each with its number.

    One lost numeral is let pass; a plain one begins a new run.
    """
    runs: list[dict[int, int]] = [{}]
    expected = 1
    for place, ink in enumerate(inks):
        known = readings(ink)
        if known is None or known[0] != system:
            continue
        likeliest, exact = known[1][0], is_exact(ink)
        if expected in known[1] and (exact or expected > 1) and (likeliest, expected) != (1, 2):
            number = expected
        elif exact and likeliest == expected + 1:
            number = likeliest
        elif exact and likeliest == 1:
            runs.append({})
            number = 1
        else:
            continue
        runs[-1][place] = number
        expected = number + 1
    return {place: number for run in runs if len(run) > 1 for place, number in run.items()}
