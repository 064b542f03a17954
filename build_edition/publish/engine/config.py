"""The configuration of one run of MkDocs: the edition's own, with what the build knows added to it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from build_edition.edition.project import Project
from build_edition.edition.records import EditionRecord
from build_edition.errors import RecordError

HERE = Path(__file__).parent.parent
BASE = HERE / "mkdocs.yml"
THEME = HERE / "theme"
WORKS_PAGE = "works/index.md"
Nav = list[Any]


def write_config(
    project: Project,
    works: Nav,
    groups: Iterable[tuple[str, Iterable[Any]]],
    docs: Path,
    folder: Path,
    output: Path,
) -> Path:
    """Write `folder/mkdocs.yml` for a site of the pages in `docs`, in `output`, and give back where it is.

    `works` and `groups` are the navigation of what the build made: texts, and other pages in groups with titles.

    It is JSON, which is YAML too: titles need no quoting of another kind.
    """
    own = project.root / "mkdocs.yml"
    folder.mkdir(parents=True, exist_ok=True)
    edition = project.edition
    made = [{title: list(entries)} for title, entries in groups if entries]
    config = {
        "INHERIT": os.path.relpath(own if own.is_file() else BASE, folder),
        "site_name": edition.title,
        "site_url": edition.address or "",
        "docs_dir": os.path.relpath(docs, folder),
        "site_dir": os.path.relpath(output, folder),
        "theme": {"custom_dir": os.path.relpath(THEME, folder)},
        "nav": _with_handwritten(project, own, works, made),
        "extra": {
            "edition": {
                "title": edition.title,
                "version": edition.version,
                "address": edition.address or "",
                **where_corrections_go(edition),
            }
        },
    }
    path = folder / "mkdocs.yml"
    path.write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def where_corrections_go(edition: EditionRecord) -> dict[str, Any]:
    """What a page must know to hand over a correction; nothing where the edition says nothing of it."""
    told: dict[str, Any] = {"contact": edition.contact} if edition.contact else {}
    if edition.repository and edition.forge_kind not in {None, "other"}:
        told["forge"] = {
            "address": edition.repository,
            "kind": edition.forge_kind,
            "branch": edition.branch,
            "folder": edition.folder,
        }
    return told


def _with_handwritten(project: Project, own: Path, works: Nav, guide: Nav) -> Nav:
    """The navigation of the edition's own pages, with all works, and the guide to them, where it names their page.

    An edition without an `mkdocs.yml` has its start page, the works, and then its other pages by name.
    """
    if not own.is_file():
        docs = project.root / "docs"
        other = sorted(path.name for path in docs.glob("*.md") if path.name != "index.md")
        start = [{"Start": "index.md"}] if (docs / "index.md").is_file() else []
        return [*start, {"The works": works}, *guide, *other]
    nav = _own_config(own).get("nav") or []
    out: Nav = []
    for entry in nav:
        titles = [title for title, page in entry.items() if page == WORKS_PAGE] if isinstance(entry, dict) else []
        out += [{titles[0]: works}, *guide] if titles else [entry]
    return out if out != nav else [*nav, {"The works": works}, *guide]


def _own_config(own: Path) -> dict[str, Any]:
    """What the edition's own `mkdocs.yml` says; raises `RecordError` where MkDocs could not read it."""
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load
    from yaml import YAMLError

    try:
        with own.open(encoding="utf-8") as stream:
            return dict(yaml_load(stream) or {})
    except (ConfigurationError, YAMLError, UnicodeDecodeError) as error:
        raise RecordError(
            f"cannot be read: {' '.join(str(error).split())}",
            where=own.name,
            remedy=f"The file that an edition inherits is {BASE}; without an mkdocs.yml of its own it needs none.",
        ) from error
