"""The rules: how a source becomes a transcript, in the one order that `RULES` lists.

In: a `Source` and its layout.  Out: a `Transcript`.  Each rule is one module with one function
`apply(draft)`; it may assume what the rules above it in the list have marked, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from build_edition.rules import (
    emphasis,
    encoding,
    figures,
    forme_work,
    headings,
    headings_unwrapped,
    impossible_pairs,
    inner_hyphens,
    line_joins,
    lists,
    loose_pages,
    lost_characters,
    markdown_signs,
    misread_brackets,
    misread_characters,
    note_calls,
    notes,
    opening_capitals,
    page_beginnings,
    paragraphs,
    paragraphs_unwrapped,
    possessives,
    quotation_marks,
    quotations,
    ranges,
    sidebars,
    site_furniture,
    small_capitals,
    spaced_hyphens,
    spacing,
    stray_stops,
    suspects,
    tables,
    thematic_breaks,
    typography,
)
from build_edition.rules.draft import Draft, Layout
from build_edition.source import Source
from build_edition.transcript import Transcript

Account = Literal["forme work", "joined", "normalised", "emended"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by the name of its module, and what it does.

    `accounts` gives each name that its interventions bear, and under which head `check` accounts for them;
    it is empty for a rule that only marks.
    """

    name: str
    apply: Callable[[Draft], None]
    accounts: Mapping[str, Account] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that its interventions bear."""
        return tuple(self.accounts)


RULES: tuple[Rule, ...] = (
    Rule("encoding", encoding.apply, {"encoding": "normalised"}),
    Rule("thematic_breaks", thematic_breaks.apply),
    Rule("site_furniture", site_furniture.apply, {"site-furniture": "forme work"}),
    Rule("loose_pages", loose_pages.apply, {"loose-page": "forme work"}),
    Rule("forme_work", forme_work.apply, {"forme-work": "forme work"}),
    Rule("page_beginnings", page_beginnings.apply),
    Rule("markdown_signs", markdown_signs.apply, {"markdown": "normalised"}),
    Rule("emphasis", emphasis.apply, {"markup": "normalised", "superscript": "normalised"}),
    Rule("tables", tables.apply, {"table-markup": "normalised"}),
    Rule("figures", figures.apply),
    Rule("headings", headings.apply),
    Rule("headings_unwrapped", headings_unwrapped.apply, {"heading-markup": "normalised"}),
    Rule(
        "notes",
        notes.apply,
        {"note-markup": "normalised", "note-number": "emended", "forme-work": "forme work"},
    ),
    Rule("lists", lists.apply),
    Rule("sidebars", sidebars.apply),
    Rule("quotations", quotations.apply),
    Rule("paragraphs", paragraphs.apply),
    Rule("paragraphs_unwrapped", paragraphs_unwrapped.apply, {"stray-mark": "emended"}),
    Rule("note_calls", note_calls.apply, {"note-call": "emended"}),
    Rule("line_joins", line_joins.apply, {"line-join": "joined", "line-end-hyphen": "joined"}),
    Rule("typography", typography.apply, {"typography": "normalised"}),
    Rule("ranges", ranges.apply, {"range": "normalised"}),
    Rule("opening_capitals", opening_capitals.apply, {"opening-capitals": "normalised"}),
    Rule("small_capitals", small_capitals.apply, {"small-capitals": "emended"}),
    Rule("inner_hyphens", inner_hyphens.apply, {"inner-hyphen": "emended", "lost-hyphen": "emended"}),
    Rule("stray_stops", stray_stops.apply, {"stray-stop": "emended"}),
    Rule("spacing", spacing.apply, {"spacing": "emended", "doubled": "emended"}),
    Rule("quotation_marks", quotation_marks.apply, {"quotation-mark": "emended"}),
    Rule("misread_brackets", misread_brackets.apply, {"misread-bracket": "emended"}),
    Rule("spaced_hyphens", spaced_hyphens.apply, {"spaced-hyphen": "emended"}),
    Rule("misread_characters", misread_characters.apply, {"misread-character": "emended"}),
    Rule("impossible_pairs", impossible_pairs.apply),
    Rule("possessives", possessives.apply, {"lost-apostrophe": "emended", "stray-apostrophe": "emended"}),
    Rule("suspects", suspects.apply),
    Rule("lost_characters", lost_characters.apply),
)


def transcribe(source: Source, layout: Layout | Literal["auto"] = "auto") -> Transcript:
    """Apply every rule to `source`."""
    from build_edition.rules.evidence.layout.kind import detect

    draft = Draft(source, detect(source) if layout == "auto" else layout)
    for rule in RULES:
        rule.apply(draft)
    return draft.freeze()
