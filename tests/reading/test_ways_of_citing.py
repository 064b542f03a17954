"""The ways to a citation and from it: by keys alone, by touch, by links; and axe while it is open."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.reading.by_keys import put_away
from tests.reading.citing import CHAPTER, DIALOG, clipboard, opened, press_copy, samples, select
from tests.site_folder import BuiltSite


def link_marks_the_words(page: Any, site: BuiltSite, address: str) -> int:
    """The link to selected words, without the name of the passage in it, still leads to them."""
    root = f"{address}/"
    published = (site.project.edition.address or root).rstrip("/") + "/"
    seen = 0
    for item, path, passage in samples(site):
        page.goto(root + path)
        length = len(passage.text)
        select(page, root, passage.id, length // 4, passage.id, length // 2)
        page.keyboard.press("c")
        page.wait_for_selector(DIALOG)
        link = press_copy(page, "Copy link to the words")
        assert link.startswith(f"{published}{path}#{passage.id}:~:text="), item.record.id
        fresh = page.context.new_page()
        fresh.goto(link.replace(published, root).replace(f"#{passage.id}:~:", "#:~:"))
        expect(fresh.locator(f'[id="{passage.id}"]')).to_be_in_viewport()
        assert fresh.evaluate("scrollY") > 0
        fresh.close()
        seen += 1
        put_away(page)
    return seen


def test_a_link_marks_the_words(citing: Any, specimen_site: BuiltSite, address: str) -> None:
    assert link_marks_the_words(citing, specimen_site, address) == 3


def test_a_link_marks_the_words_in_the_five_works(citing: Any, five: BuiltSite, five_address: str) -> None:
    assert link_marks_the_words(citing, five, five_address) == len(five.works)


def test_the_address_in_a_citation_is_a_page(citing: Any, specimen_site: BuiltSite, address: str) -> None:
    published = specimen_site.project.edition.address
    assert published
    opened(citing, address, CHAPTER, "2.3")
    note = press_copy(citing, "Copy: Note")
    url = note[note.index(published) :].rstrip(".")
    assert url.endswith("/c/level-water-1987/2.3@1.0/")
    assert citing.request.get(url.replace(published, f"{address}/")).ok


def test_by_keys_alone(citing: Any, address: str) -> None:
    citing.goto(f"{address}/{CHAPTER}#2.3")
    citing.locator('[id="2.3"] > a.pn').focus()
    citing.keyboard.press("Enter")
    citing.wait_for_selector(DIALOG)
    assert citing.evaluate("document.activeElement.textContent") == "Chicago note"
    for _ in range(2):
        citing.keyboard.press("ArrowRight")
    assert citing.evaluate("document.activeElement.textContent") == "MLA"
    reached = []
    while "Copy: Works cited" not in reached:
        citing.keyboard.press("Tab")
        reached.append(citing.evaluate("document.activeElement.getAttribute('aria-label') ?? ''"))
        assert len(reached) < 20
    citing.keyboard.press("Enter")
    citing.locator(".ed-cite-state", has_text="Works cited copied.").wait_for()
    assert clipboard(citing).startswith("Pennifold, Harriet.")
    put_away(citing)
    assert citing.evaluate("document.activeElement.matches('[id=\"2.3\"] > a.pn')")
    citing.evaluate("document.activeElement.blur()")
    citing.keyboard.press("c")
    citing.wait_for_selector(DIALOG)
    assert citing.locator(f"{DIALOG} h2").inner_text() == "Cite passage 2.3", "of the address"
    assert citing.get_by_role("tab", selected=True).inner_text() == "MLA", "the style of last time"


def test_the_style_is_remembered(citing: Any, address: str) -> None:
    opened(citing, address, CHAPTER, "2.2")
    citing.get_by_role("tab", name="RIS").click()
    citing.reload()
    citing.locator('[id="2.2"] > a.pn').dispatch_event("click")
    citing.wait_for_selector(DIALOG)
    assert citing.get_by_role("tab", selected=True).inner_text() == "RIS"
    assert press_copy(citing, "Copy quotation with citation").rpartition("\n\n")[2].startswith("Harriet Pennifold")


def test_a_number_is_still_a_link(citing: Any, address: str) -> None:
    citing.goto(f"{address}/{CHAPTER}")
    number = citing.locator('[id="2.2"] > a.pn')
    assert number.get_attribute("href") == "#2.2"
    let_go = """(link) => ["ctrlKey", "metaKey", "shiftKey"].map((key) => {
      const event = new MouseEvent("click", { bubbles: true, cancelable: true, [key]: true });
      let stopped = null;
      document.addEventListener("click", (heard) => { stopped = heard.defaultPrevented; heard.preventDefault(); }, { once: true });
      link.dispatchEvent(event);
      return stopped;
    })"""  # noqa: E501
    assert number.evaluate(let_go) == [False, False, False]
    assert citing.locator(DIALOG).count() == 0
    number.dispatch_event("click")
    citing.wait_for_selector(DIALOG)
    assert citing.url.endswith("#2.2")


def test_by_touch(phone: Any, address: str) -> None:
    phone.goto(f"{address}/{CHAPTER}")
    phone.locator('[id="2.2"]').tap(position={"x": 120, "y": 12})
    bar = phone.locator(".ed-cite-bar")
    bar.wait_for()
    box = bar.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert bar.get_attribute("aria-label") == "Passage 2.2"
    assert [button.inner_text() for button in bar.locator("button").all()] == [
        "Cite", "Copy with citation", "Copy link", "Suggest a correction",
    ]  # fmt: skip
    bar.locator("button", has_text="Cite").first.tap()
    phone.wait_for_selector(DIALOG)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.get_by_role("button", name="Close").tap()
    phone.wait_for_selector(DIALOG, state="detached")
    phone.locator('[id="2.2"]').tap(position={"x": 120, "y": 12})
    bar.wait_for()
    phone.locator("h1").tap()
    phone.wait_for_selector(".ed-cite-bar", state="detached")


def complaints(page: Any, *parts: str) -> list[Any]:
    """What axe finds in parts of a page; `test_every_page` has it look at whole ones."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(page, context={"include": [[part] for part in parts]}, options={"runOnly": rules})
    assert found.response["passes"], "it looked at nothing"
    violations: list[Any] = found.response["violations"]
    return violations


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_while_citing(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=colours, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}/{CHAPTER}")
    select(page, f"{address}/", "2.2", 3, "2.3", 20)
    page.locator(".sheet").dispatch_event("pointerup")
    page.wait_for_selector(".ed-cite-bar")
    assert complaints(page, ".ed-cite-bar", ".citations") == []
    page.keyboard.press("c")
    page.wait_for_selector(DIALOG)
    for name in ("Chicago note", "BibTeX", "CSL-JSON"):
        page.get_by_role("tab", name=name).click()
        assert complaints(page, DIALOG) == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_where_the_data_is_missing_a_sentence_says_what_else_there_is(citing: Any, address: str) -> None:
    citing.route("**/cite.json", lambda route: route.abort())
    citing.goto(f"{address}/{CHAPTER}")
    citing.locator('[id="2.2"] > a.pn').dispatch_event("click")
    citing.wait_for_selector("dialog[open]")
    assert "“To cite”" in citing.locator("dialog[open]").inner_text()
