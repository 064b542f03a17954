"""What an intervention is to a reader, and what its rule is called in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from build_edition.accounting import heads_of_rules
from build_edition.edition.words.emendations import RULE as EMENDATION
from build_edition.transcript import Intervention

Kind = Literal["word", "hyphen", "dress", "join", "forme work"]

# Where several changes fall on one word, the first of these names it.
KINDS: tuple[Kind, ...] = ("word", "hyphen", "dress", "join", "forme work")

# Of the rules that normalise, those that change a word and not its dress.
_WORDS = frozenset({"opening-capitals", "encoding"})

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "encoding": "characters restored that a change of encoding had spoilt",
        "site-furniture": "matter of a web site or library left out",
        "loose-page": "a page number left among the text taken out",
        "forme-work": "running heads and page numbers left out",
        "markdown": "signs of mark-up taken as what they mean",
        "markup": "signs of emphasis taken as emphasis",
        "superscript": "raised figures set plain",
        "table-markup": "the signs that part the columns of a table left out",
        "heading-markup": "the signs of a heading left out",
        "note-markup": "the signs of a note left out",
        "note-number": "the misread number of a note corrected",
        "stray-mark": "a stray mark left out, or a missing stop put in",
        "note-call": "a misread note call restored",
        "line-join": "the lines of a paragraph joined",
        "line-end-hyphen": "a hyphen at the end of a line dropped",
        "typography": "dashes and quotation marks set as in print",
        "range": "a range set with a dash",
        "opening-capitals": "the capitals that open a chapter or section set small",
        "small-capitals": "small capitals corrected that were misread",
        "inner-hyphen": "a hyphen inside a word dropped, left there by a line’s end in print",
        "lost-hyphen": "a hyphen restored that a line’s end in print had lost",
        "spacing": "a space put in or taken out",
        "stray-stop": "a stray stop left out",
        "doubled": "a word printed twice set once",
        "quotation-mark": "a misread quotation mark corrected",
        "misread-bracket": "a misread bracket corrected",
        "spaced-hyphen": "a spaced hyphen set as a dash",
        "misread-character": "a misread character corrected",
        "lost-apostrophe": "a lost apostrophe restored",
        "stray-apostrophe": "a stray apostrophe left out",
    }
)


@cache
def _heads() -> Mapping[str, str]:
    return MappingProxyType(heads_of_rules())


def kind_of(this: Intervention, stands: str) -> Kind:
    """What an intervention on the words `stands` is to a reader; what is under no head changes words."""
    rule = this.rule.partition(":")[0]
    head = _heads().get(rule, "emended")
    if head == "forme work":
        return "forme work"
    if head == "joined":
        return "join" if stands.strip() == this.reading.strip() else "hyphen"
    if head == "normalised" and rule not in _WORDS:
        return "dress"
    return "word"


def record_number(rule: str) -> int | None:
    """Of which of the editors' records, counted from 1, an intervention is; None where it is a rule's."""
    name, _, number = rule.partition(":")
    return int(number) if name == EMENDATION and number.isdecimal() else None
