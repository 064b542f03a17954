"""Quotation marks: stray, missing, mismatched and misdirected ones, found by balance over each paragraph.

A text whose marks are curly opens and closes each quotation with a pair; a quotation over several paragraphs
opens each anew and closes the last; one inside another takes the other kind.  Corrects a straight mark among
curly ones whose direction balances its paragraph, an opening mark of the wrong kind before a quotation that the
right kind closes, a sign that no text has (`~`) in the place of one, an opening mark that nothing could close,
between words that go together in a sentence that quotes nobody, and a mark inside two common words.  What else
does not balance is a `suspect`, with the word that it stands at.  Leaves alone apostrophes, texts without curly
marks, and texts in which so much is unbalanced that balance says nothing.

    the ‘spinners of the valley were paid.   ->  the spinners of the valley were paid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import word_set, zipf
from build_edition.rules.evidence.words.proof import Proof, proof_of

RULE = "quotation-mark"
REASON = "quotation-mark"
TRUSTED = 0.04  # the share of double marks without partner, up to which balance is to be trusted
_MARKS = re.compile('[“”"]|‘(?=\\w)|’(?!\\w)(?<=[\\w.,!?…\\s]’)|[~°«](?=\\w)')
_SINGLE = re.compile(r"‘(?<!\w‘)(?=\w)")
_BROKEN = frozenset("~°«")  # what is left of an opening mark
_BEFORE_MARK = frozenset(" \n\t—(")
_CLIPPED = re.compile(r"‘(?:tis|twas|em|til|cause|n|\d)", re.IGNORECASE)
_CLIPPED_WORDS = word_set("all tis twas gainst neath round tween cause way")
_BEFORE = word_set("a an the of in to and by for")
_WORD = re.compile(r"[\w-]+")
_SUBJECTS = word_set("he she it we they this who which")
_GOES_ON = word_set(
    """is was are were has had have will would can could shall should may might must did does with within of in on
    at by for from to into upon between among against through under over and
    or but that which who whose when where"""
)
_LEADS_IN = _GOES_ON | word_set("a an the as be been being not so called his her its their our my your this these")
_SENTENCE_ENDS = re.compile(r"[.!?…:][”’)]?\d* ")
_SENTENCE = re.compile(r"[^.!?…]*(?:.[”’)]?\d*)?")
_QUOTES = re.compile(
    r"\b(?:sa(?:id|y|ys|ying)|wr(?:o|i)te[s]?|writ(?:ing|ten)|argu|assert|claim|stat(?:ed|es|ing)|declar|describ|call"
    r"|quot|cit(?:ed|es|ing)|according|proclaim|not(?:ed|es|ing)|conclud|ask|repl(?:y|ied|ies)|word|phrase|term|remark"
    r"|observ|insist|add(?:s|ed)|spe(?:ak|ech)|spoke|tells?\b|told|report|announc|label|dub|nam(?:ed|es)|slogan|motto"
    r"|in reply|titl|entitl|maintain|stress|emphas|comment|suggest|point|put it)"
)
_CALL = re.compile(r"[^\W\d_][.,;:]?[”’)]?[.,;:]?\d")
REACH = 300  # characters of a sentence before a mark
_UNCLOSED = "This opens what nothing closes in the paragraph."
_UNOPENED = "This closes what nothing opens in the paragraph."


@dataclass
class _Balance:
    """What does not balance in one block, by offsets into the reading text."""

    start: int
    end: int
    outer: bool  # whether its quotations are in double marks
    quoted: bool  # whether it is itself a quotation
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
    outer = doubles >= 10 * len(_SINGLE.findall(proof.text))
    balances = [
        _balance(proof, _Balance(start, end, outer and kind in ("p", "item", "quote"), kind == "quote"))
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


def _balance(proof: Proof, found: _Balance) -> _Balance:
    """Follow the marks of one block."""
    text, start, end = proof.text, found.start, found.end
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
        if not (len(balance.opened) == 1 and _is_stray(text, balance, at) and proof.emend(at, at + 1, "", RULE)):
            _doubt(proof, at)


def _is_stray(text: str, balance: _Balance, at: int) -> bool:
    """Whether a double opening mark stands between words that go together, in a sentence that quotes nobody."""
    word = _WORD.match(text, at + 1)
    before = text[max(at - REACH, balance.start) : at]
    if at == balance.start or word is None or not (word[0].islower() and before[-2:-1].islower()):
        return False
    last = before.split()[-1]
    goes_on = word[0] in _GOES_ON and last not in _LEADS_IN
    if not before.endswith(" ") or not (goes_on or last in _SUBJECTS):
        return False
    sentence = _SENTENCE_ENDS.split(before)[-1] + (_SENTENCE.match(text, at + 1) or [""])[0]
    return not _QUOTES.search(sentence) and (balance.quoted or not _CALL.search(sentence))


def _doubt(proof: Proof, at: int) -> None:
    """Mark an opening mark, with the word after it."""
    word = _WORD.match(proof.text, at + 1)
    if word is not None:
        proof.suspect(at, word.end(), REASON, (word[0],), _UNCLOSED)


def _inside(proof: Proof) -> None:
    """Correct a mark that parts two common words in place of a space."""
    lexicon = proof.lexicon
    for word, places in lexicon.places.items():
        if "’" not in word and "'" not in word:
            continue
        left, _, right = word.replace("'", "’").partition("’")
        if left not in _BEFORE or not right.isalpha() or not right.islower():
            continue
        if len(right) > 2 and right not in _CLIPPED_WORDS and zipf(right) >= 4.0:
            for number in places:
                at = lexicon.starts[number] + len(left)
                proof.emend(at, at + 1, " ", RULE)
