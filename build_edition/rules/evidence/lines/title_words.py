"""The words that a heading announces itself with: CHAPTER TWO, Part I, Preface, Glossary of terms.

What more than one rule asks of a line of text: whether it numbers a division of the book, and whether it
is the customary title of a front or back matter division.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_NUMBER_WORDS = (
    f"{_UNITS}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    f"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_UNITS}|{_ORDINALS}))?|"
    f"(?:the )?(?:{_ORDINALS}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|last)"
)
PART, CHAPTER = 1, 2  # levels; a scene is a section
_DIVISIONS = {
    "volume": 1, "book": 1, "part": 1, "chapter": 2, "canto": 2, "lecture": 2, "letter": 2, "appendix": 2,
    "essay": 2, "stave": 2, "act": 2, "scene": 3,
}  # fmt: skip
# A numeral as printed, or as OCR reads it: [X for IX, Il for II, 4] for 41.
_NUMBER = rf"(?:[ivxlcdmu\[\]{{}}|1T!]{{1,8}}|\d[\d\]|lIO]{{0,2}}|[A-H]|{_NUMBER_WORDS})"
_LABEL = re.compile(rf"(?P<division>{'|'.join(_DIVISIONS)})\s+{_NUMBER}[.:]?", re.IGNORECASE)
# A chapter by a word of as many letters, a stroke or a stop misread: CRAPTER TV, CHAPTER. II
_NEAR_CHAPTER = re.compile(rf"(?P<word>C?[A-Z]{{3}}[A-Za-z]{{2,5}})[.,:]?\s+(?i:{_NUMBER})[.:]?")
# CHAPTER in capitals, with the strokes of a numeral read as other letters: CHAPTER IH, CHAPTER XTY
_MISREAD_NUMBER = re.compile(
    r"(?P<word>[A-Z]{6,8})[.,:]?\s+[IVXLCTHFNUYilt1!|\[\]][IVXLCTHFNUYilfthnuyj1!|\[\]]{0,6}[.:]?"
)
NEAR = 1  # letters by which it may differ
_BARE = re.compile(r"(?:chapter|canto|stave|lecture)[.:]?", re.IGNORECASE)  # what names nothing without a number
_LABEL_AND_TITLE = re.compile(
    rf"(?P<label>(?P<division>{'|'.join(_DIVISIONS)})\s+{_NUMBER})(?P<stop>\s*[.:—–]+-?\s*|\s+[-–—]\s+|\s+)(?P<title>\S.*)",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?:\.\s?){3,}|\s{3,}\S{1,6}$|(?:…\s?)+\S*$|(?:\s|(?<!\d)\.)\d{1,3}$")
_CUSTOMARY = re.compile(
    r"(?:author’s |author's |editor’s |editor's |general )?"
    r"(?:preface|foreword|introduction|introductory|acknowledge?ments|abbreviations|(?:a )?notes? on |list of |"
    r"contents|dramatis person[aæ]e?|persons (?:of|in) the (?:play|drama)|chronology|chronological table|glossary|"
    r"(?:select |selected )?bibliography|references|"
    r"further reading|index|notes|endnotes|appendix|appendices|conclusions?|epilogue|prologue|afterword|"
    r"postscript|dedication)\b",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(
    r"(?:preface|foreword|acknowledge?ments|abbreviations|list of|(?:table of )?contents|dedication|a note on )",
    re.IGNORECASE,
)
_BACK_MATTER = re.compile(
    r"(?:notes|endnotes|(?:select |selected |general )?bibliography|glossary|chronology|index|appendix|"
    r"further reading|works cited|list of abbreviations)\.?",
    re.IGNORECASE,
)
_FRONT_TITLE = re.compile(
    r"(?:(?:author|editor|translator)[’']s )?(?:preface|foreword|introduction|prologue|prefatory note|"
    r"dramatis person[aæ]e?|persons (?:of|in) the (?:play|drama)|acknowledge?ments)\.?",
    re.IGNORECASE,
)
_NOTES = re.compile(r"(?:(?:end|foot)?notes|notes and references|references)(?: to .*)?\.?", re.IGNORECASE)
_CHRONOLOGY = re.compile(r"chronolog(?:y|ical table)\b", re.IGNORECASE)
_GLOSSARY = re.compile(r"(?:a |the )?(?:list of )?(?:glossary|abbreviations|acronyms)\b", re.IGNORECASE)
_CAPTION = re.compile(
    r"[*_]*(?:table|tab\.|figure|fig\.|plate|map|chart|diagram|graph|illustration|box)\s+(?:\d|[IVXLC]+\b)",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"(?:(?:general |subject )?index|(?:table of )?contents|list of|(?:select(?:ed)? )?bibliography)\b",
    re.IGNORECASE,
)


def division_level(ink: str) -> int | None:
    """1 for a line that numbers a part, 2 for a chapter, 3 for a scene, else None."""
    label = _LABEL.fullmatch(ink)
    if label is None and (near := _NEAR_CHAPTER.fullmatch(ink) or _MISREAD_NUMBER.fullmatch(ink)):
        return CHAPTER if Levenshtein.distance(near["word"].lower(), "chapter") <= NEAR else None
    # Prose may end a paragraph on "Part one." or "chapter two", but does not begin it with a small letter.
    return _DIVISIONS[label["division"].lower()] if label and ink[0].isupper() else None


def is_bare_label(ink: str) -> bool:
    """Whether a line has the word alone that numbers a chapter, and its number may stand on the next."""
    return ink[0].isupper() and _BARE.fullmatch(ink) is not None


def label_and_title(ink: str) -> tuple[int, str, str] | None:
    """The level, label and title of a line that numbers a division and names it; None for any other.

    A line that ends in a page number is the entry of a list of contents, or a running head.
    """
    match = _LABEL_AND_TITLE.fullmatch(ink)
    if match is None or not ink[0].isupper() or _ENTRY.search(ink):
        return None
    title = match["title"]
    if not match["stop"].strip() and not _is_titled(title):
        return None
    return _DIVISIONS[match["division"].lower()], match["label"], title


def _is_titled(words: str) -> bool:
    """Whether all long words have capitals, as those of a title that no stop parts from its label."""
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 4]
    return words[0].isupper() and all(word[0].isupper() for word in long)


def is_entry(ink: str) -> bool:
    """Whether a line ends in leaders or a page number, as the entry of a list does."""
    return _ENTRY.search(ink) is not None


def is_back_matter(title: str) -> bool:
    """Whether a title is, word for word, that of a division at the end of a book."""
    return bool(_BACK_MATTER.fullmatch(title)) and title[0].isupper()


def is_front_title(title: str) -> bool:
    """Whether a title is, word for word, that of a division at the beginning of a book."""
    return bool(_FRONT_TITLE.fullmatch(title)) and title[0].isupper()


def is_notes(title: str) -> bool:
    """Whether a division under this title holds the notes, or the works referred to."""
    return bool(_NOTES.fullmatch(title))


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


def is_caption(ink: str) -> bool:
    """Whether a line begins as the caption of a numbered table or figure, in Markdown's bold or not."""
    return bool(_CAPTION.match(ink))


def is_listing(title: str) -> bool:
    """Whether a division under this title lists entries, so that its short lines are no headings."""
    return bool(_LISTING.match(title)) or entries_kind(title) is not None
