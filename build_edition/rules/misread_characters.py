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

import math
import re
from collections.abc import Iterator

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.commas import LISTED as SMALL
from build_edition.rules.evidence.words.lexicon import (
    Lexicon,
    begins_sentence,
    is_foreign,
    is_plausible,
    like,
    unowned,
    zipf,
)
from build_edition.rules.evidence.words.lone_letters import I_DO
from build_edition.rules.evidence.words.lone_letters import mend as mend_lone_letters
from build_edition.rules.evidence.words.near_words import is_derived
from build_edition.rules.evidence.words.pronoun import mend as mend_pronoun
from build_edition.rules.evidence.words.pronoun import part as part_pronoun
from build_edition.rules.evidence.words.proof import Proof, proof_of
from build_edition.rules.evidence.words.readings import Reading, Readings, probable, readings_of, sure
from build_edition.rules.evidence.words.slips import slips

RULE = "misread-character"
REASON = "misread"
_FIGURES = re.compile(r"\d+")
_MIXED = re.compile(r"(?<![\w.,/–-])[^\W_]{2,12}(?![\w–/-])")
_AS_FIGURES = str.maketrans("lIOo", "1100")
_AS_LETTERS = str.maketrans("10", "lo")
_NO_FIGURES = str.maketrans("", "", "0123456789")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|d|th)", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
AT_MOST = 20  # times: what stands oftener is no slip
LONG, LISTED = 5, 3.0  # letters from which a word that is used at all is never taken for a slip
COMMON = 4.0  # on the Zipf scale: what an unknown form with a speck may be
EVERYDAY = 5.0  # on the Zipf scale: a commoner word is never taken for a slip of another
_AND_FOLLOWING = re.compile(r"\d (?:and |et |& )?(s[gq¢]{1,2})(?=[.,;)])")
_OTHERS = {"I": "l", "T": "I"}  # what a capital that begins no word may be
UNUSED = 2.0  # on the Zipf scale: a rarer form is no word beside two common ones
INNER, LETTERS = 2.5, 3  # on the Zipf scale: a word as common, of so many letters, has no capital inside
OFTEN = 3  # times that the document must have the word itself
SELDOM = 2.0  # on the Zipf scale: what is so much rarer than another word is hardly meant
FAR = 5  # times as often as a doubtful word that stands oftener
_INNER_CAPITAL = re.compile(r"[a-z][ISOCVWXZU]")  # an l, two of them, or letters that have one shape
_NO_CAPITALS = str.maketrans(dict(zip("ISOCVWXZU", ("l", *"socvwxz", "ll"), strict=True)))


def apply(draft: Draft) -> None:
    """Correct characters that were certainly misread, and mark those that may have been."""
    proof = proof_of(draft)
    noisy = readings_of(proof.lexicon).is_noisy
    if noisy:
        part_pronoun(proof, RULE)
    _explained(proof)
    _slips(proof)
    _capital_i(proof)
    _names(proof)
    mend_lone_letters(proof, RULE, REASON)
    if noisy:
        mend_pronoun(proof, RULE, I_DO)
    _accents(proof)
    _and_following(proof)
    _figures(proof)


def _explained(proof: Proof) -> None:
    """Correct and mark what the confusions of a text explain, once it shows what they are."""
    lexicon = proof.lexicon
    readings = readings_of(lexicon)
    if not readings.is_noisy:
        return
    for word, places in lexicon.places.items():
        if (len(places) > AT_MOST and not _is_always_misread(readings, word)) or _is_torn(lexicon, word):
            continue
        at = 0
        for part in word.split("-"):
            base = unowned(part)
            if (
                is_plausible(base, 2 if part == word else 3)
                and base[1:].islower()
                and _may_be_misread(lexicon, base.lower())
            ):
                _explain(proof, places, at, base, readings.of(base))
            at += len(part) + 1


def _is_always_misread(readings: Readings, word: str) -> bool:
    """Whether what is hardly a word stands often, for one of every day has letters that this text confuses."""
    best = sure(readings.of(word)) if word.isalpha() and word.islower() and zipf(word) < LISTED else None
    return best is not None and zipf(best.word) >= EVERYDAY


def _is_torn(lexicon: Lexicon, word: str) -> bool:
    """Whether a hyphen only parts a word, so that its parts are none."""
    joined = word.replace("-", "").lower()
    return joined != word.lower() and (lexicon.folded[joined] > 0 or zipf(joined) >= INNER)


