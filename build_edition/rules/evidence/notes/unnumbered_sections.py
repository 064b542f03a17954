"""Sections of notes of which OCR read no number at all.

Serves `notes`.  A column of numbers that stands well apart from its notes is often lost as a whole.  What stands
under “Notes” and, in groups, under headings that repeat those of the text, in short paragraphs of which many cite
something, is notes all the same: each begins under a blank line, or below a line that has ended if it fills its
own or cites.  They are counted in each group, with low certainty.

    NOTES                    ->  (a heading)
    The Ford                 ->  (a heading, as in the text)
    Roe, p. 4.               ->  note 1, low
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.measure import Measure, measure_of
from build_edition.rules.evidence.lines.shape import ends_sentence, opens_lower
from build_edition.rules.evidence.notes.apart_starts import OPEN_QUOTE
from build_edition.rules.evidence.notes.foot_pages import CITES
from build_edition.rules.evidence.notes.sections import HEADING
from build_edition.rules.evidence.notes.unannounced import ENTRY
from build_edition.source import Line
from build_edition.transcript import Mark

FEWEST = 6  # notes of a section that are told from prose
CITED, LONGEST = 0.5, 5  # share of the notes that cite something; lines of nearly all of them
MOSTLY = 0.9
FULL = 0.85  # of the measure: a full line


def mark(draft: Draft) -> None:
    """Mark the notes of every such section."""
    heads = [head for head in draft.marks("head") if not head.get("run_in")]
    announcing = [k for k, head in enumerate(heads) if HEADING.fullmatch(draft.text[head.start : head.end])]
    if not announcing:
        return
    taken = draft.lines_of("fw", "figure", "table", "head")
    noted = draft.lines_of("note")
    measure = measure_of(draft.source)
    names = [_names(draft, head) for head in heads]
    named: set[str] = set()
    for before, first, end in zip([0, *announcing], announcing, [*announcing[1:], len(heads)], strict=False):
        named.update(*names[before:first])
        repeating = takewhile(lambda k: named & names[k], range(first + 1, end))
        groups = [
            lines
            for lines in (_below(draft, heads, k, taken) for k in (first, *repeating))
            if lines and not ENTRY.match(lines[0].ink) and all(line.number not in noted for line in lines)
        ]
        begun = [_begun(lines, measure) for lines in groups]
        if _are_notes(groups, begun):
            for lines, places in zip(groups, begun, strict=True):
                for n, (place, after) in enumerate(zip(places, [*places[1:], len(lines)], strict=True), 1):
                    draft.mark_lines("note", lines[place], lines[after - 1], n=str(n), cert="low")


def _below(draft: Draft, heads: Sequence[Mark], k: int, taken: set[int]) -> list[Line]:
    """The lines below a heading, to the next."""
    start = heads[k].end
    end = heads[k + 1].start if k + 1 < len(heads) else len(draft.text)
    span = draft.lines[draft.source.line_number(start) : draft.source.line_number(max(end - 1, start))]
    return [line for line in span if line.number not in taken and draft.has_ink(line)]


def _names(draft: Draft, head: Mark) -> set[str]:
    """What a heading says, in letters alone: all of it, and its title without the label."""
    whole = draft.text[head.start : head.end]
    pieces = (whole, whole.rpartition("\n")[2], whole.rpartition(":")[2])
    return {"".join(c for c in piece.casefold() if c.isalnum()) for piece in pieces}


def _begun(lines: Sequence[Line], measure: Measure) -> list[int]:
    """The lines that begin notes."""
    return [place for place in range(len(lines)) if not place or _begins(lines[place - 1], lines[place], measure)]


def _begins(above: Line, line: Line, measure: Measure) -> bool:
    if opens_lower(line.ink) or not ends_sentence(above.ink):
        return False
    if line.number > above.number + 1 or measure.inset(above) > 1 - FULL:
        return True
    return not OPEN_QUOTE.search(above.ink) and (measure.inset(line) < 1 - FULL or _cites(line))


def _cites(line: Line) -> bool:
    return CITES.search(line.ink) is not None


def _are_notes(groups: Sequence[Sequence[Line]], begun: Sequence[Sequence[int]]) -> bool:
    """Whether the paragraphs of a section are short enough for notes, and enough of them cite."""
    lengths: list[int] = []
    cited = 0
    for lines, places in zip(groups, begun, strict=True):
        for place, after in zip(places, [*places[1:], len(lines)], strict=True):
            lengths.append(after - place)
            cited += any(_cites(line) for line in lines[place:after])
    short = sum(length <= LONGEST for length in lengths)
    return len(lengths) >= FEWEST and short >= MOSTLY * len(lengths) and cited >= CITED * len(lengths)
