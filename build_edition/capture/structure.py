"""Records about structure for what was changed in the pieces of a page: blocks, emphasis, calls.

What depends on each other makes one proposal: the halves of a paragraph, the items of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_edition.capture.differences import Differences
from build_edition.capture.plain import Piece
from build_edition.capture.source_words import extent, first_words, last_words, source_span
from build_edition.capture.standing import Standing
from build_edition.edition.structure.record import StructureRecord
from build_edition.errors import CorrectionError
from build_edition.transcript import Mark, Transcript

_BLOCKS = frozenset({"p", "head", "quote", "list", "item"})
_KINDS = {"quote": ("quote", "epigraph"), "hi": ("hi", "foreign")}
_FIXED = {
    "page": "where a printed page begins is told by a record (set: pb), not by the mark in the page",
    "break": "a break is told by a record (set: milestone), not by its signs",
    "table": "a table is told by records (set: table, row, cell), not by its signs",
    "cell": "a table is told by records (set: table, row, cell), not by its signs",
    "note": "what is a note, and its number, is told by a record (set: note), not by its label",
    "figure": "what is a figure is told by a record (set: figure)",
    "aside": "what is a text by itself is told by a record (set: floatingText)",
    "mark-up": "no record holds such mark-up",
    "comment": "no record holds a comment; say it in the `note` of a record",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces of which one change is made."""

    removed: tuple[Piece, ...]
    added: tuple[Piece, ...]

    @property
    def start(self) -> int:
        return min(piece.start for piece in (*self.removed, *self.added))

    @property
    def end(self) -> int:
        return max(piece.end for piece in (*self.removed, *self.added))


def groups(found: Differences) -> list[Group]:
    """The changed pieces, those that overlap together: blocks by themselves, and emphasis, and points."""
    left = [*found.removed, *found.added]
    removed = set(map(id, found.removed))
    out: list[Group] = []
    for kinds in (_BLOCKS, {"hi"}, {"call"}, set(_FIXED)):
        chosen = sorted((p for p in left if p.kind in kinds), key=lambda p: (p.start, -p.end))
        run: list[Piece] = []
        for piece in chosen:
            reach = max((p.end for p in run), default=-1)
            if run and (piece.start > reach or (piece.start == reach and piece.start != piece.end)):
                out.append(_group(run, removed))
                run = []
            run.append(piece)
        if run:
            out.append(_group(run, removed))
    return out


def _group(run: Iterable[Piece], removed: set[int]) -> Group:
    pieces = list(run)
    return Group(tuple(p for p in pieces if id(p) in removed), tuple(p for p in pieces if id(p) not in removed))


