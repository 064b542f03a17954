"""Permanent addresses in a real browser: they end at the passage, with script or without, also from a disk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from build_edition.publish.addresses import Addresses
from build_edition.publish.engine.serve import serving
from build_edition.publish.permanent.files import permanent_files
from tests.publish.test_permanent import change, copied, pages_of, unknown_ids
from tests.site_folder import BuiltSite

WORK = "level-water-1987"


@pytest.fixture(scope="module")
def plain(chromium: Any) -> Any:
    """A page without script."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def arrive(page: Any, address: str) -> None:
    page.goto(address)
    page.wait_for_url("**/works/**")
    page.wait_for_load_state("load")


def test_an_address_ends_at_its_passage(page: Any, address: str) -> None:
    arrive(page, f"{address}/c/{WORK}/1.2/")
    assert page.url == f"{address}/works/{WORK}/1/#1.2"
    assert page.locator(":target").get_attribute("id") == "1.2"
    arrive(page, f"{address}/c/{WORK}/1/")
    assert page.url == f"{address}/works/{WORK}/1/"
    arrive(page, f"{address}/c/{WORK}/p/5/")
    assert page.url.endswith("#page-5")
    arrive(page, f"{address}/c/{WORK}/")
    assert page.url == f"{address}/works/{WORK}/"


def test_going_back_leaves_the_address(page: Any, address: str) -> None:
    page.goto(f"{address}/works/")
    arrive(page, f"{address}/c/{WORK}/1.2/")
    page.go_back()
    page.wait_for_url(f"{address}/works/")


def test_words_that_a_link_asks_for_are_shown(page: Any, address: str) -> None:
    page.goto(f"{address}/works/{WORK}/1/")
    last = page.locator("p.p[id]").last
    runs = last.evaluate("e => [...e.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)")
    asked = " ".join(max(runs, key=len).split()[2:6])
    name = last.get_attribute("id")
    opened = page.context.new_page()
    arrive(opened, f"{address}/c/{WORK}/1.2/#:~:text={quote(asked)}")
    assert ":~:text=" in opened.url
    shows = "name => { const at = document.getElementById(name).getBoundingClientRect();"
    shows += " return at.top < innerHeight && at.bottom > 0 }"
    opened.wait_for_function(shows, arg=name)
    assert not opened.evaluate(shows, "1.2")


def test_it_needs_no_script(plain: Any, address: str, specimen_site: BuiltSite) -> None:
    arrive(plain, f"{address}/c/{WORK}/1.2/")
    assert plain.url == f"{address}/works/{WORK}/1/index.html#1.2"
    plain.goto(f"{address}/c/{WORK}/1.2@1.0/")
    assert "Unchanged since version 1.0" in plain.locator(".ed-state").text_content()


def test_it_works_from_a_disk(page: Any, plain: Any, specimen_site: BuiltSite) -> None:
    root = specimen_site.result.output.as_uri()
    for opened in (plain, page):
        opened.goto(f"{root}/c/{WORK}/1.2/index.html")
        opened.wait_for_url(f"{root}/works/{WORK}/1/index.html#1.2")
    page.goto(f"{root}/c/{WORK}/1.2@1.0/index.html")
    page.get_by_role("link", name="Read it in its place").click()
    page.wait_for_url(f"{root}/works/{WORK}/1/index.html#1.2")


def test_it_has_the_colours_that_the_reader_chose(page: Any, address: str) -> None:
    path = f"{address}/c/{WORK}/1.2@1.0/"
    page.goto(path)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
    page.evaluate(
        "localStorage.setItem('/.__palette', JSON.stringify({ index: 1, color: { scheme: 'default' } }))"
    )
    page.goto(path)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory, specimen_site: BuiltSite) -> Path:
    """The pages of permanent addresses of a later version, with the style of the site."""
    folder = tmp_path_factory.mktemp("changed")
    root = copied(folder)
    change(root / "edition/emendations/under-the-line-1989.yml", 'as: "3·5 feet"', 'as: "4·5 feet"')
    change(root / "edition/edition.yml", 'version: "1.0"', 'version: "1.1"')
    site = folder / "site"
    for path, soup in pages_of(root)[1].items():
        (site / path).parent.mkdir(parents=True)
        (site / path).write_text(str(soup), encoding="utf-8")
    for name in ("css", "js", "fonts", "assets"):
        (site / name).symlink_to(specimen_site.result.output / name)
    return site


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_is_wrong_with_its_pages(chromium: Any, changed: Path, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=colours)
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda message: said.append(message.text))
    shown = [path for path in changed.rglob("index.html") if "<del>" in path.read_text(encoding="utf-8")]
    assert len(shown) == 1
    some = [shown[0].parent.relative_to(changed).as_posix(), f"c/{WORK}/1.2@1.0", "c/under-the-line-1989@1.0"]
    with serving(changed) as address:
        for path in some:
            page.goto(f"{address}/{path}/")
            page.wait_for_load_state("networkidle")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            found = Axe().run(page)
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        page.goto(f"{address}/{some[0]}/")
        lines = page.locator("del, ins").evaluate_all(
            "all => all.map(e => getComputedStyle(e).textDecorationLine)"
        )
        assert lines == ["line-through", "underline"]
        assert [url for url in asked if not url.startswith(address)] == []
    assert (failed, said) == ([], [])
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_page_of_changes(chromium: Any, address: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/changes/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.locator("p a", has_text="@1.0").first.click()
    page.wait_for_url("**/c/**")
    assert "Unchanged since version 1.0" in page.locator(".ed-state").text_content()
    context.close()


def test_a_page_that_stays_is_axe_clean_without_script(chromium: Any, address: str) -> None:
    """The page that leads on, held: what a reader has where nothing leads on."""
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/arrive.js", lambda route: route.abort())
    page.goto(f"{address}/c/{WORK}/1.2/")
    assert Axe().run(page).violations_count == 0
    page.get_by_role("link", name="To this place in the text").click()
    page.wait_for_url(f"{address}/works/{WORK}/1/index.html#1.2")
    context.close()


def test_every_address_of_the_five_works_leads_to_an_id(five: BuiltSite) -> None:
    assert unknown_ids(five) == []
    ids = {f"{work}/{name}" for work, ledger in five.project.ledgers.items() for name in ledger.ids}
    assert {f"c/{name}/index.html" for name in ids} | {f"c/{name}@1.0/index.html" for name in ids} <= set(
        five.permanent
    )


def test_every_published_text_of_the_five_works_comes_of_its_source(five: BuiltSite) -> None:
    assert set(five.project.recensions) == set(five.project.ledgers)
    whole = five.whole
    known = dict(permanent_files(whole, Addresses(whole)))
    for work in five.project.recensions:
        published = five.project.ledgers[work].ids
        assert published <= {one.id for one in whole.passages[work]}
        for one in whole.passages[work]:
            if one.is_citable and one.id in published:
                page = known[f"c/{work}/{one.id}@1.0/index.html"]
                assert re.search(r"Unchanged (?:in its words )?since version", page), one.id


def test_no_record_of_the_five_works_quotes_them(root: Path) -> None:
    for path in [*(root / "edition/recensions").glob("*.txt"), *(root / "edition/passages").glob("*.txt")]:
        for line in path.read_text(encoding="utf-8").splitlines():
            for edit in [] if line.startswith("#") else line.split("\t")[3:]:
                reading = edit.partition(":")[2]
                assert len(reading) <= 24, (path.name, edit)
                assert len(reading.split()) <= 2, (path.name, edit)
