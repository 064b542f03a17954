"""What stands behind the texts of a typeset book, and whether its pages are those on which the words stand."""

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from build_edition.accounting import heads_of_rules
from build_edition.apparatus.emendation_list import emendation_list
from build_edition.apparatus.passage_index import passages
from build_edition.downloads.pdf import work_source
from build_edition.downloads.typesetting import typeset
from build_edition.pipeline import EditionWork
from build_edition.tree import flatten
from build_edition.whole import Whole
from build_edition.work import Span
from build_edition.writers.page.kinds import NAMES
from build_edition.writers.typst import escaping
from build_edition.writers.typst.back.matter import BackMatter
from build_edition.writers.typst.back.places import PLACE, places
from build_edition.writers.typst.back.words import index_label, label_of
from build_edition.writers.typst.book import templates
from tests.conftest import prepared
from tests.downloads.pdf_reading import MAY_JOIN, joined, read
from tests.edition_folder import EditionFolder

TERMS = """
- id: weir
  headword: weir
  forms: [weir, weirs]
  definition: A wall that holds the river up.
  see_also: [kiln, orla-venn, ferry]
- {id: kiln, headword: kiln, forms: [kiln], definition: An oven for lime., cyrillic: печь, see_also: [weir]}
- {id: ferry, headword: ferry, forms: [ferry], definition: A boat that nobody in the text mentions.}
- {id: lamp-tax, headword: lamp tax, forms: [Lamp Tax, levy on light], definition: It fell on the poor.}
"""
PEOPLE = """
- {id: orla-venn, name: "Venn, Orla", display: Orla Venn, forms: [Orla Venn], identification: Lamplighter.}
"""
FILLER = (
    "The valley kept its own counsel and counted its stones by daylight while the wind went over the hill. " * 8
)
BESIDE = {
    2: "weir",
    3: "weir",
    4: "weir",
    9: "weirs",
    12: "kiln",
    20: "Orla Venn",
    21: "Orla Venn",
    22: "levy on light",
}


def of_valley(folder: EditionFolder) -> Whole:
    """An essay over many pages, in which a word stands here and there."""
    paragraphs = [
        f"{FILLER}And there was the {BESIDE[k]} again. {FILLER}" if k in BESIDE else FILLER * 2 for k in range(24)
    ]
    folder.add_work("miller-1901")
    folder.add_work("valley-1902", "The Lamp Tax\n\n" + "\n\n".join(paragraphs) + "\n", order=2)
    folder.write("edition/glossary.yml", TERMS)
    (folder.root / "edition/registers").mkdir(exist_ok=True)
    folder.write("edition/registers/people.yml", PEOPLE)
    return prepared(folder.root)


def work_of(whole: Whole, work_id: str) -> EditionWork:
    return next(item for item in whole.works if item.record.id == work_id)


def pages_of(source: str, folder: Path) -> list[str]:
    """The words of each page of the PDF of a source, on one line."""
    path = folder / "book.pdf"
    path.write_bytes(typeset({"main.typ": source, **templates()}, "a5"))
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    pages = done.stdout.decode().split("\f")[:-1]
    return [" ".join(re.sub("\u00ad\\s*", "", page).split()) for page in pages]


def begins(pages: list[str], title: str) -> int:
    """The number of the page on which a part begins; the contents come first."""
    return max(k for k, page in enumerate(pages, 1) if page.startswith(title))


def in_ranges(numbers: list[int]) -> str:
    out: list[list[int]] = []
    for number in numbers:
        if out and out[-1][-1] == number - 1:
            out[-1].append(number)
        else:
            out.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in out)


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> tuple[Whole, list[str]]:
    folder = tmp_path_factory.mktemp("valley")
    whole = of_valley(EditionFolder(folder / "edition"))
    return whole, pages_of(work_source(whole, work_of(whole, "valley-1902")), folder)


