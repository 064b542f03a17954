"""Every page of both editions: axe finds nothing, nothing sticks out, and no request leaves the site."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site_folder import BuiltSite

# Not of WCAG: the theme names the lists within its navigation by labels that may be alike.
OPTIONS = {"rules": {"landmark-unique": {"enabled": False}}, "resultTypes": ["violations"]}
SCREENS = [(1440, "light"), (390, "dark")]


def pages_of(site: BuiltSite) -> list[str]:
    """The pages that a reader reads; permanent addresses, which all have one form, are tested by themselves."""
    base = site.project.edition.address
    return [
        path.removesuffix("index.html")
        for path in site.pages
        if not path.startswith("c/") and not (path == "404.html" and base)  # which is made for its own address
    ]


def faults(chromium: Any, site: BuiltSite, address: str, width: int, colours: str) -> list[tuple[str, str, str]]:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    page = context.new_page()
    found: list[tuple[str, str, str]] = []
    at = ""
    own = (address, "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(own) else note(asked.url))
    page.on("pageerror", lambda error: note(str(error)))
    page.on("response", lambda answer: note(answer.url) if answer.status >= 400 else None)

    def note(what: str) -> None:
        found.append((at, "request or script", what))

    for at in pages_of(site):
        page.goto(f"{address}/{at}")
        page.wait_for_load_state("networkidle")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((at, "sticks out", str(width)))
        answer = Axe().run(page, options=OPTIONS).response
        assert len(answer["passes"]) > 10, at
        found += [(at, broken["id"], broken["nodes"][0]["html"]) for broken in answer["violations"]]
    context.close()
    return found


@pytest.mark.parametrize(("width", "colours"), SCREENS)
def test_no_page_of_the_specimen_has_a_fault(
    chromium: Any, specimen_site: BuiltSite, address: str, width: int, colours: str
) -> None:
    assert faults(chromium, specimen_site, address, width, colours) == []


@pytest.mark.slow
@pytest.mark.parametrize(("width", "colours"), SCREENS)
def test_no_page_of_the_five_works_has_a_fault(
    chromium: Any, five: BuiltSite, five_address: str, width: int, colours: str
) -> None:
    assert faults(chromium, five, five_address, width, colours) == []
