"""Citing a passage: what comes to the clipboard in each style, with the right pages, and what a quotation is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.passage_index import Passage, passages
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import division_path, url_of
from build_edition.publish.cite.exports import bibtex, csl_item, ris, tex
from build_edition.publish.cite.places import bracketed, printed, values
from build_edition.publish.cite.runs import as_text
from build_edition.publish.cite.works import cite_works, edition_words
from build_edition.publish.engine.serve import serving
from build_edition.tree import flatten
from build_edition.work import PageBeginning
from tests.edition_folder import EditionFolder
from tests.reading.by_keys import put_away
from tests.reading.citing import CHAPTER, DIALOG, WORK, opened, press_copy, samples, select
from tests.site_folder import BuiltSite, build


def every_style_is_copied(page: Any, site: BuiltSite, address: str) -> None:
    edition, cited = site.project.edition, cite_works(site.project)
    words = edition_words(edition)
    for item, path, passage in samples(site):
        assert item.work is not None
        at = printed(item.work, passage.start, passage.end)
        filled = values(edition, item.record.id, passage.id, at)
        opened(page, address, path, passage.id)
        for style in cited[item.record.id]:
            page.get_by_role("tab", name=style.name).click()
            for part in style.parts:
                expected = as_text(part.paged if at else part.unpaged, filled)
                assert press_copy(page, f"Copy: {part.name}") == expected
        for name, expected in (
            ("BibTeX", as_text(bibtex(item.entry, words), {**filled, "place": tex(filled["place"])})),
            ("RIS", as_text(ris(item.entry, words), filled)),
        ):
            page.get_by_role("tab", name=name).click()
            assert press_copy(page, f"Copy: {name}").replace("\r\n", "\n") == expected.replace("\r\n", "\n")
            with page.expect_download() as download:
                page.get_by_role("link", name="Download").click()
            kept = download.value.path().read_text(encoding="utf-8")
            assert kept.replace("\r\n", "\n") == expected.replace("\r\n", "\n")
        page.get_by_role("tab", name="CSL-JSON").click()
        [told] = json.loads(press_copy(page, "Copy: CSL-JSON"))
        url = {"URL": filled["url"]} if filled["url"] else {}
        assert told == {**csl_item(item.entry), "note": f"{filled['place']}, {words}", **url}


def test_every_style_is_copied(citing: Any, specimen_site: BuiltSite, address: str) -> None:
    every_style_is_copied(citing, specimen_site, address)


def test_every_style_is_copied_from_the_five_works(citing: Any, five: BuiltSite, five_address: str) -> None:
    every_style_is_copied(citing, five, five_address)


def breaks_inside(item: EditionWork) -> Iterator[tuple[Passage, PageBeginning, int]]:
    """Paragraphs in which a page begins, with the length of the words before it."""
    assert item.work is not None
    for passage in passages(item.work):
        if not passage.is_citable or passage.kind != "p" or "." not in f".{passage.id}":
            continue
        for inline in (one for run in passage.runs for one in flatten(run)):
            if isinstance(inline, PageBeginning) and inline.n and passage.start < inline.at < passage.end:
                yield passage, inline, inline.at
                break


# How many letters of a passage's own text stand before the first mark of a page within it.
BEFORE = """async ([root, id]) => {
  const { textNodes } = await import(root + "js/passages.js");
  const passage = document.getElementById(id);
  const mark = passage.querySelector("a.pb");
  return textNodes(passage).filter((node) => mark.compareDocumentPosition(node) & 2)
    .reduce((sum, node) => sum + node.data.length, 0);
}"""


def pages_are_right(page: Any, site: BuiltSite, address: str) -> int:
    """Selects before, after and over a page's beginning in a paragraph of each work that has one."""
    root, seen = f"{address}/", 0
    for item in site.works:
        assert item.work is not None
        urls = {one.key: url_of(division_path(item.record.id, one)) for one in divisions(item.work)}
        for passage, begins, at in list(breaks_inside(item))[:3]:
            before = item.work.page_at(at - 1)
            first = bracketed(before) if before and before.n else ""
            page.goto(f"{root}{urls[passage.division]}")
            split = page.evaluate(BEFORE, [root, passage.id])
            if split < 4:
                continue
            last = bracketed(begins)
            over = f"{first}–{last}" if first else ""
            for span, expected in (
                ((0, split), first),
                ((split, split + 9), last),
                ((split - 3, split + 9), over),
            ):
                select(page, root, passage.id, span[0], passage.id, span[1])
                page.keyboard.press("c")
                page.wait_for_selector(DIALOG)
                page.get_by_role("tab", name="MLA").click()
                named = expected or f", passage {item.record.id}/{passage.id}"
                assert (
                    page.locator(f"{DIALOG} .ed-citation")
                    .first.inner_text()
                    .endswith(f"{'' if not expected else ' '}{named})")
                )
                put_away(page)
            seen += 1
    return seen


def test_pages_are_right_where_one_begins_in_a_paragraph(
    page: Any, specimen_site: BuiltSite, address: str
) -> None:
    assert pages_are_right(page, specimen_site, address)


def test_pages_are_right_in_the_five_works(page: Any, five: BuiltSite, five_address: str) -> None:
    assert pages_are_right(page, five, five_address) >= 3


