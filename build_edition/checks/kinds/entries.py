"""What can be wrong between the glossary and the registers and the texts."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "ambiguous",
        "error",
        "A form belongs to several entries, and no decision says whose it is.",
        "A link to the wrong person is worse than none, so until somebody decides the form is linked nowhere.",
        "Write a record into `edition/registers/decisions.yml`; the finding shows it. The narrowest decision "
        "holds: for the edition, a work, or a line.",
        "edition/registers/decisions.yml: “Bureau” could be technical-bureau or harbour-bureau at "
        "level-water-1987/2.4 (line 311)",
    ),
    Kind(
        "undefined",
        "error",
        "A link leads to an entry of the glossary or a register that there is not.",
        "A reader would be led nowhere.",
        "Write the entry, or take the link out.",
        "level-water-1987/2.4: a link leads to the term “pellar”, and there is no such entry",
    ),
    Kind(
        "entry-unused",
        "warning",
        "No work names an entry of the glossary or a register.",
        "Its forms may be misspelt, or the works write the name in another way.",
        "Add the forms that the works have, or take the entry out.",
        "edition/glossary.yml, pellar: no work has any of its forms: pellar, pellars",
    ),
    Kind(
        "form-unused",
        "note",
        "Forms that an entry lists stand in no work by themselves.",
        "They do no harm; but one may be misspelt, and then the works' own form is not linked.",
        "See that none is misspelt.",
        "edition/registers/people.yml: 2 of the forms stand in no work by themselves: Rhode’s, C. Rhode",
    ),
    Kind(
        "own-entry-missing",
        "error",
        "A passage said to be a work's own entry for a term does not exist.",
        "A reader would be led nowhere.",
        "Give the passage as it is cited: the id of the work, a stroke, and the number.",
        "edition/glossary.yml, pellar: `own_entries` names level-water-1987/glossary.99, and there is no such "
        "passage",
    ),
    Kind(
        "decision-idle",
        "warning",
        "A decision about a form decides nothing.",
        "The form stands in none of the works it speaks of, or narrower decisions have all its places.",
        "Correct it or take it out.",
        "edition/registers/decisions.yml: the decision on “Bureau” in level-water-1987 decides nothing",
    ),
    Kind(
        "decision-nowhere",
        "error",
        "A decision about the form on one line decides nothing.",
        "It was written for one place and does not stand at it, so that place may be linked to the wrong entry.",
        "Correct its `line`, or take it out.",
        "edition/registers/decisions.yml: the decision on “Bureau” in level-water-1987, line 12 of the source, "
        "decides nothing",
    ),
)
