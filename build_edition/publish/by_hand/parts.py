"""Parts that the build makes for pages written by hand: `<!-- part: map -->` on a line of its own.

A part that the edition has nothing for is left out; one of an unknown name is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_edition.apparatus.passage_index import Passage
from build_edition.publish.addresses import Addresses, relative, url_of
from build_edition.publish.argument.argument import Argument
from build_edition.publish.argument.picture import argument_picture
from build_edition.publish.by_hand.pages import Resolved
from build_edition.publish.cite.places import printed, values
from build_edition.publish.cite.runs import as_html
from build_edition.publish.cite.works import Styled
from build_edition.publish.pages.downloads import Offer
from build_edition.publish.pages.takeaway import NOTHING, TakeAway, size_words
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

_PART = re.compile(r"^<!-- part: (?P<name>[a-z]+) -->$", re.MULTILINE)


@dataclass(frozen=True)
class Parts:
    """The parts of an edition; `cited` are its works as readers cite them.

    `taken` are the books and data to take away, `offers` the data that the site has anyway.
    """

    whole: Whole
    addresses: Addresses
    cited: Mapping[str, Sequence[Styled]]
    offers: Sequence[Offer]
    taken: TakeAway = NOTHING

    def put(self, text: str, path: str) -> Resolved:
        """The Markdown of the page at `path` with its parts."""
        known = {"map": self.map, "cite": self.cite, "search": self.search, "downloads": self.downloads}
        warnings: list[str] = []

        def part(match: re.Match[str]) -> str:
            if match["name"] in known:
                return known[match["name"]](url_of(path))
            said = f"there is no part “{match['name']}”; known are {', '.join(known)}"
            warnings.append(f"docs/{path}, line {text.count(chr(10), 0, match.start()) + 1}: {said}")
            return ""

        return Resolved(_PART.sub(part, text), tuple(warnings))

    def map(self, page: str) -> str:
        """The map of the argument, leading to the lists of its own page."""
        return argument_picture(Argument(self.whole), relative("argument/", page))

    def search(self, page: str) -> str:
        """A field for words, which the page of the search looks for."""
        return (
            f'<form class="ed-start-search added" role="search" aria-label="Search all texts" '
            f'action="{attribute(relative("search/", page))}">\n'
            '<input type="search" name="q" aria-label="Words to look for in all texts" '
            'placeholder="A word, a name, a phrase" autocomplete="off">\n'
            '<button type="submit" class="ed-button">Search</button>\n</form>'
        )

    def cite(self, page: str) -> str:
        """One passage, cited as the page of its text has it, with its address."""
        found = self._example()
        if found is None:
            return ""
        work_id, passage = found
        item = next(item for item in self.whole.works if item.record.id == work_id)
        assert item.work is not None
        edition = self.whole.project.edition
        pages = printed(item.work, passage.start, passage.end)
        filled = values(edition, work_id, passage.id, pages)
        styles = self.cited.get(work_id, ())
        said = f"{html(item.entry.citation_text())} {html(filled['place'])}."
        if styles:
            part = styles[0].parts[0]
            said = as_html(part.paged if pages else part.unpaged, filled)
        address = self.addresses.of("passage", f"{work_id}/{passage.id}") or ""
        link = f'<a href="{attribute(relative(address, page))}">{html(work_id)}/{html(passage.id)}</a>'
        return f'<blockquote class="ed-example added">\n<p>{said}</p>\n<p class="facts">{link}</p>\n</blockquote>'

    def _example(self) -> tuple[str, Passage] | None:
        """A paragraph of the longest work: the first that stands in a numbered chapter, else its first."""
        if not self.whole.passages:
            return None
        work_id = max(self.whole.passages, key=lambda name: len(self.whole.passages[name]))
        cited = [one for one in self.whole.passages[work_id] if one.kind == "p" and one.is_citable]
        numbered = (one for one in cited if one.division.isdecimal() and one.pages)
        first = next(numbered, cited[0] if cited else None)
        return (work_id, first) if first else None

    def downloads(self, page: str) -> str:
        """The files to take away in one line each: those of the whole edition, and the data."""
        rows = []
        for one in self.taken.of():
            link = self.taken.link(one, page, one.kind.title)
            rows.append(f'<li>{link} <span class="size">{size_words(one.size)}</span></li>')
        for offer in self.offers:
            is_folder = offer.path.endswith("/")
            place = relative("downloads/", page) if is_folder else relative(offer.path, page).removesuffix("/")
            link = f'<a href="{attribute(place)}">{html(offer.title)}</a>'
            rows.append(f'<li>{link} <span class="size">{size_words(offer.size)}</span></li>')
        listed = "\n".join(rows)
        return f'<ul class="ed-files added">\n{listed}\n</ul>' if rows else ""
