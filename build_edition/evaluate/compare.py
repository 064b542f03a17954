"""Comparing a transcript with the truth of its work, told by blocks.

Places are compared by the line of the source that they fall on. The truth is first laid upon the source itself,
so a measure of structure owes nothing to how the words came out; what the source has lost altogether (a call
that the OCR program dropped) is left out, since no rule could find it.
"""

from __future__ import annotations

from itertools import takewhile

from build_edition.evaluate.alternatives import allowed
from build_edition.evaluate.marked import Marked
from build_edition.evaluate.measures import Difference, Found, Measure, Scope, Share, explained, found, share
from build_edition.evaluate.naming import block_name, call_name, extent_name, page_name
from build_edition.evaluate.note_measures import notes
from build_edition.evaluate.printed import Printed
from build_edition.evaluate.text_errors import text_errors
from build_edition.evaluate.title import Title
from build_edition.evaluate.truth import Truth
from build_edition.transcript import Transcript


def compare(transcript: Transcript, truth: Truth, scope: Scope = Scope()) -> dict[str, Measure]:  # noqa: B008 - frozen
    """Every measure that the truth can speak on, by name."""
    want, have = Printed(truth, transcript.source), Marked(transcript)
    measures = {
        **_text(want, have, scope),
        **_structure(want, have, scope),
        "hyphens": _hyphens(want, have, scope),
    }
    return {
        name: explained(measure, have.at, want.at) if isinstance(measure, Found) else measure
        for name, measure in measures.items()
        if name not in truth.silent
    }


def _text(want: Printed, have: Marked, scope: Scope) -> dict[str, Measure]:
    """Errors of the text, the title and the byline apart; what of these the source lacks is left out."""
    title = Title(want)
    extract = have.running_text(scope, notes=not want.truth.has_bodies, without=title.spans)
    true = allowed(extract.text, want.running_text(scope).removeprefix(title.text), want.truth.alternatives)
    words, characters = text_errors(extract.text, true, extract.line)
    return {"words": words, "characters": characters, **title.measures(have, scope)}


def _structure(want: Printed, have: Marked, scope: Scope) -> dict[str, Measure]:
    """What begins where, and how far it goes."""
    only = scope.only
    pages, true_pages = scope.only_items(have.pages()), scope.only_items(want.pages())
    heads = scope.only_items({want.heading_line(*lines): level for lines, level in have.headings().items()})
    true_heads = scope.only_items(want.headings())

    def paragraph(line: int) -> str:
        return block_name("p", {}, line, line)

    def starts(kind: str) -> Found:
        true = only(want.starts(kind))
        return found(only(have.starts(kind)), true, name=lambda line: block_name(kind, {}, line, line))

    return {
        "forme_work": found(
            only(have.deleted_lines()), only(want.forme_lines()), want.unclear_lines(), lambda _: "forme work"
        ),
        "page_beginnings": found(pages, true_pages, name=lambda line: page_name(line, true_pages | pages)),
        "page_numbers": share(pages, {line: n for line, n in true_pages.items() if n}),
        "headings": found(
            heads,
            true_heads,
            want.neutral_heads(),
            lambda line: block_name("head", {"level": true_heads.get(line, heads.get(line))}, line, line),
        ),
        "heading_levels": share(heads, true_heads),
        "note_calls": found(
            only(have.calls() - (want.misread_calls() - want.calls())), only(want.calls()), name=call_name
        ),
        **notes(want, have, scope),
        "quotations": found(
            only(have.quotations(past_notes=want.truth.has_bodies)), only(want.quotations()), name=extent_name
        ),
        "list_items": starts("item"),
        "paragraphs": found(
            only(have.paragraphs(continues=False)),
            only(want.paragraphs(continues=False)),
            want.neutral(),
            paragraph,
        ),
        "resumptions": found(
            only(have.paragraphs(continues=True)),
            only(want.paragraphs(continues=True)),
            want.undecided(),
            lambda line: block_name("p", {"continues": True}, line, line),
        ),
    }


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _hyphens(want: Printed, have: Marked, scope: Scope) -> Share:
    """Line-end hyphens: whether the word reads as it should, closed up or with its hyphen."""
    source = have.source
    wrong, of = [], 0
    for before, after, true in want.hyphens():
        line = source.line_number(before)
        if line not in scope:
            continue
        of += 1
        shown = have.between(before + 1, after)
        if shown != true and not _moved_up(have, before + 1, after, true):
            last = source.line_number(after)
            wrong.append(Difference("wrong", line, last, expected=_joint(true), found=_joint(shown)))
    return Share(of - len(wrong), of, tuple(wrong))


def _moved_up(have: Marked, start: int, after: int, true: str) -> bool:
    """Whether the word's rest has been taken up to its beginning, over what stands between them."""
    rest = "".join(takewhile(str.isalpha, have.source.text[after : after + 40]))
    return have.between(start, after + len(rest)).startswith(true + rest) and not have.between(
        after, after + len(rest)
    )


def _joint(between: str) -> str:
    return "closed up" if not between else f"“{_short(between)}” between the halves"
