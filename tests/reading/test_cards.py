"""Cards of links, and the concordance under an entry: what is shown, by pointer, keyboard and touch."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from copy import copy
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup

from build_edition.tree import flatten, inlines_of
from build_edition.work import Link
from tests.reading.by_keys import put_away
from tests.site_folder import BuiltSite

KINDS = ("term", "person", "place", "org", "event", "title", "bib", "passage", "date")
LINK = ".sheet-text a:is(" + ", ".join(f".to-{kind}" for kind in KINDS) + ")"
LEVEL = "works/level-water-1987/"
CARD = ".ed-card .ed-link-card"
FRAME = {"exclude": [[".md-sidebar"]]}
# Whether rows of words stand in order, word by word.
IN_ORDER = """(rows) => rows.every((row, k) => {
  const before = rows[k - 1] ?? [];
  const at = before.findIndex((word, n) => word.localeCompare(row[n] ?? "") !== 0);
  return at < 0 || before[at].localeCompare(row[at] ?? "") < 0;
})"""


def text_pages(site: BuiltSite) -> Iterator[tuple[str, BeautifulSoup]]:
    for path, page in site.pages.items():
        if page.select_one(".sheet-text"):
            yield path.removesuffix("index.html"), page


def cards_of(site: BuiltSite, page: str) -> dict[str, Any]:
    text = (site.result.output / page / "cards.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["cards"]
    return found


def leading(page: str, soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The links of a page to what the edition knows: the kind of each, and its address from the root."""
    for link in soup.select(LINK):
        kind = next(name.removeprefix("to-") for name in link["class"] if name.startswith("to-"))
        yield kind, unquote(urljoin(f"/{page}", str(link["href"]))).lstrip("/")


def has_every_card(site: BuiltSite) -> Counter[str]:
    """How many links of each kind the texts have; each must have its card."""
    counts: Counter[str] = Counter()
    for page, soup in text_pages(site):
        cards = cards_of(site, page)
        for kind, address in leading(page, soup):
            assert cards[address]["kind"] == kind, (page, address)
            counts[kind] += 1
    return counts


def test_every_link_of_the_specimen_has_a_card(specimen_site: BuiltSite) -> None:
    counts = has_every_card(specimen_site)
    assert set(counts) == set(KINDS) - {"bib"}
    assert min(counts.values()) > 0


def test_every_link_of_the_five_works_has_a_card(five: BuiltSite) -> None:
    counts = has_every_card(five)
    assert set(counts) == set(KINDS)
    assert counts.total() > 3000


def test_counts_are_those_of_the_registers(five: BuiltSite) -> None:
    data = five.result.output / "data"
    known = [*json.loads((data / "glossary.json").read_text())["entries"]]
    known += json.loads((data / "registers.json").read_text())["entries"]
    counts = {(entry["kind"], entry["id"]): (entry["count"], entry["works"]) for entry in known}
    seen = 0
    for page, _ in text_pages(five):
        for card in cards_of(five, page).values():
            if (card["kind"], card["target"]) in counts:
                assert (card["count"], card.get("works", {})) == counts[card["kind"], card["target"]]
                seen += 1
    assert seen > 1000


def open_card(page: Any, link: Any) -> Any:
    link.scroll_into_view_if_needed()
    link.hover()
    page.wait_for_selector(CARD)
    return page.locator(CARD)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "bib"])
def test_a_link_of_each_kind_shows_its_card(page: Any, address: str, specimen_site: BuiltSite, kind: str) -> None:
    place, soup = next((at, soup) for at, soup in text_pages(specimen_site) if soup.select(f"a.to-{kind}"))
    key = next(address for found, address in leading(place, soup) if found == kind)
    page.goto(f"{address}/{place}")
    card = open_card(page, page.locator(f".sheet-text a.to-{kind}").first)
    told = cards_of(specimen_site, place)[key]
    said = " ".join(card.text_content().split())
    if kind == "date":
        assert any(one["text"] in said for one in told["entries"])
    elif kind == "passage":
        assert "Go there" in said
        assert not told.get("text") or " ".join(told["text"].split()) in said
    else:
        assert told["label"] in said
        assert told["text"] in said
        assert card.locator("a", has_text="Entry").get_attribute("href").endswith(key)
        assert card.locator("a", has_text="In context").get_attribute("href").endswith(f"?of={told['target']}")


def test_a_citation_shows_its_full_entry_and_that_it_is_supposed(
    page: Any, five: BuiltSite, five_address: str
) -> None:
    place, soup = next((at, soup) for at, soup in text_pages(five) if soup.select("a.to-bib.low"))
    link = soup.select_one("a.to-bib.low")
    assert link is not None
    key = unquote(urljoin(f"/{place}", str(link["href"]))).lstrip("/")
    page.goto(f"{five_address}/{place}")
    card = open_card(page, page.locator(".sheet-text a.to-bib.low").first)
    said = card.text_content()
    assert "".join(words for _, words in cards_of(five, place)[key]["text"]) in said
    assert "suppose" in said
    assert page.locator(".sheet-text a.to-bib.low").first.get_attribute("title") is None


def test_an_editors_remark_is_on_the_card(page: Any, five: BuiltSite, five_address: str) -> None:
    tried = 0
    for place, soup in text_pages(five):
        for link in soup.select(LINK):
            follows = link.next_sibling
            if getattr(follows, "name", "") != "sup" or "remark-call" not in follows["class"]:
                continue
            note = copy(soup.find(id=follows.a["href"].removeprefix("#")))  # the page is other tests' too
            for back in note.select("a"):
                back.extract()
            page.goto(f"{five_address}/{place}")
            nth = list(soup.select(LINK)).index(link)
            card = open_card(page, page.locator(LINK).nth(nth))
            assert " ".join(note.get_text().split()) in " ".join(card.text_content().split())
            tried += 1
            break
    assert tried > 1


