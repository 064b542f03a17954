"""What a comparison yields: how much was found, how much of it is right, and what is wrong."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Found:
    """How a set of findings compares with the truth; `missed` and `extra` show some of what is wrong."""

    right: int
    wrong: int
    overlooked: int
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether there was anything to find or to find wrongly."""
        return bool(self.right or self.wrong or self.overlooked)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.overlooked) if self.right + self.overlooked else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some decisions are right; `wrong` shows some that are not."""

    right: int
    of: int
    wrong: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether there was anything to decide."""
        return self.of > 0

    @property
    def accuracy(self) -> float:
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """How many edits turn the text into the true one, of how many units of truth."""

    errors: int
    of: int

    @property
    def counted(self) -> bool:
        """Whether there was any text."""
        return self.of > 0 or self.errors > 0

    @property
    def rate(self) -> float:
        return self.errors / self.of if self.of else float(self.errors > 0)


Measure = Found | Share | ErrorRate


def found(predicted: Iterable[T], true: Iterable[T], neutral: Iterable[T] = ()) -> Found:
    """Compare two sets; what is `neutral` is neither right nor wrong if predicted."""
    have, want = set(predicted), set(true)
    extra = have - want - set(neutral)
    missed = want - have
    return Found(len(have & want), len(extra), len(missed), _some(missed), _some(extra))


def share(predicted: dict[T, str], true: dict[T, str]) -> Share:
    """How often the two agree where both speak."""
    both = predicted.keys() & true.keys()
    wrong = [f"{key}: {predicted[key]} for {true[key]}" for key in both if predicted[key] != true[key]]
    return Share(len(both) - len(wrong), len(both), _some(wrong))


def _some(values: Iterable[T]) -> tuple[str, ...]:
    return tuple(str(value) for value in sorted(values, key=lambda value: (len(str(value)), str(value)))[:SHOWN])
