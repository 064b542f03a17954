"""What the editors decided about a work, and where a reader meets it: at its words, and in the apparatus.

A decision has one id on either page, by which each leads to the other.  Not every decision shows in the text: of a
correction that is certain only the apparatus tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_edition.apparatus.emendation_list import Entry, Kind, emendation_list
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import Addresses, relative, url_of
from build_edition.tree import flatten
from build_edition.work import NoteCall, Span
from build_edition.writers.markdown_inline import Anchors, Shown, shown_as

# As what a decision can show in a text.
_SHOWN: dict[Kind, frozenset[str]] = {
    "emendation": frozenset({"supplied"}),
    "conjecture": frozenset({"conjecture", "supplied"}),
    "doubt": frozenset({"suspect"}),
    "slip": frozenset({"sic"}),
    "stet": frozenset(),
    "supplied call": frozenset({"call"}),
}


@dataclass(frozen=True)
class Decisions:
    """The decisions about one work in the order of its text; there may be none."""

    path: str  # of the page of the apparatus
    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each: the line of the source and the offset, which stay as long as the source does."""
        anchors = Anchors()
        return tuple(anchors.claim(f"l{entry.line}-{entry.start}") for entry in self.entries)

    @cached_property
    def shown(self) -> Mapping[Shown, str]:
        """The ids of decisions by what shows them in the text."""
        return {shown: name for name, those in zip(self.ids, self._shown, strict=True) for shown in those}

    @cached_property
    def in_text(self) -> frozenset[str]:
        """The ids of those that show in the text."""
        return frozenset(self.shown.values())

    def on(self, path: str) -> Mapping[Shown, str]:
        """The address of the row of each decision that shows in the text, from the page at `path`."""
        page, apparatus = url_of(path), url_of(self.path)
        return {shown: relative(f"{apparatus}#{name}", page) for shown, name in self.shown.items()}

    @cached_property
    def _shown(self) -> tuple[tuple[Shown, ...], ...]:
        """By decision what shows it: the first decision that touches a span has it."""
        free = sorted(set(self._spans()), key=lambda span: span[0][1])
        found: list[tuple[Shown, ...]] = []
        for entry in self.entries:
            own = [span for span in free if span[0][0] in _SHOWN[entry.kind] and _touches(entry, *span)]
            free = [span for span in free if span not in own]
            found.append(tuple(shown for shown, _ in own))
        return tuple(found)

    def _spans(self) -> Iterator[tuple[Shown, int]]:
        """Everything in the text that shows a decision of editors or rules, with where it ends in the source."""
        inlines = (inline for passage in self.passages for run in passage.runs for inline in flatten(run))
        for inline in inlines:
            if isinstance(inline, Span | NoteCall) and (shown := shown_as(inline)):
                yield shown, inline.end


def _touches(entry: Entry, shown: Shown, end: int) -> bool:
    """Whether what is shown, up to `end` of the source, has to do with the words of a decision."""
    start = shown[1]
    if start == end:  # something is brought in there
        return entry.start <= start <= entry.end
    return start < entry.end and entry.start < end


def decisions_about(project: Project, item: EditionWork, addresses: Addresses) -> Decisions:
    """The decisions about a work; they are of no text but the one that the edition describes."""
    path = f"works/{item.record.id}/apparatus/index.md"
    if item.work is None or item.status != "found":
        return Decisions(path, (), ())
    records = project.emendations.get(item.record.id, ())
    entries = emendation_list(item.work, records, item.record.structure)
    return Decisions(path, entries, addresses.whole.passages.get(item.record.id, ()))
