"""A page of `docs/works`, read back into plain text: its blocks line by line, as CommonMark has them.

It reads what the writer of these pages writes and what people are likely to write; anything else is a letter, or
mark-up of which it is told that no record holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from build_edition.capture.inline_signs import RENDS, signs
from build_edition.capture.plain import POINTS, Piece, Plain, normal

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?$")
_UNDERLINE = re.compile(r" {0,3}(=+|--+)$")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]?(.*)$")
_QUOTE = re.compile(r" {0,3}> ?(.*)$")
_ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])( {1,4})(?=\S)(.*)$")
_BREAK = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_ELEMENT = re.compile(r" {0,3}<(/?)(aside|figure)>$")
_CELLS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r" *:?-+:? *$")
Lines = list[tuple[int, str]]


def read_page(markdown: str) -> Plain:
    """The plain text of a page; the comment at its top says nothing of it."""
    lines = list(enumerate(normal(markdown).split("\n"), 1))
    if lines[0][1].startswith("<!--"):
        end = next((k for k, (_, line) in enumerate(lines) if line.endswith("-->")), -1)
        lines = lines[end + 1 :]
    reader = _Reader()
    reader.blocks(lines)
    reader.pieces += [piece.moved(reader.size, reader.size) for piece in reader.waiting]
    pieces = sorted(reader.pieces, key=lambda piece: (piece.start, -piece.end))
    return Plain("".join(reader.text), tuple(pieces), tuple(reader.lines))


class _Reader:
    """Reads blocks one after another; `text` is what was read so far, `size` its length."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.size = 0
        self.pieces: list[Piece] = []
        self.lines: list[tuple[int, int]] = []
        self.waiting: list[Piece] = []  # points above a block that stand at its beginning
        self.elements: list[tuple[str, int]] = []

    def blocks(self, lines: Lines) -> None:
        """Read all blocks of some lines, which stand in the same container."""
        k = 0
        while k < len(lines):
            k = self.block(lines, k) if lines[k][1].strip() else k + 1

    def block(self, lines: Lines, k: int) -> int:
        """Read the block that begins at a line; returns the line after it."""
        number, line = lines[k]
        if match := _HEADING.match(line):
            self.words(number, match[2] or "", "head", str(len(match[1])))
            return k + 1
        if _BREAK.match(line):
            self.waiting.append(Piece("break", "", 0, 0))
            return k + 1
        if match := _ELEMENT.match(line):
            self.element(match[2], bool(match[1]))
            return k + 1
        if match := _NOTE.match(line):
            return self.note(lines, k, match)
        if _QUOTE.match(line):
            return self.quote(lines, k)
        if _ITEM.match(line):
            return self.item_list(lines, k)
        if line.lstrip().startswith("|"):
            return self.table(lines, k)
        return self.paragraph(lines, k)

    @contextmanager
    def held(self, kind: str, detail: str = "") -> Iterator[None]:
        """Say of what is read meanwhile what holds it."""
        first = self.size + (1 if self.size else 0)
        yield
        if self.size >= first:
            self.pieces.append(Piece(kind, detail, first, self.size))

    def element(self, kind: str, is_end: bool) -> None:
        first = self.size + (1 if self.size else 0)
        if not is_end:
            self.elements.append((kind, first))
        elif self.elements and self.elements[-1][0] == kind:
            self.pieces.append(Piece(kind, "", self.elements.pop()[1], self.size))
        else:
            self.waiting.append(Piece("mark-up", f"</{kind}>", 0, 0))

    def note(self, lines: Lines, k: int, match: re.Match[str]) -> int:
        inner: Lines = [(lines[k][0], match[2])]
        after = _gather(lines, k + 1, inner, 4)
        with self.held("note", match[1]):
            self.blocks(inner)
        return after

    def quote(self, lines: Lines, k: int) -> int:
        inner: Lines = []
        while k < len(lines) and lines[k][1].strip():
            match = _QUOTE.match(lines[k][1])
            if match is None and (not inner or not inner[-1][1].strip() or _interrupts(lines[k][1])):
                break
            inner.append((lines[k][0], match[1] if match else lines[k][1]))
            k += 1
        with self.held("quote"):
            self.blocks(inner)
        return k

    def item_list(self, lines: Lines, k: int) -> int:
        """A list; items after a blank line go on with it."""
        first = _ITEM.match(lines[k][1])
        assert first is not None
        is_numbered = first[2][-1] in ".)"
        with self.held("list"):
            while k < len(lines):
                at = next((j for j in range(k, len(lines)) if lines[j][1].strip()), len(lines))
                match = _ITEM.match(lines[at][1]) if at < len(lines) else None
                if match is None or (match[2][-1] in ".)") != is_numbered or _BREAK.match(lines[at][1]):
                    break
                k = self.item(lines, at, match)
        return k

    def item(self, lines: Lines, k: int, match: re.Match[str]) -> int:
        """An item; its number is a word of the text, a bullet none."""
        number = f"{match[2][:-1]}\\{match[2][-1]} " if match[2][-1] in ".)" else ""
        inner: Lines = [(lines[k][0], number + match[4])]
        after = _gather(lines, k + 1, inner, len(match[1] + match[2] + match[3]))
        with self.held("item"):
            self.blocks(inner)
        return after

    def table(self, lines: Lines, k: int) -> int:
        row = 0
        with self.held("table"):
            while k < len(lines) and lines[k][1].lstrip().startswith("|"):
                cells = _CELLS.split(lines[k][1].strip())[1:]
                cells = cells[:-1] if cells and not cells[-1].strip() else cells
                if not all(_RULE.match(cell) for cell in cells):
                    for column, cell in enumerate(cells, 1):
                        self.words(lines[k][0], cell, "cell", f"{row}.{column}")
                    row += 1
                k += 1
        return k

    def paragraph(self, lines: Lines, k: int) -> int:
        """A paragraph, whose lines are one; a line of signs below it makes it a heading."""
        number, words = lines[k][0], [lines[k][1].strip()]
        k += 1
        while k < len(lines) and lines[k][1].strip():
            if match := _UNDERLINE.match(lines[k][1]):
                self.words(number, " ".join(words), "head", "1" if match[1][0] == "=" else "2")
                return k + 1
            if _interrupts(lines[k][1]):
                break
            words.append(lines[k][1].strip())
            k += 1
        self.words(number, " ".join(words), "p", "")
        return k

    # words

    def words(self, line: int, markdown: str, kind: str, detail: str) -> None:
        """Read the words of a block; one that has none stands nowhere, and its points wait for the next."""
        start = self.size + (1 if self.size else 0)
        letters = ""
        open_at: list[tuple[str, int]] = []
        pieces: list[Piece] = []
        for sign in signs(markdown.strip()):
            at = start + len(letters)
            if sign.kind == "text":
                words = re.sub(r"[ \t]+", " ", sign.value)
                letters += words[1:] if words[:1] == " " and letters[-1:] in ("", " ") else words
            elif sign.kind == "point":
                pieces.append(Piece(sign.value, sign.detail, at, at))
            elif sign.kind == "open":
                open_at.append((sign.value, at))
            else:
                value, first = open_at.pop()
                pieces.append(Piece("hi", RENDS[value], first, at))
        end = start + len(letters.rstrip(" "))
        if not letters.strip(" "):
            self.waiting += [piece for piece in pieces if piece.kind in POINTS]
            if kind == "head":
                self.waiting.append(Piece("mark-up", "#" * int(detail), 0, 0))
            return
        if start:
            self.text.append("\n")
        self.text.append(letters[: end - start])
        self.size = end
        self.lines.append((start, line))
        self.pieces += [piece.moved(start, start) for piece in self.waiting]
        self.waiting = []
        self.pieces += [Piece(kind, detail, start, end)]
        self.pieces += [piece.moved(min(piece.start, end), min(piece.end, end)) for piece in pieces]


def _gather(lines: Lines, k: int, inner: Lines, width: int) -> int:
    """Add to `inner` the lines from `k` that are indented by `width` or go on with its paragraph; returns the line
    after them.
    """
    while k < len(lines):
        text = lines[k][1]
        if not text.strip():
            after = next((j for j in range(k, len(lines)) if lines[j][1].strip()), len(lines))
            if after == len(lines) or not lines[after][1].startswith(" " * width):
                return k
            inner.append((lines[k][0], ""))
        elif text.startswith(" " * width):
            inner.append((lines[k][0], text[width:]))
        elif not inner[-1][1].strip() or _interrupts(text) or _ITEM.match(text):
            return k
        else:
            inner.append((lines[k][0], text))
        k += 1
    return k


def _interrupts(line: str) -> bool:
    """Whether a line ends the paragraph above it, though no blank line does."""
    item = _ITEM.match(line)
    return bool(
        _HEADING.match(line)
        or _QUOTE.match(line)
        or _BREAK.match(line)
        or _NOTE.match(line)
        or _ELEMENT.match(line)
        or (item and item[2] in {"-", "+", "*"})
        or line.startswith("| ")
    )
