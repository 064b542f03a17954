"""A change of a rule is told with its whole effect, by the code of each side."""

import shutil
from pathlib import Path

import pytest

import build_edition
from build_edition.report.comparing import compare
from build_edition.report.tool import Tool, running
from tests.command_line import run
from tests.edition_folder import ESSAY
from tests.report.versioned import EMENDATIONS, Versioned

MARKED = ESSAY.replace("paid twice.", "paid **twice**.").replace("the rich,", "the **rich**,")
RULE = 'Rule("emphasis", emphasis.apply, {"markup": "normalised", "superscript": "normalised"}),'
SCORES = '{"level-water": {"words": 0.5, "headings": 1.0}}\n'


def package(root: Path) -> Path:
    """A copy of the program in a repository."""
    target = root / "build_edition"
    left_out = shutil.ignore_patterns("__pycache__", "theme", "root", "masters", "csl")
    shutil.copytree(Path(build_edition.__file__).parent, target, ignore=left_out)
    return target


def without_emphasis(root: Path) -> None:
    rules = root / "build_edition/rules/__init__.py"
    text = rules.read_text(encoding="utf-8")
    assert RULE in text
    rules.write_text(text.replace(RULE, ""), encoding="utf-8")


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Versioned:
    """An edition whose repository holds the program, without a rule on `main`, with it on `change`."""
    versioned = Versioned(tmp_path / "valley", MARKED)
    package(versioned.root)
    versioned.write("tests/baseline.json", SCORES.replace("0.5", "1.0").replace("1.0}}", "1.0}}"))
    without_emphasis(versioned.root)
    versioned.begin()
    shutil.rmtree(versioned.root / "build_edition")
    package(versioned.root)
    monkeypatch.chdir(versioned.root)
    return versioned


def test_every_place_of_a_new_rule_is_told(edition: Versioned) -> None:
    assert Tool(edition.root).runs
    report = edition.report()
    (rule,) = report["rules"]
    assert (rule["rule"], rule["before"], rule["after"], rule["works"]) == ("markup", 0, 4, 1)
    assert [place["sort"] for place in rule["places"]] == ["new"] * 4
    words = {(place["reading"]["before"], place["reading"]["after"]) for place in rule["places"]}
    assert words == {("**twice**.", "twice."), ("**rich**,", "rich,")}
    text = edition.markdown()
    assert "## Rule markup" in text
    assert "It changes 4 places in 1 work now, and changed 0: 4 gained." in text
    assert not [one for work in report["works"] for r in work["readings"] for one in r["reasons"] if one["by"]]


def test_a_rule_that_is_gone_or_does_otherwise(edition: Versioned) -> None:
    edition.commit("the rule")
    without_emphasis(edition.root)
    report = edition.report(base="change")  # the side of the working tree has a code of its own now
    (rule,) = report["rules"]
    assert [place["sort"] for place in rule["places"]] == ["gone"] * 4
    assert (rule["before"], rule["after"]) == (4, 0)


def test_where_a_record_decides_the_rule_is_not_blamed(edition: Versioned) -> None:
    edition.commit("the rule")
    record = "- {line: 6, read: '**twice**', as: 'thrice', cause: word, by: A. Reader}\n"
    edition.write(EMENDATIONS, record)
    report = edition.report(base="change")
    assert report["rules"] == []
    (reading,) = report["works"][0]["readings"]
    assert (reading["before"], reading["after"]) == ("twice.", "thrice.")


def test_scores_are_measured_where_the_code_is_another(edition: Versioned) -> None:
    edition.write("tests/baseline.json", SCORES)
    report = edition.report()
    assert report["measured"]
    scores = {one["measure"]: (one["before"], one["recorded"], one["measured"]) for one in report["scores"]}
    before, recorded, measured = scores["words"]
    assert (before, recorded) == (1.0, 0.5)
    assert 0.9 < measured <= 1.0
    assert "The baseline records 0&#46;5000" in edition.markdown() or "records 0.5000" in edition.markdown()
    assert run("report", "--base", "main", "--fail-on", "scores")[0] == (1 if measured < 1 else 0)


def test_a_base_whose_tool_is_broken_is_helped_and_that_is_said(edition: Versioned) -> None:
    edition.commit("the rule")
    broken = edition.root / "build_edition/pipeline.py"
    kept = broken.read_text(encoding="utf-8")
    broken.write_text("raise RuntimeError('half a merge')\n", encoding="utf-8")
    edition.commit("broken")
    broken.write_text(kept, encoding="utf-8")
    report = compare(edition.root, "change")
    assert not report.rules
    assert ["miller-1901: the tool of the base made no text of it" in note.text for note in report.notes] == [True]
    assert any("findings of `check` were not compared" in note.text for note in report.unknown)


def test_the_same_code_elsewhere_is_the_same_tool(tmp_path: Path) -> None:
    shutil.copytree(Path(build_edition.__file__).parent, tmp_path / "build_edition", symlinks=True)
    assert Tool(tmp_path).digest == running()
    (tmp_path / "build_edition/rules/new.py").write_text("", encoding="utf-8")
    assert Tool(tmp_path).digest != running()
