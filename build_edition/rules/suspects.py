"""Suspects: words that may be wrong, for a reviewer to look at.

Looks for words that English hardly has and the document has a few times at most, one letter away from a word
that is far commoner, or that the document writes often; for those that a confusion of letters explains better
than their author (`evidence.doubts`), and for two words run together; for brackets without a partner; for a
hyphen lost at a line end, set as a dash, or between words that make no compound.  In a text that has misread
many words, any that no list has is one.
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
from build_edition.rules.evidence.words.doubts import doubts
from build_edition.rules.evidence.words.lexicon import (
    Lexicon,
    is_foreign,
    is_plausible,
    unowned,
    zipf,
)
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
from build_edition.rules.evidence.words.no_compounds import no_compounds
from build_edition.rules.evidence.words.parting import glued
from build_edition.rules.evidence.words.proof import Proof, proof_of
from build_edition.rules.evidence.words.readings import readings_of
from build_edition.word_frequencies import frequencies

_BRACKET = re.compile(r"[\[\]()]")
_IN_LIST = re.compile(r"(?<!\w)(?:\w|\d+|[ivxl]+)\Z")  # the number or letter that makes a closing one a list's
_NO_PROSE = re.compile(r"[|\\¢™®©^{}<>]")
_PARTNER = {"]": "[", ")": "("}
LISTED = 10 ** (3.6 - 9)  # share of all words: a commoner form is not two words run together
TOGETHER, SURELY = 1.0, 2.5  # log-odds from which another may be; and is, rather than one word misread
OFTEN = 20  # times that the document has it
COMMON = 10 ** (RARE - 9)  # the same as a share of all words
STRAY = 0.1  # share of round brackets without partner up to which each is a slip


def apply(draft: Draft) -> None:
    """Mark what may be wrong."""
    proof = proof_of(draft)
    together = _glued(proof.lexicon)
    _run_together(proof, together, surely=True)
    _misread(proof)
    _words(proof)
    _run_together(proof, together, surely=False)
    _names(proof)
    _brackets(proof)
    _compounds(proof)
    if readings_of(proof.lexicon).is_noisy:
        _strange(proof)
    for word in no_compounds(proof.lexicon):
        for number in proof.lexicon.places[word]:
            start, shown = proof.lexicon.starts[number], word.replace("-", " ")
            proof.suspect(start, start + len(word), "hyphen", (shown,), "These two words make no compound.")


def _glued(lexicon: Lexicon) -> dict[str, tuple[int, float]]:
    """What no list has and two words make that have lost their space: where they meet, and how likely it is."""
    found: dict[str, tuple[int, float]] = {}
    known = frequencies()
    for word, places in lexicon.places.items():
        low = word.lower()
        if known.get(low, 0.0) >= LISTED or len(places) > OFTEN or not word[1:].islower():
            continue
        if is_plausible(word, 4) and lexicon.parts[low] <= OFTEN:
            at, odds = glued(lexicon, word)
            if odds >= (TOGETHER if word.islower() else SURELY):
                found[word] = at, odds
    return found


def _run_together(proof: Proof, found: dict[str, tuple[int, float]], *, surely: bool) -> None:
    """Mark two words run together, before or after what one word may be."""
    lexicon = proof.lexicon
    for word, (at, odds) in found.items():
        parted = f"{word[:at]} {word[at:]}"
        evidence = f"“{word}” is hardly a word; “{parted}” are two."
        for number in lexicon.places[word] if surely == (odds >= SURELY) else ():
            if proof.is_whole(number) and not is_foreign(lexicon, number):
                start = lexicon.starts[number]
                proof.suspect(start, start + len(word), "spacing", (parted,), evidence)


def _misread(proof: Proof) -> None:
    """Mark words that a confusion of letters explains far better than their author."""
    lexicon = proof.lexicon
    for doubt in doubts(lexicon):
        if proof.is_whole(doubt.number) and not is_foreign(lexicon, doubt.number):
            _mark(proof, [doubt.number], doubt.base, list(doubt.meant), doubt.at)


def _words(proof: Proof) -> None:
    """Mark words in lower case that a commoner one resembles."""
    lexicon, known = proof.lexicon, frequencies()
    for word, places in lexicon.places.items():
        if len(places) > 3 or known.get(word.lower(), 0.0) >= COMMON:
            continue
        base = unowned(word)
        if not is_plausible(base, 5) or not base.isascii() or not base[1:].islower():
            continue
        low = base.lower()
        rarity = zipf(low)
        if (
            rarity >= RARE
            or lexicon.parts[low] > 3
            or (base != low and low not in lexicon.places and rarity < 1.0)
        ):
            continue
        if is_derived(low):
            near = near_usual(lexicon, low, USUAL)
            found = [other for other in candidates(lexicon, low, rarity) if other in near] if near else []
        else:
            found = candidates(lexicon, low, rarity)
        shown = places if found else []
        _mark(proof, [n for n in shown if proof.is_whole(n) and not is_foreign(lexicon, n)], base, found)


def _strange(proof: Proof) -> None:
    """Mark, in a text that has misread many words, what no list has, and signs that no prose has."""
    lexicon, known = proof.lexicon, frequencies()
    for word, places in lexicon.places.items():
        low = word.lower()
        if len(places) > 1 or low in known or not is_plausible(word, 4) or not word.islower() or is_derived(low):
            continue
        if proof.is_whole(places[0]) and not is_foreign(lexicon, places[0]):
            start = lexicon.starts[places[0]]
            proof.suspect(start, start + len(word), "word", (), "No list has this word.")
    for match in _NO_PROSE.finditer(proof.text):
        proof.suspect(*match.span(), "misread", (), "No prose has this sign.")


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


def _mark(proof: Proof, places: Iterable[int], base: str, likely: list[str], at: int = 0) -> None:
    """Mark a word, or what stands `at` letters into one, in these places, if there is another for it."""
    if not likely:
        return
    shown = [other[0].upper() + other[1:] if base[0].isupper() else other for other in likely[:3]]
    times = proof.lexicon.folded[likely[0]]
    evidence = f"“{base}” is hardly a word; “{shown[0]}” is" + (
        f", and stands here {times} times." if times else "."
    )
    for number in places:
        start = proof.lexicon.starts[number] + at
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
