"""Colons: which of them are semicolons that have lost their tails, in a text that has hardly a semicolon.

Serves the rule of stray stops.  Of the words that a semicolon parts from the rest, about two in five begin with
`and` and its like, which hardly any colon does; so the colons before these tell how many of all are semicolons.
How much a word leans to either was counted in half a million words of English prose of four kinds, and rounded.

    the wheel stood still: and nobody … the mill was old: the miller   ->  “;”, if the text has many of the first
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.rules.evidence.words.commas import comma_odds
from build_edition.rules.evidence.words.lexicon import word_set
from build_edition.rules.evidence.words.stops import NEVER

_COLON = re.compile(r"(?<![\w’'-])([A-Za-z][a-z’'-]+): (?=([a-z]+)\b)")
_ADDS = word_set("and but nor or yet")  # words that begin what a semicolon parts from the rest
_LEANS = word_set("he they we you if as when so though while because then since which there for in on until")
_ANNOUNCES = word_set(
    """follows following thus namely example instance this these said says asked asks wrote writes question
    questions words reasons things points ways kinds answer rule"""
)
ENOUGH, FAR = 10, 3  # colons from which a habit is known, and how many times as many as semicolons
ADDING = 0.4  # the share of semicolons that stand before words of `_ADDS` and the conjunctions
_CONJUNCTIONS = _ADDS | word_set("so though while which when as if")
LEAST = 0.05  # the share of colons that are colons, at least
LEANING, ANNOUNCING = 2.0, 0.1  # how much likelier a semicolon is for what follows, and for what stands before
PAUSE, SOME_PAUSE = -2.0, -3.5  # log-odds of a comma above which a stop stands, and above which one may


@dataclass(frozen=True)
class Colon:
    """A colon before a small letter: where its word begins, where it is, and the odds of a semicolon.

    `stands` tells whether any stop may stand there.
    """

    start: int
    at: int
    odds: float
    stands: bool


def doubtful_colons(text: str) -> Iterator[Colon]:
    """The colons before small letters; none where the text has semicolons enough."""
    found = list(_COLON.finditer(text))
    if len(found) < ENOUGH or text.count(";") * FAR > len(found):
        return
    adding = sum(match[2] in _CONJUNCTIONS for match in found)
    lost = min(adding / ADDING, (1 - LEAST) * len(found))
    usual = lost / (len(found) - lost)
    for match in found:
        word, following = match.groups()
        pause = comma_odds(word, following)
        odds = usual * (LEANING if following in _LEANS else 1.0)
        if word.lower() in _ANNOUNCES:
            odds *= ANNOUNCING
        if following in _ADDS and pause >= SOME_PAUSE:
            odds, pause = max(odds, 1 / LEAST), max(pause, PAUSE)
        yield Colon(match.start(), match.end(1), odds if pause >= PAUSE else min(odds, 1.0), pause > NEVER)
