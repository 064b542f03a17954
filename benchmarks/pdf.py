"""How long Typst takes over a book, and how much memory, beside WeasyPrint on the same text in the same run.

Both set the text of the longest work with its notes at the foot, running heads and page numbers. WeasyPrint has
the pages of the site as HTML; Typst has what `export pdf` gives it, once without and once with what stands behind
the text (apparatus, glossary, bibliography, indexes), which WeasyPrint does not have. Last comes the command
`build-edition export pdf` itself, which prepares the text of every work before it sets the book. Memory is that of
the largest process: a book is set by several, one after another.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.transcribing import Row
from build_edition import specimen
from build_edition.downloads.imprint import of_work
from build_edition.downloads.pdf import work_source
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole, prepare_edition
from build_edition.writers.markdown import write_document
from build_edition.writers.typst.book import Matter, templates, write_of_work

ROOT = Path(__file__).parent.parent
_STYLE = """
@page { size: 148mm 210mm; margin: 21mm 20mm 24mm 26mm;
  @top-left { content: string(title) } @bottom-right { content: counter(page) } }
html { font: 10.2pt/1.3 "Libertinus Serif", serif; hyphens: auto; text-align: justify }
h1 { string-set: title content(); break-before: page }
p { margin: 0; text-indent: 1.3em }
.fn { float: footnote; font-size: 8.4pt; text-indent: 0; text-align: justify }
.pb { position: absolute; left: -15mm; font-size: 6.5pt }
"""
_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
_TYPST = (
    "import json, sys; from build_edition.downloads.typesetting import typeset; "
    "sys.stdout.buffer.write(typeset(json.load(sys.stdin), 'a5'))"
)


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: seconds, processor seconds, and the peak of its largest process in megabytes."""

    seconds: float
    processor: float
    memory: float


def run(smoke: bool, rounds: int) -> list[tuple[str, list[Row]]]:
    """A table of rows; nothing where WeasyPrint is not installed."""
    if find_spec("weasyprint") is None:
        return []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = _whole(smoke, folder)
        item = max(
            (one for one in whole.works if one.source), key=lambda one: len(one.source.text if one.source else "")
        )
        page = folder / "book.html"
        page.write_text(_html(item), encoding="utf-8")
        theirs = _middle(rounds, [sys.executable, "-c", _WEASYPRINT, str(page), str(folder / "w.pdf")])
        rows = [Row("WeasyPrint, the text", "", _figure(theirs))]
        facts = of_work(whole, item)
        bare = write_of_work(item, Matter(facts), whole.project.edition.language)
        for what, source in (
            ("Typst, the text", bare),
            ("Typst, with what is behind it", work_source(whole, item)),
        ):
            given = folder / "files.json"
            given.write_text(json.dumps({"main.typ": source, **templates()}), encoding="utf-8")
            ours = _middle(rounds, [sys.executable, "-c", _TYPST], given)
            rows.append(_beside(what, ours, theirs))
        export = [sys.executable, "-m", "build_edition", "export", "pdf", item.record.id]
        ours = _middle(rounds, export, folder=whole.project.root, afresh="build/downloads")
        rows.append(_beside("`build-edition export pdf`, all of it", ours, theirs))
    return [(f"A book as PDF, {item.record.id}", rows)]


def _beside(what: str, ours: Spent, theirs: Spent) -> Row:
    ratio = f"{ours.seconds / theirs.seconds:.2f}, {ours.processor / theirs.processor:.2f}"
    return Row(what, "", _figure(ours), ratio, "WeasyPrint, seconds and processor")


def _figure(spent: Spent) -> str:
    return f"{spent.seconds:.1f} s, processor {spent.processor:.1f} s, {spent.memory:.0f} MB"


def _whole(smoke: bool, folder: Path) -> Whole:
    sys.path.insert(0, str(ROOT))
    from tests.site_folder import copy_of

    root = specimen.ROOT if smoke else ROOT
    sources = specimen.ROOT / "sources" if smoke else ROOT.parent / "shared/sources"
    project = Project.load(copy_of(root, folder / "copy", sources))
    return prepare_edition(project, project.works)


def _html(item: EditionWork) -> str:
    """The text as the site has it, each note at its first call for WeasyPrint to set at the foot."""
    from bs4 import BeautifulSoup

    from tests.shown import render

    assert item.work is not None
    soup = BeautifulSoup(render(write_document(item.work)), "lxml")
    for link in soup.select("sup.call a[href]"):
        note = soup.select_one(f'li[id="{str(link["href"])[1:]}"]')
        if note is not None:
            foot = soup.new_tag("span", attrs={"class": "fn"})
            foot.append(" ".join(note.get_text(" ").split()))
            link.insert_after(foot)
            note.decompose()
    title = item.record.title
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>{soup}'
    )


def _middle(
    rounds: int, command: list[str], given: Path | None = None, folder: Path = ROOT, afresh: str = ""
) -> Spent:
    """The middle of some rounds in a folder; what is `afresh` there is taken away before each."""
    found = []
    for _ in range(max(rounds, 1)):
        if afresh:
            shutil.rmtree(folder / afresh, ignore_errors=True)
        found.append(_spent(command, given, folder))
    middle = statistics.median
    return Spent(
        middle(one.seconds for one in found),
        middle(one.processor for one in found),
        middle(one.memory for one in found),
    )


def _spent(command: list[str], given: Path | None, folder: Path) -> Spent:
    """What a command takes with all that it starts; it must end well."""
    began = time.perf_counter()
    with (given or Path(os.devnull)).open("rb") as stdin:
        process = subprocess.Popen(
            command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[:3]} ended with {process.returncode}")
    return Spent(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
