"""References that print makes itself: found where they mean their own work, left alone where they may not."""

import pytest

from build_edition.apparatus import enrich
from build_edition.apparatus.crossrefs import cross_reference
from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.passage_index import passages
from build_edition.tree import flatten, inlines_of
from build_edition.work import Link, plain
from tests.made import chapter, note, p, work

FIGURE = ("figure", [("p", "Figure 1.1 The levels of the upper pound.", {})])
TABLE = (
    "table",
    [
        ("head", "Table 3. Barrels by year", {"level": 4, "label": "Table 3."}),
        ("row", [("cell", "Year", {}), ("cell", "Barrels", {})], {"role": "label"}),
        ("row", [("cell", "1911", {}), ("cell", "400", {})], {}),
    ],
)


def book(*said, notes=()):
    """A book of two parts with a figure, a table, a note and pages, which says `said` in its last chapter."""
    return enrich(
        work(
            ("head", "PART ONE The Rise", {"level": 1, "label": "PART ONE"}),
            *chapter(
                "ONE", "The Ditch", p("{pb:29}Water lies low."), FIGURE, p("{pb:30}And lower{call:1} still.")
            ),
            note("1", "A note about the ditch."),
            *chapter("TWO", "The Dry Summer", p("{pb:40}No rain fell."), TABLE, p("{pb:41}None at all.")),
            ("head", "PART TWO The Fall", {"level": 1, "label": "PART TWO"}),
            *chapter("THREE", "The Frost", p("{pb:50?}The pounds froze.")),
            *chapter("FOUR", "The Thaw", *(p(text) for text in said), *notes),
        )
    )


def found(made, work_id="weir-1990"):
    references, linked = cross_reference({work_id: WorkToRead(made, passages(made))}, ())
    links = [
        link
        for section in linked[work_id].walk()
        for block in section.blocks
        for run in inlines_of(block)
        for link in flatten(run)
        if isinstance(link, Link)
    ]
    assert [plain(link.inlines) for link in links] == [one.words for one in references.references]
    return [(plain(link.inlines), link.target.removeprefix(f"{work_id}/")) for link in links], references


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("The ditch was dug first (see p. 40).", [("p. 40", "page-40")]),
        ("See pp. 40–41 for the summer.", [("pp. 40–41", "page-40")]),
        ("As page 30 above makes plain, it fell.", [("page 30", "page-30")]),
        ("It was low (Figure 1.1).", [("Figure 1.1", "1.2")]),
        ("Table 3 gives the barrels.", [("Table 3", "2.2")]),
        ("The barrels (see Table 3, p. 40) were few.", [("Table 3, p. 40", "2.2")]),
        ("In Chapter Two we saw the summer.", [("Chapter Two", "2")]),
        ("It is told in chapters 1 and 2.", [("chapters 1", "1"), ("2", "2")]),
        ("Chapters 1–3 tell of it.", [("Chapters 1–3", "1")]),
        ("The end is the matter of Part One.", [("Part One", "part-1")]),
        ("As we saw in chapter 2, Table 3, it fell.", [("chapter 2", "2"), ("Table 3", "2.2")]),
        ("The same is told elsewhere (see “The Dry Summer”).", [("The Dry Summer", "2")]),
        ("The matter of Chapter 2 of this book was rain.", [("Chapter 2", "2")]),
    ],
)
def test_a_reference_to_its_own_work_is_linked(text, links):
    assert found(book(text))[0] == links


@pytest.mark.parametrize(
    "text",
    [
        "Brell says so outright (Sluices, p. 40).",
        "Brell says so outright (p. 40).",
        "Brell, The Even Pound, p. 40, says so.",
        "Ibid. p. 40 says so too.",
        "On page 40 he says the contrary.",
        "She counted them in Chapter 2 of The Even Pound.",
        "The Even Pound, chapter 2, counts them.",
        "His Chapter 2 counts them.",
        "Brell’s Table 3 counts them.",
        "Table 3 in Brell counts them.",
        "“The barrels are in Table 3”, he wrote, and were not.",
        "In this chapter I follow the water.",
        "The chapter two boys wrote was lost.",
        "It is a new chapter. 2 barrels were left.",
        "The map I drew is lost, and so is table two.",
        "The water (Brell 1911, Table 3) fell.",
        "It took 40 pp. of print.",
        "Chapter 9 was never written.",
    ],
)
def test_what_may_mean_another_book_is_left_alone(text):
    assert found(book(text))[0] == []


def test_a_quotation_refers_to_the_book_it_is_from():
    made = enrich(
        work(*chapter("ONE", "A", p("One.")), *chapter("TWO", "B", ("quote", [p("See Chapter 1.")]), p("Two.")))
    )
    assert found(made)[0] == []


def test_a_figure_that_stands_on_another_page_here_is_linked_with_a_remark():
    (link,), references = found(book("It was low (see Figure 1.1, p. 41)."))
    assert link == ("Figure 1.1, p. 41", "1.2")
    (reference,) = references.references
    assert reference.note == "Figure 1.1 stands on page 29 of this text; the printed reference names page 41."
    assert references.to("passage", "weir-1990/1.2") == (reference,)


def test_a_figure_on_the_page_that_print_names_has_no_remark():
    (reference,) = found(book("It was low (Figure 1.1, p. 29)."))[1].references
    assert reference.note == ""


def test_a_page_whose_number_is_inferred_makes_an_uncertain_link():
    (reference,) = found(book("It froze (see p. 50)."))[1].references
    assert (reference.target, reference.cert) == ("weir-1990/page-50", "low")


def test_a_page_that_this_text_does_not_number_is_reported():
    links, references = found(book("It thawed (see p. 77)."))
    assert links == []
    (missing,) = references.unresolved
    assert (missing.reference.words, missing.reference.place) == ("p. 77", "weir-1990/4.1")
    assert "page 77" in missing.what


def test_a_figure_that_is_not_there_is_reported():
    assert [one.reference.words for one in found(book("It thawed (Figure 9.9)."))[1].unresolved] == ["Figure 9.9"]


def test_a_caption_does_not_refer_to_itself():
    assert found(book("Nothing."))[0] == []


def test_a_note_of_the_same_chapter_is_linked_and_one_elsewhere_is_not():
    assert found(book("It fell (see note 1)."))[0] == []
    assert found(book("It fell{call:1} (see note 1).", notes=[note("1", "The note.")]))[0] == [("note 1", "4.n1")]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("See Chapter 2.", True),
        ("See Chapter 2 above.", True),
        ("The price was never raised; see Chapter Two.", True),
        ("The price was never raised by Brell; see Chapter Two.", False),
        ("The price was 40 crowns; see Chapter Two.", False),
        ("Brell, The Even Pound. See Chapter 2.", False),
        ("Brell, The Even Pound; and p. 40 above.", True),
        ("Brell, The Even Pound, see p. 40.", False),
    ],
)
def test_in_notes_only_what_leaves_no_doubt_is_linked(text, linked):
    made = book("It fell{call:1} again.", notes=[note("1", text)])
    assert bool(found(made)[0]) is linked


def test_numbers_counted_anew_in_each_part_mean_no_chapter():
    made = enrich(
        work(
            ("head", "PART ONE Up", {"level": 1, "label": "PART ONE"}),
            *chapter("ONE", "A", p("First.")),
            ("head", "PART TWO Down", {"level": 1, "label": "PART TWO"}),
            *chapter("ONE", "B", p("As Chapter 1 tells, it fell.")),
        )
    )
    assert found(made)[0] == []
