"""Remarks of the editors on links: a letter in the text, the words at the end of the page, both ways linked."""

from dataclasses import replace

from bs4 import BeautifulSoup

from build_edition.apparatus import enrich
from build_edition.apparatus.divisions import divisions
from build_edition.tree import map_blocks
from build_edition.work import Block, Link, Paragraph, Text, Work
from build_edition.writers.markdown import notes_by_key, write_division
from build_edition.writers.markdown_inline import lettered
from tests.made import p, work


def linked(notes: list[str]) -> Work:
    """A work of one paragraph for each note, a link of it bearing the note."""
    made = enrich(work(*(p(f"See the lamp {k}.") for k, _ in enumerate(notes, 1))))
    waiting = iter(notes)

    def change(block: Block) -> Block:
        assert isinstance(block, Paragraph)
        (text,) = block.inlines
        assert isinstance(text, Text)
        link = Link("passage", "lamps/1", (text,), text.start, text.end, next(waiting))
        return replace(block, inlines=(link,))

    return replace(made, sections=tuple(map_blocks(section, change) for section in made.sections))


def written(notes: list[str]) -> BeautifulSoup:
    made = linked(notes)
    (division,) = divisions(made)
    text = write_division(division, notes_by_key(made), addresses={("passage", "lamps/1"): "#1"})
    return BeautifulSoup(str(text), "html.parser")


def test_a_remark_is_called_by_a_letter_and_leads_back() -> None:
    page = written(["The lamp is on page 3 <here>.", "", "And again."])
    calls = page.select("sup.remark-call a")
    assert [call.text for call in calls] == ["a", "b"]
    for call, said in zip(calls, ("The lamp is on page 3 <here>.", "And again."), strict=True):
        item = page.find(id=str(call["href"])[1:])
        assert item is not None
        assert said in item.text
        back = item.find("a")
        assert back is not None
        assert back["href"] == f"#{call['id']}"


def test_a_page_without_remarks_has_no_list_of_them() -> None:
    assert written([""]).select(".remarks") == []


def test_letters_go_on_after_z() -> None:
    assert [lettered(count) for count in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "a", "z", "aa", "ab", "az", "ba", "zz", "aaa",
    ]  # fmt: skip