def test_the_index_has_the_pages_on_which_the_words_stand(valley):
    _, pages = valley
    first = begins(pages, "Glossary")
    index = " ".join(pages[begins(pages, "Index of terms") - 1 :])
    for heading, words in (("weir", r"weirs?"), ("kiln", "kiln"), ("lamp tax", "levy on light")):
        on = [
            k
            for k, page in enumerate(pages[: first - 1], 1)
            if re.search(rf"again|{words}", page) and re.search(words, page)
        ]
        on += [
            k
            for k, page in enumerate(pages[: first - 1], 1)
            if heading == "lamp tax" and page.startswith("The Lamp Tax")
        ]
        assert on
        assert f"{heading}, {in_ranges(sorted(set(on)))}" in index, heading
    on = [k for k, page in enumerate(pages[: first - 1], 1) if "Orla Venn" in page]
    assert f"Venn, Orla Lamplighter. {in_ranges(on)}" in index


def test_a_place_in_a_note_alone_is_told_from_one_in_the_text(whole, tmp_path):
    item = work_of(whole, "level-water-1987")
    pages = pages_of(work_source(whole, item), tmp_path)
    first = begins(pages, "Apparatus")
    index = " ".join(pages[begins(pages, "Index of names") - 1 :])
    said = re.search(r"The Even Pound \(.*?\) .*?\. ([\d–n, ]+)", index)
    assert said
    expected = []
    for page in read(tmp_path / "book.pdf")[: first - 1]:
        body, notes = (" ".join(joined(words)).replace(MAY_JOIN, "") for words in (page.body, page.notes))
        if "Even Pound" in body or "Even Pound" in notes:
            expected.append(f"{page.number}" if "Even Pound" in body else f"{page.number}n")
    assert [one for one in expected if one.endswith("n")]
    found = re.sub(r"(\d+)–(\d+)", lambda m: ", ".join(map(str, range(int(m[1]), int(m[2]) + 1))), said[1])
    assert found.strip(" ,").split(", ") == expected


def test_the_glossary_has_its_definitions_and_leads_on_only_to_what_is_there(valley):
    whole, pages = valley
    glossary = " ".join(pages[begins(pages, "Glossary") - 1 : begins(pages, "Index of terms") - 1])
    assert "kiln (печь) An oven for lime. see also weir" in glossary
    assert "A boat that nobody" not in glossary
    back = BackMatter.of(whole, [work_of(whole, "valley-1902")])
    led = set(re.findall(r'#go\("([^"]+)"\)', back.markup))
    assert led <= back.book.present
    assert {"index:term:weir", "person:orla-venn"} <= led
    assert "term:ferry" not in back.labels
    terms = next(part.markup for part in back.parts if part.label == "back:terms")
    assert '#emph[also in the index of names] #go("person:orla-venn")' in terms


def test_a_variant_form_leads_to_its_entry(valley):
    _, pages = valley
    assert "levy on light see lamp tax" in " ".join(pages[begins(pages, "Index of terms") - 1 :])


def test_an_entry_that_is_cut_says_its_heading_again(tmp_path):
    rows = ", ".join(f"(0, [row {k}], ())" for k in range(400))
    line = f'(name: [Weir], word: "Weir", key: "term:weir", rows: ({rows}), after: [])'
    source = (
        '#import "book.typ": *\n#import "back.typ": *\n#show: book.with(title: "T", author: (), keywords: (), '
        f'language: "en", about: "")\n#[\n#show: back-matter\n#back-part("Index", "back:x", []);\n'
        f'#index(("W", ({line},)),);\n]'
    )
    pages = pages_of(source, tmp_path)
    assert len(pages) > 2
    text = " ".join(pages)
    assert text.count("Weir (continued)") >= 2 * len(pages) - 3
    assert len(re.findall(r"\brow \d+\b", text)) == 400


def test_a_work_lists_only_what_it_names(whole):
    for item in whole.works:
        back = BackMatter.of(whole, [item])
        named = {
            entry.id
            for entry in whole.entries.values()
            if any(one.place.work == item.record.id for one in whole.occurrences[entry.id])
        }
        assert {entry.id for entry in back.book.listed} == named
        for entry in whole.entries.values():
            key = f'key: "{index_label(entry)}"'
            assert (key in back.markup) == (entry.id in named)


