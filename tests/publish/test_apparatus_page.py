"""The apparatus as a page: every decision of the editors, with its words and its place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus.emendation_list import Entry, Kind, emendation_list
from build_edition.publish.addresses import Addresses
from build_edition.publish.pages.apparatus import NAMES, _row, apparatus_page
from build_edition.publish.pages.decisions import decisions_about
from build_edition.publish.pages.text import state
from build_edition.whole import Whole
from tests.shown import render, words, words_of
from tests.site_folder import BuiltSite

WORK = "under-the-line-1989"
PATH = f"works/{WORK}/apparatus/index.html"


def decisions(whole: Whole) -> tuple[Entry, ...]:
    item = next(item for item in whole.works if item.record.id == WORK)
    assert item.work is not None
    return emendation_list(item.work, whole.project.emendations[WORK], item.record.structure)


def test_the_specimen_has_a_decision_of_every_kind(whole: Whole) -> None:
    assert {entry.kind for entry in decisions(whole)} == set(NAMES)


def test_every_decision_stands_on_the_page_in_order(specimen_site: BuiltSite, whole: Whole) -> None:
    rows = specimen_site.pages[PATH].select("ol.apparatus > li")
    entries = decisions(whole)
    assert len(rows) == len(entries) == len(whole.project.emendations[WORK]) + 2
    for row, entry in zip(rows, entries, strict=True):
        said = " ".join(row.get_text().split())
        assert row["data-kind"] == entry.kind
        for fact in (entry.stands, entry.reading, entry.by, entry.note, f"l. {entry.line}", NAMES[entry.kind][0]):
            assert words(fact) in said


def test_a_place_leads_to_the_words(specimen_site: BuiltSite) -> None:
    text = specimen_site.pages[f"works/{WORK}/index.html"]
    links = specimen_site.pages[PATH].select("ol.apparatus .place a")
    assert len(links) > 8
    for link in links:
        page, _, anchor = urljoin(f"/{PATH}", link["href"]).partition("#")
        assert page == f"/works/{WORK}/"
        assert text.find(id=anchor)
    kinds = {row["data-kind"]: row for row in specimen_site.pages[PATH].select("ol.apparatus > li")}
    slip = kinds["slip"].select_one("a")["href"].partition("#")[2]
    assert "sixty-five" in text.find(id=slip).get_text()


def test_what_shows_a_decision_and_its_row_lead_to_each_other(specimen_site: BuiltSite) -> None:
    text, page = specimen_site.pages[f"works/{WORK}/index.html"], specimen_site.pages[PATH]
    kinds = set()
    for row in page.select("ol.apparatus > li"):
        shown = text.find(id=row["id"])
        kinds |= {row["data-kind"]} if shown else set()
        back = row.select_one(".place a")["href"].partition("#")[2]
        assert (back == row["id"]) == bool(shown)
        if shown and row["data-kind"] != "supplied call":  # a call leads to its note
            assert text.select(f'a[href="apparatus/#{row["id"]}"]')
    assert kinds == {"doubt", "slip", "conjecture", "supplied call"}
    assert not text.select("a a")
    assert text.select_one(".suspect").get_text() == "2-5"


def test_counts_are_said_and_right(specimen_site: BuiltSite, whole: Whole) -> None:
    said = " ".join(specimen_site.pages[PATH].select_one(".lead-in").get_text().split())
    for kind, count in Counter(entry.kind for entry in decisions(whole)).items():
        assert f"{count} {NAMES[kind][count > 1]}" in said


def test_the_text_says_that_it_was_proofread_and_leads_there(specimen_site: BuiltSite) -> None:
    link = specimen_site.pages[f"works/{WORK}/index.html"].select_one('.record a[href="apparatus/"]')
    assert link is not None
    assert "not yet proofread" in state(False, "", None)


def test_what_the_editors_read_is_what_the_text_shows(specimen_site: BuiltSite) -> None:
    text = specimen_site.pages[f"works/{WORK}/index.html"]
    shown = words_of(text.select_one(".sheet"))
    for reading in (
        "I have no wish",
        "I thanked her",
        "3·5 feet",
        "1. Harriet",
        "Waterways Record Room",
        "water is.”",
    ):
        assert reading in shown
    assert [h.get_text().rstrip("¶") for h in text.select("h2[id]")][:5] == ["I", "II", "III", "IV", "V"]
    assert text.select_one(".sic").get_text() == "sixty-five"
    assert text.select_one(".suspect").get_text() == "2-5"
    assert [call.get_text() for call in text.select("sup.supplied")] == ["1", "6"]
    assert {"·", "[Waterways]"} <= {span.get_text().strip() for span in text.select(".conjecture")}


def test_a_work_without_decisions_has_no_apparatus(whole: Whole) -> None:
    item = next(item for item in whole.works if item.record.id == "who-owns-the-sluice-1961")
    addresses = Addresses(whole)
    assert apparatus_page(whole.project, item, addresses, decisions_about(whole.project, item, addresses)) is None
    other = next(item for item in whole.works if item.record.id == WORK)
    assert decisions_about(whole.project, other, addresses).entries
    assert not decisions_about(whole.project, replace(other, status="other"), addresses).entries


SIGNS = st.lists(
    st.sampled_from(
        ["{: .x}", "[^1]", "[@key]", "[a](b)", "*", "_", "`", "<b>", "&amp;", "{{ x }}", "**", "# ", "w"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(kind=st.sampled_from(sorted(NAMES)), stands=SIGNS, reading=SIGNS, note=SIGNS)
def test_any_words_arrive_as_they_are(kind: Kind, stands: str, reading: str, note: str) -> None:
    entry = Entry(kind, "4", "12", 7, 0, 5, stands, reading, "word", "high", "A. Reader", note)
    shown = words_of(render(f'<ol class="apparatus">\n{_row(entry, "l7-0", "miller-1901", "#4")}\n</ol>'))
    assert words(stands) in shown
    assert words(note) in shown
    assert kind in {"slip", "stet"} or words(reading) in shown
    assert "4, p. 12" in shown
