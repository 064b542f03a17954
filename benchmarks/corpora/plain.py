"""A baseline: what a handful of plain regular expressions make of a book, as a transcript like any other."""

from __future__ import annotations

import re
from itertools import pairwise
from types import MappingProxyType

from build_edition.source import Line, Source
from build_edition.transcript import Intervention, Mark, Transcript, Value

NAME = "plain regular expressions (ours)"
RUNNING_HEAD = re.compile(r"\s*(?:\d+\s+[^a-z]{4,}|[^a-z]{4,}\s+\d+|\d{1,3})\s*")
HEADING = re.compile(r"\s*(?:(?:CHAPTER|Chapter|PART|Part)\s+[\dIVXLC]+\.?|[A-Z][A-Z ’',.:-]{5,60})\s*")
CALL = re.compile(r"(?<=[a-z][.,;:!?”’\"])(\d{1,2})(?=\s)|(?<=[a-z])(\d{1,2})(?=[\s.,;])")
ITEM = re.compile(r"\s*(?:[•*]|\d{1,2}[.)])\s")
NOTE = re.compile(r"\s*(\d{1,2})\s+[A-Z]")
HYPHEN = re.compile(r"(?<=[a-z])-$")
INDENT = 5  # spaces: a display; a smaller indent begins a paragraph


def plain_transcript(source: Source) -> Transcript:
    """Delete what looks like a running head, join every line-end hyphen, mark blocks by blank line and indent."""
    kept = [line for line in source.lines if not line.is_blank]
    gone = {line.number for line in kept if RUNNING_HEAD.fullmatch(line.text)}
    interventions = [
        Intervention(line.ink_start, line.ink_end, "", "plain") for line in kept if line.number in gone
    ]
    text = [line for line in kept if line.number not in gone]
    marks = [_mark("pb", source.lines[min(number, len(source.lines) - 1)].start, None) for number in sorted(gone)]
    marks += [_block_mark(block) for block in _blocks(text)]
    for line in text:
        calls = [call.span() for call in CALL.finditer(line.text)]
        marks += [_mark("ref", line.start + s, line.start + e, n=line.text[s:e]) for s, e in calls]
    for line, after in pairwise(text):
        if HYPHEN.search(line.text.rstrip()) and after.ink[:1].islower() and after.number - line.number < 3:
            interventions.append(Intervention(line.ink_end - 1, line.ink_end, "", "plain"))
            interventions.append(Intervention(line.ink_end, after.ink_start, "", "plain"))
    return Transcript(source, tuple(_disjoint(interventions)), tuple(marks))


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """Runs of lines that no blank line and no change of indent parts."""
    blocks: list[list[Line]] = []
    for line in lines:
        before = blocks[-1][-1] if blocks else None
        parted = before is None or line.number - before.number > 1 or bool(ITEM.match(line.text))
        if not parted and before is not None:
            parted = line.indent > before.indent or (before.indent >= INDENT > line.indent)
        if parted:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _block_mark(block: list[Line]) -> Mark:
    first, last = block[0], block[-1]
    start, end = first.ink_start, last.ink_end
    if all(HEADING.fullmatch(line.text) for line in block):
        return _mark("head", start, end, level=2)
    if ITEM.match(first.text):
        return _mark("item", start, end)
    if note := NOTE.match(first.text):
        return _mark("note", start, end, n=note[1])
    displayed = all(line.indent >= INDENT for line in block)
    return _mark("quote" if displayed else "p", start, end)


def _mark(kind: str, start: int, end: int | None, **attrs: Value) -> Mark:
    return Mark(kind, start, start if end is None else end, MappingProxyType(attrs))


def _disjoint(interventions: list[Intervention]) -> list[Intervention]:
    kept: list[Intervention] = []
    for this in sorted(interventions, key=lambda i: (i.start, i.end)):
        if this.end > this.start and (not kept or this.start >= kept[-1].end):
            kept.append(this)
    return kept
