"""How the signs at a joint weigh together in one text.

Weights are logarithms of odds, and add up. What each sign is worth `learning` asks the text itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_edition.rules.evidence.paragraphs.fullness import step_of
from build_edition.rules.evidence.paragraphs.joints import Ending, Joint, Opening
from build_edition.rules.evidence.paragraphs.speech import Speech, speech_at

DOUBT = 2.0  # log-odds below which a beginning is of low certainty
_NOTHING = -11.0  # log-odds of a line for which nothing speaks
_RARE = -1.0  # log-odds of what seldom begins a paragraph
_SHOWN = 0.75  # log-odds against a beginning that a blank line after a sentence outweighs
# Language: how much likelier a paragraph begins at such a joint than not.
_OPENINGS: Mapping[Opening, float] = {
    "capital": 0.0, "number": 1.0, "other": -1.0, "bracket": -4.0, "none": -5.0, "small": -11.0,
}  # fmt: skip
_LEFT_OPEN = -2.5  # small letters under a line that ended by will, with a colon: an item perhaps
_MISREAD = -8.0  # small letters that stand in, after a sentence: a capital misread perhaps
_NEXT = 1.0  # a number under a comma or semicolon: the next of several paragraphs
_BROKEN_LINE = 8.5  # log-odds at the most of all the page says, for a line broken in two says it all
_UNDER_COLON = 5.0  # log-odds at the most that room gives there: what is announced may be lost
_MOST_OF_WIDTH = 3.0  # log-odds at the most, for letters may be lost
_BY_WILL = 0.03  # of the measure: room from which a line ended by will


class Narrow(NamedTuple):
    """What first lines and other full lines commonly leave empty, and how this varies, as shares of the measure.

    `errors` are the standard errors by which the two differ.
    """

    first: float
    other: float
    spread: float
    errors: float


@dataclass(frozen=True)
class Signs:
    """The weight of each sign in one text."""

    usual: float  # of any line, that it begins a paragraph
    stop: float  # of a sentence's end
    endings: Mapping[Ending, float]  # of any other
    edges: Mapping[Hashable, float]
    blanks: Mapping[Hashable, float]
    noted_blanks: Mapping[Hashable, float]
    notes: Mapping[Hashable, float]  # where a sentence ends
    speeches: Mapping[Hashable, float]  # where a sentence ends
    fullness: Sequence[float]  # by the steps of `fullness`
    narrow: Narrow | None  # where indents are lost

    def odds(self, joint: Joint) -> float:
        """The log-odds that a paragraph begins at the joint."""
        odds = self.usual + self.layout(joint)
        if joint.opening == "number" and joint.ending == "comma":
            odds += _NEXT  # one of several, and a semicolon after the one before
        elif joint.ending == "stop":
            odds += self.stop + self.notes[joint.noted] + self.speeches[speech_of(joint)]
        else:
            odds += self.endings[joint.ending]
        return odds + _opening(joint)

    def begins(self, joint: Joint) -> bool:
        """Whether a paragraph begins; in doubt a blank line after a sentence stands for what it seems."""
        return self.seeming(joint) > 0

    def seeming(self, joint: Joint) -> float:
        """The log-odds by which that is judged."""
        if joint.opening == "small" and joint.ending != "colon" and joint.edge == "flush" and not joint.blank:
            return _NOTHING  # most joints: nothing speaks for a beginning
        shown = self.by_blank(joint) >= _SHOWN and joint.blank and joint.ending == "stop"
        return self.odds(joint) + (_SHOWN if shown else 0)

    @property
    def indents(self) -> bool:
        """Whether the left edge shows where paragraphs begin: a line at the margin seldom is the first of one."""
        return self.edges.get("flush", 0.0) < _RARE

    def layout(self, joint: Joint) -> float:
        """What the page says, whatever the words do."""
        odds = self.edges.get(joint.edge, 0.0) + self.by_width(joint)
        step = step_of(joint)
        if step is not None:
            odds += min(self.fullness[step], _UNDER_COLON) if joint.ending == "colon" else self.fullness[step]
        return min(odds + self.by_blank(joint), _BROKEN_LINE)

    def by_blank(self, joint: Joint) -> float:
        """What a blank line says, or that there is none; nothing where a page ends."""
        weights = self.noted_blanks if joint.noted else self.blanks
        return 0.0 if joint.at_page else weights.get(joint.blank, 0.0)

    def by_width(self, joint: Joint) -> float:
        """What the width of the line below says where indents are lost: an indented line is narrower."""
        if self.narrow is None or joint.inset is None:
            return 0.0
        first, other, spread, _ = self.narrow
        odds = ((joint.inset - other) ** 2 - (joint.inset - first) ** 2) / (2 * joint.printed * spread**2)
        return max(-_MOST_OF_WIDTH, min(_MOST_OF_WIDTH, odds))


def _opening(joint: Joint) -> float:
    """What the beginning of the line below says, as its ink was read."""
    if joint.opening == "small" and joint.ending == "colon" and (joint.room or 0) > _BY_WILL:
        return _LEFT_OPEN
    if joint.opening == "small" and joint.ending == "stop" and joint.edge == "indent":
        return _MISREAD
    return _OPENINGS[joint.opening]


def speech_of(joint: Joint) -> Speech:
    """What the joint does to speeches, if a sentence ends there."""
    return speech_at(joint.before.ink, joint.after.ink, spoken=joint.spoken)
