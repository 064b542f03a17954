"""Comparing a transcript with the truth of its work.

Places are compared by the line of the source that they fall on. The truth is first laid upon the source itself,
so a measure of structure owes nothing to how the words came out; what the source has lost altogether (a call
that the OCR program dropped) is left out, since no rule could find it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from build_edition.evaluate.alignment import align
from build_edition.evaluate.marked import Marked
from build_edition.evaluate.measures import ErrorRate, Measure, Share, found, share
from build_edition.evaluate.printed import Printed
from build_edition.evaluate.truth import Truth
from build_edition.transcript import Transcript

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
CHUNK = 200  # words in a piece of which the characters are compared


def compare(transcript: Transcript, truth: Truth) -> dict[str, Measure]:
    """Every measure, by name."""
    want, have = Printed(truth, transcript.source), Marked(transcript)
    words, characters = text_errors(have.reading_text(), want.stream.reading_text())
    return {
        "words": words,
        "characters": characters,
        "forme_work": found(have.deleted_lines(), want.forme_lines(), want.unclear_lines()),
        "page_beginnings": found(have.pages(), want.pages()),
        "page_numbers": share(have.pages(), {line: n for line, n in want.pages().items() if n}),
        "headings": found(have.headings(), want.headings(), want.neutral_heads()),
        "heading_levels": share(have.headings(), want.headings()),
        "note_calls": found(have.calls(), want.calls()),
        "notes": found(have.notes(), want.notes()),
        "quotations": found(have.quotations(), want.quotations()),
        "list_items": found(have.starts("item"), want.starts("item")),
        "paragraphs": found(have.paragraphs(continues=False), want.paragraphs(continues=False), want.neutral()),
        "resumptions": found(have.paragraphs(continues=True), want.paragraphs(continues=True)),
        "hyphens": _hyphens(transcript, want),
    }


def text_errors(text: str, true: str) -> tuple[ErrorRate, ErrorRate]:
    """The errors of `text` by words and by characters. White space counts as one space wherever it stands."""
    text, true = " ".join(text.split()), " ".join(true.split())
    here = [match.span() for match in WORD.finditer(text)]
    there = [match.span() for match in WORD.finditer(true)]
    errors, cuts = 0, [(0, 0)]
    since = 0
    for same, i, i_end, j, j_end in align([text[s:e] for s, e in here], [true[s:e] for s, e in there]):
        if not same:
            errors += max(i_end - i, j_end - j)
            continue
        for k in range(i_end - i):
            since += 1
            if since >= CHUNK:
                cuts.append((here[i + k][0], there[j + k][0]))
                since = 0
    cuts.append((len(text), len(true)))
    wrong = sum(Levenshtein.distance(text[a:a_end], true[b:b_end]) for (a, b), (a_end, b_end) in pairwise(cuts))
    return ErrorRate(errors, len(there)), ErrorRate(wrong, len(true))


def _hyphens(transcript: Transcript, want: Printed) -> Share:
    """Line-end hyphens: whether the word reads as it should, closed up or with its hyphen."""
    reading = transcript.reading
    wrong = []
    hyphens = want.hyphens()
    for before, after, true in hyphens:
        shown = reading.text[reading.from_source(before) + 1 : reading.from_source(after)]
        if shown != true:
            wrong.append(f"line {transcript.source.line_number(before)}: “{shown}” for “{true}”")
    return Share(len(hyphens) - len(wrong), len(hyphens), tuple(wrong[:12]))
