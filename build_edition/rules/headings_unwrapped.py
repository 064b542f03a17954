"""Headings of essays and web texts, where each paragraph is one line.

Looks at the top for title, byline and standfirst, and below for labels (CHAPTER I) with their titles, section
numerals in sequence (I, II, III), short title lines that stand alone before text, questions that are numbered or
stand over sections of some length, Markdown headings, whole lines in bold, and side-heads run into their
paragraphs.  A side-head is believed only where several of one form stand in the text: a Title-Case phrase with a
colon, numbered positions “(1) … .”, or a bold or italic opening.  Levels: title 1; parts 1, chapters 2; sections
2, below chapters 3; below numbered sections, title lines 3; side-heads 3, or 2 where they are the only tier.
Leaves alone lead-in capitals, dates, bylines, captions, and whatever stands in tables and notes.  `p` with
`role="standfirst"` is the summary set over the text.

    The Old Mills: Nobody had asked …     ->  head over “The Old Mills:”, run_in
    (2) Late Weavers. These came …        ->  head over “(2) Late Weavers.”, run_in
"""

from __future__ import annotations

import re
from itertools import pairwise

from build_edition.rules import sidebars
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings import front_matter, run_in_heads
from build_edition.rules.evidence.headings.levels_unwrapped import NOTES, Free, Head, has_sections, levels_of
from build_edition.rules.evidence.headings.marked import FEWEST, HASHES, LATEX, marked_in_wrapped, marked_levels
from build_edition.rules.evidence.headings.numerals import SYSTEMS, chain, readings, runs_up
from build_edition.rules.evidence.headings.questions import titles_that_ask
from build_edition.rules.evidence.layout.indented import indented
from build_edition.rules.evidence.lines.shape import (
    BULLETS,
    OPENERS,
    ends_called,
    ends_sentence,
    has_lead_in,
    inked_lines,
    is_body,
    is_capitals,
    is_title_case,
    visible,
    visible_ink,
    words_of,
)
from build_edition.rules.evidence.lines.title_words import (
    CHAPTER,
    division_level,
    is_back_matter,
    is_caption,
    is_front_title,
    label_and_title,
)
from build_edition.rules.evidence.lines.underlined import underlines
from build_edition.source import Line

RULE = "heading-markup"
LONGEST = 14  # words in a title line
ASKING, WIDEST = 20, 130  # words, and characters, in one that asks
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CLOSING_HASHES = re.compile(r"\s+#+\Z")
_NUMBERED = re.compile(r"\d{1,2}\.\s+(?=[“‘\"(]?[A-Z])")
_LISTED = re.compile(rf"[{BULLETS}*–—-]\s|\(?\d{{1,3}}[.)]\s|\([a-z]\)\s")


def apply(draft: Draft) -> None:
    """Mark the headings, byline and standfirst of an unwrapped text."""
    if draft.layout == "book":
        _mark_wrapped(draft)
        return
    taken = inked_lines(draft, "fw", "note", "table", "figure", "milestone", "byline", "dateline", "head")
    lines = [line for line in draft.ink_lines if line.number not in taken and draft.has_ink(line)]
    drawn = underlines(lines)
    for below in drawn.values():
        draft.remove(below.ink_start, below.ink_end, RULE)
    lines = [line for line in lines if line.number - 1 not in drawn]
    marked = marked_levels(lines, drawn)
    quoted = indented(draft)
    free = [Free(line, _shown(draft, line), marked.get(line.number, 0), line.number in quoted) for line in lines]
    boxed = {title.number for title, _ in sidebars.find(draft)}
    start = _front_matter(draft, free)
    heads = _section_heads(draft, free, start, boxed)
    for head, level in zip(heads, levels_of(heads, boxed), strict=True):
        draft.mark_lines("head", head.first.line, head.last.line, level=level, label=head.label)
    spent = {this.line.number for head in heads for this in (head.first, head.last)}
    openings = [f.line for f in free[start:] if f.line.number not in spent]
    run_in_heads.mark(draft, openings, 3 if has_sections(heads, boxed) else 2)


def _shown(draft: Draft, line: Line) -> str:
    """What a line shows, without hashes; a break in it parts words."""
    if "<br" not in line.text.lower():
        command = LATEX.fullmatch(line.ink)
        return command["words"] if command else HASHES.sub("", visible_ink(draft, line), 1)
    cuts = [line.ink_start, *(line.start + match.start() for match in _BREAK.finditer(line.text)), line.ink_end]
    return " ".join(visible(draft, start, end).strip() for start, end in pairwise(cuts)).strip()


