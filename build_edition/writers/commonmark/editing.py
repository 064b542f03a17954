"""The pages of a work as an editor edits them: nothing but the text, no links, a file for each division.

What stands there can be read back (`capture`): a heading has as many signs as its level, a footnote the label that
its call has anywhere, and what is no word of the text (doubts, page beginnings) the same form everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from build_edition.apparatus.divisions import divisions
from build_edition.tree import map_runs
from build_edition.work import Block, Inline, Link, PageBeginning, Section, Span, Text, Work
from build_edition.writers.commonmark.blocks import BlockWriter
from build_edition.writers.commonmark.document import division_chunks, label_of_note, notes_by_key
from build_edition.writers.commonmark.inlines import InlineWriter
from build_edition.writers.commonmark.names import Names

LEVELS = {level: level for level in range(1, 7)}
_ABOUT = """\
<!--
The text of {work_id}, for editing. Correct it here, save it, and run: build-edition capture
That turns your changes into records of the edition; the file itself is made anew by each build.
A heading has as many # as its level: 1 part, 2 chapter, 3 section, 4 and 5 below.
-->
"""


class _NoNames(Names):
    """No anchors: nothing leads into the page."""

    def page(self, page: PageBeginning) -> str:
        del page
        return ""


def pages_to_edit(work: Work, work_id: str) -> Mapping[str, str]:
    """The Markdown of each page of a work, by the name of its file, in order."""
    labels = note_labels(work)
    writer = BlockWriter(InlineWriter(labels, _NoNames(work_id, ()), lambda _kind, _target: None), LEVELS, False)
    about = _ABOUT.format(work_id=work_id)
    return {
        page_name(division.key): "\n\n".join([about.rstrip("\n"), *division_chunks(division, writer)]) + "\n"
        for division in divisions(without_links(work))
    }


def page_name(division: str) -> str:
    """The name of the file of a division by its key; a work that does not divide is one file."""
    return f"{division or 'index'}.md"


def note_labels(work: Work) -> Mapping[str, str]:
    """The label of each numbered note by its key: all are footnotes here, so that a lost call can be placed."""
    return {key: label_of_note(key) for key in notes_by_key(work)}


def without_links(work: Work) -> Work:
    """The work with the words of its links and without the links, and neighbouring texts as one."""
    return replace(work, sections=tuple(_unlinked(section) for section in work.sections))


def _unlinked(section: Section) -> Section:
    heading = section.heading
    if heading:
        heading = replace(heading, inlines=_plain_run(heading.inlines))
    blocks: tuple[Block, ...] = tuple(map_runs(block, _plain_run) for block in section.blocks)
    return replace(section, heading=heading, blocks=blocks, sections=tuple(map(_unlinked, section.sections)))


def _plain_run(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for inline in _opened(run):
        last = out[-1] if out else None
        if isinstance(inline, Text) and isinstance(last, Text):
            out[-1] = Text(last.text + inline.text, last.start, inline.end)
        else:
            out.append(replace(inline, inlines=_plain_run(inline.inlines)) if isinstance(inline, Span) else inline)
    return tuple(out)


def _opened(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The run with the inlines of links in the place of these."""
    return tuple(
        one for inline in run for one in (_opened(inline.inlines) if isinstance(inline, Link) else (inline,))
    )
