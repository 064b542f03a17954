"""Files that cannot be read as pages are refused with what is wrong, where, and what to do."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from build_edition.errors import InputError
from build_edition.readers import packed
from build_edition.readers.files import decode, read
from tests.readers.pages import Set, as_alto, as_hocr, as_page_xml, placed

PAGE = placed([Set("The mill")])
ALTO = as_alto([PAGE])


def refusal(data: bytes, name: str = "page.xml") -> str:
    with pytest.raises(InputError) as caught:
        decode(data, name)
    assert caught.value.where.startswith(name)
    assert caught.value.remedy
    return str(caught.value)


def zipped(files: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return memory.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (ALTO[:200], "page.xml, line 1, column 183: is not well-formed XML: "),
        (as_page_xml([]), "has no words in its 1 page"),
        (b"<alto><Layout/></alto>", "has no words in its 0 pages"),
        (b"<mets xmlns='x'/>", "this is METS, a list of files, not a page"),
        (b"<document xmlns='http://www.abbyy.com/x.xml'/>", "this is FineReader XML"),
        (b"<DjVuXML/>", "_hocr.html"),
        (b"<alto>" + b"<TextBlock>" * 600, "more than 500 deep"),
        (
            b'<!DOCTYPE alto [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><alto>&b;</alto>',
            "declares an entity of its own, “a”",
        ),
        (b'<!DOCTYPE alto [<!ENTITY a SYSTEM "file:///etc/hostname">]><alto>&a;</alto>', "declares an entity"),
    ],
)
def test_what_is_wrong_with_a_file(data, said):
    assert said in refusal(data)


def test_nothing_is_fetched(monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the network was asked"))
    data = ALTO.replace(b"<alto", b'<!DOCTYPE alto SYSTEM "http://192.0.2.1/alto.dtd"><alto')
    assert decode(data, "p").text == "The mill\n"


def test_a_name_that_promises_what_the_file_is_not():
    assert "is called a file of an OCR program" in refusal(b"The mill burnt.", "page.hocr")
    assert decode(b"The mill burnt.", "page.xml").text == "The mill burnt."


def test_archives_that_are_damaged_or_monstrous(monkeypatch):
    assert "cannot be unpacked: it ends too early" in refusal(gzip.compress(ALTO)[:-9], "a.gz")
    damaged = bytearray(zipped({"a.xml": ALTO * 9}))
    damaged[60] ^= 255
    assert "cannot be unpacked" in refusal(bytes(damaged), "a.zip")
    monkeypatch.setattr(packed, "_LARGEST", 1000)
    assert "would unpack to more than" in refusal(gzip.compress(ALTO * 9), "a.gz")
    assert "would unpack to more than" in refusal(zipped({"a.xml": ALTO * 9}), "a.zip")


def test_an_archive_without_pages_is_refused_as_ever():
    assert "this is a ZIP archive" in refusal(zipped({"word/document.xml": b"<w:document/>"}), "a.docx")


def test_the_same_pages_in_two_formats(tmp_path: Path):
    (tmp_path / "1.hocr").write_bytes(as_hocr([PAGE]))
    (tmp_path / "1.xml").write_bytes(ALTO)
    with pytest.raises(InputError, match="1 in ALTO and 1 in hOCR") as caught:
        read(tmp_path)
    assert caught.value.where == str(tmp_path)
    assert "1 in ALTO and 1 in hOCR" in refusal(zipped({"1.hocr": as_hocr([PAGE]), "1.xml": ALTO}), "a.zip")


def test_a_zip_of_pages_with_what_comes_beside_them():
    files = {
        "__MACOSX/._a.xml": b"x",
        "doc/mets.xml": b"<mets/>",
        "doc/p10.xml": ALTO,
        "doc/p9.xml": ALTO,
        "doc/p9.jpg": b"x",
    }
    assert decode(zipped(files), "a.zip").text == "The mill\n\fThe mill\n"
