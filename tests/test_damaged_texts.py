"""Whatever a text has suffered, it is transcribed and accounted for: no damage ends in an error."""

from functools import cache
from random import Random
from textwrap import fill

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_edition.accounting import account
from build_edition.assemble import assemble
from build_edition.rules import transcribe
from build_edition.source import Source
from build_edition.specimen import ROOT

SIGNS = "1lI”“'‘.,;°* \f\t0/[}-—#|"
MARKS = ("[Pg {}]", "[p. {}]", "{{{}}}", "[{}]", "*to {}*", "**{}", "<i>to {}</i>", "<sup>{}</sup>", "$^{{{}}}$")
LONGEST = 160  # lines
THOROUGH = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@cache
def lines(name: str) -> list[str]:
    return (ROOT / "sources" / name).read_text(encoding="utf-8").split("\n")


def misread(line: str, chance: Random) -> str:
    return "".join(chance.choice(SIGNS) if chance.random() < 0.03 else sign for sign in line)


def cut_short(line: str, chance: Random) -> str:
    return line[: chance.randrange(len(line))] if line and chance.random() < 0.2 else line


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Some pages of the specimen, with letters misread, lines cut short, lost or out of order, or space lost."""
    every = lines(draw(st.sampled_from(sorted(path.name for path in (ROOT / "sources").glob("*.txt")))))
    start = draw(st.integers(0, max(0, len(every) - 20)))
    chance = Random(draw(st.integers(0, 10**6)))
    text = every[start : start + draw(st.integers(5, LONGEST))]
    how = draw(st.sampled_from(("misread", "cut", "lost", "no blank lines", "no indents", "out of order")))
    if how in ("misread", "cut"):
        text = [(misread if how == "misread" else cut_short)(line, chance) for line in text]
    elif how == "lost":
        text = [line for line in text if chance.random() > 0.2]
    elif how == "no blank lines":
        text = [line for line in text if line.strip()]
    elif how == "no indents":
        text = [line.strip() for line in text]
    else:
        chance.shuffle(text)
    return "\n".join(text)


def marked_up(text: str, mark: str, width: int, chance: Random) -> str:
    """The text broken into other lines, with a sign of a page, a note or a letter here and there, cut or whole."""
    found: list[str] = []
    number = 0
    for paragraph in text.split("\n\n"):
        words = []
        for word in paragraph.split():
            words.append(word)
            if chance.random() < 0.02:
                number += 1
                words.append(mark.format(number))
        found.append(fill(" ".join(words), width, break_long_words=False))
    return "\n\n".join(found)


@THOROUGH
@given(text=damaged())
def test_a_damaged_text_is_transcribed_and_accounted_for(text: str) -> None:
    check(text)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("width", [20, 60, 72])
def test_signs_that_line_ends_cut_are_accounted_for(mark: str, width: int) -> None:
    for path in sorted((ROOT / "sources").glob("*.txt")):
        text = "\n".join(lines(path.name)[-2 * LONGEST :])
        check(marked_up(text, mark, width, Random(width)))


def check(text: str) -> None:
    transcript = transcribe(Source.from_text(text))
    counted = account(transcript)
    assert counted.is_exact
    assert not counted.unlisted
    assert assemble(transcript).transcript is transcript  # its marks make a tree
