"""Inner hyphens: hyphens that once broke a word at a line end, left inside a line by a later setting; and lost ones.

Looks at hyphened words inside lines whose joined form the document writes itself.  Where one part is no word,
the hyphen goes if the joined form is one; where both are words and might make a compound, it goes only if the
document prefers the joined form by far and has such hyphens elsewhere, where they cannot be meant.  A
hyphen lost (`handmade` beside many `hand-made`) is restored by the same measure.  Whatever is less certain is a `suspect`.
Leaves alone capitals inside words, prefixes that the document hyphens at will, and text at line ends.

    the mem-bers of the guild … its members   ->  the members of the guild
"""

from __future__ import annotations

import math
from collections import defaultdict

from build_edition.rules.draft import Draft
from build_edition.rules.lexicon import Lexicon, fold, zipf
from build_edition.rules.proof import Proof, proof_of

RULE = "inner-hyphen"
LOST = "lost-hyphen"
REASON = "hyphen"
FREE = 3.3  # on the Zipf scale: a commoner part may stand in a compound
KNOWN = 2.5  # a joined form as common is a word
FAR = 2.0  # log-odds of the document's own usage that outweigh a plausible compound
HABIT = 3  # hyphens that cannot be meant, from which a document is known to have them
# Prefixes that make verbs and nouns without a hyphen; with one they are rarely meant.
_CLOSED = frozenset("under over out inter mid with up fore".split())
# Prefixes that any author hyphens at will.
_OPEN = frozenset(
    """co re pre post self non anti semi multi ex pro neo pseudo ultra quasi counter super socio de by un sub cross
    all well ill off on to no half one two three macro micro mini extra intra trans""".split()
)


def apply(draft: Draft) -> None:
    """Close up words that a hyphen parts without meaning, and restore hyphens that were lost."""
    proof = proof_of(draft)
    lexicon = proof.lexicon
    prefixes = _productive(lexicon)
    broken: list[str] = []
    doubtful: list[tuple[float, str]] = []
    for word in lexicon.counts:
        if word.count("-") != 1:
            continue
        left, right = word.split("-")
        joined = left + right
        own = _family(lexicon, joined.lower())
        if not own or (right[:1].isupper() and not joined.isupper()) or len(left) < 2:
            continue
        if _is_broken(left.lower(), right.lower(), prefixes) and zipf(joined.lower()) >= KNOWN:
            broken.append(word)
        elif left.lower() not in prefixes:
            odds = math.log((own + 0.3) / (_family(lexicon, fold(word)) + 0.3))
            doubtful.append((odds - _need(left.lower(), joined.lower()), word))
    for word in broken:
        _correct(proof, word)
    for odds, word in doubtful:
        if odds >= 0 and len(broken) >= HABIT:
            _correct(proof, word)
        elif odds >= -1.0:
            _doubt(proof, word, word.replace("-", ""), "The document writes it without the hyphen elsewhere.")
    _restore(proof)


def _is_broken(left: str, right: str, prefixes: set[str]) -> bool:
    """Whether the parts make no compound: one of them is no word, nor a prefix of the document or the language."""
    if left in prefixes:
        return left in _OPEN and zipf(right) < 2.0 and left in ("re", "de", "co", "un")
    return (zipf(left) < FREE or zipf(right) < FREE) and left not in _CLOSED


def _need(left: str, joined: str) -> float:
    """How strongly the document must prefer the joined form of two free words."""
    return FAR - 0.5 * (left in _CLOSED) + (0.5 if zipf(joined) < 3.0 else 0.0)


def _family(lexicon: Lexicon, word: str) -> int:
    """How often the document has a word, with its inflections."""
    stem = word[:-1] if word.endswith("s") and len(word) > 4 else word
    return sum(lexicon.folded.get(stem + ending, 0) for ending in ("", "s", "ed", "ing", "d"))


def _productive(lexicon: Lexicon) -> set[str]:
    """Prefixes that the document sets with a hyphen before many words that it never joins to them."""
    found: dict[str, int] = defaultdict(int)
    for word in lexicon.folded:
        left, hyphen, right = word.partition("-")
        if hyphen and "-" not in right and left + right not in lexicon.folded and zipf(left + right) < KNOWN:
            found[left] += 1
    return {left for left, count in found.items() if count >= 4} | _OPEN


def _correct(proof: Proof, word: str) -> None:
    """Delete the hyphen wherever the word stands inside a line."""
    lexicon = proof.lexicon
    at = word.index("-")
    for number in lexicon.places[word]:
        if proof.word_span(number) is not None:
            start = lexicon.starts[number] + at
            proof.emend(start, start + 1, "", RULE)


def _doubt(proof: Proof, word: str, reading: str, evidence: str) -> None:
    lexicon = proof.lexicon
    for number in lexicon.places[word]:
        proof.suspect(lexicon.starts[number], lexicon.end(number), REASON, (reading,), evidence)


def _restore(proof: Proof) -> None:
    """Restore hyphens that the document has elsewhere in the same word, where the joined form is no word."""
    lexicon = proof.lexicon
    for word in list(lexicon.folded):
        left, hyphen, right = word.partition("-")
        if not hyphen or "-" in right or len(left) < 2 or len(right) < 3:
            continue
        for form in lexicon.forms.get(left + right, []):
            known, often, once = zipf(form.lower()), lexicon.folded[word], lexicon.counts[form]
            if known >= 3.0 or form[1:] != form[1:].lower():
                continue
            if known < 2.0 and often >= 4 * once and zipf(left) >= FREE - 1 and zipf(right) >= FREE:
                for number in lexicon.places[form]:
                    at = lexicon.starts[number] + len(left)
                    if proof.word_span(number) is not None:
                        proof.emend(at, at, "-", LOST)
            elif often >= once:
                _doubt(proof, form, f"{form[: len(left)]}-{form[len(left) :]}", "The document hyphens it elsewhere.")
