"""Running pandoc over a document that is nothing but citations.

The document is made and read as pandoc's own tree (JSON), so that no letter of a locator is taken for mark-up.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

from build_edition.errors import EditionError
from build_edition.publish.cite.formatted import Formatted

API = [1, 23]  # of the tree; pandoc 3
SECONDS = 120
Tree = dict[str, Any]
_OTHER = "something:else"  # no key of a bibliography has a colon


@dataclass(frozen=True, slots=True)
class Cite:
    """A work cited by its key, with the place in it as it was written ("p. 5"), or none."""

    key: str
    locator: str = ""


def find_pandoc() -> str | None:
    """The pandoc that pypandoc-binary brings, else one that is installed; None where there is none."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        return which("pandoc")


def document(cites: Sequence[Cite], language: str) -> Tree:
    """A document of one paragraph for each citation, which lists all entries of the bibliography.

    Something else is cited between any two, else a style might write "ibid." for the second.
    """
    meta = {
        "nocite": {"t": "MetaInlines", "c": [_cite("*", [])]},
        "lang": _text(language),
        "references": {
            "t": "MetaList",
            "c": [{"t": "MetaMap", "c": {"id": _text(_OTHER), "type": _text("book")}}],
        },
    }
    blocks = [_paragraph(one) for cite in cites for one in (cite, Cite(_OTHER))]
    return {"pandoc-api-version": API, "meta": meta, "blocks": blocks}


def _text(text: str) -> Tree:
    return {"t": "MetaString", "c": text}


def _paragraph(cite: Cite) -> Tree:
    return {"t": "Para", "c": [_cite(cite.key, _words(f", {cite.locator}") if cite.locator else [])]}


def _cite(key: str, suffix: list[Tree]) -> Tree:
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": suffix,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], [{"t": "Str", "c": ""}]]}


def _words(text: str) -> list[Tree]:
    words: list[Tree] = []
    for word in text.split():
        words += [{"t": "Space"}] * bool(words) + [{"t": "Str", "c": word}]
    return words


def run_pandoc(pandoc: str, tree: Tree, bibliography: Path, style: Path) -> Tree:
    """The document with its citations written out; raises `EditionError` where pandoc refuses."""
    command = [
        pandoc, "--from=json", "--to=json", "--citeproc", f"--bibliography={bibliography}", f"--csl={style}",
    ]  # fmt: skip
    result: Tree = _asked(command, json.dumps(tree), bibliography)
    return result


def _asked(command: list[str], given: str, bibliography: Path) -> Any:
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EditionError(f"pandoc could not be run: {error}", where=command[0]) from error
    if done.returncode:
        said = " ".join(done.stderr.split())
        raise EditionError(
            f"pandoc cannot make the citations: {said}",
            where=bibliography.name,
            remedy="Look at what it says; the bibliography is BibLaTeX, the style CSL 1.0.",
        )
    return json.loads(done.stdout)


def csl_items(pandoc: str, bibliography: Path) -> list[Tree]:
    """The entries of a BibLaTeX file as pandoc reads them, in CSL-JSON."""
    items: list[Tree] = _asked([pandoc, "--from=biblatex", "--to=csljson", str(bibliography)], "", bibliography)
    return items


def entries_of(tree: Tree) -> Mapping[str, Formatted]:
    """The entries of the bibliography by key, in the order of the style."""
    found: dict[str, Formatted] = {}
    for block in tree["blocks"]:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            for entry in block["c"][1]:
                (name, _, _), paragraphs = entry["c"]
                found[name.removeprefix("ref-")] = Formatted.of([i for p in paragraphs for i in p["c"]])
    return found


def citations_of(tree: Tree, cites: Sequence[Cite]) -> Mapping[Cite, Formatted]:
    """The words of each citation, without the brackets or the full stop that the style puts about it."""
    return dict(zip(cites, words_of(tree), strict=True))


def words_of(tree: Tree) -> list[Formatted]:
    """The same, one after another."""
    paragraphs = [block for block in tree["blocks"] if block["t"] == "Para"][::2]
    found = []
    for paragraph in paragraphs:
        inlines = next(i for i in paragraph["c"] if i["t"] == "Cite")["c"][1]
        if inlines and inlines[0]["t"] == "Note":
            inlines = [i for block in inlines[0]["c"] for i in block["c"]]
        found.append(_bare(Formatted.of(inlines)))
    return found


def _bare(words: Formatted) -> Formatted:
    if words.text.startswith("(") and words.text.endswith(")"):
        return Formatted(words.html[1:-1], words.text[1:-1])
    for end, kept in (("..", "."), (".”", "”"), (".", "")):
        if words.text.endswith(end):
            return Formatted(_ended(words.html, end, kept), _ended(words.text, end, kept))
    return words


def _ended(text: str, end: str, kept: str) -> str:
    """The text with `kept` for its `end`, which an emphasis may close around."""
    before, _, after = text.rpartition(end)
    return f"{before}{kept}{after}"
