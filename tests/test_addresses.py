"""Where things are on the site: pages lead to each other without knowing where the site will stand."""

import pytest

from build_edition import specimen
from build_edition.edition.project import Project
from build_edition.publish.addresses import Addresses, relative, url_of
from build_edition.whole import prepare_edition

BOOK, ESSAY, WEB = "level-water-1987", "under-the-line-1989", "who-owns-the-sluice-1961"


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("works/weir-1990/4.md", "works/weir-1990/4/"),
        ("works/weir-1990/index.md", "works/weir-1990/"),
        ("works/weir-1990/part-1/index.md", "works/weir-1990/part-1/"),
        ("glossary/index.md", "glossary/"),
        ("index.md", "/"),
    ],
)
def test_a_page_has_a_folder_of_its_own(path, url):
    assert url_of(path) == url


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("works/weir-1990/4/#4.1", "works/weir-1990/4/", "#4.1"),
        ("works/weir-1990/4/#4.1", "works/weir-1990/3/", "../4/#4.1"),
        ("works/weir-1990/", "works/weir-1990/3/", "../"),
        ("glossary/#smychka", "works/weir-1990/3/", "../../../glossary/#smychka"),
        ("works/weir-1990/4/#4.1", "glossary/", "../works/weir-1990/4/#4.1"),
        ("works/weir-1990/4/#4.1", "/", "works/weir-1990/4/#4.1"),
    ],
)
def test_links_are_relative(address, page, link):
    assert relative(address, page) == link


@pytest.mark.parametrize(
    ("target", "address"),
    [
        (f"{BOOK}/3.9", f"works/{BOOK}/3/#3.9"),
        (f"{BOOK}/2.the-dry-summer", f"works/{BOOK}/2/#2.the-dry-summer"),
        (f"{BOOK}/4", f"works/{BOOK}/4/"),
        (f"{BOOK}/part-1", f"works/{BOOK}/part-1/"),
        (f"{BOOK}/page-10", f"works/{BOOK}/2/#page-10"),
        (f"{BOOK}/2.n1", f"works/{BOOK}/notes/#2.n1"),
        (BOOK, f"works/{BOOK}/"),
        (f"{ESSAY}/n1", f"works/{ESSAY}/#n1"),
        (f"{ESSAY}/nothing", None),
    ],
)
def test_every_kind_of_place_has_its_address(whole, target, address):
    assert Addresses(whole).of("passage", target) == address


def test_a_place_in_a_work_that_is_not_here_leads_to_the_page_of_the_work():
    project = Project.load(specimen.ROOT)
    part = prepare_edition(project, [record for record in project.works if record.id != BOOK])
    page = Addresses(part).on(f"works/{ESSAY}/index.md")
    assert page.to("passage", f"{BOOK}/4.1") == f"../{BOOK}/"


def test_only_lists_that_the_site_has_are_led_to(whole):
    term = next(entry.id for entry in whole.project.glossary)
    assert Addresses(whole).of("term", term) is None
    page = Addresses(whole, {"term", "bib"}).on(f"works/{ESSAY}/index.md")
    assert page["term", term] == f"../../glossary/#{term}"
    assert page["bib", BOOK] == f"../../bibliography/#{BOOK}"
    assert page.to("person", "nobody") is None
    assert len(page) == len(list(page))


def test_every_reference_of_the_specimen_has_an_address(whole):
    addresses = Addresses(whole)
    assert len(whole.references.references) > 5
    assert all(addresses.of(one.kind, one.target) for one in whole.references.references)
