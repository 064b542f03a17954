"""What `check` says of the editors' records: where they go against rules, and what they have put right."""

from pathlib import Path

import pytest

from build_edition.checks import Finding, check_work
from build_edition.checks.finding import CODES
from build_edition.edition.project import Project
from tests.edition_folder import EditionFolder


@pytest.fixture
def edition(tmp_path: Path) -> EditionFolder:
    folder = EditionFolder(tmp_path)
    folder.add_work("miller-1901")
    return folder


def findings(edition: EditionFolder, place: int, *codes: str) -> list[Finding]:
    """The findings of these codes about a work."""
    assert set(codes) <= set(CODES)
    project = Project.load(edition.root)
    return [found for found in check_work(project, project.works[place]).findings if found.code in codes]


def test_an_emendation_against_a_rule_is_told(edition: EditionFolder) -> None:
    edition.write(
        "edition/emendations/miller-1901.yml",
        '- {line: 3, read: "poor,\\nwho", as: "poor-who", cause: punctuation, by: me}\n',
    )
    (finding,) = findings(edition, 0, "emendation-over-rule", "emendation")
    assert finding.severity == "note"
    assert finding.place == "edition/emendations/miller-1901.yml, record 1 (source line 3)"
    assert finding.what == "the rule “line-join” reads '\\n' as ' ', the record reads 'poor-who'"


def test_a_call_that_an_editor_placed_is_not_lost(edition: EditionFolder) -> None:
    text = "The Tax\n\nOne paid.1 Two paid.2 Three paid. All slept.4\n\nNotes\n\n1. A.\n2. B.\n3. C.\n4. D.\n"
    edition.add_work("weir-1902", text, order=2)
    (lost,) = findings(edition, 1, "call-lost")
    assert lost.what == "note 3 is called nowhere in the text"
    path = edition.root / "edition/works/weir-1902.yml"
    placed = 'structure:\n- {call: "3", line: 3, after: Three paid., by: me}\n'
    path.write_text(path.read_text(encoding="utf-8") + placed, encoding="utf-8")
    assert findings(edition, 1, "call-lost", "emendation") == []
