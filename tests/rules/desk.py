"""A desk for the tests of the inline and unwrapped rules: what rules make of an invented text."""

from __future__ import annotations

from types import ModuleType

from build_edition.rules.draft import Draft, Layout
from build_edition.source import Source
from build_edition.transcript import Transcript

# A paragraph long enough to be one, whatever stands beside it.
WOOL = (
    "The weavers of the upper valley sold their cloth at the autumn fair, and for as long as anyone could "
    "remember the price had been settled on the bridge, before a single bale was opened, by three old men."
)
TOLL = (
    "Nobody paid the toll after dark, since the keeper went to bed with his hens, and so the carters of the "
    "plain took to driving by lantern; the road was white with their dust and the ditches full of their crusts."
)


def transcribed(text: str, *rules: ModuleType, layout: Layout = "essay") -> Transcript:
    """The transcript that these rules, in this order, make of `text`."""
    draft = Draft(Source.from_text(text), layout)
    for rule in rules:
        rule.apply(draft)
    return draft.freeze()


def readings(transcript: Transcript, *kinds: str) -> list[str]:
    """What each mark of these kinds reads, with white space as it comes out."""
    return [transcript.reading.slice(mark.start, mark.end) for mark in transcript.of_kind(*kinds)]


def values(transcript: Transcript, kind: str, name: str) -> list[object]:
    """One attribute of each mark of a kind."""
    return [mark.get(name) for mark in transcript.of_kind(kind)]
