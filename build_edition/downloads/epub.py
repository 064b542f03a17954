"""EPUB 3.3: a work, or the whole edition, as a book for reading systems."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from build_edition.apparatus.divisions import has_chapters
from build_edition.downloads.book import cover as covers
from build_edition.downloads.book import entries, matter
from build_edition.downloads.book.entries import Named
from build_edition.downloads.book.headnote import citing, headnote
from build_edition.downloads.book.links import BookLinks
from build_edition.downloads.book.text import Text, folder_of, placed, text_of
from build_edition.downloads.form import Choices, Form
from build_edition.edition.records import EditionRecord
from build_edition.pipeline import EditionWork
from build_edition.publish.cite.by_hand import citing_pages
from build_edition.publish.cite.in_text import cite_all
from build_edition.publish.engine.mkdocs import EPOCH
from build_edition.publish.pages.decisions import Decisions, decisions_about
from build_edition.publish.wording import authors, editors, rights_label, siglum
from build_edition.whole import Whole
from build_edition.writers.epub.book import COVER, NAV, About, Book, Entry, Person, Sheet
from build_edition.writers.epub.container import pack
from build_edition.writers.epub.sheets import nav

HERE = Path(__file__).parent
FONTS = HERE.parent / "publish" / "theme" / "fonts"
TITLE, HEADNOTE, COLOPHON, FRONT = "title.xhtml", "headnote.xhtml", "colophon.xhtml", "cover.xhtml"
OF_WORK = "edition.title.xhtml"  # of a work among others
_LANDMARKS = {"glossary.xhtml": "glossary", "bibliography.xhtml": "bibliography", COLOPHON: "colophon"}
_ALT = "Cover: the title in large letters on a dark ground."


def write_work(whole: Whole, item: EditionWork, path: Path, choices: Choices) -> None:  # noqa: ARG001
    """Write the book of one work."""
    path.write_bytes(pack(_Maker(whole, (item,)).of_one_work(item)))


def write_edition(whole: Whole, path: Path, choices: Choices) -> None:  # noqa: ARG001
    """Write all works as one book."""
    path.write_bytes(pack(_Maker(whole, whole.works).of_all_works()))


class _Maker:
    """Makes one book."""

    def __init__(self, whole: Whole, items: Sequence[EditionWork]) -> None:
        self.whole, self.project, self.items = whole, whole.project, items
        self.citations = cite_all(whole, citing_pages(self.project))
        self.pages: list[tuple[str, str]] = []

    def of_one_work(self, item: EditionWork) -> Book:
        """The book of one work."""
        keys = [one.key for one in citing(self.project, item).cites]
        named = entries.named_in(self.whole, item.record.id, keys)
        links = self.links(named, TITLE)
        said = headnote(item, links, self.citations, HEADNOTE)
        sheets = [Sheet(TITLE, item.entry.title, matter.of_one_work(self.whole, item), "front")]
        if said:
            headed = matter.headnote_section(f"<h1>Headnote</h1>\n{said}")
            sheets.append(Sheet(HEADNOTE, "Headnote", headed, "headnote"))
        text, contents = self.text(item, links)
        sheets += text
        contents = [*([Entry("Headnote", HEADNOTE)] if said else []), *contents]
        begins = placed(item)[0].path if item.work else TITLE
        cover = covers.of_one_work(self.whole, item)
        return self.book(_of_work(self.whole, item), cover, sheets, contents, links, named, begins)

    def of_all_works(self) -> Book:
        """The book of all works, those that are not here told of on a page each."""
        named = entries.everything(self.whole)
        links = self.links(named, "")
        sheets = [Sheet(TITLE, self.project.edition.title, matter.of_all_works(self.whole), "front")]
        contents: list[Entry] = []
        for item in self.items:
            path = f"{folder_of(item)}/{OF_WORK}"
            said = matter.headnote_section(headnote(item, links, self.citations, path))
            begins = f"{matter.within(item)}\n{said}"
            sheets.append(Sheet(path, item.entry.title, begins, "front"))
            text, below = self.text(item, links)
            sheets += text
            name = ", ".join(filter(None, (authors(item.entry), item.entry.title)))
            contents.append(Entry(name, path, tuple(below)))
        begins = f"{folder_of(self.items[0])}/{OF_WORK}"
        cover = covers.of_all_works(self.whole)
        return self.book(_of_edition(self.whole), cover, sheets, contents, links, named, begins)

    def links(self, named: Named, title: str) -> BookLinks:
        """The links of the book; `title` is where a work in several divisions begins, if not on its own page."""
        sheets: dict[str, str] = {}
        for item in self.items:
            if item.work is None or has_chapters(item.work):
                sheets[f"works/{item.record.id}/"] = title or f"{folder_of(item)}/{OF_WORK}"
            sheets |= {place.address: place.path for place in placed(item)}
        for kind, _ in named.held(self.whole):
            sheet = entries.sheet_of(kind)
            sheets[f"{sheet.removesuffix('.xhtml')}/"] = sheet
        return BookLinks(self.whole, sheets, named.held(self.whole))

    def text(self, item: EditionWork, links: BookLinks) -> tuple[list[Sheet], list[Entry]]:
        """The sheets of a work and its lines in the contents."""
        if item.work is None:
            return [], []
        decisions = self.decisions(item, links)
        text: Text = text_of(item, links, decisions)
        before = "" if len(self.items) == 1 else f"{siglum(item.entry)}, "
        self.pages += [(before + label, href) for label, href in text.pages]
        listed = matter.apparatus(item, links, decisions)
        ends = [listed] if listed else []
        return [*text.sheets, *ends], [*text.contents, *(Entry("Apparatus", sheet.path) for sheet in ends)]

    def decisions(self, item: EditionWork, links: BookLinks) -> Decisions:
        return decisions_about(self.project, item, links.addresses)

    def book(
        self,
        about: About,
        cover: bytes | None,
        sheets: list[Sheet],
        contents: list[Entry],
        links: BookLinks,
        named: Named,
        begins: str,
    ) -> Book:
        """The book about its texts: cover and contents before them, lists and colophon after."""
        after = [*entries.lists(self.whole, named, links, self.citations)]
        after.append(Sheet(COLOPHON, "Colophon", matter.colophon(self.whole, self.items), "colophon"))
        front = f'<section class="cover" epub:type="cover"><img src="{COVER}" alt="{_ALT}"/></section>'
        before = [Sheet(FRONT, "Cover", front, "cover"), sheets[0]] if cover else [sheets[0]]
        contents = [*contents, *(Entry(sheet.title, sheet.path) for sheet in after)]
        landmarks = [*([("cover", "Cover", FRONT)] if cover else []), ("titlepage", "Title page", TITLE)]
        landmarks += [("toc", "Contents", NAV), ("bodymatter", "Beginning of the text", begins)]
        landmarks += [(_LANDMARKS[one.path], one.title, one.path) for one in after if one.path in _LANDMARKS]
        files = dict(_fonts()) | ({COVER: (cover, "image/png")} if cover else {})
        return Book(
            about,
            (*before, nav(contents, landmarks, self.pages), *sheets[1:], *after),
            tuple(contents),
            tuple(landmarks),
            tuple(self.pages),
            (HERE / "book" / "book.css").read_text(encoding="utf-8"),
            files,
        )


def _fonts() -> Iterator[tuple[str, tuple[bytes, str]]]:
    """The fonts of the site, and the licence that goes with them."""
    for path in sorted(FONTS.glob("*.woff2")):
        yield f"fonts/{path.name}", (path.read_bytes(), "font/woff2")
    yield "fonts/OFL.txt", ((FONTS / "OFL.txt").read_bytes(), "text/plain")


def _of_work(whole: Whole, item: EditionWork) -> About:
    edition, entry, record = whole.project.edition, item.entry, item.record
    paged = bool(item.work and item.work.pages)
    address = edition.at(f"works/{record.id}/")
    return About(
        identifier=_name(whole, record.id),
        title=entry.title,
        language=edition.language,
        modified=_modified(edition),
        version=edition.version,
        creators=tuple(_people(entry.authors, entry.filed, "aut")),
        contributors=tuple(_people(edition.editors, (), "edt")),
        publisher=edition.title,
        rights=f"Text: {_rights(item)} Editorial matter: {edition.licence}.",
        sources=tuple(filter(None, (entry.citation_text(), f"urn:isbn:{entry.isbn}" if entry.isbn else ""))),
        description=f"{entry.citation_text()} In {edition.title}, edited by {editors(edition)}, "
        f"version {edition.version}. Source SHA-256 {record.source.sha256}.",
        date=entry.date.partition("/")[0][:4],
        others=(address,) if address else (),
        source_of_pages=(f"urn:isbn:{entry.isbn}" if entry.isbn else entry.citation_text()) if paged else "",
    )


def _of_edition(whole: Whole) -> About:
    edition = whole.project.edition
    own = {
        name: filed
        for item in whole.works
        for name, filed in zip(item.entry.authors, item.entry.filed, strict=True)
    }
    paged = [item for item in whole.works if item.work and item.work.pages]
    rights = " ".join(f"{siglum(item.entry)}: {_rights(item)}" for item in whole.works)
    return About(
        identifier=_name(whole, ""),
        title=f"{edition.title}: {edition.subtitle}" if edition.subtitle else edition.title,
        language=edition.language,
        modified=_modified(edition),
        version=edition.version,
        creators=tuple(_people(edition.editors, (), "edt")),
        contributors=tuple(_people(own, tuple(own.values()), "aut")),
        publisher=edition.title,
        rights=f"{rights} Editorial matter: {edition.licence}.",
        sources=tuple(item.entry.citation_text() for item in whole.works),
        description=f"Version {edition.version}, edited by {editors(edition)}: "
        + " ".join(item.entry.citation_text() for item in whole.works),
        others=(edition.address,) if edition.address else (),
        source_of_pages=" ".join(item.entry.citation_text() for item in paged),
    )


def _people(names: Iterable[str], filed: Sequence[str], role: str) -> Iterator[Person]:
    for k, name in enumerate(names):
        yield Person(name, role, filed[k] if k < len(filed) else "")


def _rights(item: EditionWork) -> str:
    rights = item.record.rights
    label, said = rights_label(rights), " ".join(rights.statement.split())
    return said if said.startswith(label) else f"{label}. {said}"


def _name(whole: Whole, work_id: str) -> str:
    """A lasting identifier: of the edition's address, or of its title where it has none, and of the work."""
    edition = whole.project.edition
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{edition.address or edition.title}#{work_id}')}"


def _modified(edition: EditionRecord) -> str:
    """When the book was last changed: the day of the edition's version, or without one that of all its builds."""
    if edition.date:
        return f"{edition.date.isoformat()}T00:00:00Z"
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH)), UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


FORMAT = Form(
    name="epub",
    suffix=".epub",
    title="EPUB",
    holds="A book for reading devices, with the pages of the printed source, notes that pop up, glossary, "
    "registers, bibliography and apparatus.",
    of_work=write_work,
    of_edition=write_edition,
    example="Open it in any reading system. To check it: `epubcheck FILE.epub`",
)
