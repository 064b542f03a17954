"""Pages that a text tells of itself: numbers set where they begin, or left with running heads between paragraphs.

Looks first for numbers that say of themselves, in any text, that a page begins (`pages.told_pages`). Where there
are none, and the text is not wrapped, for lines that are a page number, alone or with a head, in one rising
sequence (`pages.loose_folios`), for the heads beside them, and for the lines drawn at the end of each page that
`thematic_breaks` has marked.  They are marked `fw` and deleted, and a `pb` stands before the text that follows;
its number is that of the folio where this heads its page, as it does with a head or the word “page”, and else the
next, with low certainty, for a bare number stands as often at the foot.  Where nothing of the kind is left, pages
begin where gaps cut sentences as evenly as only the ends of pages would (`pages.cut_sentences`).  Leaves alone
numbers of sections and years.

    … and was sold for  |  102  |  THE ORM REGISTER  |  nine pounds …   ->  fw, fw; pb n=102 before “nine”
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import inked_lines, is_body
from build_edition.rules.evidence.pages.cut_sentences import even_cuts
from build_edition.rules.evidence.pages.loose_folios import Folio, folios, heads_beside
from build_edition.rules.evidence.pages.told_pages import Told, told_pages
from build_edition.source import Line

RULE = "loose-page"


def apply(draft: Draft) -> None:
    """Delete and mark folios and heads, and mark where pages begin."""
    told = [this for this in told_pages(draft.text, draft.ink_lines) if draft.is_free(this.start, this.end)]
    if told:
        _mark_told(draft, told)
    if told or draft.layout == "book":
        return
    lines = [line for line in draft.ink_lines if draft.has_ink(line)]
    taken = inked_lines(draft, "milestone", "note", "byline", "dateline")
    taken_places = {place for place, line in enumerate(lines) if line.number in taken}
    drawn = inked_lines(draft, "fw")
    ends = {place for place, line in enumerate(lines) if line.number in drawn}
    chain = folios(lines, taken_places | ends)
    if not (chain or ends):
        _mark_cuts(draft, lines)
        return
    body = next((place for place, line in enumerate(lines) if is_body(line.ink)), 0)
    heads = heads_beside(lines, chain, body) - {folio.place for folio in chain}
    heads = {place for place in heads if draft.is_free(lines[place].ink_start, lines[place].ink_end)}
    numbers = {folio.place: folio for folio in chain}
    for place in ends:
        draft.remove(lines[place].ink_start, lines[place].ink_end, RULE)
    for place in sorted(heads | set(numbers)):
        folio = numbers.get(place)
        _delete(draft, lines[place], "pageNum" if folio and not folio.head else "header", folio)
    _mark_pages(draft, lines, numbers, heads, ends)


def _mark_told(draft: Draft, told: Sequence[Told]) -> None:
    """Delete the numbers, each with a space beside it, and mark the pages before what stands below them."""
    text = draft.text
    for this in told:
        start, end = draft.source.drawn_in(this.start, this.end)
        line = draft.source.line_at(start)
        if (line.ink_start, line.ink_end) == (start, end):  # else its line is one of the text
            draft.mark("fw", start, end, type="pageNum", n=this.n)
        # A line's end between its parts is left to line joins.
        for inked in re.finditer(r"\S[^\n]*", text[start:end]):
            draft.intervene(start + inked.start(), start + inked.end(), "", RULE)
        after = end
        while after < len(text) and text[after].isspace():
            after += 1
        if end < after and "\n" not in text[end:after] and (not start or text[start - 1].isspace()):
            draft.intervene(end, after, "", RULE)
        if after < len(text):
            draft.mark("pb", after, after, n=this.n, cert="high" if this.in_step else "low")


def _mark_cuts(draft: Draft, lines: Sequence[Line]) -> None:
    """Mark the pages of a printed essay that only the sentences show which their ends cut."""
    if draft.layout != "essay":
        return
    for place in even_cuts(lines):
        draft.mark("pb", lines[place].ink_start, lines[place].ink_start, n=None, cert="low")


def _delete(draft: Draft, line: Line, kind: str, folio: Folio | None) -> None:
    draft.mark_lines("fw", line, line, type=kind, **({"n": str(folio.number)} if folio else {}))
    draft.remove(line.ink_start, line.ink_end, RULE)


def _mark_pages(
    draft: Draft, lines: Sequence[Line], numbers: dict[int, Folio], heads: set[int], ends: set[int]
) -> None:
    """Mark the beginning of each page that follows forme work, by the text below it."""
    headed = bool(heads) or any(folio.said or folio.head for folio in numbers.values())
    forme = heads | set(numbers) | ends
    shown: int | None = None
    for place, line in enumerate(lines):
        if place in numbers:
            shown = numbers[place].number
        if place in forme or place - 1 not in forme:
            continue
        n = None if shown is None else str(shown if headed else shown + 1)
        draft.mark("pb", line.ink_start, line.ink_start, n=n, cert="high" if headed and n else "low")
        shown = None
