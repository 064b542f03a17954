"""Suggesting a correction from the page: what the dialog shows, what it makes, and what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from build_edition import specimen
from build_edition.corrections.as_yaml import as_yaml
from build_edition.corrections.digests import line_digest
from build_edition.corrections.wanted import Wanted, changed
from build_edition.edition.words.emendations import read
from build_edition.errors import RecordError
from build_edition.pipeline import EditionWork
from tests.reading.by_keys import put_away
from tests.reading.citing import CHAPTER, WORK, select
from tests.reading.correcting import (
    DIALOG,
    FIELD,
    MAIN,
    STATE,
    correct,
    downloaded,
    mark,
    only,
    parameters,
    record_shown,
    suggest,
    with_file,
)
from tests.site_folder import BuiltSite, copy_of

ESSAY = "under-the-line-1989"


def item_of(site: BuiltSite, work: str) -> EditionWork:
    return next(item for item in site.works if item.record.id == work)


def assert_only(site: BuiltSite, file: Path, folder: Path, work: str, old: str, new: str) -> None:
    """The suggestion makes a work read `new` for `old`, which it has once, and nothing else."""
    before = item_of(site, work).transcript
    assert before is not None
    text = before.reading.text
    assert text.count(old) == 1
    root = copy_of(specimen.ROOT, folder, specimen.ROOT / "sources")
    after = with_file(root, work, file).transcript
    assert after is not None
    at = text.index(old)
    assert after.reading.text == changed(text, [Wanted(at, at + len(old), new)])


def test_from_a_wrong_word_to_a_patch_in_under_five_actions(
    page: Any, address: str, specimen_site: BuiltSite
) -> None:
    page.goto(f"{address}/{CHAPTER}#2.3")
    told = page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.getElementById("2.3"), NodeFilter.SHOW_TEXT);
          let node = walker.nextNode();
          while (!/Two answers/.test(node.data)) node = walker.nextNode();
          const range = document.createRange();
          const at = node.data.indexOf("answers");
          range.setStart(node, at); range.setEnd(node, at + 7);
          const { x, y, width, height } = range.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        }"""
    )
    actions = 0
    page.mouse.dblclick(*told)
    actions += 1
    page.get_by_role("toolbar").get_by_role("button", name="Suggest a correction").click()
    actions += 1
    page.wait_for_selector(DIALOG)
    assert page.evaluate("document.activeElement.matches('#ed-correct-words')")
    assert page.input_value(FIELD) == "answers"
    page.keyboard.type("replies")  # in the place of what is selected
    actions += 1
    page.wait_for_selector(MAIN)
    with page.context.expect_page() as opened:
        page.context.route("https://github.com/**", lambda route: route.fulfill(body="a forge"))
        page.click(MAIN)
    actions += 1
    assert actions < 5
    assert opened.value.url.startswith("https://github.com/example/velm/new/main?")
    told = parameters(opened.value.url)
    assert told["filename"] == f"edition/emendations/{WORK}/{told['filename'].rpartition('/')[2]}"
    assert told["value"] == record_shown(page)


def test_the_dialog_shows_what_stands_and_what_is_read(page: Any, address: str, specimen_site: BuiltSite) -> None:
    page.goto(f"{address}/{CHAPTER}")
    suggest(page, f"{address}/", "2.3", "Two answers")
    about = page.inner_text("#ed-correct-about")
    assert about.startswith(f"Passage {WORK}/2.3, printed page")
    source = item_of(specimen_site, WORK).source
    assert source is not None
    line = next(line for line in source.lines if "Two answers" in line.text)
    assert page.inner_text(".ed-correct-source .ed-line-n") == str(line.number)
    assert page.inner_text(".ed-correct-source mark") == "Two answers"
    assert page.inner_text(".ed-correct-now mark") == "Two answers"
    assert "Change the words above" in page.inner_text(STATE)
    assert page.locator(f"{MAIN}, .ed-correct-ways a").count() == 0


