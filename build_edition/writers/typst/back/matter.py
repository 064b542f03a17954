"""What stands behind the texts of a book: apparatus, glossary, bibliography, and two indexes.

In: a `Whole`, the works of one PDF, and the bibliography in the words of a style.  Out: the same works with marks
where something is named, and Typst markup, which draws on `back.typ`. A part that would be empty is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from build_edition.edition.entries.glossary import Term
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.writers.typst import escaping
from build_edition.writers.typst.back.apparatus import write_apparatus
from build_edition.writers.typst.back.bibliography import write_bibliography
from build_edition.writers.typst.back.glossary import write_glossary
from build_edition.writers.typst.back.index import NAMES, TERMS, index_title, write_index
from build_edition.writers.typst.back.places import places
from build_edition.writers.typst.back.words import Book, Reference

NAMES_TITLE = "Index of names"
_PAGES = (
    "Numbers are pages of this book; n stands for a note at the foot of the page. In the PDF each leads to the "
    "very words."
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its title, the label of its beginning, and its markup."""

    title: str
    label: str
    markup: str


@dataclass(frozen=True)
class BackMatter:
    """All that stands behind the texts of one book."""

    book: Book

    @classmethod
    def of(
        cls,
        whole: Whole,
        items: Iterable[EditionWork],
        references: Mapping[str, Reference] = MappingProxyType({}),
    ) -> BackMatter:
        """The back matter of `items`; `references` are in the order in which a bibliography lists them."""
        found = places(whole, items)
        return cls(Book(whole, found.works, found, references))

    @property
    def works(self) -> tuple[EditionWork, ...]:
        """The works with a mark at each place that an index or the bibliography has; these are to be set."""
        return self.book.places.works

    @property
    def labels(self) -> frozenset[str]:
        """The labels to which links of the texts can lead here."""
        return self.book.labels

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts that there are, in order."""
        book = self.book
        title = index_title(book)
        has_terms = any(isinstance(entry, Term) for entry in book.listed)
        about = "What each text has otherwise than its source, with who decided it and why."
        glossed = "The terms of these texts, in the editors’ words. In the PDF each headword leads to the index."
        named = f"People, places, organisations and works, each with what it is. {_PAGES}"
        every = (
            _part("Apparatus", "apparatus", about, write_apparatus(book)),
            _part("Glossary", "glossary", glossed, write_glossary(book)) if has_terms else None,
            _part("Bibliography", "bibliography", "", write_bibliography(book)) if book.keys else None,
            _part(title, "terms", _PAGES, write_index(book, TERMS, NAMES_TITLE)),
            _part(NAMES_TITLE, "names", named, write_index(book, NAMES, title)),
        )
        return tuple(part for part in every if part)

    @property
    def markup(self) -> str:
        """All parts, one after another; nothing where there are none."""
        inner = "\n".join(part.markup for part in self.parts)
        return f"#[\n#show: back-matter\n{inner}\n]\n" if inner else ""


def _part(title: str, name: str, lead: str, inner: str) -> Part | None:
    if not inner:
        return None
    label = f"back:{name}"
    opening = f"#back-part({escaping.string(title)}, {escaping.string(label)}, [{escaping.markup(lead)}]);"
    return Part(title, label, f"{opening}\n{inner}\n")
