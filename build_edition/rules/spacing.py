"""Spacing and stops: spaces lost and gained, stray stops, words and stops set twice.

Where the document sets its dashes and ellipses in one way nearly always, the few that differ are corrected;
so are a space inside a range of figures, a stop after a word that ends no sentence before a small letter, one lost
between the call of a note and a word that opens sentences, a small word or a comma set twice, a list sign glued to
a word in mid-sentence, a word parted where its halves are none, and two common words run together that the
document has apart.  Where points before small letters are many, the machine made them, of commas and of specks
(`evidence.stops`): what can only be a speck goes, and what is likely a comma is one, with low certainty; so do
signs glued to a word where nothing can stand.  What is less certain is a `suspect`.  Leaves alone abbreviations,
and conventions that the document follows itself.

    the looms —all of them— and in the. valley   ->  the looms—all of them—and in the valley
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.commas import comma_odds
from build_edition.rules.evidence.words.lexicon import is_foreign, is_plausible, word_set, zipf
from build_edition.rules.evidence.words.proof import Proof, proof_of
from build_edition.rules.evidence.words.readings import readings_of
from build_edition.rules.evidence.words.stops import ABBREVIATED, NEVER, Stop, misread_stops, specks

RULE = "spacing"
STOP = "stray-stop"
DOUBLED = "doubled"
REASON = "spacing"
MOSTLY = 0.95  # share of a convention's instances from which the rest are slips
CERTAIN, SPECK, COMMA = 0.1, 0.2, 0.9  # likelihoods of a comma up to which a stop goes, and from which it is one
NOISE = 2.7  # on the Zipf scale: in a noisy text a rarer form may be two words
JOINT = 4  # letters of the longest joint
ENOUGH = 10  # instances from which a convention is known
_SMALL = word_set(
    "the a an of and or nor but from with by into upon that which who whose their its his her our my than"
)
_TWICE = word_set("the a an of and or from with by its their our")
_MEANT_TWICE = word_set("that had very much long far now here there")
_JOINTS = word_set("a the of and to in that with for by from is was it he his him not as on be at all more")
_BE = word_set("is are was were")
_THERE = re.compile(r"\b[Tt]here \Z")
_MUCH = re.compile(r"(?:an?|no|the|some|many|much|few|little|only|such)\b")
_STOP = re.compile(r"\. (?![ivxlc]+\b)(?=(?:a|[a-z]{2,})\b)")
_COLON = re.compile(r"(?<![\w’'-])([A-Za-z][a-z’'-]+): (?=([a-z]+)\b)")
_OPENER = re.compile(
    r" (?:The|This|These|That|Those|It|He|She|They|We|In|However|But|Whereas|While|When|Although|Thus|There|If|As"
    r"|At|On|For|Moreover|Such|Nevertheless|Hence|Yet|Indeed|After|Both)\b"
)
_STOPPED_CALL = re.compile(r"\.\d{1,3} [A-Z]")
_STOPS_TWICE = re.compile(r"([,;:])\1(?=\s)")
_LAST_WORD = re.compile(r"(?<![\w.’'-])[a-z]+\Z")
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
    """Correct spaces and stops, and mark what may be wrong."""
    proof = proof_of(draft)
    _dashes(proof)
    _ranges(proof)
    _ellipses(proof)
    judged = misread_stops(proof.text)
    _misread_stops(proof, judged)
    if judged:
        for start, end, reading in specks(proof.text):
            proof.emend(start, end, reading, STOP)
        _misread_colons(proof)
    else:
        _stops(proof)
    _lost_stops(proof)
    _stops_twice(proof)
    _glued_signs(proof)
    _twice(proof)
    _parted_words(proof)
    _run_together(proof, noisy=bool(judged))


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


def _misread_stops(proof: Proof, judged: list[Stop]) -> None:
    """Delete specks taken for stops, and set the commas that were taken for them; mark what may be either.

    The stop is wrong in any case; that it was a comma is a conjecture.
    """
    for stop in judged:
        word = proof.text[stop.start : stop.at]
        if stop.comma <= SPECK:
            proof.emend(stop.at, stop.at + 1, "", STOP, cert="high" if stop.comma <= CERTAIN else "low")
        elif stop.comma >= COMMA:
            proof.emend(stop.at, stop.at + 1, ",", STOP, cert="low")
        else:
            found = (f"{word},", word) if stop.comma >= 0.5 else (word, f"{word},")
            proof.suspect(stop.start, stop.at + 1, REASON, found, "A small letter follows the stop.")


def _misread_colons(proof: Proof) -> None:
    """Mark colons before small letters in a text that has hardly a semicolon: the dot of one outlasts its tail."""
    found = list(_COLON.finditer(proof.text))
    if len(found) < ENOUGH or proof.text.count(";") * 3 > len(found):
        return
    for match in found:
        word, following = match.groups()
        shown = (f"{word};", f"{word}:", word) if comma_odds(word, following) > NEVER else (word, f"{word}:")
        proof.suspect(match.start(), match.end(1) + 1, REASON, shown, "The text has hardly a semicolon.")


def _stops(proof: Proof) -> None:
    """Delete stops that no sentence can have; mark others before a small letter."""
    odd: dict[str, list[tuple[int, int]]] = {}
    for match in _STOP.finditer(proof.text):
        at = match.start()
        word = _LAST_WORD.search(proof.text, max(at - 20, 0), at)
        if word is None:
            continue
        before = proof.text[max(word.start() - 2, 0) : word.start()]
        goes_on = word[0] in _SMALL and len(word[0]) > 1 and before[:1] + " " == before
        there = word[0] in _BE and _THERE.search(proof.text, max(word.start() - 7, 0), word.start())
        if (goes_on and (before[0].isalpha() or before[0] in ",;")) or (there and _MUCH.match(proof.text, at + 2)):
            proof.emend(at, at + 1, "", STOP)
        elif len(word[0]) > 2:
            odd.setdefault(word[0], []).append((word.start(), at + 1))
    for form, places in odd.items():
        if len(places) == 1 and form not in ABBREVIATED and zipf(form) >= 3.5:
            proof.suspect(*places[0], REASON, (form, f"{form},"), "A small letter follows the stop.")


def _lost_stops(proof: Proof) -> None:
    """Restore the stop between the call of a note and a word that only opens sentences."""
    if len(_STOPPED_CALL.findall(proof.text)) < ENOUGH:
        return
    reading = proof.transcript.reading
    for mark in proof.transcript.of_kind("ref"):
        at, end = reading.from_source(mark.start), reading.from_source(mark.end)
        if proof.text[at - 1 : at].isalpha() and _OPENER.match(proof.text, end):
            proof.emend(at, at, ".", RULE)


def _stops_twice(proof: Proof) -> None:
    """Delete a comma, colon or semicolon read twice."""
    for match in _STOPS_TWICE.finditer(proof.text):
        if proof.text[max(match.start() - 3, 0) : match.start()].islower():  # not after figures or initials
            proof.emend(match.start() + 1, match.end(), "", DOUBLED)


def _glued_signs(proof: Proof) -> None:
    """Delete list signs glued to a word inside a sentence."""
    text = proof.text
    for sign in "•▪●■":
        at = text.find(sign)
        while at >= 0:
            if text[at - 1 : at] == " " and text[at - 2 : at - 1].islower() and text[at + 1 : at + 2].islower():
                proof.emend(at, at + 1, "", STOP)
            at = text.find(sign, at + 1)


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
    """Join two halves, one of them no word, that make a word of the document."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        if len(places) > 2 or not is_plausible(word, 3) or not word.islower() or zipf(word) >= 1.5:
            continue
        for number in places:
            for first in (number - 1, number):
                if not 0 <= first < len(lexicon.words) - 1 or not lexicon.stand_together(first):
                    continue
                right = lexicon.words[first + 1]
                joined = (lexicon.words[first] + right).lower()
                if right.islower() and lexicon.folded[joined] >= 2 and zipf(joined) >= 3.0:
                    proof.emend(lexicon.end(first), lexicon.end(first) + 1, "", RULE)


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
        for number in places:
            twice = word[:at] == lexicon.words[number - 1]  # as `a amonth`, where more than a space is wrong
            if proof.word_span(number) is not None and not twice and not is_foreign(lexicon, number):
                proof.emend(lexicon.starts[number] + at, lexicon.starts[number] + at, " ", RULE)


def _are_two(proof: Proof, left: str, right: str) -> bool:
    """Whether these are two common words that the document has side by side."""
    if left.lower() not in _JOINTS and right not in _JOINTS:
        return False
    return min(zipf(left.lower()), zipf(right)) >= 4.0 and proof.lexicon.follows(left, right) > 0
