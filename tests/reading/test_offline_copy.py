"""The copy of the site that is read from disk: every link leads to a file, and every script runs."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from build_edition.publish.offline.copy import write_zip
from tests.site_folder import BuiltSite


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, specimen_site: BuiltSite) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    write_zip(specimen_site.result.output, folder / "copy.zip", "velm")
    with zipfile.ZipFile(folder / "copy.zip") as archive:
        archive.extractall(folder)
    return folder / "velm"


def test_the_same_site_gives_the_same_bytes(tmp_path: Path, specimen_site: BuiltSite) -> None:
    for name in ("one", "two"):
        write_zip(specimen_site.result.output, tmp_path / name, "velm")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_every_link_leads_to_a_file(copy: Path) -> None:
    dead = []
    pages = list(copy.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for element in soup.select("a[href], link[href], script[src], img[src], form[action]"):
            given = element.get("href") or element.get("src") or element.get("action")
            target = urlsplit(urljoin(path.as_uri(), given))
            if target.scheme == "file" and not Path(unquote(target.path)).is_file():
                dead.append((str(path.relative_to(copy)), given))
    assert dead == []


def test_every_page_opens_without_a_complaint(chromium: Any, copy: Path) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on(
        "request", lambda asked: None if asked.url.startswith(("file:", "data:")) else complaints.append(asked.url)
    )
    for path in sorted(copy.rglob("*.html")):
        if path.relative_to(copy).parts[0] == "c":
            continue
        page.goto(path.as_uri())
        page.wait_for_load_state("networkidle")
    context.close()
    assert complaints == []
