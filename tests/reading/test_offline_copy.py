"""The copy of the site that is read from disk: every link leads to a file, and every page opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup

from build_edition.publish.offline.copy import write_zip
from tests.reading.from_disk import url
from tests.site_folder import BuiltSite

ADDRESSES = "a[href], area[href], link[href], script[src], img[src], form[action]"


def test_the_same_site_gives_the_same_bytes(tmp_path: Path, specimen_site: BuiltSite) -> None:
    for name in ("one", "two"):
        write_zip(specimen_site.result.output, tmp_path / name, "velm")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def leading_nowhere(copy: Path) -> list[tuple[str, str]]:
    dead = []
    for path in copy.rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for element in soup.select(ADDRESSES):
            given = str(element.get("href") or element.get("src") or element.get("action"))
            target = urlsplit(urljoin(path.as_uri(), given))
            if target.scheme == "file" and not Path(unquote(target.path)).is_file():
                dead.append((str(path.relative_to(copy)), given))
    return dead


def test_every_link_leads_to_a_file(disk_copy: Path) -> None:
    assert len(list(disk_copy.rglob("*.html"))) > 100
    assert leading_nowhere(disk_copy) == []


def test_every_page_of_the_site_is_there_with_all_its_words(disk_copy: Path, specimen_site: BuiltSite) -> None:
    for path, page in specimen_site.pages.items():
        if path == "404.html":
            continue
        copied = BeautifulSoup((disk_copy / path).read_text(encoding="utf-8"), "lxml")
        for element in copied.select("[data-copy]"):  # what it says of itself
            element.clear()
        assert copied.get_text().split() == page.get_text().split(), path


# The fallback is a font of the reader's machine, which need not have it.
BROKEN_FONTS = """document.fonts.ready.then((fonts) => [...fonts]
  .filter((one) => one.status === 'error').map((one) => one.family).filter((name) => !/Fallback/.test(name)))"""


def test_every_page_opens_without_a_complaint(disk: Any, disk_copy: Path) -> None:
    paths = [path for path in sorted(disk_copy.rglob("*.html")) if path.relative_to(disk_copy).parts[0] != "c"]
    assert len(paths) > 30
    for path in paths:
        disk.goto(path.as_uri())
        assert disk.evaluate(BROKEN_FONTS) == [], path
        if disk.locator(".ed-view-button").count():
            assert disk.locator(".ed-view-button").is_visible(), f"no script ran on {path}"


@pytest.mark.parametrize(
    ("given", "reached"),
    [
        ("c/level-water-1987/2.2/", "works/level-water-1987/2/#2.2"),
        ("c/level-water-1987/p/6/", "works/level-water-1987/1/#page-6"),
        ("c/level-water-1987/", "works/level-water-1987/"),
    ],
)
def test_a_permanent_address_leads_on(disk: Any, disk_copy: Path, given: str, reached: str) -> None:
    disk.goto(url(disk_copy, given))
    disk.wait_for_url(url(disk_copy, reached))
    disk.wait_for_selector(".ed-view-button:not([hidden])")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_a_version_has_its_type_and_colours(disk: Any, disk_copy: Path, scheme: str) -> None:
    path = next(path for path in sorted(disk_copy.glob("c/*/*@*/index.html")))
    disk.emulate_media(color_scheme=scheme)
    disk.goto(path.as_uri())
    assert disk.evaluate("document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[scheme]
    family = disk.evaluate(
        "document.fonts.ready.then(() => getComputedStyle(document.querySelector('main')).fontFamily)"
    )
    loaded = disk.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)")
    assert family.split(",")[0].strip('"') in {name.strip('"') for name in loaded}
    assert Axe().run(disk, options={"preload": False}).response["violations"] == []  # it would fetch the styles
