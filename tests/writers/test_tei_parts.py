"""Small parts of TEI: dates, front and back matter, line ends between elements."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import fromstring, tostring

import pytest
from lxml import etree

from build_edition.pipeline import EditionWork
from build_edition.writers.tei.dates import when
from build_edition.writers.tei.layout import lay_out
from tests.writers.tei_reading import TEI, XML_ID


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("1921", {"when": "1921"}),
        ("1921-03", {"when": "1921-03"}),
        ("1921-03-08", {"when": "1921-03-08"}),
        ("1921-03-08/1921-03-16", {"from": "1921-03-08", "to": "1921-03-16"}),
        ("1958-21", {"notBefore": "1958-03", "notAfter": "1958-05"}),
        ("1958-24", {"notBefore": "1958-12", "notAfter": "1958-12"}),
        ("n.d.", {}),
        ("", {}),
    ],
)
def test_dates_of_machines(edtf: str, told: dict[str, str]) -> None:
    assert when(edtf) == told


@pytest.mark.parametrize(
    ("given", "laid"),
    [
        ("<div><p>One</p><p>Two</p></div>", "<div>\n  <p>One</p>\n  <p>Two</p>\n</div>"),
        ("<p><hi>One</hi> <hi>two</hi></p>", "<p><hi>One</hi> <hi>two</hi></p>"),
        ("<p><hi>One</hi></p>", "<p><hi>One</hi></p>"),
        ("<note><p>One</p></note>", "<note>\n  <p>One</p>\n</note>"),
        ("<note>One <p>two</p></note>", "<note>One <p>two</p></note>"),
        ("<quote><hi>One</hi></quote>", "<quote><hi>One</hi></quote>"),
        ("<item><term>one</term></item>", "<item><term>one</term></item>"),
        ("<standOff><item><term>a</term></item></standOff>",
         "<standOff>\n  <item>\n    <term>a</term>\n  </item>\n</standOff>"),
    ],
)  # fmt: skip
def test_what_holds_words_is_not_laid_out(given: str, laid: str) -> None:
    element = fromstring(given)
    lay_out(element)
    assert tostring(element, encoding="unicode") == laid


def test_a_book_has_front_and_back_and_chapters_in_parts(roots: list[tuple[EditionWork, Any]]) -> None:
    books = [root for _, root in roots if root.find(f".//{TEI}back") is not None]
    assert books
    for root in books:
        front, body, back = (root.find(f"{TEI}text/{TEI}{tag}") for tag in ("front", "body", "back"))
        assert [one.get("type") for one in front][:2] == ["preface", "introduction"]
        assert {one.get("type") for one in body} == {"part"}
        assert {one.get("type") for one in body.findall(f"{TEI}div/{TEI}div")} == {"chapter"}
        assert {"glossary", "chronology"} & {one.get("type") for one in back}
        numbers = [int(one.get("n")) for one in body.iter(f"{TEI}div") if one.get("type") == "chapter"]
        assert numbers == list(range(1, len(numbers) + 1))


def test_notes_and_their_calls_lead_to_each_other(roots: list[tuple[EditionWork, Any]]) -> None:
    pairs = 0
    for _, root in roots:
        calls = {one.get(XML_ID): one.get("target") for one in root.iter(f"{TEI}ref") if one.get(XML_ID)}
        for note in root.find(f"{TEI}text").iter(f"{TEI}note"):
            for pointer in (note.get("target") or "").split():
                assert calls[pointer[1:]] == f"#{note.get(XML_ID)}"
                pairs += 1
        assert sum(target is not None for target in calls.values()) == len(
            [one for note in root.iter(f"{TEI}note") for one in (note.get("target") or "").split()]
        )
    assert pairs


def test_a_heading_of_a_sidebar_is_its_head(roots: list[tuple[EditionWork, Any]]) -> None:
    bodies = [body for _, root in roots for body in root.iterfind(f".//{TEI}floatingText/{TEI}body")]
    assert bodies
    assert {body[0].tag for body in bodies} <= {f"{TEI}head", f"{TEI}p"}
    assert any(body[0].tag == f"{TEI}head" for body in bodies)


def test_pages_that_the_source_leaves_out_are_gaps(roots: list[tuple[EditionWork, Any]]) -> None:
    for _, root in roots:
        for gap in root.iter(f"{TEI}gap"):
            page = next(one for one in gap.itersiblings(f"{TEI}pb"))
            before = [one for one in root.iter(etree.Element) if one.tag == f"{TEI}pb" and one.get("n")]
            last = before[before.index(page) - 1]
            assert int(page.get("n")) - int(last.get("n")) - 1 == int(gap.get("quantity"))
