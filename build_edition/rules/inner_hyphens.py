"""Inner hyphens: hyphens that once broke a word at a line end, left inside a line later; and lost ones.

Looks at hyphened words inside lines whose joined form the document writes itself.  Where one part is no word,
the hyphen goes if the joined form is one; where both are words and might make a compound, it goes only if the
document prefers the joined form by far and has such hyphens elsewhere, where they cannot be meant.  One that
stands for a space, beside a word that makes no compound (`the-mill`), gives way to it.  A hyphen lost
(`handmade` beside many `hand-made`) is restored by the same measure.  What is less certain is a `suspect`.
Leaves alone capitals inside words, prefixes that the document hyphens at will, and text at line ends.

    the mem-bers of the guild … its members   ->  the members of the guild
"""

from __future__ import annotations

import math
import re
from collections import defaultdict

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import Lexicon, fold, is_plausible, word_set, zipf
from build_edition.rules.evidence.words.proof import Proof, proof_of

RULE = "inner-hyphen"
LOST = "lost-hyphen"
REASON = "hyphen"
FREE = 3.3  # on the Zipf scale: a commoner part may stand in a compound
KNOWN = 2.5  # a joined form as common is a word
FEW = 3.0  # a joined form as rare is none
OFTEN = 2  # times that a verb must stand before `that`
NO_WORD = 1.5  # a joined form as rare is none at all
SETTLED = 3.75  # a joined form as common has no other beside it
FAR = 2.0  # log-odds of the document's own usage that outweigh a plausible compound
_ENDING = re.compile(r"(?:s|ed|ing)\Z")
ALWAYS = 100  # times as often as with a hyphen, so that the joined form needs no other evidence
HABIT = 3  # hyphens that cannot be meant, from which a document is known to have them
_TAILS = word_set("ism isms ist ists logical logically logist logists logy graphy ment ments ness tion tions")
# Prefixes that make verbs and nouns without a hyphen; with one they are rarely meant.
_CLOSED = word_set("under over out inter mid with up fore")
# Prefixes that any author hyphens at will.
_OPEN = word_set(
    """co re pre post self non anti semi multi ex pro neo pseudo ultra quasi counter super socio de by un sub cross
    all well ill off on to no half one two three macro micro mini extra intra trans"""
)

_HYPHENED = ("ex", "self", "quasi", "non", "semi", "pseudo")
_STRICT = ("ex", "self", "quasi")  # joined to no noun
_COMBINING = word_set(
    "Judaeo Judeo Anglo Franco Russo Sino Graeco Greco Indo Euro Afro Austro Italo Turco Serbo Perso"
)
_DASHED = re.compile(r"—(?=[A-Z][a-z])")
_WEAK = ("co-", "re-", "pre-", "over-")  # authors set these with and without
_NEVER_FIRST = word_set("the a an of and these those his its their our my your with from")
_NEVER_SECOND = word_set("the a an his their its these this")
_BEFORE_THE = word_set("to of in at by for from with on as is was not or into upon")
_NO_SECOND = word_set("that the of and which with for from was were is are has have had but or this these")


def apply(draft: Draft) -> None:
    """Close up words that a hyphen parts without meaning, and restore hyphens that were lost."""
    proof = proof_of(draft)
    lexicon = proof.lexicon
    prefixes = _productive(lexicon)
    broken: list[str] = []
    doubtful: list[tuple[float, str]] = []
    for word in lexicon.compounds:
        if word.count("-") != 1:
            continue
        left, right = word.split("-")
        joined = left + right
        own = _family(lexicon, joined.lower())
        if (right[:1].isupper() and not joined.isupper()) or len(left) < 2:
            continue
        if not own:
            if _is_torn(left.lower(), right.lower()):
                _doubt(proof, word, joined, "The joined form is a word; one of the parts is none.")
            continue
        hyphened = _family(lexicon, fold(word))
        overwhelming = own >= ALWAYS * hyphened and zipf(joined.lower()) >= FEW
        if overwhelming or (_is_broken(left.lower(), right.lower(), prefixes) and zipf(joined.lower()) >= KNOWN):
            broken.append(word)
            continue
        if own > hyphened:  # a tie says nothing
            odds = math.log((own + 0.3) / (hyphened + 0.3)) - _need(left.lower(), joined.lower())
            doubtful.append((min(odds, -0.1) if left.lower() in prefixes else odds, word))
    for word in broken:
        _correct(proof, word)
    for odds, word in doubtful:
        if odds >= 0 and len(broken) >= HABIT:
            _correct(proof, word)
        elif odds >= (-1.0 if word.lower().startswith(_WEAK) else -1.5):
            _doubt(proof, word, word.replace("-", ""), "The document writes it without the hyphen elsewhere.")
    _capitals(proof)
    _lost(proof)
    _restore(proof)
    _combining(proof)
    _gained(proof)


def _is_broken(left: str, right: str, prefixes: set[str]) -> bool:
    """Whether the parts make no compound: one of them is no word, nor a prefix of the document or the language."""
    if right in _TAILS:
        return True
    if left in prefixes:
        return left in _OPEN and zipf(right) < 2.0
    return (zipf(left) < FREE or zipf(right) < FREE) and left not in _CLOSED


