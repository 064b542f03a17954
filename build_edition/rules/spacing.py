"""Spacing: spaces lost and gained, words and stops set twice.

Where the document sets its dashes and ellipses in one way nearly always, the few that differ are corrected;
so are a space inside a range of figures, a small word or a comma set twice, a word parted where its halves are
none, and two common words run together that the document has apart.  What is less certain is a `suspect`.  Leaves
alone conventions that the document follows itself.

    the looms —all of them— and in the the valley   ->  the looms—all of them—and in the valley
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import (
    is_foreign,
    is_plausible,
    unowned,
    word_set,
    zipf,
)
from build_edition.rules.evidence.words.parting import gained, lost
from build_edition.rules.evidence.words.proof import Proof, proof_of
from build_edition.rules.evidence.words.readings import readings_of
from build_edition.rules.evidence.words.stops import misread_stops
from build_edition.word_frequencies import frequencies

RULE = "spacing"
DOUBLED = "doubled"
REASON = "spacing"
MOSTLY = 0.95  # share of a convention's instances from which the rest are slips
NOISE = 2.7  # on the Zipf scale: in a noisy text a rarer form may be two words
HALF, ONE = 10 ** (5.0 - 9), 10 ** (2.0 - 9)  # shares of all words: a half has less, and what two make has more
FEW = 4  # times that the document has a half
PERHAPS, PARTED, GLUED, CAPITAL = (
    0.5,
    2.5,
    1.5,
    1.7,
)  # log-odds of a space perhaps gained, of one gained, of one lost, and of one in what may be a name
RARE, UNUSED = 2.5, 2.0  # on the Zipf scale: a rarer form may be two words; and is no word of its own
CLEAR = 3.0  # log-odds that leave no doubt
JOINT = 4  # letters of the longest joint
ENOUGH = 10  # instances from which a convention is known
_TWICE = word_set("the a an of and or from with by its their our")
_MEANT_TWICE = word_set("that had very much long far now here there")
_JOINTS = word_set("a the of and to in that with for by from is was it he his him not as on be at all more")
_STOPS_TWICE = re.compile(r"([,;:])\1(?=\s)")
_WITH_ARTICLE = word_set(
    "ina ofa toa fora asa isa bya witha wasa ata ona thata anda buta sucha nota hasa hada intoa"
)
_EITHER = word_set("percent forever anyone everyone someone today tomorrow tonight cannot")  # as one or as two
_OUTER = word_set(",”’)]“‘([")


@dataclass(frozen=True)
class _Sign:
    """A dash or ellipsis between words: the spaces before and after it, by offsets into the reading text."""

    start: int  # of the space before it, if any
    end: int  # after the space after it, if any
    before: bool
    after: bool
    following: str  # the character after all


def apply(draft: Draft) -> None:
    """Correct spaces and what is set twice, and mark what may be wrong."""
    proof = proof_of(draft)
    _dashes(proof)
    _ranges(proof)
    _ellipses(proof)
    _stops_twice(proof)
    _twice(proof)
    _parted_words(proof)
    _run_together(proof, noisy=bool(misread_stops(proof.text)))


def _signs(text: str, sign: str) -> list[_Sign]:
    """Every such sign between two words, with at most one space on each side."""
    found = []
    at = text.find(sign)
    while at >= 0:
        before, after = text[at - 1 : at] == " ", text[at + 1 : at + 2] == " "
        start, end = at - before, at + 1 + after
        left, right = text[start - 1 : start], text[end : end + 1]
        if (left.isalpha() or left in _OUTER) and (right.isalpha() or right in _OUTER) and left and right:
            found.append(_Sign(start, end, before, after, right))
        at = text.find(sign, at + 1)
    return found


def _dashes(proof: Proof) -> None:
    """Close up dashes where nearly all are tight, and those read twice."""
    found = _signs(proof.text, "—")
    tight = sum(not sign.before and not sign.after for sign in found)
    if tight >= ENOUGH and tight >= MOSTLY * len(found):
        for sign in found:
            proof.emend(sign.start, sign.end, "—", RULE)
    for twice in (" - – ", " – - "):
        at = proof.text.find(twice)
        while at >= 0:
            proof.emend(at, at + len(twice), " – ", DOUBLED)
            at = proof.text.find(twice, at + 1)


def _ranges(proof: Proof) -> None:
    """Close up ranges of figures that have a space on one side."""
    text = proof.text
    at = text.find("–")
    while at >= 0:
        near, far = text[max(at - 2, 0) : at], text[at + 1 : at + 3]
        if near[-1:].isdigit() and far[:1] == " " and far[1:].isdigit():
            proof.emend(at + 1, at + 2, "", RULE)
        elif near[-1:] == " " and near[:1].isdigit() and far[:1].isdigit():
            proof.emend(at - 1, at, "", RULE)
        at = text.find("–", at + 1)


def _ellipses(proof: Proof) -> None:
    """Set ellipses as the document does: before small letters and before capitals each in its own way."""
    found = [sign for sign in _signs(proof.text, "…") if sign.following.isalpha()]
    tight = sum(not sign.before for sign in found)
    if len(found) < ENOUGH or tight < 0.9 * len(found):
        return
    spaced: dict[bool, str] = {}
    for capital in (False, True):
        kind = [sign for sign in found if sign.following.isupper() == capital and not sign.before]
        share = sum(sign.after for sign in kind) / len(kind) if len(kind) >= ENOUGH else 0.5
        if not 0.1 < share < 0.9:
            spaced[capital] = " " if share >= 0.9 else ""
    for sign in found:
        after = spaced.get(sign.following.isupper())
        if sign.before and after is not None:
            proof.emend(sign.start, sign.end, f"…{after}", RULE)


def _stops_twice(proof: Proof) -> None:
    """Delete a comma, colon or semicolon read twice."""
    for match in _STOPS_TWICE.finditer(proof.text):
        if proof.text[max(match.start() - 3, 0) : match.start()].islower():  # not after figures or initials
            proof.emend(match.start() + 1, match.end(), "", DOUBLED)


def _twice(proof: Proof) -> None:
    """Delete a small word set twice; mark others."""
    lexicon, text = proof.lexicon, proof.text
    words = lexicon.words
    for number in [at for at in range(len(words) - 1) if words[at] == words[at + 1]]:
        word = words[number]
        if not word.islower() or not lexicon.stand_together(number):
            continue
        if word in (lexicon.words[number - 1 : number] + lexicon.words[number + 2 : number + 3]):  # a refrain
            continue
        start, end = lexicon.starts[number + 1], lexicon.end(number + 1)
        if word in _TWICE and text[end : end + 1] == " ":
            proof.emend(start, end + 1, "", DOUBLED)
        elif len(word) > 2 and word not in _MEANT_TWICE and not is_foreign(lexicon, number):
            proof.suspect(start, end, DOUBLED, (), "The word stands twice.")


def _parted_words(proof: Proof) -> None:
    """Join two halves that make a common word, one of them rare here; mark those that may."""
    lexicon, known = proof.lexicon, frequencies()
    words, folded = lexicon.words, lexicon.folded
    for word, places in lexicon.places.items():
        if len(places) > FEW or not word[1:].islower() or known.get(word.lower(), 0.0) >= HALF:
            continue
        if not is_plausible(word):
            continue
        for number in places:
            for first in (number - 1, number):
                if not 0 <= first < len(words) - 1 or not words[first + 1].islower():
                    continue
                joined = (words[first] + unowned(words[first + 1])).lower()
                if known.get(joined, 0.0) >= ONE or folded.get(joined, 0) > 1:
                    _join(proof, first, folded[joined])


def _join(proof: Proof, first: int, times: int) -> None:
    """Join a word with the next, if they are one, which the document has so many times."""
    lexicon = proof.lexicon
    left, right = lexicon.words[first], unowned(lexicon.words[first + 1])
    if not (left.isalpha() and right.islower() and right.isalpha() and lexicon.stand_together(first)):
        return
    if first in proof.settled or (left + right).lower() in _EITHER:
        return
    odds = gained(lexicon, left, right)
    foreign = odds < CLEAR and (is_foreign(lexicon, first) or is_foreign(lexicon, first + 1))
    apart = lexicon.follows(left, lexicon.words[first + 1]) if odds > 0 else 0
    if odds < PERHAPS or foreign or apart > max(1, times / FEW):
        return
    if odds >= PARTED:
        proof.emend(lexicon.end(first), lexicon.end(first) + 1, "", RULE)
        proof.settled |= {first, first + 1}
    else:
        evidence = f"The two words may be one, “{left}{right}”."
        shown = f"{left}{lexicon.words[first + 1]}"
        proof.suspect(lexicon.starts[first], lexicon.end(first + 1), REASON, (shown,), evidence)


def _run_together(proof: Proof, *, noisy: bool) -> None:
    """Part two common words run together, where the document has them side by side elsewhere.

    In a text that loses its commas, spaces are lost between short words too.
    """
    lexicon = proof.lexicon
    shortest, rare = (3, NOISE) if noisy else (6, 1.5)
    for word, places in lexicon.places.items():
        if len(places) > 2 or not is_plausible(word, shortest) or not word[1:].islower():
            continue
        if zipf(word.lower()) >= rare or (len(word) < 6 and not word.islower()):
            continue
        ends = [at for at in range(1, len(word)) if at <= JOINT or at >= len(word) - JOINT]
        at = next((at for at in ends if _are_two(proof, word[:at], word[at:])), 0)
        if not at or (noisy and readings_of(lexicon).of(word)):  # it may be one word, misread
            continue
        _part(proof, places, at, "high")
    _glued_words(proof)
    for word in _WITH_ARTICLE:
        places = lexicon.places.get(word, [])
        if places and len(places) <= 2 and (noisy or zipf(word) < UNUSED):
            shown = [number for number in places if lexicon.after(number, 2)[1:].islower()]
            _part(proof, shown, len(word) - 1, "high")


def _glued_words(proof: Proof) -> None:
    """Part what no list has into two common words, of which one is small, and that go together."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        if len(places) > 2 or not is_plausible(word, 4) or not word[1:].islower() or zipf(word.lower()) >= RARE:
            continue
        at, odds = lost(lexicon, word)
        if at and odds >= (GLUED if word.islower() and len(word) > 4 else CAPITAL):
            _part(proof, places, at, "high" if odds >= CLEAR else "low")


def _part(proof: Proof, places: list[int], at: int, cert: str) -> None:
    """Part a word where it stands, unless more than a space is wrong there."""
    lexicon = proof.lexicon
    for number in places:
        word = lexicon.words[number]
        twice = word[:at] == lexicon.words[number - 1]  # as `a amonth`, where more than a space is wrong
        if proof.word_span(number) is None or twice or is_foreign(lexicon, number) or number in proof.settled:
            continue
        if proof.emend(lexicon.starts[number] + at, lexicon.starts[number] + at, " ", RULE, cert=cert):
            proof.settled.add(number)


def _are_two(proof: Proof, left: str, right: str) -> bool:
    """Whether these are two common words that the document has side by side."""
    if left.lower() not in _JOINTS and right not in _JOINTS:
        return False
    return min(zipf(left.lower()), zipf(right)) >= 4.0 and proof.lexicon.follows(left, right) > 0
