"""What the texts name as TEI: the glossary and the registers, as lists that stand beside the texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from build_edition.edition.bibliography import BibEntry
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Event, RegisterEntry, Title
from build_edition.writers.tei.bibliography import bibl_struct
from build_edition.writers.tei.dates import when
from build_edition.writers.tei.elements import below, entry_id, made

Key = tuple[str, str]  # the kind and the target of a link
RUSSIAN = "ru"
# How a word of Russian is named that stands in Latin letters, by the system; the first is a registered name.
LATIN = {
    "ala_lc": "ru-Latn-alalc97", "bgn_pcgn": "ru-Latn-x-bgnpcgn", "scholarly": "ru-Latn-x-scholar",
    "popular": "ru-Latn-x-popular",
}  # fmt: skip
_LISTS = {
    "person": "listPerson",
    "place": "listPlace",
    "org": "listOrg",
    "event": "listEvent",
    "title": "listBibl",
}
_NAMES = {"person": "persName", "place": "placeName", "org": "orgName", "event": "label", "title": "title"}
_LIFE = re.compile(r"(\d{4})–(\d{4})")


class Registers:
    """The entries of an edition and its bibliography, of which a document has some or all."""

    def __init__(self, entries: Mapping[str, Entry], bibliography: Mapping[str, BibEntry]) -> None:
        self.entries, self.bibliography = entries, bibliography

    def wanted(self, named: Iterable[Key]) -> set[Key]:
        """What is named, with the works that its entries cite and the authors of titles."""
        found: set[Key] = set()
        for kind, name in named:
            if kind == "bib" and name in self.bibliography:
                found.add((kind, name))
            elif (entry := self.entries.get(name)) and entry.kind == kind:
                found |= {(kind, name), *(("bib", cited.bib) for cited in entry.sources)}
                if isinstance(entry, Title):
                    found |= {("bib", entry.bib)} if entry.bib else set()
                    found |= {("person", entry.author)} if entry.author else set()
                    author = self.entries.get(entry.author or "")
                    found |= {("bib", cited.bib) for cited in author.sources} if author else set()
        return found

    def every(self) -> set[Key]:
        """Everything there is."""
        named = {(entry.kind, entry.id) for entry in self.entries.values()}
        return {*named, *(("bib", key) for key in self.bibliography)}

    def lists(self, wanted: Collection[Key], place: Callable[[str], str]) -> Iterator[Element]:
        """The lists of what is wanted; `place` gives the pointer to a passage of a work ("smith-1960/4.12")."""
        writer = _Writer(frozenset(wanted), self.entries, place)
        by_kind: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            if (entry.kind, entry.id) in writer.here:
                by_kind.setdefault(entry.kind, []).append(entry)
        for kind, tag in _LISTS.items():
            if kind in by_kind:
                listed = (writer.registered(one) for one in by_kind[kind] if isinstance(one, RegisterEntry))
                yield made(tag, {"type": "works-discussed" if kind == "title" else ""}, *listed)
        if terms := [one for one in by_kind.get("term", ()) if isinstance(one, Term)]:
            yield made("list", {"type": "glossary"}, *(writer.term(one) for one in terms))
        cited = [entry for key, entry in self.bibliography.items() if ("bib", key) in writer.here]
        if cited:
            yield made("listBibl", {"type": "bibliography"}, *(bibl_struct(entry) for entry in cited))


class _Writer:
    """Writes entries of a document that has those in `here`."""

    def __init__(self, here: frozenset[Key], entries: Mapping[str, Entry], place: Callable[[str], str]) -> None:
        self.here, self.entries, self.place = here, entries, place

    def registered(self, entry: RegisterEntry) -> Element:
        """A person, place, organisation, event or title."""
        tag = {"title": "bibl"}.get(entry.kind, entry.kind)
        dated = when(entry.date) if isinstance(entry, Event) and entry.date else {}
        kind = entry.type if isinstance(entry, Event) else None
        corresp = ""
        if isinstance(entry, Title) and entry.bib:
            corresp = f"#{entry_id('bib', entry.bib)}"
        told = {"xml:id": entry_id(entry.kind, entry.id), "type": kind or "", "corresp": corresp, **dated}
        element = made(tag, told)
        for name in self.names(entry, _NAMES[entry.kind], entry.name, entry.display):
            element.append(name)
        if isinstance(entry, Title) and entry.author and (author := self.entries.get(entry.author)):
            below(element, "author", {"ref": f"#{entry_id('person', entry.author)}"}, author.shown)
        if entry.kind == "person" and entry.dates and (life := _LIFE.fullmatch(entry.dates)):
            below(element, "birth", {"when": life[1]})
            below(element, "death", {"when": life[2]})
        for authority, address in entry.authorities:
            below(element, "idno", {"type": authority.split()[0]}, address)
        below(element, "note", {"type": "identification"}, entry.identification)
        element.extend(self.what_all_have(entry))
        if isinstance(entry, Event):
            element.extend(self.places("chronology", entry.chronology))
        return element

    def term(self, term: Term) -> Element:
        """A term with its definition."""
        element = made("item", {"xml:id": entry_id("term", term.id)})
        element.extend(self.names(term, "term", term.headword))
        if term.expansion:
            below(element, "expan", None, term.expansion)
        for system, tag in LATIN.items():
            if term.transliterations and (word := getattr(term.transliterations, system)):
                below(element, "term", {"type": "transliteration", "xml:lang": tag}, word)
        below(element, "gloss", None, " ".join(term.definition.split()))
        element.extend(self.what_all_have(term))
        element.extend(self.places("explained", term.own_entries))
        return element

    def names(self, entry: Entry, tag: str, main: str, shown: str | None = None) -> Iterator[Element]:
        """What an entry is called: what it is listed by, in Russian, and as the texts have it."""
        yield made(tag, {"type": "main"}, main)
        if shown and shown != main:
            yield made(tag, {"type": "display"}, shown)
        if entry.cyrillic:
            yield made(tag, {"type": "original", "xml:lang": RUSSIAN}, entry.cyrillic)
        for form in entry.forms:
            if form not in (main, shown):
                yield made(tag, {"type": "form"}, form)

    def what_all_have(self, entry: Entry) -> Iterator[Element]:
        """Dates in words, where the facts come from, and other entries to see."""
        if entry.dates:
            yield made("note", {"type": "dates"}, entry.dates)
        for cited in entry.sources:
            element = made("bibl", {"type": "source", "corresp": f"#{entry_id('bib', cited.bib)}"})
            if cited.locator:
                below(element, "citedRange", None, cited.locator)
            yield element
        for name in entry.see_also:
            other = self.entries.get(name)
            if other and (other.kind, name) in self.here:
                yield made("ptr", {"type": "see-also", "target": f"#{entry_id(other.kind, name)}"})

    def places(self, kind: str, refs: Iterable[str]) -> Iterator[Element]:
        for ref in refs:
            yield made("ptr", {"type": kind, "target": self.place(ref)})
