"""Headings amid a block: how many lines they are, in a file that keeps no indents and little space.

A program that takes the text out of a PDF may leave no indents, and blank lines only where the size of the type
changes.  A block is then many paragraphs with the headings between them, and a heading shows by how lines end: the
line above it ends a sentence, it ends by will and as no sentence does, and prose begins below it with a capital.
It ended by will where the next word would have had room, or begins a sentence: elsewhere the book writes it small.
A question that has no verb is one too.  Such headings are believed where some of them leave no doubt; the title of
notes is at once.  Leaves alone: displays set narrower than the text, and texts in which blank lines part the
paragraphs and so the headings.

    was owed to him by those above the ford.
    The Weir in Winter                              -> a heading
    When the frost came he let the pond down, and
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from build_edition.rules.evidence.headings.broken import is_broken, is_worded
from build_edition.rules.evidence.headings.capitals import Capitals
from build_edition.rules.evidence.headings.numerals import is_exact, readings
from build_edition.rules.evidence.headings.titles_by_words import has_verb, needs_noun, reads_as_title
from build_edition.rules.evidence.headings.upon import COMPANY, OPENINGS
from build_edition.rules.evidence.headings.wording import (
    LONGEST,
    ends_finished,
    is_over_numbered,
    is_unfinished,
)
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.title_words import (
    division_level,
    is_back_matter,
    is_customary,
    is_front_title,
    is_notes,
    label_and_title,
)
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line

_RUN_ON = 0.1  # of the blocks of text: so many paragraphs end within them, where no blank lines part them
_FEWEST = 3  # paragraphs that do
_ENDS = 0.3  # of the measure left empty by the last line of a paragraph, beyond doubt
_SHORT, _CERTAIN = 0.06, 0.25  # of the measure left empty by a heading's last line
_WRAPPED = 0.2  # and by the last line of one that is wrapped
_BROKEN = 0.45  # of the measure left empty by the lines above it, at most: large type and bold break early
_EARLY = 0.72  # of the measure: where no line of a title breaks for want of room
_JOINED = -0.75  # what two lines joined at a hyphen leave of one line, the second of them short
_OVER, _FAR_OVER = -0.1, -0.2  # what a full line may leave, and what no single one does
_ROOM, _LESS_ROOM = 0.95, 0.97  # of the measure: a line with room for another word there ended by will
_ENDED = 0.1  # of the measure left empty by a line above it that ends a paragraph
_VERSE, _BREAKS = 6, 2  # lines, and so many of them that break off, which show verse
_NEARBY = 3  # lines above and below that tell the measure, which is less in a display
_ENDINGS = ".,;:-\u00ad—–!…"  # of lines that are no title's last
_GOES_ON = (".", ";", "!", "?", "…")  # how no line ends within a title
_SMALL = 4  # letters that no word has more of which is small in a title with capitals
_LARGE = 5  # lines of a chapter's title in large type
_FIRST_NOTE = re.compile(r"\(?1(?:[.)\]]\s?|\s+(?=[A-Z“‘\"(])|$)")
_NOTE = re.compile(r"\(?\d{1,3}(?:[.)\]]\s?|\s+(?=[A-Z“‘\"(])|$)")

Span = tuple[int, int]  # the first line of a heading in its block, and the line after its last


class Amid:
    """The headings amid the blocks of one book."""

    def __init__(self, blocks: Sequence[Block], measure: Measure, *, indents: bool) -> None:
        self.measure = measure
        self._blocks = blocks
        self._capitals = Capitals(blocks)
        self._cuts: dict[int, list[Span]] = {}
        if indents or not measure.full or not self._runs_on():
            return
        found = [(place, *one) for place in range(len(blocks)) for one in self._of(place)]
        company = sum(bool(sure) for _, _, sure in found) >= COMPANY
        for place, span, sure in found:
            if company or sure is None:
                self._cuts.setdefault(place, []).append(span)

    def of(self, place: int) -> Sequence[Span]:
        """The headings in this block, in order."""
        return self._cuts.get(place, ())

    def _runs_on(self) -> bool:
        """Whether blank lines do not part the paragraphs: many end within blocks, far short of the edge."""
        inset = self.measure.inset
        ends = sum(
            line.ink[-1] in ".?!”" and after.ink[0].isupper() and inset(line) > _ENDS
            for block in self._blocks
            for line, after in pairwise(block.lines)
        )
        text = sum(len(block.lines) > LONGEST for block in self._blocks)
        return ends >= max(_FEWEST, _RUN_ON * text)

    def _of(self, place: int) -> Iterator[tuple[Span, bool | None]]:
        """The headings of a block, and whether each is one beyond doubt; None where it needs no others."""
        block = self._blocks[place]
        start = self._numbered(place)
        if start:
            yield (0, start), None
        for last, (line, below) in enumerate(zip_longest(block.lines, block.lines[1:])):
            if last < start or line.ink[-1] in _ENDINGS or (below is not None and below.ink[0].islower()):
                continue
            if self._names_list(block, last, start):
                yield (last, last + 1), None
                start = last + 1
                continue
            first = self._first_of(block, last, start)
            if first < start:
                continue
            sure = self._is_over_text(place, first, last)
            spans = list(self._upon_each_other(block, first, last)) if sure is not None else []
            if spans and all(self._is_title(block, *span) for span in spans):
                plain = _are_capitals(block, first, last) or self._is_certain(block.lines[last])
                certain = sure and plain and (first > 0 or self._opens_page(block, last))
                yield from ((span, certain) for span in spans)
                start = last + 1

    def _opens_page(self, block: Block, last: int) -> bool:
        """Whether the lines to this one are the title of what begins on a page, each ended by will."""
        lines = block.lines[: last + 1]
        return block.opens_page and len(lines) > 1 and is_broken(lines, self.measure) and is_worded(lines)

    def _numbered(self, place: int) -> int:
        """How many lines at the top of a block are the title of the chapter whose numeral opens the page."""
        block, above = self._blocks[place], self._blocks[place - 1] if place else self._blocks[place]
        own = _is_chapter_numeral(block, place)
        if not own and (len(above.lines) > 1 or block.opens_page or not _is_chapter_numeral(above, place - 1)):
            return 0
        start = end = int(own)
        while end < min(len(block.lines), start + LONGEST) and is_capitals(block.lines[end].ink):
            end += 1
        if end == start:
            while end < min(len(block.lines), start + _LARGE) and self._is_certain(block.lines[end]):
                if end > start and block.lines[end].ink[-1] in _ENDINGS:
                    break
                end += 1
            if all(line.ink[0].isupper() for line in block.lines[start:end]):
                end = min(end, start + LONGEST)  # more are verses
        title = [line.ink for line in block.lines[start:end]]
        return end if title and end < len(block.lines) and reads_as_title(title) else 0

    def _first_of(self, block: Block, last: int, start: int) -> int:
        """The line that begins what ends with `last`: after a finished line or heading, or the block's; or -1."""
        lines = block.lines
        most = 2 * LONGEST if last < 2 * LONGEST and block.gap else LONGEST  # a chapter's title and a heading
        for first in range(last, max(-1, last - most), -1):
            if first == 0:
                return 0 if block.gap or block.opens_page else -1
            if first == start or ends_finished(lines[first - 1].ink):
                return first
            if lines[first - 1].ink.endswith(_GOES_ON):
                return -1
        return -1

    def _upon_each_other(self, block: Block, first: int, last: int) -> Iterator[Span]:
        """The headings that these lines are: one, unless a line ends far short and a capital begins the next."""
        over = first > 0  # text stands above them, so none is the title of a chapter, set large
        for place in range(first, last):
            if self._ends_title(block.lines[first : place + 1], block.lines[place + 1], over=over):
                yield first, place + 1
                first = place + 1
        yield first, last + 1

    def _ends_title(self, title: Sequence[Line], after: Line, *, over: bool) -> bool:
        """Whether a title ends with these lines, and another begins with the next."""
        line, capitals = title[-1], is_capitals(after.ink)
        if not after.ink[0].isupper() or is_unfinished(line.ink) or (capitals and not over):
            return False
        if over and self.measure.had_room(line, after, of=_EARLY):
            return True
        plain = any(word.islower() and len(word) > _SMALL for above in title for word in above.ink.split())
        told = not capitals and plain and self._capitals.begins_sentence(after.ink)
        return told and self.measure.had_room(line, after, of=_ROOM)

    def _is_title(self, block: Block, first: int, end: int) -> bool:
        """Whether these lines may be a title: they end by will, and as no sentence does."""
        lines, last = block.lines[first:end], block.lines[end - 1]
        if len(lines) > LONGEST or not reads_as_title([line.ink for line in lines]):
            return False
        if any(a.ink.endswith(",") and self.measure.had_room(a, b, of=_EARLY) for a, b in pairwise(lines)):
            return False  # a signature, or an address
        ink = " ".join(line.ink for line in lines)
        if is_capitals(ink):
            return True
        if any(not _OVER <= self.measure.inset(line) <= _BROKEN for line in lines[:-1]):
            return False
        inset = self.measure.inset(last)
        if len(lines) > 1:
            return inset > _WRAPPED or (inset > _SHORT and not has_verb(ink))
        return inset >= _JOINED

    def _is_over_text(self, place: int, first: int, last: int) -> bool | None:
        """Whether prose begins below, at once or, which tells less, over space; None if it does not."""
        block = self._blocks[place]
        if last + 1 < len(block.lines):
            capitals = _are_capitals(block, first, last) and not is_capitals(block.lines[last + 1].ink)
            told = self._is_text(block, last) and (capitals or self._ended(block, first, last))
            return last + 2 < len(block.lines) if told else None
        after = self._blocks[place + 1] if place + 1 < len(self._blocks) else None
        if after is None or not after.gap or not last:
            return None
        if after.opens_page and not self._is_certain(block.lines[last]):  # hardly any page ends in a heading
            return None
        if len(after.lines) == 1 and self.measure.inset(after.first) > _CERTAIN:
            return None
        if not _begins(after.first):
            return None
        if _are_capitals(block, first, last):
            return True
        return None if self.measure.inset(block.lines[last]) <= _SHORT else False

    def _is_text(self, block: Block, last: int) -> bool:
        """Whether prose begins below this line."""
        text = block.lines[last + 1 :]
        below = text[0]
        numbered = is_over_numbered(block.lines[last].ink, below.ink)
        if not (numbered or _begins(below)) or self._is_verse(text):
            return False
        if self.measure.is_filled(below) or below.ink[-1] in ",:":
            return True
        return len(text) > 1 and not self.measure.had_room(below, text[1])

    def _is_verse(self, lines: Sequence[Line]) -> bool:
        """Whether several of these lines break off where no sentence ends, and capitals begin the next ones."""
        breaks = sum(
            after.ink[0].isupper()
            and not ends_finished(line.ink)
            and self.measure.had_room(line, after, of=_EARLY)
            for line, after in pairwise(lines[:_VERSE])
        )
        return breaks >= _BREAKS

    def _ended(self, block: Block, first: int, last: int) -> bool:
        """Whether the line before the text ended by will: for want of words, or with what can only be a title."""
        title, below = block.lines[last], block.lines[last + 1]
        apart = not first or self.measure.inset(block.lines[first - 1]) > _ENDED
        if title.ink[-1] == "?":
            return True
        if self.measure.inset(title) < _FAR_OVER:
            return not has_verb(title.ink)
        if self._had_room(block, last, _LESS_ROOM if apart else _ROOM):
            return True
        told = " ".join(line.ink for line in block.lines[first : last + 1])
        return not (needs_noun(told) or has_verb(told)) and self._capitals.begins_sentence(below.ink)

    def _had_room(self, block: Block, place: int, share: float) -> bool:
        """Whether the next word would have had room on this line, set to the measure of those about it."""
        measure = self.measure
        if measure.inset(block.lines[place]) <= _SHORT:
            return False
        near = block.lines[max(0, place - _NEARBY) : place + _NEARBY + 1]
        widest = max(min(measure.width(line), measure.full) for line in near)
        return measure.had_room(*block.lines[place : place + 2], of=share * widest / measure.full)

    def _is_certain(self, line: Line) -> bool:
        """Whether a heading's last line leaves no doubt: no question, nor of a length that chance may give."""
        return self.measure.inset(line) > _CERTAIN and line.ink[-1] != "?"

    def _names_list(self, block: Block, place: int, start: int) -> bool:
        """Whether a line is the title of notes, or of a division's, or of other entries at the top of a page."""
        lines = block.lines
        if place + 1 == len(lines) or not (place == start or ends_finished(lines[place - 1].ink)):
            return False
        ink, below = lines[place].ink, lines[place + 1].ink
        opens_page = not place and block.opens_page
        if opens_page and (is_front_title(ink) or is_back_matter(ink)) and _begins(lines[place + 1]):
            return True
        if is_notes(ink):
            return _NOTE.match(below) is not None or (opens_page and _names_division(below))
        entries = opens_page and not below[0].isalnum() and below[0] not in OPENINGS
        listed = entries or _FIRST_NOTE.match(below) is not None
        return listed and _names_division(ink) and (self._is_certain(lines[place]) or is_capitals(ink))


def _names_division(ink: str) -> bool:
    """Whether a line has the words of a division's title."""
    return is_customary(ink) or division_level(ink) is not None or label_and_title(ink) is not None


def _is_chapter_numeral(block: Block, place: int) -> bool:
    """Whether a block begins with a plain numeral, not in figures, at the top of a page."""
    known = readings(block.first.ink) if block.opens_page or not place else None
    return known is not None and known[0] != "arabic" and is_exact(block.first.ink)


def _are_capitals(block: Block, first: int, last: int) -> bool:
    """Whether all letters of these lines are capitals."""
    return is_capitals(" ".join(line.ink for line in block.lines[first : last + 1]))


def _begins(line: Line) -> bool:
    """Whether a line begins as a paragraph does."""
    first = line.ink.lstrip(OPENINGS)[:1]
    return line.ink[0].isupper() or (line.ink[0] in OPENINGS and not first.islower())
