"""A difference in its context: the lines of the source about it."""

from __future__ import annotations

import re
from html import escape

from build_edition.evaluate.measures import Difference
from build_edition.source import Source

AROUND = 2  # lines before and after
MOST = 8  # lines of the difference itself; of a longer one, its beginning and its end
WIDE = 240  # characters of a line; a longer one is cut about the words in question
QUOTED = re.compile(r"“(.+?)”?$", re.DOTALL)


def context(source: Source, difference: Difference) -> str:
    """The lines as a small table of line numbers and text; those of the difference stand out."""
    if not 1 <= difference.line <= len(source.lines):
        return ""
    last = min(max(difference.last, difference.line), len(source.lines))
    shown = range(max(difference.line - AROUND, 1), min(last + AROUND, len(source.lines)) + 1)
    numbers: list[int | None] = list(shown)
    if last - difference.line >= MOST:
        half = AROUND + MOST // 2
        numbers = [*shown[:half], None, *shown[-half:]]
    rows = "".join(_line(source, number, difference, last) for number in numbers)
    return f"<pre>{rows}</pre>"


def _line(source: Source, number: int | None, difference: Difference, last: int) -> str:
    if number is None:
        return '<span class="gap">…\n</span>'
    text = _visible(_cut(source.lines[number - 1].text.replace("\f", "␌"), difference))
    if not difference.line <= number <= last:
        return f"<span><b>{number}</b>{escape(text)}\n</span>"
    return f"<mark><b>{number}</b>{_with_words(text, difference)}\n</mark>"


def _with_words(text: str, difference: Difference) -> str:
    """The line with the words in question emphasised where they stand in it."""
    quoted = QUOTED.search(difference.found)
    words = quoted[1].rstrip("…") if quoted else ""
    before, found, after = text.partition(words) if words else (text, "", "")
    return f"{escape(before)}<strong>{escape(found)}</strong>{escape(after)}" if found else escape(text)


def _cut(text: str, difference: Difference) -> str:
    """A long line about the words that the difference quotes; a whole paragraph may be one line."""
    if len(text) <= WIDE:
        return text
    at = 0
    for side in (difference.found, difference.expected):
        quoted = QUOTED.search(side)
        if quoted and (hit := text.find(quoted[1].rstrip("…"))) >= 0:
            at = hit
            break
    start = max(0, min(at - WIDE // 3, len(text) - WIDE))
    end = start + WIDE
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")


def _visible(text: str) -> str:
    """Control characters as spaces: HTML has no place for them."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text)
