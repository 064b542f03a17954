"""The page “Changes”: which versions of the edition there are, and what reads otherwise than in the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_edition.apparatus.recensions import History
from build_edition.apparatus.since import Comparison
from build_edition.edition.recension import Recorded
from build_edition.publish.addresses import Addresses
from build_edition.publish.page import Page, front_matter
from build_edition.publish.permanent.compared import in_context
from build_edition.publish.permanent.reader import Kept, works_of
from build_edition.publish.wording import authors, work_title
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

_SAYS = {
    "moved": "reads the same, and is divided otherwise.",
    "gone": "is no longer in the edition.",
    "unknown": "reads otherwise; its words of that version cannot be shown here.",
}


def changes_page(whole: Whole, addresses: Addresses) -> Page:
    """The page; an edition of which nothing is published says so."""
    edition = whole.project.edition
    works = tuple(works_of(whole, addresses))
    parts = [
        front_matter("Changes", "changes", f"The versions of {edition.title}, and what has changed since"),
        "# Changes {.added}",
        f'<p class="lead-in">This is version {html(edition.version)} of the edition{_beyond(works)}.</p>',
        _explained(works),
        _versions(works),
        *(part for work in works for part in _of_work(work)),
    ]
    return Page("changes/index.md", "Changes", "\n\n".join(part for part in parts if part) + "\n")


def _beyond(works: Iterable[Kept]) -> str:
    """Said of an edition that has changed, and not its version."""
    of_this = (
        work for work in works if work.is_here and work.history and work.history.versions[-1] == work.version
    )
    return ", with changes that are not published yet" if any(_other(work)[0] for work in of_this) else ""


def _explained(works: Iterable[Kept]) -> str:
    example = next(((work, name) for work in works if work.history for name in work.history.published), None)
    if example is None:
        return "<p>No version is published yet: what passages read, and their numbers, may still change.</p>"
    work, name = example
    assert work.history is not None
    address = f"c/{work.id}/{name}@{work.history.versions[-1]}/"
    link = f'<a href="../{attribute(address)}">{html(address)}</a>'
    return (
        "<p>A passage that is published can be cited for good. Its address with a version after it, such as "
        f"{link}, tells whether it still reads as it did then, or word by word what has changed.</p>"
    )


def _versions(works: tuple[Kept, ...]) -> str:
    """The table of all versions."""
    histories = [work.history for work in works if work.history]
    longest_first = sorted(histories, key=lambda history: -len(history.versions))
    names = dict.fromkeys(name for history in longest_first for name in history.versions)
    if not names:
        return ""
    rows = []
    for name in names:
        new = sum(entry.since == name for history in histories for entry in history.ledger.entries)
        changed = sum(_changed_in(history, name) for history in histories)
        rows.append(f"<tr><td>{html(name)}</td><td>{new:,}</td><td>{changed:,}</td></tr>")
    heads = "".join(f"<th scope='col'>{head}</th>" for head in ("Version", "New passages", "Changed passages"))
    listed = "\n".join(rows)
    return (
        '<h2 class="added" id="versions">Versions</h2>\n\n'
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{listed}\n</tbody>\n</table>"
    )


def _changed_in(history: History, version: str) -> int:
    """How many passages a version reads otherwise than the one before it."""
    if version not in history.versions[1:]:
        return 0
    before = history.versions[history.versions.index(version) - 1]
    pairs = ((history.state(name, before), history.state(name, version)) for name in history.published)
    return sum(then is not None and _digest(then) != _digest(now) for then, now in pairs)


def _digest(state: object) -> str:
    return state.digest if isinstance(state, Recorded) else ""


def _of_work(work: Kept) -> Iterator[str]:
    """What reads otherwise in one work than in the last published version, and the way to the versions before."""
    title = f"{html(authors(work.entry))}, {work_title(work.entry)}"
    yield f'<h2 class="added" id="{attribute(work.id)}">{title}</h2>'
    if work.history is None or work.since is None:
        yield "<p>Nothing of it is published yet.</p>"
        return
    *earlier, last = work.history.versions
    other, total = _other(work)
    since = f"since version {_version(work, last)}"
    if not work.is_here:
        yield "<p>The text of this work is not here, so it cannot be compared.</p>"
    elif other:
        yield f"<p>Changed {since}: {len(other):,} of {_count(total)}.</p>"
        rows = "\n".join(_row(work, name, last, one) for name, one in other.items())
        yield f'<ul class="ed-since">\n{rows}\n</ul>'
    else:
        yield f"<p>Unchanged {since}: {_count(total)}.</p>"
    unpublished = len(work.passages.keys() - work.history.published.keys())
    if unpublished:
        yield f"<p>Not published yet: {_count(unpublished)}.</p>"
    if earlier:
        links = ", ".join(_version(work, version) for version in reversed(earlier))
        yield f"<p>What has changed since earlier versions: {links}.</p>"


def _other(work: Kept) -> tuple[dict[str, Comparison], int]:
    """The passages that read otherwise than in the last published version, and how many that has."""
    if work.history is None or work.since is None:
        return {}, 0
    last = work.history.versions[-1]
    found = {name: one for name in work.history.published if (one := work.since.of(name, last))}
    had = {name: one for name, one in found.items() if one.outcome != "lost"}
    return {name: one for name, one in had.items() if one.outcome != "same"}, len(had)


def _version(work: Kept, version: str) -> str:
    """A version, as a link to what has changed in a work since."""
    return f'<a href="../{attribute(f"c/{work.id}@{version}/")}">{html(version)}</a>'


def _count(number: int) -> str:
    return f"{number:,} passage{'' if number == 1 else 's'}"


def _row(work: Kept, name: str, version: str, found: Comparison) -> str:
    said = in_context(found.runs) if found.outcome == "changed" else _SAYS.get(found.outcome, "")
    link = f'<a href="../{attribute(f"c/{work.id}/{name}@{version}/")}">{html(name)}</a>'
    return f'<li id="{attribute(f"{work.id}-{name}")}">{link} {said}</li>'