def check_marks(whole: Whole) -> None:
    """Every place is marked once, and not a word of the text is changed."""
    found = places(whole, whole.works)
    spots = sorted(spot.number for group in found.spots.values() for spot in group)
    assert spots == list(range(len(spots)))
    marked: list[int] = []
    for before, after in zip(whole.works, found.works, strict=True):
        assert [one.text for one in passages(before.work)] == [one.text for one in passages(after.work)]
        runs = (run for passage in passages(after.work) for run in passage.runs)
        inlines = (inline for run in runs for inline in flatten(run))
        marked += [int(one.note) for one in inlines if isinstance(one, Span) and one.kind == PLACE]
    assert sorted(marked) == spots
    for name, entry in whole.entries.items():
        assert bool(whole.occurrences[name] or whole.references.to(entry.kind, name)) == (
            label_of(entry) in found.spots
        )


def test_every_place_is_marked_once(whole):
    check_marks(whole)


def test_every_place_of_the_five_works_is_marked_once(five_whole):
    check_marks(five_whole)


def test_every_entry_of_the_five_works_is_in_an_index_once(five_whole):
    back = BackMatter.of(five_whole, five_whole.works)
    indexes = "".join(part.markup for part in back.parts if part.label in {"back:terms", "back:names"})
    keys = re.findall(r', key: "([^"]+)", about', indexes)
    assert len(keys) == len(set(keys))
    assert set(keys) == {
        index_label(one) for one in five_whole.entries.values() if five_whole.occurrences[one.id]
    } | {index_label(one) for one in five_whole.entries.values() if back.book.spots(one)}
    assert set(re.findall(r'#go\("([^"]+)"\)', back.markup)) <= back.book.present


def test_every_decision_of_the_editors_is_in_the_apparatus(whole, tmp_path):
    item = work_of(whole, "under-the-line-1989")
    pages = pages_of(work_source(whole, item), tmp_path)
    text = " ".join(pages[begins(pages, "Apparatus") - 1 : begins(pages, "Glossary") - 1])
    plain = re.sub(r"\s", "", text)
    records = whole.project.emendations[item.record.id]
    entries = emendation_list(item.work, records, item.record.structure)
    assert len(entries) == 13
    for entry in entries:
        lemma = entry.reading if entry.kind in {"emendation", "conjecture"} else entry.stands
        mark = " ?" if entry.kind == "conjecture" else ""
        assert re.sub(r"\s", "", f"{lemma or 'left out'}{mark}]") in plain, entry
        assert re.sub(r"\s", "", f"{entry.by}. {entry.note}" if entry.note else entry.by) in plain, entry


def test_what_rules_did_but_to_words_is_counted(whole):
    heads = heads_of_rules()
    for item in whole.works:
        markup = BackMatter.of(whole, [item]).parts[0].markup
        made = Counter(one.rule for one in item.transcript.interventions)
        counted = {rule: count for rule, count in made.items() if heads.get(rule) in {"joined", "forme work"}}
        assert counted
        for rule, count in counted.items():
            assert f"[{escaping.markup(NAMES[rule])}], {count})" in markup


def test_words_that_rules_changed_are_listed(five_whole):
    item = work_of(five_whole, "sandle-1999")
    markup = BackMatter.of(five_whole, [item]).parts[0].markup
    listed, _, counted = markup.partition("#counts(")
    heads = heads_of_rules()
    made = Counter(one.rule for one in item.transcript.interventions if heads.get(one.rule) == "emended")
    names = [escaping.markup(NAMES[rule]) for rule in made]
    assert len(names) > 5
    assert not [name for name in names if name not in listed + counted]
    in_counts = sum(
        int(count) for name in names for count in re.findall(rf"\[{re.escape(name)}\], (\d+)", counted)
    )
    told = sum(listed.count(name) for name in names)
    assert told >= 100
    assert told + in_counts <= made.total()


def test_nothing_stands_behind_a_text_of_which_nothing_is_known(edition):
    whole = prepared(edition.root)
    assert [part.title for part in BackMatter.of(whole, whole.works).parts] in ([], ["Apparatus"])


def test_a_bibliography_has_the_words_that_it_is_given(valley):
    whole, _ = valley
    words = {
        "valley-1902": [("", "Miller, Ann. "), ("em", "The Valley"), ("", " 3. 1901.")],
        "other": [("", "Not here.")],
    }
    markup = BackMatter.of(whole, [work_of(whole, "valley-1902")], words).markup
    assert "words: [Miller, Ann. #emph[The Valley]; 3. 1901.]" in markup
    assert "Not here" not in markup
