"""A document as Markdown for a comment on a forge, no longer than a comment may be.

What does not fit is left out evenly, from the end of each section, and said: so one section that is very long
hides none of the others.
"""

from __future__ import annotations

from build_edition.report.document import Differs, Document, Item, Line, Name, Prose, Quote, Run, Say, Section
from build_edition.report.inert import for_markdown, named, prose, quoted, shown

LONGEST = 65_000  # bytes; GitHub takes 65,536 characters, and the others more
STEPS = (1000, 500, 200, 100, 60, 40, 25, 15, 10, 6, 3, 1, 0)  # items of a section that are tried
MARKER = "<!-- build-edition report -->"  # by which a workflow finds its comment again


def as_markdown(document: Document, longest: int = LONGEST) -> str:
    """The document, as much of each section as fits into `longest` bytes of UTF-8."""
    most = max((len(section.items) for section in document.sections), default=0)
    for step in (most, *(step for step in STEPS if step < most)):
        text = _written(document, step)
        if len(text.encode()) <= longest:
            return text
    short = Document(document.title, document.lead, document.counts)
    return _written(short, 0) + "\nThe rest is too long for a comment; the page that was made with it has all.\n"


def _written(document: Document, most: int) -> str:
    parts = [MARKER, f"# {_line(document.title)}", *(_line(one) for one in document.lead)]
    if document.counts:
        rows = "\n".join(f"| {what} | {count} |" for what, count in document.counts)
        parts.append(f"| | |\n|:--|--:|\n{rows}")
    for section in document.sections:
        parts += _section(section, most)
    return "\n\n".join(parts) + "\n"


def _section(section: Section, most: int) -> list[str]:
    parts = [f"{'#' * section.level} {_line(section.title)}", *(_line(one) for one in section.lead)]
    kept = section.items[:most]
    if kept:
        parts.append("\n".join(_item(item) for item in kept))
    if left := len(section.items) - len(kept):
        parts.append(
            f"*{left:,} of {len(section.items):,} {section.many} are left out here, for a comment has a limit; "
            "the page that was made with this has all.*"
        )
    return parts


def _item(item: Item) -> str:
    return "<br>\n  ".join([f"- {_line(item.head)}", *(_line(one) for one in item.lines)])


def _line(runs: Line) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run:
        case Say(text):
            return text
        case Name(text):
            return named(text)
        case Quote(text):
            return quoted(text)
        case Prose(text):
            return prose(text)
        case Differs():
            return f"<code>{_differing(run)}</code>"


def _differing(words: Differs) -> str:
    signs = {"same": "{}", "out": "<del>{}</del>", "in": "<ins>{}</ins>"}
    return " ".join(signs[kind].format(for_markdown(shown(text, 2_000))) for kind, text in words.runs())
