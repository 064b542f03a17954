"""What can be wrong with the ids of passages that were published, and with what is kept of older versions."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "passage-twice",
        "error",
        "Two passages of a work bear one id.",
        "A citation would lead to two places.",
        "This is a defect of build-edition; please report it.",
        "level-water-1987/4.12: 2 passages bear this id",
        ignorable=False,
    ),
    Kind(
        "passage-vanished",
        "error",
        "A published id leads nowhere.",
        "Somebody may have cited it. An id that was published always leads to its words.",
        "The finding tells where the words stood in the source. See which record or rule took them, and bring "
        "them back.",
        "level-water-1987/4.12: was published in version 1.0, and there is no such passage now",
    ),
    Kind(
        "passage-moved",
        "error",
        "A published id leads to another text than it was given to.",
        "A citation would lead to words that its author did not mean.",
        "Nothing in a ledger is ever changed: restore it from the repository's history, or take back what moved "
        "the passage.",
        "level-water-1987/4.12: was published in version 1.0 for another text than it now leads to",
    ),
    Kind(
        "passage-unpublished",
        "note",
        "A work has passages that are not published yet.",
        "Their ids may still change. They last from the day on which they are published.",
        "When the passages are as they should be: `build-edition passages publish`.",
        "level-water-1987: 3 passages are not published yet",
    ),
    Kind(
        "ledger-missing",
        "warning",
        "No passage of a work is published, in a version that may be cited.",
        "From version 1.0 on, readers may cite passages; without a ledger their ids can change.",
        "If the passages are as they should be: `build-edition passages publish`.",
        "level-water-1987: none of its passages is published, and the edition is at version 1.0",
    ),
    Kind(
        "ledger-source",
        "warning",
        "The passages of a work were published from another source.",
        "They are known by their text alone, so those that differ in a letter have lost their ids.",
        "Supply the source that the passages were published from. If the work is really to be edited from a new "
        "one, compare the ids that `passages list` shows before publishing.",
        "level-water-1987: its passages were published from another source",
    ),
    Kind(
        "recension-missing",
        "warning",
        "What the passages of a work read in a published version is not kept.",
        "A reader who follows a citation of that version cannot be shown what it read.",
        "Publish again before anything else changes: `build-edition passages publish`.",
        "level-water-1987: what its passages read in version 1.1 is not kept",
    ),
    Kind(
        "recension-source",
        "warning",
        "The recensions, the passages and the source of a work are not of one text.",
        "What the work read in older versions cannot be shown.",
        "Supply the source that was published, or restore the file from the repository's history.",
        "level-water-1987: its recensions, its passages and its source are not of one text",
    ),
    Kind(
        "recension-wrong",
        "error",
        "What is kept of an older version does not come out as it was published.",
        "A permanent address would show a reader what was never published.",
        "Nothing in these files is ever changed: restore them from the repository's history.",
        "level-water-1987/4.12: what it read in version 1.0 does not come of the source and the recensions",
    ),
    Kind(
        "version-unchanged",
        "note",
        "Passages read otherwise than in the version that the edition says it is.",
        "Two texts would go by one version, and a citation could mean either.",
        "Before the edition is shown to readers: give it a new `version` in `edition/edition.yml`, then "
        "`build-edition passages publish`.",
        "level-water-1987: 2 passages read otherwise than in version 1.1, which the edition still says it is",
    ),
)
