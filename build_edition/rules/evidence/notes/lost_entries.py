"""Entries of a section of notes whose numbers OCR lost or misread.

Serves `sections`.  A column of numbers beside its notes is easily overlooked, or read apart from them.  Where
numbers are lacking between two entries, and as many lines may begin an entry, these do; so do those under a column
of as many numbers, above the first that has its own.  Below the last entry what looks like the rest of them (lines
that end short, most with a citation, and no text that runs on) is more of them, and is counted on.  All this is of
low certainty.  A line may begin an entry where the one above has ended, and not with a small letter, nor where
lines hang under the first of theirs if all other entries begin further left.

    4. The bill, p. 9.       ->  notes 4, 5 and 6
    Ibid. p. 12.
    6. Roe, p. 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.measure import Measure, measure_of
from build_edition.rules.evidence.lines.shape import ends_sentence, opens_lower
from build_edition.rules.evidence.notes.foot_pages import CITES
from build_edition.rules.evidence.notes.marking import MARKUP_RULE
from build_edition.rules.evidence.notes.sequence import AS_DIGITS
from build_edition.source import Line

Entry = tuple[int, int, str | None]  # place in the group, number, certainty

SHORT, RUNNING = 0.8, 0.5  # of the measure: a line that ends by will; share of lines that go on in the next
CITED = 0.5  # share of the entries below the last number that cite something
SPECK = 4  # characters that are no note, without a stop
HUNG = 0.8  # share of the lines within entries that stand further right
FEWEST = 3  # entries with numbers that show what the others look like
_MISREAD = re.compile(r"[\[(]?(?P<n>[\dIlOoSZB|]{1,3})[\])]?[.)]\s+(?=[A-Z“‘\"'(\[])")
_ENDED = re.compile(r"(?:\d|\b[ivxlc]{2,})[.,:;)]{0,2}\Z")
_WORD = re.compile(r"[^\W\d_]{2}")


def with_lost(draft: Draft, group: Sequence[Line], chain: Sequence[Entry]) -> list[Entry]:
    """The entries of a group with those whose numbers are lost, or have a figure that is misread."""
    chain = _restored(group, chain)
    if draft.layout != "book" or len(chain) < FEWEST:
        return chain
    whole: list[Entry] = []
    measure = measure_of(draft.source)
    edge = _edge(group, [place for place, _, _ in chain])
    for (place, n, cert), (after, following, _) in pairwise(chain):
        whole.append((place, n, cert))
        if following > n + 1:
            begun = [k for k in _begun(group, measure, place + 1, after) if group[k].indent <= edge]
            if len(begun) == following - n - 1:
                whole += [(k, n + rank, "low") for rank, k in enumerate(begun, 1)]
    place, n, cert = chain[-1]
    begun = list(_begun(group, measure, place + 1, len(group)))
    rest = begun if begun and _are_notes(group, measure, begun) else []
    above = _under_column(draft, group, measure, chain[0])
    return [*above, *whole, (place, n, cert), *((k, n + rank, "low") for rank, k in enumerate(rest, 1))]


def _edge(group: Sequence[Line], places: Sequence[int]) -> float:
    """How far from the left entries begin at the most, where their further lines hang; else no matter how far."""
    furthest = max(group[place].indent for place in places)
    begun = set(places)
    lines = [line for k, line in enumerate(group[: places[-1]]) if k not in begun]
    hung = sum(line.indent > furthest for line in lines)
    return furthest if lines and hung >= HUNG * len(lines) else inf


def _under_column(draft: Draft, group: Sequence[Line], measure: Measure, first: Entry) -> list[Entry]:
    """The entries before the first that has a number, whose own are a column above them, which moves to them."""
    below, n, _ = first
    own = range(next((k for k in range(min(below, n)) if len(group[k].ink) > SPECK), min(below, n)))
    inks = [group[k].ink.strip("[().]") for k in own]
    read = sum(ink == str(k) for k, ink in enumerate(inks, 1))
    if not read or len(own) != n - 1 or any(ink.isdecimal() and ink != str(k) for k, ink in enumerate(inks, 1)):
        return []
    begun = [len(own), *_begun(group, measure, len(own) + 1, below)]
    if len(begun) != n - 1 or below == len(own):
        return []
    for k, place in enumerate(begun):
        line = group[k]
        cert = "high" if inks[k] == str(k + 1) else "low"
        if draft.intervene(line.ink_start, line.ink_end, "", MARKUP_RULE, cert=cert):
            start = group[place].ink_start
            draft.intervene(start, start, f"{k + 1}. ", MARKUP_RULE, cert=cert)
    return [(place, k, "low") for k, place in enumerate(begun, 1)]


def _begun(group: Sequence[Line], measure: Measure, start: int, end: int) -> Iterator[int]:
    """The lines of a stretch that may begin entries."""
    for place in range(start, end):
        line, above = group[place], group[place - 1]
        if opens_lower(line.ink) or not _WORD.search(line.ink):
            continue
        if len(line.ink) <= SPECK and not ends_sentence(line.ink):
            continue
        if ends_sentence(above.ink) or _ENDED.search(above.ink) or _is_short(above, measure):
            yield place


def _is_short(line: Line, measure: Measure) -> bool:
    return measure.inset(line) > 1 - SHORT


def _are_notes(group: Sequence[Line], measure: Measure, begun: Sequence[int]) -> bool:
    """Whether the lines from the first of these on are entries, and no text that stands below the notes."""
    lines = group[begun[0] :]
    running = sum(not ends_sentence(line.ink) and not _is_short(line, measure) for line in lines)
    cited = sum(CITES.search(group[place].ink) is not None for place in begun)
    return running <= RUNNING * len(lines) and cited >= CITED * len(begun)


def _restored(group: Sequence[Line], chain: Sequence[Entry]) -> list[Entry]:
    """The chain with each entry that lacks in it because a figure of its number is misread (`I.` for `1.`)."""
    whole: list[Entry] = []
    for before, after in pairwise([(-1, chain[0][1] - 2, None) if chain and chain[0][1] == 2 else None, *chain]):
        if before is not None and after is not None and after[1] == before[1] + 2:
            wanted = before[1] + 1
            between = range(before[0] + 1, after[0])
            misread = [place for place in between if _misread_as(group[place].ink) == wanted]
            if len(misread) == 1:
                whole.append((misread[0], wanted, "low"))
        if after is not None:
            whole.append(after)
    return whole


def _misread_as(ink: str) -> int | None:
    match = _MISREAD.match(ink)
    if match is None or match["n"].isdecimal():
        return None
    return int(match["n"].translate(AS_DIGITS))
