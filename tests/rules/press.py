"""A small press for the tests of the book rules: sets invented prose to a measure, as a page would have it."""

from __future__ import annotations

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.measure import line_width
from build_edition.source import Source
from build_edition.transcript import Mark

MEASURE = 30_000  # thousandths of an em
NARROW = 27_200  # that of a display

PROSE = (
    "The mill stood where the two streams met, and in a dry summer the wheel turned only at night, when the "
    "weir had filled. Nobody in the upper village remembered who had dug the race, but everyone knew whose duty "
    "it was to clear it, and each spring there was a quarrel about the spades. The miller kept a slate on which "
    "he wrote what was owed to him in flour and in favours, and wiped it on the eve of the harvest supper. "
)
RIVER = (
    "Downstream the river widened among alders, slow and brown, so that a boat could be poled as far as the "
    "ferry. There the toll was a penny for a man and twopence for a cow, and geese went free if they swam. In "
    "winter the ferryman mended nets and let the young people skate between the piers until the lamps were lit. "
)


def set_lines(text: str, measure: int = MEASURE) -> str:
    """`text` broken into lines no wider than `measure`, as full as they go."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if line_width(longer) > measure and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def paragraph(text: str = PROSE) -> str:
    return set_lines(text)


def display(text: str) -> str:
    return set_lines(text, NARROW)


def indented(text: str) -> str:
    """A paragraph whose first line stands in."""
    return "   " + paragraph(text)


def centred(lines: str, width: int = 70) -> str:
    """Each line in the middle of a page so many characters wide."""
    return "\n".join(" " * ((width - len(line)) // 2) + line for line in lines.split("\n"))


def page(*blocks: str) -> str:
    """Blocks parted by blank lines."""
    return "\n\n".join(blocks)


def drafted(text: str, *rules) -> Draft:
    """A draft of a book on which these rules (modules) have worked."""
    draft = Draft(Source.from_text(text), "book")
    for rule in rules:
        rule.apply(draft)
    draft.freeze()
    return draft


def read(draft: Draft, mark: Mark) -> str:
    """What a mark covers, on one line."""
    return " ".join(draft.text[mark.start : mark.end].split())


def all_read(draft: Draft, kind: str) -> list[str]:
    return [read(draft, mark) for mark in draft.marks(kind)]
