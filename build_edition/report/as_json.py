"""A report as JSON, and back from it: who posts a comment need run nothing of who proposed a change."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from build_edition.errors import InputError
from build_edition.report.report import Report

LARGEST = 100_000_000  # bytes; a rule that changes every line of a long book tells of it in thirty million


def as_json(report: Report) -> str:
    """The report as JSON."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n"


def read_report(path: Path) -> Report:
    """The report in a file, which may come from anybody; raises `InputError` for one that is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"is larger than {LARGEST // 1_000_000} MB: no report is", where=str(path))
        return TypeAdapter(Report).validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path)) from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"is no report: {place + ': ' if place else ''}{first['msg'][:200]}",
            where=str(path),
            remedy="Give the report.json that `build-edition report --base REF --output DIR` wrote.",
        ) from None
