"""What a person sees who runs `report` in a terminal."""

from build_edition.report.as_text import as_text
from build_edition.report.telling import tell
from tests.command_line import run
from tests.report.test_long_reports import long_report
from tests.report.versioned import EMENDATIONS, RECORD, Versioned


def test_a_terminal_shows_what_changes_without_colour(edition: Versioned) -> None:
    edition.write(EMENDATIONS, RECORD)
    code, out, err = run("report", "--base", "main", "--format", "text")
    assert (code, err) == (0, "")
    assert "It [-fel-] {+fell+} on the poor," in out
    assert "Places that read otherwise by record" in out
    assert "&#" not in out
    assert "<" not in out


def test_a_long_report_says_what_is_left_out() -> None:
    text = as_text(tell(long_report(50, 5)))
    assert "… and 30 readings more: --output FILE.html has all" in text
    assert text.count("\n* ") == 25


def test_a_record_cannot_write_to_the_terminal(edition: Versioned) -> None:
    edition.write("edition/glossary.yml", '- {id: a, headword: a, definition: "\\e[2J\\e]0;x\\a", forms: [a]}\n')
    _, out, _ = run("report", "--base", "main", "--format", "text")
    assert "\x1b" not in out
    assert "[U+001B]" in out
