"""What can be wrong with the bibliography and with what cites it."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "citation",
        "error",
        "What is written by hand cites what the bibliography does not have, or in no form that is known.",
        "A page of the edition would cite nothing.",
        "Write `[@KEY]` or `[@KEY, p. 5]`, with a key of `bib/edition.bib`.",
        "docs/introduction.md, line 12: cites “pennifold-1978”, which is no entry of the bibliography",
        ignorable=False,
    ),
    Kind(
        "bib-key",
        "error",
        "The key of an entry of the bibliography has a sign that citations cannot have.",
        "Whoever cites it would cite a part of its key.",
        "Use letters, digits, hyphens and underscores, and change what cites it too.",
        "bib/edition.bib, pennifold:1987: the key has a sign that no citation can have",
    ),
    Kind(
        "bib-incomplete",
        "warning",
        "An entry of the bibliography has no date or no title.",
        "A citation of it says too little to find the work by.",
        "Add what is missing; a date that is not known can be given as a guess, such as `1934?`.",
        "bib/edition.bib, rhode-1912: has no date",
    ),
    Kind(
        "bib-unused",
        "note",
        "Nothing cites an entry of the bibliography.",
        "Readers take a bibliography for what an edition rests on.",
        "Take it out, or cite it.",
        "bib/edition.bib, rhode-1912: no work, record, entry or page of the edition cites it",
    ),
)
