"""Records: all that a search can find, each a passage, or an entry of glossary, registers or bibliography.

What a chronology has is among them already: as passages of a work's own, and as events of the register.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.mentions.deciding import Decider
from build_edition.apparatus.mentions.matcher import Matcher
from build_edition.apparatus.mentions.overlaps import without_own_parts
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.bibliography import BibEntry
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import RegisterEntry
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import Addresses, division_path, url_of
from build_edition.publish.wording import division_title, short, siglum
from build_edition.whole import Whole

FILE = "data/search.jsonl"
SUMMARY = "data/search.json"
KINDS = {  # by the kind of a link: the kind of a record
    "term": "glossary", "person": "person", "place": "place", "org": "organisation", "event": "event",
    "title": "title", "bib": "bibliography",
}  # fmt: skip
HEADING = "head"


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """Something to be found.

    `kind` is `text`, `note`, or one of `KINDS`; `work`, `passage` and `pages` are empty for what is no passage.
    `title` says in few words where it stands, `url` leads there from the root. `entries` are the ids of the
    entries that it names, each as often as it does. `place` names the passage in few words, where its id does not.
    """

    kind: str
    title: str
    url: str
    text: str
    work: str = ""
    passage: str = ""
    pages: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    place: str = ""

    @property
    def shown(self) -> dict[str, Any]:
        """What a result says of itself, beside its text."""
        fields = {
            "kind": self.kind, "work": self.work, "passage": self.passage, "pages": list(self.pages),
            "title": self.title, "url": self.url, "place": self.place,
        }  # fmt: skip
        return {name: value for name, value in fields.items() if value}


def search_records(whole: Whole) -> tuple[SearchRecord, ...]:
    """All records, the works' in reading order, then entries and the bibliography."""
    kinds = {entry.kind for entry in whole.entries.values()} | ({"bib"} if whole.project.bibliography else set())
    addresses = Addresses(whole, frozenset(kinds))
    finder = _Finder(whole)
    return (
        *(record for item in whole.works if item.work for record in _of_work(whole, item, addresses)),
        *(finder.of_entry(entry, addresses) for entry in whole.entries.values()),
        *(finder.of_book(entry, addresses) for entry in whole.project.bibliography.values()),
    )


def record_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The records as lines of JSON, to be read through; and the works, with how many records of a kind and work
    follow each other, by which results are filtered.
    """
    rows = [
        record.shown | {"text": record.text} | ({"entries": list(record.entries)} if record.entries else {})
        for record in search_records(whole)
    ]
    yield FILE, "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    groups = groupby((row["kind"], row.get("work", "")) for row in rows)
    runs = [[kind, work, sum(1 for _ in group)] for (kind, work), group in groups]
    works = [_work(item) for item in whole.works if item.work]
    yield SUMMARY, json.dumps({"works": works, "runs": runs}, ensure_ascii=False, separators=(",", ":")) + "\n"


def decade(entry: BibEntry) -> str:
    """The decade in which a work was published: "1950s"; empty where its year is not known."""
    return f"{entry.year[:3]}0s" if entry.year.isdecimal() else ""


def authors_of(item: EditionWork) -> tuple[str, ...]:
    return item.entry.authors or item.entry.editors


def _work(item: EditionWork) -> dict[str, Any]:
    """A work as filters and results name it."""
    return {
        "id": item.record.id,
        "name": siglum(item.entry),
        "title": item.entry.title,
        "authors": list(authors_of(item)),
        "decade": decade(item.entry),
    }


def _of_work(whole: Whole, item: EditionWork, addresses: Addresses) -> Iterator[SearchRecord]:
    """The records of a work: every passage is one."""
    named = _named(whole, item.record.id)
    titles = _Titles(item)
    for index, passage in enumerate(whole.passages[item.record.id]):
        target = f"{item.record.id}/{passage.id}" if passage.id else ""
        yield SearchRecord(
            kind="note" if passage.kind == "note" else "text",
            title=titles.of(passage),
            url=(addresses.of("passage", target) if target else None) or titles.url(passage),
            text=passage.text,
            work=item.record.id,
            passage=passage.id,
            pages=passage.pages,
            entries=tuple(named.get(index, ())),
            place=_place(passage),
        )


def _place(passage: Passage) -> str:
    """A passage in few words, as a result names it; empty where its id is as short."""
    words = "heading" if passage.kind == HEADING and passage.id else short(passage.id)
    return words if words != passage.id else ""


def _named(whole: Whole, work_id: str) -> dict[int, list[str]]:
    """By the place of a passage in its work the entries that it names."""
    found: dict[int, list[str]] = {}
    for occurrences in whole.occurrences.values():
        for one in occurrences:
            if one.place.work == work_id:
                found.setdefault(one.place.index, []).append(one.entry)
    return found


class _Titles:
    """The titles over a work's passages."""

    def __init__(self, item: EditionWork) -> None:
        assert item.work is not None
        self.urls: dict[str, str] = {}
        self.divisions: dict[str, str] = {}
        self.sections: dict[str, str] = {}
        for division in divisions(item.work):
            self.urls[division.key] = url_of(division_path(item.record.id, division))
            self.divisions[division.key] = division_title(division) if division.key else ""
            for section in division.walk():
                if section.heading and section.key != division.key:
                    self.sections[section.key] = " ".join(section.heading.title.split())

    def of(self, passage: Passage) -> str:
        """The titles of division and section, those that are there."""
        section = "" if passage.kind == HEADING else self.sections.get(passage.section, "")
        return " · ".join(filter(None, (self.divisions.get(passage.division, ""), section)))

    def url(self, passage: Passage) -> str:
        """The page of a passage that cannot be cited by itself."""
        return self.urls[passage.division]


class _Finder:
    """Makes the records of what editors wrote, and finds what it names."""

    def __init__(self, whole: Whole) -> None:
        self.matcher = Matcher(whole.entries.values())
        self.decider = Decider(whole.project.decisions)

    def of_entry(self, entry: Entry, addresses: Addresses) -> SearchRecord:
        if isinstance(entry, Term):
            parts: Sequence[str | None] = (entry.label, entry.cyrillic, entry.expansion, entry.definition)
        else:
            assert isinstance(entry, RegisterEntry)
            parts = (entry.name, entry.cyrillic, entry.dates, entry.identification)
        text = _sentences(parts)
        url = addresses.of(entry.kind, entry.id) or ""
        named = (entry.id, *(one for one in self._named(text) if one != entry.id))
        return SearchRecord(KINDS[entry.kind], entry.label, url, text, entries=named)

    def of_book(self, entry: BibEntry, addresses: Addresses) -> SearchRecord:
        text = " ".join(f"{entry.citation_text()} {entry.annotation}".split())
        url = addresses.of("bib", entry.key) or ""
        return SearchRecord(KINDS["bib"], siglum(entry), url, text, entries=tuple(self._named(text)))

    def _named(self, text: str) -> Iterator[str]:
        """The entries that a text names. A form that several share is all of theirs: it is better found twice."""
        for hit in without_own_parts(self.matcher.find(text)):
            owner = self.decider.owner(text[hit.start : hit.end], hit.forms, ("", 0, 0))
            if owner != "":
                yield from hit.forms if owner is None else (owner,)


def _sentences(parts: Sequence[str | None]) -> str:
    """The parts of an entry that there are, each ending in a stop."""
    said = (" ".join(part.split()) for part in parts if part)
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in said)
