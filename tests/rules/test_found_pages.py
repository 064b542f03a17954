"""Pages of a text without form feeds, found by the page numbers and heads left in it."""

import pytest

from build_edition.rules import forme_work, page_beginnings
from tests.rules.press import all_read, drafted
from tests.rules.test_running_heads import body


def transcribed(text):
    draft = drafted(text, forme_work, page_beginnings)
    found = {n: draft.text[m.start :].split("\n")[0] for m in draft.marks("pb") if (n := m.get("n"))}
    return all_read(draft, "fw"), found


def numbered(n: int, head: str) -> str:
    return f"{head}\n\n{body(n, 24)}"


def test_heads_open_the_pages_that_they_number():
    heads = [f"{n} THE MILLS" if n % 2 == 0 else f"OF WEIRS {n}" for n in range(40, 50)]
    found, pages = transcribed("\n".join(numbered(n, head) for n, head in enumerate(heads, 40)))
    assert found == heads
    assert pages == {str(n): body(n).split("\n")[0] for n in range(40, 50)}


def test_a_misread_head_is_found_where_its_page_should_begin():
    heads = [f"{n} THE MILLS" if n % 2 == 0 else f"OF WEIRS {n}" for n in range(40, 50)]
    heads[4] = "4400 THE MILIS"
    found, pages = transcribed("\n".join(numbered(n, head) for n, head in enumerate(heads, 40)))
    assert found == heads
    assert pages["44"] == body(44).split("\n")[0]


def test_numbers_alone_close_their_pages_and_titles_open_the_next():
    pages = [f"{'A Book of Mills' if n % 2 else 'Of weirs'}\n\n{body(n, 24)}\n\n{n}" for n in range(40, 50)]
    found, begun = transcribed("\n".join(pages))
    assert len(found) == 20
    assert begun == {str(n): body(n).split("\n")[0] for n in range(40, 50)}


def test_a_chapter_opens_the_page_whose_head_is_wanting():
    pages = [numbered(n, f"{n} THE MILLS" if n % 2 == 0 else f"OF WEIRS {n}") for n in range(40, 50)]
    pages[5] = f"CHAPTER TWO\n\nWhy the ferry stopped\n\n{body(45, 20)}"
    found, begun = transcribed("\n".join(pages))
    assert len(found) == 9
    assert begun["45"] == "CHAPTER TWO"


def test_a_preface_has_its_own_number():
    pages = [f"{body(n, 24)}\n\n{n}" for n in range(1, 7)]
    found, begun = transcribed("\n".join([f"Preface\n\n{body(90, 20)}\n\nvii\n\n", *pages]))
    assert found[0] == "vii"
    assert list(begun) == ["vii", "1", "2", "3", "4", "5", "6"]


def test_figures_in_a_list_part_no_pages():
    entries = "\n".join(f"{body(n, 2)}\nMill {3 * n}" for n in range(60))
    assert transcribed(entries) == ([], {})


def test_a_word_of_the_text_that_is_also_a_head_stays():
    heads = [f"{n} Geese" if n % 2 == 0 else f"OF WEIRS {n}" for n in range(40, 50)]
    pages = [numbered(n, head) for n, head in enumerate(heads, 40)]
    pages[4] = body(44, 12) + "\n\nGeese.\n\n" + body(84, 12)
    found, _ = transcribed("\n".join(pages))
    assert "Geese." not in found
    assert len(found) == 9


def by_line(text):
    draft = drafted(text, forme_work, page_beginnings)
    return {draft.source.line_at(m.start).ink: (m.get("n"), m.cert) for m in draft.marks("pb")}


def closed(n: int, begins: str = "", lines: int = 24) -> str:
    """A page with its number alone at the foot."""
    return f"{begins}{body(n, lines)}\n\n— {n} —\n"


FOLIOS = ["– {} –", "[{}]", "• {} •", "«{}»", "{}.", "Page {}", "page {} of 90", "p. {}", "{} | P a g e"]


@pytest.mark.parametrize("feed", ["", "\f"])
@pytest.mark.parametrize("folio", FOLIOS)
def test_a_number_alone_however_it_is_set(folio, feed):
    foot = f"\n{feed}".join(f"{body(n, 24)}\n\n{folio.format(n)}\n" for n in range(8, 20))
    head = f"\n{feed}".join(f"{folio.format(n)}\n\n{body(n, 24)}\n" for n in range(8, 20))
    for text in (foot, head):
        found, begun = transcribed(text)
        assert found == [folio.format(n) for n in range(8, 20)]
        assert begun == {str(n): body(n).split("\n")[0] for n in range(8, 20)}


def test_words_and_number_that_end_the_text_stand_at_the_foot():
    found, begun = transcribed("\n".join(f"{body(n, 24)}\n\nThe Mills of Orm | {n}" for n in range(8, 20)))
    assert len(found) == 12
    assert begun == {str(n): body(n).split("\n")[0] for n in range(8, 20)}


