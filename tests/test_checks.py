"""The checks: each finding is made where its fault is, and only there."""

from pathlib import Path

import pytest

from build_edition.checks import check_site, check_work
from build_edition.checks.finding import CODES
from build_edition.checks.lost_calls import lost_calls
from build_edition.checks.passages import repeated_passages
from build_edition.edition.project import Project
from build_edition.source import Source
from build_edition.transcript import Transcript
from build_edition.work import Container, ItemList, NoteCall, Paragraph, Row, Section, Table, Text, Work
from tests.edition_folder import EditionFolder


def codes(edition: EditionFolder, allow_other: bool = False) -> list[tuple[str, str]]:
    project = Project.load(edition.root)
    found = check_work(project, project.works[0], allow_other).findings
    assert {finding.code for finding in found} <= set(CODES)
    return [(finding.code, finding.severity) for finding in found]


def test_a_good_work_has_no_findings(edition: EditionFolder) -> None:
    project = Project.load(edition.root)
    checked = check_work(project, project.works[0])
    assert checked.findings == ()
    assert checked.account is not None
    assert checked.account.is_exact


def test_a_missing_source_is_noted(edition: EditionFolder) -> None:
    (edition.root / "sources/miller-1901.txt").unlink()
    assert codes(edition) == [("source-missing", "note")]


def test_another_source_is_an_error_unless_allowed(edition: EditionFolder) -> None:
    edition.write("sources/miller-1901.txt", "Another text.\n")
    assert codes(edition) == [("source-other", "error")]
    assert codes(edition, allow_other=True) == [("source-warning", "warning")]


def test_an_emendation_that_does_not_match(edition: EditionFolder) -> None:
    edition.write(
        "edition/emendations/miller-1901.yml", "- {line: 1, read: wick, as: lamp, cause: word, by: me}\n"
    )
    assert codes(edition) == [("emendation", "error")]


def test_a_source_that_is_no_text(edition: EditionFolder) -> None:
    path = edition.write("sources/miller-1901.txt", "%PDF-1.7")
    project = Project.load(edition.root)
    assert path.is_file()
    (finding,) = check_work(project, project.works[0], allow_other=True).findings
    assert "this is a PDF" in finding.what


def test_an_account_that_is_not_exact(edition: EditionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    edition.write(
        "edition/emendations/miller-1901.yml", "- {line: 1, read: Lamp, as: Wick, cause: word, by: me}\n"
    )
    monkeypatch.setattr("build_edition.accounting.heads_of_rules", dict)
    assert ("rule-unlisted", "error") in codes(edition)


def test_passages_that_bear_one_id() -> None:
    def passage(identity: str) -> Paragraph:
        return Paragraph((), 0, 0, id=identity)

    blocks = (
        passage("1"),
        Container("quote", (passage("2"),), 0, 0),
        ItemList((Container("item", (), 0, 0, id="3"), Container("item", (), 0, 0, id="2")), 0, 0),
        Table((Row((), 0, 0, id="4"), Row((), 0, 0)), 0, 0),
        passage(""),
        passage(""),
    )
    work = Work(Transcript(Source.from_text("")), (Section(None, blocks, (), 0, 0),))
    assert [finding.place for finding in repeated_passages("w", work)] == ["w/2"]


PAGE = '<html><body><p id="top">x</p>{}</body></html>'


def site(folder: Path, **pages: str) -> list[tuple[str, str]]:
    for name, body in pages.items():
        target = folder / name.replace("__", "/")
        target = target / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(PAGE.format(body), encoding="utf-8")
    (folder / "style.css").write_text("", encoding="utf-8")
    return [(finding.code, finding.place) for finding in check_site(folder)]


@pytest.mark.parametrize(
    "link",
    [
        "#top",
        "../b/",
        "../b/#top",
        "../b/index.html#top",
        "/b/",
        "../style.css?v=1",
        "https://example.org/x",
        "mailto:a@b.c",
        "./",
        "../b/#t%6Fp",
    ],
)
def test_good_links(tmp_path: Path, link: str) -> None:
    assert site(tmp_path, a=f'<a href="{link}">x</a>', b="") == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="../c/">x</a>', "link-broken"),
        ('<img src="none.png">', "link-broken"),
        ('<link rel="stylesheet" href="../none.css">', "link-broken"),
        ('<a href="#bottom">x</a>', "anchor-missing"),
        ('<a href="../b/#bottom">x</a>', "anchor-missing"),
        ('<p id="top">x</p>', "id-twice"),
    ],
)
def test_bad_links(tmp_path: Path, body: str, code: str) -> None:
    ((found, place),) = site(tmp_path, a=body, b="")
    assert found == code
    assert place.startswith("a/index.html")


def test_a_note_whose_call_the_source_has_lost_is_reported_with_its_place() -> None:
    text = "It stood.¹\n\nIt fell.\n\nIt rose.³\n\n1. Until 1901.\n2. In the flood.\n3. A wheel."
    source = Source.from_text(text)

    def paragraph(words: str, *calls: NoteCall) -> Paragraph:
        start = text.index(words)
        return Paragraph((Text(words, start, start + len(words)), *calls), start, start + len(words))

    def call(n: str, sign: str) -> NoteCall:
        return NoteCall(n, sign, text.index(sign), text.index(sign) + 1, target=f"n{n}")

    def note(n: str) -> Container:
        start = text.index(f"{n}. ")
        return Container("note", (), start, start + 2, n=n, key=f"n{n}")

    body = (paragraph("It stood.", call("1", "¹")), paragraph("It fell."), paragraph("It rose.", call("3", "³")))
    notes = (note("1"), note("2"), note("3"))

    def work(*blocks: Paragraph | Container) -> Work:
        return Work(Transcript(source), (Section(None, blocks, (), 0, len(text)),))

    (finding,) = lost_calls("mill", work(*body, *notes))
    assert (finding.code, finding.place) == ("call-lost", "mill, line 8 of the source")
    assert finding.what == "note 2 is called nowhere in the text"
    assert finding.remedy.endswith("after call 1 on line 1 and before call 3 on line 5.")
    assert list(lost_calls("mill", work(*notes))) == []
