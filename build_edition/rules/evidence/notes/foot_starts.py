"""Where the notes of each page begin, and which number each has: one constraint over all pages.

Serves `foot_notes`.  The notes of a page are what stands below its text: they begin at a line that may open one,
reach to the foot of the page, and count upward.  For each such line the notes below it are a chain of openings,
weighed by their look, by the calls of the page that bear their numbers, by blank lines, by the type (smaller type
has more to a line) and by the text above, which runs on into the next page.  Then the pages are taken together:
their numbers run on through a chapter or begin anew on each page.  What the surest pages teach of the book's
design (`Style`) is used to judge the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.openings import DOUBTFUL, NUMBERED, Opening, is_located
from build_edition.rules.evidence.notes.style import FULL, GAP, PRICE, WIDE, Foot, Note, Style, has_stops, learnt

SHARE = 0.85  # of a page's lines, at the most
SHORT = 0.8  # of the measure: a line that ends by will
FEW = 6  # lines at the foot that may be notes without a number read, if nothing else speaks for them
STARTS = 40  # lines of a page that are tried as the first of its notes
BACK = 8  # openings between one note and the next, at the most
LOST = 4  # notes that may be lost between two
LOST_PRICE, RESTART_PRICE, MISREAD_PRICE = 2.5, 3.0, 3.0
DIRTY_LOST_PRICE = 4.0  # where numbers are misread, one that is not due is rather one of those
CALLED = 3.0  # added where the page's text calls the number
NEXT = 4  # calls after one among which that of the next note stands, whatever else looks like a call
LEAST_TEXT = 4  # lines above a page's notes that show whether it is one of text
LEAST = 2.0  # what the first note of a page must weigh by itself
BEAM = 12  # last numbers that are followed up from page to page


@dataclass(frozen=True, slots=True)
class _State:
    """The best notes of the pages so far: the last page that has any, its notes, and what was before."""

    score: float
    page: int = 0
    foot: Foot | None = None
    before: _State | None = None


@dataclass(frozen=True, slots=True)
class _Link:
    """A chain of notes on one page, by its last."""

    score: float
    note: Note
    before: _Link | None = None


def feet_of(pages: Sequence[Page]) -> tuple[list[Foot | None], Style | None]:
    """The notes of every page that has any, and how the book sets them, where that can be learnt."""
    first = _solve(pages, Style(stopped=has_stops(pages)))
    style = learnt(pages, first)
    return (_solve(pages, style) if style else first), style


def _solve(pages: Sequence[Page], style: Style) -> list[Foot | None]:
    """The best notes of all pages together, by the last number that each leaves to the next."""
    states: dict[int, _State] = {0: _State(0.0)}
    for number, page in enumerate(pages):
        starts = _starts(page, style)
        if not starts:
            continue
        feet: dict[tuple[int, str], Foot] = {}  # by the opening and its number
        reached = dict(states)
        for last, state in states.items():
            for start in starts:
                for n, sure in _numbers(start, last, page, style):
                    if (start.at, n) not in feet:
                        feet[start.at, n] = _foot(page, start, n, sure, style)
                    foot = feet[start.at, n]
                    score = state.score + foot.score + _following(foot, last, style) - style.price
                    end = 0 if style.anew else foot.last
                    if score > state.score and (end not in reached or score > reached[end].score):
                        reached[end] = _State(score, number, foot, state)
        states = dict(sorted(reached.items(), key=lambda item: -item[1].score)[:BEAM])
    best: _State | None = max(states.values(), key=lambda state: state.score)
    found: list[Foot | None] = [None] * len(pages)
    while best is not None and best.foot is not None:
        found[best.page] = best.foot
        best = best.before
    return found


def _starts(page: Page, style: Style) -> list[Opening]:
    """The lines of a page that are tried as the first of its notes."""
    highest = max(1, int(len(page.lines) * (1 - SHARE)))
    # An index or a table of contents has no full line, and numbers before its words.
    ragged = all(page.width(place) <= FULL for place in range(len(page.lines) - 1))
    return [
        this
        for this in page.openings
        if this.place >= highest
        and not this.inline
        and (this.place < LEAST_TEXT or not ragged or _is_borne(page, this))
        and _may_start(page, this, style)
    ][:STARTS]


def _is_borne(page: Page, this: Opening) -> bool:
    """Whether a word above bears the number or sign."""
    borne = re.compile(rf"[^\W\d][.,;:!?…”’\"')]*{re.escape(this.sign)}(?!\w)")
    return bool(this.sign) and any(borne.search(line.ink) for line in page.lines[: this.place])


def _may_start(page: Page, this: Opening, style: Style) -> bool:
    if this.form == "stopped" and not style.stopped and style.price != PRICE:
        return False
    if this.form == "stopped" and _is_listed(page, this):
        return False
    if this.form == "alone":
        return this.place + 1 < len(page.lines)
    if this.form == "sign" and style.signs:
        return any(n == this.sign for place, n in page.calls if place < this.place)
    if this.form == "quote" and (_is_announced(page, this) or (this.sign[0] in '“"' and _closes(page, this))):
        return False
    if this.form in DOUBTFUL or this.form == "sign":
        above, free = page.runs_on(this.place - 1), page.is_free(this.place)
        return (
            (above or (free and page.cites(this.place)))
            if style.dirty
            else (above and free and style.price == PRICE)
        )
    return True


def _is_announced(page: Page, this: Opening) -> bool:
    """Whether the line above ends as one does that announces a quotation, with a dash too if space parts them."""
    ink = page.lines[this.place - 1].ink
    return ink.rstrip("—–-").endswith((":", ",")) or (ink.endswith("—") and page.is_free(this.place))


def _is_listed(page: Page, this: Opening) -> bool:
    """Whether an entry is one of a list: a colon announces it, or the entry before it stands above."""
    if page.lines[this.place - 1].ink.endswith(":"):
        return True
    return any(o.n == (this.n or 0) - 1 and o.form == "stopped" and o.place < this.place for o in page.openings)


def _numbers(start: Opening, last: int, page: Page, style: Style) -> list[tuple[str, bool]]:
    """The numbers that the first note of a page may have, and whether each is read."""
    if start.form == "sign" and style.signs:
        return [(start.sign, True)]
    numbers = {1 if style.anew is not False else last + 1}
    below = [this for this in page.openings if this.place > start.place and not this.inline]
    if style.anew is False:
        numbers |= {this.n - k for k, this in enumerate(below[:LOST], 1) if this.n and this.n > k}
    if style.anew is not False and any(this.n == 1 for this in below):
        numbers -= {1}  # what stands above the first note is none
    if start.n is None:
        return [(str(n), False) for n in numbers]
    return [(str(start.n), True)] + [(str(n), False) for n in numbers - {start.n} if style.dirty and start.n < 100]


def _following(foot: Foot, last: int, style: Style) -> float:
    """How well the first number of a page follows the last one before it."""
    first = foot.notes[0]
    if not first.n.isdecimal() or not first.sure:
        return 0.0
    n = int(first.n)
    if style.anew is None:
        return 1.0 if n in (1, last + 1) else 0.0
    if style.anew:
        doubt = min(n - 1.0, 4.0) * (2.0 if style.dirty else 1.0)
    elif n == last + 1:
        return 2.0
    else:
        doubt = 0.0 if n == 1 else (n - last) / 2 if last < n <= last + 6 else 3.0
    return 1.0 if style.anew and n == 1 else -doubt / 3 if foot.called else -doubt


def _foot(page: Page, start: Opening, n: str, sure: bool, style: Style) -> Foot:
    """The notes of a page from an opening on, whose number is `n`: the best chain of openings."""
    calls = [call for place, call in page.calls if place < start.place]
    called = set(calls)
    pairs = {(a, b) for k, a in enumerate(calls) for b in calls[k + 1 : k + 1 + NEXT]}
    first = start.weight + (CALLED if n in called else 0.0) - (MISREAD_PRICE if start.n and not sure else 0.0)
    if start.form == "stopped" and (not style.stopped or n not in called):
        first -= 2 * CALLED
    first += _setting(page, start, sure, n in called, style)
    if first < LEAST:
        return Foot(start.place, (Note(start.place, start.at, n, sure, start.sign),), first, n in called)
    links = [_Link(first, Note(start.place, start.at, n, sure, start.sign))]
    for this in page.openings:
        if this.at <= start.at:
            continue
        fit = _fit(page, this, style)
        if fit is None:
            continue
        options = []
        for link in links[-BACK:]:
            if link.note.at == this.at:  # the same figures, read in another way
                continue
            for number, read, price in _next(this, link.note.n, called, pairs, style):
                gain = this.weight + fit + price + (CALLED if number in called and read else 0.0)
                options.append(_Link(link.score + gain, Note(this.place, this.at, number, read, this.sign), link))
        best: dict[str, _Link] = {}
        for option in options:
            if option.note.n not in best or option.score > best[option.note.n].score:
                best[option.note.n] = option
        links += sorted(best.values(), key=lambda link: link.score)[-2:]
    last = max(links, key=lambda link: link.score)
    notes: list[Note] = []
    end: _Link | None = last
    while end is not None:
        notes.append(end.note)
        end = end.before
    return Foot(start.place, tuple(notes[::-1]), last.score, n in called)


def _fit(page: Page, this: Opening, style: Style) -> float | None:
    """How well an opening stands where a note before it may have ended; None where it opens none."""
    if not style.dirty and (this.form in DOUBTFUL or (this.form == "sign" and not style.signs)):
        return None
    if this.inline:
        return 0.0
    above = this.place - 1
    if page.lines[above].ink.isdecimal() or (this.form == "alone" and this.place + 1 == len(page.lines)):
        return None
    if page.is_done(above) or page.width(above) < SHORT or is_located(page.lines[above].ink):
        fit = 1.5 + (0.5 if page.is_free(this.place) else 0.0)
    elif this.form in DOUBTFUL:
        return None
    else:
        fit = -1.0 if this.form == "alone" else -4.0
    wrong = this.form in NUMBERED and (this.form == "stopped") != bool(style.stopped)
    return fit - 2 * CALLED if wrong else fit


def _next(
    this: Opening, before: str, called: set[str], pairs: set[tuple[str, str]], style: Style
) -> Iterator[tuple[str, bool, float]]:
    """The numbers that an opening may have after number `before`: each with whether it is read, and its price."""
    if this.form == "sign" and style.signs:
        if this.sign not in called:
            return
        yield this.sign, True, 0.0
        return
    if not before.isdecimal():
        if this.n is not None:
            yield str(this.n), True, 0.0 if this.n == 1 else -LOST_PRICE
        return
    due = int(before) + 1
    if this.n is not None:
        lost = this.n - due
        if 0 <= lost <= (0 if this.inline else LOST):
            yield str(this.n), True, -(DIRTY_LOST_PRICE if style.dirty else LOST_PRICE) * lost
        elif this.n == 1 and not this.inline:
            yield "1", True, -RESTART_PRICE if (before, "1") in pairs else -3 * RESTART_PRICE
    if this.n != due and style.dirty and this.form not in ("alone", "bracketed", "raised"):
        yield str(due), False, -MISREAD_PRICE if this.n is not None else 0.0


def _setting(page: Page, start: Opening, sure: bool, called: bool, style: Style) -> float:
    """How much the setting of the lines from an opening down is that of notes."""
    score = 0.0
    if page.gap(start.place) >= GAP and start.n is not None:
        score += 3.0
    elif page.is_free(start.place):
        score += 2.0 if style.blank > 0.1 else 0.0
    elif style.blank > 0.9:
        score -= 2.0
    plain = sum(FULL < page.width(place) < 1.03 for place in range(start.place, len(page.lines) - 1))
    if page.runs_on(start.place - 1):
        score += 3.0
    elif not page.is_done(start.place - 1):
        score += 1.0
    elif not called and page.after is not None and opens_lower(page.after.ink):
        score -= 2.0  # what goes on overleaf has ended here
    widths = [page.width(place) for place in range(start.place, len(page.lines) - 1)]
    wide = sum(width > WIDE for width in widths)
    score += min(wide, 4)
    if page.runs_on(len(page.lines) - 1) and wide < 2:
        score -= 3.0
    if style.small or not sure or not called:
        score -= min(1.5 * plain, 6.0 if sure else 12.0)
    if start.n is None and page.cites(start.place):
        score += 2.0
    return score


def _closes(page: Page, start: Opening) -> bool:
    """Whether the quotation mark that a line begins with is closed in its paragraph."""
    last = start.place + 1
    while last < len(page.lines) and not page.is_free(last):
        last += 1
    text = "".join(line.ink for line in page.lines[start.place : last])
    return text.count("”") >= text.count("“") > 0 or text.count('"') > 1
