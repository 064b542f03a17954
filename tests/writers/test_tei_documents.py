"""TEI to take away: reading and source word for word; every record; pointers that lead somewhere; validity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_edition.apparatus.emendation_list import Entry, emendation_list
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.reading import Reading
from build_edition.tree import flatten, inlines_of
from build_edition.whole import Whole, prepare_edition
from build_edition.work import Block, Container, ItemList, Link, NoteCall, PageBeginning, Paragraph, Table, Work
from build_edition.writers.escaping import visible
from build_edition.writers.page.kinds import record_number
from build_edition.writers.tei.corpus import write_edition
from build_edition.writers.tei.document import write_work
from build_edition.writers.tei.elements import passage_id
from build_edition.writers.tei.told import is_told
from tests.edition_folder import EditionFolder
from tests.writers.tei_reading import TEI, XML_ID, reading, stands
from tests.writers.tei_schema import errors


def text_of(root: Any) -> Any:
    return root.find(f"{TEI}text")


def read_words(item: EditionWork) -> list[str]:
    assert item.transcript is not None
    return visible(item.transcript.reading.text).split()


def source_ink(item: EditionWork) -> str:
    """The letters of the source without forme work and signs of mark-up, its lines joined."""
    assert item.transcript is not None
    source = item.transcript.source.text
    silent = (one for one in item.transcript.interventions if not is_told(one, source[one.start : one.end]))
    text = Reading.of(source, ((one.start, one.end, one.reading) for one in silent)).text
    return "".join(visible(text).split())


def test_the_reading_text_is_ours_word_for_word(roots: list[tuple[EditionWork, Any]], corpus: Any) -> None:
    for item, root in roots:
        assert reading(text_of(root)) == read_words(item) != []
        assert reading(text_of(of_corpus(corpus, item))) == read_words(item)


def test_what_the_source_has_can_be_read_too(roots: list[tuple[EditionWork, Any]], corpus: Any) -> None:
    for item, root in roots:
        assert "".join(stands(text_of(root))) == source_ink(item)
        assert "".join(stands(text_of(of_corpus(corpus, item)))) == source_ink(item)


def of_corpus(corpus: Any, item: EditionWork) -> Any:
    (found,) = [one for one in corpus.findall(f"{TEI}TEI") if one.get("n") == item.record.id]
    return found


def test_every_emendation_shows_what_the_source_has(roots: list[tuple[EditionWork, Any]]) -> None:
    """Each change of a record stands in the choice, or is the supplied words, that bear the record's number."""
    checked = 0
    for item, root in roots:
        assert item.transcript is not None
        source = item.transcript.source.text
        by_id = {one.get(XML_ID): one for one in text_of(root).iter() if one.get(XML_ID)}
        targets = {one.get(XML_ID): one.get("target").split() for one in root.iter(f"{TEI}annotation")}
        for this in item.transcript.interventions:
            number = record_number(this.rule)
            if number is None or not is_told(this, source[this.start : this.end]):
                continue
            elements = [by_id[pointer[1:]] for pointer in targets[f"record.{number}"]]
            said = ["".join(part for one in elements for part in words_in(one, tag)) for tag in ("sic", "corr")]
            assert "".join(visible(source[this.start : this.end]).split()) in said[0]
            assert "".join(visible(this.reading).split()) in said[1]
            checked += 1
    assert checked >= 5


def words_in(element: Any, tag: str) -> Iterator[str]:
    found = element.findall(f"{TEI}{tag}") if element.tag == f"{TEI}choice" else [element]
    if element.get("type") == "rest" and tag == "sic":
        found = []  # the source stands in the choice before
    return ("".join("".join(one.itertext()).split()) for one in found)


def test_every_decision_of_the_editors_is_there(
    roots: list[tuple[EditionWork, Any]], edition_whole: Whole
) -> None:
    shown = {"emendation": {"choice", "corr", "supplied"}, "conjecture": {"choice"}, "doubt": {"app", "unclear"},
             "slip": {"sic"}, "supplied call": {"supplied"}}  # fmt: skip
    for item, root in roots:
        assert item.work is not None
        records = edition_whole.project.emendations.get(item.record.id, ())
        entries = emendation_list(item.work, records, item.record.structure)
        annotations = list(root.iter(f"{TEI}annotation"))
        assert len(annotations) == len(entries)
        by_id = {one.get(XML_ID): one.tag.removeprefix(TEI) for one in root.iter() if one.get(XML_ID)}
        for entry, annotation in zip(entries, annotations, strict=True):
            told = " ".join("".join(annotation.itertext()).split())
            who = edition_whole.project.contributors.of(entry.by).name
            assert all(" ".join(one.split()) in told for one in (who, entry.stands, entry.reading, entry.note))
            tags = {by_id[pointer[1:]] for pointer in annotation.get("target").split()}
            if is_shown(item, entry):
                assert tags <= shown[entry.kind], (item.record.id, entry, tags)
            assert (annotation.get("cert") == "low") == (entry.cert == "low")


def is_shown(item: EditionWork, entry: Entry) -> bool:
    """Whether a decision shows at its words; one that only joins two lines, as a rule does too, cannot."""
    assert item.transcript is not None
    source = item.transcript.source.text
    if entry.kind not in {"emendation", "conjecture"}:
        return entry.kind != "stet"
    own = [one for one in item.transcript.interventions if entry.start <= one.start and one.end <= entry.end]
    return any(is_told(one, source[one.start : one.end]) for one in own)


