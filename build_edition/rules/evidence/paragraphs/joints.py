"""Joints: every place where a paragraph may end and the next begin, with the signs that stand there.

A joint lies between two lines of running text. Its signs are of the page (the left edge, a blank line, whether
the line above had room for the word below) and of the language (a sentence's end, a capital); `signs`
weighs them. Where a foot note or a running head stands between the lines, the joint is a page's, and blank lines
there say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import ADVANCES, Measure, note_at_end, without_note
from build_edition.rules.evidence.paragraphs.edges import Edges
from build_edition.rules.evidence.paragraphs.speech import OPENERS, is_open_after
from build_edition.source import Line

Edge = Literal["flush", "indent", "level", "moved"]
Ending = Literal["stop", "colon", "comma", "hyphen", "open", "shut", "dash", "capitals"]
Opening = Literal["capital", "number", "small", "bracket", "other", "none"]

_NEAR = 3  # lines above and below that tell how wide a passage is set
_WIDEST = 2  # times the usual indent: so wide a first line's may be on a page whose columns are counted otherwise
_TALK = 3  # lines that may stand in together, each a paragraph
_INITIALS = 8  # characters in capitals that are no title yet
_ENDED = 0.3  # of the measure: room that no line but a last one has
_FILLED = 0.1  # of the measure: what a full line may leave empty
_INDENTED = 0.15  # the same of a line that may have lost a deep indent
_STOP = re.compile(  # a call may be misread after it; a stop with a space before it is of an ellipsis
    r"(?P<sign>(?<!\s)\.|[?!…:])[^\w\s.?!…:,;—-]*(?: ?[^\w\s]{0,2}\d{0,2}[^\w\s,;:—–-]?)?\Z"
)
_BROKEN_OFF = re.compile(r"[—–-][”’\"']\Z")  # a speech interrupted
_SPEECHES_MEET = re.compile(r"[”\"] [“\"][^\W\d_a-z]")  # the first has lost its stop
_SHUT, _DASHES = "”’\"')]}", "—–"
_HYPHENS = "-‐¬\u00ad"
_OPENERS = "“‘\"'[«*_.… "
_NUMBER = re.compile(r"\A\(?(?:\d{1,3}|[ivxlcIVXLC]{1,6}|[a-zA-Z])[.)] ")  # of a paragraph that is one of several
_DASH = re.compile(r"(?<=[—–-])")


class Joint(NamedTuple):
    """Between `before` and `after`. `rest` is the share of the measure that `before` leaves empty, `room` what it
    still had once the first word of `after` had been set on it; `inset` what `after` itself leaves empty, if it
    is a full line or one that lacks no more than an indent, or several such that a program put on one, as many as
    `printed` says. `in_prose` says that the line above `before` is full
    too, `spoken` that a speech is open.
    """

    before: Line
    after: Line
    at_page: bool
    blank: bool
    noted: bool
    edge: Edge
    rest: float
    room: float | None
    inset: float | None
    printed: int
    in_prose: bool
    spoken: bool
    ending: Ending
    opening: Opening

    @property
    def onto_full(self) -> bool:
        """Whether `after` is as full as most lines are."""
        return self.inset is not None and self.inset < _FILLED


def joints(live: Sequence[Line], edges: Edges, pages: Sequence[bool], measure: Measure) -> list[Joint]:
    """The joint above each line of text but the first; `pages` tells which lines stand under a page's edge."""
    shifts, whole = edges.shifts, edges.reaches
    indents = any(shifts)
    first = usual_indent(shifts) if indents else 0
    printed = [measure.printed_lines(width) for width in whole]
    widths = [measure.of_last(width) for width in whole]
    inks = [line.ink for line in live]
    filled = (1 - _FILLED) * measure.full
    found = []
    spoken = False
    edge: Edge = "flush"
    for i in range(1, len(live)):
        above, below, ink = widths[i - 1], widths[i], inks[i - 1]
        local = measure.full
        if above < filled and below < filled:  # a passage set narrower, perhaps
            local = min(local, max(widths[max(0, i - _NEAR) : i + _NEAR]))
        if indents:
            edge = _edge(shifts, i, first, pages[i], edge)
        spoken = is_open_after(ink, before=spoken)
        room = _room(above, inks[i], local)
        noted = ink[-1] in "0123456789)]" and note_at_end(ink) is not None
        found.append(
            Joint(
                live[i - 1],
                live[i],
                at_page=pages[i],
                blank=live[i].number - live[i - 1].number > 1,
                noted=noted,
                edge=edge,
                rest=1 - above / local if local else 0.0,
                room=room,
                inset=_inset(below, printed[i], live[i : i + 2], measure.full),
                printed=printed[i],
                in_prose=i > 1 and bool(local) and whole[i - 2] > (1 - _FILLED) * local,
                spoken=spoken,
                ending=_ending(without_note(ink) if noted else ink, inks[i]),
                opening=_opening(inks[i]),
            )
        )
        if spoken and room is not None and room > _ENDED and not inks[i][0].islower():
            spoken = inks[i][0] in OPENERS  # a paragraph has ended: its last mark was lost
    return found


