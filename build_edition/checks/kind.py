"""What kind of finding a code stands for: how grave it is, what it means, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # what matters most comes first


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding; `check`, `explain` and the manual say nothing of it that does not stand here.

    `means` is a sentence, `matters` says why it is worth an editor's time and `do` what to do; `example` is a
    message as `check` prints it, its place and what is wrong, of an edition that does not exist.  What stops a
    build or tells of a defect is not `ignorable`.
    """

    code: str
    severity: Severity
    means: str
    matters: str
    do: str
    example: str
    ignorable: bool = True
