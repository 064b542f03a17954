"""TEI as the API gives it: every word of the reading text, a name for every passage, references, validity."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree

from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole, prepare_edition
from build_edition.writers.escaping import visible
from build_edition.writers.tei.document import write_tei
from build_edition.writers.tei.elements import passage_id
from tests.edition_folder import EditionFolder
from tests.writers.tei_schema import errors

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def documents(whole: Whole) -> list[tuple[EditionWork, Any]]:
    here = [item for item in whole.works if item.work]
    return [(item, etree.fromstring(write_tei(whole.project, item).encode())) for item in here]


def ink(text: str) -> str:
    return "".join(visible(text).split())


def assert_every_letter(whole: Whole) -> None:
    for item, root in documents(whole):
        body = root.find(f"{TEI}text")
        for added in body.iter(f"{TEI}note"):
            if added.get("type") == "editorial":
                added.text = ""
        for supplied in body.iter(f"{TEI}supplied"):
            for call in supplied.findall(f"{TEI}ref"):  # a call that the source has lost
                call.text = ""
        assert item.transcript is not None
        shown, wanted = ink("".join(body.itertext())), ink(item.transcript.reading.text)
        differs = next((k for k, (a, b) in enumerate(zip(shown, wanted, strict=False)) if a != b), None)
        assert differs is None, f"{item.record.id}: at letter {differs} of {len(wanted)}"
        assert len(shown) == len(wanted) > 0


def assert_names(whole: Whole) -> None:
    for item, root in documents(whole):
        named = {
            one.get("n"): one
            for one in root.iter()
            if str(one.get(XML_ID)).startswith("p.") and one.tag != f"{TEI}note"
        }
        ids = [element.get(XML_ID) for element in root.iter() if element.get(XML_ID)]
        assert len(ids) == len(set(ids))
        for passage in whole.passages[item.record.id]:
            if passage.is_citable:
                assert passage_id(passage.id) in ids
                assert passage.kind == "note" or named[passage.id].get(XML_ID) == passage_id(passage.id)
        prefixes = {one.get("ident") for one in root.iter(f"{TEI}prefixDef")}
        for element in root.iter():
            for target in f"{element.get('target') or ''} {element.get('ref') or ''}".split():
                if target and target.startswith("#"):
                    assert target[1:] in ids
                elif target and not target.startswith("http"):
                    assert target.partition(":")[0] in prefixes


def test_every_word_of_the_specimen_stands_in_it(whole: Whole) -> None:
    assert_every_letter(whole)


def test_every_word_of_the_five_works_stands_in_it(five_whole: Whole) -> None:
    assert_every_letter(five_whole)


def test_names_and_references_of_the_specimen(whole: Whole) -> None:
    assert_names(whole)


def test_names_and_references_of_the_five_works(five_whole: Whole) -> None:
    assert_names(five_whole)


def test_what_is_doubtful_is_marked(whole: Whole, five_whole: Whole) -> None:
    roots = [root for one in (whole, five_whole) for _, root in documents(one)]
    tags = ("supplied", "corr", "sic", "unclear", "pb", "note", "ref", "table", "list", "quote", "floatingText")
    for tag in (*tags, "figure", "persName", "placeName", "orgName", "term"):
        assert any(root.find(f".//{TEI}{tag}") is not None for root in roots), tag


def test_the_header_says_what_it_is(whole: Whole) -> None:
    for item, root in documents(whole):
        said = " ".join("".join(root.find(f"{TEI}teiHeader").itertext()).split())
        edition, source = whole.project.edition, item.record.source
        wanted = (item.entry.title, *item.entry.authors, source.file, source.sha256, edition.version)
        assert all(one in said for one in (*wanted, *edition.editors))
        assert root.find(f".//{TEI}licence").get("target") == item.record.rights.uri


def assert_valid(whole: Whole, folder: Path) -> None:
    here = [item for item in whole.works if item.work]
    assert errors({item.record.id: write_tei(whole.project, item) for item in here}, folder) == []


def test_the_works_are_valid(whole: Whole, five_whole: Whole, tmp_path: Path) -> None:
    assert_valid(whole, tmp_path)
    assert_valid(five_whole, tmp_path)


def test_an_edition_without_anything_is_valid(edition: EditionFolder, tmp_path: Path) -> None:
    project = Project.load(edition.root)
    whole = prepare_edition(project, project.works)
    assert_every_letter(whole)
    assert_names(whole)
    assert_valid(whole, tmp_path)
    assert re.search(r"<p [^>]*n=\"1\"", write_tei(project, whole.works[0]))
