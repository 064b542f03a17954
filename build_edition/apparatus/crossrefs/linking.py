"""Writing references into the trees as links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_edition.apparatus.crossrefs.reference import Reference
from build_edition.apparatus.mentions import WorkToRead
from build_edition.apparatus.mentions.wrapping import MakeLink, Run, wrap
from build_edition.tree import map_blocks, map_runs
from build_edition.work import Link, Work


def link_references(text: WorkToRead, references: Iterable[Reference]) -> tuple[Work, list[Reference]]:
    """The work with a link for each of its references, and those for which none could be made.

    That is so where the words hold a note call or the beginning of a page, or cross the end of an emphasis.
    """
    changed: dict[int, Run] = {}  # by the identity of the run in the tree
    left: list[Reference] = []
    for reference in references:
        run = text.passages[reference.index].runs[reference.run]
        reading = text.work.transcript.reading
        wrapped = wrap(changed.get(id(run), run), reference.start, reference.end, _link(reference), reading)
        if wrapped is None:
            left.append(reference)
        else:
            changed[id(run)] = wrapped

    def put(run: Run) -> Run:
        return changed.get(id(run), run)

    work = text.work
    sections = tuple(map_blocks(section, lambda block: map_runs(block, put)) for section in work.sections)
    return replace(work, sections=sections), left


def _link(reference: Reference) -> MakeLink:
    def link(inlines: Run, start: int, end: int) -> Link:
        note, cert, locator = reference.note, reference.cert, reference.locator
        return Link(reference.kind, reference.target, inlines, start, end, note, cert, locator)

    return link
