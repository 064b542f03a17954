"""The glossary and the registers as pages: every word of every entry, each entry once, links that are right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.entry_files import EntryFiles
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Person, RegisterEntry
from build_edition.edition.project import Project
from build_edition.publish.addresses import LISTS, Addresses
from build_edition.publish.entries.glossary import glossary_page
from build_edition.publish.entries.places import FEW
from build_edition.publish.entries.registers import register_pages
from build_edition.publish.wording import short, siglum
from build_edition.whole import Whole, prepare_edition
from tests.edition_folder import EditionFolder
from tests.shown import render, words
from tests.site_folder import BuiltSite, build

FULL = """- id: tax
  headword: lamp tax
  cyrillic: налог
  expansion: tax on every lamp
  transliterations: {ala-lc: nalog, bgn-pcgn: nalog, scholarly: nalogъ, popular: nallog}
  forms: [tax, taxes]
  definition: It fell on whoever read at night. It was hated.
  dates: 1890–1901
  see_also: [ann]
  sources: [{bib: miller-1901, locator: pp. 2–3}]
  own_entries: [miller-1901/2]
- {id: wick, headword: wick, forms: [wick], definition: It burns., see_also: [tax]}
- {id: oil-4, headword: 4 oils, forms: [4 oils], definition: They burn.}
- {id: eclat, headword: Éclat, forms: [éclat], definition: It shines.}
"""
PEOPLE = """- id: ann
  name: Miller, Ann
  display: Ann Miller
  cyrillic: Анна
  forms: [miller]
  identification: She ground corn.
  dates: 1850–1910
  wikidata: Q42
  viaf: "123456"
  see_also: [tax]
