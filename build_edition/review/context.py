"""The lines of the source about an item, with its words marked: of a long line only what is near to them."""

from __future__ import annotations

from dataclasses import dataclass

from build_edition.source import Line, Source

REACH = 2  # lines on either side
NEAR = 240  # characters of a long line on either side of the words
LONG = 2 * NEAR
FAR = 100  # characters of a long line beside it


@dataclass(frozen=True, slots=True)
class ContextLine:
    """A line of the source, or a part of it; the words stand from `start` to `end` of `text`, if on this line."""

    number: int
    text: str
    start: int = 0
    end: int = 0


def context(source: Source, start: int, end: int, reach: int = REACH) -> tuple[ContextLine, ...]:
    """The lines that hold a span, and those about it; blank ones at the ends are left out."""
    first, last = source.line_number(start), source.line_number(max(start, end - 1))
    low, high = max(first - reach, 1), min(last + reach, len(source.lines))
    lines = [_line(source.lines[number - 1], start, end, first, last) for number in range(low, high + 1)]
    while lines and not lines[0].text and lines[0].number < first:
        lines.pop(0)
    while lines and not lines[-1].text and lines[-1].number > last:
        lines.pop()
    return tuple(lines)


def _line(line: Line, start: int, end: int, first: int, last: int) -> ContextLine:
    text = line.text.replace("\t", " ").replace("\f", " ").rstrip()
    if line.number < first:
        return ContextLine(line.number, text if len(text) <= LONG else f"…{text[-FAR:]}")
    if line.number > last:
        return ContextLine(line.number, text if len(text) <= LONG else f"{text[:FAR]}…")
    low, high = max(start - line.start, 0), min(max(end - line.start, 0), len(text))
    if len(text) > LONG:
        begin, stop = max(low - NEAR, 0), min(high + NEAR, len(text))
        before, after = "…" * (begin > 0), "…" * (stop < len(text))
        shift = len(before) - begin
        return ContextLine(line.number, f"{before}{text[begin:stop]}{after}", low + shift, high + shift)
    return ContextLine(line.number, text, low, max(low, high))
