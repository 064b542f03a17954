"""Where a text of the tree stands in the reading text."""

from __future__ import annotations

from bisect import bisect_right

from build_edition.reading import Reading


def place_of(text: str, start: int, end: int, reading: Reading, cursor: int) -> int | None:
    """Where in the reading text the words of `source[start:end]` stand; at `cursor`, where those before them end,
    if they may stand there. None for no words, or where they are not to be found.
    """
    if not text:
        return None
    read, starts = reading.text, reading.starts
    low = reading.before_insertion(start)
    k = bisect_right(reading.source_starts, end)
    high = starts[k] if k < len(starts) else len(read)  # the end of what is read for the last of them
    likely = [cursor] if low <= cursor <= high else []
    for first in (*likely, low, reading.from_source(start)):
        if read.startswith(text, first):
            return first
    found = read.find(text, low, high)
    return found if found >= 0 else None
