"""Typography: dashes, quotation marks and high stops as a compositor would set them today.

Looks for two hyphens between words, which stand for a dash; for a space before a colon or semicolon, or before the
mark that ends a question or exclamation, and for one inside the marks of a quotation, as older printers set them;
for a straight apostrophe in an English ending (`'s`, `n't`); and, in a text whose quotation marks and apostrophes
are straight, or all but a few, for those whose direction its neighbours make certain.  A text that has more than
those few curly ones is else left alone, for its straight ones may be meant; so are feet and inches, and a mark
between two spaces.  Works only in the blocks of the text, never in mark-up.

    the loom--"the old 'un"--broke ; so   ->  the loom—“the old ’un”—broke; so
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import words_of

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

_HIGH = re.compile(' (?=[;:?!])(?<=[\\w”’)\\]] )(?=[;:](?![-\\w])|[?!](?:[”"]|\\s+[“‘"A-Z]|\\s*\\Z))')
_ENDING = re.compile(r"'(?:(?<=[^\W\d_]')(?=(?:s|d|m|re|ve|ll)\b)|(?<=n')(?=t\b)|(?<=\b[Oo]')(?=clock\b))")
_INNER_OPENS = re.compile(r"\s['‘]\w")
_INNER_CLOSES = re.compile(r"[\w.,;:!?…—]['’]\s\Z")
_AFTER_OPENING = re.compile(r"“( )(?<=[^\n]“ )(?=[\w‘])")
_BEFORE_CLOSING = re.compile(r" (?=”)(?<=[\w.,;:!?’] )(?=”(?:[\s.,;:!?)—]|\Z))")
STRAY = 0.05  # of all marks may be curly in a text that is set straight


def apply(draft: Draft) -> None:
    """Set dashes, and curl quotation marks and apostrophes whose direction is certain."""
    curl = _is_straight(draft.text)
    mixed = not curl and "'" in draft.text and "’" in draft.text
    high = any(f" {sign}" in draft.text for sign in ";:?!")
    inside = "“ " in draft.text or " ”" in draft.text
    if not (curl or mixed or high or inside or "--" in draft.text):
        return
    end = 0
    for mark in draft.marks(*_HOLDERS):
        start = max(mark.start, end)
        if start >= mark.end:
            continue
        for match in _DASH.finditer(draft.text, start, mark.end):
            draft.intervene(match.start(), match.end(), "—", RULE)
        if high:
            for match in _HIGH.finditer(draft.text, start, mark.end):
                draft.intervene(match.start(), match.end(), "", RULE)
        if inside:
            _close_up_quotations(draft, start, mark.end)
        if mixed:
            for match in _ENDING.finditer(draft.text, start, mark.end):
                draft.intervene(match.start(), match.end(), "’", RULE)
        if curl:
            _curl(draft, start, mark.end)
        end = mark.end


def _close_up_quotations(draft: Draft, start: int, end: int) -> None:
    """Delete the thin spaces that older printers set inside the marks of a quotation."""
    text = draft.text
    for match in _AFTER_OPENING.finditer(text, start, end):
        if text.find("”", match.end(), end) >= 0:
            draft.intervene(match.start(1), match.end(), "", RULE)
    for match in _BEFORE_CLOSING.finditer(text, start, end):
        if text.rfind("“", start, match.start()) > text.rfind("”", start, match.start()):
            draft.intervene(match.start(), match.end(), "", RULE)


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
            if after.isspace() and before in _BEFORE_OPEN and _INNER_OPENS.match(text, at + 1, end):
                after = "'"  # printers part the marks of one quotation inside another by a thin space
            elif before.isspace() and is_open and _INNER_CLOSES.search(text, max(start, at - 3), at):
                before = "'"
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
