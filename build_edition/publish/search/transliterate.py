"""Russian in Latin letters, by the systems that readers and libraries use, so that a name is found in any of them.

The systems and where they are laid down:

- `ala-lc`: ALA-LC Romanization Tables, Russian (Library of Congress, 2012)
- `bgn-pcgn`: BGN/PCGN 1947 System for the Romanization of Russian Cyrillic
- `scholarly`: the system of linguists, which ISO/R 9:1968 laid down; э is è, as linguists write it more often
- `iso-9`: ISO 9:1995, a letter for a letter
- `popular`: System I of J. Thomas Shaw, The Transliteration of Modern Russian for English-Language Publications
  (Madison, 1967), meant for names in running text
- `german`: the transcription of the Duden, which emigrants took with their names

What a hand wrote otherwise is for the editors to list among an entry's forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SAME = dict(zip("абвгдзиклмнопрстуф", "abvgdziklmnoprstuf", strict=True))
_ENGLISH = {**_SAME, "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y"}
_CZECH = {
    **_SAME, "е": "e", "ё": "ë", "ж": "ž", "й": "j", "ц": "c", "ч": "č", "ш": "š", "ъ": "ʺ", "ы": "y", "ь": "ʹ",
}  # fmt: skip

_LETTERS: Mapping[str, Mapping[str, str]] = {
    "ala-lc": {
        **_ENGLISH, "е": "e", "ё": "ë", "й": "ĭ", "ц": "t͡s", "ъ": "ʺ", "ь": "ʹ", "э": "ė", "ю": "i͡u", "я": "i͡a",
    },
    "bgn-pcgn": {**_ENGLISH, "е": "e", "ё": "ë", "й": "y", "ъ": "”", "ь": "’", "э": "e", "ю": "yu", "я": "ya"},
    "scholarly": {**_CZECH, "х": "ch", "щ": "šč", "э": "è", "ю": "ju", "я": "ja"},
    "iso-9": {**_CZECH, "х": "h", "щ": "ŝ", "э": "è", "ю": "û", "я": "â"},
    "popular": {**_ENGLISH, "е": "e", "ё": "yo", "й": "y", "ъ": "", "ь": "", "э": "e", "ю": "yu", "я": "ya"},
    "german": {
        **_SAME, "в": "w", "е": "e", "ё": "jo", "ж": "sch", "з": "s", "й": "i", "х": "ch", "ц": "z", "ч": "tsch",
        "ш": "sch", "щ": "schtsch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja",
    },
}  # fmt: skip

_VOWELS = "аеёиоуыэюя"
# What stands otherwise in some places, turned before the single letters: the system, where, and into what.
_PLACES = (
    ("bgn-pcgn", rf"(?:\b|(?<=[{_VOWELS}йъь]))е", "ye"),
    ("bgn-pcgn", rf"(?:\b|(?<=[{_VOWELS}йъь]))ё", "yë"),
    ("popular", r"[иы]й\b", "y"),
    ("popular", rf"(?:\b|(?<=[{_VOWELS}ъь]))е", "ye"),
    ("popular", r"(?<=[жчшщ])ё", "e"),
    ("popular", r"кс", "x"),
    ("german", rf"(?<=[{_VOWELS}])с(?=[{_VOWELS}])", "ss"),
    ("german", r"(?<=[жчшщ])ё", "o"),
    ("german", r"[иы]й\b", "i"),
    ("german", r"кс", "x"),
)
SYSTEMS = tuple(_LETTERS)
_PLURALS = (  # by the ending of a noun in the singular
    (r"(?<=[бвдзлмнпрстфц])$", "ы"),
    (r"(?<=[гкхжчшщ])$", "и"),
    (r"(?<=[бвдзлмнпрстфц])а$", "ы"),
    (r"(?<=[гкхжчшщ])а$", "и"),
    (r"(?:(?<=[бвдзлмнпрстф])ь|(?<=и)я)$", "и"),
)


def transliterated(russian: str, system: str) -> str:
    """Words in Cyrillic by one of the `SYSTEMS`, in small letters; what is not Russian stays."""
    text = russian.lower()
    for name, place, latin in _PLACES:
        if name == system:
            text = re.sub(place, latin, text)
    letters = _LETTERS[system]
    return "".join(letters.get(sign, sign) for sign in text)


def plural(russian: str) -> str:
    """The nominative plural of a noun of one word, by its ending; empty where that does not tell it."""
    if russian.isalpha() and russian.islower():
        for ending, plural_ending in _PLURALS:
            if re.search(ending, russian):
                return re.sub(ending, plural_ending, russian)
    return ""
