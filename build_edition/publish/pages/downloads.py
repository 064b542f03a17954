"""What of an edition can be taken away: its files with their sizes and hashes, as a page lists them.

In: the folder in which the files stand as they will on the site.  Out: `Offer`s.  A file of a kind that is known
only by its ending, a PDF or an EPUB, is offered as soon as it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from build_edition.publish.page import Page, front_matter
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
KINDS: Mapping[str, tuple[str, str]] = {
    ".pdf": ("PDF", "The text set as a book, for print and for screen readers."),
    ".epub": ("EPUB", "The text as a book for reading devices."),
    ".zip": ("ZIP", "Files to unpack and keep."),
    ".xml": ("TEI", "The text with its apparatus in TEI XML."),
}


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
    """What stands in a folder: what is known by name in its order, then what is known by its ending."""
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
    for found in sorted(folder.rglob("*")):
        path = found.relative_to(folder).as_posix()
        if found.suffix in KINDS and path not in HOLDS and not _in_a_set(path):
            kind, holds = KINDS[found.suffix]
            yield _of_file(found, path, f"{found.stem} ({kind})", holds)


def _in_a_set(path: str) -> bool:
    return any(known.endswith("/") and path.startswith(known) for known in HOLDS)


def _of_file(file: Path, path: str, title: str, holds: str) -> Offer:
    data = file.read_bytes()
    return Offer(path, title, holds, len(data), sha256(data).hexdigest())


def size_words(size: int) -> str:
    """A number of bytes in few words: "59 KB", "1.4 MB"."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)} KB"
    return f"{size / 1_000_000:.1f} MB"


def downloads_page(whole: Whole, offers: Iterable[Offer]) -> Page | None:
    """The page; None where nothing is offered."""
    listed = tuple(offers)
    if not listed:
        return None
    rows = "\n".join(_row(offer) for offer in listed)
    title = whole.project.edition.title
    parts = [
        front_matter("Downloads", "downloads", f"Files of {title} to take away, with sizes and hashes"),
        "# Downloads {.added}",
        '<p class="lead-in added">The edition as data, made in the same run as these pages. The editorial matter '
        f"is free to reuse ({html(whole.project.edition.licence)}); the words of a text have the rights that the "
        "page of its work states.</p>",
        f'<dl class="ed-downloads added">\n{rows}\n</dl>',
        _by_page(whole),
        _example(listed),
    ]
    return Page(PATH, "Downloads", "\n\n".join(part for part in parts if part) + "\n")


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
    """How to use the corpus, and how to tell that a file is whole."""
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
        "```\n\n<p class='added'>To see that a file has come whole, compare its hash with the one above:</p>"
        "\n\n"
        "```text\nsha256sum corpus.jsonl\n```"
    )
