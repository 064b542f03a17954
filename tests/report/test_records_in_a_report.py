"""What `report` tells of a change of records, where the source is at hand."""

from pathlib import Path

import pytest

from tests.command_line import run
from tests.report.versioned import EMENDATIONS, RECORD, Versioned


def test_nothing_changed_is_said(edition: Versioned) -> None:
    text = edition.markdown()
    assert "No text, record, finding or figure is other than it was." in text
    report = edition.report()
    assert [report[name] for name in ("works", "rules", "files", "unknown", "scores")] == [[], [], [], [], []]


def test_a_new_record_is_told_with_all_that_one_wants_to_know(edition: Versioned) -> None:
    edition.write(EMENDATIONS, RECORD)
    report = edition.report()
    (work,) = report["works"]
    (reading,) = work["readings"]
    assert (reading["before"], reading["after"], reading["line"]) == ("fel", "fell", 3)
    assert reading["lead"].endswith("the tax on lamps. It")
    assert reading["trail"].startswith("on the poor, who read at night")
    assert "It fel on the poor," in reading["source"]
    assert reading["passage"] == "2"
    (reason,) = reading["reasons"]
    assert reason["kind"] == "record"
    assert reason["place"].startswith(f"{EMENDATIONS}, record 1")
    assert (reason["by"], reason["cause"], reason["note"]) == ("A. Reader", "character", "The l is lost.")
    text = edition.markdown()
    assert "It <del>fel</del> <ins>fell</ins> on the poor," in text
    assert "by A. Reader" in text
    assert "cause character" in text


def test_a_record_changed_and_one_taken_out(edition: Versioned) -> None:
    edition.write(EMENDATIONS, RECORD + "- {line: 6, read: paid twice, as: payed twice, cause: word, by: B}\n")
    edition.git("checkout", "--quiet", "main")
    edition.commit("two records")
    edition.git("checkout", "--quiet", "-B", "change")
    edition.write(EMENDATIONS, RECORD.replace("It fell", "It felt"))
    (work,) = edition.report()["works"]
    told = [(one["before"], one["after"], [r["sort"] for r in one["reasons"]]) for one in work["readings"]]
    assert told == [("fell", "felt", ["changed"]), ("payed", "paid", ["gone"])]
    (file,) = edition.report()["files"]
    sorts = {record["name"]: record["sort"] for record in file["records"]}
    assert sorts == {"line 3, read It fel": "changed", "line 6, read paid twice": "gone"}


def test_a_single_submission_counts_like_any_record(edition: Versioned) -> None:
    edition.write("edition/emendations/miller-1901/l3-it-fell.yml", RECORD)
    report = edition.report()
    (reading,) = report["works"][0]["readings"]
    assert reading["reasons"][0]["place"].startswith("edition/emendations/miller-1901/l3-it-fell.yml, record 1")


def test_structure_is_told_by_its_kind(edition: Versioned) -> None:
    record = (edition.root / "edition/works/miller-1901.yml").read_text(encoding="utf-8")
    head = '\nstructure:\n- {set: head, level: 2, from: {line: 6, read: "The miller paid twice."}, by: me}\n'
    edition.write("edition/works/miller-1901.yml", record + head)
    (work,) = edition.report()["works"]
    kinds = {(mark["sort"], mark["kind"]): mark for mark in work["marks"]}
    assert kinds["new", "head"]["words"] == "The miller paid twice."
    assert kinds["new", "head"]["line"] == 6
    assert "level 2" in kinds["new", "head"]["what"]
    assert "new: heading" in edition.markdown()


def test_entries_and_the_bibliography_are_told_field_by_field(edition: Versioned) -> None:
    edition.write(
        "edition/glossary.yml", "- {id: lamp-tax, headword: lamp tax, definition: A tax., forms: [tax on lamps]}\n"
    )
    edition.folder.change("bib/edition.bib", "1901-05", "1902-05")
    report = edition.report()
    files = {file["path"]: file["records"] for file in report["files"]}
    assert set(files) == {"bib/edition.bib", "edition/glossary.yml"}
    (entry,) = files["edition/glossary.yml"]
    assert (entry["sort"], entry["name"]) == ("new", "lamp-tax")
    (work,) = files["bib/edition.bib"]
    assert [(f["name"], f["before"], f["after"]) for f in work["fields"]] == [("date", "1901-05", "1902-05")]


def test_findings_that_are_new_and_gone(edition: Versioned) -> None:
    edition.write(
        "edition/glossary.yml", "- {id: sluice, headword: sluice, definition: A gate., forms: [sluice]}\n"
    )
    codes = {told["code"] for told in edition.report()["new_findings"]}
    assert "entry-unused" in codes
    edition.commit("an entry that nobody names")
    (edition.root / "edition/glossary.yml").unlink()
    report = edition.report(base="change")
    assert "entry-unused" in {told["code"] for told in report["gone_findings"]}
    assert not report["new_findings"]


def test_a_record_that_does_not_match_is_an_error_that_can_fail(edition: Versioned) -> None:
    edition.write(EMENDATIONS, RECORD.replace("It fel,", "It flew,"))
    code, out, err = run("report", "--base", "main", "--fail-on", "errors")
    assert code == 1
    assert "there are new errors" in err
    assert "its text cannot be made now" in out
    assert run("report", "--base", "main")[0] == 0


