"""What the headings of one chapter say about their levels, weighed.

In: the headings of a chapter in order, with the text between them.  Out: the weight of giving a heading a
level, once those before it have theirs. Weights add up like the logarithms of odds:

- a heading upon another, with nothing between, is one deeper; a short text between them says so too;
- prose that announces parts names the headings below its own, and no others;
- consecutive headings that end in the same words, or share what stands before a colon, are sisters; a
  heading before them that holds those words is their parent;
- a title that takes up the words of an earlier one stands below it;
- in a book whose chapters are built on one plan (`heading_plan`), the headings of the plan are sections,
  until the plan is gone through again;
- a running head names the section in force where its page begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_edition.rules.evidence.heading_words import Words, roots, share

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
    announced: float = 0.9
    announced_top: float = 0.1
    unannounced: float = -0.6  # where its sisters are
    takes_up: float = 1.6  # the words of the parent
    ends_in_parent: float = 1.0
    takes_up_sister: float = -0.7
    same_main: float = 2.0
    same_tail: float = 0.2
    alike: float = 1.1
    plan_top: float = 1.3
    plan_again_top: float = -1.0
    companion: float = 0.9
    terminal: float = 3.0
    chapter_words: float = 1.1
    chapter_opening: float = 0.8
    running_head: float = -2.5


WEIGHTS = Weights()


@dataclass(frozen=True)
class Section:
    """A heading below the chapters. `length` is that of the text between it and the next, `lead` its roots.

    `round` is 1 if it belongs to the plan of the book's chapters, 2 if the chapter has had it before, else 0.
    `named` is the place of the heading that a running head after this one still names.
    """

    words: Words
    length: int
    lead: frozenset[str]
    round: int = 0
    named: int | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """Levels for the first headings of a chapter, and what speaks for them.

    `open` has the place of the heading last seen on each level, from the top down to the last one's;
    `announced` has for the chapter, and for each of these, how far the text under it named the headings
    below it so far, and how many there are.
    """

    levels: tuple[int, ...] = ()
    weight: float = 0.0
    open: tuple[int, ...] = ()
    announced: tuple[tuple[float, int], ...] = ((0.0, 0),)


class Evidence:
    """The evidence of one chapter. `chapter_lead` has the roots of the text before its first heading.

    `rarity` says how much it tells that a lead has a root, from 1 down to 0; `usual_length` is that of the text
    under a heading of this book.
    """

    def __init__(
        self,
        chapter: Words,
        chapter_lead: frozenset[str],
        sections: Sequence[Section],
        rarity: Mapping[str, float],
        usual_length: float,
    ) -> None:
        self.chapter = chapter
        self.chapter_lead = chapter_lead
        self.sections = sections
        self.rarity = rarity
        self.usual_length = usual_length
        like_chapter = sum(section.words.opening == chapter.opening for section in sections)
        # What every heading of the chapter opens with sets none of them above the others.
        self._subject = chapter.opening if like_chapter <= 2 else ()
        self._alike = _last_alike(sections)
        self._companion = _last_of_round(sections)
        self._named: dict[tuple[int, int | None], float] = {}
        self._worded: dict[tuple[int, int | None, int | None], float] = {}

    def choices(self, branch: Branch) -> range:
        """The levels that the next heading may have: at most one deeper than the last."""
        if not branch.levels:
            return range(TOP, TOP + 1)
        deepest = min(DEEPEST, branch.levels[-1] + 1)
        before = self.sections[len(branch.levels) - 1]
        if before.length < _ADJOIN:
            return range(deepest, deepest + 1)
        return range(TOP, deepest + (0 if before.words.is_terminal else 1))

    def extend(self, branch: Branch, level: int) -> Branch:
        """The branch with the next heading on this level."""
        place, depth = len(branch.levels), level - TOP
        parent = branch.open[depth - 1] if depth else None
        elder = branch.open[depth] if depth < len(branch.open) else None
        named = self._named_by(place, parent)
        weight = self._step(branch, level) + self._announcement(branch, depth, named)
        weight += self._wording(place, parent, elder) + self._standing(branch, level)
        total, count = branch.announced[depth]
        announced = (*branch.announced[:depth], (total + named, count + 1), (0.0, 0))
        return Branch((*branch.levels, level), branch.weight + weight, (*branch.open[:depth], place), announced)

    def _step(self, branch: Branch, level: int) -> float:
        """What the step from the last heading says."""
        if not branch.levels:
            return 0.0
        last = branch.levels[-1]
        if level == last:
            return WEIGHTS.stay if level == TOP else WEIGHTS.stay_deep
        if level > last:
            length = self.sections[len(branch.levels) - 1].length / self.usual_length
            if length < _MIDDLING:
                return WEIGHTS.short_lead if length < _SHORT else WEIGHTS.middling_lead
            return WEIGHTS.long_lead if length < _LONG else WEIGHTS.longest_lead
        if self.sections[len(branch.levels)].words.is_terminal:
            return 0.0
        alone = sum(count == 1 for _, count in branch.announced[level - TOP + 1 : -1])
        return WEIGHTS.rise * (last - level) + WEIGHTS.lone_child * alone

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

    def _announcement(self, branch: Branch, depth: int, named: float) -> float:
        """What it says that the text under the parent names this heading, or its sisters and not it."""
        total, count = branch.announced[depth]
        if depth and count >= 2 and named < 0.2 and total > 0.4 * count:
            return WEIGHTS.unannounced
        return (WEIGHTS.announced if depth else WEIGHTS.announced_top) * named

    def _wording(self, place: int, parent: int | None, elder: int | None) -> float:
        """What the words of the parent, and of the sister before, say."""
        known = self._worded.get((place, parent, elder))
        if known is None:
            known = self._of_parent(place, parent) + self._of_sister(place, elder)
            self._worded[place, parent, elder] = known
        return known

    def _of_parent(self, place: int, parent: int | None) -> float:
        if parent is None:
            return 0.0
        own, above = self.sections[place].words, self.sections[parent].words
        weight = WEIGHTS.takes_up * share(own.main_roots - self.chapter.roots, above.roots)
        ending = roots(own.tail(2))
        if len(ending) == 2 and ending <= above.roots and own.shares_tail(above) != 3:
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
            return weight * (0.6 if roots(own.tail(length)) <= self.chapter.roots else 1.0)
        takes_up = share(own.main_roots - self.chapter.roots, sister.roots) > 0.6
        return WEIGHTS.takes_up_sister if takes_up and own.main != sister.main else 0.0

    def _standing(self, branch: Branch, level: int) -> float:
        """What a heading's likeness to others, to the plan and to the chapter's title says, and running heads."""
        place = len(branch.levels)
        section = self.sections[place]
        weight = 0.0
        alike, companion, named = self._alike[place], self._companion[place], section.named
        if alike is not None and branch.levels[alike] == level:
            weight += WEIGHTS.alike
        if companion is not None:
            weight += WEIGHTS.companion if branch.levels[companion] == level else -WEIGHTS.companion
        if named is not None and (
            level <= branch.levels[named] or branch.open[branch.levels[named] - TOP] != named
        ):
            weight += WEIGHTS.running_head
        return weight + (self._top(section) if level == TOP else 0.0)

    def _top(self, section: Section) -> float:
        """What speaks for a heading's standing straight below the chapter."""
        words = section.words
        if words.is_terminal:
            return WEIGHTS.terminal
        weight = (0.0, WEIGHTS.plan_top, WEIGHTS.plan_again_top)[section.round]
        if self.chapter.main_roots and self.chapter.main_roots <= words.roots:
            weight += WEIGHTS.chapter_words
        if words.opening and words.opening == self._subject:
            weight += WEIGHTS.chapter_opening
        return weight


def _last_alike(sections: Sequence[Section]) -> list[int | None]:
    """For each heading outside the plan, the last before it that opens with the same two words."""
    last: dict[tuple[str, ...], int] = {}
    found: list[int | None] = []
    for place, section in enumerate(sections):
        opening = section.words.main[:2]
        found.append(last.get(opening) if opening and not section.round else None)
        last[opening] = place
    return found


def _last_of_round(sections: Sequence[Section]) -> list[int | None]:
    """For each heading of the plan the one before it in the same round, if there is one."""
    last: dict[int, int] = {}
    found: list[int | None] = []
    for place, section in enumerate(sections):
        found.append(last.get(section.round) if section.round else None)
        last[section.round] = place
    return found
