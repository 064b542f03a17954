"""What a file that is taken away says of itself: the edition, the work, its rights, its source, what made it.

In: a `Whole`.  Out: facts by name, in the order in which a file tells them.  A fact that is not known is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_edition import __version__
from build_edition.edition.bibliography import listed
from build_edition.edition.credit import Credit, credits_of
from build_edition.edition.records import EditionRecord
from build_edition.pipeline import EditionWork
from build_edition.publish.wording import authors, editors, rights_label
from build_edition.whole import Whole

Facts = Mapping[str, str]


def of_edition(whole: Whole) -> Facts:
    """The facts about the edition, which hold for each of its files."""
    return _known(_edition(whole.project.edition) | _credit(credits_of(whole.project).named) | _made())


def of_work(whole: Whole, item: EditionWork) -> Facts:
    """The facts about a work, and about the edition that it stands in."""
    entry, rights = item.entry, item.record.rights
    own = {
        "title": entry.title,
        "author": authors(entry) if entry.authors or entry.editors else "",
        "published": ", ".join(part for part in (entry.container or entry.publisher, entry.date_text) if part),
        "citation": entry.citation_text(),
        "work": item.record.id,
        "address": whole.project.edition.at(f"works/{item.record.id}/"),
        "rights": rights_label(rights),
        "rights_address": rights.uri,
        "rights_statement": _line(rights.statement),
        "rights_holder": rights.holder or "",
        "source": item.record.source.file,
        "source_origin": _line(item.record.source.origin),
        "source_sha256": item.source.sha256 if item.source else item.record.source.sha256,
        "source_warning": "This was made from another file than the one that the edition describes."
        if item.status == "other"
        else "",
        "supply": "" if item.work else f"The source is not here. {_line(item.record.supply)}",
    }
    credit = _credit(credits_of(whole.project).of_work(item.record.id))
    return _known(own | _edition(whole.project.edition) | credit | _made())


def _edition(edition: EditionRecord) -> dict[str, str]:
    return {
        "edition": f"{edition.title}: {edition.subtitle}" if edition.subtitle else edition.title,
        "edited_by": editors(edition),
        "version": edition.version,
        "version_date": edition.date.isoformat() if edition.date else "",
        "licence": f"Editorial matter: {edition.licence}",
        "edition_address": edition.address or "",
        "language": edition.language,
    }


def _credit(credits: Iterable[Credit]) -> dict[str, str]:
    """Who worked on it besides the editors: people and groups, in the order of names."""
    named = [one.who.name for one in credits if not one.edits and one.who.kind != "process"]
    return {"contributors": listed(named) if named else ""}


def _made() -> dict[str, str]:
    return {"made_by": f"build-edition {__version__}"}


def _line(text: str) -> str:
    return " ".join(text.split())


def _known(facts: Mapping[str, str]) -> Facts:
    return {name: fact for name, fact in facts.items() if fact}
