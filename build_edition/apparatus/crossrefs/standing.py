"""Whether words such as "Chapter 4" refer to the work that they stand in, and not to another book.

They do where they follow a small word or open a sentence or bracket, and nothing about them names another work:
no author, title or year before them in the bracket or before the comma, no "of Capital" after, no quotation marks
about them.  A bare page number needs more: "see", or "above", "below" or "of this book" behind it.  In a note,
where other books are cited, all need as much, and a "see" counts only where no book is named before it.  What
cannot be decided is left alone.
"""

from __future__ import annotations

import re

from build_edition.apparatus.crossrefs.patterns import Named

_SEE = r"(?:[Ss]ee|[Cc]f\.|[Cc]ompare|[Vv]ide)(?:\s(?:also|further|again))?"
_OPENS = r"(?:^|[.!?][”’]?\s|[;:—–]\s?|[(\[])"
_SEEN = re.compile(rf"(?:{_OPENS}|\s){_SEE}(?:\son|\sat)?\s$")
_OPENED = re.compile(rf"{_OPENS}$")
_INTRODUCED = re.compile(r"(?:^|[\s(])(?:see|cf\.|in|to|and|with|See|Cf\.|In|also)\s$")
_NUMBER = r"(?:[(\[]?\d+[.)\]]?\s?)?"  # a note's own
_NOTE_OPENS = re.compile(rf"^{_NUMBER}(?:{_SEE}\s)?(?:the\s(?:discussion|section)\sin\s)?$")
_NOTE_TALKS = re.compile(rf"^{_NUMBER}(?P<said>.*[\w,;.:—–(])\s?{_SEE}\s$")  # and then says "see"
_CITES = re.compile(r"\d|[“”‘\"]|(?<![.!?]\s)(?<!^)\b[A-Z]")  # what words of its own need not have

_OWN_AFTER = re.compile(
    r"^,?\s\(?(?:above|below|supra|infra|overleaf"
    r"|(?:of|in)\s(?:this|the\spresent)\s(?:book|work|volume|study|essay|article|text|chapter|part))\b"
)
_OTHER = r"(?:his|her|their|its|that|ibid|op\.|the\s(?:\w+\s)?[A-Z]|[A-Z“‘\"*])"
_OWN_THINGS = (
    r"(?!(?:the\s)?(?:Chapters?|Parts?|Sections?|Figures?|Tables?|Appendix|Introduction|Conclusion|Preface)\b)"
)
_ELSEWHERE_AFTER = re.compile(
    rf"^,?\s(?:of\s(?!this\b|the\spresent\b|our\b){_OWN_THINGS}|(?:in|from|to|by)\s{_OWN_THINGS}{_OTHER})"
)
_ANOTHER_BOOK = re.compile(
    r"(?:\b(?:[Ii]bid|[Ll]oc|[Oo]p|cit|passim|[Vv]ol|[Nn]o|[Ee]d|edn|vols)\b\.?,?"
    r"|(?:’s|'s|s’|s'|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Yy]our|whose)))\s$"
)
_DETERMINED = re.compile(
    r"\b(?:this|that|the|a|an|each|every|last|next|previous|preceding|following|present|same|final|new|another"
    r"|This|That|The|A|Each|Every)\s$"
)
_OPENING_WORDS = re.compile(
    rf"{_OPENS}(?:See|In|Cf\.|Compare|As|And|But|From|To|Both|Only|While|Yet|Thus|Whereas|Since|If"
    r"|When|Where|Unlike|Like|With|Of|For|Through|Throughout|After|Before|Until|Unless|Here|Again|Finally|Then)\s$"
)
_LAST_WORD = re.compile(r"([^\s(\[]+)\s$")


def is_own(masked: str, named: Named, in_note: bool = False) -> bool:
    """Whether the words refer to the work they stand in.

    `masked` is the text of their passage, in which the references found before them are `mask`ed.
    """
    before, after = masked[: named.start], masked[named.end :]
    if named.kind == "title":
        return True  # "see" and a title that the work has
    if _in_quotation(before) or _ELSEWHERE_AFTER.match(after) or not _is_free(before, named):
        return False
    if _OWN_AFTER.match(after):
        return True
    if in_note:
        talks = _NOTE_TALKS.match(before)
        without_books = talks is not None and not _CITES.search(talks["said"].strip())
        return named.kind != "page" and (bool(_NOTE_OPENS.match(before)) or without_books)
    if named.kind == "page":
        return bool(_SEEN.search(before))
    if named.kind == "note":
        return bool(_INTRODUCED.search(before) or _OPENED.search(before))
    return True


def mask(text: str, start: int, end: int) -> str:
    """The text with its own reference at `start` to `end` made a plain word of the same length."""
    return text[:start] + "x" * (end - start) + text[end:]


def _in_quotation(before: str) -> bool:
    """Whether a quotation mark stands open."""
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _is_free(before: str, named: Named) -> bool:
    """Whether nothing before the words ties them to another book."""
    if _ANOTHER_BOOK.search(before):
        return False
    if named.kind in {"chapter", "part"} and _DETERMINED.search(before):
        return False
    bracket = max(before.rfind("("), before.rfind("["))
    if bracket > max(before.rfind(")"), before.rfind("]")):
        inside = re.sub(rf"^{_SEE}\s", "", before[bracket + 1 :])
        if re.search(r"[A-Z\d“‘\"]", re.sub(rf";\s{_SEE}\s", "", inside)):
            return False
    if _OPENED.search(before) or _OPENING_WORDS.search(before) or _SEEN.search(before):
        return True
    last = _LAST_WORD.search(before)
    return last is not None and bool(re.fullmatch(r"[a-z’'-]+,?", last[1]))
