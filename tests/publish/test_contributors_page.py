"""The page of the contributors: names, what each did, and ways of working that are no person."""

from __future__ import annotations

from build_edition.edition.project import Project
from build_edition.publish.addresses import Addresses
from build_edition.publish.pages.contributors import contributors_page
from build_edition.whole import prepare_edition
from tests.edition.test_credit import busy
from tests.edition_folder import EditionFolder
from tests.site_folder import BuiltSite

__all__ = ["busy"]


def page(folder: EditionFolder) -> str:
    project = Project.load(folder.root)
    whole = prepare_edition(project, project.works)
    return contributors_page(whole, Addresses(whole)).markdown


def test_the_page_of_the_specimen_names_everybody_once(specimen_site: BuiltSite) -> None:
    found = specimen_site.pages["contributors/index.html"]
    assert [one.get_text() for one in found.select(".entry dfn")] == [
        "The build-edition editors", "Ivo Quillfeather", "Maud Tarrant",
    ]  # fmt: skip
    tarrant = found.select(".entry")[2].get_text(" ")
    assert "4 parts proofread, 1 problem reported" in tarrant
    assert "2 March 2026 to 21 March 2026" in tarrant
    assert "editors of the edition" in found.select(".entry")[0].get_text()
    for link in found.select('.entry a[href^=".."]'):
        assert (specimen_site.result.output / "contributors" / link["href"] / "index.html").is_file()


def test_a_way_of_working_stands_apart(busy: EditionFolder) -> None:
    people, _, ways = page(busy).partition("## Ways of working")
    assert "Two readings" not in people
    assert "1 doubt marked" in ways
    assert "1 record bears no name." in ways
    assert '<a href="https://orcid.org/0000-0002-1825-0097"' in people


def test_names_are_not_markup(busy: EditionFolder) -> None:
    busy.write("edition/contributors.yml", '- {name: "<b>Ann</b> & Co", role: "*not* [this](x)"}\n')
    found = page(busy)
    assert "&lt;b>Ann" in found or "&lt;b&gt;Ann" in found
    assert "<b>Ann" not in found
