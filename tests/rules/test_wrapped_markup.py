"""Markdown and HTML in text that is wrapped: headings, quotations, lists."""

import textwrap

import pytest

from build_edition.rules import transcribe
from build_edition.source import Source
from tests.rules.desk import TOLL, WOOL, readings, values


def wrapped(text, first="", rest=""):
    return textwrap.fill(text, 66, initial_indent=first, subsequent_indent=rest)


def book(*blocks):
    """Blocks between enough paragraphs that the text is known to be wrapped."""
    prose = [wrapped(f"{WOOL} {TOLL}"), wrapped(f"{TOLL} {WOOL}")]
    return transcribe(Source.from_text("\n\n".join([*prose, *blocks, *prose, *prose]) + "\n"))


def joined(transcript, kind):
    return [" ".join(text.split()) for text in readings(transcript, kind)]


@pytest.mark.parametrize(
    "heads",
    [
        ("## The Ford", "### The Toll"),
        ("## The Ford ##", "### **The Toll**"),
        ('<h2 class="c">The Ford</h2>', '<h3 id="x"><b>The Toll</b></h3>'),
    ],
)
def test_headings_are_those_that_mark_up_tells(heads):
    transcript = book(heads[0], wrapped(WOOL), "Nobody came", wrapped(TOLL), heads[1])
    assert joined(transcript, "head") == ["The Ford", "The Toll"]
    assert values(transcript, "head", "level") == [2, 3]


def test_lines_drawn_under_headings_tell_them():
    transcript = book("Chapter One\n===========", wrapped(WOOL), "The Toll\n--------")
    assert joined(transcript, "head") == ["Chapter One", "The Toll"]
    assert values(transcript, "head", "level") == [2, 3]
    assert not {"=", "-"} & set(transcript.reading.text)


def test_a_label_and_its_title_are_one_and_other_lines_none():
    transcript = book(
        "## CHAPTER I", "## The Ford", wrapped(WOOL), "Chapter two of the ledger is lost.", "### The Toll"
    )
    assert joined(transcript, "head") == ["CHAPTER I The Ford", "The Toll"]
    assert values(transcript, "head", "label") == ["CHAPTER I", None]


def test_a_quotation_has_the_sign_on_each_line_or_the_first():
    transcript = book("## The Ford", wrapped(TOLL, "> ", "> "), "### Toll", wrapped(WOOL, "> "), wrapped(WOOL))
    assert joined(transcript, "quote") == [TOLL, WOOL]
    assert ">" not in transcript.reading.text


def test_paragraphs_of_one_quotation_are_parted_by_the_sign_alone():
    transcript = book("# Ford", f"{wrapped(TOLL, '> ', '> ')}\n>\n{wrapped(WOOL, '> ', '> ')}", "# Toll")
    assert joined(transcript, "quote") == [f"{TOLL} {WOOL}"]
    assert {TOLL, WOOL} <= set(joined(transcript, "p"))


def test_a_block_in_tags_is_a_quotation():
    transcript = book(f"<blockquote>\n{wrapped(TOLL)}\n</blockquote>")
    assert joined(transcript, "quote") == [TOLL]


def test_a_lone_sign_is_a_misread_bullet_and_no_quotation():
    transcript = book("They owed:\n> flour, and as much bran as two mules carry;\n> rye;\n> a goose.")
    assert readings(transcript, "quote") == []
    assert len(readings(transcript, "item")) == 3


def test_escapes_and_links_are_resolved_where_the_text_is_markdown():
    line = r"The [mill](https://mill.example) burnt 5\% of its rye\*."
    assert "The mill burnt 5% of its rye*." in book("# Ford", line, "# Toll").reading.text
    assert line in book(line).reading.text


def test_what_form_feeds_part_is_printed():
    text = "\n\f".join(f"## {head}\n\n{wrapped(TOLL)}\n\n{wrapped(WOOL)}" for head in ("The Ford", "The Toll"))
    assert "## The Ford" in transcribe(Source.from_text(text)).reading.text


def test_tags_begin_paragraphs_and_items():
    full = wrapped(f"<p>{WOOL} {TOLL} {WOOL}").rpartition(" ")[0]  # its last line may be full
    rye = wrapped(f"<li>rye, {TOLL[:90]}</li>")
    transcript = book(full, wrapped(f"<p>{TOLL}</p>"), rye, "<li>a goose</li>", wrapped(f"<p>{WOOL}</p>"))
    assert [text for text in joined(transcript, "p") if text in (TOLL, WOOL)] == [TOLL, WOOL]
    assert [text.split()[0] for text in joined(transcript, "item")] == ["rye,", "a"]