@pytest.mark.parametrize("path", [EMENDATIONS, "edition/emendations/miller-1901/l3-it-fell.yml"])
def test_records_that_cannot_be_read_are_no_records_taken_out(edition: Versioned, path: str) -> None:
    edition.write(EMENDATIONS, RECORD)
    edition.commit("a record")
    edition.git("branch", "--force", "main")
    edition.write(path, "- {line: 3, read: [\n")
    report = edition.report()
    assert report["works"] == []
    assert [told["code"] for told in report["new_findings"]] == ["record"]
    said = " ".join(note["text"] for note in report["unknown"])
    assert "miller-1901: its text cannot be made now, so it was not compared." in said
    assert f"{path} cannot be read, so its records were not compared." in said


def test_a_work_whose_record_cannot_be_read_is_not_taken_out(edition: Versioned) -> None:
    edition.folder.change("edition/works/miller-1901.yml", "layout: essay", "layout: sonnet")
    said = " ".join(note["text"] for note in edition.report()["unknown"])
    assert "miller-1901: its record cannot be read now" in said
    assert "taken out" not in said


def test_what_main_has_since_is_not_told(edition: Versioned) -> None:
    edition.git("checkout", "--quiet", "main")
    edition.write(EMENDATIONS, RECORD)
    edition.commit("somebody else’s record")
    edition.git("checkout", "--quiet", "change")
    report = edition.report()
    assert report["works"] == []
    assert report["base"]["ahead"] == 1
    assert "main has 1 commit since" in edition.markdown()


def test_published_passages_that_are_touched(edition: Versioned) -> None:
    assert run("passages", "publish")[0] == 0
    edition.commit("published")
    edition.git("branch", "--force", "main")
    edition.write(EMENDATIONS, RECORD)
    (work,) = edition.report()["works"]
    assert [(p["id"], p["sort"], p["since"]) for p in work["passages"]] == [("2", "otherwise", "0.1")]
    assert "<code>miller-1901/2</code> reads otherwise, published in 0.1" in edition.markdown().replace(
        "&#46;", "."
    )


def test_passages_that_are_merged_divided_or_vanish(edition: Versioned) -> None:
    assert run("passages", "publish")[0] == 0
    edition.commit("published")
    edition.git("branch", "--force", "main")
    record = (edition.root / "edition/works/miller-1901.yml").read_text(encoding="utf-8")
    merged = "- {unset: p, line: 3}\n- {unset: p, line: 6}\n"
    merged += "- {set: p, from: {line: 3, read: Nobody}, to: {line: 6, read: two eyes.}}\n"
    edition.write("edition/works/miller-1901.yml", f"{record}\nstructure:\n{merged}")
    (work,) = edition.report()["works"]
    told = {one["id"]: (one["sort"], one["into"]) for one in work["passages"]}
    assert told == {"2": ("otherwise", ""), "3": ("merged", "2")}
    assert "is now part of 2" in edition.markdown()
    head = "- {unset: p, line: 6}\n"
    head += "- {set: head, level: 2, from: {line: 6, read: The}, to: {line: 6, read: two eyes.}}\n"
    edition.write("edition/works/miller-1901.yml", f"{record}\nstructure:\n{head}")
    (work,) = edition.report()["works"]
    assert {one["id"]: one["sort"] for one in work["passages"]} == {"3": "vanished"}
    code, _, err = run("report", "--base", "main", "--fail-on", "published")
    assert (code, "published passages are found no more" in err) == (1, True)


def test_a_ledger_that_lost_an_id_can_fail(edition: Versioned) -> None:
    assert run("passages", "publish")[0] == 0
    edition.commit("published")
    edition.git("branch", "--force", "main")
    ledger = edition.root / "edition/passages/miller-1901.txt"
    lines = ledger.read_text(encoding="utf-8").splitlines(keepends=True)
    ledger.write_text("".join(lines[:-1]), encoding="utf-8")
    code, out, err = run("report", "--base", "main", "--fail-on", "published")
    assert code == 1
    assert "published passages are found no more" in err
    assert "IS OUT OF THE LEDGER" in out


def test_a_new_work_and_one_taken_out(edition: Versioned) -> None:
    edition.folder.add_work("baker-1902", order=2)
    assert any("the work is new" in note["text"] for note in edition.report()["unknown"])
    edition.commit("a second work")
    (edition.root / "edition/works/baker-1902.yml").unlink()
    assert any(
        "baker-1902: the work was taken out" in one["text"] for one in edition.report(base="change")["unknown"]
    )


def test_nothing_in_the_repository_is_written(edition: Versioned) -> None:
    edition.write(EMENDATIONS, RECORD)
    hook = edition.root / ".git/hooks/post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ntouch ran-a-hook\n", encoding="utf-8")
    hook.chmod(0o755)

    def files() -> dict[Path, bytes]:
        found = (path for path in edition.root.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in found}

    before = files()
    edition.report()
    assert files() == before
    assert edition.git("worktree", "list").count("\n") == 1


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_the_same_twice_is_the_same(edition: Versioned, form: str) -> None:
    edition.write(EMENDATIONS, RECORD)
    once = run("report", "--base", "main", "--format", form)
    assert run("report", "--base", "main", "--format", form) == once
