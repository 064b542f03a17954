"""The site: pages written, MkDocs run over them, warnings heard."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_edition.apparatus.divisions import has_chapters
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.publish.config import write_config
from build_edition.publish.mkdocs_run import run_mkdocs
from build_edition.publish.nav import Entry, work_entry
from build_edition.publish.pages import Page, text_pages
from build_edition.publish.work_pages import contents_page, record_page, works_page

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A site in the folder `output`; `pages` counts those that the build wrote, not those written by hand."""

    output: Path
    pages: int
    warnings: tuple[str, ...]


def build_site(
    project: Project, works: Sequence[EditionWork], output: Path, strict: bool, report: Report = lambda _: None
) -> SiteResult:
    """Build the site of an edition into `output`.

    A work of the project that is not among `works` gets the page of its record. The site is built beside
    `output` and takes its place when it is whole; with `strict`, only when there was no warning. The warnings
    are in the result either way.
    """
    pages, nav = compose(project, works)
    report(f"writing {len(pages)} pages")
    write_pages(
        project.root / "docs" / "works", [(page.path.removeprefix("works/"), page.markdown) for page in pages]
    )
    fresh = _beside(output)
    config = write_config(project, nav, project.root / "build", fresh)
    report("running MkDocs")
    warnings = run_mkdocs(config, strict)
    if not (strict and warnings):
        _exchange(fresh, output)
    return SiteResult(output, len(pages), warnings)


def compose(project: Project, works: Sequence[EditionWork]) -> tuple[list[Page], list[Entry]]:
    """All pages of the works, and their navigation."""
    here = {item.record.id: item for item in works}
    absent = [r for r in project.works if r.id not in here]
    everything = [*works, *(EditionWork(record, project.entry(record), "missing") for record in absent)]
    everything.sort(key=lambda item: (item.entry.date, item.record.order))
    pages = [works_page(project, everything)]
    nav: list[Entry] = [pages[0].path]
    for item in everything:
        if item.work is None:
            front = record_page(project, item, left_out=item.record.id not in here)
            entry = work_entry(item.record.title, front)
            pages.append(front)
        elif has_chapters(item.work):
            front = contents_page(project, item)
            texts = list(text_pages(project, item))
            entry = work_entry(item.record.title, front, texts)
            pages += [front, *(page for _, page in texts)]
        else:
            texts = list(text_pages(project, item))
            entry = work_entry(item.record.title, texts[0][1])
            pages += [page for _, page in texts]
        nav.append(entry)
    return pages, nav


def write_pages(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Write pages into `folder`, in place of all that was there: written beside it first, then exchanged."""
    fresh = _beside(folder)
    for path, text in pages:
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    _exchange(fresh, folder)


def _beside(folder: Path) -> Path:
    """A new, empty folder beside `folder`, to be filled and then put in its place."""
    fresh = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    return fresh


def _exchange(fresh: Path, folder: Path) -> None:
    """Put `fresh` in the place of `folder`."""
    old = folder.with_name(f".{folder.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    fresh.replace(folder)
    shutil.rmtree(old, ignore_errors=True)
