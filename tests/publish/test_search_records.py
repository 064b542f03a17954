"""What a search can find: every passage, every word of it, and every entry by any of its forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.publish.search import index
from build_edition.publish.search.index import END, content, shown, write_index
from build_edition.publish.search.records import FILE, SUMMARY, SearchRecord, record_files, search_records
from build_edition.publish.search.transliterate import SYSTEMS, plural, transliterated
from build_edition.publish.search.variants import sign_of, variant_files, variants
from build_edition.publish.search.words import fold, keys, unaccented, words
from build_edition.whole import Whole

# How Russian names and words are written is a fact, and of no text.
TROTSKY = {
    "ala-lc": "trot͡skiĭ", "bgn-pcgn": "trotskiy", "scholarly": "trockij", "iso-9": "trockij", "popular": "trotsky",
    "german": "trozki",
}  # fmt: skip


def read_as_pagefind_does(text: str) -> set[str]:
    """The words of a record in Pagefind's index: parted by white space, letters and figures of each alone."""
    chunks = (unaccented(chunk, "NFD") for chunk in text.split())
    return {"".join(sign for sign in chunk if sign.isalnum()) for chunk in chunks} - {""}


def check_records(whole: Whole) -> None:
    records = search_records(whole)
    of_works = [record for record in records if record.work]
    passages = [(work, passage) for work, those in whole.passages.items() for passage in those]
    assert len(of_works) == len(passages) > 50
    by_work = sorted((record.work, record.passage, record.text, record.pages) for record in of_works)
    assert by_work == sorted((work, one.id, one.text, one.pages) for work, one in passages)
    assert len(records) == len(passages) + len(whole.entries) + len(whole.project.bibliography)
    assert all(record.url for record in records)
    named = sum(len(record.entries) for record in of_works)
    assert named == sum(len(those) for those in whole.occurrences.values()) > 0


def test_every_passage_entry_and_book_is_a_record(whole: Whole) -> None:
    check_records(whole)


def test_every_passage_of_the_five_works_is_a_record(five_whole: Whole) -> None:
    check_records(five_whole)


def test_every_word_of_the_five_works_is_in_the_index(five_whole: Whole) -> None:
    sign = {one.entry: one.sign for one in variants(five_whole)}
    for record in search_records(five_whole):
        given_to_pagefind = content(record, sign)
        assert shown(given_to_pagefind) == record.text
        assert set(words(record.text)) <= read_as_pagefind_does(given_to_pagefind)


@given(st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=60))
def test_any_text_is_shown_as_it_is_and_found_by_its_words(text: str) -> None:
    text = " ".join(text.split())
    given_to_pagefind = content(SearchRecord("text", "", "x/", text), {})
    assert shown(given_to_pagefind) == text
    assert read_as_pagefind_does(given_to_pagefind)
    assert set(words(text)) <= read_as_pagefind_does(given_to_pagefind)


def test_phrases_go_on_over_dashes_and_end_nowhere_else() -> None:
    text = content(SearchRecord("text", "", "x/", "the mill — half-built, 1917–1921 … and U.S.S.R."), {})
    before = text.partition(END)[0].split()
    assert ["".join(filter(str.isalnum, chunk)).lower() for chunk in before] == [
        "the", "mill", "half", "built", "1917", "1921", "and", "u", "s", "s", "r",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Trot͡skiĭ", "trotskii"),
        ("Хрущёв", "хрущев"),
        ("realʹnyĭ", "realnyi"),
        ("Straße", "strasse"),
        ("ŒUVRE", "oeuvre"),
    ],
)
def test_words_are_folded(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_an_apostrophe_may_be_left_out() -> None:
    assert keys("Afanas’ev") == ("afanas ev", "afanasev")
    assert keys("Five-Year Plan") == ("five year plan",)


def test_a_name_is_written_by_every_system() -> None:
    assert {system: transliterated("Троцкий", system) for system in SYSTEMS} == TROTSKY
    assert transliterated("колхоз", "iso-9") == "kolhoz"
    assert transliterated("Енисей", "bgn-pcgn") == "yenisey"
    assert transliterated("Хрущёв", "popular") == "khrushchev"
    assert transliterated("Александр", "popular") == "alexandr"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("колхоз", "колхозы"),
        ("кулак", "кулаки"),
        ("артель", "артели"),
        ("изба", "избы"),
        ("революция", "революции"),
        ("Пленум", ""),
        ("красный", ""),
    ],
)
def test_the_plural_of_a_noun(one: str, many: str) -> None:
    assert plural(one) == many


def test_the_tables_agree_with_what_the_editors_wrote_by_hand(five_whole: Whole) -> None:
    compared = 0
    for entry in five_whole.entries.values():
        written = getattr(entry, "transliterations", None)
        if not written or not entry.cyrillic or any(sign in entry.cyrillic for sign in "(;,/"):
            continue
        for system in ("ala-lc", "bgn-pcgn", "scholarly"):
            by_hand = getattr(written, system.replace("-", "_"))
            if by_hand:
                compared += 1
                assert transliterated(entry.cyrillic, system) == by_hand.lower(), entry.id
    assert compared > 400


def test_every_entry_has_a_sign_of_its_own_and_all_its_forms(whole: Whole) -> None:
    found = variants(whole)
    assert len({one.sign for one in found}) == len(found) == len(whole.entries)
    assert len({len(one.sign) for one in found}) == 1  # so that none begins another
    for one in found:
        assert {keys(form)[0] for form in whole.entries[one.entry].forms} <= set(one.forms)
    assert sign_of(27) == "zqaabbqz"


def test_the_data_tell_as_much_as_the_records(whole: Whole) -> None:
    ((path, text),) = variant_files(whole)
    rows = json.loads(text)["entries"]
    assert path == "data/variants.json"
    assert [row[0] for row in rows] == list(whole.entries)
    files = dict(record_files(whole))
    lines = [json.loads(line) for line in files[FILE].splitlines()]
    assert [line["text"] for line in lines] == [record.text for record in search_records(whole)]
    summary = json.loads(files[SUMMARY])
    told = [(kind, work) for kind, work, count in summary["runs"] for _ in range(count)]
    assert told == [(line["kind"], line.get("work", "")) for line in lines]
    assert {work["id"] for work in summary["works"]} == set(whole.passages)


def test_the_same_records_give_the_same_index(whole: Whole, tmp_path: Path) -> None:
    built = []
    for name in ("one", "two"):
        assert write_index(tmp_path / name, whole) == ()
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        built.append({str(path.relative_to(tmp_path / name)): path.read_bytes() for path in files})
    assert built[0] == built[1]
    assert sum("fragment" in path for path in built[0]) == len(search_records(whole))


def test_without_pagefind_a_sentence_says_what_follows(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(index, "is_there", lambda: False)
        (warning,) = write_index(tmp_path, whole)
    assert "not installed" in warning
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    (warning,) = write_index(tmp_path, whole)
    assert warning.startswith("Pagefind failed (")
    assert "\n" not in warning
