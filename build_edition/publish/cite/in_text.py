"""What the works cite: the links to the bibliography in their texts, each told in the words of the style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_edition.publish.cite.by_hand import CitingPage
from build_edition.publish.cite.citations import Citations, cite
from build_edition.publish.cite.formatted import stopped
from build_edition.publish.cite.pandoc import Cite
from build_edition.tree import map_blocks, map_inlines
from build_edition.whole import Whole, with_trees
from build_edition.work import Inline, Link, Section, Work

BIB = "bib"


def cites_of(whole: Whole) -> Iterator[Cite]:
    """Every citation in the texts."""
    for reference in whole.references.references:
        if reference.kind == BIB:
            yield Cite(reference.target, reference.locator)


def cite_all(whole: Whole, citing: Iterable[CitingPage]) -> Citations:
    """All that the texts cite, and the pages written by hand, in the words of the edition's style."""
    return cite(whole.project, [*cites_of(whole), *(one for page in citing for one in page.cites)])


def with_citations(whole: Whole, citations: Citations) -> Whole:
    """The edition with a short citation as the tip of each link to the bibliography."""

    def told(inline: Inline) -> Inline:
        if not isinstance(inline, Link) or inline.kind != BIB:
            return inline
        words = citations.cited.get(Cite(inline.target, inline.locator))
        supposed = "Supposed: " if inline.cert == "low" else ""
        return replace(inline, tip=f"{supposed}{stopped(words.text)}") if words else inline

    def changed(section: Section) -> Section:
        return map_blocks(section, lambda block: map_inlines(block, told))

    trees: dict[str, Work] = {
        item.record.id: replace(item.work, sections=tuple(changed(section) for section in item.work.sections))
        for item in whole.works
        if item.work
    }
    return replace(whole, works=with_trees(whole.works, trees))
