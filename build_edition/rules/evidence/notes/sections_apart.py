"""Sections of notes whose numbers stand on lines of their own, apart from them.

Serves `notes`.  `pdftotext` without `-layout` gives numbers that hang beside their notes as a column: all those of
a page above its notes, or each on a line above its own; on another page of the same section it may give them
before their notes.  A section begins under a line that announces notes, and ends at a heading over anything else
(a running head below the column of its page may look like one); its groups begin anew under titles.  Page by page
its notes are as many as its numbers, which rise: `apart_starts` finds where they begin.  The head of the
page, or its number, may have come among them.  Sections without such a
column are left to `sections`.

    NOTES                    ->  notes 1 and 2
    1.
    2.

    The bill, p. 4.
    Ibid.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.measure import measure_of
from build_edition.rules.evidence.lines.shape import ends_sentence, inked_lines, letters_of, opens_lower
from build_edition.rules.evidence.notes.apart_starts import Stretch, foot_of
from build_edition.rules.evidence.notes.foot_pages import Page, tops_of
from build_edition.rules.evidence.notes.marking import mark_notes
from build_edition.rules.evidence.notes.sections import HEADING
from build_edition.source import Line

_ALONE = re.compile(r"[\[(]?(?P<n>[1-9]\d{0,2})[\])]?\.?")
_BEFORE = re.compile(r"[\[(]?(?P<n>[1-9]\d{0,2})(?:[\])]\.?|\.{1,2})\s+(?=\S)")
LONGEST, TITLE = 6, 60  # characters of a number with its signs; of a title over a group
LOST = 10  # numbers that may be lacking between two notes
SPECK = 4  # characters that are no note: beside a number, one that is misread
FAR = 60  # lines above a running head among which the last number stands
NEAR = 3  # lines below an announcing one, or a title, among which the first number stands
FORME_RULE = "forme-work"
FEWEST = 2  # numbers on lines of their own


def mark(draft: Draft) -> None:
    """Mark the notes of every such section."""
    alone = {line.number for line in draft.ink_lines if len(line.ink) <= LONGEST and _ALONE.fullmatch(line.ink)}
    if not alone:
        return
    taken = inked_lines(draft, "fw", "figure", "note", "table")
    lines = [line for line in draft.ink_lines if line.number not in taken and draft.has_ink(line)]
    headed = draft.lines_of("head")
    tops = tops_of(draft)
    lines = [
        line
        for place, line in enumerate(lines)
        if line.number not in headed or not (_is_over_column(lines, place, tops) or _is_astray(lines, place, tops))
    ]
    for start, end in _sections(lines, headed):
        column = [place for place in range(start, end) if lines[place].number in alone]
        if not column or (
            len(column) < FEWEST and start not in column and not _is_due(lines, start, column[0], tops)
        ):
            continue
        folios = _strike_forme_work(draft, lines[start:end], tops)
        for group in _groups([line for line in lines[start:end] if line.number not in folios], headed, tops):
            if any(line.number in headed for line in group):
                continue
            last, open_end = 0, False
            for part in _pages(group, tops):
                last = _mark_page(draft, part, last, rest=open_end)
                if not last:
                    break
                text = (line.ink for line in reversed(part) if len(line.ink) > LONGEST)
                open_end = not ends_sentence(next(text, "."))


def _is_due(lines: Sequence[Line], start: int, place: int, tops: Sequence[int]) -> bool:
    """Whether a number apart opens its page, and is the next after the last above it in its section."""
    counted = (n for line in reversed(lines[start:place]) if (n := _number(line.ink)))
    opens = _page_of(lines[place], tops) > _page_of(lines[place - 1], tops)
    return opens and _number(lines[place].ink) == next(counted, 0) + 1


def _sections(lines: Sequence[Line], headed: set[int]) -> Iterator[tuple[int, int]]:
    """Where the sections of notes begin, at their first number, and end."""
    end = 0
    for place, line in enumerate(lines):
        if place < end or len(line.ink) > TITLE or HEADING.fullmatch(line.ink.strip("#*_ :.")) is None:
            continue
        start = _first_entry(lines, place + 1)
        if start is None:
            continue
        end = next(
            (
                k
                for k in range(start, len(lines))
                if lines[k].number in headed and not _number(lines[k].ink) and not _goes_on(lines, k + 1, start)
            ),
            len(lines),
        )
        yield start, end


def _goes_on(lines: Sequence[Line], place: int, start: int) -> bool:
    """Whether an entry stands near below, in brackets where the first of the section is: else it may be a call."""
    first = _first_entry(lines, place)
    return first is not None and (lines[first].ink[0] in "[(") == (lines[start].ink[0] in "[(")


def _strike_forme_work(draft: Draft, lines: Sequence[Line], tops: Sequence[int]) -> set[int]:
    """Mark the page's own number in a column of others, and the running head below it; returns their lines."""
    shown = {bisect_right(tops, pb.start): str(pb.get("n")) for pb in draft.marks("pb")}
    heads = {letters_of(draft.text[fw.start : fw.end]) for fw in draft.marks("fw") if fw.get("type") == "header"}
    found: set[int] = set()
    for page in _pages(lines, tops):
        alone = {_number(line.ink): line for line in page if len(line.ink) <= LONGEST}
        n = shown.get(_page_of(page[0], tops), "")
        folio = alone.get(int(n)) if n.isdecimal() else None
        if folio and folio.ink == n and len(alone) > 1 and not {int(n) - 1, int(n) + 1} & alone.keys():
            _strike(draft, folio, type="pageNum", n=n)
            found.add(folio.number)
        for above, line in pairwise(page):
            if above in alone.values() and len(line.ink) > LONGEST and letters_of(line.ink) in heads:
                _strike(draft, line, type="header")
                found.add(line.number)
    return found


