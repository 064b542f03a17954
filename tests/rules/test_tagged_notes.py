"""Notes that HTML tells, what leads back from them, and calls in links, brackets and signs."""

import pytest

from build_edition.rules import transcribe
from build_edition.source import Source
from tests.rules.desk import TOLL, WOOL, readings, values


def web(*lines):
    return transcribe(Source.from_text("\n\n".join(lines) + "\n"))


def numbers(transcript, kind):
    return values(transcript, kind, "n")


LINKED = '<sup><a href="#fn{0}" id="ref{0}">{0}</a></sup>'


@pytest.mark.parametrize(
    "notes",
    [
        ("<ol>\n<li>Roe, p. 4.</li>\n<li>Doe, p. 9.</li>\n</ol>",),
        ('<ol start="1"><li>Roe, p. 4.</li>', "<li>Doe, p. 9.</li></ol>"),
        ('<li value="1">Roe, p. 4. <a href="#ref1">↩</a></li>', "<li>Doe, p. 9.&nbsp;↩︎</li>"),
        ("<p>1. Roe, p. 4.</p>", "<p>2. Doe, p. 9.</p>"),
        ("1. ↑ Roe, p. 4.", "2. ↑ Doe, p. 9."),
        (r"1\. Roe, p. 4.", r"2\. Doe, p. 9."),
    ],
)
def test_entries_under_a_tagged_heading_are_notes(notes):
    head = '<h2 class="x">Notes</h2>'
    transcript = web(f"{WOOL}{LINKED.format(1)}", f"{TOLL}{LINKED.format(2)}", head, *notes)
    assert numbers(transcript, "note") == ["1", "2"]
    assert numbers(transcript, "ref") == ["1", "2"]
    assert readings(transcript, "head") == ["Notes"]
    assert not {"↩", "↑"} & set(transcript.reading.text)


def test_a_list_of_notes_counts_on_from_what_it_says():
    transcript = web(WOOL, "<h2>Notes</h2>", '<ol start="7">\n<li>Roe, p. 4.</li>\n<li>Doe, p. 9.</li>\n</ol>')
    assert numbers(transcript, "note") == ["7", "8"]


@pytest.mark.parametrize(
    "name", ["fn{}", "fn:{}", "footnote-{}", "cite_note-{}", "note{}", "_ftn{}", "endnote_{}"]
)
def test_the_name_of_a_tag_tells_a_note_without_any_heading(name):
    notes = [f'<p id="{name.format(n)}">Roe, p. {n}.</p>' for n in (1, 2, 3)]
    assert numbers(web(WOOL, TOLL, *notes), "note") == ["1", "2", "3"]


def test_a_list_without_such_a_heading_is_one():
    transcript = web(WOOL, "<h2>The Wants of the Town</h2>", "<ol>\n<li>Rye.</li>\n<li>Bran.</li>\n</ol>")
    assert readings(transcript, "note") == []
    assert readings(transcript, "item") == ["Rye.", "Bran."]


@pytest.mark.parametrize(
    "call",
    [
        *(
            '<sup id="r{0}"><a href="#n{0}">{0}</a></sup>',
            '<sup class="x">[{0}]</sup>',
            r"\[{0}\]",
            "[[{0}]](#n{0})",
        ),
        *("<sup>[{0}](#page-1-{0})</sup>", "[^{0}]", "^{0}^"),
    ],
)
def test_calls_in_links_and_brackets(call):
    transcript = web(f"{WOOL}{call.format(1)}", f"{TOLL}{call.format(2)}", "## Notes", "1. Roe, p. 4.", "2. Doe.")
    assert readings(transcript, "ref") == ["1", "2"]
    assert transcript.reading.text.startswith(f"{WOOL}1\n\n{TOLL}2\n")


def test_numbers_in_round_brackets_call_notes_numbered_so():
    notes = ("Notes", "(1) Roe, p. 4.", "(2) Doe, p. 9.")
    assert numbers(web(f"{WOOL}(1)", f"{TOLL}(2)", *notes), "ref") == ["1", "2"]
    others = ("Notes", "1. Roe, p. 4.", "2. Doe, p. 9.")
    assert numbers(web(f"{WOOL}(1)", f"{TOLL}(2)", *others), "ref") == []


@pytest.mark.parametrize(("call", "note"), [("*", r"\* In 1901."), ("[*]", "[*] In 1901."), ("†", "† In 1901.")])
def test_a_sign_calls_the_note_below_it(call, note):
    transcript = web(f"{TOLL}{call}", WOOL, note, WOOL, f"{WOOL}{call}", note)
    assert numbers(transcript, "note") == [call.strip("[]")] * 2
    assert numbers(transcript, "ref") == [call.strip("[]")] * 2


def test_letters_in_brackets_call_notes_behind_their_paragraphs():
    text = f"{WOOL}[A] And so.\n\n[Footnote A: In 1901.]\n\n{TOLL}[B] Even so.\n\n[Footnote B: In 1902.]"
    transcript = web(text.replace(", ", ",\n"))
    assert numbers(transcript, "ref") == ["A", "B"]


def test_a_command_raises_a_call():
    transcript = web(
        rf"{WOOL}\textsuperscript{{1}}", rf"{TOLL}\textsuperscript{{2}}", "## Notes", "1. Roe.", "2. Doe."
    )
    assert readings(transcript, "ref") == ["1", "2"]
    assert "textsuper" not in transcript.reading.text


def test_notes_at_the_feet_of_pages_are_told_from_numbered_paragraphs():
    lists = [f"{n}. {TOLL}" for n in (1, 2, 3, 4)]
    pages = [(f"{WOOL}<sup>{n}</sup>", f"{n}. Roe, p. {n}.", f"[Page {n + 10}]") for n in (1, 2, 3)]
    transcript = web(*(line for page in pages for line in page), WOOL, *lists, WOOL)
    assert readings(transcript, "note") == [f"{n}. Roe, p. {n}." for n in (1, 2, 3)]
