"""Writing references into the trees as links."""

from __future__ import annotations

from collections.abc import Iterable

from build_edition.apparatus.crossrefs.reference import Reference
from build_edition.apparatus.linking import Linker, WorkToRead
from build_edition.work import Link, Work


def link_references(text: WorkToRead, references: Iterable[Reference]) -> tuple[Work, list[Reference]]:
    """The work with a link for each of its references, and those for which none could be made.

    That is so where the words hold a note call or the beginning of a page, or cross the end of an emphasis.
    """
    linker = Linker(text)
    left = [one for one in references if not linker.put(_link(one), *one.span)]
    return linker.linked(), left


def _link(one: Reference) -> Link:
    return Link(one.kind, one.target, (), 0, 0, one.note, one.cert, one.locator)
