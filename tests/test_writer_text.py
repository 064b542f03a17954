"""The plain-text writer."""

from build_edition.source import Source
from build_edition.transcript import Transcript
from build_edition.work import (
    Cell,
    Container,
    Heading,
    ItemList,
    Milestone,
    NoteCall,
    PageBeginning,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Text,
    Work,
)
from build_edition.writers.text import write_text


def words(text: str) -> tuple[Text]:
    return (Text(text, 0, 0),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(words(text), 0, 0)


def work(*blocks: object, heading: Heading | None = None) -> Work:
    return Work(Transcript(Source.from_text("")), (Section(heading, blocks, (), 0, 0),))  # type: ignore[arg-type]


def test_blocks_are_separated_by_blank_lines() -> None:
    heading = Heading(2, words("Of Oil"), 0, 0, label="CHAPTER ONE")
    assert write_text(work(paragraph("One."), paragraph("Two."), heading=heading)) == (
        "CHAPTER ONE\n\nOf Oil\n\nOne.\n\nTwo.\n"
    )


def test_inlines() -> None:
    inlines = (
        Text("It ", 0, 0),
        Span("hi", (Text("burnt", 0, 0),), 0, 0),
        PageBeginning("4", 0),
        NoteCall("12", "12", 0, 0),
        Text("\nlow.", 0, 0),
    )
    assert write_text(work(Paragraph(inlines, 0, 0))) == "It burnt[12] low.\n"


def test_displays() -> None:
    row = Row((Cell(words("wick"), 1, 0, 0), Cell(words("oil"), 2, 0, 0)), 0, 0)
    text = write_text(
        work(
            Container("quote", (paragraph("He said."),), 0, 0),
            ItemList(
                (Container("item", (paragraph("first"),), 0, 0), Container("item", (paragraph("second"),), 0, 0)),
                0,
                0,
            ),
            Milestone(0, 0),
            Table((row, row), 0, 0, Heading(3, words("Fuel"), 0, 0)),
            Container("note", (paragraph("See above."),), 0, 0, n="7"),
        )
    )
    assert text == ("He said.\n\nfirst\n\nsecond\n\n* * *\n\nFuel\n\nwick\toil\nwick\toil\n\n[7] See above.\n")


def test_an_empty_work_is_an_empty_text() -> None:
    assert write_text(Work(Transcript(Source.from_text("")), ())) == ""


def test_doubt_is_shown() -> None:
    inlines = (
        Span("suspect", words("waler"), 0, 0),
        Text(" in the ", 0, 0),
        Span("sic", words("lok"), 0, 0),
        Text(" at ", 0, 0),
        Span("conjecture", words("3·5"), 0, 0),
        Text(" ", 0, 0),
        Span("supplied", words("feet"), 0, 0),
    )
    assert write_text(work(Paragraph(inlines, 0, 0))) == "waler[?] in the lok [sic] at 3·5[?] [feet]\n"


def test_a_note_has_its_number_once() -> None:
    own = Container("note", (paragraph("7. See above."),), 0, 0, n="7")
    raised = Container(
        "note", (Paragraph((NoteCall("8", "8", 0, 0), Text(" See below.", 0, 0)), 0, 0),), 0, 0, n="8"
    )
    assert write_text(work(own, raised)) == "7. See above.\n\n[8] See below.\n"
