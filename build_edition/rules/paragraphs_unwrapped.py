"""Paragraphs of essays and web texts, where each line is a paragraph.

Every line that no rule has explained is a `p`, or the rest of one after its side-head.  A paragraph cut in two
by a page of the print is one `p`, over the notes at the page's foot: the line before stops short of a sentence's
end (whatever quotes, brackets or calls close it) and the next begins in lower case, or with a page of which a
sign is left, or a word is broken over the blank, or the line ends in a word that ends no sentence.  Where only
the missing stop speaks for it, and the next line begins with a capital, nothing is joined.  A stray full stop on
a line of its own after a sentence that has ended is deleted, with low certainty; it is the missing stop of one
that has not. What mark-up or an indent sets off is a displayed `quote`; in a text where neither does, so are whole
paragraphs in quotation marks that a colon introduces, or that a source in brackets closes.  Lists are
`lists.unwrapped`'s.

    … the looms of the upper    /   valley stood still.     ->  one p over both lines
"""

from __future__ import annotations

import re
from bisect import bisect_left

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.indented import indented
from build_edition.rules.evidence.lines.shape import (
    SMALL_WORDS,
    bare_end,
    ends_called,
    ends_sentence,
    inked_lines,
    is_body,
    opens_lower,
    visible,
    visible_ink,
    words_of,
)
from build_edition.rules.evidence.lists import unwrapped as lists_unwrapped
from build_edition.source import Line

RULE = "stray-mark"
_HELD = ("fw", "head", "note", "table", "figure", "milestone", "byline", "dateline", "list", "item", "epigraph")
_STRAY = re.compile(r"[.,·'`:;]")
_BROKEN = re.compile(r"[^\W\d_]-\Z")
_SHUT = re.compile(r"[”\"]\.?\s*(?P<source>[(\[][^()\[\]]{3,120}[)\]]\.?)?[¹²³⁴-⁹\d]*\Z")
_QUOTE_TAG = re.compile(r"<blockquote\b", re.IGNORECASE)
STANZA, SHORT = 40, 80  # lines that one stanza or quotation has at most, and letters of a short line
_LAZY = re.compile(r"[^\W\d_]|[“‘\"'(]")
_OPEN = '“"'


def apply(draft: Draft) -> None:
    """Mark the paragraphs and displayed quotations of an unwrapped text."""
    if draft.layout == "book":
        return
    held = inked_lines(draft, *_HELD, "quote", "p")
    held |= lists_unwrapped.mark(draft, held)
    side_heads = {
        draft.source.line_number(mark.start): mark.end for mark in draft.marks("head") if mark.get("run_in")
    }
    set_off = _set_off_by_markup(draft) or indented(draft)
    groups = _groups(draft, held, side_heads, set_off)
    quoted = _quotations(draft, groups, set_off, held - inked_lines(draft, "note"))
    for place, group in enumerate(groups):
        start = side_heads.get(group[0].number, group[0].ink_start)
        if start >= group[0].ink_end:
            continue
        run, continues = quoted.get(place), _continues(draft, groups, place, side_heads)
        if run is None:
            draft.mark("p", start, group[-1].ink_end, continues=continues or None)
            continue
        if run[0] == place:
            draft.mark("quote", start, groups[run[1]][-1].ink_end)
        if run[0] != run[1]:
            draft.mark("p", start, group[-1].ink_end)


def _groups(draft: Draft, held: set[int], side_heads: dict[int, int], set_off: set[int]) -> list[list[Line]]:
    """The lines of each paragraph: one, or the parts that a page has cut it into."""
    groups: list[list[Line]] = []
    open_group = False  # whether the next line may go on from the last group
    notes = inked_lines(draft, "note")
    tops = _tops(draft)
    for line in draft.ink_lines:
        if not draft.has_ink(line):
            continue
        if line.number in held and line.number not in side_heads:
            open_group = open_group and line.number in notes  # of a page's foot: the text goes on over it
            continue
        ink = visible_ink(draft, line)
        before = visible_ink(draft, groups[-1][-1]) if open_group else ""
        if before and _STRAY.fullmatch(ink):
            if ends_sentence(before):
                draft.intervene(line.ink_start, line.ink_end, "", RULE, cert="low")
            else:
                groups[-1].append(line)
            continue
        within = before and (groups[-1][-1].number in set_off) == (line.number in set_off)
        if within and line.number not in side_heads and _goes_on(before, ink, line.number in tops):
            groups[-1].append(line)
        else:
            groups.append([line])
        open_group = True
    return groups


def _tops(draft: Draft) -> set[int]:
    """The numbers of the lines with which a page begins."""
    lines = [(draft.source.line_at(pb.start), pb.start) for pb in draft.marks("pb")]
    return {line.number for line, at in lines if not visible(draft, line.ink_start, at).strip()}


