"""What the headings of one chapter say about their levels, weighed.

In: the headings of a chapter in order, with the text between them.  Out: the weight of giving a heading a
level, once those before it have theirs. Weights add up like the logarithms of odds:

- a heading upon another, with nothing between, is one deeper; a short text between them says so too;
- prose that announces parts names the headings below its own, and no others;
- consecutive headings that end in the same words, or share what stands before a colon, are sisters; a
  heading before them that holds those words is their parent;
- a title that takes up the words of an earlier one stands below it;
- in a book whose chapters are built on one plan (`plan`), the headings of the plan are sections,
  until the plan is gone through again;
- two headings that say the same of opposed things are sisters, with what is between them below the first;
- headings that speak of what an earlier one names bare stand below it;
- the last heading of a chapter that takes up a phrase of its title looks back on the whole of it;
- a heading stands straight below its chapter if its likes in other chapters do;
- a running head names the section in force where its page begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from build_edition.rules.evidence.headings.likes import alike, counterparts, last_of_round, wholes
from build_edition.rules.evidence.headings.words import Words, roots, share

TOP, DEEPEST = 3, 5
_ADJOIN = 1  # inked characters between headings of which one stands upon the other
_SHORT, _MIDDLING, _LONG = 0.3, 0.5, 0.7  # of the length that the text under a heading usually has


@dataclass(frozen=True)
class Weights:
    """What each kind of evidence weighs."""

    short_lead: float = 1.3  # a step down after a short text
    middling_lead: float = 0.9
    long_lead: float = -0.1
    longest_lead: float = -1.2
    stay: float = 0.2
    stay_deep: float = 0.3
    rise: float = -0.2  # a level
    lone_child: float = -1.0
    parts: float = 1.0  # a step down after a text that ends by counting parts
    announced: float = 0.9
    announced_top: float = 0.1
    unannounced: float = -0.6  # where its sisters are
    takes_up: float = 1.6  # the words of the parent
    of_whole: float = 1.0  # below what names bare what it speaks of
    ends_in_parent: float = 1.0
    takes_up_sister: float = -0.7
    same_main: float = 2.0
    pair: float = 1.0
    same_tail: float = 0.2
    alike: float = 1.1
    plan_top: float = 1.3
    plan_again_top: float = -1.0
    companion: float = 0.9
    terminal: float = 3.0
    chapter_words: float = 1.1
    chapter_opening: float = 0.8
    closing: float = 0.9
    recurs: float = 1.0
    running_head: float = -2.5


WEIGHTS = Weights()


@dataclass(frozen=True)
class Section:
    """A heading below the chapters. `length` is that of the text between it and the next, `lead` its roots.

    `round` is 1 if it belongs to the plan of the book's chapters, 2 if the chapter has had it before, else 0.
    `named` is the place of the heading that a running head after this one still names; `parts` says that the text
    ends by counting the parts that follow.
    """

    words: Words
    length: int
    lead: frozenset[str]
    round: int = 0
    named: int | None = None
    parts: bool = False


class Branch(NamedTuple):
    """Levels for the first headings of a chapter, and what speaks for them.

    `open` has the place of the heading last seen on each level, from the top down to the last one's;
    `announced` has for the chapter, and for each of these, how far the text under it named the headings
    below it so far, and how many there are.
    """

    levels: bytes = b""
    weight: float = 0.0
    open: tuple[int, ...] = ()
    announced: tuple[tuple[float, int], ...] = ((0.0, 0),)


class Evidence:
    """The evidence of one chapter. `chapter_lead` has the roots of the text before its first heading.

    `recurs` says of each heading whether it and its likes in other chapters stand straight below these, if that is
    known. `rarity` says how much it tells that a lead has a root, from 1 down to 0; `usual_length` is that of the
    text under a heading of this book.
    """

    def __init__(
        self,
        chapter: Words,
        chapter_lead: frozenset[str],
        sections: Sequence[Section],
        rarity: Mapping[str, float],
        usual_length: float,
        recurs: Sequence[bool | None] = (),
    ) -> None:
        self.chapter = chapter
        self.chapter_lead = chapter_lead
        self.sections = sections
        self.rarity = rarity
        self.usual_length = usual_length
        self.recurs = recurs or [None] * len(sections)
        like_chapter = sum(section.words.opening == chapter.opening for section in sections)
        # What every heading of the chapter opens with sets none of them above the others.
        self._subject = chapter.opening if like_chapter <= 2 else ()
        titles, turns = [section.words for section in sections], [section.round for section in sections]
        self._alike = alike(titles, turns)
        self._companion = last_of_round(turns)
        self._counterpart = counterparts(titles)
        self._whole = wholes(chapter, titles)
        self._new = [title.main_roots - chapter.roots for title in titles]
        self._ties = [
            bool(likes) or any(other is not None for other in (companion, whole, section.named))
            for likes, companion, whole, section in zip(
                self._alike, self._companion, self._whole, sections, strict=True
            )
        ]
        self._named: dict[tuple[int, int | None], float] = {}
        self._plain: dict[tuple[int, int, int, int | None, int | None], float] = {}

    def choices(self, branch: Branch) -> range:
        """The levels that the next heading may have: at most one deeper than the last."""
        if not branch.levels:
            return range(TOP, TOP + 1)
        deepest = min(DEEPEST, branch.levels[-1] + 1)
        before = self.sections[len(branch.levels) - 1]
        if before.length < _ADJOIN:
            return range(deepest, deepest + 1)
        return range(TOP, deepest + (0 if before.words.is_terminal else 1))

    def weight_of(self, branch: Branch, level: int) -> float:
        """What speaks for giving the next heading this level."""
        levels, open_, depth = branch.levels, branch.open, level - TOP
        place = len(levels)
        last = levels[-1] if levels else level
        elder = open_[depth] if depth < len(open_) else None
        key = (place, level, last, open_[depth - 1] if depth else None, elder)
        weight = self._plain.get(key)
        if weight is None:
            weight = self._plain[key] = self._plain_weight(*key)
        if depth:
            total, count = branch.announced[depth]
            if count >= 2 and total > 0.4 * count and self._named_by(place, key[3]) < 0.2:
                weight += WEIGHTS.unannounced
        if level < last and not self.sections[place].words.is_terminal:
            weight += WEIGHTS.lone_child * [count for _, count in branch.announced[depth + 1 : -1]].count(1)
        return weight + self._ties_weight(branch, level) if self._ties[place] else weight

    def _plain_weight(self, place: int, level: int, last: int, parent: int | None, elder: int | None) -> float:
        """What speaks for a level whatever levels the headings between have."""
        weight = self._step(place, level, last) + self._wording(place, parent, elder)
        named = self._named_by(place, parent)
        weight += (WEIGHTS.announced_top if parent is None else WEIGHTS.announced) * named
        if level == TOP:
            weight += self._top(place)
        recurs = self.recurs[place]
        return weight + (WEIGHTS.recurs if recurs is not None and recurs == (level == TOP) else 0.0)

    def extend(self, branch: Branch, level: int, weight: float) -> Branch:
        """The branch with the next heading on this level, and what it then weighs."""
        place, depth = len(branch.levels), level - TOP
        named = self._named_by(place, branch.open[depth - 1] if depth else None)
        total, count = branch.announced[depth]
        announced = (*branch.announced[:depth], (total + named, count + 1), (0.0, 0))
        return Branch(branch.levels + bytes((level,)), weight, (*branch.open[:depth], place), announced)

    def _step(self, place: int, level: int, last: int) -> float:
        """What the step from the last heading says."""
        if not place:
            return 0.0
        if level == last:
            return WEIGHTS.stay if level == TOP else WEIGHTS.stay_deep
        if level > last:
            above = self.sections[place - 1]
            return self._lead(above.length / self.usual_length) + WEIGHTS.parts * above.parts
        return 0.0 if self.sections[place].words.is_terminal else WEIGHTS.rise * (last - level)

    def _lead(self, length: float) -> float:
        """What it says of a step down that the text above it is of this length."""
        if length < _MIDDLING:
            return WEIGHTS.short_lead if length < _SHORT else WEIGHTS.middling_lead
        return WEIGHTS.long_lead if length < _LONG else WEIGHTS.longest_lead

    def _named_by(self, place: int, parent: int | None) -> float:
        """How far the text under the parent names this heading: 0 to 1."""
        known = self._named.get((place, parent))
        if known is None:
            lead = self.chapter_lead if parent is None else self.sections[parent].lead
            words = self.sections[place].words
            known = max(self._share(words.roots, lead), self._share(words.main_roots, lead)) if lead else 0.0
            self._named[place, parent] = known
        return known

    def _share(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """How much of `part` is in `whole`, where words that stand everywhere count for little."""
        named = total = 0.0
        for root in part:
            weight = self.rarity.get(root, 1.0) * (0.3 if root in self.chapter.roots else 1.0)
            total += weight
            named += weight if root in whole else 0.0
        return named / (total + 0.3)  # one common word is no announcement

    def _wording(self, place: int, parent: int | None, elder: int | None) -> float:
        """What the words of the parent, and of the sister before, say."""
        mate = self._counterpart[place]
        if mate is not None:
            return WEIGHTS.pair if mate == elder else -WEIGHTS.pair
        return self._of_parent(place, parent) + self._of_sister(place, elder)

    def _of_parent(self, place: int, parent: int | None) -> float:
        if parent is None:
            return 0.0
        own, above = self.sections[place].words, self.sections[parent].words
        weight = WEIGHTS.takes_up * share(self._new[place], above.roots)
        if len(own.ending) == 2 and own.ending <= above.roots and own.shares_tail(above) != 3:
            weight += WEIGHTS.ends_in_parent
        return weight

    def _of_sister(self, place: int, elder: int | None) -> float:
        if elder is None:
            return 0.0
        own, sister = self.sections[place].words, self.sections[elder].words
        if own.has_subtitle and sister.has_subtitle and own.main == sister.main:
            return WEIGHTS.same_main
        length = own.shares_tail(sister)
        if length:
            weight = WEIGHTS.same_tail * (1.0 if length == 3 else 0.7) * (0.6 if elder < place - 1 else 1.0)
            return weight * (0.6 if roots(own.tails[length]) <= self.chapter.roots else 1.0)
        takes_up = share(self._new[place], sister.roots) > 0.6
        return WEIGHTS.takes_up_sister if takes_up and own.main != sister.main else 0.0

    def _ties_weight(self, branch: Branch, level: int) -> float:
        """What the levels of the headings say that this one is tied to, and running heads."""
        place = len(branch.levels)
        weight = 0.0
        companion, named = self._companion[place], self.sections[place].named
        if any(branch.levels[before] == level for before in self._alike[place]):
            weight += WEIGHTS.alike
        if companion is not None:
            weight += WEIGHTS.companion if branch.levels[companion] == level else -WEIGHTS.companion
        if named is not None and (
            level <= branch.levels[named] or branch.open[branch.levels[named] - TOP] != named
        ):
            weight += WEIGHTS.running_head
        if self._whole[place] in branch.open[: level - TOP]:
            weight += WEIGHTS.of_whole
        return weight

    def _top(self, place: int) -> float:
        """What speaks for a heading's standing straight below the chapter."""
        section = self.sections[place]
        words = section.words
        if words.is_terminal:
            return WEIGHTS.terminal
        weight = (0.0, WEIGHTS.plan_top, WEIGHTS.plan_again_top)[section.round]
        if self.chapter.main_roots and self.chapter.main_roots <= words.roots:
            weight += WEIGHTS.chapter_words
        if words.opening and words.opening == self._subject:
            weight += WEIGHTS.chapter_opening
        if place == len(self.sections) - 1 and _phrases(words) & _phrases(self.chapter):
            weight += WEIGHTS.closing
        return weight


def _phrases(words: Words) -> set[tuple[str, str]]:
    """The words of a title that stand side by side, if they mean something."""
    return {pair for pair in pairwise(words.all) if len(roots(pair[:1])) == 1 == len(roots(pair[1:]))}
