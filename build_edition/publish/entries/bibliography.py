"""The bibliography as a page: every entry in the words of the style, with all that leads to it.

Each entry carries itself as COinS too, for reference managers; only this page does, since COinS on the page of a
work would hide the work from them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from build_edition.apparatus.crossrefs.reference import Reference
from build_edition.edition.bibliography import BibEntry
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.registers import Title
from build_edition.edition.project import BIBLIOGRAPHY, Project
from build_edition.publish.addresses import relative, url_of
from build_edition.publish.cite.by_hand import CitingPage
from build_edition.publish.cite.citations import Citations
from build_edition.publish.cite.coins import coins
from build_edition.publish.cite.in_text import BIB
from build_edition.publish.entries.parts import entry_element, entry_link, facts, sorting_key
from build_edition.publish.entries.places import To, by_work, passage_link, times
from build_edition.publish.page import Page, front_matter
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

PATH = "bibliography/index.md"
FILE = "bibliography/edition.bib"
_ARTICLE = re.compile(r"(?:The|A|An) ")
FEW = 8  # entries of the registers that are listed one by one
GROUPS = {
    "works-of-the-edition": "The works of this edition",
    "works-cited": "Works cited and discussed",
    "works-relied-on": "Works that the editors rest on",
}


def bibliography_page(whole: Whole, citations: Citations, citing: Sequence[CitingPage], to: To) -> Page | None:
    """The page of the bibliography; None where the edition has none. `citing` are pages written by hand."""
    if not citations.entries:
        return None
    writer = _Writer(whole, citations, citing, to)
    parts = [
        front_matter("Bibliography", "entries", f"Works that {whole.project.edition.title} holds, cites and uses"),
        "# Bibliography {.added}",
        f'<p class="lead-in added">{len(citations.entries):,} works. '
        '<a href="edition.bib" download>The same as a file</a> for a reference manager.</p>',
    ]
    grouped = groups(whole.project)
    ordered = in_alphabet(citations.entries, whole.project.bibliography)
    for name, heading in GROUPS.items():
        keys = [key for key in ordered if grouped[key] == name]
        if keys:
            parts.append(f'<h2 class="letter added" id="{name}">{heading}</h2>')
            parts += map(writer.entry, keys)
    return Page(PATH, "Bibliography", "\n\n".join(parts) + "\n")


def in_alphabet(keys: Iterable[str], bibliography: Mapping[str, BibEntry]) -> list[str]:
    """The keys in the order of the style, but an issue of a journal, which has no author, by the journal's name.

    A style puts what has neither author nor title before all others.
    """
    named = [(bibliography[key].sort_name or bibliography[key].title, key) for key in keys]
    ordered = [(sorting_key(_ARTICLE.sub("", name)), key) for name, key in named if name]
    for key in (key for name, key in named if not name):
        own = sorting_key(_ARTICLE.sub("", bibliography[key].container))
        before = sum(name <= own for name, _ in ordered)
        ordered.insert(before, (own, key))
    return [key for _, key in ordered]


def bibliography_file(project: Project) -> Iterator[tuple[str, str]]:
    """The bibliography as it is written, for the site: its path there and its text."""
    path = project.root / BIBLIOGRAPHY
    if path.is_file():
        yield FILE, path.read_text(encoding="utf-8-sig")


def groups(project: Project) -> Mapping[str, str]:
    """The group of every key. It does not depend on which sources are here."""
    own = {record.bib for record in project.works}
    cited = {record.target.name for record in project.crossrefs if record.target.kind == BIB}
    cited |= {entry.bib for entry in project.entries.values() if isinstance(entry, Title) and entry.bib}
    first, second, third = GROUPS
    return {key: first if key in own else second if key in cited else third for key in project.bibliography}


class _Writer:
    """Writes entries; what leads to each is gathered once."""

    def __init__(self, whole: Whole, citations: Citations, citing: Sequence[CitingPage], to: To) -> None:
        self.whole, self.citations, self.to = whole, citations, to
        self.titles: dict[str, list[Title]] = defaultdict(list)
        self.resting: dict[str, list[Entry]] = defaultdict(list)
        self.citing: dict[str, list[CitingPage]] = defaultdict(list)
        self.works = {record.bib: record.id for record in whole.project.works}
        for entry in whole.entries.values():
            if isinstance(entry, Title) and entry.bib:
                self.titles[entry.bib].append(entry)
            for key in dict.fromkeys(source.bib for source in entry.sources):
                self.resting[key].append(entry)
        for page in citing:
            for key in dict.fromkeys(cite.key for cite in page.cites):
                self.citing[key].append(page)

    def entry(self, key: str) -> str:
        entry = self.whole.project.bibliography[key]
        words = self.citations.entries[key].html
        work = self.to("passage", self.works[key]) if key in self.works else None
        head = f'<a href="{attribute(work)}">{words}</a>' if work else words
        remark = f'<p class="remark">{html(entry.annotation)}</p>' if entry.annotation else ""
        led = facts(filter(None, (self._named(key), self._pages(key))))
        return entry_element(key, head + coins(entry), [remark, self._cited(key), led, self._resting(key)])

    def _cited(self, key: str) -> str:
        """The passages that cite it, work by work."""
        works = groupby(self.whole.references.to(BIB, key), lambda one: one.work)
        listed = by_work(self.whole, ((work, self._passages(group)) for work, group in works))
        return f'<p class="places">Cited in {listed}</p>' if listed else ""

    def _passages(self, found: Iterable[Reference]) -> list[str]:
        return [passage_link(place, self.to) for place in dict.fromkeys(one.place for one in found)]

    def _named(self, key: str) -> str:
        """Its entry in the register of works, with how often the works name it."""
        said = []
        for title in self.titles[key]:
            count = len(self.whole.occurrences.get(title.id, ()))
            address = self.to("title", title.id)
            words = f"Named {times(count)}" if count else "In the register of works"
            said.append(f'<a href="{attribute(address)}">{words}</a>' if address else words)
        return "; ".join(said)

    def _pages(self, key: str) -> str:
        own = url_of(PATH)
        links = [
            f'<a href="{attribute(relative(url_of(page.path), own))}">{html(page.title)}</a>'
            for page in self.citing[key]
        ]
        return f"Cited on {', '.join(links)}" if links else ""

    def _resting(self, key: str) -> str:
        """The entries of glossary and registers that rest on it."""
        entries = sorted(self.resting[key], key=lambda entry: entry.label)
        links = ", ".join(entry_link(self.whole, entry.id, self.to) for entry in entries)
        if len(entries) <= FEW:
            return facts([f"Source of {links}"]) if links else ""
        return f'<details class="facts"><summary>Source of {len(entries)} entries</summary>{links}</details>'
