"""The web essay: its page in the manner of a magazine's site, and the text that a browser shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from build_edition.evaluate.truth import Block
from build_edition.specimen.maker.compose import Composed
from build_edition.specimen.maker.tools import find

TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "--", "–": "-", "…": "..."})
TAGS = {"head": "h2", "fw": "div", "byline": "div", "note": "div", "item": "div", "epigraph": "blockquote"}


def page(blocks: Sequence[Composed], title: str) -> str:
    """The HTML page. Side-heads run in before their paragraph; quotation marks and dashes are as typed."""
    parts = []
    run_in = ""
    for composed in blocks:
        block = composed.block
        if block.run_in:
            run_in = f"<b>{_html(block)}</b> "
            continue
        marker = f"{block.marker} " if block.marker else ""
        tag = "div" if block.within else TAGS.get(block.kind, "p")  # a box is set tight
        if block.kind == "epigraph":
            parts.append(f"<{tag}>{_html(block).replace(chr(10), '<br>')}</{tag}>")
        else:
            parts.append(f"<{tag}>{run_in}{marker}{_html(block)}</{tag}>")
        run_in = ""
    opening = f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>\n<body>'
    return "\n".join((opening, *parts, "</body></html>\n"))


def _html(block: Block) -> str:
    return escape(block.text.translate(TYPED), quote=False)


def shown_text(html: str) -> str:
    """The text of a page as Chromium shows it and copies it."""
    from playwright.sync_api import sync_playwright  # here, for only the maker of the specimen has it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find("chromium"), args=["--no-sandbox"])
        view = browser.new_page()
        view.set_content(html)
        text = str(view.evaluate("document.body.innerText"))
        browser.close()
    return text.strip() + "\n"
