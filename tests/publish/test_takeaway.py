"""What a site offers to take away: the page of downloads, lines on the pages of works, the zip of the site."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from build_edition.checks.site_links import broken_links
from build_edition.publish.pages.takeaway import TakeAway, hosted_at, offline_row, size_words, with_zip
from tests.command_line import run
from tests.downloads.conftest import slips
from tests.edition_folder import EditionFolder

__all__ = ["slips"]
pytestmark = pytest.mark.usefixtures("slips")
NAME = "papers-from-the-valley-0.1"
ZIP = f"{NAME}-offline.zip"
ADDRESS = "https://valley.example/papers"
SITE = Path("site")


@pytest.fixture
def two(inside: EditionFolder, monkeypatch: pytest.MonkeyPatch) -> EditionFolder:
    """The small edition with a second work, whose slips are offered on the pages of works."""
    monkeypatch.setattr("build_edition.publish.pages.takeaway.BOOKS", ("slip",))
    inside.add_work("abbot-1902", order=2)
    inside.write("docs/index.md", "# Papers\n\n<!-- part: downloads -->\n")
    return inside


@pytest.fixture
def offering(two: EditionFolder) -> EditionFolder:
    """The same, built with all that can be taken away."""
    code, _, err = run("build", "--strict", "--downloads")
    assert (code, err) == (0, "")
    return two


def page(path: str, site: Path = SITE) -> BeautifulSoup:
    return BeautifulSoup((site / path).read_text(encoding="utf-8"), "lxml")


@pytest.fixture
def copied(offering: EditionFolder, tmp_path: Path) -> Path:
    """The copy for a disk, unpacked."""
    with zipfile.ZipFile(f"build/downloads/{ZIP}") as archive:
        archive.extractall(tmp_path / "disk")
    return tmp_path / "disk" / ZIP.removesuffix(".zip")


def told(site: Path = SITE) -> Iterator[tuple[str, str]]:
    """Names and hashes as the page tells them."""
    for row in page("downloads/index.html", site).select("details.hash li"):
        yield row.span.get_text(), row.code.get_text()


def test_all_that_was_made_stands_on_the_site_as_the_page_tells_it(offering: EditionFolder) -> None:
    names = {f"{NAME}.slip", "miller-1901.slip", "abbot-1902.slip", f"{NAME}.crate.gz"}
    hashes = dict(told())
    assert set(hashes) == names
    downloads = page("downloads/index.html")
    links = {link["href"]: link for link in downloads.select("table.ed-taken td a")}
    assert set(links) == names
    for name, told_hash in hashes.items():
        data = (SITE / "downloads" / name).read_bytes()
        assert sha256(data).hexdigest() == told_hash
        assert links[name].parent.select_one(".size").get_text() == size_words(len(data))
        assert data == Path("build/downloads", name).read_bytes()
    assert list(broken_links(SITE)) == []


def test_the_list_of_hashes_is_what_sha256sum_reads(offering: EditionFolder) -> None:
    lines = (SITE / "downloads/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 5
    for line in lines:
        found, _, name = line.partition("  ")
        assert sha256((SITE / "downloads" / name).read_bytes()).hexdigest() == found
    assert [line.partition("  ")[2] for line in lines][-1] == ZIP
    assert "SHA256SUMS" in {link["href"] for link in page("downloads/index.html").select("#check ~ p a")}


def test_works_are_rows_with_a_link_to_each_file(offering: EditionFolder) -> None:
    whole, works = page("downloads/index.html").select("table.ed-taken")
    assert [row.th.get_text() for row in works.select("tbody tr")] == ["The Lamp Tax", "The Lamp Tax"]
    assert [head.get_text() for head in works.select("thead th")] == ["Work", "SLIP"]
    assert [head.get_text() for head in whole.select("thead th")] == ["Work", "SLIP", "CRATE"]
    assert works.select_one("td a")["aria-label"] == "SLIP, The Lamp Tax"


def test_each_format_says_what_it_holds_with_its_example(offering: EditionFolder) -> None:
    downloads = page("downloads/index.html")
    assert downloads.select_one("h3#slip").find_next("p").get_text() == "A slip of each work & its title."
    assert downloads.select_one("h3#slip").find_next("code").get_text().strip() == "cat work.slip"


def test_the_page_tells_of_the_very_zip_of_the_site(offering: EditionFolder) -> None:
    data = (SITE / "downloads" / ZIP).read_bytes()
    row = page("downloads/index.html").select_one("p.ed-offline")
    assert row.a["href"] == ZIP
    assert not row.has_attr("hidden")
    assert row.code.get_text() == sha256(data).hexdigest()
    assert size_words(len(data)) in row.get_text()


def test_the_copy_says_what_it_is_and_leaves_the_files_where_they_are(copied: Path) -> None:
    assert [path.name for path in (copied / "downloads").iterdir()] == ["index.html"]
    downloads = page("downloads/index.html", copied)
    assert downloads.select_one("p.ed-offline").get_text() == "The site for reading offline: this is it."
    assert "with the edition that this copy was made from" in downloads.select_one("p.in-copy").get_text()
    assert not downloads.select("p[hidden]")
    assert not [link for link in downloads.select("table.ed-taken td a") if link.has_attr("href")]
    assert dict(told(copied)) == dict(told())


def test_where_the_address_is_known_the_copy_leads_there(two: EditionFolder, tmp_path: Path) -> None:
    assert run("build", "--downloads", "--address", ADDRESS)[0] == 0
    with zipfile.ZipFile(f"build/downloads/{ZIP}") as archive:
        archive.extractall(tmp_path / "disk")
    copied = tmp_path / "disk" / ZIP.removesuffix(".zip")
    downloads = page("downloads/index.html", copied)
    assert downloads.select_one("table.ed-taken td a")["href"] == f"{ADDRESS}/downloads/{NAME}.slip"
    assert ADDRESS in downloads.select_one("p.in-copy").get_text()
    line = page("works/miller-1901/index.html", copied).select_one(".ed-take")
    assert line.a["href"] == f"{ADDRESS}/downloads/miller-1901.slip"
    assert (
        page("works/miller-1901/index.html").select_one(".ed-take").a["href"] == "../../downloads/miller-1901.slip"
    )


def test_the_page_of_a_work_offers_its_own_files(offering: EditionFolder) -> None:
    line = page("works/miller-1901/index.html").select_one(".belongs .ed-take")
    assert line.get_text().replace("\N{NO-BREAK SPACE}", " ") == "Take away: SLIP · other forms"
    assert [link["href"] for link in line.select("a")] == ["../../downloads/miller-1901.slip", "../../downloads/"]


def test_the_start_page_lists_the_files_of_the_whole_first(offering: EditionFolder) -> None:
    links = page("index.html").select("ul.ed-files a")
    assert [link["href"] for link in links[:2]] == [f"downloads/{NAME}.slip", f"downloads/{NAME}.crate.gz"]
    assert len(links) > 4


def test_twice_gives_the_same_site_and_the_same_zip(offering: EditionFolder) -> None:
    before = {path: path.read_bytes() for path in SITE.rglob("*") if path.is_file()}
    assert run("build", "--strict", "--downloads")[0] == 0
    assert {path: path.read_bytes() for path in SITE.rglob("*") if path.is_file()} == before
    assert "as before" in run("export", "offline")[1]


def test_a_plain_build_takes_what_is_fresh_and_says_what_is_not(offering: EditionFolder) -> None:
    before = (SITE / "downloads/index.html").read_bytes()
    code, out, _ = run("build")
    assert code == 0
    assert "Not offered" not in out
    assert (SITE / "downloads/index.html").read_bytes() == before
    Path("build/downloads/miller-1901.slip").write_text("scribble", encoding="utf-8")
    _, out, _ = run("build")
    assert "Not offered, for they are not as they would be made now: miller-1901.slip, " + ZIP in out
    assert "build-edition build --downloads" in out
    assert set(dict(told())) == {f"{NAME}.slip", "abbot-1902.slip", f"{NAME}.crate.gz"}
    assert not (SITE / "downloads" / ZIP).exists()
    assert page("downloads/index.html").select_one("p.ed-offline").get_text() == ""
    offering.change("bib/edition.bib", "The Valley", "The Hill")
    _, out, _ = run("build")
    assert " and 2 more." in out
    assert dict(told()) == {}
    assert list(broken_links(SITE)) == []


def test_without_any_the_site_offers_its_data_alone(two: EditionFolder) -> None:
    code, out, err = run("build", "--strict")
    assert (code, err) == (0, "")
    assert "Not offered" not in out
    downloads = page("downloads/index.html")
    assert not downloads.select("table.ed-taken")
    assert downloads.select(".ed-downloads > div")
    assert [path.name for path in (SITE / "downloads").iterdir()] == ["index.html"]
    assert not page("works/miller-1901/index.html").select(".ed-take")


def test_a_site_of_some_works_offers_theirs_and_none_of_the_whole(offering: EditionFolder) -> None:
    run("build", "--works", "abbot-1902", "--output", "public")
    public = Path("public")
    assert set(dict(told(public))) == {"abbot-1902.slip"}
    assert not (public / "downloads" / ZIP).exists()


def test_what_could_not_be_made_is_a_warning(two: EditionFolder) -> None:
    two.add_work("torn-1903", order=3)
    code, _, err = run("build", "--downloads")
    assert code == 0
    assert "warning: torn-1903.slip was not made: torn-1903: the slip tore" in err
    assert "torn-1903.slip" not in dict(told())
    assert run("build", "--downloads", "--strict")[0] == 1


@pytest.mark.parametrize("option", [["--works", "abbot-1902"], ["--allow-other-source"]])
def test_downloads_are_of_all_texts_and_no_others(two: EditionFolder, option: list[str]) -> None:
    code, _, err = run("build", "--downloads", *option)
    assert code == 2
    assert f"--downloads does not go with {option[0]}" in err
    assert not SITE.exists()


def test_where_there_is_no_source_the_specimen_has_its_own(
    two: EditionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = EditionFolder(two.root.parent / "specimen")
    other.add_work("wick-1900")
    monkeypatch.setattr("build_edition.specimen.ROOT", other.root)
    for path in (two.root / "sources").iterdir():
        path.unlink()
    assert run("build", "--strict", "--downloads")[0] == 0
    assert not (SITE / "downloads" / ZIP).exists()
    assert (SITE / "specimen/downloads/wick-1900.slip").is_file()
    assert (SITE / "specimen/downloads" / ZIP).is_file()


def test_the_zip_is_filled_in_at_its_place_alone() -> None:
    around = f"<p>a</p>{offline_row()}<p>b</p>"
    once = with_zip(around, "x.zip", "T", "H", 2_000_000, "0f")
    assert once.startswith("<p>a</p><p class=")
    assert once.endswith("</p><p>b</p>")
    assert "2.0 MB" in once
    assert with_zip(once, "x.zip", "T", "H", 2_000_000, "0f") == once
    assert hosted_at("https://a.example/", "b") == hosted_at("https://a.example", "b") == "https://a.example/b"
    assert TakeAway().line("x", "works/x/") == ""
