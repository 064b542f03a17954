"""What in a work can be referred to: passages, notes, sections, printed pages, and the work itself.

Each has a name in its work: the passage number ("4.12"), the key of a note ("4.n12") or of a section
("4.its-title"), or "page-40" for the beginning of a printed page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.loading.advice import nearest
from build_edition.work import PageBeginning


def page_name(n: str) -> str:
    """The name of the beginning of page `n`."""
    return f"page-{'-'.join(n.split())}"


@dataclass(frozen=True)
class Targets:
    """The names in one work. `names` leads from each, older ones too, to the one that counts now."""

    text: WorkToRead
    names: Mapping[str, str]
    pages: Mapping[str, PageBeginning]
    """The first beginning of each printed page that has a number, by that number."""

    @classmethod
    def of(cls, text: WorkToRead) -> Targets:
        work = text.work
        pages: dict[str, PageBeginning] = {}
        for page in work.pages:
            if page.n is not None:
                pages.setdefault(page.n, page)
        names = {older: name for name, olds in work.aliases.items() for older in olds}
        names |= {page_name(n): page_name(n) for n in pages}
        names |= {section.key: section.key for section in work.walk() if section.key and section.heading}
        names |= {passage.id: passage.id for passage in text.passages if passage.is_citable}
        return cls(text, MappingProxyType(names), MappingProxyType(pages))

    def nearest(self, name: str) -> str:
        """The likeliest name for a mistyped one, or nothing."""
        return nearest(name, list(self.names))

    def on_line(self, number: int) -> str | None:
        """The name of what stands on a line of the source: the first passage or heading that begins there, else
        the one that runs on there; for the heading of a table, which has no name, its first row.
        """
        source = self.text.work.transcript.source
        if number > len(source.lines):
            return None
        line = source.lines[number - 1]
        passages = self.text.passages
        on_it = [k for k, p in enumerate(passages) if p.start < line.ink_end and line.ink_start < p.end]
        if not on_it:
            return None
        begun = [k for k in on_it if passages[k].start >= line.ink_start]
        here = [*begun, *on_it, *range(on_it[-1] + 1, len(passages))]
        return next((name for k in here if (name := self._name(passages[k]))), None)

    def _name(self, passage: Passage) -> str:
        return self.names.get(passage.id, "") if passage.id else ""
