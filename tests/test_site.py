"""The site: every word of every text arrives, every link leads somewhere, every page says what it shows."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from build_edition import specimen
from build_edition.pipeline import EditionWork
from build_edition.publish.wording import rights_label
from tests.edition_folder import EditionFolder
from tests.shown import assert_same, plain, read_apart, words, words_of
from tests.site_folder import BuiltSite, build

SPECIMEN = specimen.ROOT
SITES = ("made", "specimen", "edition")


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A small invented edition, the specimen, and this edition where its sources are."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "made":
        made = EditionFolder(folder / "valley")
        for order, work_id in enumerate(("miller-1901", "miller-1902", "miller-1903"), 1):
            made.add_work(work_id, order=order)
        (made.root / "sources/miller-1903.txt").unlink()
        return build(made.root, folder / "site")
    found: BuiltSite = request.getfixturevalue("specimen_site" if request.param == "specimen" else "five")
    return found


def moved_notes(site: BuiltSite, item: EditionWork) -> list[str]:
    """The keys of the notes that stand in the lists at the ends of pages, in order."""
    return [
        li["id"]
        for page in site.texts(item)
        for li in page.select("section.endnotes li.note:not(.copy)")
        if not li.find_parent(class_="headnote")
    ]


def test_nothing_is_warned_of(site: BuiltSite) -> None:
    assert site.result.warnings == ()


def test_every_word_stands_in_order(site: BuiltSite) -> None:
    for item in site.works:
        if item.work is None or item.transcript is None:
            continue
        text, at_end = read_apart(item, moved_notes(site, item))
        pages = list(site.texts(item))
        ends = " ".join(
            words_of(end) for page in pages for end in page.select("section.endnotes:not(.headnote *)")
        )
        shown = " ".join(words_of(_without_end_notes(page)) for page in pages)
        assert_same(plain(shown), plain(words(text)), item.record.id)
        assert_same(plain(ends), plain(words(at_end)), f"{item.record.id}, notes at the end")


def _without_end_notes(page: object) -> str:
    sheet = re.sub(r'<section class="endnotes".*?</section>', "", str(page.select_one(".sheet")), flags=re.DOTALL)  # type: ignore[attr-defined]
    assert sheet
    return sheet


def test_no_mark_up_is_left_over(site: BuiltSite) -> None:
    signs = ("[@", "[^", "{:", "{#", "\\bibliography", "\\full_bibliography", "&#", "&amp;", "markdown=")
    for item in site.works:
        if item.transcript is None:
            continue
        shown = " ".join(page.select_one(".sheet").get_text() for page in site.texts(item))
        reading = item.transcript.reading.text
        assert {s: shown.count(s) for s in signs} == {s: reading.count(s) for s in signs}


def test_ids_are_unique_on_every_page(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        counted = Counter(element["id"] for element in page.find_all(id=True))
        assert [name for name, count in counted.items() if count > 1] == [], path


def test_every_link_leads_somewhere(site: BuiltSite) -> None:
    ids = {path: {element["id"] for element in page.find_all(id=True)} for path, page in site.pages.items()}
    broken = []
    for path, page in site.pages.items():
        for link in page.select("a[href]"):
            if path == "404.html" or link["href"].startswith("javascript:"):
                continue
            target = urlsplit(urljoin(f"http://site/{path}", link["href"]))
            if target.netloc != "site":
                continue
            file = unquote(target.path).lstrip("/")
            file = f"{file}index.html" if not file or file.endswith("/") else file
            anchor = unquote(target.fragment)
            if file not in ids:
                if not (site.result.output / file).is_file():
                    broken.append((path, link["href"]))
            elif anchor and not anchor.startswith(("__", ":~:")) and anchor not in ids[file]:
                broken.append((path, link["href"]))
    assert broken == []


def test_every_page_of_a_work_says_what_it_shows(site: BuiltSite) -> None:
    for item in site.works:
        folder = f"works/{item.record.id}/"
        pages = [page for path, page in site.pages.items() if path.startswith(folder)]
        assert pages
        for page in pages:
            said = " ".join(page.select_one(".sheet").get_text().split())
            entry = item.entry
            for fact in (entry.title, *entry.authors, entry.date_text, item.record.source.origin):
                assert " ".join(fact.split()) in said
            assert rights_label(item.record.rights) in said
            assert site.project.edition.title in said


def test_calls_and_notes_lead_to_each_other(site: BuiltSite) -> None:
    for page in site.pages.values():
        for call in page.select("a[role=doc-noteref]"):
            note = page.find(id=call["href"][1:])
            assert note is not None
            back = note.select_one("a[role=doc-backlink]")
            assert back is not None
            assert page.find(id=back["href"][1:])["role"] == "doc-noteref"


def test_previous_and_next_run_through_all_texts(site: BuiltSite) -> None:
    seen, path = [], "works/index.html"
    while path not in seen:
        seen.append(path)
        following = site.pages[path].select_one("a.md-footer__link--next")
        if following is None:
            break
        path = urlsplit(urljoin(f"http://site/{path}", following["href"])).path.lstrip("/") + "index.html"
    made = {p for p in site.pages if p.startswith("works/")}
    assert made <= set(seen)


def test_a_work_without_its_source_says_how_to_supply_it(site: BuiltSite) -> None:
    absent = [item for item in site.works if item.status == "missing"]
    if site.project.edition.title.startswith("Papers"):
        assert [item.record.id for item in absent] == ["miller-1903"]
    for item in absent:
        said = site.pages[f"works/{item.record.id}/index.html"].get_text()
        assert item.record.source.sha256 in said
        assert item.record.supply in " ".join(said.split())


def test_another_source_is_shown_under_a_banner(tmp_path: Path) -> None:
    from build_edition.edition.project import Project
    from build_edition.publish.cite.citations import Citations
    from build_edition.publish.compose import compose
    from build_edition.whole import prepare_edition

    made = EditionFolder(tmp_path / "valley")
    made.add_work("miller-1901")
    made.write("sources/miller-1901.txt", "Another text.\n")
    project = Project.load(made.root)
    pages = compose(prepare_edition(project, project.works, allow_other=True), Citations({})).built
    assert "Another source" in pages[1].markdown
    assert "Another text" in pages[1].markdown


def test_pages_that_are_no_longer_made_are_gone(tmp_path: Path) -> None:
    made = EditionFolder(tmp_path / "valley")
    made.add_work("miller-1901")
    made.add_work("miller-1902", order=2)
    build(made.root, tmp_path / "site")
    assert (made.root / "build/docs/works/miller-1902/index.md").is_file()
    (made.root / "edition/works/miller-1902.yml").unlink()
    build(made.root, tmp_path / "site")
    assert not (made.root / "build/docs/works/miller-1902").exists()
    assert not (tmp_path / "site/works/miller-1902").exists()
    assert [path.name for path in (made.root / "build").iterdir() if path.name.startswith(".")] == []
