"""`build-edition passages publish` keeps what each version reads, without the text."""

from pathlib import Path

from build_edition.edition.recension import read
from tests.command_line import run
from tests.edition_folder import EditionFolder

RECENSION = Path("edition/recensions/miller-1901.txt")
EMENDATION = """- line: 3
  read: fel
  as: fell
  cause: character
  by: a reader
"""


def versions(inside: EditionFolder) -> dict[str, list[str]]:
    """What the file lists, by version."""
    return {one.name: list(one.listed) for one in read(inside.root / RECENSION, "recension").versions}


def test_each_version_lists_what_it_reads_otherwise(inside: EditionFolder) -> None:
    assert run("passages", "publish")[0] == 0
    assert versions(inside) == {"0.1": []}
    inside.write("edition/emendations/miller-1901.yml", EMENDATION)
    assert "note [version-unchanged] miller-1901: 1 passage reads otherwise" in run("check")[1]
    assert run("passages", "publish")[0] == 0
    assert versions(inside) == {"0.1": []}
    inside.change("edition/edition.yml", '"0.1"', '"0.2"')
    assert run("passages", "publish", "--dry-run")[0] == 0
    assert versions(inside) == {"0.1": []}
    assert run("passages", "publish")[0] == 0
    assert versions(inside) == {"0.1": [], "0.2": ["2"]}
    written = (inside.root / RECENSION).read_text(encoding="utf-8")
    assert "valley" not in written.casefold()
    assert written.splitlines()[-1].endswith(":l")
    code, out, _ = run("check")
    assert code == 0
    assert "recension" not in out
    assert "version-unchanged" not in out


def test_a_version_older_than_a_published_one_is_refused(inside: EditionFolder) -> None:
    run("passages", "publish")
    inside.change("edition/edition.yml", '"0.1"', '"0.2"')
    run("passages", "publish")
    inside.change("edition/edition.yml", '"0.2"', '"0.1"')
    code, _, err = run("passages", "publish")
    assert code == 1
    assert "the edition says it is version 0.1, and 0.2 is published already" in err


def test_a_published_version_that_was_not_kept_is_recorded_while_its_words_stand(inside: EditionFolder) -> None:
    run("passages", "publish")
    (inside.root / RECENSION).unlink()
    assert "warning [recension-missing] miller-1901: what its passages read in version 0.1" in run("check")[1]
    inside.write("edition/emendations/miller-1901.yml", EMENDATION)
    code, _, err = run("passages", "publish")
    assert code == 1
    assert "miller-1901: 1 passage (2) reads otherwise than when version 0.1 published it" in err
    assert not (inside.root / RECENSION).exists()
    (inside.root / "edition/emendations/miller-1901.yml").unlink()
    assert run("passages", "publish")[0] == 0
    assert versions(inside) == {"0.1": []}


def test_a_file_of_recensions_that_no_work_has_is_told(inside: EditionFolder) -> None:
    run("passages", "publish")
    (inside.root / RECENSION).rename(inside.root / "edition/recensions/miler-1901.txt")
    code, out, _ = run("check")
    assert code == 1
    assert "edition/recensions/miler-1901.txt: is called as nothing that is read" in out
    assert "Did you mean miller-1901.txt?" in out
