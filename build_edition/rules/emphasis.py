"""Mark-up inside lines: Markdown and HTML emphasis, entities, superscript digits.

Looks for paired `*`, `_`, `**`, `__`, `~~`, in a line or over the ends of a few, and for the tags that
conversion programs leave: delimiters and tags are deleted, and so is Markdown's `>` before a line of a
quotation. Italics become `hi`; in a line of a table they are the table's dress and are not kept. Bold and
strike-through are what OCR makes of heavy print, so no mark records them: with low certainty where more than a
word or a number is bold inside a paragraph (a bold opening or whole line is for the headings to judge); so are the
signs of heavy and spaced type in plain texts of libraries (`=heavy=`, `+spaced+`) deleted. Entities
become their characters; superscript digits become plain ones, for note calls to judge, unless they are powers
(10³), units (m²) or fractions. Leaves alone lone asterisks, which are the marks of notes, and any delimiter
without its pair.

    the **heavy** *samovar* of Tula   ->  the heavy samovar of Tula, hi over “samovar”
    sold 20* of 30* &amp; more        ->  sold 20* of 30* & more
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.set_off import is_markdown
from build_edition.rules.evidence.lines.shape import LOWERED, SUPERSCRIPTS, inked_lines, words_of
from build_edition.source import Line

RULE = "markup"
SUPERSCRIPT_RULE = "superscript"
_MARKED = re.compile(r"[*_~<>&⁰¹²³⁴-⁹]")
_TAG = re.compile(
    r"</?(?P<name>i|em|b|strong|u|s|strike|del|ins|sup|sub|small|big|span|font|a|p|div|br|hr|center|blockquote|wbr|cite"
    r"|mark|code|tt|h[1-6]|[uod]l|li|d[td]|table|caption|thead|tbody|tfoot|t[rdh]|section|article|header|footer|main"
    r"|nav|aside|figure|figcaption|img)(?:\s[^<>]{0,300})?\s*/?>",
    re.IGNORECASE,
)
_ITALIC_TAGS = re.compile(r"<(?P<name>i|em|cite)>(?P<inner>[^<>\t|]{1,400})</(?P=name)>", re.IGNORECASE)
_PARTING = re.compile(
    r"</?[bh]r\b|</(?:p|div|h[1-6]|li|d[dt]|caption|table|blockquote|figcaption)\b", re.IGNORECASE
)
_NEXT_CELL = re.compile(r"\s*<t[dh]\b", re.IGNORECASE)
_NEXT_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_ACROSS = re.compile(r"</?(?:t[dhr]|table|caption|li)\b", re.IGNORECASE)  # emphasis never runs over these
_QUOTED = re.compile(r"(?:>[ \t]?)+(?=\S|\Z)")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")


class _Delimiter(NamedTuple):
    """A paired delimiter: its sign, whether it stands for bold, and the pattern of a pair."""

    sign: str
    heavy: bool
    pair: re.Pattern[str]


# Each opens outside a word and stands tight against what it holds.
_BOLD = r"(?<![\w*])(?P<d>\*{2,3})(?=[^\s*])(?P<inner>[^\t|]{1,400}?)(?<=[^\s*])(?P=d)(?!\*)"
_BOLD_UNDER = r"(?<!\w)(?P<d>__)(?=[^\s_])(?P<inner>[^\t|]{1,400}?)(?<=[^\s_])(?P=d)(?!\w)"
_STRUCK = r"(?P<d>~~)(?=\S)(?P<inner>[^\t|]{1,400}?)(?<=\S)(?P=d)"
_ITALIC = r"(?<![\w*])(?P<d>\*)(?=[^\s*])(?P<inner>[^*\t|]{1,400})(?<=\S)(?P=d)(?![*\dA-Z])"
_ITALIC_UNDER = r"(?<!\w)(?P<d>_)(?=[^\s_])(?P<inner>[^_\t|]{1,400})(?<=\S)(?P=d)(?!\w)"
_PAIRS = (
    _Delimiter("**", True, re.compile(_BOLD)),
    _Delimiter("__", True, re.compile(_BOLD_UNDER)),
    _Delimiter("~~", False, re.compile(_STRUCK)),
    _Delimiter("*", False, re.compile(_ITALIC)),
    _Delimiter("_", False, re.compile(_ITALIC_UNDER)),
)
# Over one line end or a few, no blank line between; asterisks only where the text has emphasis by them.
_OVER_LINES = re.compile(
    r"(?<![\w*_~\\])(?P<d>\*{1,3}|_{1,2}|~~)(?=[^\s*_~])"
    r"(?P<inner>[^*_~|<\t\n]{0,200}(?:\n[ \t]*[^\s*_~|<][^*_~|<\t\n]{0,200}){1,4})(?<=\S)(?P=d)(?![\w*_~])"
)
# Plain texts of libraries have heavy type between equals signs, and spaced type between plus signs.
_HEAVY = {
    sign: re.compile(
        rf"{re.escape(sign)}(?<![\w=+<>].)(?=[^\W\d_]|[“‘\"'(])[^=+\n<>]{{0,80}}(?<=[^\s=+]){re.escape(sign)}(?![\w=+<>])"
    )
    for sign in "=+"
}
FEWEST = 3  # of them show a habit
_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]+")
_UNIT = re.compile(r"(?:(?<![^\W\d_])(?:[kcdm]?m|in|ft|yd|mi)|(?<![\w’'.])[b-hj-z]|(?<!\d)10|[×=+^−])\Z")
# The openings of a paragraph or line that a bold run may head.
_AT_START = re.compile(r"[\s•*\d.()]*\Z")


def apply(draft: Draft) -> None:
    """Resolve the mark-up of every line that has any."""
    _heavy(draft)
    if not _MARKED.search(draft.text):
        return
    taken = inked_lines(draft, "fw", "milestone")
    quoted = draft.layout != "book" or is_markdown(draft.text)
    for line in draft.ink_lines:
        if _MARKED.search(line.text) and line.number not in taken and draft.has_ink(line):
            italics = _delimiters(draft, line) + _tags(draft, line)
            _mark_italics(draft, line, italics)
            if quoted and line.ink[0] == ">":
                _quotation_signs(draft, line)
            _entities(draft, line)
            _superscripts(draft, line)
    _over_lines(draft)


def _delimiters(draft: Draft, line: Line) -> list[tuple[int, int]]:
    """Delete paired delimiters, the doubled ones first; returns where what single ones hold stands."""
    text, italics = _unescaped(draft, line), []
    for pattern in _PAIRS:
        if pattern.sign not in text:
            continue
        masked = list(text)
        for match in pattern.pair.finditer(text):
            width = len(match["d"])
            start, end = line.start + match.start(), line.start + match.end()
            if not (draft.is_free(start, start + width) and draft.is_free(end - width, end)):
                continue
            cert = _certainty(text, match) if pattern.heavy else "high"
            draft.intervene(start, start + width, "", RULE, cert=cert)
            draft.intervene(end - width, end, "", RULE, cert=cert)
            for at in (*range(match.start(), match.start() + width), *range(match.end() - width, match.end())):
                masked[at] = "\0"
            if width % 2:
                italics.append((start + width, end - width))
        text = "".join(masked)
    return italics


def _unescaped(draft: Draft, line: Line) -> str:
    """The line, its escaped signs blanked out: they are what they show."""
    if "\\" not in line.text:
        return line.text
    return re.sub(
        r"\\(\W)",
        lambda m: m[0] if draft.is_free(line.start + m.start(), line.start + m.end()) else "\0\0",
        line.text,
    )


def _over_lines(draft: Draft) -> None:
    """Resolve pairs that a line end parts; italics are marked line by line, for a paragraph may end with one."""
    starred = any(mark.get("rend") == "italic" and draft.text[mark.start - 1] == "*" for mark in draft.marks("hi"))
    if not starred and not any(sign in draft.text for sign in ("_", "**", "~~")):
        return
    for match in _OVER_LINES.finditer(draft.text):
        width, (start, end) = len(match["d"]), match.span()
        free = draft.is_free(start, start + width) and draft.is_free(end - width, end)
        if not free or (match["d"] == "*" and not starred):
            continue
        draft.intervene(start, start + width, "", RULE)
        draft.intervene(end - width, end, "", RULE)
        if width % 2 and match["d"] != "~~":
            first = draft.source.line_number(start)
            for line in draft.lines[first - 1 : draft.source.line_number(end - 1)]:
                draft.mark("hi", max(line.start, start + width), min(line.end, end - width), rend="italic")


def _heavy(draft: Draft) -> None:
    """Delete the signs about words in heavy or spaced type, in a text that uses them so again and again."""
    for sign in "=+":
        if draft.text.count(sign) >= 2 * FEWEST:
            found = list(_HEAVY[sign].finditer(draft.text))
            for match in found if len(found) >= FEWEST else ():
                draft.intervene(match.start(), match.start() + 1, "", RULE)
                draft.intervene(match.end() - 1, match.end(), "", RULE)


def _certainty(text: str, match: re.Match[str]) -> str:
    """Low where a phrase inside a paragraph loses its weight: it may have been meant."""
    opens = match.start() < 20 and _AT_START.match(text[: match.start()]) is not None
    return "high" if opens or len(words_of(match["inner"])) < 2 else "low"


def _mark_italics(draft: Draft, line: Line, spans: list[tuple[int, int]]) -> None:
    """Mark these spans, but not in a line of a table, and none that overlaps one before it."""
    if "\t" in line.ink or line.ink[0] == "|":
        return
    before = line.start
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        held = draft.text[start:end]
        if start >= before and not held.isspace() and not _ACROSS.search(held):
            draft.mark("hi", start, end, rend="italic")
            before = end


def _tags(draft: Draft, line: Line) -> list[tuple[int, int]]:
    """Delete the tags of a line, a line break becoming a space; returns where italics stand."""
    if "<" not in line.text:
        return []
    for match in _TAG.finditer(line.text):
        after, name = line.text[match.end() : match.end() + 1], match["name"].lower()
        reading, closes = "", match[0][1] == "/"
        if name in ("td", "th") and closes and _NEXT_CELL.match(line.text, match.end()):
            reading = "\t"
        elif name == "tr" and closes and _NEXT_ROW.match(line.text, match.end()):
            reading = "\n"
        elif _PARTING.match(match[0]) and after and not after.isspace():
            reading = " "
        draft.intervene(line.start + match.start(), line.start + match.end(), reading, RULE)
    found = _ITALIC_TAGS.finditer(line.text)
    return [(line.start + match.start("inner"), line.start + match.end("inner")) for match in found]


def _quotation_signs(draft: Draft, line: Line) -> None:
    """Delete the signs that Markdown sets before each line of a quotation."""
    if signs := _QUOTED.match(line.ink):
        draft.intervene(line.ink_start, line.ink_start + signs.end(), "", RULE)


def _entities(draft: Draft, line: Line) -> None:
    for match in _ENTITY.finditer(line.text):
        character = html.unescape(match[0])
        if character != match[0] and len(character) == 1:
            draft.intervene(line.start + match.start(), line.start + match.end(), character, RULE)


def _superscripts(draft: Draft, line: Line) -> None:
    for match in superscript_calls(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        draft.intervene(start, end, match[0].translate(LOWERED), SUPERSCRIPT_RULE)


def may_be_call(text: str, start: int) -> bool:
    """Whether a number raised at `start` has something before it of which it is no power and no fraction."""
    before = text[max(start - 12, 0) : start]
    return bool(before) and not before.endswith("⁄") and _UNIT.search(before) is None


def superscript_calls(text: str) -> Iterator[re.Match[str]]:
    """Each run of superscript digits in `text` that is no power, unit or part of a fraction."""
    for match in _SUPERSCRIPT.finditer(text):
        if text[match.end() : match.end() + 1] == "⁄" or not may_be_call(text, match.start()):
            continue
        if match[0][0] == "⁰" or len(match[0]) > 3:
            continue
        yield match
