"""The site: pages written, MkDocs run over them, warnings heard."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_edition.edition.project import PAGES
from build_edition.publish.addresses import Addresses
from build_edition.publish.cite.by_hand import citing_pages
from build_edition.publish.cite.citations import Citations
from build_edition.publish.cite.files import citation_files
from build_edition.publish.cite.in_text import cite_all
from build_edition.publish.cite.works import Styled, cite_works
from build_edition.publish.compose import compose
from build_edition.publish.data.cards import card_files
from build_edition.publish.data.pages import page_files
from build_edition.publish.data.places import place_files
from build_edition.publish.data.whole import write_data
from build_edition.publish.engine.config import write_config
from build_edition.publish.engine.mkdocs import mkdocs_at_work
from build_edition.publish.engine.policy import guard_pages
from build_edition.publish.engine.stylesheet import stylesheet
from build_edition.publish.files import beside, exchange, move_into, write_files
from build_edition.publish.pages.downloads import offered
from build_edition.publish.pages.takeaway import NOTHING, SUMS, TakeAway
from build_edition.publish.permanent.files import permanent_files
from build_edition.publish.search.index import write_index
from build_edition.publish.search.records import record_files
from build_edition.whole import Report, Whole


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A site in the folder `output`; `pages` counts those that the build wrote, not those written by hand."""

    output: Path
    pages: int
    warnings: tuple[str, ...]


Finish = Callable[[Path], None]


def build_site(
    whole: Whole,
    output: Path,
    strict: bool,
    report: Report = lambda _: None,
    taken: TakeAway = NOTHING,
    finish: Finish = lambda _: None,
) -> SiteResult:
    """Build the site of an edition into `output`; `report` is told of each stage before it begins.

    It offers the files that are `taken` away. What is made from the site itself is put into it by `finish`, which
    is given its folder before it takes its place.

    A work of the project that is not among those of `whole` gets the page of its record. The pages are written to
    `build/docs`, those of `docs` among them, and what stands beside them to `build/beside`; the site is built
    beside `output` and takes its place when it is whole; with `strict`, only when there was no warning. The
    warnings are in the result either way.
    """
    project = whole.project
    build = project.root / "build"
    citing = citing_pages(project)
    report("setting citations")
    citations = cite_all(whole, citing)
    cited = cite_works(project)
    report("writing data")
    rest = write_data(whole, build / "beside")
    report("writing pages")
    site = compose(whole, citations, citing, cited, offered(rest), taken)
    docs = build / "docs"
    made = [(page.path, page.markdown) for page in site.built]
    _fill(docs, project.root / "docs", [*site.by_hand, *made, stylesheet()])
    fresh = beside(output)
    config = write_config(project, list(site.works), site.groups, docs, build, fresh)
    with mkdocs_at_work(config, strict) as finished:
        report("writing data beside pages")
        write_files(rest, _beside_pages(whole, site.addresses, citations, cited))
        report("indexing for search")
        unsearched = write_index(rest, whole)
        report("permanent addresses")
        write_files(rest, permanent_files(whole, site.addresses))
        report("running MkDocs to its end")
        warnings = (*site.warnings, *citations.warnings, *finished(), *unsearched)
    guard_pages(fresh)
    move_into(rest, fresh)
    _put(taken, fresh)
    finish(fresh)
    if not (strict and warnings):
        exchange(fresh, output)
    return SiteResult(output, len(site.built), warnings)


def _put(taken: TakeAway, site: Path) -> None:
    """Put what is taken away into the site, with a list of the hashes."""
    for one in taken.files:
        (site / one.path).parent.mkdir(exist_ok=True)
        shutil.copyfile(one.file, site / one.path)
    if taken.files:
        write_files(site, [(SUMS, taken.sums())])


def _beside_pages(
    whole: Whole, addresses: Addresses, citations: Citations, cited: Mapping[str, tuple[Styled, ...]]
) -> Iterator[tuple[str, str]]:
    """The data that scripts on the pages read."""
    yield from page_files(whole)
    yield from card_files(whole, addresses, citations)
    yield from place_files(whole)
    yield from citation_files(whole, cited)
    yield from record_files(whole)


def _fill(docs: Path, own: Path, files: Iterable[tuple[str, str]]) -> None:
    """Fill the folder `docs` with `files`, and with whatever else (images, say) stands in the edition's `own`.

    It is filled beside its place first, then exchanged.
    """
    fresh = beside(docs)
    if own.is_dir():
        shutil.copytree(own, fresh, dirs_exist_ok=True)
        shutil.rmtree(fresh / PAGES.name, ignore_errors=True)  # the pages for editing are none of the site
    write_files(fresh, files)
    exchange(fresh, docs)
