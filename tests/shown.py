"""What a reader sees of a page: its words, with what the edition adds left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown
from mkdocs.utils.yaml import yaml_load

from build_edition.apparatus.notes import numbered_notes
from build_edition.pipeline import EditionWork
from build_edition.publish.engine.config import BASE
from build_edition.writers.escaping import visible

# page and passage numbers, everything of the edition's own, and copies of notes that stand elsewhere too
ADDED = ".pb, .pn, .added, .headerlink, .copy, .sic-mark, .call.supplied, script, style"
BLOCKS = [
    "address", "aside", "blockquote", "br", "caption", "dd", "div", "dt", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "li", "ol", "p", "section", "table", "td", "th", "tr", "ul",
]  # fmt: skip


@cache
def _options() -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions of the site, from its configuration."""
    with BASE.open(encoding="utf-8") as stream:
        listed = yaml_load(stream)["markdown_extensions"]
    pairs = [next(iter(e.items())) if isinstance(e, dict) else (e, {}) for e in listed]
    return [name for name, _ in pairs], dict(pairs)


def render(markdown: str) -> str:
    """A page's Markdown as HTML, by the site's own engine and extensions."""
    names, configs = _options()
    return Markdown(extensions=names, extension_configs=configs).convert(markdown)


def words_of(html: str | Tag) -> str:
    """The words a reader sees, in order, blocks parted by a space."""
    soup = BeautifulSoup(str(html), "lxml")
    for added in soup.select(ADDED):
        added.decompose()
    for span in soup.select(":is(span, a).supplied"):  # the words are in the reading text, their brackets are not
        first = span.find(string=True)
        first.replace_with(first.removeprefix("["))
        last = span.find_all(string=True)[-1]
        last.replace_with(last.removesuffix("]"))
    for block in soup.find_all(BLOCKS):
        block.insert_before(" ")
        block.insert_after(" ")
    return " ".join(soup.get_text().split())


def words(text: str) -> str:
    """The words of a text of a source, as a page can show them."""
    return " ".join(visible(text).split())


def plain(text: str) -> str:
    """Words as they can be compared: raised digits as digits."""
    return unicodedata.normalize("NFKC", text)


def read_apart(item: EditionWork, moved: Iterable[str]) -> tuple[str, str]:
    """The reading text of a work without the notes of these keys, and those by themselves, in the order given."""
    assert item.work is not None
    assert item.transcript is not None
    reading = item.transcript.reading
    notes = {note.key: note for section in item.work.walk() for note in numbered_notes(section.blocks)}
    found = [notes[key] for key in moved]
    text, here = "", 0
    for note in sorted(found, key=lambda note: note.start):
        text += reading.text[here : reading.from_source(note.start)] + " "
        here = reading.from_source(note.end)
    text += reading.text[here:]
    return text, " ".join(reading.slice(note.start, note.end, through=True) for note in found)


def assert_same(shown: str, wanted: str, what: str) -> None:
    """Fail at the first word that differs, and say which."""
    here, there = shown.split(), wanted.split()
    for k, (a, b) in enumerate(zip(here, there, strict=False)):
        if a != b:
            pytest.fail(f"{what}: word {k} is “{a}”, not “{b}”, after “{' '.join(there[max(0, k - 6) : k])}”")
    assert len(here) == len(there), f"{what}: {len(here)} words shown, {len(there)} in the reading text"
