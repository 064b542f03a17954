"""Cards: what a reader is shown of the thing that a link leads to, before following it.

In: a `Whole`, and the kind and target of a link, as `work.Link` has them.  Out: data, one field for each thing
that a card says; what is empty is left out.  Cards of passages quote the sources: they are for the built site
alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from build_edition.apparatus.concordance import first_words
from build_edition.apparatus.crossrefs.targets import page_name
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.bibliography import BibEntry
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import RegisterEntry
from build_edition.tree import flatten
from build_edition.whole import Whole
from build_edition.work import PageBeginning, Text
from build_edition.writers.chronology import date_words
from build_edition.writers.entries import summary

OPENING = 220  # characters of a passage, cut at a word
Card = dict[str, Any]
Runs = Sequence[tuple[str, str]]  # words, each run after the element that sets it ("em", or nothing)


@dataclass(frozen=True)
class CardWriter:
    """Writes the cards of one edition; `citations` are the words of the entries of the bibliography, by key."""

    whole: Whole
    citations: Mapping[str, Runs]

    def card(self, kind: str, target: str) -> Card | None:
        """The card of what a link leads to; None where the edition knows nothing of it."""
        if kind == "date":
            target = target[:4]  # a day is where the chronology has its year
        if kind == "passage":
            fields = self._passage(target)
        elif kind == "bib":
            fields = self._bib(target)
        elif kind == "date":
            fields = self._year(target)
        else:
            entry = self.whole.entries.get(target)
            fields = self._entry(entry) if entry else None
        return {"kind": kind, "target": target, **_said(fields)} if fields else None

    def _entry(self, entry: Entry) -> Card:
        """What an entry is, and how often the works name it."""
        found = summary(self.whole, entry)
        means = entry.definition if isinstance(entry, Term) else ""
        means = entry.identification if isinstance(entry, RegisterEntry) else means
        return {
            "label": entry.shown,
            "cyrillic": entry.cyrillic,
            "expansion": entry.expansion if isinstance(entry, Term) else "",
            "dates": entry.dates,
            "text": means,
            "count": found["count"],
            "works": found["works"],
            "alluded": len({one.place for one in self.whole.references.to(entry.kind, entry.id)}),
            "authorities": entry.authorities if isinstance(entry, RegisterEntry) else (),
        }

    def _bib(self, key: str) -> Card | None:
        """The full citation, how many passages cite it, and the work of the edition that it is, if it is one."""
        if key not in self.citations:
            return None
        return {
            "text": [list(run) for run in self.citations[key]],
            "count": len({one.place for one in self.whole.references.to("bib", key)}),
            "work": next((record.id for record in self.whole.project.works if record.bib == key), ""),
            "remark": self.whole.project.bibliography[key].annotation,
        }

    def _year(self, year: str) -> Card | None:
        """What the chronology has of a year."""
        found = [one for one in self.whole.timeline if one.date.startswith(year)]
        entries = [
            _said({"date": date_words(one.date), "edtf": one.date, "text": one.text, "cert": _low(one.cert)})
            for one in found
        ]
        return {"label": year, "entries": entries} if entries else None

    def _passage(self, target: str) -> Card | None:
        """The work, and of what stands at the place: heading, first words, printed page."""
        work_id, _, name = target.partition("/")
        entry = self._entries_of_works.get(work_id)
        if entry is None:
            return None
        work = {
            "work": work_id,
            "author": ", ".join(entry.authors or entry.editors),
            "title": entry.title,
            "contained": bool(entry.container),
            "year": entry.year,
        }
        if not name:
            return work
        found = self._places.get((work_id, name))
        if found is None:
            return {**work, "place": name, "absent": work_id not in self.whole.passages}
        return {**work, **found}

    @cached_property
    def _entries_of_works(self) -> Mapping[str, BibEntry]:
        project = self.whole.project
        return {record.id: project.entry(record) for record in project.works}

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Card]:
        """What stands at every place in the works that can be referred to, by work and name."""
        places: dict[tuple[str, str], Card] = {}
        for item in self.whole.works:
            if item.work is None:
                continue
            listed = self.whole.passages[item.record.id]
            for name, card in _places_in(listed):
                places.setdefault((item.record.id, name), card)
            for name, olds in item.work.aliases.items():
                card = places.get((item.record.id, name), {})
                for old in olds:
                    places.setdefault((item.record.id, old), card)
        return places


def _places_in(listed: Sequence[Passage]) -> Iterator[tuple[str, Card]]:
    """The passages, sections, divisions and printed pages of a work, each with its name and its card.

    A division that begins without a heading comes a second time, under the name that it has from its heading.
    """
    division = ""
    for k, passage in enumerate(listed):
        if passage.is_citable:
            yield passage.id, {"place": passage.id, **_words(passage.text), "pages": passage.pages}
        elif passage.id:
            after = next((one for one in listed[k + 1 :] if one.is_citable), None)
            opening = _words(after.text) if after and after.division == passage.division else {}
            yield passage.id, {"heading": passage.text, **opening, "pages": passage.pages[:1]}
        if passage.division != division:
            division = passage.division
            yield division, {"place": division, **_words(passage.text), "pages": passage.pages[:1]}
        yield from _pages_in(passage)


def _pages_in(passage: Passage) -> Iterator[tuple[str, Card]]:
    """The printed pages that begin in a passage, each with the words that follow."""
    inlines = [inline for run in passage.runs for inline in flatten(run)]
    for k, inline in enumerate(inlines):
        if isinstance(inline, PageBeginning) and inline.n is not None:
            after = " ".join("".join(one.text for one in inlines[k:] if isinstance(one, Text)).split())
            yield page_name(inline.n), {"page": inline.n, "cert": _low(inline.cert), **_words(after)}


def _words(text: str) -> Card:
    """The first words of a passage; `cut` where it has more."""
    opening = first_words(text, OPENING)
    return {"text": opening, "cut": len(opening) < len(text)}


def _low(cert: str) -> str:
    return cert if cert != "high" else ""


def _said(fields: Card) -> Card:
    """The fields that say something; a count says something where it is 0."""
    return {name: value for name, value in fields.items() if value or (name == "count" and value == 0)}
