"""What is wrong with words, guessed from what the source has and what should be read."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

from build_edition.edition.words.emendations import Cause
from build_edition.rules.evidence.words.confusions import Costs

_MARKUP = re.compile(r"[*_~#|`\\<>]|&[a-z]+;")
_HYPHENS = str.maketrans(dict.fromkeys("-‐‑"))
_ALIKE = 0.5  # as share of the longer of two words: below it they are two words rather than one misread
_COSTS = Costs()


def guess_cause(source_words: str, reading: str, text: str = "") -> tuple[Cause, bool]:
    """The likeliest cause for which `reading` is read in place of `source_words`, and whether it is plain.

    Plain is what concerns signs, spaces or capitals alone, and letters that machines take for one another in what
    is no word: one that stands more than once in `text`, the whole work, is one. The rest is a guess: whether a
    word is misread or another, whether words that come in were lost.
    """
    old, new = " ".join(source_words.split()), " ".join(reading.split())
    if _bare(old) == _bare(new):
        return _of_signs(old, new)
    if _bare(old).casefold() == _bare(new).casefold():
        return ("case", True) if old.casefold() == new.casefold() else ("punctuation", False)
    olds, news = old.split(), new.split()
    if len(news) > len(olds) and _holds(olds, news):
        return "lost-text", False
    if len(olds) > len(news) and _holds(news, olds):
        return "word", False
    if Levenshtein.normalized_similarity(_bare(old), _bare(new)) < _ALIKE:
        return "word", False
    return "character", len(olds) == len(news) and all(
        one == other or (_is_misreading(one, other) and not _is_word(one, text))
        for one, other in zip(olds, news, strict=True)
    )


def _of_signs(old: str, new: str) -> tuple[Cause, bool]:
    """The cause where all letters and figures are as they were."""
    if "".join(old.split()) == "".join(new.split()):
        return "spacing", True
    if (
        _MARKUP.findall(old) != _MARKUP.findall(new)
        and _MARKUP.sub("", old).split() == _MARKUP.sub("", new).split()
    ):
        return "markup", True
    return "punctuation", old.translate(_HYPHENS) != new.translate(_HYPHENS)


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum() or unicodedata.category(sign).startswith("M"))


def _holds(few: list[str], many: list[str]) -> bool:
    """Whether all of `few` stand among `many` in their order."""
    rest = iter(many)
    return all(word in rest for word in few)


def _is_misreading(read: str, meant: str) -> bool:
    """Whether a machine may have read a word so: few letters differ, each pair of them alike."""
    if Levenshtein.distance(read, meant) > 2 + max(len(read), len(meant)) // 6:
        return False
    _, pairs = _COSTS.explain(read.lower(), meant.lower())
    return all(_COSTS.is_known(pair) for pair in pairs)


def _is_word(word: str, text: str) -> bool:
    found = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    return next(found, None) is not None and next(found, None) is not None
