"""Finding sources: by name, by hash, and telling another text from none."""

import hashlib
from pathlib import Path

from build_edition.edition.records import SourceRecord
from build_edition.edition.sources import find

TEXT = b"The ferry was late.\n"


def record(name: str = "ferry.txt", data: bytes = TEXT) -> SourceRecord:
    return SourceRecord(file=name, sha256=hashlib.sha256(data).hexdigest(), origin="A test.")


def test_by_name(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_bytes(TEXT)
    assert find(record(), [tmp_path]).path == tmp_path / "ferry.txt"


def test_by_hash_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_bytes(b"another text")
    (tmp_path / "renamed").write_bytes(TEXT)
    found = find(record(), [tmp_path])
    assert (found.status, found.path) == ("found", tmp_path / "renamed")


def test_the_folders_are_searched_in_order(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
        (folder / "ferry.txt").write_bytes(TEXT)
    assert find(record(), [second, first]).path == second / "ferry.txt"


def test_a_wrong_namesake_does_not_hide_the_right_one(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder, data in ((first, b"another text"), (second, TEXT)):
        folder.mkdir()
        (folder / "ferry.txt").write_bytes(data)
    assert find(record(), [first, second]).path == second / "ferry.txt"


def test_another_text_of_the_name_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_bytes(b"another text")
    found = find(record(), [tmp_path])
    assert (found.status, found.sha256) == ("other", hashlib.sha256(b"another text").hexdigest())


def test_missing(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").mkdir()  # a folder of that name is no source
    assert find(record(), [tmp_path, tmp_path / "none"]).status == "missing"


def test_a_changed_file_is_hashed_again(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(TEXT)
    assert find(record(), [tmp_path]).status == "found"
    path.write_bytes(TEXT + b"It came at dusk.\n")
    assert find(record(), [tmp_path]).status == "other"
