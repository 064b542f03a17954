"""Brackets read as letters.

Looks for a closing bracket without its partner and for the one word before it that becomes a common one when its
first letter, which looks like a bracket, is taken away, while it is itself rare and stands but once in the text:
that letter was the bracket. The word is corrected with low certainty. Leaves alone brackets where no word or
more than one will do.

    the mills fin the valley] stood still   ->  the mills [in the valley] stood still
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import zipf
from build_edition.rules.evidence.words.proof import Proof, proof_of

RULE = "misread-bracket"
REACH = 100  # characters between the two brackets
RARE, COMMON = 4.2, 5.5  # on the Zipf scale: what the word is at the most, and what is left of it at the least
_PAIRS = {"]": ("[", "fltrIJ|1("), ")": ("(", "fltcCeI1|[{")}
_WORD = re.compile(r"(?<=\s)(?P<letter>\S)(?P<rest>[a-z]{2,})(?=\s)")


def apply(draft: Draft) -> None:
    """Restore the brackets."""
    if "]" not in draft.text and ")" not in draft.text:
        return
    proof = proof_of(draft)
    for start, end, _ in proof.blocks():
        opened, since = {"[": 0, "(": 0}, start
        for match in re.finditer(r"[\[\]()]", proof.text[start:end]):
            sign = match[0]
            if sign in opened:
                opened[sign] += 1
            elif opened[_PAIRS[sign][0]]:
                opened[_PAIRS[sign][0]] -= 1
            else:
                _restore(proof, since, start + match.start(), sign)
            since = start + match.end()


def _restore(proof: Proof, since: int, close: int, sign: str) -> None:
    """Restore the partner of `sign` at `close`, where one word alone after the last bracket can hide it."""
    bracket, letters = _PAIRS[sign]
    found = [
        match
        for match in _WORD.finditer(proof.text, max(since, close - REACH), close)
        if match["letter"] in letters and _hides(proof, match["letter"] + match["rest"], match["rest"])
    ]
    if len(found) == 1:
        at = found[0].start("letter")
        proof.emend(at, at + 1, bracket, RULE, cert="low")


def _hides(proof: Proof, word: str, rest: str) -> bool:
    rare = not word.isalpha() or (zipf(word.lower()) < RARE and proof.lexicon.folded[word.lower()] <= 1)
    return rare and zipf(rest) >= COMMON
