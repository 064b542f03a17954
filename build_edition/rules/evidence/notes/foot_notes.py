"""Notes at the foot of the pages of a wrapped book whose pages are known, by form feeds or as found.

Serves `notes`.  Which lines of a page are its notes, and their numbers, `foot_starts` finds for all pages
together. A note that has not ended when its page does goes on at the foot of the next, above the notes that begin
there: `rests` finds it, and it is marked as a piece of its own (`continues`, without a number).  What is a note
but has no number that can be read (`unread_feet`) is marked without one, with low certainty; none is sought where
all notes are known to be citations (`cited_feet`).  Where the numbers of notes in sections are well read, and none
at a foot is, what stands there are displays.

    the last line of the text of a page
    3 The bill was paid by the       ->  note n=3
    (next page) carters themselves.  ->  note, continues
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.cited_feet import cited_feet
from build_edition.rules.evidence.notes.foot_numbers import counted
from build_edition.rules.evidence.notes.foot_pages import Page, pages_of, tops_of
from build_edition.rules.evidence.notes.foot_starts import feet_of
from build_edition.rules.evidence.notes.marking import RULE, mark_notes
from build_edition.rules.evidence.notes.numbers_apart import apart_feet
from build_edition.rules.evidence.notes.rests import rest_of
from build_edition.rules.evidence.notes.scanned_feet import scanned_feet
from build_edition.rules.evidence.notes.scanned_parts import is_remains, is_signed
from build_edition.rules.evidence.notes.signed_feet import signed_feet
from build_edition.rules.evidence.notes.signs import SIGNS
from build_edition.rules.evidence.notes.style import FULL, Foot
from build_edition.rules.evidence.notes.unread_feet import Feet, unread

FEWEST = 2  # pages, of which one has an end that is known
MOSTLY = 0.8  # of the notes of sections, whose numbers are well read
MANY = 6  # pages: of so many, in a book with notes at their feet, more than one has some


def mark(draft: Draft) -> None:
    """Mark the notes at the foot of every page, if the pages of the text are known."""
    if len(tops_of(draft)) < FEWEST:
        return
    pages = list(pages_of(draft))
    feet, whole = _found(draft, pages)
    if _are_chance(feet):
        feet = [None] * len(pages)
    sure = any(note.sure for foot in feet if foot for note in foot.notes)
    if not sure and _stand_in_sections(draft):
        return
    known = Feet.of(pages, feet)
    before: Page | None = None  # the page before, if it ends with notes
    for page, foot in zip(pages, feet, strict=True):
        stop = foot.notes[0].place if foot and foot.notes else len(page.lines)
        rest = foot.rest if foot else None
        if rest is None and before:
            rest = rest_of(page, foot, before)
        loose = unread(page, stop, known) if rest is None and not whole else []
        if loose and before and _runs_over(before) and not is_signed(page.lines[loose[0]].ink):
            rest, *loose = loose
        if rest is not None:
            end = loose[0] if loose else stop
            draft.mark_lines("note", page.lines[rest], page.lines[end - 1], place="foot", continues=True)
        if loose and is_remains(page, loose[0] - 1):  # of a number that is not known
            above = page.lines[loose[0] - 1]
            draft.intervene(above.ink_start, above.ink_end, "", RULE, cert="low")
        for place, after in pairwise([*loose, stop]):
            draft.mark_lines("note", page.lines[place], page.lines[after - 1], n=None, place="foot", cert="low")
        if foot and foot.notes:
            mark_notes(draft, page, foot, place="foot")
        before = page if foot or loose or rest is not None else None


def _runs_over(page: Page) -> bool:
    """Whether the last note of a page fills its last line and has not ended."""
    last = len(page.lines) - 1
    return not page.is_done(last) and page.width(last) > FULL


def _found(draft: Draft, pages: Sequence[Page]) -> tuple[list[Foot | None], bool]:
    """The notes of every page, whether their numbers stand before them or apart; and whether these are all."""
    feet, whole = _together(draft, pages)
    return [_better(*two) for two in zip(apart_feet(pages), feet, strict=True)], whole


def _better(apart: Foot | None, foot: Foot | None) -> Foot | None:
    """Of two findings on a page the one with more notes; of equals that of numbers that stand apart."""
    if apart is None or foot is None:
        return apart or foot
    return foot if len(foot.notes) > len(apart.notes) and not apart.moved else apart


def _together(draft: Draft, pages: Sequence[Page]) -> tuple[list[Foot | None], bool]:
    """The notes of every page, be they read, marked by signs or misread by OCR; and whether these are all."""
    signed = signed_feet(draft, pages)
    feet, style = feet_of(pages)
    if signed and not (style and style.dirty and _pages(feet) > _pages(signed)):
        lettered = any(note.n.isalnum() for foot in signed if foot for note in foot.notes)
        scanned = [] if lettered else scanned_feet(pages, feet)
        if not _are_misread(scanned):
            return signed, False
    elif style is None or style.dirty:
        scanned = scanned_feet(pages, feet)
    else:
        return feet, False
    cited = cited_feet(pages, scanned)
    whole, anew = cited is not None, style.anew if style else None
    return counted(draft, pages, cited or scanned, feet, anew, whole=whole), whole


def _stand_in_sections(draft: Draft) -> bool:
    """Whether the text has notes in sections, of numbers well read: then those at its feet would be so too."""
    behind = [note for note in draft.marks("note") if note.get("n") and note.get("place") != "foot"]
    return sum(note.cert != "low" for note in behind) >= max(FEWEST, MOSTLY * len(behind))


def _pages(feet: Sequence[Foot | None]) -> int:
    return sum(foot is not None for foot in feet)


def _are_misread(feet: Sequence[Foot | None]) -> bool:
    """Whether many notes begin with marks that are no printer's signs: then those are misread too."""
    marks = [note.sign for foot in feet if foot for note in foot.notes if note.sign]
    return 2 * sum(mark.strip(SIGNS) != "" for mark in marks) > len(marks)


def _are_chance(feet: Sequence[Foot | None]) -> bool:
    """Whether one page of many has notes, and they may as well be a list: several, or one that nothing calls."""
    found = [foot for foot in feet if foot]
    return len(found) == 1 and len(feet) >= MANY and not (found[0].called and len(found[0].notes) == 1)
