"""`build-edition capture` as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_edition.capture.keeping import BASES, MADE, Kept
from build_edition.commands.taking import copy_of_specimen
from build_edition.downloads.inputs import inputs
from build_edition.edition.project import Project
from build_edition.publish.cite.by_hand import written_pages
from tests.capture.desk import WORK, Desk
from tests.command_line import run

PAGE = f"docs/works/{WORK}/index.md"
CORRECTION = "- {line: 3, read: fel, as: fell, cause: character, by: B}\n"


@pytest.fixture
def at_desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(desk.root)
    return desk


def test_it_shows_what_it_would_write_and_writes_on_yes(at_desk: Desk) -> None:
    before = at_desk.records()
    at_desk.edit(("clay", "day"), ("two eyes.\n\nAnd", "two eyes. And"))
    code, out, err = run("capture", "--by", "Ann Editor", "--dry-run")
    assert (code, err) == (0, "")
    assert f"{PAGE}:9" in out
    assert "− …ared the rich, who slept. The clay" in out
    assert 'as: "day"' in out
    assert "set: p" in out
    assert "source line 4: who read at night" in out
    assert at_desk.records() == before
    code, out, _ = run("capture", "--by", "Ann Editor", "--yes")
    assert code == 0
    assert f"Written: edition/emendations/{WORK}.yml\nWritten: edition/works/{WORK}.yml" in out
    assert "build-edition build" in out
    assert run("capture", "--by", "Ann Editor")[1] == "No page was edited.\n"
    assert at_desk.build() == ()


def test_without_a_terminal_nothing_is_written_unless_yes_is_said(at_desk: Desk) -> None:
    before = at_desk.records()
    at_desk.edit(("clay", "day"))
    code, out, _ = run("capture", "--by", "Ann Editor")
    assert code == 1
    assert "Not written, for nobody can be asked: to write this record, add --yes." in out
    assert at_desk.records() == before


def test_what_nobody_can_tell_is_left_until_the_cause_is_said(at_desk: Desk) -> None:
    at_desk.edit(("went home", "went slowly home"))
    code, out, _ = run("capture", "--by", "Ann Editor", "--yes")
    assert code == 1
    assert "Left in the file: what was wrong with the words is not plain" in out
    assert "Say it with --cause; it may be `lost-text`." in " ".join(out.split())
    assert run("capture", "--by", "Ann Editor", "--yes", "--cause", "word")[0] == 0
    assert "went slowly home" in at_desk.page()


def test_a_person_is_asked(at_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_edition.commands.capture.is_somebody_there", lambda: True)
    before = at_desk.records()
    at_desk.edit(("went home", "went slowly home"), ("clay", "day"))
    code, out, _ = run("capture", "--by", "Ann Editor", stdin=b"lost\nlost-text\nn\n")
    assert code == 1
    assert "What is wrong with “went”, read as “went slowly”?" in out or "read as “slowly home”?" in out
    assert "One of these words" in out
    assert "Write these 2 records? [Y/n]" in out
    assert at_desk.records() == before
    code, out, _ = run("capture", "--by", "Ann Editor", stdin=b"skip\n\n")
    assert code == 1
    assert "Left in the file: what was wrong with the words is not plain" in out
    assert "slowly home" in at_desk.page()
    assert "day" in (at_desk.root / f"edition/emendations/{WORK}.yml").read_text(encoding="utf-8")


def test_a_build_says_what_it_leaves(at_desk: Desk) -> None:
    at_desk.edit(("clay", "day"))
    code, out, _ = run("build")
    assert code == 0
    assert "pages for editing" in out
    assert f"{PAGE} was edited, and left as it is: run build-edition capture" in out
    assert not (at_desk.root / "build" / "docs" / "works" / WORK / ".made.json").exists()
    assert (
        "for editing. Correct it here" not in (at_desk.root / "build/docs/works" / WORK / "index.md").read_text()
    )
    assert run("capture", "--by", "Ann Editor", "--yes")[0] == 0
    code, out, _ = run("build")
    assert code == 0
    assert "was edited" not in out
    site = (at_desk.root / "site" / "works" / WORK / "index.html").read_text(encoding="utf-8")
    assert "day" in site


def test_a_file_is_named(at_desk: Desk) -> None:
    at_desk.edit(("clay", "day"))
    assert run("capture", PAGE, "--by", "Ann Editor", "--yes")[0] == 0
    code, _, err = run("capture", "docs/index.md", "--by", "Ann Editor")
    assert code == 2
    assert "docs/index.md is no page of docs/works" in err


def test_what_the_edition_has_become_since_is_not_taken_back(at_desk: Desk) -> None:
    at_desk.edit(("all went", "both went"))
    at_desk.folder.write(f"edition/emendations/{WORK}.yml", CORRECTION)
    assert at_desk.build() == (PAGE,)
    assert "It fel on" in at_desk.page()
    assert run("capture", "--by", "Ann Editor", "--yes", "--cause", "word")[0] == 0
    assert "It fell on" in at_desk.page()
    assert "both went" in at_desk.page()


def test_where_both_have_changed_a_paragraph_the_file_is_left(at_desk: Desk) -> None:
    edited = at_desk.edit(("clay", "day"))
    at_desk.folder.write(f"edition/emendations/{WORK}.yml", CORRECTION)
    before = at_desk.records()
    code, out, _ = run("capture", "--by", "Ann Editor", "--yes")
    assert code == 1
    assert "the edition has changed on line 9 too since the page was made" in out
    assert (at_desk.page(), at_desk.records()) == (edited, before)


def test_without_what_the_page_was_nothing_is_guessed(at_desk: Desk) -> None:
    at_desk.edit(("all went", "both went"))
    at_desk.folder.write(f"edition/emendations/{WORK}.yml", CORRECTION)
    (at_desk.root / BASES / WORK / "index.md").unlink()
    code, out, _ = run("capture", "--by", "Ann Editor", "--yes")
    assert code == 1
    assert "the edition has changed since the page was made; keep a copy" in out


def test_a_page_that_is_no_text_is_refused(at_desk: Desk) -> None:
    at_desk.path().write_bytes(b"\xff\xfe\x00\x01")
    code, _, err = run("capture", "--by", "Ann Editor")
    assert code == 3
    assert f"{PAGE}: is not UTF-8" in err
    at_desk.write("")
    code, out, _ = run("capture", "--by", "Ann Editor", "--yes")
    assert code == 1
    assert "nothing was captured: there are no words left in it." in out
    assert at_desk.page() == ""


def test_there_must_be_pages(at_desk: Desk) -> None:
    at_desk.path().unlink()
    code, _, err = run("capture", "--by", "Ann Editor")
    assert code == 2
    assert "there are no pages in docs/works\n  Make them: build-edition build." in err


# what a build does with the pages


def test_a_page_that_was_edited_is_never_overwritten(desk: Desk) -> None:
    edited = desk.edit(("clay", "day"))
    assert desk.build() == (PAGE,)
    assert desk.page() == edited
    (desk.root / MADE).write_text("{ damaged", encoding="utf-8")
    assert desk.build() == (PAGE,)
    assert desk.page() == edited


def test_a_page_that_was_deleted_is_made_again(desk: Desk) -> None:
    page = desk.page()
    desk.path().unlink()
    assert desk.build() == ()
    assert desk.page() == page


def test_a_page_follows_the_edition_while_nobody_edits_it(desk: Desk) -> None:
    desk.folder.write(f"edition/emendations/{WORK}.yml", CORRECTION)
    assert desk.build() == ()
    assert "It fell on" in desk.page()


def test_a_page_that_is_no_more_goes_unless_it_was_edited(desk: Desk) -> None:
    kept = Kept.read(desk.root)
    for name in ("old.md", "mine.md"):
        kept.put(f"{WORK}/{name}", "Old.\n")
    kept.write()
    desk.write("Mine.\n", "mine.md")
    assert desk.build() == (f"docs/works/{WORK}/mine.md",)
    assert not desk.path("old.md").exists()
    assert desk.page("mine.md") == "Mine.\n"


def test_the_second_build_writes_nothing(desk: Desk) -> None:
    files = [desk.path(), desk.root / MADE, desk.root / BASES / WORK / "index.md"]
    before = [file.stat().st_mtime_ns for file in files]
    assert desk.build() == ()
    assert [file.stat().st_mtime_ns for file in files] == before
    assert list(json.loads((desk.root / MADE).read_text(encoding="utf-8"))) == [f"{WORK}/index.md"]


def test_the_pages_for_editing_are_no_pages_of_the_site(desk: Desk) -> None:
    assert [name for name, _ in written_pages(desk.root / "docs")] == ["index.md"]


def test_what_is_taken_away_is_not_made_of_them(desk: Desk) -> None:
    before = inputs(Project.load(desk.root))
    desk.edit(("clay", "day"))
    assert inputs(Project.load(desk.root)) == before


def test_a_fresh_copy_of_the_specimen_keeps_what_is_edited_in_it(tmp_path: Path) -> None:
    copy = copy_of_specimen(tmp_path)
    page = copy / "docs" / "works" / "a-work" / "index.md"
    for path in (page, copy / "docs" / "stray.md", copy / "stray.txt", copy / "build" / "made"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Mine.\n", encoding="utf-8")
    assert copy_of_specimen(tmp_path) == copy
    assert page.read_text(encoding="utf-8") == "Mine.\n"
    assert (copy / "build" / "made").exists()
    assert not (copy / "stray.txt").exists()
    assert not (copy / "docs" / "stray.md").exists()


def test_git_ignores_them(root: Path) -> None:
    assert "/docs/works/" in (root / ".gitignore").read_text(encoding="utf-8").split("\n")
