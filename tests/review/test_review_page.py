"""The queue as a page: on this machine only, and never in a site that is published."""

import shutil
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

import build_edition.publish
from build_edition.commands.build import Options, _Finishing
from build_edition.commands.reviewing.page import ReviewBeside, write_review
from build_edition.edition.project import Project
from build_edition.errors import USAGE
from build_edition.pipeline import prepare
from build_edition.publish.engine.serve import serving
from build_edition.publish.engine.stylesheet import stylesheet
from tests.command_line import run
from tests.edition_folder import EditionFolder
from tests.review.desks import ASKED, BY, TODAY, WORK


@pytest.fixture
def valley(tmp_path):
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, ASKED)
    return folder


def written(root, folder):
    project = Project.load(root)
    write_review(project, [prepare(project, record) for record in project.works], folder)
    return BeautifulSoup((folder / "review/index.html").read_text(encoding="utf-8"), "lxml")


def test_the_page_has_every_item_with_its_lines_candidates_evidence_and_passage(valley, tmp_path):
    page = written(valley.root, tmp_path / "site")
    items = page.select("ol.ed-review > li")
    assert [one["id"].partition("-lost")[0].rpartition("-")[2] for one in items] != []
    assert [one["data-kind"] for one in items] == ["suspect", "suspect", "odd-word"]
    first = items[0]
    assert first["id"] == "miller-1901:9.8-lost-character"
    assert first.mark.get_text() == "\ufffd"
    assert "almost certainly wrong" in first.h2.get_text()
    assert [one.get_text() for one in first.select("dd b")][:2] == ["½", "⅓"]
    assert first.select_one("a")["href"] == "../c/miller-1901/4/index.html"
    assert "harbour" in items[1].get_text()
    assert page.select_one('meta[name="robots"]')["content"] == "noindex, nofollow"


def test_the_page_needs_no_other_host_and_runs_no_code_of_its_own(valley, tmp_path):
    page = written(valley.root, tmp_path / "site")
    policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')["content"]
    assert "default-src 'none'" in policy
    assert not [one for one in page.select("script") if not one.get("src")]
    for name in ("review.js", "review.css"):
        assert (tmp_path / "site/review" / name).is_file()


def test_what_a_source_says_is_text_and_no_mark_up(tmp_path):
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, ASKED + "\nThe <script>alert(1)</script> lampwrightery \ufffd of the mill.\n")
    page = written(folder.root, tmp_path / "site")
    assert "alert(1)" in page.get_text()
    assert not [one for one in page.select("script") if "alert" in one.get_text()]


def test_a_site_that_is_published_has_no_such_page(specimen_site):
    assert not (specimen_site.result.output / "review").exists()
    texts = [
        path for path in specimen_site.result.output.rglob("*.html") if "ed-review" in path.read_text("utf-8")
    ]
    assert texts == []


@pytest.mark.parametrize("wanted", [True, False])
def test_only_a_build_that_is_told_to_puts_the_page_into_the_site(valley, tmp_path, wanted):
    from build_edition.commands.build import _Stages
    from build_edition.downloads.shelf import Shelf
    from tests.site_folder import prepared

    whole, site = prepared(valley.root), tmp_path / "site"
    site.mkdir()
    _Finishing(Shelf.of(whole.project, None), Options(review=wanted), _Stages(), whole)(site)
    assert (site / "review/index.html").is_file() == wanted


def test_what_is_taken_away_never_has_the_page(valley, monkeypatch):
    monkeypatch.chdir(valley.root)
    code, _, told = run("build", "--review", "--downloads")
    assert (code, "does not go with --review" in told) == (USAGE, True)


def test_the_page_is_served_beside_a_site_and_made_anew_when_the_edition_changes(valley, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>The site.</p>", encoding="utf-8")
    with serving(site, ReviewBeside(valley.root).handler()) as address:
        assert "The site." in _fetched(f"{address}/")
        before = _fetched(f"{address}/review/")
        assert "miller-1901:6.52-odd-word" in before
        assert "filterForm" in _fetched(f"{address}/review/review.js")
        (valley.root / "edition/review").mkdir()
        valley.write(
            f"edition/review/{WORK}.yml",
            f'- line: 6\n  read: "lampwrightery"\n  kind: odd-word\n  by: "{BY}"\n  on: {TODAY}\n',
        )
        assert "miller-1901:6.52-odd-word" not in _fetched(f"{address}/review/")
        valley.write(f"edition/review/{WORK}.yml", "- line: 0\n")
        with pytest.raises(urllib.error.HTTPError) as refused:
            _fetched(f"{address}/review/")
        assert refused.value.code == 500
    assert [path.name for path in site.iterdir()] == ["index.html"]


def _fetched(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read().decode("utf-8")


def test_serve_shows_the_page_beside_the_site_of_the_edition_only(valley, tmp_path):
    from build_edition.commands.serve import _handler
    from build_edition.publish.engine.serve import Quiet

    assert _handler(valley.root, None, False) is not Quiet
    assert _handler(valley.root, valley.root / "site", False) is not Quiet
    assert _handler(valley.root, tmp_path / "another", False) is Quiet
    assert _handler(tmp_path, None, False) is Quiet


def test_the_queue_is_filtered_by_kind_and_words_in_a_browser(valley, tmp_path, chromium):
    site = tmp_path / "site"
    shutil.copytree(Path(build_edition.publish.__file__).parent / "theme/js", site / "js")
    path, style = stylesheet()
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(style, encoding="utf-8")
    written(valley.root, site)
    with serving(site) as address:
        page = chromium.new_page()
        told = []
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(f"{address}/review/")
        page.wait_for_selector("form.ed-filters")
        page.check('input[name="kind"][value="odd-word"]')
        expect(page.locator("ol.ed-review > li:not([hidden])")).to_have_count(1)
        page.uncheck('input[name="kind"][value="odd-word"]')
        page.fill('input[name="words"]', "harbour")
        expect(page.locator("ol.ed-review > li:not([hidden])")).to_have_count(1)
        assert page.inner_text(".ed-filter-status") == "1 of 3 items"
        page.close()
    assert told == []
