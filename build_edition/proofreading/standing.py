"""In what state each stretch of a text is now: what the last step says, or less where the text has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_edition.edition.status import STATES, State, Step
from build_edition.proofreading.parts import Parts, Stretch, UnknownUnitError
from build_edition.proofreading.units import Unit

_FALLS: Mapping[State, State] = {"validated": "proofread", "proofread": "not proofread"}


def fallen(state: State) -> State:
    """The state to which a text falls back when it is changed."""
    return _FALLS.get(state, state)


@dataclass(frozen=True, slots=True)
class Said:
    """A step with its number in the file, and whether the text is as it was then."""

    number: int
    step: Step
    is_current: bool

    @property
    def state(self) -> State:
        """The state in which it leaves the text now."""
        return self.step.state if self.is_current else fallen(self.step.state)


@dataclass(frozen=True, slots=True)
class Standing:
    """A stretch, and the last step that covers it."""

    stretch: Stretch
    said: Said | None = None

    @property
    def state(self) -> State:
        return self.said.state if self.said else "not proofread"


def standings(parts: Parts, steps: Sequence[Step]) -> tuple[Standing, ...]:
    """The state of every stretch of a work; a step about what is not there says nothing."""
    last: dict[int, Said] = {}
    for number, step in enumerate(steps, start=1):
        unit = Unit.of(step)
        try:
            covered = parts.covered(unit)
        except UnknownUnitError:
            continue
        is_current = step.text is None or step.text == parts.digest(unit)
        last.update(dict.fromkeys(covered, Said(number, step, is_current)))
    return tuple(Standing(stretch, last.get(k)) for k, stretch in enumerate(parts.stretches))


def shares(standing: Iterable[Standing]) -> Mapping[State, int]:
    """How many words are in each state; all states are there."""
    counts: Counter[State] = Counter()
    for one in standing:
        counts[one.state] += one.stretch.words
    return {state: counts[state] for state in STATES}


def least(standing: Iterable[Standing]) -> State:
    """The one state of a part, which is that of its least advanced words; problematic where any of it is."""
    found = {one.state for one in standing if one.stretch.words}
    if "problematic" in found:
        return "problematic"
    return min(found, key=STATES.index, default="not proofread")


def in_words(standing: Iterable[Standing]) -> str:
    """The state of a part in words: what all of it is, or what a part of it is that matters most to know."""
    words = shares(standing)
    found = [state for state in STATES if words[state]] or ["not proofread"]
    if len(found) == 1:
        return found[0]
    return f"partly {'problematic' if 'problematic' in found else found[-1]}"
