"""Misread characters: letters and figures that look alike to a machine (h/b, rn/m, l/I/1, O/0).

Looks for forms that are no word, or next to none, and that one such confusion turns into a word which the
document itself writes far more often; for a capital I inside a word, an l that begins a name, a T, l or bracket
that only the pronoun explains, and letters inside a number or figures inside a word.  A text with many misread
words teaches what its machine confuses (`evidence.readings`), and each of its rare forms is weighed by that.
Corrects where only one reading is possible and usage bears it out; the rest is a `suspect`.  Leaves alone what
another spelling could explain.

    The tbreads were spun; the threads …   ->  The threads
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import (
    Lexicon,
    is_foreign,
    is_plausible,
    like,
    unowned,
    word_set,
    zipf,
)
from build_edition.rules.evidence.words.proof import Proof, proof_of
from build_edition.rules.evidence.words.readings import Reading, readings_of, sure
from build_edition.rules.evidence.words.slips import slips

RULE = "misread-character"
REASON = "misread"
_FIGURES = re.compile(r"\d+")
_MIXED = re.compile(r"(?<![\w.,/–-])[^\W_]{2,12}(?![\w–/-])")
_AS_FIGURES = str.maketrans("lIOo", "1100")
_AS_LETTERS = str.maketrans("10", "lo")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
AT_MOST = 20  # times: what stands oftener is no slip
LONG, LISTED = 5, 3.0  # letters from which a word that is used at all is never taken for a slip
EVERYDAY = 5.0  # on the Zipf scale: a commoner word is never taken for a slip of another
_I_DO = word_set(
    """am have had was do did will would shall should can could may might must cannot think thought know knew
    believe say said saw see find found feel felt went came take took ask asked hope fear wish pity grant
    confess admit deny suppose heard remember understand mean wrote write shared noticed stood sat got get met
    ought don’t didn’t won’t can’t couldn’t shouldn’t wouldn’t haven’t hadn’t dropped turned looked began tried
    bought"""
)
_BEFORE_I = word_set("“ ‘ \" '") | {" ", "\n", "—", ""}
_BRACKET_I = re.compile(r"\[(?<![^\s“‘\"']\[)([a-z]+)(?![\w\]])")
_AND_FOLLOWING = re.compile(r"\d (?:and |et |& )?(s[gq¢]{1,2})(?=[.,;)])")
UNUSED = 2.0  # on the Zipf scale: a rarer form is no word beside two common ones
OFTEN = 3  # times that the document must have the word itself


def apply(draft: Draft) -> None:
    """Correct characters that were certainly misread, and mark those that may have been."""
    proof = proof_of(draft)
    _explained(proof)
    _slips(proof)
    _capital_i(proof)
    _names(proof)
    _lone_letters(proof)
    _bracket_i(proof)
    _and_following(proof)
    _figures(proof)


def _explained(proof: Proof) -> None:
    """Correct and mark what the confusions of a text explain, once it shows what they are."""
    lexicon = proof.lexicon
    readings = readings_of(lexicon)
    if not readings.is_noisy:
        return
    for word, places in lexicon.places.items():
        if len(places) > AT_MOST:
            continue
        at = 0
        for part in word.split("-"):
            base = unowned(part)
            if is_plausible(base, 2) and base[1:].islower() and _may_be_misread(lexicon, base.lower()):
                _explain(proof, places, at, base, readings.of(base))
            at += len(part) + 1


def _may_be_misread(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is rare enough here and elsewhere, or short enough, to be another misread."""
    return lexicon.parts[word] <= AT_MOST and zipf(word) < (EVERYDAY if len(word) < LONG else LISTED)


def _explain(proof: Proof, places: list[int], at: int, base: str, found: list[Reading]) -> None:
    """Correct or mark a part of a word, `at` letters into it, wherever it stands."""
    if not found:
        return
    lexicon = proof.lexicon
    best = sure(found)
    often = best is not None and (lexicon.parts[best.word] >= len(places) or zipf(best.word) >= EVERYDAY)
    for number in places:
        start = lexicon.starts[number] + at
        if is_foreign(lexicon, number) or proof.text[start - 1 : start].isalnum():
            continue
        shown = [_in_place(lexicon, number, base, reading.word) for reading in found[:3]]
        if often or (best is not None and len(places) < OFTEN):
            proof.emend(start, start + len(base), shown[0], RULE)
        else:
            proof.suspect(start, start + len(base), REASON, tuple(shown), "Letters that this text has misread.")


def _in_place(lexicon: Lexicon, number: int, base: str, meant: str) -> str:
    """What is meant, with a capital where that is none of the misread letter."""
    if base[0].isupper() and base[0].lower() != meant[0] and lexicon.commonest(meant).islower():
        before = lexicon.before(number, 2)
        if len(before) == 2 and before[0].islower() and before[1] == " ":
            return meant
    return like(base, meant)


