"""What can be wrong with the records of an edition as such."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "record",
        "error",
        "A record of the edition is invalid.",
        "A file cannot be read, lacks a field, has one that is not known, or names what is not there. Nothing is "
        "built from records that are half understood.",
        "The finding names the file, the line and the field, and says what may stand there. The page on the "
        "records of an edition lists every file with an example.",
        "edition/works/level-water-1987.yml, line 4: `order` must be a whole number, not text",
        ignorable=False,
    ),
    Kind(
        "emendation",
        "error",
        "An emendation or a record of structure does not match its source, or clashes with another record.",
        "A record quotes the source. If the words are not on that line, or stand there more than once, or "
        "another record decides about the same letters, nobody can say what the reading text should be.",
        "Look at the line that the finding shows; correct `line` or `read`, or give `nth`. Where two records "
        "clash, keep one of them.",
        "edition/emendations/level-water-1987.yml, record 3: “tbe gate” does not stand on line 41 of the source",
        ignorable=False,
    ),
    Kind(
        "emendation-over-rule",
        "note",
        "An emendation takes the place of what a rule did, and reads otherwise.",
        "The record holds, as every record does. But if the rule has learnt since then to read the words aright, "
        "the record may not be needed any more.",
        "If the record is right, leave it, or let an ignore say so. If it repeats what the rule does, delete it.",
        "edition/emendations/level-water-1987.yml, record 7 (source line 88): the rule “hyphens” reads "
        "'lock-keeper' as 'lockkeeper', the record reads 'lock keeper'",
    ),
    Kind(
        "ignore-unused",
        "warning",
        "A record of `edition/ignores.yml` ignores nothing.",
        "What it was written for is mended, or its place is mistyped. Left there, it could hide a later finding "
        "that nobody has judged.",
        "Take it out, or correct its place: `check --show-ignored` shows what the others hide.",
        "edition/ignores.yml, record 2: ignores `bib-unused` of nothing that is found",
        ignorable=False,
    ),
    Kind(
        "ignore-expired",
        "warning",
        "A record of `edition/ignores.yml` has passed its date.",
        "Somebody meant to look again by then. The findings it hid are shown again.",
        "Mend what it hid, or judge anew and give it a later `until`.",
        "edition/ignores.yml, record 1: was to hold until 2031-06-30",
        ignorable=False,
    ),
    Kind(
        "ignore-refused",
        "error",
        "A record of `edition/ignores.yml` ignores what cannot be ignored, or a code that there is not.",
        "An error that stops the build would stop it all the same, and an unknown code hides nothing.",
        "Correct the code, or take the record out and mend what it was to hide.",
        "edition/ignores.yml, record 4: `record` cannot be ignored: it stops the build",
        ignorable=False,
    ),
    Kind(
        "look-idle",
        "warning",
        "A record of what was looked at has words that do not stand on its line.",
        "It keeps nobody from being asked again, and says of the text what is not so.",
        "Correct `line` or `read` in `edition/review/ID.yml`, or delete the record; `build-edition review` then "
        "asks about the words again.",
        "edition/review/level-water-1987.yml, record 3 (source line 212): expected 'weirward'; the line reads …",
    ),
)
