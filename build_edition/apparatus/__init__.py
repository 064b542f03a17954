"""The apparatus: what the edition adds to a work so that it can be found, cited and followed.

In: a `Work` as assembled.  Out: the same work with the keys of its sections, the numbers of its passages and
its note calls tied to their notes.
"""

from __future__ import annotations

from build_edition.edition.ledger import Ledger
from build_edition.work import Work


def enrich(work: Work, ledger: Ledger | None = None) -> Work:
    """The work with keys, passage numbers and linked notes; doing it twice changes nothing more.

    What `ledger` has published keeps its numbers.
    """
    from build_edition.apparatus.divisions import give_keys
    from build_edition.apparatus.notes import link_notes
    from build_edition.apparatus.passages import number_passages

    return number_passages(link_notes(give_keys(work)), ledger)
