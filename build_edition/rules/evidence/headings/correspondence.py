"""The parts of letters that look like headings and are none: dateline, salutation, close and signature.

In: the pieces of a book.  Out: the places of those parts.  A salutation or a close shows a letter by its words; a
line of place and date is a dateline only in a book that has letters, for a heading may bear a date too.

    Alder Mill, 4 March 1811
    My dear Sister,                  -> parts of a letter
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.evidence.layout.blocks import Block

_FEWEST = 2  # salutations and closes that show a book to have letters
_LONGEST = 60  # characters of a part
_SIGNATURE = 5  # words
_MONTH = r"(?:Jan|Febr?|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATELINE = re.compile(
    rf"(?:[A-Z“‘\d][^:;?!]{{2,40}},\s+)?(?:\w+day,?\s+)?(?:the\s+)?(?:{_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAY}),?"
    r"\s+\d{4}[.,]?"
)
_SALUTATION = re.compile(
    r"(?:(?:My\s+)?(?:(?:very|own)\s+)?[Dd]ear(?:est)?\s+[A-Z][^.?!;]{0,30}|(?:Dear\s+)?(?:Sirs?|Madam|Gentlemen))[,:.!]?[—–-]?"
)
_CLOSE = re.compile(
    r"(?:(?:I|We)\s+(?:am|remain|have\s+the\s+hono)\b.{0,50}|(?:Ever\s+)?(?:Yours|Your\s+(?:most\s+|ever\s+|very\s+)*"
    r"(?:affectionate|loving|obedient|humble|devoted|faithful|sincere|dutiful|grateful|fond|friend|brother|sister|son|"
    r"daughter|father|mother|servant))\b[^:;?!]{0,50}"
    r"|(?:With\s+)?(?:[Bb]est|[Kk]ind|[Mm]any)\s+(?:regards|wishes|greetings))[,.]?"
)


def letter_parts(pieces: Sequence[Block]) -> set[int]:
    """The places of the datelines, salutations, closes and signatures."""
    short = [
        (i, piece.ink) for i, piece in enumerate(pieces) if len(piece.lines) < 3 and len(piece.ink) <= _LONGEST
    ]
    greetings = {i for i, ink in short if _SALUTATION.fullmatch(ink)}
    closes = {i for i, ink in short if _CLOSE.fullmatch(ink)}
    if len(greetings) + len(closes) < _FEWEST:
        return greetings
    datelines = {i for i, ink in short if _DATELINE.fullmatch(ink)}
    names = {i for i, ink in short if i - 1 in closes and len(ink.split()) <= _SIGNATURE}
    return greetings | closes | datelines | names
