"""Citations in the words of a style: what pandoc makes of them, and what stands in without it."""

from __future__ import annotations

import json

import pytest

from build_edition.edition.project import Project
from build_edition.errors import EditionError, RecordError
from build_edition.publish.cite import citations as module
from build_edition.publish.cite.citations import MISSING, STYLES, Citations, cite
from build_edition.publish.cite.formatted import Formatted, stopped
from build_edition.publish.cite.pandoc import Cite, find_pandoc
from tests.edition_folder import EDITION, EditionFolder

BIB = """
@book{roe-1990, author = {Roe, Ann}, title = {The Wells of {Velm}}, publisher = {Tarn Press}, location = {Velm}, date = {1990}, langid = {british}}
@book{roe-1995, author = {Roe, Ann}, title = {Tides, 1900--1950}, publisher = {Tarn Press}, location = {Velm}, date = {1995}, langid = {british}}
@article{kirov-1962, author = {Киров, А. Б.}, title = {О воде и <соли>}, journaltitle = {Вода}, date = {1962-09-09}, langid = {russian}}
@incollection{orr-1890, author = {Orr, Jan}, title = {On Rain}, origdate = {1890}, maintitle = {Works}, volume = {3}, publisher = {Tarn Press}, location = {Velm}, date = {1960/1970}, langid = {british}}
@article{almanac-1958, journaltitle = {The Almanac}, date = {1958-02}, langid = {british}}
"""  # noqa: E501


@pytest.fixture
def project(edition: EditionFolder) -> Project:
    if find_pandoc() is None:
        pytest.fail("pandoc is not installed; it comes with the development set-up")
    with (edition.root / "bib/edition.bib").open("a", encoding="utf-8") as stream:
        stream.write(BIB)
    return Project.load(edition.root)


def words(project: Project, key: str, locator: str = "") -> Formatted:
    one = Cite(key, locator)
    return cite(project, [one]).cited[one]


def with_style(project: Project, style: str) -> Project:
    (project.root / "edition/edition.yml").write_text(EDITION + f"citations: {style}\n", encoding="utf-8")
    return Project.load(project.root)


def test_the_entries_stand_in_order_and_in_full(project: Project) -> None:
    made = cite(project, [])
    assert list(made.entries)[-1] == "kirov-1962"
    assert set(made.entries) == set(project.bibliography)
    assert made.entries["roe-1990"].html == "Roe, Ann. <em>The Wells of Velm</em>. Velm: Tarn Press, 1990."
    assert (
        made.entries["orr-1890"].text
        == "Orr, Jan. “On Rain.” In Works, vol. 3. 1890; Velm: Tarn Press, 1960–1970."
    )
    assert (
        made.entries["kirov-1962"].html == "Киров, А. Б. “О воде и &lt;соли&gt;.” <em>Вода</em>, 9 September 1962."
    )
    assert made.entries["almanac-1958"].text == "The Almanac, February 1958."
    assert made.warnings == ()


def test_no_entry_is_lost_that_a_style_has_no_words_for(project: Project) -> None:
    with (project.root / "bib/edition.bib").open("a", encoding="utf-8") as stream:
        stream.write("@misc{bare, langid = {british}}\n@letter{odd, author = {Orr, Jan}, title = {To Roe}}\n")
    made = cite(Project.load(project.root), [Cite("bare"), Cite("odd", "p. 2")])
    assert made.entries["bare"].text
    assert made.cited[Cite("bare")].text == "bare"
    assert "Orr" in made.entries["odd"].text
    assert "Orr" in made.cited[Cite("odd", "p. 2")].text


def test_no_dash_stands_for_an_author(project: Project) -> None:
    for style in STYLES:
        made = cite(with_style(project, style), [])
        assert not [entry.text for entry in made.entries.values() if "———" in entry.text]
        assert made.entries["roe-1995"].text.startswith("Roe, Ann. ")


@pytest.mark.parametrize(
    ("key", "locator", "said"),
    [
        ("roe-1995", "", "Roe, Tides, 1900–1950"),
        ("roe-1995", "p. 5", "Roe, Tides, 1900–1950, 5"),
        ("roe-1995", "pp. 20-21", "Roe, Tides, 1900–1950, 20–21"),
        ("roe-1995", "ch. 7", "Roe, Tides, 1900–1950, ch. 7"),
        ("roe-1995", "the *third* table [of §2]", "Roe, Tides, 1900–1950, the *third* table [of §2]"),
        ("orr-1890", "art. 6", "Orr, “On Rain,” art. 6"),
        ("orr-1890", "", "Orr, “On Rain”"),
        ("kirov-1962", "с. 5", "Киров, “О воде и <соли>,” с. 5"),
        ("almanac-1958", "p. 3", "The Almanac, February 1958, p. 3"),
    ],
)
def test_a_short_note_keeps_the_place(project: Project, key: str, locator: str, said: str) -> None:
    assert words(project, key, locator).text == said