def test_whatever_is_uncertain_says_so(roots: list[tuple[EditionWork, Any]]) -> None:
    for item, root in roots:
        assert item.transcript is not None
        source = item.transcript.source.text
        wanted = sum(
            one.cert == "low" and is_told(one, source[one.start : one.end])
            for one in item.transcript.interventions
        )
        low = [one for one in text_of(root).iter(f"{TEI}corr", f"{TEI}reg", f"{TEI}supplied") if one.get("cert")]
        assert len(low) >= bool(wanted)
        assert (not low) or wanted
        pages = item.transcript.of_kind("pb")
        assert sum(page.cert == "low" for page in pages) == sum(
            one.get("cert") == "low" for one in text_of(root).iter(f"{TEI}pb")
        )


def blocks(work: Work) -> Iterator[Block]:
    def within(block: Block) -> Iterator[Block]:
        yield block
        for inner in block.items if isinstance(block, ItemList) else getattr(block, "blocks", ()):
            yield from within(inner)

    for section in work.walk():
        if section.heading:
            yield section.heading
        for block in section.blocks:
            yield from within(block)


def test_it_holds_as_many_of_each_as_the_work(roots: list[tuple[EditionWork, Any]], edition_whole: Whole) -> None:
    for item, root in roots:
        assert item.work is not None
        all_blocks = list(blocks(item.work))
        inlines = [
            one
            for section in item.work.walk()
            for block in (*([section.heading] if section.heading else []), *section.blocks)
            for run in inlines_of(block)
            for one in flatten(run)
        ]
        text = text_of(root)
        tags = Counter(one.tag.removeprefix(TEI) for one in text.iter())
        notes = [one for one in text.iter(f"{TEI}note") if one.get("type") != "editorial"]
        wanted = [one for one in all_blocks if isinstance(one, Container) and one.kind == "note"]
        assert [one.get("n") or "" for one in notes] == [one.n for one in wanted]
        kinds = [one.kind for one in all_blocks if isinstance(one, Paragraph)]
        assert tags["p"] == kinds.count("p") + tags["argument"]
        assert tags["table"] == sum(isinstance(one, Table) for one in all_blocks)
        assert tags["row"] == sum(len(one.rows) for one in all_blocks if isinstance(one, Table))
        pages = [one for one in inlines if isinstance(one, PageBeginning)]
        assert [one.get("n") for one in text.iter(f"{TEI}pb")] == [one.n for one in pages]
        calls = [one for one in inlines if isinstance(one, NoteCall)]
        found = [one for one in text.iter(f"{TEI}ref") if one.get("type") == "noteCall"]
        assert [(one.get("n"), one.get("subtype") == "supplied") for one in found] == [
            (one.n, one.supplied) for one in calls
        ]
        names = ("persName", "placeName", "orgName", "term", "title", "name", "date", "ref")
        assert sum(tags[name] for name in names) - len(found) == sum(isinstance(one, Link) for one in inlines)
        ids = {one.get(XML_ID) for one in text.iter()}
        citable = [one for one in edition_whole.passages[item.record.id] if one.is_citable]
        assert all(passage_id(one.id) in ids for one in citable)
        measures = {one.get("unit"): int(one.get("quantity")) for one in root.iter(f"{TEI}measure")}
        assert measures["words"] == len(read_words(item))
        assert (measures["notes"], measures["tables"]) == (len(notes), tags["table"])
        assert (measures["printed-pages"], measures["passages"]) == (tags["pb"], len(citable))


def test_all_documents_are_valid(written: dict[str, str], edition_whole: Whole, tmp_path: Path) -> None:
    assert errors(written | {"edition": write_edition(edition_whole)}, tmp_path) == []


def test_the_validator_finds_what_is_wrong(written: dict[str, str], tmp_path: Path) -> None:
    work, text = next(iter(written.items()))
    found = errors({work: text.replace("<body>", "<body><choyce/>", 1)}, tmp_path)
    assert "choyce" in found[0]


def test_the_same_edition_gives_the_same_bytes(written: dict[str, str], edition_whole: Whole) -> None:
    again = {item.record.id: write_work(edition_whole, item) for item in edition_whole.works if item.work}
    assert again == written


def test_only_elements_without_words_are_laid_out(roots: list[tuple[EditionWork, Any]]) -> None:
    for _, root in roots:
        for element in root.iter(f"{TEI}p", f"{TEI}head", f"{TEI}cell", f"{TEI}choice", f"{TEI}title"):
            assert "\n" not in "".join([element.text or "", *(inner.tail or "" for inner in element)])


def bare(whole: Whole) -> Whole:
    """The edition with no source at all."""
    works = tuple(replace(one, status="missing", source=None, transcript=None, work=None) for one in whole.works)
    return replace(whole, works=works, passages={})


@pytest.mark.parametrize("change", [lambda whole: whole, bare], ids=["one work", "no source"])
def test_an_edition_with_nothing_in_it_is_valid(
    edition: EditionFolder, tmp_path: Path, change: Callable[[Whole], Whole]
) -> None:
    project = Project.load(edition.root)
    whole = change(prepare_edition(project, project.works))
    documents = {item.record.id: write_work(whole, item) for item in whole.works if item.work}
    assert errors(documents | {"edition": write_edition(whole)}, tmp_path) == []
    for item in whole.works:
        said = write_edition(whole)
        assert (item.record.supply in said) == (item.work is None or "digital-source" in said)
