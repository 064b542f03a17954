"""The page that leads to what stands across the works: glossary, registers, the picture of time, the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from build_edition.publish.addresses import LISTS, relative, url_of
from build_edition.publish.page import Page, front_matter
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

PATH = "explore/index.md"

# What a reader finds on each page, by its folder.
_SAID = {
    "glossary": "Terms, with Cyrillic and transliterations, and where each is used.",
    "people": "Who is named, with dates, and where.",
    "places": "Where it happened.",
    "organisations": "Parties, organs of state, institutions.",
    "events": "Congresses, plans, wars, treaties.",
    "titles": "Books, articles and speeches that the works speak of.",
    "chronology": "All that has a date, as a picture and as a list.",
    "argument": "Which text answers, cites or attacks which, and where.",
    "concordance": "Each term and name in its context, line by line.",
    "bibliography": "Every work cited, and where it is cited.",
}


def explore_page(whole: Whole, pages: Sequence[Page | None]) -> Page | None:
    """The page, with those of `pages` that there are; None where there are none."""
    there = [page for page in pages if page]
    if not there:
        return None
    counts = Counter(LISTS[entry.kind] for entry in whole.entries.values())
    counts["bibliography"] = len(whole.project.bibliography)
    rows = []
    for page in there:
        folder = page.path.split("/")[0]
        said = _SAID.get(folder, "")
        many = f"{counts[folder]:,}" if counts[folder] else ""
        address = attribute(relative(url_of(page.path), url_of(PATH)))
        words = f'<span class="count">{many}</span> <span class="said">{html(said)}</span>'
        rows.append(f'<li><a href="{address}">{html(page.title)}</a> {words}</li>')
    listed = "\n".join(rows)
    markdown = (
        front_matter("Explore", "page", "Terms, names, dates and references across the works")
        + f'\n# Explore {{.added}}\n\n<ul class="explore">\n{listed}\n</ul>\n'
    )
    return Page(PATH, "Explore", markdown)
