"""Links to passages in what editors write: resolved on the page; a dead one is told with its file and line."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from build_edition.publish.site import build_site
from build_edition.whole import prepare_edition
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, build

PAGE = """# Ways in

See [the miller](passage:miller-1901/3), and
[the whole](passage:miller-1901).

`[code](passage:miller-1901/99)` <!-- [hidden](passage:miller-1901/98) -->

```
[fenced](passage:miller-1901/97)
```
"""


@pytest.fixture
def docs(edition: EditionFolder) -> EditionFolder:
    (edition.root / "docs/more").mkdir()
    (edition.root / "edition/headnotes").mkdir()
    return edition


def links(site: BuiltSite, path: str) -> dict[str, str]:
    """The links of a page by their words, as addresses from the root."""
    found = site.pages[path].select(".sheet a[href]")
    return {a.get_text(): urljoin(f"/{path}", a["href"]) for a in found}


@pytest.mark.parametrize("name", ["ways", "more/ways"])
def test_a_link_leads_to_its_passage_from_any_folder(docs: EditionFolder, tmp_path: Path, name: str) -> None:
    docs.write(f"docs/{name}.md", PAGE)
    site = build(docs.root, tmp_path / "site")
    assert [w for w in site.result.warnings if "passage" in w] == []
    found = links(site, f"{name}/index.html")
    assert found["the miller"] == "/works/miller-1901/#3"
    assert found["the whole"] == "/works/miller-1901/"
    assert site.pages["works/miller-1901/index.html"].find(id="3")


def test_in_code_and_comments_nothing_is_a_link(docs: EditionFolder, tmp_path: Path) -> None:
    docs.write("docs/ways.md", PAGE)
    page = build(docs.root, tmp_path / "site").pages["ways/index.html"]
    assert [code.get_text().strip() for code in page.select("code")] == [
        "[code](passage:miller-1901/99)",
        "[fenced](passage:miller-1901/97)",
    ]


def test_a_dead_link_is_a_warning_with_file_and_line(docs: EditionFolder, tmp_path: Path) -> None:
    docs.write("docs/more/ways.md", "# Ways\n\nFirst.\n\nSee [none](passage:miller-1901/77).\n")
    docs.write("edition/headnotes/miller-1901.md", "One.\n[Two](passage:nobody-1900/1).\n")
    site = build(docs.root, tmp_path / "site")
    dead = [warning for warning in site.result.warnings if "links to the passage" in warning]
    assert dead == [
        "edition/headnotes/miller-1901.md, line 2: links to the passage nobody-1900/1, and there is none",
        "docs/more/ways.md, line 5: links to the passage miller-1901/77, and there is none",
    ]
    assert "See none." in site.pages["more/ways/index.html"].get_text()


def test_a_strict_build_fails_by_a_dead_link(docs: EditionFolder, tmp_path: Path) -> None:
    docs.write("docs/index.md", "# Ways\n\nSee [none](passage:miller-1901/77).\n")
    site = build(docs.root, tmp_path / "first")
    whole = prepare_edition(site.project, site.project.works)
    strict = build_site(whole, tmp_path / "strict", strict=True)
    assert [w for w in strict.warnings if "docs/index.md, line 3" in w]
    assert not (tmp_path / "strict").exists()


def test_a_link_to_a_work_that_is_not_here_leads_to_its_record(docs: EditionFolder, tmp_path: Path) -> None:
    docs.add_work("abbot-1902", order=2)
    (docs.root / "sources/abbot-1902.txt").unlink()
    docs.write("docs/index.md", "# Ways\n\n[There](passage:abbot-1902/4).\n")
    site = build(docs.root, tmp_path / "site")
    assert site.result.warnings == ()
    assert links(site, "index.html")["There"] == "/works/abbot-1902/"


def test_the_pages_of_the_specimen_link_to_passages_that_exist(specimen_site: BuiltSite) -> None:
    assert specimen_site.result.warnings == ()
    found = links(specimen_site, "reading/index.html")
    for words, target in {
        "a pole": ("works/under-the-line-1989/index.html", "2"),
        "Pennifold's introduction": ("works/level-water-1987/introduction/index.html", "introduction.1"),
    }.items():
        path, anchor = target
        assert found[words.replace("'", "’")] == f"/{path.removesuffix('index.html')}#{anchor}"
        assert specimen_site.pages[path].find(id=anchor)
