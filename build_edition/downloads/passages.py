"""JSON Lines: every passage on a line of its own, as in the corpus of the site.

Before the passages of a work stands a line of kind `about`, which has no words and tells what the work is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from build_edition.downloads import imprint
from build_edition.downloads.form import Choices, Form
from build_edition.pipeline import EditionWork, no_source
from build_edition.publish.data.corpus import locating
from build_edition.whole import Whole
from build_edition.writers.corpus import corpus_lines

_EXAMPLE = """The words of each work, counted in Python:

```python
import collections, json

words = collections.Counter()
with open("edition.jsonl", encoding="utf-8") as lines:
    for line in lines:
        passage = json.loads(line)
        words[passage["work"]] += len(passage["text"].split())
print(words)
```"""


def of_work(whole: Whole, item: EditionWork, path: Path, _choices: Choices) -> None:
    """The file of one work."""
    if item.work is None:
        raise no_source(item.record)
    _write(path, _lines(whole, [item]))


def of_edition(whole: Whole, path: Path, _choices: Choices) -> None:
    """The file of all works."""
    _write(path, _lines(whole, whole.works))


def _lines(whole: Whole, works: Iterable[EditionWork]) -> Iterator[dict[str, Any]]:
    locate = locating(whole)
    for item in works:
        name = item.record.id
        yield {
            "work": name,
            "passage": "",
            "kind": "about",
            "division": "",
            "section": "",
            "pages": [],
            "url": f"works/{name}/",
            "text": "",
            "about": dict(imprint.of_work(whole, item)),
        }
        yield from corpus_lines(whole, locate, [name])


def _write(path: Path, lines: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


FORMAT = Form(
    name="jsonl",
    suffix=".jsonl",
    title="JSON Lines",
    holds="A passage or note a line, with work, id, kind, division, printed pages, address and text.",
    of_work=of_work,
    of_edition=of_edition,
    example=_EXAMPLE,
)
