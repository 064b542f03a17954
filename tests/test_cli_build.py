"""The commands that build and show a site."""

import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.command_line import run
from tests.edition_folder import EditionFolder


def test_build_refuses_to_delete_what_is_no_site(inside: EditionFolder) -> None:
    for output, said in (
        (".", "holds the edition itself"),
        ("sources", "something else"),
        ("bib/edition.bib", "is a file"),
    ):
        code, _, err = run("build", "--output", output)
        assert code == 2
        assert said in err
    assert (inside.root / "sources/miller-1901.txt").is_file()


def test_build_refuses_another_source_by_name(inside: EditionFolder) -> None:
    inside.write("sources/miller-1901.txt", "Another text.\n")
    code, _, err = run("build")
    assert code == 1
    assert "sources/miller-1901.txt is not the source of miller-1901" in err
    assert not (inside.root / "site").exists()


def test_build_makes_a_site_that_checks_clean(inside: EditionFolder) -> None:
    code, out, err = run("build", "--strict")
    assert (code, err) == (0, "")
    assert "Papers from the Valley" in out
    assert "sources/miller-1901.txt" in out
    assert "site/index.html" in out
    assert "build-edition serve" in out
    page = (inside.root / "site/works/miller-1901/index.html").read_text(encoding="utf-8")
    assert "The miller paid twice." in page
    code, out, _ = run("check")
    assert (code, out.splitlines()[-1]) == (0, "Nothing is wrong.")
    assert run("build", "--strict")[0] == 0  # twice is as good as once


def test_build_of_chosen_works_leaves_the_others_as_records(inside: EditionFolder) -> None:
    inside.add_work("abbot-1902", order=2)
    code, out, _ = run("build", "--works", "abbot-1902", "--output", "public")
    assert code == 0
    assert "build-edition serve --site public" in out
    assert "Signed at abbot-1902." in (inside.root / "public/works/abbot-1902/index.html").read_text(
        encoding="utf-8"
    )
    page = (inside.root / "public/works/miller-1901/index.html").read_text(encoding="utf-8")
    assert "The miller paid twice." not in page
    assert not (inside.root / "site").exists()


def test_build_from_another_source_says_so_and_fails_when_strict(inside: EditionFolder) -> None:
    inside.write("sources/miller-1901.txt", "The Lamp Tax\n\nAnother text.\n")
    code, out, err = run("build", "--allow-other-source")
    assert code == 0
    assert "(another text than the record's)" in out
    assert "warning: miller-1901.txt is not the source that the record of miller-1901 describes" in err
    assert run("build", "--allow-other-source", "--strict")[0] == 1


@pytest.fixture
def specimen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EditionFolder:
    """A stand-in for the specimen, for what is tested here is when and where one is built."""
    folder = EditionFolder(tmp_path / "specimen")
    folder.add_work("wick-1900")
    monkeypatch.setattr("build_edition.specimen.ROOT", folder.root)
    return folder


@pytest.mark.usefixtures("specimen")
def test_with_no_source_at_all_the_specimen_is_built_too(inside: EditionFolder) -> None:
    (inside.root / "sources/miller-1901.txt").unlink()
    code, out, _ = run("build", "--strict")
    assert code == 0
    assert "no source: its record only" in out
    assert "No source was found, so the specimen is built too." in out
    assert (inside.root / "site/works/miller-1901/index.html").is_file()
    page = (inside.root / "site/specimen/works/wick-1900/index.html").read_text(encoding="utf-8")
    assert "Signed at wick-1900." in page
    assert run("check")[0] == 0


def test_the_specimen_alone_needs_no_edition_and_is_not_written_to(
    specimen: EditionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    before = sorted(specimen.root.rglob("*"))
    code, out, _ = run("build", "--specimen")
    assert code == 0
    assert "build-edition serve --site site/specimen" in out
    assert (tmp_path / "empty/site/specimen/works/wick-1900/index.html").is_file()
    assert sorted(specimen.root.rglob("*")) == before


def test_serve_shows_the_site_until_it_is_interrupted(inside: EditionFolder) -> None:
    assert run("build")[0] == 0
    command = [sys.executable, "-u", "-m", "build_edition", "serve", "--port", "0"]
    hear = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # which a job in the background does not
    with subprocess.Popen(command, cwd=inside.root, stdout=subprocess.PIPE, text=True, preexec_fn=hear) as server:
        assert server.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:[0-9]+/", server.stdout.readline())
        assert address
        with urlopen(address[0] + "works/miller-1901/") as page:
            assert "The miller paid twice." in page.read().decode()
        os.kill(server.pid, signal.SIGINT)
        assert server.stdout.read() == "Stopped.\n"
    assert server.returncode == 0


def test_a_port_in_use_is_told(inside: EditionFolder) -> None:
    from build_edition.publish.engine.serve import serve

    (inside.root / "site").mkdir()
    inside.write("site/index.html", "")
    taken = serve(inside.root, 0)
    try:
        code, _, err = run("serve", "--port", str(taken.server_address[1]))
    finally:
        taken.server_close()
    assert code == 2
    assert "cannot be used" in err


def test_an_mkdocs_file_that_cannot_be_read_is_told_with_the_way_out(inside: EditionFolder) -> None:
    inside.change("mkdocs.yml", "INHERIT: ", "INHERIT: /nowhere")
    code, _, err = run("build")
    assert code == 1
    assert "mkdocs.yml: cannot be read: Inherited config file" in err
    assert "without an mkdocs.yml of its own it needs none" in err
    (inside.root / "mkdocs.yml").unlink()
    assert run("build")[0] == 0


def test_a_page_by_hand_that_is_not_utf_8_is_told_by_name(inside: EditionFolder) -> None:
    (inside.root / "docs/notes.md").write_bytes("# Über".encode("latin-1"))
    code, _, err = run("build")
    assert code == 1
    assert "docs/notes.md: is not UTF-8" in err


def test_a_site_can_be_built_for_another_address(inside: EditionFolder) -> None:
    code, _, err = run("build", "--address", "valley.example")
    assert code == 2
    assert "“valley.example” must be a web address that begins with https://" in err
    assert run("build", "--strict", "--address", "https://valley.example/papers")[0] == 0
    page = (inside.root / "site/works/miller-1901/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://valley.example/papers/works/miller-1901/">' in page
    assert "https://valley.example/papers/c/miller-1901/1@0.1/" in page
