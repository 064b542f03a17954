from hypothesis import given
from hypothesis import strategies as st

from build_edition.reading import Reading


@st.composite
def replacements(draw):
    """A text with sorted, disjoint replacements of its spans, insertions and deletions among them."""
    text = draw(st.text(max_size=40))
    points = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    spans = []
    for start, end in zip(points[::2], points[1::2], strict=False):
        if spans and (start < spans[-1][1] or (start, end) == spans[-1][:2]):
            continue
        reading = draw(st.text(max_size=5))
        if reading != text[start:end]:
            spans.append((start, end, reading))
    return text, spans


def applied(text, spans):
    for start, end, reading in reversed(spans):
        text = text[:start] + reading + text[end:]
    return text


@given(replacements())
def test_the_reading_is_the_source_with_every_replacement_applied(case):
    text, spans = case
    assert Reading.of(text, spans).text == applied(text, spans)


@given(replacements())
def test_kept_characters_map_there_and_back(case):
    text, spans = case
    reading = Reading.of(text, spans)
    touched = {offset for start, end, _ in spans for offset in range(start, end)}
    for offset in set(range(len(text))) - touched:
        there = reading.from_source(offset)
        assert reading.text[there] == text[offset]
        assert reading.to_source(there) == offset


@given(replacements())
def test_the_map_never_goes_backwards(case):
    text, spans = case
    reading = Reading.of(text, spans)
    forward = [reading.from_source(offset) for offset in range(len(text) + 1)]
    back = [reading.to_source(offset) for offset in range(len(reading.text) + 1)]
    assert forward == sorted(forward)
    assert back == sorted(back)
    assert forward[-1] == len(reading.text)
    assert back[-1] == len(text)


@given(replacements(), st.data())
def test_slices_at_boundaries_make_up_the_whole(case, data):
    text, spans = case
    reading = Reading.of(text, spans)
    inside = {offset for start, end, _ in spans for offset in range(start + 1, end)}
    cut = data.draw(st.sampled_from(sorted(set(range(len(text) + 1)) - inside)))
    assert reading.slice(0, cut) + reading.slice(cut, len(text), through=True) == reading.text


def test_an_insertion_belongs_to_what_begins_there():
    reading = Reading.of("ab", [(1, 1, "X")])
    assert reading.slice(0, 1) == "a"
    assert reading.slice(0, 1, through=True) == "aX"
    assert reading.slice(1, 2) == "Xb"
    assert reading.from_source(1) == 2


def test_inside_a_replaced_span_one_stands_at_its_beginning():
    reading = Reading.of("abcd", [(1, 3, "xyz")])
    assert [reading.from_source(k) for k in range(5)] == [0, 1, 1, 4, 5]
    assert [reading.to_source(k) for k in range(6)] == [0, 1, 1, 1, 3, 4]
