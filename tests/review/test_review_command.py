"""`build-edition review` without a terminal: the queue listed, and decisions by their keys."""

import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from build_edition.edition.project import Project
from build_edition.errors import FINDINGS, GOOD, UNREADABLE, USAGE
from tests.command_line import run
from tests.edition_folder import EditionFolder
from tests.review.desks import ASKED, WORK, files_of

LINE = ASKED[: ASKED.index("eyes")].count("\n") + 1


@pytest.fixture
def valley(tmp_path, monkeypatch):
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, ASKED)
    monkeypatch.chdir(folder.root)
    return folder


def listed(*arguments):
    code, out, _ = run("review", "--json", *arguments)
    assert code == GOOD
    return json.loads(out)


def records(root):
    return [one.record for one in Project.load(root).filed.get(WORK, ())]


def test_the_queue_is_listed_with_keys_candidates_and_evidence(valley):
    before = files_of(valley.root)
    code, out, _ = run("review", "--list")
    assert code == GOOD
    lines = out.splitlines()
    assert lines[0] == "miller-1901:9.8-lost-character  almost certainly wrong"
    assert lines[1] == "    \ufffd → ½, ⅓, ¼"
    assert lines[-1] == "3 items, 0 decided today."
    assert files_of(valley.root) == before


def test_the_queue_as_json_has_all_that_is_known(valley):
    said = listed()
    assert (said["format"], said["version"], said["total"]) == ("build-edition/review", 1, 3)
    first = said["items"][0]
    assert first["key"] == "miller-1901:9.8-lost-character"
    assert (first["work"], first["line"], first["column"], first["kind"]) == (WORK, 9, 8, "suspect")
    assert first["candidates"][0] == {"reading": "½", "evidence": ""}
    marked = [line for line in first["lines"] if line["end"] > line["start"]]
    assert [line["text"][line["start"] : line["end"]] for line in marked] == ["\ufffd"]
    assert [one["worth"] for one in said["items"]] == sorted((one["worth"] for one in said["items"]), reverse=True)


@pytest.mark.parametrize(
    ("options", "topics"),
    [
        (["--kind", "odd-word"], ["odd-word"]),
        (["--kind", "suspect"], ["lost-character", "word"]),
        (["--kind", "word", "--kind", "odd-word"], ["word", "odd-word"]),
        (["--limit", "1"], ["lost-character"]),
        ([WORK], ["lost-character", "word", "odd-word"]),
    ],
)
def test_items_are_chosen_by_kind_work_and_number(valley, options, topics):
    assert [one["topic"] for one in listed(*options)["items"]] == topics


def test_keys_are_accepted_rejected_and_taken_back(valley):
    before = files_of(valley.root)
    keys = {one["topic"]: one["key"] for one in listed()["items"]}
    code, out, _ = run(
        "review", "--accept", f"{keys['word']}=2", "--reject", keys["odd-word"], "--by", "Ben", "--note", "Seen."
    )
    assert code == GOOD
    assert out.splitlines() == [
        f"{keys['word']}: “harbour” is read. (edition/emendations/{WORK}.yml)",
        f"{keys['odd-word']}: It stands, and is not asked about again. (edition/review/{WORK}.yml)",
    ]
    (record,) = records(valley.root)
    assert (record.reading, record.by, record.note) == ("harbour", "Ben", "Seen.")
    said = listed("--by", "Ben")
    assert ([one["topic"] for one in said["items"]], said["decided_today"]) == (["lost-character"], 2)
    assert listed("--by", "Ann")["decided_today"] == 0
    assert run("review", "--undo", "--by", "Ben")[0] == GOOD
    assert run("review", "--undo", "--by", "Ben")[0] == GOOD
    assert files_of(valley.root) == before
    code, _, told = run("review", "--undo", "--by", "Ben")
    assert (code, "there is nothing to undo" in told) == (USAGE, True)


def test_any_words_are_read_otherwise_at_their_place(valley):
    code, out, _ = run("review", "--at", f"{WORK}:{LINE}:eyes", "--as", "ears", "--by", "Ben", "--cause", "word")
    assert (code, out.startswith(f"{WORK}:{LINE}.")) == (GOOD, True)
    (record,) = records(valley.root)
    assert (record.line, record.read, record.reading, record.cause) == (LINE, "eyes", "ears", "word")
    run("review", "--at", f"{WORK}:{LINE}:reading", "--perhaps", "writing", "--by", "Ben")
    assert [one.nature for one in records(valley.root)] == ["emendation", "doubt"]


