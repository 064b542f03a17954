"""Wrapping a piece of a run of inlines in a link, without changing a word of it."""

from __future__ import annotations

from dataclasses import replace

from build_edition.apparatus.linking.places import source_offset
from build_edition.reading import Reading
from build_edition.tree import flatten
from build_edition.work import Inline, Link, NoteCall, PageBeginning, Span, Text, plain

Run = tuple[Inline, ...]


def wrap(run: Run, start: int, end: int, link: Link, reading: Reading) -> Run | None:
    """The run with the words `plain(run)[start:end]` in a link, made of `link`, which holds nothing yet.

    None where that cannot be: the words begin or end inside an emphasis that they do not stand in whole, hold a
    note call, or the beginning of a page, which are links themselves, or stand in a link or about one.
    """
    here = 0
    first = last = -1
    first_at = last_at = 0
    for k, inline in enumerate(run):
        size = len(plain((inline,)))
        if here <= start < here + size:
            first, first_at = k, here
        if here < end <= here + size:
            last, last_at = k, here
        here += size
    if first < 0 or last < 0 or start >= end:
        return None
    if first == last and isinstance(span := run[first], Span):
        inner = wrap(span.inlines, start - first_at, end - first_at, link, reading)
        return None if inner is None else (*run[:first], replace(span, inlines=inner), *run[first + 1 :])
    tail = _parted(run[last], end - last_at, reading)
    if tail is None:
        return None
    middle = (*run[first:last], *tail[0])
    head = _parted(middle[0], start - first_at, reading)
    if head is None:
        return None
    held = (*head[1], *middle[1:])
    if any(isinstance(inline, Link | NoteCall | PageBeginning) for inline in flatten(held)):
        return None
    made = replace(link, inlines=held, start=_begins(held[0]), end=_ends(held[-1]))
    return (*run[:first], *head[0], made, *tail[1], *run[last + 1 :])


def _parted(inline: Inline, k: int, reading: Reading) -> tuple[Run, Run] | None:
    """The inline in two after its `k`th character, either of which may be nothing; None where it is not a text."""
    if k == 0:
        return (), (inline,)
    if k == len(plain((inline,))):
        return (inline,), ()
    if not isinstance(inline, Text):
        return None
    at = source_offset(inline, k, reading)
    return (Text(inline.text[:k], inline.start, at),), (Text(inline.text[k:], at, inline.end),)


def _begins(inline: Inline) -> int:
    return inline.at if isinstance(inline, PageBeginning) else inline.start


def _ends(inline: Inline) -> int:
    return inline.at if isinstance(inline, PageBeginning) else inline.end
