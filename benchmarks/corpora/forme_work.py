"""Forme work: the running heads and page numbers of each page, by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz

from benchmarks.corpora import peers
from benchmarks.corpora.books import Book, records
from benchmarks.corpora.score import Score, f1_score
from build_edition.evaluate.marked import Marked

NUMBER = re.compile(r"\d+")
FOLIO = 3  # signs of a page number that stands alone
ALIKE = 80  # per cent
PEER = "htrc-text-processing"


def forme_work(book: Book) -> Iterator[Score]:
    """The lines that are forme work, of those pages whose truth is known."""
    judged, true = _proofread(book) if book.page_names else _typeset(book)
    for who, transcript in book.transcripts.items():
        made = Marked(transcript).deleted_lines() & judged
        yield f1_score("forme work", book.name, who, made, true)
    if peers.installed(PEER):
        yield f1_score("forme work", book.name, peers.name(PEER), _by_htrc(book) & judged, true)


def _proofread(book: Book) -> tuple[set[int], set[int]]:
    """The lines of the pages that were gone through by hand, and those found to be forme work."""
    (furniture,) = records("furniture_truth.json").values()
    forme = {page["key"]: set(page["furn"]) for page in furniture}
    judged, true = set(), set()
    for name, lines in zip(book.page_names, book.pages, strict=False):
        if name in forme:
            judged |= {line.number for line in lines}
            true |= {line.number for k, line in enumerate(lines) if k in forme[name]}
    return judged, true


def _typeset(book: Book) -> tuple[set[int], set[int]]:
    """In a book typeset for the purpose: the first or last line of a page that has the page's own number.

    Where OCR has misread that number, the line is known by its likeness to others, or as a few signs alone.
    """
    edges = []
    for lines in book.pages:
        inked = [line for line in lines if not line.is_blank]
        edges.append(inked[:1] + inked[-1:])
    shifts = Counter(
        int(number) - k for k, lines in enumerate(edges) for line in lines for number in NUMBER.findall(line.text)
    )
    shift = shifts.most_common(1)[0][0] if shifts else 0
    true, heads = set(), set()
    for k, lines in enumerate(edges):
        for line in lines:
            if str(k + shift) in NUMBER.findall(line.text):
                true.add(line.number)
                heads.add(_words(line.text))
    for line in (line for lines in edges for line in lines):
        words = _words(line.text)
        if len(line.ink) <= FOLIO or any(len(head) > FOLIO and fuzz.ratio(words, head) >= ALIKE for head in heads):
            true.add(line.number)
    return {line.number for lines in book.pages for line in lines}, true


def _words(text: str) -> str:
    return re.sub(r"[\W\d_]+", " ", text).strip()


def _by_htrc(book: Book) -> set[int]:
    found: set[int] = set()
    pages = [[line.text.strip("\f") for line in lines] for lines in book.pages]
    for lines, (head, foot) in zip(book.pages, peers.htrc_heads(pages), strict=True):
        taken = lines[:head] + (lines[-foot:] if foot else [])
        found |= {line.number for line in taken if not line.is_blank}
    return found
