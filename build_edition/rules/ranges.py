"""Ranges of years and of pages, set with the dash that they are printed with.

Looks for a hyphen between two years, the second perhaps shortened, or between two page numbers after `p.` or
`pp.`, where the second is the greater, in a text that has dashes between figures elsewhere, or that has none at
all and types two hyphens for one. Leaves alone what does not rise, dates and codes in figures, and texts that
have dashes and set their ranges with hyphens throughout.

    the fairs of 1911-14--see pp. 20-1--and a vision of 20-20   ->  1911–14 … pp. 20–1 … 20-20
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.proof import proof_of

RULE = "range"
_DASHED = re.compile(r"\d–\d")
_YEARS = re.compile(r"(?<![\w.,/–—-])(?P<from>1[0-9]\d\d|20\d\d)-(?P<to>\d{4}|\d{1,2})(?!\w|–|-(?!-)|[.,]\d)")
_PAGES = re.compile(r"\bpp?\.[ \u00a0]?(?:\d[\d–-]*, )*?(?P<from>\d{1,4})-(?P<to>\d{1,4})(?!\w|–|-(?!-))")


def apply(draft: Draft) -> None:
    """Set dashes in the ranges of the text."""
    text = draft.text
    typed = "--" in text and "–" not in text and "—" not in text
    if "-" not in text or not (typed or _DASHED.search(text)):
        return
    proof = proof_of(draft)
    for pattern in (_YEARS, _PAGES):
        for match in pattern.finditer(proof.text):
            if _rises(match["from"], match["to"]):
                at = match.start("to") - 1
                proof.emend(at, at + 1, "–", RULE)


def _rises(first: str, last: str) -> bool:
    """Whether the second number is the greater, as far as it is shortened."""
    whole = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    return int(whole) > int(first)
