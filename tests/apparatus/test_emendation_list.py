"""The list of emendations: an entry for each decision, with the place where a reader finds it."""

from pathlib import Path

from build_edition.apparatus.emendation_list import emendation_list
from build_edition.edition.structure.record import StructureRecord
from build_edition.edition.words.emendations import Emendation, filed_in
from build_edition.edition.words.emending import apply
from build_edition.pipeline import to_work
from tests.made import chapter, made, note, p

BLOCKS = [
    *chapter("ONE", "The Weir", p("{pb:7}The eel was lain in teh mud."), p("Others stood by.")),
    *chapter("TWO", "The Mill", p("The miller lokked on, {pb:8}and kept it."), note("1", "He was teh last.")),
]


def emendation(line: int, read: str, **more: object) -> Emendation:
    return Emendation.model_validate({"line": line, "read": read, "by": "A. R.", **more})


def test_each_record_has_an_entry_in_the_order_of_the_text() -> None:
    before = made(*BLOCKS)
    records = [
        emendation(11, "teh", **{"as": "the", "cause": "character"}),
        emendation(3, "teh mud", **{"as": "the mud", "cause": "character", "note": "twice\nso"}),
        emendation(3, "was lain", cause="slip", note="lay"),
        emendation(9, "lokked on, and", perhaps="looked on; and", cause="punctuation"),
        emendation(5, "Others", **{"as": "The others", "cause": "lost-text", "cert": "low"}),
    ]
    call = StructureRecord.model_validate({"call": "1", "line": 9, "after": "kept it.", "cert": "low", "by": "B."})
    page = StructureRecord.model_validate({"set": "pb", "from": {"line": 3, "read": "The"}, "n": "7"})
    work = to_work(apply(before, filed_in(records, Path("weir.yml"))).transcript)
    entries = emendation_list(work, records, [page, call])
    assert [(e.kind, e.passage, e.page, e.line, e.stands, e.reading) for e in entries] == [
        ("slip", "1.1", "7", 3, "was lain", ""),
        ("emendation", "1.1", "7", 3, "teh mud", "the mud"),
        ("conjecture", "1.2", "7", 5, "Others", "The others"),
        ("doubt", "2.1", "7", 9, "lokked on, and", "looked on; and"),
        ("supplied call", "2.1", "8", 9, "kept it.", "1"),
        ("emendation", "2.n1", "8", 11, "teh", "the"),
    ]
    assert [(e.cause, e.cert, e.by, e.note) for e in entries[:2]] == [
        ("slip", "high", "A. R.", "lay"),
        ("character", "high", "A. R.", "twice so"),
    ]
    assert [e.cert for e in entries] == ["high", "high", "low", "low", "low", "high"]


def test_a_heading_is_named_by_its_section() -> None:
    before = made(*BLOCKS)
    (entry,) = emendation_list(to_work(before), [emendation(1, "Weir", perhaps="Wear", cause="character")])
    assert (entry.passage, entry.page) == ("1", "")


def test_no_records_no_list() -> None:
    assert emendation_list(to_work(made(*BLOCKS)), []) == ()
