"""A book as Typst source: one work, or the whole edition as a volume.

In: a `Whole` and what the book says of itself.  Out: the main file; it draws on `book.typ` and `back.typ`,
which lie beside this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.back.matter import BackMatter
from build_edition.writers.typst.front import Facts, colophon, contents, record, title_page
from build_edition.writers.typst.prose import title_of, write_prose
from build_edition.writers.typst.setting import Address, Setting, labels_of_all, no_address
from build_edition.writers.typst.text import Entry, write_work

TEMPLATES = ("book.typ", "back.typ")


@dataclass(frozen=True)
class Matter:
    """What goes into a book beside its texts.

    `facts` are those of the book, `of_works` those of each work by its id. `headnotes` by work id and `pages` are
    Markdown; `back` is what follows the texts, whose works, with its marks, are those to be set.
    """

    facts: Facts
    of_works: Mapping[str, Facts] = field(default_factory=dict)
    headnotes: Mapping[str, str] = field(default_factory=dict)
    pages: Sequence[tuple[str, str]] = ()
    address: Address = no_address
    back: BackMatter | None = None

    @property
    def markup(self) -> str:
        """What follows the texts."""
        return self.back.markup if self.back else ""

    @property
    def labels(self) -> frozenset[str]:
        """The labels there."""
        return self.back.labels if self.back else frozenset()

    @property
    def entries(self) -> list[Entry]:
        """The lines of the contents for it."""
        return [Entry(0, part.title, part.label) for part in self.back.parts] if self.back else []


def templates() -> dict[str, str]:
    """The files that a book draws on, by name."""
    folder = files(__package__)
    return {name: (folder / name).read_text(encoding="utf-8") for name in TEMPLATES if (folder / name).is_file()}


def write_of_work(item: EditionWork, matter: Matter, language: str) -> str:
    """The book of one work."""
    setting = Setting(labels_of_all([item]) | matter.labels, matter.address)
    text, entries = write_work(item, setting)
    facts = matter.facts
    note = matter.headnotes.get(item.record.id, "")
    before = [("about-the-text", "Headnote", note)] if note else []
    parts = [
        title_page(facts.get("title", item.record.title), "", facts.get("author", ""), facts.get("edition", "")),
        colophon(facts),
        contents([*(Entry(1, title, name) for name, title, _ in before), *entries, *matter.entries]),
        *(_page(name, title, body, setting) for name, title, body in before),
        _begin(item, ""),
        text,
    ]
    about = facts.get("citation", "")
    opening = _opening(facts.get("title", ""), [facts.get("author", "")], item, language, about, facts)
    return _in_parts(opening, parts, matter.markup)


def _in_parts(opening: str, text: Iterable[str], behind: str) -> str:
    """The main file: the text and what stands behind it, which are set apart before they are set together."""
    parts = [opening, '#if holds("text") [', *text, "]"]
    if behind:
        parts += ['#if holds("behind") [', "#begin-behind", behind, "]"]
    return "\n".join([*parts, ""])


def _opening(title: str, by: list[str], item: EditionWork | None, language: str, about: str, facts: Facts) -> str:
    names = ", ".join(escaping.string(name) for name in by if name)
    keywords = f"({escaping.string(item.record.id)},)" if item else "()"
    return (
        '#import "book.typ": *\n#import "back.typ": *\n'
        f"#show: book.with(title: {escaping.string(title)}, author: ({names}{',' if names else ''}), "
        f"keywords: {keywords}, language: {escaping.string(language)}, about: {escaping.string(about)}"
        f"{_dated(facts.get('version_date', ''))})\n"
    )


def _dated(day: str) -> str:
    """The day of the edition's version; without one a book bears the date that `book.typ` gives it."""
    if not day:
        return ""
    year, month, of_month = (int(part) for part in day.split("-"))
    return f", date: datetime(year: {year}, month: {month}, day: {of_month})"


def _page(name: str, title: str, markdown: str, setting: Setting, below: int = 1) -> str:
    """A page of prose under its own title."""
    head = (
        f'#head(level: 1, style: "chapter", bare: {escaping.string(title)}, label-name: {escaping.string(name)})'
    )
    return (
        f'#division("page", running: {escaping.string(title)});\n{head}{escaping.content(title)};\n'
        + write_prose(markdown, setting, below)
    )


def _begin(item: EditionWork, label: str) -> str:
    title, author = escaping.string(item.record.title), escaping.string(", ".join(item.entry.authors))
    return f"#work-begin({title}, {author}, {escaping.string(label)});\n"


def write_volume(
    whole: Whole, items: Sequence[EditionWork], matter: Matter, title: str, subtitle: str, by: str
) -> str:
    """The whole edition as one book: what its editors wrote, then each text with its headnote and its record."""
    setting = Setting(labels_of_all(items) | matter.labels, matter.address)
    entries: list[Entry] = []
    parts: list[str] = []
    for name, markdown in matter.pages:
        heading = title_of(markdown) or name
        entries.append(Entry(0, heading, f"page:{name}"))
        parts.append(f'#division("page", running: {escaping.string(heading)}, label-name: "page:{name}");\n')
        parts.append(write_prose(markdown, setting))
    for item in items:
        label = labels.of_work(item.record.id)
        entries.append(Entry(0, f"{item.record.title}", label))
        setting.set.add(label)
        parts.append(_half_title(item, label, matter, setting))
        if item.work is not None:
            text, listed = write_work(item, setting, below=1)
            parts.append(text)
            entries += listed
    language = whole.project.edition.language
    front = [
        title_page(title, subtitle, by, f"Version {matter.facts.get('version', '')}"),
        colophon(matter.facts),
        contents([*entries, *matter.entries]),
    ]
    opening = _opening(title, list(whole.project.edition.editors), None, language, subtitle, matter.facts)
    return _in_parts(opening, [*front, *parts], matter.markup)


def _half_title(item: EditionWork, label: str, matter: Matter, setting: Setting) -> str:
    """The page before a text in a volume: title, author, headnote, rights and source."""
    facts = matter.of_works.get(item.record.id, {})
    note = matter.headnotes.get(item.record.id, "")
    given = ", ".join(
        escaping.string(text)
        for text in (facts.get("title", item.record.title), facts.get("author", ""), facts.get("published", ""))
    )
    return (
        "#pagebreak(weak: true)\n" + _begin(item, label) + f"#half-title({given});\n"
        + (write_prose(note, setting, below=1) if note else "") + record(facts)
    )  # fmt: skip
