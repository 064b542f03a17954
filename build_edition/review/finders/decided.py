"""What editors have decided without being certain: their conjectures and doubts."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.edition.spans.matching import locate
from build_edition.review.desk import Desk
from build_edition.review.item import Candidate, Found

CONJECTURE = (0.3, 0.6)
DOUBT = (0.4, 0.6)


def decided(desk: Desk) -> Iterator[Found]:
    """Every record that says what may have stood there."""
    for filed in desk.records:
        record = filed.record
        if record.nature not in {"conjecture", "doubt"}:
            continue
        start = locate(record.line, record.read, record.nth, desk.source, desk.id)
        reading = record.reading if record.nature == "conjecture" else record.perhaps
        said = [f"A {record.nature} of {record.by}."]
        said += [" ".join(record.note.split())] if record.note else []
        wrong, matter = CONJECTURE if record.nature == "conjecture" else DOUBT
        yield Found(
            "conjecture" if record.nature == "conjecture" else "doubt",
            record.cause or "",
            start,
            start + len(record.read),
            tuple(said),
            (Candidate(reading or "", f"proposed by {record.by}"),),
            wrong,
            matter,
            filed,
        )
