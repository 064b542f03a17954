"""The corpus as lines: every word of every text once and in order, each line with its name, pages and address."""

from __future__ import annotations

import json
from pathlib import Path

from build_edition.publish.data.corpus import corpus_of_site, locating
from build_edition.transcript import Transcript
from build_edition.whole import Whole
from build_edition.writers.corpus import PATH, corpus_lines
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, build, prepared


def ink_of(transcript: Transcript) -> str:
    """The letters of the reading text without the numbers of note calls, as no tree of blocks has touched them."""
    reading, here, out = transcript.reading, 0, ""
    for mark in transcript.marks:
        if mark.kind == "ref" and mark.start < mark.end:
            out += reading.text[here : reading.from_source(mark.start)]
            here = reading.before_insertion(mark.end)
    return "".join((out + reading.text[here:]).split())


def assert_every_letter(whole: Whole) -> None:
    lines = list(corpus_lines(whole, locating(whole)))
    for item in whole.works:
        if item.transcript is None:
            continue
        shown = "".join("".join(line["text"].split()) for line in lines if line["work"] == item.record.id)
        wanted = ink_of(item.transcript)
        differs = next((k for k, (a, b) in enumerate(zip(shown, wanted, strict=False)) if a != b), None)
        assert differs is None, f"{item.record.id}: at letter {differs} of {len(wanted)}"
        assert len(shown) == len(wanted) > 0


def test_every_word_of_the_specimen_stands_in_it_in_order(whole: Whole) -> None:
    assert_every_letter(whole)


def test_every_word_of_the_five_works_stands_in_it_in_order(five_whole: Whole) -> None:
    assert_every_letter(five_whole)


def test_a_line_tells_what_it_is_and_where(whole: Whole) -> None:
    lines = list(corpus_lines(whole, locating(whole)))
    for line in lines:
        assert list(line) == ["work", "passage", "kind", "division", "section", "pages", "url", "text"]
        assert line["text"] == " ".join(line["text"].split()) != ""
    named = [f"{line['work']}/{line['passage']}" for line in lines if line["passage"]]
    citable = [f"{work}/{one.id}" for work, found in whole.passages.items() for one in found if one.is_citable]
    assert named == citable
    assert len(set(named)) == len(named) > 100
    assert {line["kind"] for line in lines if not line["passage"]} >= {"head", "byline"}
    notes = [line for line in lines if line["kind"] == "note"]
    assert notes
    assert all(line["passage"].rpartition(".")[2].startswith("n") for line in notes)
    assert any(len(line["pages"]) == 2 for line in lines)


def test_every_address_leads_to_an_anchor_that_is_there(
    edition: EditionFolder, specimen_site: BuiltSite, tmp_path: Path
) -> None:
    for site in (build(edition.root, tmp_path / "site"), specimen_site):
        text = (site.result.output / PATH).read_text(encoding="utf-8")
        for line in map(json.loads, text.splitlines()):
            path, _, anchor = line["url"].partition("#")
            page = site.pages[f"{path}index.html"]
            assert not anchor or page.find(id=anchor), line["url"]
            assert anchor or not line["passage"]


def test_an_edition_without_texts_has_none(edition: EditionFolder) -> None:
    for source in (edition.root / "sources").iterdir():
        source.unlink()
    assert list(corpus_of_site(prepared(edition.root))) == []
