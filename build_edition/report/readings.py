"""What reads otherwise between two transcripts of one source, word by word, and who or what brought it about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_edition.apparatus.emendation_list import Finder
from build_edition.edition.spans.nesting import Replaced
from build_edition.edition.words.emendations import RULE, Filed
from build_edition.pipeline import EditionWork
from build_edition.report.report import Reading, Reason, Sort
from build_edition.source import Source
from build_edition.transcript import Intervention, Transcript

ABOUT = 60  # characters of context on each side, cut at a word

Key = tuple[int, int, str]


def key(this: Intervention) -> Key:
    """What an intervention does, whoever does it."""
    return this.start, this.end, this.reading


def decides_by_record(this: Intervention) -> bool:
    """Whether an editor's record made an intervention, and no rule."""
    return this.rule.partition(":")[0] == RULE


@dataclass(frozen=True)
class Text:
    """One side of a work: its transcript, and the records of words in it, in the order of their numbers."""

    item: EditionWork
    transcript: Transcript
    filed: Sequence[Filed]

    def reason(self, this: Intervention, sort: Sort) -> Reason:
        """Whose an intervention is."""
        if not decides_by_record(this):
            return Reason("rule", sort, this.rule, cert=this.cert)
        number = int(this.rule.partition(":")[2] or 0)
        if not 0 < number <= len(self.filed):
            return Reason("record", sort, "")
        filed = self.filed[number - 1]
        record = filed.record
        return Reason(
            "record", sort, filed.place, record.by, str(record.on or ""), record.cause or "", record.note or "",
            record.cert,
        )  # fmt: skip


class Pair:
    """Two transcripts of the same source, before and after."""

    def __init__(self, before: Text, after: Text) -> None:
        assert after.item.work is not None
        self.before, self.after = before, after
        self.source: Source = after.transcript.source
        self.sides = (Replaced(before.transcript.interventions), Replaced(after.transcript.interventions))
        self.finder = Finder(after.item.work)
        old = {key(this) for this in before.transcript.interventions}
        new = {key(this) for this in after.transcript.interventions}
        self.gone = [this for this in before.transcript.interventions if key(this) not in new]
        self.new = [this for this in after.transcript.interventions if key(this) not in old]
        self._gone, self._new = Replaced(self.gone), Replaced(self.new)

    def readings(self) -> tuple[Reading, ...]:
        """Every place that reads otherwise, in order."""
        spans = _merged(self.words(this.start, this.end) for this in (*self.gone, *self.new))
        found = (self.reading(start, end) for start, end in spans)
        return tuple(one for one in found if one.before.split() != one.after.split())

    def reading(self, start: int, end: int) -> Reading:
        """What whole words from `start` to `end` of the source read before and after."""
        line, last = self.source.line_number(start), self.source.line_number(max(start, end - 1))
        reading = self.after.transcript.reading
        first, after = reading.before_insertion(start), reading.from_source(end)
        gone, new = self._gone.touching(start, end), self._new.touching(start, end)
        reasons = _together(
            [self.after.reason(this, "new") for this in new], [self.before.reason(this, "gone") for this in gone]
        )
        return Reading(
            start, end, line, last,
            before=_plain(self.before.transcript.reading.slice(start, end, through=True)),
            after=_plain(reading.slice(start, end, through=True)),
            lead=_tail(reading.text[max(0, first - ABOUT) : first]),
            trail=_head(reading.text[after : after + ABOUT]),
            source=self.stands(start, end),
            passage=self.finder.passage(start, end),
            page=self.finder.page(start),
            reasons=reasons,
        )  # fmt: skip

    def stands(self, start: int, end: int) -> str:
        """The lines of the source about a span, as far as they are near it."""
        text = self.source.text
        first = max(self.source.line_at(start).start, start - ABOUT)
        last = min(self.source.line_at(max(start, end - 1)).end, end + ABOUT)
        while first < start and first > 0 and not text[first - 1].isspace():
            first += 1
        while last > end and last < len(text) and not text[last].isspace():
            last -= 1
        lead = "… " if first > 0 and text[first - 1] not in "\r\n" else ""
        trail = " …" if last < len(text) and text[last] not in "\r\n" else ""
        return f"{lead}{text[first:last].strip()}{trail}"

    def words(self, start: int, end: int) -> tuple[int, int]:
        """A span grown to whole words, and to whole replaced spans of both sides."""
        text, size = self.source.text, len(self.source.text)
        while True:
            first, last = start, end
            while first > 0 and not text[first - 1].isspace():
                first -= 1
            while last < size and not text[last].isspace():
                last += 1
            for side in self.sides:
                first, last = side.around(first, last)
            if (first, last) == (start, end):
                return start, end
            start, end = first, last


def _together(new: list[Reason], gone: list[Reason]) -> tuple[Reason, ...]:
    """The reasons, each once; a record that was there, and reads otherwise now, is told as it is now."""
    were = {(reason.kind, reason.place) for reason in gone}
    now = [replace(one, sort="changed") if (one.kind, one.place) in were else one for one in new]
    are = {(one.kind, one.place) for one in now}
    return tuple(dict.fromkeys((*now, *(one for one in gone if (one.kind, one.place) not in are))))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that meet as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _plain(text: str) -> str:
    return " ".join(text.split())


def _tail(text: str) -> str:
    """The last whole words of a text."""
    return _plain(text.partition(" ")[2] if len(text) == ABOUT else text)


def _head(text: str) -> str:
    """The first whole words of a text."""
    return _plain(text.rpartition(" ")[0] if len(text) == ABOUT else text)
