"""Where on the site each thing is that a link can lead to, and how a page leads there.

In: a `Whole`.  Out: addresses by the kind and target of a link, as `work.Link` has them.  An address is relative
to the page that it stands on, for nobody knows here under which address the site will be shown.

Every page that the build makes is an `index.md` in a folder of its own. So what leads from one to another is the
same for files as for addresses, and an engine that rewrites links in HTML agrees with one that does not.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from build_edition.apparatus.crossrefs.targets import page_name
from build_edition.apparatus.divisions import Division, divisions
from build_edition.apparatus.passage_index import Passage
from build_edition.pipeline import EditionWork
from build_edition.tree import flatten
from build_edition.whole import Whole
from build_edition.work import PageBeginning
from build_edition.writers.escaping import html

Key = tuple[str, str]  # the kind and the target of a link

# The folder of the page that lists all targets of a kind, each with its id as anchor.
LISTS: Mapping[str, str] = MappingProxyType(
    {
        "bib": "bibliography", "term": "glossary", "person": "people", "place": "places", "org": "organisations",
        "event": "events", "title": "titles",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site from its root, without a slash before them: "works/smith-1960/4/#4.12".

    `listed` are the kinds whose lists the site has; a link of another kind leads nowhere. `asked` remembers, by
    the address of a page, what was asked for there and found: what the links of that page lead to.
    """

    whole: Whole
    listed: Collection[str] = ()
    asked: dict[str, set[Key]] = field(default_factory=dict, compare=False)

    @cached_property
    def known(self) -> Mapping[Key, str]:
        """The address of everything that has one."""
        project = self.whole.project
        found: dict[Key, str] = {}
        for record in project.works:
            found["passage", record.id] = f"works/{record.id}/"
        for item in self.whole.works:
            for name, address in _of_work(item, self.whole.passages.get(item.record.id, ())):
                found.setdefault(("passage", f"{item.record.id}/{name}"), address)
        targets = [(entry.kind, entry.id) for entry in self.whole.entries.values()]
        for kind, target in [*targets, *(("bib", key) for key in project.bibliography)]:
            if kind in self.listed:
                found[kind, target] = f"{LISTS[kind]}/#{target}"
        for year in {one.date[:4] for one in self.whole.timeline if one.date}:
            found["date", year] = f"chronology/#{year_anchor(year)}"
        return MappingProxyType(found)

    def of(self, kind: str, target: str) -> str | None:
        """Where a target is; for a place in a work that is not here, the page that tells of the work.

        A day is where the chronology has its year.
        """
        address = self.known.get((kind, target[:4] if kind == "date" else target))
        if address is None and kind == "passage":
            work_id = target.partition("/")[0]
            address = None if self._is_here(work_id) else self.known.get((kind, work_id))
        return address

    def _is_here(self, work_id: str) -> bool:
        return work_id in self.whole.passages

    def on(self, path: str) -> FromPage:
        """The addresses as the page whose file is `path` ("works/smith-1960/4/index.md") leads to them."""
        return FromPage(self, url_of(path))


@dataclass(frozen=True)
class FromPage(Mapping[Key, str]):
    """The addresses of all targets, relative to the page at `page`."""

    addresses: Addresses
    page: str

    def __getitem__(self, key: Key) -> str:
        address = self.addresses.of(*key)
        if address is None:
            raise KeyError(key)
        self.addresses.asked.setdefault(self.page, set()).add(key)
        return relative(address, self.page)

    def __iter__(self) -> Iterator[Key]:
        return iter(self.addresses.known)

    def __len__(self) -> int:
        return len(self.addresses.known)

    def to(self, kind: str, target: str) -> str | None:
        """The address of a target, where it has one."""
        return self.get((kind, target))


def year_anchor(year: str) -> str:
    """The anchor of a year in the chronology."""
    return f"in-{year}"


def division_path(work_id: str, division: Division) -> str:
    """Where the page of a division lies; the whole of an essay is the page of its work."""
    if not division.key:
        return f"works/{work_id}/index.md"
    return f"works/{work_id}/{division.key}/index.md"


def url_of(path: str) -> str:
    """The address of the page whose file is `path`: MkDocs gives each page a folder of its own."""
    return path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def relative(address: str, page: str) -> str:
    """An address from the root as a link from `page`; within the page it is the anchor alone."""
    there, mark, anchor = address.partition("#")
    if there == page and anchor:
        return mark + anchor
    return f"{posixpath.relpath('/' + there, '/' + page)}/{mark}{anchor}"


def file_link(address: str, path: str) -> str:
    """An address from the root as a link of Markdown in the file at `path`: to the file of the page there."""
    there, mark, anchor = address.partition("#")
    if f"{there}index.md" == path and anchor:
        return mark + anchor
    return f"{posixpath.relpath(f'/{there}index.md', posixpath.dirname(f'/{path}'))}{mark}{anchor}"


def _of_work(item: EditionWork, passages: tuple[Passage, ...]) -> Iterator[tuple[str, str]]:
    """The name and address of everything in a work that can be referred to."""
    if item.work is None:
        return
    for division in divisions(item.work):
        url = url_of(division_path(item.record.id, division))
        if division.key:
            yield division.key, url
        for name in _names(division, passages):
            yield name, f"{url}#{name}"
            yield from ((older, f"{url}#{older}") for older in item.work.aliases.get(name, ()))


def _names(division: Division, passages: tuple[Passage, ...]) -> Iterator[str]:
    """The anchors on the page of a division."""
    yield from (section.key for section in division.walk() if section.key and section.heading)
    for passage in passages:
        if passage.division != division.key:
            continue
        if passage.is_citable:
            yield passage.id
        beginnings = (i for run in passage.runs for i in flatten(run) if isinstance(i, PageBeginning))
        yield from (page_name(page.n) for page in beginnings if page.n is not None)


def link(address: str, text: str) -> str:
    """A link to another site as raw HTML; both are plain text."""
    return f'<a href="{html(address).replace(chr(34), "%22")}">{html(text)}</a>'
