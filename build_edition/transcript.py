"""The transcript: a source with the interventions and marks that point into it.

An intervention replaces a span of the source by a reading; a mark says what a span is. There is no third
kind of record. The invariants are enforced when a `Transcript` is made, so whoever holds one may rely on
them; breaking one raises `TranscriptError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from build_edition.errors import TranscriptError
from build_edition.reading import Reading
from build_edition.source import Source

Value = str | int | bool | None

# TEI element names, outermost first: of two marks on one span the earlier kind holds the later.
KINDS = (
    "pb", "milestone", "floatingText", "note", "figure", "table", "row", "cell", "list", "item", "epigraph",
    "quote", "head", "argument", "byline", "dateline", "p", "fw", "sic", "foreign", "hi", "ref", "suspect",
)  # fmt: skip
POINTS = frozenset({"pb", "milestone", "ref"})  # kinds that may cover nothing
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Intervention:
    """Replaces `source[start:end]` by `reading`; an empty span inserts, an empty reading deletes.

    `rule` names the rule or the editor's record that did it. `cert` is `low` for a conjecture. `cause` is the
    one that an editor's record gives: what `lost-text` brings in is shown as supplied.
    """

    start: int
    end: int
    reading: str
    rule: str
    cert: str = "high"
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Says that `source[start:end]` is a `kind`, and changes nothing.

    Its ends fall on the first and after the last inked character that it covers.
    """

    kind: str
    start: int
    end: int
    attrs: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_point(self) -> bool:
        return self.start == self.end

    @property
    def cert(self) -> str:
        return str(self.attrs.get("cert", "high"))

    def get(self, name: str, default: Value = None) -> Value:
        return self.attrs.get(name, default)


def nesting_order(mark: Mark) -> tuple[int, bool, int, int]:
    """The sort key that puts points before what begins with them, and holders before what they hold."""
    return mark.start, not mark.is_point, -mark.end, _RANK.get(mark.kind, len(KINDS))


@dataclass(frozen=True)
class Transcript:
    """A source, its interventions in order, and its marks in nesting order."""

    source: Source
    interventions: tuple[Intervention, ...] = ()
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "interventions", tuple(sorted(self.interventions, key=lambda i: (i.start, i.end)))
        )
        object.__setattr__(self, "marks", tuple(sorted(self.marks, key=nesting_order)))
        check_interventions(self.source, self.interventions)
        check_marks(self.source, self.marks)
        _check_boundaries(self.interventions, self.marks)

    def with_records(self, interventions: Iterable[Intervention] = (), marks: Iterable[Mark] = ()) -> Transcript:
        """This transcript with more records; raises `TranscriptError` where they clash with those it has."""
        return Transcript(self.source, (*self.interventions, *interventions), (*self.marks, *marks))

    @cached_property
    def reading(self) -> Reading:
        """The reading text: the source with every intervention applied, mapped both ways."""
        return Reading.of(self.source.text, ((i.start, i.end, i.reading) for i in self.interventions))

    def of_kind(self, *kinds: str) -> Iterator[Mark]:
        """The marks of these kinds, in order."""
        return (mark for mark in self.marks if mark.kind in kinds)


def check_interventions(source: Source, interventions: Iterable[Intervention]) -> None:
    """Raise `TranscriptError` unless these, sorted, lie inside the source, change it, and never overlap."""
    text, before = source.text, None
    for this in interventions:
        place = f"{source.name}, intervention {this.start}–{this.end} by “{this.rule}”"
        if not 0 <= this.start <= this.end <= len(text):
            raise TranscriptError(f"lies outside the source of {len(text)} characters", where=place)
        if not this.rule:
            raise TranscriptError("names no rule", where=place)
        if this.reading == text[this.start : this.end]:
            raise TranscriptError("changes nothing: its reading is what the source has", where=place)
        if before is not None and (
            this.start < before.end or (this.start, this.end) == (before.start, before.end)
        ):
            raise TranscriptError(
                f"overlaps the one at {before.start}–{before.end} by “{before.rule}”", where=place
            )
        before = this


def check_marks(source: Source, marks: Iterable[Mark]) -> None:
    """Raise `TranscriptError` unless these, in nesting order, stand on ink and nest or are disjoint."""
    text = source.text
    open_marks: list[Mark] = []
    for mark in marks:
        place = f"{source.name}, mark {mark.kind} {mark.start}–{mark.end}"
        if mark.kind not in _RANK:
            raise TranscriptError(
                "is of no kind known here", where=place, remedy="Kinds: " + ", ".join(sorted(KINDS))
            )
        if not 0 <= mark.start <= mark.end <= len(text):
            raise TranscriptError(f"lies outside the source of {len(text)} characters", where=place)
        if mark.is_point:
            if mark.kind not in POINTS:
                raise TranscriptError("covers nothing; only " + ", ".join(sorted(POINTS)) + " may", where=place)
            continue
        if text[mark.start].isspace() or text[mark.end - 1].isspace():
            raise TranscriptError("begins or ends on white space, not on ink", where=place)
        while open_marks and open_marks[-1].end <= mark.start:
            open_marks.pop()
        if open_marks and mark.end > open_marks[-1].end:
            other = open_marks[-1]
            raise TranscriptError(f"crosses {other.kind} {other.start}–{other.end}", where=place)
        open_marks.append(mark)


def _check_boundaries(interventions: tuple[Intervention, ...], marks: tuple[Mark, ...]) -> None:
    """Raise `TranscriptError` where a mark begins or ends inside a replaced span: its reading would be unclear."""
    spans = iter([i for i in interventions if i.end - i.start > 1])
    span = next(spans, None)
    ends = sorted({(offset, mark.kind) for mark in marks for offset in (mark.start, mark.end)})
    for offset, kind in ends:
        while span is not None and span.end <= offset:
            span = next(spans, None)
        if span is not None and span.start < offset:
            raise TranscriptError(
                f"the mark {kind} has an end at {offset}, inside the span {span.start}–{span.end} "
                f"that “{span.rule}” replaces"
            )
