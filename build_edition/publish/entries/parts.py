"""What the pages of entries are made of: the letters to jump by, headwords, links, sources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from build_edition.edition.entries.entry import Entry
from build_edition.publish.entries.places import To
from build_edition.publish.wording import siglum
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

_CYRILLIC = re.compile(r"[\u0400-\u052f](?:[\u0400-\u052f\u0301 -]*[\u0400-\u052f\u0301])?")


def sorting_key(label: str) -> tuple[str, str]:
    """The order of a register: letters and figures alone, case and accents apart."""
    plain = unicodedata.normalize("NFKD", label.casefold())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip(), label


def by_letter(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries in order, those with one first letter together; figures under "0–9"."""
    ordered = sorted(entries, key=lambda entry: sorting_key(entry.label))
    return [(letter, list(group)) for letter, group in groupby(ordered, _letter)]


def _letter(entry: Entry) -> str:
    first = sorting_key(entry.label)[0][:1].upper()
    return first if first.isalpha() else "0–9"


def letters_nav(letters: Sequence[str]) -> str:
    """Links to the letters of a page."""
    return jumps("Letters", ((_anchor(letter), letter) for letter in letters))


def jumps(label: str, places: Iterable[tuple[str, str]]) -> str:
    """Links to places on the page: the anchor of each, and its words."""
    links = " ".join(f'<a href="#{anchor}">{words}</a>' for anchor, words in places)
    return f'<nav class="letters added" aria-label="{label}">{links}</nav>'


def letter_heading(letter: str) -> str:
    return f'<h2 class="letter added" id="{_anchor(letter)}">{letter}</h2>'


def _anchor(letter: str) -> str:
    return "letter-" + ("0" if letter == "0–9" else letter.lower())


def entry_link(whole: Whole, entry_id: str, to: To) -> str:
    """A link to another entry by what it is called."""
    entry = whole.entries[entry_id]
    address = to(entry.kind, entry_id)
    shown = html(entry.shown)
    return f'<a href="{attribute(address)}">{shown}</a>' if address else shown


def see_also(whole: Whole, entry: Entry, to: To) -> str:
    """The entries that an entry sends its reader to."""
    links = [entry_link(whole, other, to) for other in entry.see_also if other in whole.entries]
    return f"See also {', '.join(links)}" if links else ""


def sources(whole: Whole, entry: Entry, to: To) -> str:
    """Where the facts of an entry come from."""
    shown = []
    for source in entry.sources:
        cited = whole.project.bibliography.get(source.bib)
        name = html(siglum(cited) if cited else source.bib)
        address = to("bib", source.bib)
        link = f'<a href="{attribute(address)}">{name}</a>' if address else name
        shown.append(f"{link}, {html(source.locator)}" if source.locator else link)
    return f"Source: {'; '.join(shown)}" if shown else ""


def facts(parts: Iterable[str]) -> str:
    """The small print of an entry: what is not empty, parted by points."""
    said = " · ".join(part for part in parts if part)
    return f'<p class="facts">{said}</p>' if said else ""


def cyrillic(entry: Entry) -> str:
    return f' <span class="cyrillic">{spoken(entry.cyrillic)}</span>' if entry.cyrillic else ""


def spoken(text: str) -> str:
    """A text as HTML; its words in Cyrillic letters are told to be Russian, so that they are read aloud so."""
    return _CYRILLIC.sub(lambda words: f'<span lang="ru">{words[0]}</span>', html(text))


def entry_element(
    anchor: str, head: str, body: Iterable[str], kind: str = "", data: Mapping[str, str] = MappingProxyType({})
) -> str:
    """One entry as HTML on consecutive lines, so that Markdown takes it for one block.

    `kind` is a class more; `data` are attributes for scripts, those that are not empty.
    """
    inner = "\n".join(part for part in body if part)
    classes = f"entry {kind}".strip()
    told = "".join(f' data-{name}="{attribute(value)}"' for name, value in data.items() if value)
    return f'<div class="{classes}" id="{attribute(anchor)}"{told}>\n<p class="lemma">{head}</p>\n{inner}\n</div>'