def _mark_wrapped(draft: Draft) -> None:
    """Mark the headings of wrapped text that mark-up tells."""
    marked = marked_in_wrapped(draft)
    free: list[Free] = []
    for line in draft.ink_lines if marked else ():
        drawn = line.number - 1 in marked and not line.ink.strip("=-")
        if drawn:
            draft.remove(line.ink_start, line.ink_end, RULE)
        elif line.number in marked:
            free.append(Free(line, _shown(draft, line), marked[line.number]))
        elif free and free[-1].marked and draft.has_ink(line):
            free.append(Free(line, "…"))  # text, whatever it says
    heads = _section_heads(draft, [*free, *free[-1:]], 0, set())
    for head, level in zip(heads, levels_of(heads, set()), strict=True):
        draft.mark_lines("head", head.first.line, head.last.line, level=level, label=head.label)


def _front_matter(draft: Draft, free: list[Free]) -> int:
    """Mark what stands above the first paragraph; returns how many of the free lines it takes."""
    numerals = [readings(this.ink) is not None or _division(this.ink) is not None for this in free]
    level = (max(free[0].marked, 0) or 1) if free else 1
    if free and is_front_title(free[0].ink):  # as deep as the chapters that are marked as it is
        like = (_division(this.ink) for this in free if this.marked == free[0].marked)
        level = max([level, *(found[0] for found in like if found and found[0] <= CHAPTER)])
    taken = front_matter.mark(draft, [(this.line, this.ink) for this in free], numerals, level)
    if taken:
        _strike_hashes(draft, free[0].line)
    return taken


def _section_heads(draft: Draft, free: list[Free], start: int, boxed: set[int]) -> list[Head]:
    """Labels, numerals and title lines below the front matter, a label or numeral and its title as one."""
    numerals, enumerated = _numeral_chain(free, start), _enumerated(free, start)
    asking = _titles_that_ask(free, start)
    heads: list[Head] = []
    marked = [readings(this.ink) is None for this in free if this.marked]
    all_marked = len(marked) >= FEWEST and any(marked)  # numerals alone show nothing of titles
    place = start
    while place + 1 < len(free):
        this, below = free[place], free[place + 1]
        division = _division(this.ink)
        if division is not None and not has_lead_in(this.ink):
            level, label, whole = division
            titled = not whole and (_is_marked_title(this, below) or _is_label_title(free, place + 1))
            heads.append(Head(this, below if titled else this, label, titled or whole, level))
            place += titled
        elif (this.marked and readings(this.ink) is not None and _is_marked_title(this, below)) or (
            place == 0 and place not in numerals and readings(this.ink) is not None and _is_label_title(free, 1)
        ):  # a numeral over a title on one level with it, or over the title of the whole text, a chapter's
            heads.append(Head(this, below, this.ink.rstrip(".)"), True, 0 if this.marked > 0 else CHAPTER))
            place += 1
        elif place in numerals:
            titled = place + 2 < len(free) and _is_section_title(free, place + 1)
            heads.append(Head(this, below if titled else this, this.ink.rstrip(".)"), titled))
            place += titled
        elif (
            this.marked
            or this.line.number in boxed
            or (
                not (all_marked and this.line.ink[0] not in "*_")
                and (_is_section_title(free, place, enumerated=place in enumerated) or place in asking)
            )
        ):
            heads.append(Head(this, this, None, True))
        place += 1
    for head in heads:
        for line in dict.fromkeys((head.first.line, head.last.line)):
            _strike_hashes(draft, line)
    return heads


def _division(ink: str) -> tuple[int, str, bool] | None:
    """The level and label of a line that numbers a part or chapter, and whether it has the title too."""
    level = division_level(ink)
    if level is not None:
        return level, ink, False
    known = label_and_title(ink) if len(words_of(ink)) <= LONGEST else None
    return (known[0], known[1], True) if known else None


def _is_marked_title(label: Free, below: Free) -> bool:
    """Whether mark-up sets the line below a bare label on one level with it, as a title that belongs to it."""
    alone = _division(below.ink) is None and readings(below.ink) is None
    return label.marked != 0 and below.marked == label.marked and alone


