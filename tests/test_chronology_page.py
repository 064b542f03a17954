"""The chronology as a page: every entry of the works' chronologies is there, and every link leads somewhere."""

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from build_edition.edition.project import Project
from build_edition.publish.addresses import Addresses
from build_edition.publish.entries.chronology import PATH, chronology_page
from build_edition.whole import prepare_edition
from build_edition.writers.chronology import date_words
from tests.edition_folder import EditionFolder

LISTED = {"term", "person", "place", "org", "event", "title"}


@pytest.fixture(scope="module")
def page(whole):
    made = chronology_page(whole, Addresses(whole, LISTED).on(PATH).to)
    return BeautifulSoup(markdown(made.markdown, extensions=["attr_list", "md_in_html"]), "lxml")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1921", "1921"),
        ("1921-03", "March 1921"),
        ("1921-03-08", "8 March 1921"),
        ("1921-03-08/1921-03-16", "8–16 March 1921"),
        ("1903-07/1903-08", "July–August 1903"),
        ("1903-07-30/1903-08-23", "30 July – 23 August 1903"),
        ("1958/1960", "1958–1960"),
        ("1917-12/1918-01", "December 1917 – January 1918"),
        ("1921/1922-03", "1921 – March 1922"),
    ],
)
def test_dates_in_words(date, words):
    assert date_words(date) == words


def test_every_entry_of_a_chronology_and_every_dated_event_is_on_the_page(whole, page):
    said = " ".join(page.get_text().split())
    assert len(page.select(".entry")) == len(whole.timeline) > 10
    for entry in whole.dated_entries:
        assert entry.text in said
    for one in whole.timeline:
        assert date_words(one.date) in said


def test_an_event_links_to_its_register_and_to_the_passages_that_speak_of_it(page):
    entry = page.select_one("#plan-of-the-forty-locks")
    links = [link["href"] for link in entry.select("a")]
    assert "../events/#plan-of-the-forty-locks" in links
    assert "../works/level-water-1987/4/#4.2" in links
    assert "../works/level-water-1987/chronology/#chronology.9" in links


def test_ids_stand_once_and_the_decades_in_order(page):
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    decades = [heading.get_text() for heading in page.select("h2")]
    assert decades == sorted(decades)


def test_an_edition_without_dates_has_no_such_page(edition: EditionFolder) -> None:
    project = Project.load(edition.root)
    made = prepare_edition(project, project.works)
    assert chronology_page(made, Addresses(made).on(PATH).to) is None
