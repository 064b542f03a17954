"""Finding the words that a record quotes in its source, and saying what stands there if they do not."""

from __future__ import annotations

from build_edition.errors import RecordError
from build_edition.source import Source


def locate(number: int, words: str, nth: int | None, source: Source, place: str) -> int:
    """The offset of `words` where they begin on line `number`: of the `nth`, or of the only ones.

    `words` may run on to the next lines. `place` names the record in errors. Raises `RecordError` where they
    do not stand there, or more than once and `nth` is None.
    """
    if number > len(source.lines):
        raise RecordError(
            f"the source has only {len(source.lines)} lines",
            where=place,
            remedy=_where_then(words, "", source, number),
        )
    line = source.lines[number - 1]
    starts = []
    at = source.text.find(words, line.start)
    while line.start <= at <= line.end and at >= 0:
        starts.append(at)
        at = source.text.find(words, at + 1, line.end + len(words))
    if not starts or (nth is not None and nth > len(starts)):
        times = f" {nth} times" if starts else ""
        raise RecordError(
            f"expected {words!r}{times}; the line reads {_shortened(line.text, words)!r}",
            where=place,
            remedy=_where_then(words, line.text, source, number),
        )
    if nth is None and len(starts) > 1:
        raise RecordError(
            f"{words!r} stands {len(starts)} times on the line",
            where=place,
            remedy=f"Say which with `nth: 1` … `nth: {len(starts)}`, or quote more of the line.",
        )
    return starts[(nth or 1) - 1]


def _where_then(words: str, line: str, source: Source, number: int) -> str:
    """What on the line is most like `words`, and which line nearest to it has them; or that none has."""
    said = []
    near = _nearest(words, line)
    if near:
        said.append(f"The nearest there is {near!r}.")
    elsewhere = _lines_with(words, source)
    if elsewhere:
        said.append(f"They stand on line {min(elsewhere, key=lambda other: abs(other - number))}.")
    return " ".join(said) or "They stand nowhere in this source. Is it the right one?"


def _nearest(words: str, line: str) -> str:
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(words, line, score_cutoff=70)
    return line[found.dest_start : found.dest_end] if found else ""


def _lines_with(words: str, source: Source) -> list[int]:
    lines = []
    at = source.text.find(words)
    while at >= 0:
        lines.append(source.line_number(at))
        at = source.text.find(words, at + 1)
    return lines


def _shortened(line: str, words: str, most: int = 160) -> str:
    """The line, or the part of a long one that is most like `words`."""
    if len(line) <= most:
        return line
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(words, line)
    start = max(0, (found.dest_start if found else 0) - most // 2)
    return ("…" if start else "") + line[start : start + most] + ("…" if start + most < len(line) else "")
