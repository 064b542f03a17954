"""Variants: every form by which a reader may ask for an entry, and the sign under which the index has them all.

In: the entries of the glossary and the registers.  Out: `Variant`s, and `data/variants.json` for the scripts.  The
forms are those that the records give, their Cyrillic in each system of transliteration, and for a person's name in
Cyrillic the family name alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Person, RegisterEntry
from build_edition.publish.search.transliterate import SYSTEMS, plural, transliterated
from build_edition.publish.search.words import keys
from build_edition.whole import Whole

FILE = "data/variants.json"
SHORT = 5  # words: a longer name in Cyrillic, as a title is, is turned by the first system alone
_ASIDE = re.compile(r"[(;,/]\s*(?:pl\.\s*)?")  # "темп; pl. темпы", "Рабкрин (РКИ)"


@dataclass(frozen=True, slots=True)
class Variant:
    """An entry with all its forms, folded; `sign` is the word that stands for it in the index."""

    entry: str
    kind: str
    label: str
    sign: str
    forms: tuple[str, ...]


def variants(whole: Whole) -> tuple[Variant, ...]:
    """One for each entry, in the order of the project."""
    return tuple(
        Variant(entry.id, entry.kind, entry.shown, sign_of(k), forms_of(entry))
        for k, entry in enumerate(whole.entries.values())
    )


def variant_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The variants as data; `theme/js/search/variants.js` makes the same signs by the place in the list."""
    rows = [[one.entry, one.kind, one.label, *one.forms] for one in variants(whole)]
    yield FILE, json.dumps({"entries": rows}, ensure_ascii=False, separators=(",", ":")) + "\n"


def signs(whole: Whole) -> Mapping[str, str]:
    """The sign of each entry by its id."""
    return {one.entry: one.sign for one in variants(whole)}


def sign_of(place: int) -> str:
    """The word that stands for the entry at a place of the list: four letters between such as no language has."""
    letters = ""
    for _ in range(4):
        place, k = divmod(place, len(ascii_lowercase))
        letters = ascii_lowercase[k] + letters
    return f"zq{letters}qz"


def forms_of(entry: Entry) -> tuple[str, ...]:
    """All forms of an entry as a query may have them, each once."""
    return tuple(dict.fromkeys(key for form in _forms(entry) for key in keys(form)))


def _forms(entry: Entry) -> Iterator[str]:
    yield from entry.forms
    yield entry.shown
    if isinstance(entry, Term):
        yield entry.expansion or ""
        written = entry.transliterations
        yield from filter(None, written.model_dump().values() if written else ())
    for russian in _cyrillic(entry):
        yield russian
        for system in SYSTEMS if len(russian.split()) < SHORT else SYSTEMS[:1]:
            yield transliterated(russian, system)


def _cyrillic(entry: Entry) -> Iterator[str]:
    """The names in Cyrillic: those parted by brackets or commas each, plurals of nouns, and family names alone."""
    whole = entry.cyrillic or ""
    parts = [part.strip(" )") for part in _ASIDE.split(whole)] if entry.kind != "title" else [whole]
    for part in filter(None, parts):
        yield part
        yield from filter(None, [plural(part)] if isinstance(entry, Term) else [])
        if isinstance(entry, Person) and _has_family_name(entry):
            yield part.split()[-1]


def _has_family_name(entry: RegisterEntry) -> bool:
    """Whether the register sorts someone by a name that stands last in running text, in both alphabets."""
    family = entry.name.partition(",")[0]
    return family != entry.name and len((entry.cyrillic or "").split()) > 1