def _may_be_misread(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is rare enough here and elsewhere, or short enough, to be another misread."""
    seldom = lexicon.parts[word] <= AT_MOST or zipf(word) < LISTED
    return seldom and zipf(word) < (EVERYDAY if len(word) < LONG else LISTED)


def _explain(proof: Proof, places: list[int], at: int, base: str, found: list[Reading]) -> None:
    """Correct or mark a part of a word, `at` letters into it, wherever it stands."""
    if not found:
        return
    lexicon = proof.lexicon
    best = None if is_derived(base.lower()) else sure(found)
    often = best is not None and (lexicon.parts[best.word] >= len(places) or zipf(best.word) >= EVERYDAY)
    for number in places:
        start = lexicon.starts[number] + at
        if not proof.is_whole(number) or is_foreign(lexicon, number) or proof.text[start - 1 : start].isalnum():
            continue
        shown = [_in_place(lexicon, number, base, reading.word) for reading in found[:3]]
        name = base[0].isupper() and not lexicon.parts[found[0].word] and not begins_sentence(lexicon, number)
        if name and best is not None:
            proof.emend(start, start + len(base), shown[0], RULE, cert="low")
        elif often or (best is not None and len(places) < OFTEN):
            cert = "high" if len(places) <= AT_MOST else "low"
            proof.emend(start, start + len(base), shown[0], RULE, cert=cert)
        elif best is None and probable(lexicon, number, base, found):
            proof.emend(start, start + len(base), shown[0], RULE, cert="low")
        elif len(places) <= OFTEN or found[0].plain or lexicon.parts[found[0].word] >= FAR * len(places):
            proof.suspect(start, start + len(base), REASON, tuple(shown), "Letters that this text has misread.")


def _in_place(lexicon: Lexicon, number: int, base: str, meant: str) -> str:
    """What is meant, with a capital where that is none of the misread letter, or the misread letter is an I."""
    if base[0] == "l" and meant[0] == "i":
        capital = begins_sentence(lexicon, number) or lexicon.commonest(meant)[0].isupper()
        return meant.capitalize() if capital else meant
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
            if not proof.is_whole(number) or is_foreign(lexicon, number):
                continue
            if slip.certain:
                proof.emend(start, end, slip.reading, RULE)
            else:
                evidence = f"The document has “{slip.meant}” {slip.times} times."
                proof.suspect(start, end, REASON, (slip.reading,), evidence)


def _capital_i(proof: Proof) -> None:
    """Correct a capital I that stands for an l inside a word, or begins one that only an l makes a word.

    Inside a word a capital that is but a larger letter is that letter, where the document has the word so.
    """
    lexicon = proof.lexicon
    for word in [word for word in lexicon.counts if not (word.islower() or word.isupper()) and word.isalpha()]:
        if _INNER_CAPITAL.search(word):
            _inner_capital(proof, word)
        elif word[0] in _OTHERS:
            meant = _OTHERS[word[0]] + word[1:]
            if word[1:].islower() and zipf(meant.lower()) >= 3.5 and zipf(word.lower()) <= UNUSED:
                _correct(proof, word, meant)


def _inner_capital(proof: Proof, word: str) -> None:
    """Correct the capitals inside a word that is common without them, or that the document has."""
    meant = word[0] + word[1:].translate(_NO_CAPITALS)
    if not meant[1:].islower() or (len(meant) < LETTERS and meant not in SMALL):
        return
    low, own = meant.lower(), proof.lexicon.counts.get(meant, 0)
    known = zipf(low) >= INNER and (low == word.lower() or zipf(low) > zipf(word.lower()))
    if ("I" in word[1:] and (known or own)) or own or (known and word[0].islower()):
        _correct(proof, word, meant)


def _correct(proof: Proof, word: str, meant: str) -> None:
    """Correct a word wherever it stands."""
    for number in proof.lexicon.places[word]:
        proof.emend(proof.lexicon.starts[number], proof.lexicon.end(number), meant, RULE)


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


def _accents(proof: Proof) -> None:
    """Correct an é that is a speck above an e: with it the word is none, without it one of the document."""
    if "é" not in proof.text:
        return
    lexicon = proof.lexicon
    for word in [word for word in lexicon.counts if "é" in word and lexicon.counts[word] < OFTEN]:
        at = 0
        for part in word.split("-"):
            meant = part.replace("é", "e")
            if meant != part and _is_speckled(lexicon, part.lower(), meant.lower()):
                for number in lexicon.places[word]:
                    if not is_foreign(lexicon, number):
                        start = lexicon.starts[number] + at
                        # At the end it may be a French participle.
                        cert = "low" if part.endswith("é") else "high"
                        proof.emend(start, start + len(part), meant, RULE, cert=cert)
            elif meant != part and _may_be_speckled(part.lower(), meant.lower()):
                for number in lexicon.places[word]:
                    if not is_foreign(lexicon, number):
                        start = lexicon.starts[number] + at
                        proof.suspect(
                            start, start + len(part), REASON, (meant,), "It is common without the accent."
                        )
            at += len(part) + 1


def _may_be_speckled(word: str, meant: str) -> bool:
    """Whether a word with an accent is rare, and one of every day without it."""
    if not zipf(word) and len(word) >= LONG:
        return zipf(meant) >= COMMON
    return zipf(meant) >= EVERYDAY and zipf(word) < (LISTED if len(word) < LONG else UNUSED)


def _is_speckled(lexicon: Lexicon, word: str, meant: str) -> bool:
    """Whether a word with an accent is none, and one of the document or of every day without it."""
    often = lexicon.folded[meant] > 0 or zipf(meant) >= EVERYDAY
    return often and not zipf(word) and zipf(meant) >= LISTED


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
        if not letters.isalpha() or len(token) < 3 or _ORDINAL.fullmatch(token) or _may_be_call(token, letters):
            continue
        own, used = proof.lexicon.folded[letters.lower()], zipf(letters.lower())
        inside = token[-1].isalpha() and token[1:].translate(_NO_FIGURES).islower()
        if (used >= COMMON and own >= OFTEN) or (inside and (own or used >= LISTED)):
            proof.emend(match.start(), match.end(), letters, RULE)
        elif used >= (INNER if inside else COMMON):
            proof.suspect(match.start(), match.end(), REASON, (letters,), "A figure stands in a word.")


def _may_be_call(token: str, letters: str) -> bool:
    """Whether the figure at the end of a word may be the call of a note: the word is one without it."""
    if not token[-1].isdigit():
        return False
    word = zipf(token[:-1].lower()) if token[:-1].isalpha() else math.inf
    return word >= LISTED and zipf(letters.lower()) < word + SELDOM


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
