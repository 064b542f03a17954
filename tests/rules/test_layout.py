"""Which layout a text is taken for."""

from build_edition.rules.evidence.layout.kind import detect
from build_edition.source import Source
from tests.rules.press import PROSE, RIVER, page, paragraph


def test_hard_wrapped_prose_is_a_book():
    assert detect(Source.from_text(page(paragraph(PROSE), paragraph(RIVER)))) == "book"


def test_a_paragraph_a_line_with_traces_is_an_essay():
    text = page(PROSE, "**The weir**", RIVER + "The flood came twice.²", PROSE)
    assert detect(Source.from_text(text)) == "essay"


def test_a_paragraph_a_line_without_traces_is_of_the_web():
    assert detect(Source.from_text(page(PROSE, RIVER, PROSE))) == "web"


def test_an_empty_text_has_a_layout():
    assert detect(Source.from_text("")) == "web"
