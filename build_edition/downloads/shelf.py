"""What a site offers of the files that were made: those that stand as they would be made now.

In: a project and the works that its site shows.  Out: a `TakeAway` for the pages, and a function that puts the
copy of the site into it (`build_site`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from build_edition.downloads.form import Choices
from build_edition.downloads.formats import every, label
from build_edition.downloads.freshness import FOLDER, Made
from build_edition.downloads.inputs import inputs
from build_edition.downloads.making import stale
from build_edition.downloads.offline import FORMAT, inputs_of_site, pack
from build_edition.downloads.planning import Wanted, offline_name, wanted
from build_edition.edition import sources
from build_edition.edition.project import Project
from build_edition.publish.pages.takeaway import PAGE, SUMS, Kind, TakeAway, Taken, sums_line, with_zip


def works_here(project: Project) -> tuple[str, ...]:
    """The works whose own source is there."""
    return tuple(
        record.id
        for record in project.works
        if sources.find(record.source, project.source_folders).status == "found"
    )


@dataclass
class Shelf:
    """The files of an edition, and which of them are as they would be made now."""

    project: Project
    made: Made
    inputs: str
    files: tuple[Wanted, ...]

    @classmethod
    def of(cls, project: Project, works: Sequence[str] | None = None) -> Shelf:
        """All files of an edition; for a site of some `works` alone, those of these works."""
        here = [work for work in works_here(project) if works is None or work in works]
        files = wanted(project.edition, every(), here, Choices(), whole=works is None)
        return cls(project, Made(project.root / FOLDER), inputs(project), files)

    def stale(self) -> tuple[Wanted, ...]:
        """The files that are not there, or not as they would be made."""
        return stale(self.files, self.made, self.inputs)

    def left_out(self) -> tuple[str, ...]:
        """The names of the files that are there and are not as they would be made."""
        return tuple(one.name for one in self.stale() if self.made.path(one.name).is_file())

    def offered(self) -> TakeAway:
        """What a site can offer."""
        missing = {one.name for one in self.stale()}
        files = (self._taken(one) for one in self.files if one.name not in missing)
        return TakeAway(tuple(files), self.project.edition.address or "")

    def _taken(self, one: Wanted) -> Taken:
        stamp, form = self.made.stamps[one.name], one.form
        kind = Kind(form.name, label(form), form.title, form.holds, form.example)
        return Taken(self.made.path(one.name), kind, one.work, stamp.size, stamp.sha256)

    @property
    def archive(self) -> str:
        """The name of the zip of the site."""
        return f"{offline_name(self.project.edition)}{FORMAT.suffix}"

    def pack(self, site: Path) -> float | None:
        """Make the zip of a site, if it does not stand, and offer it there; the seconds it took, if any."""
        seconds = pack(site, offline_name(self.project.edition), self.made)
        self._offer_zip(site)
        return seconds

    def offer_if_fresh(self, site: Path) -> bool:
        """Offer on a site the zip that was made of the same one; whether there is no other."""
        if self.made.stands(self.archive, inputs_of_site(site, self.made)):
            self._offer_zip(site)
            return True
        return not self.made.path(self.archive).is_file()

    def _offer_zip(self, site: Path) -> None:
        stamp = self.made.stamps[self.archive]
        page = site / PAGE
        if not page.is_file():
            return
        (page.parent / self.archive).write_bytes(self.made.path(self.archive).read_bytes())
        filled = with_zip(
            page.read_text(encoding="utf-8"), self.archive, FORMAT.title, FORMAT.holds, stamp.size, stamp.sha256
        )
        page.write_text(filled, encoding="utf-8")
        sums = site / SUMS
        listed = sums.read_text(encoding="utf-8") if sums.is_file() else ""
        others = (line for line in listed.splitlines(keepends=True) if not line.endswith(f"  {self.archive}\n"))
        sums.write_text("".join([*others, sums_line(stamp.sha256, self.archive)]), encoding="utf-8")
