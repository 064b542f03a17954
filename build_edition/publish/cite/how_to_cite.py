"""How to cite from a page, said on the page itself: the citation in full in each style, for its first passage.

Every other one is cited in the same form, with its own number and page; `js/cite/cite.js` fills these in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_edition.apparatus.divisions import Division
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.records import EditionRecord
from build_edition.publish.cite.places import printed, values
from build_edition.publish.cite.runs import as_html
from build_edition.publish.cite.works import Styled
from build_edition.work import Work
from build_edition.writers.escaping import html

_FILES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON with all that is needed to cite a passage"}


def how_to_cite(
    edition: EditionRecord,
    work_id: str,
    work: Work,
    division: Division,
    passages: Sequence[Passage],
    cited: Sequence[Styled],
) -> str:
    """What the record of a page says of citing, as HTML; `cited` is the work in each style."""
    first = next((one for one in passages if one.is_citable and one.division == division.key), None)
    if first is None:
        return "It has no passages with numbers of their own; cite the work."
    said = (
        f"By passage, such as <b>{html(work_id)}/{html(first.id)}</b> for the first one here; "
        "the number beside each passage is a link to it."
    )
    if not cited:
        return said
    page = printed(work, first.start, first.end)
    upward = "../" if division.key else ""
    files = ", ".join(f'<a href="{upward}cite.{name}">{label}</a>' for name, label in _FILES.items())
    return (
        f"{said} That passage is cited so, and every other one with its own number"
        f"{' and printed page' if page else ''}:{_styles(cited, values(edition, work_id, first.id, page))} "
        f"The work: {files}."
    )


def _styles(cited: Sequence[Styled], filled: Mapping[str, str]) -> str:
    """A list of styles, each with the pieces of its citation."""
    rows = []
    for style in cited:
        pieces = (
            (part.name, as_html(part.paged if filled["page"] else part.unpaged, filled)) for part in style.parts
        )
        said = "".join(f'<li><span class="part">{html(name)}:</span> {words}</li>' for name, words in pieces)
        rows.append(f'<li><span class="style">{html(style.name)}</span><ul>{said}</ul></li>')
    return f'<ul class="citations">{"".join(rows)}</ul>'
