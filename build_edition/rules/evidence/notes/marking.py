"""Marks for the notes found on a page, with their numbers where they belong.

Serves `foot_notes` and `sections_apart`.  A number that stands on a line apart from its note is moved to it; what
OCR made of a figure is replaced by the number that was counted, with low certainty.
"""

from __future__ import annotations

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.style import Foot, Note

RULE, MARKUP_RULE = "note-number", "note-markup"
_CLOSING = {"“": '”"', '"': '”"', "‘": "’'", "'": "’'"}  # a quotation mark, and what may close it


def mark_notes(draft: Draft, page: Page, foot: Foot, *, place: str | None) -> None:
    """Mark the notes of one page, move numbers to them, and restore those that are misread."""
    for this in foot.moved:
        draft.intervene(this.start, this.end, this.kept, MARKUP_RULE)
        draft.intervene(this.at, this.at, f"{this.number} ", MARKUP_RULE)
    apart = {this.start for this in foot.moved}
    last = next(line for line in reversed((*page.lines, *page.specks)) if line.ink_start not in apart)
    ends = [*(note.remains[0] if note.remains else note.at for note in foot.notes[1:]), last.ink_end]
    for note, end in zip(foot.notes, ends, strict=True):
        if note.remains and draft.intervene(*note.remains, "", RULE, cert="low") and not note.sign:
            draft.intervene(note.at, note.at, f"{note.n} ", RULE, cert="low")
        if not note.sure and _is_stray(note, draft.text[note.at : end]):
            after = note.at + len(note.sign)
            number = note.n if draft.text[after : after + 1].isspace() else note.n + " "
            draft.intervene(note.at, after, number, RULE, cert="low")
        draft.mark("note", note.at, end, n=note.n, place=place, cert=None if note.sure else "low")


def _is_stray(note: Note, text: str) -> bool:
    """Whether what stands for a note's number is no letter, and no quotation mark that another closes."""
    closing = _CLOSING.get(note.sign[-1:])
    if closing is None:
        return bool(note.sign) and not note.sign[-1].isalpha()
    return not any(mark in text[len(note.sign) :] for mark in closing)
