"""Anchors: what of a work can be led to in a file, and how it is called there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from build_edition.apparatus.crossrefs.targets import page_name
from build_edition.work import PageBeginning


@dataclass(frozen=True, slots=True)
class Names:
    """The anchors of one work in a file; `wanted` are the passages of any work in it that links lead to.

    Where the work stands `among` others, an anchor bears its id: "smith-1960/4.12", else "4.12".
    """

    work_id: str
    wanted: Collection[str]
    among: bool = False

    def anchor(self, name: str) -> str:
        """The HTML of the anchor of a passage or section; nothing where no link leads there."""
        target = f"{self.work_id}/{name}"
        return f'<a id="{self._called(target)}"></a>' if name and target in self.wanted else ""

    def page(self, page: PageBeginning) -> str:
        """The id of a page beginning, as an attribute; it has one where its number is known."""
        if page.n is None:
            return ""
        name = self._called(f"{self.work_id}/{page_name(page.n)}").replace("&", "&amp;").replace('"', "&quot;")
        return f' id="{name}"'

    def leads(self, target: str) -> str | None:
        """The address in the file of a passage, if it is there."""
        return f"#{self._called(target)}" if target in self.wanted else None

    def _called(self, target: str) -> str:
        return target if self.among else target.partition("/")[2]
