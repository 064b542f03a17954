"""The block of data that a program sets above a text: fields between two lines of three hyphens.

Serves `site_furniture`.  Only the very first line opens it, each line in it is a field, an item or an indented
rest of one, and a second line of hyphens shuts it.  It speaks of the file, and is no part of the text.

    ---  |  language: en  |  pages: 3  |  ---
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.source import Line

_FENCE = re.compile(r"-{3}|\.{3}")
_FIELD = re.compile(r"[\w .\"'-]{1,40}:(?:\s.{0,400})?|-\s.{1,200}|#.{0,200}")
MOST = 60  # lines of such a block


def metadata_block(lines: Sequence[Line]) -> range:
    """The places of the block's lines among these inked lines; empty where there is none."""
    if not lines or lines[0].ink != "---":
        return range(0)
    for place in range(1, min(len(lines), MOST)):
        line = lines[place]
        if _FENCE.fullmatch(line.ink):
            return range(place + 1) if place > 1 else range(0)
        if not (_FIELD.fullmatch(line.ink) or line.indent):
            return range(0)
    return range(0)
