"""An item of the queue: words or a mark that an editor should look at, why, and what may be read instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_edition.edition.words.emendations import Filed
from build_edition.transcript import Intervention, Mark

Kind = Literal[
    "suspect",
    "odd-word",
    "repeat",
    "quotation-marks",
    "spacing",
    "lost-call",
    "mark",
    "rule",
    "conjecture",
    "doubt",
    "word",
]

# What each kind is, for a heading, and in words for the help.
KINDS: dict[Kind, tuple[str, str]] = {
    "suspect": ("Suspect", "words that a rule suspects"),
    "odd-word": ("Odd word", "words that are rare here and in the language"),
    "repeat": ("Repeated words", "words that stand twice in a row"),
    "quotation-marks": ("Quotation marks", "paragraphs whose quotation marks do not balance"),
    "spacing": ("Spaces and stops", "spaces and stops where none, or others, belong"),
    "lost-call": ("Lost note call", "notes that no call leads to"),
    "mark": ("Uncertain mark", "headings, pages, paragraphs … of which the rules are not certain"),
    "rule": ("Uncertain change", "changes of which the rules are not certain"),
    "conjecture": ("Conjecture", "conjectures of the editors"),
    "doubt": ("Doubt", "doubts of the editors"),
    "word": ("Word", "words that somebody asked for"),
}
_BY_REASON: frozenset[Kind] = frozenset({"suspect", "mark", "rule", "spacing"})

# What an item is about, besides its words; by it the item is decided.
About = Mark | Intervention | Filed | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be read instead, and what speaks for it."""

    reading: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a finder hands over: a span of the source, and why an editor should look at it.

    `reason` says within the kind what is the matter ("apostrophe", "head"). `wrong` is how likely something is
    wrong, and `matter` how much it would matter to a reader, both from 0 to 1.
    """

    kind: Kind
    reason: str
    start: int
    end: int
    evidence: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    wrong: float = 0.5
    matter: float = 0.5
    about: About = None

    @property
    def topic(self) -> str:
        """What is asked, in one word: with its place it names the item."""
        return self.reason if self.kind in _BY_REASON else self.kind


@dataclass(frozen=True, slots=True)
class Item:
    """Something found, and where it stands: its line and column in the source, its passage and printed page.

    `words` are what the source has, `present` is what the edition reads.
    """

    work: str
    found: Found
    line: int
    column: int
    words: str
    present: str
    passage: str
    page: str

    @property
    def key(self) -> str:
        """What names the item for good, as long as the source is the same: `smith-1960:84.12-odd-word`."""
        return f"{self.place}-{self.found.topic}"

    @property
    def place(self) -> str:
        """Where its words begin, whatever is asked about them: `smith-1960:84.12`."""
        return f"{self.work}:{self.line}.{self.column}"

    @property
    def worth(self) -> float:
        """What a look at it is worth."""
        return self.found.wrong * self.found.matter

    @property
    def likelihood(self) -> str:
        """How likely something is wrong, in words."""
        steps = ((0.85, "almost certainly wrong"), (0.6, "probably wrong"), (0.3, "perhaps wrong"))
        return next((said for least, said in steps if self.found.wrong >= least), "probably right")


def place_in(key: str) -> str:
    """The place in the key of an item."""
    return key[: key.index("-", key.index(":"))]
