"""The day of an edition's version: each file that can bear a date bears it; without a day none speaks of one."""

from __future__ import annotations

import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from build_edition.downloads import epub, markdown, pdf, plain_text, tei
from build_edition.downloads.form import Form
from build_edition.downloads.imprint import of_work as facts_of
from build_edition.whole import Whole
from tests.conftest import skip_or_fail
from tests.downloads.rendered import render
from tests.downloads.taken import of_edition, of_work
from tests.edition_folder import EditionFolder
from tests.site_folder import prepared

DAY = "2031-03-09"
TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture
def dated(edition: EditionFolder) -> Whole:
    edition.change("edition/edition.yml", 'version: "0.1"', f'version: "0.1"\ndate: {DAY}')
    return prepared(edition.root)


@pytest.fixture
def undated(edition: EditionFolder) -> Whole:
    return prepared(edition.root)


def both(form: Form, whole: Whole, folder: Path) -> list[Path]:
    """The file of the one work, and that of the edition."""
    return [of_work(form, whole, whole.works[0], folder), of_edition(form, whole, folder)]


def told_by_pdf(path: Path) -> dict[str, str]:
    done = subprocess.run(["pdfinfo", "-isodates", str(path)], capture_output=True, text=True, check=True)
    return {name: value.strip() for name, _, value in (line.partition(":") for line in done.stdout.splitlines())}


def words_of_pdf(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def changed(path: Path) -> tuple[str, str]:
    """When an EPUB was last changed, and what its colophon says."""
    with zipfile.ZipFile(path) as archive:
        package = BeautifulSoup(archive.read("EPUB/package.opf"), "lxml-xml")
        colophon = BeautifulSoup(archive.read("EPUB/colophon.xhtml"), "lxml-xml")
    (said,) = package.select('meta[property="dcterms:modified"]')
    return said.get_text(), colophon.get_text()


def needs_typst() -> None:
    if find_spec("typst") is None:
        skip_or_fail("typst is not installed")


def test_a_pdf_bears_it(dated: Whole, tmp_path: Path) -> None:
    needs_typst()
    for path in both(pdf.FORMAT, dated, tmp_path):
        told = told_by_pdf(path)
        assert {told["CreationDate"], told["ModDate"]} == {f"{DAY}T00:00:00Z"}
        assert f"Date of the version: {DAY}" in words_of_pdf(path)


def test_a_pdf_without_it_bears_the_day_of_all_builds(undated: Whole, tmp_path: Path) -> None:
    needs_typst()
    for path in both(pdf.FORMAT, undated, tmp_path):
        assert told_by_pdf(path)["CreationDate"].startswith("1980-01-01")
        assert "Date of the version" not in words_of_pdf(path)


def test_an_epub_bears_it_whenever_it_is_built(
    dated: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [path.read_bytes() for path in both(epub.FORMAT, dated, tmp_path)]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    for path, data in zip(both(epub.FORMAT, dated, tmp_path), before, strict=True):
        modified, colophon = changed(path)
        assert modified == f"{DAY}T00:00:00Z"
        assert DAY in colophon
        assert path.read_bytes() == data


def test_an_epub_without_it_bears_the_day_of_all_builds(
    undated: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for path in both(epub.FORMAT, undated, tmp_path):
        modified, colophon = changed(path)
        assert modified == "1980-01-01T00:00:00Z"
        assert "Date of the version" not in colophon


def dates_in(path: Path) -> list[tuple[str, str]]:
    root = etree.parse(path)
    return [(one.get("when", ""), one.text or "") for one in root.iterfind(f".//{TEI}publicationStmt/{TEI}date")]


def test_tei_bears_it_in_every_header(dated: Whole, tmp_path: Path) -> None:
    one, everything = both(tei.FORMAT, dated, tmp_path)
    assert dates_in(one) == [(DAY, DAY)]
    assert dates_in(everything) == [(DAY, DAY)] * 2  # of the edition, and of the work in it


def test_tei_without_it_says_nothing(undated: Whole, tmp_path: Path) -> None:
    assert [dates_in(path) for path in both(tei.FORMAT, undated, tmp_path)] == [[], []]


def test_text_and_front_matter_tell_it(dated: Whole, tmp_path: Path) -> None:
    text = of_work(plain_text.FORMAT, dated, dated.works[0], tmp_path).read_text(encoding="utf-8")
    assert f"Version: 0.1\nVersion date: {DAY}\n" in text
    front = of_work(markdown.FORMAT, dated, dated.works[0], tmp_path).read_text(encoding="utf-8")
    assert render(front).facts["version_date"] == DAY


def test_without_it_there_is_no_such_fact(undated: Whole) -> None:
    assert "version_date" not in facts_of(undated, undated.works[0])
