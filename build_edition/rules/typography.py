"""Typography: dashes and quotation marks as a compositor would set them.

Looks for two hyphens between words, which stand for a dash; and, in a text whose quotation marks and apostrophes
are straight, or all but a few, for those whose direction its neighbours make certain.  A text that has more than
those few curly ones is left alone, for its straight ones may be meant; so are feet and inches, and a mark between
two spaces.  Works only in the blocks of the text, never in mark-up.

    the loom--"the old 'un"--broke   ->  the loom—“the old ’un”—broke
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.prose import words_of

RULE = "typography"
_HOLDERS = ("p", "head", "item", "quote", "note", "cell", "epigraph")
_DASH = re.compile(r"(?<![-\s<!])--(?![-\s>])")
_MARKS = re.compile("[\"'“”]")
_BEFORE_OPEN = frozenset(" \t\n\r\f\u00a0([{—–-/“‘\"'")
_AFTER_CLOSE = frozenset(" \t\n\r\f\u00a0)]}.,;:!?—–-/”’\"'*¹²³⁴⁵⁶⁷⁸⁹")
# Words that begin with an apostrophe; and decades, in words or figures.
_CLIPPED = re.compile(
    r"(?:tis|twas|twere|twill|em|un|uns|cause|bout|gainst|midst|neath|round|way|cept|til|n|tween|twixt"
    r"|(?:teen|twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ies|y)s?|\d\ds?)\b",
    re.IGNORECASE,
)

STRAY = 0.05  # of all marks may be curly in a text that is set straight


def apply(draft: Draft) -> None:
    """Set dashes, and curl quotation marks and apostrophes whose direction is certain."""
    curl = _is_straight(draft.text)
    if not curl and "--" not in draft.text:
        return
    end = 0
    for mark in draft.marks(*_HOLDERS):
        start = max(mark.start, end)
        if start >= mark.end:
            continue
        for match in _DASH.finditer(draft.text, start, mark.end):
            draft.intervene(match.start(), match.end(), "—", RULE)
        if curl:
            _curl(draft, start, mark.end)
        end = mark.end


def _is_straight(text: str) -> bool:
    """Whether the marks of a text are straight, but for a few at the most."""
    straight = sum(map(text.count, "\"'"))
    curly = sum(map(text.count, "“”‘’"))
    return straight > 0 and curly <= STRAY * (straight + curly)


def _curl(draft: Draft, start: int, end: int) -> None:
    """Curl the marks of one block."""
    text = draft.text
    is_open = False
    for match in _MARKS.finditer(text, start, end):
        at = match.start()
        if match[0] in "“”":
            is_open = match[0] == "“"
            continue
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if match[0] == '"':
            reading = _double(before, after, is_open)
            is_open = reading == "“" or (is_open and not reading)
        else:
            reading = _single(text, at, end, before, after)
        if reading:
            draft.intervene(at, at + 1, reading, RULE)


def _double(before: str, after: str, is_open: bool) -> str:
    """The curly form of a double mark between these two characters; nothing where its direction is unsure."""
    opens = before in _BEFORE_OPEN and not after.isspace()
    closes = not before.isspace() and after in _AFTER_CLOSE
    if opens and closes:  # between a dash and a stop, or the like
        return "“" if before in "([{“‘" else ""
    if opens:
        return "“"
    inches = before.isdigit() and not is_open
    return "”" if closes and not inches else ""


def _single(text: str, at: int, end: int, before: str, after: str) -> str:
    if before.isdigit() and not after.isalpha():  # feet, or the end of a quotation
        return ""
    if before.isalnum() or before in ".,;:!?)]…":
        return "’"
    if before in _BEFORE_OPEN and after.isalnum():
        if _CLIPPED.match(text, at + 1):
            return "’"
        return "‘" if _is_shut(text, at + 1, end) else ""
    return ""


def _is_shut(text: str, start: int, end: int) -> bool:
    """Whether a single mark that may close stands after, within the block."""
    found = re.compile(r"[\w.,;:!?…]'(?!\w)").search(text, start, min(end, start + 600))
    return found is not None and bool(words_of(text[start : found.end()]))
