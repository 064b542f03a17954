"""The pages at `c/WORK/`, `c/WORK/PASSAGE/`, `c/WORK/DIVISION/` and `c/WORK/p/PAGE/`, which lead on at once.

Where a published id answers to nothing any more, its page says so, and what is known of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.edition.ledger import Published
from build_edition.edition.recension import Recorded
from build_edition.publish.permanent.frame import Framed, to
from build_edition.publish.permanent.reader import Kept
from build_edition.publish.wording import authors, published, work_title
from build_edition.writers.escaping import html


def arrivals(work: Kept) -> Iterator[Framed]:
    """Every page of a work that leads on."""
    front = f"works/{work.id}/"
    yield _arrival(work, "", front)
    for name, address in work.named.items():
        yield _arrival(work, name, address)
    for name in work.published_only():
        yield gone(work, name) if work.is_here else _arrival(work, name, front)


def _arrival(work: Kept, name: str, address: str) -> Framed:
    path = f"c/{work.id}/{name}/index.html" if name else f"c/{work.id}/index.html"
    title = f"{work.id}/{name}" if name else work.id
    parts = (
        f"<h1>{html(title)}</h1>",
        of_work(work),
        f'<p class="ed-state"><a href="{to(path, address)}">{_ahead(name)}</a></p>',
    )
    return Framed(path, title, parts, address, address)


def _ahead(name: str) -> str:
    if not name:
        return "To the work"
    return f"To printed page {html(name[2:])}" if name.startswith("p/") else "To this place in the text"


def of_work(work: Kept) -> str:
    """The line that says of which work a page speaks."""
    entry = work.entry
    return f'<p class="ed-of">{html(authors(entry))}, {work_title(entry)}, {published(entry)}</p>'


def gone(work: Kept, name: str) -> Framed:
    """The page of a published id that no passage answers to: what the ledger knows, and what it last read."""
    assert work.history is not None
    path, title = f"c/{work.id}/{name}/index.html", f"{work.id}/{name}"
    entry = work.history.published[name]
    parts = (
        f"<h1>{html(title)}</h1>",
        of_work(work),
        '<p class="ed-state"><strong>This passage is no longer in the edition.</strong> '
        f"It was published in version {html(entry.since)}; its address is kept, for it may have been cited.</p>",
        _last_words(work, name),
        f"<p>It stood {_where(work, entry)}.</p>",
        f'<p><a href="{to(path, f"works/{work.id}/")}">To the work</a></p>',
    )
    return Framed(path, title, parts)


def _where(work: Kept, entry: Published) -> str:
    """Where in the source a published passage stood."""
    span = f"at the characters {entry.start:,} to {entry.end:,} of the source"
    if work.history is None or not work.history.is_readable or work.history.source is None:
        return span
    source = work.history.source
    first, last = source.line_number(entry.start), source.line_number(max(entry.end - 1, entry.start))
    return f"{span}, on {f'its line {first:,}' if first == last else f'its lines {first:,} to {last:,}'}"


def _last_words(work: Kept, name: str) -> str:
    """The words of a passage in the last version that had it, where they can be made of the source."""
    assert work.history is not None
    for version in reversed(work.history.versions):
        state = work.history.state(name, version)
        text = work.history.text(state) if isinstance(state, Recorded) else None
        if text:
            return f"<p>In version {html(version)} it read:</p>\n{words(html(text))}"
    return ""


def words(inner: str) -> str:
    """Words of a text, as HTML, set apart."""
    return f'<blockquote class="ed-words ed-since"><p>{inner}</p></blockquote>'
