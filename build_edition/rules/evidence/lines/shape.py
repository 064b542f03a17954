"""What the shape of a line says: whether it ends a sentence, is set as a title, opens with capitals.

Judgements on one line of text, without a dictionary; the rules combine them with what stands around the line.
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.source import Line

CLOSERS = "”’\"')]}»›*_~"
OPENERS = "“‘\"'([{«‹*_~"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")  # raised figures as plain ones
BULLETS = "•‣◦▪●■□○∙"
BODY_LENGTH = 160  # characters: no title, byline or caption is as long; nearly every paragraph is

# Words that never end a sentence and that titles leave uncapitalised.
SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        """a an the and or but nor of in on at by for from to into onto with without within under over upon about
        against between among through during before after since than as if that which who whose its his her
        their our my your this these those is are was were be been has have had not no vs via per de la le du
        des von van und et il di""",
    )
)
_TRAILING = re.compile(rf"[\s{re.escape(CLOSERS)}{SUPERSCRIPTS}]+\Z")
_CALLED_END = re.compile(rf"(?<!\d)[.!?…][{re.escape(CLOSERS)}]*(?:\d{{1,3}}|\[\^?\d{{1,3}}\])\Z")
_LEAD_IN = re.compile(r"[“\"‘']?(?:[A-Z][A-Z’'.-]+|A|I)(?: [A-Z][A-Z’'.-]*)* (?=[a-z])")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*")


def visible(draft: Draft, start: int, end: int) -> str:
    """The source from `start` to `end` without what earlier rules have deleted."""
    text = draft.text[start:end]
    if draft.is_free(start, end):
        return text
    return "".join(c for i, c in enumerate(text, start) if c.isspace() or not draft.is_deleted(i, i + 1))


def visible_ink(draft: Draft, line: Line) -> str:
    """What a line still shows, without the white space at its ends."""
    return visible(draft, line.ink_start, line.ink_end).strip()


def inked_lines(draft: Draft, *kinds: str) -> set[int]:
    """The numbers of the lines that marks of these kinds cover; a point, such as a lost break, covers none."""
    numbers: set[int] = set()
    for mark in draft.marks(*kinds):
        if not mark.is_point:
            first, last = draft.source.line_number(mark.start), draft.source.line_number(mark.end - 1)
            numbers.update(range(first, last + 1))
    return numbers


def bare_end(ink: str) -> str:
    """`ink` without the closing quotes, brackets, emphasis and superscript calls that it ends with."""
    return _TRAILING.sub("", ink[-60:])


def ends_sentence(ink: str) -> bool:
    """Whether the line ends with a full stop or its like, whatever quotes or calls close it."""
    return bare_end(ink).endswith((".", "!", "?", ":", "…"))


def ends_called(ink: str) -> bool:
    """Whether the line ends a sentence, if need be with a note's number, plain or in brackets, behind the stop."""
    return ends_sentence(ink) or _CALLED_END.search(ink[-12:]) is not None


def words_of(ink: str) -> list[str]:
    """The words of a line, each with its inner hyphens and apostrophes."""
    return _WORD.findall(ink)


def opens_lower(ink: str) -> bool:
    """Whether the first letter or digit of the line is a lower-case letter."""
    first = ink.lstrip(OPENERS + " ")[:1]
    return first.islower()


def is_title_case(ink: str) -> bool:
    """Whether every word but the small ones has a capital, and the first one too."""
    words = words_of(ink)
    if not words or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word in SMALL_WORDS for word in words)


def letters_of(words: str) -> str:
    """The letters of some words, small, and nothing else."""
    return "".join(filter(str.isalpha, words.casefold()))


def is_capitals(ink: str) -> bool:
    """Whether all letters are capitals, and there are at least two."""
    letters = [c for c in ink if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() or not c.islower() for c in letters)


def has_lead_in(ink: str) -> bool:
    """Whether the line opens with words in capitals and goes on in lower case, as after a drop capital."""
    match = _LEAD_IN.match(ink)
    return match is not None and sum(c.isalpha() for c in match[0]) > 2


def is_body(ink: str) -> bool:
    """Whether the line is long enough to be nothing but a paragraph of running text."""
    return len(ink) >= BODY_LENGTH
