"""Lost characters: what some program could not decode, and left as U+FFFD.

Marks each as `suspect`, with `candidates` where its neighbours suggest some, parted by bars; what stood there
is for an editor to say.  Runs last, so that forme work and mark-up already deleted are passed over.

    a plot of \ufffd acres   ->  suspect over the sign, candidates “½|⅓|¼|⅔|¾|–|—”
    don\ufffdt               ->  suspect, candidates “’”
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft

LOST = "\ufffd"
_SUFFIX = re.compile(r"(?:s|t|d|m|re|ve|ll)\b")


def apply(draft: Draft) -> None:
    """Mark every lost character that the text still shows."""
    at = draft.text.find(LOST)
    while at >= 0:
        if draft.is_free(at, at + 1):
            draft.mark("suspect", at, at + 1, reason="lost-character", candidates=_candidates(draft.text, at))
        at = draft.text.find(LOST, at + 1)


def _candidates(text: str, at: int) -> str | None:
    """What a lost character may have been, the likeliest first, parted by bars; None where nothing helps."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isalpha() and _SUFFIX.match(text, at + 1):
        return "’"
    if before.isdigit() or (before == " " and text[max(at - 2, 0) : at - 1].isdigit()):
        return "½|⅓|¼|⅔|¾"
    if before == after == " ":
        return "½|⅓|¼|⅔|¾|–|—"
    return None
