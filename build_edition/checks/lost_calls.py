"""That each note of a series is called somewhere: a call that the source has lost is reported, never invented."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.apparatus.lost_calls import LostCall, uncalled_notes
from build_edition.checks.finding import Finding
from build_edition.work import Work


def lost_calls(work_id: str, work: Work) -> Iterator[Finding]:
    """A finding for each numbered note without a call, in a work that has calls with notes."""
    source = work.transcript.source
    for lost in uncalled_notes(work):
        assert lost.note is not None
        yield Finding.made(
            "call-lost",
            f"{work_id}, line {source.line_number(lost.note.start)} of the source",
            f"note {lost.n} is called nowhere in the text",
            _where(work, lost),
        )


def _where(work: Work, lost: LostCall) -> str:
    """Between which calls it must have stood."""
    return f"The source has lost its call: it stood {lost.where(work.transcript.source)}."
