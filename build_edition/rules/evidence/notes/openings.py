"""What may begin a note at the foot of a page: a number, a sign, or what OCR made of one.

Serves `foot_starts`.  Each way has a weight, how much like the beginning of a note it looks by itself: a number
alone on its line (a raised figure, as a PDF gives it), a number or a sign before the first word, a raised figure
that OCR took for a quote or a question mark.  Where a sign of the series `* † ‡ §` stands in the text above as
a call, it is the note's own; else it is taken for a figure misread.

    1 The bill, p. 4. 2 Ibid. p. 5.    ->  two openings, n=1 and n=2
    ?Ibid. p. 6.                       ->  one, of no certain number
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.rules.evidence.lines.shape import LOWERED
from build_edition.rules.evidence.notes.call_candidates import is_abbreviated
from build_edition.source import Line

_IBID = r"(?:[A-Z\[({|][a-zA-Z]{0,2}|[^\w\s]{0,2})[bhd][ie]?d[.,:]"  # “Ibid.”, however misread
_TEXT = r"(?:[^\W\d_]|[“‘\"'(\[{*]|\.\.|\. ?\. |[1-4] ?[A-Z]|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2} [A-Z]|\d{4}\b)"
_CAPITAL = r"(?:[A-ZÀ-Þ“‘\"'(\[]|[1-4] [A-Z])"
_SIGNS = "*†‡§¶‖"
# The forms of an opening and their weights; the first that fits is taken.
_FORMS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("alone", 6.0, re.compile(r"(?P<n>[1-9]\d{0,2})\Z")),
    ("raised", 6.0, re.compile(rf"(?P<n>[⁰¹²³⁴-⁹]{{1,3}})(?:\s*(?={_TEXT})|\Z)")),
    ("bracketed", 4.0, re.compile(rf"[\[(](?P<n>[1-9]\d{{0,2}})[\])](?:\s*(?={_TEXT})|\Z)")),
    ("stopped", 2.0, re.compile(rf"(?P<n>[1-9]\d{{0,2}})[.)]\s+(?={_TEXT})")),
    ("spaced", 4.0, re.compile(rf"(?P<n>[1-9]\d{{0,2}})\s+(?={_TEXT})")),
    ("glued", 3.0, re.compile(r"(?P<n>[1-9]\d{0,2})(?=[A-ZÀ-Þ“‘\"'(\[])")),
    ("lower", 2.5, re.compile(r"(?P<n>[1-9]\d{0,2})(?=pp?\.|[a-z]{3}|(?!st|nd|rd|th)[a-z]{2} [a-z])")),
    ("sign", 4.0, re.compile(rf"(?P<n>[{_SIGNS}]{{1,3}})(?:\s*(?={_TEXT})|\Z)")),
    ("misread", 2.5, re.compile(rf"(?P<n>[®°©?!%&^=>»<¹²³€¢){_SIGNS}]{{1,2}})\s*(?={_CAPITAL})")),
    ("quote", 1.5, re.compile(r"(?P<n>['’‘“\"]\s?|['’‘“\"”]{1,2})(?=[A-ZÀ-Þ(\[])")),
    ("letter", 1.0, re.compile(r"(?P<n>[b-z]|ff|tt|[A-Z](?=[A-Z][a-z]))\s*(?=[A-Z][a-z])")),
    ("ibid", 1.5, re.compile(rf"(?P<n>){_IBID}")),
)  # fmt: skip
# The number of a note run into one that its text begins with: “1426th May” is note 14, “211859.” is note 21.
_MAY_FUSE = re.compile(r"[1-9]\d{1,6}(?:(?:st|nd|rd|th)\b|[ .,;:]|\Z)")
_BEGUN = re.compile(
    r"(?:1\d|[23]?[04-9])th\b|[23]?(?:1st|2nd|3rd)\b|(?:1[0-9]|20)\d\d\b|(?:[1-9]|[12]\d|3[01]) [A-Z]"
)
FUSED = 2.5
_LETTERED = tuple(this for this in _FORMS if this[0] in ("letter", "ibid"))  # of those, the ones for a letter
_INLINE = re.compile(
    rf"(?:(?<=[.,)”’\]\d])\s+|\s{{2,}})"
    rf"(?=(?:(?P<n>[1-9]\d?)\s*|(?P<sign>[{_SIGNS}®°©?>»^¹²³])\s+|(?P<quote>[‘“'\"])\s+)(?:{_CAPITAL}|{_IBID}))"
)
_MAY_INLINE = re.compile(rf"\s[1-9{_SIGNS}®°©?>»^¹²³‘“'\"]")  # what each of those has: most lines have none
IBIDEM = re.compile(_IBID)
_LOCATED = re.compile(r"(?:\d|\b[ivxlc]+)\)?[.,]?\Z")  # a citation ends here
PROVEN = 1.5  # added where a citation ends before or “Ibid.” follows
_NUMBER = re.compile(rf"[\[(]?(?:\d{{1,3}}|[{_SIGNS}®°©?>»^¹²³‘“'\"]{{1,2}})[\])]?[.)]?")
_INLINE_WEIGHT = {"n": 2.0, "sign": 1.0, "quote": 0.5}
NUMBERED = frozenset({"alone", "raised", "bracketed", "stopped", "spaced", "glued", "lower", "fused"})
DOUBTFUL = frozenset({"misread", "quote", "letter", "ibid"})


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a note may begin: `place` among its page's lines, `at` in the source; `n` where it can be read."""

    place: int
    at: int
    n: int | None
    sign: str
    form: str
    weight: float

    @property
    def inline(self) -> bool:
        return self.form.startswith("inline")


