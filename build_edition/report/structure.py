"""Headings, paragraphs, notes, pages …: the marks that are new, gone, or say something else of themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from build_edition.report.readings import Pair
from build_edition.report.report import MarkChange, Sort
from build_edition.transcript import Mark, Transcript, Value

SHOWN = 60  # characters of the words that a mark covers
Extent = tuple[str, int, int, tuple[tuple[str, Value], ...]]


def changed_marks(pair: Pair) -> tuple[MarkChange, ...]:
    """The marks in which two transcripts of one source differ, in order; `pair` is before and after."""
    before, after = pair.before.transcript, pair.after.transcript
    had, has = {_extent(mark) for mark in before.marks}, {_extent(mark) for mark in after.marks}
    gone = [mark for mark in before.marks if _extent(mark) not in has]
    new = [mark for mark in after.marks if _extent(mark) not in had]
    waiting: Mapping[tuple[str, int], list[Mark]] = defaultdict(list)
    for mark in gone:
        waiting[mark.kind, mark.start].append(mark)
    found: list[tuple[int, MarkChange]] = []
    for mark in new:
        twins = waiting[mark.kind, mark.start]
        if twins:
            what = "; ".join(_differences(pair, twins.pop(0), mark))
            found.append((mark.start, _change(pair, after, "changed", mark, what)))
        else:
            found.append((mark.start, _change(pair, after, "new", mark, _said(mark))))
    for left in waiting.values():
        found += [(mark.start, _change(pair, before, "gone", mark, _said(mark))) for mark in left]
    return tuple(change for _, change in sorted(found, key=lambda one: one[0]))


def _extent(mark: Mark) -> Extent:
    return mark.kind, mark.start, mark.end, tuple(sorted(mark.attrs.items(), key=lambda item: item[0]))


def _change(pair: Pair, side: Transcript, sort: Sort, mark: Mark, what: str) -> MarkChange:
    words = " ".join(side.reading.slice(mark.start, mark.end).split())
    if mark.is_point:
        start = side.reading.from_source(mark.start)
        words = " ".join(side.reading.text[start : start + SHOWN].split())
    shown = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"
    place = pair.finder.passage(mark.start, mark.end), pair.finder.page(mark.start)
    return MarkChange(sort, mark.kind, pair.source.line_number(mark.start), shown, *place, what)


def _said(mark: Mark) -> str:
    """What a mark says of itself."""
    return ", ".join(f"{name} {value}" for name, value in mark.attrs.items() if value not in (None, ""))


def _differences(pair: Pair, before: Mark, after: Mark) -> Iterator[str]:
    if before.end != after.end:
        first, last = (pair.source.line_number(max(mark.start, mark.end - 1)) for mark in (before, after))
        yield f"ends on line {last}, not {first}" if first != last else "ends elsewhere on its line"
    for name in dict.fromkeys((*before.attrs, *after.attrs)):
        was, now = before.get(name), after.get(name)
        if was != now:
            yield f"{name} {_value(now)}, not {_value(was)}"


def _value(value: Value) -> str:
    return "none" if value is None else str(value)
