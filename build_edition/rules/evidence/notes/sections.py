"""Sections of notes: numbered entries under a heading, at the end of a chapter or of the whole text.

Serves `notes`.  A section begins under a heading that announces notes, or under one whose entries the calls
before it want (`unannounced`), and ends at the next heading, but for headings that only part its groups: one
over an entry numbered 1 that lies deeper, repeats a heading of the text, names a division, or (in wrapped text)
stands free and unmarked, in which case it becomes a `head`, as the section's own does.  Which numbers at the
beginnings of lines are entries is settled for the whole group at once: they count up by one, share a form
(`1.`, `[1]`, `1`) and stand where the group's hanging or first-line indents put an entry.  A list in HTML
counts its items itself (`tagged`).

    Chapter One: The Ford          ->  head, over a group of notes
    1.  Ledger of the ferry,
        p. 4 (1901), 6             ->  note n=1, over both lines
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import LOWERED, ends_sentence, opens_lower
from build_edition.rules.evidence.lines.title_words import division_level, is_front_title, label_and_title
from build_edition.rules.evidence.notes import tagged
from build_edition.rules.evidence.notes.lost_entries import Entry, with_lost
from build_edition.rules.evidence.notes.sequence import Candidate, best_chain
from build_edition.rules.evidence.notes.unannounced import ENTRY, FAR, TAG, unannounced
from build_edition.source import Line
from build_edition.transcript import Mark

HEADING = re.compile(
    r"(?:end|foot)?notes?(?:(?: and|,) (?:references|sources|bibliography))?|references"
    r"|(?:references|sources) and notes|notes (?:to|on|for) (?:the )?(?:text|chapters?|parts?|pages?"
    r"|introduction|preface|conclusion|book)\b.{0,30}",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"[NnRr](?i:otes?\b|eferences)")
FORM, AFTER_STOP, MISPLACED = 8.0, 2.0, 9.0  # weights: how much like an entry
LOST_PRICE = 2.0  # entries stand under each other and are seen as such, even in an extract that lacks some
NEAR = 4  # lines under a heading among which a group's first entry stands
INDENT = 2  # characters that make an indent
LONGEST = 90  # characters in a heading over a group


@dataclass(slots=True)
class _Section:
    """One stretch of notes: its start, its heading's level, the heading if not marked, the lines of each group."""

    start: int
    level: int
    title: Line | None = None
    groups: list[list[Line]] = field(default_factory=lambda: [[]])


def mark(draft: Draft) -> None:
    """Mark the entries of every section of notes, and the headings over their groups."""
    in_tables = draft.lines_of("table")
    openings = {draft.source.line_number(pb.start) for pb in draft.marks("pb")}
    for section in _sections(draft, in_tables):
        noted = False
        for group in section.groups:
            for part in _parted(draft, group, section.level, in_tables):
                noted |= _mark_entries(draft, part, in_tables, openings)
        if noted and section.title and section.title.number not in in_tables:
            draft.mark_lines("head", section.title, section.title, level=section.level)


def _sections(draft: Draft, in_tables: set[int]) -> Iterator[_Section]:
    """The sections of notes, in order."""
    announcing = _announcing(draft)
    announcing |= unannounced(draft, announcing)
    if not announcing:
        return
    taken = draft.lines_of("fw", "figure", "note")
    lines = [line for line in draft.ink_lines if line.number not in taken and draft.has_ink(line)]
    headed = _headed(draft)
    named: dict[str, int] = {}  # what headings say, and where the first that says it ends
    for mark in draft.marks("head"):
        for slug in _slugs(draft.text[mark.start : mark.end]):
            named.setdefault(slug, mark.end)
    section: _Section | None = None
    for place, line in enumerate(lines):
        head = None if line.number in in_tables else headed.get(line.number)
        announces = line.number in announcing
        # In wrapped text it may be the last word of a paragraph.
        announces = announces and (head is not None or draft.layout != "book" or not opens_lower(line.ink))
        if announces and (head is None or head.end <= line.ink_end):
            if section:
                yield section
            level = int(str(head.get("level", 3))) if head else 3
            section = _Section(line.start, level, None if head else line)
        elif section is None:
            continue
        elif head is None:
            section.groups[-1].append(line)
        elif _parts_groups(draft, head, section, lines, place, named):
            if section.groups[-1]:
                section.groups.append([])
        else:
            yield section
            section = None
    if section:
        yield section


