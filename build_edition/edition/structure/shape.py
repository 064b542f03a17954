"""The marks of one text while an editor changes them: what a new mark does to those it meets.

Blocks of one family exclude each other: words are a paragraph or a heading, a quotation or an epigraph. Of an
older one that the new one overlaps, what lies inside is gone; what lies outside stays as it was where such a thing
can be divided (a paragraph, an item, a row), and is else left to a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from build_edition.assemble import BLOCKS
from build_edition.edition.spans.nesting import Replaced
from build_edition.source import Source
from build_edition.transcript import KINDS, Intervention, Mark

_TEXT = frozenset(
    {"p", "head", "argument", "byline", "dateline", "milestone"}
)  # each holds words, and none another
_QUOTED = frozenset({"quote", "epigraph"})
_DIVISIBLE = frozenset({"p", "item", "list", "row", "cell", "note"})
_HOLDS_TEXT = frozenset({"item", "cell"})  # each may hold words without a paragraph
_HOLDS_WORDS = _TEXT | {"cell"}


class ClashError(Exception):
    """A new mark would cross one that it cannot take the place of."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark.kind)
        self.mark = mark


class Shape:
    """The marks of one text. Marks are told apart by identity, for two may say the same."""

    def __init__(self, source: Source, marks: Iterable[Mark], interventions: Sequence[Intervention]) -> None:
        self.source = source
        self.marks = list(marks)
        self.replaced = Replaced(interventions)

    def drop(self, mark: Mark) -> None:
        self.marks = [other for other in self.marks if other is not mark]

    def drop_points(self, kind: str, at: int) -> None:
        """Drop what of a kind stands at a point."""
        self.marks = [m for m in self.marks if not (m.kind == kind and m.is_point and m.start == at)]

    def inside(self, holder: Mark, *kinds: str) -> list[Mark]:
        """The marks of these kinds inside another, but not those in a further one of its kind."""
        start, end = holder.start, holder.end
        within = [m for m in self._met(start, end) if m is not holder and start <= m.start and m.end <= end]
        deeper = [mark for mark in within if mark.kind == holder.kind]
        return [
            mark
            for mark in within
            if mark.kind in kinds and not any(d.start <= mark.start and mark.end <= d.end for d in deeper)
        ]

    def set(self, new: Mark) -> None:
        """Add a mark; those that contradict it make room. Raises `ClashError` where one cannot."""
        uncovered: list[tuple[int, int]] = []
        for old in self._met(new.start, new.end):
            rivals = _are_rivals(old, new)
            if new.start <= old.start and old.end <= new.end:
                if rivals and not self._is_parted(old, new):
                    self.drop(old)
            elif old.start <= new.start and new.end <= old.end:
                if rivals and not self._is_parted(new, old) and not (new.get("run_in") and old.kind == "p"):
                    uncovered += self._make_room(old, new)
                elif old.kind not in BLOCKS and new.kind in BLOCKS:
                    raise ClashError(old)
            elif rivals:
                uncovered += self._make_room(old, new)
            elif old.kind == "p":
                self._cut(old, (new.start, new.end), keep=True)
            else:
                raise ClashError(old)
        self.marks.append(new)
        if new.kind in _HOLDS_TEXT:
            self._absorb(new)
        for span in uncovered:
            self.cover(*span)

    def cover(self, start: int, end: int) -> None:
        """Make paragraphs of the words in a span that no block holds."""
        met = [mark for mark in self._met(start, end) if mark.kind in BLOCKS or mark.kind == "fw"]
        if any(mark.kind in _HOLDS_WORDS and mark.start <= start and end <= mark.end for mark in met):
            return
        here = start
        held = sorted((m for m in met if start <= m.start and m.end <= end), key=lambda m: (m.start, -m.end))
        for first, last in [*((mark.start, mark.end) for mark in held), (end, end)]:
            if first > here and (piece := self.replaced.inked(self.source, here, first)):
                self.marks.append(Mark("p", *piece, MappingProxyType({})))
            here = max(here, last)

    def _absorb(self, new: Mark) -> None:
        """Make one text of what stands in a mark beside paragraphs, as in an item that goes on overleaf."""
        inner = [
            mark
            for mark in self._met(new.start, new.end)
            if (mark.kind in BLOCKS or mark.kind == "fw") and new.start <= mark.start and mark.end <= new.end
            if mark is not new and not ((mark.start, mark.end) == (new.start, new.end) and _holds(mark, new))
        ]
        held = sorted((mark.start, mark.end) for mark in inner)
        here, has_text = new.start, False
        for first, last in [*held, (new.end, new.end)]:
            has_text = has_text or (first > here and self.replaced.inked(self.source, here, first) is not None)
            here = max(here, last)
        for mark in inner if has_text else ():
            if mark.kind == "p" and not self._is_parted(mark, new):
                self.drop(mark)

    def _met(self, start: int, end: int) -> list[Mark]:
        """The marks, points apart, that share characters with a span."""
        return [mark for mark in self.marks if not mark.is_point and mark.start < end and start < mark.end]

    def _is_parted(self, inner: Mark, outer: Mark) -> bool:
        """Whether a block of another family stands between two marks, one inside the other."""
        return any(
            mark.kind in BLOCKS
            and mark is not inner
            and mark is not outer
            and not _are_rivals(mark, inner)
            and outer.start <= mark.start <= inner.start
            and inner.end <= mark.end <= outer.end
            and (mark.end - mark.start > inner.end - inner.start or _holds(mark, inner))
            and (mark.end - mark.start < outer.end - outer.start or _holds(outer, mark))
            for mark in self._met(inner.start, inner.end)
        )

    def _make_room(self, old: Mark, new: Mark) -> list[tuple[int, int]]:
        """Take an old mark from the words of a new one; returns the spans that it leaves to a paragraph."""
        if old.kind in _DIVISIBLE:
            self._cut(old, (new.start, new.end), keep=False)
            return []
        self.drop(old)
        if old.kind not in BLOCKS:
            return []
        return [(old.start, new.start)] * (old.start < new.start) + [(new.end, old.end)] * (new.end < old.end)

    def _cut(self, old: Mark, at: tuple[int, int], *, keep: bool) -> None:
        """Divide a mark at a span, whose part of it is kept or dropped."""
        self.drop(old)
        first, last = max(old.start, at[0]), min(old.end, at[1])
        for start, end in ((old.start, first), *([(first, last)] if keep else []), (last, old.end)):
            piece = self.replaced.inked(self.source, start, end) if start < end else None
            if piece:
                attrs = dict(old.attrs)
                if start > old.start:  # only the first piece resumes something, or bears the number
                    attrs.pop("continues", None)
                    attrs.pop("n", None)
                self.marks.append(replace(old, start=piece[0], end=piece[1], attrs=MappingProxyType(attrs)))


def _are_rivals(old: Mark, new: Mark) -> bool:
    """Whether words cannot be both."""
    return old.kind == new.kind or any({old.kind, new.kind} <= family for family in (_TEXT, _QUOTED))


def _holds(outer: Mark, inner: Mark) -> bool:
    """Whether of two marks on one span the one holds the other."""
    return KINDS.index(outer.kind) < KINDS.index(inner.kind)
