"""Sites built for the tests, each in a folder of its own, and what their pages hold."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup

from build_edition.apparatus.divisions import divisions
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import division_path
from build_edition.publish.pages.takeaway import NOTHING
from build_edition.publish.site import SiteResult, build_site
from build_edition.whole import Whole, prepare_edition
from tests.taken import invented


@dataclass(frozen=True)
class BuiltSite:
    """An edition as it was built, and its site."""

    whole: Whole
    result: SiteResult

    @property
    def project(self) -> Project:
        return self.whole.project

    @property
    def works(self) -> tuple[EditionWork, ...]:
        return self.whole.works

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every HTML page by its path in the site, but those of permanent addresses, which are thousands."""
        return self._read(lambda path: not path.startswith("c/"))

    @cached_property
    def permanent(self) -> dict[str, BeautifulSoup]:
        """The pages of permanent addresses."""
        return self._read(lambda path: path.startswith("c/"))

    def _read(self, wanted: Callable[[str], bool]) -> dict[str, BeautifulSoup]:
        root = self.result.output
        found = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*.html"))}
        return {
            name: BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
            for name, path in found.items()
            if wanted(name)
        }

    def texts(self, item: EditionWork) -> Iterator[BeautifulSoup]:
        """The pages of a work's text, in order."""
        assert item.work is not None
        for division in divisions(item.work):
            path = division_path(item.record.id, division).removesuffix(".md")
            yield self.pages[f"{path}.html" if path.endswith("/index") else f"{path}/index.html"]


def build(root: Path, output: Path, absent: str = "", taken: Path | None = None) -> BuiltSite:
    """Build the edition in `root`, without the work `absent`; invented files to take away are put into `taken`."""
    project = Project.load(root)
    whole = prepare_edition(project, [record for record in project.works if record.id != absent])
    files = invented(project, taken) if taken else NOTHING
    return BuiltSite(whole, build_site(whole, output, strict=False, taken=files))


def prepared(root: Path) -> Whole:
    """The works of the edition in `root`, linked."""
    project = Project.load(root)
    return prepare_edition(project, project.works)


def copy_of(root: Path, target: Path, sources: Path) -> Path:
    """A copy of an edition's own files, so that a test writes nothing into the checkout."""
    for folder in ("edition", "bib"):
        shutil.copytree(root / folder, target / folder)
    if (root / "docs").is_dir():
        shutil.copytree(root / "docs", target / "docs")
    else:
        (target / "docs").mkdir()
    if (root / "mkdocs.yml").is_file():
        shutil.copy(root / "mkdocs.yml", target)
        (target / "build_edition").symlink_to(root / "build_edition")
    (target / "sources").symlink_to(sources)
    return target
