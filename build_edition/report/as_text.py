"""A document as plain text for a terminal: what is left out stands in [-…-], what comes in stands in {+…+}."""

from __future__ import annotations

from build_edition.report.document import Differs, Document, Item, Line, Run, Say, Section
from build_edition.report.inert import shown

MOST = 20  # items of a section


def as_text(document: Document, most: int = MOST) -> str:
    """The document, with no more than `most` items of each section."""
    width = max((len(what) for what, _ in document.counts), default=0)
    counts = [f"  {what:{width}}  {count}" for what, count in document.counts]
    parts = [_line(document.title), *(_line(one) for one in document.lead), "\n".join(counts)]
    for section in document.sections:
        parts += _section(section, most)
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(section: Section, most: int) -> list[str]:
    title = _line(section.title)
    underlined = f"{title}\n{('=' if section.level == 2 else '-') * min(len(title), 79)}"
    lines = [_item(item) for item in section.items[:most]]
    if left := len(section.items) - most:
        lines += [f"  … and {left:,} {section.many} more: --output FILE.html has all"] if left > 0 else []
    return [underlined, *(_line(one) for one in section.lead), "\n".join(lines)]


def _item(item: Item) -> str:
    return "\n".join([f"* {_line(item.head)}", *(f"    {_line(one)}" for one in item.lines)])


def _line(runs: Line) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run:
        case Say(text):
            return text
        case Differs():
            signs = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
            return " ".join(signs[kind].format(shown(text)) for kind, text in run.runs())
    return shown(run.text)
