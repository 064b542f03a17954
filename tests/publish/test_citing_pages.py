"""Citations in what is written by hand: found where they are meant, made with their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from build_edition.edition.project import Project
from build_edition.errors import RecordError
from build_edition.publish.cite.by_hand import citing_pages, read_page, resolved
from build_edition.publish.cite.citations import Citations
from build_edition.publish.cite.formatted import Formatted
from build_edition.publish.cite.pandoc import Cite
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite, build

KNOWN = ("roe-1990", "orr-1890")


def made(text: str, in_notes: bool = True) -> str:
    problems: list[RecordError] = []
    page = read_page(text, "x.md", "docs/x.md", KNOWN, problems)
    assert problems == []
    cited = {one: Formatted.plain(f"{one.key.title()}{one.locator and ', ' + one.locator}") for one in page.cites}
    return resolved(page, Citations({}, cited, in_notes), "../bibliography/index.md")


def test_a_citation_becomes_a_numbered_note_with_its_place() -> None:
    text = made("Rain fell [@roe-1990, p. 5]. Snow too [see @orr-1890, ch. 2; @roe-1990].\n")
    assert text.startswith('Rain fell.<sup class="call"><a id="cite-1-call" href="#cite-1"')
    soup = BeautifulSoup(markdown(text, extensions=["attr_list", "md_in_html"]), "html.parser")
    first, second = soup.select("li.note")
    assert first.get_text().strip() == "1 Roe-1990, p. 5."
    assert second.get_text().strip() == "2 See Orr-1890, ch. 2; Roe-1990."
    assert [a["href"] for a in second.select("a")] == [
        "#cite-2-call",
        "../bibliography/index.md#orr-1890",
        "../bibliography/index.md#roe-1990",
    ]
    assert "## Notes {#cite-notes .added}" in text


def test_a_style_without_notes_cites_in_brackets() -> None:
    text = made("Rain fell [@roe-1990, p. 5].\n", in_notes=False)
    assert text == "Rain fell ([Roe-1990, p. 5](../bibliography/index.md#roe-1990)).\n"


def test_letters_of_a_citation_are_no_signs_of_markdown() -> None:
    cite = Cite("roe-1990")
    page = read_page("Rain [@roe-1990].\n", "x.md", "docs/x.md", KNOWN, [])
    text = resolved(page, Citations({}, {cite: Formatted.plain("Roe, *Wells* [2] a_b_c")}, False), "b.md")
    assert BeautifulSoup(markdown(text), "html.parser").select_one("a").get_text() == "Roe, *Wells* [2] a_b_c"


@pytest.mark.parametrize(
    "text",
    [
        "No citation.\n",
        "`[@roe-1990]`\n",
        "``a ` [@roe-1990]``\n",
        "```markdown\n[@roe-1990, p. 5]\n```\n",
        "~~~\n[@none]\n~~~\n",
        "<!-- [@none] -->\n",
        "\\[@roe-1990]\n",
        "[a@b.org](mailto:a@b.org) and [ann@velm.org]\n",
        "[write to @ann](https://example.org)\n",
        "[@roe-1990](x.md)\n",
    ],
)
def test_what_is_no_citation_stays_as_it_is(text: str) -> None:
    assert made(text) == text


@given(st.text(st.characters(exclude_characters="@\r", exclude_categories=["Cs"])))
def test_a_text_without_the_sign_is_not_changed(text: str) -> None:
    assert made(text).rstrip("\n") == text.rstrip("\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\n\n[@roe-1991]", "docs/x.md, line 3: cites “roe-1991”, which is no entry of bib/edition.bib\n"
         "  Did you mean @roe-1990?"),
        ("[@roe-1990 p. 5]", "“[@roe-1990 p. 5]” is no citation"),
        ("[@roe-1990; ]", "is no citation"),
        ("[see @roe-1990 and @orr-1890]", "is no citation"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(text: str, says: str) -> None:
    problems: list[RecordError] = []
    read_page(text, "x.md", "docs/x.md", KNOWN, problems)
    assert says in str(problems[0])


BIB = """
@book{roe-1990, author = {Roe, Ann}, title = {The Wells of {Velm}}, publisher = {Tarn Press}, date = {1990}}
"""


@pytest.fixture
def site(edition: EditionFolder, tmp_path: Path) -> BuiltSite:
    with (edition.root / "bib/edition.bib").open("a", encoding="utf-8") as stream:
        stream.write(BIB)
    edition.write("docs/index.md", "# Papers from the Valley\n\nRain [@roe-1990, pp. 5-6], oil [@miller-1901].\n")
    (edition.root / "docs/more").mkdir()
    edition.write("docs/more/deep.md", "# Deep\n\nWells [@roe-1990, ch. 2].\n\n```\n[@roe-1990]\n```\n")
    (edition.root / "edition/headnotes").mkdir()
    edition.write("edition/headnotes/miller-1901.md", "The tax was old [@roe-1990, p. 9].\n")
    return build(edition.root, tmp_path / "site")


def test_pages_show_numbered_notes_that_lead_to_the_bibliography(site: BuiltSite) -> None:
    assert [w for w in site.result.warnings if "more/deep.md" not in w] == []
    page = site.pages["index.html"]
    first, second = page.select("li.note")
    assert first.get_text().strip() == "1 Roe, The Wells of Velm, 5–6."
    assert second.get_text().strip() == "2 Miller, “The Lamp Tax.”"
    assert first.select("a")[1]["href"] == "bibliography/#roe-1990"
    assert [a.get_text() for a in page.select("a[role=doc-noteref]")] == ["1", "2"]
    deep = site.pages["more/deep/index.html"]
    assert deep.select("li.note a")[1]["href"] == "../../bibliography/#roe-1990"
    assert deep.select_one("pre").get_text().strip() == "[@roe-1990]"


def test_a_citation_that_begins_a_line_stands_close_to_its_words(edition: EditionFolder, tmp_path: Path) -> None:
    text = "# Start\n\nThe mill\n[@miller-1901].\n\n[@miller-1901] is old.\n"
    edition.write("docs/index.md", text)
    page = build(edition.root, tmp_path / "site").pages["index.html"]
    assert [p.get_text() for p in page.select(".sheet > p")] == ["The mill.1", "2 is old."]


def test_a_headnote_cites_too(site: BuiltSite) -> None:
    page = site.pages["works/miller-1901/index.html"]
    note = page.select_one("li#headnote-1")
    assert note.get_text().strip() == "1 Roe, The Wells of Velm, 9."
    assert page.find(id="headnote-1-call")


def test_no_sign_of_a_citation_is_left(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        for code in page.select("code"):
            code.decompose()
        assert not [sign for sign in ("[@", "[^") if sign in page.get_text()], path


def test_what_is_wrong_in_any_page_is_told_at_once(edition: EditionFolder) -> None:
    edition.write("docs/index.md", "[@none]\n\n[@other]\n")
    with pytest.raises(RecordError, match="2 things are wrong") as caught:
        citing_pages(Project.load(edition.root))
    assert "docs/index.md, line 3: cites “other”" in str(caught.value)


def test_cites_are_told(edition: EditionFolder) -> None:
    edition.write("docs/index.md", "# The *Valley* {.x}\n\n[@miller-1901, p. 3]\n")
    (page,) = citing_pages(Project.load(edition.root))
    assert (page.title, list(page.cites)) == ("The *Valley*", [Cite("miller-1901", "p. 3")])
