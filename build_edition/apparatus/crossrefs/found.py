"""References that a rule finds: where a work refers to its own pages, figures, tables, chapters and notes.

Only paragraphs, items, figures and notes are read: a quotation refers to the book that it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.apparatus.crossrefs.labels import Labels, plain_title
from build_edition.apparatus.crossrefs.patterns import Named, find
from build_edition.apparatus.crossrefs.reference import Reference, Unresolved
from build_edition.apparatus.crossrefs.standing import is_own, mask
from build_edition.apparatus.crossrefs.targets import Targets, page_name
from build_edition.apparatus.linking.places import PassagePlaces
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.crossrefs import PASSAGE

READ = frozenset({"p", "item", "figure", "note"})


@dataclass(frozen=True, slots=True)
class _Goal:
    """The name of what is referred to, with the editor's remark; or, without a name, what is not there."""

    name: str
    note: str = ""
    cert: str = "high"
    missing: str = ""


@dataclass(frozen=True, slots=True)
class RuleFinder:
    """Finds the references of one work to itself."""

    work_id: str
    targets: Targets
    labels: Labels

    @classmethod
    def of(cls, work_id: str, targets: Targets) -> RuleFinder:
        return cls(work_id, targets, Labels.of(targets.text.work, targets.text.passages))

    def all(self) -> Iterator[Reference | Unresolved]:
        """Every reference, in reading order, and those that lead nowhere."""
        for index, passage in enumerate(self.targets.text.passages):
            if passage.kind in READ and passage.id:
                yield from self._in_passage(index, passage)

    def _in_passage(self, index: int, passage: Passage) -> Iterator[Reference | Unresolved]:
        masked = passage.text
        places = None
        for named in find(passage.text):
            if not is_own(masked, named, passage.kind == "note"):
                continue
            goal = self._goal(named, passage)
            if goal is None or goal.name == passage.id:
                continue
            masked = mask(masked, named.start, named.end)
            places = places or PassagePlaces(passage)
            words = passage.text[named.start : named.end]
            at = places.in_run(named.start, named.end)
            if at is None:
                continue
            kind, target = (PASSAGE, f"{self.work_id}/{goal.name}") if goal.name else ("", "")
            found = Reference(self.work_id, passage.id, index, *at, words, kind, target, goal.note, goal.cert)
            if goal.missing:
                line = self._line(places.in_source(named.start, self.targets.text.work.transcript.reading))
                yield Unresolved(found, line, goal.missing)
            else:
                yield found

    def _line(self, offset: int) -> int:
        return self.targets.text.work.transcript.source.line_number(offset)

    def _goal(self, named: Named, passage: Passage) -> _Goal | None:
        """What the words lead to; None where that cannot be told."""
        labels = self.labels
        match named.kind:
            case "page":
                return self._page(named.first)
            case "float":
                return self._float(named)
            case "chapter" | "part":
                numbered = labels.chapters if named.kind == "chapter" else labels.parts
                key = numbered.get(int(named.first)) if named.first.isdecimal() else None
                return _Goal(key) if key else None
            case "note":
                prefix = f"{passage.division}." if passage.division else ""
                return self._known(f"{prefix}n{named.first}")
            case "title":
                return self._known(labels.titles.get(plain_title(named.first), ""))
        return None

    def _known(self, name: str) -> _Goal | None:
        found = self.targets.names.get(name)
        return _Goal(found) if found else None

    def _page(self, n: str) -> _Goal | None:
        pages = self.targets.pages
        if not pages:
            return None
        if n not in pages:
            return _Goal("", missing=f"page {n} is none of the numbered pages of this text")
        return _Goal(page_name(n), cert=pages[n].cert)

    def _float(self, named: Named) -> _Goal | None:
        """A figure or table; where print gives its page too and it stands on another here, that is said."""
        floats = self.labels.floats
        found = floats.get((named.sort, named.first))
        if found is None:
            if not any(sort == named.sort for sort, _ in floats):
                return None
            return _Goal("", missing=f"{named.sort} {named.first} is not in this text")
        if not named.page or not found.pages or named.page in found.pages:
            return _Goal(found.id)
        stands = f"{named.sort.capitalize()} {named.first} stands on {_pages(found.pages)} of this text"
        return _Goal(found.id, f"{stands}; the printed reference names page {named.page}.")


def _pages(numbers: tuple[str, ...]) -> str:
    first, last = numbers[0], numbers[-1]
    return f"page {first}" if first == last else f"pages {first}–{last}"