def test_the_keyboard_opens_enters_and_leaves_a_card(page: Any, address: str) -> None:
    page.goto(f"{address}/{LEVEL}1/")
    link = page.locator(".sheet-text a.to-term").first
    page.keyboard.press("Tab")
    link.focus()
    page.wait_for_selector(CARD)
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.activeElement.closest('.ed-card')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Entry"
    put_away(page)
    assert link.evaluate("e => e === document.activeElement")


def test_a_tap_opens_a_card_and_the_second_follows_the_link(phone: Any, address: str) -> None:
    phone.goto(f"{address}/{LEVEL}1/")
    link = phone.locator(".sheet-text a.to-term").first
    link.tap()
    phone.wait_for_selector(CARD)
    assert phone.url.endswith(f"{LEVEL}1/")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    link.tap()
    phone.wait_for_url("**/glossary/#*")


def test_links_of_entries_have_cards(page: Any, address: str) -> None:
    page.goto(f"{address}/glossary/#pound")
    card = open_card(page, page.locator("#pound .places a[href*='works/']").first)
    assert card.text_content().strip()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_cards_and_lines(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    page = context.new_page()
    found = []
    page.goto(f"{address}/{LEVEL}1/")
    open_card(page, page.locator(".sheet-text a.to-term").first)
    found += Axe().run(page, context=FRAME).response["violations"]
    page.goto(f"{address}/glossary/")
    page.locator("#pound button.in-context").click()
    page.wait_for_selector("#pound .kwic")
    answer = Axe().run(page, context=FRAME).response
    found += answer["violations"]
    assert len(answer["passes"]) > 10
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


# The concordance under an entry.


def lines_of(site: BuiltSite, entry: str) -> dict[str, Any]:
    text = (site.result.output / "data" / "concordance" / f"{entry}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_an_entry_opens_its_lines_by_key_and_closes_them(
    page: Any, address: str, specimen_site: BuiltSite
) -> None:
    page.goto(f"{address}/glossary/")
    button = page.locator("#pound button.in-context")
    assert button.get_attribute("aria-expanded") == "false"
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#pound .kwic")
    told = lines_of(specimen_site, "pound")
    keywords = page.locator("#pound .kwic .keyword").all_text_contents()
    assert keywords == [line["keyword"] for line in told["lines"]]
    sources = page.locator("#pound .kwic .source").all_text_contents()
    for line, source in zip(told["lines"], sources, strict=True):
        assert (line.get("passage") or "title") in source or line.get("heading")
        assert not line.get("page") or source.endswith(f"p. {line['page']}")
    assert button.get_attribute("aria-expanded") == "true"
    button.press("Enter")
    page.wait_for_selector("#pound .kwic", state="detached")


def test_lines_are_sorted_by_context_and_filtered_by_work(page: Any, five: BuiltSite, five_address: str) -> None:
    entries = json.loads((five.result.output / "data/concordance/index.json").read_text())["entries"]
    entry = next(
        one for one in entries if one["kind"] == "term" and len(one["works"]) > 1 and 30 < one["count"] < 200
    )
    own = f"[id='{entry['id']}']"
    page.goto(f"{five_address}/glossary/")
    page.locator(f"{own} button.in-context").click()
    page.wait_for_selector(f"{own} .kwic")
    lines = page.locator(f"{own} .kwic")
    assert lines.count() == entry["count"]
    rights = page.locator(f"{own} .kwic .right")
    in_order = rights.all_text_contents()
    page.locator(f"{own} select[name=order]").select_option("right")
    by_right = rights.all_text_contents()
    assert sorted(by_right) == sorted(in_order)
    assert by_right != in_order
    assert page.evaluate(IN_ORDER, [re.findall(r"[^\W_]+", text) for text in by_right])
    page.locator(f"{own} select[name=order]").select_option("left")
    lefts = page.locator(f"{own} .kwic .left").all_text_contents()
    assert page.evaluate(IN_ORDER, [re.findall(r"[^\W_]+", text)[::-1] for text in lefts])
    page.locator(f"{own} select[name=order]").select_option("text")
    assert rights.all_text_contents() == in_order
    work, count = next(iter(entry["works"].items()))
    page.locator(f"{own} .concordance-works input").first.uncheck()
    assert lines.count() == entry["count"] - count
    assert all(
        f"/works/{work}/" not in href for href in lines.locator("a").evaluate_all("all => all.map((a) => a.href)")
    )
    assert page.locator(f"{own} .concordance-state").text_content().startswith(f"{entry['count'] - count} of ")


def test_without_scripts_an_entry_lists_its_passages(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/glossary/")
    assert page.locator("#pound .places a[href*='works/']").count() > 0
    assert page.locator("#pound a.in-context").get_attribute("href").endswith("concordance/?of=pound")
    context.close()


def test_every_link_in_the_trees_is_on_a_page(five: BuiltSite) -> None:
    """What is counted above is all there is: as many links as the trees have, notes shown twice apart."""
    wanted = sum(
        isinstance(inline, Link)
        for item in five.works
        if item.work
        for section in item.work.walk()
        for block in ([section.heading] if section.heading else []) + list(section.blocks)
        for run in inlines_of(block)
        for inline in flatten(run)
    )
    assert has_every_card(five).total() >= wanted * 0.99 > 3000
