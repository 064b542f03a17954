"""What the parts behind the texts are written from, and the words that they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.naming import short
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Title
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.back.places import Places, Spot
from build_edition.writers.typst.setting import labels_of_all

_CYRILLIC = re.compile(r"[\u0400-\u052f](?:[\u0400-\u052f\u0301 -]*[\u0400-\u052f\u0301])?")

# A work as a style words it: runs of words, each with the element that sets it ("em", or nothing).
Reference = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Book:
    """The works of one PDF with all that is named in them.

    `references` are works of the bibliography by key, in the order in which they are listed, in the words of the
    style.
    """

    whole: Whole
    items: tuple[EditionWork, ...]
    places: Places
    references: Mapping[str, Reference] = field(default_factory=dict)

    @cached_property
    def listed(self) -> tuple[Entry, ...]:
        """The entries that the works name; of a whole edition, every entry of the glossary besides."""
        return tuple(
            entry
            for entry in self.whole.entries.values()
            if self.spots(entry) or (self.is_whole and isinstance(entry, Term))
        )

    @cached_property
    def is_whole(self) -> bool:
        """Whether the book holds every work of the edition."""
        held = {item.record.id for item in self.items}
        return held == {record.id for record in self.whole.project.works}

    @cached_property
    def sigla(self) -> Mapping[str, str]:
        """Each work in two words, by its id."""
        return {item.record.id: item.entry.siglum for item in self.items}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The works of the bibliography that are listed: all of a whole edition, else those that have to do with
        the works here, or with an entry that is listed.
        """
        wanted = {item.record.bib for item in self.items}
        wanted |= {source.bib for entry in self.listed for source in entry.sources}
        wanted |= {entry.bib for entry in self.listed if isinstance(entry, Title) and entry.bib}
        spots = self.places.spots
        return tuple(
            key for key in self.references if self.is_whole or key in wanted or labels.of_bib(key) in spots
        )

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels that stand in what is behind the texts."""
        own = {label_of(entry) for entry in self.listed} | {labels.of_bib(key) for key in self.keys}
        return frozenset(own | {index_label(entry) for entry in self.listed if self.spots(entry)})

    @cached_property
    def present(self) -> frozenset[str]:
        """Every label of the PDF."""
        return self.labels | labels_of_all(self.items)

    @cached_property
    def ranks(self) -> Mapping[tuple[str, str], int]:
        """The order of the divisions of each work."""
        works = [(item.record.id, divisions(item.work)) for item in self.items if item.work]
        return {(work, division.key): k for work, found in works for k, division in enumerate(found)}

    def spots(self, entry: Entry) -> tuple[Spot, ...]:
        """Where an entry is named."""
        return self.places.spots.get(label_of(entry), ())

    def to(self, label: str, words: str) -> str:
        """Words, as markup, that lead to a label where it stands in the PDF."""
        return f"#go({escaping.string(label)})[{words}];" if label in self.present else words

    def to_passage(self, work_id: str, name: str) -> str:
        """The id of a passage in few words, which lead there."""
        words = escaping.markup(short(name) or self.sigla.get(work_id, work_id))
        return self.to(labels.of_passage(work_id, name) if name else labels.of_work(work_id), words)


def label_of(entry: Entry) -> str:
    """Where the PDF tells what an entry is: in the glossary, else in an index."""
    return labels.of_entry(entry.kind, entry.id)


def index_label(entry: Entry) -> str:
    """Where an entry stands in an index: a term has its place in the glossary besides."""
    return f"index:{label_of(entry)}" if isinstance(entry, Term) else label_of(entry)


def opening(text: str) -> str:
    """Text as markup that may begin a block: a number with a stop, or a dash, begins no list."""
    return escaping.line_start(escaping.markup(text))


def spoken(text: str) -> str:
    """A text as markup; its words in Cyrillic letters are told to be Russian, for speech and hyphens."""
    parts: list[str] = []
    done = 0
    for found in _CYRILLIC.finditer(text):
        parts += [escaping.markup(text[done : found.start()]), f"#ru[{escaping.markup(found[0])}];"]
        done = found.end()
    return escaping.line_start("".join([*parts, escaping.markup(text[done:])]))


def in_array(parts: Iterable[str]) -> str:
    """An array of code, of one element too."""
    return f"({''.join(f'{part}, ' for part in parts)})"


def numbers(spots: Iterable[Spot]) -> str:
    """Places as an array of their numbers; one in a note is negative, -1 for that of number 0."""
    found = ", ".join(str(-one.number - 1 if one.is_note else one.number) for one in spots)
    return f"({found}{',' if found else ''})"
