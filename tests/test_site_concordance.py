"""The concordance in a built site: data for its pages, and links from the text."""

from __future__ import annotations

import json
from pathlib import Path

from tests.edition_folder import EditionFolder
from tests.site_folder import build


def test_a_site_holds_the_lines_of_every_entry(edition: EditionFolder, tmp_path: Path) -> None:
    edition.write("edition/glossary.yml", "- {id: lamp, headword: lamp, forms: [lamps], definition: It burns.}\n")
    built = build(edition.root, tmp_path / "site")
    folder = built.result.output / "data" / "concordance"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert [(entry["id"], entry["count"]) for entry in index["entries"]] == [("lamp", 1)]
    (line,) = json.loads((folder / "lamp.json").read_text(encoding="utf-8"))["lines"]
    page = built.pages["works/miller-1901/index.html"]
    passage = page.find(id=line["passage"])
    assert passage is not None
    assert f"{line['left']}{line['keyword']}" in " ".join(passage.get_text().split())


def test_a_site_without_entries_has_no_such_data(edition: EditionFolder, tmp_path: Path) -> None:
    built = build(edition.root, tmp_path / "site")
    assert not (built.result.output / "data" / "concordance").exists()
