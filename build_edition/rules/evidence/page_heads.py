"""The heads and feet of pages whose limits are known: which first and last lines are forme work.

Evidence, for all pages together: the numbers that the lines show, read with the common misreadings, run
in step with the pages; the same words stand at the top of several pages; most tops are in capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_edition.rules.evidence.titles import division_level, is_customary
from build_edition.source import Line

Page = tuple[Line, ...]

_MISREAD = str.maketrans("OoQDlI|!iZzSsBgq", "0000111112255899"[:16])
_DIGITLIKE = re.compile(r"[\dOoQDlI|!iZzSsBgq]{1,4}")
_ROMAN = re.compile(r"(?:x{0,3}(?:ix|iv|v?i{0,3})|xl(?:ix|iv|v?i{0,3}))", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_SIGNATURE = re.compile(r"[A-Z]{1,2}\s?\d?|\d?\s?[A-Z]")
# "iv.] A HEAD", "chap. iv.] A HEAD", "A HEAD [chap. iv."; the brackets are often misread.
_CHAPTER_REFERENCE = re.compile(r"^(?:\w{2,5}[.,]\s?)?\S{1,6}?[\])}|]+\S?\s|[\[({]\s*\S{1,9}(?:\s\S{1,7})?\s*$")


@dataclass(frozen=True, slots=True)
class Head:
    """One line of forme work, with the page number that it shows."""

    line: Line
    type: str  # "header", "pageNum" or "sig"
    number: int | None


def is_capitals(words: str) -> bool:
    """Whether nearly all letters are capitals, and there are at least three."""
    letters = [c for c in words if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def heads_of_pages(pages: Sequence[Page]) -> Iterator[Head]:
    """The forme work at the tops and feet of `pages`."""
    steps = _steps(pages)
    usual = _usual_tops(pages)
    capital_tops = sum(is_capitals(_words(page[0].ink)) for page in pages)
    mostly_capitals = capital_tops > 0.5 * len(pages)
    seen: set[str] = set()
    for index, page in enumerate(pages):
        top, foot = page[0], page[-1]
        number = _number_in_step(top.ink, index, steps)
        key = _letters(_words(top.ink))
        # The first page of a preface or an index shows its title, and no number.
        opens_matter = is_customary(top.ink) and number is None and key not in seen
        seen.add(key)
        if not opens_matter and _is_top(top.ink, number, usual, mostly_capitals and not _opens_chapter(page)):
            yield Head(top, "pageNum" if not _letters(_words(top.ink)) else "header", number)
        if foot is top:
            continue
        number = _number_in_step(foot.ink, index, steps) if _bare_number(foot.ink) is not None else None
        if number is not None:
            yield Head(foot, "pageNum", number)
        elif _SIGNATURE.fullmatch(foot.ink) and len(page) > 10:
            yield Head(foot, "sig", None)


def _is_top(ink: str, number: int | None, usual: Counter[str], capitals_are_heads: bool) -> bool:
    """Whether the first line of a page is forme work."""
    if len(ink) > 90 or division_level(ink) is not None:
        return False
    words = _words(ink)
    key = _letters(words)
    if number is not None and (not key or (len(key) <= 45 and (is_capitals(words) or usual[key] > 1))):
        return True
    if len(key) > 3 and usual[key] >= 3 and (is_capitals(words) or ink != words):
        return True
    return capitals_are_heads and is_capitals(words)


def _opens_chapter(page: Page) -> bool:
    """Whether a page begins with a chapter's number, or with two lines of capitals, as a title page does."""
    first_lines = [line.ink for line in page[:3]]
    numbered = any(division_level(ink) is not None for ink in first_lines)
    return numbered or len(page) < 4 or all(is_capitals(ink) for ink in first_lines[:2])


def _tokens(ink: str) -> tuple[str, str]:
    words = ink.strip(" =_—-.,:;").split()
    return (words[0].strip(".,[]()|*"), words[-1].strip(".,[]()|*")) if words else ("", "")


def _value(token: str) -> int | None:
    """The page number that a token may be, misread figures allowed."""
    if _DIGITLIKE.fullmatch(token) and (any(c.isdigit() for c in token) or len(token) > 1):
        figures = token.translate(_MISREAD)
        return int(figures) if figures.isdecimal() else None
    return None


def _roman(token: str) -> int | None:
    if not token or not _ROMAN.fullmatch(token):
        return None
    values = [_ROMAN_VALUES[c] for c in token.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-v if v < after else v for v, after in pairs)


def _bare_number(ink: str) -> int | None:
    """The number that a line consists of."""
    token = ink.strip(" =_—–-.,[]()|*·")
    if token.isdecimal() and len(token) <= 4:
        return int(token)
    roman = _roman(token)
    return None if roman is None else -roman


def _candidates(ink: str) -> set[int]:
    """The numbers that a head may show; roman ones are negative, for they run by themselves."""
    found = set()
    for token in _tokens(ink):
        if (value := _value(token)) is not None:
            found.add(value)
        if (roman := _roman(token)) is not None:
            found.add(-roman)
    return found


def _steps(pages: Sequence[Page]) -> dict[tuple[bool, int], int]:
    """How many pages agree on each difference between the printed number and the page's place."""
    votes: Counter[tuple[bool, int]] = Counter()
    for index, page in enumerate(pages):
        for number in _candidates(page[0].ink) | _candidates(page[-1].ink):
            votes[number < 0, abs(number) - index] += 1
    needed = max(2, len(pages) // 50)
    return {step: count for step, count in votes.items() if count >= needed}


def _number_in_step(ink: str, index: int, steps: dict[tuple[bool, int], int]) -> int | None:
    """The number on this line that runs in step with the pages."""
    fits = [(steps.get((n < 0, abs(n) - index), 0), n) for n in _candidates(ink)]
    count, number = max(fits, default=(0, 0))
    return abs(number) if count else None


def _words(ink: str) -> str:
    """A head without its page number and chapter reference."""
    bare = _CHAPTER_REFERENCE.sub(" ", ink)
    words = [word for word in bare.split() if any(c.isalnum() for c in word)]
    if words and _is_number(words[0]):
        words = words[1:]
    if words and _is_number(words[-1]):
        words = words[:-1]
    return " ".join(words)


def _is_number(word: str) -> bool:
    token = word.strip(".,[]()|*")
    return _value(token) is not None or _roman(token) is not None


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalpha())


def _usual_tops(pages: Sequence[Page]) -> Counter[str]:
    return Counter(_letters(_words(page[0].ink)) for page in pages)
