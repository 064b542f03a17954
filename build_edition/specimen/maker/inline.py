"""The mark-up inside a block of a master: *emphasis*, _foreign words_, ^[text of a note].

A backslash before any of these signs has it printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_edition.evaluate.truth import Emphasis

REND = {"*": "italic", "_": "foreign"}


@dataclass(frozen=True, slots=True)
class Run:
    """A text without mark-up, its emphases, and its notes as (offset of the call, the note's own run)."""

    text: str
    hi: tuple[Emphasis, ...] = ()
    notes: tuple[tuple[int, Run], ...] = ()


def parse_inline(markup: str) -> Run:
    """The run that `markup` means; raises `ValueError` where a mark is left open."""
    run, end = _parse(markup, 0, "")
    assert end == len(markup)
    return run


def _parse(markup: str, at: int, closing: str) -> tuple[Run, int]:
    """The run from `at` to the unnested `closing` bracket, and the offset after it."""
    text: list[str] = []
    hi: list[Emphasis] = []
    notes: list[tuple[int, Run]] = []
    opened: dict[str, int] = {}
    while at < len(markup):
        mark = markup[at]
        if mark == closing:
            break
        if markup.startswith("^[", at):
            note, at = _parse(markup, at + 2, "]")
            notes.append((len(text), note))
            continue
        if mark == "\\":
            text.append(markup[at + 1])
            at += 2
            continue
        if mark in REND:
            if mark in opened:
                hi.append(Emphasis(opened.pop(mark), len(text), REND[mark]))
            else:
                opened[mark] = len(text)
        else:
            if mark == "[" and closing:
                inner, at = _parse(markup, at + 1, "]")  # the text's own brackets, which must balance
                text += f"[{inner.text}]"
                continue
            text.append(mark)
        at += 1
    if opened or (closing and at >= len(markup)):
        raise ValueError(f"a mark is left open in “{markup[:60]}…”")
    return Run("".join(text), tuple(sorted(hi, key=lambda s: s.start)), tuple(notes)), at + len(closing)
