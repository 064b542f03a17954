"""Markdown as a reader of CommonMark with tables and footnotes shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml
from bs4 import BeautifulSoup, Tag
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

LABEL = re.compile(r"^(?:\d{1,3}\.|[•·▪●◦‣])\s+")


@dataclass(frozen=True)
class Rendered:
    """A file as it is shown: the facts of its front matter, its text, and its footnotes by label, in order."""

    facts: dict[str, str]
    text: Tag
    footnotes: dict[str, Tag]


def html_of(markdown: str) -> str:
    """Markdown as HTML."""
    shown: str = MarkdownIt("commonmark").enable("table").use(footnote_plugin).render(markdown)
    return shown


def render(file: str) -> Rendered:
    """A whole file."""
    opening, front, markdown = re.split(r"^---\n", file, maxsplit=2, flags=re.MULTILINE)
    assert opening == ""
    soup = BeautifulSoup(html_of(markdown), "lxml")
    notes = soup.select("section.footnotes li.footnote-item")
    labels = list(
        dict.fromkeys(re.findall(r"\[\^([^\]]+)\](?!:)", re.sub(r"^\[\^.*", "", markdown, flags=re.MULTILINE)))
    )
    assert len(labels) == len(notes)
    for section in soup.select("section.footnotes, hr.footnotes-sep"):
        section.extract()
    assert soup.body is not None
    return Rendered(yaml.safe_load(front), soup.body, dict(zip(labels, notes, strict=True)))


def words_of(shown: Tag) -> str:
    """The words of a text: without page numbers, the numbers of notes, and the labels of items."""
    copy = BeautifulSoup(str(shown), "lxml")
    for added in copy.select("small, sup, a.footnote-backref"):
        added.decompose()
    for block in copy.select("p, li, td, th, h1, h2, h3, h4, h5, h6, br, blockquote, aside, figure"):
        block.insert_before(" ")
        block.insert_after(" ")
    for item in copy.select("li"):
        first = item.find(string=lambda text: bool(text.strip()))
        if first is not None and "footnote-item" not in item.get("class", []):
            first.replace_with(LABEL.sub("", str(first).lstrip()))
    return copy.get_text()
