"""What can be wrong with the histories of proofreading."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "status-unit",
        "error",
        "A record of proofreading is about a section or page that the work does not have.",
        "What somebody has read would be shown nowhere.",
        "Correct the key or the number: `build-edition status WORK` lists them.",
        "edition/status/level-water-1987.yml, record 2: there is no page 814",
    ),
    Kind(
        "status-order",
        "error",
        "The records of proofreading are not in the order of time.",
        "The last record about a word holds, so an older one must not stand after it.",
        "Put the records in the order of time.",
        "edition/status/level-water-1987.yml, record 4: is of 2026-03-02, and the record before it of 2026-03-09",
    ),
    Kind(
        "status-jump",
        "error",
        "A text is validated that was not proofread just before.",
        "Validated means that two people have read the same text, one after the other.",
        "Have it proofread first, then validated by another person.",
        "edition/status/level-water-1987.yml, record 3: section 2 is validated, and was not proofread before",
    ),
    Kind(
        "status-same-person",
        "error",
        "A text is validated by the person who proofread it, or by no person.",
        "Nobody sees what they have overlooked once.",
        "Another person has to validate it. Two names of one person are joined in `edition/contributors.yml`.",
        "edition/status/level-water-1987.yml, record 3: section 2 is validated by Ann Editor, who proofread it "
        "on 2026-03-02",
    ),
    Kind(
        "status-fallen",
        "warning",
        "A text has changed since it was proofread or validated, and has fallen back.",
        "Nobody has read it as it is now. Until somebody does, the site shows what is validated as proofread, "
        "and what is proofread as not proofread.",
        "Read it again, then `build-edition status set` it, which adds a record. What changed it is in the "
        "history of the repository: a record, or a rule.",
        "edition/status/level-water-1987.yml, record 5: section 3 was validated by Ben Editor on 2026-03-31, and "
        "has changed since: it counts as proofread",
    ),
)
