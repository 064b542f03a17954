"""Quotation marks: stray, missing, mismatched and misdirected ones, found by balance over each paragraph.

A text whose marks are curly opens and closes each quotation with a pair; a quotation over several paragraphs
opens each anew and closes the last; one inside another takes the other kind.  Corrects a straight mark among
curly ones that closes what its paragraph has opened, or opens what it closes, an opening mark of the wrong kind
before a quotation that the right kind closes, a sign that no text has (`~`) in the place of one, or between two
words in that of a dash, a single mark that alone can close what a double one opened, or an asterisk that opened
what one closes (with low certainty), an opening mark that nothing could close, between words that go together in
a sentence that quotes nobody, and a mark inside two common words.  What else does not balance is a `suspect`.
Leaves alone apostrophes, texts without curly marks, and the balance of texts in which so much is unbalanced that
it says nothing.

    the ‘spinners of the valley were paid.   ->  the spinners of the valley were paid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import word_set, zipf
from build_edition.rules.evidence.words.proof import Proof, proof_of
from build_edition.rules.evidence.words.stops import misread_stops

RULE = "quotation-mark"
REASON = "quotation-mark"
TRUSTED = 0.08  # the share of double marks without partner, up to which balance is to be trusted
_MARKS = re.compile('[“”"]|‘(?=\\w)|’(?!\\w)(?<=[\\w.,!?…\\s]’)|[~°«](?=\\w)|[*](?=\\w)')
_DOUBLE = re.compile('[“”"]')
_BETWEEN_WORDS = re.compile("[a-z]” [a-z]")
_SINGLE = re.compile(r"‘(?<!\w‘)(?=\w)")
_BROKEN = frozenset("~°«*")  # what is left of an opening mark
_BEFORE_MARK = frozenset(" \n\t—(")
_ENDS = frozenset(".,!?…")
_AFTER_HALF = frozenset((".", ",", ";", ":", "!", "?", ")", "\n", ""))
_TILDE = re.compile(r"~(?:(?<=[\s—(]~)(?=[A-Z])|(?<=[^\W\d_] ~)(?= [^\W\d_]))")
_SAYS = re.compile(r" (?:I|he|she|they|we|(?:said|cried|asked|answered|replied|shouted)\b)")
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
FEW, STRAIGHT = 3, 0.1  # straight marks, and their share of all double ones, up to which they are slips
KNOWN = 4.0  # on the Zipf scale: as common a word is one
REACH = 300  # characters of a sentence before a mark
_UNCLOSED = "This opens what nothing closes in the paragraph."
_UNOPENED = "This closes what nothing opens in the paragraph, or what another closes."


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
    rivals: list[int] = field(default_factory=list)  # marks before these that closed what they may have closed
    last: int | None = None  # the mark that closed the last quotation
    straight: list[int] = field(default_factory=list)  # straight marks that close an open quotation
    broken: list[int] = field(default_factory=list)  # signs before a word, no quotation open
    mended: list[int] = field(default_factory=list)  # those of them that a double mark closes
    halves: list[int] = field(default_factory=list)  # single marks that may close the open quotation
    halved: list[int] = field(default_factory=list)  # those of them that nothing else closes
    single: list[tuple[int, bool]] = field(default_factory=list)  # never closed, with whether inside a quotation

    def close_by_half(self) -> None:
        """Take the last single mark for the one that closes the open quotation, when nothing else has."""
        if self.opened and self.halves:
            self.halved.append(self.halves[-1])
            self.opened.pop()
        self.halves.clear()

    def opened_by_half(self) -> list[int]:
        """The single marks never closed before a double one that closes what nothing else has opened."""
        places = [at for at, inside in self.single if not inside]
        return [at for at in places if any(at < close < at + REACH for close in self.closed)]


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
    noisy = bool(misread_stops(proof.text))
    for balance in balances:
        _mend(proof, balance, noisy=noisy)
    for match in _TILDE.finditer(proof.text):
        at = match.start()
        if proof.text[at + 1] == " ":
            proof.emend(at - 1, at + 2, "—", RULE, cert="low")
        else:
            proof.emend(at, at + 1, "“", RULE, cert="low")
    _odd_signs(proof, doubles)
    opened = [at for balance in balances for at in balance.opened_by_half()]
    _settle(proof, balances)
    if sum(len(one.opened) + len(one.closed) for one in balances) <= max(3, TRUSTED * doubles):
        for balance in balances:
            _judge(proof, balance)
    for at in opened:
        proof.suspect(at, at + 1, REASON, ("“",), "A double mark closes what a single one opened.")


def _balance(proof: Proof, found: _Balance) -> _Balance:
    """Follow the marks of one block."""
    text, start, end = proof.text, found.start, found.end
    for match in _MARKS.finditer(text, start, end):
        at, sign = match.start(), match[0]
        if sign == "“":
            found.close_by_half()
            if found.opened and proof.begins_line(at):  # a quotation goes on in a new paragraph
                found.opened.pop()
            found.opened.append(at)
            found.broken.clear()
            found.last = None
        elif sign in _BROKEN:
            if not found.opened and (at == start or text[at - 1] in _BEFORE_MARK):
                found.broken.append(at)
        elif sign == "‘":
            if not _CLIPPED.match(text, at):
                found.single.append((at, bool(found.opened)))
        elif sign == "’":
            if found.single:
                found.single.pop()
            elif (
                found.opened
                and not text[at - 1].isdigit()
                and (text[at - 1] != "s" or text[at + 1 : at + 2] in _AFTER_HALF)
            ):
                found.halves.append(at)
        elif found.opened:
            found.halves.clear()
            if sign == "”" or text[at - 1].isalnum() or text[at - 1] in _ENDS:
                found.opened.pop()
                found.single = [one for one in found.single if not one[1]]
                found.last = at
            if sign == '"':
                found.straight.append(at)
        elif sign == "”" and found.broken:
            found.mended.append(found.broken[-1])
            found.broken.clear()
        elif sign == "”" and not (text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()):
            found.closed.append(at)  # alone between spaces it stands for the words above
            if found.last is not None and _BETWEEN_WORDS.match(text, found.last - 1):
                found.rivals.append(found.last)
    found.close_by_half()
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


def _mend(proof: Proof, balance: _Balance, *, noisy: bool) -> None:
    """Correct signs that stand for the marks of a quotation which the block has, whatever else is unbalanced."""
    text = proof.text
    for at in balance.mended:  # an asterisk may be a note's
        proof.emend(at, at + 1, "“", RULE, cert="low" if text[at] == "*" else "high")
    for at in balance.straight:
        if (text[at - 1].isalnum() or text[at - 1] in _ENDS) and not text[at + 1 : at + 2].isalpha():
            proof.emend(at, at + 1, "”", RULE)
    for at in balance.halved:  # it may be an owner's, or close what an earlier paragraph quotes within
        if noisy or (text[at - 1] in _ENDS and _SAYS.match(text, at + 1)):
            proof.emend(at, at + 1, "”", RULE, cert="low")
        else:
            proof.suspect(at, at + 1, REASON, ("”", "’"), "A single mark closes what a double one opened.")


def _odd_signs(proof: Proof, doubles: int) -> None:
    """Mark the tildes and straight marks that stay, if these are few among curly ones."""
    text = proof.text
    for sign in "~", '"':
        if text.count(sign) > max(FEW, STRAIGHT * doubles):
            continue
        at = text.find(sign)
        while at >= 0:
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            opens, closes = not before.strip() or before == "(", not after.strip()
            if sign == '"' and opens and after.isalpha() and _is_closed(text, at):
                proof.emend(at, at + 1, "“", RULE)
            elif opens != closes and not before.isdigit():
                proof.suspect(
                    at, at + 1, REASON, ("“" if opens else "”",), "The text has no such quotation marks."
                )
            at = text.find(sign, at + 1)


def _is_closed(text: str, at: int) -> bool:
    """Whether the next double mark in the paragraph closes, as one does that is glued to what it follows."""
    mark = _DOUBLE.search(text, at + 1)
    return mark is not None and mark[0] == "”" and text.find("\n", at, mark.start()) < 0


def _judge(proof: Proof, balance: _Balance) -> None:
    """Correct what is certain in one block, and mark the rest."""
    text = proof.text
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
    for at in sorted((*balance.rivals, *balance.closed)):
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
        if not left.islower() or not right.isalpha() or not right.islower():
            continue
        article = right == "a" and len(left) > 1 and zipf(left) >= KNOWN
        if article or (
            left in _BEFORE and len(right) > 2 and right not in _CLIPPED_WORDS and zipf(right) >= KNOWN
        ):
            for number in places:
                at = lexicon.starts[number] + len(left)
                proof.emend(at, at + 1, " ", RULE)
