"""A wanted change taken apart into those of words: what stands far apart is told by records of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from build_edition.corrections.wanted import Wanted

NEAR = 1  # words that stay between two changes of one record, at most
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def hunks(text: str, wanted: Wanted) -> list[tuple[Wanted, ...]]:
    """The changes of words that a wanted change comes to, those that are near each other in one group."""
    whole = wanted.trimmed(text)
    old, new = text[whole.start : whole.end], whole.words
    if old == new:
        return []
    groups: list[list[Wanted]] = []
    for change in _changes(whole.start, old, new):
        if groups and len(text[groups[-1][-1].end : change.start].split()) <= NEAR:
            groups[-1].append(change)
        else:
            groups.append([change])
    return [tuple(group) for group in groups]


def joined(text: str, group: Sequence[Wanted]) -> Wanted:
    """The changes of a group, in order, as one."""
    pieces: list[str] = []
    here = group[0].start
    for change in group:
        pieces += [text[here : change.start], change.words]
        here = change.end
    return Wanted(group[0].start, here, "".join(pieces))


def _changes(start: int, old: str, new: str) -> list[Wanted]:
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    offsets = [start]
    for token in olds:
        offsets.append(offsets[-1] + len(token))
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    return [
        Wanted(offsets[i], offsets[j], "".join(news[k:m]))
        for kind, i, j, k, m in matcher.get_opcodes()
        if kind != "equal"
    ]
