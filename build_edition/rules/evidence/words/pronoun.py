"""The pronoun “I” where a bad scan has another sign for it: a stroke, a bracket, a figure, a letter or two.

Serves the rule of misread characters, in texts that show misread words enough and speak in the first person.
Such a sign is the pronoun where the document has what follows it after “I” elsewhere, or hardly anybody but “I”
can have it, and where what stands beside it goes well with a pronoun.

    from this, | argued that … when I argued   ->  from this, I argued that
"""

from __future__ import annotations

import re

from build_edition.rules.evidence.words.lexicon import word_set, zipf
from build_edition.rules.evidence.words.proof import Proof
from build_edition.rules.evidence.words.sequences import REACH, fitness

_SIGN = re.compile(r"(?<![^\s“‘—])(?:([|\[\]!]) ?|([1lTJLPEFf]|[ITJLFEPD][ITLPE1|]) )(?=([a-z]+)(?![\w\]]))")
_NOT_READ = word_set("II")  # a numeral
_NEVER_BEFORE = re.compile(r"(?i:\b(?:the|an?|his|her|its|my|our|your|their|of|in|at|by|for|from|with|to) )\Z")
_SHORTENED = re.compile(r"(?<![\w’'.-])([TPFJL1|])([’']?)(ve|m|ll|d)(?= [a-z])")
_RUN_ON = "TLJ1"  # what an “I” that runs on to its verb is read as
LEAST, SHARE = 10, 0.002  # how often a text in the first person says “I”, and of how many of its words
KNOWN = 2  # times that the document must have what follows after the pronoun, for a run-on three
UNUSED = 3.5  # on the Zipf scale: a word as common is not taken apart
CLOSES = 80  # characters in which a bracket is closed
FITS = 0.0  # log10: how well the neighbours must go with a pronoun


def mend(proof: Proof, rule: str, certain: frozenset[str]) -> None:
    """Correct such signs; `certain` are the verbs that hardly anybody but “I” can have."""
    if not _is_told_by_one(proof):
        return
    for match in _SIGN.finditer(proof.text):
        sign, verb = match[1] or match[2], match[3]
        if sign in _NOT_READ or (sign == "[" and "]" in proof.text[match.end() : match.end() + CLOSES]):
            continue
        known = proof.lexicon.follows("I", verb)
        if (known or verb in certain) and _fits(proof, match.start(), match.end()):
            sure = verb in certain and (match[1] is not None or known >= KNOWN) and len(sign) == 1
            proof.emend(match.start(), match.end(), "I ", rule, cert="high" if sure else "low")


def part(proof: Proof, rule: str) -> None:
    """Correct the pronoun run on to a verb that the document often has after it."""
    if not _is_told_by_one(proof):
        return
    lexicon = proof.lexicon
    for match in _SHORTENED.finditer(proof.text):
        if lexicon.counts.get(f"I’{match[3]}", 0) + lexicon.counts.get(f"I'{match[3]}", 0) >= KNOWN:
            proof.emend(match.start(), match.end(2), f"I{match[2] or '’'}", rule, cert="low")
    for word, places in lexicon.places.items():
        rest = word[1:]
        if word[0] not in _RUN_ON or not rest.islower() or zipf(word.lower()) >= UNUSED:
            continue
        if lexicon.follows("I", rest) <= max(KNOWN, len(places)):
            continue
        for number in places:
            start = lexicon.starts[number]
            if lexicon.after(number, 1) == " " and _fits(proof, start, start + 1):
                proof.emend(start, start + 1, "I ", rule, cert="low")


def _is_told_by_one(proof: Proof) -> bool:
    """Whether the text is in the first person."""
    times = proof.lexicon.counts.get("I", 0)
    return times >= max(LEAST, SHARE * len(proof.lexicon.words))


def _fits(proof: Proof, start: int, end: int) -> bool:
    """Whether a pronoun fits between what stands before `start` and after `end`."""
    before = proof.text[max(start - REACH, 0) : start]
    if _NEVER_BEFORE.search(before):
        return False
    return fitness(before, "I", proof.text[end : end + REACH]) >= FITS
