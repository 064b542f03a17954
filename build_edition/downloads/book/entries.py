"""The glossary, the registers and the bibliography of a book, each entry with the way to where it is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_edition.downloads.book.links import BookLinks
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Event, RegisterEntry, Title
from build_edition.publish.addresses import LISTS, Key
from build_edition.publish.cite.citations import Citations
from build_edition.publish.entries.bibliography import in_alphabet
from build_edition.publish.entries.glossary import own_explanations, transliterations
from build_edition.publish.entries.parts import by_letter, cyrillic, facts, see_also, sorting_key, sources, spoken
from build_edition.publish.entries.places import To, by_work, in_work, passage_link
from build_edition.publish.entries.registers import PAGES, authority, titles_of
from build_edition.whole import Whole
from build_edition.writers.epub.book import Sheet
from build_edition.writers.escaping import attribute, html

BIB = "bib"
_RUSSIAN = ('lang="ru"', 'xml:lang="ru" lang="ru"')  # a book tells the language in both ways


@dataclass(frozen=True, slots=True)
class Named:
    """What a book holds entries of: the works in it, the ids of the entries, the keys of the bibliography."""

    works: frozenset[str]
    entries: frozenset[str]
    bib: frozenset[str]

    def held(self, whole: Whole) -> frozenset[Key]:
        """The same as links name it."""
        return frozenset((whole.entries[name].kind, name) for name in self.entries) | {
            (BIB, key) for key in self.bib
        }


def named_in(whole: Whole, work_id: str, cited: Iterable[str]) -> Named:
    """What one work names, alludes to or cites; `cited` are keys that the editors cite beside."""
    found = {
        name for name, places in whole.occurrences.items() if any(one.place.work == work_id for one in places)
    }
    referred = [one for one in whole.references.references if one.work == work_id]
    found |= {one.target for one in referred if one.target in whole.entries}
    keys = {one.target for one in referred if one.kind == BIB}
    record = whole.project.work(work_id)
    keys |= {record.bib, *cited, *_rests_on(whole, found)}
    return Named(frozenset({work_id}), frozenset(found), frozenset(keys) & whole.project.bibliography.keys())


def everything(whole: Whole) -> Named:
    """All that the edition has."""
    works = frozenset(item.record.id for item in whole.works)
    return Named(works, frozenset(whole.entries), frozenset(whole.project.bibliography))


def _rests_on(whole: Whole, names: Collection[str]) -> Iterator[str]:
    for name in names:
        entry = whole.entries[name]
        yield from (source.bib for source in entry.sources)
        if isinstance(entry, Title) and entry.bib:
            yield entry.bib


def lists(whole: Whole, named: Named, links: BookLinks, citations: Citations) -> Iterator[Sheet]:
    """The sheets of the lists that have entries."""
    writer = _Writer(whole, named, links)
    for kind, (title, noun) in {
        "term": ("Glossary", "glossary"), **{kind: (page[1], "") for kind, page in PAGES.items()}
    }.items():  # fmt: skip
        found = [one for one in whole.entries.values() if one.kind == kind and one.id in named.entries]
        if found:
            path = sheet_of(kind)
            yield Sheet(path, title, writer.sheet(kind, title, found, bool(noun), path), "entries")
    keys = [key for key in in_alphabet(citations.entries, whole.project.bibliography) if key in named.bib]
    if keys:
        yield Sheet(sheet_of(BIB), "Bibliography", writer.bibliography(keys, citations), "entries")


def sheet_of(kind: str) -> str:
    """The path of the list of a kind."""
    return f"{LISTS[kind]}.xhtml"


class _Writer:
    """Writes the entries of one book."""

    def __init__(self, whole: Whole, named: Named, links: BookLinks) -> None:
        self.whole, self.named, self.links = whole, named, links

    def sheet(self, kind: str, title: str, entries: list[Entry], is_glossary: bool, path: str) -> str:
        to = self.links.on(path).to
        ordered = (
            _by_date(entries) if kind == "event" else [one for _, group in by_letter(entries) for one in group]
        )
        rows = "\n".join(self.entry(entry, to) for entry in ordered).replace(*_RUSSIAN)
        whole = 'epub:type="glossary" role="doc-glossary" ' if is_glossary else ""
        return (
            f'<section {whole}aria-labelledby="list">\n<h1 id="list">{html(title)}</h1>\n'
            f'<dl class="entries">\n{rows}\n</dl>\n</section>'
        )

    def entry(self, entry: Entry, to: To) -> str:
        whole = self.whole
        if isinstance(entry, Term):
            expansion = f' <span class="expansion">{spoken(entry.expansion)}</span>' if entry.expansion else ""
            head = f"<dfn>{html(entry.headword)}</dfn>{cyrillic(entry)}{expansion}"
            meaning = entry.definition
            parts = [html(entry.dates or ""), transliterations(entry), see_also(whole, entry, to)]
            parts.append(own_explanations(whole, entry, to))
        else:
            assert isinstance(entry, RegisterEntry)
            dates = f' <span class="dates">{html(entry.dates)}</span>' if entry.dates else ""
            head = f"<dfn>{html(entry.name)}</dfn>{cyrillic(entry)}{dates}"
            meaning = entry.identification
            parts = [titles_of(whole, entry, to), see_also(whole, entry, to), authority(entry)]
        small = facts([*parts, sources(whole, entry, to)]) + self.places(entry, to)
        return (  # together, so that a reading system can show both where it is called
            f'<div id="{attribute(entry.id)}">\n<dt>{head}</dt>\n'
            f'<dd><p class="definition">{spoken(meaning)}</p>{small}</dd>\n</div>'
        )

    def places(self, entry: Entry, to: To) -> str:
        """Where the works of the book name it."""
        found = [one for one in self.whole.occurrences.get(entry.id, ()) if one.place.work in self.named.works]
        works = [(work, in_work(tuple(group), to)) for work, group in groupby(found, lambda one: one.place.work)]
        return self._listed("Named in", works)

    def bibliography(self, keys: list[str], citations: Citations) -> str:
        path = sheet_of(BIB)
        to = self.links.on(path).to
        rows = []
        for key in keys:
            found = [one for one in self.whole.references.to(BIB, key) if one.work in self.named.works]
            works = [
                (work, [passage_link(place, to) for place in dict.fromkeys(one.place for one in group)])
                for work, group in groupby(found, lambda one: one.work)
            ]
            cited = self._listed("Cited in", works)
            rows.append(f'<li id="{attribute(key)}"><p>{citations.entries[key].html}</p>{cited}</li>')
        listed = "\n".join(rows)
        return (
            '<section epub:type="bibliography" role="doc-bibliography" aria-labelledby="list">\n'
            f'<h1 id="list">Bibliography</h1>\n<ul class="bibliography">\n{listed}\n</ul>\n</section>'
        )

    def _listed(self, said: str, works: Sequence[tuple[str, Iterable[str]]]) -> str:
        if not works:
            return ""
        one_work = len(self.named.works) == 1
        where = ", ".join(works[0][1]) if one_work else by_work(self.whole, works)
        return f'<p class="places">{said} {where}</p>'


def _by_date(entries: list[Entry]) -> list[Entry]:
    """In the order of time; what has no date at the end."""

    def order(entry: Entry) -> tuple[str, tuple[str, str]]:
        date = entry.date if isinstance(entry, Event) else None
        return date or "9999", sorting_key(entry.label)

    return sorted(entries, key=order)
