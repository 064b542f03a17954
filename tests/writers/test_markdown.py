"""Markdown as it is written: signs that a person can edit, ids that a citation can rely on."""

from build_edition.apparatus import enrich
from build_edition.apparatus.divisions import divisions
from build_edition.writers.markdown import in_ranges, notes_by_key, write_division, write_document
from tests.made import chapter, note, p, work
from tests.shown import render, words_of


def test_headings_paragraphs_pages_and_emphasis() -> None:
    made = enrich(
        work(
            ("head", "{pb:7}The Lamp Tax", {"level": 1}),
            p("Nobody {hi:ever} liked it, {pb:8}the {pb:9?}tax {pb:}on lamps."),
            ("head", "WHO PAID IT", {"level": 2}), p("1917. The poor."),
        )
    )  # fmt: skip
    seven, eight = (pb("pb", n, n, f"Page {n} of the printed source") for n in ("7", "8"))
    nine = pb("pb low", "9", "9?", "Page 9 of the printed source, its number inferred")
    unknown = pb("pb unknown", "unnumbered", "–", "A page of the printed source begins; its number is not known")
    assert write_document(made) == (
        f'<div class="pb-line">{seven}</div>\n\n# The Lamp Tax {{#the-lamp-tax}}\n\n'
        f"Nobody *ever* liked it, {eight}the {nine}tax {unknown}on lamps.\n{{: #1 .p}}\n\n"
        "## WHO PAID IT {#who-paid-it .caps}\n\n1917\\. The poor.\n{: #2 .p}\n"
    )


def pb(kind: str, anchor: str, shown: str, says: str) -> str:
    return f'<a class="{kind}" id="page-{anchor}" href="#page-{anchor}" aria-label="{says}">{shown}</a>'


def test_a_label_stands_in_its_own_span_and_a_run_in_head_before_its_paragraph() -> None:
    made = enrich(
        work(*chapter("ONE", "Spring", ("head", "(1) Depth.", {"level": 4, "run_in": True}), p("Four feet.")))
    )
    written = write_document(made)
    assert '# <span class="label">CHAPTER ONE</span> Spring {#spring}' in written
    assert '<div class="run-in" markdown="1">\n\n## (1) Depth. {#s-1-depth .run-in}\n\nFour feet.' in written
    assert words_of(render(written)) == "CHAPTER ONE Spring (1) Depth. Four feet."


def test_footnotes_go_to_the_end_and_signs_stay() -> None:
    made = enrich(
        work(p("a{call:1} b{call:*}"), note("1", "at the foot"), note("*", "right here"), p("c"), p("d"), p("e"))
    )
    page = render(write_document(made))
    assert words_of(page) == "a1 b* *. right here c d e 1. at the foot"
    assert 'role="doc-endnotes"' in page


def test_notes_at_the_back_are_copied_to_the_page_that_calls_them() -> None:
    made = enrich(
        work(
            *chapter("ONE", "Spring", p("a{call:1} b{call:2}")), *chapter("TWO", "Mill", p("c{call:1}")),
            ("head", "Notes", {"level": 2}), note("1", "of spring"), note("1", "of mill"),
        )
    )  # fmt: skip
    first, second, back = (write_division(d, notes_by_key(made)) for d in divisions(made))
    assert 'id="1.n1" class="note copy"' in first.notes
    assert "(2)" in first.notes
    assert 'id="2.n1" class="note copy"' in second.notes
    assert "no text" not in second.notes
    assert 'id="1.n1" class="note"' in back.body
    assert words_of(render(str(first))) == "CHAPTER ONE Spring a1 b2"


def test_calls_without_notes_are_plain_and_one_sentence_says_so() -> None:
    written = write_document(enrich(work(p("a{call:1} b{call:2} c{call:4}"))))
    assert 'lone">1</sup>' in written
    assert "doc-noteref" not in written
    assert written.count("The source has no text for the notes called on this page (1–2, 4).") == 1


def test_items_with_their_own_signs_get_no_second_ones() -> None:
    own = write_document(
        enrich(work(("list", [("item", "(a) oil", {}), ("item", "(b) wax", {})], {"ordered": True})))
    )
    assert '<ul class="list labelled"' in own
    assert '<li id="1" markdown="span"><span class="label">(a)</span> oil</li>' in own
    none = write_document(enrich(work(("list", [("item", "oil", {}), ("item", "wax", {})], {"ordered": True}))))
    assert '<ol class="list"' in none


def test_a_table_keeps_its_columns() -> None:
    rows = [
        ("row", [("cell", "year", {"col": 1}), ("cell", "pence", {"col": 3})], {"role": "label"}),
        ("row", [("cell", "1901", {"col": 1})], {}),
    ]
    written = write_document(enrich(work(("table", [("head", "The tax", {"level": 5}), *rows], {}))))
    assert "<caption>The tax</caption>" in written
    assert '<tr id="1"><th scope="col">year</th><td></td><th scope="col">pence</th></tr>' in written
    assert '<tr id="2"><td>1901</td><td></td><td></td></tr>' in written


def test_ranges() -> None:
    assert in_ranges(["1", "2", "3", "7", "a", "9", "10", "9"]) == "1–3, 7, a, 9–10"
    assert in_ranges([]) == ""
