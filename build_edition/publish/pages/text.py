"""The pages that show a text: a chapter or other division of a book, or a whole essay.

A page says under its title, and more fully at its end, which work, author, date, source and rights it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_edition.apparatus.divisions import Division, divisions, has_chapters
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import Addresses, division_path, link
from build_edition.publish.cite.how_to_cite import how_to_cite
from build_edition.publish.cite.works import Styled
from build_edition.publish.metadata.about import about_text
from build_edition.publish.metadata.head import head
from build_edition.publish.page import Page, front_matter
from build_edition.publish.pages.contents import contents
from build_edition.publish.pages.decisions import Decisions
from build_edition.publish.pages.proofreading import Proofread, proofread, state_sentence
from build_edition.publish.wording import (
    NO_BREAK,
    authors,
    division_title,
    editors,
    printed_pages,
    published,
    rights_label,
    work_title,
)
from build_edition.work import Work
from build_edition.writers.escaping import html
from build_edition.writers.markdown import LONE, notes_by_key, write_division


def text_pages(
    project: Project,
    item: EditionWork,
    addresses: Addresses,
    decisions: Decisions,
    headnote: str = "",
    cited: Sequence[Styled] = (),
    take: str = "",
) -> Iterator[tuple[Division, Page]]:
    """The pages of a work whose source was found, in order; an essay's page begins with its `headnote`.

    `cited` is the work as it is cited, `take` the line that offers its files on an essay's page.
    """
    work = item.work
    assert work is not None
    notes = notes_by_key(work)
    found = divisions(work)
    passages = addresses.whole.passages[item.record.id]
    states = proofread(project, item)
    for division in found:
        path = division_path(item.record.id, division)
        text = write_division(division, notes, None, None, work.aliases, addresses.on(path), decisions.on(path))
        title = division_title(division) if division.key else item.entry.title
        heading = text.heading or f"# {html(title)} {{.added}}"
        whole = not has_chapters(work)
        description = f"{title}. {authors(item.entry)}, {item.entry.title}, {item.entry.year}"
        if whole:
            description = f"{authors(item.entry)}, {item.entry.title}, {item.entry.date_text}"
        parts = [
            front_matter(
                title if whole else f"{title} · {item.entry.title}",
                "text",
                description,
                data={
                    "work": item.record.id,
                    "title": item.entry.title,
                    "division": division.key,
                    "share": share(passages, division.key),
                },
                head=head(about_text(project, item, work, division), description),
                short="" if whole else title,
            ),
            heading,
            belongs(item, work, None if whole else division, len(set(text.lone)), take if whole else ""),
            banner(item),
            headnote_section(headnote) if whole else "",
            text.body,
            contents(
                work,
                [d for d in found if division.is_part and d.part == division.key and d is not division],
                "../",
            ),
            text.notes,
            record(
                project,
                item,
                work,
                division,
                state(bool(decisions.entries), "../" if division.key else "", states, division.key),
                how_to_cite(project.edition, item.record.id, work, division, passages, cited),
            ),
        ]
        markdown = "\n\n".join(part for part in parts if part) + "\n"
        yield division, Page(path, title, markdown)


def share(passages: Sequence[Passage], division: str) -> list[int]:
    """How many passages of a work stand before a division, how many in it, and how many there are."""
    keys = [passage.division for passage in passages if passage.is_citable]
    here = keys.count(division)
    return [keys.index(division) if here else 0, here, len(keys)]


def belongs(item: EditionWork, work: Work, division: Division | None, lone: int = 0, take: str = "") -> str:
    """The quiet line under a title: author, work, date, printed pages, and the way to source and rights.

    It says early on that `lone` notes of the page are not in the source, for no call of them leads anywhere.
    `take` offers the files of the work.
    """
    entry = item.entry
    parts = [", ".join([html(authors(entry)), published(entry)])]
    if division:  # the whole work is a page of its own
        parts = [", ".join([html(authors(entry)), f'<a href="../">{work_title(entry)}</a>', published(entry)])]
    span = (division.start, division.end) if division else (0, len(work.transcript.source))
    if pages := printed_pages(work, *span):
        parts.append(f"{'pages' if '–' in pages else 'page'} {html(pages)}")
    parts.append(f'<a href="#about-this-text">{html(rights_label(item.record.rights))}; source and rights</a>')
    if lone:
        said = "1 note is" if lone == 1 else f"{lone} notes are"
        parts.append(f'<a href="#{LONE}">{said} not in the source</a>')
    return f'<p class="belongs added">{f"{NO_BREAK}· ".join(parts)}{take}</p>'


def banner(item: EditionWork) -> str:
    """A warning where the text is not from the source that the edition describes."""
    if item.status != "other":
        return ""
    name = html(item.path.name if item.path else item.record.source.file)
    return (
        f'<p class="banner added" role="note"><strong>Another source.</strong> This text is made from a file '
        f"called {name} that is not the one this edition describes: its hash differs. The editors’ emendations "
        "are left out, and passage numbers may differ from those that are cited.</p>"
    )


def headnote_section(headnote: str) -> str:
    """What the editors say before a work, set apart from its text."""
    if not headnote:
        return ""
    return f'<section class="headnote added" aria-label="Headnote" markdown="1">\n\n{headnote}\n\n</section>'


def record(project: Project, item: EditionWork, work: Work, division: Division, edited: str, cite: str) -> str:
    """The fuller record at the end of a page: `edited` says how far it is, `cite` how to cite from it."""
    entry = item.entry
    whole = f'<a href="../">{html(entry.citation_text())}</a>' if division.key else html(entry.citation_text())
    rows = [("Work", whole), ("Author", html(authors(entry))), ("First published", published(entry))]
    if pages := printed_pages(work, division.start, division.end):
        rows.append(("Printed pages", f"{html(pages)} of the source"))
    digest = item.source.sha256 if item.source else item.record.source.sha256
    rows += [
        ("Source", f'{html(item.record.source.origin)} <span class="hash">SHA-256 {digest[:12]}…</span>'),
        ("Rights", rights_text(item)),
        ("State", edited),
        ("To cite", cite),
        ("Edition", edition_text(project)),
    ]
    return definition_list(rows, "About this text", "about-this-text")


def state(has_apparatus: bool, upward: str, states: Proofread | None, division: str | None = None) -> str:
    """How far a text has been edited, as HTML; `upward` leads from the page to the work's own ("../")."""
    recorded = ""
    if states:
        recorded = f" Proofreading: {state_sentence(states, division, f'{upward}../../status/')}"
    if not has_apparatus:
        return f"Transcribed by rule from the source{f'.{recorded}' if recorded else '; not yet proofread.'}"
    return (
        "Transcribed by rule, then read against the source by the editors, whose decisions stand in the "
        f'<a href="{upward}apparatus/">apparatus</a>; not compared with a printed copy.{recorded}'
    )


def edition_text(project: Project) -> str:
    """The edition, its version, editors and licence as HTML."""
    edition = project.edition
    return (
        f"<cite>{html(edition.title)}</cite>, version {html(edition.version)}, "
        f"edited by {html(editors(edition))}. Editorial matter: {html(edition.licence)}."
    )


def rights_text(item: EditionWork) -> str:
    """The rights of a work as HTML."""
    rights = item.record.rights
    holder = f" Rights holder: {html(rights.holder)}." if rights.holder else ""
    label = rights_label(rights)
    said = rights.statement.removeprefix(f"{label}. ")
    return f"{link(rights.uri, label)}. {html(said)}{holder}"


def definition_list(rows: list[tuple[str, str]], title: str, anchor: str) -> str:
    """Terms and what is said of them (HTML), under a heading of the edition's own."""
    inner = "\n".join(f"<div><dt>{html(term)}</dt><dd>{said}</dd></div>" for term, said in rows)
    return (
        f'<section class="record added" markdown="1">\n\n## {title} {{#{anchor} .added}}\n\n'
        f"<dl>\n{inner}\n</dl>\n\n</section>"
    )
