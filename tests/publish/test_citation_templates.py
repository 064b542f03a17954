"""Citations of the edition's own works: their words in each style, their gaps, and the forms of other programs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_edition.edition.bibliography import BibEntry, read
from build_edition.edition.project import Project
from build_edition.publish.cite import works as module
from build_edition.publish.cite.exports import bibtex, csl_item, csl_type, ris, tex
from build_edition.publish.cite.formatted import Formatted
from build_edition.publish.cite.languages import tag_of
from build_edition.publish.cite.pandoc import find_pandoc
from build_edition.publish.cite.places import printed, values
from build_edition.publish.cite.runs import Runs, as_html, as_text, put, runs_of
from build_edition.publish.cite.works import Styled, cite_works, edition_words
from tests.edition_folder import EditionFolder
from tests.made import p, work
from tests.site_folder import BuiltSite

FILLED = {
    "page": "184",
    "passage": "passage w/4.12",
    "place": "p. 184, passage w/4.12",
    "url": "https://v.example/c/",
}
BIB = """
@book{miller-1901, author = {Miller, Ann and {Lamp Board}}, title = {Oil, 50\\% & {Tax}}, publisher = {Tarn Press}, location = {Velm}, date = {1901}, isbn = {0-00-000000-0}, langid = {british}}
@article{miller-1902, author = {Miller, Ann}, title = {A “Scientific” Lamp}, journaltitle = {The Valley}, volume = {3}, number = {1}, date = {1902-05}, pages = {11--29}, issn = {0000-0000}, langid = {british}}
@article{miller-1903, author = {Miller, Ann}, title = {Lamps}, journaltitle = {Valley News}, date = {1903-05-02}, langid = {british}}
@incollection{miller-1904, author = {Miller, Ann}, title = {Wicks}, booktitle = {Light}, editor = {Ray, C.}, publisher = {Tarn Press}, location = {Velm}, date = {1904-23}, langid = {british}}
"""  # noqa: E501
IDS = ("miller-1901", "miller-1902", "miller-1903", "miller-1904")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    if find_pandoc() is None:
        pytest.fail("pandoc is not installed; it comes with the development set-up")
    folder = EditionFolder(tmp_path / "valley")
    for order, name in enumerate(IDS, 1):
        folder.add_work(name, order=order)
    folder.write("bib/edition.bib", BIB)
    return Project.load(folder.root)


def said(styles: tuple[Styled, ...], style: str, name: str, has_page: bool = True) -> str:
    part = next(part for one in styles if one.key == style for part in one.parts if part.name == name)
    return as_text(part.paged if has_page else part.unpaged, FILLED)


def test_a_book_is_cited_in_each_style(project: Project) -> None:
    styles = cite_works(project)["miller-1901"]
    within = "Papers from the Valley, ed. A. Reader, version 0.1, https://v.example/c/."
    book = "Ann Miller and Lamp Board, Oil, 50% & Tax (Velm: Tarn Press, 1901)"
    assert said(styles, "chicago-note", "Note") == f"{book}, 184, passage w/4.12, in {within}"
    assert said(styles, "chicago-note", "Note", False) == f"{book}, passage w/4.12, in {within}"
    assert (
        said(styles, "chicago-note", "Later note") == "Miller and Lamp Board, Oil, 50% & Tax, 184, passage w/4.12."
    )
    assert said(styles, "chicago-author-date", "In the text") == "(Miller and Lamp Board 1901, 184)"
    assert said(styles, "chicago-author-date", "In the text", False) == (
        "(Miller and Lamp Board 1901, passage w/4.12)"
    )
    assert said(styles, "mla", "In the text") == "(Miller and Lamp Board 184)"
    assert said(styles, "mla", "In the text", False) == "(Miller and Lamp Board, passage w/4.12)"
    assert said(styles, "mla", "Works cited").endswith(
        "Papers from the Valley, edited by A. Reader, version 0.1, passage w/4.12, https://v.example/c/."
    )


def test_a_text_in_a_journal_a_newspaper_and_a_book(project: Project) -> None:
    cited = cite_works(project)
    assert said(cited["miller-1902"], "chicago-note", "Note").startswith(
        "Ann Miller, “A ‘Scientific’ Lamp,” The Valley 3, no. 1 (May 1902): 184, passage w/4.12, in Papers"
    )
    assert said(cited["miller-1903"], "chicago-note", "Note").startswith(
        "Ann Miller, “Lamps,” Valley News, 2 May 1903, 184, passage w/4.12, in Papers"
    )
    assert "Valley News, 2 May 1903" in said(cited["miller-1903"], "mla", "Works cited")
    assert said(cited["miller-1904"], "chicago-note", "Note").startswith(
        "Ann Miller, “Wicks,” in Light, ed. C. Ray (Velm: Tarn Press, 1904), 184"
    )


def test_every_citation_names_place_edition_version_and_address(project: Project) -> None:
    for styles in cite_works(project).values():
        assert [style.key for style in styles] == ["chicago-note", "chicago-author-date", "mla"]
        for style in styles:
            for has_page in (True, False):
                words = " ".join(said((style,), style.key, part.name, has_page) for part in style.parts)
                needed = ["w/4.12", "Papers from the Valley", "ersion 0.1", "https://v.example/c/"]
                assert [word for word in [*needed, *(["184"] * has_page)] if word not in words] == []
                assert not re.search(r"\d{5}", words.replace("PASSAGE", "00000")), "the sign for a page is left"


def test_no_other_work_bears_on_a_citation(project: Project) -> None:
    bare = replace(project, works=project.works[:1])
    assert cite_works(project)["miller-1901"] == cite_works(bare)["miller-1901"]


def test_no_address_no_comma(project: Project) -> None:
    styles = cite_works(project)["miller-1902"]
    note = as_text(styles[0].parts[0].paged, {**FILLED, "url": ""})
    assert note.endswith("version 0.1.")


def test_pandoc_is_asked_again_only_for_what_changed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = module.run_pandoc
    monkeypatch.setattr(module, "run_pandoc", lambda *given: asked.append(given) or real(*given))
    first = cite_works(project)
    count = len(asked)
    assert count == 4 * len(IDS)
    assert cite_works(project) == first
    assert len(asked) == count
    bib = project.root / "bib/edition.bib"
    bib.write_text(bib.read_text(encoding="utf-8").replace("{Wicks}", "{Flames}"), encoding="utf-8")
    assert "Flames" in said(cite_works(Project.load(project.root))["miller-1904"], "chicago-note", "Note")
    assert len(asked) == count + 4, "of the one work that changed"
    (project.root / "build" / module.KEPT).write_text("[", encoding="utf-8")
    assert set(cite_works(project)) == set(IDS)


def test_without_pandoc_a_plain_form_has_all_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_pandoc", lambda: None)
    styles = cite_works(project)["miller-1903"]
    assert said(styles, "plain", "Citation") == (
        "Miller, Ann. “Lamps.” Valley News, 2 May 1903. P. 184, passage w/4.12, in Papers from the Valley, "
        "edited by A. Reader, version 0.1, https://v.example/c/."
    )


def entry(project: Project, key: str) -> BibEntry:
    return project.bibliography[key]


def test_bibtex_can_be_read_again(project: Project, tmp_path: Path) -> None:
    for key in IDS:
        path = tmp_path / f"{key}.bib"
        path.write_text(as_text(bibtex(entry(project, key), "in A & B"), FILLED), encoding="utf-8")
        again = read(path, path.name)[key]
        before = entry(project, key)
        same = (
            "type",
            "title",
            "authors",
            "editors",
            "container",
            "publisher",
            "place",
            "volume",
            "issue",
            "pages",
        )
        assert {name: getattr(again, name) for name in same} == {name: getattr(before, name) for name in same}
        assert again.year == before.year
        text = path.read_text(encoding="utf-8")
        assert "note = {p. 184, passage w/4.12, in A \\& B}" in text
        assert "url = {https://v.example/c/}," in text
    assert tex("50% & {a}_b\\~") == r"50\% \& \{a\}\_b\textbackslash{}\textasciitilde{}"


def test_ris_has_a_tag_a_line(project: Project) -> None:
    text = as_text(ris(entry(project, "miller-1902"), "in A\nB"), FILLED)
    lines = text.split("\r\n")
    assert lines[0] == "TY  - JOUR"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    tags = dict(line.split("  - ", 1) for line in lines[:-1])
    assert tags["N1"] == "p. 184, passage w/4.12, in A B"
    assert (tags["SP"], tags["EP"], tags["PY"], tags["DA"]) == ("11", "29", "1902", "1902/05//")
    kinds = [as_text(ris(entry(project, key), ""), FILLED).split("\r\n")[0][-4:] for key in IDS]
    assert kinds == ["BOOK", "JOUR", "NEWS", "CHAP"]


def test_csl_json_says_what_is_known(project: Project) -> None:
    item = csl_item(entry(project, "miller-1904"))
    assert item["type"] == "chapter"
    assert item["issued"] == {"date-parts": [[1904]], "season": 3}
    assert item["editor"] == [{"family": "Ray", "given": "C."}]
    assert csl_item(entry(project, "miller-1901"))["author"][1] == {"literal": "Lamp Board"}
    assert csl_type(entry(project, "miller-1903")) == "article-newspaper"
    assert "page" not in item


def test_languages_have_tags() -> None:
    assert [tag_of(name) for name in ("british", "Russian", "en-GB", "", "velmish language")] == [
        "en-GB", "ru", "en-GB", "", "",
    ]  # fmt: skip


def test_runs_keep_words_and_emphasis_and_nothing_is_read_as_html() -> None:
    words = Formatted("A &lt;b&gt; <em>of &#91;99&#93;</em>, 99", "A <b> of [99], 99")
    runs = runs_of(words, {"99": "page"})
    assert runs == ["A <b> ", {"em": "of ["}, {"put": "page"}, {"em": "]"}, ", ", {"put": "page"}]
    assert as_html(["<i>", {"em": "<b>"}, put("url", " (", ")")], {"url": "<u>"}) == (
        "&lt;i&gt;<em>&lt;b&gt;</em> (&lt;u&gt;)"
    )
    empty: Runs = ["a", put("url", " (", ")"), "."]
    assert as_text(empty, {}) == "a."


def test_a_page_is_named_only_as_far_as_it_is_known() -> None:
    made = work(p("One. {pb:7}Two.", id="x"), p("Three. {pb:8?}Four. {pb:}Five."), p("Six."))
    text = made.transcript.source.text

    def at(first: str, last: str) -> str:
        return printed(made, text.index(first), text.index(last) + 1)

    assert at("One", "One") == "", "before the first page that is known"
    assert at("Two", "Two") == "7"
    assert at("Two", "Four") == "7–[8]"
    assert at("Four", "Four") == "[8]"
    assert at("Six", "Six") == "", "on a page without a number"


def test_the_edition_is_in_the_files_beside_each_work(specimen_site: BuiltSite) -> None:
    for item in specimen_site.works:
        folder = specimen_site.result.output / "works" / item.record.id
        told = json.loads((folder / "cite.json").read_text(encoding="utf-8"))
        assert told["work"] == item.record.id
        assert told["edition"] == edition_words(specimen_site.project.edition)
        assert set(told["opens"]) >= {""} or len(told["opens"]) > 1
        assert (folder / "cite.bib").read_text(encoding="utf-8").startswith("@")
        assert (folder / "cite.ris").read_text(encoding="utf-8").startswith("TY  - ")


def test_a_page_says_how_to_cite_it_without_script(specimen_site: BuiltSite) -> None:
    edition = specimen_site.project.edition
    for item in specimen_site.works:
        assert item.work is not None
        styles = cite_works(specimen_site.project)[item.record.id]
        for page in specimen_site.texts(item):
            number = page.select_one("a.pn")
            if number is None:
                continue
            box = page.select_one("ul.citations")
            assert box is not None
            first = number["href"][1:]
            expected = values(edition, item.record.id, first, "")
            shown = " ".join(box.get_text(" ").split())
            assert expected["passage"] in shown
            assert expected["url"] in shown
            assert [name.get_text() for name in box.select(".style")] == [style.name for style in styles]
            links = [a["href"] for a in box.parent.select("a[href*='cite.']")]
            assert [link.rpartition("/")[2] for link in links] == ["cite.bib", "cite.ris", "cite.json"]
