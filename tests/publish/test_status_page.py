"""How far the texts are proofread, on the pages of the specimen and in the data beside them."""

from __future__ import annotations

import json
import re

from bs4 import BeautifulSoup

from build_edition.edition.project import Project
from build_edition.proofreading.parts import Parts
from build_edition.proofreading.sections import states_of_pages
from build_edition.proofreading.standing import shares, standings
from build_edition.publish.addresses import Addresses
from build_edition.publish.pages.status import status_page
from build_edition.whole import Whole, prepare_edition
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite

WORK = "level-water-1987"


def status(site: BuiltSite) -> BeautifulSoup:
    return site.pages["status/index.html"]


def words(element: object) -> str:
    return " ".join(element.get_text().split())  # type: ignore[attr-defined]


def test_every_printed_page_is_in_the_strip_with_its_state_in_words(
    specimen_site: BuiltSite, whole: Whole
) -> None:
    item = next(item for item in whole.works if item.record.id == WORK)
    assert item.work is not None
    expected = states_of_pages(standings(Parts(item.work), whole.project.statuses[WORK]))
    boxes = status(specimen_site).select(".ed-strip li")
    assert len(boxes) == len(expected) > 20
    for box, page in zip(boxes, expected, strict=True):
        assert words(box).startswith(page.n)
        assert words(box).endswith(f", {page.said}")
        assert box["class"] == [f"s-{page.state.replace(' ', '-')}"]
        path = re.sub(r"^\.\./", "", box.a["href"])
        folder, _, anchor = path.partition("#")
        assert specimen_site.pages[f"{folder}index.html"].find(id=anchor), path
    assert {page.state for page in expected} == {"not proofread", "problematic", "proofread", "validated"}


def test_the_signs_differ_and_are_explained(specimen_site: BuiltSite) -> None:
    legend = status(specimen_site).select(".ed-legend .ed-state")
    assert [words(one).split(maxsplit=1)[1] for one in legend] == [
        "not proofread", "problematic", "proofread", "validated",
    ]  # fmt: skip
    assert len({words(one).split()[0] for one in legend}) == 4


def test_a_section_has_its_state_its_pages_and_who_read_it(specimen_site: BuiltSite) -> None:
    table = status(specimen_site).select_one("table.ed-sections")
    assert table is not None
    rows = {words(row.th): [words(cell) for cell in row.find_all("td")] for row in table.select("tbody tr")}
    state, pages, number, who = rows["The Ditch and the Dream"]
    assert (state.split()[-1], pages, who) == ("validated", "4–7", "Ivo Quillfeather, 18 March 2026")
    assert int(number.replace(",", "")) > 1000
    assert rows["Introduction"][3] == "Maud Tarrant, 2 March 2026"  # whom the record names by a handle
    assert "cannot be told apart" in rows["Still Water and Running Water"][0]
    assert rows["The Forty Locks"][0].endswith("not proofread")


def test_a_work_without_records_is_said_to_have_none(specimen_site: BuiltSite) -> None:
    row = next(row for row in status(specimen_site).select("tbody tr") if "Renata Dunn" in words(row))
    assert "the state of its parts is not recorded" in words(row)
    assert status(specimen_site).find(id="under-the-line-1989") is None


def test_each_text_page_tells_its_own_state(specimen_site: BuiltSite) -> None:
    def state(path: str) -> str:
        rows = specimen_site.pages[f"works/{path}/index.html"].select(".record div")
        return next(words(row.dd) for row in rows if words(row.dt) == "State")

    assert "● validated (Ivo Quillfeather, 18 March 2026)." in state(f"{WORK}/1")
    assert "partly problematic: " in state(f"{WORK}/2")
    assert state(f"{WORK}/3").endswith("○ not proofread.")
    assert "◐ proofread (Ivo Quillfeather, 24 March 2026)." in state("who-owns-the-sluice-1961")
    assert "Proofreading" not in state("under-the-line-1989")


def test_the_state_of_a_page_leads_to_that_of_the_work(specimen_site: BuiltSite) -> None:
    link = specimen_site.pages[f"works/{WORK}/2/index.html"].select_one(".record a:has(> .ed-state)")
    assert link is not None
    assert link["href"] == f"../../../status/#{WORK}"
    assert status(specimen_site).find(id=WORK) is not None


def test_the_data_says_the_same(specimen_site: BuiltSite, whole: Whole) -> None:
    data = json.loads((specimen_site.result.output / "data/status.json").read_text(encoding="utf-8"))
    assert (data["format"], data["version"]) == ("build-edition/status", 1)
    found = {work["work"]: work for work in data["works"]}
    assert set(found) == set(whole.project.statuses)
    item = next(item for item in whole.works if item.record.id == WORK)
    assert item.work is not None
    counted = shares(standings(Parts(item.work), whole.project.statuses[WORK]))
    assert found[WORK]["words"] == {state: count for state, count in counted.items() if count}
    assert sum(sum(one["words"].values()) for one in found[WORK]["sections"]) == sum(counted.values())
    assert {page["n"]: page["state"] for page in found[WORK]["pages"]}["10"] == "problematic"
    assert found[WORK]["history"][0] == {
        "section": "preface", "state": "proofread", "by": "Maud Tarrant", "on": "2026-03-02",
        "text": whole.project.statuses[WORK][0].text,
    }  # fmt: skip


def test_where_nothing_is_recorded_no_state_is_claimed(edition: EditionFolder) -> None:
    edition.write(
        "edition/emendations/miller-1901.yml", "- {line: 3, read: fel, as: fell, cause: character, by: Ann}\n"
    )
    project = Project.load(edition.root)
    whole = prepare_edition(project, project.works)
    page = status_page(whole, Addresses(whole)).markdown
    assert "read against its source by the editors; the state of its parts is not recorded" in page
    assert "validated" not in page
    assert "ed-strip" not in page


def test_a_page_that_fell_back_says_so(edition: EditionFolder) -> None:
    (edition.root / "edition/status").mkdir()
    step = "- {whole: true, state: validated, by: Ann, on: 2026-03-02, text: '0123456789ab'}\n"
    edition.write("edition/status/miller-1901.yml", step)
    project = Project.load(edition.root)
    whole = prepare_edition(project, project.works)
    page = status_page(whole, Addresses(whole)).markdown
    assert "Ann, 2 March 2026; validated then, and changed since" in page
    assert '<span class="ed-state s-proofread">' in page
