"""The site: pages written, MkDocs run over them, warnings heard."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from build_edition.publish.by_hand.citations import citing_pages
from build_edition.publish.cite.citations import cite
from build_edition.publish.cite.files import citation_files
from build_edition.publish.cite.in_text import cites_of
from build_edition.publish.cite.works import cite_works
from build_edition.publish.compose import compose
from build_edition.publish.data.cards import card_files
from build_edition.publish.data.pages import page_files
from build_edition.publish.data.places import place_files
from build_edition.publish.data.whole import write_data
from build_edition.publish.engine.config import write_config
from build_edition.publish.engine.mkdocs import run_mkdocs
from build_edition.publish.engine.policy import guard_pages
from build_edition.publish.engine.stylesheet import stylesheets
from build_edition.publish.files import beside, exchange, write_files
from build_edition.publish.pages.downloads import offered
from build_edition.publish.permanent.files import permanent_files
from build_edition.publish.search.index import write_index
from build_edition.publish.search.records import record_files
from build_edition.whole import Whole

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A site in the folder `output`; `pages` counts those that the build wrote, not those written by hand."""

    output: Path
    pages: int
    warnings: tuple[str, ...]


def build_site(whole: Whole, output: Path, strict: bool, report: Report = lambda _: None) -> SiteResult:
    """Build the site of an edition into `output`.

    A work of the project that is not among those of `whole` gets the page of its record. The pages are written to
    `build/docs`, those of `docs` among them; the site is built beside `output` and takes its place when it is
    whole; with `strict`, only when there was no warning. The warnings are in the result either way.
    """
    project = whole.project
    citing = citing_pages(project)
    citations = cite(project, [*cites_of(whole), *(one for page in citing for one in page.cites)])
    cited = cite_works(project)
    build = project.root / "build"
    data = write_data(whole, build / "data")
    site = compose(whole, citations, citing, cited, offered(data))
    report(f"writing {len(site.built)} pages")
    docs = build / "docs"
    made = [(page.path, page.markdown) for page in site.built]
    _fill(docs, project.root / "docs", [*site.by_hand, *made, *stylesheets()])
    fresh = beside(output)
    config = write_config(project, list(site.works), site.groups, docs, build, fresh)
    report("running MkDocs")
    warnings = (*site.warnings, *citations.warnings, *run_mkdocs(config, strict))
    shutil.copytree(data, fresh, dirs_exist_ok=True)
    write_files(fresh, page_files(whole))
    write_files(fresh, card_files(whole, site.addresses, citations))
    write_files(fresh, place_files(whole))
    write_files(fresh, citation_files(whole, cited))
    write_files(fresh, record_files(whole))
    report("indexing")
    warnings = (*warnings, *write_index(fresh, whole))
    guard_pages(fresh)
    write_files(fresh, permanent_files(whole, site.addresses))
    if not (strict and warnings):
        exchange(fresh, output)
    return SiteResult(output, len(site.built), warnings)


def _fill(docs: Path, own: Path, files: Iterable[tuple[str, str]]) -> None:
    """Fill the folder `docs` with `files`, and with whatever else (images, say) stands in the edition's `own`.

    It is filled beside its place first, then exchanged.
    """
    fresh = beside(docs)
    if own.is_dir():
        shutil.copytree(own, fresh, dirs_exist_ok=True)
    write_files(fresh, files)
    exchange(fresh, docs)
