"""The levels of headings whose forms do not tell them, weighed chapter by chapter.

In: the headings of a book and the text between them.  Out: for each heading of a chapter its level, 3 to 5, and
whether another would be nearly as good.  `odds` says what is weighed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings.form import Found
from build_edition.rules.evidence.headings.odds import TOP, Evidence, Section
from build_edition.rules.evidence.headings.plan import (
    counts_parts,
    lead_of,
    plan_of,
    rarity_of,
    rounds,
    usual_length,
)
from build_edition.rules.evidence.headings.recurrence import recurring, stand_on_top
from build_edition.rules.evidence.headings.search import Level, Suits, levels_of, solve
from build_edition.rules.evidence.headings.standing import named_by_running_heads
from build_edition.rules.evidence.headings.words import Words


class Weighing:
    """The headings of a book, with what all its chapters together say."""

    def __init__(self, draft: Draft, found: Sequence[Found], chapters: Sequence[range]) -> None:
        self.draft = draft
        self.found = found
        self._spans = {places: self._texts(places) for places in chapters}
        self._titles = {places: [Words(found[i].title) for i in places] for places in chapters}
        self._heads = {places: Words(found[places[0] - 1].title if places[0] else "") for places in chapters}
        lengths = [
            [(title, len(text)) for title, text in zip(self._titles[places], self._spans[places], strict=True)]
            for places in chapters
        ]
        self._usual = usual_length([length for group in lengths for _, length in group])
        self._plan = plan_of([self._heads[places] for places in chapters], lengths, self._usual)
        self._named = named_by_running_heads(draft, found)

    @cached_property
    def _leads(self) -> dict[range, list[frozenset[str]]]:
        return {places: [lead_of(text) for text in texts] for places, texts in self._spans.items()}

    @cached_property
    def _rarity(self) -> dict[str, float]:
        return rarity_of([lead for group in self._leads.values() for lead in group])

    def levels_of(self, chapters: Sequence[range]) -> dict[int, Level]:
        """The level of each heading of these chapters."""
        sections = {places: self._sections(places) for places in chapters}
        solved = {places: solve(self._evidence(places, sections[places])) for places in chapters}
        shared = self._recurring(solved)
        for places in chapters:
            recurs = [shared.get(i) for i in places]
            if any(
                top is not None and top != _is_on_top(each)
                for top, each in zip(recurs, solved[places], strict=True)
            ):
                solved[places] = solve(self._evidence(places, sections[places], recurs))
        return {
            i: level for places in chapters for i, level in zip(places, levels_of(solved[places]), strict=True)
        }

    def _sections(self, places: range) -> list[Section]:
        first, titles, texts = places[0], self._titles[places], self._spans[places]
        turns = rounds(self._heads[places], titles, self._plan)
        named = [self._named[i] - first if self._named.get(i, -1) >= first else None for i in places]
        parts = [counts_parts(text, self._usual) for text in texts]
        return [
            Section(title, len(text), lead, turn, name, counts)
            for title, text, lead, turn, name, counts in zip(
                titles, texts, self._leads[places], turns, named, parts, strict=True
            )
        ]

    def _evidence(
        self, places: range, sections: Sequence[Section], recurs: Sequence[bool | None] = ()
    ) -> Evidence:
        above = self._lead_above(places[0])
        return Evidence(self._heads[places], above, sections, self._rarity, self._usual, recurs)

    def _recurring(self, solved: Mapping[range, Sequence[Suits]]) -> dict[int, bool]:
        """Whether headings that share a phrase with those of other chapters stand straight below these."""
        titles = {places: self._titles[places] for places in solved}
        suits = {i: each for places in solved for i, each in zip(places, solved[places], strict=True)}
        return stand_on_top(recurring(list(self._heads.values()), titles), suits)

    def _lead_above(self, first: int) -> frozenset[str]:
        """The roots of the text between the chapter's title and its first heading."""
        if not first:
            return frozenset()
        above = self.found[first - 1].lines[-1].end
        return lead_of(self.draft.text[above : self.found[first].lines[0].start])

    def _texts(self, places: range) -> list[str]:
        """The text between each of these headings and the next."""
        texts = []
        for i in places:
            end = self.found[i + 1].lines[0].start if i + 1 < len(self.found) else len(self.draft.text)
            texts.append(self.draft.text[self.found[i].lines[-1].end : end].strip())
        return texts


def _is_on_top(suits: Suits) -> bool:
    """Whether it suits a heading best to stand straight below its chapter."""
    return suits.get(TOP) == 0.0
