"""Commas: how likely English sets one between two words.

Serves the rules of OCR damage, which ask what a misread point was.  The weights are those of an additive model,
fitted to half a million words of English prose of three kinds and rounded; a word that is not listed counts by its
ending, and every two words count by the kinds of word they are.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

_KINDS = {
    "det": "a an the this that these those my your his her its our their no any some all each every both such what"
    " whose other another same many few several two three first last new own",
    "pro": "i you he she it we they",
    "obj": "me him us them himself itself themselves there here",
    "prep": "of in on at by for from to into onto with without within under over upon about against between among"
    " through during before after since than as toward towards until till above below beyond like near per",
    "conj": "and or but nor yet so if because while when where whether though although unless however therefore"
    " then thus which who whom",
    "adv": "also even only just still now again too indeed perhaps not never always often once rather merely very"
    " more most much less least quite almost up down off away back out",
    "aux": "is are was were be been being am has have had having do does did will would shall should can could may"
    " might must cannot",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_ENDINGS = ("ly", "ing", "ed", "al", "ive", "ous", "ic", "ful", "s")
_ADJECTIVES = frozenset(("al", "ive", "ous", "ic", "ful"))


def kinds(*names: str) -> frozenset[str]:
    """The words listed as of these kinds."""
    return frozenset(word for name in names for word in _KINDS[name].split())


def _table(rows: dict[float, str]) -> dict[str, float]:
    return dict(chain.from_iterable(((word, weight) for word in words.split()) for weight, words in rows.items()))


# Weights of the word after which, of the word before which, and of the kinds between which a comma would stand.
# A tilde stands for any other word with that ending, C for its capital.
_AFTER = _table(
    {
        -2.5: "the",
        -2.0: "and",
        -1.5: "a as of or to",
        -1.0: "an but by even had he in just not only such that those was were while",
        -0.5: "according almost although are at be been being both can did do each for from has have his how i"
        " if into its more most much never nor same shall should some than their they until upon very"
        " what when where whether which with would ~Cing",
        0.5: "about away back before him himself many may me no now other out own themselves these thus us"
        " well will yet you ~Cal ~Cic ~al ~ing ~ive ~ly ~ous",
        1.0: "again another down itself said them then too ~ ~C ~ed ~ful ~ic",
        1.5: "indeed ~Cly ~Cs ~s",
        2.0: "therefore",
        2.5: "first",
        4: "however",
    }
)
_BEFORE = _table(
    {
        -2.5: "of",
        -2.0: "out",
        -1.5: "down up ~s",
        -1.0: "any away be between him into itself over own that them themselves upon us was were ~",
        -0.5: "about again against also at back been could did few from had has have her here himself is its"
        " last me might more new now on once other our than their to towards two well within would you"
        " your ~al ~ed ~ful ~ive ~ly",
        0.5: "after almost among because both do each if it just many most never so some such they through"
        " too we where who with yet ~ing",
        1.0: "as being he like nor not rather then therefore until whose",
        1.5: "even since there while without",
        2.0: "according although but says",
        2.5: "however",
    }
)
_BETWEEN = _table(
    {
        -3.0: "prep|det",
        -2.0: "aux|adv det|o pro|aux",
        -1.5: "adj|s aux|det aux|ed det|adj ed|det ed|prep prep|o",
        -1.0: "aux|aux aux|ing aux|ly aux|o conj|pro det|ed det|ing det|s ed|obj ing|det ing|prep ly|ed o|prep"
        " prep|adj prep|aux prep|ing prep|pro pro|ed s|aux s|prep",
        -0.5: "Cs|adj Cs|aux C|aux adj|ing adj|o adj|prep adv|adj adv|det adv|ed adv|ly adv|prep aux|adj"
        " aux|pro conj|adv conj|det conj|ed conj|obj det|adv det|aux det|det det|pro ed|adv ed|s ing|obj"
        " ly|adj ly|o obj|adv obj|aux obj|prep o|aux o|obj prep|obj prep|s pro|o pro|s s|obj",
        0.5: "C|adj C|adv C|o C|prep adj|conj aux|prep aux|s conj|ly conj|s ed|adj ing|adj ing|conj ly|det"
        " ly|s obj|det obj|ed o|ed o|ly o|o o|pro o|s prep|conj prep|prep pro|det pro|prep s|conj s|det"
        " s|ing",
        1.0: "Cs|conj Cs|s C|conj C|ing C|ly C|pro adj|det aux|conj conj|conj conj|prep det|conj det|prep"
        " ed|aux ed|conj ed|ing ly|conj obj|o o|adj o|conj o|ing s|o",
        1.5: "Cs|det C|det adv|conj ing|ing obj|conj pro|conj s|adj",
        2.0: "adj|adj ed|ed",
        3.0: "s|s",
    }
)
_USUAL = -2.8  # the log-odds between words of no weight


@lru_cache(maxsize=20_000)
def comma_odds(word: str, following: str) -> float:
    """The log-odds (natural) that a comma stands after `word`, before `following`, which is in lower case."""
    own = "C" if word[:1].isupper() else ""
    word = owner_as_listed(word)
    kind, word = kind_of(word), word.lower()
    after = _AFTER.get(word, 0.0) if word in LISTED else _AFTER.get(f"~{own}{_ending(word)}", 0.0)
    before = _BEFORE.get(following, 0.0) if following in LISTED else _BEFORE.get(f"~{_ending(following)}", 0.0)
    return _USUAL + after + before + _BETWEEN.get(f"{kind}|{kind_of(following)}", 0.0)


LISTED = frozenset(_KIND_OF) | frozenset(word for word in chain(_AFTER, _BEFORE) if not word.startswith("~"))


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def owner_as_listed(word: str) -> str:
    """`his` for any owner."""
    return "his" if word.endswith(("’s", "'s")) else word


def kind_of(word: str) -> str:
    """The kind of a word: its part of speech where that is listed, a name, or its ending."""
    low = word.lower()
    if low in _KIND_OF:
        return _KIND_OF[low]
    if word[:1].isupper():
        return "Cs" if low.endswith("s") else "C"
    ending = "adj" if low.endswith("ian") else _ending(low)
    return "adj" if ending in _ADJECTIVES else ending or "o"
