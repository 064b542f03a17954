"""Markdown: each text as CommonMark with footnotes and tables, under front matter that tells what it is."""

from __future__ import annotations

from pathlib import Path

from build_edition.downloads import imprint
from build_edition.downloads.form import Choices, Form
from build_edition.downloads.outward import leading
from build_edition.pipeline import EditionWork, no_source
from build_edition.whole import Whole
from build_edition.writers.commonmark.document import facts_listed, front_matter, targets, title_line, write_work
from build_edition.writers.commonmark.names import Names

_EXAMPLE = """A text as a document of a word processor, its notes as footnotes, with [pandoc](https://pandoc.org):

```bash
pandoc work.markdown --from markdown-smart --output work.docx
```"""


def of_work(whole: Whole, item: EditionWork, path: Path, _choices: Choices) -> None:
    """The file of one work."""
    if item.work is None:
        raise no_source(item.record)
    name = item.record.id
    wanted = frozenset(target for target in targets([item.work]) if target.startswith(f"{name}/"))
    text = write_work(item.work, Names(name, wanted), leading(whole))
    _write(path, [front_matter(imprint.of_work(whole, item)), text])


def of_edition(whole: Whole, path: Path, _choices: Choices) -> None:
    """The file of all works; of one whose source is not there it tells how to supply it."""
    here = [item.work for item in whole.works if item.work]
    wanted = frozenset(target for target in targets(here) if target.partition("/")[0] in whole.passages)
    parts = [front_matter(imprint.of_edition(whole))]
    lead = leading(whole)
    for item in whole.works:
        parts += [title_line(item.record.id, item.entry.title), facts_listed(imprint.of_work(whole, item))]
        if item.work:
            parts.append(write_work(item.work, Names(item.record.id, wanted, among=True), lead))
    _write(path, parts)


def _write(path: Path, parts: list[str]) -> None:
    path.write_text("\n".join(parts), encoding="utf-8", newline="\n")


FORMAT = Form(
    name="markdown",
    suffix=".markdown",  # a link to .md is one to a page of the site, for an engine
    title="Markdown",
    holds="The text as CommonMark, with footnotes, tables and marks of the printed pages; front matter in YAML.",
    of_work=of_work,
    of_edition=of_edition,
    example=_EXAMPLE,
)
