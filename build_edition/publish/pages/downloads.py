"""What of an edition can be taken away: its files with their sizes and hashes, as a page lists them.

In: the books and data that were made before the site (`takeaway`), and the folder of the data that the site has
anyway, as they will stand on it.  Out: `Offer`s of these, and the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from build_edition.publish.page import Page, front_matter
from build_edition.publish.pages.books import books_of, checking
from build_edition.publish.pages.takeaway import NOTHING, TakeAway, in_copy_only, offline_row, size_words
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

PATH = "downloads/index.md"

# What each file holds; a path that ends in a slash is a folder of files that belong together.
HOLDS: Mapping[str, tuple[str, str]] = {
    "data/corpus.jsonl": (
        "All texts, passage by passage",
        "JSON Lines: on each line a passage or note with work, id, kind, division, pages, address and text.",
    ),
    "data/glossary.json": (
        "The glossary",
        "JSON: each term with its forms, its definition and how often each work has it.",
    ),
    "data/registers.json": (
        "The registers",
        "JSON: people, places, organisations, events, works discussed, with forms, dates, identifiers, counts.",
    ),
    "data/chronology.json": (
        "The chronology",
        "JSON: everything that has a date (EDTF), and the passages that speak of it.",
    ),
    "data/status.json": (
        "The state of proofreading",
        "JSON: how far each work is proofread, by section and printed page, with the history.",
    ),
    "bibliography/edition.bib": ("The bibliography", "BibLaTeX, as the editors keep it."),
    "bibliography/edition.json": (
        "The bibliography as CSL-JSON",
        "For reference managers and citation processors.",
    ),
    "data/variants.json": (
        "Other spellings",
        "JSON: the forms and transliterations under which the search finds each term and name.",
    ),
    "data/concordance/": (
        "The concordance",
        "JSON: a file for each term or name with all its places in context, and an index.",
    ),
    "dts/": (
        "Distributed Text Services",
        "Static answers of DTS 1.0 to entry, collection, navigation and document.",
    ),
    "llms.txt": (
        "llms.txt",
        "What the edition is, and where its texts and data are, in plain words for a program.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """A file, or a folder of them: its path on the site, what it is and holds, its bytes and its hash.

    A folder has no hash; `files` counts what is in it, and `begins` is the file that leads to the others, if any.
    """

    path: str
    title: str
    holds: str
    size: int
    sha256: str = ""
    files: int = 1
    begins: str = ""


def offered(folder: Path) -> tuple[Offer, ...]:
    """The data that stand in a folder, in their order."""
    return tuple(_offers(folder))


def _offers(folder: Path) -> Iterator[Offer]:
    for path, (title, holds) in HOLDS.items():
        found = folder / path
        if path.endswith("/") and found.is_dir():
            files = [file for file in sorted(found.rglob("*")) if file.is_file()]
            size = sum(file.stat().st_size for file in files)
            begins = next(
                (f"{path}{name}" for name in ("index.json", "index.html") if (found / name).is_file()), ""
            )
            yield Offer(path, title, holds, size, files=len(files), begins=begins)
        elif found.is_file():
            yield _of_file(found, path, title, holds)


def _of_file(file: Path, path: str, title: str, holds: str) -> Offer:
    data = file.read_bytes()
    return Offer(path, title, holds, len(data), sha256(data).hexdigest())


def downloads_page(whole: Whole, offers: Iterable[Offer], taken: TakeAway = NOTHING) -> Page | None:
    """The page; None where nothing is offered."""
    listed = tuple(offers)
    if not listed and not taken.files:
        return None
    rows = "\n".join(_row(offer) for offer in listed)
    edition = whole.project.edition
    titles = {record.id: record.title for record in whole.project.works}
    books = [*books_of(taken, edition.title, titles), in_copy_only(_absent(edition.address), "in-copy added")]
    parts = [
        front_matter("Downloads", "downloads", f"Files of {edition.title} to take away, with sizes and hashes"),
        "# Downloads {.added}",
        '<p class="lead-in added">The edition as books and as data, made in the same run as these pages. The '
        f"editorial matter is free to reuse ({html(edition.licence)}); the words of a text have the rights that "
        "the page of its work states.</p>",
        *(books if taken.files else [offline_row()]),
        *(["## Data of the site {#data .added}"] if taken.files else []),
        f'<dl class="ed-downloads added">\n{rows}\n</dl>' if rows else "",
        _by_page(whole),
        _example(listed),
        checking(taken, listed[0].path if listed else ""),
    ]
    return Page(PATH, "Downloads", "\n\n".join(part for part in parts if part) + "\n")


def _absent(address: str | None) -> str:
    where = f"at {address}" if address else "with the edition that this copy was made from"
    return f"The books and data in this list are no part of this copy: they are {where}."


def _row(offer: Offer) -> str:
    kind = PurePosixPath(offer.path).suffix.removeprefix(".").upper()
    size = size_words(offer.size)
    if offer.path.endswith("/"):
        address, told = offer.begins, f"{offer.files:,} files, {size}"
    else:
        address, told = offer.path, f"{kind}, {size}" if kind else size
    digest = f'<details class="hash"><summary>SHA-256</summary> {offer.sha256}</details>' if offer.sha256 else ""
    title = html(offer.title)
    link = f'<a href="../{attribute(address)}">{title}</a>' if address else title
    return (
        f'<div data-path="{attribute(offer.path)}"><dt>{link} <span class="size">{html(told)}</span></dt>'
        f"<dd>{html(offer.holds)}{digest}</dd></div>"
    )


def _by_page(whole: Whole) -> str:
    """What each page of text has beside it."""
    here = [item.record.id for item in whole.works if item.work]
    if not here:
        return ""
    return (
        "## Page by page {#page-by-page .added}\n\n"
        "<p class='added'>Every page of a text has the same as data beside it: put <code>index.json</code> behind "
        f"its address, as in <code>works/{html(here[0])}/…/index.json</code>, for its passages, notes, pages, "
        "links and every change to the source.</p>"
    )


def _example(offers: tuple[Offer, ...]) -> str:
    """How to use the corpus."""
    corpus = next((offer for offer in offers if offer.path == "data/corpus.jsonl"), None)
    if corpus is None:
        return ""
    return (
        "## An example {#example .added}\n\n"
        "<p class='added'>The passages of the corpus by work, in Python:</p>\n\n"
        "```text\nimport collections, json\n\n"
        'with open("corpus.jsonl", encoding="utf-8") as lines:\n'
        "    passages = [json.loads(line) for line in lines]\n"
        'print(collections.Counter(one["work"] for one in passages))\n'
        "```"
    )
