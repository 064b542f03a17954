"""The pages at `c/WORK/PASSAGE@VERSION/`: what a passage read in a version, and what has changed since.

`c/WORK@VERSION/` and `c/WORK/DIVISION@VERSION/` say it of all passages there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.since import Comparison
from build_edition.apparatus.word_changes import count_changed
from build_edition.publish.permanent.arrivals import of_work, words
from build_edition.publish.permanent.compared import compared
from build_edition.publish.permanent.frame import Framed, to
from build_edition.publish.permanent.reader import Kept
from build_edition.publish.permanent.why import reasons
from build_edition.publish.wording import division_title, editors
from build_edition.writers.escaping import html


def version_pages(work: Kept) -> Iterator[Framed]:
    """The pages of every passage, division and the whole of a work, in every version."""
    for version in work.versions:
        found = dict(_comparisons(work, version))
        for name, comparison in found.items():
            yield _page(work, name, version, comparison)
        yield _summary(work, "", "the work", found, version)
        if work.item and work.item.work:
            for division in divisions(work.item.work):
                if division.key:
                    within = {
                        name: one
                        for name, one in found.items()
                        if name.startswith(f"{division.key}.") or any(p.division == division.key for p in one.now)
                    }
                    yield _summary(work, division.key, division_title(division), within, version)


def _comparisons(work: Kept, version: str) -> Iterator[tuple[str, Comparison]]:
    """Every passage that a version has, with what became of it; the present one has also what is not published."""
    history, since = work.history, work.since
    if history is None or since is None or version not in history.versions:
        yield from ((name, Comparison("new", now=(one,))) for name, one in work.passages.items())
        return
    for name in history.published:
        if comparison := since.of(name, version):
            yield name, comparison
    if version == work.version:
        for name in work.passages.keys() - history.published.keys():
            yield name, Comparison("new", now=(work.passages[name],))


def _page(work: Kept, name: str, version: str, found: Comparison) -> Framed:
    """The page of one passage in one version."""
    path = f"c/{work.id}/{name}@{version}/index.html"
    address = work.named.get(name) or f"works/{work.id}/"
    parts = [
        f'<h1>{html(f"{work.id}/{name}")} <span class="ed-version">in version {html(version)}</span></h1>',
        of_work(work),
        *_said(work, name, version, found, path),
        *_reasons(work, version, found, path),
        f"<p>{_onward(work, name, version, path)}</p>",
        "<h2>To cite</h2>",
        f"<p>{_citation(work, name, version, found)}</p>",
    ]
    canonical = address if name in work.named else ""
    return Framed(path, f"{work.id}/{name} in version {version}", parts, canonical=canonical)


def _said(work: Kept, name: str, version: str, found: Comparison, path: str) -> Iterator[str]:
    """What became of the passage, and its words."""
    at = html(version)
    now = " ".join(one.text for one in found.now)
    match found.outcome:
        case "same":
            yield _state(f"Unchanged since version {at}{', the present one' if version == work.version else ''}.")
            yield words(html(now))
        case "changed":
            count = count_changed(found.runs)
            yield _state(f"Changed since version {at}: {count} word{'s' if count > 1 else ''}.")
            yield "<p>Struck through is what has been taken out since, underlined what has been brought in.</p>"
            yield _divided(work, name, found, path)
            yield words(compared(found.runs))
        case "moved":
            yield _state(f"Unchanged in its words since version {at}; divided otherwise.")
            yield _divided(work, name, found, path)
            yield words(html(found.older))
        case "gone":
            yield _state(f"Published in version {at}; no longer in the edition.")
            yield words(html(found.older)) if found.older else ""
        case "lost":
            holder = found.then[0] if found.then else ""
            its = f"part of {_passage(work, holder, path)}" if holder else "no longer in the edition"
            yield _state(f"In version {at} this passage was {its}.")
        case "unknown":
            yield from _unknown(work, at)
        case _:
            yield _state(f"Not published yet: what it reads in version {at} may still change.")
            yield words(html(now))


def _unknown(work: Kept, version: str) -> Iterator[str]:
    if work.is_here:
        yield _state(f"Changed since version {version}.")
        yield (
            "<p>What it read then is not known here: it can only be made of the source that was edited for that "
            "version, and of the record of it.</p>"
        )
        return
    yield _state(f"Published in version {version}.")
    yield "<p>The text of this work is not here, so neither its words nor their changes can be shown.</p>"


def _divided(work: Kept, name: str, found: Comparison, path: str) -> str:
    """Which passages the words belong to, where it is not this one then and now."""
    if found.then == (name,) and [one.id for one in found.now] == [name]:
        return ""
    then = ", ".join(html(one) for one in found.then)
    now = ", ".join(_passage(work, one.id, path) for one in found.now)
    return f"<p>What was {then} is now {now}.</p>"


def _passage(work: Kept, name: str, path: str) -> str:
    address = work.named.get(name)
    return f'<a href="{to(path, address)}">{html(name)}</a>' if address else html(name)


def _state(said: str) -> str:
    return f'<p class="ed-state"><strong>{said}</strong></p>'


def _reasons(work: Kept, version: str, found: Comparison, path: str) -> Iterator[str]:
    told = list(reasons(work, found, version, path)) if found.outcome == "changed" else []
    if told:
        yield "<h2>Why</h2>"
        yield "<ul>\n" + "\n".join(f"<li>{one}</li>" for one in told) + "\n</ul>"


def _onward(work: Kept, name: str, version: str, path: str) -> str:
    """The ways on: to the text, and to other versions of the passage."""
    address = work.named.get(name)
    text = f'<a href="{to(path, address)}">Read it in its place</a>' if address else ""
    front = f'<a href="{to(path, f"works/{work.id}/")}">To the work</a>'
    published = work.history.published.get(name) if work.history else None
    since = work.versions.index(published.since) if published else len(work.versions)
    others = [other for other in work.versions[since:] if other != version]
    links = [f'<a href="{to(path, f"c/{work.id}/{name}@{v}/")}">In version {html(v)}</a>' for v in others]
    return " · ".join([text or front, *links])


def _citation(work: Kept, name: str, version: str, found: Comparison) -> str:
    """The passage of a version, as it is cited."""
    edition = work.whole.project.edition
    pages = found.now[0].pages if found.now else ()
    printed = f", {'p.' if len(pages) == 1 else 'pp.'} {html(_range(pages))}" if pages else ""
    there = edition.at(f"c/{work.id}/{name}@{version}/")
    address = f" {html(there)}." if there else ""
    return (
        f"{html(work.entry.citation_text())} Passage {html(work.id)}/{html(name)}{printed}, in "
        f"<cite>{html(edition.title)}</cite>, version {html(version)}, edited by "
        f"{html(editors(edition))}.{address}"
    )


def _range(pages: tuple[str, ...]) -> str:
    return pages[0] if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"


def _summary(work: Kept, key: str, title: str, found: Mapping[str, Comparison], version: str) -> Framed:
    """What became of all passages of a division, or of the whole work."""
    below = f"{work.id}/{key}" if key else work.id
    path = f"c/{below}@{version}/index.html"
    published = {name: one for name, one in found.items() if one.outcome != "new"}
    other = [name for name, one in published.items() if one.outcome != "same"]
    at = html(version)
    if not published:
        said = f"Nothing here is published in version {at} yet."
    elif not other:
        said = f"Unchanged since version {at}: all {len(published):,} passages."
    else:
        said = f"Changed since version {at}: {len(other):,} of {len(published):,} passages."
    address = work.named.get(key, f"works/{work.id}/") if key else f"works/{work.id}/"
    parts = [
        f'<h1>{html(below)} <span class="ed-version">in version {html(version)}</span></h1>',
        of_work(work),
        f"<p>{html(title)}</p>" if key else "",
        _state(said),
        _list(work, other, version, path),
        f'<p><a href="{to(path, address)}">Read it</a></p>',
    ]
    return Framed(path, f"{below} in version {version}", parts, canonical=address)


def _list(work: Kept, names: Iterable[str], version: str, path: str) -> str:
    """Links to passages in a version."""
    links = ((to(path, f"c/{work.id}/{name}@{version}/"), html(name)) for name in names)
    rows = "\n".join(f'<li><a href="{link}">{name}</a></li>' for link, name in links)
    return f"<ul>\n{rows}\n</ul>" if rows else ""
