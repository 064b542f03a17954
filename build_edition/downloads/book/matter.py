"""What stands in a book about its texts: title pages, the apparatus of each work, the colophon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_edition.downloads.book.links import BookLinks
from build_edition.downloads.book.text import APPARATUS, folder_of
from build_edition.downloads.imprint import of_edition, of_work
from build_edition.pipeline import EditionWork
from build_edition.publish.pages.apparatus import NAMES, reading
from build_edition.publish.pages.decisions import Decisions
from build_edition.publish.wording import NO_BREAK, authors, editors, published, rights_label, short, work_title
from build_edition.whole import Whole
from build_edition.writers.epub.book import Sheet
from build_edition.writers.escaping import attribute, html

# What a book says in its colophon, in the words before each fact.
_ABOUT_WORK = {
    "citation": "The work", "source": "The source", "source_origin": "How it came to be",
    "source_sha256": "SHA-256 of the source", "source_warning": "Another source", "supply": "The text",
    "rights": "Rights in the text", "rights_statement": "What they allow", "rights_holder": "Rights holder",
    "rights_address": "Rights statement", "address": "On the web",
}  # fmt: skip
_ABOUT_EDITION = {
    "edition": "The edition", "edited_by": "Edited by", "contributors": "With the work of",
    "version": "Version", "version_date": "Date of the version", "licence": "Licence",
    "edition_address": "On the web", "made_by": "Made by",
}  # fmt: skip
_DONE = (
    "The text was transcribed by rule from the source, and what the editors decided about its words stands in the "
    "apparatus. Its spelling is that of the source. Notes at the feet of printed pages stand at the end of each "
    "chapter; page numbers and passage numbers are not part of the text.",
    "Words with a wavy line are doubtful or a conjecture: touch them to see why. Words in square brackets were "
    "supplied by the editors. [sic] follows what the author wrote and did not mean. Words with a dotted line lead "
    "to the glossary and the registers.",
)
_OTHER = (
    "This text is made from a file that is not the one this edition describes: its hash differs. The editors’ "
    "emendations are left out, and passage numbers may differ from those that are cited."
)
_FONT = (
    "The letters are Edition Serif, made from Source Serif 4: copyright 2014–2023 Adobe, with Reserved Font Name "
    "‘Source’. They are licensed under the SIL Open Font License, version 1.1, which is in this book as a file."
)


def title_page(title: str, subtitle: str, by: str, lines: Iterable[str], heading: str = "h1") -> str:
    """The page that begins a book, or a work in it; `lines` are HTML."""
    said = "\n".join(f'<p class="imprint">{line}</p>' for line in lines if line)
    above = f'<p class="by">{html(by)}</p>\n' if by else ""
    below = f'\n<p class="subtitle">{html(subtitle)}</p>' if subtitle else ""
    return (
        f'<section class="titlepage" epub:type="titlepage" aria-label="{attribute(title)}">\n{above}'
        f'<{heading} class="title">{html(title)}</{heading}>{below}\n{said}\n</section>'
    )


def of_one_work(whole: Whole, item: EditionWork) -> str:
    """The title page of a work that is a book by itself."""
    edition = whole.project.edition
    lines = [
        published(item.entry),
        f"<cite>{html(edition.title)}</cite>",
        f"edited by {html(editors(edition))}{NO_BREAK}· version {html(edition.version)}",
        html(rights_label(item.record.rights)),
        banner(item),
    ]
    return title_page(item.entry.title, "", authors(item.entry), lines)


def of_all_works(whole: Whole) -> str:
    """The title page of the whole edition."""
    edition = whole.project.edition
    lines = [f"edited by {html(editors(edition))}", f"version {html(edition.version)}"]
    return title_page(edition.title, edition.subtitle or "", "", lines)


def within(item: EditionWork) -> str:
    """The title page of a work in the whole edition; of one that is not here, what is known of it."""
    rights = rights_label(item.record.rights)
    lines = [published(item.entry), html(rights), banner(item)]
    if item.work is None:
        lines.append(f"The text is not here. {html(item.record.supply)}")
    return title_page(item.entry.title, "", authors(item.entry), lines)


def banner(item: EditionWork) -> str:
    """A warning where the text is not from the source that the edition describes."""
    return f"<strong>Another source.</strong> {_OTHER}" if item.status == "other" else ""


def headnote_section(headnote: str) -> str:
    """What the editors say before a work."""
    return f'<section class="headnote" aria-label="Headnote">\n{headnote}\n</section>' if headnote else ""


def apparatus(item: EditionWork, links: BookLinks, decisions: Decisions) -> Sheet | None:
    """The decisions about a work in the order of its text; None where there are none."""
    if not decisions.entries:
        return None
    path = f"{folder_of(item)}/{APPARATUS}"
    to = links.on(path).to
    rows = []
    for entry, name in zip(decisions.entries, decisions.ids, strict=True):
        address = to("passage", f"{item.record.id}/{entry.passage}")
        if address and name in decisions.in_text and "://" not in address:
            address = f"{address.partition('#')[0]}#{name}"
        place = html(short(entry.passage) or item.record.id)
        link = f'<a href="{attribute(address)}">{place}</a>' if address else place
        page = f", p.{NO_BREAK}{html(entry.page)}" if entry.page else ""
        note = f": {html(entry.note)}" if entry.note else ""
        rows.append(
            f'<li id="{attribute(name)}"><span class="place">{link}{page}</span> {reading(entry)} '
            f'<span class="kind">{NAMES[entry.kind][0]}, {html(entry.by)}, '
            f"l.{NO_BREAK}{entry.line}{note}</span></li>"
        )
    listed = "\n".join(rows)
    body = (
        '<section aria-labelledby="apparatus">\n<h1 id="apparatus">Apparatus</h1>\n'
        f'<p class="lead-in">{html(authors(item.entry))}, {work_title(item.entry)}. What the editors decided '
        "about the words of this text, with the line (l.) of the source. What rules changed, such as the joining "
        f'of lines, is not listed.</p>\n<ol class="apparatus">\n{listed}\n</ol>\n</section>'
    )
    return Sheet(path, f"Apparatus: {item.entry.title}", body, "apparatus")


def colophon(whole: Whole, items: Iterable[EditionWork], has_font: bool = True) -> str:
    """The last page: what the book is made from, and how."""
    edition = _facts(of_edition(whole), _ABOUT_EDITION)
    works = "\n".join(
        f"<h2>{html(item.entry.title)}</h2>\n{_facts(of_work(whole, item), _ABOUT_WORK)}" for item in items
    )
    said = "\n".join(f"<p>{html(words)}</p>" for words in (*_DONE, *((_FONT,) if has_font else ())))
    return (
        '<section class="colophon" epub:type="colophon" role="doc-colophon" aria-labelledby="colophon">\n'
        f'<h1 id="colophon">Colophon</h1>\n{edition}\n{works}\n<h2>This file</h2>\n{said}\n</section>'
    )


def _facts(known: Mapping[str, str], wanted: Mapping[str, str]) -> str:
    rows = [f"<dt>{said}</dt><dd>{_linked(known[name])}</dd>" for name, said in wanted.items() if name in known]
    return "<dl>\n" + "\n".join(rows) + "\n</dl>"


def _linked(fact: str) -> str:
    """A fact as HTML; an address of the web is a link."""
    if fact.startswith(("http://", "https://")):
        return f'<a href="{attribute(fact)}">{html(fact)}</a>'
    return html(fact)
