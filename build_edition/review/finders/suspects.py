"""What the rules suspect: the marks `suspect`, with their candidates and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_edition.review.desk import Desk
from build_edition.review.item import Candidate, Found

# By the reason of a rule: how often what it suspects is wrong, and how much that matters to a reader.
WORTH: Mapping[str, tuple[float, float]] = {
    "lost-character": (0.98, 1.0),
    "word": (0.8, 1.0),
    "misread": (0.75, 1.0),
    "sequence": (0.75, 0.9),
    "case": (0.7, 0.6),
    "bracket": (0.6, 0.6),
    "apostrophe": (0.6, 0.6),
    "spacing": (0.5, 0.4),
    "quotation-mark": (0.5, 0.6),
    "hyphen": (0.4, 0.3),
}
OTHER = (0.5, 0.7)
USED = 0.1  # the likelier is a word wrong, if the works have what is meant
AGAIN, KNOWN = (
    0.85,
    0.25,
)  # times as likely for each further time that they have the word itself, and of a known term
_SAID = {
    "lost-character": "The file has a sign here that stands for a character which could not be decoded.",
    "word": "The word is hardly used, and another is like it.",
    "misread": "The letters look like others that a machine takes for them.",
    "sequence": "These words do not go together.",
}


def suspects(desk: Desk) -> Iterator[Found]:
    """Every suspect that a rule has marked and no editor has decided on."""
    for mark in desk.transcript.of_kind("suspect"):
        reason = mark.get("reason")
        if reason is None:  # a doubt of the editors'
            continue
        wrong, matter = WORTH.get(str(reason), OTHER)
        said = str(mark.get("evidence") or _SAID.get(str(reason), ""))
        readings = [reading for reading in str(mark.get("candidates") or "").split("|") if reading]
        candidates = tuple(Candidate(reading, desk.vocabulary.usage(reading)) for reading in readings)
        evidence = [said] if said else []
        if reason in {"word", "misread"}:
            words = desk.source.text[mark.start : mark.end]
            wrong = _likely(desk, words, readings, wrong)
            if words.lower() in desk.vocabulary.names:
                evidence.append(f"The glossary or a register has “{words}”.")
        yield Found("suspect", str(reason), mark.start, mark.end, tuple(evidence), candidates, wrong, matter, mark)


def _likely(desk: Desk, words: str, readings: list[str], wrong: float) -> float:
    """How likely a word is wrong: likelier if the works have what is meant, less so the oftener they have the word
    itself, and least if editors know it.
    """
    parts, low = desk.vocabulary.parts, words.lower()
    if low in desk.vocabulary.names:
        return wrong * KNOWN
    used = bool(readings) and parts.get(readings[0].lower(), 0) > 0
    return (wrong + USED * used) * AGAIN ** max(parts.get(low, 1) - 1, 0)
