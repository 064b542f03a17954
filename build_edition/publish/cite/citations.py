"""The bibliography of an edition and all that is cited from it, in the words of one style.

pandoc makes them in one call, whose answer is kept in the folder `build` for as long as nothing that it was made
from has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from build_edition.edition.bibliography import BibEntry
from build_edition.edition.project import BIBLIOGRAPHY, Project
from build_edition.errors import RecordError
from build_edition.publish.cite.formatted import Formatted
from build_edition.publish.cite.pandoc import (
    Cite,
    Tree,
    citations_of,
    document,
    entries_of,
    find_pandoc,
    run_pandoc,
)
from build_edition.publish.files import write_whole

CSL = Path(__file__).parent.parent / "csl"
# The notes are short ones, for the bibliography has the rest; so no citation depends on those before it.
STYLES = {
    "chicago-notes": CSL / "chicago-shortened-notes-bibliography-17th-edition.csl",
    "chicago-author-date": CSL / "chicago-author-date-17th-edition.csl",
}
KEPT = "citations.json"
MISSING = (
    "pandoc is not installed: the bibliography and the citations are in a plain form, not in the words of the "
    "style; to have them, install build-edition[citations]"
)


@dataclass(frozen=True)
class Citations:
    """Every entry of the bibliography by key, in its order, and what was cited, as the style words it.

    `in_notes` says whether the style cites in notes, or else in the text, in brackets.
    """

    entries: Mapping[str, Formatted]
    cited: Mapping[Cite, Formatted] = field(default_factory=dict)
    in_notes: bool = True
    warnings: tuple[str, ...] = ()


def cite(project: Project, cites: Iterable[Cite]) -> Citations:
    """The bibliography of `project` and `cites` in the style that the edition names."""
    wanted = sorted(set(cites), key=lambda one: (one.key, one.locator))
    style = style_of(project)
    in_notes = 'class="note"' in style.read_text(encoding="utf-8")
    if not project.bibliography:
        return Citations({}, {}, in_notes)
    pandoc = find_pandoc()
    if pandoc is None:
        return plain(project.bibliography, wanted)
    tree = _tree(pandoc, project, style, wanted)
    made = entries_of(tree)
    entries = {key: made[key] for key in made if key in project.bibliography and made[key].text}
    for key in sorted(project.bibliography.keys() - entries.keys()):  # the style has no words for them
        entries[key] = Formatted.plain(project.bibliography[key].citation_text() or key)
    cited = {
        # a style makes no short form of an issue of a journal, which has no title of its own
        one: words if project.bibliography[one.key].title else _plain_cite(project.bibliography, one)
        for one, words in citations_of(tree, wanted).items()
    }
    return Citations(entries, cited, in_notes)


def style_of(project: Project) -> Path:
    """The file of the style; raises `RecordError` where the edition names one that is not there."""
    name = project.edition.citations
    path = STYLES.get(name) or project.root / name
    if not path.is_file():
        raise RecordError(
            f"`citations` names {name}, and there is no such file",
            where="edition/edition.yml",
            remedy=f"Write {' or '.join(STYLES)}, or the path of a CSL style from the folder of the edition.",
        )
    return path


def _tree(pandoc: str, project: Project, style: Path, cites: list[Cite]) -> Tree:
    """Pandoc's answer, from the last build where it was asked the same."""
    bibliography = project.root / BIBLIOGRAPHY
    asked = document(cites, project.edition.language)
    parts = (json.dumps(asked).encode(), bibliography.read_bytes(), style.read_bytes(), pandoc.encode())
    digest = sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()
    kept = project.root / "build" / KEPT
    if kept.is_file():
        try:
            answer = json.loads(kept.read_text(encoding="utf-8"))
            if answer["asked"] == digest:
                tree: Tree = answer["tree"]
                return tree
        except (ValueError, KeyError, TypeError):
            pass  # what is kept can always be made again
    tree = run_pandoc(pandoc, asked, bibliography, style)
    write_whole(kept, json.dumps({"asked": digest, "tree": tree}, ensure_ascii=False))
    return tree


def plain(bibliography: Mapping[str, BibEntry], cites: Iterable[Cite]) -> Citations:
    """The same without pandoc."""
    ordered = sorted(bibliography.values(), key=lambda entry: (entry.sort_name or entry.title, entry.date))
    entries = {entry.key: Formatted.plain(entry.citation_text()) for entry in ordered}
    return Citations(entries, {one: _plain_cite(bibliography, one) for one in cites}, True, (MISSING,))


def _plain_cite(bibliography: Mapping[str, BibEntry], cite: Cite) -> Formatted:
    """Author, title and place; of a journal's issue its name and date."""
    entry = bibliography[cite.key]
    family = entry.sort_name.partition(",")[0]
    title = f"“{entry.title}”" if entry.container else entry.title
    named = [family, title] if entry.title else [family, entry.container, entry.date_text]
    words = ", ".join(filter(None, named)) or cite.key
    return Formatted.plain(f"{words}, {cite.locator}" if cite.locator else words)
