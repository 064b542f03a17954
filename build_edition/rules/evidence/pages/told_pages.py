r"""Page numbers that a transcriber, a library or a program has set into the text where each page begins.

Serves `loose_pages`.  They say that they are pages, by a word (`[Pg 12]`, `<!-- page 12 -->`, `--- Page 12 ---`),
by the name of a tag (`<span class="pagenum">12</span>`, `<pb n="12"/>`, `\page{12}`) or by braces that nothing
else uses (`{12}`); and they count up by one, nearly all of them.  They stand alone on a line or within a sentence.

    … was sold for [Pg 102] nine pounds …     ->  page 102 begins at “nine”
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_edition.source import Line

_N = r"(?P<n>\d{1,4}|[ivxlc]{1,8})"
_SAID = r"(?:page|pg\.?|pag\.|p\.)"
# Each form with beginnings of which a text must have one to be searched for it; they share their first letter.
_FORMS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("<!--",), re.compile(rf"<!--\s*(?i:page|pg|pb|p)\b[\s.:=_#-]*\"?{_N}\"?\s*-->")),
    (
        ("<span", "<div", "<p ", "<a "),
        re.compile(
            rf"<(?P<tag>span|div|p|a)\s[^<>]*\b(?:class|id|name)\s*=\s*[\"']?[\w -]*(?i:pa?ge?)[^<>]*>\s*"
            rf"(?:<a\b[^<>]*>\s*)?[\[({{]?\s*(?i:{_SAID})?\s*{_N}\s*[\])}}]?\s*(?:</a>\s*)?</(?P=tag)>"
        ),
    ),
    (("[P", "[p"), re.compile(rf"\[\s*(?i:{_SAID})\s*{_N}\s*\]")),
    (("{P", "{p"), re.compile(rf"\{{\s*(?i:{_SAID})\s*{_N}\s*\}}")),
    (("<pb",), re.compile(rf"<pb\b[^<>]*\bn\s*=\s*[\"']?{_N}[\"']?[^<>]*>")),
    (("\\p",), re.compile(rf"\\(?:page|pagenum(?:ber)?|pg|p)\{{\s*{_N}\s*\}}")),
    (("{",), re.compile(r"(?<![\w^\\$}])\{(?P<n>\d{1,4})\}(?![-–—^}$])")),
)
_LINE = re.compile(
    rf"(?:#{{1,6}}\s+[*_]{{0,2}}|[=~*-]{{2,}}\s*)(?i:(?:start\s+of\s+)?(?:ocr\s+for\s+)?(?:page|pg\.?))[\s:]+{_N}"
    r"(?:\s+(?i:of|/)\s+\d{1,4})?\s*[=~*_-]*"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
FEWEST = 3  # numbers that can be told to count pages
IN_STEP = 0.75  # of the steps from one to the next, at the least, are of one page


@dataclass(frozen=True, slots=True)
class Told:
    """A page number in the text, from `start` to `end`; `in_step` with the one before or after it."""

    start: int
    end: int
    n: str
    in_step: bool


def told_pages(text: str, lines: Sequence[Line]) -> list[Told]:
    """The page numbers of the first form that counts pages; none where none does, or form feeds part the pages."""
    if text.count("\f") >= FEWEST:
        return []
    for hints, form in _FORMS:
        if (
            hints[0][0] in text
            and any(hint in text for hint in hints)
            and (told := _counted([(0, m) for m in form.finditer(text)]))
        ):
            return told
    marked = (line for line in lines if line.ink[0] in "#=~*-")
    return _counted([(line.ink_start, match) for line in marked if (match := _LINE.fullmatch(line.ink))])


def _counted(matches: Sequence[tuple[int, re.Match[str]]]) -> list[Told]:
    """The numbers, each from where its text begins, if nearly all count up by one; Roman ones by themselves."""
    found = [match for _, match in matches]
    if len(found) < FEWEST:
        return []
    values = [_value(match["n"]) for match in found]
    steps = [after - before for before, after in pairwise(values)]
    together = [a["n"].isdecimal() == b["n"].isdecimal() for a, b in pairwise(found)]
    ones = [step == 1 and like for step, like in zip(steps, together, strict=True)]
    if sum(ones) < max(FEWEST - 1, IN_STEP * sum(together)):
        return []
    beside = zip([False, *ones], [*ones, False], strict=True)
    return [
        Told(at + match.start(), at + match.end(), match["n"], before or after)
        for (at, match), (before, after) in zip(matches, beside, strict=True)
    ]


def _value(n: str) -> int:
    if n.isdecimal():
        return int(n)
    digits = [_ROMAN[letter] for letter in n]
    return sum(-a if a < b else a for a, b in pairwise([*digits, 0]))
