"""Findings that editors have judged: ignored with a reason, counted, and found out when they are idle."""

from __future__ import annotations

import json
from datetime import date

import pytest

from build_edition.checks.finding import Finding
from build_edition.checks.ignoring import sift
from build_edition.edition.ignores import Ignore
from tests.command_line import run
from tests.edition_folder import EditionFolder

TODAY = date(2026, 3, 31)
WORKS = ["miller-1901", "bell-1902"]
LOST = Finding.made("call-lost", "miller-1901, line 12 of the source", "note 3 is called nowhere in the text")
UNUSED = Finding.made("bib-unused", "bib/edition.bib, rhode-1912", "no work, record, entry or page cites it")
OVER = Finding.made("emendation-over-rule", "edition/emendations/bell-1902.yml, record 2 (source line 9)", "reads")
IGNORED = "edition/ignores.yml"


def ignore(code: str, **fields: object) -> Ignore:
    return Ignore.model_validate({"code": code, "reason": "We know.", "by": "Ann", **fields})


@pytest.mark.parametrize(
    ("finding", "fields"),
    [
        (LOST, {"work": "miller-1901"}),
        (LOST, {"work": "miller-1901", "line": 12, "what": "note 3 *"}),
        (UNUSED, {"file": "bib/edition.bib"}),
        (UNUSED, {"file": "bib/*"}),
        (OVER, {"work": "bell-1902"}),
        (OVER, {"file": "edition/emendations/*", "line": 9}),
        (OVER, {"what": "*"}),
    ],
)
def test_a_finding_is_ignored_by_its_place(finding: Finding, fields: dict[str, object]) -> None:
    found = sift([finding], [ignore(finding.code, **fields)], WORKS, TODAY)
    assert found.shown == ()
    assert found.ignored == ((finding, 1),)


@pytest.mark.parametrize(
    "fields", [{"work": "bell-1902"}, {"work": "miller-1901", "line": 13}, {"what": "note 4 *"}, {"file": "bib/*"}]
)
def test_what_an_ignore_does_not_speak_of_is_shown(fields: dict[str, object]) -> None:
    found = sift([LOST], [ignore("call-lost", **fields)], WORKS, TODAY)
    assert [one.code for one in found.shown] == ["call-lost", "ignore-unused"]
    assert found.shown[1].place == f"{IGNORED}, record 1"
    assert sift([LOST], [ignore("call-lost", **fields)], WORKS, TODAY, lambda _: False).shown == (LOST,)


def test_an_ignore_ends_on_its_day() -> None:
    until = ignore("call-lost", work="miller-1901", until="2026-03-31")
    assert sift([LOST], [until], WORKS, TODAY).ignored
    late = sift([LOST], [until], WORKS, date(2026, 4, 1))
    assert [one.code for one in late.shown] == ["call-lost", "ignore-expired"]


@pytest.mark.parametrize("code", ["record", "emendation", "source-other", "accounting", "ignore-unused"])
def test_what_stops_a_build_cannot_be_ignored(code: str) -> None:
    finding = Finding.made(code, "edition/works/miller-1901.yml, line 3", "is wrong")
    found = sift([finding], [ignore(code, what="*")], WORKS, TODAY)
    assert [one.code for one in found.shown] == [code, "ignore-refused"]
    assert found.shown[1].severity == "error"


def test_an_unknown_code_is_refused_with_what_is_meant() -> None:
    (finding,) = sift([], [ignore("cal-lost", what="*")], WORKS, TODAY).shown
    assert (finding.code, finding.remedy) == ("ignore-refused", "Did you mean `call-lost`?")


def test_check_counts_what_is_ignored_and_shows_it_when_asked(inside: EditionFolder) -> None:
    inside.write("bib/extra.txt", "")
    with (inside.root / "bib/edition.bib").open("a", encoding="utf-8") as bib:
        bib.write("@book{spare, author = {Rhode}, title = {Spare}, date = {1912}}\n")
    assert "note [bib-unused]" in run("check")[1]
    inside.write(IGNORED, '- {code: bib-unused, file: bib/edition.bib, what: "*", reason: Soon cited., by: Ann}\n')
    out = run("check")[1]
    assert "[bib-unused]" not in out
    assert "1 ignored (edition/ignores.yml; --show-ignored lists them)." in out
    assert "ignored by record 1, note [bib-unused] bib/edition.bib, spare" in run("check", "--show-ignored")[1]
    told = json.loads(run("check", "--json")[1])
    assert told["counts"]["ignored"] == 1
    assert [one["ignored_by"] for one in told["findings"] if one["code"] == "bib-unused"] == [1]


def test_an_idle_ignore_is_found_only_where_all_was_looked_at(inside: EditionFolder) -> None:
    inside.write(IGNORED, "- {code: link-broken, what: '*', reason: Known., by: Ann}\n")
    assert "[ignore-unused]" not in run("check")[1]  # no site is built
    inside.write(IGNORED, "- {code: call-lost, work: miller-1901, reason: Known., by: Ann}\n")
    code, out, _ = run("check")
    assert code == 0
    assert f"warning [ignore-unused] {IGNORED}, record 1" in out
    (inside.root / "sources/miller-1901.txt").unlink()
    assert "[ignore-unused]" not in run("check")[1]


def test_an_ignore_says_why_and_where(inside: EditionFolder) -> None:
    inside.write(
        IGNORED, "- {code: call-lost, work: miller-1901, by: Ann}\n- {code: bib-unused, reason: So., by: Ann}\n"
    )
    code, out, _ = run("check")
    assert code == 1
    assert "record 1, `reason` is missing" in out
    assert "names no place" in out
