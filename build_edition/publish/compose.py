"""All pages of a site, and its navigation.

In: a `Whole`.  Out: pages and the tree of their titles; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from build_edition.apparatus.divisions import has_chapters
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import LISTS, Addresses, file_link
from build_edition.publish.argument.argument import Argument
from build_edition.publish.argument.page import argument_page
from build_edition.publish.by_hand.pages import pages_by_hand, resolve
from build_edition.publish.by_hand.parts import Parts
from build_edition.publish.cite.by_hand import CitingPage, read_page, resolved
from build_edition.publish.cite.citations import Citations
from build_edition.publish.cite.in_text import with_citations
from build_edition.publish.cite.works import Styled
from build_edition.publish.engine.nav import Entry, work_entry
from build_edition.publish.entries.bibliography import bibliography_page
from build_edition.publish.entries.chronology import chronology_page
from build_edition.publish.entries.concordance import concordance_page
from build_edition.publish.entries.glossary import glossary_page
from build_edition.publish.entries.registers import register_pages
from build_edition.publish.page import Page
from build_edition.publish.pages.apparatus import apparatus_page
from build_edition.publish.pages.contributors import contributors_page
from build_edition.publish.pages.decisions import decisions_about
from build_edition.publish.pages.downloads import Offer, downloads_page
from build_edition.publish.pages.explore import explore_page
from build_edition.publish.pages.quotation import quotation_page
from build_edition.publish.pages.status import status_page
from build_edition.publish.pages.takeaway import NOTHING, TakeAway
from build_edition.publish.pages.text import text_pages
from build_edition.publish.pages.works import contents_page, record_page, works_page
from build_edition.publish.permanent.changes_page import changes_page
from build_edition.publish.search.page import search_page
from build_edition.whole import Whole
from build_edition.writers.escaping import html


@dataclass(frozen=True, slots=True)
class Composed:
    """The pages of a site.

    `built` are those that the program makes, `by_hand` those of the folder `docs` with their links resolved.
    `works` is the navigation of the works, `groups` that of the other built pages, under the title of each group.
    `addresses` know what the links of each page lead to.
    """

    built: tuple[Page, ...]
    by_hand: tuple[tuple[str, str], ...]
    works: tuple[Entry, ...]
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    warnings: tuple[str, ...]
    addresses: Addresses


def compose(
    whole: Whole,
    citations: Citations,
    citing: Sequence[CitingPage] = (),
    cited: Mapping[str, tuple[Styled, ...]] = MappingProxyType({}),
    offers: Sequence[Offer] = (),
    taken: TakeAway = NOTHING,
) -> Composed:
    """All pages of an edition, with what is cited in the words of `citations`; `citing` are pages by hand.

    `cited` are the works as readers cite them, by the id of each. `taken` are the books and data that can be taken
    away, `offers` the data that the site has anyway.
    """
    listed = {entry.kind for entry in whole.entries.values()} | ({"bib"} if citations.entries else set())
    addresses = Addresses(whole, frozenset(listed))
    composer = _Composer(with_citations(whole, citations), addresses, citations, citing, cited, offers, taken)
    works = tuple(composer.works())
    groups = (
        ("Explore", tuple(composer.explore())),
        ("Search and cite", tuple(composer.finding())),
        ("State of the edition", tuple(composer.state())),
    )
    by_hand = tuple(composer.by_hand(whole.project.root / "docs"))
    return Composed(tuple(composer.pages), by_hand, works, groups, tuple(composer.warnings), addresses)


class _Composer:
    """Makes pages and entries of the navigation, one part of the site after another."""

    def __init__(
        self,
        whole: Whole,
        addresses: Addresses,
        citations: Citations,
        citing: Sequence[CitingPage],
        cited: Mapping[str, tuple[Styled, ...]],
        offers: Sequence[Offer],
        taken: TakeAway,
    ) -> None:
        self.whole, self.project, self.addresses = whole, whole.project, addresses
        self.citations, self.citing, self.cited_works = citations, citing, cited
        self.offers, self.taken = offers, taken
        self.pages: list[Page] = []
        self.warnings: list[str] = []
        self.apparatus: list[Entry] = []  # of each work that has one

    def works(self) -> Iterator[Entry]:
        """The pages of the works, also of those that are not here."""
        here = {item.record.id for item in self.whole.works}
        absent = [
            EditionWork(record, self.project.entry(record), "missing")
            for record in self.project.works
            if record.id not in here
        ]
        everything = sorted([*self.whole.works, *absent], key=lambda item: (item.entry.date, item.record.order))
        yield {"All works": self.add(works_page(self.project, everything))}
        for item in everything:
            if item.work is None:
                front = record_page(self.project, item, left_out=item.record.id not in here)
                self.add(front)
                yield work_entry(item.record.title, front)
            else:
                yield self.text(item)

    def text(self, item: EditionWork) -> Entry:
        """The pages of a work that is here."""
        assert item.work is not None
        decisions = decisions_about(self.project, item, self.addresses)
        apparatus = apparatus_page(self.project, item, self.addresses, decisions)
        headnote = self.headnote(item)
        cited = self.cited_works.get(item.record.id, ())
        take = self.taken.line(item.record.id, f"works/{item.record.id}/")
        texts = list(text_pages(self.project, item, self.addresses, decisions, headnote, cited, take))
        if has_chapters(item.work):
            front = contents_page(self.project, item, headnote, apparatus is not None, take)
            entry = work_entry(item.record.title, front, texts)
            self.add(front)
        else:
            entry = work_entry(item.record.title, texts[0][1])
        self.pages += [page for _, page in texts]
        if apparatus:
            self.apparatus.append({html(item.record.title): self.add(apparatus)})
        return entry

    def headnote(self, item: EditionWork) -> str:
        """The editors' headnote to a work as Markdown, its links resolved; empty where there is none."""
        text = self.project.headnotes.get(item.record.id, "")
        path = f"works/{item.record.id}/index.md"
        found = resolve(text, path, self.addresses, f"edition/headnotes/{item.record.id}.md")
        self.warnings += found.warnings
        return self.cited(found.text, path, "headnote", "Notes to the headnote").strip()

    def explore(self) -> Iterator[Entry]:
        """The pages across the works."""
        glossary = glossary_page(self.whole, self.addresses.on("glossary/index.md").to)
        registers = register_pages(self.whole, self.addresses)
        chronology = chronology_page(self.whole, self.addresses.on("chronology/index.md").to)
        concordance = concordance_page(self.whole)
        bibliography = bibliography_page(
            self.whole, self.citations, self.citing, self.addresses.on("bibliography/index.md").to
        )
        argument = argument_page(Argument(self.whole), self.addresses.on("argument/index.md").to)
        pages = (glossary, *registers, chronology, argument, concordance, bibliography)
        if overview := explore_page(self.whole, pages):
            yield {"Overview": self.add(overview)}
        yield from self.entries(*pages)

    def finding(self) -> Iterator[Entry]:
        """The pages by which a reader finds and cites passages."""
        yield from self.entries(search_page(self.whole), quotation_page(self.whole))

    def state(self) -> Iterator[Entry]:
        """The pages that tell how far the edition is, and what of it can be taken away."""
        changes = changes_page(self.whole, self.addresses)
        downloads = downloads_page(self.whole, self.offers, self.taken)
        yield from self.entries(status_page(self.whole, self.addresses))
        if self.apparatus:
            yield {"Apparatus": self.apparatus}
        yield from self.entries(contributors_page(self.whole, self.addresses), changes, downloads)

    def entries(self, *pages: Page | None) -> Iterator[Entry]:
        """Pages, those that there are, each with its title for navigation."""
        for page in pages:
            if page:
                yield {page.title: self.add(page)}

    def by_hand(self, docs: Path) -> Iterator[tuple[str, str]]:
        parts = Parts(self.whole, self.addresses, self.cited_works, self.offers, self.taken)
        for path, found in pages_by_hand(docs, self.addresses):
            text = parts.put(self.cited(found.text, path), path)
            self.warnings += (*found.warnings, *text.warnings)
            yield path, text.text

    def cited(self, text: str, path: str, anchor: str = "cite", label: str = "") -> str:
        """What is written by hand for the page at `path`, its citations made."""
        page = read_page(text, path, path, self.project.bibliography, [])
        return resolved(page, self.citations, file_link(f"{LISTS['bib']}/", path), anchor, label)

    def add(self, page: Page) -> str:
        self.pages.append(page)
        return page.path
