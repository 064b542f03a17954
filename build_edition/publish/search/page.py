"""The page of the search. `theme/js/search/page.js` makes what it shows; without scripts it leads elsewhere."""

from __future__ import annotations

from build_edition.publish.addresses import LISTS
from build_edition.publish.page import Page, front_matter
from build_edition.publish.search.index import is_there
from build_edition.whole import Whole

PATH = "search.md"


def search_page(whole: Whole) -> Page:
    """The page; its data tell which engine searches the site."""
    engine = "pagefind" if is_there() else "scan"
    parts = [
        front_matter("Search", "search", f"Search {whole.project.edition.title}", "toc", data={"search": engine}),
        "# Search {.added}",
        '<div class="ed-find added"></div>',
        f"<noscript>\n<p>Searching needs scripts. {_elsewhere(whole)}</p>\n</noscript>",
    ]
    return Page(PATH, "Search", "\n\n".join(parts) + "\n")


def _elsewhere(whole: Whole) -> str:
    """Where else things are found: by name, in alphabetical order, and in the works."""
    kinds = {entry.kind for entry in whole.entries.values()}
    pages = [("works", "the works with their contents")]
    pages += [("concordance", "the concordance")] if whole.entries else []
    pages += [(LISTS[kind], f"the {words}") for kind, words in _LISTED.items() if kind in kinds]
    links = [f'<a href="../{folder}/">{words}</a>' for folder, words in pages]
    return f"What is there can also be found by {', '.join(links)}; and a browser finds words on a page."


_LISTED = {"term": "glossary", "person": "register of people", "place": "register of places"}
