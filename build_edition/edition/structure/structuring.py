"""The editors' decisions about structure, `structure:` in `edition/works/ID.yml`, applied to a transcript.

They come after the rules and before the emendations, one after another. A mark that is set takes the place of the
marks that it contradicts; one that is unset leaves its words to a paragraph, unless something else holds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from build_edition.edition.spans.matching import locate
from build_edition.edition.spans.nesting import Replaced, described
from build_edition.edition.structure.record import StructureRecord
from build_edition.edition.structure.shape import ClashError, Shape
from build_edition.errors import RecordError
from build_edition.transcript import Mark, Transcript, Value

# What goes with a mark that is unset: it means nothing without it.
_PARTS = {"list": ("item",), "table": ("row", "cell", "head"), "row": ("cell",)}
_NO_BLOCKS = frozenset({"pb", "hi", "foreign", "ref"})


def apply(transcript: Transcript, records: Sequence[StructureRecord], name: str) -> Transcript:
    """The transcript with `records` applied, each of which must match its source.

    `name` names the file of the records in errors. Raises `RecordError` for a record that matches nothing, or that
    would cross a mark it cannot replace.
    """
    if not records:
        return transcript
    editor = _Editor(transcript)
    for number, record in enumerate(records, 1):
        line = record.begins.line if record.begins else record.line
        editor.apply(number, record, f"{name}, structure record {number} (source line {line})")
    return editor.transcript()


class UndoingError(RecordError):
    """A record undoes what one before it set, the record `number`."""

    def __init__(self, number: int, place: str) -> None:
        super().__init__(
            f"undoes what structure record {number} set",
            where=place,
            remedy="Make one record of the two, or give them extents that do not meet.",
        )
        self.number = number


class _Editor:
    """A transcript on its way through the records of one file."""

    def __init__(self, transcript: Transcript) -> None:
        self.before, self.source = transcript, transcript.source
        self.interventions = list(transcript.interventions)
        self.shape = Shape(transcript.source, transcript.marks, transcript.interventions)
        self.made: list[tuple[Mark, int]] = []  # what records have set

    def transcript(self) -> Transcript:
        return replace(self.before, interventions=tuple(self.interventions), marks=tuple(self.shape.marks))

    def apply(self, number: int, record: StructureRecord, place: str) -> None:
        made = None
        if record.sets:
            made = self.set(record, place)
        elif record.unsets:
            self.unset(record, record.unsets, place)
        else:
            self.call(record, place)
        kept = {id(mark) for mark in self.shape.marks}
        undone = next((by for mark, by in self.made if id(mark) not in kept), None)
        if undone is not None:
            raise UndoingError(undone, place)
        if made:
            self.made.append((made, number))

    def set(self, record: StructureRecord, place: str) -> Mark:
        """Say that words are of a kind; returns the mark that does."""
        kind, begins = str(record.sets), record.begins
        assert begins is not None
        ends = record.ends or begins
        start = locate(begins.line, begins.read, begins.nth, self.source, place)
        end = locate(ends.line, ends.read, ends.nth, self.source, place) + len(ends.read)
        if end <= start:
            raise RecordError(
                f"ends before it begins: `to` stands on line {ends.line}, before the words of `from`",
                where=place,
                remedy="Quote in `to` the last words, which stand after the first ones.",
            )
        start, end = self.source.drawn_in(start, end)
        self.refuse_replaced(start, end, place)
        attrs: MappingProxyType[str, Value] = MappingProxyType(record.attributes)
        if kind == "pb":
            mark = Mark(kind, start, start, attrs)
            self.shape.drop_points(kind, start)
            self.shape.marks.append(mark)
            return mark
        mark = Mark(kind, start, end, attrs)
        try:
            self.shape.set(mark)
        except ClashError as clash:
            raise RecordError(
                f"would cross the {described(clash.mark, self.source)}",
                where=place,
                remedy=f"Set or unset that {clash.mark.kind} first, or begin and end where it does.",
            ) from None
        return mark

    def refuse_replaced(self, start: int, end: int, place: str) -> None:
        """Raise `RecordError` where an end falls inside what a rule replaced."""
        around = Replaced(self.interventions).around(start, end)
        if around != (start, end):
            at = start if around[0] != start else end
            rule = next(i for i in self.interventions if i.start < at < i.end)
            raise RecordError(
                f"begins or ends inside {self.source.text[rule.start : rule.end][:60]!r}, "
                f"which the rule “{rule.rule}” reads as {rule.reading[:60]!r}",
                where=place,
                remedy="Quote all of those characters, or none of them.",
            )

    def unset(self, record: StructureRecord, kind: str, place: str) -> None:
        """Say that words are not of a kind."""
        mark = self.the_one(record, kind, place)
        parts = self.shape.inside(mark, *_PARTS[kind]) if kind in _PARTS else []
        for gone in (mark, *parts):
            self.shape.drop(gone)
        if kind == "fw":
            self.restore(mark)
        if kind not in _NO_BLOCKS:
            pieces = [part for part in parts if part.kind in {"item", "row", "head"}] or [mark]
            for piece in pieces:
                self.shape.cover(piece.start, piece.end)

    def restore(self, mark: Mark) -> None:
        """Take back what removed forme work that is none."""
        from build_edition.rules import RULES

        names = {name for rule in RULES for name, head in rule.accounts.items() if head == "forme work"}
        self.interventions = [
            i for i in self.interventions if not (i.rule in names and i.start < mark.end and mark.start < i.end)
        ]
        self.shape.replaced = Replaced(self.interventions)

    def the_one(self, record: StructureRecord, kind: str, place: str) -> Mark:
        """The mark of a kind that begins where the record says; raises `RecordError` unless there is just one."""
        assert record.line is not None
        line, number = self.source.line_number, record.line
        begins = [mark for mark in self.shape.marks if line(mark.start) == number]
        found = [mark for mark in begins if mark.kind == kind]
        if record.read is not None:
            at = locate(number, record.read, record.nth, self.source, place)
            found = [mark for mark in found if mark.start == at]
        if len(found) == 1:
            return found[0]
        if found:
            raise RecordError(
                f"{len(found)} marks {kind} begin there",
                where=place,
                remedy="Say which, with its first words: `read: …`.",
            )
        others = sorted({mark.kind for mark in begins})
        lines = [line(mark.start) for mark in self.shape.marks if mark.kind == kind]
        nearest = min(lines, key=lambda other: abs(other - number), default=None)
        raise RecordError(
            f"expected a {kind} that begins {f'with {record.read!r}' if record.read else 'on the line'}; "
            f"what begins there is: {', '.join(others) or 'nothing'}",
            where=place,
            remedy=f"The nearest {kind} begins on line {nearest}." if nearest else f"The text has no {kind}.",
        )

    def call(self, record: StructureRecord, place: str) -> None:
        """Say where a note call stood that the source has lost."""
        words = (record.after or "").rstrip()
        assert record.line is not None
        at = locate(record.line, words, record.nth, self.source, place) + len(words)
        at = Replaced(self.interventions).around(at, at)[1]
        if any(m.kind == "ref" and m.start == at and m.get("n") == record.call for m in self.shape.marks):
            raise RecordError(f"places call {record.call} where it stands already", where=place)
        attrs: dict[str, Value] = {"n": record.call, "supplied": True}
        if record.cert == "low":
            attrs["cert"] = "low"
        self.shape.marks.append(Mark("ref", at, at, MappingProxyType(attrs)))
