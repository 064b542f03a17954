"""What `check` says of the histories of proofreading, with the source and without it."""

from __future__ import annotations

from build_edition.checks import check_project, check_work
from build_edition.checks.finding import Finding
from build_edition.edition.project import Project
from build_edition.proofreading.units import Unit
from tests.command_line import run
from tests.edition_folder import EditionFolder
from tests.proofreading.conftest import STATUS, WORK, parts_of


def findings(folder: EditionFolder) -> list[Finding]:
    project = Project.load(folder.root)
    checks = [check_work(project, record) for record in project.works]
    return [one for one in check_project(project, checks) if one.code.startswith("status")]


def record(unit: str, state: str, by: str, on: str, text: str = "") -> str:
    digest = f", text: '{text}'" if text else ""
    return f"- {{{unit}, state: {state}, by: {by}, on: {on}{digest}}}\n"


def test_a_good_history_has_no_findings(bell: EditionFolder) -> None:
    text = parts_of(bell).digest(Unit("page", "8"))
    history = record("page: '8'", "proofread", "Ann", "2026-03-02", text)
    bell.write(STATUS, history + record("page: '8'", "validated", "Ben", "2026-03-03", text))
    assert findings(bell) == []
    (bell.root / f"sources/{WORK}.txt").unlink()
    assert findings(bell) == []


def test_faults_are_told_by_their_record(bell: EditionFolder) -> None:
    text = parts_of(bell).digest(Unit("page", "8"))
    history = record("page: '8'", "proofread", "Ann", "2026-03-02", text)
    history += record("page: '8'", "validated", "Ann", "2026-03-03", text)
    history += record("page: '88'", "problematic", "Ben", "2026-03-04")
    history += record("page: '9'", "problematic", "Ben", "2026-03-01")
    bell.write(STATUS, history)
    found = [(one.code, one.severity, one.place) for one in findings(bell)]
    assert found == [
        ("status-same-person", "error", f"{STATUS}, record 2"),
        ("status-unit", "error", f"{STATUS}, record 3"),
        ("status-order", "error", f"{STATUS}, record 4"),
    ]
    (bell.root / f"sources/{WORK}.txt").unlink()
    assert [one.code for one in findings(bell)] == ["status-same-person", "status-order"]
    assert run("check")[0] == 1


def test_text_that_has_changed_falls_back_with_a_warning(bell: EditionFolder) -> None:
    text = parts_of(bell).digest(Unit("page", "7"))
    history = record("page: '7'", "proofread", "Ann", "2026-03-02", text)
    bell.write(STATUS, history + record("page: '7'", "validated", "Ben", "2026-03-03", text))
    emendations = f"edition/emendations/{WORK}.yml"
    bell.write(emendations, "- {line: 3, read: fel, as: fell, cause: character, by: Ann}\n")
    (finding,) = findings(bell)
    assert (finding.code, finding.severity, finding.place) == ("status-fallen", "warning", f"{STATUS}, record 2")
    assert finding.what.endswith("and has changed since: it counts as proofread")
    assert "status set bell-1902 p.7 validated" in finding.remedy
    assert run("check")[0] == 0
    assert run("status", "set", WORK, "p.7", "validated", "--by", "Cleo")[0] == 0
    assert findings(bell) == []


def test_a_record_that_lacks_its_digest_is_told(bell: EditionFolder) -> None:
    bell.write(STATUS, record("page: '7'", "proofread", "Ann", "2026-03-02"))
    code, out, _ = run("check")
    assert code == 1
    assert f"error [record] {STATUS}, line 1" in out
    assert "build-edition status set" in out


def test_a_history_of_no_work_is_told(bell: EditionFolder) -> None:
    bell.write("edition/status/bel-1902.yml", record("page: '7'", "problematic", "Ann", "2026-03-02"))
    assert "Did you mean bell-1902.yml?" in run("check")[1]
