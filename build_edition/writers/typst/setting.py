"""What a PDF holds and leads to: its works, the labels that stand in it, and the addresses of what does not.

In: the works that are set together.  Out: the label or the address of what a link leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.passage_index import passages
from build_edition.pipeline import EditionWork
from build_edition.writers.typst import labels

Address = Callable[[str, str], str | None]


def no_address(kind: str, target: str) -> None:
    """Where nothing is known to stand outside the PDF."""


@dataclass(slots=True)
class Setting:
    """The labels of one PDF.

    `present` are those that it will have, `address` gives by the kind and target of a link where on the site that
    is, if anywhere, and `set` are the labels that have been written: a label is written once. `margins` is how
    often something was set into a margin.
    """

    present: frozenset[str]
    address: Address = no_address
    set: set[str] = field(default_factory=set)
    margins: int = 0

    def claim(self, label: str) -> str:
        """The label where it is to be written now; empty where it has been, or is led to by nothing."""
        if label in self.set or label not in self.present:
            return ""
        self.set.add(label)
        return label

    def margin(self) -> str:
        """A name, as a string of code, for the place beside which something is set into the margin."""
        self.margins += 1
        return f'"m{self.margins}"'


def labels_of(item: EditionWork) -> Iterator[str]:
    """Every label that the text of a work has: of the work, its sections, passages and printed pages."""
    work_id = item.record.id
    yield labels.of_work(work_id)
    if item.work is None:
        return
    for division in divisions(item.work):
        if division.key:
            yield labels.of_passage(work_id, division.key)
        yield from (labels.of_passage(work_id, s.key) for s in division.walk() if s.key and s.heading)
    yield from (labels.of_passage(work_id, one.id) for one in passages(item.work) if one.is_citable)
    yield from (labels.of_page(work_id, page.n) for page in item.work.pages if page.n is not None)


def labels_of_all(items: Iterable[EditionWork]) -> frozenset[str]:
    """Every label that the texts of works have."""
    return frozenset(label for item in items for label in labels_of(item))
