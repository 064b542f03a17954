"""TEI P5: a document a work, and one of the whole edition."""

from __future__ import annotations

from pathlib import Path

from build_edition.downloads.form import Choices, Form
from build_edition.pipeline import EditionWork, no_source
from build_edition.whole import Whole
from build_edition.writers.tei.corpus import write_edition
from build_edition.writers.tei.document import write_work

_EXAMPLE = """Every word that was corrected, and what the source has instead:

```python
from xml.etree import ElementTree

TEI = "{http://www.tei-c.org/ns/1.0}"
for choice in ElementTree.parse("work.xml").iter(f"{TEI}choice"):
    both = [choice.find(f"{TEI}{tag}") for tag in ("sic", "corr")]
    if None not in both:
        print(" → ".join("".join(one.itertext()) for one in both))
```"""


def of_work(whole: Whole, item: EditionWork, path: Path, _choices: Choices) -> None:
    """The document of one work."""
    if item.work is None:
        raise no_source(item.record)
    path.write_text(write_work(whole, item), encoding="utf-8", newline="\n")


def of_edition(whole: Whole, path: Path, _choices: Choices) -> None:
    """The document of all works."""
    path.write_text(write_edition(whole), encoding="utf-8", newline="\n")


FORMAT = Form(
    name="tei",
    suffix=".xml",
    title="TEI P5",
    holds="The text with its parts, notes and printed pages, every correction beside what the source has, the "
    "editors’ records, and the registers that names lead to.",
    of_work=of_work,
    of_edition=of_edition,
    example=_EXAMPLE,
)
