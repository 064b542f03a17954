"""The words that a heading announces itself with: CHAPTER TWO, Part I, Preface, Glossary of terms.

What more than one rule asks of a line of text: whether it numbers a division of the book, and whether it
is the customary title of a front or back matter division.
"""

from __future__ import annotations

import re

_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|"
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|the first|the second|the third"
)
_DIVISIONS = {
    "volume": 1, "book": 1, "part": 1, "chapter": 2, "canto": 2, "lecture": 2, "letter": 2, "appendix": 2,
}  # fmt: skip
_LABEL = re.compile(
    rf"(?P<division>{'|'.join(_DIVISIONS)})\s+(?:[ivxlcdm]{{1,8}}|\d{{1,3}}|[A-H]|{_NUMBER_WORDS})[.:]?",
    re.IGNORECASE,
)
_CUSTOMARY = re.compile(
    r"(?:author’s |author's |editor’s |editor's |general )?"
    r"(?:preface|foreword|introduction|introductory|acknowledge?ments|abbreviations|(?:a )?notes? on |list of |"
    r"contents|chronology|chronological table|glossary|(?:select |selected )?bibliography|references|"
    r"further reading|index|notes|endnotes|appendix|appendices|conclusions?|epilogue|prologue|afterword|"
    r"postscript|dedication)\b",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(
    r"(?:preface|foreword|acknowledge?ments|abbreviations|list of|(?:table of )?contents|dedication|a note on )",
    re.IGNORECASE,
)
_CHRONOLOGY = re.compile(r"chronolog(?:y|ical table)\b", re.IGNORECASE)
_GLOSSARY = re.compile(r"(?:a |the )?(?:list of )?(?:glossary|abbreviations|acronyms)\b", re.IGNORECASE)
_LISTING = re.compile(
    r"(?:(?:general |subject )?index|(?:table of )?contents|list of|(?:select(?:ed)? )?bibliography)\b",
    re.IGNORECASE,
)


def division_level(ink: str) -> int | None:
    """1 for a line that numbers a part, 2 for one that numbers a chapter, else None."""
    label = _LABEL.fullmatch(ink)
    # Prose may end a paragraph on "Part one." or "chapter two", but does not begin it with a small letter.
    return _DIVISIONS[label["division"].lower()] if label and ink[0].isupper() else None


def is_customary(ink: str) -> bool:
    """Whether a line begins like the title of front or back matter."""
    return bool(_CUSTOMARY.match(ink)) and ink[0].isupper()


def is_front_matter(ink: str) -> bool:
    """Whether a title is of what stands before page 1, and has roman page numbers."""
    return bool(_FRONT_MATTER.match(ink))


def entries_kind(title: str) -> str | None:
    """What a division under this title lists: `chronology`, `gloss`, or None."""
    if _CHRONOLOGY.match(title):
        return "chronology"
    return "gloss" if _GLOSSARY.match(title) else None


def is_listing(title: str) -> bool:
    """Whether a division under this title lists entries, so that its short lines are no headings."""
    return bool(_LISTING.match(title)) or entries_kind(title) is not None
