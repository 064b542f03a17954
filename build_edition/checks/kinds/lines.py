"""What can be wrong with records of words where only digests of the source's lines are at hand."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "lines-missing",
        "note",
        "No digests are kept of the lines of a work's source.",
        "They let a record be tried where the source is not, as on the machine that looks at a proposal to the "
        "repository. Without them only its form is.",
        "Where the source is: `build-edition lines keep`. The file holds no word of the text; put it into the "
        "repository.",
        "level-water-1987: no digests of its lines are kept",
    ),
    Kind(
        "lines-other",
        "error",
        "The digests of lines that are kept are damaged, or of another source.",
        "Records would be tried against lines that are not those of the source, and right ones be refused.",
        "Where the source is: `build-edition lines keep` writes them again. They are not changed by hand.",
        "edition/lines/level-water-1987.txt: is of the source 3f0c77…, the record of the work says 9a41d2…",
        ignorable=False,
    ),
    Kind(
        "record-stale",
        "error",
        "A record was made for a line that reads otherwise in the source.",
        "Its `seen` is the digest of the line that somebody had before their eyes. The source has another one: "
        "the record is for another source, or its `line` is not right.",
        "Look at the line in the source that the edition names, and make the record anew; or correct `line`.",
        "edition/emendations/level-water-1987/l41-gate.yml, record 1 (source line 41): was made for a line with "
        "the digest 77c0; the source has 1e9b there",
        ignorable=False,
    ),
    Kind(
        "record-beyond",
        "error",
        "A record speaks of a line that the source does not have.",
        "Nothing can stand there, so the record is for another text, or its number is mistyped.",
        "Correct `line`; lines are counted from 1.",
        "edition/emendations/level-water-1987.yml, record 9 (source line 8100): the source has only 810 lines",
        ignorable=False,
    ),
    Kind(
        "record-twice",
        "error",
        "Two records decide on the same words.",
        "Only one of them can be read. Where the source is, the finding is `emendation`; this one is told where "
        "only the records are at hand.",
        "Keep one of them.",
        "edition/emendations/level-water-1987/l41-gate.yml, record 1 (source line 41): quotes the words of "
        "edition/emendations/level-water-1987.yml, record 3 (source line 41)",
        ignorable=False,
    ),
    Kind(
        "record-unseen",
        "note",
        "Records could not be tried against the source, which is absent, for they do not say what their line was.",
        "A record with `seen` can be tried by the digests that are kept of all lines; others wait until somebody "
        "who has the source runs `check`.",
        "What the page, `capture` and `review` write has `seen`. To others it may be added; the digest of each "
        "line stands in `edition/lines/ID.txt`.",
        "level-water-1987: 3 records have no `seen`",
    ),
)
