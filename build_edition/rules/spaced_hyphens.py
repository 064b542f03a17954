"""Compounds whose hyphens or dashes stand between spaces.

Looks for two or more hyphens in succession, a space on each side and one small word between, in a text whose
dashes are longer: a dash never parts every single word. The spaces go. Leaves alone a single spaced hyphen,
which may be a dash, and the rows of figures, names and signs that are set so. A lone spaced dash between two
names that have one article before and one noun after them is a `suspect`.

    his out - of - the - way mill – and hers   ->  his out-of-the-way mill – and hers
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import word_set
from build_edition.rules.evidence.words.proof import Proof, proof_of

RULE = "spaced-hyphen"
REASON = "spacing"
AROUND = 200  # characters in which the other of two dashes stands
_CHAIN = re.compile(r"(?<![\w-])[^\W\d_]+(?: - [a-z]{1,9}){2,5}(?! -|[\w-])")
_NAMES = re.compile(r"\b(?:[Tt]he|[Tt]his|[Aa]n?|their) (?P<pair>[A-Z][a-z]+ – [A-Z][a-z]+) (?P<noun>[a-z]{3,})")
_NO_NOUN = word_set(
    """the was were had has have would will could should did does may might must can and but for who that with from
    which when where not never then also only said says are into upon over after before like being"""
)
_SPACED = re.compile(r" - ")


def apply(draft: Draft) -> None:
    """Close up these compounds, and mark those of two names."""
    if " – " in draft.text:
        _names(proof_of(draft))
    if draft.text.count(" - ") < 2:
        return
    proof = proof_of(draft)
    if sum(map(proof.text.count, "–—")) < proof.text.count(" - ") / 3:
        return  # its dashes are hyphens
    for chain in _CHAIN.finditer(proof.text):
        for match in _SPACED.finditer(proof.text, chain.start(), chain.end()):
            proof.emend(match.start(), match.end(), "-", RULE)


def _names(proof: Proof) -> None:
    """Mark lone dashes between two names that are one compound, as it seems."""
    for match in _NAMES.finditer(proof.text):
        before = re.split(r"[.!?;\n] ?", proof.text[max(match.start() - AROUND, 0) : match.start()])[-1]
        after = re.split(r"[.!?;\n]", proof.text[match.end() : match.end() + AROUND])[0]
        paired = " – " in before or " – " in after
        if match["noun"] not in _NO_NOUN and not paired:
            tight = match["pair"].replace(" – ", "–")
            evidence = "One article and one noun hold the two names together."
            proof.suspect(*match.span("pair"), REASON, (tight,), evidence)
