"""Small capitals: abbreviations whose case a reader of page images mistook.

Small capitals are read now as capitals, now as lower case.  The document itself tells what was meant: the
capitals in which it writes the word elsewhere, or the words that it gives an abbreviation for.  Corrects the
capital of a possessive or plural ending, an abbreviation in lower case that stands in brackets after its own
words, one that begins in lower case, and a name that nearly always has its capital.  Leaves alone text in
capitals, words of the language, and forms that the author uses side by side.

    the Grain Milling Board (gmb) … the GMB’S looms   ->  (GMB) … the GMB’s looms
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import fold, zipf
from build_edition.rules.evidence.words.proof import Proof, proof_of

RULE = "small-capitals"
REASON = "case"
_OWNED = re.compile(r"([A-Z]{2,})[’'](S)")
_PLURAL = re.compile(r"([A-Z]{2,})S")
_MIXED = re.compile(r"[a-z]{1,3}[A-Z]\w*")
_BRACKETED = re.compile(r"\(([A-Za-z]{2,6})\)")
_ADJECTIVE = re.compile(r"(?:ane?|ese|ish|ic|ism|ists?|ites?)\Z")
_LINKS = frozenset(("of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la"))
_FIGURE = re.compile(r"(?<![\d.,])(?:\d{1,3}|\d+[.,]\d+) \Z")  # before it `cc` is a measure; a year is none
_Places = dict[str, list[int]]  # where each word stands in brackets, by the offset of the bracket
HABIT = 2  # possessives so misread from which a document is known to show small capitals as capitals
COMMON = 4.5  # on the Zipf scale: commoner words are words, whatever an abbreviation is
NAMES = 8  # times as often with its capital as without: a name


def apply(draft: Draft) -> None:
    """Correct the case of abbreviations and names."""
    proof = proof_of(draft)
    bracketed: _Places = {}
    for match in _BRACKETED.finditer(proof.text):
        bracketed.setdefault(match[1], []).append(match.start())
    habit = _possessives(proof)
    _plurals(proof, habit, bracketed)
    _lowered(proof, bracketed)
    _mixed(proof)
    _names(proof)


def _possessives(proof: Proof) -> int:
    """Correct `’S` after an abbreviation; returns how many were found."""
    lexicon, found = proof.lexicon, 0
    for word in _matching(proof, _OWNED):
        if not lexicon.counts.get(word[:-2]) or not _is_abbreviation(proof, word[:-2]):
            continue
        for number in lexicon.places[word]:
            if _is_in_sentence(proof, number):
                end = lexicon.end(number)
                found += proof.emend(end - 1, end, "s", RULE)
    return found


def _plurals(proof: Proof, habit: int, bracketed: _Places) -> None:
    """Correct the capital of a plural ending, where the singular is at hand and words or habit bear it out."""
    lexicon = proof.lexicon
    for word in _matching(proof, _PLURAL):
        single = word[:-1]
        if single not in lexicon.counts:
            _doubt_plural(proof, word, habit)
            continue
        if not _is_abbreviation(proof, single):
            continue
        often = lexicon.counts[single] >= 5 * lexicon.counts[word] and zipf(word.lower()) < 3.3
        plural = lexicon.counts.get(single + "s", 0)
        certain = (
            (habit >= HABIT and often)
            or plural >= 2
            or _is_defined(proof, word, bracketed.get(word, []), plural=True)
        )
        if not certain:
            continue
        for number in lexicon.places[word]:
            if not lexicon.is_in_capitals(number):  # a plural may begin a sentence
                proof.emend(lexicon.end(number) - 1, lexicon.end(number), "s", RULE)


def _doubt_plural(proof: Proof, word: str, habit: int) -> None:
    """Mark what may be the plural of an abbreviation that stands nowhere in the singular."""
    lexicon = proof.lexicon
    if (
        habit < HABIT
        or len(word) < 4
        or word.endswith("SS")
        or lexicon.commonest(word) != word
        or zipf(word.lower()) >= 2.5
    ):
        return
    for number in lexicon.places[word]:
        if _is_in_sentence(proof, number):
            evidence = "Plural endings of abbreviations are often read as capitals here."
            proof.suspect(lexicon.starts[number], lexicon.end(number), REASON, (f"{word[:-1]}s",), evidence)


def _lowered(proof: Proof, bracketed: _Places) -> None:
    """Correct an abbreviation in lower case that the document explains in brackets."""
    lexicon = proof.lexicon
    for word, brackets in sorted(bracketed.items()):
        if not word.islower() or zipf(word) >= COMMON or not _is_defined(proof, word, brackets):
            continue
        for number in lexicon.places.get(word, ()):
            if not _FIGURE.search(lexicon.before(number, 12)):
                proof.emend(lexicon.starts[number], lexicon.end(number), word.upper(), RULE)


def _mixed(proof: Proof) -> None:
    """Correct an abbreviation that begins in lower case, after the form that the document prefers."""
    lexicon = proof.lexicon
    for word in _matching(proof, _MIXED):
        meant = lexicon.commonest(word)
        if meant[:2].isupper() and lexicon.counts[meant] >= 2 * lexicon.counts[word]:
            for number in lexicon.places[word]:
                proof.emend(lexicon.starts[number], lexicon.end(number), meant, RULE)


def _names(proof: Proof) -> None:
    """Correct a name in lower case that is no word, and that nearly always has its capital."""
    lexicon = proof.lexicon
    for word, count in list(lexicon.counts.items()):
        if (
            len(word) < 4
            or not (word.isalpha() and word.islower())
            or zipf(word) >= 1.5
            or _ADJECTIVE.search(word)
        ):
            continue
        capital = word[0].upper() + word[1:]
        if lexicon.counts.get(capital, 0) >= NAMES * count and _is_inside(proof, capital):
            for number in lexicon.places[word]:
                proof.emend(lexicon.starts[number], lexicon.starts[number] + 1, capital[0], RULE)


def _matching(proof: Proof, shape: re.Pattern[str]) -> list[str]:
    """The forms of the document that have this shape."""
    return [word for word in proof.lexicon.counts if shape.fullmatch(word)]


def _is_in_sentence(proof: Proof, number: int) -> bool:
    """Whether a word follows another in lower case, and so begins no entry of an index or list."""
    lexicon = proof.lexicon
    if not number or not lexicon.stand_together(number - 1) or lexicon.is_in_capitals(number):
        return False
    return lexicon.words[number - 1][-1:].islower()


def _is_abbreviation(proof: Proof, capitals: str) -> bool:
    """Whether the document writes it in capitals only: what it writes otherwise too is a word set in capitals."""
    forms = proof.lexicon.forms.get(capitals.lower(), [])
    others = [form for form in forms if not form.isupper() and not _MIXED.fullmatch(form)]
    return not others and zipf(capitals.lower()) < COMMON


def _is_defined(proof: Proof, word: str, brackets: list[int], *, plural: bool = False) -> bool:
    """Whether the word stands somewhere in brackets after words that it abbreviates."""
    letters = word[:-1] if plural else word
    for at in brackets[:20]:
        before = [part for part in re.split(r"[\s-]+", proof.text[max(at - 120, 0) : at]) if part]
        for used in (before, [part for part in before if part not in _LINKS]):
            words = used[-len(letters) :]
            named = all(part[:1].isupper() for part in words)
            if named and "".join(part[0] for part in words).lower() == letters.lower():
                return not plural or fold(words[-1]).endswith("s")
    return False


def _is_inside(proof: Proof, capital: str) -> bool:
    """Whether the form with a capital stands often inside sentences, where only a name has it."""
    lexicon = proof.lexicon
    before = [lexicon.before(number, 2)[:1] for number in lexicon.places[capital]]
    return sum(sign.islower() or sign == "," for sign in before) >= NAMES
