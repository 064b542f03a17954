"""A book is set again until nothing moves; what does not come to rest is a fault that is told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from build_edition.downloads.typesetting import TypesettingError, typeset
from build_edition.writers.typst.book import templates

OPENING = (
    '#import "book.typ": *\n#import "back.typ": *\n#show: book.with(title: "The Mill", author: (), keywords: (), '
    'language: "en", about: "")\n'
)
WORDS = "The miller kept her own hours and the river kept its own. " * 400


def pages(source: str, folder: Path) -> list[str]:
    path = folder / "book.pdf"
    path.write_bytes(typeset({"main.typ": OPENING + source, **templates()}, "a5"))
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode().split("\f")[:-1]


def test_what_grows_when_pages_are_known_is_set_until_it_rests(tmp_path):
    """A page number that is told by so many words that it moves itself."""
    source = (
        f'#if holds("text") [{WORDS}\n\n#for _ in range(place-of("end").first()) [#pagebreak()so many ]\n\n'
        '#mark("last") The last is #page-of("last").]\n#mark("end")'
    )
    with pytest.raises(TypesettingError, match="come to rest"):
        pages(source, tmp_path)
    rests = (
        f'#page-of("end") is the last.#pagebreak()#if page-of("end") != "1" [#pagebreak() {WORDS}]\n#mark("end")'
    )
    found = pages(rests, tmp_path)
    assert len(found) > 3
    assert found[0].startswith(f"{len(found)} is the last.")


def test_pages_of_what_stands_behind_are_known_to_the_text_and_those_of_the_text_behind(tmp_path):
    source = (
        f'#if holds("text") [#page-of("entry") has the entry.#pagebreak() {WORDS} #mark("weir") weir.]\n'
        '#if holds("behind") [#begin-behind#show: back-matter\n#back-part("Index", "back:x", [])\n'
        '#mark("entry") weir #page-of("weir")]'
    )
    found = pages(source, tmp_path)
    assert found[0].startswith(f"{len(found)} has the entry.")
    assert "weir." in " ".join(found[-2].split())
    assert f"weir {len(found) - 1}" in found[-1]


def test_a_place_that_is_nowhere_is_a_fault():
    with pytest.raises(TypesettingError, match="nowhere"):
        typeset({"main.typ": OPENING + '#go("nowhere")[here]', **templates()}, "a5")
