"""Entries and works made for the tests of mentions."""

from __future__ import annotations

from build_edition.apparatus import enrich
from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.mentions import Mentions, find_mentions
from build_edition.apparatus.passage_index import passages
from build_edition.edition.entries.decisions import Decision
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Person
from build_edition.work import Work
from tests.made import work


def term(name: str, *forms: str, exact: bool = False) -> Term:
    """A term whose id is its name with hyphens, and whose only form is its name where no other is given."""
    case = "exact" if exact else None
    return Term(id=name.replace(" ", "-"), headword=name, forms=forms or (name,), definition="x", case=case)


def person(name: str, *forms: str) -> Person:
    return Person(id=name, name=name, forms=forms, identification="x")


def decision(form: str, whose: str, **where: object) -> Decision:
    return Decision.model_validate({"form": form, "is": whose, **where})


def mentions(
    made: Work, *entries: Entry, decisions: tuple[Decision, ...] = (), pinned: bool = True
) -> tuple[Mentions, Work]:
    """What a work, "w", names, and the work with its links."""
    read = {"w": WorkToRead(made, passages(made), pinned)}
    found, linked = find_mentions(read, {entry.id: entry for entry in entries}, decisions)
    return found, linked["w"]


def essay(*blocks: tuple) -> Work:
    return enrich(work(*blocks))
