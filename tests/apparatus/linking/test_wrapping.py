"""The law that a link changes no word of the run that it is put into."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus.linking.wrapping import wrap
from build_edition.reading import Reading
from build_edition.tree import flatten
from build_edition.work import Inline, Link, Span, Text, plain

run_texts = st.recursive(
    st.text("ab ", max_size=4).map(lambda text: Text(text, 0, 0)),
    lambda inner: st.lists(inner, max_size=3).map(lambda held: Span("hi", tuple(held), 0, 0)),
    max_leaves=8,
)


@given(st.lists(run_texts, max_size=5), st.integers(0, 12), st.integers(0, 12))
def test_wrapping_any_span_of_any_run_keeps_its_words(run: list[Inline], a: int, b: int) -> None:
    words = plain(tuple(run))
    start, end = min(a, b), max(a, b)
    wrapped = wrap(tuple(run), start, end, Link("term", "t", (), 0, 0), Reading.of("", ()))
    if wrapped is None:
        return
    assert plain(wrapped) == words
    (link,) = [inline for inline in flatten(wrapped) if isinstance(inline, Link)]
    assert plain(link.inlines) == words[start:end]
