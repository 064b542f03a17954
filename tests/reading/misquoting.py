"""Quotations as people have them: stretches of the built texts, with errors made by chance from a seed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from build_edition.writers.corpus import PATH

Line = dict[str, Any]
Words = list[str]
FEWEST, MOST = 8, 60  # words of a quotation before anything is done to it
MISREAD = (("rn", "m"), ("m", "rn"), ("l", "1"), ("e", "c"), ("h", "b"), ("li", "h"), ("cl", "d"), ("o", "0"))


@dataclass(frozen=True)
class Misquotation:
    """A quotation, the lines of the corpus that it is from, and what was done to it."""

    text: str
    lines: tuple[Line, ...]
    kinds: tuple[str, ...]

    @property
    def names(self) -> set[str]:
        return {f"{line['work']}/{line['passage']}" for line in self.lines}


def corpus(site: Path) -> list[Line]:
    return [json.loads(line) for line in (site / PATH).read_text(encoding="utf-8").splitlines()]


def misquotations(lines: list[Line], seed: int, errors: int = 2, fewest: int = FEWEST) -> Iterator[Misquotation]:
    """Without end; each has up to `errors` kinds of error, and one in five is of several paragraphs."""
    chance = random.Random(seed)
    first = cycle(sorted(ERRORS))
    while True:
        at = chance.randrange(len(lines))
        run = [lines[at]]
        if not run[0]["passage"] or len(run[0]["text"].split()) < fewest:
            continue
        if chance.random() < 0.2:
            run += following(lines[at + 1 : at + 3], run[0]["work"])
        words = "\n".join(line["text"] for line in run).split(" ")
        if len(run) == 1:
            size = chance.randint(fewest, MOST)
            start = chance.randrange(max(1, len(words) - size + 1))
            words = words[start : start + size]
        kinds = (next(first), *(chance.choice(sorted(ERRORS)) for _ in range(chance.randint(0, errors - 1))))
        for kind in kinds:
            words = ERRORS[kind](words, chance)
        yield Misquotation(" ".join(words), tuple(run), kinds)


def following(lines: list[Line], work: str) -> list[Line]:
    """The passages of the text right after one, as far as no heading or note comes between."""
    found = []
    for line in lines:
        if line["work"] != work or not line["passage"] or line["kind"] == "note":
            break
        found.append(line)
    return found


def dropped(words: Words, chance: random.Random) -> Words:
    gone = set(chance.sample(range(len(words)), min(len(words) // 4, chance.randint(1, 3))))
    return [word for k, word in enumerate(words) if k not in gone]


def added(words: Words, chance: random.Random) -> Words:
    out = list(words)
    for _ in range(chance.randint(1, 3)):
        out.insert(chance.randrange(len(out)), chance.choice(["very", "indeed", "the", "of", "lantern"]))
    return out


def spelt(words: Words, chance: random.Random) -> Words:
    """Letters exchanged, doubled or left out."""

    def other(word: str) -> str:
        k = chance.randrange(1, len(word) - 1)
        forms = (word[:k] + word[k + 1] + word[k] + word[k + 2 :], word[:k] + word[k:][:1] + word[k:])
        return chance.choice([*forms, word[:k] + word[k + 1 :]])

    return some(words, chance, lambda word: len(word) > 3, other)


def hyphens(words: Words, chance: random.Random) -> Words:
    """Words broken at the end of a line."""

    def broken(word: str) -> str:
        k = chance.randrange(2, len(word) - 2)
        return f"{word[:k]}-\n{word[k:]}"

    return some(words, chance, lambda word: len(word) > 5 and word.isalpha(), broken)


def straight(words: Words, _: random.Random) -> Words:
    return [word.translate(str.maketrans("“”‘’", "\"\"''")) for word in words]


def passed(words: Words, chance: random.Random) -> Words:
    """An ellipsis for some words in the middle."""
    if len(words) < 16:
        return words
    start, size = chance.randrange(6, len(words) - 8), chance.randint(1, len(words) // 2)
    sign = chance.choice(["…", "[...]", ". . .", "[…]", "..."])
    return [*words[:start], sign, *words[min(start + size, len(words) - 6) :]]


def misread(words: Words, chance: random.Random) -> Words:
    """About one word in eight as a bad scan is read."""

    def other(word: str) -> str:
        wrong, read = chance.choice([pair for pair in MISREAD if pair[0] in word])
        return word.replace(wrong, read, 1)

    return some(words, chance, lambda word: any(a in word for a, _ in MISREAD), other, len(words) // 8 + 1)


def capitals(words: Words, chance: random.Random) -> Words:
    return [word.upper() for word in words] if chance.random() < 0.5 else [word.lower() for word in words]


def notes(words: Words, chance: random.Random) -> Words:
    """The numbers of notes glued to words, as they are copied from a page."""
    return some(words, chance, lambda word: word[-1:].isalpha(), lambda word: f"{word}{chance.randint(1, 99)}")


def some(
    words: Words, chance: random.Random, fits: Callable[[str], bool], change: Callable[[str], str], most: int = 2
) -> Words:
    """The words with one to `most` of those that fit changed."""
    places = [k for k, word in enumerate(words) if fits(word)]
    chosen = set(chance.sample(places, min(len(places), chance.randint(1, most))))
    return [change(word) if k in chosen else word for k, word in enumerate(words)]


ERRORS: dict[str, Callable[[Words, random.Random], Words]] = {
    "dropped": dropped, "added": added, "spelt": spelt, "hyphens": hyphens, "straight": straight,
    "passed": passed, "misread": misread, "capitals": capitals, "notes": notes,
}  # fmt: skip