def usual_indent(shifts: Sequence[int]) -> int:
    """How far a paragraph's first line stands in, in most paragraphs; 0 in a text without indents."""
    alone = Counter(
        here - max(above, below)
        for above, here, below in zip(shifts, shifts[1:], shifts[2:], strict=False)
        if here - max(above, below) >= INDENT
    )
    return alone.most_common(1)[0][0] if alone else 0


def _edge(shifts: Sequence[int], i: int, first: int, at_page: bool, before: Edge) -> Edge:
    """What the left edge does between the lines `i - 1` and `i`, and did `before`."""
    here, above = shifts[i], shifts[i - 1]
    if at_page:
        return "flush" if here < INDENT else "indent" if here <= _WIDEST * first else "moved"
    below = shifts[i + 1] if i + 1 < len(shifts) else here
    if first and abs(here - first) <= 1 and here - below >= INDENT:
        return "indent"
    if before == "indent" and abs(here - above) <= 1 and _falls(shifts, i, 1):
        return "indent"  # under a paragraph of one line
    if here - above >= INDENT:
        return "indent" if _is_first(here - above, first, _alone(shifts, i)) else "moved"
    if above - here >= INDENT:
        return "flush" if _is_first(above - here, first, _alone(shifts, i - 1)) else "moved"
    return "level" if first and abs(here - first) <= 1 else "flush"


def _is_first(shift: int, first: int, alone: bool) -> bool:
    """Whether a line that stands in so far may be a paragraph's first."""
    return bool(first) and (abs(shift - first) <= 1 or (alone and shift <= _WIDEST * first))


def _alone(shifts: Sequence[int], i: int) -> bool:
    """Whether a line stands in from those above and below, so far as there are such; or a few do, one by one."""
    return _falls(shifts, i, -1) and _falls(shifts, i, 1)


def _falls(shifts: Sequence[int], i: int, step: int) -> bool:
    """Whether the lines on one side of a line go back to the left at once, or after a few as far in as it is."""
    for k in range(i + step, i + (_TALK + 1) * step, step):
        if not 0 <= k < len(shifts) or shifts[k] < shifts[i]:
            return True
        if shifts[k] > shifts[i]:
            return False
    return False


def _inset(width: int, printed: int, lines: Sequence[Line], full: float) -> float | None:
    """What the first of these lines leaves empty, if it is a full one or lacks an indent.

    A line that leaves much empty, and one of several `printed` ones, is full if its sentence goes on below.
    """
    if not width > (1 - _INDENTED) * full > 0:
        return None
    inset = 1 - width / full
    if inset < _FILLED and printed == 1:
        return inset
    goes_on = len(lines) > 1 and lines[1].number - lines[0].number == 1 and lines[1].ink[0].islower()
    return inset if goes_on else None


def _room(width: int, following: str, full: float) -> float | None:
    if not full:
        return None
    word = following.partition(" ")[0]
    if "—" in word or "–" in word or "-" in word:
        word = _DASH.split(word, maxsplit=1)[0] or word  # a dash lets a word be cut after it
    return (full - width - ADVANCES[" "] - sum(map(ADVANCES.__getitem__, word))) / full


def _ending(ink: str, following: str) -> Ending:
    if ink[-1] in _HYPHENS and ink[-2:-1].isalnum():  # but not of a dash, as after a colon
        return "hyphen"
    if ink[-1].islower():
        return "open"
    match = _STOP.search(ink, max(0, len(ink) - 12))
    if match:
        return "colon" if match["sign"] == ":" else "stop"
    if _BROKEN_OFF.search(ink) or _SPEECHES_MEET.search(f"{ink[-1]} {following[:2]}"):
        return "stop"
    if ink[-1] in ",;":
        return "comma"
    if ink[-1] in _SHUT + _DASHES and not following[0].islower():
        return "shut" if ink[-1] in _SHUT else "dash"
    is_title = ink.isupper() and len(ink) > _INITIALS and not following.isupper()
    return "capitals" if is_title else "open"


def _opening(ink: str) -> Opening:
    if ink[0].islower() and ink[1:2] not in ".)":
        return "capital" if ink[1].isupper() else "small"  # after a speck
    number = _NUMBER.match(ink)
    sign = ink[number.end() :][:1] if number else ink.lstrip(_OPENERS)[:1]
    if number and sign.isupper() and not (ink[0].isupper() and ink[1] == "."):  # nor initials of a name
        return "number"
    if not sign:
        return "none"
    if sign in "()]}":
        return "bracket"
    return "small" if sign.islower() else "capital" if sign.isupper() else "other"
