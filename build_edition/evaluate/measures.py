"""What a comparison yields: how much was found, how much of it is right, and each place where it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

T = TypeVar("T", bound=Hashable)
Sort = Literal["missed", "false", "wrong"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where transcript and truth part: the lines of the source it concerns, and what each says.

    `missed` is in the truth alone, `false` in the transcript alone; `wrong` is in both, and decided otherwise.
    """

    sort: Sort
    line: int
    last: int
    expected: str = ""
    found: str = ""

    @property
    def lines(self) -> str:
        return str(self.line) if self.last == self.line else f"{self.line}–{self.last}"


@dataclass(frozen=True, slots=True)
class Found:
    """How a set of findings compares with the truth."""

    right: int
    wrong: int
    overlooked: int
    differences: tuple[Difference, ...] = ()

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
    """How many of some decisions are right."""

    right: int
    of: int
    differences: tuple[Difference, ...] = ()

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
    differences: tuple[Difference, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether there was any text."""
        return self.of > 0 or self.errors > 0

    @property
    def rate(self) -> float:
        return self.errors / self.of if self.of else float(self.errors > 0)


Measure = Found | Share | ErrorRate


@dataclass(frozen=True, slots=True)
class Scope:
    """The lines of the source, first and last, that are judged; what begins elsewhere is left out."""

    first: int = 1
    last: int = 10**9

    @property
    def whole(self) -> bool:
        return self == Scope()

    def __contains__(self, line: object) -> bool:
        return isinstance(line, int) and self.first <= line <= self.last

    def only(self, keys: Iterable[T]) -> set[T]:
        """Those of the keys that begin on a line judged."""
        return {key for key in keys if _lines(key)[0] in self}

    def only_items(self, items: Mapping[T, str]) -> dict[T, str]:
        """The same of what is told by line."""
        return {key: value for key, value in items.items() if _lines(key)[0] in self}


def found(
    predicted: Iterable[T], true: Iterable[T], neutral: Iterable[T] = (), name: Callable[[Any], str] = str
) -> Found:
    """Compare two sets; what is `neutral` is neither right nor wrong if predicted.

    A member is a line, a line with a number, or the first and last line of what is found. `name` says it in words.
    """
    have, want = set(predicted), set(true)
    extra, missed = have - want - set(neutral), want - have
    differences = [Difference("missed", *_lines(key), expected=name(key)) for key in missed]
    differences += [Difference("false", *_lines(key), found=name(key)) for key in extra]
    return Found(len(have & want), len(extra), len(missed), in_order(differences))


def share(predicted: Mapping[T, str], true: Mapping[T, str]) -> Share:
    """How often the two agree where both speak."""
    return agreement(predicted, {key: value for key, value in true.items() if key in predicted})


def agreement(predicted: Mapping[T, str], true: Mapping[T, str]) -> Share:
    """How often the prediction is the truth; where there is none, it is not."""
    wrong = [
        Difference("wrong", *_lines(key), expected=value or "none", found=predicted.get(key) or "none")
        for key, value in true.items()
        if predicted.get(key) != value
    ]
    return Share(len(true) - len(wrong), len(true), in_order(wrong))


def in_order(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """By line, then by what is said."""
    return tuple(sorted(differences, key=lambda d: (d.line, d.last, d.sort, d.expected, d.found)))


def explained(measure: Found, here: Callable[[int], str], truth: Callable[[int], str]) -> Found:
    """The measure, each one-sided difference with what the other side has on its line instead."""
    return replace(
        measure,
        differences=tuple(
            replace(d, found=here(d.line)) if d.sort == "missed" else replace(d, expected=truth(d.line))
            for d in measure.differences
        ),
    )


def _lines(key: Any) -> tuple[int, int]:
    """The first and last line of a member of a set of findings."""
    if isinstance(key, tuple):
        return key[0], key[1] if isinstance(key[1], int) else key[0]
    return key, key