class Structure:
    """Makes the records of one page; `by` is who made the changes, `numbers` those of notes by their labels."""

    def __init__(
        self, text: str, standing: Standing, transcript: Transcript, by: str, numbers: Mapping[str, str]
    ) -> None:
        self.text, self.standing, self.by, self.numbers = text, standing, by, numbers
        self.source, self.reading = transcript.source, transcript.reading
        self.marks = transcript.marks
        self.begins = {start: node.start for start, _, node in reversed(standing.nodes)}
        self.ends = {end: node.end for _, end, node in reversed(standing.nodes)}

    def records(self, group: Group) -> list[StructureRecord]:
        """The records that make a change; raises `CorrectionError` where none can."""
        for piece in (*group.removed, *group.added):
            if piece.kind in _FIXED:
                raise CorrectionError(_FIXED[piece.kind])
        kinds = {piece.kind for piece in (*group.removed, *group.added)}
        if kinds == {"hi"}:
            return self.emphasis(group)
        if kinds == {"call"}:
            return [self.call(piece.detail, piece.start) for piece in group.added]
        return self.blocks(group)

    # blocks

    def blocks(self, group: Group) -> list[StructureRecord]:
        out: list[StructureRecord] = []
        added = [piece for piece in group.added if piece.start < piece.end]
        for piece in sorted(added, key=_outermost):
            if piece.kind == "p" and self.comes_by_itself(piece, group, added):
                continue
            out.append(self.set(piece, group))
        out += self.unset(group, added)
        return out

    def comes_by_itself(self, piece: Piece, group: Group, added: Sequence[Piece]) -> bool:
        """Whether a paragraph is what other records leave: the first part of one that is divided, the last after a
        heading, the whole of what is no heading any more, or the words of an item.
        """
        if any(other.kind == "item" and _same(other, piece) for other in added):
            return True
        if any(other.kind == "head" and _same(other, piece) for other in group.removed):
            return True
        for old in group.removed:
            if old.kind != "p" or not (old.start <= piece.start and piece.end <= old.end):
                continue
            parts = [p for p in added if p.kind in {"p", "head"} and old.start <= p.start and p.end <= old.end]
            parts.sort(key=lambda part: part.start)
            if piece is parts[0] or (piece is parts[-1] and parts[-2].kind == "head"):
                return True
        return False

    def set(self, piece: Piece, group: Group) -> StructureRecord:
        """The record that says what a block is."""
        start, end = self.span(piece.start, piece.end)
        fields: dict[str, Any] = {"set": piece.kind, **extent(start, end, self.source)}
        if piece.kind == "head":
            if not 1 <= int(piece.detail) <= 5:
                raise CorrectionError("a heading has from one sign (a part) to five")
            old = self.mark(start, "head")
            fields["level"] = int(piece.detail)
            if old and old.end == end:
                fields |= {name: old.get(name) for name in ("label", "run_in") if old.get(name)}
        elif piece.kind == "p":
            old = self.mark(start, "p")
            if old and old.get("continues"):
                fields["continues"] = True
        elif piece.kind == "quote":
            olds = [self.mark(self.span(p.start, p.end)[0], "quote", "epigraph")
                    for p in group.removed if p.kind == "quote" and _meet(p, piece)]  # fmt: skip
            old = next((mark for mark in olds if mark), None)
            if old:
                fields["set"] = old.kind
                fields |= {"rend": old.get("rend")} if old.get("rend") else {}
        elif piece.kind == "list" and self.text[piece.start].isdecimal():
            fields["ordered"] = True
        return self.record(fields)

    def unset(self, group: Group, added: Sequence[Piece]) -> list[StructureRecord]:
        """The records that say what blocks are no more, where nothing takes their place."""
        out = []
        for piece in group.removed:
            if piece.kind == "head":
                taken = any(p.kind in {"p", "head"} and _meet(p, piece) and not _is_plain(p, piece) for p in added)
            elif piece.kind in {"quote", "list"}:
                taken = any(p.kind == piece.kind and _meet(p, piece) for p in added)
            else:
                continue
            if not taken:
                out.append(self.unset_at(piece))
        return out

    def unset_at(self, piece: Piece) -> StructureRecord:
        start, _ = self.span(piece.start, piece.end)
        mark = self.mark(start, *_KINDS.get(piece.kind, (piece.kind,)))
        if mark is None:
            raise CorrectionError(f"the source has no mark {piece.kind} there that a record could unset")
        same = [m for m in self.marks if m.kind == mark.kind and self.line(m) == self.line(mark)]
        fields: dict[str, Any] = {"unset": mark.kind, "line": self.line(mark)}
        if len(same) > 1:
            fields |= first_words(mark.start, mark.end, self.source)
        return self.record(fields)

    # in a line

    def emphasis(self, group: Group) -> list[StructureRecord]:
        out = []
        for piece in group.added:
            start, end = self.span(piece.start, piece.end)
            if piece.detail == "super" and self.text[piece.start : piece.end].isdecimal():
                raise CorrectionError("no record makes figures of the source the call of a note")
            fields = {"set": "hi", **extent(start, end, self.source)}
            out.append(self.record(fields | ({"rend": piece.detail} if piece.detail else {})))
        for piece in group.removed:
            if any(_meet(other, piece) for other in group.added):
                continue
            start, _ = self.span(piece.start, piece.end)
            call = self.mark(start, "ref") if piece.detail == "super" else None
            if call is None:
                out.append(self.unset_at(piece))
            else:
                words = first_words(call.start, call.end, self.source)
                out.append(self.record({"unset": "ref", **words}))
        return out

    def call(self, label: str, at: int, is_raised: bool = False) -> StructureRecord:
        """The record that places a call behind the word before it."""
        number = self.numbers.get(label, label if is_raised else "")
        if not number:
            raise CorrectionError(
                f"there is no note [^{label}]",
                remedy="A call whose note the source does not have is its number in <sup>…</sup>.",
            )
        if at == 0 or self.text[at - 1] == "\n":
            raise CorrectionError("a call stands behind a word")
        _, end = self.span(at - 1, at)
        line = self.source.lines[self.source.line_number(end - 1) - 1]
        words = last_words(line.start, end, self.source)
        fields = {"call": number, "line": words["line"], "after": words["read"]}
        return self.record(fields | ({"nth": words["nth"]} if "nth" in words else {}))

    # places

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source for one of the page; that of the blocks that begin and end there, if they do."""
        read = self.standing.span(start, end)
        if read is None:
            raise CorrectionError("these are signs of the edition, and no words of the source")
        first, last = source_span(*read, self.reading)
        first, last = self.begins.get(start, first), self.ends.get(end, last)
        return self.source.drawn_in(first, last)

    def mark(self, start: int, *kinds: str) -> Mark | None:
        """The mark of these kinds that begins at a place of the source."""
        return next((mark for mark in self.marks if mark.start == start and mark.kind in kinds), None)

    def line(self, mark: Mark) -> int:
        return self.source.line_number(mark.start)

    def record(self, fields: dict[str, Any]) -> StructureRecord:
        return StructureRecord.model_validate({**fields, "by": self.by})


def _outermost(piece: Piece) -> tuple[int, int, int]:
    """Holders first, then what stands in them, in order."""
    return ("list", "item", "quote", "head", "p").index(piece.kind), piece.start, -piece.end


def _same(one: Piece, other: Piece) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _meet(one: Piece, other: Piece) -> bool:
    return one.start < other.end and other.start < one.end


def _is_plain(new: Piece, old: Piece) -> bool:
    """Whether a heading is simply a paragraph now."""
    return new.kind == "p" and _same(new, old)
