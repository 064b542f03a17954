"""Suspects: words that may be wrong, for a reviewer to look at.

Looks for words that English hardly has and the document has a few times at most, one letter away from a word that
is far commoner, or that the document writes often; for square brackets without a partner; for a possessive that
has lost the apostrophe which the same words have elsewhere; for a hyphen lost at a line end, or set as a dash.
Marks only, with the likeliest readings first.  Leaves alone passages in another language, words built on known
ones, inflections, the two spellings of -ise and -our, and names that nothing else resembles.

    the orchad was in bloom   ->  suspect over “orchad”, candidates “orchard”
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lexicon import Lexicon, frequencies, is_plausible, zipf
from build_edition.rules.evidence.proof import Proof, proof_of
from build_edition.rules.misread_characters import is_foreign, lexicon_base

UNKNOWN = 1.35  # on the Zipf scale: below, a word that English hardly has
RARE = 2.5  # below, one in which a doubled letter may be wrong
OWN = 50  # times the document has a candidate, from which it outweighs a derivation
LONG = 9  # letters from which nothing resembles a word by chance
_VARIANTS = (
    ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("our", "or"), ("ae", "e"), ("oe", "e"), ("re", "er"),
    ("x", "ct"), ("y", "i"), ("ogue", "og"), ("ence", "ance"), ("ph", "f"), ("que", "ck"), ("c", "k"),
)  # fmt: skip
_ENDINGS = (
    "s",
    "d",
    "r",
    "n",
    "ed",
    "es",
    "ing",
    "er",
    "ers",
    "ist",
    "ists",
    "ism",
    "ity",
    "y",
    "ly",
    "al",
    "ness",
)
_PREFIXES = re.compile(r"(?:un|re|over|de|inter|non|out|mis|pre|anti|under|hyper|super|counter|sub|pan|in|dis)")
_SUFFIXES = re.compile(
    r"(?:i[sz](?:ation|er|ers|ing|ed|es|e)|ness|nesses|ism|ist|ists|istic|ly|less|like|dom|er|ers|est)\Z"
)
_INFLECTIONS = ("d", "r", "st", "ing")
_DOUBLED = re.compile(r"([ls])\1(?=(?:ed|ing|er|ers)\Z)")  # authors double it or not
_BRACKET = re.compile(r"[\[\]()]")
_IN_LIST = re.compile(r"(?<!\w)(?:\w|\d+|[ivxl]+)\Z")  # the number or letter that makes a closing one a list's
_PARTNER = {"]": "[", ")": "("}
STRAY = 0.1  # share of round brackets without partner up to which each is a slip
_LETTERS = string.ascii_lowercase


def apply(draft: Draft) -> None:
    """Mark what may be wrong."""
    proof = proof_of(draft)
    _words(proof)
    _names(proof)
    _brackets(proof)
    _possessives(proof)
    _compounds(proof)


def _words(proof: Proof) -> None:
    """Mark words in lower case that a commoner one resembles."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        base = lexicon_base(word)
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
        found = _candidates(lexicon, low, rarity) if shown else []
        if found and _is_derived(low):
            found = [other for other in found if lexicon.folded[other] >= OWN]
        _mark(proof, shown, base, found)


def _names(proof: Proof) -> None:
    """Mark names that one which the document writes often resembles."""
    lexicon = proof.lexicon
    capitals = {word: lexicon_base(word) for word in lexicon.counts if word[0].isupper()}
    capitals = {word: base for word, base in capitals.items() if is_plausible(base, 5) and base[1:].islower()}
    shorter: dict[str, list[str]] = defaultdict(list)
    for word, base in capitals.items():
        if word == base and lexicon.counts[word] >= 5:
            for form in {word, *_without_one(word)}:
                shorter[form].append(word)
    for word, base in capitals.items():
        low = base.lower()
        if lexicon.counts[word] > 2 or len(base) < 6 or zipf(low) >= UNKNOWN or lexicon.parts[low] > 3:
            continue
        found = {other for form in (base, *_without_one(base)) for other in shorter.get(form, ())}
        near = {other for other in found if _are_near(base, other) and not _is_variant(low, other.lower())}
        likely = sorted(near - {base}, key=lambda other: (-lexicon.counts[other], other))
        _mark(proof, lexicon.places[word], base, [other.lower() for other in likely])


def _mark(proof: Proof, places: Iterable[int], base: str, candidates: list[str]) -> None:
    """Mark a word in these places, if there is another for it."""
    if not candidates:
        return
    shown = [other[0].upper() + other[1:] if base[0].isupper() else other for other in candidates[:3]]
    times = proof.lexicon.folded[candidates[0]]
    evidence = f"“{base}” is hardly a word; “{shown[0]}” is" + (
        f", and stands here {times} times." if times else "."
    )
    for number in places:
        start = proof.lexicon.starts[number]
        proof.suspect(start, start + len(base), "word", tuple(shown), evidence)


