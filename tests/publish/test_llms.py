"""What a site tells programs: `llms.txt` by its form, and a sitemap of pages alone."""

from __future__ import annotations

import re
from pathlib import Path

from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, build


def links(text: str) -> list[str]:
    return re.findall(r"^- \[[^\]]+\]\(([^)]+)\): ", text, re.MULTILINE)


def test_it_has_the_form_and_every_link_is_there(specimen_site: BuiltSite) -> None:
    root, edition = specimen_site.result.output, specimen_site.project.edition
    text = (root / "llms.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line]
    assert lines[0] == f"# {edition.title}"
    assert lines[1].startswith("> ")
    assert re.findall(r"^## (.*)", text, re.MULTILINE) == ["Works", "Data", "Optional"]
    assert edition.address
    for link in links(text):
        path = root / link.removeprefix(edition.address)
        assert (path / "index.html" if path.is_dir() else path).is_file(), link
    for item in specimen_site.works:
        assert item.entry.title in text
        assert item.record.rights.uri in text
    assert {"data/corpus.jsonl", "dts/index.json"} <= {link.removeprefix(edition.address) for link in links(text)}


def test_it_names_no_data_that_is_not_there(edition: EditionFolder, tmp_path: Path) -> None:
    root = build(edition.root, tmp_path / "site").result.output
    text = (root / "llms.txt").read_text(encoding="utf-8")
    assert "glossary.json" not in text
    assert "data/corpus.jsonl" in text
    for link in links(text):
        path = root / link
        assert (path / "index.html" if path.is_dir() else path).is_file(), link


def test_the_sitemap_lists_pages_and_no_data(specimen_site: BuiltSite) -> None:
    root, address = specimen_site.result.output, specimen_site.project.edition.address
    text = (root / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall(r"<loc>([^<]+)</loc>", text)
    assert address
    paths = [one.removeprefix(address) for one in found]
    assert len(paths) == len(set(paths)) > 20
    assert all((root / path / "index.html").is_file() for path in paths)
    assert not [path for path in paths if path.split("/")[0] in {"c", "data", "dts", "pagefind"}]
    texts = [path for path in paths if path.startswith("works/")]
    assert len(texts) > 10
