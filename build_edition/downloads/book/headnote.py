"""What editors write by hand before a work, as XHTML: its links lead within the book where they can."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from markdown import Markdown

from build_edition.downloads.book.links import BookLinks
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import LISTS, url_of
from build_edition.publish.by_hand.pages import resolve
from build_edition.publish.cite.by_hand import CitingPage, read_page, resolved
from build_edition.publish.cite.citations import Citations
from build_edition.writers.epub.inlines import POPS_UP
from build_edition.writers.escaping import attribute, html

ROOT = "index.md"  # written as for the front page of a site, so that links begin at its root
_VOID = frozenset({"br", "hr", "img"})
_TYPES = {"doc-noteref": POPS_UP, "doc-footnote": 'epub:type="footnote" role="doc-footnote"'}
_KEPT = frozenset({"id", "class", "title", "role", "aria-label", "lang", "start"})


def citing(project: Project, item: EditionWork) -> CitingPage:
    """The headnote of a work with what it cites."""
    name = f"edition/headnotes/{item.record.id}.md"
    return read_page(project.headnotes.get(item.record.id, ""), ROOT, name, project.bibliography, [])


def headnote(item: EditionWork, links: BookLinks, citations: Citations, sheet: str) -> str:
    """The headnote of a work as XHTML for a sheet of the book; empty where it has none."""
    project = links.whole.project
    text = project.headnotes.get(item.record.id, "")
    if not text.strip():
        return ""
    name = f"edition/headnotes/{item.record.id}.md"
    found = resolve(text, ROOT, links.addresses, name)
    page = read_page(found.text, ROOT, name, project.bibliography, [])
    markdown = resolved(page, citations, f"{LISTS['bib']}/{ROOT}", "headnote", "Notes to the headnote")
    return as_xhtml(Markdown(extensions=["attr_list", "md_in_html"]).convert(markdown), links, sheet)


def as_xhtml(text: str, links: BookLinks, sheet: str) -> str:
    """HTML of whatever making as XHTML."""
    reader = _Reader(links, sheet)
    reader.feed(text)
    reader.close()
    return reader.finished()


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open; one that is left out has no end."""

    tag: str
    end: str


class _Reader(HTMLParser):
    """Writes elements again, each closed, with what of its attributes a book has use for."""

    def __init__(self, links: BookLinks, sheet: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links, self.sheet = links, sheet
        self.out: list[str] = []
        self.opened: list[_Open] = []
        self.note = ""  # the id of the item whose note begins: the note bears it, for it is what pops up

    def finished(self) -> str:
        while self.opened:
            self.out.append(self.opened.pop().end)
        return "".join(self.out).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "li" and told.get("class") == "note":
            self.note = told.pop("id") or ""
        elif told.get("role") == "doc-footnote" and self.note:
            told["id"], self.note = self.note, ""
        said = [f'{name}="{attribute(value or "")}"' for name, value in told.items() if name in _KEPT - {"role"}]
        role = told.get("role") or ""
        said += [_TYPES.get(role, f'role="{attribute(role)}"')] if role else []
        if tag == "a":
            address = self.leads(told.get("href") or "")
            if not address:
                self.opened.append(_Open(tag, ""))
                return
            said.append(f'href="{attribute(address)}"')
        opening = " ".join([tag, *said])
        if tag in _VOID:
            self.out.append(f"<{opening}/>")
        else:
            self.out.append(f"<{opening}>")
            self.opened.append(_Open(tag, f"</{tag}>"))

    def handle_endtag(self, tag: str) -> None:
        if not any(one.tag == tag for one in self.opened):
            return
        while (one := self.opened.pop()).tag != tag:
            self.out.append(one.end)
        self.out.append(one.end)

    def handle_data(self, data: str) -> None:
        self.out.append(html(data) if data.strip() else data)

    def leads(self, href: str) -> str:
        """Where a link leads in the book; empty where it leads nowhere."""
        if href.startswith(("#", "http://", "https://", "mailto:")):
            return href
        path, mark, anchor = href.partition("#")
        return self.links.at(f"{url_of(path).lstrip('/')}{mark}{anchor}", self.sheet) or ""
