"""The pictures: all that is known is in them, nothing lies over anything else, and arrows count what they say."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from build_edition.publish.argument.argument import Argument, arc_anchor
from build_edition.publish.pictures.lettering import shortened, width_of
from build_edition.publish.pictures.marks import Mark
from build_edition.publish.pictures.rows import set_in_rows
from build_edition.publish.pictures.scale import MOST, Scale, years_of
from build_edition.publish.pictures.timeline import FEWEST, timeline_picture
from build_edition.whole import Whole
from tests.site_folder import BuiltSite

CHRONOLOGY, ARGUMENT = "chronology/index.html", "argument/index.html"
YEARS = st.lists(st.integers(1, 2400), min_size=1, max_size=60)
# Pairs of labels whose boxes share more than a hair; what is not shown has no box.
OVERLAPS = """form => {
  const boxes = [...document.querySelectorAll(form)].map(e => [e.textContent, e.getBoundingClientRect()])
    .filter(([, b]) => b.width > 0);
  const found = [];
  boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([two, b]) => {
    const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (x > 0.5 && y > 2.5) found.push([one, two, x, y]);
  }));
  return [boxes.length, found];
}"""


def marks_of(years: list[int]) -> list[Mark]:
    return [Mark("event", f"Thing number {k}", f"a{k}", year, year + k % 9) for k, year in enumerate(years)]


@given(YEARS)
def test_a_scale_keeps_the_order_of_time_and_has_room_for_its_names(years: list[int]) -> None:
    scale = Scale.of(years, 900, 37)
    assert len(scale.steps) <= MOST
    assert all(step.ends - step.begins >= 37 - 1e-9 for step in scale.steps)
    places = [scale.at(year) for year in sorted(years)]
    assert places == sorted(places)
    assert scale.length == pytest.approx(max(900, 37 * len(scale.steps)))


@given(YEARS)
def test_in_no_row_does_a_label_or_a_bar_meet_another(years: list[int]) -> None:
    marks = marks_of(years)
    scale = Scale.of([mark.begins for mark in marks], 900, 37)
    found = set_in_rows(marks, scale, 11.5)
    assert sorted(one.mark.anchor for one in found) == sorted(mark.anchor for mark in marks)
    for row in {one.row for one in found}:
        spans = sorted(
            (min(one.at, one.x1), max(one.at + width_of(one.label, 11.5), one.x2))
            for one in found
            if one.row == row
        )
        assert all(end < start for (_, end), (start, _) in pairwise(spans))
        assert spans[0][0] >= 0


@given(st.text(alphabet="abc XYZ,–ж", min_size=1, max_size=60), st.floats(20, 200))
def test_a_label_is_cut_at_a_word_and_fits(text: str, room: float) -> None:
    short = shortened(text, room, 12)
    assert width_of(short, 12) <= room or len(short) <= 2
    assert short == text or short.endswith("…")


def test_dates_have_their_length() -> None:
    begins, ends = years_of("1921-03-08/1921-03-16")
    assert 1921.17 < begins < ends < 1921.22
    assert years_of("1921")[1] == pytest.approx(1922, abs=0.01)


def test_too_little_to_draw_is_not_drawn() -> None:
    assert timeline_picture(marks_of([1900] * (FEWEST - 1))) == ""
    assert timeline_picture(marks_of([1900] * FEWEST)).count('class="mark event"') == 2 * FEWEST


@pytest.mark.parametrize("form", [".ed-across", ".ed-down"])
def test_every_entry_of_the_timeline_and_every_work_is_in_the_picture(
    specimen_site: BuiltSite, whole: Whole, form: str
) -> None:
    page = specimen_site.pages[CHRONOLOGY]
    marked = [mark["data-entry"] for mark in page.select(f"{form} .mark")]
    assert len(marked) == len(set(marked)) == sum(bool(one.date) for one in whole.timeline) + len(whole.works)
    assert all(page.find(id=anchor) for anchor in marked)
    listed = [entry["id"] for entry in page.select(".entry.dated, .ed-timeline-works > li")]
    assert sorted(marked) == sorted(listed)


def test_a_lane_has_what_its_records_say(specimen_site: BuiltSite, whole: Whole) -> None:
    page = specimen_site.pages[CHRONOLOGY]
    assert [mark["data-entry"] for mark in page.select('.ed-lane[data-kind="plan"] .mark')] == [
        "plan-of-the-forty-locks"
    ]
    assert len(page.select('.ed-lane[data-kind="work"] .mark')) == len(whole.works)
    for lane in page.select(".ed-lane"):
        assert f"{len(lane.select('.mark'))} " in lane.svg["aria-label"]


def arrows(page: BeautifulSoup, form: str) -> dict[str, int]:
    return {arc["href"].partition("#")[2]: int(arc["data-count"]) for arc in page.select(f"svg{form} a.arc")}


@pytest.mark.parametrize("form", [".ed-across", ".ed-down"])
def test_an_arrow_counts_the_references_that_its_list_holds(
    specimen_site: BuiltSite, whole: Whole, form: str
) -> None:
    page = specimen_site.pages[ARGUMENT]
    argument = Argument(whole)
    expected = {arc_anchor(*key): len(bonds) for key, bonds in argument.arcs.items()}
    assert arrows(page, form) == expected != {}
    for anchor, count in expected.items():
        rows = page.find(id=anchor).find_next_sibling("ul").select("li")
        assert sum(int(row["data-count"]) for row in rows) == count
    assert arrows(specimen_site.pages["index.html"], form) == expected


def test_references_between_works_are_all_on_the_map(whole: Whole) -> None:
    """What the records say of another work, counted from the records alone."""
    works = {item.record.id for item in whole.works}
    recorded = Counter(
        (one.work, (one.to or one.to_work or "").partition("/")[0]) for one in whole.project.crossrefs
    )
    between = {pair: count for pair, count in recorded.items() if pair[1] in works - {pair[0]}}
    bonds = Counter((bond.work, bond.to) for bond in Argument(whole).bonds if bond.there[0] == "passage")
    assert bonds == between != {}


def test_what_a_record_says_of_a_reference_is_told(specimen_site: BuiltSite, whole: Whole) -> None:
    said = [one.relation for one in whole.project.crossrefs if one.relation]
    told = [does.get_text() for does in specimen_site.pages[ARGUMENT].select(".ed-bonds .does")]
    assert said
    assert set(said) <= set(told)


def test_every_link_of_the_map_leads_somewhere(specimen_site: BuiltSite) -> None:
    page = specimen_site.pages[ARGUMENT]
    for link in page.select(".ed-bonds a"):
        path, _, anchor = link["href"].removeprefix("../").partition("#")
        there = specimen_site.pages[f"{path}index.html"]
        assert not anchor or there.find(id=anchor)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    ("path", "form"),
    [("chronology/", ".ed-timeline .label"), ("argument/", ".ed-argument text"), ("", ".ed-argument text")],
)
def test_no_label_lies_over_another(chromium: Any, address: str, width: int, path: str, form: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000})
    page = context.new_page()
    page.goto(f"{address}/{path}")
    page.evaluate("document.fonts.ready")
    count, found = page.evaluate(OVERLAPS, form)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert count > 5
    assert found == []
    assert wide <= width
