"""Line-end hyphens: whether the two halves are closed up, or keep their hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.corpora import peers
from benchmarks.corpora.books import Book, records
from benchmarks.corpora.score import Score, share_score
from build_edition.transcript import Transcript

GUIGUTS, TEXTACY = "guiguts", "textacy"
FAR = 6000  # characters from a half to its other half: the notes and heads of a page stand between


def line_end_hyphens(book: Book) -> Iterator[Score]:
    """Each hyphen whose truth is known and which the source has, by everyone who decides it."""
    places = _places(book, _items(book))
    for who, transcript in book.transcripts.items():
        removed = _removed(transcript)
        yield _score(book, who, places, {place for place in places if place in removed})
    if peers.installed(GUIGUTS):
        joined = peers.guiguts_joins([line.ink for line in book.source.lines])
        done = {place for place in places if joined.get(book.source.line_number(place) - 1)}
        yield _score(book, f"{peers.name(GUIGUTS)}, no dictionary", places, done)
    if peers.installed(TEXTACY):
        yield _score(book, peers.name(TEXTACY), places, _by_textacy(book, places))


def _score(book: Book, who: str, places: dict[int, tuple[str, bool]], removed: set[int]) -> Score:
    wrong = [
        f"line {book.source.line_number(place)}: {word}"
        for place, (word, close) in places.items()
        if (place in removed) != close
    ]
    return share_score("line-end hyphens", book.name, who, len(places) - len(wrong), len(places), wrong)


def _items(book: Book) -> list[dict[str, str]]:
    every: dict[str, list[dict[str, str]]] = records("dehyphenation_items.json")
    return next(items for name, items in every.items() if name.startswith("dp") == bool(book.page_names))


def _places(book: Book, items: list[dict[str, str]]) -> dict[int, tuple[str, bool]]:
    """The offset of each hyphen that the source has: the word, and whether it is to be closed up."""
    text, here = book.source.text, 0
    places: dict[int, tuple[str, bool]] = {}
    for item in items:
        half = re.compile(rf"(?<!\w){re.escape(item['a'])}(-)[ \t]*\r?\n")
        other = re.compile(rf"^\W*{re.escape(item['b'])}", re.MULTILINE)
        for start in (here, 0):
            hits = (hit for hit in half.finditer(text, start) if hit.start(1) not in places)
            hit = next((hit for hit in hits if other.search(text, hit.end(), hit.end() + FAR)), None)
            if hit:
                places[hit.start(1)] = (f"{item['a']}-{item['b']}", item["truth"] == "J")
                here = hit.end()
                break
    return places


def _removed(transcript: Transcript) -> set[int]:
    text = transcript.source.text
    return {
        offset
        for this in transcript.interventions
        if "-" not in this.reading
        for offset in range(this.start, min(this.end, this.start + 80))
        if text[offset] == "-"
    }


def _by_textacy(book: Book, places: dict[int, tuple[str, bool]]) -> set[int]:
    """A hyphen is gone where textacy changes the lines about it so that the halves touch."""
    text, done = book.source.text, set()
    for place, (word, _) in places.items():
        start, end = max(text.rfind("\n", 0, place), 0), text.find("\n", place + 3)
        after = text.find("\n", end + 1)
        if word.replace("-", "", 1) in peers.textacy_joined(text[start : after if after > 0 else len(text)]):
            done.add(place)
    return done
