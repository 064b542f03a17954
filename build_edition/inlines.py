"""From the marks inside a block to its inlines: emphasis, note calls, page beginnings, what editors decided."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, replace

from build_edition.reading import Reading
from build_edition.transcript import KINDS, Intervention, Mark, Transcript
from build_edition.work import Inline, NoteCall, PageBeginning, Span, Text

SPANS = ("hi", "foreign", "sic", "suspect")
MARK_UP = "*_~`#"  # signs of Markdown, which are no words: whether they are left out shows in no reading
LOST = "lost-text"  # the cause of an intervention that brings in what the source has lost


@dataclass(frozen=True, slots=True)
class _Spot:
    """A mark, or an intervention that a reader shall see, from `first` to `last` of the reading text."""

    what: Mark | Intervention
    start: int
    end: int
    first: int
    last: int

    @property
    def order(self) -> tuple[int, int, int, int, int]:
        """Holders before what they hold; and at one place points before what replaces the next letters."""
        is_mark = isinstance(self.what, Mark)
        group = 1 if self.start == self.end else 0 if is_mark else 2
        rank = KINDS.index(self.what.kind) if isinstance(self.what, Mark) else len(KINDS)
        return self.start, group, -self.end, self.first, rank


class InlineReader:
    """Reads the inlines of any span of one transcript."""

    def __init__(self, transcript: Transcript) -> None:
        self.reading = transcript.reading
        self.source = transcript.source.text
        shown = [this for this in transcript.interventions if _is_shown(this, self.source[this.start : this.end])]
        alone = {this.start for this in shown if this.start == this.end}
        spots = [_of_mark(mark, self.reading, alone) for mark in transcript.of_kind("ref", *SPANS)]
        spots += [_of_intervention(this, self.reading) for this in shown]
        self.spots = sorted(spots, key=lambda spot: spot.order)
        self.starts = [spot.start for spot in self.spots]
        self.pages = [_page(mark) for mark in transcript.of_kind("pb")]
        self.next_page = 0
        self.read_to = (-1, 0)  # where the last block ended, in the source and in the reading text

    def between(self, start: int, end: int) -> tuple[Inline, ...]:
        """The inlines of `source[start:end]`; none where the reading text has no ink there.

        To be called in source order, once for each span: a page beginning that stands between two blocks
        (before a running head, say) goes to the beginning of the second, and what is inserted, or a call that is
        placed, where one block ends and the next begins goes to the end of the first.
        """
        if not self.reading.slice(start, end, through=True).strip():
            return ()
        resumes = start == self.read_to[0]
        here = self.read_to[1] if resumes else self.reading.before_insertion(start)
        last = self.reading.from_source(end)
        self.read_to = (end, last)
        spots = []
        for spot in self.spots[bisect_left(self.starts, start) : bisect_left(self.starts, end + 1)]:
            is_point = spot.start == spot.end
            if (spot.start < end or is_point) and not (is_point and resumes and spot.start == start):
                spots.append(spot)
        return self._run((start, here), (end, last), spots)

    def _run(self, here: tuple[int, int], to: tuple[int, int], spots: list[_Spot]) -> tuple[Inline, ...]:
        """The inlines between two places, each told by its offsets in the source and in the reading text."""
        out: list[Inline] = []
        k = 0
        while k < len(spots):
            spot = spots[k]
            k += 1
            inner = []
            while k < len(spots) and spots[k].start < spot.end:
                inner.append(spots[k])
                k += 1
            if spot.end > to[0]:  # it reaches beyond this block: what it says holds of no part alone
                spots[k:k] = inner
                continue
            first, last = max(spot.first, here[1]), max(spot.last, here[1])  # what was shown is not shown again
            out += self._text(here, (spot.start, first))
            out += self._inlines(replace(spot, first=first, last=last), inner)
            here = spot.end, last
        return (*out, *self._text(here, to))

    def _text(self, here: tuple[int, int], to: tuple[int, int]) -> list[Inline]:
        """The text between two places, parted by the pages that begin in it or have been waiting for ink."""
        out: list[Inline] = []
        start, first = here
        while self.next_page < len(self.pages) and self.pages[self.next_page].at < max(to[0], start + 1):
            page = self.pages[self.next_page]
            self.next_page += 1
            at = max(start, page.at)
            there = max(first, self.reading.before_insertion(at)) if at > start else first
            out += [*self._piece((start, first), (at, there)), page]
            start, first = at, there
        return [*out, *self._piece((start, first), to)]

    def _piece(self, here: tuple[int, int], to: tuple[int, int]) -> list[Inline]:
        text = self.reading.text[here[1] : to[1]]
        return [Text(text, here[0], to[0])] if text else []

    def _inlines(self, spot: _Spot, inner: list[_Spot]) -> list[Inline]:
        mark = spot.what
        if isinstance(mark, Intervention):
            return self._brought_in(mark)
        if mark.kind == "ref":
            return [_call(mark, self.reading.text[spot.first : spot.last])]
        inlines = self._run((spot.start, spot.first), (spot.end, spot.last), inner)
        rend = str(mark.get("rend") or "")
        return [Span(mark.kind, inlines, mark.start, mark.end, _note(mark), rend)]

    def _brought_in(self, this: Intervention) -> list[Inline]:
        """What an intervention brings in, as what it is; the white space around supplied words is not supplied."""
        read = this.reading
        words = read.strip() if this.cause == LOST else read
        lead = len(read) - len(read.lstrip()) if words != read else 0
        inlines: tuple[Inline, ...] = (Text(words, this.start, this.end),) if words else ()
        if this.cause == LOST and words:
            inlines = (Span("supplied", inlines, this.start, this.end),)
        if this.cert == "low":
            stands = " ".join(self.source[this.start : this.end].split())
            said = f"the source has “{stands}”" if stands else "the source does not have it"
            inlines = (Span("conjecture", inlines, this.start, this.end, said),)
        around = read[:lead], read[lead + len(words) :]
        before, after = ([Text(space, this.start, this.end)] if space else [] for space in around)
        return [*before, *inlines, *after]


def _is_shown(this: Intervention, stands: str) -> bool:
    """Whether a reader shall see an intervention where it stands: a conjecture, or supplied words."""
    if this.cause == LOST and this.reading.strip():
        return True
    return this.cert == "low" and bool(this.reading.strip() or stands.strip().strip(MARK_UP))


def _of_intervention(this: Intervention, reading: Reading) -> _Spot:
    is_insertion = this.start == this.end
    first = reading.before_insertion(this.start) if is_insertion else reading.from_source(this.start)
    return _Spot(this, this.start, this.end, first, first + len(this.reading))


def _of_mark(mark: Mark, reading: Reading, alone: Collection[int]) -> _Spot:
    """Where a mark stands; letters inserted at its end belong to its last word, unless they are shown `alone`."""
    first, last = reading.before_insertion(mark.start), reading.before_insertion(mark.end)
    if mark.kind in SPANS and not mark.is_point and mark.end not in alone:
        after = reading.from_source(mark.end)
        last = after if reading.text[last - 1 : last + 1].isalnum() and after > last > first else last
    if mark.kind == "ref" and not mark.is_point:  # a stop that is inserted before a call is none of it
        first = reading.from_source(mark.start)
    if mark.is_point:  # a call that was placed: after a stop that is inserted there, before a word
        after = reading.from_source(mark.start)
        first = last = first if reading.text[first:after][:1].isspace() else after
    return _Spot(mark, mark.start, mark.end, first, last)


def _call(mark: Mark, text: str) -> NoteCall:
    n = str(mark.get("n") or text.strip())
    supplied = mark.get("supplied") is True
    return NoteCall(n, n if supplied else text, mark.start, mark.end, mark.cert, supplied=supplied)


def _note(mark: Mark) -> str:
    """What to tell a reader about the words of a mark."""
    if mark.kind == "sic":
        return str(mark.get("note") or "")
    candidates = str(mark.get("candidates") or "").replace("|", " or ")
    return f"perhaps {candidates}" if mark.kind == "suspect" and candidates else ""


def _page(mark: Mark) -> PageBeginning:
    n = mark.get("n")
    return PageBeginning(None if n is None else str(n), mark.start, mark.cert)