def _announcing(draft: Draft) -> set[int]:
    """The lines that may head a section of notes."""
    lines = {draft.source.line_at(match.start()) for match in _ANNOUNCED.finditer(draft.text)}
    inks = {line.number: TAG.sub("", line.ink) if line.ink[0] in "<\\" else line.ink for line in lines}
    return {n for n, ink in inks.items() if len(ink) <= 60 and HEADING.fullmatch(ink.strip("#*_ :."))}


def _headed(draft: Draft) -> dict[int, Mark]:
    """The heading that each line is in; a side-head run into its paragraph is none."""
    at = draft.source.line_number
    return {
        number: head
        for head in draft.marks("head")
        if not head.get("run_in")
        for number in range(at(head.start), at(head.end - 1) + 1)
    }


def _slugs(heading: str) -> set[str]:
    """A heading as letters and digits only: whole, and each of its lines."""
    heading = TAG.sub("", heading)
    pieces = [heading, *heading.split("\n")]
    return {slug for piece in pieces if (slug := re.sub(r"[\W_]+", "", piece.casefold()))}


def _parts_groups(
    draft: Draft, head: Mark, section: _Section, lines: Sequence[Line], place: int, named: dict[str, int]
) -> bool:
    """Whether a heading inside a section of notes parts two of its groups, or opens the first."""
    if int(str(head.get("level", 3))) > section.level:
        return True
    while place < len(lines) and lines[place].start < head.end:
        place += 1
    # The first number may be misread; one of the next few lines will tell.
    first = next((match for line in lines[place : place + NEAR] if (match := ENTRY.match(line.ink))), None)
    if first is None or _number(first) > 3:
        return False
    # Notes of the section may be known, from `sections_apart`.
    known = any(section.groups) or any(section.start < note.start < head.start for note in draft.marks("note"))
    if _number(first) == 1 and not known:
        return True
    words = TAG.sub("", draft.text[head.start : head.end]).split()
    # “1 The Ford”, “Chapter One: The Ford” and “The Ford” all name what stands as “The Ford” in the text.
    names = {slug for skip in range(3) for slug in _slugs(" ".join(words[skip:]))}
    repeated = any(named.get(name, head.end) <= head.start for name in names)
    title = " ".join(words)
    divides = division_level(title) is not None or label_and_title(title) is not None or is_front_title(title)
    return repeated or (divides and known and _goes_on_soon(first, lines[place : place + FAR]))


def _goes_on_soon(first: re.Match[str], lines: Sequence[Line]) -> bool:
    """Whether the next entry stands near below the first: the paragraphs of a chapter may be numbered too."""
    alike = sum((match := ENTRY.match(line.ink)) is not None and _form(match) == _form(first) for line in lines)
    return alike > 1 or len(lines) < FAR


def _parted(draft: Draft, group: list[Line], level: int, in_tables: set[int]) -> Iterator[list[Line]]:
    """The group, cut at unmarked headings, which are marked: free lines without a stop over a note 1."""
    start = 0
    for place, (line, below) in enumerate(pairwise(group if draft.layout == "book" else ())):
        free = place == 0 or line.number > group[place - 1].number + 1
        entry = ENTRY.match(below.ink)
        if free and entry and _number(entry) == 1 and line.number not in in_tables and _is_title(line.ink):
            draft.mark_lines("head", line, line, level=min(level + 1, 5))
            if place > start:
                yield group[start:place]
            start = place + 1
    yield group[start:]


def _is_title(ink: str) -> bool:
    """Whether a line may be the title over a group of notes."""
    if len(ink) > LONGEST or opens_lower(ink) or not any(c.isalpha() for c in ink):
        return False
    return division_level(ink) is not None or not (ends_sentence(ink) or ink.endswith((",", ";", "-", "–", "—")))


