"""Paragraphs of a line that stand in, as a browser or a library sets a quotation in plain text.

Serves `headings_unwrapped` and `paragraphs_unwrapped`.  Where the text stands flush, whole paragraphs that stand
in by one width, blank lines about them, are set off.  Leaves alone what begins as an item or a note does, and what
goes on with one if no more such stand elsewhere, and a text of which half stands in.

    The ferryman was heard.

        “Nobody has paid since the spring.”     ->  set off
"""

from __future__ import annotations

import re
from collections import Counter

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import BULLETS, is_body
from build_edition.source import Line

_ENTRY = re.compile(rf"[{BULLETS}*+–—-]\s|[\[(]?(?:\d{{1,3}}|[a-z])[\])]?[.):]?\s|[\[<|#>*†‡]")
LEAST = 2  # characters in which a paragraph stands in
MOST = 0.5  # of the lines stand so, at the most


def indented(draft: Draft) -> set[int]:
    """The numbers of the lines of an unwrapped text that are set off so."""
    if draft.layout == "book" or not ("\n  " in draft.text or "\n\t" in draft.text):
        return set()
    lines = [line for line in draft.ink_lines if draft.has_ink(line)]
    edges = Counter(line.indent for line in lines if is_body(line.ink))
    if not edges:
        return set()
    usual = edges.most_common(1)[0][0]
    found: list[Line] = []
    of_entries: list[Line] = []
    under_entry = False
    for line in lines:
        entry = _ENTRY.match(line.ink) is not None
        if line.indent < usual + LEAST:
            under_entry = entry
        elif not entry:
            (of_entries if under_entry else found).append(line)
    # One width, that of the paragraphs among them; what stands about them elsewhere is centred.
    widths = Counter(line.indent for line in found if is_body(line.ink))
    if not widths or len(found) > MOST * len(lines):
        return set()
    width = widths.most_common(1)[0][0]
    likely = [line for line in of_entries if line.indent == width]
    if len(likely) <= widths[width]:  # else it is how entries go on
        found += likely
    numbers = {line.number for line in found if line.indent == width}
    apart = all(near in numbers or _is_blank(draft, near) for n in numbers for near in (n - 1, n + 1))
    return numbers if apart else set()


def _is_blank(draft: Draft, number: int) -> bool:
    return not 0 < number <= len(draft.lines) or draft.lines[number - 1].is_blank
