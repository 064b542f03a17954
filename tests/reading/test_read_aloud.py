"""What is read aloud: headings in order, landmarks, the language of words, names of dialogs, what happened."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site_folder import BuiltSite

CHAPTER = "works/level-water-1987/2/"
CYRILLIC = re.compile("[\u0400-\u04ff]")
SITES = pytest.mark.parametrize("site", ["specimen_site", "five"])


def pages_of(site: BuiltSite) -> dict[str, BeautifulSoup]:
    return {path: page for path, page in site.pages.items() if path != "404.html"}


@SITES
def test_no_level_of_headings_is_skipped(site: str, request: pytest.FixtureRequest) -> None:
    for path, page in pages_of(request.getfixturevalue(site)).items():
        levels = [int(heading.name[1]) for heading in page.select("article :is(h1, h2, h3, h4, h5, h6)")]
        assert levels, path
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        for before, level in pairwise(levels):
            assert level <= before + 1, (path, levels)


@SITES
def test_every_page_has_its_landmarks_and_each_form_a_name(site: str, request: pytest.FixtureRequest) -> None:
    for path, page in pages_of(request.getfixturevalue(site)).items():
        assert page.html is not None
        assert page.html["lang"], path
        assert len(page.select("main")) == 1, path
        assert page.select("header nav[aria-label]"), path
        assert page.select("main nav[aria-label]"), path
        assert page.select("footer"), path
        assert not page.select("form[role=search]:not([aria-label])"), path
        skip = page.select_one("a.ed-skip")
        assert skip is not None, path
        assert page.find(id=str(skip["href"]).removeprefix("#")) is not None, path


def language(node: Tag) -> str:
    return next(str(one["lang"]) for one in (node, *node.parents) if isinstance(one, Tag) and one.get("lang"))


@SITES
def test_words_in_cyrillic_letters_are_said_in_russian(site: str, request: pytest.FixtureRequest) -> None:
    count = 0
    for path, page in pages_of(request.getfixturevalue(site)).items():
        for words in page.select_one(".sheet").find_all(string=CYRILLIC):
            count += 1
            assert language(words.parent).startswith("ru"), (path, words)
            assert not re.search("[A-Za-z]", words), (path, words)  # and no other words are
    assert count > (500 if site == "five" else -1)


def test_words_of_a_card_are_said_in_russian(page: Any, five: BuiltSite, five_address: str) -> None:
    """An entry of which the meaning is told in two languages."""
    path, link = next(
        (path, address)
        for path in sorted(five.result.output.glob("works/**/cards.json"))
        for address, card in json.loads(path.read_text(encoding="utf-8"))["cards"].items()
        if CYRILLIC.search(card.get("expansion", "")) and re.search("[A-Za-z]", card["expansion"])
    )
    page.goto(f"{five_address}/{path.parent.relative_to(five.result.output)}/")
    page.locator(f".sheet-text a[href$='{link}']").first.hover()
    card = page.wait_for_selector(".ed-card i [lang=ru]")
    assert CYRILLIC.search(card.inner_text())
    assert not re.search("[A-Za-z]", card.inner_text())


@pytest.mark.parametrize("key", ["?", "g", "t", "v", "c"])
def test_every_dialog_has_a_name(page: Any, address: str, key: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.wait_for_load_state("networkidle")
    page.keyboard.press(key)
    page.wait_for_selector("dialog[open]")
    name = page.locator("dialog").evaluate(
        "one => one.getAttribute('aria-label')"
        " ?? document.getElementById(one.getAttribute('aria-labelledby'))?.textContent"
    )
    assert name.strip()
    assert page.get_by_role("dialog", name=name.strip(), exact=True).count() == 1


def test_what_happened_is_said(page: Any, address: str) -> None:
    """In a place that is said aloud when it changes: a view, what a search found."""
    page.goto(f"{address}/{CHAPTER}")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("e")
    page.locator("body > [role=status]:not(:empty)").wait_for(state="attached")
    assert page.locator("body > [role=status]").text_content() == page.evaluate(
        "() => document.querySelector('.ed-view-line').firstChild.textContent.trim()"
    )
    page.goto(f"{address}/search/?q=water")
    page.locator("body > [role=status]", has_text="results for water").wait_for(state="attached")