def test_a_number_at_the_foot_is_that_of_the_last_page_above_it():
    pages = [closed(n) if n not in (44, 45) else body(n, 24).capitalize() + ".\n" for n in range(40, 52)]
    found, begun = transcribed("\n".join(pages))
    assert found == [f"— {n} —" for n in range(40, 52) if n not in (44, 45)]
    first = {str(n): body(n).split("\n")[0] for n in range(40, 52)}
    assert begun == {n: line for n, line in first.items() if n not in ("45", "46")} | {
        "44": body(44).capitalize().split("\n")[0]
    }


def test_a_cut_sentence_opens_a_page_where_one_is_missing_but_with_doubt():
    pages = [closed(n) if n != 44 else body(n, 24) + "\n" for n in range(40, 50)]
    begun = by_line("\n".join(pages))
    assert begun[body(44).split("\n")[0]] == ("44", "high")
    assert begun[body(45).split("\n")[0]] == ("45", "low")
    assert begun[body(46).split("\n")[0]] == ("46", "high")


def test_pages_before_the_first_number_count_from_one():
    pages = [f"Preface\n\n{body(1, 20)}.\n\n", f"CHAPTER ONE\n\n{body(2, 24)}.\n", body(3, 24).capitalize() + "\n"]
    begun = by_line("\n".join([*pages, *(closed(n) for n in range(4, 14))]))
    assert begun["Preface"] == ("1", "low")
    assert begun["CHAPTER ONE"] == ("2", "low")


def test_numbers_stand_at_the_top_where_pages_that_open_chapters_have_none():
    pages = [f"[{n}]\n\n{body(n, 24)}\n" for n in range(40, 56)]
    for chapter, n in enumerate((43, 47, 52), 2):
        pages[n - 40] = f"CHAPTER {chapter}\n\n{body(n, 20).capitalize()}\n"
    pages[0] = body(40, 24) + "\n"
    _, begun = transcribed("\n".join(pages))
    assert begun["42"] == body(42).split("\n")[0]
    assert begun["43"] == "CHAPTER 2"


def test_a_number_alone_is_a_head_where_a_page_follows_before_the_next_head():
    heads = [f"{n} THE MILLS" if n % 2 == 0 else f"OF WEIRS {n}" for n in range(40, 60)]
    heads[3] = "43"
    _, begun = transcribed("\n".join(numbered(n, head) for n, head in enumerate(heads, 40)))
    assert begun == {str(n): body(n).split("\n")[0] for n in range(40, 60)}


@pytest.mark.parametrize(("end", "cert"), [("", "high"), ("so on", "low")])
def test_numbers_alone_that_nothing_shows_to_close_their_pages_number_them_with_doubt(end, cert):
    pages = [f"{body(n, 12)}\n\n{body(-n, 12)}\n\nand so\n\nthey went\n\n{n}\n\n" for n in range(40, 50)]
    assert {certain for number, certain in by_line("".join(pages) + end).values() if number} == {cert}


def test_heads_of_a_journal_with_volume_and_issue():
    pages = [
        f"{f'{n} Orm Valley Review Vol. 12, No. 3' if n % 2 == 0 else f'J. Tarn / Of weirs {n}'}\n\n"
        f"{body(n, 24)}\n\nOrm Valley Review 12 (3), 1987"
        for n in range(40, 52)
    ]
    found, begun = transcribed("\n".join(pages))
    assert len(found) == 24
    assert begun == {str(n): body(n).split("\n")[0] for n in range(40, 52)}


def test_heads_with_small_roman_numbers():
    numerals = ["xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix"]
    heads = [f"{n}   Preface" if i % 2 == 0 else f"Preface   {n}" for i, n in enumerate(numerals)]
    found, begun = transcribed("\n".join(numbered(n, head) for n, head in enumerate(heads, 40)))
    assert found == [" ".join(head.split()) for head in heads]
    assert list(begun) == numerals


def test_a_head_in_two_lines_of_which_the_last_has_the_number():
    heads = [
        f"{n} THE MILLS" if n % 2 == 0 else f"OF WEIRS, WHEELS AND SLUICES,\nAND WHO KEEPS THEM {n}"
        for n in range(60)
    ]
    found, begun = transcribed("\n".join(numbered(n, heads[n]) for n in range(40, 60)))
    assert len(found) == 30
    assert begun == {str(n): body(n).split("\n")[0] for n in range(40, 60)}


def test_the_notes_of_a_chapter_open_no_page_where_a_numbered_chapter_does():
    pages = [numbered(n, f"{n} THE MILLS" if n % 2 == 0 else f"OF WEIRS {n}") for n in range(40, 52)]
    pages[4] += "\n\nNotes\n1. Ledger, p. 9."
    pages[5] = f"CHAPTER TWO\n\nWhy the ferry stopped\n\n{body(45, 20)}"
    _, begun = transcribed("\n".join(pages))
    assert begun["45"] == "CHAPTER TWO"
