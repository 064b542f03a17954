"""The page of the concordance: every occurrence of an entry in its context, aligned on the keyword.

The lines are data (`writers/concordance.py`), a file for each entry; `js/entries/concordance.js` shows them here,
and `js/entries/in-context.js` below an entry.  Without scripts the page lists the files.
"""

from __future__ import annotations

from build_edition.publish.page import Page, front_matter
from build_edition.whole import Whole
from build_edition.writers.concordance import FOLDER
from build_edition.writers.escaping import attribute, html

PATH = "concordance/index.md"


def concordance_page(whole: Whole) -> Page | None:
    """The page of the concordance; None for an edition without glossary and registers."""
    named = [entry for entry in whole.entries.values() if whole.occurrences.get(entry.id)]
    if not named:
        return None
    options = "\n".join(f'<option value="{attribute(entry.label)}"></option>' for entry in named)
    lists = "\n".join(
        f'<li><a href="../{FOLDER}/{attribute(entry.id)}.json">{html(entry.label)}</a></li>' for entry in named
    )
    parts = [
        front_matter(
            "Concordance", "concordance", f"Keywords in context from {whole.project.edition.title}", "toc"
        ),
        "# Concordance {.added}",
        '<p class="lead-in added">Every place where a term, person, place, body, event or work is named, with the '
        "words around it.</p>",
        '<form class="concordance-form ed-filters added" hidden>\n'
        '<label class="ed-filter-field"><span>Entry</span> '
        '<input name="of" list="concordance-entries" autocomplete="off"></label>\n'
        f'<datalist id="concordance-entries">\n{options}\n</datalist>\n</form>',
        '<p class="concordance-state added" role="status"></p>',
        f"<noscript>\n<p>This page needs scripts. Its data are files:</p>\n<ul>\n{lists}\n</ul>\n</noscript>",
    ]
    return Page(PATH, "Concordance", "\n\n".join(parts) + "\n")
