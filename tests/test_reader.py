"""Reading a file as a source, and refusing what is no text with a word on what to do."""

import io
import socket
from pathlib import Path

import pytest

from build_edition.errors import InputError
from build_edition.readers import text as reader


def refusal(path: Path | str) -> str:
    with pytest.raises(InputError) as caught:
        reader.read(path)
    return str(caught.value)


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes("Ça va.\r\n".encode())
    source = reader.read(path)
    assert (source.name, source.text, source.warnings) == ("ferry.txt", "Ça va.\r\n", ())


def test_an_empty_file_is_an_empty_source(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    assert reader.read(path).text == ""


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The ferry.\n")))
    source = reader.read("-")
    assert (source.name, source.text) == ("standard input", "The ferry.\n")


def test_another_encoding_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(("Der Fährmann grüßte müde über den Fluß. " * 20).encode("cp1252"))
    source = reader.read(path)
    assert "Fährmann grüßte müde" in source.text
    assert "is not UTF-8" in source.warnings[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_encodings_with_a_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes("The ferry.\n".encode(encoding))
    assert reader.read(path).text.strip("\ufeff") == "The ferry.\n"


def test_control_characters_are_text(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"one\x0c two \x00 three" + b"." * 40)
    assert "\x0c" in reader.read(path).text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n...", "this is a PDF, not plain text\n  Give what pdftotext -bbox-layout makes of it"),
        (b"\x89PNG\r\n\x1a\n", "this is a PNG image"),
        (b"\xff\xd8\xff\xe0", "this is a JPEG image"),
        (b"II*\0....", "this is a TIFF image"),
        (b"PK\x03\x04....", "this is a ZIP archive"),
        (b"\x1f\x8b\x08", "this is a gzip archive"),
        (b"{\\rtf1 x}", "this is a Rich Text document"),
        (bytes(range(256)) * 8 + b"\0" * 400, "this is not text"),
        ("plain words".encode("utf-16-le"), "UTF-16 text without a byte order mark"),
        (b"\xff\xfe\x00", "begins with the mark of utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "thing"
    path.write_bytes(data)
    assert refusal(path).startswith("thing: ")
    assert said in refusal(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "this is a folder\n  Name one text file in it." in refusal(tmp_path)


def test_a_missing_file_is_refused_with_the_likely_one(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("x", encoding="utf-8")
    assert f"Did you mean {tmp_path / 'ferry.txt'}?" in refusal(tmp_path / "fery.txt")
    assert "Check the spelling" in refusal(tmp_path / "xyz.bin")
    assert "There is no folder" in refusal(tmp_path / "none" / "ferry.txt")


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("x", encoding="utf-8")
    assert "cannot be read" in refusal(tmp_path / "ferry.txt" / "more.txt")


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "shut.txt"
    path.write_text("x", encoding="utf-8")

    def shut(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", shut)
    assert "cannot be read: Permission denied" in refusal(path)


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the names of sockets must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        assert "this is a device" in refusal("s")


def test_a_path_with_a_nul_is_refused() -> None:
    assert "is no name of a file" in refusal("a\0b")