def _goes_on(before: str, ink: str, at_top: bool) -> bool:
    """Whether a line, `at_top` of its page or not, goes on with the sentence of the one before."""
    if not is_body(before) and len(words_of(before)) < 8:
        return False
    if ends_called(before) or not any(map(str.isalpha, ink)):  # figures alone: a page's number
        return False
    if opens_lower(ink) or at_top or before.endswith("—"):
        return True
    if _BROKEN.search(before):
        return ink[:1].isalpha()
    words = words_of(bare_end(before))
    return bool(words) and words[-1] in SMALL_WORDS


def _continues(draft: Draft, groups: list[list[Line]], place: int, side_heads: dict[int, int]) -> bool:
    """Whether the paragraph resumes, after a display, a sentence left open."""
    first = groups[place][0]
    if place == 0 or first.number in side_heads or not opens_lower(visible_ink(draft, first)):
        return False
    return not ends_called(visible_ink(draft, groups[place - 1][-1]))


def _quotations(
    draft: Draft, groups: list[list[Line]], set_off: set[int], between: set[int]
) -> dict[int, tuple[int, int]]:
    """For each group inside a displayed quotation, the first and last group of that quotation.

    Where mark-up sets any off, no other is one; the lines `between` part what stands above from what stands below.
    """
    if set_off:
        return _marked_quotations(groups, set_off, between)
    inks = [(visible_ink(draft, group[0])[:1], visible_ink(draft, group[-1])[-160:]) for group in groups]
    found: dict[int, tuple[int, int]] = {}
    place = 0
    while place < len(groups):
        last = _quotation_end(inks, place) if inks[place][0] and inks[place][0] in _OPEN else None
        if last is not None and _is_display(draft, groups, inks, place, last):
            found.update(dict.fromkeys(range(place, last + 1), (place, last)))
            place = last
        place += 1
    return found


def _marked_quotations(
    groups: list[list[Line]], set_off: set[int], between: set[int]
) -> dict[int, tuple[int, int]]:
    """The same for quotations that mark-up sets off."""
    parting = sorted(between)
    runs: list[list[int]] = []
    for place, group in enumerate(groups):
        if group[0].number not in set_off:
            continue
        last = groups[runs[-1][1]][-1].number if runs and runs[-1][1] == place - 1 else None
        if last is not None and bisect_left(parting, last) == bisect_left(parting, group[0].number):
            runs[-1][1] = place
        else:
            runs.append([place, place])
    return {place: (first, last) for first, last in runs for place in range(first, last + 1)}


def _set_off_by_markup(draft: Draft) -> set[int]:
    """The numbers of the lines that Markdown's sign or an HTML tag sets off as quotations."""
    numbers: set[int] = set()
    inside = False
    for line in draft.ink_lines:
        inside = inside or _QUOTE_TAG.match(line.ink) is not None
        if inside or line.ink[0] == ">" or (line.number - 1 in numbers and _is_lazy(draft, line)):
            numbers.add(line.number)
        inside = inside and "</blockquote" not in line.ink.lower()
    return numbers if "</blockquote" in draft.text.lower() or not inside else set()


def _is_lazy(draft: Draft, line: Line) -> bool:
    """Whether a line goes on with one that has the sign, blank lines parting both from the text.

    It stands next to that line, or is of verse or wrapped prose, all of whose lines are short.
    """
    first, last = line.number - 1, line.number - 1  # indices of lines, as blank lines bound them
    while first and not draft.lines[first - 1].is_blank and last - first < STANZA:
        first -= 1
    while last + 1 < len(draft.lines) and not draft.lines[last + 1].is_blank and last - first < STANZA:
        last += 1
    block = draft.lines[first : last + 1]
    lazy = [each for each in block if each.ink[0] != ">"]
    if block[0].ink[0] != ">" or not all(_LAZY.match(each.ink) for each in lazy):
        return False
    return len(block) == 2 or (len(block) < STANZA and all(len(each.ink) <= SHORT for each in lazy))


def _quotation_end(inks: list[tuple[str, str]], place: int) -> int | None:
    """The group that shuts the quotation opened at `place`; each group between must open it again."""
    while place < len(inks) and inks[place][0] and inks[place][0] in _OPEN:
        if _SHUT.search(inks[place][1]):
            return place
        place += 1
    return None


def _is_display(
    draft: Draft, groups: list[list[Line]], inks: list[tuple[str, str]], first: int, last: int
) -> bool:
    """Whether quoted paragraphs are set apart: a colon introduces them, or a source in brackets closes them."""
    for group in groups[first : last + 1]:
        text = "".join(visible_ink(draft, line) for line in group)[1:]
        shut = _SHUT.search(text)
        inside = text[: shut.start()] if shut else text
        if any(sign in inside for sign in '“”"'):  # the author speaks between two quotations
            return False
    introduced = first > 0 and inks[first - 1][1].endswith(":")
    shut = _SHUT.search(inks[last][1])
    return introduced or (shut is not None and shut["source"] is not None)