def _candidates(lexicon: Lexicon, word: str, rarity: float) -> list[str]:
    """Words one letter away and commoner by far, the likeliest first."""
    known = frequencies()
    if rarity >= UNKNOWN:
        near = {other for other in _redoubled(word) if lexicon.folded.get(other) and zipf(other) >= rarity + 1.5}
        return sorted(other for other in near if not _is_variant(word, other))
    need = 10 ** (max(2.2, rarity + 1.2) - 9) if len(word) >= LONG else 10 ** (3.0 - 9)
    found: dict[str, float] = {}
    for other in set(_neighbours(word)):
        frequency = known.get(other, 0.0)
        own = lexicon.folded.get(other, 0) if frequency else 0
        if (frequency >= need or own >= 5) and not _is_variant(word, other):
            found[other] = frequency * 10 ** min(own, 3)
    return sorted(found, key=lambda other: (-found[other], other))


def _neighbours(word: str) -> Iterator[str]:
    """Every form with one letter more, less, other or exchanged; the first letter stands."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        rest = tail[1:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + rest
        if tail:
            yield head + rest
        if rest:
            yield head + tail[1] + tail[0] + tail[2:]


def _redoubled(word: str) -> Iterator[str]:
    """Every form with one letter doubled, or a doubled one single."""
    for at, letter in enumerate(word):
        yield word[:at] + letter + word[at:]
        if at and word[at - 1] == letter:
            yield word[:at] + word[at + 1 :]


def _without_one(word: str) -> list[str]:
    """Every form that lacks one letter, but for the first."""
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def _are_near(word: str, other: str) -> bool:
    """Whether two words that are alike but for one letter each differ by one letter, or by the order of two."""
    if len(word) != len(other):
        return abs(len(word) - len(other)) == 1
    differing = [at for at in range(len(word)) if word[at] != other[at]]
    if len(differing) == 2:
        first, last = differing
        return last == first + 1 and word[first] == other[last] and word[last] == other[first]
    return len(differing) == 1


def _is_derived(word: str) -> bool:
    """Whether an affix makes the word of a known one."""
    prefix = _PREFIXES.match(word)
    if prefix and len(word) - prefix.end() > 3 and zipf(word[prefix.end() :]) >= 3.0:
        return True
    stems = [word[: -len(ending)] for ending in _INFLECTIONS if word.endswith(ending)]
    if any(len(stem) > 3 and zipf(stem) >= 3.0 for stem in stems):
        return True
    suffix = _SUFFIXES.search(word)
    if suffix is None or suffix.start() < 4:
        return False
    stem = word[: suffix.start()]
    return any(zipf(stem + ending) >= RARE for ending in ("", "e", "y", "al"))


def _is_variant(word: str, other: str) -> bool:
    """Whether two words are inflections of one, or two spellings of it."""
    for one, two in ((word, other), (other, word)):
        if any(one + ending == two for ending in _ENDINGS):
            return True
        if any(old in one and one.replace(old, new) == two for old, new in _VARIANTS):
            return True
        if two.startswith(one) and zipf(other) < 2.0:
            return True
        if _DOUBLED.sub(r"\1", one) == two:
            return True
    return word[:-1] == other[:-1] or word[:-2] == other[:-2]


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


def _possessives(proof: Proof) -> None:
    """Mark plurals before a noun that the document has with an apostrophe in the same place."""
    lexicon, text = proof.lexicon, proof.text
    owned: Counter[tuple[str, str]] = Counter()
    for word, places in lexicon.places.items():
        if word[-1] == "s" and len(word) > 3:
            for number in places[: -1 if places[-1] == len(lexicon.words) - 1 else None]:
                if text.startswith("’ ", end := lexicon.end(number)) and lexicon.starts[number + 1] == end + 2:
                    owned[word, lexicon.words[number + 1]] += 1
    for (owner, thing), count in sorted(owned.items()):
        bare = lexicon.pairs(owner, thing) if count >= 3 else []
        if len(bare) <= 2:  # more of them are the author's own way
            for number in bare:
                evidence = f"“{owner}’ {thing}” stands here {count} times."
                proof.suspect(lexicon.starts[number], lexicon.end(number), "apostrophe", (f"{owner}’",), evidence)


def _compounds(proof: Proof) -> None:
    """Mark compounds that have lost their hyphen at a line end, or have a dash for it."""
    lexicon = proof.lexicon
    for number, word in _with_dash(proof):
        if (times := lexicon.counts.get(word, 0)) >= 3:
            start, evidence = lexicon.starts[number], f"“{word}” stands here {times} times."
            proof.suspect(start, start + len(word), "hyphen", (word,), evidence)
    for word, places in lexicon.places.items():
        left, hyphen, right = word.partition("-")
        if not hyphen or "-" in right or len(places) < 3 or len(left) < 3:
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
