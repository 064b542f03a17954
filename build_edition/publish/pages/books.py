"""The parts of the downloads page about books and data of their own: the whole edition, each work, each format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_edition.publish.pages.takeaway import (
    FOLDER,
    SUMS,
    Kind,
    TakeAway,
    Taken,
    offline_row,
    size_words,
)
from build_edition.writers.escaping import attribute, html

_HERE = f"{FOLDER}/"


def books_of(taken: TakeAway, title: str, works: Mapping[str, str]) -> Iterator[str]:
    """What of the edition and of each of its works can be taken away, as Markdown; `works` are titles by id."""
    if whole := taken.of():
        yield f"## The whole edition {{#edition .added}}\n\n{_table(taken, {'': title}, 'Whole edition')}"
        yield _hashes(whole)
    yield offline_row()
    listed = {work: name for work, name in works.items() if taken.of(work)}
    if listed:
        yield f"## Work by work {{#works .added}}\n\n{_table(taken, listed, 'Works')}"
        yield _hashes([one for work in listed for one in taken.of(work)])
    if taken.files:
        yield "## What each format holds {#formats .added}"
        yield from (_about(kind) for kind in taken.kinds)


def _table(taken: TakeAway, works: Mapping[str, str], caption: str) -> str:
    """Works as rows with a link to each of their files; the formats have one column each, and none has two."""
    kinds = [kind for kind in taken.kinds if any(one.kind == kind for work in works for one in taken.of(work))]
    heads = "".join(f'<th scope="col">{html(kind.label)}</th>' for kind in kinds)
    rows = "\n".join(_row(taken, work, title, kinds) for work, title in works.items())
    return (
        f'<table class="ed-taken added">\n<caption class="unseen">{html(caption)}</caption>\n'
        f'<thead><tr><th scope="col">Work</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'
    )


def _row(taken: TakeAway, work: str, title: str, kinds: Sequence[Kind]) -> str:
    files = {one.kind: one for one in taken.of(work)}
    name = f'<a href="../works/{attribute(work)}/">{html(title)}</a>' if work else html(title)
    cells = "".join(_cell(taken, files.get(kind), title) for kind in kinds)
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _cell(taken: TakeAway, one: Taken | None, title: str) -> str:
    if one is None:
        return "<td></td>"
    link = taken.link(one, _HERE, one.kind.label, f"{one.kind.label}, {title}")
    return f'<td>{link} <span class="size">{size_words(one.size)}</span></td>'


def _hashes(files: Sequence[Taken]) -> str:
    """The hash of each file, folded away."""
    rows = "\n".join(f"<li><span>{html(one.file.name)}</span> <code>{one.sha256}</code></li>" for one in files)
    return f'<details class="hash added"><summary>SHA-256 of these files</summary>\n<ul>\n{rows}\n</ul></details>'


def _about(kind: Kind) -> str:
    """What a format is and holds, and an example of what to do with a file."""
    head = f'### {html(kind.title)} {{#{kind.name} .added}}\n\n<p class="added">{html(kind.holds)}</p>'
    return f"{head}\n\n{kind.example.strip()}".rstrip()


def checking(taken: TakeAway, other: str) -> str:
    """How to tell that a file has come whole; `other` is a file of data whose hash the page tells."""
    if not (taken.files or other):
        return ""
    said = "compare its hash with the one above"
    if not taken.files:
        name = html(other.rpartition("/")[2])
        return (
            "## To check a file {#check .added}\n\n"
            f"<p class='added'>To see that a file has come whole, {said}:</p>\n\n```text\nsha256sum {name}\n```"
        )
    name = SUMS.rpartition("/")[2]
    return (
        "## To check a file {#check .added}\n\n"
        "<p class='added'>To see that files have come whole, put "
        f'<a{taken.hosted(SUMS)} href="{name}">{name}</a> into '
        f"their folder and let it be checked, or {said}. On Linux:</p>\n\n"
        f"```text\nsha256sum --check --ignore-missing {name}\n```\n\n"
        "<p class='added'>On macOS:</p>\n\n"
        f"```text\nshasum -a 256 --check --ignore-missing {name}\n```\n\n"
        "<p class='added'>On Windows, one file at a time, in PowerShell:</p>\n\n"
        f"```text\nGet-FileHash {html(taken.files[0].file.name)}\n```"
    )
