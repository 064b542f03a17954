"""What editors write by hand: pages of `docs`, and headnotes; their links to passages are resolved here.

`[words](passage:smith-1960/4.12)` links to a passage, wherever the build puts it; a link to a work that is not
here leads to its record. In code and comments nothing is a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_edition.publish.addresses import Addresses, file_link
from build_edition.publish.cite.by_hand import AS_IT_IS, written_pages

SCHEME = "passage"
_LINK = re.compile(
    rf"{AS_IT_IS}|\[(?P<words>[^\[\]]+)\]\({SCHEME}:(?P<target>[^)\s]+)\)", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A text with its links resolved; `warnings` are sentences about those that lead nowhere."""

    text: str
    warnings: tuple[str, ...] = ()


def resolve(text: str, path: str, addresses: Addresses, name: str) -> Resolved:
    """The Markdown of the page at `path`, its links to passages leading to files, as links of Markdown do.

    A dead one keeps its words. `name` names the text in warnings.
    """
    warnings: list[str] = []

    def link(match: re.Match[str]) -> str:
        if match["target"] is None:
            return match[0]
        found = addresses.of(SCHEME, match["target"])
        if found is None:
            line = text.count("\n", 0, match.start()) + 1
            warnings.append(f"{name}, line {line}: links to the passage {match['target']}, and there is none")
            return match["words"]
        return f"[{match['words']}]({file_link(found, path)})"

    return Resolved(_LINK.sub(link, text), tuple(warnings))


def pages_by_hand(docs: Path, addresses: Addresses) -> Iterator[tuple[str, Resolved]]:
    """Every Markdown page below the folder `docs`: its path there and its text."""
    for name, text in written_pages(docs):
        yield name, resolve(text, name, addresses, f"docs/{name}")