def opening(place: int, line: Line) -> Opening | None:
    """How the line may begin a note."""
    ink = line.ink
    for form, weight, pattern in _LETTERED if ink[0].isalpha() else _FORMS:
        match = pattern.match(ink)
        if match:
            read = match["n"].translate(LOWERED)
            n = int(read) if form in NUMBERED else None
            if form in ("spaced", "stopped") and ink[match.end()].islower():  # as the figures in a sentence
                weight -= 2.5
            return Opening(place, line.ink_start, n, match["n"], form, weight)
    return None


def fused_openings(place: int, line: Line) -> Iterator[Opening]:
    """The further numbers of a note that the figures at the beginning of a line may be, with others run in."""
    figures = _MAY_FUSE.match(line.ink)
    for length in (1, 2, 3) if figures else ():
        n = line.ink[:length]
        if n.isdecimal() and _BEGUN.match(line.ink, length):
            yield Opening(place, line.ink_start, int(n), n, "fused", FUSED)


def is_located(ink: str) -> bool:
    """Whether a line ends as a citation does, in a number, whatever stop OCR made of the one after it."""
    return _LOCATED.search(ink, max(0, len(ink) - 12)) is not None


def inner_openings(place: int, line: Line) -> Iterator[Opening]:
    """The notes that may begin within the line, after the end of another."""
    if not _MAY_INLINE.search(line.ink):
        return
    number = _NUMBER.match(line.ink)
    after = number.end() if number else 0  # where the last number or sign ends
    for match in _INLINE.finditer(line.ink):
        kind = match.lastgroup or "n"
        if not line.ink[after : match.start(kind)].strip():
            continue  # “2 1 Kings” is one note
        if kind == "n" and is_abbreviated(line.ink, match.start("n") - 1):
            continue  # “p. 3 Acts”
        if line.ink.count("(", 0, match.start()) > line.ink.count(")", 0, match.start()):
            continue  # within brackets
        after = match.end(kind)
        n = int(match["n"]) if kind == "n" else None
        at = line.ink_start + match.start(kind)
        rest = line.ink[match.end(kind) :].lstrip()
        proven = IBIDEM.match(rest) or _LOCATED.search(line.ink, 0, match.start())
        if line.ink[match.start() - 1] == "," and not proven:
            continue
        weight = _INLINE_WEIGHT[kind] + (PROVEN if proven else 0.0)
        yield Opening(place, at, n, match[kind], f"inline {kind}", weight)
        if n is not None and n > 9 and 0 < n % 10 < 5 and rest[:1].isupper() and line.ink[match.end(kind)] == " ":
            yield Opening(
                place, at, n // 10, match[kind][:1], f"inline {kind}", weight
            )  # “31 Kings” is note 3, “1 Kings”
