"""Where a reading differs from what the source has: word by word, and in each word on the smallest span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_edition.reading import alike_at_ends

_TOKEN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Change:
    """Reads `source[start:end]` as `reading`; `first … last` are the whole words in which it stands."""

    start: int
    end: int
    reading: str
    first: int
    last: int


def changes(start: int, old: str, new: str) -> list[Change]:
    """What turns `old`, which stands at `start` of the source, into `new`; words that are alike part changes."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, _keys(olds), _keys(news), autojunk=False)
    found: list[Change] = []
    here = start
    for kind, i, j, k, m in matcher.get_opcodes():
        # the white space between words may differ where the words are alike: a line ends there
        pairs: Iterator[tuple[str, str]] = (
            zip(olds[i:j], news[k:m], strict=True)
            if kind == "equal"
            else iter([("".join(olds[i:j]), "".join(news[k:m]))])
        )
        for before, after in pairs:
            if before != after:
                _add(_smallest(here, before, after), found)
            here += len(before)
    return found


def _add(change: Change, found: list[Change]) -> None:
    """Add a change to those before it; what is inserted where another begins or ends is one with that."""
    last = found[-1] if found else None
    is_insertion = change.start == change.end
    if last is not None and last.end == change.start and (is_insertion or last.start == last.end):
        found[-1] = Change(last.start, change.end, last.reading + change.reading, last.first, change.last)
    else:
        found.append(change)


def _keys(tokens: Sequence[str]) -> list[str]:
    return [" " if token.isspace() else token for token in tokens]


def _smallest(start: int, old: str, new: str) -> Change:
    """The smallest span, and its reading, that turns `old`, which stands at `start`, into `new`."""
    before, after = alike_at_ends(old, new)
    end = start + len(old)
    return Change(start + before, end - after, new[before : len(new) - after], start, end)


def applied(text: str, start: int, end: int, made: Sequence[Change]) -> str:
    """`text[start:end]` with those changes made that lie in it."""
    pieces, here = [], start
    for change in made:
        if start <= change.start and change.end <= end:
            pieces += [text[here : change.start], change.reading]
            here = change.end
    return "".join([*pieces, text[here:end]])
