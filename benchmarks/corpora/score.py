"""What a step yields: a figure for someone on a corpus, and a few of the misses."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

OURS = "build-edition"
WORDS = 6  # of a text, in a miss that is printed


@dataclass(frozen=True)
class Score:
    """`figure` is as it is printed; `misses` are told by place, with a few words at most."""

    step: str
    corpus: str
    who: str
    figure: str
    counts: str
    misses: tuple[str, ...] = ()


def f1_score(step: str, corpus: str, who: str, predicted: Iterable[Hashable], true: Iterable[Hashable]) -> Score:
    """F1 of a set of findings."""
    have, want = set(predicted), set(true)
    right, false, missed = len(have & want), len(have - want), len(want - have)
    figure = 2 * right / (2 * right + false + missed) if right + false + missed else 1.0
    misses = [f"missed {_told(key)}" for key in sorted(want - have, key=str)[:3]]
    misses += [f"false {_told(key)}" for key in sorted(have - want, key=str)[:3]]
    counts = f"{right} right, {false} false, {missed} missed"
    return Score(step, corpus, who, f"F1 {figure:.4f}", counts, tuple(misses))


def _told(key: Hashable) -> str:
    return " ".join(map(str, key)) if isinstance(key, tuple) else f"line {key}"


def share_score(step: str, corpus: str, who: str, right: int, of: int, misses: Sequence[str] = ()) -> Score:
    """The share of decisions that are right."""
    return Score(step, corpus, who, f"{right / of if of else 1.0:.4f}", f"{right} of {of}", tuple(misses[:6]))


def few_words(text: str) -> str:
    """The beginning of a passage, short enough to be no quotation."""
    words = text.split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
