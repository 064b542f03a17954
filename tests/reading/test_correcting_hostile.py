"""What a reader may type into the fields of a correction: it comes back to the letter, or is refused in words."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from build_edition.corrections.as_yaml import as_yaml
from build_edition.corrections.causes import guess_cause
from build_edition.edition.words.emendations import LONGEST_NAME, LONGEST_NOTE, LONGEST_WORDS, Emendation
from build_edition.edition.words.submissions import is_name
from tests.reading.citing import CHAPTER
from tests.reading.correcting import FIELD, MAIN, STATE, correct, downloaded, only, suggest
from tests.site_folder import BuiltSite

TRICKS = (
    'a "quoted" word', "it’s: a key", "# no comment", "- a list", "? key", "!!python/name:os.system x", "&anchor",
    "*alias", "{a: b}", "[1, 2]", "| block", "> folded", "%TAG", "@at", "`tick`", "yes", "null", "~", "1_000",
    "0x1f", "2026-01-01", "back\\slash", "\\u0041", "a\u00a0space", "a\u2028line", "a\ufeffmark", "a\u200bnothing",
    "😀 smile", "e\u0301", "---", "...", "a < b > c", "{{ macro }}", "${shell}", "</div",
    "javascript:alert(1)", "'", '"', "\\",
)  # fmt: skip


@pytest.fixture
def opened(page: Any, address: str) -> Any:
    page.goto(f"{address}/{CHAPTER}")
    suggest(page, f"{address}/", "2.3", "answers")
    return page


def refusal(page: Any) -> str:
    """The sentence that refuses what was typed; then there is nothing to hand in."""
    assert page.locator(f"{MAIN}, .ed-correct-ways a, .ed-correct-ways button").count() == 0
    return str(page.inner_text(STATE))


@pytest.mark.parametrize("words", TRICKS)
def test_what_is_typed_is_loaded_to_the_letter(opened: Any, tmp_path: Path, words: str) -> None:
    correct(opened, f"so {words} it")
    opened.fill("#ed-correct-note", words)
    opened.fill("#ed-correct-name", words)
    if "</div" in words:
        assert "looks like an HTML tag" in refusal(opened)
        return
    file = downloaded(opened, tmp_path)
    record = only(file)
    drawn = " ".join(words.replace("\ufeff", " ").split())  # a browser takes that sign for a space
    assert record.reading == f"so {drawn} it"
    assert record.by == drawn
    assert record.note == words.strip("\ufeff").strip()
    assert is_name(file.name)
    assert file.read_text(encoding="utf-8") == as_yaml([record])


def test_lines_and_spaces_of_a_reason_are_kept_and_those_of_a_name_drawn_together(
    opened: Any, tmp_path: Path
) -> None:
    correct(opened, "  replies  ")
    opened.fill("#ed-correct-note", "\n  First: line\n\n\tsecond # line  \n")
    opened.locator("#ed-correct-name").evaluate("(e) => { e.value = '  Ann \\t Reader '; }")
    opened.locator("#ed-correct-name").dispatch_event("input")
    refused = refusal(opened)
    assert refused == "The reason has a control character, which nobody sees. Leave it out."
    opened.fill("#ed-correct-note", "\n  First: line\n\n  second # line  \n")
    record = only(downloaded(opened, tmp_path))
    assert (record.reading, record.by, record.note) == ("replies", "Ann Reader", "First: line\n\n  second # line")


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (FIELD, "<b>bold</b>", "The reading has what looks like an HTML tag, “<b>”."),
        (FIELD, "<img src=x onerror=alert(1)>", "looks like an HTML tag"),
        (FIELD, "<!-- gone", "looks like an HTML tag"),
        ("#ed-correct-name", "<script>alert(1)</script>", "The name has what looks like an HTML tag"),
        ("#ed-correct-note", "see <a href='//x'>", "The reason has what looks like an HTML tag"),
        (FIELD, "a\u202eword", "turns the direction of writing"),
        ("#ed-correct-name", "a\u2066word", "turns the direction of writing"),
        (FIELD, "a\u0007bell", "control character"),
        ("#ed-correct-note", "a\u0000nought", "control character"),
        (FIELD, "x" * 1_000_000, "1,000,000 characters long"),
        ("#ed-correct-note", "word " * 200_000, "The reason is 999,999 characters long; 2,000 are the most"),
        ("#ed-correct-name", "x" * 1_000_000, "The name is 1,000,000 characters long; 200 are the most"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_no_record_may_hold_is_refused_in_the_dialog(opened: Any, field: str, typed: str, said: str) -> None:
    alerts: list[str] = []
    opened.on("dialog", lambda alert: alerts.append(alert.message))
    correct(opened, "replies")
    opened.wait_for_selector(MAIN)
    opened.fill(field, typed)
    assert said in refusal(opened)
    opened.fill(field, "replies")
    assert opened.locator(MAIN).count() == 1
    assert alerts == []


def test_the_longest_that_a_record_takes(opened: Any, tmp_path: Path) -> None:
    correct(opened, "x" * LONGEST_WORDS)
    opened.fill("#ed-correct-note", "y" * LONGEST_NOTE)
    opened.fill("#ed-correct-name", "z" * LONGEST_NAME)
    record = only(downloaded(opened, tmp_path))
    assert len(record.reading or "") == LONGEST_WORDS
    assert (len(record.note or ""), len(record.by)) == (LONGEST_NOTE, LONGEST_NAME)
    correct(opened, "x" * (LONGEST_WORDS + 1))
    assert "1,001 characters long" in opened.inner_text(STATE)
    assert opened.locator("text=Download the record").count() == 0


def test_nothing_that_is_typed_becomes_html(opened: Any, address: str) -> None:
    opened.fill("#ed-correct-name", "a < b")
    correct(opened, 'x" onclick="alert(1)')
    assert opened.locator("dialog [onclick], dialog img, dialog script").count() == 0
    assert 'as: "x\\" onclick=\\"alert(1)"' in opened.locator(".ed-correct-record pre").text_content()


def test_any_record_is_written_as_the_program_writes_it(page: Any, address: str) -> None:
    rnd = random.Random(7)
    signs = "aZ9 .,:;#-_'’\"\\/{}[]|>&*!%@`~\u00a0\u00ad\u2028\u3000é😀\u0378\U000e0001Ж<"
    records = []
    for number in range(200):
        text = ["".join(rnd.choice(signs) for _ in range(rnd.randint(1, 12))).strip() or "x" for _ in range(4)]
        fields = {
            "line": number + 1,
            "read": text[0] + "!",
            "as": text[1],
            "cause": "word",
            "by": text[2],
            "note": text[3],
        }
        if rnd.random() < 0.3:
            fields |= {"nth": 2, "seen": "1e10", "on": "2026-03-31", "cert": "low"}
        if rnd.random() < 0.3:
            fields["instead"] = {"line": 3, "read": text[3], **({"nth": 4} if rnd.random() < 0.5 else {})}
        try:
            records.append(Emendation.model_validate(fields))
        except ValueError:
            continue  # a tag by chance
    assert len(records) > 150
    page.goto(f"{address}/{CHAPTER}")
    plain = [record.model_dump(mode="json", by_alias=True, exclude_none=True) for record in records]
    for one in plain:
        if one["cert"] == "high":
            del one["cert"]
    written = page.evaluate(
        "async ([root, records]) => (await import(root + 'js/correct/yaml.js')).asYaml(records)",
        [f"{address}/", plain],
    )
    assert written == as_yaml(records)


def test_causes_are_guessed_as_the_program_guesses_them(page: Any, address: str, specimen_site: BuiltSite) -> None:
    rnd = random.Random(11)
    item = specimen_site.works[0]
    assert item.transcript is not None
    words = item.transcript.reading.text.split()
    pairs = [
        ("lan Spencer", "Ian Spencer"),
        ("soviet", "Soviet"),
        ("Ihave", "I have"),
        ("", "x"),
        ("**a**", "a"),
        ("–", "-"),
    ]
    for _ in range(400):
        at = rnd.randrange(len(words) - 4)
        old = " ".join(words[at : at + rnd.randint(1, 3)])
        k = rnd.randrange(len(old))
        new = rnd.choice(
            [
                old[:k] + rnd.choice("xI1., *‘") + old[k + 1 :],
                old[:k] + old[k + 1 :],
                old.swapcase(),
                f"{old} more",
                words[at + 3],
            ]
        )
        pairs.append((old, new))
    page.goto(f"{address}/{CHAPTER}")
    guessed = page.evaluate(
        """async ([root, pairs]) => {
          const { guessCause } = await import(root + "js/correct/causes.js");
          return pairs.map(([old, now]) => guessCause(old, now));
        }""",
        [f"{address}/", pairs],
    )
    expected = [guess_cause(old, new)[0] for old, new in pairs]
    assert len(set(expected)) >= 6
    assert guessed == expected
