"""The corpus: every passage of every work as a line of JSON; together they hold each word of the texts once.

In: a `Whole`, and where on the site each thing is.  Out: a path, from the root of a site, and a text.  The lines
are the texts themselves: they are for the built site alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from typing import Any

from build_edition.apparatus.passage_index import Passage
from build_edition.whole import Whole

PATH = "data/corpus.jsonl"
Locate = Callable[[str, Passage], str]  # the address, from the root of the site, of a passage of a work


def corpus_files(whole: Whole, locate: Locate) -> Iterator[tuple[str, str]]:
    """The corpus; nothing for an edition of which no text is here."""
    lines = [json.dumps(line, ensure_ascii=False) for line in corpus_lines(whole, locate)]
    if lines:
        yield PATH, "\n".join(lines) + "\n"


def corpus_lines(whole: Whole, locate: Locate, works: Collection[str] | None = None) -> Iterator[dict[str, Any]]:
    """What has words, work after work in the order of reading; what is no passage of its own has no name.

    Where `works` are named, it is of these alone.
    """
    for work, passages in whole.passages.items():
        if works is None or work in works:
            yield from (_line(work, passage, locate(work, passage)) for passage in passages if passage.text)


def _line(work: str, passage: Passage, url: str) -> dict[str, Any]:
    return {
        "work": work,
        "passage": passage.id if passage.is_citable else "",
        "kind": passage.kind,
        "division": passage.division,
        "section": passage.section,
        "pages": list(passage.pages),
        "url": url,
        "text": passage.text,
    }
