"""Suspects: words that may be wrong, for a reviewer to look at.

Looks for words that English hardly has and the document has a few times at most, one letter away from a word that
is far commoner, or that the document writes often; for square brackets without a partner; for a hyphen lost at a
line end, or set as a dash.
Marks only, with the likeliest readings first.  Leaves alone passages in another language, words built on known
ones, inflections, the two spellings of -ise and -our, and names that nothing else resembles.

    the orchad was in bloom   ->  suspect over “orchad”, candidates “orchard”
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import is_foreign, is_plausible, unowned, zipf
from build_edition.rules.evidence.words.near_words import (
    RARE,
    UNKNOWN,
    USUAL,
    are_near,
    candidates,
    is_derived,
    is_variant,
    near_usual,
    without_one,
)
from build_edition.rules.evidence.words.proof import Proof, proof_of

_BRACKET = re.compile(r"[\[\]()]")
_IN_LIST = re.compile(r"(?<!\w)(?:\w|\d+|[ivxl]+)\Z")  # the number or letter that makes a closing one a list's
_PARTNER = {"]": "[", ")": "("}
STRAY = 0.1  # share of round brackets without partner up to which each is a slip


def apply(draft: Draft) -> None:
    """Mark what may be wrong."""
    proof = proof_of(draft)
    _words(proof)
    _names(proof)
    _brackets(proof)
    _compounds(proof)


def _words(proof: Proof) -> None:
    """Mark words in lower case that a commoner one resembles."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        base = unowned(word)
        if len(places) > 3 or not is_plausible(base, 5) or not base.isascii() or not base[1:].islower():
            continue
        low = base.lower()
        rarity = zipf(low)
        if (
            rarity >= RARE
            or lexicon.parts[low] > 3
            or (base != low and low not in lexicon.places and rarity < 1.0)
        ):
            continue
        shown = [number for number in places if not is_foreign(lexicon, number)]
        if not shown:
            continue
        if is_derived(low):
            near = near_usual(lexicon, low, USUAL)
            found = [other for other in candidates(lexicon, low, rarity) if other in near] if near else []
        else:
            found = candidates(lexicon, low, rarity)
        _mark(proof, shown, base, found)


def _names(proof: Proof) -> None:
    """Mark names that one which the document writes often resembles."""
    lexicon = proof.lexicon
    capitals = {word: unowned(word) for word in lexicon.counts if word[0].isupper()}
    capitals = {word: base for word, base in capitals.items() if is_plausible(base, 5) and base[1:].islower()}
    shorter: dict[str, list[str]] = defaultdict(list)
    for word, base in capitals.items():
        if word == base and lexicon.counts[word] >= 5:
            for form in {word, *without_one(word)}:
                shorter[form].append(word)
    for word, base in capitals.items():
        low = base.lower()
        if lexicon.counts[word] > 2 or len(base) < 6 or zipf(low) >= UNKNOWN or lexicon.parts[low] > 3:
            continue
        found = {other for form in (base, *without_one(base)) for other in shorter.get(form, ())}
        near = {other for other in found if are_near(base, other) and not is_variant(low, other.lower())}
        likely = sorted(near - {base}, key=lambda other: (-lexicon.counts[other], other))
        _mark(proof, lexicon.places[word], base, [other.lower() for other in likely])


def _mark(proof: Proof, places: Iterable[int], base: str, likely: list[str]) -> None:
    """Mark a word in these places, if there is another for it."""
    if not likely:
        return
    shown = [other[0].upper() + other[1:] if base[0].isupper() else other for other in likely[:3]]
    times = proof.lexicon.folded[likely[0]]
    evidence = f"“{base}” is hardly a word; “{shown[0]}” is" + (
        f", and stands here {times} times." if times else "."
    )
    for number in places:
        start = proof.lexicon.starts[number]
        proof.suspect(start, start + len(base), "word", tuple(shown), evidence)


def _brackets(proof: Proof) -> None:
    """Mark brackets without a partner; round ones only in a text where nearly all have theirs."""
    lone: dict[str, list[int]] = {"[": [], "(": []}
    for start, end, _ in proof.blocks():
        opened: dict[str, list[int]] = {"[": [], "(": []}
        for match in _BRACKET.finditer(proof.text, start, end):
            sign, at = match[0], match.start()
            kind = _PARTNER.get(sign, sign)
            if sign == kind:
                opened[kind].append(at)
            elif opened[kind]:
                opened[kind].pop()
            elif sign == "]" or not _IN_LIST.search(proof.text, max(at - 9, 0), at):
                lone[kind].append(at)
        for kind, places in opened.items():
            lone[kind] += places
    if len(lone["("]) > STRAY * proof.text.count("("):
        lone["("].clear()
    for at in (*lone["["], *lone["("]):
        proof.suspect(at, at + 1, "bracket", (), "This bracket has no partner in the paragraph.")


def _compounds(proof: Proof) -> None:
    """Mark compounds that have lost their hyphen at a line end, or have a dash for it."""
    lexicon = proof.lexicon
    for number, word in _with_dash(proof):
        if (times := lexicon.counts.get(word, 0)) >= 3:
            start, evidence = lexicon.starts[number], f"“{word}” stands here {times} times."
            proof.suspect(start, start + len(word), "hyphen", (word,), evidence)
    for word in lexicon.compounds:
        places = lexicon.places[word]
        left, _, right = word.partition("-")
        if "-" in right or len(places) < 3 or len(left) < 3:
            continue
        apart = lexicon.pairs(left, right)
        for number in apart if len(apart) * 5 <= len(places) else ():
            if proof.source_span(lexicon.end(number), lexicon.starts[number + 1]) is None:  # a line ends here
                evidence = f"“{word}” stands here {len(places)} times."
                proof.suspect(lexicon.starts[number], lexicon.end(number), "hyphen", (f"{left}-",), evidence)


def _with_dash(proof: Proof) -> Iterator[tuple[int, str]]:
    """Every two words that a dash parts without spaces, by the number of the first and as one with a hyphen."""
    lexicon = proof.lexicon
    at = proof.text.find("–")
    while at >= 0:
        number = bisect_left(lexicon.starts, at)
        if 0 < number < len(lexicon.starts) and lexicon.end(number - 1) == at == lexicon.starts[number] - 1:
            yield number - 1, f"{lexicon.words[number - 1]}-{lexicon.words[number]}"
        at = proof.text.find("–", at + 1)
