"""The rows of what the edition knows: the bibliography, entries, where they are named, and what has a date."""

from __future__ import annotations

from dataclasses import dataclass

from build_edition.apparatus.chronology.timeline import span_of
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Event, RegisterEntry, Title
from build_edition.whole import Whole
from build_edition.writers.database.ids import Ids
from build_edition.writers.database.texts import Cell, Rows


@dataclass(frozen=True)
class EntryRows:
    """Makes the rows of the tables of entries."""

    whole: Whole
    ids: Ids

    def bibliography(self) -> Rows:
        for one in self.whole.project.bibliography.values():
            cells = (
                one.container,
                one.date,
                one.original_date,
                one.publisher,
                one.place,
                one.volume,
                one.issue,
                one.pages,
                one.url,
                one.doi,
                one.isbn,
                one.issn,
                one.language,
            )
            names = ("; ".join(one.authors) or None, "; ".join(one.editors) or None)
            told = tuple(cell or None for cell in cells)
            yield one.key, one.type, one.title, *names, *told, one.citation_text(), one.annotation or None

    def terms(self) -> Rows:
        """The entries, those first that others name as their author."""
        authors = {one.author for one in self.whole.entries.values() if isinstance(one, Title)}
        for one in sorted(self.whole.entries.values(), key=lambda entry: entry.id not in authors):
            means = one.definition if isinstance(one, Term) else ""
            own: tuple[Cell, ...] = (None,) * 6
            if isinstance(one, RegisterEntry):
                means = one.identification
                date, kind = (one.date, one.type) if isinstance(one, Event) else (None, None)
                bib, author = (one.bib, one.author) if isinstance(one, Title) else (None, None)
                own = (date, kind, one.wikidata, one.viaf, bib, author)
            expansion = one.expansion if isinstance(one, Term) else None
            means = " ".join(means.split())
            yield one.id, one.kind, one.label, one.shown, means, expansion, one.cyrillic, one.dates, *own

    def forms(self) -> Rows:
        listed = ((entry.id, form) for entry in self.whole.entries.values() for form in entry.forms)
        for number, (entry, form) in enumerate(listed, 1):
            yield number, entry, form

    def see_also(self) -> Rows:
        listed = ((entry.id, other) for entry in self.whole.entries.values() for other in entry.see_also)
        for number, (entry, other) in enumerate(listed, 1):
            yield number, entry, other

    def occurrences(self) -> Rows:
        found = (one for those in self.whole.occurrences.values() for one in those)
        for number, one in enumerate(found, 1):
            place = one.place
            passage = self.ids.passage(place.work, place.index)
            where = (place.start, place.end, one.form, one.listed, place.line, place.page or None)
            yield number, one.entry, passage, *where, one.within or None

    def chronology(self) -> Rows:
        for number, one in enumerate(self.whole.timeline, 1):
            begins, ends = span_of(one.date) if one.date else (None, None)
            yield number, one.date or None, begins, ends, one.text, one.event or None, one.cert, int(one.inherited)

    def chronology_passages(self) -> Rows:
        found: list[tuple[int, str, int, str | None]] = []
        for number, one in enumerate(self.whole.timeline, 1):
            found += [(number, own.passage, 1, own.printed or None) for own in one.entries]
            found += [(number, ref, 0, None) for ref in one.passages]
        for number, (one_id, ref, is_entry, printed) in enumerate(found, 1):
            yield number, one_id, ref, self.ids.named.get(ref), is_entry, printed
