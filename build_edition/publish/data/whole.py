"""The files of data that stand on a site by themselves, written before its pages, which can then list them.

A function that makes files of a `Whole` and needs nothing of the pages belongs in `DATA_FILES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from build_edition.publish.data.corpus import corpus_of_site
from build_edition.publish.data.llms import llms_file
from build_edition.publish.data.status import status_files
from build_edition.publish.entries.bibliography import bibliography_file
from build_edition.publish.files import beside, exchange, write_files
from build_edition.publish.search.variants import variant_files
from build_edition.whole import Whole
from build_edition.writers.chronology import chronology_files
from build_edition.writers.concordance import concordance_files
from build_edition.writers.dts.files import dts_files
from build_edition.writers.entries import entry_files

Files = Callable[[Whole], Iterator[tuple[str, str]]]


def _bibliography(whole: Whole) -> Iterator[tuple[str, str]]:
    yield from bibliography_file(whole.project)


DATA_FILES: tuple[Files, ...] = (
    corpus_of_site, entry_files, chronology_files, concordance_files, _bibliography, dts_files,
    variant_files, status_files,
)  # fmt: skip


def write_data(whole: Whole, folder: Path) -> Path:
    """Write all of them below `folder`, each at its path on the site, and give the folder back."""
    fresh = beside(folder)
    for files in DATA_FILES:
        write_files(fresh, files(whole))
    write_files(fresh, llms_file(whole, {one.relative_to(fresh).as_posix() for one in fresh.rglob("*.*")}))
    exchange(fresh, folder)
    return folder
