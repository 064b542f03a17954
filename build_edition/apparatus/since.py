"""What became of a published passage since a version of the edition, word by word.

In: the history of a work and its passages as they read now.  Out: a `Comparison` for each passage and version.
Where a passage was split or merged, all that stood in its place is compared with all that stands there now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from build_edition.apparatus.fingerprint import digest
from build_edition.apparatus.passage_index import Passage
from build_edition.apparatus.recensions import History
from build_edition.apparatus.word_changes import Words, word_changes
from build_edition.edition.recension import Recorded

Outcome = Literal["same", "changed", "moved", "gone", "lost", "unknown", "new"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A passage then and now.

    The `outcome` is `same`; `changed`; `moved`, where the words are the same and are divided otherwise; `gone`,
    where nothing has its place now; `lost`, where that version had it as no passage of its own any more;
    `unknown`, where it differs and the words of that version cannot be shown; `new`, where it is not published.
    `older` are its words then, `runs` what became of them, `now` the passages that have its place, and `then` the
    ids, in that version, of all that these have the place of.
    """

    outcome: Outcome
    older: str = ""
    runs: tuple[Words, ...] = ()
    now: tuple[Passage, ...] = ()
    then: tuple[str, ...] = ()


class Since:
    """Compares the versions of one work with its passages as they read now."""

    def __init__(self, history: History, listed: Iterable[Passage]) -> None:
        self.history = history
        self.present = {passage.id: passage for passage in listed if passage.is_citable}

    @cached_property
    def digests(self) -> dict[str, str]:
        return {name: digest(passage.text) for name, passage in self.present.items()}

    def of(self, name: str, version: str) -> Comparison | None:
        """What became of a passage since a version; None where that version does not have it."""
        now = self.present.get(name)
        here = (now,) if now else ()
        if name not in self.history.published:
            return Comparison("new", now=here)
        state = self.history.state(name, version)
        if state is None:
            return None
        if not isinstance(state, Recorded):
            return Comparison("lost", now=here, then=(state.holder,) if state.holder else ())
        if self.digests.get(name) == state.digest:
            return Comparison("same", now=here, then=(name,))
        if not self.history.is_readable:
            return Comparison("unknown", now=here, then=(name,))
        if now is None or (now.start, now.end) != (state.start, state.end):
            return self._of_place(name, state, version)
        return self._between(name, (name,), (now,), version)

    def _of_place(self, name: str, state: Recorded, version: str) -> Comparison:
        """All that stood in the place of a passage, with all that stands there now."""
        alike = [one for one in self.present.values() if (one.kind == "note") == (name in self._notes)]
        now = tuple(one for one in alike if _meet(one, state) or one.id == name)
        if not now:
            return Comparison("gone", self.history.text(state) or "", then=(name,))
        others = []
        for other in self.history.published:
            its = self.history.state(other, version) if (other in self._notes) == (name in self._notes) else None
            if isinstance(its, Recorded) and any(_meet(one, its) for one in now):
                others.append((its.start, other))
        then = tuple(other for _, other in sorted(others)) or (name,)
        return self._between(name, then, tuple(sorted(now, key=lambda one: one.start)), version)

    @cached_property
    def _notes(self) -> frozenset[str]:
        """The published ids that are notes', which are compared with notes alone: a page's stand amid its text."""
        known = (*self.history.published, *self.present)
        return frozenset(name for name in known if name.rpartition(".")[2].startswith("n"))

    def _between(self, name: str, then: tuple[str, ...], now: tuple[Passage, ...], version: str) -> Comparison:
        states = {one: self.history.state(one, version) for one in then}
        texts = {one: self.history.text(its) for one, its in states.items() if isinstance(its, Recorded)}
        if any(text is None for text in texts.values()):
            return Comparison("unknown", now=now, then=then)
        runs = word_changes(" ".join(text or "" for text in texts.values()), " ".join(one.text for one in now))
        outcome: Outcome = "moved" if all(run.kind == "same" for run in runs) else "changed"
        return Comparison(outcome, texts.get(name) or "", runs, now, then)


def _meet(one: Passage, other: Recorded) -> bool:
    """Whether two stand on some of the same letters of the source."""
    return one.start < other.end and other.start < one.end
