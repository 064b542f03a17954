"""The bibliography as a page: every entry in the words of the style, with all that leads to it.

Each entry carries itself as COinS too, for reference managers; only this page does, since COinS on the page of a
work would hide the work from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from build_edition.edition.entries import Entry
from build_edition.edition.project import BIBLIOGRAPHY, Project
from build_edition.edition.registers import Title
from build_edition.publish.addresses import relative, url_of
from build_edition.publish.cite.citations import Citations
from build_edition.publish.cite.coins import coins
from build_edition.publish.cite.handwritten import CitingPage
from build_edition.publish.cite.in_text import BIB
from build_edition.publish.entries.parts import entry_element, entry_link, facts
from build_edition.publish.entries.places import To, siglum
from build_edition.publish.pages import Page, front_matter
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

PATH = "bibliography.md"
FILE = "bibliography/edition.bib"
FEW = 8  # entries of the registers that are listed one by one
_TIMES = {0: "In the register of works", 1: "Named once", 2: "Named twice"}
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
    for name, heading in GROUPS.items():
        keys = [key for key in citations.entries if grouped[key] == name]
        if keys:
            parts.append(f'<h2 class="letter added" id="{name}">{heading}</h2>')
            parts += map(writer.entry, keys)
    return Page(PATH, "Bibliography", "\n\n".join(parts) + "\n")


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
        entries = {item.record.id: item.entry for item in self.whole.works}
        found = self.whole.references.to(BIB, key)
        works = [
            f"<b>{html(siglum(entries[work]))}</b> {', '.join(self._passages(one.place for one in group))}"
            for work, group in groupby(found, lambda one: one.work)
        ]
        return f'<p class="places">Cited in {"; ".join(works)}</p>' if works else ""

    def _passages(self, places: Iterable[str]) -> Iterator[str]:
        for place in dict.fromkeys(places):
            address = self.to("passage", place)
            name = html(_short(place.partition("/")[2]) or place)
            yield f'<a href="{attribute(address)}">{name}</a>' if address else name

    def _named(self, key: str) -> str:
        """Its entry in the register of works, with how often the works name it."""
        said = []
        for title in self.titles[key]:
            times = len(self.whole.occurrences.get(title.id, ()))
            address = self.to("title", title.id)
            words = _TIMES.get(times, f"Named {times:,} times")
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


def _short(passage: str) -> str:
    """A passage for a list: "4.12", or where its division has a name, by the first word of that, "preface 5"."""
    division, _, number = passage.rpartition(".")
    return passage if not division or division.isdecimal() else f"{division.partition('-')[0]} {number}"
