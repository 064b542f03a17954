"""The title and the byline, judged apart from the text: an edition may take them from its record of the work."""

from __future__ import annotations

from itertools import takewhile

from rapidfuzz import fuzz

from build_edition.evaluate.marked import Marked
from build_edition.evaluate.measures import Measure, Scope
from build_edition.evaluate.printed import Printed
from build_edition.evaluate.text_errors import text_errors
from build_edition.evaluate.truth import TITLE, Block
from build_edition.source import Source

ALIKE = 85  # per cent of likeness from which words are those of the title, misread here and there
LEAST = 0.5  # of a line that is title or byline, for the rest (a year, “by”) to be judged with it


class Title:
    """What of a truth is its title and byline, and where the source has it, above its text in whatever order.

    `text` is all of it; `spans` are those parts of the source, and `found` the words that should stand there.
    """

    def __init__(self, want: Printed) -> None:
        self.spans: list[tuple[int, int]] = []
        self.found: list[str] = []
        blocks = list(takewhile(lambda block: block.role == TITLE, want.truth.blocks))
        starts = want.stream.extents
        after = min((start for index, (start, _) in starts.items() if index >= len(blocks)), default=0)
        self.text = want.stream.reading_text(0, after) if blocks else ""
        above = want.projection.forward(after, len(want.stream.text)) or 0
        for start, end, block in sorted(_places(want.source, above, blocks), key=lambda place: place[0]):
            if not self.spans or start >= self.spans[-1][1]:
                self.spans.append((start, end))
                self.found.append(block.text)

    def measures(self, have: Marked, scope: Scope) -> dict[str, Measure]:
        """The errors of its words, where it is on a line judged and the source has it."""
        if not self.spans or have.source.line_number(self.spans[0][0]) not in scope:
            return {}
        shown = "\n".join(have.between(start, end) for start, end in self.spans)
        first = have.source.line_number(self.spans[0][0])
        words, _ = text_errors(shown, "\n".join(self.found), lambda _: first)
        return {"title_and_byline": words}


def _places(source: Source, above: int, blocks: list[Block]) -> list[tuple[int, int, Block]]:
    """Where before `above` the words of these blocks stand, and the lines that they fill."""
    region, places = source.text[:above].lower(), []
    for block in blocks:
        text = block.text.lower()
        hit = fuzz.partial_ratio_alignment(text, region, score_cutoff=ALIKE) if len(region) >= len(text) else None
        if hit is None or hit.dest_end == hit.dest_start:
            continue
        first = source.lines[source.line_number(hit.dest_start) - 1]
        last = source.lines[source.line_number(hit.dest_end - 1) - 1]
        filled = hit.dest_end - hit.dest_start >= LEAST * (last.ink_end - first.ink_start)
        span = (first.ink_start, last.ink_end) if filled else (hit.dest_start, hit.dest_end)
        places.append((*span, block))
    return places
