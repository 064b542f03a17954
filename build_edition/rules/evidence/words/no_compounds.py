"""No compounds: two words that a hyphen cannot join, so that it stands for the space or the dash between them.

Serves the rule of suspects.  A compound has no article, pronoun or auxiliary in it, nor a conjunction or a
preposition, but for those that a few compounds begin or end with (`passer-by`, `so-called`, `well-being`).

    the miller-was asleep   ->  “was” makes no compound
"""

from __future__ import annotations

from build_edition.rules.evidence.words.lexicon import Lexicon, word_set, zipf

KNOWN, OWN = 1.5, 2  # on the Zipf scale: both words are as common at least, or the text has them so often
FEW = 2  # times that such a form stands
ENOUGH, DASHES = 5, 0.002  # forms, and their share of all words, from which the hyphens are dashes
ONE_WORD = 3.0  # and what they make together is rarer
# Words that begin no compound of two, or none of those that prose has.
_NEVER_FIRST = word_set(
    """the an this that these those my your his her its our their whose what it we they he she him them
    himself itself themselves of at from with into during than and but nor if because while when where whether
    although though unless which who whom is are was were been being am had having do does did will would
    shall should may might cannot also only"""
)
_NEVER_SECOND = word_set(
    """the a an this that these those my your his her its our their whose what it we they he she him them
    himself itself themselves of to at from with without into upon during than as and or but nor if because
    while when where whether although though unless which who whom is are was were been am will has have had
    having do does did would shall should could may might must cannot also only between among against"""
)
_COMPOUNDS = word_set(
    """would-be will-power self-will good-will free-will ill-will has-been might-have do-it do-gooder
    do-nothing that-a unheard-of undreamt-of thought-of well-to good-for might-be may-be he-man she-devil
    they-say what-not only-begotten just-so even-handed even-tempered even-keeled even-money go-as do-or
    all-that such-as no-where any-where every-where some-where else-where this-worldly while-you if-then
    but-for at-home at-large from-below with-profits how-to lean-to set-to hither-to here-to there-to where-to
    what-is know-it talked-of spoken-of hoped-for unthought-of being-for where-withal when-issued who-is
    double-u catch-as as-is as-was know-what it-girl will-less and-or very-light"""
)


def no_compounds(lexicon: Lexicon) -> list[str]:
    """The forms, each standing but once or twice, whose hyphen joins nothing; none where hyphens are dashes."""
    found = []
    for word in lexicon.compounds:
        left, _, right = word.partition("-")
        if len(lexicon.places[word]) <= FEW and right.isalpha() and _is_none(lexicon, left.lower(), right):
            found.append(word)
    return found if len(found) <= max(DASHES * len(lexicon.words), ENOUGH) else []


def _is_none(lexicon: Lexicon, left: str, right: str) -> bool:
    """Whether two words, of which the second is in small letters, are known and make no compound."""
    if not (left in _NEVER_FIRST or right in _NEVER_SECOND) or f"{left}-{right}" in _COMPOUNDS:
        return False
    known = all(zipf(part) >= KNOWN or lexicon.folded[part] >= OWN for part in (left, right))
    return known and zipf(left + right) < ONE_WORD
