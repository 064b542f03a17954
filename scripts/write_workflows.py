"""Write the workflows of this repository from those that every edition gets; its tool is in the repository."""

from __future__ import annotations

from pathlib import Path

from build_edition.report.workflows import FORGES, Forge, workflow_files

ROOT = Path(__file__).parent.parent
# The tool goes into the very Python that the forge has set up, or into a venv beside it.
SETUP: dict[Forge, tuple[str, ...]] = {
    "github": ('make VENV="$pythonLocation" "$pythonLocation/.ready"',),
    "gitlab": ("make .venv/.ready", 'export PATH="$PWD/.venv/bin:$PATH"'),
    "forgejo": ("make .venv/.ready", 'echo "$PWD/.venv/bin" >> "$GITHUB_PATH"'),
}


def workflows() -> dict[str, str]:
    """The text of each workflow by its path."""
    return {path: text for forge in FORGES for path, text in workflow_files(forge, SETUP[forge]).items()}


def main() -> None:
    """Write each workflow."""
    for path, text in workflows().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
