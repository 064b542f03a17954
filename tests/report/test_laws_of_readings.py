"""Whatever two transcripts read: what a report tells is all that differs between them, and nothing else."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from build_edition.edition.bibliography import BibEntry
from build_edition.edition.records import WorkRecord
from build_edition.pipeline import EditionWork, to_work
from build_edition.report.readings import Pair, Text
from build_edition.report.rule_effects import rule_effects
from build_edition.report.structure import changed_marks
from build_edition.source import Source
from build_edition.transcript import Intervention, Transcript

TEXT = "Lo rem ip-\nsum  do\n\nlor sit, a met. Con\nsec te tur"
READINGS = st.sampled_from(["", " ", "x", "x y", "lor", "\n"])
RULES = st.sampled_from(["spacing", "hyphens", "emendation:1", "emendation:2"])


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """The text with any interventions that do not overlap."""
    edges = sorted(draw(st.lists(st.integers(0, len(TEXT)), max_size=12)))
    made: list[Intervention] = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        reading = draw(READINGS)
        taken = made and (start < made[-1].end or (start, end) == (made[-1].start, made[-1].end))
        if reading != TEXT[start:end] and not taken:
            made.append(Intervention(start, end, reading, draw(RULES)))
    return Transcript(Source.from_text(TEXT), tuple(made))


def pair_of(before: Transcript, after: Transcript) -> Pair:
    record = WorkRecord.model_construct(id="a-1900", title="A")
    entry = BibEntry("a", "book", "A")

    def text(one: Transcript) -> Text:
        return Text(EditionWork(record, entry, "found", Path("a"), one.source, one, to_work(one)), one, ())

    return Pair(text(before), text(after))


def between(one: Transcript, start: int, end: int | None) -> str:
    """What is read behind one place that is told, with what is inserted there, and before the next."""
    reading = one.reading
    first = reading.from_source(start) if start else 0
    return reading.text[first : None if end is None else reading.before_insertion(end)]


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(transcripts(), transcripts())
def test_outside_of_what_is_told_both_read_the_same(before: Transcript, after: Transcript) -> None:
    told = pair_of(before, after).readings()
    here, was, now = 0, "", ""
    for one in told:
        assert here <= one.start
        gap = between(before, here, one.start), between(after, here, one.start)
        assert gap[0].split() == gap[1].split()
        was, now = was + gap[0] + one.before, now + gap[1] + one.after
        here = one.end
    rest = between(before, here, None), between(after, here, None)
    assert rest[0].split() == rest[1].split()
    was, now = was + rest[0], now + rest[1]
    assert squeezed(was) == squeezed(before.reading.text)
    assert squeezed(now) == squeezed(after.reading.text)
    assert all(one.before.split() != one.after.split() and one.reasons for one in told)


@given(transcripts(), transcripts())
def test_every_place_of_a_rule_is_told_once(before: Transcript, after: Transcript) -> None:
    for effect in rule_effects({"a-1900": pair_of(before, after)}):
        assert effect.before == sum(this.rule == effect.rule for this in before.interventions)
        assert effect.after == sum(this.rule == effect.rule for this in after.interventions)
        new = effect.count("new") + effect.count("changed")
        assert new <= effect.after
        assert effect.count("gone") <= effect.before
        assert effect.places


@given(transcripts())
def test_of_the_same_nothing_is_told(one: Transcript) -> None:
    pair = pair_of(one, one)
    assert pair.readings() == ()
    assert rule_effects({"a-1900": pair}) == ()
    assert changed_marks(pair) == ()
