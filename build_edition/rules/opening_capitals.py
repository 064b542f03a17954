"""Opening capitals: the words in capitals with which a printer opens a chapter or section.

They are the manner of the page, like a drop initial, and hide what is a name and what is not.  At the
beginning of a paragraph, a run of words in capitals that goes on in small letters gets the case that the
document itself gives each word elsewhere.  Where the document does not tell, or a single word may be an
abbreviation, all is left.  Changes headings and whole paragraphs in capitals never.

    ONE OF THE BEST lock-keepers of Alder   ->  One of the best lock-keepers of Alder
    EVEN IN ALDER they drank                ->  Even in Alder they drank
"""

from __future__ import annotations

import re
from itertools import islice

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import Lexicon, zipf
from build_edition.rules.evidence.words.proof import proof_of

RULE = "opening-capitals"
_CAPITALS = r"[^\W\d_a-z]+(?:[’'-][^\W\d_a-z]+)*"
_RUN = re.compile(rf"[“‘\"']?(?P<run>{_CAPITALS}(?: {_CAPITALS})*),? (?=[^\W\d_]*[a-z])")
LONGEST = 120  # characters: a longer run is no opening
ALONE = 3  # letters in a run of one word; US, EC and the like are abbreviations
COMMON = 4.5  # on the Zipf scale: a word of the language, where the document has it nowhere in small letters


def apply(draft: Draft) -> None:
    """Set the capitals that open a paragraph as the document sets the same words elsewhere."""
    proof = proof_of(draft)
    for start, end, kind in proof.blocks():
        match = _RUN.match(proof.text, start, min(end, start + LONGEST)) if kind == "p" else None
        if match and (lowered := _lowered(match["run"].split(" "), proof.lexicon)):
            proof.emend(match.start("run"), match.end("run"), lowered, RULE)


def _lowered(run: list[str], lexicon: Lexicon) -> str | None:
    """The words as they are written elsewhere; None where one of them cannot be told."""
    letters = sum(len(word) for word in run)
    if letters < ALONE or any(not word.isupper() for word in run):
        return None
    cased = [_as_elsewhere(word, lexicon, is_alone=len(run) == 1) for word in run]
    if None in cased:
        return None
    words = [word for word in cased if word]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _as_elsewhere(word: str, lexicon: Lexicon, is_alone: bool) -> str | None:
    """The commonest form of a word other than capitals; None where it may be an abbreviation."""
    if word == "I":
        return word
    small = word.lower()
    forms = {form: lexicon.counts[form] for form in lexicon.forms.get(small, ()) if form != word}
    often = forms.get(small, 0)
    if often and not (is_alone and _is_abbreviation(word, often, lexicon)):
        return small
    name = small[:1].upper() + small[1:]
    if forms.get(name, 0) > 1 and not is_alone:
        return name
    return small if not forms and not is_alone and zipf(small) >= COMMON else None


def _is_abbreviation(word: str, often: int, lexicon: Lexicon) -> bool:
    """Whether the document has the capitals in running text a quarter as often as the small letters, or more."""
    elsewhere = (n for n in lexicon.places.get(word, ()) if not lexicon.is_in_capitals(n))
    enough = max(1, -(-often // 4)) + 1  # with the one that opens the paragraph
    return len(list(islice(elsewhere, enough))) == enough
