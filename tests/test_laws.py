"""Laws that hold for any text at all, through every rule: what a source cannot break, no reader can lose."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_edition.assemble import assemble
from build_edition.rules import RULES, transcribe
from build_edition.source import Source
from build_edition.tree import inlines_of
from build_edition.work import plain

LAYOUTS = ("auto", "book", "essay", "web")

# What rules look for, mixed with what nobody expects.
SCRAPS = st.sampled_from(
    [
        "\n", "\n\n", "\n\n\n\n", " ", "\t", "\r\n", "\f", "\ufeff", "\0", "\x02", "\ufffd", "\u200b", "\xad", "\u2028",
        "CHAPTER TWO", "PART ONE", "12 THE RUNNING HEAD", "THE RUNNING HEAD 13", "• an item", "1. one", "(a) first",
        "word-", "lower", "Upper", "end.1", "end.”2", "1920.78", "word,3", "¹", "²", "*", "**", "~~", "_", "<i>", "</i>",
        "<sup>4</sup>", "&amp;", "* * *", "----", "|a|b|", "Figure 2.1 A scheme", "NOTES", "Source: a paper", "Share",
        "“", "”", "‘", "’", '"', "'", "--", "—", "…", ":", "he wrote,", "Some words of running text that fill a line up,",
        "Heading In Title Case: and on", "[^1]", "[^1]: a note", "é", "日本", "🙂", "Glossary", "12", "xii", "{: #id}",
    ]
)  # fmt: skip
TEXTS = st.lists(SCRAPS | st.text(max_size=4), max_size=40).map("".join)
THOROUGH = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def words(text: str) -> list[str]:
    return text.split()


def check_laws(text: str, layout: str) -> None:
    transcript = transcribe(Source.from_text(text), layout)

    # the accounting: every character is kept, or lies in exactly one listed intervention
    applied, here = [], 0
    for this in transcript.interventions:
        assert this.start >= here
        applied += [text[here : this.start], this.reading]
        here = this.end
    applied.append(text[here:])
    assert "".join(applied) == transcript.reading.text

    # every intervention answers to a rule that the one list names
    assert {i.rule for i in transcript.interventions} <= {name for rule in RULES for name in rule.names}

    # every word of the reading text stands in the tree, in order
    work = assemble(transcript)
    runs = []
    for section in work.walk():
        if section.heading:
            runs += [section.heading.label, plain(section.heading.inlines, calls=True)]
        for block in section.blocks:
            runs += [plain(inlines, calls=True) for inlines in inlines_of(block)]
    assert "".join(words(" ".join(runs))) == "".join(words(transcript.reading.text))

    # the page beginnings all arrive too
    assert len(work.pages) == sum(1 for _ in transcript.of_kind("pb"))


@pytest.mark.parametrize("layout", LAYOUTS)
@THOROUGH
@given(text=TEXTS)
@example(text="")
@example(text="\n")
@example(text="\x02klzzwxh:0000\x03")
@example(text=" CHAPTER ONE\n\n\n\n \n 1\n")
def test_any_text(layout, text):
    check_laws(text, layout)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "“" * 100_000,
        "**" * 100_000,
        "a-\n" * 50_000,
        "\n" * 200_000,
        "• item\n" * 30_000,
        "1\n" * 100_000,
        "end.1 " * 50_000,
        "<i>" * 60_000,
        "A b\tc\n" * 30_000,
        "THE HEAD 1\n\ntext of it\n" * 10_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_long_and_monotonous_texts(layout, text):
    check_laws(text, layout)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rules_give_the_same_answer_twice(layout):
    text = "CHAPTER ONE\nThe weir\n\nA line of text that ends in a note.1\n\n• an item\n• another\n" * 5
    assert transcribe(Source.from_text(text), layout) == transcribe(Source.from_text(text), layout)
