"""How a heading is set, as far as a plain text tells: its case, place, space and number.

In: a piece of a page.  Out: a `Form`.  Headings of one tier are set in one form; `levels` ranks forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line

_DECIMAL = re.compile(r"(?:§\s*)?(?:\d{1,2}((?:\.\d{1,2})+)|[A-Z]((?:[.:]\d{1,2})+))[.:]?[—–-]?\s+[A-Z“‘\"(]")


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """How a heading is set.

    `numbering` is the system that numbers it: "", "roman", "arabic", "letter", "1.1", "1.1.1". `alone` says that
    the numeral stands alone on its line.
    """

    numbering: str = ""
    alone: bool = False
    capitals: bool = False
    centred: bool | None = False
    tight: bool = False


@dataclass(frozen=True)
class Found:
    """A heading: its lines, its level where its label tells (else 0), its label and title."""

    lines: list[Line]
    level: int
    label: str | None
    title: str
    opens_page: bool = False
    form: Form = field(default=Form())
    number: int = 0  # of a numeral that runs on from one
    stacked: bool = False  # whether it stands directly below another


def decimal_depth(ink: str) -> int:
    """How many numbers a decimal number at the head of a line has: 2 for 1.1 or A.1; 0 where there is none."""
    match = _DECIMAL.match(ink)
    return 1 + len(re.findall("[.:]", match[1] or match[2])) if match else 0


def form_of(piece: Piece, system: str = "", *, alone: bool = False) -> Form:
    """The form of a piece, numbered in `system` if in any."""
    depth = decimal_depth(piece.ink)
    numbering = ".".join("1" * depth) if depth else system
    centred = piece.centred if piece.centred or piece.first_shift <= 0 else None  # only at the edge it is flush
    return Form(numbering, alone, is_capitals(piece.ink), centred, piece.tight)
