"""The page on which a quotation is checked against the texts, in the reader's own browser.

The corpus (`writers/corpus.py`) is its data, and `theme/js/check/` does the work. Without scripts the page says
how to do it by hand.
"""

from __future__ import annotations

from build_edition.publish.page import Page, front_matter
from build_edition.publish.wording import siglum
from build_edition.whole import Whole
from build_edition.writers.corpus import PATH as CORPUS

PATH = "quotation.md"
_FORM = """<form class="ed-check added" hidden>
<label for="ed-check-text">A quotation, as you have it</label>
<textarea id="ed-check-text" name="text" rows="6" spellcheck="false" required></textarea>
<button type="submit" class="ed-button">Check</button>
</form>"""
_BY_HAND = f"""<noscript>
<p>This page needs scripts. Without them, <a href="../works/">open the work</a> and let the browser find a few
words of the quotation on the page; or look for them in <a href="../{CORPUS}">the file of all passages</a>, where
each line tells its work, passage and printed pages. Words in the text may be emended: the apparatus of each work
lists what the source has.</p>
</noscript>"""


def quotation_page(whole: Whole) -> Page | None:
    """The page; None for an edition of which no text is here."""
    if not any(whole.passages.values()):
        return None
    sigla = {item.record.id: siglum(item.entry) for item in whole.works if item.work}
    title = "Check a quotation"
    parts = [
        front_matter(
            title, "quotation", f"Is it so in {whole.project.edition.title}?", "toc", data={"works": sigla}
        ),
        f"# {title} {{.added}}",
        '<p class="lead-in added">Paste what you mean to quote. It is found even where words are wrong, missing '
        "or broken at the ends of lines, and set against the edition word by word. It does not leave your "
        "browser.</p>",
        _FORM,
        '<p class="ed-check-state added" role="status"></p>',
        '<div class="ed-check-results added"></div>',
        _BY_HAND,
    ]
    return Page(PATH, title, "\n\n".join(parts) + "\n")
