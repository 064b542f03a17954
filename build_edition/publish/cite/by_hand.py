"""Citations in what editors write: `[@smith-1960, p. 5; see @jones-1970]`, made into notes, or words in brackets.

No plugin of MkDocs does it: mkdocs-bibtex loses the place in a work, and another engine would show the signs
as they are.  What leaves here is plain Markdown; its links are Markdown's own, which every engine follows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_edition.edition.loading.advice import nearest
from build_edition.edition.loading.loader import read_text, together
from build_edition.edition.project import BIBLIOGRAPHY, PAGES, Project
from build_edition.errors import RecordError
from build_edition.publish.cite.citations import Citations
from build_edition.publish.cite.formatted import stopped
from build_edition.publish.cite.pandoc import Cite
from build_edition.writers.escaping import attribute, html

_FENCED = r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[`~]*[ \t]*$"
_CODE = r"(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"
_GROUP = (
    r"(?P<space>(?<=\S)[ \t]*\n[ \t]*|[ \t]*)(?<!\\)\[(?P<group>(?:[^\[\]\n@]+ )?@[^\[\]]*)\]"
    r"(?![\[(:{])(?P<stop>[.,;:?!]?)"
)
AS_IT_IS = f"{_FENCED}|{_CODE}|<!--.*?-->"  # code and comments, in which nothing is a citation or a link
_PIECES = re.compile(f"{AS_IT_IS}|{_GROUP}", re.DOTALL | re.MULTILINE)
_TAGS = re.compile(r"(<[^>]*>)")
_SIGNS = re.compile(r"[\\`*_{}\[\]]")
_ITEM = re.compile(
    r"(?:(?P<prefix>[^@]+?)\s+)?@(?P<key>[A-Za-z0-9_][A-Za-z0-9_-]*)(?:\s*,\s*(?P<locator>[^@]+))?", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Item:
    """One work of a citation, with the words before it ("see")."""

    cite: Cite
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands in one pair of brackets; `stop` is the punctuation mark that follows it."""

    items: tuple[Item, ...]
    space: str
    stop: str


@dataclass(frozen=True, slots=True)
class CitingPage:
    """A text in pieces, with the citations between them; `path` is that of the page it stands on."""

    path: str
    pieces: tuple[str | Group, ...]
    name: str = ""

    @property
    def title(self) -> str:
        """What it is called: by `name`, else its first heading."""
        if self.name:
            return self.name
        first = self.pieces[0] if isinstance(self.pieces[0], str) else ""
        match = re.search(r"^#[ \t]+(.+?)[ \t]*(?:\{[^}]*\})?[ \t]*$", first, re.MULTILINE)
        return match[1] if match else self.path.removesuffix(".md")

    @property
    def cites(self) -> Iterator[Cite]:
        for piece in self.pieces:
            if isinstance(piece, Group):
                yield from (item.cite for item in piece.items)


def written_pages(docs: Path) -> Iterator[tuple[str, str]]:
    """Every Markdown page below the folder `docs`: its path there and its text; those for editing are none.

    Raises `RecordError` for one that cannot be read.
    """
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if name.startswith(f"{PAGES.name}/"):
            continue
        yield name, read_text(path, f"docs/{name}")


def citing_pages(project: Project) -> tuple[CitingPage, ...]:
    """The pages and headnotes of the edition that cite; raises `RecordError` with all that is wrong in them."""
    texts = [(text, name, f"docs/{name}", "") for name, text in written_pages(project.root / "docs")]
    for work in project.works:
        text = project.headnotes.get(work.id, "")
        texts.append(
            (text, f"works/{work.id}/index.md", f"edition/headnotes/{work.id}.md", f"{work.title} (headnote)")
        )
    problems: list[RecordError] = []
    pages = [
        replace(read_page(text, path, where, project.bibliography, problems), name=name)
        for text, path, where, name in texts
    ]
    if problems:
        raise together(problems)
    return tuple(page for page in pages if next(page.cites, None))


