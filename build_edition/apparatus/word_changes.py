"""Two texts compared word by word, for a reader to see what became of the one in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True, slots=True)
class Words:
    """Words that both texts have (`same`), only the older (`out`) or only the newer (`in`)."""

    kind: Literal["same", "out", "in"]
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.words)


def word_changes(older: str, newer: str) -> tuple[Words, ...]:
    """The words of both texts in order: `same` and `out` make the older text, `same` and `in` the newer."""
    return tuple(_runs(older.split(), newer.split()))


def _runs(older: list[str], newer: list[str]) -> Iterator[Words]:
    for kind, i, j, k, m in SequenceMatcher(None, older, newer, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Words("same", tuple(older[i:j]))
            continue
        if i < j:
            yield Words("out", tuple(older[i:j]))
        if k < m:
            yield Words("in", tuple(newer[k:m]))


def count_changed(runs: tuple[Words, ...]) -> int:
    """How many words are read otherwise, left out or brought in: what replaces another counts once."""
    total = out = 0
    for run in (*runs, Words("same", ())):
        if run.kind == "in":
            total, out = total + max(out, len(run.words)), 0
            continue
        total += out
        out = len(run.words) if run.kind == "out" else 0
    return total
