"""A true text: the whole of a work as it should read, in Markdown or in plain text, blank lines between blocks.

    # The Mill            ->  the title; a short line under it is the byline
    ## Its Wheel          ->  a heading of level 2
    > It turned.          ->  a quotation;  “> [!sidebar] The Eel” opens a box, another name says what it is
    It stood.[^1]         ->  a paragraph with a note call;  “[^1]: Until 1901.” is its note

Such a truth says nothing of pages and forme work, nor whether a paragraph after a display resumes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_edition.errors import InputError
from build_edition.evaluate.true_inlines import inline
from build_edition.evaluate.truth import TITLE, UNDECIDED, UNPRINTED, Block, Truth

BYLINE_LENGTH = 80
BULLETS = "-*+•"
_HEAD = re.compile(r"(#{1,6})\s+(.+?)\s*#*\Z")
_RULE = re.compile(r"(?:\*\s*){3,}\Z|(?:-\s*){3,}\Z|(?:_\s*){3,}\Z")
_CALLOUT = re.compile(r"\[!(?P<kind>[\w-]+)\]\s*(?P<title>.*)\Z")
_ITEM = re.compile(r"(?P<marker>[-*+•]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s+(?P<text>.+)\Z")
_NOTE = re.compile(r"\[\^(?P<n>[^\]\s]+)\]:\s*(?P<text>.+)\Z")
_TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\Z")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DISPLAYS = frozenset({"quote", "item", "row"})


def read_true_text(text: str, name: str) -> Truth:
    """The truth that the text is; raises `InputError` where there is none."""
    lines = _COMMENT.sub("", text).splitlines()
    blocks = tuple(_blocks(lines))
    if not any(block.text.strip() for block in blocks):
        raise InputError("the true text has no words", where=name, remedy="Give the work as it should read.")
    return Truth("", "essay", tuple(_placed(blocks)), UNPRINTED)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of these lines, one after another."""
    for group in _groups(lines):
        first = group[0]
        if first.startswith(">"):
            yield from _quoted([line.removeprefix(">").removeprefix(" ") for line in group])
        elif first.startswith("|"):
            yield from (_row(line) for line in group if not _TABLE_RULE.match(line))
        elif _RULE.match(first):
            yield Block("milestone", first)
        elif head := _HEAD.match(first):
            yield replace(_set("head", head[2]), level=len(head[1]))
        elif note := _NOTE.match(" ".join(group)):
            yield replace(_set("note", note["text"]), n=note["n"], marker=note["n"])
        elif item := _ITEM.match(" ".join(group)):
            marker = None if item["marker"] in BULLETS else item["marker"]
            yield replace(_set("item", item["text"]), marker=marker, ordered=marker is not None)
        else:
            yield _set("p", " ".join(group))


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each block: those between blank lines, and where a line can only begin another block."""
    group: list[str] = []
    for line in (line.strip() for line in lines):
        opens = any(pattern.match(line) for pattern in (_HEAD, _RULE, _ITEM, _NOTE)) or not group
        alone = bool(group) and (_HEAD.match(group[0]) or _RULE.match(group[0])) is not None
        changes = bool(group) and any(group[0].startswith(sign) != line.startswith(sign) for sign in ">|")
        if group and (not line or opens or alone or changes):
            yield group
            group = []
        if line:
            group.append(line)
    if group:
        yield group


def _quoted(lines: list[str]) -> Iterator[Block]:
    """The blocks that stand after the sign of a quotation: a quotation, or what a name in brackets makes of it."""
    callout = _CALLOUT.match(lines[0])
    if callout is None:
        for k, block in enumerate(_blocks(lines)):
            yield replace(block, kind="quote" if block.kind == "p" else block.kind, continues=k > 0)
        return
    kind = callout["kind"].lower()
    boxed = kind in ("sidebar", "box")
    within, role = ("floatingText", None) if boxed else (None, kind)
    if callout["title"]:
        yield replace(_set("head", callout["title"]), level=3 if boxed else None, within=within, role=role)
    for block in _blocks(lines[1:]):
        yield replace(block, within=within, role=role)


def _placed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the title and the byline known, and what stands after a display undecided."""
    before: Block | None = None
    for k, block in enumerate(blocks):
        placed = block
        if k == 0 and block.kind == "head" and block.level == 1:
            placed = replace(block, role=TITLE)
        elif before is not None and before.role == TITLE and before.kind == "head" and _is_byline(block):
            placed = replace(block, kind="byline", role=TITLE)
        elif block.kind == "p" and (block.role or block.within or (before and before.kind in _DISPLAYS)):
            placed = replace(block, role=UNDECIDED)
        yield placed
        before = placed


def _set(kind: str, written: str) -> Block:
    """A block of what is written, its mark-up read."""
    text, calls, emphasis = inline(written)
    return Block(kind, text, notes=calls, hi=emphasis)


def _row(line: str) -> Block:
    cells = tuple(inline(cell.strip())[0] for cell in line.strip("|").split("|"))
    return Block("row", " ".join(cell for cell in cells if cell), cells=cells)


def _is_byline(block: Block) -> bool:
    short = len(block.text) <= BYLINE_LENGTH and block.text[-1:] not in ".!?:"
    return short and block.kind == "p" and not block.role
