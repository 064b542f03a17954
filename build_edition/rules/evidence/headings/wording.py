"""Whether the words of a line may be those of a heading, and whether a line ends as a paragraph does.

Serves `shape`, `upon` and `amid`.  Only words and signs are weighed here, not how the line is set.
"""

from __future__ import annotations

import re

from build_edition.rules.evidence.layout.measure import without_note
from build_edition.rules.evidence.lines.title_words import is_entry
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals

LONGEST = 3  # lines of a heading without label
_OPENERS = "“‘\"'¿¡"
_BULLET = re.compile(r"[•●▪◦■□·*‣-]\s|\(?[a-z][).]\s|\(\d{1,2}\)\s|\d{1,2}\)\s")
_SENTENCE = re.compile(r"[.!?;][”’\"')\]]*\s+[“‘\"'(]?[A-Z]|[!?,.][”\"]\s|[:,]\s[“\"]")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Dr|St|Sir|Rev|Prof|vs?|c|ca|No|Nos|vol|vols)\.(?=\s)")
_ROMAN_LABEL = re.compile(r"^(?:§\s*)?(?:[IVXLC][IVXLCivxl]{0,5}|\d{1,2}(?:\.\d{1,2})*|[A-Z])\.?[—–:.]?\s")
_LEGEND = re.compile(
    r"(?:Sources?|Notes?|Key|Legend|N\.\s?B|Photo(?:graph)?s?|Illustrations?|Credits?|\(?Signed)\s?[.:)]\s",
    re.IGNORECASE,
)
_SPAN_AT_BREAK = re.compile(r"(\d[–-]) (\d)")
_WORD = re.compile(r"[^\W\d_]{4}")
_SPECK = re.compile(r"[A-Z][a-z]")  # or a number misread
_SPEECH = re.compile(r"[“\"][^“”\"]*[?!.,—…][”\"]$")
# A raised figure behind a stop may be read as some other sign.
_FINISHED = re.compile(r"(?:[.?!…]|[.?!…][^\w\s,;:–—-]{1,2}|[.?!…,;][’”\"')\]]+|[’”\"')\]])$")
_LOOSE_NOTE = re.compile(r"(?<=[.?!”’)\]])\s\d{1,3}$")
_UNFINISHED = re.compile(
    r"(?:[,:;–—-]|\b(?:a|an|the|of|and|or|to|in|on|for|with|from|by|at|as|into|between|under|that|which|v\.|versus))$",
    re.IGNORECASE,
)
NUMBERED_HEAD = re.compile(r"(?:§\s*)?\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z“‘]")
NUMBERED_PARAGRAPH = re.compile(r"\d{1,2}\.\s+[“‘\"(]?[A-Z]")
_FIGURES = re.compile(r"\d$|\d{3}|  ")
_SURE, _CAPITALS = 12, 0.7  # letters, and what share of them capitals have that OCR has misread
_SPAN_OF_YEARS = re.compile(r"\b\d{4}[–-]\d{2,4}$")


def is_over_numbered(title: str, below: str) -> bool:
    """Whether a title in capitals stands over a paragraph that begins with its number."""
    return is_capitals(title) and NUMBERED_PARAGRAPH.match(below) is not None


def in_capitals(words: str) -> bool:
    """Whether words are set in capitals, some letters of them misread as small ones."""
    letters = sum(map(str.isalpha, words))
    return is_capitals(words) or (letters >= _SURE and sum(map(str.isupper, words)) >= _CAPITALS * letters)


def is_unfinished(ink: str) -> bool:
    """Whether a line breaks off where more of its phrase must follow."""
    return _UNFINISHED.search(ink) is not None


def ends_finished(ink: str) -> bool:
    """Whether a line can end a paragraph, quotation or list."""
    ink = _LOOSE_NOTE.sub("", ink)
    bare = without_note(ink)
    has_note = bare != ink
    return bool(_FINISHED.search(bare)) or (has_note and not bare.endswith((",", ":")))


def is_titled_line(ink: str, *, wrapped: bool = False) -> bool:
    """Whether these words can be those of a heading, `wrapped` over several lines or not."""
    ink = _SPAN_AT_BREAK.sub(r"\1\2", ink)
    if not any(c.isalpha() for c in ink) or _BULLET.match(ink) or _LEGEND.match(ink) or is_entry(ink):
        return False
    if ink[0] in '“"' and not re.search('[”"]', ink[1:]):
        return False  # speech, or a document, that goes on
    if ink[-1] in '”"' and not re.search('[“„«"”]', ink[:-1]):
        return False  # the end of either
    if _SPECK.fullmatch(ink):
        return False
    if ink[0] == "[" and ink[-1] == "]":
        return False  # an editor's word, or the name of a tune
    if wrapped and not _WORD.search(ink):
        return False  # specks read as letters
    misread = ink[0] in "|[" and in_capitals(ink)  # of a number at its head
    if not (ink[0].isupper() or ink[0].isdigit() or ink[0] in _OPENERS or ink[0] == "§" or misread):
        return False
    words = _ABBREVIATED.sub("", _ROMAN_LABEL.sub("", ink, count=1))
    if in_capitals(ink):
        return " = " not in ink and "\t" not in ink
    return not (_SENTENCE.search(words) or _SPEECH.search(words) or " = " in ink or "\t" in ink)


def ends_in_figures(ink: str) -> bool:
    """Whether a line, but for the number at its head and a span of years at its end, ends in or holds figures."""
    number = NUMBERED_HEAD.match(ink)
    return _FIGURES.search(_SPAN_OF_YEARS.sub("", ink[number.end() - 1 :] if number else ink)) is not None
