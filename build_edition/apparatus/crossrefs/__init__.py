"""Cross-references: from words of a work to a passage, page or figure of it or of another work.

In: the works with their passages, and the editors' records.  Out: all references, and the works with a link at
each.  What print says itself is found by rule; where a record speaks of the same words, the record counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from build_edition.apparatus.crossrefs.found import RuleFinder
from build_edition.apparatus.crossrefs.linking import link_references
from build_edition.apparatus.crossrefs.recorded import RecordReader
from build_edition.apparatus.crossrefs.reference import CrossReferences, Reference, Unresolved
from build_edition.apparatus.crossrefs.targets import Targets
from build_edition.apparatus.linking import WorkToRead
from build_edition.edition.crossrefs import CROSSREFS, CrossReference
from build_edition.errors import RecordError
from build_edition.work import Work


def cross_reference(
    works: Mapping[str, WorkToRead], records: Sequence[CrossReference]
) -> tuple[CrossReferences, dict[str, Work]]:
    """All references in the works, and the works, by id, with their links."""
    targets = {work_id: Targets.of(text) for work_id, text in works.items()}
    problems: list[RecordError] = []
    recorded = list(RecordReader(targets).references(records, problems))
    problems += _spoken_of_twice(recorded)
    references: list[Reference] = []
    unresolved: list[Unresolved] = []
    linked: dict[str, Work] = {}
    for work_id, text in works.items():
        own = [one for one in recorded if one.work == work_id]
        found = list(RuleFinder.of(work_id, targets[work_id]).all())
        lost = [one for one in found if isinstance(one, Unresolved)]
        unresolved += (one for one in lost if not any(map(one.reference.overlaps, own)))
        ruled = [one for one in found if isinstance(one, Reference) and not any(map(one.overlaps, own))]
        leading = [one for one in _in_order([*own, *ruled]) if one.kind]
        linked[work_id], left = link_references(text, leading)
        problems += (_unlinkable(one) for one in left if one.recorded)
        references += (one for one in leading if one not in left)
    return CrossReferences(tuple(references), tuple(unresolved), tuple(problems)), linked


def _in_order(references: Iterable[Reference]) -> list[Reference]:
    return sorted(references, key=lambda one: (one.work, *one.span))


def _spoken_of_twice(recorded: Iterable[Reference]) -> list[RecordError]:
    """An error for each record about words that the one before it in the text speaks of too."""
    return [
        RecordError(
            f"two records speak of the same words in {later.place}: “{earlier.words}” and “{later.words}”",
            where=CROSSREFS.as_posix(),
            remedy="Make one of the two, or quote fewer words.",
        )
        for earlier, later in pairwise(_in_order(recorded))
        if earlier.overlaps(later)
    ]


def _unlinkable(reference: Reference) -> RecordError:
    return RecordError(
        f"no link can be put on “{reference.words}” in {reference.place}: the words hold a note call or the "
        "beginning of a page, or begin or end inside an emphasis",
        where=CROSSREFS.as_posix(),
        remedy="Quote fewer words.",
    )


__all__ = ["CrossReferences", "Reference", "Unresolved", "cross_reference"]
