"""Pages of a text that is not wrapped: the numbers and running heads left between its paragraphs.

Looks for lines that are a page number, alone or with a head, in one rising sequence (`pages.loose_folios`), and
for the heads beside them.  They are marked `fw` and deleted, and a `pb` stands before the text that follows; its
number is that of the folio where this heads its page, as it does with a head or the word “page”, and else the
next, with low certainty, for a bare number stands as often at the foot.  Where no number is left, pages begin
where gaps cut sentences as evenly as only the ends of pages would (`pages.cut_sentences`).  Leaves alone numbers
of sections and years.

    … and was sold for  |  102  |  THE ORM REGISTER  |  nine pounds …   ->  fw, fw; pb n=102 before “nine”
"""

from __future__ import annotations

from collections.abc import Sequence

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import inked_lines, is_body
from build_edition.rules.evidence.pages.cut_sentences import even_cuts
from build_edition.rules.evidence.pages.loose_folios import Folio, folios, heads_beside
from build_edition.source import Line

RULE = "loose-page"


def apply(draft: Draft) -> None:
    """Delete and mark folios and heads, and mark where pages begin."""
    if draft.layout == "book":
        return
    lines = [line for line in draft.ink_lines if draft.has_ink(line)]
    taken = inked_lines(draft, "fw", "milestone", "note", "byline", "dateline")
    chain = folios(lines, {place for place, line in enumerate(lines) if line.number in taken})
    if not chain:
        _mark_cuts(draft, lines)
        return
    body = next((place for place, line in enumerate(lines) if is_body(line.ink)), 0)
    heads = heads_beside(lines, chain, body) - {folio.place for folio in chain}
    heads = {place for place in heads if draft.is_free(lines[place].ink_start, lines[place].ink_end)}
    numbers = {folio.place: folio for folio in chain}
    for place in sorted(heads | set(numbers)):
        _delete(draft, lines[place], numbers.get(place))
    _mark_pages(draft, lines, numbers, heads)


def _mark_cuts(draft: Draft, lines: Sequence[Line]) -> None:
    """Mark the pages of a printed essay that only the sentences show which their ends cut."""
    if draft.layout != "essay":
        return
    for place in even_cuts(lines):
        draft.mark("pb", lines[place].ink_start, lines[place].ink_start, n=None, cert="low")


def _delete(draft: Draft, line: Line, folio: Folio | None) -> None:
    kind = "pageNum" if folio and not folio.head else "header"
    draft.mark_lines("fw", line, line, type=kind, **({"n": str(folio.number)} if folio else {}))
    draft.remove(line.ink_start, line.ink_end, RULE)


def _mark_pages(draft: Draft, lines: Sequence[Line], numbers: dict[int, Folio], heads: set[int]) -> None:
    """Mark the beginning of each page that follows forme work, by the text below it."""
    headed = bool(heads) or any(folio.said or folio.head for folio in numbers.values())
    forme = heads | set(numbers)
    shown: int | None = None
    for place, line in enumerate(lines):
        if place in numbers:
            shown = numbers[place].number
        if place in forme or place - 1 not in forme:
            continue
        n = None if shown is None else str(shown if headed else shown + 1)
        draft.mark("pb", line.ink_start, line.ink_start, n=n, cert="high" if headed and n else "low")
        shown = None
