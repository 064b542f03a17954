"""The level of each heading, from its words and its place; type sizes are lost in a plain text.

A part is 1, a chapter or a division of the front or back matter 2. The headings below it, down to the next,
are weighed together (`heading_evidence`): of all ways to give them the levels 3 to 5 the best is taken. Where
another way is nearly as good, the level is of low certainty.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mode

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.heading_evidence import Branch, Evidence, Section
from build_edition.rules.evidence.heading_plan import lead_of, plan_of, rarity_of, rounds, usual_length
from build_edition.rules.evidence.heading_words import Words
from build_edition.rules.evidence.titles import is_customary
from build_edition.source import Line

Level = tuple[int, str]  # the level and its certainty

_WIDTH = 50  # branches that are followed at once
_FARTHEST = 60  # headings that a running head may have stood over
_DOUBT = 1.2  # by how much the best way must outweigh the next


@dataclass(frozen=True)
class Found:
    """A heading: its lines, its level where its label tells (else 0), its label and title."""

    lines: list[Line]
    level: int
    label: str | None
    title: str
    opens_page: bool = False


def levels(draft: Draft, found: Sequence[Found]) -> list[Level]:
    """The level of each heading, and its certainty."""
    tops = _divisions(found)
    result: list[Level] = [(heading.level or 2, "high") for heading in found]
    chapters = list(_chapters(tops))
    spans = [_lengths(draft, found, places) for places in chapters]
    titles = [[Words(found[i].title) for i in places] for places in chapters]
    heads = [Words(found[places[0] - 1].title if places[0] else "") for places in chapters]
    lengths = [
        [(title, len(text)) for title, text in zip(*pair, strict=True)] for pair in zip(titles, spans, strict=True)
    ]
    usual = usual_length([length for group in lengths for _, length in group])
    plan = plan_of(heads, lengths, usual)
    named = _named_by_running_heads(draft, found)
    leads = [[lead_of(text) for text in texts] for texts in spans]
    rarity = rarity_of([lead for group in leads for lead in group])
    for places, group, words, head, measured in zip(chapters, leads, titles, heads, lengths, strict=True):
        first = places[0]
        above = found[first - 1] if first else None
        sections = [
            Section(title, length, lead, turn, named[i] - first if named.get(i, -1) >= first else None)
            for i, (title, length), lead, turn in zip(
                places, measured, group, rounds(head, words, plan), strict=True
            )
        ]
        lead = lead_of(draft.text[above.lines[-1].end : found[first].lines[0].start]) if above else frozenset()
        evidence = Evidence(head, lead, sections, rarity, usual)
        for i, level in zip(places, _solve(evidence), strict=True):
            result[i] = level
        again = _restating(found, tops, places)
        if len(again) > 1:  # the notes, arranged by chapter: sisters, whatever their lengths
            shared = mode(sorted(result[i][0] for i in again))
            result = [(shared, "high") if i in again else level for i, level in enumerate(result)]
    return result


def _restating(found: Sequence[Found], tops: Sequence[bool], places: range) -> set[int]:
    """Which headings of one division name the other divisions again, with their labels or without."""
    names = [Words(heading.title).all for heading, top in zip(found, tops, strict=True) if top]
    again = set()
    for i in places:
        words = Words(found[i].title).all
        if any(words[-len(name) :] == name and (len(name) > 1 or words == name) for name in names if name):
            again.add(i)
    return again


def _chapters(tops: Sequence[bool]) -> Iterator[range]:
    """The runs of headings that stand under one division."""
    start = 0
    for i in range(len(tops) + 1):
        if i == len(tops) or tops[i]:
            if i > start:
                yield range(start, i)
            start = i + 1


def _divisions(found: Sequence[Found]) -> list[bool]:
    """Which headings are parts, chapters, or divisions of the front or back matter.

    One without label is the latter if it opens a page, has a customary title, and does not stand between
    numbered divisions, where it is the section of a chapter.
    """
    numbered = [i for i, heading in enumerate(found) if heading.level]
    first, last = (numbered[0], numbered[-1]) if numbered else (len(found), -1)
    return [
        bool(heading.level) or (is_customary(heading.title) and heading.opens_page and not first < i < last)
        for i, heading in enumerate(found)
    ]


def _lengths(draft: Draft, found: Sequence[Found], places: range) -> list[str]:
    """The text between each of these headings and the next."""
    texts = []
    for i in places:
        end = found[i + 1].lines[0].start if i + 1 < len(found) else len(draft.text)
        texts.append(" ".join(draft.text[found[i].lines[-1].end : end].split()))
    return texts


def _named_by_running_heads(draft: Draft, found: Sequence[Found]) -> dict[int, int]:
    """For each heading that is the last before a page whose running head names an earlier one: that one."""
    pages = {str(mark.get("n")): mark.start for mark in draft.marks("pb") if mark.get("cert") != "low"}
    starts = [heading.lines[0].start for heading in found]
    titles = [" ".join(Words(heading.title).all) for heading in found]
    named: dict[int, int] = {}
    for mark in draft.marks("fw"):
        words = " ".join(Words(re.sub(r"\d+", " ", draft.text[mark.start : mark.end])).all)
        page = pages.get(str(mark.get("n")))
        if page is None or len(words) < 8:
            continue
        here = bisect_left(starts, page)
        for i in range(here - 1, max(-1, here - _FARTHEST), -1):
            if found[i].level:
                break
            if titles[i].startswith(words) and i < here - 1:
                named[here - 1] = i
                break
    return named


def _solve(evidence: Evidence) -> list[Level]:
    """The best levels for the headings of one chapter, and the certainty of each."""
    branches = [Branch()]
    for _ in evidence.sections:
        grown = [evidence.extend(branch, level) for branch in branches for level in evidence.choices(branch)]
        grown.sort(key=lambda branch: (-branch.weight, branch.levels))
        branches = grown[:_WIDTH]
    best = branches[0]
    solved: list[Level] = []
    for place, level in enumerate(best.levels):
        others = (branch.weight for branch in branches if branch.levels[place] != level)
        solved.append((level, "low" if best.weight - next(others, float("-inf")) < _DOUBT else "high"))
    return solved
