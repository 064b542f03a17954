"""Pages of a text without form feeds, found by the page numbers and heads left in it."""

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
