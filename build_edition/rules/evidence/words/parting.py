"""Parting: whether two words were run together, or one word parted, by how often anybody writes either.

Serves the rule of spacing.  A word that no list has, of two that are common and go together, has lost its space;
two halves of which one is hardly a word, and that make a common one, have gained one.

    they sawthe mill   ->  “saw the”: “sawthe” is nothing, and a verb goes before an article
    a dio cese         ->  “diocese”: “cese” is nothing
"""

from __future__ import annotations

import math

from build_edition.rules.evidence.words.lexicon import Lexicon, word_set
from build_edition.rules.evidence.words.near_words import is_derived
from build_edition.rules.evidence.words.sequences import together
from build_edition.word_frequencies import frequencies

SLIP = 3.0  # −log10 of how often a machine loses or gains a space
UNKNOWN, SHORT, LETTER = 9.5, 4.5, 0.9  # the same of a word that no list has: at least, and by its letters
LEAST = 2  # letters of a part
COMMON = 10 ** (3.3 - 9)  # as common a word is one
# Small words that begin or end hardly any other word as a part that has a meaning of its own.
_FIRST = word_set(
    """the of and to was were that which his her their its is are had has have he she they we it you from at not
    but this these when would could should will been who whom or as than into during between because if with
    without do did does my our your can may must shall one how what where while very now then there"""
)
_SECOND = word_set(
    """the of and to was were that which his their its are had has have they you from not but this these would
    could should will been who with into upon by for than itself himself themselves him we my our your did does
    when where there between"""
)


# What begins or ends words that an author makes of two, or of a word and an affix.
_BEGINS = word_set(
    """in un re over under self sub ex pre post non anti semi multi inter co de dis out up down mis counter
    super ultra pro by fore mid ante euro quasi pseudo after back hyper tele meta"""
)
_ENDS = word_set(
    """like less ness wise dom hood ship ward wards man men woman women work works house room rooms shop
    ability able al an ism ist ists ly er ers rs est ing ed um ian ity ally ship maker making son ton ville
    berg burg land lands ite ites sky ski us is in an on or as me am"""
)
_SMALL = _FIRST | _SECOND | word_set("a an be by do go he if in is it me my no on or so up us we am")
_SMALLS = tuple(_SMALL)
_ADVERBS = word_set("here there where un")  # which take a small word to themselves
# log10 of use: what one of two words is at least, beside a small one or another; and what is no word at the most.
RARELY, KNOWN, NONE = -7.0, -6.0, -7.5
LISTED, OUTWEIGHS = -6.5, 2.0  # from which it may be one after all; and the log-odds that are then asked
NEVER = -99.0
COMPOUND = 1.0  # log10 of how much likelier two words, neither of them small, are a compound that its author made
OFTEN = 3  # times that two words may be run together, unless both are small
_AFTER_ENDING = word_set("in on at as by it to or for")
_INFLECTED = ("s", "ed", "ly", "al", "ous", "ive", "ic", "ful")
INFLECTED, LONGEST_SUFFIX = 4, 4  # letters of what seems to have an ending, and of what may be one
BOTH, BOTH_SMALL = 1.0, 1.8  # how much likelier two small words are, and what is nothing but these


def use(lexicon: Lexicon, word: str) -> float:
    """The log10 of how often anybody, or this text, writes a word."""
    low = word.lower()
    own = lexicon.folded.get(low, 0)
    share = max(frequencies().get(low, 0.0), own / (2 * len(lexicon.words)) if own > 2 else 0.0)
    return math.log10(share) if share else -max(UNKNOWN, SHORT + LETTER * len(low))


def gained(lexicon: Lexicon, left: str, right: str) -> float:
    """The log-odds that one word stands where a space parts it."""
    apart = use(lexicon, left) + use(lexicon, right) + together(left, right)
    return use(lexicon, left + right) - SLIP - apart


def lost(lexicon: Lexicon, word: str) -> tuple[int, float]:
    """Where two words were most likely run together, and the log-odds of it; at 0 where nowhere."""
    low, stands = word.lower(), use(lexicon, word)
    best, odds = 0, 0.0
    for at in range(LEAST, len(low) - LEAST + 1):
        left, right = low[:at], low[at:]
        if _may_be_two(left, right) and min(_share(left), _share(right)) >= COMMON:
            here = use(lexicon, left) + use(lexicon, right) + together(word[:at], right) - SLIP - stands
            here += BOTH if left in _FIRST and right in _SECOND else 0.0
            if here > odds:
                best, odds = at, here
    return best, odds


def glued(lexicon: Lexicon, word: str) -> tuple[int, float]:
    """Where any two words that make no compound may have been run together, and the log-odds of it."""
    low, total = word.lower(), len(lexicon.words)
    stands = math.log10(_share(low)) if _share(low) else use(lexicon, low)
    if stands > NONE and not low.endswith(_SMALLS):
        return 0, 0.0
    one_word = stands > NONE or is_derived(low)
    often = lexicon.parts[low] > OFTEN
    best, odds = 0, 0.0
    for at in range(LEAST, len(low) - LEAST + 1):
        left, right = low[:at], low[at:]
        if often and not (left in _SMALL and right in _SMALL):
            continue
        small = (right in _SECOND and left not in _ADVERBS) or (left in _SMALL and right in _SMALL)
        if not small and (one_word or left in _BEGINS or right in _ENDS):
            continue
        if not (_is_any(lexicon, left) and _is_any(lexicon, right)):
            continue
        one, other = use(lexicon, left), use(lexicon, right)
        if min(one, other) < (RARELY if left in _SMALL or right in _SMALL else KNOWN):
            continue
        here = one + other + together(word[:at], right) + (BOTH_SMALL if small and left in _SMALL else 0.0)
        beside = lexicon.follows(word[:at], right)
        here = max(here + math.log10(1 + beside), math.log10(beside / total) if beside > 1 else NEVER)
        here -= 0.0 if left in _SMALL or right in _SMALL else COMPOUND
        if here - SLIP - stands > odds:
            best, odds = at, here - SLIP - stands
    return (best, odds) if stands <= LISTED or odds >= OUTWEIGHS else (0, 0.0)


def _is_any(lexicon: Lexicon, part: str) -> bool:
    """Whether a part is any word at all; of two letters only those that are one by themselves."""
    if len(part) == LEAST:
        return part in _SMALL
    return part in frequencies() or part in lexicon.folded


def _may_be_two(left: str, right: str) -> bool:
    """Whether two parts make no word that anybody could have made of them."""
    if left in _FIRST or right in _SECOND:
        return True
    inflected = left.endswith(_INFLECTED) and len(left) > INFLECTED
    return inflected and (right in _AFTER_ENDING or (len(right) > LONGEST_SUFFIX and not left.endswith("s")))


def _share(word: str) -> float:
    return frequencies().get(word, 0.0)
