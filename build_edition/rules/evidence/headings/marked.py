r"""Headings that mark-up tells: hashes, tags, lines drawn under them, and lines wholly in bold where a text has no
other sign for headings.

Serves `headings_unwrapped`.  A program that marks headings marks nearly all of them: where several are marked, a
short line without a mark is speech, an address or a date, and no title.

    ## The Ferry       ->  level 2; and so are a line over “-----”, and `\section*{The Ferry}`
    **The Ferry**      ->  a heading without a level, if the text has several and no hashes
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import words_of
from build_edition.rules.evidence.lines.underlined import underlines
from build_edition.source import Line

HASHES = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?=\S)")
LATEX = re.compile(r"\\(?P<what>title|part|chapter|(?:sub){0,2}section)\*?\s*\{(?P<words>[^{}]{1,200})\}")
_DEPTHS = {"title": 1, "part": 1, "chapter": 2, "section": 2, "subsection": 3, "subsubsection": 4}
_TAGGED = re.compile(r"<h(?P<level>[1-6])\b", re.IGNORECASE)
_HINTS = ("\n#", "<h", "<H", "\\chapter", "\\part", "section{", "section*{", "\n==", "\n--")  # of text so marked
_BOLD = re.compile(r"(?P<d>\*\*|__)(?=[^\s*_])(?P<inner>[^*_\n]{1,120})(?<=\S)(?P=d)")
DEEPEST = 5
FEWEST = 2  # headings of one kind that show a habit
LONGEST = 14  # words in a heading in bold
NO_LEVEL = -1


def marked_levels(lines: Sequence[Line], under: Mapping[int, Line]) -> dict[int, int]:
    """The level of each heading that mark-up tells, by its line's number; `NO_LEVEL` for those in bold.

    `under` are the lines drawn under headings.
    """
    found = {line.number: level for line in lines if (level := level_of(line))}
    found |= {line.number: 1 + (under[line.number].ink[0] == "-") for line in lines if line.number in under}
    if found:
        return found
    bold = [line for line in lines if line.ink[0] in "*_" and _is_bold_title(line.ink)]
    return {line.number: NO_LEVEL for line in bold} if len(bold) >= FEWEST else {}


def marked_in_wrapped(draft: Draft) -> dict[int, int]:
    """The same for wrapped text, where hashes, tags and drawn lines stand in no print."""
    text = draft.text
    if "\f" in text or not _may_mark(text):
        return {}
    lines = [line for line in draft.ink_lines if draft.has_ink(line)]
    found = marked_levels(lines, underlines(lines))
    free = {n: level for n, level in found.items() if level > 0 and (n == 1 or draft.lines[n - 2].is_blank)}
    return free if len(free) >= FEWEST else {}


@lru_cache(maxsize=1)
def _may_mark(text: str) -> bool:
    """Whether anything in a text looks like a heading's mark-up; two rules ask it of the same one."""
    return any(hint in text for hint in _HINTS)


def level_of(line: Line) -> int:
    """The level that hashes or an HTML tag give the line; 0 where there are none."""
    if line.ink[0] not in "#<\\":
        return 0
    if command := LATEX.fullmatch(line.ink):
        return _DEPTHS[command["what"]]
    if match := HASHES.match(line.ink):
        return min(len(match["hashes"]), DEEPEST)
    tag = _TAGGED.match(line.ink)
    return min(int(tag["level"]), DEEPEST) if tag else 0


def _is_bold_title(ink: str) -> bool:
    match = _BOLD.fullmatch(ink)
    return match is not None and len(words_of(match["inner"])) <= LONGEST and match["inner"][-1] not in ".,;:"
