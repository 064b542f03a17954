"""The reference page of the records: every file of an edition's folder, with an example and its fields."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from build_edition.edition.structure.record import ATTRIBUTES, StructureRecord
from build_edition.reference.fields import heading_of, table_of
from build_edition.reference.files import FILES, File

HEAD = """# The records of an edition

<!-- Written by `make reference` from the models in build_edition/edition/; change it there. -->
"""
ABOUT = """An edition is a folder of small text files. They are below in the order in which an editor meets
them; only `edition/edition.yml`, one file in `edition/works` and the bibliography must be there. All are UTF-8.
A record names a place in a source by its line, counted from 1, and by the words that stand there.
`build-edition check` says of each record that is wrong in which file, line and field, and what to do. The
examples are from Velm, a country that does not exist."""
STRUCTURE = """With `set` go `from` and, unless `from` quotes all the words, `to`; with `unset` go `line` and,
where several such things begin there, `read`; with `call` go `line` and `after`. `by` and `note` go with all
three, `cert` with `set` and `call`. What else a mark may say of itself depends on its kind:"""


def records_page() -> str:
    """The page as Markdown."""
    return "\n".join([HEAD, _filled(ABOUT), *(part for file in FILES for part in _section(file))]).rstrip() + "\n"


def _section(file: File) -> Iterator[str]:
    yield f"## {file.path}\n"
    yield _filled(file.about)
    yield f"```{file.language}\n{file.example.strip()}\n```\n"
    for model in file.models:
        yield f"### {heading_of(model)}\n"
        yield table_of(model)
        if model is StructureRecord:
            yield _filled(STRUCTURE)
            yield _table_of_kinds()
    for name, model in file.extended.items():
        if set(model.model_fields) > set(file.models[-1].model_fields):
            yield f"### {heading_of(model)}\n"
            yield f"An entry of `{name}.yml` may have besides:\n"
            yield table_of(model, file.models[-1])


def _table_of_kinds() -> str:
    rows = (f"| `{kind}` | {', '.join(f'`{name}`' for name in names)} |" for kind, names in ATTRIBUTES.items())
    return "\n".join(["| kind | fields |", "|---|---|", *rows, ""])


def _filled(prose: str) -> str:
    return fill(" ".join(prose.split()), 118, break_long_words=False, break_on_hyphens=False) + "\n"
