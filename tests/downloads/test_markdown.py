"""Markdown: every word as a renderer shows it, every note, page and table."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from build_edition.downloads.markdown import FORMAT
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.work import Heading
from tests.conftest import skip_or_fail
from tests.downloads.examples import file_named, said_by
from tests.downloads.rendered import LABEL, render, words_of
from tests.downloads.taken import assert_same, bare, blocks_of, footnotes, of_edition, of_work


def wanted_words(whole: Whole, item: EditionWork) -> tuple[str, dict[str, str]]:
    """The words of a work without its footnotes, and those of each footnote by its key, in order."""
    passages = whole.passages[item.record.id]
    keys = footnotes(passages)
    text = " ".join(
        LABEL.sub("", passage.text) if passage.kind == "item" else passage.text
        for passage in passages
        if passage.id not in keys
    )
    words = {passage.id: passage.text for passage in passages if passage.id in keys}
    return text, {key: words[key] for key in keys}


def assert_every_word(whole: Whole, folder: Path) -> None:
    for item in whole.works:
        passages = whole.passages[item.record.id]
        shown = render(of_work(FORMAT, whole, item, folder).read_text(encoding="utf-8"))
        text, notes = wanted_words(whole, item)
        assert_same(bare(words_of(shown.text), passages), bare(text, passages), item.record.id)
        assert len(shown.footnotes) == len(notes)
        for note, wanted in zip(shown.footnotes.values(), notes.values(), strict=True):
            assert bare(words_of(note), passages) == bare(wanted, passages)


def test_every_word_of_the_specimen_stands_in_it_in_order(whole: Whole, tmp_path: Path) -> None:
    assert_every_word(whole, tmp_path)


def test_every_word_of_the_five_works_stands_in_it_in_order(five_whole: Whole, tmp_path: Path) -> None:
    assert_every_word(five_whole, tmp_path)


def assert_together(whole: Whole, folder: Path) -> None:
    """The file of all works has the words of each, each below its own heading and facts."""
    shown = render(of_edition(FORMAT, whole, folder).read_text(encoding="utf-8"))
    tops = shown.text.select("h1")
    assert [top.select_one("a")["id"] for top in tops] == [item.record.id for item in whole.works]  # type: ignore[index]
    for top in tops:
        facts = top.find_next_sibling("ul")
        assert isinstance(facts, Tag)
        assert "source sha256: " in facts.extract().get_text()
        top.extract()
    passages = [passage for item in whole.works for passage in whole.passages[item.record.id]]
    parts = [wanted_words(whole, item) for item in whole.works]
    assert_same(bare(words_of(shown.text), passages), bare(" ".join(text for text, _ in parts), passages), "all")
    notes = [note for _, those in parts for note in those.values()]
    assert [bare(words_of(note), passages) for note in shown.footnotes.values()] == [
        bare(note, passages) for note in notes
    ]


def test_the_file_of_all_works_has_every_word_of_the_specimen(whole: Whole, tmp_path: Path) -> None:
    assert_together(whole, tmp_path)


def test_the_file_of_all_works_has_every_word_of_the_five(five_whole: Whole, tmp_path: Path) -> None:
    assert_together(five_whole, tmp_path)


def test_the_labels_of_footnotes_are_the_printed_numbers(whole: Whole, tmp_path: Path) -> None:
    for item in whole.works:
        shown = render(of_work(FORMAT, whole, item, tmp_path).read_text(encoding="utf-8"))
        keys = footnotes(whole.passages[item.record.id])
        for label, key in zip(shown.footnotes, keys, strict=True):
            division, _, number = key.rpartition(".")
            assert label == ".".join(filter(None, (division, number.removeprefix("n"))))


def test_every_link_in_a_file_leads_to_an_anchor(whole: Whole, five_whole: Whole, tmp_path: Path) -> None:
    for one in (whole, five_whole):
        files = [of_work(FORMAT, one, item, tmp_path) for item in one.works]
        inside = 0
        for path in (*files, of_edition(FORMAT, one, tmp_path)):
            text = render(path.read_text(encoding="utf-8")).text
            ids = [element["id"] for element in text.select("small[id], a[id]")]
            assert len(set(ids)) == len(ids)
            for link in text.select("a[href^='#']:not(.footnote-ref a)"):
                assert link["href"][1:] in ids, (path.name, link)
                inside += 1
        assert inside > 8


def test_what_stands_elsewhere_is_linked_where_the_edition_has_an_address(
    whole: Whole, five_whole: Whole, tmp_path: Path
) -> None:
    path = of_work(FORMAT, whole, whole.works[0], tmp_path)
    links = render(path.read_text(encoding="utf-8")).text.select("a[href^='http']")
    assert any(link["href"].startswith("https://velm.example/edition/glossary/#") for link in links)
    nowhere = of_work(FORMAT, five_whole, five_whole.works[0], tmp_path)
    assert not render(nowhere.read_text(encoding="utf-8")).text.select("a[href^='http']")


def test_headings_have_their_levels(whole: Whole, tmp_path: Path) -> None:
    for item in whole.works:
        assert item.work is not None
        shown = render(of_work(FORMAT, whole, item, tmp_path).read_text(encoding="utf-8")).text
        heads = [section.heading for section in item.work.walk() if section.heading]
        heads += [block for block in blocks_of(item) if isinstance(block, Heading)]
        found = shown.select("h1, h2, h3, h4, h5, h6")
        assert len(found) == len(heads)
        ranks = {level: depth for depth, level in enumerate(sorted({head.level for head in heads}), 1)}
        assert sorted(int(one.name[1]) for one in found) == sorted(ranks[head.level] for head in heads)


def test_it_says_what_it_is(whole: Whole, tmp_path: Path) -> None:
    item = whole.works[0]
    facts = render(of_work(FORMAT, whole, item, tmp_path).read_text(encoding="utf-8")).facts
    assert facts["title"] == item.entry.title
    assert facts["citation"] == item.entry.citation_text()
    assert facts["work"] == item.record.id
    assert facts["rights"] == "CC BY 4.0"
    assert facts["source_sha256"] == item.record.source.sha256
    assert facts["version"] == whole.project.edition.version
    assert all(isinstance(fact, str) for fact in facts.values())


def pandoc() -> Path:
    """The program, which a reader of Markdown most likely has."""
    try:
        from pypandoc import get_pandoc_path

        return Path(get_pandoc_path())
    except (ImportError, OSError):
        skip_or_fail("pandoc is not on this machine")
        raise


def assert_same_in_pandoc(whole: Whole, folder: Path) -> None:
    for item in whole.works:
        path = of_work(FORMAT, whole, item, folder)
        command = [pandoc(), path, "--from", "markdown-smart", "--to", "html"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        assert done.stderr == ""
        soup = BeautifulSoup(done.stdout, "lxml")
        notes = [note.extract() for note in soup.select("section.footnotes > ol > li")]
        passages = whole.passages[item.record.id]
        text, wanted = wanted_words(whole, item)
        assert soup.body is not None
        assert_same(bare(words_of(soup.body), passages), bare(text, passages), item.record.id)
        for note in notes:
            note["class"] = "footnote-item"
            for back in note.select("a.footnote-back"):
                back.decompose()
        shown = [
            " ".join(bare(words_of(note), passages)) for note in notes
        ]  # one that is called twice stands twice
        assert list(dict.fromkeys(shown)) == [" ".join(bare(note, passages)) for note in wanted.values()]


def test_pandoc_reads_every_word_of_the_specimen(whole: Whole, tmp_path: Path) -> None:
    assert_same_in_pandoc(whole, tmp_path)


def test_pandoc_reads_every_word_of_the_five_works(five_whole: Whole, tmp_path: Path) -> None:
    assert_same_in_pandoc(five_whole, tmp_path)


def test_the_example_works(whole: Whole, tmp_path: Path) -> None:
    of_work(FORMAT, whole, whole.works[0], tmp_path).rename(tmp_path / file_named(FORMAT))
    said_by(FORMAT, tmp_path, f"{pandoc().parent}:/usr/bin:/bin")
    assert (tmp_path / "work.docx").stat().st_size > 10_000
