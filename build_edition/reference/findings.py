"""The reference page of the findings: each code, how grave it is, what it means and what to do."""

from __future__ import annotations

from textwrap import fill

from build_edition.checks.kind import Kind
from build_edition.checks.kinds import SUBJECTS

EXAMPLE = 68  # columns, so that a page shows an example whole

HEAD = """# The findings of a check

<!-- Written by `make reference` from build_edition/checks/kinds/; change it there. -->

`build-edition check` tells of everything in an edition that is wrong, may be wrong, or should be known, as
findings. Each has a *code*, by which it is explained here and by `build-edition explain CODE`; a *severity*; a
*place*: a file and line, a record, a passage, or a line of a source; and, where there is one, a *remedy*.

| severity | meaning |
|---|---|
| error | It is wrong. `check` ends with exit code 1. Some errors also stop a build. |
| warning | It is very likely wrong, and a person has to look. |
| note | It should be known, and may be as it ought to be. |

`--json` prints the findings for programs, and `--format github` as annotations of the changed files on a pull
request.

## What is judged already

A finding that an editor has judged can be ignored by a record in `edition/ignores.yml` ([its
fields](records.md#editionignoresyml)). It says why, and may say until when. An ignored finding is counted, and
`check --show-ignored` shows it. An ignore that hides nothing, or is past its day, is a finding itself. What
stops a build, and what tells of a defect of the program, cannot be ignored.
"""


def findings_page() -> str:
    """The page as Markdown."""
    return "\n".join([HEAD, *(_subject(subject, kinds) for subject, kinds in SUBJECTS.items())]).rstrip() + "\n"


def _subject(subject: str, kinds: tuple[Kind, ...]) -> str:
    return "\n".join([f"## {subject}\n", *map(_section, kinds)])


def _section(kind: Kind) -> str:
    parts = (
        f"### {kind.code}",
        f"*{kind.severity.capitalize()}.* {kind.means} {kind.matters}",
        f"**What to do.** {kind.do}" + ("" if kind.ignorable else " It cannot be ignored."),
    )
    told = "\n\n".join(fill(part, 118, break_long_words=False, break_on_hyphens=False) for part in parts)
    message = f"{kind.severity} [{kind.code}] {kind.example}"
    example = fill(message, EXAMPLE, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    return f"{told}\n\n```text\n{example}\n```\n"
