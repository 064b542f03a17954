"""What a record may yet hold, the signs of Markdown and HTML, is shown on pages as it is, and does nothing."""

from __future__ import annotations

from pathlib import Path

from tests.edition_folder import EditionFolder
from tests.site_folder import build

HOSTILE = "[x](javascript:alert(1)) ![y](https://evil.example/a.png) {: onclick=alert(1) } &lt;b&gt; `k` **b**"


def test_marks_of_markdown_in_a_record_do_nothing_on_any_page(edition: EditionFolder, tmp_path: Path) -> None:
    said = f'as: "fell {HOSTILE}", by: "A {HOSTILE}", note: "So {HOSTILE}"'
    record = f"- {{line: 3, read: fel, cause: character, {said}}}\n"
    edition.write("edition/emendations/miller-1901.yml", record)
    site = build(edition.root, tmp_path / "site")
    shown = 0
    for name, page in {**site.pages, **site.permanent}.items():
        for element in page.find_all(True):
            has = {**element.attrs, "class": "", "title": "", "aria-label": ""}
            assert not any(key.startswith("on") for key in has), (name, element)
            for key in ("href", "src", "action", "formaction"):
                assert "javascript:" not in str(has.get(key, "")), (name, element)
                assert "evil.example" not in str(has.get(key, "")), (name, element)
        shown += "(javascript:alert(1))" in page.get_text()
        assert not [found for found in page.find_all(["strong", "code"]) if found.get_text() in ("b", "k")], name
    assert shown >= 3  # the text, the apparatus, and the permanent page have the words themselves