def _strike(draft: Draft, line: Line, **attrs: str) -> None:
    draft.mark_lines("fw", line, line, **attrs)
    draft.remove(line.ink_start, line.ink_end, FORME_RULE)


def _is_over_column(lines: Sequence[Line], place: int, tops: Sequence[int]) -> bool:
    """Whether what looks like a heading stands over notes whose numbers, and nothing else, it has above it."""
    if _number(lines[place].ink) or _first_entry(lines, place + 1) is not None:
        return False
    first = place
    while first and len(lines[first - 1].ink) <= LONGEST and _number(lines[first - 1].ink):
        first -= 1
    if place - first < FEWEST or any(
        _number(b.ink) != _number(a.ink) + 1 for a, b in pairwise(lines[first:place])
    ):
        return False
    opens = first == 0 or _page_of(lines[first], tops) > _page_of(lines[first - 1], tops)
    return opens and _page_of(lines[first], tops) == _page_of(lines[place], tops)


def _is_astray(lines: Sequence[Line], place: int, tops: Sequence[int]) -> bool:
    """Whether the numbers go on below what looks like a heading: a running head, or one behind its first notes.

    The first opens a page; above the other the page opens with a 1.
    """
    first = _first_entry(lines, place + 1)
    due = _number(lines[first].ink) if first is not None else 0
    if due < 2 or not place:
        return False
    page = _page_of(lines[place], tops)
    above = list(
        takewhile(lambda line: _page_of(line, tops) == page, reversed(lines[max(place - FAR, 0) : place]))
    )
    if above and not _opens(above[-1]):
        return False
    counted = (n for line in reversed(lines[max(place - FAR, 0) : place]) if (n := _number(line.ink)))
    return next(counted, 0) == due - 1


def _opens(line: Line) -> bool:
    """Whether a line is the number of a first note, apart from it."""
    return len(line.ink) <= LONGEST and _number(line.ink) == 1


def _first_entry(lines: Sequence[Line], place: int) -> int | None:
    """Where the first entry stands near below; what stands over a 2 may be a misread 1."""
    near = range(place, min(place + NEAR, len(lines)))
    first = next((k for k in near if _number(lines[k].ink)), None)
    if first is not None and first > place and _number(lines[first].ink) == 2:
        return first if len(lines[first - 1].ink) >= SPECK else None
    return first


def _number(ink: str) -> int:
    """The number that a line is, or begins with as an entry; 0 if none."""
    match = _ALONE.fullmatch(ink) if len(ink) <= LONGEST else _BEFORE.match(ink)
    return int(match["n"]) if match else 0