def _is_label_title(free: list[Free], place: int) -> bool:
    """Whether this line is the title of the label above it: short, and over text."""
    if place + 1 >= len(free):
        return False
    ink, below = free[place].ink, free[place + 1].ink
    short = 0 < len(words_of(ink)) <= LONGEST and not is_body(ink) and _division(ink) is None
    titled = is_title_case(ink) or is_capitals(ink) or not ends_sentence(ink) or ink.endswith("?")
    return short and titled and (_is_text(below) or division_level(below) is not None)


def _enumerated(free: list[Free], start: int) -> set[int]:
    """The places of short lines without a stop whose first figures count on from one, each over text."""
    places = [
        place
        for place in range(start, len(free) - 1)
        if _NUMBERED.match(free[place].ink)
        and len(words_of(free[place].ink)) <= LONGEST
        and not ends_sentence(free[place].ink)
        and _is_text(free[place + 1].ink)
    ]
    inks = [free[place].ink.partition(".")[0] for place in places]
    return {places[at] for at in chain(inks, "arabic")}


def _is_section_title(free: list[Free], place: int, *, enumerated: bool = False, asks: bool = False) -> bool:
    """Whether the line stands alone over text as a title does, or, for one that `asks`, as a question may."""
    this, below = free[place], free[place + 1]
    ink, words = this.ink, words_of(this.ink)
    if NOTES.fullmatch(ink.rstrip(":.")):
        return True
    if (
        this.set_off
        or not words
        or len(words) > (ASKING if asks else LONGEST)
        or len(ink) > (WIDEST if asks else 100)
        or ink.endswith((".", ",", ";", ":", "-", "—"))
    ):
        return False
    if ink.lstrip(OPENERS)[:1].islower() or not _stands_free(free, place):
        return False
    if is_caption(ink) or front_matter.is_by(ink):
        return False
    if _LISTED.match(ink) and not (enumerated or asks):
        return False
    if ink.endswith(("?", "!")) and not (asks or (len(words) > 1 and is_title_case(ink))):
        return False
    if ink[0] in '“"‘' and ink[-1] in '”"’':  # a line of speech
        return False
    over_text = (
        _is_text(below.ink)
        or (asks and ends_sentence(below.ink))
        or (is_back_matter(ink) and _LISTED.match(below.ink) is not None)
    )
    return over_text and (asks or is_title_case(ink) or is_capitals(ink) or len(words) <= 8)


def _titles_that_ask(free: list[Free], start: int) -> set[int]:
    """The places of the questions that are titles."""
    asking = [
        (place, free[place].ink)
        for place in range(start, len(free) - 1)
        if free[place].ink.endswith("?") and _is_section_title(free, place, asks=True)
    ]
    return titles_that_ask(asking, len(free))


def _is_text(ink: str) -> bool:
    """Whether the line is running text, long or not."""
    return is_body(ink) or has_lead_in(ink) or (len(words_of(ink)) > LONGEST and ends_sentence(ink))


def _stands_free(free: list[Free], place: int) -> bool:
    """Whether a blank line stands above, and the text above had come to an end."""
    if place == 0:
        return True
    above, this = free[place - 1], free[place]
    ended = not is_body(above.ink) or ends_called(above.ink) or above.ink[-1] in ")]"
    return this.line.number > above.line.number + 1 and ended


def _numeral_chain(free: list[Free], start: int) -> set[int]:
    """The places of the numerals that run from one upward, in the system that has the longer run.

    Where none does, those that run from any number: the text may be a part of a book.
    """
    inks = [this.ink for this in free[start:]]
    runs = [set(chain(inks, system)) for system in SYSTEMS]
    longest = max(runs, key=len) or runs_up(inks)
    return {start + place for place in longest} if len(longest) >= FEWEST else set()


def _strike_hashes(draft: Draft, line: Line) -> None:
    if command := LATEX.fullmatch(line.ink):
        draft.intervene(line.ink_start, line.ink_start + command.start("words"), "", RULE)
        draft.intervene(line.ink_start + command.end("words"), line.ink_end, "", RULE)
    match = HASHES.match(line.ink)
    if match:
        draft.intervene(line.ink_start, line.ink_start + match.end(), "", RULE)
        closing = _CLOSING_HASHES.search(line.ink)
        if closing:
            draft.intervene(line.ink_start + closing.start(), line.ink_end, "", RULE)
