"""Line joins: the lines of one paragraph, heading, item, note or quotation read as one.

Looks inside each text block for line ends, with the blank lines and deleted forme work that stand there, and
puts one space for all of it: none after a dash that ends a line or before one that begins it, after a slash,
inside a number cut at its thousands comma, or between halves that are no words but make one.  At a hyphen the
two halves close up, and the hyphen goes if it only broke the word (`line-end-hyphen`); low certainty where the
evidence is thin, or where a sentence ends and a blank line or page parts it from the next, so that a paragraph
may end there too.  Where the notes at a page's foot stand between the halves, the second moves up to the first.
Leaves alone line ends between blocks, and in tables and figures.

    the weav-                            the well-
    ers went   -> the weavers went       known song  -> the well-known song
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words import hyphens
from build_edition.rules.evidence.words.lexicon import WORD
from build_edition.rules.evidence.words.lost_hyphens import is_broken
from build_edition.source import Line
from build_edition.transcript import KINDS, Mark

RULE = "line-join"
HYPHEN_RULE = "line-end-hyphen"
_CLOSED = frozenset("”’)][")  # signs to which a hyphen may be glued
_HOLDERS = frozenset({"p", "item", "head", "quote", "note", "epigraph", "byline", "dateline"})
_HYPHENS = "-‐¬\u00ad"
_TELLING = "—–-/,"  # signs at a line's edge that may want no space beside them
_BLOCKS = (*_HOLDERS, "table", "row", "cell", "list", "figure", "floatingText", "fw")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐¬\u00ad]\Z")
_WORD_AND_SIGNS = re.compile(rf"(?P<word>{WORD.pattern}[^\w\s—–-]*)(?: (?=\S)|\Z)")
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})*,\Z")
_FINISHED = re.compile(r"[.?!…][’”\"')\]»]*\d{0,3}\Z")
_THREE = re.compile(r"\d{3}(?!\d)")


@dataclass(slots=True)
class _Gap:
    """A line end inside a block: what shows before and after it."""

    before: Line
    after: Line
    left: str  # what shows of the line before, its end
    right: str  # what shows of the line after, its beginning
    left_end: int
    right_start: int
    broken: tuple[str, str] | None  # the halves of a word that a hyphen parts here
    apart: bool  # whether notes stand between the lines


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
    ends = {mark.end for mark in draft.marks("hi")}
    for gap in gaps:
        if gap.apart:
            _move_up(draft, gap, odds[gap.left_end])
        elif gap.broken:
            _join_word(draft, gap, odds[gap.left_end], parted=gap.left_end in ends)
        else:
            cert = "low" if _may_part(gap, pages) else "high"
            between = "" if is_broken(gap.left, gap.right) else _between(gap)
            _close(draft, gap.left_end, gap.right_start, between, cert=cert)


def _gaps(draft: Draft) -> Iterator[_Gap]:
    """The line ends that one block has on both sides, and those in mid word that have notes between them."""
    ends = [(line, *draft.shown_span(line)) for line in draft]
    offsets = sorted({offset for _, start, end in ends for offset in (start, end - 1)})
    home = _innermost(draft, offsets)
    noted = draft.lines_of("note")
    above: tuple[Line, int] | None = None  # the line above and its end,
    last: dict[bool, tuple[Line, int]] = {}  # and of the text's lines and the notes' each the last so far
    for after, right_start, right_end in ends:
        holder = home.get(right_start)
        lane = after.number in noted
        for before in (above, last.get(lane)):
            if before is None or not _go_on(home.get(before[1] - 1), holder, at_once=before is above):
                continue
            left = draft.text[max(before[0].start, before[1] - 60) : before[1]]
            right = draft.text[right_start : right_start + 60]
            broken = _halves(left, right) if left[-1] in _HYPHENS else None
            apart = before is not above
            if broken or not apart:
                yield _Gap(before[0], after, left, right, before[1], right_start, broken, apart)
            break
        above = last[lane] = after, right_end


def _go_on(block: Mark | None, holder: Mark | None, *, at_once: bool) -> bool:
    """Whether a line's block goes on in the line under it, or else under notes or at the foot of the next page."""
    if block is None or holder is None or block.kind not in _HOLDERS:
        return False
    if at_once or block.kind != "note":
        return block is holder
    return holder.kind == "note" and bool(holder.get("continues"))


def _halves(left: str, right: str) -> tuple[str, str] | None:
    """The halves of a word that a hyphen parts, if it does."""
    first, second = _BROKEN.search(left), WORD.match(right)
    return (first[1], second[0]) if first and second else None


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
    if left[-1] not in _TELLING and right[0] not in _TELLING:
        return " "
    if left.endswith(("—", "--", "/")) or right.startswith(("—", "--")):
        return ""
    if left.endswith("–") and not left[-2:-1].isspace():
        return ""
    if right.startswith("–") and right[1:2].isalnum() and left[-1:].isalnum():
        return ""
    if _THOUSANDS.search(left) and _THREE.match(right):
        return ""
    if left.endswith("-") and (left[-2:-1].isalnum() or left[-2:-1] in _CLOSED):
        return ""  # a figure, a capital or a closed mark before a real hyphen: “mill”-owner, Mill[-Owner]
    return " "


def _join_word(draft: Draft, gap: _Gap, odds: float, *, parted: bool) -> None:
    """Close up the halves of a word, without the hyphen if it is likelier to have broken it.

    `parted` says that emphasis ends between hyphen and line end: each then goes by itself.
    """
    cert = "low" if abs(odds) < hyphens.DOUBT else "high"
    soft = gap.left[-1] in "\u00ad¬"
    if odds > 0 or soft:
        cert = "high" if soft else cert
        if parted:
            draft.intervene(gap.left_end - 1, gap.left_end, "", HYPHEN_RULE, cert=cert)
        _close(draft, gap.left_end if parted else gap.left_end - 1, gap.right_start, "", HYPHEN_RULE, cert)
    else:
        _close(draft, gap.left_end, gap.right_start, "", RULE, cert)


def _move_up(draft: Draft, gap: _Gap, odds: float) -> None:
    """Put the rest of a word, with the signs after it, beside the half from which notes part it.

    Left as it is where it is all of a line but not the last, or where a mark begins or ends with it.
    """
    start, hyphen = gap.right_start, gap.left_end - 1
    rest = _WORD_AND_SIGNS.match(draft.text, start, gap.after.ink_end)
    if not rest:
        return
    end = rest.end()
    if end == gap.after.ink_end and all(mark.end != end for mark in draft.marks(*_BLOCKS)):
        return
    marked = (mark for mark in draft.marks(*(set(KINDS) - set(_BLOCKS))) if not mark.is_point)
    if any(start <= mark.start < end or start < mark.end <= end for mark in marked):
        return
    if draft.is_free(hyphen, hyphen + 1) and draft.is_free(start, end):
        cert = "low" if abs(odds) < hyphens.DOUBT else "high"
        kept = "" if odds > 0 or gap.left[-1] in "\u00ad¬" else gap.left[-1]
        draft.intervene(hyphen, hyphen + 1, kept + rest["word"], HYPHEN_RULE, cert=cert)
        draft.intervene(start, end, "", HYPHEN_RULE, cert=cert)


def _close(draft: Draft, start: int, end: int, reading: str, rule: str = RULE, cert: str = "high") -> None:
    """Put `reading` for all that is still blank (or for the hyphen and the blank) between two lines."""
    if draft.intervene(start, end, reading, rule, cert=cert) or draft.is_free(start, end):
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