def test_words_that_stand_twice_on_a_line_are_told_apart_by_their_column(valley):
    code, _, told = run("review", "--at", f"{WORK}:{LINE}:lamp", "--as", "lantern", "--by", "Ben")
    line = ASKED.splitlines()[LINE - 1]
    columns = [at + 1 for at in range(len(line)) if line.startswith("lamp", at)]
    assert code == USAGE
    assert f"Say which: {', '.join(f'{LINE}.{column}' for column in columns)}." in told
    place = f"{WORK}:{LINE}.{columns[1]}:lamp"
    assert run("review", "--at", place, "--as", "lantern", "--by", "Ben")[0] == GOOD
    text = run("transcript", WORK, "--format", "text")[1]
    assert text.count("lantern") == 1
    assert "one lamp, and that the lantern" in " ".join(text.split())


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--accept", "miller-1901:1.1-word", "--by", "Ben"], USAGE, "no item of the queue has the key"),
        (["--accept", "miller-1901:9.8-lost-character=8", "--by", "Ben"], USAGE, "has no candidate 8"),
        (["--accept", "miller-1901:9.8-lost-character=x", "--by", "Ben"], USAGE, "has no candidate x"),
        (["--reject", "nobody-1900:9.8-word", "--by", "Ben"], USAGE, "no work has the id"),
        (["--as", "lantern", "--by", "Ben"], USAGE, "where is it to be read?"),
        (["--at", "lamp", "--as", "lantern", "--by", "Ben"], USAGE, "no work has the id"),
        (["--at", f"{WORK}:2:lamp", "--as", "lantern", "--by", "Ben"], USAGE, "stands nowhere on line 2"),
        (["--at", f"{WORK}:{LINE}:eyes", "--as", "e<b>yes", "--by", "Ben"], FINDINGS, ""),
        (["nobody-1900", "--list"], USAGE, "no work has the id"),
        ([], USAGE, "a review needs a terminal"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(valley, arguments, code, told):
    before = files_of(valley.root)
    found, out, error = run("review", *arguments)
    assert (found, told in error) == (code, True), (out, error)
    assert "Traceback" not in error
    assert files_of(valley.root) == before


def test_who_decides_is_the_user_of_git_or_asked_for(valley, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    code, _, told = run("review", "--reject", "miller-1901:9.8-lost-character")
    assert (code, "nobody is named" in told) == (USAGE, True)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Git User")
    assert run("review", "--reject", "miller-1901:9.8-lost-character")[0] == GOOD
    assert records(valley.root)[0].by == "Git User"


def test_where_no_source_is_that_is_said(valley):
    (valley.root / f"sources/{WORK}.txt").unlink()
    code, _, told = run("review", "--list")
    assert (code, "is in none of the source folders" in told) == (UNREADABLE, True)


@contextmanager
def at_a_terminal(root: Path, *arguments: str) -> Iterator[tuple[int, subprocess.Popen]]:
    """The very program at a pseudo-terminal of eighty columns, which is killed if it does not end by itself."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "LINES": "40", "TERM": "xterm", "NO_COLOR": "1"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    program = [sys.executable, "-m", "build_edition", "review", "--by", "Ben", *arguments]
    process = subprocess.Popen(
        program,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        cwd=root,
        env=environment,
        start_new_session=True,
    )
    os.close(follower)
    try:
        yield leader, process
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def test_a_person_at_a_terminal_types_keys_and_lines(valley):
    with at_a_terminal(valley.root, "--kind", "suspect") as (terminal, process):
        _until(terminal, "q  quit")
        _type(terminal, b"1")
        _until(terminal, "2 of 2", "q  quit")
        _type(terminal, b"e")
        _until(terminal, "Read: harbuor")
        _type(terminal, b"\x7f" * 3 + b"our\r")
        shown = _until(terminal, "To go on")
        assert process.wait(timeout=60) == GOOD
    assert [(one.read, one.reading) for one in records(valley.root)] == [("\ufffd", "½"), ("harbuor", "harbour")]
    assert "That was the last item." in shown
    assert "2 decided today" in shown


def test_an_interrupt_at_a_terminal_loses_nothing(valley):
    with at_a_terminal(valley.root) as (terminal, process):
        _until(terminal, "q  quit")
        _type(terminal, b"1")
        _until(terminal, "2 of 3", "q  quit")
        _type(terminal, b"\x03")
        shown = _until(terminal, "To go on")
        assert process.wait(timeout=60) == GOOD
    assert "1 decided today" in shown
    assert [one.reading for one in records(valley.root)] == ["½"]


def _type(terminal: int, keys: bytes, patience: float = 60) -> None:
    """Type as soon as the program reads single keys: what is typed before is not heard."""
    end = time.monotonic() + patience
    while termios.tcgetattr(terminal)[3] & termios.ICANON:
        assert time.monotonic() < end
        time.sleep(0.02)
    os.write(terminal, keys)


def _until(terminal: int, *awaited: str, patience: float = 60) -> str:
    """What a terminal shows until all that is awaited has been shown, in this order."""
    shown, end = "", time.monotonic() + patience
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 65536).decode("utf-8", "replace")
            except OSError:
                break
        at = 0
        for words in awaited:
            at = shown.find(words, at)
            if at < 0:
                break
        else:
            return shown
    raise AssertionError(f"never shown: {awaited}\n{shown}")
