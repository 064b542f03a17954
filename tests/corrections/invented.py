"""Works of a few invented lines, for tests of corrections."""

from __future__ import annotations

from build_edition import specimen
from build_edition.edition.project import EMENDATIONS, Project
from build_edition.edition.words import emending
from build_edition.edition.words.emendations import Emendation, Filed, filed_in
from build_edition.pipeline import EditionWork
from build_edition.rules import transcribe
from build_edition.source import Source

PROJECT = Project.load(specimen.ROOT)
RECORD = PROJECT.works[0]
PATH = EMENDATIONS / f"{RECORD.id}.yml"

FILLING = "In those years the keeper of the lower lock wrote down each barge that came, and what it carried, and"


def filed(*records: Emendation) -> tuple[Filed, ...]:
    return filed_in(records, PATH)


def record(line: int, read: str, **more: object) -> Emendation:
    """A record by somebody; `as_` is what it reads."""
    fields = {name.rstrip("_"): value for name, value in more.items()}
    cause = {} if fields.get("stet") else {"cause": "word"}
    return Emendation.model_validate({"line": line, "read": read, "by": "A. Reader", **cause, **fields})


def item_of(text: str, *records: Emendation) -> EditionWork:
    """A work with this text, and with records applied."""
    source = Source.from_text(text)
    structured = transcribe(source, "essay")
    transcript = emending.apply(structured, filed(*records)).transcript
    entry = PROJECT.entry(RECORD)
    return EditionWork(RECORD, entry, "found", None, source, transcript, structured=structured)


def reading(item: EditionWork) -> str:
    assert item.transcript is not None
    return item.transcript.reading.text
