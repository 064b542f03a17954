"""The workflows by which a forge checks a change, reports on it and shows the site: their files, for any edition.

All that they run are commands that anybody can run at a desk.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, get_args

Forge = Literal["github", "gitlab", "forgejo"]
FORGES: tuple[Forge, ...] = get_args(Forge)

# Where a forge looks for each file.
PLACES: dict[Forge, dict[str, str]] = {
    "github": {
        name: f".github/workflows/{name}" for name in ("check.yml", "report.yml", "comment.yml", "site.yml")
    },
    "gitlab": {".gitlab-ci.yml": ".gitlab-ci.yml"},
    "forgejo": {"edition.yml": ".forgejo/workflows/edition.yml"},
}
SETUP = "@SETUP@"
# How an edition gets the tool: from what its `requirements.txt` names.
INSTALL = {
    "github": ("python -m pip install --disable-pip-version-check --requirement requirements.txt",),
    "gitlab": ("python -m pip install --disable-pip-version-check --requirement requirements.txt",),
    "forgejo": (
        "python3 -m venv .venv",
        ".venv/bin/python -m pip install --disable-pip-version-check --requirement requirements.txt",
        'echo "$PWD/.venv/bin" >> "$GITHUB_PATH"',
    ),
}


def workflow_files(forge: Forge, setup: tuple[str, ...] = ()) -> dict[str, str]:
    """The text of each workflow of a forge, by its path in the repository.

    `setup` are the lines of shell that put `build-edition` on the path; by default they install what the edition's
    own `requirements.txt` names.
    """
    lines = setup or INSTALL[forge]
    folder = files(__package__).joinpath(forge)
    found = {path: folder.joinpath(name).read_text(encoding="utf-8") for name, path in PLACES[forge].items()}
    return {path: _with_setup(text, lines) for path, text in found.items()}


def _with_setup(text: str, lines: tuple[str, ...]) -> str:
    """The text with the lines in the place that is kept for them, as far to the right as it stands."""
    written = []
    for line in text.splitlines():
        if line.strip() == SETUP:
            written += [line.replace(SETUP, one) for one in lines]
        else:
            written.append(line)
    return "\n".join(written) + "\n"