def _groups(lines: Sequence[Line], headed: set[int], tops: Sequence[int]) -> Iterator[Sequence[Line]]:
    """The groups of a section, without the titles over them: each begins with a 1 under a title, or on top."""
    start = 0
    for place in range(1, len(lines)):
        if _number(lines[place].ink) != 1:
            continue
        title = place
        while title > start and lines[title - 1].number in headed:
            title -= 1
        if title == place and _is_title(lines[place - 1].ink):
            title -= 1
        opens = _opens(lines[place]) and _page_of(lines[place], tops) > _page_of(lines[place - 1], tops)
        if title < place or opens:
            yield lines[start:title]
            start = place
    yield lines[start:]


def _is_title(ink: str) -> bool:
    """Whether a line may be a title over a group."""
    return len(ink) <= TITLE and not (_number(ink) or ends_sentence(ink) or opens_lower(ink)) and ink[-1].isalnum()


def _pages(lines: Sequence[Line], tops: Sequence[int]) -> Iterator[Sequence[Line]]:
    """The lines of each page."""
    cuts = [k for k in range(1, len(lines)) if _page_of(lines[k], tops) > _page_of(lines[k - 1], tops)]
    yield from (lines[start:end] for start, end in pairwise([0, *cuts, len(lines)]))


def _page_of(line: Line, tops: Sequence[int]) -> int:
    return bisect_right(tops, line.ink_start)


def _mark_page(draft: Draft, lines: Sequence[Line], last: int, *, rest: bool) -> int:
    """Mark the notes of a group that stand on one page, after note `last`; the last of them, or 0 if none are.

    They may begin with the `rest` of that one.
    """
    measure = measure_of(draft.source)
    page = Page(draft.text, draft.lines, tuple(lines), measure, None, draft.source.geometry)
    these = _stretch(page, last)
    foot = foot_of(page, these, rest=rest) if these else None
    if these is None or foot is None:
        return 0
    end = max([*these.own, *these.bodies]) + 1
    held = Page(draft.text, draft.lines, tuple(lines[:end]), measure, None, draft.source.geometry)
    if foot.rest is not None:
        over = [place for place in these.bodies if foot.rest <= place < foot.notes[0].place]
        draft.mark_lines("note", lines[over[0]], lines[over[-1]], continues=True)
    mark_notes(draft, held, foot, place=None)
    return int(foot.notes[-1].n)


def _stretch(page: Page, last: int) -> Stretch | None:
    """The lines of a page that are notes and their numbers, which rise from the last one before."""
    own = _own_numbers(page, last)
    numbers = set(own)
    titles: dict[int, str] = {}
    bodies: list[int] = []
    due = last + 1
    order: list[int] = [_number(page.lines[place].ink) for place in own]
    for place, line in enumerate(page.lines):
        if place in numbers:
            continue
        inline = _number(line.ink)
        if _is_past(page, place, own, len(bodies), len(order)) and not inline:
            break
        if len(line.ink) < SPECK and {place - 1, place + 1} & numbers and not page.is_done(place):
            return None
        bodies.append(place)
        if place - 1 in numbers and place - 2 not in numbers:
            titles[place] = str(_number(page.lines[place - 1].ink))
        elif due <= inline <= due + LOST and inline not in order:
            titles[place] = str(inline)
            order.append(inline)
            due = inline + 1
    order.sort()
    found = order and bodies and _is_rising(last, order)
    return Stretch(own, bodies, titles, list(map(str, order))) if found else None


def _own_numbers(page: Page, last: int) -> list[int]:
    """The lines that are numbers, without those that a sentence breaks off before, unless the count wants them."""
    own = [place for place, line in enumerate(page.lines) if len(line.ink) <= LONGEST and _number(line.ink)]
    if _is_rising(last, sorted(_number(page.lines[place].ink) for place in own)):
        return own
    numbers = set(own)
    return [k for k in own if not k or k - 1 in numbers or page.gap(k) or page.is_done(k - 1)]


def _is_rising(last: int, numbers: Sequence[int]) -> bool:
    return all(a < b <= a + LOST for a, b in pairwise([last, *numbers]))


def _is_past(page: Page, place: int, own: Sequence[int], lines: int, notes: int) -> bool:
    """Whether a line under a blank one stands below all notes: there are no more numbers than lines above it."""
    below = not own or place - 1 > own[-1]
    return below and lines >= max(notes, 1) and page.gap(place) > 0
