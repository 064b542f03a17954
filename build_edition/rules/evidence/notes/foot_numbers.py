"""The numbers of notes whose figures OCR misread: one count of a book, anew on each page or through a chapter.

Serves `foot_notes`.  A misread figure is still weak evidence of which it was: one stroke (`‘ ' !`) is rather a 1,
two (`“ "`) any number but that, a hook (`?`) a 2.  The best count is sought under each of the two plans that books
have, and the plan with the better one is the book's.  Signs of calls on a page without notes call what stands
elsewhere, if on other pages notes answer such signs: the count passes over them.  A number that is read stands
fast; one that is only counted is of low certainty.

    ‘Roe. “Doe. (next page) ‘Roe.    ->  1, 2, 1
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.stray_signs import plain_strays
from build_edition.rules.evidence.notes.style import Foot, Note

READ, MISREAD, OTHER = 3.0, -1.5, -4.0  # what figures say for the number they are; for one alike; for any other
PARTLY = -2.5  # and for one of which they are a part
GAP_PRICE, LOST_PRICE, LOST = 2.5, 1.5, 5  # of a first number that is passed over, of each, and how many may be
CALLED, AGREED = 1.0, 1.5  # for a number that the text above calls; for one that it was given before
TRUSTED, IDLE = 3, 0.15  # signs in places of calls on pages with notes; share that no note answers
COVERED = 0.4  # share of the notes whose calls show, if none is to be missing
BEAM = 24  # last numbers that are followed up
AT_HEAD, AT_CHAPTER, WITHIN, ANYWHERE, BACK = 5.0, 0.0, 4.0, 8.0, 12.0  # prices of counting anew
LEAP, FARTHEST = 0.2, 8.0  # price of each number that a read one leaves out, and of all of them at the most
OVER = 4.0  # price of counting on from one chapter to the next
HIGHEST = 400
LEGIBLE, DOUBTED = 0.25, 0.4  # share of the notes that figures open, from which these are trusted; else so much
SECOND, LONE_PRICE = (
    0.2,
    4.0,
)  # share of the notes that are not the first of a page; of less, all would be 1
# How much more often a sign is read for a 1, for a 2, for another figure and for two figures than is usual.
_ONE_STROKE, _TWO_STROKES, _HOOK = (0.7, -1.3, 0.0, -1.1), (-1.3, 0.4, 0.4, 1.0), (-1.0, 1.2, -0.3, -0.5)
_CHANCES: dict[str, tuple[float, float, float, float]] = {
    **dict.fromkeys("'‘`", _ONE_STROKE),
    **dict.fromkeys("!lI|tfT¹", (1.5, -1.0, -0.7, -0.7)),
    **dict.fromkeys("“\"”™", _TWO_STROKES),
    **dict.fromkeys("?²", _HOOK),
    **dict.fromkeys("®°©§S%³€", (-1.0, 0.3, 0.5, -0.3)),
    **dict.fromkeys("*«>»", (-0.7, 0.3, 0.3, 0.0)),
}  # fmt: skip
_FEW = (-0.7, 0.0, 0.0, 0.7)  # for several signs together
_FIGURES_ALIKE = frozenset(
    ("06", "09", "14", "17", "23", "25", "27", "35", "38", "49", "56", "68", "89")
)  # each pair from the lower


@dataclass(frozen=True, slots=True)
class Slot:
    """A note that wants a number: what stands for it, and what makes it likely that the count begins anew."""

    sign: str
    first: bool  # on its page
    called: frozenset[str] = frozenset()  # the figures that stand as calls in the text above
    known: str = ""  # the number that it was given before the plan was known
    head: bool = False  # a heading stands between it and the one before
    chapter: bool = False  # which opens a page
    passed: int = 0  # calls before it, on pages without notes


@dataclass(frozen=True, slots=True)
class _Step:
    score: float
    n: int
    before: _Step | None


def counted(
    draft: Draft,
    pages: Sequence[Page],
    feet: Sequence[Foot | None],
    known: Sequence[Foot | None],
    taken: bool | None,
    *,
    whole: bool = False,
) -> list[Foot | None]:
    """The notes of all pages with their numbers, each of them sure only where it is read.

    `known` are the notes that had numbers before, when pages were `taken` to count anew or not.  Where the notes
    found are the `whole` of the book's, signs on a page without any are calls only if most notes have one.
    """
    if not any(foot and foot.notes for foot in feet):
        return list(feet)
    heads, chapters = _heads(draft, pages)
    strays = _strays(pages, feet, COVERED if whole else 0.0)
    slots: list[Slot] = []
    before = passed = 0  # where the last note began, and the calls since then that no note answers
    for page, foot, there, stray in zip(pages, feet, known, strays, strict=True):
        since = heads[bisect_left(heads, before) : bisect_left(heads, page.lines[-1].start)]
        opens = any(head in chapters for head in since)
        if foot is None or not foot.notes:
            passed = stray if opens else passed + stray
            continue
        given = {note.at: note.n for note in there.notes} if there else {}
        called = frozenset(n for place, n in page.calls if place < foot.place)
        for note in foot.notes:
            first = note is foot.notes[0]
            slots.append(
                Slot(
                    note.n or note.sign,
                    first,
                    called,
                    given.get(note.at, ""),
                    bool(since) and first,
                    opens and first,
                    passed,
                )
            )
            before, passed = note.at, 0
    trusted = _are_read(slots)
    numbers = _numbers(slots, taken, 1.0 if trusted else DOUBTED)
    told = ((n, trusted or n in slot.called) for n, slot in zip(numbers, slots, strict=True))
    return [
        foot and replace(foot, notes=tuple(_numbered(note, *next(told)) for note in foot.notes)) for foot in feet
    ]


def _heads(draft: Draft, pages: Sequence[Page]) -> tuple[list[int], set[int]]:
    """Where headings stand, and which of them are those of chapters: of the highest level that opens pages."""
    marks = draft.marks("head")
    starts = [mark.start for mark in marks]
    opening: dict[int, str] = {}
    last = 0  # where the page before ended
    for page in pages:
        for mark in marks[bisect_left(starts, last) : bisect_left(starts, page.lines[0].start)]:
            opening[mark.start] = str(mark.get("level"))
        last = page.lines[-1].end
    highest = min(opening.values(), default="")
    return starts, {start for start, level in opening.items() if level == highest}


def _strays(pages: Sequence[Page], feet: Sequence[Foot | None], covered: float) -> list[int]:
    """How many signs of each page are likely to be calls: all, where on pages with notes these answer them.

    Such a share of the notes must be `covered` by signs.
    """
    counts = [
        len(plain_strays(page.text, page.lines[0].start, _end(page, foot)))
        for page, foot in zip(pages, feet, strict=True)
    ]
    answered = [(count, len(foot.notes)) for count, foot in zip(counts, feet, strict=True) if foot and foot.notes]
    idle = sum(max(0, count - notes) for count, notes in answered)
    found = sum(count for count, _ in answered)
    trusted = found >= max(TRUSTED, idle / IDLE, covered * sum(notes for _, notes in answered))
    return [count if trusted else 0 for count in counts]


def _end(page: Page, foot: Foot | None) -> int:
    """Where the text of a page ends."""
    return page.lines[foot.place].start if foot else page.lines[-1].end


def _numbered(note: Note, n: str, trusted: bool) -> Note:
    return replace(note, n=n, sure=trusted and note.sign == n)


def _are_read(slots: Sequence[Slot]) -> bool:
    """Whether figures stand before enough of the notes to be trusted: else most of those are misread signs too."""
    return sum(slot.sign.isdecimal() for slot in slots) >= LEGIBLE * len(slots)


def _numbers(slots: Sequence[Slot], taken: bool | None, trust: float) -> list[str]:
    """The number of each note under the plan that is the book's; figures say what they do by `trust`.

    Where hardly a page has two notes, figures would all be 1 if each page counted for itself.
    """
    lone = sum(not slot.first for slot in slots) < SECOND * len(slots)
    anew = _best(slots, trust, anew=True).score - lone * LONE_PRICE >= _best(slots, trust, anew=False).score
    numbers: list[str] = []
    step: _Step | None = _best(slots, trust, anew=anew, agreed=AGREED if taken is anew else 0.0)
    while step is not None and step.n:
        numbers.append(str(step.n))
        step = step.before
    return numbers[::-1]


def _best(slots: Sequence[Slot], trust: float, *, anew: bool, agreed: float = 0.0) -> _Step:
    """The best count of all the notes under one plan; `agreed` is the weight of what is known."""
    steps = {0: _Step(0.0, 0, None)}
    for slot in slots:
        reached: dict[int, _Step] = {}
        for last, step in steps.items():
            for n, price in _followers(slot, last, anew):
                like = likeness(slot.sign, n)
                score = step.score - price + (like * trust if slot.sign.isdecimal() else like)
                score += (CALLED if str(n) in slot.called else 0.0) + (agreed if str(n) == slot.known else 0.0)
                if n not in reached or score > reached[n].score:
                    reached[n] = _Step(score, n, step)
        steps = dict(sorted(reached.items(), key=lambda item: -item[1].score)[:BEAM])
    return max(steps.values(), key=lambda step: step.score)


def _followers(slot: Slot, last: int, anew: bool) -> list[tuple[int, float]]:
    """The numbers that a note may have after another, and the price of each."""
    if anew and slot.first:
        return [(1 + lost, _gap(lost)) for lost in range(LOST)]
    due = last + 1
    over = OVER if slot.chapter and last else 0.0
    found = [(due + k, over + _gap(abs(k - slot.passed))) for k in range(LOST) if due + k <= HIGHEST]
    if slot.sign.isdecimal() and 0 < int(slot.sign) <= HIGHEST and not anew:
        found.append((int(slot.sign), _leap(int(slot.sign) - last) if last else GAP_PRICE))
    if due > 1:
        again = WITHIN if anew else AT_CHAPTER if slot.chapter else AT_HEAD if slot.head else ANYWHERE
        found.append((1 + (slot.passed if slot.chapter else 0), again))
    return found


def _leap(over: int) -> float:
    """The price of going on with a number that is read, so many above the last: few notes are lost."""
    return ANYWHERE + min(LEAP * over, FARTHEST) if over > 0 else BACK


def _gap(lost: int) -> float:
    return GAP_PRICE + LOST_PRICE * lost if lost else 0.0


@lru_cache(maxsize=4096)
def likeness(sign: str, n: int) -> float:
    """How much what OCR read speaks for a number."""
    number = str(n)
    if not sign:
        return 0.0
    if sign.isdecimal():
        return READ if sign == number else _alike(sign, number)
    chances = _CHANCES.get(sign, _FEW if len(sign) > 1 else (0.0,) * 4)
    return chances[3 if n > 9 else min(n, 3) - 1]


def _alike(read: str, number: str) -> float:
    """How much other figures speak for a number: those of one digit alike may be it, misread."""
    if len(read) != len(number):
        return PARTLY if number.startswith(read) or number.endswith(read) else OTHER
    pairs = ["".join(sorted(pair)) for pair in zip(read, number, strict=True) if pair[0] != pair[1]]
    return MISREAD if len(pairs) == 1 and pairs[0] in _FIGURES_ALIKE else OTHER
