"""The pages about works: the list of all, a book's contents, and a record where the text is not here."""

from __future__ import annotations

from collections.abc import Iterable

from build_edition.apparatus.divisions import divisions
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import link
from build_edition.publish.metadata.about import about_work
from build_edition.publish.metadata.head import head
from build_edition.publish.page import Page, front_matter
from build_edition.publish.pages.contents import contents
from build_edition.publish.pages.proofreading import proofread
from build_edition.publish.pages.text import (
    banner,
    definition_list,
    edition_text,
    headnote_section,
    rights_text,
    state,
)
from build_edition.publish.wording import (
    NO_BREAK,
    authors,
    count_words,
    published,
    rights_label,
    work_title,
)
from build_edition.writers.escaping import html


def works_page(project: Project, works: Iterable[EditionWork]) -> Page:
    """The list of all works in the order in which they were published."""
    rows = []
    for item in sorted(works, key=lambda item: (item.entry.date, item.record.order)):
        entry = item.entry
        size = f"{_thousands(count_words(item.work))} words" if item.work else "record only: the text is not here"
        rows.append(
            f'<li><a href="{item.record.id}/"><span class="year">{html(entry.year)}</span>\n'
            f'<span class="what"><span class="who">{html(authors(entry))}</span>\n'
            f'<span class="name">{work_title(entry)}</span>\n'
            f'<span class="where">{published(entry)}{NO_BREAK}· {size}{NO_BREAK}· '
            f"{html(rights_label(item.record.rights))}</span></span></a></li>"
        )
    listed = "\n".join(rows)
    markdown = (
        front_matter("The works", "works", f"The works of {project.edition.title}, in order of publication")
        + f'\n# The works {{.added}}\n\n<ol class="works">\n{listed}\n</ol>\n'
    )
    return Page("works/index.md", "The works", markdown)


def contents_page(
    project: Project, item: EditionWork, headnote: str = "", has_apparatus: bool = False, take: str = ""
) -> Page:
    """The title page of a work in several divisions: headnote, contents with printed pages, and its record.

    `take` is the line that offers its files.
    """
    work, entry = item.work, item.entry
    assert work is not None
    found = divisions(work)
    description = f"{authors(entry)}, {entry.title}, {entry.year}: contents"
    parts = [
        front_matter(
            entry.title,
            "contents",
            description,
            data={"work": item.record.id, "title": entry.title},
            head=head(about_work(project, item), description),
        ),
        f"# {html(entry.title)} {{.added}}",
        f'<p class="belongs added">{html(authors(entry))} · {published(entry)}{take}</p>',
        banner(item),
        headnote_section(headnote),
        contents(work, found),
        definition_list(_facts(project, item, has_apparatus), "About this text", "about-this-text"),
    ]
    markdown = "\n\n".join(part for part in parts if part) + "\n"
    return Page(f"works/{item.record.id}/index.md", entry.title, markdown)


def _facts(project: Project, item: EditionWork, has_apparatus: bool = False) -> list[tuple[str, str]]:
    """What is known of a work and of its text here, for its record."""
    entry, source = item.entry, item.record.source
    rows = [
        ("Work", html(entry.citation_text())),
        ("Author", html(authors(entry))),
        ("First published", published(entry)),
        (
            "Source",
            f"{html(source.origin)} <span class='hash'>{html(source.file)}, SHA-256 {source.sha256}</span>",
        ),
        ("Rights", rights_text(item)),
    ]
    if item.work:
        pages = sum(1 for page in item.work.pages)
        known = f", {pages} beginnings of printed pages" if pages else ""
        rows.append(("Extent", f"{_thousands(count_words(item.work))} words{known}"))
        rows.append(("State", state(has_apparatus, "", proofread(project, item))))
    rows.append(("Edition", edition_text(project)))
    if entry.url:
        rows.append(("Elsewhere", link(entry.url, entry.url)))
    return rows


def record_page(project: Project, item: EditionWork, left_out: bool = False) -> Page:
    """The page of a work whose text is not here: what it is, and how to supply its source."""
    entry, source = item.entry, item.record.source
    why = "This build left the text out." if left_out else "The text is not here."
    supply = (
        f'<div class="supply added" markdown="1">\n\n## How to supply the text {{#supply .added}}\n\n'
        f"<p>{html(item.record.supply)}</p>\n\n"
        f"<p>It is wanted under the name <code>{html(source.file)}</code> with the SHA-256 "
        f"<code>{source.sha256}</code>, in one of the folders {_folders(project)}. "
        "Then build the edition again.</p>\n\n</div>"
    )
    parts = [
        front_matter(entry.title, "record", f"{authors(entry)}, {entry.title}, {entry.year}: record only"),
        f"# {html(entry.title)} {{.added}}",
        f'<p class="belongs added">{html(authors(entry))}, {work_title(entry)}, {published(entry)}</p>',
        f'<p class="absent added"><strong>{why}</strong> The texts of this edition are not ours to give away '
        "with it, so they are not part of it; what the editors know of them is.</p>",
        "" if left_out else supply,
        definition_list(_facts(project, item), "About this text", "about-this-text"),
    ]
    markdown = "\n\n".join(part for part in parts if part) + "\n"
    return Page(f"works/{item.record.id}/index.md", entry.title, markdown)


def _folders(project: Project) -> str:
    return ", ".join(f"<code>{html(folder)}</code>" for folder in project.edition.sources)


def _thousands(number: int) -> str:
    """A number rounded to hundreds, or to tens where it is small."""
    return f"{round(number, -2 if number >= 1000 else -1):,}"
