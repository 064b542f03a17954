"""Which changes a TEI document tells one by one: those that change what is read, letter, stop or hyphen.

The others it counts in its header. Joined lines and forme work stand on every page and say nothing of the text,
and signs of mark-up are what `hi`, `table` or `head` say in their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_edition.transcript import Intervention
from build_edition.writers.page.kinds import Kind, kind_of

SIGNS = frozenset({"markdown", "markup", "superscript", "table-markup", "heading-markup", "note-markup"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text: `reads` is the reading, `stands` what the source has there, `made` what made them differ.

    Nothing is told of a piece without `made`. One that stands `alone` is no part of a word beside it; `rest` is
    the later part of a reading whose source was told before.
    """

    reads: str
    stands: str = ""
    made: tuple[Intervention, ...] = ()
    alone: bool = False
    rest: bool = False

    def kind(self) -> Kind:
        """What the weightiest of its changes is to a reader: a change of words, or only of their dress."""
        kinds = {kind_of(this, self.stands) for this in self.made}
        return "word" if "word" in kinds else "hyphen" if "hyphen" in kinds else "dress"


def name_of(rule: str) -> str:
    """The rule of an intervention without the number of a record."""
    return rule.partition(":")[0]


def is_told(this: Intervention, stands: str) -> bool:
    """Whether a change of the words `stands` is told where it stands."""
    if this.cert == "low":  # a conjecture shows wherever it comes from
        return bool(this.reading.strip() or stands.strip())
    return kind_of(this, stands) not in {"join", "forme work"} and name_of(this.rule) not in SIGNS


def by_words(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a text, each change of a word or its hyphen widened to the whole word that it stands in.

    What only dresses a word, such as a quotation mark, is told by itself unless the word is changed too.
    """
    found: list[Piece] = []
    word: list[Piece] = []
    for piece in _parted(pieces):
        if piece.alone or (not piece.made and piece.reads.isspace()):
            found += _drawn(word)
            word = []
            found.append(piece)
        else:
            word.append(piece)
    return _joined([*found, *_drawn(word)])


def _parted(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """The pieces, those without a change parted into words and white space."""
    for piece in pieces:
        if piece.made:
            yield piece
            continue
        start = 0
        text = piece.reads
        for k in range(1, len(text) + 1):
            if k == len(text) or text[k].isspace() != text[start].isspace():
                yield Piece(text[start:k])
                start = k


def _drawn(word: list[Piece]) -> list[Piece]:
    """The pieces of a word as one, where more than its dress is changed."""
    if not any(piece.made and piece.kind() != "dress" for piece in word):
        return word
    made = tuple(dict.fromkeys(this for piece in word for this in piece.made))
    stands = "".join(piece.stands if piece.made else piece.reads for piece in word)
    return [Piece("".join(piece.reads for piece in word), stands, made)]


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces, neighbours of which nothing is told made one."""
    found: list[Piece] = []
    for piece in pieces:
        if found and not (piece.made or found[-1].made):
            found[-1] = Piece(found[-1].reads + piece.reads)
        else:
            found.append(piece)
    return found
