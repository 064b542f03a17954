"""Words that cannot follow one another: a stop lost between them, or one of them misread.

Looks for a pronoun with a capital and its verb after a small word, with nothing between (`the powers One can`),
where a sentence must end; for the past of a verb after `would` and its like, one vowel away from the form that
belongs there; and for `these who`. Each becomes a `suspect` with what may be meant: only a reader can tell print
from OCR. Leaves alone `will`, `might` and `can` where they may be nouns, and `He` in a text that writes so of
God.

    the fair was over It was late; it would began again   ->  suspect “over It” (over. It), “began” (begin)
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lexicon import word_set
from build_edition.rules.evidence.proof import proof_of

REASON = "sequence"
_VERBS = "can|is|was|had|has|have|were|are|will|would|could|should|may|might|must|did|does|do|cannot"
_NO_STOP = re.compile(rf"(?<=[a-z][a-z]) (?P<first>One|It|He|She|They|We|You|This|These|There)(?= (?:{_VERBS})\b)")
_LAST_WORD = re.compile(r"(?<![\w’'-])[a-z]+\Z")
_BEFORE_NAMES = word_set("a an the of in by for from to and or but that if when as is was said than with who whom")
_OF_GOD = re.compile(r"(?<=[a-z,] )(?:His|Him|Himself|Thy|Thee|Thou)\b")  # a text that honours God with capitals
_PAST = dict(
    pair.split("/")
    for pair in word_set("""began/begin came/come became/become overcame/overcome ran/run drank/drink sang/sing
    rang/ring sank/sink swam/swim sprang/spring shrank/shrink gave/give forgave/forgive wrote/write rode/ride
    drove/drive knew/know grew/grow threw/throw drew/draw withdrew/withdraw arose/arise""")
)
_MODAL = re.compile(
    r" (?P<modal>will|would|can|could|shall|should|may|might|must|cannot)"
    rf"(?: not| also| soon| then| never)? (?P<past>{'|'.join(sorted(_PAST))})(?![\w’'-])"
)
_NOUN_AFTER = word_set("the a his her its their our my your of free good ill own this that no any and one’s")
_NOUNS = ("will", "can", "may", "might")  # which may be nouns
_THESE = re.compile(r"\bthese who\b")


def apply(draft: Draft) -> None:
    """Mark these pairs."""
    proof = proof_of(draft)
    text = proof.text
    divine = len(_OF_GOD.findall(text)) > 1
    for match in _NO_STOP.finditer(text):
        last = _LAST_WORD.search(text, max(match.start() - 30, 0), match.start())
        if last is None or last[0] in _BEFORE_NAMES or (divine and match["first"] in ("He", "One")):
            continue
        better = f"{last[0]}. {match['first']}"
        evidence = "A capital opens a sentence where none has ended."
        proof.suspect(last.start(), match.end(), REASON, (better,), evidence)
    for match in _MODAL.finditer(text):
        before = text[max(match.start() - 30, 0) : match.start()].split()
        if match["modal"] not in _NOUNS or (before and before[-1].lower() not in _NOUN_AFTER):
            meant = _PAST[match["past"]]
            proof.suspect(*match.span("past"), REASON, (meant,), f"“{match['modal']}” asks for “{meant}”.")
    for match in _THESE.finditer(text):
        start = match.start()
        proof.suspect(start, start + len("these"), REASON, ("those",), "“These” does not stand before “who”.")