def test_several_passages_are_a_range(citing: Any, specimen_site: BuiltSite, address: str) -> None:
    root = f"{address}/"
    citing.goto(root + CHAPTER)
    select(citing, root, "2.2", 3, "2.4", 20)
    citing.locator(".sheet").dispatch_event("pointerup")
    citing.locator(".ed-cite-bar button", has_text="Cite").first.click()
    citing.wait_for_selector(DIALOG)
    assert citing.locator(f"{DIALOG} h2").inner_text() == "Cite passages 2.2–4"
    note = press_copy(citing, "Copy: Note")
    assert ", 8–9, passages level-water-1987/2.2–4, in Three Texts" in note
    quotation = press_copy(citing, "Copy quotation with citation")
    opening = [line[:1] for line in quotation.split("\n\n")]
    assert opening == ["“", "“", "“", "“", "H"], "two paragraphs, a heading, a paragraph, the citation"
    assert quotation.count("”") == 1


def test_a_quotation_is_the_text_and_no_number(citing: Any, specimen_site: BuiltSite, address: str) -> None:
    item = next(one for one in specimen_site.works if one.record.id == WORK)
    assert item.work is not None
    for passage in (
        one for one in passages(item.work) if one.division == "2" and one.is_citable and one.kind == "p"
    ):
        opened(citing, address, CHAPTER, passage.id)
        quotation, _, citation = press_copy(citing, "Copy quotation with citation").partition("\n\n")
        inner = passage.text.replace("“", "‘").replace("”", "’")
        if "‘" not in passage.text:
            assert quotation == f"“{inner}”"
        assert citation.startswith("Harriet Pennifold")
        put_away(citing)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He said “no” and left.", "He said ‘no’ and left."),
        ("“They call it ‘tax’ here,” he said.", "‘They call it “tax” here,’ he said."),
        ("The miller’s lamp, the millers’ oil.", "The miller’s lamp, the millers’ oil."),
        ("“The miller’s ‘tax’ isn’t one.”", "‘The miller’s “tax” isn’t one.’"),
        ("The ‘tax’ of ’05.", "The ‘tax’ of ’05."),
        ('A "straight" one.', "A ‘straight’ one."),
        ("“It was ‘never closed,” he said.", "‘It was ‘never closed,’ he said."),
    ],
)
def test_quotation_marks_are_nested(page: Any, address: str, text: str, said: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    within = "async ([root, text]) => (await import(root + 'js/cite/quotation.js')).within(text)"
    assert page.evaluate(within, [f"{address}/", text]) == said


def test_in_the_text_the_citation_follows_the_quotation(citing: Any, address: str) -> None:
    opened(citing, address, CHAPTER, "2.1")
    citing.get_by_role("tab", name="Author and date").click()
    quotation, _, entry = press_copy(citing, "Copy quotation with citation").partition("\n\n")
    assert quotation.endswith("” (Pennifold 1987, 8)")
    assert entry.startswith("Pennifold, Harriet. 1987.")


def test_italics_come_along(citing: Any, address: str) -> None:
    opened(citing, address, CHAPTER, "2.1")
    press_copy(citing, "Copy: Note")
    html = citing.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert "<em>Level Water: The Canal Cooperatives of Velm, 1908–1934</em>" in html


def test_a_note_has_its_own_page_and_number(citing: Any, specimen_site: BuiltSite, address: str) -> None:
    citing.goto(f"{address}/{CHAPTER}")
    note = citing.locator("ol.notes > li.note").first
    key = note.get_attribute("id")
    citing.evaluate(
        "(id) => { const range = document.createRange();"
        " range.selectNodeContents(document.getElementById(id));"
        " getSelection().removeAllRanges(); getSelection().addRange(range); }",
        key,
    )
    citing.keyboard.press("c")
    citing.wait_for_selector(DIALOG)
    told = json.loads((specimen_site.result.output / f"works/{WORK}/cite.json").read_text(encoding="utf-8"))
    assert citing.locator(f"{DIALOG} h2").inner_text() == f"Cite note {key}"
    assert f", {told['notes'][key]}, note {WORK}/{key}, in Three" in press_copy(citing, "Copy: Note")


TEXT = """The Lamp Tax

Nobody in our valley liked the tax on lamps.¹ He said: “It is ‘no tax’ at all.” It fell on the poor.

The miller paid twice.

NOTES

1. The tax was raised in May.
"""


@pytest.fixture(scope="module")
def unpaged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an edition of one essay, without pages and without an address of its own."""
    folder = tmp_path_factory.mktemp("unpaged")
    made = EditionFolder(folder / "valley")
    made.add_work("miller-1901", TEXT)
    site = build(made.root, folder / "site")
    with serving(site.result.output) as address:
        yield address


def test_a_text_without_pages_is_cited_by_passage(citing: Any, unpaged: str) -> None:
    opened(citing, unpaged, "works/miller-1901/", "1")
    citing.get_by_role("tab", name="Chicago note").click()
    quotation, _, note = press_copy(citing, "Copy quotation with citation").partition("\n\n")
    assert quotation == (
        "“Nobody in our valley liked the tax on lamps. He said: ‘It is “no tax” at all.’ It fell on the poor.”"
    )
    assert note == (
        "Ann Miller, “The Lamp Tax,” The Valley 3, no. 1 (May 1901), passage miller-1901/1, in Papers from the "
        "Valley, ed. A. Reader, version 0.1."
    )
    assert "no public address" in citing.locator(DIALOG).inner_text()
