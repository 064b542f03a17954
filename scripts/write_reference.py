"""Write the pages of docs/reference that are made from the code."""

from __future__ import annotations

from pathlib import Path

from build_edition.interchange import schema_text
from build_edition.reference.commands import commands_page
from build_edition.reference.database import database_page
from build_edition.reference.findings import findings_page
from build_edition.reference.records import records_page

FOLDER = Path(__file__).parent.parent / "docs" / "reference"
PAGES = {
    "commands.md": commands_page,
    "database.md": database_page,
    "findings.md": findings_page,
    "records.md": records_page,
    "transcript.schema.json": schema_text,
}


def main() -> None:
    """Write each page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