def _mark_entries(draft: Draft, group: list[Line], in_tables: set[int], openings: set[int]) -> bool:
    """Mark the entries of one group; returns whether it has any."""
    chain = with_lost(draft, group, _chain(group, in_tables))
    if not chain:
        items = list(tagged.entries(draft, group))
        for lines, number in items:
            draft.mark_lines("note", lines[0], lines[-1], n=number)
            _mark_blocks(draft, lines, in_tables)
        return bool(items)
    ends = [*(place for place, _, _ in chain[1:]), len(group)]
    for (place, n, cert), after in zip(chain, ends, strict=True):
        lines = group[place:after]
        if after == len(group) and draft.layout == "book":
            lines = _until_blank(lines, in_tables, openings)
        draft.mark_lines("note", lines[0], lines[-1], n=str(n), cert=cert)
        _mark_blocks(draft, lines, in_tables)
    return True


def _chain(group: Sequence[Line], in_tables: set[int]) -> list[Entry]:
    """The places and numbers of the entries: the best chain of all numbers that begin lines."""
    found = {
        place: match
        for place, line in enumerate(group)
        if line.number not in in_tables and (match := ENTRY.match(line.ink))
    }
    if not found:
        return []
    form = Counter(map(_form, found.values())).most_common(1)[0][0]
    entries = {place for place, match in found.items() if _form(match) == form}
    hangs = _hangs(group, entries)
    # A group may begin in the middle of a count, as where its first part stands elsewhere.
    first = _number(found[0]) - 1 if 0 in found else 0
    candidates = [
        Candidate(place, place, n - first if n > first else n, _weight(group, place, match, entries, hangs))
        for place, match in found.items()
        if (n := _number(match))
    ]
    return [(c.start, _number(found[c.start]), None) for c in best_chain(candidates, LOST_PRICE)]


def _number(match: re.Match[str]) -> int:
    return int(match["n"].translate(LOWERED))


def _form(match: re.Match[str]) -> tuple[str, str]:
    return match["open"], match["close"]


def _weight(group: Sequence[Line], place: int, match: re.Match[str], entries: set[int], hangs: int) -> float:
    """How much like an entry the line is."""
    line, rest = group[place], group[place].ink[match.end() :]
    weight = FORM if place in entries else FORM / 4
    if place == 0 or line.number > group[place - 1].number + 1:
        return weight + AFTER_STOP
    above = group[place - 1]
    weight += AFTER_STOP if ends_sentence(above.ink) else 0.0
    shift = line.indent - above.indent
    if hangs and place - 1 not in entries and shift * hangs >= 0:
        weight -= MISPLACED
    if rest[0].islower() or (rest[0] == "(" and not match["close"]):
        weight -= FORM / 2
    return weight


def _hangs(group: Sequence[Line], entries: set[int]) -> int:
    """1 where the lines of an entry hang under its first, -1 where its first is indented, 0 where neither."""
    votes = [0, 0, 0]
    for place in entries:
        below = group[place + 1] if place + 1 < len(group) else None
        if below is not None and place + 1 not in entries and below.number == group[place].number + 1:
            shift = below.indent - group[place].indent
            votes[1 if shift >= INDENT else -1 if shift <= -INDENT else 0] += 1
    most = max(votes)
    return {1: 1, 2: -1}.get(votes.index(most), 0) if most > 0.7 * sum(votes) else 0


def _until_blank(lines: list[Line], in_tables: set[int], openings: set[int]) -> list[Line]:
    """The lines down to the first blank one that neither a table holds nor a page's end explains."""
    for place, (line, after) in enumerate(pairwise(lines), 1):
        if after.number == line.number + 1 or (line.number in in_tables and after.number in in_tables):
            continue
        if not (after.number in openings and not ends_sentence(line.ink)):
            return lines[:place]
    return lines


def _mark_blocks(draft: Draft, lines: list[Line], in_tables: set[int]) -> None:
    """Mark the paragraphs of a note that has more than one block, each line of unwrapped text being one."""
    if draft.layout == "book" or len(lines) < 2:
        return
    for line in lines:
        if line.number not in in_tables:
            draft.mark_lines("p", line, line)
