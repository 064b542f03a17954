"""The tables of what was done to the sources, and of what leads from place to place."""

from __future__ import annotations

from build_edition.writers.database.columns import (
    CERTAINTY,
    DECIDED,
    ID,
    OFFSETS,
    PLACE,
    WORK,
    Table,
    text,
    to,
    whole,
)

DECISIONS = (
    Table(
        "emendations",
        "What the editors decided about words: emendations, conjectures, doubts, slips, calls that they placed.",
        (
            ID,
            WORK,
            text("kind", "emendation, conjecture, doubt, slip, stet or supplied call", needed=True),
            whole("record", "which of the records of its file, from 1"),
            *OFFSETS,
            *PLACE,
            *DECIDED,
        ),
    ),
    Table(
        "interventions",
        "Every change to a source, by rule or by the editors, letter by letter.",
        (
            ID,
            WORK,
            text("kind", "word, hyphen, dress, join or forme work", needed=True),
            text("rule", "the rule, or emendation", needed=True),
            whole("record", "which of the emendations of the work, from 1", needed=False),
            *OFFSETS,
            *PLACE,
            *DECIDED,
        ),
    ),
    Table(
        "references_",
        "Words that lead elsewhere: to a passage or page, to the bibliography, to an event.",
        (
            ID,
            to("passage_id", "passages", "the passage in which they stand", True),
            text("words", "the words", needed=True),
            text("kind", "what `target` is: passage, bib, or the kind of an entry", needed=True),
            text("target", "what they lead to, by its id", needed=True),
            to("target_passage_id", "passages", "the passage, where it is one"),
            to("bibliography_id", "bibliography", "the entry of the bibliography, where it is one", kind="TEXT"),
            to("term_id", "terms", "the entry, where it is one", kind="TEXT"),
            text("locator", "the place in an entry of the bibliography"),
            text("relation", "what the words do with their target, where a record says so"),
            CERTAINTY,
            whole("recorded", "1 where an editor’s record says so, 0 where a rule found it"),
            text("note", "the editors’ remark"),
        ),
    ),
)
