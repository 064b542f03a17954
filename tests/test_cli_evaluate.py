"""`build-edition evaluate`: its table, its JSON, its page, and what it refuses."""

import json
from pathlib import Path

import pytest

from tests.command_line import run

TEXT = """The Lamp Tax

Nobody in our valley liked the tax on lamps. It fell on the poor, who read, and spared the rich, who slept.

It was raised in May.
"""
TRUTH = [
    {"format": "build-edition/truth", "version": 1, "work": "lamp-1901", "layout": "essay"},
    {"kind": "head", "text": "The Lamp Tax", "level": 2},
    {
        "kind": "p",
        "text": "Nobody in our valley liked the tax on lamps. It fell on the poor, who read, "
        "and spared the rich, who never slept.",
    },
    {"kind": "p", "text": "It was raised in May."},
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lamp.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lamp.jsonl").write_text("\n".join(map(json.dumps, TRUTH)), encoding="utf-8")
    (tmp_path / "lines.json").write_text('{"paragraph_starts": [3, 5], "range": [2, 5]}', encoding="utf-8")
    (tmp_path / "cut.jsonl").write_text('{"kind": "p", "te', encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"paragraph_starts": ["three"]}', encoding="utf-8")
    return tmp_path


def evaluate(*options: str) -> tuple[int, str, str]:
    return run("evaluate", "lamp.txt", "--truth", "lamp.jsonl", *options)


def test_the_table_has_a_row_for_each_measure(folder: Path) -> None:
    code, out, err = evaluate()
    assert (code, err) == (0, "")
    rows = {" ".join(line.split()[:2]): line.split() for line in out.splitlines()}
    assert rows["paragraphs F1"][-3:] == ["2", "0", "0"]
    assert rows["words errors"][-1] == "1"
    assert "Nothing to measure: " in out
    assert "note calls" in out.split("Nothing to measure: ")[1]


def test_json_has_each_difference(folder: Path) -> None:
    code, out, _ = evaluate("--json")
    record = json.loads(out)
    assert (code, record["format"], record["version"]) == (0, "build-edition/evaluation", 1)
    assert record["source"]["name"] == "lamp.txt"
    assert record["measures"]["words"]["differences"] == [
        {"sort": "missed", "line": 3, "last": 3, "expected": "“never”", "found": "nothing"}
    ]
    assert "note_calls" not in record["measures"]


def test_a_truth_by_lines_is_judged_on_its_own_lines(folder: Path) -> None:
    code, out, _ = run("evaluate", "lamp.txt", "-t", "lines.json", "--json")
    record = json.loads(out)
    assert (code, record["lines"]) == (0, [2, 5])
    assert record["measures"]["paragraphs"]["right"] == 2
    narrowed = run("evaluate", "lamp.txt", "-t", "lines.json", "--json", "--first", "4")[1]
    assert json.loads(narrowed)["measures"]["paragraphs"]["right"] == 1


def test_the_page_is_written_beside_the_table(folder: Path) -> None:
    code, out, _ = evaluate("--html", "page.html")
    assert code == 0
    assert "paragraphs" in out
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "“never”" in page
    assert json.loads(evaluate("--json", "--html", "again.html")[1])["version"] == 1
    assert (folder / "again.html").read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("none.txt", "--truth", "lamp.jsonl"), 3, "none.txt: there is no such file"),
        (("lamp.txt", "--truth", "none.jsonl"), 3, "none.jsonl: there is no such file"),
        (("lamp.txt", "--truth", "broken.json"), 3, "broken.json: `paragraph_starts.0`"),
        (("lamp.txt", "--truth", "cut.jsonl"), 3, "cut.jsonl:1: not JSON"),
        (("lamp.txt",), 2, "--truth"),
        (("lamp.txt", "--truth", "lamp.jsonl", "--first", "0"), 2, "--first"),
        (("lamp.txt", "--truth", "lamp.jsonl", "--first", "90"), 2, "there are no lines 90 to"),
        (("lamp.txt", "--truth", "lamp.jsonl", "--first", "3", "--last", "2"), 2, "there are no lines 3 to 2"),
        (("lamp.txt", "--truth", "lamp.jsonl", "--html", "lamp.jsonl"), 2, "is read too"),
        (("lamp.txt", "--truth", "lamp.jsonl", "--html", "no/page.html"), 2, "there is no folder no"),
    ],
)
def test_what_a_user_gets_wrong(folder: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    before = sorted(path.read_bytes() for path in folder.iterdir())
    found, out, err = run("evaluate", *arguments)
    assert (found, out) == (code, "")
    assert said in err
    assert sorted(path.read_bytes() for path in folder.iterdir()) == before
