"""Laws for texts with notes at the feet of their pages: only the rest of a note changes its place."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_edition.assemble import assemble
from build_edition.rules import transcribe
from build_edition.source import Source
from build_edition.tree import inlines_of
from build_edition.work import PageBeginning, plain

LINES = (
    "The carters came by night over the bridge and paid no toll to",
    "anybody, so that the keeper of the hens went to bed before the",
    "sun had gone, and the old men who settled the price of cloth.1",
    "Nobody was found awake who could have told them what it cost.2",
    "in the plain, where the weavers of the lower mill were said to",
    "“Who pays?” they asked, and the keeper of the hens said noth-",
    "ing at all.* It was late, as they all knew, and nobody, not even",
    "    the keeper’s wife, said any more than that; and so to bed:",
    "Short.",
    "sun had gone, and the old men who settled the price of cloth.’",
    "in the plain, where the weavers! of the lower mill were said to.*",
)
NOTES = (
    "1 Roe, p. 4.",
    "  2 Doe, p. 9. 3 Ibid. p. 12.",
    "* See the bill of the carters.",
    "† It is lost.",
    "? Ibid. p. 6.",
    "1. A list, or a note.",
    "'Part of the book of tolls, which the carters of the plain never saw and nobody had ever shown to them at",
    "all, though they had asked for it in the spring of every year that they could remember, and in the weav-",
    "ers’ hall too.",
    "3",
    "4 Thess. iv. 2.",
    "12",
    "CHAPTER TWO",
    "‘Roe, p. 4.",
    "“Doe, p. 9. ® Ibid. p. 12. # Bill, p. 3.",
    "*See the bill.",
    "Acta, p. 8.",
    "SDoe, p. 7,",
)
PAGES = st.builds(
    lambda text, gap, foot: "\n".join([*text, *[""] * gap, *foot]),
    st.lists(st.sampled_from(LINES), max_size=9),
    st.integers(0, 4),
    st.lists(st.sampled_from(("", *NOTES)), max_size=5),
)
THOROUGH = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def place(inline):
    return inline.at if isinstance(inline, PageBeginning) else inline.start


@THOROUGH
@given(pages=st.lists(PAGES, min_size=2, max_size=7))
def test_no_word_is_lost_and_only_the_rest_of_a_note_moves(pages):
    transcript = transcribe(Source.from_text("\n\f".join(pages)), "book")
    runs = []
    for section in assemble(transcript).walk():
        if section.heading:
            runs.append((section.heading.start, section.heading.label, section.heading.inlines))
        for block in section.blocks:
            runs += [(place(inlines[0]), "", inlines) for inlines in inlines_of(block) if inlines]
    in_order = sorted(runs, key=lambda run: run[0])
    shown = " ".join(f"{label} {plain(inlines, calls=True)}" for _, label, inlines in in_order)
    assert "".join(shown.split()) == "".join(transcript.reading.text.split())

    rests = [(mark.start, mark.end) for mark in transcript.of_kind("note") if mark.get("continues")]
    stay = [start for start, _, _ in runs if not any(first <= start < end for first, end in rests)]
    assert stay == sorted(stay)
