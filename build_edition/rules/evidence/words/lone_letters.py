"""Lone letters: a T, l, J or bracket that only the pronoun explains, and an m or u that stands for a small word.

Serves the rule of misread characters, for which it corrects and marks what it finds.  Before a verb that hardly
anybody else can have, or that the document has after a pronoun elsewhere, such a sign at the head of a clause is
“I”; elsewhere it is a `suspect`.

    she said “l think so”   ->  “I think so”
"""

from __future__ import annotations

import re

from build_edition.rules.evidence.words.commas import kind_of
from build_edition.rules.evidence.words.lexicon import Lexicon, word_set, zipf
from build_edition.rules.evidence.words.proof import Proof

UNUSED = 2.0  # on the Zipf scale: a rarer form is no word
OFTEN = 3  # times that the document must have the word itself
I_DO = word_set(
    """am have had was do did will would shall should can could may might must cannot think thought know knew
    believe say said saw see find found feel felt went came take took ask asked hope fear wish pity grant
    confess admit deny suppose heard remember understand mean wrote write shared noticed stood sat got get met
    ought don’t didn’t won’t can’t couldn’t shouldn’t wouldn’t haven’t hadn’t dropped turned looked began tried
    bought"""
)
_PRONOUNS = ("I", "he", "He", "they", "They", "we", "We", "she", "She")
_BEFORE_I = word_set("“ ‘ \" '") | {" ", "\n", "—", ""}
_BRACKET_I = re.compile(r"\[(?<![^\s“‘\"']\[)([a-z]+)(?![\w\]])")
_SMALL = {"m": "in", "u": "a"}
_FEW = 9  # times that a text has such a letter by itself; one that has it oftener speaks of it


def mend(proof: Proof, rule: str, reason: str) -> None:
    """Correct what only the pronoun explains, and mark what else stands alone."""
    _capitals(proof, rule, reason)
    _small(proof, reason)
    _run_on(proof, rule)
    _brackets(proof, rule)


def _capitals(proof: Proof, rule: str, reason: str) -> None:
    """Correct a T, L, J or l where only the pronoun can stand; mark it elsewhere in a sentence."""
    lexicon = proof.lexicon
    for letter in ("T", "l", "J", "L"):
        seen: dict[str, int] = {}
        for number in lexicon.places.get(letter, []):
            before, after, end = lexicon.before(number, 2), lexicon.after(number, 2), lexicon.end(number)
            if after[:1] != " " or not after[1:].islower():
                continue
            following = lexicon.words[number + 1]
            seen[following] = seen.get(following, 0) + 1
            pronoun = following in I_DO or (seen[following] == 1 and _is_said(lexicon, number))
            if before[1:] in _BEFORE_I and pronoun:
                proof.emend(end - 1, end, "I", rule)
            elif before[1:] in "“‘" or (before[-1:] == " " and (before[0].islower() or before[0] in ",;—")):
                proof.suspect(end - 1, end, reason, ("I", "‘I’"), "A lone letter, where “I” would fit.")


def _small(proof: Proof, reason: str) -> None:
    """Mark an m or u between two words in small letters."""
    lexicon = proof.lexicon
    for letter, word in _SMALL.items():
        places = lexicon.places.get(letter, [])
        for number in places if len(places) <= _FEW else ():
            before, after = lexicon.before(number, 2), lexicon.after(number, 2)
            if (
                before[1:] == " " == after[:1]
                and (before[0].islower() or before[0] == ",")
                and after[1:].isalpha()
            ):
                start = lexicon.starts[number]
                proof.suspect(start, start + 1, reason, (word,), f"A lone letter, where “{word}” would fit.")


def _run_on(proof: Proof, rule: str) -> None:
    """Correct the pronoun run on to its verb."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        if word[0] in "TLJI" and word[1:] in I_DO and zipf(word.lower()) < UNUSED:
            for number in places:
                after = lexicon.after(number, 2)
                if lexicon.before(number, 1) in _BEFORE_I and after[:1] == " " and after[1:].islower():
                    proof.emend(lexicon.starts[number], lexicon.starts[number] + 1, "I ", rule)


def _is_said(lexicon: Lexicon, number: int) -> bool:
    """Whether a word opens a clause, and the document has what follows it after a pronoun elsewhere."""
    following, goes_on = lexicon.words[number + 1], lexicon.before(number, 2)[:1].isalnum()
    if len(following) < 3 or (goes_on and kind_of(lexicon.words[number - 1]) != "conj"):
        return False
    return any(lexicon.follows(pronoun, following) for pronoun in _PRONOUNS)


def _brackets(proof: Proof, rule: str) -> None:
    """Correct a square bracket that nothing closes and that stands for the I of a word or for the pronoun."""
    lexicon = proof.lexicon
    for match in _BRACKET_I.finditer(proof.text):
        if "]" in proof.text[match.end() : match.end() + 80]:
            continue
        if lexicon.counts.get(f"I{match[1]}", 0) >= OFTEN:
            proof.emend(match.start(), match.start() + 1, "I", rule)
        elif match[1] in I_DO:
            proof.emend(match.start(), match.start() + 1, "I ", rule)
