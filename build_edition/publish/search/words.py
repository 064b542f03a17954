"""Words as they are compared in a search: `theme/js/search/words.js` does the same to what a reader asks.

A word is a run of letters and figures; an apostrophe or hyphen parts two.  Case, accents and the signs of a
transliteration (ʹ, ʺ, ties) do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_ALIKE = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ς": "σ"})
_APOSTROPHE = re.compile(r"(?<=\w)[’'‘ʼ](?=\w)")


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word without case, accents and signs: "Troĭka" is "troika"."""
    return "".join(
        sign for sign in unaccented(word).lower().translate(_ALIKE) if sign.isalnum() and not _is_sign(sign)
    )


@lru_cache(maxsize=65_536)
def unaccented(word: str, form: str = "NFKD") -> str:
    """A word in small letters without the marks above and below them."""
    parts = unicodedata.normalize(form, word.lower())  # type: ignore[arg-type]
    return "".join(sign for sign in parts if not unicodedata.category(sign).startswith("M"))


def _is_sign(sign: str) -> bool:
    """Whether a letter only modifies another, as the prime that stands for a soft sign."""
    return unicodedata.category(sign) == "Lm"


def words(text: str) -> Iterator[str]:
    """The words of a text, folded, in order."""
    yield from filter(None, map(fold, WORD.findall(text)))


def keys(form: str) -> tuple[str, ...]:
    """A form as a reader may ask for it: its words with single spaces, apostrophes parting them or left out."""
    joined = _APOSTROPHE.sub("", form)
    return tuple(dict.fromkeys(filter(None, (" ".join(words(one)) for one in (form, joined)))))
