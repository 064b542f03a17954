"""The levels of headings whose forms do not tell them, weighed chapter by chapter.

In: the headings of a book and the text between them.  Out: for each heading of a chapter its level, 3 to 5, and
whether another would be nearly as good.  `heading_evidence` says what is weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.heading_evidence import Branch, Evidence, Section
from build_edition.rules.evidence.heading_form import Found
from build_edition.rules.evidence.heading_plan import lead_of, plan_of, rarity_of, rounds, usual_length
from build_edition.rules.evidence.heading_standing import named_by_running_heads
from build_edition.rules.evidence.heading_words import Words

Level = tuple[int, str]  # the level and its certainty

_WIDTH = 50  # branches that are followed at once
_DOUBT = 1.2  # by how much the best way must outweigh the next


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

    def levels_of(self, places: range) -> Iterator[tuple[int, Level]]:
        """The level of each heading of one chapter."""
        first, titles = places[0], self._titles[places]
        turns = rounds(self._heads[places], titles, self._plan)
        named = [self._named[i] - first if self._named.get(i, -1) >= first else None for i in places]
        sections = [
            Section(title, len(text), lead, turn, name)
            for title, text, lead, turn, name in zip(
                titles, self._spans[places], self._leads[places], turns, named, strict=True
            )
        ]
        evidence = Evidence(self._heads[places], self._lead_above(first), sections, self._rarity, self._usual)
        yield from zip(places, _solve(evidence), strict=True)

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
            texts.append(" ".join(self.draft.text[self.found[i].lines[-1].end : end].split()))
        return texts


def _solve(evidence: Evidence) -> list[Level]:
    """The best levels for the headings of one chapter, and the certainty of each."""
    branches = [Branch()]
    for _ in evidence.sections:
        grown = [evidence.extend(branch, level) for branch in branches for level in evidence.choices(branch)]
        grown.sort(key=lambda branch: (-branch.weight, branch.levels))
        branches = grown[:_WIDTH]
    best = branches[0]
    solved: list[Level] = []
    for place, level in enumerate(best.levels):
        others = (branch.weight for branch in branches if branch.levels[place] != level)
        solved.append((level, "low" if best.weight - next(others, float("-inf")) < _DOUBT else "high"))
    return solved
