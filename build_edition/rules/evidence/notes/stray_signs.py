"""Signs of a text that nothing explains where they stand: what OCR makes of the raised figure of a note call.

Serves `scanned_feet`, `foot_numbers` and `foot_calls`.  A star or a ring after a word, a second stop after the
first or after a closing quotation mark, a mark of exclamation before a word that goes on in lower case, a closing
quotation mark that nothing has opened.

    The mill burnt.’ It was rebuilt! and sold.* Nobody knew why.   ->  “’”, “!” and “*”
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_RING = r"*°®©§†‡}+"  # signs that stand for nothing behind a word
# Marks that are no punctuation where they stand.
_SURE = re.compile(
    rf"(?<=[^\W\d_])[{_RING}¹²³]{{1,2}}(?=[\s.,;:)—])"
    rf"|(?<=[,;:])[?!{_RING}t](?=\s)|(?<=[.])[?!{_RING}]{{1,2}}(?=[\s.,])"
    rf"|(?<=[.!?,;:][”’\"])[?!{_RING}]{{1,2}}(?=[\s.,])"
    rf"|(?<=[.!?,;:][”’\"] )[?!{_RING}]{{1,2}}(?=\s)"
)
_PLAIN = re.compile(rf"{_SURE.pattern}|(?<=[^\W\d_]{{2}})[?!](?=\s+[a-z])")
# What is more likely one than anything else: signs behind a closing quotation mark, or behind one taken for an
# opening one; figures and signs apart, behind a stop; an opening quotation mark that opens nothing.
_CLOSED = r"[\w.,;:!?)}][”\"“]"
_ODD = r"[!?|\d*°®©§†‡’‘'“]"
_LIKELY = re.compile(
    rf"(?<={_CLOSED})(?![?!][\s.,;:)]){_ODD}{{1,3}}(?=[\s.,;:)—])"
    rf"|(?<={_CLOSED} ){_ODD}{{1,3}}(?=\s+[^\sa-z])"
    r"|(?<=[.,;:] )[“\"]?(?:\d[\d°®*!?|]?|[\d°®*!?|]{2})(?=\s+[A-Z“]|\s*\n\s*[^\sa-z])"
    r"|(?<=\w[.])[‘“]{1,2}(?=\s)"
)
_MARKS = re.compile(r"[“”\"‘’']")
_STOPS = frozenset(".,;:!?)")
ENCLOSED = 80  # characters that brackets enclose at the most
POSSESSED = "s"  # after it stands an apostrophe


def sure_strays(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where signs stand in a stretch of the text that are no punctuation there, in order."""
    return [match.span() for match in _SURE.finditer(text, start, end) if not _encloses(text, match.start())]


def _encloses(text: str, place: int) -> bool:
    """Whether a brace closes what a bracket has opened just before."""
    if text[place] != "}":
        return False
    before = text[max(0, place - ENCLOSED) : place]
    return max(map(before.rfind, "([{")) > max(map(before.rfind, ")]}"))


def plain_strays(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The same with those that are hardly any, such as a mark of exclamation before a small letter."""
    return [match.span() for match in _PLAIN.finditer(text, start, end) if not _encloses(text, match.start())]


def likely_strays(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where signs stand that are calls rather than anything else, if notes want some, in order."""
    likely = [match.span() for match in _LIKELY.finditer(text, start, end)]
    return merged([*likely, *sure_strays(text, start, end)])


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch as one."""
    found: list[tuple[int, int]] = []
    for span in sorted(set(spans)):
        if found and span[0] <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], span[1])
        else:
            found.append(span)
    return found


def stray_signs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The same with closing quotation marks that nothing has opened."""
    spans = plain_strays(text, start, end)
    taken = {place for span in spans for place in range(*span)}
    spans += [(place, place + 1) for place in _unopened(text, start, end) if place not in taken]
    return sorted(spans)


def _unopened(text: str, start: int, end: int) -> Iterator[int]:
    """Where a closing quotation mark stands that nothing has opened; the first may close one from overleaf."""
    double, single = True, False
    for match in _MARKS.finditer(text, start, end):
        place, mark = match.start(), match[0]
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        closes = not before.isspace() and not after.isalnum() and before not in "—–("
        if mark in '“"”':
            if closes and not double and (before in _STOPS or before.isalpha()):
                yield place
            double = not closes
        elif not closes:
            single = single or not before.isalnum()
        elif not single and (before in _STOPS or (before.isalpha() and before != POSSESSED)):
            yield place
        else:
            single = single and before.isalpha()
