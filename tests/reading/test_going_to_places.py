"""Going to a printed page or a passage, the contents at hand, and steps by keys."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from build_edition.apparatus.divisions import divisions
from build_edition.publish.addresses import division_path, url_of
from tests.reading.by_keys import put_away
from tests.site_folder import BuiltSite

BOOK = "level-water-1987"
FIELD = ".ed-going input"
HIT = ".ed-going-hits a"


def places(site: BuiltSite, work: str) -> dict[str, Any]:
    text = (site.result.output / "works" / work / "places.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def every_place_is_there(site: BuiltSite) -> int:
    count = 0
    for item in site.works:
        found = places(site, item.record.id)["divisions"]
        assert item.work is not None
        assert [one["key"] for one in found] == [one.key for one in divisions(item.work)]
        for division in found:
            page = site.pages[f"{division['address']}index.html"]
            anchors = {str(element["id"]) for element in page.select("[id]")}
            names = [*division["passages"], *division.get("older", {})]
            names += ["page-" + "-".join(n.split()) for n in division["pages"]]
            assert set(names) <= anchors, (division["address"], set(names) - anchors)
            count += len(names)
    return count


def test_every_page_and_passage_of_the_specimen_is_where_it_is_said(specimen_site: BuiltSite) -> None:
    assert every_place_is_there(specimen_site) > 200


def test_every_page_and_passage_of_the_five_works_is_where_it_is_said(five: BuiltSite) -> None:
    assert every_place_is_there(five) > 1800
    numbered = {page.n for item in five.works if item.work for page in item.work.pages if page.n is not None}
    told = {n for item in five.works for one in places(five, item.record.id)["divisions"] for n in one["pages"]}
    assert told == numbered


def go(page: Any, typed: str) -> None:
    """Press the key, type, and wait until the dialog has answered."""
    page.keyboard.press("g")
    page.locator(FIELD).fill(typed)
    page.wait_for_function(
        "() => document.querySelector('.ed-going-says').textContent || document.querySelector('.ed-going-hits a')"
    )


def leave(page: Any) -> None:
    put_away(page)


def says(page: Any) -> str:
    found: str = page.locator(".ed-going-says").text_content()
    return found


def test_page_184_leads_to_where_that_page_begins(page: Any, five: BuiltSite, five_address: str) -> None:
    pages = {work: places(five, work)["divisions"] for work in (item.record.id for item in five.works)}
    work, division = next((work, one) for work, found in pages.items() for one in found if "184" in one["pages"])
    first = next(one for one in pages[work] if one["passages"])
    page.goto(f"{five_address}/{first['address']}")
    go(page, "184")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{division['address']}#page-184")
    assert page.locator("a.pb:target").text_content() == "184"
    assert not page.locator("dialog").count()


@pytest.mark.parametrize("typed", ["p. 6", "P.6", "page 6", "6"])
def test_a_page_is_found_however_it_is_called(page: Any, address: str, typed: str) -> None:
    page.goto(f"{address}/works/{BOOK}/4/")
    go(page, typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/works/{BOOK}/1/#page-6")


@pytest.mark.parametrize("typed", ["vii", "VII", "p. vii"])
def test_a_roman_page_is_found(page: Any, address: str, typed: str) -> None:
    page.goto(f"{address}/works/{BOOK}/4/")
    go(page, typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/works/{BOOK}/preface/#page-vii")


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("2.12", f"works/{BOOK}/2/#2.12"),
        ("preface.2", f"works/{BOOK}/preface/#preface.2"),
        (f"{BOOK}/3.4", f"works/{BOOK}/3/#3.4"),
        ("who-owns-the-sluice-1961/2", "works/who-owns-the-sluice-1961/#2"),
        ("ch. 3", f"works/{BOOK}/3/"),
        ("part 2", f"works/{BOOK}/part-2/"),
        ("2.n3", f"works/{BOOK}/notes/#2.n3"),
    ],
)
def test_a_passage_a_chapter_or_a_note_is_found(page: Any, address: str, typed: str, leads: str) -> None:
    page.goto(f"{address}/works/{BOOK}/4/")
    go(page, typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{leads}")


def test_a_number_that_may_be_a_page_or_a_passage_offers_both(page: Any, address: str) -> None:
    page.goto(f"{address}/works/{BOOK}/4/")
    go(page, "3")
    hrefs = page.locator(HIT).evaluate_all("(all) => all.map((a) => a.pathname + a.hash)")
    assert hrefs == [f"/works/{BOOK}/part-1/#page-3", f"/works/{BOOK}/3/", f"/works/{BOOK}/4/#4.3"]


def test_what_is_not_there_is_told_with_the_nearest(page: Any, address: str, specimen_site: BuiltSite) -> None:
    last = [n for one in places(specimen_site, BOOK)["divisions"] for n in one["pages"]][-1]
    page.goto(f"{address}/works/{BOOK}/4/")
    go(page, "500")
    assert says(page) == f"There is no page 500: the numbered pages end with {last}."
    assert page.locator(HIT).all_text_contents() == [f"Page {last}"]
    page.keyboard.press("Enter")  # what was asked for is not there, so nothing is followed
    assert page.locator(FIELD).is_visible()
    leave(page)
    go(page, "4.99")
    assert says(page) == "There is no passage 4.99: the last there is 4.20."
    leave(page)
    go(page, "nobody-1900/3")
    assert "no work “nobody-1900”" in says(page)
    assert BOOK in says(page)


def test_pages_between_chapters_that_are_missing_are_told(page: Any, five: BuiltSite, five_address: str) -> None:
    for item in five.works:
        found = places(five, item.record.id)["divisions"]
        numbers = sorted({int(n) for one in found for n in one["pages"] if n.isdecimal()})
        gaps = [(a, b) for a, b in pairwise(numbers) if b - a > 1]
        if gaps:
            break
    (before, after) = gaps[0]
    page.goto(f"{five_address}/works/{item.record.id}/")
    go(page, f"p. {before + 1}")
    told = f"No beginning of page {before + 1} is known in the source. The nearest:"
    assert says(page) == told
    assert page.locator(HIT).all_text_contents() == [f"Page {before}", f"Page {after}"]
    leave(page)
    go(
        page, str(before + 1)
    )  # a chapter or passage may have the number; that the page is not there is told all the same
    assert says(page) == told
    assert page.locator(HIT).all_text_contents()[:2] == [f"Page {before}", f"Page {after}"]


def test_a_text_without_page_numbers_says_so(page: Any, five: BuiltSite, five_address: str) -> None:
    bare = next(item for item in five.works if item.work and not any(page.n for page in item.work.pages))
    page.goto(f"{five_address}/works/{bare.record.id}/")
    assert page.locator("button.ed-go").text_content() == "Go to passage"
    go(page, "p. 12")
    assert "no numbers of printed pages" in says(page)
    page.locator(FIELD).fill("12")
    page.wait_for_selector(HIT)
    page.keyboard.press("Enter")
    page.wait_for_url("**/#12")


def test_controls_that_are_seen_open_it(page: Any, address: str) -> None:
    for path in (f"works/{BOOK}/4/", f"works/{BOOK}/"):
        page.goto(f"{address}/{path}")
        page.locator(".belongs button.ed-go").click()
        assert page.locator(FIELD).evaluate("e => e === document.activeElement")
        leave(page)
        page.locator(".ed-go-button").click()
        assert page.locator(FIELD).is_visible()
        leave(page)
    page.goto(f"{address}/glossary/")
    assert not page.locator(".ed-go-button").is_visible()
    go(page, f"{BOOK}/p. 6")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#page-6")


def test_from_any_text_page_every_chapter_is_reached_by_one_key(
    page: Any, address: str, specimen_site: BuiltSite
) -> None:
    book = next(item for item in specimen_site.works if item.record.id == BOOK)
    assert book.work is not None
    wanted = [f"/{url_of(division_path(BOOK, one))}" for one in divisions(book.work)]
    for path in wanted:
        page.goto(f"{address}{path}")
        page.keyboard.press("t")
        page.wait_for_selector(".ed-going-contents li")
        found = page.locator(".ed-going-contents a:not(.below)").evaluate_all(
            "(all) => all.map((a) => a.pathname)"
        )
        assert found == wanted
        current = page.locator(".ed-going-contents [aria-current=page]")
        assert current.evaluate("e => [e === document.activeElement, e.pathname]") == [True, path]


def test_the_foot_leads_through_the_chapters_in_order(page: Any, address: str, specimen_site: BuiltSite) -> None:
    found = places(specimen_site, BOOK)["divisions"]
    page.goto(f"{address}/works/{BOOK}/")
    for division in found:
        link = page.locator("a.md-footer__link--next")
        assert division["title"].partition(". ")[2] in " ".join(link.text_content().split())
        page.keyboard.press("]")
        page.wait_for_url(f"**/{division['address']}")
    page.keyboard.press("[")
    page.wait_for_url(f"**/{found[-2]['address']}")


def test_keys_step_from_passage_to_passage(page: Any, address: str, specimen_site: BuiltSite) -> None:
    ids = next(one for one in places(specimen_site, BOOK)["divisions"] if one["key"] == "2")["passages"]
    page.goto(f"{address}/works/{BOOK}/2/")
    seen = []
    for key in "jjjk":
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.id"))
        box = page.evaluate("() => document.activeElement.getBoundingClientRect().toJSON()")
        assert box["bottom"] > 48
        assert box["top"] < 1000
    assert seen == [ids[0], ids[1], ids[2], ids[1]]
    page.goto(f"{address}/works/{BOOK}/2/#{ids[5]}")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == ids[6]


def test_keys_are_letters_in_a_field_and_listed_by_the_question_mark(page: Any, address: str) -> None:
    page.goto(f"{address}/works/{BOOK}/2/")
    page.keyboard.press("g")
    page.keyboard.type("t")
    assert page.locator(FIELD).input_value() == "t"
    leave(page)
    page.keyboard.press("?")
    listed = page.locator(".ed-keys dt").all_text_contents()
    assert {"g", "t", "j", "k", "[", "]"} <= set(listed)


def test_the_contents_beside_the_text_follow_the_reader(page: Any, five: BuiltSite, five_address: str) -> None:
    """On the longest chapter the side bar marks the section that is read, and shows it."""
    sizes = [
        (len(one["passages"]), one["address"])
        for item in five.works
        for one in places(five, item.record.id)["divisions"]
    ]
    page.goto(f"{five_address}/{max(sizes)[1]}")
    heads = page.locator(".sheet-text h2[id]:not(.added)")
    head = heads.nth(heads.count() - 1)
    name = head.get_attribute("id")
    head.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 60)")
    link = page.locator(f".md-sidebar--primary a[href='#{name}']")
    page.wait_for_function(
        "(name) => { const link = document.querySelector(`.md-sidebar--primary a[href='#${name}']`);"
        " const box = link.getBoundingClientRect();"
        " return link.matches('.md-nav__link--active') && box.top > 0 && box.bottom < innerHeight }",
        arg=name,
    )
    assert link.is_visible()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_the_dialog(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    page = context.new_page()
    page.goto(f"{address}/works/{BOOK}/4/")
    go(page, "3")
    page.wait_for_selector(".ed-going-contents li")
    answer = Axe().run(page, context={"include": [[".ed-going"]]}).response
    assert len(answer["passes"]) > 5
    assert [(one["id"], one["nodes"][0]["html"]) for one in answer["violations"]] == []
    box = page.locator(".ed-going").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    context.close()


def test_on_a_telephone_the_drawer_and_the_button_have_the_contents(phone: Any, address: str) -> None:
    phone.goto(f"{address}/works/{BOOK}/2/")
    phone.locator(".ed-go-button").tap()
    phone.wait_for_selector(".ed-going-contents li")
    phone.locator(".ed-going-contents a", has_text="Forty Locks").tap()
    phone.wait_for_url(f"**/works/{BOOK}/4/")
    phone.locator("label.md-header__button[for=__drawer]").tap()
    link = phone.locator(
        f".md-sidebar--primary a[href$='../3/'], .md-sidebar--primary a[href$='/{BOOK}/3/']"
    ).first
    link.wait_for(state="visible")
    assert link.evaluate("e => e.pathname") == f"/works/{BOOK}/3/"
