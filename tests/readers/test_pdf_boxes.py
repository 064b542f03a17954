"""The words of a PDF in their boxes: sizes, raised figures, damage; and what Poppler makes of real pages."""

from __future__ import annotations

import subprocess

import pytest

from build_edition.errors import InputError
from build_edition.readers import pdf_boxes
from build_edition.readers.files import decode
from build_edition.readers.formats import format_of
from build_edition.rules import transcribe
from build_edition.specimen.maker.printing import printed
from tests.readers.pages import Placed, Set, as_pdf_boxes, placed

SET = """
#set page(width: 110mm, height: 160mm)
#set text(font: "Libertinus Serif", size: 10pt)
#set par(justify: true, first-line-indent: 5mm)
"""
TEXT = """
The miller kept the weir as his father had kept it, and let nobody fish there.#footnote[So the deed.] Whoever came
by night was heard, for the dog did not sleep#footnote[Nor did the miller.] while the water ran over the boards.

#text(size: 8.8pt)[Let no man say that the eels are his who has not mended the boards in winter, nor paid the
smith for the iron of the sluice; for the weir feeds him who keeps it.]

#lorem(90)
"""


def word(text: str, left: float, right: float, top: float = 10, bottom: float = 20) -> str:
    return f'<word xMin="{left}" yMin="{top}" xMax="{right}" yMax="{bottom}">{text}</word>'


def page(*inner: str) -> bytes:
    lines = "".join(f"<line>{line}</line>" for line in inner)
    return (
        f'<html><body><doc><page width="9"><flow><block>{lines}</block></flow></page></doc></body></html>'.encode()
    )


def only_line(inner: str) -> pdf_boxes.Line:
    (found,) = pdf_boxes.read(page(inner), "p.html")
    (line,) = found.lines
    return line


def test_the_size_of_type_is_that_of_most_letters():
    line = only_line(word("The", 0, 20) + word("miller", 25, 60) + word("2", 60.5, 63, 8, 14))
    assert line.size == 10
    assert [word.tight for word in line.words] == [False, False, True]


def test_a_figure_beside_a_word_is_known_as_raised():
    lines = [placed([Set("the miller kept the weir as his father had")])[0] for _ in range(12)]
    for at, line in enumerate(lines):
        lines[at] = [Placed(w.text, (w.box[0], w.box[1] + 60 * at, w.box[2], w.box[3] + 60 * at)) for w in line]
    last = lines[5][-1].box
    lines[5].append(Placed("7", (last[2] + 1, last[3] - 26, last[2] + 9, last[3] - 14)))
    source = decode(as_pdf_boxes([lines]), "p.html")
    assert source.geometry is not None
    assert [source.text[start:end] for start, end in source.geometry.raised] == ["7"]
    assert "had7\n" in source.text


def test_characters_that_xml_forbids_and_fonts_yield_are_passed_over():
    assert [w.text for w in only_line(word("mi\x02ll", 0, 20) + word("\x01", 22, 25)).words] == ["mill"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (page(word("mill", 0, 20)).replace(b'xMin="0"', b'xMin="?"'), "xMin is '?', not a number"),
        (
            b'<html><body><doc><page width="9"><word xMin="1">mill</word></page></doc></body></html>',
            "-bbox-layout",
        ),
        (page(word("mill", 0, 20))[:-20], "not well-formed"),
        (page(), "has no words"),
    ],
)
def test_what_is_damaged_or_of_another_kind_is_refused(data, said):
    with pytest.raises(InputError) as caught:
        decode(data, "p.html")
    assert said in f"{caught.value} {caught.value.remedy}"


def test_other_web_pages_are_not_taken_for_words_of_a_pdf():
    assert format_of(page(word("mill", 0, 20))) == "words of a PDF"
    assert format_of(b"<html><body><p>The doc of a page width.</p></body></html>") is None


def test_a_printed_page_comes_back_with_its_notes_and_its_display(tmp_path):
    path, boxes = tmp_path / "book.pdf", tmp_path / "book.html"
    path.write_bytes(printed(SET + "#pagebreak()".join([TEXT] * 3)))
    subprocess.run(["pdftotext", "-bbox-layout", str(path), str(boxes)], check=True)
    source = decode(boxes.read_bytes(), "book.html")
    transcript = transcribe(source, "book")
    assert [mark.get("n") for mark in transcript.of_kind("ref")] == list("123456")
    notes = [source.text[mark.start : mark.end] for mark in transcript.of_kind("note")]
    assert [note.split()[-1] for note in notes] == ["deed.", "miller."] * 3
    for quotation in transcript.of_kind("quote"):
        text = source.text[quotation.start : quotation.end]
        assert text.startswith("Let no man")
        assert text.endswith("who keeps it.")
    assert len(list(transcript.of_kind("quote"))) == 3
