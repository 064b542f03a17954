"""The data of the concordance: an index and a file for each entry."""

from __future__ import annotations

import json

from build_edition.edition.project import Project
from build_edition.whole import prepare_edition
from build_edition.writers.concordance import concordance_files
from tests.edition_folder import EditionFolder

TERMS = """- {id: miller, headword: miller, forms: [miller], definition: He grinds.}
- {id: lamp-tax, headword: lamp tax, forms: [lamp tax, Lamp Tax], definition: It fell on light.}
- {id: wick, headword: wick, forms: [wick], definition: It burns.}
"""


def test_every_entry_has_a_file_and_the_index_counts_them(edition: EditionFolder) -> None:
    edition.add_work("abbot-1902", order=2)
    edition.write("edition/glossary.yml", TERMS)
    project = Project.load(edition.root)
    files = {path: json.loads(text) for path, text in concordance_files(prepare_edition(project, project.works))}
    assert list(files) == [f"data/concordance/{name}.json" for name in ("index", "miller", "lamp-tax", "wick")]
    both = {"miller-1901": 1, "abbot-1902": 1}
    assert files["data/concordance/index.json"]["entries"] == [
        {"id": "miller", "kind": "term", "label": "miller", "count": 2, "works": both},
        {"id": "lamp-tax", "kind": "term", "label": "lamp tax", "count": 2, "works": both},
        {"id": "wick", "kind": "term", "label": "wick", "count": 0, "works": {}},
    ]
    miller = files["data/concordance/miller.json"]
    assert miller["count"] == len(miller["lines"]) == 2
    assert miller["lines"][0] == {
        "work": "miller-1901",
        "passage": "3",
        "left": "The ",
        "keyword": "miller",
        "right": " paid twice. He said he had two eyes.",
    }
    assert "heading" not in miller["lines"][0]


def test_an_edition_without_entries_has_no_files(edition: EditionFolder) -> None:
    project = Project.load(edition.root)
    assert list(concordance_files(prepare_edition(project, project.works))) == []