def read_page(text: str, path: str, name: str, known: Collection[str], problems: list[RecordError]) -> CitingPage:
    """The text of the page at `path` in pieces; what is wrong in it is added to `problems`.

    `name` names the file in errors; `known` are the keys of the bibliography.
    """
    pieces: list[str | Group] = []
    here = 0
    for match in _PIECES.finditer(text):
        if match["group"] is None:
            continue  # code and comments stay as they are
        where = f"{name}, line {text.count(chr(10), 0, match.start('group')) + 1}"
        items = tuple(_items(match["group"], where, known, problems))
        pieces += [text[here : match.start()], Group(items, match["space"], match["stop"])]
        here = match.end()
    return CitingPage(path, (*pieces, text[here:]))


def _items(group: str, where: str, known: Collection[str], problems: list[RecordError]) -> Iterator[Item]:
    for part in group.split(";"):
        match = _ITEM.fullmatch(part.strip())
        if match is None:
            problems.append(
                RecordError(
                    f"“[{group}]” is no citation",
                    where=where,
                    remedy="Write [@key], [@key, p. 5] or [see @key; @other, ch. 2]; for the sign itself, \\[@.",
                )
            )
        elif match["key"] not in known:
            meant = nearest(match["key"], sorted(known))
            problems.append(
                RecordError(
                    f"cites “{match['key']}”, which is no entry of {BIBLIOGRAPHY.as_posix()}",
                    where=where,
                    remedy=f"Did you mean @{meant}?" if meant else "Add the entry there.",
                )
            )
        else:
            yield Item(Cite(match["key"], " ".join((match["locator"] or "").split())), match["prefix"] or "")


def resolved(
    page: CitingPage, citations: Citations, bibliography: str, anchor: str = "cite", label: str = ""
) -> str:
    """The text as Markdown, its citations made, with its notes at the end.

    `bibliography` is the way from it to the file of that page; the ids of notes begin with `anchor`. The notes
    have a heading, unless the text is part of a page, whose notes a `label` names.
    """
    out: list[str] = []
    notes: list[str] = []
    for piece in page.pieces:
        if isinstance(piece, str):
            out.append(piece)
        elif citations.in_notes:
            n = len(notes) + 1
            notes.append(_note(f"{anchor}-{n}", n, _words(piece, citations, bibliography, note=True)))
            call = f'<a id="{anchor}-{n}-call" href="#{anchor}-{n}" role="doc-noteref">{n}</a>'
            out.append(f'{piece.stop}<sup class="call">{call}</sup>')
        else:
            out.append(f"{piece.space}({_words(piece, citations, bibliography, note=False)}){piece.stop}")
    return "".join(out).rstrip("\n") + "\n" + (_notes(notes, anchor, label) if notes else "")


def _words(group: Group, citations: Citations, bibliography: str, note: bool) -> str:
    parts = []
    for item in group.items:
        cited = citations.cited[item.cite].html
        if note and item is group.items[-1]:
            cited = stopped(cited)
        words = f"[{_no_signs(cited)}]({bibliography}#{item.cite.key})"
        parts.append(f"{html(item.prefix)} {words}" if item.prefix else words)
    said = "; ".join(parts)
    return _begun(said) if note else said


def _begun(said: str) -> str:
    """Words as a sentence begins, also where they begin with a link."""
    return re.sub(r"^\[?\w", lambda first: first[0].upper(), said)


def _no_signs(text: str) -> str:
    """HTML whose letters cannot be taken for signs of Markdown."""
    return "".join(
        piece if piece.startswith("<") else _SIGNS.sub(lambda sign: f"\\{sign[0]}", piece)
        for piece in _TAGS.split(text)
    )


def _note(anchor: str, n: int, words: str) -> str:
    back = (
        f'<a class="note-n added" href="#{anchor}-call" role="doc-backlink" '
        f'aria-label="Note {n}: back to its call">{n}</a>'
    )
    inner = f'<div role="doc-footnote" markdown="block">\n\n{back} {words}\n{{: .p}}\n\n</div>'
    return f'<li id="{anchor}" class="note" markdown="block">\n\n{inner}\n\n</li>'


def _notes(notes: list[str], anchor: str, label: str) -> str:
    listed = "\n".join(notes)
    heading = "" if label else f"## Notes {{#{anchor}-notes .added}}\n\n"
    return (
        f'\n<section class="endnotes" role="doc-endnotes" aria-label="{attribute(label or "Notes")}" markdown="1">'
        f'\n\n{heading}<ol class="notes" markdown="1">\n{listed}\n</ol>\n\n</section>\n'
    )