def _is_torn(left: str, right: str) -> bool:
    """Whether two parts, one of them no word, are a word of every day when joined."""
    if left in _OPEN or left in _CLOSED or zipf(left + right) < SETTLED:
        return False
    return min(zipf(left), zipf(right)) < KNOWN


def _need(left: str, joined: str) -> float:
    """How strongly the document must prefer the joined form of two free words."""
    known = zipf(joined)
    return FAR - 0.5 * (left in _CLOSED) + (0.5 if known < FEW else -1.0 if known >= SETTLED else 0.0)


def _family(lexicon: Lexicon, word: str) -> int:
    """How often the document has a word, with its inflections."""
    stem = _ENDING.sub("", word) if len(word) > 6 else word
    return sum(lexicon.folded.get(stem + ending, 0) for ending in ("", "s", "ed", "ing", "e", "es"))


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
            inner = form[1:]
            if known >= 3.0 or (inner != inner.lower() and form not in (left + right.capitalize(),)):
                continue
            free = zipf(left) >= FREE - 1 and zipf(right) >= FREE
            if free and often >= _witnesses(left, known) * once:
                for number in lexicon.places[form]:
                    at = lexicon.starts[number] + len(left)
                    if proof.word_span(number) is not None:
                        proof.emend(at, at, "-", LOST)
            elif often >= once + (not free or len(left) < 4 or known >= KNOWN) and (
                known < 1.5 or not word.startswith(_WEAK)
            ):
                _doubt(
                    proof, form, f"{form[: len(left)]}-{form[len(left) :]}", "The document hyphens it elsewhere."
                )


def _witnesses(left: str, known: float) -> float:
    """How many times the hyphened form must stand for each time that the joined one does, to be restored."""
    if known < 2.0 and (left in _OPEN or len(left) < 4):
        return 4
    return 2 if known < NO_WORD else 5 if left not in _OPEN else math.inf


def _capitals(proof: Proof) -> None:
    """Restore the hyphen between a prefix and a capital, where the document has it elsewhere."""
    lexicon = proof.lexicon
    for word, often in lexicon.compounds.items():
        left, _, right = word.partition("-")
        joined = left + right
        if not (
            len(left) > 1 and left.islower() and len(right) > 3 and right[0].isupper() and right[1:].islower()
        ):
            continue
        if often >= 2 * lexicon.counts.get(joined, often):
            for number in lexicon.places[joined]:
                at = lexicon.starts[number] + len(left)
                if proof.word_span(number) is not None:
                    proof.emend(at, at, "-", LOST)


def _lost(proof: Proof) -> None:
    """Restore the hyphen in what is no word but for a prefix that takes one; mark what may be another word."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        if not word.startswith(_HYPHENED) or len(places) > 2 or not is_plausible(word, 7) or not word.islower():
            continue
        prefix = next(prefix for prefix in _HYPHENED if word.startswith(prefix))
        stem = word[len(prefix) :]
        strict = prefix in _STRICT
        if len(stem) < 5 or zipf(word) >= 1.0 or zipf(stem) < (2.5 if prefix in _STRICT[1:] else 3.5):
            continue
        writes = prefix != "ex" or any(other.startswith("ex-") for other in lexicon.compounds)
        if (
            strict
            and writes
            and not any(zipf(_ENDING.sub("", word) + ending) for ending in ("", "s", "e", "ed", "ing"))
        ):
            for number in places:
                at = lexicon.starts[number] + len(prefix)
                if proof.word_span(number) is not None:
                    proof.emend(at, at, "-", LOST)
        else:
            _doubt(proof, word, f"{prefix}-{stem}", f"“{word}” is no word; “{prefix}-” takes a hyphen.")


def _combining(proof: Proof) -> None:
    """Correct a long dash after a form that only begins compounds."""
    for match in _DASHED.finditer(proof.text):
        at = match.start()
        if re.split(r"\W", proof.text[max(at - 12, 0) : at])[-1] in _COMBINING:
            proof.emend(at, at + 1, "-", RULE)


def _gained(proof: Proof) -> None:
    """Correct a hyphen beside a word that makes no compound; mark one between words that stand side by side."""
    lexicon = proof.lexicon
    for word in lexicon.compounds:
        places = lexicon.places[word]
        left, _, right = word.partition("-")
        if len(places) > 2 or "-" in right:
            continue
        apart = lexicon.follows(left, right) if right in _NO_SECOND and len(left) > 3 else 0
        if _is_for_space(left.lower(), right) or (
            right == "that" and apart >= OFTEN and proof.text.count("—") > 9
        ):
            for number in places:
                at = lexicon.starts[number] + len(left)
                proof.emend(at, at + 1, " ", RULE)
        elif len(places) == 1 and apart:
            _doubt(proof, word, f"{left} {right}", "The document has the two words without a hyphen.")


def _is_for_space(left: str, right: str) -> bool:
    """Whether a hyphen parts two common words of which one never stands in a compound of two."""
    if left not in _NEVER_FIRST and (right not in _NEVER_SECOND or left not in _BEFORE_THE):
        return False  # elsewhere it may stand for a dash
    if min(zipf(left), zipf(right.lower())) < FREE or zipf(left + right.lower()) >= FEW:
        return False
    return left != "a" or not right.endswith(("ing", "ed"))  # a-hunting
