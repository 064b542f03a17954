"""What the truth says of a source, in the terms of a comparison: lines, and what begins or ends on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise, takewhile

from build_edition.evaluate.measures import Scope
from build_edition.evaluate.naming import block_name
from build_edition.evaluate.projection import ALIKE, NOWHERE, Projection
from build_edition.evaluate.stream import Stream
from build_edition.evaluate.truth import KINDS, UNDECIDED, Block, Truth
from build_edition.source import Source

ADJACENT = 4  # characters from a call to the one before it, at the most, tags apart
WITHIN = 3000  # characters: what may stand between the halves of a word that two pages share, or below the last
TAIL = 4  # last characters of a word by which its rest is known on the next page
STRAYS, FAR = 100, 200  # characters: so few, so far away, are no part of what is printed
BY_CHANCE = 0.2  # of a block's ink: so little of it may be found where none of it stands
HYPHENS = "-‐¬\u00ad"
APART = 6000  # characters from one half of a cut word to the other: a page's notes and a head stand between
_TAG = re.compile(r"<[^<>]{1,300}>")
NEUTRAL = frozenset({"row", "table", "figure", "note", "byline", "epigraph", "milestone"})


class Printed:
    """The truth laid upon a source."""

    def __init__(self, truth: Truth, source: Source) -> None:
        self.truth, self.source = truth, source
        self.stream = Stream.of(truth)
        self.projection = Projection.of(self.stream, source)

    def _extent(self, index: int) -> tuple[int, int] | None:
        """The first and last offset of a block's own ink in the source; None where the source lacks it.

        What is cut off ends where the source does; what lies beyond that may match some words of it by chance.
        """
        if index not in self.stream.extents:
            return None
        start, end = self.stream.extents[index]
        first, last = self.projection.forward(start, end), self.projection.backward(end, start)
        there = [place for place in self.projection.to_source[start:end] if place != NOWHERE]
        ink = sum(not sign.isspace() for sign in self.stream.text[start:end])
        if first is None or len(there) < BY_CHANCE * ink:
            return None
        if last is None and there[-1] > self._last_ink - WITHIN:
            last = there[-1]
        return None if last is None else (first, last)

    @cached_property
    def _last_ink(self) -> int:
        return len(self.source.text.rstrip())

    def _blocks(self, *kinds: str) -> Iterator[tuple[int, int, Block]]:
        """The first and last line of each block of these kinds that the source has, and the block."""
        for index, block in enumerate(self.truth.blocks):
            if block.kind in kinds and (extent := self._extent(index)):
                yield self.source.line_number(extent[0]), self.source.line_number(extent[1]), block

    def _line_roles(self) -> Iterator[tuple[int, float, float]]:
        """For each inked line: its number, the share of its ink that is forme work, and that is anything known."""
        for line in self.source.lines:
            ink = [k for k in range(line.start, line.end) if not self.source.text[k].isspace()]
            if ink:
                known = [self.projection.to_stream[k] for k in ink if self._is_read(k)]
                forme = sum(self.stream.piece_at(offset).role == "fw" for offset in known)
                yield line.number, forme / len(ink), len(known) / len(ink)

    def _is_read(self, offset: int) -> bool:
        """Whether a character of the source is read as the truth has it: what is misread may stand for nothing."""
        at = self.projection.to_stream[offset]
        return at != NOWHERE and self.stream.text[at].translate(ALIKE) == self.source.text[offset].translate(ALIKE)

    def forme_lines(self) -> set[int]:
        """The lines most of whose ink is forme work."""
        return {number for number, forme, _ in self._line_roles() if forme > 0.5}

    def unclear_lines(self) -> set[int]:
        """The lines of which the truth knows less than half: specks, and lines misread past knowing."""
        return {number for number, _, known in self._line_roles() if known < 0.5}

    def pages(self) -> dict[int, str]:
        """The line that each printed page begins on, and its number (empty: none)."""
        found = {}
        for index, block in enumerate(self.truth.blocks):
            for page in block.pages:
                opening = page.at == 0 and index in self.stream.extents
                start = self.stream.extents[index][0] if opening else self.stream.places.get((index, page.at))
                place = None if start is None else self.projection.forward(start, len(self.stream.text))
                if place is not None:
                    found[self.source.line_number(place)] = page.n or ""
        return found

    def headings(self) -> dict[int, str]:
        """The line that each heading begins on, and its level; subtitles apart."""
        return {first: str(b.level or "") for first, _, b in self._blocks("head") if b.role != "subtitle"}

    def heading_line(self, first: int, last: int) -> int:
        """Where the truth has a heading found on these lines: below what it lacks, as "Chapter" over a number."""
        for line in range(first, last + 1):
            if line in self._true_heads:
                return line
            if line not in self._unclear and not self.source.lines[line - 1].is_blank:
                break
        return first

    @cached_property
    def _true_heads(self) -> dict[int, str]:
        return self.headings()

    @cached_property
    def _unclear(self) -> set[int]:
        return self.unclear_lines()

    def neutral_heads(self) -> set[int]:
        """Lines that may be called headings or not: subtitles and captions."""
        lines = {first for first, _, block in self._blocks("head") if block.role == "subtitle"}
        return lines | {first for first, _, _ in self._blocks("table", "figure")}

    def calls(self) -> set[tuple[int, str]]:
        """The line and the number of each call whose digits the source has."""
        return {(line, n) for line, n, whole in self._calls() if whole}

    def misread_calls(self) -> set[tuple[int, str]]:
        """The line and the number of each call that the source has otherwise or not at all.

        One restored there is no false one, but none is asked for.
        """
        return {(line, n) for line, n, whole in self._calls() if not whole}

    def _calls(self) -> Iterator[tuple[int, str, bool]]:
        """For each call its line, or that of the words before it, its number, and whether the source has that."""
        for start, piece in zip(self.stream.starts, self.stream.pieces, strict=True):
            if piece.role == "call":
                there = [self.projection.to_source[start + k] for k in range(len(piece.text))]
                read = "".join(self.source.text[k] for k in there if k != NOWHERE).translate(ALIKE)
                before = self.projection.backward(start, 0)
                # Where the call is lost, the number of its note may be mistaken for it, close below.
                whole = read == piece.text and (before is None or self._adjoin(before, there[0]))
                place = there[0] if whole else before
                if not whole and before is not None and (overleaf := self._overleaf(start, before, piece.text)):
                    place, whole = overleaf, True
                if place is not None:
                    yield self.source.line_number(place), piece.text, whole

    def _adjoin(self, before: int, call: int) -> bool:
        """Whether a call stands right after the character before it, on its line.

        One in brackets may begin the next: there a line may be broken.
        """
        between = _TAG.sub("", self.source.text[before + 1 : call])
        tight = len(between) < ADJACENT and "\n" not in between
        return tight or (between.strip() in ("[", "(") and between.count("\n") == 1)

    def _overleaf(self, start: int, before: int, n: str) -> int | None:
        """Where a call stands tight after the word that it follows in truth, if the next page begins with that
        word or its rest; the truth may say that the page begins after it.
        """
        text = self.source.text
        turn = text.find("\f", before, before + WITHIN)
        word = self.stream.text[max(start - TAIL, 0) : start].split()[-1:]
        if turn < 0 or not word:
            return None
        found = re.compile(rf"{re.escape(word[0])}[\[(]?{re.escape(n)}(?!\w)").search(text, turn, before + WITHIN)
        return found.end() - len(n) if found else None

    def notes(self) -> list[tuple[int, str]]:
        """The line that the text of each note begins on, and its number (empty: none)."""
        found = []
        for index, block in enumerate(self.truth.blocks):
            if block.kind == "note" and not block.continues and index in self.stream.extents:
                start, end = self.stream.extents[index]
                place = self.projection.forward(self.stream.places.get((index, 0), start), end)
                if place is not None:
                    found.append((self.source.line_number(place), block.n or ""))
        return found

    def quotations(self) -> set[tuple[int, int]]:
        """The first and last line of each quotation, all its paragraphs together."""
        extents: list[tuple[int, int]] = []
        for first, last, block in self._blocks("quote"):
            if block.continues and extents:
                extents[-1] = (extents[-1][0], last)
            else:
                extents.append((first, last))
        return set(extents)

    def starts(self, kind: str) -> set[int]:
        """The line that each block of a kind begins on."""
        return {first for first, _, block in self._blocks(kind) if not block.continues}

    def paragraphs(self, *, continues: bool) -> set[int]:
        """The lines that paragraphs begin on: new ones, or those that resume."""
        return {first for first, _, b in self._blocks("p") if b.continues is continues and b.role != UNDECIDED}

    def bodies(self) -> dict[tuple[int, str], str]:
        """The text of each note that stands with its call, by the call's line and number."""
        found: dict[tuple[int, str], str] = {}
        for index, block in enumerate(self.truth.blocks):
            for call in block.notes:
                start = self.stream.calls.get((index, call.at, call.n))
                place = None if start is None else self.projection.backward(start, 0)
                if call.body is not None and place is not None:
                    found[self.source.line_number(place), call.n] = call.body
        return found

    @cached_property
    def _about(self) -> dict[int, list[str]]:
        about: dict[int, list[str]] = {number: ["forme work"] for number in self.forme_lines()}
        for line, n in self.pages().items():
            about.setdefault(line, []).append(block_name("pb", {"n": n}, line, line))
        for first, last, block in self._blocks(*KINDS - {"fw"}):
            attrs = {"level": block.level, "continues": block.continues, "n": block.n}
            about.setdefault(first, []).append(block_name(block.kind, attrs, first, last))
        return about

    def at(self, line: int) -> str:
        """What the truth says of a line, in words."""
        return "; ".join(self._about.get(line, ())) or "nothing begins on this line"

    def running_text(self, scope: Scope) -> str:
        """The text as it ought to read, of the lines judged: from the first to the last that is known there."""
        if scope.whole:
            return self.stream.reading_text()
        lines = self.source.lines[max(scope.first, 1) - 1 : scope.last]
        known = (
            [at for at in self.projection.to_stream[lines[0].start : lines[-1].end] if at != NOWHERE]
            if lines
            else []
        )
        start, end = _without_strays(known)
        return self.stream.reading_text(start, end)

    def undecided(self) -> set[int]:
        """The lines that begin a paragraph which may be a new one or resume."""
        return {first for first, _, block in self._blocks("p") if block.role == UNDECIDED}

    def neutral(self) -> set[int]:
        """Lines that may begin a paragraph or not: of what is neither prose nor a heading, and the undecided."""
        blocks = self._blocks(*NEUTRAL)
        return (
            self.undecided()
            | self.neutral_heads()
            | {n for first, last, _ in blocks for n in range(first, last + 1)}
        )

    @cached_property
    def _text_offsets(self) -> list[int]:
        """The source's offsets whose characters are text of the truth, in order."""
        stream = self.projection.to_stream
        return [k for k, at in enumerate(stream) if at != NOWHERE and self.stream.piece_at(at).role == "text"]

    def hyphens(self) -> list[tuple[int, int, str]]:
        """For each hyphen that ends a line in mid-word: the offsets of the characters on its two sides, and
        what stands between them in truth (nothing, or a hyphen); what is neither is left out.
        """
        found = []
        offsets = [k for k in self._text_offsets if self.source.text[k] not in HYPHENS]
        for before, after in pairwise(offsets):
            between = self.source.text[before + 1 : after]
            if between[:1] not in HYPHENS or not between[1:].lstrip(" \r").startswith(("\n", "\f")):
                continue
            a, b = self.projection.to_stream[before], self.projection.to_stream[after]
            piece, there = self.stream.piece_at(a), self.stream.piece_at(b)
            true = self.truth.blocks[piece.block].text[self.stream.text_offset(a) + 1 : self.stream.text_offset(b)]
            if piece.block == there.block and true in ("", *HYPHENS):
                found.append((before, self._other_half(before, after, b), true))
        return found

    def _other_half(self, before: int, after: int, there: int) -> int:
        """Where the rest of a cut word stands, which is `there` in the stream.

        Where notes part it from the first half, single letters of theirs may have been taken for it; then it is
        sought where a line begins with it.
        """
        rest = "".join(takewhile(str.isalpha, self.stream.text[there : there + 40]))
        text = self.source.text
        if text.startswith(rest, after):
            return after
        match = re.compile(rf"^[ \t\f]*({re.escape(rest)})\b", re.MULTILINE).search(text, before, before + APART)
        return match.start(1) if match else after


def _without_strays(known: list[int]) -> tuple[int, int]:
    """The first offset and that after the last, without a few at either end that lie far from all others.

    Past the end of what is printed the truth goes on, and some short word of it will match by chance.
    """
    first, last = 0, len(known)
    for k in range(1, min(STRAYS, len(known))):
        if known[k] - known[k - 1] > FAR:
            first = k
        if known[-k] - known[-k - 1] > FAR:
            last = len(known) - k
    return (known[first], known[last - 1] + 1) if first < last else (0, 0)
