"""Notes at the foot of the pages of a wrapped book whose pages are known, by form feeds or as found.

Serves `notes`.  Which lines of a page are its notes, and their numbers, `foot_starts` finds for all pages
together. A note that has not ended when its page does goes on at the foot of the next, above the notes that begin
there: `rests` finds it, and it is marked as a piece of its own (`continues`, without a number).  What is a note
but has no number that can be read (`unread_feet`) is marked without one, with low certainty.

    the last line of the text of a page
    3 The bill was paid by the       ->  note n=3
    (next page) carters themselves.  ->  note, continues
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.foot_pages import Page, pages_of, tops_of
from build_edition.rules.evidence.notes.foot_starts import feet_of
from build_edition.rules.evidence.notes.rests import rest_of
from build_edition.rules.evidence.notes.style import Foot, Note
from build_edition.rules.evidence.notes.unread_feet import Feet, unread

RULE = "note-number"
FEWEST = 2  # pages, of which one has an end that is known
MANY = 6  # pages: of so many, in a book with notes at their feet, more than one has some
_CLOSING = {"“": '”"', '"': '”"', "‘": "’'", "'": "’'"}  # a quotation mark, and what may close it


def mark(draft: Draft) -> None:
    """Mark the notes at the foot of every page, if the pages of the text are known."""
    if len(tops_of(draft)) < FEWEST:
        return
    pages = list(pages_of(draft))
    feet = feet_of(pages)
    if _are_chance(feet):
        feet = [None] * len(pages)
    known = Feet.of(pages, feet)
    before: Page | None = None  # the page before, if it ends with notes
    for page, foot in zip(pages, feet, strict=True):
        rest = rest_of(page, foot, before) if before else None
        stop = foot.place if foot else len(page.lines)
        loose = unread(page, stop, known) if rest is None else []
        if rest is not None:
            draft.mark_lines("note", page.lines[rest], page.lines[stop - 1], place="foot", continues=True)
        for place, after in pairwise([*loose, stop]):
            draft.mark_lines("note", page.lines[place], page.lines[after - 1], n=None, place="foot", cert="low")
        if foot:
            _mark_foot(draft, page, foot)
        before = page if foot or loose or rest is not None else None


def _are_chance(feet: Sequence[Foot | None]) -> bool:
    """Whether one page of many has notes, and they may as well be a list: several, or one that nothing calls."""
    found = [foot for foot in feet if foot]
    return len(found) == 1 and len(feet) >= MANY and not (found[0].called and len(found[0].notes) == 1)


def _mark_foot(draft: Draft, page: Page, foot: Foot) -> None:
    """Mark the notes of one page, and restore the numbers that are misread."""
    ends = [*(note.at for note in foot.notes[1:]), page.lines[-1].ink_end]
    for note, end in zip(foot.notes, ends, strict=True):
        if not note.sure and _is_stray(note, draft.text[note.at : end]):
            after = note.at + len(note.sign)
            number = note.n if draft.text[after : after + 1].isspace() else note.n + " "
            draft.intervene(note.at, after, number, RULE, cert="low")
        draft.mark("note", note.at, end, n=note.n, place="foot", cert=None if note.sure else "low")


def _is_stray(note: Note, text: str) -> bool:
    """Whether what stands for a note's number is no letter, and no quotation mark that another closes."""
    closing = _CLOSING.get(note.sign[-1:])
    if closing is None:
        return bool(note.sign) and not note.sign[-1].isalpha()
    return not any(mark in text[len(note.sign) :] for mark in closing)
