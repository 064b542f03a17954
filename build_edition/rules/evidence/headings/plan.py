"""The plan on which the chapters of a book are built, and what the texts under its headings announce.

In: the headings of all chapters and the texts between them.  Out: the topics that recur, and for each heading
whether it is the chapter's first of such a topic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from build_edition.rules.evidence.headings.words import Words, roots

_CHAPTERS = 3  # that have a topic, if it belongs to the plan
_SHORT = 0.5  # of the usual length: what stands between a heading and the first one below it
_LONGEST_LEAD = 4500  # characters of a text that may announce what follows
_FEW = 2  # leads
_LEAD_WORD = re.compile(r"\w{3,}")
_ENDING = 500  # characters
_PARTS = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|these)(?:\s\w+){0,2}\s(?:issue|question|feature|aspect|element|phase|area|"
    r"theme|part|factor|point|level|problem|stage|side|heading|section|strand|tendenc)(?:s|ies)\b|component\sparts?\b"
    r"|\b(?:taken|examined|considered|discussed|treated|described)\sin\sturn\b)",
    re.IGNORECASE,
)


def usual_length(lengths: Sequence[int]) -> float:
    """The median length of the texts under headings, in characters; at least 1."""
    told = [length for length in lengths if length]
    return max(1.0, median(told)) if told else 1.0


def plan_of(
    chapters: Sequence[Words], sections: Sequence[Sequence[tuple[Words, int]]], usual_length: float
) -> list[frozenset[str]]:
    """The topics on which the chapters of this book are built.

    They recur, and where a chapter first has one, another heading soon stands below it. `sections` has, for
    each chapter, its headings and the lengths of the texts under them.
    """
    subjects = [chapter.topics for chapter in chapters]
    first: dict[frozenset[str], list[bool]] = {}
    for headings in sections:
        seen = set()
        for words, length in headings:
            topic = words.topic
            if topic and topic not in seen and not words.is_terminal:
                seen.add(topic)
                first.setdefault(topic, []).append(length < _SHORT * usual_length)
    topics = (
        topic for topic, parents in first.items() if len(parents) >= _CHAPTERS and 2 * sum(parents) > len(parents)
    )
    return sorted((topic for topic in topics if not any(topic <= subject for subject in subjects)), key=sorted)


def rounds(chapter: Words, titles: Sequence[Words], plan: Sequence[frozenset[str]]) -> list[int]:
    """For each heading 1 if it is of the plan, 2 if its chapter has had that topic, else 0."""
    seen: set[frozenset[str]] = set()
    found = []
    for words in titles:
        topic = next((topic for topic in plan if _is_of(words.topic, topic, chapter.topics)), None)
        if topic is None or words.is_terminal:
            found.append(0)
            continue
        found.append(2 if topic in seen else 1)
        seen.add(topic)
    return found


def _is_of(topic: frozenset[str], plan: frozenset[str], subject: frozenset[str]) -> bool:
    """Whether a heading's topic is one of the plan, give or take a word and the chapter's own subject."""
    return plan <= topic and 3 * len(plan) >= 2 * len(topic - (subject - plan))


def lead_of(text: str) -> frozenset[str]:
    """The roots by which a text between two headings may announce what follows; none if it is long."""
    return roots(set(_LEAD_WORD.findall(text.casefold()))) if len(text) <= _LONGEST_LEAD else frozenset()


def counts_parts(text: str, usual_length: float) -> bool:
    """Whether a text that is not long ends by counting the parts that follow ("Three questions stand out")."""
    return len(text) <= usual_length and _PARTS.search(text, max(0, len(text) - _ENDING)) is not None


def rarity_of(leads: Sequence[frozenset[str]]) -> dict[str, float]:
    """What it tells that a lead has a root: near 0 for one that most leads have; those not given tell most."""
    counts = Counter(root for lead in leads for root in lead)
    known = sum(1 for lead in leads if lead)
    return {root: (1 - count / known) ** 2 + 0.05 for root, count in counts.items() if count > _FEW}
