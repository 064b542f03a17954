"""What in a text no record of words can change across, the ends of blocks and note calls, in plain words."""

from __future__ import annotations

from build_edition.assemble import BLOCKS
from build_edition.corrections.quoting import Quoted
from build_edition.edition.spans.nesting import Edges, described
from build_edition.transcript import Mark, Transcript

_NAMES = {
    "p": "paragraph", "head": "heading", "quote": "quotation", "item": "entry of a list", "row": "row of a table",
    "cell": "cell of a table", "ref": "note call", "milestone": "break", "floatingText": "sidebar",
    "argument": "summary",
}  # fmt: skip
_STRUCTURE = (
    "Want one change on each side. To make one of two blocks, or two of one, say what they are under `structure` "
    "in the record of the work."
)


_NO_TEXT = "That it is no text of the work is no matter of words: see `structure` in the record of the work."
Refusal = tuple[str, str]  # what stands in the way, and what to do instead


class Obstacles:
    """The marks of a transcript that a change of words may not reach across."""

    def __init__(self, transcript: Transcript) -> None:
        self.source, self.reading = transcript.source, transcript.reading
        self.blocks = Edges(mark for mark in transcript.marks if mark.kind in BLOCKS)
        self.ends = {mark.end for mark in transcript.marks if mark.kind in BLOCKS}
        self.calls = Edges(transcript.of_kind("ref"))

    def block(self, changed: Quoted | None, words: str) -> Refusal | None:
        """Why reading `words` in place of these would change what the blocks are, and what to do instead."""
        if changed is None:
            return None
        crossed = [mark for _, mark in self.blocks.crossing(changed.start, changed.end)]
        if crossed:
            return f"reaches across the beginning or end of the {self._named(crossed[0])}", _STRUCTURE
        if self.source.text[changed.start : changed.end].isspace() and changed.start in self.ends:
            return "changes nothing but the white space between two blocks, which no reader sees", _STRUCTURE
        emptied = [] if words.strip() else self.blocks.within(changed.start, changed.end)
        if emptied:
            return f"takes away the whole {self._named(emptied[0])}", _NO_TEXT
        return None

    def call(self, changed: Quoted | None) -> Refusal | None:
        """Why no change can reach over these words, where a note call stands among them."""
        calls = self.calls.within(changed.start, changed.end) if changed else []
        if not changed or not calls or (calls[0].start, calls[0].end) == (changed.start, changed.end):
            return None
        return f"reaches across the {self._named(calls[0])}", "Want one change on each side of the call."

    def _named(self, mark: Mark) -> str:
        said = described(mark, self.source)
        return said.replace(mark.kind, _NAMES.get(mark.kind, mark.kind), 1)
