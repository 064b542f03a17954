"""Line joins: the lines of one paragraph, heading, item, note or quotation read as one.

Looks inside each text block for line ends, with the blank lines and deleted forme work that stand there, and
puts one space for all of it: none after a dash that ends a line or before one that begins it, after a slash,
or inside a number cut at its thousands comma.  At a hyphen the two halves close up, and the hyphen goes if it
only broke the word (`line-end-hyphen`); low certainty where the evidence is thin, or where a sentence ends and
a blank line or page parts it from the next, so that a paragraph may end there too.  Leaves alone line ends
between blocks, and in tables and figures.

    the weav-                the well-
    ers went   -> the weavers went       known song  -> the well-known song
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence import hyphens
from build_edition.source import Line
from build_edition.transcript import Mark

RULE = "line-join"
HYPHEN_RULE = "line-end-hyphen"
_HOLDERS = frozenset({"p", "item", "head", "quote", "note", "epigraph", "byline", "dateline"})
_BLOCKS = (*_HOLDERS, "table", "row", "cell", "list", "figure", "floatingText", "fw")
_BLANK = re.compile(r"\s+")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐¬\u00ad]\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})*,\Z")
_FINISHED = re.compile(r"[.?!…][’”\"')\]»]*\d{0,3}\Z")
_THREE = re.compile(r"\d{3}(?!\d)")


@dataclass
class _Gap:
    """A line end inside a block: what shows before and after it."""

    before: Line
    after: Line
    left: str  # what shows of the line before, its end
    right: str  # what shows of the line after, its beginning
    left_end: int
    right_start: int

    @cached_property
    def broken(self) -> tuple[str, str] | None:
        """The halves of a word that a hyphen parts here."""
        if self.left[-1] not in "-‐¬\u00ad":
            return None
        left, right = _BROKEN.search(self.left), _FIRST_WORD.match(self.right)
        return (left[1], right[0]) if left and right else None


def apply(draft: Draft) -> None:
    """Join the lines inside every block of text."""
    gaps = list(_gaps(draft))
    broken = [gap for gap in gaps if gap.broken]
    odds: dict[int, float] = {}
    if broken:
        counts = hyphens.count_words(draft.text)
        pairs = [gap.broken for gap in broken if gap.broken]
        odds = dict(zip((gap.left_end for gap in broken), hyphens.judge(pairs, counts), strict=True))
    pages = {draft.source.line_number(mark.start) for mark in draft.marks("pb")}
    for gap in gaps:
        if gap.broken:
            _join_word(draft, gap, odds[gap.left_end])
        else:
            cert = "low" if _may_part(gap, pages) else "high"
            _close(draft, gap.left_end, gap.right_start, _between(gap), cert=cert)


def _gaps(draft: Draft) -> Iterator[_Gap]:
    """The line ends that one block has on both sides."""
    shown = list(draft)
    ends = []
    for line in shown:
        start, end = _visible_span(draft, line)
        ends.append((line, start, end))
    offsets = sorted({offset for _, start, end in ends for offset in (start, end - 1)})
    home = _innermost(draft, offsets)
    for (before, _, left_end), (after, right_start, _) in pairwise(ends):
        block = home.get(left_end - 1)
        if block is not None and block is home.get(right_start) and block.kind in _HOLDERS:
            left = draft.text[max(before.start, left_end - 60) : left_end]
            yield _Gap(before, after, left, draft.text[right_start : right_start + 60], left_end, right_start)


def _visible_span(draft: Draft, line: Line) -> tuple[int, int]:
    """Where the ink that a line still shows begins and ends."""
    start, end = line.ink_start, line.ink_end
    if draft.is_free(start, end):
        return start, end
    while start < end and draft.is_deleted(start, start + 1):
        start += 1
    while end > start + 1 and draft.is_deleted(end - 1, end):
        end -= 1
    return start, end


def _innermost(draft: Draft, offsets: list[int]) -> dict[int, Mark]:
    """For each offset the innermost block that holds it."""
    marks = [mark for mark in draft.marks(*_BLOCKS) if not mark.is_point]
    home: dict[int, Mark] = {}
    stack: list[Mark] = []
    place = 0
    for offset in offsets:
        while place < len(marks) and marks[place].start <= offset:
            while stack and stack[-1].end <= marks[place].start:
                stack.pop()
            stack.append(marks[place])
            place += 1
        while stack and stack[-1].end <= offset:
            stack.pop()
        if stack:
            home[offset] = stack[-1]
    return home


def _may_part(gap: _Gap, pages: set[int]) -> bool:
    """Whether a paragraph may as well end here: a sentence does, and a blank line or a page parts the lines."""
    parted = gap.after.number - gap.before.number > 1 or gap.after.number in pages
    return parted and bool(_FINISHED.search(gap.left)) and not gap.right[:1].islower()


def _between(gap: _Gap) -> str:
    """What stands between two lines that no hyphen joins."""
    left, right = gap.left, gap.right
    if left.endswith(("—", "--", "/")) or right.startswith(("—", "--")):
        return ""
    if left.endswith("–") and not left[-2:-1].isspace():
        return ""
    if right.startswith("–") and right[1:2].isalnum() and left[-1:].isalnum():
        return ""
    if _THOUSANDS.search(left) and _THREE.match(right):
        return ""
    if left.endswith("-") and left[-2:-1].isalnum():  # a figure or capital before a real hyphen
        return ""
    return " "


def _join_word(draft: Draft, gap: _Gap, odds: float) -> None:
    """Close up the halves of a word, without the hyphen if it is likelier to have broken it."""
    cert = "low" if abs(odds) < hyphens.DOUBT else "high"
    soft = gap.left[-1] in "\u00ad¬"
    if odds > 0 or soft:
        _close(draft, gap.left_end - 1, gap.right_start, "", HYPHEN_RULE, "high" if soft else cert)
    else:
        _close(draft, gap.left_end, gap.right_start, "", RULE, cert)


def _close(draft: Draft, start: int, end: int, reading: str, rule: str = RULE, cert: str = "high") -> None:
    """Put `reading` for all that is still blank (or for the hyphen and the blank) between two lines."""
    if draft.is_free(start, end):
        draft.intervene(start, end, reading, rule, cert=cert)
        return
    # Forme work stands between: each free piece goes, and the first gives way to the reading.
    offset = start
    while offset < end:
        if not draft.is_free(offset, offset + 1):
            offset += 1
            continue
        stop = offset + 1
        while stop < end and draft.is_free(stop, stop + 1):
            stop += 1
        if draft.text[offset:stop] == reading or draft.intervene(offset, stop, reading, rule, cert=cert):
            reading = ""
        offset = stop
    if reading:
        draft.intervene(end, end, reading, rule, cert=cert)
