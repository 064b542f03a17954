"""What can be wrong with what leads from one place of a text to another, and with dates."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "crossref",
        "error",
        "A record of a cross-reference does not match its source, or leads to what is not there.",
        "The reader would be led nowhere, or from words that do not stand there.",
        "Correct the record: `read` quotes the words on `line` of the source, and `to` is a passage, a page, a "
        "section, a work or an entry that there is.",
        "edition/crossrefs.yml, line 6: level-water-1987/99.1 is no passage",
        ignorable=False,
    ),
    Kind(
        "crossref-nowhere",
        "note",
        "A text refers to a page, figure or table of its own that this text does not have.",
        "The words stay plain. Often the source has lost the figure, or counts pages in another way.",
        "Record what it means in `edition/crossrefs.yml`, or `to: none` if it leads nowhere here.",
        "level-water-1987, line 94 of the source: refers to “see p. 212”: no such page is in the source",
    ),
    Kind(
        "chronology-nowhere",
        "error",
        "An event names an entry of a work's chronology that is not there.",
        "The event and the entry would be shown as two.",
        "Correct `chronology` in `edition/registers/events.yml`: it takes the passage of the entry.",
        "edition/registers/events.yml, `great-thaw`: `chronology` names level-water-1987/chronology.9, which is "
        "no entry of a chronology",
    ),
    Kind(
        "chronology-undated",
        "note",
        "An entry of a work's chronology has no date that can be read.",
        "It stands in the work's own list and not in the time-line of the edition.",
        "If the date is misread, emend it. If it is no entry at all, correct the structure of the list.",
        "level-water-1987/chronology.4: has no date that can be read: 'after the flood'",
    ),
)
