"""Published ids: they stay with their place in the source, through splits, merges and what comes before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus import enrich
from build_edition.apparatus.fingerprint import are_of_one_text, digest, signature
from build_edition.apparatus.passage_index import passages
from build_edition.assemble import assemble
from build_edition.checks.ledger import published_passages
from build_edition.commands.passages import extended
from build_edition.edition.ledger import Ledger, Published, parse
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript
from build_edition.work import Work
from build_edition.writers.markdown import write_document

SENTENCES = ("The lamp tax was paid by millers.", "Nobody asked the river.", "It rose in the night.", "It sank.")
TEXT = "\n\n".join(SENTENCES)
STARTS = [TEXT.index(sentence) for sentence in SENTENCES]


def cut(*groups: int, text: str = TEXT, interventions: tuple[Intervention, ...] = ()) -> Transcript:
    """The sentences as paragraphs of so many sentences each."""
    marks = []
    at = 0
    for size in groups:
        last = at + size - 1
        marks.append(Mark("p", STARTS[at], STARTS[last] + len(SENTENCES[last])))
        at += size
    return Transcript(Source.from_text(text), interventions, tuple(marks))


def numbered(transcript: Transcript, ledger: Ledger | None = None) -> Work:
    return enrich(assemble(transcript), ledger)


def ids(work: Work) -> list[str]:
    return [passage.id for passage in passages(work) if passage.is_citable]


def codes(work: Work, ledger: Ledger) -> list[str]:
    return [finding.code for finding in published_passages("lamps", work, ledger)]


def published(*groups: int) -> Ledger:
    return extended(None, numbered(cut(*groups)), "1.0")


def test_what_is_unchanged_keeps_its_ids() -> None:
    ledger = published(1, 1, 1, 1)
    work = numbered(cut(1, 1, 1, 1), ledger)
    assert ids(work) == ["1", "2", "3", "4"]
    assert codes(work, ledger) == []


def test_a_split_gives_the_rest_a_letter_and_moves_nothing_after_it() -> None:
    ledger = published(2, 1, 1)
    work = numbered(cut(1, 1, 1, 1), ledger)
    assert ids(work) == ["1", "1b", "2", "3"]
    assert codes(work, ledger) == ["passage-unpublished"]
    longer = extended(ledger, work, "1.1")
    assert longer.entries[:3] == ledger.entries
    assert [entry.id for entry in longer.entries[3:]] == ["1b"]
    assert codes(numbered(cut(1, 1, 1, 1), longer), longer) == []


def test_a_merge_keeps_the_older_id_as_an_alias_with_an_anchor() -> None:
    ledger = published(1, 1, 1, 1)
    work = numbered(cut(1, 2, 1), ledger)
    assert ids(work) == ["1", "2", "4"]
    assert work.aliases == {"2": ("3",)}
    assert codes(work, ledger) == []
    assert '<a class="older" id="3"></a>' in write_document(work)


def test_a_correction_is_no_other_text() -> None:
    ledger = published(1, 1, 1, 1)
    at = TEXT.index("night")
    emended = cut(1, 1, 1, 1, interventions=(Intervention(at, at + 5, "nights", "emendation:1"),))
    assert codes(numbered(emended, ledger), ledger) == []


def test_a_published_id_that_vanishes_is_an_error() -> None:
    ledger = published(1, 1, 1, 1)
    gone = (Intervention(STARTS[3], len(TEXT), "", "forme-work"),)
    work = numbered(Transcript(Source.from_text(TEXT), gone, cut(1, 1, 1).marks), ledger)
    assert work.vanished == ("4",)
    assert codes(work, ledger) == ["passage-vanished"]


def test_an_id_that_was_given_to_another_text_is_an_error() -> None:
    first, second, *rest = published(1, 1, 1, 1).entries
    swapped = Published("2", second.start, second.end, first.digest, first.signature, "1.0")
    ledger = Ledger(Source.from_text(TEXT).sha256, (first, swapped, *rest))
    found = list(published_passages("lamps", numbered(cut(1, 1, 1, 1), ledger), ledger))
    assert [(finding.code, finding.place) for finding in found] == [("passage-moved", "lamps/2")]


def test_in_another_source_a_passage_is_known_by_its_text() -> None:
    ledger = published(1, 1, 1, 1)
    other = "A new line.\n\n" + TEXT
    shifted = [Mark("p", m.start + 13, m.end + 13) for m in cut(1, 1, 1, 1).marks]
    work = numbered(Transcript(Source.from_text(other), (), (Mark("p", 0, 11), *shifted)), ledger)
    assert ids(work) == ["1b", "1", "2", "3", "4"]
    assert codes(work, ledger) == ["ledger-source", "passage-unpublished"]


groupings = st.lists(st.booleans(), min_size=3, max_size=3).map(
    lambda cuts: [len(run) + 1 for run in "".join("|" if cut else "-" for cut in cuts).split("|")]
)


@given(groupings, groupings, groupings)
def test_through_any_splits_and_merges_every_published_id_is_kept_and_none_given_twice(
    one: list[int], two: list[int], three: list[int]
) -> None:
    ledger = published(*one)
    for groups in (two, three):
        work = numbered(cut(*groups), ledger)
        assert len(set(ids(work))) == len(ids(work))
        held = {*ids(work), *(old for olds in work.aliases.values() for old in olds)}
        assert ledger.ids <= held
        assert not {"passage-vanished", "passage-moved"} & set(codes(work, ledger))
        for passage in passages(work):
            entry = next((e for e in ledger.entries if e.id == passage.id), None)
            assert entry is None or (passage.start < entry.end and entry.start < passage.end)
        ledger = extended(ledger, work, "1.1")


def test_a_ledger_is_read_as_it_was_written() -> None:
    ledger = published(2, 1, 1)
    assert parse(ledger.text("lamps").splitlines(), "lamps.txt") == ledger


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: [*lines, lines[-1]], "publishes 3 a second time"),
        (lambda lines: [*lines, "4 forty"], "is no line of a ledger"),
        (lambda lines: [line for line in lines if not line.startswith("source")], "does not say of which source"),
    ],
)
def test_a_damaged_ledger_is_refused(change, said) -> None:
    lines = published(2, 1, 1).text("lamps").splitlines()
    with pytest.raises(RecordError, match=said):
        parse(change(lines), "lamps.txt")


def test_a_signature_tells_a_corrected_text_from_another() -> None:
    text = "The millers of Velm paid the lamp tax in oil, and the readers paid it in eyesight."
    assert digest(text) != digest(text + " ")
    assert are_of_one_text(signature(text), signature(text.replace("oil", "Oil,").replace("tax", "tex")))
    assert not are_of_one_text(signature(text), signature("A sluice has two doors; whoever holds both is rich."))


@pytest.mark.parametrize(("version", "found"), [("0.3", []), ("1.0", ["ledger-missing"])])
def test_a_version_that_may_be_cited_needs_a_ledger(version: str, found: list[str]) -> None:
    work = numbered(cut(1, 1, 1, 1))
    assert [finding.code for finding in published_passages("lamps", work, None, version)] == found


def test_one_passage_may_become_any_number() -> None:
    text = "\n\n".join(f"Lamp {k}." for k in range(700))
    source = Source.from_text(text)
    published = Published("1", 0, len(text), digest(text), signature(text), "1")
    marks, at = [], 0
    for piece in text.split("\n\n"):
        marks.append(Mark("p", at, at + len(piece)))
        at += len(piece) + 2
    found = ids(numbered(Transcript(source, (), tuple(marks)), Ledger(source.sha256, (published,))))
    assert found[:3] == ["1", "1b", "1c"]
    assert len(set(found)) == len(marks)
