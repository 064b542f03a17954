"""The page of the contributors: who made the edition, and what each did, counted from the records.

Names stand in the order of the alphabet: a record is no measure of the work behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_edition.edition.credit import Credit, credits_of, told
from build_edition.publish.addresses import Addresses, link
from build_edition.publish.page import Page, front_matter
from build_edition.publish.pages.proofreading import day
from build_edition.publish.wording import work_title
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

PATH = "contributors/index.md"
_ABOUT = (
    "<p class='lead-in added'>Every decision of the editors is a record that says by whom it is. What is told "
    "here is counted from them, and the names stand in the order of the alphabet: how many records there are "
    "says nothing of the work behind each.</p>"
)
_WAYS = (
    "<p class='lead-in added'>These records were not made by one person: they bear the name of the way in "
    "which they were found.</p>"
)


def contributors_page(whole: Whole, addresses: Addresses) -> Page:
    """The page: people and groups first, then ways of working."""
    credits = credits_of(whole.project)
    by_process = [one for one in credits.named if one.who.kind == "process"]
    others = [one for one in credits.named if one.who.kind != "process"]
    parts = [
        front_matter(
            "Contributors",
            "contributors",
            f"Who made the edition, and what each did: {whole.project.edition.title}",
        ),
        "# Contributors {.added}",
        _ABOUT,
        *_entries(others, whole, addresses),
    ]
    if by_process:
        parts += ["## Ways of working {#ways .added}", _WAYS, *_entries(by_process, whole, addresses)]
    if credits.unsigned:
        are = "1 record bears" if credits.unsigned == 1 else f"{credits.unsigned:,} records bear"
        parts.append(f'<p class="lead-in added">{are} no name.</p>')
    return Page(PATH, "Contributors", "\n\n".join(parts) + "\n")


def _entries(credits: Iterable[Credit], whole: Whole, addresses: Addresses) -> Iterator[str]:
    yield from (_entry(one, whole, addresses) for one in credits)


def _entry(credit: Credit, whole: Whole, addresses: Addresses) -> str:
    """Somebody, and what they did for each work."""
    who = credit.who
    roles = [
        role
        for role in (
            f"editor{'s' * (who.kind == 'group')} of the edition" if credit.edits else "",
            html(who.role or ""),
        )
        if role
    ]
    role = f' <span class="definition">{", ".join(roles)}</span>' if roles else ""
    places = []
    if who.orcid:
        places.append(link(f"https://orcid.org/{who.orcid}", f"ORCID {who.orcid}"))
    if who.link:
        places.append(link(who.link, who.link.partition("://")[2].rstrip("/")))
    lines = [f'<p class="facts">{" · ".join(places)}</p>'] if places else []
    lines += _done(credit, whole, addresses)
    if credit.first and credit.last:
        when = day(credit.first) if credit.first == credit.last else f"{day(credit.first)} to {day(credit.last)}"
        lines.append(f'<p class="facts">{when}</p>')
    return f'<div class="entry added"><p class="lemma"><dfn>{html(who.name)}</dfn></p>{role}{"".join(lines)}</div>'


def _done(credit: Credit, whole: Whole, addresses: Addresses) -> Iterator[str]:
    to = addresses.on(PATH).to
    for work, deeds in credit.deeds.items():
        title = "The edition"
        if work:
            entry = whole.project.entry(whole.project.work(work))
            title = f'<a href="{attribute(to("passage", work) or "")}">{work_title(entry)}</a>'
        yield f'<p class="facts">{title}: {html(told(deeds))}</p>'
