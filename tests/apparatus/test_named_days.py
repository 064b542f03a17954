"""Days named in full lead to their place in the chronology, never to an event."""

import pytest

from build_edition.apparatus import enrich
from build_edition.apparatus.chronology.named_days import link_days, named_days
from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.passage_index import passages, text_of
from build_edition.tree import flatten, inlines_of
from build_edition.work import Link, Work, plain
from tests.made import p, work


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 2 November 1918 the sluice rose.", ["1918-11-02"]),
        ("On November 2, 1918, it rose.", ["1918-11-02"]),
        ("By the 3rd March 1931 and 14 April, 1932 it sank.", ["1931-03-03", "1932-04-14"]),
        ("From 8–16 March 1921 they sat.", []),
        ("In March 1921, on 8 March, they sat.", []),
        ("On 31 June 1921 nobody sat.", []),
        ("Item 12 May 1921a.", []),
    ],
)
def test_days_that_a_text_names(text: str, days: list[str]) -> None:
    assert [one.day for one in named_days(text)] == days


def linked(*blocks: tuple) -> tuple[Work, Work]:
    made = enrich(work(*blocks))
    return made, link_days(WorkToRead(made, passages(made), True))


def links(made: Work) -> list[tuple[str, str, str]]:
    runs = [run for section in made.walk() for block in section.blocks for run in inlines_of(block)]
    runs += [section.heading.inlines for section in made.walk() if section.heading]
    found = [inline for run in runs for inline in flatten(run) if isinstance(inline, Link)]
    return [(link.kind, link.target, plain(link.inlines)) for link in found]


def test_every_day_is_linked_but_in_headings() -> None:
    before, after = linked(
        ("head", "The flood of 1 May 1901", {"level": 2}),
        p("It rose on 1 May 1901{call:1} and on 2 May 1901."),
        ("list", [("item", "3 May 1901: it sank", {})], {}),
    )
    assert links(after) == [
        ("date", "1901-05-01", "1 May 1901"),
        ("date", "1901-05-02", "2 May 1901"),
        ("date", "1901-05-03", "3 May 1901"),
    ]
    words = [[text_of(one.runs) for one in passages(made)] for made in (before, after)]
    assert words[0] == words[1]
