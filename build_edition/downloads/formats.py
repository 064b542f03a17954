"""The formats in which an edition can be taken away, by the names that the command line has for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module

from build_edition.downloads.form import Form
from build_edition.edition.loading.advice import nearest
from build_edition.errors import UsageError

# By name the module that writes it, in the order in which they are offered; it is loaded when it is wanted.
MODULES: Mapping[str, str] = {
    "pdf": "build_edition.downloads.pdf",
    "epub": "build_edition.downloads.epub",
    "tei": "build_edition.downloads.tei",
    "text": "build_edition.downloads.plain_text",
    "markdown": "build_edition.downloads.markdown",
    "jsonl": "build_edition.downloads.passages",
    "csv": "build_edition.downloads.table",
    "sqlite": "build_edition.downloads.database",
}
LABELS: Mapping[str, str] = {
    "text": "Text", "markdown": "Markdown", "jsonl": "JSON Lines", "sqlite": "SQLite"
}  # fmt: skip
OFFLINE = "offline"  # the site for a disk: made from the built site, and of the whole edition alone
ALL = "all"


def known() -> tuple[str, ...]:
    """Every name that can be asked for."""
    return (*MODULES, OFFLINE, ALL)


def named(values: Iterable[str]) -> tuple[str, ...]:
    """The formats that are asked for, each once, in the order in which they are offered; `all` is all of them.

    A value may hold several, parted by commas. Raises `UsageError` for a name that no format has.
    """
    asked = {name for value in values for part in value.split(",") if (name := part.strip().casefold())}
    for name in sorted(asked - set(known())):
        meant = nearest(name, list(known()))
        raise UsageError(
            f"there is no format “{name}”",
            remedy=(f"Did you mean {meant}? " if meant else "") + f"The formats are: {', '.join(known())}.",
        )
    return tuple(name for name in (*MODULES, OFFLINE) if name in asked or ALL in asked)


def forms(names: Iterable[str]) -> tuple[Form, ...]:
    """What is known of the formats of these names, but of the site for a disk, which needs a site."""
    found = (import_module(MODULES[name]).FORMAT for name in names if name != OFFLINE)
    return tuple(form for form in found if isinstance(form, Form))


def every() -> tuple[Form, ...]:
    """What is known of all of them, but of the site for a disk."""
    return forms(MODULES)


def label(form: Form) -> str:
    """The name of a format in a link."""
    return LABELS.get(form.name, form.name.upper())
