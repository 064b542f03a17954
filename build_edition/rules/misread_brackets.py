"""Brackets read as letters, strokes or braces.

In a text that has square brackets and hardly a brace, a brace is one; and so is a stroke before or after the
letters that an editor sets in brackets at the head of a quoted word, or at the end of one, to fit it to his
sentence: with them the word is a common one.

Looks also for a closing bracket without its partner and for the one word before it that becomes a common one when
its first letter, which looks like a bracket, is taken away, while it is itself rare and stands but once in the
text: that letter was the bracket. The word is corrected with low certainty. Leaves alone brackets where no word or
more than one will do.

    the mills fin the valley] stood still   ->  the mills [in the valley] stood still
    he said that “/w/hen it rains …         ->  he said that “[w]hen it rains …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import zipf
from build_edition.rules.evidence.words.proof import Proof, proof_of

RULE = "misread-bracket"
REACH = 100  # characters between the two brackets
KNOWN = 3.0  # on the Zipf scale: a word as common is one
RARE, COMMON = 4.2, 5.5  # on the Zipf scale: what the word is at the most, and what is left of it at the least
_PAIRS = {"]": ("[", "fltrIJ|1("), ")": ("(", "fltcCeI1|[{")}
_BRACES = {"{": "[", "}": "]"}
FEW = 3  # times as many square brackets as braces, from which the braces are none
_FITTED = re.compile(
    r"(?<=[“‘\"'*°~ ])(?P<open>[/{\[f(])(?P<first>[A-Za-z])(?P<close>[/}\]J)f])(?P<last>[a-z]+)(?![\w/])"
)
_ENDED = re.compile(r"\b(?P<first>[a-z]{3,})(?P<open>[/{\[])(?P<last>ing|ed|es|s|d)(?P<close>[/}\]])(?!\w)")
# Each begins with one sign, which is quickly found.
_SIGNS = tuple(map(re.compile, ("/", r"\{", r"\}", r"\[(?=[A-Za-z][J)f])", r"\](?<=[f(][A-Za-z]\])(?=[a-z])")))
REACH_OF_WORD = 30  # characters from a sign in which its word stands
_WORD = re.compile(r"(?<=\s)(?P<letter>\S)(?P<rest>[a-z]{2,})(?=\s)")


def apply(draft: Draft) -> None:
    """Restore the brackets."""
    if "]" not in draft.text and ")" not in draft.text:
        return
    proof = proof_of(draft)
    signs = list(proof.text)
    for at, bracket, cert in _strokes_and_braces(proof.text):
        proof.emend(at, at + 1, bracket, RULE, cert=cert)
        signs[at] = bracket
    text = "".join(signs)
    for start, end, _ in proof.blocks():
        opened, since = {"[": 0, "(": 0}, start
        for match in re.finditer(r"[\[\]()]", text[start:end]):
            sign = match[0]
            if sign in opened:
                opened[sign] += 1
            elif opened[_PAIRS[sign][0]]:
                opened[_PAIRS[sign][0]] -= 1
            else:
                _restore(proof, since, start + match.start(), sign)
            since = start + match.end()


def _strokes_and_braces(text: str) -> list[tuple[int, str, str]]:
    """Each stroke or brace that was a square bracket: where it is, the bracket, and how certain that is."""
    square, braces = text.count("[") + text.count("]"), text.count("{") + text.count("}")
    if not square:
        return []
    found = {}
    if braces * FEW <= square:
        found = {match.start(): (_BRACES[match[0]], "low") for match in re.finditer(r"[{}]", text)}
    for match in _about_signs(text):
        signs = match["open"] + match["close"]
        if (
            signs != "[]"
            and set(signs) & set("/{}[]")
            and zipf("".join(match.group("first", "last")).lower()) >= KNOWN
        ):
            cert = "low" if any(map(str.isalpha, signs)) else "high"
            found |= {match.start("open"): ("[", cert), match.start("close"): ("]", cert)}
    return [(at, *found[at]) for at in sorted(found) if text[at] != found[at][0]]


def _about_signs(text: str) -> Iterator[re.Match[str]]:
    """What may be letters between brackets, beside each sign that may be one."""
    for sign in chain.from_iterable(sign.finditer(text) for sign in _SIGNS):
        window = max(sign.start() - REACH_OF_WORD, 0), sign.end() + REACH_OF_WORD
        yield from chain(_FITTED.finditer(text, *window), _ENDED.finditer(text, *window))


def _restore(proof: Proof, since: int, close: int, sign: str) -> None:
    """Restore the partner of `sign` at `close`, where one word alone after the last bracket can hide it."""
    bracket, letters = _PAIRS[sign]
    found = [
        match
        for match in _WORD.finditer(proof.text, max(since, close - REACH), close)
        if match["letter"] in letters and _hides(proof, match["letter"] + match["rest"], match["rest"])
    ]
    if len(found) == 1:
        at = found[0].start("letter")
        proof.emend(at, at + 1, bracket, RULE, cert="low")


def _hides(proof: Proof, word: str, rest: str) -> bool:
    rare = not word.isalpha() or (zipf(word.lower()) < RARE and proof.lexicon.folded[word.lower()] <= 1)
    return rare and zipf(rest) >= COMMON
