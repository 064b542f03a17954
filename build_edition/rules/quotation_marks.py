"""Quotation marks: stray, missing, mismatched and misdirected ones, found by balance over each paragraph.

A text whose marks are curly opens and closes each quotation with a pair; a quotation over several paragraphs
opens each anew and closes the last; one inside another takes the other kind.  Corrects a straight mark among
curly ones whose direction balances its paragraph, an opening mark of the wrong kind before a quotation that the
right kind closes, a sign that no text has (`~`) in the place of one, a single opening mark that nothing could
close, and a mark inside two common words.  What else does not balance is a `suspect`, with the word that it
stands at.  Leaves alone apostrophes, texts without curly marks, and texts in which so much is unbalanced that
balance says nothing.

    the ‘spinners of the valley were paid.   ->  the spinners of the valley were paid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lexicon import word_set, zipf
from build_edition.rules.evidence.proof import Proof, proof_of

RULE = "quotation-mark"
REASON = "quotation-mark"
TRUSTED = 0.04  # the share of double marks without partner, up to which balance is to be trusted
_MARKS = re.compile('[“”"]|‘(?=\\w)|(?<=[\\w.,!?…\\s])’(?!\\w)|[~°«](?=\\w)')
_BROKEN = frozenset("~°«")  # what is left of an opening mark
_BEFORE_MARK = frozenset(" \n\t—(")
_CLIPPED = re.compile(r"‘(?:tis|twas|em|til|cause|n|\d)", re.IGNORECASE)
_CLIPPED_WORDS = word_set("all tis twas gainst neath round tween cause way")
_BEFORE = word_set("a an the of in to and by for")
_WORD = re.compile(r"[\w-]+")
_UNCLOSED = "This opens what nothing closes in the paragraph."
_UNOPENED = "This closes what nothing opens in the paragraph."


@dataclass
class _Balance:
    """What does not balance in one block, by offsets into the reading text."""

    start: int
    outer: bool  # whether its quotations are in double marks
    even: bool = True  # whether as many double marks open as close
    opened: list[int] = field(default_factory=list)  # double marks never closed
    closed: list[int] = field(default_factory=list)  # double marks never opened
    straight: list[int] = field(default_factory=list)  # straight marks that close an open quotation
    broken: list[int] = field(default_factory=list)  # signs before a word, no quotation open
    mended: list[int] = field(default_factory=list)  # those of them that a double mark closes
    single: list[tuple[int, bool]] = field(default_factory=list)  # never closed, with whether inside a quotation


def apply(draft: Draft) -> None:
    """Correct and mark what does not balance."""
    if "“" not in draft.text or "”" not in draft.text:
        return
    proof = proof_of(draft)
    _inside(proof)
    doubles = proof.text.count("“") + proof.text.count("”")
    outer = doubles >= 10 * len(re.findall(r"(?<!\w)‘(?=\w)", proof.text))
    balances = [
        _balance(proof, start, end, outer and kind in ("p", "item", "quote"))
        for start, end, kind in proof.blocks()
    ]
    for balance in balances:
        for at in balance.mended:
            proof.emend(at, at + 1, "“", RULE)
    _settle(proof, balances)
    if sum(len(one.opened) + len(one.closed) for one in balances) > max(3, TRUSTED * doubles):
        return
    for balance in balances:
        _judge(proof, balance)


def _balance(proof: Proof, start: int, end: int, outer: bool) -> _Balance:
    """Follow the marks of one block."""
    text = proof.text
    found = _Balance(start, outer)
    for match in _MARKS.finditer(text, start, end):
        at, sign = match.start(), match[0]
        if sign == "“":
            if found.opened and proof.begins_line(at):  # a quotation goes on in a new paragraph
                found.opened.pop()
            found.opened.append(at)
            found.broken.clear()
        elif sign in _BROKEN:
            if not found.opened and (at == start or text[at - 1] in _BEFORE_MARK):
                found.broken.append(at)
        elif sign == "‘":
            if not _CLIPPED.match(text, at):
                found.single.append((at, bool(found.opened)))
        elif sign == "’":
            if found.single:
                found.single.pop()
        elif found.opened:
            if sign == "”" or text[at - 1].isalnum() or text[at - 1] in ".,!?…":
                found.opened.pop()
                found.single = [one for one in found.single if not one[1]]
            if sign == '"':
                found.straight.append(at)
        elif sign == "”" and found.broken:
            found.mended.append(found.broken[-1])
            found.broken.clear()
        elif sign == "”" and not (text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()):
            found.closed.append(at)  # alone between spaces it stands for the words above
    found.even = text.count("“", start, end) == text.count("”", start, end)
    return found


def _settle(proof: Proof, balances: list[_Balance]) -> None:
    """Take off the lists what a later block closes or opens anew."""
    for place, balance in enumerate(balances[:-1]):
        following = balances[place + 1]
        if not balance.opened:
            continue
        if following.closed and following.outer != balance.outer:
            continue
        if following.closed:  # one paragraph, taken for two
            following.closed.pop(0)
            balance.opened.pop()
        elif any(proof.text[other.start] in '“‘"' for other in balances[place + 1 : place + 3]):
            balance.opened.pop()


def _judge(proof: Proof, balance: _Balance) -> None:
    """Correct what is certain in one block, and mark the rest."""
    text = proof.text
    for at in balance.straight:
        if (text[at - 1].isalnum() or text[at - 1] in ".,!?…") and not text[at + 1 : at + 2].isalpha():
            proof.emend(at, at + 1, "”", RULE)
    outside = [at for at, inside in balance.single if not inside]
    if balance.outer and len(balance.closed) == len(outside) == 1 and outside[0] < balance.closed[0]:
        proof.emend(outside[0], outside[0] + 1, "“", RULE)
        return
    for at in outside:
        certain = (
            balance.outer
            and balance.even
            and at > balance.start
            and text[at - 1] == " "
            and text[at + 1].islower()
        )
        if not (certain and proof.emend(at, at + 1, "", RULE)):
            _doubt(proof, at)
    for at in balance.closed:
        start = max(text.rfind(" ", balance.start, at) + 1, balance.start)
        proof.suspect(start, at + 1, REASON, (text[start:at],), _UNOPENED)
    for at in balance.opened:
        _doubt(proof, at)


def _doubt(proof: Proof, at: int) -> None:
    """Mark an opening mark, with the word after it."""
    word = _WORD.match(proof.text, at + 1)
    if word is not None:
        proof.suspect(at, word.end(), REASON, (word[0],), _UNCLOSED)


def _inside(proof: Proof) -> None:
    """Correct a mark that parts two common words in place of a space."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        left, mark, right = word.replace("'", "’").partition("’")
        if not mark or left not in _BEFORE or not right.isalpha() or not right.islower():
            continue
        if len(right) > 2 and right not in _CLIPPED_WORDS and zipf(right) >= 4.0:
            for number in places:
                at = lexicon.starts[number] + len(left)
                proof.emend(at, at + 1, " ", RULE)
