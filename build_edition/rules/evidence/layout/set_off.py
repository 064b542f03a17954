"""What the signs of Markdown and the tags of HTML set off in text that is wrapped.

Serves `emphasis`, `markdown_signs`, `lists` and `quotations`.  Such text is printed nowhere: a program or a
person has wrapped it.  Hashes before two headings show Markdown, and so do blocks of which every line begins
with `>`; one such line by itself is a misread bullet.  A block that begins with the sign is all quotation,
whether its other lines bear it or not.

    > No wheel turns for him
    > who only looks on.        ->  a quotation
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_edition.rules.draft import Draft
from build_edition.source import Line

_HASHED = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_SIGNED = re.compile(r"^[ \t]{0,3}>.*\n[ \t]{0,3}>", re.MULTILINE)
_QUOTE_TAG = re.compile(r"<blockquote\b", re.IGNORECASE)
FEWEST = 2  # signs of one kind that show a habit


def is_markdown(text: str) -> bool:
    """Whether a wrapped text bears the signs of Markdown; one that form feeds part is printed."""
    if "\f" in text or not ("\n#" in text or "\n>" in text):
        return False
    for sign in (_HASHED, _SIGNED):
        found = sign.finditer(text)
        if all(next(found, None) for _ in range(FEWEST)):
            return True
    return False


def set_off(draft: Draft) -> list[list[Line]]:
    """The paragraphs of wrapped text that mark-up sets off as quotations, each by its lines."""
    if draft.layout != "book" or not ("\n>" in draft.text or "</blockquote" in draft.text):
        return []
    signed = is_markdown(draft.text)
    found: list[list[Line]] = []
    tagged = False
    for block in _blocks(draft.ink_lines):
        tagged = tagged or _QUOTE_TAG.match(block[0].ink) is not None
        if tagged or (signed and block[0].ink[0] == ">" and _holds_together(block)):
            found += _paragraphs(block)
        tagged = tagged and not any("</blockquote" in line.ink.lower() for line in block)
    return found


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and line.number > block[-1].number + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _holds_together(block: Sequence[Line]) -> bool:
    """Whether the signs of a block are those of Markdown: on each line, or on the first alone."""
    signs = sum(line.ink[0] == ">" for line in block)
    return signs == len(block) or signs == 1


def _paragraphs(block: Sequence[Line]) -> Iterator[list[Line]]:
    """The paragraphs of a block, parted by lines that bear nothing but the sign."""
    part: list[Line] = []
    for line in block:
        if line.ink.strip("> \t"):
            part.append(line)
        elif part:
            yield part
            part = []
    if part:
        yield part
