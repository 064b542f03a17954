"""A work that is read for what it refers to, and the links that are put into its tree one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_edition.apparatus.linking.wrapping import Run, wrap
from build_edition.apparatus.passage_index import Passage
from build_edition.tree import map_blocks, map_runs
from build_edition.work import Link, Work


@dataclass(frozen=True, slots=True)
class WorkToRead:
    """A work, its passages, and whether its source is the one that records give lines of."""

    work: Work
    passages: Sequence[Passage]
    pinned: bool = True


class Linker:
    """Puts links into one work."""

    def __init__(self, text: WorkToRead) -> None:
        self._text = text
        self._changed: dict[int, Run] = {}  # by the identity of the run in the tree

    def put(self, link: Link, index: int, run: int, start: int, end: int) -> bool:
        """Put a link, which holds nothing yet, about `plain(run)[start:end]` of one run of the passage at `index`.

        False where none can be made there (`wrapping.wrap`).
        """
        old = self._text.passages[index].runs[run]
        reading = self._text.work.transcript.reading
        wrapped = wrap(self._changed.get(id(old), old), start, end, link, reading)
        if wrapped is not None:
            self._changed[id(old)] = wrapped
        return wrapped is not None

    def linked(self) -> Work:
        """The work with the links that were put into it."""
        work = self._text.work

        def change(run: Run) -> Run:
            return self._changed.get(id(run), run)

        sections = tuple(map_blocks(section, lambda block: map_runs(block, change)) for section in work.sections)
        return replace(work, sections=sections)
