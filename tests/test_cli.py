"""The command line: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_edition import __version__
from build_edition.cli import EXIT_CODES, app
from build_edition.interchange import load
from build_edition.source import Source
from tests.command_line import RUNNER, run
from tests.edition_folder import ESSAY, EditionFolder

COMMANDS = ("build", "serve", "transcribe", "transcript", "evaluate", "works", "check")

# help


def test_version() -> None:
    assert run("--version") == (0, f"build-edition {__version__}\n", "")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_documents_the_exit_codes(command: tuple[str, ...]) -> None:
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert " ".join(EXIT_CODES.split()) in " ".join(out.split())


@pytest.mark.parametrize("command", ["build", "serve", "transcribe", "transcript", "evaluate", "check"])
def test_help_has_examples(command: str) -> None:
    assert f"build-edition {command} " in run(command, "--help")[1].split("For example:")[1]


# transcribe


def test_transcribe_prints_each_form(tmp_path: Path) -> None:
    path = tmp_path / "lamp.txt"
    path.write_text(ESSAY, encoding="utf-8")
    code, out, err = run("transcribe", str(path), "--format", "standoff")
    assert (code, err) == (0, "")
    assert load(out, Source.decode(ESSAY.encode(), "lamp.txt")).source.name == "lamp.txt"
    assert json.loads(out)["format"] == "build-edition/transcript"
    _, plain, _ = run("transcribe", str(path), "-f", "text")
    assert "It fel on the poor, who read at night" in plain
    _, markdown, _ = run("transcribe", str(path))
    assert "The miller paid twice" in markdown


def test_transcribe_reads_standard_input() -> None:
    code, out, _ = run("transcribe", "-", "--format", "text", stdin=ESSAY.encode())
    assert code == 0
    assert "He said he had two eyes." in out


def test_transcribe_an_empty_text() -> None:
    assert run("transcribe", "-", "--format", "text", stdin=b"") == (0, "", "")


def test_transcribe_writes_a_file_and_says_nothing(tmp_path: Path) -> None:
    path, output = tmp_path / "lamp.txt", tmp_path / "lamp.json"
    path.write_text(ESSAY, encoding="utf-8")
    assert run("transcribe", str(path), "-f", "standoff", "-o", str(output)) == (0, "", "")
    assert json.loads(output.read_text(encoding="utf-8"))["version"] == 1


def test_transcribe_warns_of_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(("Der Fährmann grüßte müde über den Fluß. " * 20).encode("cp1252"))
    code, out, err = run("transcribe", str(path), "-f", "text")
    assert code == 0
    assert "Fährmann" in out
    assert err.startswith("build-edition: warning: old.txt is not UTF-8")


def test_transcribe_never_overwrites_its_source(tmp_path: Path) -> None:
    path = tmp_path / "lamp.txt"
    path.write_text(ESSAY, encoding="utf-8")
    code, _, err = run("transcribe", str(path), "-o", str(path))
    assert code == 2
    assert "is the source itself" in err
    assert path.read_text(encoding="utf-8") == ESSAY


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("transcribe", "none.txt"), 3, "none.txt: there is no such file"),
        (("transcribe", "."), 3, "this is a folder"),
        (("transcribe", "book.pdf"), 3, "book.pdf: this is a PDF, not plain text"),
        (("transcribe", "lamp.txt", "-o", "."), 2, "is a folder"),
        (("transcribe", "lamp.txt", "-o", "no/where.md"), 2, "there is no folder no"),
        (("transcribe", "lamp.txt", "--format", "docx"), 2, "docx"),
        (("transcribe", "lamp.txt", "--layout", "scroll"), 2, "scroll"),
        (("transcribe",), 2, "FILE"),
        (("transmogrify",), 2, "transmogrify"),
        (("works",), 2, "there is no edition/edition.yml"),
        (("check",), 2, "there is no edition/edition.yml"),
        (("build",), 2, "there is no edition/edition.yml"),
        (("serve",), 2, "there is no edition/edition.yml"),
        (("serve", "--site", "none"), 2, "there is no site in none"),
        (("serve", "--port", "99999999"), 2, "port"),
    ],
)
def test_what_a_user_gets_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "book.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "lamp.txt").write_text(ESSAY, encoding="utf-8")
    found, out, err = run(*arguments)
    assert (found, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


def test_a_defect_of_the_program_is_one_line_and_a_word_on_reporting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("no wick")

    monkeypatch.setattr("build_edition.commands.transcribe.transcribe", broken)
    path = tmp_path / "lamp.txt"
    path.write_text(ESSAY, encoding="utf-8")
    code, _, err = run("transcribe", str(path))
    assert code == 4
    assert err.startswith("build-edition: internal error: ZeroDivisionError: no wick\n")
    assert "Please report it" in err
    with pytest.raises(ZeroDivisionError):
        RUNNER.invoke(app, ["--debug", "transcribe", str(path)], catch_exceptions=False)


# works and check


def test_works(inside: EditionFolder) -> None:
    inside.add_work("abbot-1902", order=2)
    (inside.root / "sources/abbot-1902.txt").unlink()
    (inside.root / "sources/miller-1901.txt").rename(inside.root / "sources/renamed.txt")
    code, out, err = run("works")
    assert (code, err) == (0, "")
    miller, abbot = (line for line in out.splitlines() if "-190" in line)
    assert "complete" in miller
    assert "sources/renamed.txt" in miller
    assert "yes" in miller
    assert "missing: abbot-1902.txt" in abbot


def test_works_tells_of_another_hash_and_of_invalid_records(inside: EditionFolder) -> None:
    inside.add_work("abbot-1902", order=2)
    inside.write("sources/miller-1901.txt", "Another text.\n")
    inside.change("edition/works/abbot-1902.yml", "layout: essay", "layout: esay")
    code, out, err = run("works")
    assert code == 1
    assert "NO" in next(line for line in out.splitlines() if "miller-1901" in line)
    assert "INVALID" in next(line for line in out.splitlines() if "abbot-1902" in line)
    assert "edition/works/abbot-1902.yml, line 5: `layout` cannot be 'esay'" in err


def test_check_of_a_good_edition(inside: EditionFolder) -> None:
    assert run("passages", "publish")[0] == 0
    code, out, _ = run("check")
    assert code == 0
    row = next(line for line in out.splitlines() if "miller-1901" in line)
    assert f"{len(ESSAY):,}" in row
    assert "yes" in row
    assert "Nothing is wrong." in out


def test_check_tells_findings_with_code_place_and_remedy(inside: EditionFolder) -> None:
    inside.add_work("abbot-1902", order=2)
    inside.change("edition/works/abbot-1902.yml", "order: 2", "ordr: 2")
    inside.write("sources/miller-1901.txt", "Another text.\n")
    code, out, _ = run("check")
    assert code == 1
    assert "error [record] edition/works/abbot-1902.yml, line 1: `order` is missing\n  Add `order: …`." in out
    assert "error [record] edition/works/abbot-1902.yml, line 4: `ordr` is no field" in out
    assert "error [source-other] edition/works/miller-1901.yml: " in out
    assert out.endswith("3 errors.\n")


def test_check_of_a_missing_source_is_a_note(inside: EditionFolder) -> None:
    (inside.root / "sources/miller-1901.txt").unlink()
    code, out, _ = run("check", "--works", "miller-1901")
    assert code == 0
    assert "note [source-missing] miller-1901: " in out


def test_check_follows_the_links_of_a_built_site(inside: EditionFolder) -> None:
    (inside.root / "site").mkdir()
    inside.write("site/index.html", '<a href="none/">x</a>')
    code, out, _ = run("check")
    assert code == 1
    assert "error [link-broken] index.html, line 1: links to none/" in out


def test_an_unknown_work(inside: EditionFolder) -> None:
    for command in ("check", "build"):
        code, _, err = run(command, "--works", "miler-1901")
        assert code == 2
        assert "Did you mean miller-1901?" in err


# real processes


def process(*arguments: str, cwd: Path, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "build_edition", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, env=environment)


def test_a_real_run_writes_utf8_whatever_the_locale(tmp_path: Path) -> None:
    done = process("transcribe", "-", "--format", "text", cwd=tmp_path, stdin="Ça brûle — fort.\n".encode())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, "Ça brûle — fort.\n", b"")


def test_a_real_run_that_fails_has_no_traceback(tmp_path: Path) -> None:
    done = process("transcribe", "none.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"build-edition: none.txt: there is no such file\n")


def test_a_reader_may_stop_reading(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The wick burnt low.\n\n" * 20_000, encoding="utf-8")
    line = (
        f'"{sys.executable}" -m build_edition transcribe long.txt -f text | head -n 1; echo "${{PIPESTATUS[0]}}"'
    )
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("The wick burnt low.\n0\n", "")
