import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.errors import InputError
from build_edition.source import BYTE_ORDER_MARKS, Source


def test_lines_are_numbered_from_one_and_keep_their_offsets():
    source = Source.from_text("one\n  two \n\nfour")
    assert [(line.number, line.start, line.end, line.text) for line in source.lines] == [
        (1, 0, 3, "one"),
        (2, 4, 10, "  two "),
        (3, 11, 11, ""),
        (4, 12, 16, "four"),
    ]
    second = source.lines[1]
    assert (second.indent, second.ink_start, second.ink_end, second.ink) == (2, 6, 9, "two")
    assert [line.is_blank for line in source.lines] == [False, False, True, False]


def test_carriage_returns_stay_in_the_text_and_out_of_the_lines():
    source = Source.decode(b"one\r\ntwo\r\n", "dos.txt")
    assert source.text == "one\r\ntwo\r\n"
    assert [line.text for line in source.lines] == ["one", "two", ""]


def test_a_text_without_line_feeds_is_parted_at_carriage_returns():
    assert [line.text for line in Source.from_text("one\rtwo").lines] == ["one", "two"]


def test_other_line_separators_part_no_line():
    assert len(Source.from_text("a\x0bb\x0cc\x85d\u2028e\n").lines) == 2


@pytest.mark.parametrize(("mark", "encoding"), BYTE_ORDER_MARKS)
def test_a_byte_order_mark_decides_the_encoding_and_stays_in_the_text(mark, encoding):
    source = Source.decode(mark + "Größe – да".encode(encoding), "marked.txt")
    assert source.text == "\ufeffGröße – да"
    assert source.encoding == encoding
    assert not source.warnings


def test_a_legacy_encoding_is_found_with_a_warning():
    russian = ("Новая экономическая политика была переходом от войны к миру. " * 20).encode("cp1251")
    source = Source.decode(russian, "old.txt")
    assert "экономическая политика" in source.text
    assert "old.txt is not UTF-8" in source.warnings[0]


def test_where_encodings_fit_equally_well_the_commonest_is_taken():
    assert Source.decode("café naïve résumé déjà vu".encode("cp1252"), "short.txt").text.endswith("déjà vu")


def test_the_hash_is_of_the_bytes():
    data = b"caf\xc3\xa9"
    assert Source.decode(data, "x").sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", b"\xff\xfea\0b"])
def test_what_is_no_text_is_refused_with_a_remedy(data):
    with pytest.raises(InputError) as caught:
        Source.decode(data, "picture.png")
    assert caught.value.where == "picture.png"
    assert caught.value.remedy


def test_an_empty_file_is_one_empty_line():
    source = Source.decode(b"", "empty.txt")
    assert len(source) == 0
    assert [line.text for line in source.lines] == [""]
    assert source.position(0) == (1, 1)


@given(st.text(st.sampled_from("ab \n\r\f\u2028é"), max_size=60))
def test_offset_and_position_are_inverse(text):
    source = Source.from_text(text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.offset(line, column) == offset


@pytest.mark.parametrize("call", [(0, 1), (3, 1), (1, 0), (1, 5)])
def test_places_that_do_not_exist_are_refused(call):
    with pytest.raises(IndexError):
        Source.from_text("abc\nd").offset(*call)
    with pytest.raises(IndexError):
        Source.from_text("abc\nd").position(6)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        source = Source.decode(data, "any")
    except InputError as error:
        assert error.remedy
    else:
        rebuilt = "".join(
            source.text[line.start : after.start]
            for line, after in zip(source.lines, source.lines[1:], strict=False)
        )
        last = source.text[source.lines[-1].start :]
        assert rebuilt + last == source.text
        assert source.lines[-1].text == last.rstrip("\r\n")
