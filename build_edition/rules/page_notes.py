"""Notes at the foot of the pages of a wrapped book whose pages are parted by form feeds.

Serves `notes`.  The notes of a page stand below its text: their first line begins with a number that starts
anew (1) or goes on from the page before, after a blank line, or the number stands on a line of its own.  A
number with a full stop may open a list, so it counts only if the page's text bears the same number as a call.
Inside the notes a further number in sequence, at the start of a line or after a full stop, opens the next
note; a sign that OCR made of a superscript opens it too, with low certainty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_edition.rules.draft import Draft
from build_edition.rules.prose import inked_lines
from build_edition.source import Line

_OPENING = re.compile(r"(?P<n>\d{1,3})(?P<stop>[.)]?)(?:\s+(?=[^\W\d_]|[“‘\"'(\[])|\Z)")
_SIGN = re.compile(r"[*†‡§®°©?!¹²³]\s+(?=[A-Z“‘\"(\[])")
_INLINE = re.compile(r"(?<=[.)”])\s+(?P<n>\d{1,2})\s+(?=[A-Z“\[])")
GAP = 3  # notes that may be lost between one page and the next
SHARE = 0.7  # of a page's lines, at the most


def mark(draft: Draft) -> None:
    """Mark the notes at the foot of every page, if the text has form feeds."""
    if "\f" not in draft.text:
        return
    taken = inked_lines(draft, "fw", "head", "table", "figure", "note", "milestone")
    last = 0
    for page in _pages(draft, taken):
        start = _foot(page, last)
        if start is not None:
            last = _mark_foot(draft, page[start:])


def _pages(draft: Draft, taken: set[int]) -> Iterator[list[Line]]:
    """The lines of each page that show ink and are not spoken for."""
    page: list[Line] = []
    for line in draft.lines:
        if "\f" in line.text and line.text.lstrip(" ").startswith("\f"):
            if page:
                yield page
            page = []
        if line.number not in taken and not line.is_blank and draft.has_ink(line):
            page.append(line)
    if page:
        yield page


def _foot(page: list[Line], last: int) -> int | None:
    """The place in the page of the first line of its notes; None where it has none."""
    lowest = int(len(page) * (1 - SHARE))
    for place in range(max(lowest, 1), len(page)):
        match = _OPENING.match(page[place].ink)
        if not match:
            continue
        n = int(match["n"])
        if not (n == 1 or last < n <= last + GAP):
            continue
        alone = match.end() == len(page[place].ink)
        after_blank = page[place].number > page[place - 1].number + 1
        if alone and place + 1 < len(page) and not match["stop"]:
            return place
        if after_blank and not alone and (not match["stop"] or _is_called(page[:place], match["n"])):
            return place
    return None


def _is_called(text: list[Line], n: str) -> bool:
    """Whether the number stands in the text as a call does, tight after a word or stop."""
    call = re.compile(rf"[^\W\d_][.,;:!?”’\"')]*{n}(?![\d\w])")
    return any(call.search(line.ink) for line in text)


def _mark_foot(draft: Draft, lines: list[Line]) -> int:
    """Mark the notes that these lines hold; returns the last number."""
    starts: list[tuple[int, int, str]] = []  # offset, number, certainty
    n = 0
    for line in lines:
        ink = line.ink
        match = _OPENING.match(ink)
        if match and (not starts or n < int(match["n"]) <= n + GAP):
            n = int(match["n"])
            starts.append((line.ink_start, n, "high"))
        elif starts and _SIGN.match(ink):
            n += 1
            starts.append((line.ink_start, n, "low"))
        for inner in _INLINE.finditer(ink):
            if starts and int(inner["n"]) == n + 1:
                n += 1
                starts.append((line.ink_start + inner.start("n"), n, "high"))
    end = lines[-1].ink_end
    for (start, number, cert), stop in zip(starts, [*(s for s, _, _ in starts[1:]), end], strict=False):
        draft.mark("note", start, stop, n=str(number), place="foot", cert="low" if cert == "low" else None)
    return n
