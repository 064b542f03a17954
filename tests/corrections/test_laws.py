"""Laws of corrections: whatever is wanted of whatever text either comes out exactly, or is refused."""

from __future__ import annotations

import textwrap
from datetime import date

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from build_edition.corrections.as_yaml import as_yaml
from build_edition.corrections.drafting import Says, draft
from build_edition.corrections.proving import prove
from build_edition.corrections.record_file import RecordFile
from build_edition.corrections.wanted import Wanted, changed
from build_edition.edition.words.emendations import Emendation
from build_edition.errors import CorrectionError
from tests.corrections.invented import FILLING, PROJECT, RECORD, filed, item_of, reading

# What OCR makes of a page: line ends, hyphens there, glued calls, straight quotes, mark-up, confusions of letters.
PIECES = st.sampled_from(
    [
        "the weir", "tbe miller", "a lock-\nkeeper", "said it.1", "eels,\n", "\n\n", '"so it\nwas"', "*very* old",
        "don't", "1917– 91", "in dividual", " ", "\n", "NKVD", "river", "rivers", "of of", "— and", "CHAPTER TWO",
        "(see p. 3)", "co-\noperative", "the the", "Velm’s", "2", "\n 12 THE WEIR\n", "he held.", "ﬁsh", "weir.”4",
    ]
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Paragraphs with such places, broken into lines as on a page."""
    paragraphs = draw(st.lists(st.lists(PIECES, min_size=1, max_size=12), min_size=1, max_size=4))
    width = draw(st.sampled_from([48, 60, 10_000]))
    return "\n\n".join(_broken(f"{FILLING} {' '.join(pieces)}", width) for pieces in paragraphs)


def _broken(paragraph: str, width: int) -> str:
    return "\n".join(part for line in paragraph.split("\n") for part in textwrap.wrap(line, width) or [""])


WORDS = st.one_of(st.text(max_size=8), PIECES.filter(lambda piece: "\n" not in piece), st.just(""))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts(), st.data())
def test_a_wanted_change_comes_out_exactly_or_is_refused(text: str, data: st.DataObject) -> None:
    item = item_of(text)
    assert item.transcript is not None
    now = reading(item)
    start = data.draw(st.integers(0, len(now)))
    end = data.draw(st.integers(start, min(len(now), start + 12)))
    wanted = Wanted(start, end, data.draw(WORDS))
    project = PROJECT.with_filed(RECORD.id, ())
    try:
        drafts = draft(item, (), wanted, by="A. Reader")
    except CorrectionError as error:
        event("refused")
        assert error.what
        assert error.where
        return
    event("drafted")
    after = prove(project, item, drafts)
    assert after.reading.text == changed(now, [wanted])
    for made in drafts:
        assert made.record.reading is not None or made.record.stet
        assert text[made.start : made.end] == made.record.read


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts(), st.data())
def test_a_second_change_of_the_same_words_takes_the_place_of_the_first(text: str, data: st.DataObject) -> None:
    item = item_of(text)
    assert item.transcript is not None
    first_reads = reading(item)
    at = data.draw(st.integers(0, max(0, len(first_reads) - 4)))
    try:
        first = draft(item, (), Wanted(at, at + 3, "mill"), by="A. Reader")
    except CorrectionError:
        assume(False)
    records = tuple(made.record for made in first)
    again = item_of(text, *records)
    assert again.transcript is not None
    now = reading(again)
    wanted = Wanted(at, at + 4, data.draw(st.sampled_from(["mills", "weir", first_reads[at : at + 3], "a mill"])))
    try:
        second = draft(again, filed(*records), wanted, by="B. Reader")
    except CorrectionError:
        event("refused")
        return
    event("replaced" if any(made.replaces for made in second) else "beside")
    after = prove(PROJECT.with_filed(RECORD.id, filed(*records)), again, second)
    assert after.reading.text == changed(now, [wanted])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts(), st.data())
def test_a_doubt_or_a_slip_leaves_every_letter(text: str, data: st.DataObject) -> None:
    item = item_of(text)
    now = reading(item)
    start = data.draw(st.integers(0, len(now)))
    end = data.draw(st.integers(start, min(len(now), start + 12)))
    nature: Says = data.draw(st.sampled_from(["perhaps", "slip"]))
    words = data.draw(WORDS) if nature == "perhaps" else now[start:end]
    try:
        (made,) = draft(item, (), Wanted(start, end, words), by="A. Reader", nature=nature)
    except CorrectionError:
        event("refused")
        return
    event(nature)
    after = prove(PROJECT.with_filed(RECORD.id, ()), item, [made])
    assert after.reading.text == now
    kind = "suspect" if nature == "perhaps" else "sic"
    assert len(list(after.of_kind(kind))) >= 1


LETTERS = st.characters(exclude_categories=("Cs",))
PLAIN = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="<\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
LINE = st.text(PLAIN, min_size=1, max_size=60).map(lambda text: f"a{text}")


@st.composite
def records(draw: st.DrawFn) -> Emendation:
    """Any record at all."""
    fields: dict[str, object] = {
        "line": draw(st.integers(1, 9_999)),
        "read": draw(st.text(LETTERS, min_size=1, max_size=60)) + "b",
        "nth": draw(st.none() | st.integers(1, 9)),
        "by": draw(LINE),
        "on": draw(st.none() | st.dates(date(1000, 1, 1)).map(str)),
        "note": draw(st.none() | LINE),
        "seen": draw(st.none() | st.text("0123456789abcdef", min_size=4, max_size=4)),
        "cause": draw(st.sampled_from(["character", "case", "spacing", "lost-text"])),
    }
    says = draw(st.sampled_from(["as", "perhaps", "stet", "slip"]))
    if says in ("as", "perhaps"):
        fields[says] = draw(LINE)
        fields["cert"] = draw(st.sampled_from(["high", "low"]))
    elif says == "stet":
        fields["stet"] = True
    else:
        fields["cause"] = "slip"
    return Emendation.model_validate({name: value for name, value in fields.items() if value is not None})


@given(st.lists(records(), min_size=1, max_size=4))
def test_records_written_as_yaml_are_read_as_they_were(written: list[Emendation]) -> None:
    text = as_yaml(written)
    assert [Emendation.model_validate(data) for data in RecordFile("x.yml", text).data] == written
    assert all(sign == "\n" or sign.isprintable() for sign in text)


HEADS = st.sampled_from(["", "# Of the weir.\n", "# Of the weir.\n\n", "---\n", "# A.\n\n# On the first:\n"])
ENTRIES = st.sampled_from(
    [
        "- line: {n}\n  read: \"a\"   # sic\n  as: b\n  cause: word\n  by: A.\n",
        "- {{line: {n}, read: a, as: b,\n   cause: word, by: A.}}\n",
        "- line: {n}\n  read: a\n  perhaps: 'b'\n  cause: word\n  by: A.\n  note: |\n    One\n\n    two.\n",
        "-\n  line: {n}\n  read: a\n  stet: true\n  by: 'A.\n\n    B.'\n",
    ]
)  # fmt: skip
GAPS = st.sampled_from(["", "\n", "\n# On the next:\n", "# On the next:\n", "\n\n\n"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file of records as people write them."""
    numbers = draw(st.lists(st.integers(1, 40), min_size=1, max_size=5))
    if draw(st.booleans()):
        numbers.sort()
    text = draw(HEADS)
    for n in numbers:
        text += draw(ENTRIES).format(n=n) + draw(GAPS)
    text += draw(st.sampled_from(["", "# The end.\n", "...\n"]))
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


@given(files(), st.integers(1, 50), st.data())
def test_filing_and_taking_out_again_gives_the_same_bytes(text: str, line: int, data: st.DataObject) -> None:
    before = RecordFile("x.yml", text)
    new = Emendation.model_validate({"line": line, "read": "x", "as": "y", "cause": "word", "by": "B."})
    after = before.with_added(as_yaml([new]), line)
    found = [k for k, one in enumerate(after.data) if one.get("read") == "x"]
    assert len(found) == 1
    assert [one for one in after.data if one.get("read") != "x"] == before.data
    if [one["line"] for one in before.data] == sorted(one["line"] for one in before.data):
        assert [one["line"] for one in after.data] == sorted(one["line"] for one in after.data)
    assert after.without(found[0]).text == text
    index = data.draw(st.integers(0, len(before.data) - 1))
    replaced = before.with_replaced(index, as_yaml([new]))
    assert [one for k, one in enumerate(replaced.data) if k != index] == [
        one for k, one in enumerate(before.data) if k != index
    ]
    assert replaced.with_replaced(index, before.verbatim(index)).text == text
