"""One change in a page, as a person made it: its words or its structure, and what a person is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_edition.capture.alignment import Hunk
from build_edition.capture.differences import Differences
from build_edition.capture.plain import Piece
from build_edition.capture.structure import Group, groups
from build_edition.capture.trial import Records

NONE = Records()
AROUND = 30  # letters shown on both sides of changed words


@dataclass(frozen=True, slots=True)
class Change:
    """A change on a line of the file of a page: `before` and `after` it, in words.

    It is one of words (`hunk`), of structure (`group`), or a `call` typed as raised figures. `spans` tell where it
    is in the edited text. It has its `records`, or a `refusal` that says why it is left in the file.
    """

    page: str
    found: Differences
    line: int
    before: str
    after: str
    spans: tuple[tuple[int, int], ...]
    hunk: Hunk | None = None
    group: Group | None = None
    call: str = ""
    records: Records = NONE
    refusal: str = ""

    @property
    def is_of_structure(self) -> bool:
        """Whether it says what words are; calls that are gone are figures of the source that are."""
        if self.group:
            return bool(self.group.added) or any(piece.kind != "call" for piece in self.group.removed)
        return bool(self.call)

    @property
    def start(self) -> int:
        """Where it begins in the text of the page."""
        return self.hunk.start if self.hunk else self.group.start if self.group else 0

    def refused(self, why: str) -> Change:
        return replace(self, refusal=why, records=NONE)


def changes_of(page: str, found: Differences) -> Iterator[Change]:
    """The changes of a page, in order."""
    out = [_of_words(page, hunk, found) for hunk in found.hunks]
    calls = {change.hunk for change in out if change.call}
    gone = [hunk for hunk in found.hunks if not found.new.text[hunk.new_start : hunk.new_end].strip()]
    for group in groups(found):
        removed = tuple(piece for piece in group.removed if not _is_within(piece, gone))
        added = tuple(piece for piece in group.added if not _is_typed(piece, found, calls))
        if removed or added:
            out.append(_of_structure(page, Group(removed, added), found))
    yield from sorted(out, key=lambda change: (change.spans[0], change.line))


def _is_within(piece: Piece, gone: list[Hunk]) -> bool:
    """Whether all that a piece speaks of is deleted."""
    return any(hunk.start <= piece.start and piece.end <= hunk.end for hunk in gone)


def _is_typed(piece: Piece, found: Differences, calls: set[Hunk | None]) -> bool:
    """Whether a piece speaks of words that were brought in, and so of no others."""
    at = found.at[piece]
    if piece.start < piece.end or at.start == at.end:
        return False
    return any(hunk.new_start <= at.start and at.end <= hunk.new_end for hunk in found.hunks if hunk in calls) or (
        at.kind in {"p", "item"}
    )


def _of_words(page: str, hunk: Hunk, found: Differences) -> Change:
    old, new = found.old.text, found.new.text
    line = found.new.line(min(hunk.new_start, max(len(new) - 1, 0)))
    before = _around(old, hunk.start, hunk.end)
    after = _around(new, hunk.new_start, hunk.new_end)
    typed = new[hunk.new_start : hunk.new_end].strip()
    is_call = hunk.start == hunk.end and any(
        piece.detail == "super" and new[piece.start : piece.end] == typed and typed.isdecimal()
        for piece in found.new.of("hi")
        if hunk.new_start <= piece.start and piece.end <= hunk.new_end
    )
    spans = ((hunk.new_start, hunk.new_end),)
    change = Change(page, found, line, before, after, spans, hunk=hunk, call=typed if is_call else "")
    odd = [p for p in found.new.of("mark-up", "comment") if hunk.new_start <= p.start <= hunk.new_end]
    return change.refused(f"it has mark-up ({odd[0].detail}), which no record holds") if odd else change


def _around(text: str, start: int, end: int) -> str:
    """Words and some of those beside them on both sides, in the same block."""
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    stop = text.find("\n", end)
    last = min(stop if stop >= 0 else len(text), end + AROUND)
    words = text[first:last]
    head = "…" if first and text[first - 1] != "\n" else ""
    tail = "…" if last < len(text) and text[last] != "\n" else ""
    return f"{head}{words.strip()}{tail}".replace("\n", " ¶ ")


def _of_structure(page: str, group: Group, found: Differences) -> Change:
    new = [found.at[piece] for piece in group.added]
    spans = [(piece.start, piece.end) for piece in new]
    to_new = found.alignment.flipped()
    for piece in group.removed:
        low, high = to_new.to_old(piece.start, is_end=False), to_new.to_old(piece.end, is_end=True)
        spans.append((min(low, high), max(low, high)))
    spans.sort()
    text = found.old.text
    before = ", ".join(_described(piece, text) for piece in group.removed) or "–"
    after = ", ".join(_described(piece, text) for piece in group.added) or "–"
    return Change(page, found, found.new.line(spans[0][0]), before, after, tuple(spans), group=group)


_NAMES = {"p": "paragraph", "hi": "emphasis", "item": "item of a list", "call": "call of a note",
          "page": "beginning of a page", "cell": "cell of a table", "aside": "text apart"}  # fmt: skip


def _described(piece: Piece, text: str) -> str:
    name = _NAMES.get(piece.kind, piece.kind)
    if piece.kind == "head":
        name = f"heading of level {piece.detail}"
    words = text[piece.start : piece.end].replace("\n", " ")
    shown = words if len(words) <= 2 * AROUND else f"{words[:AROUND].strip()} … {words[-AROUND:].strip()}"
    if piece.kind == "call":
        return f"{name} [^{piece.detail}]"
    return f"{name} “{shown}”" if shown else f"{name} {piece.detail}".strip()
