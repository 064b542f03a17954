"""A document as one HTML page that asks nothing of any host and runs no script."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from build_edition.report.document import Differs, Document, Item, Line, Name, Prose, Quote, Run, Say, Section
from build_edition.report.inert import for_page

LONGEST = 20_000  # characters of one quotation


def as_page(document: Document) -> str:
    """The page, whole."""
    lead = "\n".join(f"<p>{_line(one)}</p>" for one in document.lead)
    sections = "\n".join(_section(number, one) for number, one in enumerate(document.sections, 1))
    plain = " ".join(for_page(run.text) for run in document.title if not isinstance(run, Differs))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{plain}</title>
<style>
{files(__package__).joinpath("style.css").read_text(encoding="utf-8")}</style>
</head>
<body>
<header>
<h1>{_line(document.title)}</h1>
{lead}
{_counts(document)}
</header>
{_contents(document)}
<main>
{sections}
</main>
</body>
</html>
"""


def _counts(document: Document) -> str:
    rows = "\n".join(f'<tr><th scope="row">{what}</th><td>{count}</td></tr>' for what, count in document.counts)
    return f"<table>\n{rows}\n</table>" if rows else ""


def _contents(document: Document) -> str:
    entries = "\n".join(
        f'<li class="l{one.level}"><a href="#s{number}">{_line(one.title)}</a></li>'
        for number, one in enumerate(document.sections, 1)
    )
    return f'<nav aria-label="Contents">\n<ul>\n{entries}\n</ul>\n</nav>' if len(document.sections) > 2 else ""


def _section(number: int, section: Section) -> str:
    lead = "".join(f"<p>{_line(one)}</p>\n" for one in section.lead)
    items = "\n".join(_item(item) for item in section.items)
    heading = f'<h{section.level} id="s{number}">{_line(section.title)}</h{section.level}>\n'
    return heading + lead + (f"<ol>\n{items}\n</ol>" if items else "")


def _item(item: Item) -> str:
    lines = "".join(f"\n<p>{_line(one)}</p>" for one in item.lines)
    return f'<li><p class="head">{_line(item.head)}</p>{lines}</li>'


def _line(runs: Line) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run:
        case Say(text):
            return escape(text)
        case Prose(text):
            return for_page(text, LONGEST)
        case Name(text):
            return f"<b>{for_page(text)}</b>"
        case Quote(text):
            return f"<q>{for_page(text, LONGEST)}</q>"
        case Differs():
            return f'<span class="words">{_differing(run)}</span>'


def _differing(words: Differs) -> str:
    signs = {"same": "{}", "out": "<del>{}</del>", "in": "<ins>{}</ins>"}
    return " ".join(signs[kind].format(for_page(text, LONGEST)) for kind, text in words.runs())
