"""The site in a real browser: it asks no other host for anything, fits a telephone, and needs no script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from build_edition.publish.engine.serve import serving
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, build

TEXT = """The Lamp Tax

Nobody in our valley liked the tax on lamps.¹ It fell on the poor, who read at night, and spared the rich, who
slept. An unbreakableaddressofthemillinthevalleywithoutanyspaceinitwhatsoeverandlongerthanascreen stood there.

NOTES

1. The tax was raised in May. Труд и хлеб.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("browser")
    made = EditionFolder(folder / "valley")
    made.add_work("miller-1901", TEXT)
    made.add_work("miller-1902", order=2)
    (made.root / "sources/miller-1902.txt").unlink()
    return build(made.root, folder / "site")


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_request_leaves_and_nothing_sticks_out(
    chromium: Any, site: BuiltSite, width: int, colours: str
) -> None:
    with serving(site.result.output) as address:
        context = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=colours)
        page = context.new_page()
        asked: list[str] = []
        failed: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        for path in site.pages:
            page.goto(f"{address}/{path}")
            page.wait_for_load_state("networkidle")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        abroad = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
        assert (abroad, failed) == ([], [])
        assert any(url.endswith(".woff2") for url in asked)
        context.close()


def test_reading_and_notes_need_no_script(chromium: Any, site: BuiltSite) -> None:
    with serving(site.result.output) as address:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}/works/miller-1901/")
        call = page.locator("a[role=doc-noteref]")
        assert call.count() == 1
        call.click()
        assert page.url.endswith(call.get_attribute("href"))
        assert page.locator("li.note:target").is_visible()
        page.locator("a[role=doc-backlink]").click()
        assert page.url.endswith("#" + call.get_attribute("id"))
        context.close()


def test_a_passage_number_shows_and_is_a_link(chromium: Any, site: BuiltSite) -> None:
    with serving(site.result.output) as address:
        page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(f"{address}/works/miller-1901/")
        number = page.locator("p.p > a.pn").first
        assert number.evaluate("e => getComputedStyle(e).opacity") == "0"
        page.locator("p.p").first.hover()
        page.wait_for_function("e => getComputedStyle(e).opacity === '1'", arg=number.element_handle())
        number.click()
        assert page.url.endswith("#1")


def test_serving_is_to_this_machine_only(site: BuiltSite) -> None:
    with serving(Path(site.result.output)) as address:
        assert address.startswith("http://127.0.0.1:")
