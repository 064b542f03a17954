"""Structure: what begins where, by the evaluator itself; and whether paragraphs run over the ends of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from benchmarks.corpora.books import Book, records
from benchmarks.corpora.score import OURS, Score, f1_score, few_words, share_score
from build_edition.evaluate.compare import compare
from build_edition.evaluate.measures import Difference, Found, Measure, Scope, Share
from build_edition.evaluate.printed import Printed
from build_edition.evaluate.projection import NOWHERE
from build_edition.source import Line
from build_edition.transcript import Transcript

STEPS = {
    "headings": "headings", "heading_levels": "heading levels", "paragraphs": "paragraph starts",
    "quotations": "quotations", "list_items": "list items", "page_beginnings": "page beginnings",
    "page_numbers": "page numbers", "note_calls": "note calls, in the source", "notes": "notes, whole",
    "note_numbers": "note numbers",
}  # fmt: skip
FAR, SHORT = 800, 30  # characters: looked at above a page's first text; of a line that may be a head or folio
HOLDING = ("p", "quote", "item", "note", "table", "epigraph")


def structure(book: Book) -> Iterator[Score]:
    """The evaluator's measures of structure, of each transcript."""
    scope = Scope(1, len(book.source.lines))
    for who, transcript in book.transcripts.items():
        measures = compare(transcript, book.truth, scope)
        for name, step in STEPS.items():
            measure = measures.get(name)
            if measure is not None and measure.counted:
                yield _score(step, book.name, who, measure)


def _score(step: str, corpus: str, who: str, measure: Measure) -> Score:
    misses = tuple(_told(difference) for difference in measure.differences[:6])
    if isinstance(measure, Found):
        counts = f"{measure.right} right, {measure.wrong} false, {measure.overlooked} missed"
        return Score(step, corpus, who, f"F1 {measure.f1:.4f}", counts, misses)
    assert isinstance(measure, Share)
    return replace(share_score(step, corpus, who, measure.right, measure.of), misses=misses)


def _told(difference: Difference) -> str:
    what = f"{few_words(difference.expected)} / {few_words(difference.found)}"
    return f"{difference.sort}, line {difference.lines}: {what}"


def page_joins(book: Book) -> Iterator[Score]:
    """Whether what a page ends in goes on over the next."""
    joins = _proofread_joins(book) if book.page_names else _typeset_joins(book)
    transcript = book.transcripts[OURS]
    wrong = [f"page {page}" for page, (place, true) in joins.items() if _runs_over(transcript, place) != true]
    yield share_score("page joins", book.name, OURS, len(joins) - len(wrong), len(joins), wrong)
    right = sum(_sentence_runs_over(book, place) == true for place, true in joins.values())
    yield share_score("page joins", book.name, "joined unless a sentence ends (ours)", right, len(joins))


def _sentence_runs_over(book: Book, place: int) -> bool:
    """A plain rule beside ours: whether the last line above, short lines apart, ends in no stop."""
    above = book.source.text[max(0, place - FAR) : place].split("\n")[:-1]
    long = (line.strip() for line in reversed(above) if len(line.strip()) > SHORT and not line.startswith("\f"))
    return not next(long, "").rstrip("”’\"'").endswith((".", "!", "?"))


def _runs_over(transcript: Transcript, place: int) -> bool:
    """Whether a block that began before a place goes on past it, and none within it begins there."""
    begun = [mark for mark in transcript.of_kind(*HOLDING) if mark.start == place]
    if begun:
        return any(bool(mark.get("continues")) for mark in begun)
    return any(mark.start < place < mark.end for mark in transcript.of_kind(*HOLDING))


def _proofread_joins(book: Book) -> dict[str, tuple[int, bool]]:
    """By page: where its text begins, and whether proofreaders say that it goes on from the page before."""
    (furniture,) = records("furniture_truth.json").values()
    (joins,) = records("dp_page_joins.json").values()
    forme = {page["key"]: set(page["furn"]) for page in furniture}
    found = {}
    pages = dict(zip(book.page_names, book.pages, strict=False))
    for join in joins:
        page, apart = pages.get(join["b"], []), forme.get(join["b"], ())
        text = [line for k, line in enumerate(page) if k not in apart and not line.is_blank]
        if text:
            found[join["b"]] = text[0].ink_start, bool(join["join"])
    return found


def _typeset_joins(book: Book) -> dict[str, tuple[int, bool]]:
    """The same where the truth is laid upon the source: whether both sides of a form feed are one block."""
    printed = Printed(book.truth, book.source)
    ends: list[tuple[int, int, int]] = []
    for page in book.pages:
        # A letter of a running head, or the points that end a page, may be laid upon some other block's.
        told = [(line.ink_start, blocks) for line in page if (blocks := _blocks_of(line, printed))]
        if told:
            ends.append((told[0][0], told[0][1][0], told[-1][1][-1]))
    return {
        str(number): (place, first == before)
        for number, ((_, _, before), (place, first, _)) in enumerate(pairwise(ends), 2)
    }


def _blocks_of(line: Line, printed: Printed) -> list[int]:
    """The blocks upon whose text a line's letters are laid; none where that is not most of the line."""
    letters = [k for k in range(line.start, line.end) if printed.source.text[k].isalnum()]
    places = [at for k in letters if (at := printed.projection.to_stream[k]) != NOWHERE]
    pieces = [piece for piece in map(printed.stream.piece_at, places) if piece.role == "text"]
    return [piece.block for piece in pieces] if 2 * len(pieces) > len(letters) else []


def page_notes(book: Book) -> Iterator[Score]:
    """Note calls and notes by the page and the number, for proofread pages."""
    (links,) = records("dp_note_links.json").values()
    true = [(link["page"], link["n"]) for link in links]
    for who, transcript in book.transcripts.items():
        for step, kind in (("note calls, as printed", "ref"), ("notes by number, as printed", "note")):
            made = [(_page_of(book, mark.start), str(mark.get("n") or "")) for mark in transcript.of_kind(kind)]
            yield f1_score(step, book.name, who, made, true)


def _page_of(book: Book, offset: int) -> str:
    number = book.source.text.count("\f", 0, offset)
    return book.page_names[number] if number < len(book.page_names) else ""