def test_the_record_is_what_the_program_would_write(
    page: Any, address: str, specimen_site: BuiltSite, tmp_path: Path
) -> None:
    page.goto(f"{address}/{CHAPTER}")
    suggest(page, f"{address}/", "2.3", "Two answers")
    correct(page, "Two replies")
    page.fill("#ed-correct-name", "Ann O’Reader")
    page.fill("#ed-correct-note", "The index has: it")
    file = downloaded(page, tmp_path)
    record = only(file)
    assert file.read_text(encoding="utf-8") == as_yaml([record]) == record_shown(page)
    source = item_of(specimen_site, WORK).source
    assert source is not None
    line = next(line for line in source.lines if "Two answers" in line.text)
    assert (record.line, record.read, record.reading, record.nth) == (line.number, "answers", "replies", None)
    assert (record.by, record.note, record.cert) == ("Ann O’Reader", "The index has: it", "high")
    assert record.on is not None
    assert record.seen == line_digest(source, line.number)
    assert file.name == f"l{line.number}-replies.yml"
    assert_only(specimen_site, file, tmp_path / "edition", WORK, "Two answers were", "Two replies were")


def test_how_sure_a_reader_is(page: Any, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/{CHAPTER}")
    suggest(page, f"{address}/", "2.3", "Two answers")
    correct(page, "Two replies")
    page.get_by_label("I believe so").check()
    believed = only(downloaded(page, tmp_path / "low"))
    page.get_by_label("Only a doubt").check()
    doubted = only(downloaded(page, tmp_path / "doubt"))
    assert (believed.reading, believed.cert, believed.nature) == ("replies", "low", "conjecture")
    assert (doubted.perhaps, doubted.reading, doubted.nature) == ("replies", None, "doubt")


def test_the_cause_is_guessed_and_can_be_changed(page: Any, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/{CHAPTER}")
    suggest(page, f"{address}/", "2.3", "answers")
    correct(page, "Answers")
    assert page.locator("#ed-correct-cause option:checked").inner_text().endswith("were confused (guessed)")
    assert only(downloaded(page, tmp_path / "guess")).cause == "case"
    page.select_option("#ed-correct-cause", "character")
    assert only(downloaded(page, tmp_path / "said")).cause == "character"


def test_the_name_is_kept_for_next_time(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    suggest(page, f"{address}/", "2.3", "answers")
    page.fill("#ed-correct-name", "Ann Reader")
    put_away(page)
    page.reload()
    suggest(page, f"{address}/", "2.2", "rain")
    assert page.input_value("#ed-correct-name") == "Ann Reader"


def test_from_the_handle_of_a_paragraph_all_of_it_can_be_changed(
    page: Any, address: str, specimen_site: BuiltSite, tmp_path: Path
) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.locator('[id="2.3"] > a.pn').dispatch_event("click")
    page.get_by_role("dialog").get_by_role("button", name="Suggest a correction").click()
    page.wait_for_selector(DIALOG)
    text = page.input_value(FIELD)
    assert text.startswith("Two answers were given")
    last = text.rpartition(" ")[2]
    correct(page, f"Two replies{text[len('Two answers') :]}".removesuffix(last) + f"{last} Indeed.")
    assert page.locator(".ed-correct-now mark").count() == 2
    records = read(downloaded(page, tmp_path), "patch")
    assert [bool(record.reading) for record in records] == [True, True]
    assert records[0].reading == "replies"
    assert "2 records" in page.inner_text(STATE)


def test_an_issue_repeats_few_words_of_the_text(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}#2.3")
    page.keyboard.press("w")
    page.wait_for_selector(DIALOG)
    correct(page, page.input_value(FIELD).replace("Two answers", "Two replies"))
    told = parameters(page.get_by_role("link", name="Open an issue instead").get_attribute("href"))
    assert (told["stands"], told["reading"]) == ("Two answers were", "Two replies were")


def test_by_keys_alone(citing: Any, address: str) -> None:
    citing.goto(f"{address}/{CHAPTER}#2.3")
    citing.locator('[id="2.3"] > a.pn').focus()
    citing.keyboard.press("?")
    assert "A wrong word: suggest a correction" in citing.locator("dialog").inner_text()
    put_away(citing)
    citing.keyboard.press("w")
    citing.wait_for_selector(DIALOG)
    assert citing.evaluate("document.activeElement.matches('#ed-correct-words')")
    for _ in range(len("Two answers")):
        citing.keyboard.press("Delete")
    citing.keyboard.type("Two replies")
    citing.wait_for_selector(MAIN)
    reached = []
    while "Copy the record" not in reached:
        citing.keyboard.press("Tab")
        reached.append(str(citing.evaluate("document.activeElement.textContent")))
        assert len(reached) < 20
    citing.keyboard.press("Enter")
    citing.locator(".ed-cite-state", has_text="The record is copied.").wait_for()
    assert citing.evaluate("navigator.clipboard.readText()") == record_shown(citing)
    put_away(citing)
    assert citing.evaluate("document.activeElement.matches('[id=\"2.3\"] > a.pn')")


def test_enter_goes_on_to_the_first_way(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    suggest(page, f"{address}/", "2.3", "answers")
    page.keyboard.type("replies")
    page.keyboard.press("Enter")
    assert page.inner_text(STATE) == "The record is ready."
    assert page.evaluate("document.activeElement.textContent").startswith("Propose it on GitHub")


def test_by_touch(phone: Any, address: str) -> None:
    phone.goto(f"{address}/{CHAPTER}")
    phone.locator('[id="2.2"]').tap(position={"x": 120, "y": 12})
    phone.locator(".ed-cite-bar button", has_text="Suggest a correction").tap()
    phone.wait_for_selector(DIALOG)
    assert phone.input_value(FIELD).startswith("No rain fell")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_record_can_stand_in_the_place_of_an_editors(
    page: Any, address: str, specimen_site: BuiltSite, tmp_path: Path
) -> None:
    page.goto(f"{address}/works/{ESSAY}/")
    passage = page.evaluate(
        "[...document.querySelectorAll('p.p')].find((p) => p.textContent.includes('3·5 feet')).id"
    )
    suggest(page, f"{address}/", passage, "3·5")
    correct(page, "3.5")
    assert "decides on these words already: the source’s “3-5 feet” is read as “3·5 feet”" in page.inner_text(
        STATE
    )
    file = downloaded(page, tmp_path)
    record = only(file)
    assert record.reading == "3.5 feet"
    assert record.instead is not None
    assert record.instead.read == record.read == "3-5 feet"
    assert file.read_text(encoding="utf-8") == as_yaml([record])
    assert_only(specimen_site, file, tmp_path / "edition", ESSAY, "3·5 feet", "3.5 feet")


def test_a_suggestion_in_the_place_of_a_record_that_is_gone_is_refused(
    page: Any, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}/works/{ESSAY}/")
    passage = page.evaluate(
        "[...document.querySelectorAll('p.p')].find((p) => p.textContent.includes('3·5 feet')).id"
    )
    suggest(page, f"{address}/", passage, "3·5")
    correct(page, "3.5")
    file = downloaded(page, tmp_path)
    root = copy_of(specimen.ROOT, tmp_path / "edition", specimen.ROOT / "sources")
    main = root / "edition" / "emendations" / f"{ESSAY}.yml"
    main.write_text(main.read_text(encoding="utf-8").replace('read: "3-5 feet"', 'read: "3-5"'), encoding="utf-8")
    with pytest.raises(RecordError, match="stands `instead` of a record that there is not: line 41"):
        with_file(root, ESSAY, file)


def test_a_slip_of_the_authors_may_be_misread_and_is_not_doubted(page: Any, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/works/{ESSAY}/")
    passage = page.evaluate(
        "[...document.querySelectorAll('p.p')].find((p) => p.textContent.includes('sixty-five')).id"
    )
    suggest(page, f"{address}/", passage, "sixty-five")
    correct(page, "sixty-six")
    page.get_by_label("Only a doubt").check()
    assert "the author’s own slip, which stands" in page.inner_text(STATE)
    page.get_by_label("Certain", exact=False).first.check()
    file = downloaded(page, tmp_path)
    assert only(file).instead is None
    root = copy_of(specimen.ROOT, tmp_path / "edition", specimen.ROOT / "sources")
    after = with_file(root, ESSAY, file).transcript
    assert after is not None
    assert "sixty-six" in after.reading.text


def test_what_would_read_so_without_a_record_is_left_to_the_editors(page: Any, address: str) -> None:
    page.goto(f"{address}/works/{ESSAY}/")
    passage = page.evaluate(
        "[...document.querySelectorAll('p.p')].find((p) => p.textContent.includes('3·5 feet')).id"
    )
    suggest(page, f"{address}/", passage, "3·5")
    correct(page, "3-5")
    assert "would read so if the record of the specimen’s editors were not there" in page.inner_text(STATE)
    assert page.locator("text=Download the record").count() == 0
    told = parameters(page.locator(MAIN).get_attribute("href"))
    assert (told["stands"], told["reading"]) == ("3·5", "3-5")


def test_what_reaches_across_paragraphs_is_described(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    select(page, f"{address}/", "2.2", 10, "2.3", 10)
    page.keyboard.press("w")
    page.wait_for_selector(DIALOG)
    assert "reach across the end of a paragraph" in page.inner_text(STATE)
    assert page.locator(MAIN).count() == 0
    page.fill(FIELD, "These are one paragraph.")
    told = parameters(page.locator(MAIN).get_attribute("href"))
    assert told["reading"] == "These are one paragraph."
    assert told["passage"].startswith(f"{WORK}/2.2")
    assert len(told["stands"].split()) == 9, "no more of the text than names the place"
    assert "record" not in told


def test_what_stands_on_both_sides_of_a_call_is_refused(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    words = page.evaluate(
        """() => {
          const call = document.querySelector("p.p > sup.call");
          const before = call.previousSibling.data.match(/\\S+$/)[0];
          const after = call.nextSibling.data.match(/^\\s*\\S+/)[0];
          const range = document.createRange();
          range.setStart(call.previousSibling, call.previousSibling.length - before.length);
          range.setEnd(call.nextSibling, after.length);
          getSelection().addRange(range);
          return before + after;
        }"""
    )
    page.keyboard.press("w")
    page.wait_for_selector(DIALOG)
    assert page.input_value(FIELD) == words
    correct(page, "quite otherwise")
    assert "A note is called between these words" in page.inner_text(STATE)
    assert "describe it to the editors" in page.inner_text(STATE)
    assert page.locator(MAIN).count() == 1


def test_a_heading_has_the_bar_too(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.sheet-text h2'))")
    page.locator(".sheet").dispatch_event("pointerup")
    bar = page.get_by_role("toolbar")
    assert [one.inner_text() for one in bar.get_by_role("button").all()] == ["Suggest a correction"]
    bar.get_by_role("button").click()
    page.wait_for_selector(DIALOG)
    correct(page, page.input_value(FIELD).replace("summer", "Summer"))
    assert 'as: "Summer"' in record_shown(page)


def test_a_note_is_found_on_the_page_of_the_notes(
    page: Any, address: str, specimen_site: BuiltSite, tmp_path: Path
) -> None:
    page.goto(f"{address}/{CHAPTER}")
    mark(page, f"{address}/", "2.n1", "locating")
    page.keyboard.press("w")
    page.wait_for_selector(DIALOG)
    assert page.inner_text("#ed-correct-about").startswith(f"Passage {WORK}/2.n1, printed page ")
    correct(page, "finding")
    assert_only(
        specimen_site,
        downloaded(page, tmp_path),
        tmp_path / "edition",
        WORK,
        "in locating springs",
        "in finding springs",
    )


def test_without_the_data_a_sentence_says_what_else_there_is(page: Any, address: str) -> None:
    page.route("**/source.json", lambda route: route.abort())
    page.goto(f"{address}/{CHAPTER}")
    mark(page, f"{address}/", "2.3", "answers")
    page.keyboard.press("w")
    page.wait_for_selector("dialog[open]")
    assert "Tell the editors the number of the passage" in page.inner_text("dialog[open]")


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=colours, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}/{CHAPTER}")
    page.wait_for_function("() => document.documentElement.dataset.opening === undefined")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

    def complaints() -> list[Any]:
        found = Axe().run(page, context={"include": [[DIALOG]]}, options={"runOnly": rules}).response
        assert found["passes"], "it looked at nothing"
        return list(found["violations"])

    suggest(page, f"{address}/", "2.3", "answers")
    assert complaints() == []
    correct(page, "replies")
    page.locator(".ed-correct-record summary").click()
    assert complaints() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    put_away(page)
    select(page, f"{address}/", "2.2", 10, "2.3", 10)
    page.keyboard.press("w")
    page.wait_for_selector(DIALOG)
    page.fill(FIELD, "One paragraph.")
    assert complaints() == []
    context.close()
