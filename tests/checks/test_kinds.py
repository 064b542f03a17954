"""Every code of a finding is explained, in the manual and at the terminal, and used."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import build_edition
from build_edition.checks.finding import CODES, Finding
from build_edition.checks.kind import SEVERITIES, Kind
from build_edition.checks.kinds import KINDS, SUBJECTS
from build_edition.checks.places import place_of
from build_edition.reference.findings import findings_page
from tests.command_line import run

PACKAGE = Path(build_edition.__file__).parent
ALL = [kind for kinds in SUBJECTS.values() for kind in kinds]


def by_code(kind: Kind) -> str:
    return kind.code


@pytest.mark.parametrize("kind", ALL, ids=by_code)
def test_a_kind_says_what_it_means_and_what_to_do(kind: Kind) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.code)
    assert kind.severity in SEVERITIES
    for said in (kind.means, kind.matters, kind.do):
        assert said[0].isupper() or said[0] in "`“"
        assert said.endswith((".", "?"))
    assert ": " in kind.example
    example = Finding.made(kind.code, kind.example.partition(": ")[0], kind.example.partition(": ")[2])
    place = place_of(example, ["level-water-1987"])
    assert place.file or place.work, "the example names no place"


def test_no_code_stands_twice() -> None:
    assert [code for code, times in Counter(map(by_code, ALL)).items() if times > 1] == []
    assert set(CODES) == set(KINDS)


def test_every_code_is_made_somewhere_and_every_code_made_is_known() -> None:
    files = [path for path in PACKAGE.rglob("*.py") if "kinds" not in path.parts]
    strings = {
        node.value
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(KINDS) - strings == set()


def test_a_finding_of_no_kind_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        Finding.made("no-such-code", "", "")
    with pytest.raises(ValueError, match="is no error"):
        Finding("call-lost", "error", "", "")


@pytest.mark.parametrize("kind", ALL, ids=by_code)
def test_the_manual_has_a_part_on_each(kind: Kind) -> None:
    page = " ".join(findings_page().split())
    assert f"### {kind.code} *{kind.severity.capitalize()}.* {kind.means}" in page
    assert " ".join(kind.do.split()) in page
    assert f"{kind.severity} [{kind.code}] {kind.example}" in page


@pytest.mark.parametrize("kind", ALL, ids=by_code)
def test_explain_prints_it(kind: Kind) -> None:
    code, out, err = run("explain", kind.code)
    assert (code, err) == (0, "")
    said = " ".join(out.split())
    for part in (kind.means, kind.matters, kind.do, kind.example):
        assert " ".join(part.split()) in said
    assert ("cannot be ignored" in said) != kind.ignorable


def test_explain_lists_all_and_corrects_what_is_mistyped() -> None:
    code, out, _ = run("explain")
    assert code == 0
    assert {word for line in out.splitlines() for word in line.split()[:1]} >= set(KINDS)
    code, _, err = run("explain", "cal-lost")
    assert code == 2
    assert "Did you mean call-lost?" in err
