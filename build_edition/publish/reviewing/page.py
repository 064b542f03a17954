"""The page of the queue: every item with lines of its source, candidates, evidence, and the way to its passage.

It stands in no site that is published: `build --review` adds it, and `serve` shows it beside a site without
putting it there.  Robots are told to pass it over all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from build_edition.edition.records import EditionRecord
from build_edition.pipeline import EditionWork
from build_edition.publish.permanent.frame import Frame, Framed
from build_edition.review.context import ContextLine, context
from build_edition.review.item import KINDS, Item
from build_edition.review.queue import Queue
from build_edition.writers.escaping import attribute, html

FOLDER = "review"
PATH = f"{FOLDER}/index.html"
_BESIDE = ("review.js", "review.css")  # what the page needs, and no other
_HEAD = (
    '<meta name="robots" content="noindex, nofollow">\n'
    '<link rel="stylesheet" href="review.css">\n<script type="module" src="review.js"></script>\n'
)


def review_files(
    edition: EditionRecord, works: Mapping[str, EditionWork], queue: Queue
) -> Iterator[tuple[str, str]]:
    """The page and what it needs, each by its path in the site."""
    yield PATH, Frame(edition).page(Framed(PATH, "Review", _parts(works, queue), head=_HEAD))
    for name in _BESIDE:
        yield f"{FOLDER}/{name}", (Path(__file__).parent / name).read_text(encoding="utf-8")


def _parts(works: Mapping[str, EditionWork], queue: Queue) -> Iterator[str]:
    count = len(queue.items)
    yield "<h1>Review</h1>"
    yield (
        '<p class="ed-of">What an editor should look at, the worthiest first. This page is on this machine only. '
        "To decide: <code>build-edition review</code></p>"
    )
    yield "".join(f'<p class="ed-state">{html(str(problem))}</p>' for problem in queue.problems)
    if not count:
        yield '<p class="ed-state">There is nothing to look at.</p>'
        return
    rows = "\n".join(_row(item, works[item.work]) for item in queue.items)
    yield f'<p class="ed-review-count">{count} item{"s" * (count != 1)}</p>\n<ol class="ed-review">\n{rows}\n</ol>'


def _row(item: Item, work: EditionWork) -> str:
    assert work.source is not None
    found = item.found
    topic = found.topic.replace("-", " ")
    name = KINDS[found.kind][0]
    title = f"{name}: {topic}" if topic != name.lower() and found.topic != found.kind else name
    data = {"work": item.work, "title": work.record.title, "kind": found.kind, "name": name}
    told = " ".join(f'data-{key}="{attribute(value)}"' for key, value in data.items())
    parts = [
        f'<h2>{html(title)}: <span class="ed-review-likely">{html(item.likelihood)}</span></h2>',
        f'<p class="ed-review-where">{_where(item, work)}</p>',
        f"<pre>{_lines(context(work.source, found.start, found.end))}</pre>",
        _readings(item),
        "".join(f"<p>{html(said)}</p>" for said in found.evidence),
        f'<p class="ed-review-key"><code>{html(item.key)}</code></p>',
    ]
    return f'<li id="{attribute(item.key)}" {told}>{"".join(part for part in parts if part)}</li>'


def _where(item: Item, work: EditionWork) -> str:
    title = f"<cite>{html(work.record.title)}</cite>"
    passage = f"{item.work}/{item.passage}"
    to = f'<a href="../c/{attribute(passage)}/index.html">{html(item.passage)}</a>' if item.passage else ""
    page = f"p.\N{NO-BREAK SPACE}{html(item.page)}" if item.page else ""
    return ", ".join(part for part in (title, to, page, f"line {item.line} of the source") if part)


def _lines(lines: tuple[ContextLine, ...]) -> str:
    """The lines, each below the other, with their numbers."""
    numbered = ((f'<span class="ed-review-number">{line.number}</span>', _marked(line)) for line in lines)
    return "".join(f'<span class="ed-review-line">{number} {text}</span>' for number, text in numbered)


def _marked(line: ContextLine) -> str:
    text = line.text
    if line.end <= line.start:
        return html(text)
    words = html(text[line.start : line.end])
    return f"{html(text[: line.start])}<mark>{words}</mark>{html(text[line.end :])}"


def _readings(item: Item) -> str:
    if item.found.kind in {"mark", "lost-call"}:
        return ""
    present = " ".join(item.present.split()) or "(nothing)"
    rows = [f"<dt>The edition reads</dt><dd>{html(present)}</dd>"]
    several = []
    for candidate in item.found.candidates:
        evidence = f" <small>({html(candidate.evidence)})</small>" if candidate.evidence else ""
        several.append(f"<b>{html(' '.join(candidate.reading.split()) or '(left out)')}</b>{evidence}")
    if several:
        rows.append(f"<dt>Perhaps</dt><dd>{', '.join(several)}</dd>")
    return f"<dl>{''.join(rows)}</dl>"