def test_no_citation_depends_on_those_before_it(project: Project) -> None:
    several = [Cite("roe-1990", f"p. {n}") for n in range(5, 9)]
    made = cite(project, several).cited
    assert [made[one].text for one in several] == [f"Roe, The Wells of Velm, {n}" for n in range(5, 9)]


def test_author_and_date(project: Project) -> None:
    project = with_style(project, "chicago-author-date")
    assert words(project, "roe-1995", "p. 5").text == "Roe 1995, 5"
    assert not cite(project, []).in_notes


def test_a_style_of_the_editions_own(project: Project) -> None:
    style = STYLES["chicago-author-date"].read_text(encoding="utf-8")
    (project.root / "bib/house.csl").write_text(style, encoding="utf-8")
    assert words(with_style(project, "bib/house.csl"), "roe-1990").text == "Roe 1990"
    with pytest.raises(RecordError, match=r"names bib/none\.csl, and there is no such file"):
        cite(with_style(project, "bib/none.csl"), [])


def test_pandoc_is_asked_once_for_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = module.run_pandoc
    monkeypatch.setattr(module, "run_pandoc", lambda *given: asked.append(given) or real(*given))
    first = cite(project, [Cite("roe-1990", "p. 5"), Cite("roe-1990", "p. 5"), Cite("orr-1890")])
    assert cite(project, [Cite("orr-1890"), Cite("roe-1990", "p. 5")]) == first
    assert len(asked) == 1
    cite(project, [Cite("roe-1990", "p. 6")])
    assert len(asked) == 2
    kept = project.root / "build/citations.json"
    assert json.loads(kept.read_text(encoding="utf-8"))["asked"]
    kept.write_text("{", encoding="utf-8")
    assert cite(project, [Cite("orr-1890")]).cited[Cite("orr-1890")].text == "Orr, “On Rain”"
    assert len(asked) == 3


def test_without_pandoc_a_plain_form_stands_in_and_says_so(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "find_pandoc", lambda: None)
    made = cite(project, [Cite("roe-1995", "p. 5"), Cite("orr-1890")])
    assert made.warnings == (MISSING,)
    assert made.cited[Cite("roe-1995", "p. 5")].text == "Roe, Tides, 1900–1950, p. 5"
    assert made.cited[Cite("orr-1890")].text == "Orr, “On Rain”"
    assert made.entries["orr-1890"].text == "Orr, Jan. “On Rain.” In Works, vol. 3. Velm: Tarn Press, 1960–1970."
    assert set(made.entries) == set(project.bibliography)


def test_what_pandoc_refuses_is_told(project: Project) -> None:
    (project.root / "bib/broken.csl").write_text("<style class='note'>", encoding="utf-8")
    with pytest.raises(EditionError, match="pandoc cannot make the citations"):
        cite(with_style(project, "bib/broken.csl"), [])


def test_an_edition_without_bibliography_needs_no_pandoc(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "run_pandoc", lambda *_: pytest.fail("pandoc was run"))
    bare = Project(project.root, project.edition, (), {}, {})
    assert cite(bare, []) == Citations({})


def test_inlines_become_words() -> None:
    inlines = [
        {"t": "Str", "c": "A<b"},
        {"t": "Space"},
        {"t": "SmallCaps", "c": [{"t": "Str", "c": "nep"}]},
        {"t": "Quoted", "c": [{"t": "SingleQuote"}, [{"t": "Str", "c": "x"}]]},
        {"t": "Link", "c": [["", [], []], [{"t": "Strong", "c": [{"t": "Str", "c": "y"}]}], ["u", ""]]},
        {"t": "Code", "c": [["", [], []], "z"]},
        {"t": "RawInline", "c": ["tex", "\\q"]},
    ]
    made = Formatted.of(inlines)
    assert made.text == "A<b nep‘x’yz"
    assert made.html == 'A&lt;b <span class="sc">nep</span>‘x’<strong>y</strong>z'


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Roe, Tides", "Roe, Tides."),
        ("Roe, “Tides”", "Roe, “Tides.”"),
        ("Roe, “Why?”", "Roe, “Why?”"),
        ("<a>Roe, <em>Tides</em></a>", "<a>Roe, <em>Tides.</em></a>"),
        ("<a>Roe, “Tides”</a>", "<a>Roe, “Tides.”</a>"),
        ("Roe, no. 5.", "Roe, no. 5."),
    ],
)
def test_the_full_stop_stands_inside_quotation_marks(words: str, said: str) -> None:
    assert stopped(words) == said
