"""Plain text: what the file says of itself, a rule, and the reading text.

In the file of all works each begins on a new page, by a form feed, which no text holds.
"""

from __future__ import annotations

from pathlib import Path

from build_edition.downloads import imprint
from build_edition.downloads.form import Choices, Form
from build_edition.pipeline import EditionWork, no_source
from build_edition.whole import Whole
from build_edition.writers.text import write_text

RULE = "=" * 72
NEW_PAGE = "\f"
_EXAMPLE = """How often the text has a word, whatever its ending, with the facts above the rule left out:

```bash
sed '1,/^=====/d' work.txt | grep -oiE '\\bwork[a-z]*' | sort -f | uniq -ci
```"""


def of_work(whole: Whole, item: EditionWork, path: Path, _choices: Choices) -> None:
    """The file of one work."""
    if item.work is None:
        raise no_source(item.record)
    _write(path, _told(imprint.of_work(whole, item)) + write_text(item.work))


def of_edition(whole: Whole, path: Path, _choices: Choices) -> None:
    """The file of all works; of one whose source is not there it tells how to supply it."""
    parts = [_told(imprint.of_edition(whole))]
    for item in whole.works:
        parts.append(_told(imprint.of_work(whole, item)) + (write_text(item.work) if item.work else ""))
    _write(path, NEW_PAGE.join(parts))


def _told(facts: imprint.Facts) -> str:
    lines = [f"{name.replace('_', ' ').capitalize()}: {fact}" for name, fact in facts.items()]
    return "\n".join([*lines, "", RULE, "", ""])


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


FORMAT = Form(
    name="text",
    suffix=".txt",
    title="Plain text",
    holds="The reading text, a paragraph a line, with note numbers in square brackets; first, what it is of.",
    of_work=of_work,
    of_edition=of_edition,
    example=_EXAMPLE,
)
