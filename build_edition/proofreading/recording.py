"""Adding a step to the history of a work, at the end of its file; every byte that stood there stays."""

from __future__ import annotations

import os
from pathlib import Path

from build_edition.corrections.as_yaml import quoted
from build_edition.edition import status
from build_edition.edition.status import STATUS, Step
from build_edition.errors import InputError


def add_step(root: Path, work_id: str, step: Step, before: tuple[Step, ...]) -> Path:
    """Add a step to the file of a work, which holds the steps `before`; returns the file.

    What is written is read again before it takes the place of the file.
    """
    path = root / STATUS / f"{work_id}.yml"
    name = path.relative_to(root).as_posix()
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_bytes() if path.exists() else b""
        end = "\r\n" if b"\r\n" in old else "\n"
        joint = end if old and not old.endswith((b"\n", b"\r")) else ""
        fresh.write_bytes(old + (joint + end.join(as_lines(step)) + end).encode())
        if status.read(fresh, name) != (*before, step):
            raise InputError(
                "the record cannot be added: the file has changed, or does not end with a list of records",
                where=name,
                remedy="Nothing was changed. See what stands at its end, and try again.",
            )
        fresh.replace(path)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", where=name) from None
    finally:
        fresh.unlink(missing_ok=True)
    return path


def as_lines(step: Step) -> list[str]:
    """A step as lines of YAML, its fields in the order of the manual."""
    fields = [
        ("section", quoted(step.section) if step.section is not None else None),
        ("page", quoted(step.page) if step.page is not None else None),
        ("pages", quoted(step.pages) if step.pages is not None else None),
        ("whole", "true" if step.whole else None),
        ("state", step.state),
        ("by", quoted(step.by)),
        ("on", step.on.isoformat()),
        ("text", quoted(step.text) if step.text is not None else None),
        ("note", quoted(step.note) if step.note is not None else None),
    ]
    lines = [f"{name}: {value}" for name, value in fields if value is not None]
    return [f"{'  ' if k else '- '}{line}" for k, line in enumerate(lines)]