"""
EVENTS = """- {id: late, name: The end, forms: [slept], identification: All slept., date: 1901-05}
- {id: early, name: The start, forms: [night], identification: It grew dark., date: 1890-03-01}
- {id: undated, name: A day, forms: [paid], identification: Some day.}
"""
TITLES = """- {id: rates, name: Rates, forms: [two eyes], identification: A book, author: ann, bib: miller-1901}
"""


def entries_of(page: BeautifulSoup) -> dict[str, Tag]:
    """The entries of a page by their ids, in order."""
    found = page.select(".entry")
    by_id = {str(entry["id"]): entry for entry in found}
    assert len(by_id) == len(found)
    return by_id


def said(element: Tag) -> str:
    return " ".join(element.get_text().split())


def facts_of(entry: Entry, whole: Whole) -> list[str]:
    """What an entry says, as its page must."""
    own = [entry.label, entry.cyrillic, entry.dates]
    if isinstance(entry, Term):
        own += [entry.definition, entry.expansion]
        if entry.transliterations:
            own += [spelling for spelling in dict(entry.transliterations).values() if spelling]
    if isinstance(entry, RegisterEntry):
        own += [entry.identification, entry.wikidata, entry.viaf]
    own += [source.locator for source in entry.sources]
    own += [siglum(whole.project.bibliography[source.bib]) for source in entry.sources]
    own += [whole.entries[other].shown for other in entry.see_also]
    return [words(fact) for fact in own if fact]


@pytest.fixture
def full(edition: EditionFolder) -> EditionFolder:
    (edition.root / "edition/registers").mkdir()
    edition.write("edition/glossary.yml", FULL)
    for name, text in (("people", PEOPLE), ("events", EVENTS), ("works", TITLES)):
        edition.write(f"edition/registers/{name}.yml", text)
    return edition


@pytest.fixture
def made(full: EditionFolder, tmp_path: Path) -> BuiltSite:
    return build(full.root, tmp_path / "site")


def assert_every_word(site: BuiltSite, whole: Whole) -> None:
    for entry in whole.entries.values():
        shown = entries_of(site.pages[f"{LISTS[entry.kind]}/index.html"])[entry.id]
        missing = [fact for fact in facts_of(entry, whole) if fact not in said(shown)]
        assert missing == [], entry.id


def test_every_word_of_every_entry_is_on_its_page(specimen_site: BuiltSite, whole: Whole) -> None:
    assert len(whole.entries) > 10
    assert_every_word(specimen_site, whole)


def test_every_field_of_a_full_entry_is_shown(made: BuiltSite) -> None:
    assert made.result.warnings == ()
    whole = prepare_edition(made.project, made.project.works)
    assert_every_word(made, whole)
    tax = entries_of(made.pages["glossary/index.html"])["tax"]
    assert "nalog (ALA-LC, BGN/PCGN); nalogъ (scholarly); nallog (popular)" in said(tax)
    assert tax.select_one('[lang="ru"]').get_text() == "налог"
    links = [urljoin("/glossary/", a["href"]) for a in tax.select(".facts a")]
    assert links == ["/people/#ann", "/works/miller-1901/#2", "/bibliography/#miller-1901"]
    ann = entries_of(made.pages["people/index.html"])["ann"]
    assert {"https://www.wikidata.org/wiki/Q42", "https://viaf.org/viaf/123456"} <= {
        a["href"] for a in ann.select("a")
    }
    assert ann.select_one("cite a")["href"] == "../titles/#rates"
    rates = entries_of(made.pages["titles/index.html"])["rates"]
    assert "By Ann Miller · Bibliography" in said(rates)


def test_entries_stand_in_order_under_their_letters(made: BuiltSite) -> None:
    page = made.pages["glossary/index.html"]
    order = [str(e["id"]) for e in page.select("h2.letter, .entry")]
    assert order == ["letter-0", "oil-4", "letter-e", "eclat", "letter-l", "tax", "letter-w", "wick"]
    assert [a["href"] for a in page.select("nav.letters a")] == [
        "#letter-0",
        "#letter-e",
        "#letter-l",
        "#letter-w",
    ]
    assert list(entries_of(made.pages["events/index.html"])) == ["early", "late", "undated"]


def test_every_entry_stands_once_on_one_page(specimen_site: BuiltSite, whole: Whole) -> None:
    for entry in whole.entries.values():
        lists = {path: page for path, page in specimen_site.pages.items() if path.split("/")[0] in LISTS.values()}
        here = [path for path, page in lists.items() if page.select(f'[id="{entry.id}"]')]
        assert here == [f"{LISTS[entry.kind]}/index.html"]


def test_counts_and_links_are_those_of_the_occurrences(specimen_site: BuiltSite, whole: Whole) -> None:
    named = 0
    for entry in whole.entries.values():
        path = f"{LISTS[entry.kind]}/index.html"
        places = entries_of(specimen_site.pages[path])[entry.id].select_one(".places")
        found = whole.occurrences[entry.id]
        if not found:
            assert said(places) == "Not named in these works."
            continue
        named += 1
        times = {1: "once", 2: "twice"}.get(len(found), f"{len(found)} times")
        assert said(places).startswith(f"Named {times} (in context): "), entry.id
        assert len(places.select("b")) == len({one.place.work for one in found})
        every = {f"/works/{one.place.work}/" for one in found}
        links = [urljoin(f"/{path}", a["href"]) for a in places.select("a:not(.in-context)")]
        assert {"/".join(link.split("/")[:3]) + "/" for link in links} == every
    assert named > 5


def test_many_places_are_told_by_chapter(specimen_site: BuiltSite, whole: Whole) -> None:
    found = [one for one in whole.occurrences["pound"] if one.place.work == "level-water-1987"]
    assert len({one.place.ref for one in found}) > FEW
    places = said(entries_of(specimen_site.pages["glossary/index.html"])["pound"].select_one(".places"))
    in_first = sum(one.place.division == "1" for one in found)
    assert f"ch. 1 ({in_first})" in places.replace("\u00a0", " ")


def test_a_person_named_a_thousand_times_has_a_short_entry(edition: EditionFolder) -> None:
    edition.add_work("abbot-1902", "The Reeve\n\n" + "The reeve came and the reeve went.\n\n" * 500, order=2)
    edition.write(
        "edition/glossary.yml", "- {id: reeve, headword: reeve, forms: [reeve], definition: An officer.}\n"
    )
    project = Project.load(edition.root)
    whole = prepare_edition(project, project.works)
    assert len(whole.occurrences["reeve"]) >= 1000
    page = glossary_page(whole, lambda kind, target: f"../{kind}/#{target}")
    assert page is not None
    assert len(page.markdown) < 3000
    assert "and 495 more" in page.markdown


@pytest.mark.parametrize(
    ("passage", "name"),
    [("4.12", "4.12"), ("7", "7"), ("n3", "n3"), ("preface.2", "preface 2"), ("fall-of-the-house.n1", "fall n1")],
)
def test_a_passage_is_named_in_few_words(passage: str, name: str) -> None:
    assert short(passage).replace("\u00a0", " ") == name


def test_an_edition_without_entries_has_no_pages_of_them(edition: EditionFolder, tmp_path: Path) -> None:
    site = build(edition.root, tmp_path / "site")
    for folder in ("glossary", "people", "places", "organisations", "events", "titles", "concordance"):
        assert f"{folder}/index.html" not in site.pages
        assert not site.pages["index.html"].select(f'a[href*="{folder}/"]')
    assert "works/miller-1901/apparatus/index.html" not in site.pages
    for name in ("glossary.json", "registers.json", "concordance"):
        assert not (site.result.output / "data" / name).exists()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(lambda t: t.strip())
SIGNS = st.lists(
    st.sampled_from(
        ["{: .x}", "[^1]", "[@key]", "[a](b)", "*", "_", "`", "<b>", "&amp;", "{{ x }}", "![", "# ", "w"]
    ),
    min_size=1, max_size=5,
).map(" ".join)  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = EditionFolder(tmp_path_factory.mktemp("empty") / "valley")
    folder.add_work("miller-1901")
    project = Project.load(folder.root)
    return prepare_edition(project, project.works)


def one_entry(empty: Whole, term: Term) -> Tag:
    """A term as it is on the page of a glossary that has nothing else."""
    project = replace(empty.project, entry_files=EntryFiles(glossary=(term,)))
    page = glossary_page(replace(empty, project=project), lambda kind, target: None)
    assert page is not None
    body = page.markdown.split("---", 2)[2]
    (entry,) = entries_of(BeautifulSoup(render(body), "lxml")).values()
    return entry


@given(text=st.one_of(TEXTS, SIGNS))
def test_any_definition_arrives_as_it_is(empty: Whole, text: str) -> None:
    entry = one_entry(empty, Term(id="x", headword="wick", forms=("wick",), definition=text))
    assert said(entry.select_one(".definition")) == words(text)
    assert not entry.select_one(".definition").find(True)


@given(text=SIGNS)
def test_any_headword_and_locator_arrive_as_they_are(empty: Whole, text: str) -> None:
    sources = ({"bib": "miller-1901", "locator": text},)
    term = Term.model_validate(
        {
            "id": "x",
            "headword": text,
            "forms": ["x"],
            "definition": "x",
            "expansion": text,
            "dates": text,
            "sources": sources,
        }
    )
    entry = one_entry(empty, term)
    assert [said(entry.select_one(name)) for name in ("dfn", ".expansion")] == [words(text)] * 2
    assert said(entry.select_one(".facts")).startswith(words(text))
    assert said(entry.select_one(".facts")).endswith(f"Miller 1901, {words(text)}")


@given(text=SIGNS)
def test_any_identification_arrives_as_it_is(empty: Whole, text: str) -> None:
    person = Person(id="x", name=text, forms=("x",), identification=text)
    project = replace(empty.project, entry_files=EntryFiles(registers={"people": (person,)}))
    made = replace(empty, project=project)
    (page,) = register_pages(made, Addresses(made))
    (entry,) = entries_of(BeautifulSoup(render(page.markdown.split("---", 2)[2]), "lxml")).values()
    assert [said(entry.select_one(name)) for name in ("dfn", ".definition")] == [words(text)] * 2
