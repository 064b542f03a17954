"""What can be found about the source of a work and the text that is made of it."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "source-missing",
        "note",
        "The source of a work is not there; its pages are left out.",
        "The texts are not part of an edition's repository. Without its source a work still has a page that says "
        "what it is and how to supply the text, but neither its records nor its text can be checked against it.",
        "Put the file into one of the folders that `sources` names in `edition/edition.yml`, such as `sources`.",
        "level-water-1987: level-water.txt is in none of the source folders",
    ),
    Kind(
        "source-other",
        "error",
        "A file has the name of a source and another hash.",
        "Records point at lines of one very text. Of another they would say what is not so.",
        "Supply the file that the record describes. To look at this one all the same, without the editors' "
        "records, add `--allow-other-source`.",
        "edition/works/level-water-1987.yml: sources/level-water.txt is not the source of level-water-1987",
        ignorable=False,
    ),
    Kind(
        "source-warning",
        "warning",
        "A source was read, but not without doubt.",
        "Its encoding had to be guessed, or bytes of it have no meaning in it, or it is not the source of the "
        "record: letters may be wrong in every line.",
        "See what the finding says. If the text is right as it is read, ignore the finding, and say how you know.",
        "level-water-1987: the file is no UTF-8; it was read as Windows-1252",
    ),
    Kind(
        "accounting",
        "error",
        "Characters of a source are not accounted for, or more than once.",
        "Every character of a source is kept, or removed by a listed intervention. Where the columns do not add "
        "up, something may be lost without a record of it.",
        "This is a defect of build-edition, not of the edition; please report it with the line that was printed.",
        "level-water-1987: 84210 of 84212 characters are accounted for",
        ignorable=False,
    ),
    Kind(
        "rule-unlisted",
        "error",
        "A rule intervened that the accounting has no head for.",
        "Its changes would stand in no column of the account.",
        "Name the rule under `accounts` in `build_edition/rules/__init__.py`.",
        "level-water-1987: no head of the accounting is given for: ligatures",
        ignorable=False,
    ),
    Kind(
        "call-lost",
        "warning",
        "A note is called nowhere; the source has lost its call.",
        "A reader of the note cannot tell what it is a note on. The program never invents the place.",
        "Read the passage between the calls that the finding names. Where the place is clear, write a record "
        "`call` in the work's `structure`, with `cert: low` if it is inferred. Where it is not, ignore the "
        "finding and say why.",
        "level-water-1987, line 640 of the source: note 12 is called nowhere in the text",
    ),
)
