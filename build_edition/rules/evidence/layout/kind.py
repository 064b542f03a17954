"""Which of the three layouts a text is in: that decides which rules read it.

- `book`: hard-wrapped, as printed or as a PDF or page image gave it: most lines run on into the next
  without a blank line, and none is much longer than a printed line can be.
- `essay`: one paragraph a line, with the traces of a vision model or converter: bold and struck-out
  words in Markdown, HTML tags, tab-parted tables, raised figures, a list of notes.
- `web`: one paragraph a line, and no such traces.
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Layout
from build_edition.source import Source

_WIDEST = 150  # characters; no printed line of prose is wider
_TRACES = (
    re.compile(r"\*\*[^*\n]{1,300}\*\*"),
    re.compile(r"~~[^~\n]{1,300}~~"),
    re.compile(r"</?(?:sup|sub|br|table|tr|td|th|b|i|u|span|div|p|strong|em)\b[^<>\n]{0,200}>", re.IGNORECASE),
    re.compile(r"[^\t\n]\t[^\t\n]"),
    re.compile(r"[⁰¹²³⁴-⁹]"),
    re.compile(r"^#{1,6} ", re.MULTILINE),
    re.compile(r"^[ \t]*(?:FOOT|END)?NOTES:?[ \t]*\r?$", re.MULTILINE),
)


def detect(source: Source) -> Layout:
    """The layout of `source`; a text without evidence counts as `web`, whose rules do least."""
    if source.geometry and source.geometry.lines:
        return "book"  # an OCR program has read it, line by line
    lines = source.lines
    inked = wrapped = letters = long = 0
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if line.is_blank:
            continue
        length = len(line.ink)
        letters += length
        long += length if length > _WIDEST else 0
        if length >= 30:
            inked += 1
            wrapped += after is not None and not after.is_blank
    if inked and long < 0.3 * letters and wrapped >= 0.4 * inked:
        return "book"
    return "essay" if sum(1 for trace in _TRACES if trace.search(source.text)) >= 2 else "web"
