"""Page beginnings: where each printed page of the source begins, and what number it bore.

Looks for: form feeds; page numbers and running heads left at every page or so, which part the pages (`pages`);
where few of them survive, those, which open or close a page (whichever side of them more blank lines stand
on); lines that begin with one space in a text whose lines else begin with none, if they come as often as pages
do; runs of three blank lines and more in a text that shows pages in one of the other ways. The numbers are
solved for all pages together (`pages.scan_numbers`, `pages.numbers`). Each gets a point `pb` before its first
inked character, with `n` (None where it cannot be known) and `cert`.
Leaves alone: leading spaces too near to the one before for a page to lie between.

    the last words of a page that runs on into
     the next, which one space before its first word shows    → pb before "the next"
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.measure import Measure, measure_of, note_at_end
from build_edition.rules.evidence.lines.title_words import division_level, is_customary, is_front_matter
from build_edition.rules.evidence.pages.fed import Page
from build_edition.rules.evidence.pages.limits import are_assumed, are_fed, pages_of
from build_edition.rules.evidence.pages.numbers import Number, Opening, numbered
from build_edition.rules.evidence.pages.scan_numbers import numbered_in_scan
from build_edition.rules.evidence.pages.shown_numbers import leaves_of, may_follow_lost
from build_edition.source import Line

_MANY_BLANKS = 3
_GLUED = re.compile(r"\d(?:(?<=[^\W\d_]\d)|(?<=[’”).,;:!?…]\d))\d{0,2}(?!\d)")
_NO_PAGE = 0.5  # of a usual page: less than this between two leading spaces, in mid-prose, is no page


@dataclass(frozen=True, slots=True)
class _Head:
    """A line of forme work that parts two pages."""

    line: Line
    number: int | None
    opens: bool


def apply(draft: Draft) -> None:
    """Mark every page beginning."""
    live = list(draft)
    if not live or draft.layout == "web" or draft.marks("pb"):  # a web page has no pages but those it tells of
        return
    pages = pages_of(draft)
    for line, (number, cert) in _by_pages(draft, pages) if pages else _by_signs(draft, live):
        start = _start(line)
        draft.mark("pb", start, start, n=number, cert=cert)


def _start(line: Line) -> int:
    """The first inked character of the page that begins on this line: after a form feed in mid-line, if any."""
    after = line.text.rpartition("\f")[2]
    return line.end - len(after.lstrip()) if after.strip() else line.ink_start


# pages whose limits are known


def _by_pages(draft: Draft, pages: Sequence[Page]) -> Iterator[tuple[Line, Number]]:
    """The first live line of each page, with its number: doubtful where it may be that of the page before."""
    fed, assumed = are_fed(draft), are_assumed(draft)
    leaves = leaves_of(draft, pages, fed=fed)
    for leaf, number in zip(leaves, numbered_in_scan(leaves, whole=fed), strict=True):
        if leaf.first is not None:
            yield leaf.first, (number[0], "low") if assumed else number


# pages that only signs in the text part


def _by_signs(draft: Draft, live: list[Line]) -> Iterator[tuple[Line, Number]]:
    """The first line of each page that signs in the text show, with its number."""
    openings = _openings_by_signs(draft, live)
    for opening, number in zip(openings, numbered(openings), strict=True):
        yield opening.line, number


def _openings_by_signs(draft: Draft, live: list[Line]) -> list[Opening]:
    """Page openings by leading spaces, surviving heads and runs of blank lines."""
    heads = _heads(draft)
    spaced = _leading_spaces(live)
    if not spaced and not heads:
        return []
    first_lines = {line.number: line for line in spaced}
    numbers = [line.number for line in live]
    below_heads = {bisect_right(numbers, head.line.number) for head in heads}
    for place, (before, line) in enumerate(pairwise(live), 1):
        if place in below_heads or line.number - before.number > _MANY_BLANKS:
            first_lines.setdefault(line.number, line)
    kept = _long_enough(draft, live, first_lines.values())
    if not kept:
        return []
    return _with_numbers(draft, live, kept, heads)


def _heads(draft: Draft) -> list[_Head]:
    """The surviving heads, and for each whether it opens the page that it numbers or closes it."""
    heads = []
    lines = draft.lines
    for mark in draft.marks("fw"):
        line = draft.source.line_at(mark.start)
        before = after = 0
        while line.number - 2 - before >= 0 and lines[line.number - 2 - before].is_blank:
            before += 1
        while line.number + after < len(lines) and lines[line.number + after].is_blank:
            after += 1
        n = mark.get("n")
        heads.append((line, int(str(n)) if n and str(n).isdecimal() else None, after - before))
    # One book sets all its heads alike, so they are judged together.
    opens = sum(difference for _, _, difference in heads) <= 0
    return [_Head(line, number, opens) for line, number, _ in heads]


def _leading_spaces(live: list[Line]) -> list[Line]:
    """The lines with one leading space, if they are few and come as often as pages."""
    spaced = [index for index, line in enumerate(live) if line.indent == 1]
    if len(spaced) < 2 or len(spaced) > 0.08 * len(live):
        return []
    if sum(line.indent > 1 for line in live) > 0.02 * len(live):
        return []  # a text that keeps its indents: one space is only a small indent
    steps = [after - before for before, after in pairwise(spaced)]
    return [live[index] for index in spaced] if 15 <= median(steps) <= 90 else []


def _long_enough(draft: Draft, live: list[Line], first_lines: Iterable[Line]) -> list[Line]:
    """The openings, without leading spaces that follow another too soon and stand in mid-prose."""
    index_of = {line.number: index for index, line in enumerate(live)}
    indices = sorted(index_of[line.number] for line in first_lines)
    steps = [after - before for before, after in pairwise(indices)]
    usual = median(steps) if steps else 0
    measure = measure_of(draft.source)
    kept: list[int] = []
    for index in indices:
        line, start = live[index], kept[-1] if kept else 0
        # Only a leading space is doubtful, and only where prose runs on over it, as it would not at the
        # end of a short page (a part title, a figure).
        doubtful = line.indent == 1 and index and line.number - live[index - 1].number == 1
        if not doubtful or index - start >= _NO_PAGE * usual or not _runs_on(live[index - 1], line, measure):
            kept.append(index)
    return [live[index] for index in kept]


def _runs_on(before: Line, line: Line, measure: Measure) -> bool:
    """Whether prose seems to run on from `before` to `line`."""
    if may_follow_lost(line) or note_at_end(before.ink):
        return False
    return measure.is_filled(before) or not before.ink.endswith((".", "!", "?"))


def _true_divisions(first_lines: Sequence[Line], shown: Mapping[int, int]) -> set[int]:
    """Which pages pages may be lost before: those that begin a numbered division.

    A customary title (Introduction, Conclusion) is as often that of a chapter's section. It counts before
    the first numbered division and after the last, and where the page numbers leap between two known ones
    though no numbered division lies between them.
    """
    numbered = [i for i, line in enumerate(first_lines) if division_level(line.ink) is not None]
    known = [-1, *sorted(shown), len(first_lines)]
    found = set(numbered)
    for i, line in enumerate(first_lines):
        if i in found or not is_customary(line.ink):
            continue
        after = bisect_left(known, i)
        segment = range(known[after - 1] + 1, min(known[after] + 1, len(first_lines)))
        inside = numbered and numbered[0] < i < numbered[-1]
        if not inside or not any(k in segment for k in numbered):
            found.add(i)
    return found


def _notes_before(draft: Draft, first_lines: Sequence[Line], divisions: set[int]) -> dict[int, int]:
    """How many notes are called between each division and the one before, counting 1, 2, 3 … as they come."""
    notes: dict[int, int] = {}
    start = 0
    for i in sorted(divisions):
        end = first_lines[i].start
        count = 0
        for match in _GLUED.finditer(draft.text, start, end):
            count += int(match.group()) == count + 1
        notes[i], start = count, end
    return notes


def _with_numbers(draft: Draft, live: list[Line], first_lines: list[Line], heads: list[_Head]) -> list[Opening]:
    """Give each opening the number of the head that belongs to its page."""
    numbers = [line.number for line in first_lines]
    index_of = {line.number: index for index, line in enumerate(live)}
    starts = [index_of[line.number] for line in first_lines]
    lengths = [after - start for start, after in zip(starts, [*starts[1:], len(live)], strict=True)]
    shown: dict[int, int] = {}
    for head in heads:
        if head.number is None:
            continue
        page = bisect_right(numbers, head.line.number) - (not head.opens)
        if 0 <= page < len(first_lines):
            shown.setdefault(page, head.number)
    divisions = _true_divisions(first_lines, shown)
    notes = _notes_before(draft, first_lines, divisions)
    return [
        Opening(line, shown.get(i), i in divisions, lengths[i], notes.get(i, 0), is_front_matter(line.ink))
        for i, line in enumerate(first_lines)
    ]
