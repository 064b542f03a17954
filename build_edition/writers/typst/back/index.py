"""The indexes: of terms and events, and of the people, places, bodies and works that are spoken of.

Each entry has the pages of this PDF, which Typst finds from the numbers of its places; an entry of many works is
parted by work, one with many places by chapter. Variant forms lead to the entry ("see"), entries to each other
("see also"), to the other index too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_edition.apparatus.naming import division_name
from build_edition.edition.entries.entry import Entry, Kind
from build_edition.edition.entries.registers import Event, RegisterEntry, Title
from build_edition.writers.typst import escaping
from build_edition.writers.typst.back.filing import by_letter
from build_edition.writers.typst.back.places import Spot
from build_edition.writers.typst.back.variants import variants
from build_edition.writers.typst.back.words import Book, in_array, index_label, label_of, numbers, opening, spoken

MANY = 12  # places in a work beyond which an entry is parted by chapter
TERMS: tuple[Kind, ...] = ("term", "event")
NAMES: tuple[Kind, ...] = ("person", "place", "org", "title")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an index under its heading: an entry, or a variant form (`see`) with those that it leads to."""

    heading: str
    entry: Entry | None = None
    see: tuple[Entry, ...] = ()


def write_index(book: Book, kinds: Sequence[Kind], other: str) -> str:
    """An index of the entries of `kinds`, as a call of `index`; `other` is the title of the other index."""
    entries = [entry for entry in book.listed if entry.kind in kinds and book.spots(entry)]
    lines = [_Line(entry.label, entry) for entry in entries]
    if not lines:
        return ""
    lines += [_Line(heading, see=found) for heading, found in variants(entries, _used(book))]
    writer = _IndexWriter(book, kinds, other)
    out = ["#index("]
    for letter, group in by_letter(lines, lambda line: line.heading):
        out.append(f"({escaping.string(letter)}, (")
        out += (f"{writer.line(line)}," for line in group)
        out.append(")),")
    return "\n".join([*out, ");"])


def _used(book: Book) -> dict[str, list[str]]:
    """The forms of each entry that the works of the book have."""
    works = {item.record.id for item in book.items}
    return {
        entry.id: list(dict.fromkeys(one.listed for one in found if one.place.work in works and not one.within))
        for entry in book.listed
        if (found := book.whole.occurrences.get(entry.id, ()))
    }


@dataclass(frozen=True, slots=True)
class _IndexWriter:
    """Writes the lines of one index."""

    book: Book
    kinds: Sequence[Kind]
    other: str

    def line(self, line: _Line) -> str:
        word, heading = escaping.string(line.heading), opening(line.heading)
        if line.entry is None:
            there = f"#emph[see] {'; '.join(self.to(entry) for entry in line.see)}"
            return f"(name: [{heading}], word: {word}, rows: (), after: [{there}])"
        entry = line.entry
        name = self.name(entry)
        if label_of(entry) != index_label(entry):
            name = self.book.to(label_of(entry), name)
        parts = [
            f"name: [{name}]",
            f"word: {word}",
            f"key: {escaping.string(index_label(entry))}",
            f"about: [{self.about(entry)}]",
            f"rows: {in_array(_rows(self.book, self.book.spots(entry)))}",
            f"after: [{self.see_also(entry)}]",
        ]
        return f"({', '.join(parts)})"

    def about(self, entry: Entry) -> str:
        """Of an entry of a register, which has no other place here, what or who it is."""
        if not isinstance(entry, RegisterEntry):
            return ""
        dates = entry.dates if entry.dates and entry.dates not in entry.label else ""
        known = ", ".join(spoken(part) for part in (entry.cyrillic, dates) if part)
        said = spoken(entry.identification)
        return f"({known}) {said}" if known else said

    def see_also(self, entry: Entry) -> str:
        """The entries that it sends its reader to, where they have places here too."""
        known = self.book.whole.entries
        others = [known[name] for name in entry.see_also if name in known]
        named = [other for other in others if self.book.spots(other)]
        here = [self.to(other) for other in named if other.kind in self.kinds]
        there = [self.to(other) for other in named if other.kind not in self.kinds]
        said = [f"#emph[see also] {'; '.join(here)}"] if here else []
        if there:
            where = f"{'also' if here else 'see also'} in the {self.other[:1].lower()}{self.other[1:]}"
            said.append(f"#emph[{escaping.markup(where)}] {'; '.join(there)}")
        return "; ".join(said)

    def to(self, entry: Entry) -> str:
        return self.book.to(index_label(entry), self.name(entry))

    def name(self, entry: Entry) -> str:
        """What an entry is filed under; the title of a work is in italics."""
        name = opening(entry.label)
        return f"#emph[{name}];" if isinstance(entry, Title) else name


def _rows(book: Book, spots: Sequence[Spot]) -> Iterator[str]:
    """The rows of an entry: their depth, what they are about, and the numbers of their places."""
    works = [(work, list(group)) for work, group in groupby(spots, lambda one: one.work)]
    depth = 0
    for work, found in works:
        if len(works) > 1:
            head = escaping.markup(book.sigla[work])
            depth = 1
            if not _is_parted(found):
                yield _row(depth, head, found)
                continue
            yield _row(depth, head, ())
        if not _is_parted(found):
            yield _row(depth, "", found)
            continue
        found.sort(key=lambda one: book.ranks[work, one.division])
        for division, those in groupby(found, lambda one: one.division):
            yield _row(depth + 1, escaping.markup(division_name(division)), tuple(those))


def _is_parted(spots: Sequence[Spot]) -> bool:
    """Whether there are so many places, in several divisions, that a reader needs them apart."""
    return len(spots) > MANY and len({one.division for one in spots}) > 1


def _row(depth: int, head: str, spots: Iterable[Spot]) -> str:
    return f"({depth}, [{head}], {numbers(spots)})"


def index_title(book: Book) -> str:
    """What the index of terms is called."""
    has_events = any(isinstance(entry, Event) for entry in book.listed if book.spots(entry))
    return "Index of terms and events" if has_events else "Index of terms"