def _slips(proof: Proof) -> None:
    """Correct and mark the slips of a text."""
    lexicon = proof.lexicon
    for slip in slips(lexicon):
        for number in lexicon.places[slip.word]:
            start, end = lexicon.starts[number], lexicon.end(number)
            if is_foreign(lexicon, number):
                continue
            if slip.certain:
                proof.emend(start, end, slip.reading, RULE)
            else:
                evidence = f"The document has “{slip.meant}” {slip.times} times."
                proof.suspect(start, end, REASON, (slip.reading,), evidence)


def _capital_i(proof: Proof) -> None:
    """Correct a capital I that stands for an l inside a word, or begins one that only an l makes a word."""
    lexicon = proof.lexicon
    for word in [word for word in lexicon.counts if "I" in word and not word.isupper() and word.isalpha()]:
        meant = word.replace("I", "l")
        inside = "I" in word[1:] and not any(c.isupper() and c != "I" for c in word[1:])
        if zipf(meant) < 3.5 or zipf(word.lower()) > (2.0 if not inside else zipf(meant) - 1.0):
            continue
        for number in lexicon.places[word]:
            proof.emend(lexicon.starts[number], lexicon.end(number), meant, RULE)


def _names(proof: Proof) -> None:
    """Correct an l that begins a name, where an I makes a commoner one and a capital follows each time."""
    lexicon = proof.lexicon
    for word in [word for word in lexicon.counts if word[0] == "l" and word.isalpha() and word.islower()]:
        meant = "I" + word[1:]
        if len(word) < 3 or lexicon.counts[word] > 3 or zipf(meant.lower()) < max(zipf(word) + 0.5, 2.0):
            continue
        for number in lexicon.places[word]:
            following = lexicon.words[number + 1 : number + 2]
            if following and following[0][:1].isupper() and lexicon.after(number, 1) == " ":
                proof.emend(lexicon.starts[number], lexicon.starts[number] + 1, "I", RULE)


def _lone_letters(proof: Proof) -> None:
    """Correct a T, L, J or l where only the pronoun can stand; mark a lone T or l in a sentence."""
    lexicon = proof.lexicon
    for letter in ("T", "l"):
        for number in lexicon.places.get(letter, []):
            before, after, end = lexicon.before(number, 2), lexicon.after(number, 2), lexicon.end(number)
            if after[:1] != " " or not after[1:].islower():
                continue
            if lexicon.words[number + 1] in _I_DO and before[1:] in _BEFORE_I:
                proof.emend(end - 1, end, "I", RULE)
            elif len(before) == 2 and before[0].islower() and before[1] == " ":
                proof.suspect(end - 1, end, REASON, ("I", "‘I’"), "A lone letter, where “I” would fit.")
    for word, places in lexicon.places.items():
        if word[0] in "TLJI" and word[1:] in _I_DO and zipf(word.lower()) < UNUSED:
            for number in places:
                after = lexicon.after(number, 2)
                if lexicon.before(number, 1) in _BEFORE_I and after[:1] == " " and after[1:].islower():
                    proof.emend(lexicon.starts[number], lexicon.starts[number] + 1, "I ", RULE)


def _bracket_i(proof: Proof) -> None:
    """Correct a square bracket that nothing closes and that stands for the I of a word or for the pronoun."""
    lexicon = proof.lexicon
    for match in _BRACKET_I.finditer(proof.text):
        if "]" in proof.text[match.end() : match.end() + 80]:
            continue
        if lexicon.counts.get(f"I{match[1]}", 0) >= OFTEN:
            proof.emend(match.start(), match.start() + 1, "I", RULE)
        elif match[1] in _I_DO:
            proof.emend(match.start(), match.start() + 1, "I ", RULE)


def _and_following(proof: Proof) -> None:
    """Correct what stands after the number of a page for `sq.` or `sqq.`, and can be nothing else."""
    for match in _AND_FOLLOWING.finditer(proof.text):
        proof.emend(match.start(1), match.end(1), "s" + "q" * (len(match[1]) - 1), RULE)


def _figures(proof: Proof) -> None:
    """Correct letters in a year; other mixtures of letters and figures are suspects where a word explains them."""
    for match in _mixtures(proof.text):
        token = match[0]
        year = token.translate(_AS_FIGURES)
        if _YEAR.fullmatch(year) and sum(c.isdigit() for c in token) >= 2:
            proof.emend(match.start(), match.end(), year, RULE)
            continue
        letters = token.translate(_AS_LETTERS)
        if letters.isalpha() and not token[-1].isdigit() and zipf(letters.lower()) >= 4.0 and len(token) > 2:
            if proof.lexicon.folded[letters.lower()] >= OFTEN:
                proof.emend(match.start(), match.end(), letters, RULE)
            else:
                proof.suspect(match.start(), match.end(), REASON, (letters,), "A figure stands in a word.")


def _mixtures(text: str) -> Iterator[re.Match[str]]:
    """Every word that holds both letters and figures."""
    done = 0
    for figures in _FIGURES.finditer(text):
        start, end = figures.span()
        if start < done or not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()):
            continue
        while start > done and text[start - 1].isalnum():
            start -= 1
        match = _MIXED.match(text, start)
        if match is not None:
            yield match
            done = match.end()
