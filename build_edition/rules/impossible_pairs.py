"""Words that cannot follow one another: a stop lost between them, or one of them misread.

Looks for a pronoun with a capital and its verb after a small word, with nothing between (`the powers One can`),
where a sentence must end; for the past of a verb after `would` and its like, one vowel away from the form that
belongs there; for `these who`, for a participle between `of` and `by`, and for a noun with a comma that opens a
sentence as its adverb does elsewhere (`Similarity, …`); and for a word where only another that looks like it fits
(`it was to he seen`). Each becomes a `suspect` with what may be meant: only a
reader can tell print from OCR. Leaves alone `will`, `might` and `can` where they may be nouns, and `He` in a text
that writes so of God.

    the fair was over It was late; it would began again   ->  suspect “over It” (over. It), “began” (begin)
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import begins_sentence, word_set
from build_edition.rules.evidence.words.proof import Proof, proof_of
from build_edition.rules.evidence.words.wrong_words import wrong_words

REASON = "sequence"
_PRONOUNS = ("One", "It", "He", "She", "They", "We", "You", "This", "These", "There")
_VERBS = word_set("""can is was had has have were are will would could should may might must did does do cannot""")
_LAST_WORD = re.compile(r"(?<![\w’'-])[a-z]+\Z")
_BEFORE_NAMES = word_set("a an the of in by for from to and or but that if when as is was said than with who whom")
_OF_GOD = ("His", "Him", "Himself", "Thy", "Thee", "Thou")  # a text that honours God with capitals
_PAST = dict(
    pair.split("/")
    for pair in word_set("""began/begin came/come became/become overcame/overcome ran/run drank/drink sang/sing
    rang/ring sank/sink swam/swim sprang/spring shrank/shrink gave/give forgave/forgive wrote/write rode/ride
    drove/drive knew/know grew/grow threw/throw drew/draw withdrew/withdraw arose/arise""")
)
_MODAL = re.compile(
    r" (?P<modal>will|would|can|could|shall|should|may|might|must|cannot)(?: not| also| soon| then| never)? \Z"
)
_NOUN_AFTER = word_set("the a his her its their our my your of free good ill own this that no any and one’s")
_NOUNS = ("will", "can", "may", "might")  # which may be nouns
_PASSIVE = re.compile(r"\b(?:of|in|for) [a-z]+-(?P<past>[a-z]+ed) by\b")
REACH = 30  # characters in which the words before stand
OFTEN = 3  # times that the document has a word at the head of a sentence


def apply(draft: Draft) -> None:
    """Mark these pairs."""
    proof = proof_of(draft)
    _lost_stops(proof)
    _after_modals(proof)
    _openings(proof)
    for number, meant in wrong_words(proof.lexicon):
        evidence = f"What stands beside it asks for “{meant}”."
        proof.suspect(proof.lexicon.starts[number], proof.lexicon.end(number), REASON, (meant,), evidence)
    text = proof.text
    for number in proof.lexicon.pairs("these", "who"):
        start = proof.lexicon.starts[number]
        proof.suspect(start, start + len("these"), REASON, ("those",), "“These” does not stand before “who”.")
    for match in _PASSIVE.finditer(text):
        evidence = "A noun is asked for after the preposition."
        proof.suspect(*match.span("past"), REASON, (), evidence)


def _lost_stops(proof: Proof) -> None:
    """Mark a pronoun and its verb where no sentence has ended."""
    lexicon, text = proof.lexicon, proof.text
    honoured = [lexicon.before(number, 2) for word in _OF_GOD for number in lexicon.places.get(word, ())]
    divine = sum(before[1:] == " " and (before[0].islower() or before[0] == ",") for before in honoured) > 1
    for first in _PRONOUNS:
        for number in lexicon.places.get(first, ()):
            verb = lexicon.words[number + 1 : number + 2]
            before = lexicon.before(number, 3)
            if not verb or verb[0] not in _VERBS or before[-1:] != " " or not before[:2].isalpha():
                continue
            start = lexicon.starts[number]
            last = _LAST_WORD.search(text, max(start - 1 - REACH, 0), start - 1)
            apart = last is None or last[0] in _BEFORE_NAMES or not lexicon.stand_together(number)
            if last is None or apart or (divine and first in ("He", "One")):
                continue
            better = f"{last[0]}. {first}"
            evidence = "A capital opens a sentence where none has ended."
            proof.suspect(last.start(), lexicon.end(number), REASON, (better,), evidence)


def _after_modals(proof: Proof) -> None:
    """Mark the past of a verb where the form after `would` belongs."""
    lexicon, text = proof.lexicon, proof.text
    for past, meant in _PAST.items():
        for number in lexicon.places.get(past, ()):
            start = lexicon.starts[number]
            match = _MODAL.search(text, max(start - REACH, 0), start)
            if match is None:
                continue
            before = text[max(match.start() - REACH, 0) : match.start()].split()
            if match["modal"] not in _NOUNS or (before and before[-1].lower() not in _NOUN_AFTER):
                evidence = f"“{match['modal']}” asks for “{meant}”."
                proof.suspect(start, lexicon.end(number), REASON, (meant,), evidence)


def _openings(proof: Proof) -> None:
    """Mark a noun in -ity alone before a comma at a sentence's head, where the document opens with its adverb."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        adverb = f"{word[:-3]}ly"
        if word.endswith("ity") and word[0].isupper() and lexicon.counts.get(adverb, 0) >= OFTEN:
            for number in places:
                if lexicon.after(number, 1) == "," and begins_sentence(lexicon, number):
                    evidence = f"Sentences open with “{adverb}” here."
                    proof.suspect(lexicon.starts[number], lexicon.end(number), REASON, (adverb,), evidence)
