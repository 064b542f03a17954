"""The data beside the text pages: every passage, what was changed in it, and every character of the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest

from build_edition.apparatus.passage_index import Passage as Indexed
from build_edition.pipeline import EditionWork
from build_edition.publish.data.pages import page_files
from build_edition.rules import RULES
from build_edition.tree import flatten
from build_edition.whole import Whole
from build_edition.work import Link, NoteCall, PageBeginning, Span, Text
from build_edition.writers.page.kinds import NAMES
from tests.writers.page_form import PageIndex, PageSource, Passage


@dataclass(frozen=True)
class Data:
    """An edition and the data of its pages, read back, by work in order."""

    whole: Whole
    indexes: dict[str, list[PageIndex]]
    sources: dict[str, list[PageSource]]

    def passages(self, item: EditionWork) -> Iterator[tuple[Indexed, Passage]]:
        """Every passage of a work, as it is and as it was written."""
        written = [one for index in self.indexes[item.record.id] for one in index.passages]
        yield from zip(self.whole.passages[item.record.id], written, strict=True)


def data_of(whole: Whole) -> Data:
    indexes: dict[str, list[PageIndex]] = {}
    sources: dict[str, list[PageSource]] = {}
    for path, text in page_files(whole):
        work = path.split("/")[1]
        if path.endswith("/index.json"):
            indexes.setdefault(work, []).append(PageIndex.model_validate_json(text))
        else:
            sources.setdefault(work, []).append(PageSource.model_validate_json(text))
    return Data(whole, indexes, sources)


@pytest.fixture(scope="module", params=["specimen", "five"])
def data(request: pytest.FixtureRequest) -> Data:
    return data_of(request.getfixturevalue("whole" if request.param == "specimen" else "five_whole"))


def drawn(text: str) -> str:
    return " ".join(text.split())


def heads() -> dict[str, str]:
    return {name: head for rule in RULES for name, head in rule.accounts.items()}


def test_each_passage_says_what_the_index_of_passages_says(data: Data) -> None:
    count = 0
    for item in data.whole.works:
        for passage, written in data.passages(item):
            assert (written.id, written.kind, written.text) == (passage.id, passage.kind, passage.text)
            assert (written.source.start, written.source.end) == (passage.start, passage.end)
            assert written.pages == list(passage.pages)
            assert written.unaligned is None
            count += 1
    assert count > 200


def test_a_change_stands_where_it_says_and_is_whole_words(data: Data) -> None:
    count = 0
    for item in data.whole.works:
        for passage, written in data.passages(item):
            text, last = passage.text, -1
            for change in written.changes:
                assert text[change.start : change.end] == change.reading != change.source
                assert change.start > last
                assert change.start == 0 or text[change.start - 1] == " "
                assert change.end == len(text) or text[change.end] == " "
                last, count = change.end, count + 1
    assert count > 50


Replaced = list[tuple[int, int, str]]


def joins(item: EditionWork) -> Replaced:
    """What joins the lines of a work or is its forme work, and changes no word."""
    assert item.work is not None
    text, found = item.work.transcript.source.text, []
    of_rules = heads()
    for this in item.work.transcript.interventions:
        head, stands = of_rules.get(this.rule), text[this.start : this.end]
        if head == "forme work" or (head == "joined" and stands.strip() == this.reading.strip()):
            found.append((this.start, this.end, this.reading))
    return found


def said_by_source(text: str, passage: Indexed, joined: Replaced) -> str:
    """What the source says where a passage stands, but for forme work, the calls of notes, and how lines part."""
    first = bisect_left(joined, passage.start, key=lambda one: one[0])
    last = bisect_left(joined, passage.end + 1, key=lambda one: one[0])
    calls = [(call.start, call.end, "") for call in calls_of(passage) if call.start < call.end]
    said, here = "", passage.start
    for start, end, reads in sorted([*joined[first:last], *calls]):
        if end <= passage.end:
            said, here = said + text[here:start] + reads, end
    return drawn(said + text[here : passage.end])


def calls_of(passage: Indexed) -> list[NoteCall]:
    return [one for run in passage.runs for one in flatten(run) if isinstance(one, NoteCall)]


def test_with_the_words_of_the_source_a_passage_says_what_the_source_says(data: Data) -> None:
    count = 0
    for item in data.whole.works:
        assert item.work is not None
        joined, text = joins(item), item.work.transcript.source.text
        for passage, written in data.passages(item):
            if len(passage.runs) > 1 and passage.kind != "head":
                continue
            says = passage.text
            for change in reversed(written.changes):
                says = says[: change.start] + change.source + says[change.end :]
            assert drawn(says) == said_by_source(text, passage, joined), (item.record.id, passage.id)
            count += bool(written.changes)
    assert count > 30


def test_what_stands_in_a_passage_is_where_it_says(data: Data) -> None:
    for item in data.whole.works:
        for passage, written in data.passages(item):
            inlines = [one for run in passage.runs for one in flatten(run)]
            calls = [one for one in inlines if isinstance(one, NoteCall)]
            assert [(one.n, one.note or "") for one in written.calls] == [(one.n, one.target) for one in calls]
            breaks = [one for one in inlines if isinstance(one, PageBeginning)]
            assert [one.n for one in written.breaks] == [one.n for one in breaks]
            links = [one for one in inlines if isinstance(one, Link)]
            assert [(one.kind, one.target) for one in written.links] == [(one.kind, one.target) for one in links]
            spans = [one for one in inlines if isinstance(one, Span)]
            words = [(one.kind, said(one)) for one in spans]
            assert [(one.kind, passage.text[one.start : one.end]) for one in written.marks] == words
            assert [passage.text[one.start : one.end] for one in written.links] == [said(one) for one in links]
            places = [one.at for one in written.calls] + [one.at for one in written.breaks]
            assert all(0 <= at <= len(passage.text) for at in places)
            assert [one.at for one in written.breaks] == sorted(one.at for one in written.breaks)


def said(one: Link | Span) -> str:
    return drawn("".join(inline.text for inline in flatten(one.inlines) if isinstance(inline, Text)))


def test_no_character_of_a_source_is_on_no_page_or_on_two(data: Data) -> None:
    for item in data.whole.works:
        assert item.work is not None
        source = item.work.transcript.source
        pages = data.sources[item.record.id]
        assert (pages[0].start, pages[-1].end) == (0, len(source))
        assert all(before.end == after.start for before, after in pairwise(pages))
        lines: dict[int, str] = {}
        for page in pages:
            for line in page.lines:
                assert source.text[line.start : line.start + len(line.text)] == line.text
                lines[line.n] = lines.get(line.n, "") + line.text
        inked = [line.text for line in source.lines if line.text]
        assert inked == [text for _, text in sorted(lines.items()) if text]


def test_the_pieces_of_a_page_are_all_of_it(data: Data) -> None:
    for item in data.whole.works:
        for page, index in zip(data.sources[item.record.id], data.indexes[item.record.id], strict=True):
            ends = [page.start, *(piece.end for piece in page.pieces)]
            assert ends[:-1] == [piece.start for piece in page.pieces]
            assert ends[-1] == page.end
            shown = {piece.passage for piece in page.pieces if piece.passage is not None}
            assert shown == set(range(len(index.passages)))


def test_what_no_passage_says_was_left_out_by_a_rule(data: Data) -> None:
    for item in data.whole.works:
        assert item.work is not None
        reading = item.work.transcript.reading
        for page in data.sources[item.record.id]:
            for piece in page.pieces:
                if piece.passage is None and piece.division is None:
                    assert not reading.slice(piece.start, piece.end).strip()


def test_a_note_is_told_with_the_passages_that_call_it(data: Data) -> None:
    for item in data.whole.works:
        texts = {passage.id: passage.text for passage in data.whole.passages[item.record.id] if passage.id}
        for index in data.indexes[item.record.id]:
            targets = {call.note for passage in index.passages for call in passage.calls if call.note}
            assert {note.key for note in index.notes} == targets
            assert all(note.text == texts[note.key] for note in index.notes)


def test_editors_sign_what_they_changed(whole: Whole) -> None:
    data = data_of(whole)
    records = data.whole.project.emendations
    editors = {record.by for of_work in records.values() for record in of_work}
    found = [
        change
        for indexes in data.indexes.values()
        for index in indexes
        for passage in index.passages
        for change in passage.changes
    ]
    by_editors = [change for change in found if change.by != "rule"]
    assert {change.by for change in by_editors} <= editors
    assert len(by_editors) > 4
    assert all(re.search(rf"/apparatus/#l{change.line}-\d+", change.row or "") for change in by_editors)
    assert all(change.row is None and change.cause is None for change in found if change.by == "rule")


def test_every_rule_has_a_name_in_plain_words() -> None:
    assert set(NAMES) == set(heads())
    assert len(set(NAMES.values())) == len(NAMES)
