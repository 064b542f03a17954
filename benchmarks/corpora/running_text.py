"""The running text, letter by letter: errors before, and after each way of cleaning it.

Counted where truth and text run side by side. A stretch of more than a few words that only one of them has (a note
at the foot of a page, a running head) is structure, judged elsewhere; here it is left out, for all by one rule.
Points of omission are one sign however they are spaced, for that is the typesetter's affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from benchmarks.corpora import peers
from benchmarks.corpora.books import Book
from benchmarks.corpora.plain import NAME as PLAIN
from benchmarks.corpora.score import OURS, Score
from build_edition.evaluate.alignment import align
from build_edition.evaluate.marked import Marked
from build_edition.evaluate.measures import Scope
from build_edition.evaluate.printed import Printed
from build_edition.evaluate.text_errors import WORD

LONE = 4  # words: a longer stretch that only one side has is left out
CHUNK = 200  # words compared at once
OMISSION = re.compile(r"\s*(?:\.(?:\s*[.…])+|…(?:\s*[.…])*)")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})
FTFY = "ftfy"
STEP = "character errors"


def running_text(book: Book) -> Iterator[Score]:
    """The character error rate of the source as it stands, and after each."""
    scope = Scope(1, len(book.source.lines))
    true = Printed(book.truth, book.source).running_text(scope)
    texts = {"the source as it stands": book.source.text}
    if peers.installed(FTFY):
        texts[f"{peers.name(FTFY)}, quotation marks kept"] = peers.ftfy_fixed(book.source.text)
    for who in (PLAIN, OURS):
        texts[who] = Marked(book.transcripts[who]).running_text(scope, notes=False).text
    first = 0.0
    for who, text in texts.items():
        wrong, of, left = errors_side_by_side(_even(text, book), _even(true, book))
        rate = wrong / of if of else 0.0
        first = first or rate
        counts = f"{wrong} in {of}; {rate / first:.2f} of before; {left} lone words left out" if first else ""
        yield Score(STEP, book.name, who, f"{100 * rate:.2f} %", counts)


def _even(text: str, book: Book) -> str:
    if book.straight:
        text = re.sub(r"-{2,}", "-", text.translate(STRAIGHT))
    return OMISSION.sub("…", " ".join(text.split()))


def errors_side_by_side(text: str, true: str) -> tuple[int, int, int]:
    """Edits, true characters, and words left out."""
    here = [match.span() for match in WORD.finditer(text)]
    there = [match.span() for match in WORD.finditer(true)]
    pieces: list[tuple[int, int, int, int]] = []  # of words: from, to, in each
    start, left, at = (0, 0), 0, (0, 0)
    for same, i, i_end, j, j_end in align([text[s:e] for s, e in here], [true[s:e] for s, e in there]):
        long, short = max(i_end - i, j_end - j), min(i_end - i, j_end - j)
        if not same and long > LONE and short * 2 < long:
            pieces.append((start[0], i, start[1], j))
            left += i_end - i + j_end - j
            start = (i_end, j_end)
        elif same:
            for k in range(0, i_end - i, CHUNK):
                if i + k - start[0] >= CHUNK:
                    pieces.append((start[0], i + k, start[1], j + k))
                    start = (i + k, j + k)
        at = (i_end, j_end)
    pieces.append((start[0], at[0], start[1], at[1]))
    wrong = of = 0
    for a, a_end, b, b_end in pieces:
        mine, other = _words(text, here, a, a_end), _words(true, there, b, b_end)
        wrong, of = wrong + Levenshtein.distance(mine, other), of + len(other)
    return wrong, of, left


def _words(text: str, spans: list[tuple[int, int]], first: int, after: int) -> str:
    """The text from a word to the beginning of another, or to the end of the last."""
    if first >= after:
        return ""
    return text[spans[first][0] : spans[after][0] if after < len(spans) else spans[after - 1][1]]
